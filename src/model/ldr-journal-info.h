/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * LdrRole:
 * @LDR_ROLE_LEADER: the journal is about its writer
 * @LDR_ROLE_COACH: a coach writes about the leader
 */
typedef enum {
  LDR_ROLE_LEADER,
  LDR_ROLE_COACH,
} LdrRole;

#define LDR_TYPE_JOURNAL_INFO (ldr_journal_info_get_type ())

/**
 * LdrJournalInfo:
 *
 * Whose journal it is. Refcounted, never changed once shared.
 */
typedef struct {
  char *id;
  char *leader;
  LdrRole role;
  gint64 created;
} LdrJournalInfo;

GType ldr_journal_info_get_type (void) G_GNUC_CONST;
LdrJournalInfo *ldr_journal_info_new (const char *leader, LdrRole role);
LdrJournalInfo *ldr_journal_info_ref (LdrJournalInfo *self);
void ldr_journal_info_unref (LdrJournalInfo *self);
const char *ldr_role_to_id (LdrRole role);
gboolean ldr_role_from_id (const char *id, LdrRole *role);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrJournalInfo, ldr_journal_info_unref)

G_END_DECLS

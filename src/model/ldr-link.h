/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * LdrLinkKind:
 * @LDR_LINK_ENTRY: an entry
 * @LDR_LINK_GOAL: a goal
 * @LDR_LINK_SESSION: a session
 * @LDR_LINK_PROMPT: a question, the workbook's or the user's own
 *
 * What a link can lead to.
 */
typedef enum
{
  LDR_LINK_ENTRY,
  LDR_LINK_GOAL,
  LDR_LINK_SESSION,
  LDR_LINK_PROMPT,
} LdrLinkKind;

#define LDR_N_LINK_KINDS 4

#define LDR_TYPE_LINK (ldr_link_get_type ())

/**
 * LdrLink:
 * @kind: what one end is
 * @id: the id of that end
 * @other_kind: what the other end is
 * @other_id: the id of that end
 *
 * That two things belong together. It has no direction: the lower kind stands first, of one kind the lower id, so that
 * each pair has one form. Refcounted, never changed.
 */
typedef struct
{
  LdrLinkKind kind;
  char *id;
  LdrLinkKind other_kind;
  char *other_id;
} LdrLink;

GType ldr_link_get_type (void) G_GNUC_CONST;
LdrLink *ldr_link_new (LdrLinkKind kind, const char *id, LdrLinkKind other_kind, const char *other_id);
LdrLink *ldr_link_ref (LdrLink *self);
void ldr_link_unref (LdrLink *self);
gboolean ldr_link_validate (const LdrLink *self, GError **error);
gboolean ldr_link_equal (const LdrLink *a, const LdrLink *b);

const char *ldr_link_kind_to_id (LdrLinkKind kind);
gboolean ldr_link_kind_from_id (const char *id, LdrLinkKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrLink, ldr_link_unref)

G_END_DECLS

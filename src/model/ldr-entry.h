/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include "ldr-style.h"

G_BEGIN_DECLS

#define LDR_ENERGY_UNKNOWN 0
#define LDR_ENERGY_MAX 5

#define LDR_TYPE_ENTRY (ldr_entry_get_type ())

/**
 * LdrEntry:
 * @id: UUIDv7
 * @title: one line, may be empty
 * @text: CommonMark, may be empty
 * @happened: when it happened, as a moment
 * @day: the civil date of @happened where the writer was
 * @styles: styles used
 * @pitfalls: pitfalls noticed
 * @energy: 1 to 5, or LDR_ENERGY_UNKNOWN
 * @tags: (array zero-terminated=1): without "#", sorted, no two alike when folded for case
 * @to_discuss: to be brought to the next session
 * @created: when the entry was made
 * @changed: when it was last saved
 * @deleted: when it went to the trash, or 0
 * @revision: counts the saves; 0 for an entry that was never saved
 *
 * One written moment, whole. Refcounted. Whoever builds an entry fills it before sharing it; once shared (handed to the
 * store, to another thread, to a list) it is never changed: make a copy with ldr_entry_copy() and change that.
 */
typedef struct {
  char *id;
  char *title;
  char *text;
  gint64 happened;
  int day;
  LdrStyleSet styles;
  LdrStyleSet pitfalls;
  int energy;
  char **tags;
  gboolean to_discuss;
  gint64 created;
  gint64 changed;
  gint64 deleted;
  int revision;
} LdrEntry;

GType ldr_entry_get_type (void) G_GNUC_CONST;
LdrEntry *ldr_entry_new (void);
LdrEntry *ldr_entry_copy (const LdrEntry *self);
LdrEntry *ldr_entry_ref (LdrEntry *self);
void ldr_entry_unref (LdrEntry *self);
void ldr_entry_set_title (LdrEntry *self, const char *title);
void ldr_entry_set_text (LdrEntry *self, const char *text);
void ldr_entry_set_happened (LdrEntry *self, GDateTime *date_time);
void ldr_entry_set_tags (LdrEntry *self, const char *const *tags);
gboolean ldr_entry_validate (const LdrEntry *self, GError **error);
gboolean ldr_entry_equal (const LdrEntry *a, const LdrEntry *b);
gboolean ldr_entry_is_empty (const LdrEntry *self);
char **ldr_tags_normalize (const char *const *tags);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrEntry, ldr_entry_unref)

G_END_DECLS

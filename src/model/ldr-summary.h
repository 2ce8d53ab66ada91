/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include "ldr-style.h"

G_BEGIN_DECLS

#define LDR_TYPE_SUMMARY (ldr_summary_get_type ())

/**
 * LdrSummary:
 * @key: the entry's place in the list: newer entries have larger keys
 * @excerpt: the beginning of the text as plain words, at most 160 characters; for a search hit the words around the
 *   first hit, with each hit between U+E000 and U+E001 (private use, never in stored text)
 * @title: as stored; for a search hit with hits marked in the same way
 *
 * What a list shows of an entry. Refcounted and never changed after it left the store.
 */
typedef struct {
  gint64 key;
  char *id;
  char *title;
  char *excerpt;
  gint64 happened;
  int day;
  LdrStyleSet styles;
  LdrStyleSet pitfalls;
  int energy;
  gboolean to_discuss;
  gboolean has_pictures;
  gint64 deleted;
} LdrSummary;

#define LDR_HIT_START 0xE000
#define LDR_HIT_END 0xE001

GType ldr_summary_get_type (void) G_GNUC_CONST;
LdrSummary *ldr_summary_new (void);
LdrSummary *ldr_summary_ref (LdrSummary *self);
void ldr_summary_unref (LdrSummary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrSummary, ldr_summary_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include "ldr-style.h"

G_BEGIN_DECLS

#define LDR_TYPE_QUERY (ldr_query_get_type ())

/**
 * LdrQuery:
 * @words: (array zero-terminated=1): words that must occur; the last one is a prefix when @last_is_prefix
 * @phrases: (array zero-terminated=1): texts that must occur as they are
 * @tags: (array zero-terminated=1): tags that must all be set (without "#")
 * @styles: used styles, any of which must be set; LDR_STYLE_SET_NONE for no filter
 * @pitfalls: noticed pitfalls, any of which must be set; LDR_STYLE_SET_NONE for no filter
 * @after: first civil day (included), or 0
 * @before: civil day before which it happened (excluded), or 0
 * @to_discuss: only entries to discuss
 * @in_trash: only entries in the trash instead of those outside
 *
 * What a list is asked for. Refcounted, never changed once shared.
 */
typedef struct {
  char **words;
  char **phrases;
  gboolean last_is_prefix;
  char **tags;
  LdrStyleSet styles;
  LdrStyleSet pitfalls;
  int after;
  int before;
  gboolean to_discuss;
  gboolean in_trash;
} LdrQuery;

GType ldr_query_get_type (void) G_GNUC_CONST;
LdrQuery *ldr_query_new (void);
LdrQuery *ldr_query_parse (const char *text);
LdrQuery *ldr_query_copy (const LdrQuery *self);
LdrQuery *ldr_query_ref (LdrQuery *self);
void ldr_query_unref (LdrQuery *self);
gboolean ldr_query_has_text (const LdrQuery *self);
gboolean ldr_query_is_empty (const LdrQuery *self);
gboolean ldr_query_equal (const LdrQuery *a, const LdrQuery *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrQuery, ldr_query_unref)

G_END_DECLS

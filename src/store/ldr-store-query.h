/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-database.h"
#include "model/ldr-query.h"

G_BEGIN_DECLS

/* Turns what a list is asked for into one statement, and chooses the index that answers it. Private to the store. */

/**
 * LdrSelectKind:
 * @LDR_SELECT_PLACES: key and day; in the trash also title, body and tags
 * @LDR_SELECT_PAGE: what a summary holds
 * @LDR_SELECT_ONE: the same of one key
 * @LDR_SELECT_COUNT: how many
 */
typedef enum {
  LDR_SELECT_PLACES,
  LDR_SELECT_PAGE,
  LDR_SELECT_ONE,
  LDR_SELECT_COUNT,
} LdrSelectKind;

typedef struct _LdrSelect LdrSelect;

LdrSelect *ldr_select_new (const LdrQuery *query, LdrSelectKind kind, gint64 before_key, int limit);
void ldr_select_free (LdrSelect *self);
const char *ldr_select_get_sql (LdrSelect *self);
LdrStatement *ldr_select_prepare (LdrSelect *self, LdrDatabase *db, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrSelect, ldr_select_free)

G_END_DECLS

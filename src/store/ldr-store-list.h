/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-store.h"
#include "model/ldr-query.h"
#include "model/ldr-summary.h"

G_BEGIN_DECLS

/**
 * LdrPlace:
 * @key: the entry's place; larger is newer
 * @day: its civil day
 *
 * One row of the light index of a list: 16 bytes an entry, so that all of them are affordable.
 */
typedef struct {
  gint64 key;
  int day;
} LdrPlace;

/**
 * LdrTagCount:
 *
 * A tag and how many entries outside the trash carry it.
 */
typedef struct {
  char *tag;
  int count;
} LdrTagCount;

GArray *ldr_store_list_places (LdrStore *self, LdrQuery *query, int limit, GError **error);
GPtrArray *ldr_store_list_summaries (LdrStore *self, LdrQuery *query, const gint64 *keys, gsize n_keys, GError **error);
GPtrArray *ldr_store_list_page (LdrStore *self, LdrQuery *query, gint64 before_key, int limit, GError **error);
int ldr_store_count (LdrStore *self, LdrQuery *query, GError **error);
gboolean ldr_store_is_empty (LdrStore *self, gboolean *empty, GError **error);
GPtrArray *ldr_store_list_tags (LdrStore *self, GError **error);
gboolean ldr_store_find_place (LdrStore *self, const char *id, LdrPlace *place, GError **error);

G_END_DECLS

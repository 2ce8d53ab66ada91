/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-store.h"
#include "model/ldr-notice.h"

G_BEGIN_DECLS

/**
 * LdrDismissal:
 * @entry: an entry's id
 * @phrase: words that the writer does not want to hear of again in that entry
 */
typedef struct
{
  char *entry;
  char *phrase;
} LdrDismissal;

GPtrArray *ldr_store_list_notice_words (LdrStore *self, GError **error);
gboolean ldr_store_set_notice_words (LdrStore *self, LdrStyle pitfall, const char *const *phrases, GError **error);

char **ldr_store_list_dismissals (LdrStore *self, const char *entry, GError **error);
GPtrArray *ldr_store_list_all_dismissals (LdrStore *self, GError **error);
gboolean
ldr_store_set_dismissed (LdrStore *self, const char *entry, const char *phrase, gboolean dismissed, GError **error);

G_END_DECLS

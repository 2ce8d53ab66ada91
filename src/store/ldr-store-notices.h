/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-store.h"
#include "model/ldr-notice.h"

G_BEGIN_DECLS

GPtrArray *ldr_store_list_notice_words (LdrStore *self, GError **error);
gboolean ldr_store_set_notice_words (LdrStore *self, LdrStyle pitfall, const char *const *phrases, GError **error);

char **ldr_store_list_dismissals (LdrStore *self, const char *entry, GError **error);
gboolean
ldr_store_set_dismissed (LdrStore *self, const char *entry, const char *phrase, gboolean dismissed, GError **error);

G_END_DECLS

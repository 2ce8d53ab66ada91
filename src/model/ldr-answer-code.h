/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LDR_ANSWER_CODE_MAX_ITEMS 30
#define LDR_ANSWER_CODE_MARKS 1024

char *ldr_answer_code_encode (const char *round, const int *answers, gsize n_items, guint mark);
gboolean ldr_answer_code_decode (
    const char *code, const char *round, int *answers, gsize n_items, char **normal, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include "model/ldr-style.h"

G_BEGIN_DECLS

/* Parts of sentences about progress. */

char *ldr_progress_words_day (int day, int today);
char *ldr_progress_words_list (const char *const *parts);
char *ldr_progress_words_shorten (const char *text, guint most);
char *ldr_progress_words_quote (const char *text);
char *ldr_progress_words_number (double value);
char *ldr_progress_words_count (const char *format, ...) G_GNUC_PRINTF (1, 2);
char *ldr_progress_words_counts (const int *counts, const char *(*get_name) (LdrStyle style));
char *ldr_progress_words_first (const int *counts, const char *(*get_name) (LdrStyle style), guint *n_first);
const char *ldr_progress_words_class (int style);

G_END_DECLS

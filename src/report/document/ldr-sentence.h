/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ldr_sentence_begins_at (const char *text, gsize at);
char *ldr_sentence_capitalise (const char *words);

G_END_DECLS

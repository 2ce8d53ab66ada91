/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/ldr-rich-text.h"

G_BEGIN_DECLS

/* Texts of documents as CommonMark. */

void ldr_markdown_append_runs (GString *out, GPtrArray *runs, const char *indent);
void ldr_markdown_append_words (GString *out, const char *words, LdrRunFlags flags);
void ldr_markdown_append_code (GString *out, const char *text);
void ldr_markdown_append_source (GString *out, const char *text);

G_END_DECLS

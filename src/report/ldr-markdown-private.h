/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-export.h"
#include "store/ldr-store.h"

G_BEGIN_DECLS

/* Between the files of the Markdown export. */

void ldr_markdown_append_escaped (GString *out, const char *text);
void ldr_markdown_append_date (GString *out, gint64 moment, int day, GTimeZone *zone);
void ldr_markdown_append_text (GString *out, const char *text);

gboolean ldr_markdown_append_goals (GString *out, LdrStore *store, GError **error);
gboolean
ldr_markdown_append_sessions (GString *out, LdrStore *store, LdrExportFlags flags, GTimeZone *zone, GError **error);

G_END_DECLS

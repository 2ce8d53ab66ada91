/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/export/ldr-export-known.h"

G_BEGIN_DECLS

/* What the rows of an export say, from plain numbers. Each text that can be changed is to be freed. */

const char *ldr_export_describe_part (guint part);
const char *ldr_export_describe_format (LdrExportFormat format);
char *ldr_export_describe_sessions (const int *days, guint n_days, int today);
char *ldr_export_describe_actions (guint n_open, guint n_done, guint n_dropped);
char *ldr_export_describe_entries (guint n, guint n_all);
char *ldr_export_describe_goals (guint n);
const char *ldr_export_describe_private_notes (gboolean active);
char *ldr_export_describe_name (guint n_places, const char *stand_in);
char *ldr_export_describe_pages (guint n_pages);

char *ldr_export_describe_place (LdrExportParts part, int day, int today);
char *ldr_export_describe_said (const LdrKnownName *said);

G_END_DECLS

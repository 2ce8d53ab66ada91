/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A moment is milliseconds since 1970-01-01T00:00:00Z. A day is the civil date where the writer was, as a number of
 * days since 0001-01-01 (GDate's Julian day), so that "Friday's entry" stays on Friday wherever the journal is read. */

gint64 ldr_moment_now (void);
gint64 ldr_moment_from_date_time (GDateTime *date_time);
GDateTime *ldr_moment_to_local (gint64 moment);
char *ldr_moment_to_iso8601 (gint64 moment);
gboolean ldr_moment_parse (const char *text, gint64 *moment, GError **error);

int ldr_day_from_date_time (GDateTime *date_time);
int ldr_day_from_moment (gint64 moment);
int ldr_day_today (void);
char *ldr_day_to_iso8601 (int day);
char *ldr_day_format (int day, const char *format);
gboolean ldr_day_is_valid (int day);
gboolean ldr_day_begins_month (int day);
int ldr_day_year_before (int day);
gboolean ldr_day_fits_moment (int day, gint64 moment);
gboolean ldr_day_parse (const char *text, int *day, GError **error);

G_END_DECLS

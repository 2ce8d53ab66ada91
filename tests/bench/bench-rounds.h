/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* Two ways to do the same thing in turn (A B A B), as one row of the table: medians of seven rounds after one that is
 * not counted. */

/* What a benchmark works on; its own. */
typedef struct _Journal Journal;

typedef void (*Work) (Journal *journal, gconstpointer data);

void bench_row (const char *what,
                Work ours,
                Journal *our_journal,
                gconstpointer our_data,
                Work floor_work,
                Journal *floor_journal,
                gconstpointer floor_data,
                int times,
                const char *target);
void bench_check (gboolean fine, const GError *error);
void bench_check_code (sqlite3 *db, int code);
void bench_remove_folder (const char *folder);

G_END_DECLS

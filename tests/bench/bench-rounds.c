/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-rounds.h"

#include <stdlib.h>
#include <glib/gstdio.h>

#define ROUNDS 7

void
bench_check (gboolean fine, const GError *error)
{
  if (!fine)
    g_error ("%s", error != NULL ? error->message : "failed");
}

void
bench_check_code (sqlite3 *db, int code)
{
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
    g_error ("%s", sqlite3_errmsg (db));
}

void
bench_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static double
time_of (Work work, Journal *journal, gconstpointer data, int times)
{
  gint64 start = g_get_monotonic_time ();

  for (int i = 0; i < times; i++)
    work (journal, data);
  return (double) (g_get_monotonic_time () - start) / times / 1000;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
median (double *values)
{
  qsort (values, ROUNDS, sizeof *values, compare_doubles);
  return values[ROUNDS / 2];
}

void
bench_row (const char *what,
           Work ours,
           Journal *our_journal,
           gconstpointer our_data,
           Work floor_work,
           Journal *floor_journal,
           gconstpointer floor_data,
           int times,
           const char *target)
{
  double a[ROUNDS], b[ROUNDS], ratio[ROUNDS];
  g_autofree char *our_time = NULL, *floor_time = NULL;

  for (int i = -1; i < ROUNDS; i++)
    {
      double left = time_of (ours, our_journal, our_data, times);
      double right = time_of (floor_work, floor_journal, floor_data, times);

      if (i < 0)
        continue;
      a[i] = left;
      b[i] = right;
      ratio[i] = left / right;
    }
  our_time = g_strdup_printf ("%.3f ms", median (a));
  floor_time = g_strdup_printf ("%.3f ms", median (b));
  g_print ("%-58s %11s %11s %7.2f %7s\n", what, our_time, floor_time, median (ratio), target);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include "bench-decade.h"
#include "bench-rounds.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-progress.h"

/* What the charts are made from, against the same queries run bare on a copy of the same file through the sqlcipher
 * library, in turn. `progress-bench [ENTRIES]`; 100,000 over ten years by default. */

struct _Journal
{
  char *path;
  LdrStore *store;
  sqlite3 *bare;
  int today;
};

static Journal *
journal_new (const char *folder, LdrKey *key, int n)
{
  Journal *self = g_new0 (Journal, 1);
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Bank", LDR_ROLE_LEADER);
  g_autoptr (GError) error = NULL;

  self->today = ldr_day_today ();
  self->path = g_build_filename (folder, "progress.leidraad", NULL);
  self->store = ldr_store_create (self->path, key, info, &error);
  bench_check (self->store != NULL, error);
  bench_decade_fill (self->store, self->today, n);
  self->bare = bench_decade_open_bare (self->store, self->path);
  return self;
}

static void
journal_free (Journal *self)
{
  bench_check (ldr_store_close (self->store, NULL), NULL);
  ldr_store_free (self->store);
  sqlite3_close_v2 (self->bare);
  g_free (self->path);
  g_free (self);
}

/* Another day each time, so that nothing is known of it yet. */
static void
ours_first (Journal *self, gconstpointer data)
{
  static int later;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrProgress) progress = ldr_store_get_progress (self->store, self->today + ++later % 1000, &error);

  bench_check (progress != NULL && progress->days->len > 0, error);
}

static void
ours_again (Journal *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrProgress) progress = ldr_store_get_progress (self->store, self->today, &error);

  bench_check (progress != NULL && progress->days->len > 0, error);
}

static void
read_bare (Journal *self, gconstpointer data)
{
  bench_decade_read_bare (self->bare);
}

int
main (int argc, char *argv[])
{
  int n = argc > 1 ? atoi (argv[1]) : 100000;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("leidraad-bench-XXXXXX", &error);
  g_autoptr (LdrKey) key = NULL;
  Journal *journal;

  bench_check (folder != NULL, error);
  key = ldr_key_new (BENCH_DECADE_PASSPHRASE, &error);
  bench_check (key != NULL, error);
  journal = journal_new (folder, key, n);
  bench_row ("What charts are made from, first time / bare queries", ours_first, journal, NULL, read_bare, journal,
             NULL, 3, "1.30");
  bench_row ("The same again / bare queries", ours_again, journal, NULL, read_bare, journal, NULL, 3, "0.01");
  journal_free (journal);
  bench_remove_folder (folder);
  return 0;
}

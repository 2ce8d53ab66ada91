/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "bench-rounds.h"
#include "model/ldr-moment.h"
#include "report/ldr-json.h"
#include "report/ldr-markdown-export.h"
#include "store/ldr-backup.h"
#include "store/ldr-store-entries.h"
#include "store/ldr-store-list.h"

/* The store against the same SQL run bare on a copy of the same file through the sqlcipher library, in turn; medians of
 * seven rounds after one that is not counted. `store-bench [ENTRIES]`; 100,000 by default. */

#define PAGE 50
#define SAVES 40
#define HITS                                                                                                           \
  "SELECT e.key, e.id, highlight (search, 0, char (57344), char (57345)), snippet (search, 1, char (57344), "          \
  "char (57345), '…', 24), e.happened, e.day, e.styles, e.pitfalls, e.energy, e.to_discuss, e.has_pictures, "          \
  "e.deleted FROM search JOIN entry e ON e.key = search.rowid WHERE search MATCH '%s' ORDER BY search.rowid DESC "     \
  "LIMIT 50"

struct _Journal
{
  char *path;
  LdrStore *store;
  sqlite3 *bare;
  gint64 middle;
  GPtrArray *ids;
};

static char *folder;
static LdrKey *key;
static guint32 turn;

/* --- Journals -------------------------------------------------------------------------------------------------------
 */

/* Words come up as they do in texts: a few all the time, most of them rarely. */
static char *
make_text (GRand *random)
{
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (random, 150, 200);

  for (int i = 0; i < n; i++)
    {
      double x = g_rand_double (random);
      int word = (int) (20000 * x * x * x * x);

      if (i % 2 == 0)
        g_string_append (text, i % 12 == 0 ? "de " : "");
      g_string_append_printf (text, "ko%dwoord%s", word, i % 15 == 14 ? ".\n\n" : " ");
    }
  return g_string_free (text, FALSE);
}

static void
fill (Journal *self, int n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  gint64 now = ldr_moment_now ();
  g_autoptr (GError) error = NULL;

  bench_check (ldr_store_begin (self->store, &error), error);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (LdrEntry) entry = ldr_entry_new (), saved = NULL;
      g_autofree char *title = g_strdup_printf ("Notitie %d", i), *text = make_text (random);
      g_autoptr (GDateTime) happened = ldr_moment_to_local (now - (gint64) (n - i) * 3600 * 1000);

      ldr_entry_set_title (entry, title);
      ldr_entry_set_text (entry, text);
      ldr_entry_set_happened (entry, happened);
      entry->styles = 1u << i % LDR_N_STYLES;
      saved = ldr_store_save_entry (self->store, entry, &error);
      bench_check (saved != NULL, error);
      if (i % (n / SAVES) == 0)
        g_ptr_array_add (self->ids, g_strdup (entry->id));
    }
  bench_check (ldr_store_commit (self->store, &error), error);
}

static void
run_bare (sqlite3 *db, const char *sql)
{
  bench_check_code (db, sqlite3_exec (db, sql, NULL, NULL, NULL));
}

static Journal *
journal_new (int n)
{
  Journal *self = g_new0 (Journal, 1);
  g_autofree char *name = g_strdup_printf ("%d.leidraad", n), *copy = NULL;
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Bank", LDR_ROLE_LEADER);
  g_autoptr (LdrQuery) all = ldr_query_new ();
  g_autoptr (GArray) places = NULL;
  g_autoptr (GError) error = NULL;

  self->path = g_build_filename (folder, name, NULL);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->store = ldr_store_create (self->path, key, info, &error);
  bench_check (self->store != NULL, error);
  fill (self, n);
  copy = g_strconcat (self->path, ".bare", NULL);
  bench_check (ldr_store_back_up_to (self->store, copy, NULL, NULL, NULL, &error), error);
  bench_check_code (NULL, sqlite3_open (copy, &self->bare));
  run_bare (self->bare, "PRAGMA key = 'bench'; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; "
                        "PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000; "
                        "PRAGMA foreign_keys = ON");
  places = ldr_store_list_places (self->store, all, -1, &error);
  self->middle = g_array_index (places, LdrPlace, places->len / 2).key;
  return self;
}

static void
journal_free (Journal *self)
{
  bench_check (ldr_store_close (self->store, NULL), NULL);
  ldr_store_free (self->store);
  sqlite3_close_v2 (self->bare);
  g_ptr_array_unref (self->ids);
  g_free (self->path);
  g_free (self);
}

/* --- What is measured -----------------------------------------------------------------------------------------------
 */

static void
ours_page (Journal *self, gconstpointer data)
{
  g_autoptr (LdrQuery) query = ldr_query_parse (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) page = ldr_store_list_page (self->store, query, 0, PAGE, &error);

  bench_check (page != NULL && page->len > 0, error);
}

static void
ours_middle (Journal *self, gconstpointer data)
{
  g_autoptr (LdrQuery) query = ldr_query_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) page = ldr_store_list_page (self->store, query, self->middle, PAGE, &error);

  bench_check (page != NULL && page->len == PAGE, error);
}

static void
ours_places (Journal *self, gconstpointer data)
{
  g_autoptr (LdrQuery) query = ldr_query_parse (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) places = ldr_store_list_places (self->store, query, -1, &error);

  bench_check (places != NULL && places->len > 0, error);
}

/* The statement as it is; it is prepared anew each time only if @data changed. */
static void
bare_rows (Journal *self, gconstpointer data)
{
  static sqlite3_stmt *stmt;
  static const char *sql;
  static sqlite3 *db;

  if (sql != data || db != self->bare)
    {
      sqlite3_finalize (stmt);
      bench_check_code (self->bare, sqlite3_prepare_v3 (self->bare, data, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL));
      sql = data;
      db = self->bare;
    }
  sqlite3_reset (stmt);
  if (sqlite3_bind_parameter_count (stmt) > 0)
    sqlite3_bind_int64 (stmt, 1, self->middle);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    for (int i = sqlite3_column_count (stmt) - 1; i >= 0; i--)
      sqlite3_column_text (stmt, i);
  sqlite3_reset (stmt);
}

static void
ours_save (Journal *self, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (++turn);
  g_autofree char *text = make_text (random);
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrEntry) entry
      = ldr_store_get_entry (self->store, g_ptr_array_index (self->ids, turn % self->ids->len), &error);
  g_autoptr (LdrEntry) changed = ldr_entry_copy (entry), saved = NULL;

  ldr_entry_set_text (changed, text);
  saved = ldr_store_save_entry (self->store, changed, &error);
  bench_check (saved != NULL, error);
}

static sqlite3_stmt *
bare_statement (sqlite3 *db, const char *sql)
{
  static GHashTable *kept;
  g_autofree char *name = g_strdup_printf ("%p %s", (void *) db, sql);
  sqlite3_stmt *stmt;

  if (kept == NULL)
    kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  stmt = g_hash_table_lookup (kept, name);
  if (stmt == NULL)
    {
      bench_check_code (db, sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL));
      g_hash_table_insert (kept, g_steal_pointer (&name), stmt);
    }
  sqlite3_reset (stmt);
  return stmt;
}

/* Reads the row, writes text and facts over it, and follows in the index: what any program with these tables has to do.
 */
static void
bare_save (Journal *self, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (++turn);
  g_autofree char *text = make_text (random), *title = NULL, *old = NULL;
  const char *id = g_ptr_array_index (self->ids, turn % self->ids->len);
  sqlite3_stmt *read = bare_statement (
      self->bare, "SELECT e.key, e.title, t.body FROM entry e JOIN entry_text t ON t.key = e.key WHERE e.id = ?");
  sqlite3_stmt *writes[] = {
    bare_statement (self->bare, "UPDATE entry SET changed = changed + 1, revision = revision + 1 WHERE key = ?1"),
    bare_statement (self->bare, "UPDATE entry_text SET body = ?2 WHERE key = ?1"),
    bare_statement (self->bare,
                    "INSERT INTO search (search, rowid, title, body, tags) VALUES ('delete', ?1, ?3, ?4, '')"),
    bare_statement (self->bare, "INSERT INTO search (rowid, title, body, tags) VALUES (?1, ?3, ?2, '')"),
  };
  gint64 row;

  run_bare (self->bare, "BEGIN IMMEDIATE");
  sqlite3_bind_text (read, 1, id, -1, SQLITE_STATIC);
  bench_check_code (self->bare, sqlite3_step (read));
  row = sqlite3_column_int64 (read, 0);
  title = g_strdup ((const char *) sqlite3_column_text (read, 1));
  old = g_strdup ((const char *) sqlite3_column_text (read, 2));
  sqlite3_reset (read);
  for (guint i = 0; i < G_N_ELEMENTS (writes); i++)
    {
      int n = sqlite3_bind_parameter_count (writes[i]);

      sqlite3_bind_int64 (writes[i], 1, row);
      if (n >= 2)
        sqlite3_bind_text (writes[i], 2, text, -1, SQLITE_STATIC);
      if (n >= 3)
        sqlite3_bind_text (writes[i], 3, title, -1, SQLITE_STATIC);
      if (n >= 4)
        sqlite3_bind_text (writes[i], 4, old, -1, SQLITE_STATIC);
      bench_check_code (self->bare, sqlite3_step (writes[i]));
      sqlite3_reset (writes[i]);
    }
  run_bare (self->bare, "COMMIT");
}

static gboolean
pass_cb (LdrEntry *entry, gpointer data, GError **error)
{
  return TRUE;
}

static void
ours_scan (Journal *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  bench_check (ldr_store_foreach_entry (self->store, TRUE, pass_cb, NULL, &error), error);
}

static void
ours_export (Journal *self, gconstpointer suffix)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strconcat (self->path, suffix, NULL);

  bench_check (g_str_equal (suffix, ".md")
                   ? ldr_markdown_export (self->store, path, LDR_EXPORT_PRIVATE_NOTES, NULL, &error)
                   : ldr_json_export (self->store, path, LDR_EXPORT_PRIVATE_NOTES, NULL, &error),
               error);
}

/* --- Measuring ------------------------------------------------------------------------------------------------------
 */

static void
measure (Journal *large, Journal *small)
{
#define COLUMNS                                                                                                        \
  "SELECT key, id, title, excerpt, happened, day, styles, pitfalls, energy, to_discuss, has_pictures, deleted FROM "   \
  "entry "
  static const char first[] = COLUMNS "WHERE deleted = 0 ORDER BY key DESC LIMIT 50";
  static const char middle[] = COLUMNS "WHERE deleted = 0 AND key < ? ORDER BY key DESC LIMIT 50";
  static const char places[] = "SELECT key, day FROM entry INDEXED BY entry_live WHERE deleted = 0 ORDER BY key DESC";
  static const char common_places[] = "SELECT rowid FROM search WHERE search MATCH '\"de\"' ORDER BY rowid DESC";
  static const char *const words[][3] = {
    { "common word", "de ", "\"de\"" },
    { "rare word", "ko19990woord ", "\"ko19990woord\"" },
    { "prefix in every entry", "ko", "\"ko\" *" },
    { "two words", "de ko5woord ", "\"de\" \"ko5woord\"" },
  };

  bench_row ("First page of 50 / bare", ours_page, large, "", bare_rows, large, first, 100, "1.50");
  bench_row ("Page of 50 in the middle / bare", ours_middle, large, NULL, bare_rows, large, middle, 100, "1.30");
  bench_row ("Light index of all / bare", ours_places, large, "", bare_rows, large, places, 3, "1.30");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *what = g_strdup_printf ("Search, %s, first 50 / bare", words[i][0]);
      g_autofree char *sql = g_strdup_printf (HITS, words[i][2]);

      bench_row (what, ours_page, large, words[i][1], bare_rows, large, sql, 20, "1.50");
    }
  bench_row ("Places of a word in every entry / bare hits and index", ours_places, large, "de ", bare_rows, large,
             common_places, 3, "");
  bench_row ("Save / bare update", ours_save, large, NULL, bare_save, large, NULL, SAVES, "1.50");
  bench_row ("Export as JSON / reading all", ours_export, large, ".json", ours_scan, large, NULL, 1, "1.50");
  bench_row ("Export as Markdown / reading all", ours_export, large, ".md", ours_scan, large, NULL, 1, "1.50");
  bench_row ("First page, large journal / small", ours_page, large, "", ours_page, small, "", 100, "1.50");
  bench_row ("Search, large journal / small", ours_page, large, "de ", ours_page, small, "de ", 20, "1.50");
  bench_row ("Save, large journal / small", ours_save, large, NULL, ours_save, small, NULL, SAVES, "1.50");
}

int
main (int argc, char *argv[])
{
  int n = argc > 1 ? atoi (argv[1]) : 100000;
  g_autoptr (GError) error = NULL;
  Journal *large, *small;

  folder = g_dir_make_tmp ("leidraad-bench-XXXXXX", &error);
  bench_check (folder != NULL, error);
  key = ldr_key_new ("bench", &error);
  bench_check (key != NULL, error);
  large = journal_new (n);
  small = journal_new (1000);
  measure (large, small);
  journal_free (large);
  journal_free (small);
  bench_remove_folder (folder);
  g_free (folder);
  ldr_key_unref (key);
  return 0;
}

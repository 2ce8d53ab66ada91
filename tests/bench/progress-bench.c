/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include "bench-rounds.h"
#include "content/ldr-questionnaire.h"
#include "model/ldr-moment.h"
#include "store/ldr-backup.h"
#include "store/ldr-day-count.h"
#include "store/ldr-store-entries.h"
#include "store/ldr-store-private.h"
#include "store/ldr-store-progress.h"

/* What the charts are made from, against the same queries run bare on a copy of the same file through the sqlcipher
 * library, in turn. `progress-bench [ENTRIES]`; 100,000 over ten years by default. */

#define DAYS 3652
#define GOALS 40
#define CHECK_INS_A_GOAL 65
#define SESSIONS 260
#define ACTIONS_A_SESSION 3
#define MEASUREMENTS 40

struct _Journal
{
  char *path;
  LdrStore *store;
  sqlite3 *bare;
  int today;
};

/* --- A journal of ten years -----------------------------------------------------------------------------------------
 */

static GDateTime *
make_moment (int day, int minute)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  return g_date_time_new_utc (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), minute / 60,
                              minute % 60, 0);
}

static void
add_entries (Journal *self, int n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < n; i++)
    {
      g_autoptr (LdrEntry) entry = ldr_entry_new ();
      g_autofree char *title = g_strdup_printf ("Notitie %d", i);
      g_autoptr (GDateTime) happened
          = make_moment (self->today - DAYS + 1 + (int) ((gint64) i * DAYS / n), g_rand_int_range (random, 0, 1440));

      ldr_entry_set_title (entry, title);
      ldr_entry_set_text (entry, "Wat er vandaag gebeurde, en wat ik ervan leer.");
      ldr_entry_set_happened (entry, happened);
      entry->styles = LDR_STYLE_BIT (g_rand_int_range (random, 0, LDR_N_STYLES));
      if (g_rand_int_range (random, 0, 3) == 0)
        entry->pitfalls = LDR_STYLE_BIT (g_rand_int_range (random, 0, LDR_N_STYLES));
      entry->energy = g_rand_int_range (random, 0, LDR_ENERGY_MAX + 1);
      bench_check (ldr_store_import_entry (self->store, entry, &error), error);
    }
}

static void
add_goals (Journal *self)
{
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < GOALS; i++)
    {
      g_autoptr (LdrGoal) goal = ldr_goal_new (LDR_GOAL_STRENGTH, i % LDR_N_STYLES);
      int first = self->today - DAYS + 1 + i * DAYS / GOALS;

      ldr_goal_set_statement (goal, "Elke dag een half uur op de vloer");
      ldr_goal_add_step (goal, "Een plek in het rooster");
      bench_check (ldr_store_import_goal (self->store, goal, &error), error);
      for (int c = 0; c < CHECK_INS_A_GOAL; c++)
        {
          g_autoptr (LdrCheckIn) check_in = ldr_check_in_new (goal, first + c, c % 11);

          ldr_check_in_set_note (check_in, "Het lukte vandaag beter dan gisteren.");
          bench_check (ldr_store_check_in (self->store, check_in, NULL, &error), error);
        }
    }
}

static void
add_sessions (Journal *self)
{
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < SESSIONS; i++)
    {
      g_autoptr (GDateTime) starts = make_moment (self->today - DAYS + 1 + i * DAYS / SESSIONS, 600);
      g_autoptr (LdrSession) session = ldr_session_new (starts);

      ldr_session_set_note (session, LDR_SESSION_PART_FREE, "Waar we het over hadden.");
      bench_check (ldr_store_import_session (self->store, session, &error), error);
      for (int a = 0; a < ACTIONS_A_SESSION; a++)
        {
          g_autoptr (LdrAction) action = ldr_action_new (session, "Het rooster bespreken");

          bench_check (ldr_store_import_action (self->store, action, &error), error);
        }
    }
}

static void
add_measurements (Journal *self, const char *id)
{
  const LdrQuestionnaire *questionnaire = ldr_questionnaire_find (id);
  gsize n_facts;
  g_autofree LdrItemFacts *facts = ldr_questionnaire_dup_facts (questionnaire, &n_facts);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < MEASUREMENTS; i++)
    {
      g_autoptr (LdrAssessment) assessment
          = ldr_assessment_new (questionnaire->id, questionnaire->version, questionnaire->kind, facts, n_facts);

      for (gsize item = 0; item < n_facts; item++)
        assessment->answers[item] = 1 + i % 2;
      ldr_assessment_finish (assessment);
      bench_check (ldr_store_save_assessment (self->store, assessment, &error), error);
    }
}

static void
run_bare (sqlite3 *db, const char *sql)
{
  bench_check_code (db, sqlite3_exec (db, sql, NULL, NULL, NULL));
}

static Journal *
journal_new (const char *folder, LdrKey *key, int n)
{
  Journal *self = g_new0 (Journal, 1);
  g_autofree char *copy = NULL;
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Bank", LDR_ROLE_LEADER);
  g_autoptr (GError) error = NULL;

  self->today = ldr_day_today ();
  self->path = g_build_filename (folder, "progress.leidraad", NULL);
  self->store = ldr_store_create (self->path, key, info, &error);
  bench_check (self->store != NULL, error);
  bench_check (ldr_store_begin (self->store, &error), error);
  add_entries (self, n);
  add_goals (self);
  add_sessions (self);
  add_measurements (self, LDR_QUESTIONNAIRE_NATURAL_STYLE);
  add_measurements (self, LDR_QUESTIONNAIRE_PITFALL_SIGNS);
  bench_check (ldr_store_commit (self->store, &error), error);
  copy = g_strconcat (self->path, ".bare", NULL);
  bench_check (ldr_store_back_up_to (self->store, copy, NULL, NULL, NULL, &error), error);
  bench_check_code (NULL, sqlite3_open (copy, &self->bare));
  bench_check_code (self->bare, ldr_day_count_add_to (self->bare));
  run_bare (self->bare, "PRAGMA key = 'bench'; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; "
                        "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000");
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

/* --- What is measured -----------------------------------------------------------------------------------------------
 */

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

/* All rows of each statement of the list, with their columns. They are prepared once. */
static void
bare_rows (Journal *self, gconstpointer data)
{
  static GHashTable *kept;

  if (kept == NULL)
    kept = g_hash_table_new (NULL, NULL);
  for (const char *const *sql = data; *sql != NULL; sql++)
    {
      sqlite3_stmt *stmt = g_hash_table_lookup (kept, *sql);

      if (stmt == NULL)
        {
          bench_check_code (self->bare,
                            sqlite3_prepare_v3 (self->bare, *sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL));
          g_hash_table_insert (kept, (gpointer) *sql, stmt);
        }
      sqlite3_reset (stmt);
      while (sqlite3_step (stmt) == SQLITE_ROW)
        for (int i = sqlite3_column_count (stmt) - 1; i >= 0; i--)
          if (sqlite3_column_type (stmt, i) == SQLITE_INTEGER)
            sqlite3_column_int64 (stmt, i);
          else
            sqlite3_column_text (stmt, i);
      sqlite3_reset (stmt);
    }
}

/* What has to be read, each in one go. */
static const char *const queries[] = {
  LDR_PROGRESS_DAYS,
  "SELECT * FROM goal WHERE deleted = 0 ORDER BY place, key",
  "SELECT goal, id, text, done FROM goal_step ORDER BY goal, place",
  "SELECT goal, version, since, statement, measure, better, unit, start, target FROM goal_version "
  "ORDER BY goal, version",
  "SELECT goal, id, version, day, moment, value FROM check_in ORDER BY goal, day",
  "SELECT s.id, s.state, s.starts, s.day, s.minutes, s.location, s.opened, s.closed, s.deleted, "
  "(SELECT count(*) FROM agenda_point p WHERE p.session = s.key), "
  "(SELECT count(*) FROM agenda_point p WHERE p.session = s.key AND p.done = 1), "
  "(SELECT count(*) FROM action a WHERE a.session = s.id), "
  "(SELECT count(*) FROM action a WHERE a.session = s.id AND a.state = 0), "
  "EXISTS (SELECT 1 FROM session_note n WHERE n.session = s.key AND n.part < 5) "
  "FROM session s WHERE s.deleted = 0 ORDER BY s.starts",
  "SELECT a.*, s.starts FROM action a LEFT JOIN session s ON s.id = a.session ORDER BY a.id",
  "SELECT * FROM assessment ORDER BY questionnaire, max (started, finished)",
  "SELECT assessment, place, item, answer FROM assessment_answer ORDER BY assessment, place",
  NULL,
};

int
main (int argc, char *argv[])
{
  int n = argc > 1 ? atoi (argv[1]) : 100000;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("leidraad-bench-XXXXXX", &error);
  g_autoptr (LdrKey) key = NULL;
  Journal *journal;

  bench_check (folder != NULL, error);
  key = ldr_key_new ("bench", &error);
  bench_check (key != NULL, error);
  journal = journal_new (folder, key, n);
  bench_row ("What charts are made from, first time / bare queries", ours_first, journal, NULL, bare_rows, journal,
             queries, 3, "1.30");
  bench_row ("The same again / bare queries", ours_again, journal, NULL, bare_rows, journal, queries, 3, "0.01");
  journal_free (journal);
  bench_remove_folder (folder);
  return 0;
}

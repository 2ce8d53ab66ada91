/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-decade.h"

#include "bench-rounds.h"
#include "content/ldr-questionnaire.h"
#include "store/ldr-backup.h"
#include "store/ldr-day-count.h"
#include "store/ldr-store-entries.h"
#include "store/ldr-store-private.h"
#include "store/ldr-store-progress.h"

#define DAYS 3652
#define GOALS 40
#define CHECK_INS_A_GOAL 65
#define SESSIONS 260
#define ACTIONS_A_SESSION 3
#define MEASUREMENTS 40

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
add_entries (LdrStore *store, int today, int n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < n; i++)
    {
      g_autoptr (LdrEntry) entry = ldr_entry_new ();
      g_autofree char *title = g_strdup_printf ("Notitie %d", i);
      g_autoptr (GDateTime) happened
          = make_moment (today - DAYS + 1 + (int) ((gint64) i * DAYS / n), g_rand_int_range (random, 0, 1440));

      ldr_entry_set_title (entry, title);
      ldr_entry_set_text (entry, "Wat er vandaag gebeurde, en wat ik ervan leer.");
      ldr_entry_set_happened (entry, happened);
      entry->styles = LDR_STYLE_BIT (g_rand_int_range (random, 0, LDR_N_STYLES));
      if (g_rand_int_range (random, 0, 3) == 0)
        entry->pitfalls = LDR_STYLE_BIT (g_rand_int_range (random, 0, LDR_N_STYLES));
      entry->energy = g_rand_int_range (random, 0, LDR_ENERGY_MAX + 1);
      bench_check (ldr_store_import_entry (store, entry, &error), error);
    }
}

static void
add_goals (LdrStore *store, int today)
{
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < GOALS; i++)
    {
      g_autoptr (LdrGoal) goal = ldr_goal_new (LDR_GOAL_STRENGTH, i % LDR_N_STYLES);
      int first = today - DAYS + 1 + i * DAYS / GOALS;

      ldr_goal_set_statement (goal, "Elke dag een half uur op de vloer");
      ldr_goal_add_step (goal, "Een plek in het rooster");
      bench_check (ldr_store_import_goal (store, goal, &error), error);
      for (int c = 0; c < CHECK_INS_A_GOAL; c++)
        {
          g_autoptr (LdrCheckIn) check_in = ldr_check_in_new (goal, first + c, c % 11);

          ldr_check_in_set_note (check_in, "Het lukte vandaag beter dan gisteren.");
          bench_check (ldr_store_check_in (store, check_in, NULL, &error), error);
        }
    }
}

static void
add_sessions (LdrStore *store, int today)
{
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < SESSIONS; i++)
    {
      g_autoptr (GDateTime) starts = make_moment (today - DAYS + 1 + i * DAYS / SESSIONS, 600);
      g_autoptr (LdrSession) session = ldr_session_new (starts);

      ldr_session_set_note (session, LDR_SESSION_PART_FREE, "Waar we het over hadden.");
      bench_check (ldr_store_import_session (store, session, &error), error);
      for (int a = 0; a < ACTIONS_A_SESSION; a++)
        {
          g_autoptr (LdrAction) action = ldr_action_new (session, "Het rooster bespreken");

          bench_check (ldr_store_import_action (store, action, &error), error);
        }
    }
}

static void
add_measurements (LdrStore *store, const char *id)
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
      bench_check (ldr_store_save_assessment (store, assessment, &error), error);
    }
}

/* Fills a new journal with what ten years until @today leave behind, with @n_entries entries. */
void
bench_decade_fill (LdrStore *store, int today, int n_entries)
{
  g_autoptr (GError) error = NULL;

  bench_check (ldr_store_begin (store, &error), error);
  add_entries (store, today, n_entries);
  add_goals (store, today);
  add_sessions (store, today);
  add_measurements (store, LDR_QUESTIONNAIRE_NATURAL_STYLE);
  add_measurements (store, LDR_QUESTIONNAIRE_PITFALL_SIGNS);
  bench_check (ldr_store_commit (store, &error), error);
}

/* A copy of the journal beside @path, opened with nothing but the sqlcipher library. */
sqlite3 *
bench_decade_open_bare (LdrStore *store, const char *path)
{
  g_autofree char *copy = g_strconcat (path, ".bare", NULL);
  g_autoptr (GError) error = NULL;
  sqlite3 *bare;

  bench_check (ldr_store_back_up_to (store, copy, NULL, NULL, NULL, &error), error);
  bench_check_code (NULL, sqlite3_open (copy, &bare));
  bench_check_code (bare, ldr_day_count_add_to (bare));
  bench_check_code (bare, sqlite3_exec (bare,
                                        "PRAGMA key = '" BENCH_DECADE_PASSPHRASE
                                        "'; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; "
                                        "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000",
                                        NULL, NULL, NULL));
  return bare;
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

static void
read_rows (sqlite3_stmt *stmt)
{
  while (sqlite3_step (stmt) == SQLITE_ROW)
    for (int i = sqlite3_column_count (stmt) - 1; i >= 0; i--)
      if (sqlite3_column_type (stmt, i) == SQLITE_INTEGER)
        sqlite3_column_int64 (stmt, i);
      else
        sqlite3_column_text (stmt, i);
}

/* Reads all that charts are made from, with every column. The statements are prepared once. */
void
bench_decade_read_bare (sqlite3 *bare)
{
  static sqlite3_stmt *statements[G_N_ELEMENTS (queries)];

  for (guint i = 0; queries[i] != NULL; i++)
    {
      if (statements[i] == NULL)
        bench_check_code (bare,
                          sqlite3_prepare_v3 (bare, queries[i], -1, SQLITE_PREPARE_PERSISTENT, &statements[i], NULL));
      sqlite3_reset (statements[i]);
      read_rows (statements[i]);
      sqlite3_reset (statements[i]);
    }
}

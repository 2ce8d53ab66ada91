/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "ldr-coaching-testing.h"
#include "ldr-fault-vfs.h"
#include "model/ldr-id.h"
#include "model/ldr-model-error.h"
#include "store/ldr-store-goals.h"
#include "store/ldr-store-private.h"

/* Goals, saved and read again: whole, in order, and after the file was closed. */

#define DAY TEST_MONDAY

static void
test_save_whole (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrGoal) goal = test_full_goal (), saved = test_save_goal (self, ldr_goal_ref (goal), DAY), read = NULL;
  g_autoptr (LdrGoal) changed = NULL, again = NULL;

  g_assert_cmpint (saved->changed, >=, goal->created);
  fixture_reopen (self);
  read = test_get_goal (self, goal);
  test_assert_same_goal (read, goal);
  g_assert_cmpint (read->changed, ==, saved->changed);
  /* Steps in another order, one less and one more. */
  changed = ldr_goal_copy (read);
  ldr_goal_move_step (changed, 1, 0);
  ldr_goal_remove_step (changed, 1);
  ldr_goal_add_step (changed, "Nieuw");
  ldr_goal_set_learned (changed, "");
  ldr_goal_set_state (changed, LDR_GOAL_ACHIEVED, DAY + 9);
  again = test_save_goal (self, ldr_goal_ref (changed), DAY + 9);
  test_assert_same_goal (again, changed);
  g_clear_pointer (&read, ldr_goal_unref);
  read = test_get_goal (self, goal);
  test_assert_same_goal (read, changed);
  test_assert_sound (self->store);
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrGoal) goal = test_goal ("");
  g_autoptr (GError) error = NULL;

  g_assert_null (ldr_store_save_goal (self->store, goal, DAY, &error));
  g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (ldr_store_import_goal (self->store, goal, &error));
  g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (ldr_store_get_goal (self->store, goal->id, &error));
  test_assert_error (error, LDR_STORE_ERROR_NOT_FOUND);
  g_assert_false (ldr_store_trash_goal (self->store, goal->id, &error));
  test_assert_error (error, LDR_STORE_ERROR_NOT_FOUND);
}

/* Three marks freeze the wording; what is saved after that is a new version, and saving the old one takes it back. */
static void
test_versions (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrGoal) first = test_save_goal (self, test_goal ("One"), DAY), corrected = NULL, second = NULL,
                      undone = NULL;
  g_autoptr (LdrGoal) stale = ldr_goal_copy (first), third = NULL, read = NULL;

  test_mark (self, first, DAY, 5);
  test_mark (self, first, DAY + 1, 5);
  ldr_goal_set_statement (stale, "One, corrected");
  corrected = test_save_goal (self, ldr_goal_copy (stale), DAY + 2);
  g_assert_cmpuint (corrected->versions->len, ==, 1);
  test_mark (self, first, DAY + 2, 6);
  ldr_goal_set_statement (stale, "Two");
  second = test_save_goal (self, ldr_goal_copy (stale), DAY + 3);
  g_assert_cmpuint (second->versions->len, ==, 2);
  g_assert_cmpint (ldr_goal_get_version (second)->since, ==, DAY + 3);
  undone = test_save_goal (self, ldr_goal_copy (corrected), DAY + 3);
  test_assert_same_goal (undone, corrected);
  g_clear_pointer (&second, ldr_goal_unref);
  second = test_save_goal (self, ldr_goal_copy (stale), DAY + 4);
  test_mark (self, second, DAY + 4, 7);
  /* A copy from before the version began knows nothing of it, and takes nothing away. */
  ldr_goal_set_statement (stale, "Two, corrected");
  third = test_save_goal (self, ldr_goal_copy (stale), DAY + 5);
  g_assert_cmpuint (third->versions->len, ==, 2);
  fixture_reopen (self);
  read = test_get_goal (self, first);
  test_assert_same_goal (read, third);
  g_assert_cmpstr (ldr_goal_find_version (read, 1)->statement, ==, "One, corrected");
  g_assert_cmpstr (ldr_goal_find_version (read, 2)->statement, ==, "Two, corrected");
}

static void
test_import (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrGoal) goal = test_full_goal (), read = NULL, other = NULL;
  g_autoptr (LdrMeasure) scale = ldr_measure_new (LDR_MEASURE_SCALE, 1, "", NAN, 8);
  g_autoptr (LdrCheckIn) early = NULL, late = NULL;
  g_autoptr (GPtrArray) check_ins = NULL;
  g_autoptr (GError) error = NULL;

  goal->created = 1000;
  goal->changed = 2000;
  goal->deleted = 3000;
  ldr_goal_add_version (goal, DAY + 200000, "Nu op een schaal", scale);
  g_assert_true (ldr_store_import_goal (self->store, goal, &error));
  g_assert_no_error (error);
  read = test_get_goal (self, goal);
  test_assert_same_goal (read, goal);
  g_assert_cmpint (read->changed, ==, 2000);
  early = test_check_in_on (self, goal, DAY, 84.5);
  late = test_check_in_on (self, goal, DAY + 200000, 7);
  /* Again, with the check-ins that it has; but not as a goal on which they would be no marks. */
  g_assert_true (ldr_store_import_goal (self->store, goal, &error));
  other = ldr_goal_copy (goal);
  g_ptr_array_remove_index (other->versions, 1);
  g_assert_false (ldr_store_import_goal (self->store, other, &error));
  test_assert_error (error, LDR_STORE_ERROR_CONFLICT);
  g_clear_pointer (&read, ldr_goal_unref);
  read = test_get_goal (self, goal);
  test_assert_same_goal (read, goal);
  check_ins = ldr_store_list_check_ins (self->store, goal->id, &error);
  g_assert_cmpuint (check_ins->len, ==, 2);
}

static char *
statements (GPtrArray *goals)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < goals->len; i++)
    g_string_append (text, ldr_goal_get_statement (g_ptr_array_index (goals, i)));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_goals(list, wanted)                                                                                     \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autoptr (GPtrArray) found_goals = list;                                                                          \
    g_autofree char *found_statements = NULL;                                                                          \
    g_assert_nonnull (found_goals);                                                                                    \
    found_statements = statements (found_goals);                                                                       \
    g_assert_cmpstr (found_statements, ==, wanted);                                                                    \
  }                                                                                                                    \
  G_STMT_END

#define ACTIVE LDR_GOAL_STATE_BIT (LDR_GOAL_ACTIVE)
#define PAUSED LDR_GOAL_STATE_BIT (LDR_GOAL_PAUSED)

static void
test_list (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrGoal) a = test_save_goal (self, test_goal ("A"), DAY), b = test_goal ("B"), c = test_goal ("C"),
                      d = test_goal ("D");
  const char *order[] = { NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;

  ldr_goal_pause (b, DAY, DAY + 7);
  ldr_goal_set_state (c, LDR_GOAL_ACHIEVED, DAY);
  b = test_save_goal (self, b, DAY);
  c = test_save_goal (self, c, DAY);
  d = test_save_goal (self, d, DAY);
  assert_goals (ldr_store_list_goals (self->store, LDR_GOAL_STATES_ALL, DAY, NULL), "ABCD");
  assert_goals (ldr_store_list_goals (self->store, ACTIVE, DAY, NULL), "AD");
  assert_goals (ldr_store_list_goals (self->store, PAUSED, DAY, NULL), "B");
  /* Its day has come. */
  assert_goals (ldr_store_list_goals (self->store, ACTIVE, DAY + 7, NULL), "ABD");
  assert_goals (ldr_store_list_goals (self->store, PAUSED, DAY + 7, NULL), "");
  order[0] = d->id;
  order[1] = a->id;
  g_assert_true (ldr_store_order_goals (self->store, order, &error));
  assert_goals (ldr_store_list_goals (self->store, LDR_GOAL_STATES_ALL, DAY, NULL), "DABC");
  /* A change keeps its place. */
  ldr_goal_unref (test_save_goal (self, ldr_goal_copy (c), DAY));
  assert_goals (ldr_store_list_goals (self->store, LDR_GOAL_STATES_ALL, DAY, NULL), "DABC");
  g_assert_no_error (error);
}

static void
test_trash (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrGoal) a = test_save_goal (self, test_goal ("A"), DAY), b = test_save_goal (self, test_goal ("B"), DAY),
                      kept = NULL;
  g_autoptr (GPtrArray) check_ins = NULL, courses = NULL;
  g_autoptr (GError) error = NULL;
  gint64 before;

  test_mark (self, a, DAY, 5);
  g_assert_true (ldr_store_trash_goal (self->store, a->id, &error));
  kept = test_get_goal (self, a);
  g_assert_cmpint (kept->deleted, >=, a->created);
  assert_goals (ldr_store_list_goals (self->store, LDR_GOAL_STATES_ALL, DAY, NULL), "B");
  assert_goals (ldr_store_list_trashed_goals (self->store, NULL), "A");
  assert_goals (ldr_store_list_all_goals (self->store, NULL), "AB");
  courses = ldr_store_list_goal_courses (self->store, LDR_GOAL_STATES_ALL, DAY, &error);
  g_assert_cmpuint (courses->len, ==, 1);
  /* Saved where it lies, it stays there. */
  ldr_goal_unref (test_save_goal (self, ldr_goal_copy (a), DAY));
  assert_goals (ldr_store_list_trashed_goals (self->store, NULL), "A");
  g_assert_true (ldr_store_restore_goal (self->store, a->id, &error));
  g_assert_true (ldr_store_restore_goal (self->store, a->id, &error));
  assert_goals (ldr_store_list_goals (self->store, LDR_GOAL_STATES_ALL, DAY, NULL), "AB");
  /* What went there before a moment goes, and nothing else. */
  g_assert_true (ldr_store_trash_goal (self->store, a->id, &error));
  g_clear_pointer (&kept, ldr_goal_unref);
  kept = test_get_goal (self, a);
  before = kept->deleted;
  g_assert_true (ldr_store_purge_trash (self->store, before, &error));
  /* Emptying the trash is asked about entries. */
  g_assert_true (ldr_store_empty_trash (self->store, &error));
  assert_goals (ldr_store_list_trashed_goals (self->store, NULL), "A");
  g_assert_true (ldr_store_purge_trash (self->store, before + 1, &error));
  g_assert_no_error (error);
  assert_goals (ldr_store_list_trashed_goals (self->store, NULL), "");
  assert_goals (ldr_store_list_goals (self->store, LDR_GOAL_STATES_ALL, DAY, NULL), "B");
  check_ins = ldr_store_list_check_ins (self->store, a->id, &error);
  g_assert_cmpuint (check_ins->len, ==, 0);
  test_assert_sound (self->store);
}

/* Gone for good, with all that is its own. */
static void
test_delete (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrGoal) goal = test_save_goal (self, test_full_goal (), DAY);
  g_autoptr (LdrCheckIn) made = test_check_in_on (self, goal, DAY, 9.5);
  const char *ids[] = { goal->id, ldr_goal_get_step (goal, 0)->id, made->id };
  gint64 n_rows = -1;
  gboolean known, empty;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_true (ldr_store_knows_part (self->store, ids[i], &known, &error) && known);
  g_assert_true (ldr_store_is_empty (self->store, &empty, &error) && !empty);
  g_assert_true (ldr_store_delete_goal (self->store, goal->id, &error));
  g_assert_true (ldr_store_delete_goal (self->store, goal->id, &error));
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_true (ldr_store_knows_part (self->store, ids[i], &known, &error) && !known);
  g_assert_true (ldr_store_is_empty (self->store, &empty, &error) && empty);
  g_assert_true (ldr_database_get_number (self->store->db, "SELECT count (*) FROM goal_version", &n_rows, &error));
  g_assert_no_error (error);
  g_assert_cmpint (n_rows, ==, 0);
  test_assert_sound (self->store);
}

/* What pages ask for is found by an index. */
static void
test_plans (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    const char *plans[5];
  } rows[] = {
    { "SELECT id FROM goal WHERE deleted = 0 ORDER BY place, key", { "SCAN goal USING INDEX goal_place" } },
    { "SELECT id FROM goal WHERE deleted > 0 ORDER BY deleted DESC, key DESC",
      { "SEARCH goal USING INDEX goal_trash (deleted>?)" } },
    { "SELECT 1 FROM goal WHERE deleted > 0 AND deleted < 5 LIMIT 1",
      { "SEARCH goal USING COVERING INDEX goal_trash (deleted>? AND deleted<?)" } },
    { "SELECT c.day FROM goal g JOIN check_in c ON c.goal = g.key WHERE g.id = 'a' ORDER BY c.day",
      { "SEARCH g USING COVERING INDEX sqlite_autoindex_goal_1 (id=?)", "SEARCH c USING PRIMARY KEY (goal=?)" } },
    { "SELECT g.id, c.note FROM goal g JOIN check_in c ON c.goal = g.key AND c.day <= 9 AND c.day >= coalesce ((SELECT "
      "day "
      "FROM check_in WHERE goal = g.key AND day <= 9 ORDER BY day DESC LIMIT 1 OFFSET 23), 0) WHERE g.deleted = 0 "
      "ORDER BY g.place, g.key, c.day",
      { "SCAN g USING INDEX goal_place", "SEARCH c USING PRIMARY KEY (goal=? AND day>? AND day<?)",
        "CORRELATED SCALAR SUBQUERY*", "SEARCH check_in USING PRIMARY KEY (goal=? AND day<?)" } },
    { "SELECT c.note FROM goal g JOIN check_in c ON c.goal = g.key WHERE g.id = 'a' AND c.day = 9",
      { "SEARCH g USING COVERING INDEX sqlite_autoindex_goal_1 (id=?)",
        "SEARCH c USING PRIMARY KEY (goal=? AND day=?)" } },
    { "SELECT c.note FROM goal g JOIN check_in c ON c.goal = g.key WHERE g.id = 'a' AND c.id = 'b' AND c.day <> 9",
      { "SEARCH g USING COVERING INDEX sqlite_autoindex_goal_1 (id=?)", "SEARCH c USING*" } },
    { "SELECT id FROM goal_step WHERE goal = 1 ORDER BY place", { "SEARCH goal_step USING PRIMARY KEY (goal=?)" } },
    { "SELECT since FROM goal_version WHERE goal = 1 ORDER BY version",
      { "SEARCH goal_version USING PRIMARY KEY (goal=?)" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", rows[i].sql, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (LdrStatement) row = ldr_database_prepare (self->store->db, sql, &error);

      g_assert_no_error (error);
      for (gsize k = 0; rows[i].plans[k] != NULL; k++)
        {
          g_assert_cmpint (ldr_statement_step (row, &error), ==, LDR_STEP_ROW);
          if (!g_pattern_match_simple (rows[i].plans[k], ldr_statement_get_text (row, 3)))
            g_error ("%s: %s", rows[i].sql, ldr_statement_get_text (row, 3));
        }
      g_assert_cmpint (ldr_statement_step (row, &error), ==, LDR_STEP_DONE);
    }
}

/* Whichever call to the disk fails while something is written: all is as it was, or all is as it is to be. */

static void
test_save_fails (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrGoal) old = test_save_goal (self, test_full_goal (), DAY), changed = ldr_goal_copy (old);

  fixture_reopen (self);
  for (guint i = 0; i < 400; i++)
    ldr_goal_add_step (changed, "Een stap die een pagina helpt vullen");
  ldr_goal_set_statement (changed, "Anders");
  for (FaultTurns turns = { 0 }; fault_turns_next (&turns);)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LdrGoal) saved = NULL, stored = NULL;

      saved = ldr_store_save_goal (self->store, changed, DAY, &error);
      fault_turns_end (&turns, saved != NULL);
      g_assert_true ((saved == NULL) == (error != NULL));
      stored = test_get_goal (self, old);
      test_assert_same_goal (stored, saved != NULL ? changed : old);
      g_clear_error (&error);
      g_assert_true (ldr_store_import_goal (self->store, old, &error));
    }
  test_assert_sound (self->store);
}

int
main (int argc, char *argv[])
{
  static const FixtureTest tests[] = {
    { "save", test_save_whole }, { "refused", test_refused }, { "versions", test_versions },
    { "import", test_import },   { "list", test_list },       { "trash", test_trash },
    { "delete", test_delete },   { "plans", test_plans },     { "save-fails", test_save_fails },
  };

  g_test_init (&argc, &argv, NULL);
  fault_vfs_register ();
  fixture_add_tests ("/goals/", fixture_set_up, tests, G_N_ELEMENTS (tests));
  return g_test_run ();
}

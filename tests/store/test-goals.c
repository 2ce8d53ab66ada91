/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "ldr-fault-vfs.h"
#include "ldr-store-testing.h"
#include "model/ldr-id.h"
#include "model/ldr-model-error.h"
#include "store/ldr-store-goals.h"
#include "store/ldr-store-private.h"
#include "store/ldr-store-prompts.h"

/* Goals and their check-ins, saved and read again: whole, in order, and after the file was closed. */

#define DAY 739684 /* Monday, 9 March 2026 */

static LdrGoal *
goal_of (const char *statement)
{
  LdrGoal *goal = ldr_goal_new (LDR_GOAL_PITFALL, LDR_STYLE_TEAM_PLAYER);

  ldr_goal_set_statement (goal, statement);
  ldr_goal_set_rhythm (goal, LDR_RHYTHM_WEEKDAYS, LDR_WEEKDAYS_ALL);
  goal->first_day = goal->state_day = DAY;
  ((LdrGoalVersion *) ldr_goal_get_version (goal))->since = DAY;
  return goal;
}

/* Saves a goal (transfer full) and returns it as it was saved. */
static LdrGoal *
save (Fixture *self, LdrGoal *goal, int today)
{
  g_autoptr (LdrGoal) own = goal;
  g_autoptr (GError) error = NULL;
  LdrGoal *saved = ldr_store_save_goal (self->store, own, today, &error);

  g_assert_no_error (error);
  g_assert_nonnull (saved);
  return saved;
}

static LdrGoal *
get (Fixture *self, const LdrGoal *goal)
{
  g_autoptr (GError) error = NULL;
  LdrGoal *read = ldr_store_get_goal (self->store, goal->id, &error);

  g_assert_no_error (error);
  return read;
}

static LdrCheckIn *
check_in (Fixture *self, const LdrGoal *goal, int day, double value)
{
  LdrCheckIn *check_in = ldr_check_in_new (goal, day, value);
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_check_in (self->store, check_in, NULL, &error));
  g_assert_no_error (error);
  return check_in;
}

static void
mark (Fixture *self, const LdrGoal *goal, int day, double value)
{
  g_autoptr (LdrCheckIn) made = check_in (self, goal, day, value);

  g_assert_cmpint (made->day, ==, day);
}

static void
assert_same_goal (const LdrGoal *a, const LdrGoal *b)
{
  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpint (a->style, ==, b->style);
  g_assert_cmpstr (a->why, ==, b->why);
  g_assert_cmpstr (a->success, ==, b->success);
  g_assert_cmpstr (a->hypothesis, ==, b->hypothesis);
  g_assert_cmpstr (a->learned, ==, b->learned);
  g_assert_cmpint (a->state, ==, b->state);
  g_assert_cmpint (a->state_day, ==, b->state_day);
  g_assert_cmpint (a->returns, ==, b->returns);
  g_assert_cmpint (a->first_day, ==, b->first_day);
  g_assert_cmpint (a->last_day, ==, b->last_day);
  g_assert_cmpint (a->rhythm, ==, b->rhythm);
  g_assert_cmpuint (a->weekdays, ==, b->weekdays);
  g_assert_cmpint (a->created, ==, b->created);
  g_assert_cmpint (a->deleted, ==, b->deleted);
  g_assert_cmpuint (a->steps->len, ==, b->steps->len);
  for (guint i = 0; i < a->steps->len; i++)
    {
      g_assert_cmpstr (ldr_goal_get_step (a, i)->id, ==, ldr_goal_get_step (b, i)->id);
      g_assert_cmpstr (ldr_goal_get_step (a, i)->text, ==, ldr_goal_get_step (b, i)->text);
      g_assert_cmpint (ldr_goal_get_step (a, i)->done, ==, ldr_goal_get_step (b, i)->done);
    }
  g_assert_cmpmem (a->rests->data, a->rests->len * sizeof (LdrGoalRest), b->rests->data,
                   b->rests->len * sizeof (LdrGoalRest));
  g_assert_cmpuint (a->versions->len, ==, b->versions->len);
  for (int number = 1; number <= (int) a->versions->len; number++)
    {
      const LdrGoalVersion *x = ldr_goal_find_version (a, number), *y = ldr_goal_find_version (b, number);

      g_assert_cmpint (x->since, ==, y->since);
      g_assert_cmpstr (x->statement, ==, y->statement);
      g_assert_true (ldr_measure_equal (x->measure, y->measure));
    }
}

/* A goal with something in each place. */
static LdrGoal *
full_goal (void)
{
  LdrGoal *goal = ldr_goal_new (LDR_GOAL_FIGURE, -1);
  g_autoptr (LdrMeasure) cost = ldr_measure_new (LDR_MEASURE_FIGURE, -1, "€", 12.125, 0.1 + 0.2);

  ldr_goal_set_statement (goal, "Kosten per contact – één cijfer");
  ldr_goal_set_measure (goal, cost);
  ldr_goal_set_why (goal, "Omdat *dit* telt.\n\n- en dat\n");
  ldr_goal_set_success (goal, "Als het bord groen is 🎉");
  ldr_goal_set_hypothesis (goal, "Een kort overleg scheelt.");
  ldr_goal_set_learned (goal, "Veel.");
  ldr_goal_set_rhythm (goal, LDR_RHYTHM_MONTHLY, 0);
  goal->first_day = goal->state_day = DAY;
  ldr_goal_pause (goal, DAY + 1, DAY + 3);
  ldr_goal_pause (goal, DAY + 5, 0);
  ldr_goal_set_state (goal, LDR_GOAL_ACTIVE, DAY + 8);
  ldr_goal_pause (goal, DAY + 10, DAY + 30);
  goal->last_day = DAY + 100;
  ldr_goal_add_step (goal, "Eerst");
  ldr_goal_add_step (goal, "Dan")->done = DAY + 2;
  return goal;
}

static void
test_save_goal (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrGoal) goal = full_goal (), saved = save (self, ldr_goal_ref (goal), DAY), read = NULL;
  g_autoptr (LdrGoal) changed = NULL, again = NULL;

  g_assert_cmpint (saved->changed, >=, goal->created);
  fixture_reopen (self);
  read = get (self, goal);
  assert_same_goal (read, goal);
  g_assert_cmpint (read->changed, ==, saved->changed);
  /* Steps in another order, one less and one more. */
  changed = ldr_goal_copy (read);
  ldr_goal_move_step (changed, 1, 0);
  ldr_goal_remove_step (changed, 1);
  ldr_goal_add_step (changed, "Nieuw");
  ldr_goal_set_learned (changed, "");
  ldr_goal_set_state (changed, LDR_GOAL_ACHIEVED, DAY + 9);
  again = save (self, ldr_goal_ref (changed), DAY + 9);
  assert_same_goal (again, changed);
  g_clear_pointer (&read, ldr_goal_unref);
  read = get (self, goal);
  assert_same_goal (read, changed);
  test_assert_sound (self->store);
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrGoal) goal = goal_of ("");
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
  g_autoptr (LdrGoal) first = save (self, goal_of ("One"), DAY), corrected = NULL, second = NULL, undone = NULL;
  g_autoptr (LdrGoal) stale = ldr_goal_copy (first), third = NULL, read = NULL;

  mark (self, first, DAY, 5);
  mark (self, first, DAY + 1, 5);
  ldr_goal_set_statement (stale, "One, corrected");
  corrected = save (self, ldr_goal_copy (stale), DAY + 2);
  g_assert_cmpuint (corrected->versions->len, ==, 1);
  mark (self, first, DAY + 2, 6);
  ldr_goal_set_statement (stale, "Two");
  second = save (self, ldr_goal_copy (stale), DAY + 3);
  g_assert_cmpuint (second->versions->len, ==, 2);
  g_assert_cmpint (ldr_goal_get_version (second)->since, ==, DAY + 3);
  undone = save (self, ldr_goal_copy (corrected), DAY + 3);
  assert_same_goal (undone, corrected);
  g_clear_pointer (&second, ldr_goal_unref);
  second = save (self, ldr_goal_copy (stale), DAY + 4);
  mark (self, second, DAY + 4, 7);
  /* A copy from before the version began knows nothing of it, and takes nothing away. */
  ldr_goal_set_statement (stale, "Two, corrected");
  third = save (self, ldr_goal_copy (stale), DAY + 5);
  g_assert_cmpuint (third->versions->len, ==, 2);
  fixture_reopen (self);
  read = get (self, first);
  assert_same_goal (read, third);
  g_assert_cmpstr (ldr_goal_find_version (read, 1)->statement, ==, "One, corrected");
  g_assert_cmpstr (ldr_goal_find_version (read, 2)->statement, ==, "Two, corrected");
}

static void
test_import (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrGoal) goal = full_goal (), read = NULL, other = NULL;
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
  read = get (self, goal);
  assert_same_goal (read, goal);
  g_assert_cmpint (read->changed, ==, 2000);
  early = check_in (self, goal, DAY, 84.5);
  late = check_in (self, goal, DAY + 200000, 7);
  /* Again, with the check-ins that it has; but not as a goal on which they would be no marks. */
  g_assert_true (ldr_store_import_goal (self->store, goal, &error));
  other = ldr_goal_copy (goal);
  g_ptr_array_remove_index (other->versions, 1);
  g_assert_false (ldr_store_import_goal (self->store, other, &error));
  test_assert_error (error, LDR_STORE_ERROR_CONFLICT);
  g_clear_pointer (&read, ldr_goal_unref);
  read = get (self, goal);
  assert_same_goal (read, goal);
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
  g_autoptr (LdrGoal) a = save (self, goal_of ("A"), DAY), b = goal_of ("B"), c = goal_of ("C"), d = goal_of ("D");
  const char *order[] = { NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;

  ldr_goal_pause (b, DAY, DAY + 7);
  ldr_goal_set_state (c, LDR_GOAL_ACHIEVED, DAY);
  b = save (self, b, DAY);
  c = save (self, c, DAY);
  d = save (self, d, DAY);
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
  ldr_goal_unref (save (self, ldr_goal_copy (c), DAY));
  assert_goals (ldr_store_list_goals (self->store, LDR_GOAL_STATES_ALL, DAY, NULL), "DABC");
  g_assert_no_error (error);
}

static void
test_trash (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrGoal) a = save (self, goal_of ("A"), DAY), b = save (self, goal_of ("B"), DAY), kept = NULL;
  g_autoptr (GPtrArray) check_ins = NULL, courses = NULL;
  g_autoptr (GError) error = NULL;
  gint64 before;

  mark (self, a, DAY, 5);
  g_assert_true (ldr_store_trash_goal (self->store, a->id, &error));
  kept = get (self, a);
  g_assert_cmpint (kept->deleted, >=, a->created);
  assert_goals (ldr_store_list_goals (self->store, LDR_GOAL_STATES_ALL, DAY, NULL), "B");
  assert_goals (ldr_store_list_trashed_goals (self->store, NULL), "A");
  assert_goals (ldr_store_list_all_goals (self->store, NULL), "AB");
  courses = ldr_store_list_goal_courses (self->store, LDR_GOAL_STATES_ALL, DAY, &error);
  g_assert_cmpuint (courses->len, ==, 1);
  /* Saved where it lies, it stays there. */
  ldr_goal_unref (save (self, ldr_goal_copy (a), DAY));
  assert_goals (ldr_store_list_trashed_goals (self->store, NULL), "A");
  g_assert_true (ldr_store_restore_goal (self->store, a->id, &error));
  g_assert_true (ldr_store_restore_goal (self->store, a->id, &error));
  assert_goals (ldr_store_list_goals (self->store, LDR_GOAL_STATES_ALL, DAY, NULL), "AB");
  /* What went there before a moment goes, and nothing else. */
  g_assert_true (ldr_store_trash_goal (self->store, a->id, &error));
  g_clear_pointer (&kept, ldr_goal_unref);
  kept = get (self, a);
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
  g_autoptr (LdrGoal) goal = save (self, full_goal (), DAY);
  g_autoptr (LdrCheckIn) made = check_in (self, goal, DAY, 9.5);
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

/* --- Check-ins -------------------------------------------------------------------------------------------------------
 */

/* "day:value note|…", days counted from DAY on; "-" for a skipped one. */
static char *
marks (Fixture *self, const LdrGoal *goal)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) check_ins = ldr_store_list_check_ins (self->store, goal->id, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < check_ins->len; i++)
    {
      const LdrCheckIn *one = g_ptr_array_index (check_ins, i);

      g_string_append_printf (text, "%d:", one->day - DAY);
      if (ldr_check_in_is_skipped (one))
        g_string_append_c (text, '-');
      else
        g_string_append_printf (text, "%g", one->value);
      g_string_append_printf (text, "%s|", one->note);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_marks(wanted)                                                                                           \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *found_marks = marks (self, goal);                                                                 \
    g_assert_cmpstr (found_marks, ==, wanted);                                                                         \
  }                                                                                                                    \
  G_STMT_END

static void
test_check_in (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrGoal) goal = save (self, goal_of ("A"), DAY);
  g_autoptr (LdrCheckIn) second = ldr_check_in_new (goal, DAY + 1, 6);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  const LdrCheckIn *read;

  ldr_check_in_set_note (second, "Goed *gedaan*\nén rust");
  g_assert_true (ldr_store_check_in (self->store, second, NULL, &error));
  mark (self, goal, DAY, 5);
  mark (self, goal, DAY - 3, NAN);
  fixture_reopen (self);
  list = ldr_store_list_check_ins (self->store, goal->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 3);
  read = g_ptr_array_index (list, 2);
  g_assert_cmpstr (read->id, ==, second->id);
  g_assert_cmpstr (read->goal, ==, goal->id);
  g_assert_cmpint (read->version, ==, 1);
  g_assert_cmpint (read->moment, ==, second->moment);
  g_assert_cmpfloat (read->value, ==, 6);
  g_assert_cmpstr (read->note, ==, second->note);
  g_assert_true (ldr_check_in_is_skipped (g_ptr_array_index (list, 0)));
  g_assert_true (ldr_store_delete_check_in (self->store, goal->id, DAY + 1, &error));
  g_assert_true (ldr_store_delete_check_in (self->store, goal->id, DAY + 1, &error));
  assert_marks ("-3:-|0:5|");
  /* Undone. */
  g_assert_true (ldr_store_check_in (self->store, second, NULL, &error));
  g_assert_no_error (error);
  assert_marks ("-3:-|0:5|1:6Goed *gedaan*\nén rust|");
}

/* Refused with the reason, and what stood there stands. */
static void
test_check_in_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrGoal) goal = save (self, goal_of ("A"), DAY), other = save (self, goal_of ("B"), DAY);
  g_autoptr (LdrGoal) unknown = goal_of ("C");
  g_autoptr (LdrCheckIn) high = ldr_check_in_new (goal, DAY, 11), lost = ldr_check_in_new (unknown, DAY, 5);
  g_autoptr (LdrCheckIn) first = check_in (self, other, DAY, 4), twin = ldr_check_in_new (goal, DAY, 8);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GError) error = NULL;

  mark (self, goal, DAY, 5);
  g_assert_false (ldr_store_check_in (self->store, high, &before, &error));
  g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "0 to 10"));
  g_clear_error (&error);
  g_assert_null (before);
  g_assert_false (ldr_store_check_in (self->store, lost, &before, &error));
  test_assert_error (error, LDR_STORE_ERROR_NOT_FOUND);
  /* An id is of one goal. */
  g_set_str (&twin->id, first->id);
  g_assert_false (ldr_store_check_in (self->store, twin, &before, &error));
  g_assert_nonnull (error);
  assert_marks ("0:5|");
}

/* One a day; whatever it displaced comes back. */
static void
test_check_in_undo (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrGoal) goal = save (self, goal_of ("A"), DAY);
  g_autoptr (LdrCheckIn) first = ldr_check_in_new (goal, DAY, 5), second = ldr_check_in_new (goal, DAY, 7),
                         moved = NULL;
  g_autoptr (GPtrArray) nothing = NULL, one = NULL, two = NULL;
  g_autoptr (GError) error = NULL;

  ldr_check_in_set_note (first, "a");
  g_assert_true (ldr_store_check_in (self->store, first, &nothing, &error));
  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_true (ldr_store_check_in (self->store, second, &one, &error));
  g_assert_cmpuint (one->len, ==, 1);
  assert_marks ("0:7|");
  g_assert_true (ldr_store_undo_check_in (self->store, second, one, &error));
  assert_marks ("0:5a|");
  /* To another day, where there is one already. */
  mark (self, goal, DAY + 1, 9);
  moved = ldr_check_in_copy (first);
  moved->day = DAY + 1;
  g_assert_true (ldr_store_check_in (self->store, moved, &two, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (two->len, ==, 2);
  assert_marks ("1:5a|");
  g_assert_true (ldr_store_undo_check_in (self->store, moved, two, &error));
  assert_marks ("0:5a|1:9|");
  g_assert_true (ldr_store_undo_check_in (self->store, first, nothing, &error));
  g_assert_no_error (error);
  assert_marks ("1:9|");
  test_assert_sound (self->store);
}

/* --- Courses ---------------------------------------------------------------------------------------------------------
 */

static void
test_courses (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrGoal) a = save (self, goal_of ("A"), DAY), b = save (self, goal_of ("B"), DAY);
  g_autoptr (GPtrArray) courses = NULL, earlier = NULL;
  g_autoptr (GError) error = NULL;
  const LdrGoalCourse *course;
  const int today = DAY + LDR_COURSE_LENGTH + 9;

  for (int i = 0; i < LDR_COURSE_LENGTH + 10; i++)
    mark (self, a, DAY + i, i % 10);
  /* After today: not looked at, and not in the way of what is. */
  for (int i = 1; i <= LDR_COURSE_LENGTH; i++)
    mark (self, a, today + i, 0);
  mark (self, b, today - 2, 3);
  mark (self, b, today - 1, NAN);
  courses = ldr_store_list_goal_courses (self->store, ACTIVE, today, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (courses->len, ==, 2);
  course = g_ptr_array_index (courses, 0);
  assert_same_goal (course->goal, a);
  g_assert_cmpuint (course->check_ins->len, ==, LDR_COURSE_LENGTH);
  for (guint i = 0; i < course->check_ins->len; i++)
    g_assert_cmpint (((LdrCheckIn *) g_ptr_array_index (course->check_ins, i))->day, ==, DAY + 10 + (int) i);
  g_assert_cmpint (course->due, ==, 0);
  course = g_ptr_array_index (courses, 1);
  g_assert_cmpint (course->due, ==, today);
  g_assert_cmpint (ldr_goal_course_get_last (course, TRUE)->day, ==, today - 1);
  g_assert_cmpint (ldr_goal_course_get_last (course, FALSE)->day, ==, today - 2);
  g_assert_cmpstr (ldr_goal_course_get_last (course, FALSE)->goal, ==, b->id);
  earlier = ldr_store_list_goal_courses (self->store, ACTIVE, DAY - 1, &error);
  g_assert_null (ldr_goal_course_get_last (g_ptr_array_index (earlier, 0), TRUE));
}

static char *
due_statements (Fixture *self, int today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) due = ldr_store_list_due_goals (self->store, today, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < due->len; i++)
    {
      const LdrGoalCourse *course = g_ptr_array_index (due, i);

      g_string_append_printf (text, "%s%d ", ldr_goal_get_statement (course->goal), course->due - DAY);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_due(today, wanted)                                                                                      \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *found_due = due_statements (self, today);                                                         \
    g_assert_cmpstr (found_due, ==, wanted);                                                                           \
  }                                                                                                                    \
  G_STMT_END

static void
test_due (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrGoal) daily = save (self, goal_of ("D"), DAY), weekly = goal_of ("W"), paused = goal_of ("P");
  g_autoptr (LdrGoal) never = goal_of ("N");
  g_autoptr (GError) error = NULL;

  ldr_goal_set_rhythm (weekly, LDR_RHYTHM_WEEKDAYS, LDR_WEEKDAY_BIT (G_DATE_MONDAY));
  ldr_goal_set_rhythm (never, LDR_RHYTHM_NONE, 0);
  ldr_goal_pause (paused, DAY, DAY + 2);
  weekly = save (self, weekly, DAY);
  paused = save (self, paused, DAY);
  never = save (self, never, DAY);
  assert_due (DAY - 1, "");
  assert_due (DAY, "D0 W0 ");
  /* A skipped one is not missed. */
  mark (self, daily, DAY, NAN);
  assert_due (DAY, "W0 ");
  assert_due (DAY + 1, "D1 W0 ");
  mark (self, weekly, DAY + 1, 5);
  assert_due (DAY + 1, "D1 ");
  assert_due (DAY + 2, "D2 P2 ");
  assert_due (DAY + 7, "D7 W7 P7 ");
  g_assert_true (ldr_store_trash_goal (self->store, daily->id, &error));
  assert_due (DAY + 7, "W7 P7 ");
}

/* The question of the day is about the style of an active goal when its turn comes, and says so. */
static void
test_day_question (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrGoal) goal = goal_of ("A"), paused = goal_of ("B");
  LdrStyleSet styles;
  int n_about = 0;
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_get_goal_styles (self->store, DAY, &styles, &error));
  g_assert_cmpuint (styles, ==, LDR_STYLE_SET_NONE);
  goal->style = LDR_STYLE_INTEGRATOR;
  paused->style = LDR_STYLE_NINJA;
  ldr_goal_pause (paused, DAY, DAY + 30);
  goal = save (self, goal, DAY);
  paused = save (self, paused, DAY);
  ldr_goal_unref (save (self, full_goal (), DAY));
  g_assert_true (ldr_store_get_goal_styles (self->store, DAY, &styles, &error));
  g_assert_cmpuint (styles, ==, LDR_STYLE_BIT (LDR_STYLE_INTEGRATOR));
  g_assert_true (ldr_store_get_goal_styles (self->store, DAY + 30, &styles, &error));
  g_assert_cmpuint (styles, ==, LDR_STYLE_BIT (LDR_STYLE_INTEGRATOR) | LDR_STYLE_BIT (LDR_STYLE_NINJA));
  for (int i = 0; i < 8; i++)
    {
      g_autoptr (GDateTime) now = g_date_time_new_local (2026, 3, 9 + i, 8, 0, 0);
      g_autoptr (LdrDayQuestion) question = ldr_store_get_day_question (self->store, now, FALSE, &error);

      g_assert_no_error (error);
      if (question->reason != LDR_PROMPT_REASON_GOAL)
        continue;
      n_about++;
      g_assert_cmpint (question->prompt->facts.style, ==, LDR_STYLE_INTEGRATOR);
    }
  g_assert_cmpint (n_about, ==, 2);
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

/* --- Faults ----------------------------------------------------------------------------------------------------------
 */

/* Whichever call to the disk fails while something is written: all is as it was, or all is as it is to be. */

static void
test_save_fails (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrGoal) old = save (self, full_goal (), DAY), changed = ldr_goal_copy (old);
  guint n_failed = 0, calls = 1;

  fixture_reopen (self);
  for (guint i = 0; i < 400; i++)
    ldr_goal_add_step (changed, "Een stap die een pagina helpt vullen");
  ldr_goal_set_statement (changed, "Anders");
  for (guint turn = 2, nth = 1; calls >= nth; nth = ++turn / 2)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LdrGoal) saved = NULL, stored = NULL;

      fault_vfs_arm (turn % 2 == 0 ? FAULT_IO : FAULT_FULL, nth, FALSE);
      saved = ldr_store_save_goal (self->store, changed, DAY, &error);
      calls = fault_vfs_disarm (NULL);
      g_assert_true ((saved == NULL) == (error != NULL));
      stored = get (self, old);
      assert_same_goal (stored, saved != NULL ? changed : old);
      n_failed += saved == NULL ? 1 : 0;
      g_clear_error (&error);
      g_assert_true (ldr_store_import_goal (self->store, old, &error));
      g_assert_cmpuint (nth, <, 400);
    }
  g_assert_cmpuint (n_failed, >=, 3);
  test_assert_sound (self->store);
}

static void
test_check_in_fails (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrGoal) goal = save (self, goal_of ("A"), DAY);
  g_autoptr (LdrCheckIn) first = check_in (self, goal, DAY, 5), moved = ldr_check_in_copy (first);
  guint n_failed = 0, calls = 1;

  mark (self, goal, DAY + 1, 9);
  moved->day = DAY + 1;
  fixture_reopen (self);
  for (guint turn = 2, nth = 1; calls >= nth; nth = ++turn / 2)
    {
      g_autoptr (GPtrArray) before = NULL;
      g_autoptr (GError) error = NULL;
      gboolean saved;

      fault_vfs_arm (turn % 2 == 0 ? FAULT_IO : FAULT_FULL, nth, FALSE);
      saved = ldr_store_check_in (self->store, moved, &before, &error);
      calls = fault_vfs_disarm (NULL);
      g_assert_true (saved == (error == NULL) && saved == (before != NULL));
      assert_marks (saved ? "1:5|" : "0:5|1:9|");
      n_failed += saved ? 0 : 1;
      g_assert_true (!saved || ldr_store_undo_check_in (self->store, moved, before, &error));
      g_assert_cmpuint (nth, <, 400);
    }
  g_assert_cmpuint (n_failed, >=, 3);
  test_assert_sound (self->store);
}

int
main (int argc, char *argv[])
{
  static const FixtureTest tests[] = {
    { "save", test_save_goal },
    { "refused", test_refused },
    { "versions", test_versions },
    { "import", test_import },
    { "list", test_list },
    { "trash", test_trash },
    { "delete", test_delete },
    { "check-in", test_check_in },
    { "check-in-refused", test_check_in_refused },
    { "check-in-undo", test_check_in_undo },
    { "courses", test_courses },
    { "due", test_due },
    { "day-question", test_day_question },
    { "plans", test_plans },
    { "save-fails", test_save_fails },
    { "check-in-fails", test_check_in_fails },
  };

  g_test_init (&argc, &argv, NULL);
  fault_vfs_register ();
  fixture_add_tests ("/goals/", fixture_set_up, tests, G_N_ELEMENTS (tests));
  return g_test_run ();
}

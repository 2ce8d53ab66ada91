/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "ldr-coaching-testing.h"
#include "ldr-fault-vfs.h"
#include "model/ldr-id.h"
#include "model/ldr-model-error.h"
#include "store/ldr-store-goals.h"
#include "store/ldr-store-private.h"
#include "store/ldr-store-prompts.h"

/* Check-ins on goals, and what is told of goals by them: their course, what is due, the question of the day. */

#define DAY TEST_MONDAY

#define ACTIVE LDR_GOAL_STATE_BIT (LDR_GOAL_ACTIVE)

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
  g_autoptr (LdrGoal) goal = test_save_goal (self, test_goal ("A"), DAY);
  g_autoptr (LdrCheckIn) second = ldr_check_in_new (goal, DAY + 1, 6);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  const LdrCheckIn *read;

  ldr_check_in_set_note (second, "Goed *gedaan*\nén rust");
  g_assert_true (ldr_store_check_in (self->store, second, NULL, &error));
  test_mark (self, goal, DAY, 5);
  test_mark (self, goal, DAY - 3, NAN);
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
  g_autoptr (LdrGoal) goal = test_save_goal (self, test_goal ("A"), DAY),
                      other = test_save_goal (self, test_goal ("B"), DAY);
  g_autoptr (LdrGoal) unknown = test_goal ("C");
  g_autoptr (LdrCheckIn) high = ldr_check_in_new (goal, DAY, 11), lost = ldr_check_in_new (unknown, DAY, 5);
  g_autoptr (LdrCheckIn) first = test_check_in_on (self, other, DAY, 4), twin = ldr_check_in_new (goal, DAY, 8);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GError) error = NULL;

  test_mark (self, goal, DAY, 5);
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
  g_autoptr (LdrGoal) goal = test_save_goal (self, test_goal ("A"), DAY);
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
  test_mark (self, goal, DAY + 1, 9);
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

static void
test_courses (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrGoal) a = test_save_goal (self, test_goal ("A"), DAY), b = test_save_goal (self, test_goal ("B"), DAY);
  g_autoptr (GPtrArray) courses = NULL, earlier = NULL;
  g_autoptr (GError) error = NULL;
  const LdrGoalCourse *course;
  const int today = DAY + LDR_COURSE_LENGTH + 9;

  for (int i = 0; i < LDR_COURSE_LENGTH + 10; i++)
    test_mark (self, a, DAY + i, i % 10);
  /* After today: not looked at, and not in the way of what is. */
  for (int i = 1; i <= LDR_COURSE_LENGTH; i++)
    test_mark (self, a, today + i, 0);
  test_mark (self, b, today - 2, 3);
  test_mark (self, b, today - 1, NAN);
  courses = ldr_store_list_goal_courses (self->store, ACTIVE, today, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (courses->len, ==, 2);
  course = g_ptr_array_index (courses, 0);
  test_assert_same_goal (course->goal, a);
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
  g_autoptr (LdrGoal) daily = test_save_goal (self, test_goal ("D"), DAY), weekly = test_goal ("W"),
                      paused = test_goal ("P");
  g_autoptr (LdrGoal) never = test_goal ("N");
  g_autoptr (GError) error = NULL;

  ldr_goal_set_rhythm (weekly, LDR_RHYTHM_WEEKDAYS, LDR_WEEKDAY_BIT (G_DATE_MONDAY));
  ldr_goal_set_rhythm (never, LDR_RHYTHM_NONE, 0);
  ldr_goal_pause (paused, DAY, DAY + 2);
  weekly = test_save_goal (self, weekly, DAY);
  paused = test_save_goal (self, paused, DAY);
  never = test_save_goal (self, never, DAY);
  assert_due (DAY - 1, "");
  assert_due (DAY, "D0 W0 ");
  /* A skipped one is not missed. */
  test_mark (self, daily, DAY, NAN);
  assert_due (DAY, "W0 ");
  assert_due (DAY + 1, "D1 W0 ");
  test_mark (self, weekly, DAY + 1, 5);
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
  g_autoptr (LdrGoal) goal = test_goal ("A"), paused = test_goal ("B");
  LdrStyleSet styles;
  int n_about = 0;
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_get_goal_styles (self->store, DAY, &styles, &error));
  g_assert_cmpuint (styles, ==, LDR_STYLE_SET_NONE);
  goal->style = LDR_STYLE_INTEGRATOR;
  paused->style = LDR_STYLE_NINJA;
  ldr_goal_pause (paused, DAY, DAY + 30);
  goal = test_save_goal (self, goal, DAY);
  paused = test_save_goal (self, paused, DAY);
  ldr_goal_unref (test_save_goal (self, test_full_goal (), DAY));
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

static void
test_check_in_fails (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrGoal) goal = test_save_goal (self, test_goal ("A"), DAY);
  g_autoptr (LdrCheckIn) first = test_check_in_on (self, goal, DAY, 5), moved = ldr_check_in_copy (first);

  test_mark (self, goal, DAY + 1, 9);
  moved->day = DAY + 1;
  fixture_reopen (self);
  for (FaultTurns turns = { 0 }; fault_turns_next (&turns);)
    {
      g_autoptr (GPtrArray) before = NULL;
      g_autoptr (GError) error = NULL;
      gboolean saved;

      saved = ldr_store_check_in (self->store, moved, &before, &error);
      fault_turns_end (&turns, saved);
      g_assert_true (saved == (error == NULL) && saved == (before != NULL));
      assert_marks (saved ? "1:5|" : "0:5|1:9|");
      g_assert_true (!saved || ldr_store_undo_check_in (self->store, moved, before, &error));
    }
  test_assert_sound (self->store);
}

int
main (int argc, char *argv[])
{
  static const FixtureTest tests[] = {
    { "check-in", test_check_in },
    { "check-in-refused", test_check_in_refused },
    { "check-in-undo", test_check_in_undo },
    { "courses", test_courses },
    { "due", test_due },
    { "day-question", test_day_question },
    { "check-in-fails", test_check_in_fails },
  };

  g_test_init (&argc, &argv, NULL);
  fault_vfs_register ();
  fixture_add_tests ("/check-ins/", fixture_set_up, tests, G_N_ELEMENTS (tests));
  return g_test_run ();
}

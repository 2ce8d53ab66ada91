/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "app/goals/ldr-check-in-describe.h"
#include "app/goals/ldr-check-in-row.h"
#include "app/goals/ldr-figure-entry.h"
#include "app/goals/ldr-scale-picker.h"
#include "app/goals/ldr-times-picker.h"
#include "app/widgets/ldr-day-button.h"
#include "ldr-goals-testing.h"
#include "model/ldr-moment.h"

/* --- What is said --- */

static void
test_questions (void)
{
  static const struct
  {
    LdrMeasureKind kind;
    int better;
    double value;
    double before;
    const char *question;
  } cases[] = {
    { LDR_MEASURE_SCALE, 1, 7, NAN, "What makes it not lower, and what would one step up look like?" },
    { LDR_MEASURE_SCALE, 1, 7, 6, "What makes it not lower, and what would one step up look like?" },
    { LDR_MEASURE_SCALE, 1, 3, 4,
      "It was 4 and is now 3. What makes it not lower, and what would one step up look like?" },
    { LDR_MEASURE_SCALE, 1, 0, 4, "What would one small step up look like?" },
    { LDR_MEASURE_SCALE, 1, 10, 4, "What makes it a 10, and what keeps it there?" },
    { LDR_MEASURE_SCALE, -1, 4, 6, "What makes it not higher, and what would one step down look like?" },
    { LDR_MEASURE_SCALE, -1, 4, 3,
      "It was 3 and is now 4. What makes it not higher, and what would one step down look like?" },
    { LDR_MEASURE_SCALE, -1, 0, 3, "What makes it a 0, and what keeps it there?" },
    { LDR_MEASURE_SCALE, -1, 10, 3, "What would one small step down look like?" },
    { LDR_MEASURE_SCALE, 1, NAN, 3, NULL },
    { LDR_MEASURE_WEEKLY, 1, 2, NAN, NULL },
    { LDR_MEASURE_FIGURE, 1, 2, NAN, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LdrMeasure) measure = ldr_measure_new (cases[i].kind, cases[i].better, "", NAN, 5);
      g_autofree char *question = ldr_check_in_describe_question (measure, cases[i].value, cases[i].before);

      g_assert_cmpstr (question, ==, cases[i].question);
    }
}

static void
test_headings (void)
{
  int today = ldr_day_today ();
  g_autoptr (LdrMeasure) scale = ldr_measure_new (LDR_MEASURE_SCALE, 1, "", NAN, 8);
  g_autoptr (LdrMeasure) weekly = ldr_measure_new (LDR_MEASURE_WEEKLY, 1, "", NAN, 2);
  g_autoptr (LdrMeasure) figure = ldr_measure_new (LDR_MEASURE_FIGURE, 1, "%", NAN, 82);
  /* 20 November 2026 was a Friday. */
  const struct
  {
    const LdrMeasure *measure;
    int day;
    const char *leader;
    const char *heading;
  } cases[] = {
    { scale, today, NULL, "Where are you now?" },
    { scale, today, "Sanne", "Where is Sanne now?" },
    { scale, 739940, NULL, "Where were you on Friday 20 November?" },
    { scale, 739940, "Sanne", "Where was Sanne on Friday 20 November?" },
    { weekly, today, "Sanne", "Did it happen today?" },
    { weekly, 739940, NULL, "Did it happen on Friday 20 November?" },
    { figure, today, NULL, "What is the figure now?" },
    { figure, 739940, NULL, "What was the figure on Friday 20 November?" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *heading = ldr_check_in_describe_heading (
          cases[i].measure, cases[i].day, today + (cases[i].day == today ? 0 : 9999), cases[i].leader);

      g_assert_cmpstr (heading, ==, cases[i].heading);
    }
}

static void
test_values (void)
{
  static const struct
  {
    LdrMeasureKind kind;
    const char *unit;
    double value;
    const char *text;
    const char *noted;
  } cases[] = {
    { LDR_MEASURE_SCALE, "", 7, "7", "Noted: 7" },
    { LDR_MEASURE_SCALE, "", NAN, "Skipped", "Skipped this time" },
    { LDR_MEASURE_WEEKLY, "", 0, "Not once", "Noted: Not once" },
    { LDR_MEASURE_WEEKLY, "", 1, "Once", "Noted: Once" },
    { LDR_MEASURE_WEEKLY, "", 3, "3 times", "Noted: 3 times" },
    { LDR_MEASURE_FIGURE, "%", 78.5, "78.5%", "Noted: 78.5%" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LdrMeasure) measure = ldr_measure_new (cases[i].kind, 1, cases[i].unit, NAN, 5);
      g_autofree char *text = ldr_check_in_describe_value (measure, cases[i].value);
      g_autofree char *noted = ldr_check_in_describe_noted (measure, cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (noted, ==, cases[i].noted);
    }
}

static void
test_days (void)
{
  g_autoptr (LdrGoal) goal = ldr_goals_testing_make (LDR_MEASURE_SCALE, 1, "", 8);
  int today = ldr_day_today ();
  GError *error = NULL;

  g_assert_true (ldr_check_in_check_day (goal, today, today, NULL));
  g_assert_true (ldr_check_in_check_day (goal, goal->first_day, today, NULL));
  g_assert_false (ldr_check_in_check_day (goal, today + 1, today, &error));
  g_assert_nonnull (strstr (error->message, "still to come"));
  g_clear_error (&error);
  g_assert_false (ldr_check_in_check_day (goal, goal->first_day - 1, today, &error));
  g_assert_nonnull (strstr (error->message, "This goal begins on"));
  g_clear_error (&error);
  /* One that is still to begin can be noted today. */
  goal->first_day = today + 5;
  g_assert_true (ldr_check_in_check_day (goal, today, today, NULL));
}

/* --- The row --- */

typedef struct
{
  LdrGoalsStage base;
  LdrGoal *goal;
  GtkWidget *row;
} Stage;

static void
open_stage (Stage *stage, LdrGoal *goal)
{
  ldr_goals_stage_open (&stage->base);
  stage->goal = ldr_goals_testing_save (&stage->base, goal);
  stage->row = ldr_check_in_row_new (stage->base.journal, stage->goal);
  ldr_goals_stage_show (&stage->base, stage->row);
}

static void
close_stage (Stage *stage)
{
  ldr_goals_stage_close (&stage->base);
  ldr_goal_unref (stage->goal);
}

static LdrCheckIn *
dup_noted (Stage *stage, int day)
{
  g_autoptr (LdrGoalNews) news = ldr_goals_testing_load (&stage->base, stage->goal->id);
  LdrCheckIn *check_in = ldr_goal_news_find (news, day);

  return check_in != NULL ? ldr_check_in_ref (check_in) : NULL;
}

static void
assert_noted (Stage *stage, int day, double value, const char *note)
{
  g_autoptr (LdrCheckIn) check_in = dup_noted (stage, day);

  g_assert_nonnull (check_in);
  if (isnan (value))
    g_assert_true (ldr_check_in_is_skipped (check_in));
  else
    g_assert_cmpfloat (check_in->value, ==, value);
  g_assert_cmpstr (check_in->note, ==, note);
}

static void
assert_nothing_noted (Stage *stage, int day)
{
  g_autoptr (LdrCheckIn) check_in = dup_noted (stage, day);

  g_assert_null (check_in);
}

static void
write_note (Stage *stage, const char *text)
{
  GtkWidget *view = ldr_testing_find_widget (stage->row, GTK_TYPE_TEXT_VIEW);

  g_assert_nonnull (view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(int *) user_data = ldr_check_in_row_flush_finish (LDR_CHECK_IN_ROW (source), result, NULL) ? 1 : 0;
}

static gboolean
is_flushed (gpointer data)
{
  return *(int *) data >= 0;
}

static void
flush (Stage *stage)
{
  int safe = -1;

  ldr_check_in_row_flush_async (LDR_CHECK_IN_ROW (stage->row), NULL, flushed_cb, &safe);
  ldr_testing_wait_for (is_flushed, &safe);
  g_assert_cmpint (safe, ==, 1);
}

static void
test_scale_tap (void)
{
  g_autoptr (LdrGoal) goal = ldr_goals_testing_make (LDR_MEASURE_SCALE, 1, "", 8);
  int today = ldr_day_today ();
  Stage stage;

  open_stage (&stage, goal);
  ldr_goals_testing_wait_for_words (&stage.base, "Where are you now?");
  g_assert_null (ldr_testing_find_widget (stage.row, GTK_TYPE_TEXT_VIEW));
  ldr_testing_check_names (stage.base.window);
  ldr_goals_testing_click (&stage.base, "7");
  ldr_goals_testing_wait_for_words (&stage.base, "Noted: 7");
  ldr_goals_testing_wait_for_words (&stage.base, "What makes it not lower, and what would one step up look like?");
  gtk_test_accessible_assert_state (ldr_goals_testing_find_control (stage.row, "7"), GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  assert_noted (&stage, today, 7, "");
  write_note (&stage, "Ellen had the figures ready.");
  flush (&stage);
  assert_noted (&stage, today, 7, "Ellen had the figures ready.");
  /* Another value keeps the note. */
  ldr_goals_testing_click (&stage.base, "6");
  flush (&stage);
  assert_noted (&stage, today, 6, "Ellen had the figures ready.");
  close_stage (&stage);
}

static void
test_scale_keys (void)
{
  g_autoptr (LdrGoal) goal = ldr_goals_testing_make (LDR_MEASURE_SCALE, 1, "", 8);
  int today = ldr_day_today ();
  GtkWidget *picker;
  Stage stage;

  open_stage (&stage, goal);
  picker = ldr_testing_find_widget (stage.row, LDR_TYPE_SCALE_PICKER);
  g_assert_true (ldr_goals_testing_press (picker, GDK_KEY_8));
  ldr_goals_testing_wait_for_words (&stage.base, "Noted: 8");
  assert_noted (&stage, today, 8, "");
  /* 1 and 0 are a 10, and nothing in between. */
  g_assert_true (ldr_goals_testing_press (picker, GDK_KEY_1));
  assert_noted (&stage, today, 8, "");
  g_assert_true (ldr_goals_testing_press (picker, GDK_KEY_0));
  ldr_goals_testing_wait_for_words (&stage.base, "Noted: 10");
  assert_noted (&stage, today, 10, "");
  /* A 1 alone is a 1 after a moment. */
  g_assert_true (ldr_goals_testing_press (picker, GDK_KEY_KP_1));
  ldr_goals_testing_wait_for_words (&stage.base, "Noted: 1");
  ldr_testing_run_for (900);
  assert_noted (&stage, today, 1, "");
  g_assert_true (ldr_goals_testing_press (picker, GDK_KEY_0));
  ldr_goals_testing_wait_for_words (&stage.base, "Noted: 0");
  g_assert_false (ldr_goals_testing_press (picker, GDK_KEY_x));
  close_stage (&stage);
}

typedef struct
{
  Stage *stage;
  double value;
} Picked;

static gboolean
shows_value_cb (gpointer data)
{
  const Picked *it = data;
  GtkWidget *picker = ldr_testing_find_widget (it->stage->row, LDR_TYPE_SCALE_PICKER);
  double shown = ldr_scale_picker_get_value (LDR_SCALE_PICKER (picker));

  return shown >= it->value && shown <= it->value;
}

/* What was taken back is read again from the journal: a row that has not heard of it yet has nothing to remove. */
static void
wait_for_value (Stage *stage, double value)
{
  Picked picked = { stage, value };

  ldr_testing_wait_for (shows_value_cb, &picked);
}

static void
test_undo (void)
{
  g_autoptr (LdrGoal) goal = ldr_goals_testing_make (LDR_MEASURE_SCALE, 1, "", 8);
  int today = ldr_day_today ();
  Stage stage;

  open_stage (&stage, goal);
  ldr_goals_testing_note (&stage.base, stage.goal, today, 4, "First");
  ldr_goals_testing_wait_for_words (&stage.base, "What makes it not lower");
  ldr_goals_testing_click (&stage.base, "9");
  ldr_goals_testing_wait_for_words (&stage.base, "Noted: 9");
  assert_noted (&stage, today, 9, "First");
  ldr_goals_testing_click (&stage.base, "Undo");
  ldr_goals_testing_wait_until_gone (&stage.base, "Noted: 9");
  assert_noted (&stage, today, 4, "First");
  wait_for_value (&stage, 4);
  /* Removing, and taking that back. */
  ldr_goals_testing_click (&stage.base, "Remove");
  ldr_goals_testing_wait_for_words (&stage.base, "Check-in removed");
  assert_nothing_noted (&stage, today);
  ldr_goals_testing_click (&stage.base, "Undo");
  ldr_goals_testing_wait_for_words (&stage.base, "Noted: 4");
  assert_noted (&stage, today, 4, "First");
  close_stage (&stage);
}

static void
test_skip (void)
{
  g_autoptr (LdrGoal) goal = ldr_goals_testing_make (LDR_MEASURE_SCALE, 1, "", 8);
  int today = ldr_day_today ();
  Stage stage;

  open_stage (&stage, goal);
  ldr_goals_testing_note (&stage.base, stage.goal, today - 1, 5, "");
  ldr_goals_testing_wait_for_words (&stage.base, "Before: 5 (Yesterday)");
  ldr_goals_testing_click (&stage.base, "Skip");
  ldr_goals_testing_wait_for_words (&stage.base, "Skipped this time");
  assert_noted (&stage, today, NAN, "");
  g_assert_true (isnan (
      ldr_scale_picker_get_value (LDR_SCALE_PICKER (ldr_testing_find_widget (stage.row, LDR_TYPE_SCALE_PICKER)))));
  ldr_goals_testing_click (&stage.base, "Undo");
  ldr_goals_testing_wait_for_words (&stage.base, "Before: 5 (Yesterday)");
  assert_nothing_noted (&stage, today);
  close_stage (&stage);
}

static void
test_another_day (void)
{
  g_autoptr (LdrGoal) goal = ldr_goals_testing_make (LDR_MEASURE_SCALE, 1, "", 8);
  int today = ldr_day_today ();
  Stage stage;

  open_stage (&stage, goal);
  ldr_goals_testing_click (&stage.base, "7");
  ldr_goals_testing_wait_for_words (&stage.base, "Noted: 7");
  write_note (&stage, "Written and left at once");
  ldr_check_in_row_set_day (LDR_CHECK_IN_ROW (stage.row), today - 2);
  ldr_goals_testing_wait_for_words (&stage.base, "Where were you on");
  g_assert_null (ldr_testing_find_widget (stage.row, GTK_TYPE_TEXT_VIEW));
  ldr_goals_testing_click (&stage.base, "3");
  flush (&stage);
  assert_noted (&stage, today, 7, "Written and left at once");
  assert_noted (&stage, today - 2, 3, "");
  /* A day that is still to come is refused, with the reason in place. */
  ldr_check_in_row_set_day (LDR_CHECK_IN_ROW (stage.row), today + 1);
  ldr_goals_testing_click (&stage.base, "8");
  ldr_goals_testing_wait_for_words (&stage.base, "That day is still to come");
  flush (&stage);
  assert_nothing_noted (&stage, today + 1);
  g_assert_true (isnan (
      ldr_scale_picker_get_value (LDR_SCALE_PICKER (ldr_testing_find_widget (stage.row, LDR_TYPE_SCALE_PICKER)))));
  close_stage (&stage);
}

static void
test_weekly (void)
{
  g_autoptr (LdrGoal) goal = ldr_goals_testing_make (LDR_MEASURE_WEEKLY, 1, "", 2);
  int today = ldr_day_today ();
  GtkWidget *picker;
  Stage stage;

  open_stage (&stage, goal);
  ldr_goals_testing_wait_for_words (&stage.base, "0 of 2 this week");
  ldr_testing_check_names (stage.base.window);
  ldr_goals_testing_click (&stage.base, "Yes");
  ldr_goals_testing_wait_for_words (&stage.base, "1 of 2 this week");
  ldr_goals_testing_wait_for_words (&stage.base, "Noted: Once");
  assert_noted (&stage, today, 1, "");
  picker = ldr_testing_find_widget (stage.row, LDR_TYPE_TIMES_PICKER);
  g_assert_true (ldr_goals_testing_press (picker, GDK_KEY_plus));
  ldr_goals_testing_wait_for_words (&stage.base, "2 of 2 this week");
  ldr_goals_testing_activate (ldr_goals_testing_find_named (picker, GTK_TYPE_BUTTON, "Once more"));
  ldr_goals_testing_wait_for_words (&stage.base, "3 of 2 this week");
  flush (&stage);
  assert_noted (&stage, today, 3, "");
  g_assert_true (ldr_goals_testing_press (picker, GDK_KEY_minus));
  g_assert_true (ldr_goals_testing_press (picker, GDK_KEY_minus));
  g_assert_true (ldr_goals_testing_press (picker, GDK_KEY_minus));
  g_assert_true (ldr_goals_testing_press (picker, GDK_KEY_minus));
  flush (&stage);
  assert_noted (&stage, today, 0, "");
  ldr_goals_testing_wait_for_words (&stage.base, "0 of 2 this week");
  close_stage (&stage);
}

static void
test_at_most (void)
{
  g_autoptr (LdrGoal) goal = ldr_goals_testing_make (LDR_MEASURE_WEEKLY, -1, "", 2);
  Stage stage;

  open_stage (&stage, goal);
  ldr_goals_testing_wait_for_words (&stage.base, "0 this week, at most 2");
  ldr_goals_testing_click (&stage.base, "No");
  ldr_goals_testing_wait_for_words (&stage.base, "Noted: Not once");
  assert_noted (&stage, ldr_day_today (), 0, "");
  close_stage (&stage);
}

static void
test_figure (void)
{
  g_autoptr (LdrGoal) goal = ldr_goals_testing_make (LDR_MEASURE_FIGURE, 1, "%", 82);
  int today = ldr_day_today ();
  GtkWidget *figure, *entry;
  Stage stage;

  open_stage (&stage, goal);
  ldr_goals_testing_wait_for_words (&stage.base, "What is the figure now?");
  ldr_testing_check_names (stage.base.window);
  figure = ldr_testing_find_widget (stage.row, LDR_TYPE_FIGURE_ENTRY);
  entry = ldr_testing_find_widget (figure, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "a lot");
  ldr_goals_testing_click (&stage.base, "Note It");
  ldr_goals_testing_wait_for_words (&stage.base, "This has to be a number");
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  assert_nothing_noted (&stage, today);
  /* Writing on takes the reason away; a comma is a decimal sign as well. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "78,5 %");
  ldr_goals_testing_wait_until_gone (&stage.base, "This has to be a number");
  g_signal_emit_by_name (entry, "activate");
  ldr_goals_testing_wait_for_words (&stage.base, "Noted: 78.5%");
  assert_noted (&stage, today, 78.5, "");
  close_stage (&stage);
}

/* What was written and not saved yet when the row goes away is saved all the same. */
static void
test_taken_away (void)
{
  g_autoptr (LdrGoal) goal = ldr_goals_testing_make (LDR_MEASURE_SCALE, 1, "", 8);
  int today = ldr_day_today ();
  Stage stage;

  open_stage (&stage, goal);
  ldr_goals_testing_click (&stage.base, "7");
  ldr_goals_testing_wait_for_words (&stage.base, "Noted: 7");
  write_note (&stage, "Just in time");
  ldr_goals_stage_show (&stage.base, adw_bin_new ());
  assert_noted (&stage, today, 7, "Just in time");
  close_stage (&stage);
}

static void
add_tests (void)
{
  g_test_add_func ("/goals/check-in/questions", test_questions);
  g_test_add_func ("/goals/check-in/headings", test_headings);
  g_test_add_func ("/goals/check-in/values", test_values);
  g_test_add_func ("/goals/check-in/days", test_days);
  g_test_add_func ("/goals/check-in/scale-tap", test_scale_tap);
  g_test_add_func ("/goals/check-in/scale-keys", test_scale_keys);
  g_test_add_func ("/goals/check-in/undo", test_undo);
  g_test_add_func ("/goals/check-in/skip", test_skip);
  g_test_add_func ("/goals/check-in/another-day", test_another_day);
  g_test_add_func ("/goals/check-in/weekly", test_weekly);
  g_test_add_func ("/goals/check-in/at-most", test_at_most);
  g_test_add_func ("/goals/check-in/figure", test_figure);
  g_test_add_func ("/goals/check-in/taken-away", test_taken_away);
}

int
main (int argc, char **argv)
{
  return ldr_goals_testing_main (argc, argv, add_tests);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "app/widgets/ldr-day-button.h"
#include "app/goals/ldr-check-in-dialog.h"
#include "app/goals/ldr-check-in-row.h"
#include "app/goals/ldr-goal-editor.h"
#include "app/goals/ldr-goal-page.h"
#include "app/goals/ldr-goals-describe.h"
#include "app/goals/ldr-goals-page.h"
#include "app/goals/ldr-text-row.h"
#include "app/reflection/ldr-order.h"
#include "app/widgets/ldr-line-row.h"
#include "content/ldr-style-text.h"
#include "ldr-goals-testing.h"
#include "model/ldr-moment.h"
#include "report/ldr-coaching-words.h"
#include "report/progress/ldr-goal-points.h"

typedef struct
{
  LdrGoalsStage base;
  GtkWidget *page;
} Stage;

static void
open_stage (Stage *stage)
{
  ldr_goals_stage_open (&stage->base);
  stage->page = ldr_goals_page_new (stage->base.journal);
}

static void
show_page (Stage *stage, const char *words)
{
  ldr_goals_stage_show (&stage->base, stage->page);
  ldr_goals_testing_wait_for_words (&stage->base, words);
}

static void
close_stage (Stage *stage)
{
  ldr_goals_stage_close (&stage->base);
}

/* Saves a goal of a style with a statement, begun two months ago. */
static LdrGoal *
add_goal (Stage *stage, LdrGoalKind kind, int style, const char *statement)
{
  g_autoptr (LdrGoal) goal = ldr_goals_testing_make (LDR_MEASURE_SCALE, 1, "", 8);

  goal->kind = kind;
  goal->style = style;
  ldr_goal_set_statement (goal, statement);
  return ldr_goals_testing_save (&stage->base, goal);
}

static LdrGoal *
get_goal (Stage *stage, const char *id)
{
  g_autoptr (LdrGoalNews) news = ldr_goals_testing_load (&stage->base, id);

  return ldr_goal_ref (news->goal);
}

typedef struct
{
  GtkWidget *window;
  GType type;
} Wanted;

static gboolean
has_widget (gpointer data)
{
  const Wanted *wanted = data;

  return ldr_testing_find_widget (wanted->window, wanted->type) != NULL;
}

static GtkWidget *
find (Stage *stage, GType type)
{
  Wanted wanted = { stage->base.window, type };

  g_test_message ("waiting for a %s", g_type_name (type));
  ldr_testing_wait_for (has_widget, &wanted);
  return ldr_testing_find_widget (stage->base.window, type);
}

static void
open_goal (Stage *stage, const LdrGoal *goal)
{
  ldr_goals_page_open_goal (LDR_GOALS_PAGE (stage->page), goal->id);
  ldr_goals_testing_wait_for_words (&stage->base, "Steps");
}

/* The row of a group with this title. */
static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
write_in (Stage *stage, const char *title, const char *text)
{
  GtkWidget *row = find_row (stage->base.window, title);

  g_assert_nonnull (row);
  if (LDR_IS_TEXT_ROW (row))
    ldr_text_row_set_text (LDR_TEXT_ROW (row), text);
  else
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
select_in (Stage *stage, const char *title, guint place)
{
  GtkWidget *row = find_row (stage->base.window, title);

  g_assert_nonnull (row);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), place);
}

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(int *) user_data = ldr_place_page_flush_finish (LDR_PLACE_PAGE (source), result, NULL) ? 1 : 0;
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

  ldr_place_page_flush_async (LDR_PLACE_PAGE (stage->page), NULL, flushed_cb, &safe);
  ldr_testing_wait_for (is_flushed, &safe);
  g_assert_cmpint (safe, ==, 1);
}

static gboolean
is_alone (gpointer data)
{
  return ldr_testing_find_widget (data, ADW_TYPE_DIALOG) == NULL;
}

static void
answer (Stage *stage, const char *response)
{
  g_signal_emit_by_name (find (stage, ADW_TYPE_ALERT_DIALOG), "response", response);
  adw_dialog_force_close (ADW_DIALOG (find (stage, ADW_TYPE_ALERT_DIALOG)));
}

/* --- What is said --- */

static void
test_rhythms (void)
{
  static const struct
  {
    LdrRhythmKind kind;
    guint weekdays;
    const char *text;
  } cases[] = {
    { LDR_RHYTHM_NONE, 0, NULL },
    { LDR_RHYTHM_WEEKDAYS, LDR_WEEKDAYS_ALL, "check in every day" },
    { LDR_RHYTHM_WEEKDAYS, LDR_WEEKDAYS_WORK, "check in on working days" },
    { LDR_RHYTHM_WEEKDAYS, LDR_WEEKDAY_BIT (G_DATE_MONDAY), "check in on Mondays" },
    { LDR_RHYTHM_WEEKDAYS, LDR_WEEKDAY_BIT (G_DATE_SUNDAY), "check in on Sundays" },
    { LDR_RHYTHM_WEEKDAYS, LDR_WEEKDAY_BIT (G_DATE_MONDAY) | LDR_WEEKDAY_BIT (G_DATE_THURSDAY),
      "check in on Mon, Thu" },
    { LDR_RHYTHM_MONTHLY, 0, "check in every month" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ldr_goal_rhythm_describe (cases[i].kind, cases[i].weekdays);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_measures (void)
{
  static const struct
  {
    LdrMeasureKind kind;
    int better;
    double start;
    double target;
    const char *text;
  } cases[] = {
    { LDR_MEASURE_SCALE, 1, 4, 8, "from 4 to 8 on the scale" },
    { LDR_MEASURE_SCALE, 1, NAN, 8, "to 8 on the scale" },
    { LDR_MEASURE_WEEKLY, 1, NAN, 1, "at least once a week" },
    { LDR_MEASURE_WEEKLY, 1, NAN, 3, "at least 3 times a week" },
    { LDR_MEASURE_WEEKLY, -1, NAN, 2, "at most 2 times a week" },
    { LDR_MEASURE_WEEKLY, -1, NAN, 0, "not once a week" },
    { LDR_MEASURE_FIGURE, 1, 74.5, 82, "from 74.5% to 82%" },
    { LDR_MEASURE_FIGURE, -1, NAN, 82, "to 82%" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LdrMeasure) measure
          = ldr_measure_new (cases[i].kind, cases[i].better, "%", cases[i].start, cases[i].target);
      g_autofree char *text = ldr_words_describe_measure (measure);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* 20 November 2026, a Friday. */
#define FRIDAY 739940

static void
test_subtitles (void)
{
  g_autoptr (LdrGoal) goal = ldr_goals_testing_make (LDR_MEASURE_SCALE, 1, "", 8);
  static const struct
  {
    LdrGoalState state;
    int returns;
    int first_day;
    int last_day;
    const char *text;
  } cases[] = {
    { LDR_GOAL_ACTIVE, 0, FRIDAY - 9, 0, "Grow a strength · check in on Fridays" },
    { LDR_GOAL_ACTIVE, 0, FRIDAY - 9, FRIDAY + 72, "Grow a strength · until 31 January 2027 · check in on Fridays" },
    { LDR_GOAL_ACTIVE, 0, FRIDAY - 9, FRIDAY - 1, "Grow a strength · ended on 19 November · check in on Fridays" },
    { LDR_GOAL_ACTIVE, 0, FRIDAY + 11, 0, "Grow a strength · from 1 December · check in on Fridays" },
    { LDR_GOAL_PAUSED, FRIDAY + 11, FRIDAY - 9, 0, "Grow a strength · back on 1 December" },
    { LDR_GOAL_PAUSED, FRIDAY, FRIDAY - 9, 0, "Grow a strength · check in on Fridays" },
    { LDR_GOAL_PAUSED, 0, FRIDAY - 9, 0, "Grow a strength · paused on 18 November" },
    { LDR_GOAL_ACHIEVED, 0, FRIDAY - 9, 0, "Grow a strength · achieved on 18 November" },
    { LDR_GOAL_LET_GO, 0, FRIDAY - 9, 0, "Grow a strength · let go on 18 November" },
  };

  ldr_goal_set_rhythm (goal, LDR_RHYTHM_WEEKDAYS, LDR_WEEKDAY_BIT (G_DATE_FRIDAY));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      goal->state = cases[i].state;
      goal->state_day = FRIDAY - 2;
      goal->returns = cases[i].returns;
      goal->first_day = cases[i].first_day;
      goal->last_day = cases[i].last_day;
      text = ldr_goal_subtitle_describe (goal, FRIDAY);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static GPtrArray *
make_check_ins (const LdrGoal *goal, const int *days, const double *values, guint n)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_check_in_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (list, ldr_check_in_new (goal, days[i], values[i]));
  return list;
}

/* The week begins on Monday here: 16 November 2026 is the first day of FRIDAY's. */
static void
test_weeks (void)
{
  g_autoptr (LdrGoal) goal = ldr_goals_testing_make (LDR_MEASURE_WEEKLY, 1, "", 2);
  static const int days[] = { FRIDAY - 15, FRIDAY - 14, FRIDAY - 7, FRIDAY - 4, FRIDAY };
  static const double values[] = { 1, 2, NAN, 1, 1 };
  g_autoptr (GPtrArray) check_ins = NULL;
  g_autoptr (GArray) points = NULL;
  g_autoptr (LdrLineData) data = NULL;
  g_autofree char *value = NULL;

  goal->first_day = FRIDAY - 30;
  ((LdrGoalVersion *) g_ptr_array_index (goal->versions, 0))->since = FRIDAY - 30;
  check_ins = make_check_ins (goal, days, values, G_N_ELEMENTS (days));
  value = ldr_goal_value_describe (goal, check_ins, FRIDAY);
  g_assert_cmpstr (value, ==, "2/2");
  points = ldr_goal_course_points (goal, check_ins, FRIDAY);
  g_assert_cmpuint (points->len, ==, 3);
  g_assert_cmpint (g_array_index (points, LdrChartPoint, 0).day, ==, FRIDAY - 18);
  g_assert_cmpfloat (g_array_index (points, LdrChartPoint, 0).value, ==, 3);
  g_assert_true (isnan (g_array_index (points, LdrChartPoint, 1).value));
  g_assert_cmpfloat (g_array_index (points, LdrChartPoint, 2).value, ==, 2);
  data = ldr_goal_chart_new (goal, check_ins, FRIDAY);
  g_assert_cmpstr (data->summary, ==, "From 3 times in the week of 2 November to 2 times in the week of 16 November.");
  g_assert_cmpint (((LdrLineSeries *) data->series->pdata[0])->period, ==, LDR_CHART_PERIOD_WEEK);
}

/* A new wording breaks the line; what was measured in another way is not drawn with it. */
static void
test_chart (void)
{
  g_autoptr (LdrGoal) goal = ldr_goals_testing_make (LDR_MEASURE_SCALE, 1, "", 8);
  g_autoptr (LdrMeasure) higher = ldr_measure_new (LDR_MEASURE_SCALE, 1, "", NAN, 9);
  g_autoptr (LdrMeasure) figure = ldr_measure_new (LDR_MEASURE_FIGURE, 1, "%", NAN, 82);
  static const int days[] = { FRIDAY - 20, FRIDAY - 10, FRIDAY };
  static const double values[] = { 4, NAN, 6 };
  g_autoptr (GPtrArray) check_ins = NULL;
  g_autoptr (LdrLineData) data = NULL;
  g_autoptr (LdrLineData) other = NULL;
  const LdrLineSeries *series;

  ((LdrGoalVersion *) g_ptr_array_index (goal->versions, 0))->since = FRIDAY - 30;
  ldr_goal_add_version (goal, FRIDAY - 5, "Two decisions", higher);
  check_ins = make_check_ins (goal, days, values, G_N_ELEMENTS (days));
  data = ldr_goal_chart_new (goal, check_ins, FRIDAY);
  g_assert_cmpstr (data->summary, ==, "From 4 on 31 October to 6 on 20 November.");
  series = g_ptr_array_index (data->series, 0);
  g_assert_cmpuint (series->n_points, ==, 3);
  g_assert_true (isnan (series->points[1].value));
  g_assert_cmpstr (series->texts[1], ==, "Skipped");
  g_assert_cmpuint (data->targets->len, ==, 2);
  g_assert_cmpint (((LdrLineTarget *) data->targets->pdata[0])->last_day, ==, FRIDAY - 6);
  g_assert_cmpstr (((LdrLineTarget *) data->targets->pdata[1])->label, ==, "target 9");
  g_assert_cmpuint (data->breaks->len, ==, 1);
  g_assert_cmpint (((LdrLineBreak *) data->breaks->pdata[0])->day, ==, FRIDAY - 5);

  ldr_goal_add_version (goal, FRIDAY, "First contact resolution", figure);
  other = ldr_goal_chart_new (goal, check_ins, FRIDAY);
  g_assert_cmpstr (other->summary, ==, "No check-in yet.");
  g_assert_cmpuint (((LdrLineSeries *) other->series->pdata[0])->n_points, ==, 0);
  g_assert_cmpuint (other->targets->len, ==, 1);
}

static void
test_row_aloud (void)
{
  g_autoptr (LdrGoal) goal = ldr_goals_testing_make (LDR_MEASURE_SCALE, 1, "", 8);
  static const int days[] = { FRIDAY - 20, FRIDAY };
  static const double values[] = { 4, 7 };
  LdrGoalCourse course = { .goal = goal };
  g_autoptr (LdrGoalRowDescription) empty = NULL;
  g_autoptr (LdrGoalRowDescription) row = NULL;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) some = NULL;

  goal->kind = LDR_GOAL_PITFALL;
  goal->style = LDR_STYLE_TEAM_PLAYER;
  goal->first_day = FRIDAY - 30;
  ((LdrGoalVersion *) g_ptr_array_index (goal->versions, 0))->since = FRIDAY - 30;
  course.check_ins = none;
  empty = ldr_goal_row_describe (&course, FRIDAY);
  g_assert_null (empty->value);
  g_assert_nonnull (strstr (empty->accessible, "no check-in yet"));
  some = make_check_ins (goal, days, values, G_N_ELEMENTS (days));
  course.check_ins = some;
  course.due = FRIDAY;
  row = ldr_goal_row_describe (&course, FRIDAY);
  g_assert_cmpstr (row->value, ==, "7");
  g_assert_nonnull (strstr (row->accessible, ldr_style_get_pitfall_name (LDR_STYLE_TEAM_PLAYER)));
  g_assert_nonnull (strstr (row->accessible, "now 7"));
  g_assert_nonnull (strstr (row->accessible, "waiting for a check-in"));
}

/* --- The list --- */

static void
test_empty (void)
{
  Stage stage;

  open_stage (&stage);
  show_page (&stage, "One thing at a time");
  ldr_testing_check_names (stage.base.window);
  ldr_goals_testing_click (&stage.base, "New Goal");
  find (&stage, LDR_TYPE_GOAL_EDITOR);
  ldr_goals_testing_click (&stage.base, "Cancel");
  ldr_testing_wait_for (is_alone, stage.base.window);
  close_stage (&stage);
}

static void
test_list (void)
{
  g_autoptr (LdrGoal) first = NULL;
  g_autoptr (LdrGoal) second = NULL;
  g_autoptr (LdrGoal) third = NULL;
  g_autoptr (GPtrArray) list = NULL;
  GtkWidget *control;
  Stage stage;

  open_stage (&stage);
  first = add_goal (&stage, LDR_GOAL_STRENGTH, LDR_STYLE_DATA_STRATEGIST, "One weekly decision");
  second = add_goal (&stage, LDR_GOAL_PITFALL, LDR_STYLE_TEAM_PLAYER, "An hour for the bigger picture");
  third = add_goal (&stage, LDR_GOAL_FIGURE, -1, "First contact resolution");
  show_page (&stage, "First contact resolution");
  g_assert_false (ldr_goals_testing_shows (&stage.base, "Paused"));
  ldr_testing_check_names (stage.base.window);
  /* By keyboard, down one place. */
  control = ldr_goals_testing_find_control (stage.base.window, "One weekly decision");
  g_assert_true (ldr_goals_testing_press_shortcut (control, GDK_KEY_Down, GDK_ALT_MASK));
  list = ldr_goals_testing_list (&stage.base);
  g_assert_cmpstr (((LdrGoalCourse *) list->pdata[0])->goal->id, ==, second->id);
  g_assert_cmpstr (((LdrGoalCourse *) list->pdata[1])->goal->id, ==, first->id);
  /* A check-in from elsewhere shows. */
  ldr_goals_testing_note (&stage.base, first, ldr_day_today (), 7, "");
  ldr_goals_testing_wait_for_words (&stage.base, "7");
  ldr_goals_testing_click (&stage.base, "One weekly decision");
  ldr_goals_testing_wait_for_words (&stage.base, "Where are you now?");
  close_stage (&stage);
}

/* --- The page --- */

static void
test_steps (void)
{
  g_autoptr (LdrGoal) goal = NULL;
  g_autoptr (LdrGoal) saved = NULL;
  g_autoptr (LdrGoal) restored = NULL;
  const char *move = ldr_style_get_list_text (LDR_STYLE_TEAM_PLAYER, LDR_STYLE_LIST_COUNTER_MOVES, 0);
  GtkWidget *adder, *row;
  Stage stage;

  open_stage (&stage);
  goal = add_goal (&stage, LDR_GOAL_PITFALL, LDR_STYLE_TEAM_PLAYER, "An hour for the bigger picture");
  show_page (&stage, "An hour for the bigger picture");
  open_goal (&stage, goal);
  ldr_testing_check_names (stage.base.window);
  /* A counter-move as the first step, and one of one's own. */
  ldr_goals_testing_wait_for_words (&stage.base, move);
  ldr_goals_testing_activate (ldr_goals_testing_find_control (stage.base.window, move));
  adder = find_row (stage.base.window, "Add a step");
  gtk_editable_set_text (GTK_EDITABLE (adder), "Ask Ellen");
  g_signal_emit_by_name (adder, "apply");
  flush (&stage);
  saved = get_goal (&stage, goal->id);
  g_assert_cmpuint (saved->steps->len, ==, 2);
  g_assert_cmpstr (ldr_goal_get_step (saved, 0)->text, ==, move);
  g_assert_cmpstr (ldr_goal_get_step (saved, 1)->text, ==, "Ask Ellen");
  /* Ticked, moved by keyboard, and changed in words. */
  row = ldr_goals_testing_find_control (stage.base.window, "Ask Ellen");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ldr_testing_find_widget (row, GTK_TYPE_CHECK_BUTTON)), TRUE);
  ldr_order_move_row (GTK_LIST_BOX_ROW (row), -1);
  ldr_line_row_set_text (LDR_LINE_ROW (row), "Ask Ellen which figure she misses");
  flush (&stage);
  ldr_goal_unref (saved);
  saved = get_goal (&stage, goal->id);
  g_assert_cmpstr (ldr_goal_get_step (saved, 0)->text, ==, "Ask Ellen which figure she misses");
  g_assert_cmpint (ldr_goal_get_step (saved, 0)->done, ==, ldr_day_today ());
  g_assert_cmpuint (ldr_goal_count_done_steps (saved), ==, 1);
  /* Removed, and back. */
  ldr_goals_testing_activate (ldr_goals_testing_find_named (row, GTK_TYPE_BUTTON, "Remove step"));
  flush (&stage);
  ldr_goal_unref (saved);
  saved = get_goal (&stage, goal->id);
  g_assert_cmpuint (saved->steps->len, ==, 1);
  ldr_goals_testing_click (&stage.base, "Undo");
  flush (&stage);
  restored = get_goal (&stage, goal->id);
  g_assert_cmpuint (restored->steps->len, ==, 2);
  g_assert_cmpstr (ldr_goal_get_step (restored, 0)->text, ==, "Ask Ellen which figure she misses");
  close_stage (&stage);
}

/* What is written in a step when the page is left is not lost. */
static void
test_step_left (void)
{
  g_autoptr (LdrGoal) goal = ldr_goals_testing_make (LDR_MEASURE_SCALE, 1, "", 8);
  g_autoptr (LdrGoal) saved = NULL;
  GtkWidget *row;
  Stage stage;

  open_stage (&stage);
  ldr_goal_add_step (goal, "Ask Ellen");
  ldr_goal_unref (ldr_goals_testing_save (&stage.base, goal));
  show_page (&stage, "One weekly decision");
  open_goal (&stage, goal);
  row = ldr_goals_testing_find_control (stage.base.window, "Ask Ellen");
  ldr_line_row_set_text (LDR_LINE_ROW (row), "Ask Marieke");
  adw_navigation_view_pop (ADW_NAVIGATION_VIEW (find (&stage, ADW_TYPE_NAVIGATION_VIEW)));
  saved = get_goal (&stage, goal->id);
  g_assert_cmpstr (ldr_goal_get_step (saved, 0)->text, ==, "Ask Marieke");
  close_stage (&stage);
}

/* The one in the question, once it is there. */
static GtkWidget *
find_day_button (Stage *stage)
{
  Wanted wanted = { find (stage, ADW_TYPE_ALERT_DIALOG), LDR_TYPE_DAY_BUTTON };

  ldr_testing_wait_for (has_widget, &wanted);
  return ldr_testing_find_widget (find (stage, ADW_TYPE_ALERT_DIALOG), LDR_TYPE_DAY_BUTTON);
}

/* What was filled in when the journal locks is there when it is asked again; who puts the question away drops it. */
static void
test_unanswered (void)
{
  g_autoptr (LdrGoal) goal = NULL;
  g_autoptr (LdrGoal) dropped = NULL;
  g_autoptr (LdrGoal) kept = NULL;
  g_autoptr (LdrGoal) ended = NULL;
  const int back = ldr_day_today () + 30;
  GtkWidget *page;
  Stage stage;

  open_stage (&stage);
  goal = add_goal (&stage, LDR_GOAL_STRENGTH, LDR_STYLE_DATA_STRATEGIST, "One weekly decision");
  show_page (&stage, "One weekly decision");
  open_goal (&stage, goal);
  page = find (&stage, LDR_TYPE_GOAL_PAGE);
  gtk_widget_activate_action (page, "goal.let-go", NULL);
  write_in (&stage, "What was learned?", "Not this");
  answer (&stage, "cancel");
  ldr_testing_run_for (50);
  flush (&stage);
  dropped = get_goal (&stage, goal->id);
  g_assert_cmpstr (dropped->learned, ==, "");

  /* As the window does when it locks. */
  ldr_testing_wait_for (is_alone, stage.base.window);
  gtk_widget_activate_action (page, "goal.let-go", NULL);
  write_in (&stage, "What was learned?", "Figures come after the faces.");
  adw_dialog_force_close (ADW_DIALOG (find (&stage, ADW_TYPE_ALERT_DIALOG)));
  flush (&stage);
  ldr_testing_wait_for (is_alone, stage.base.window);
  gtk_widget_activate_action (page, "goal.pause", NULL);
  ldr_day_button_set_day (LDR_DAY_BUTTON (find_day_button (&stage)), back);
  adw_dialog_force_close (ADW_DIALOG (find (&stage, ADW_TYPE_ALERT_DIALOG)));
  flush (&stage);
  kept = get_goal (&stage, goal->id);
  g_assert_cmpstr (kept->learned, ==, "Figures come after the faces.");
  g_assert_cmpint (kept->state, ==, LDR_GOAL_ACTIVE);
  g_assert_cmpint (kept->returns, ==, back);

  ldr_testing_wait_for (is_alone, stage.base.window);
  gtk_widget_activate_action (page, "goal.pause", NULL);
  g_assert_cmpint (ldr_day_button_get_day (LDR_DAY_BUTTON (find_day_button (&stage))), ==, back);
  answer (&stage, "do");
  flush (&stage);
  ended = get_goal (&stage, goal->id);
  g_assert_cmpint (ended->state, ==, LDR_GOAL_PAUSED);
  g_assert_cmpint (ended->returns, ==, back);
  g_assert_cmpstr (ended->learned, ==, "Figures come after the faces.");
  close_stage (&stage);
}

/* The rest of a goal that had come back ended on that day, however late it is paused again. */
static void
test_paused_again (void)
{
  g_autoptr (LdrGoal) goal = NULL, before = NULL, after = NULL;
  const LdrGoalRest *rest;
  int today = ldr_day_today ();
  Stage stage;

  open_stage (&stage);
  goal = ldr_goals_testing_make (LDR_MEASURE_SCALE, 1, "", 8);
  goal->first_day = today - 60;
  ldr_goal_pause (goal, today - 30, today - 20);
  before = ldr_goals_testing_save (&stage.base, goal);
  show_page (&stage, ldr_goal_get_statement (before));
  open_goal (&stage, before);
  gtk_widget_activate_action (find (&stage, LDR_TYPE_GOAL_PAGE), "goal.pause", NULL);
  answer (&stage, "do");
  ldr_goals_testing_wait_for_words (&stage.base, "Goal paused");
  flush (&stage);
  after = get_goal (&stage, before->id);
  g_assert_cmpint (after->state, ==, LDR_GOAL_PAUSED);
  g_assert_cmpint (after->state_day, ==, today);
  g_assert_cmpint (after->returns, ==, 0);
  g_assert_cmpuint (after->rests->len, ==, 1);
  rest = &g_array_index (after->rests, LdrGoalRest, 0);
  g_assert_cmpint (rest->first_day, ==, today - 30);
  g_assert_cmpint (rest->last_day, ==, today - 21);
  close_stage (&stage);
}

static void
test_states (void)
{
  g_autoptr (LdrGoal) goal = NULL;
  g_autoptr (LdrGoal) paused = NULL;
  g_autoptr (LdrGoal) active = NULL;
  g_autoptr (LdrGoal) let_go = NULL;
  g_autoptr (LdrGoal) again = NULL;
  Stage stage;

  open_stage (&stage);
  goal = add_goal (&stage, LDR_GOAL_STRENGTH, LDR_STYLE_DATA_STRATEGIST, "One weekly decision");
  show_page (&stage, "One weekly decision");
  open_goal (&stage, goal);
  gtk_widget_activate_action (find (&stage, LDR_TYPE_GOAL_PAGE), "goal.pause", NULL);
  answer (&stage, "do");
  ldr_goals_testing_wait_for_words (&stage.base, "Goal paused");
  flush (&stage);
  paused = get_goal (&stage, goal->id);
  g_assert_cmpint (paused->state, ==, LDR_GOAL_PAUSED);
  ldr_goals_testing_click (&stage.base, "Undo");
  ldr_goals_testing_wait_until_gone (&stage.base, "Take Up Again");
  active = get_goal (&stage, goal->id);
  g_assert_cmpint (active->state, ==, LDR_GOAL_ACTIVE);
  gtk_widget_activate_action (find (&stage, LDR_TYPE_GOAL_PAGE), "goal.let-go", NULL);
  write_in (&stage, "What was learned?", "Figures come after the faces.");
  answer (&stage, "do");
  ldr_goals_testing_wait_for_words (&stage.base, "What was learned");
  flush (&stage);
  let_go = get_goal (&stage, goal->id);
  g_assert_cmpint (let_go->state, ==, LDR_GOAL_LET_GO);
  g_assert_cmpstr (let_go->learned, ==, "Figures come after the faces.");
  /* One that is over asks for nothing, and can be taken up again. */
  g_assert_null (ldr_testing_find_widget (stage.base.window, LDR_TYPE_CHECK_IN_ROW));
  ldr_goals_testing_click (&stage.base, "Take Up Again");
  flush (&stage);
  again = get_goal (&stage, goal->id);
  g_assert_cmpint (again->state, ==, LDR_GOAL_ACTIVE);
  g_assert_cmpstr (again->learned, ==, "Figures come after the faces.");
  close_stage (&stage);
}

static void
test_delete (void)
{
  g_autoptr (LdrGoal) goal = NULL;
  g_autoptr (LdrGoal) trashed = NULL;
  g_autoptr (LdrGoal) back = NULL;
  Stage stage;

  open_stage (&stage);
  goal = add_goal (&stage, LDR_GOAL_STRENGTH, LDR_STYLE_DATA_STRATEGIST, "One weekly decision");
  show_page (&stage, "One weekly decision");
  open_goal (&stage, goal);
  gtk_widget_activate_action (find (&stage, LDR_TYPE_GOAL_PAGE), "goal.delete", NULL);
  ldr_goals_testing_wait_for_words (&stage.base, "One thing at a time");
  trashed = get_goal (&stage, goal->id);
  g_assert_cmpint (trashed->deleted, !=, 0);
  ldr_goals_testing_click (&stage.base, "Undo");
  ldr_goals_testing_wait_for_words (&stage.base, "One weekly decision");
  back = get_goal (&stage, goal->id);
  g_assert_cmpint (back->deleted, ==, 0);
  close_stage (&stage);
}

static void
test_experiment (void)
{
  g_autoptr (LdrGoal) goal = ldr_goals_testing_make (LDR_MEASURE_SCALE, 1, "", 8);
  g_autoptr (LdrGoal) kept = NULL;
  Stage stage;

  open_stage (&stage);
  ldr_goal_set_hypothesis (goal, "Fewer questions come twice.");
  goal->last_day = ldr_day_today ();
  ldr_goal_unref (ldr_goals_testing_save (&stage.base, goal));
  show_page (&stage, "One weekly decision");
  open_goal (&stage, goal);
  ldr_goals_testing_wait_for_words (&stage.base, "The experiment has run its time.");
  ldr_goals_testing_click (&stage.base, "Keep It");
  ldr_goals_testing_wait_until_gone (&stage.base, "The experiment has run its time.");
  flush (&stage);
  kept = get_goal (&stage, goal->id);
  g_assert_cmpint (kept->last_day, ==, 0);
  g_assert_cmpstr (kept->hypothesis, ==, "Fewer questions come twice.");
  close_stage (&stage);
}

static void
test_marks (void)
{
  g_autoptr (LdrGoal) goal = NULL;
  int today = ldr_day_today ();
  GtkWidget *page;
  Stage stage;

  open_stage (&stage);
  goal = add_goal (&stage, LDR_GOAL_STRENGTH, LDR_STYLE_DATA_STRATEGIST, "One weekly decision");
  for (int i = 1; i <= 12; i++)
    ldr_goals_testing_note (&stage.base, goal, today - i, 5, i == 2 ? "About the queue" : "");
  show_page (&stage, "One weekly decision");
  open_goal (&stage, goal);
  ldr_goals_testing_wait_for_words (&stage.base, "Show All 12 Check-ins");
  page = find (&stage, LDR_TYPE_GOAL_PAGE);
  gtk_widget_activate_action (page, "goal.edit-check-in", "i", today - 2);
  ldr_testing_check_names (find (&stage, LDR_TYPE_CHECK_IN_DIALOG));
  write_in (&stage, "Value", "11");
  ldr_goals_testing_click (&stage.base, "Save");
  ldr_goals_testing_wait_for_words (&stage.base, "The scale has whole numbers from 0 to 10");
  write_in (&stage, "Value", "9");
  g_assert_false (ldr_goals_testing_shows (&stage.base, "The scale has whole numbers"));
  write_in (&stage, "Note", "About the queue on Monday");
  ldr_goals_testing_click (&stage.base, "Save");
  ldr_goals_testing_wait_for_words (&stage.base, "Check-in saved");
  ldr_goals_testing_wait_for_words (&stage.base, "About the queue on Monday");
  ldr_goals_testing_click (&stage.base, "Undo");
  ldr_goals_testing_wait_until_gone (&stage.base, "About the queue on Monday");
  ldr_testing_wait_for (is_alone, stage.base.window);
  gtk_widget_activate_action (page, "goal.edit-check-in", "i", today - 2);
  ldr_goals_testing_click (&stage.base, "Remove Check-in");
  ldr_goals_testing_wait_until_gone (&stage.base, "About the queue");
  ldr_goals_testing_click (&stage.base, "Undo");
  ldr_goals_testing_wait_for_words (&stage.base, "About the queue");
  close_stage (&stage);
}

/* --- The editor --- */

static void
test_editor_refuses (void)
{
  GtkWidget *statement;
  Stage stage;

  open_stage (&stage);
  show_page (&stage, "One thing at a time");
  ldr_goals_page_new_goal (LDR_GOALS_PAGE (stage.page), LDR_STYLE_NINJA, TRUE);
  ldr_goals_testing_wait_for_words (&stage.base, ldr_style_get_pitfall_name (LDR_STYLE_NINJA));
  ldr_testing_check_names (find (&stage, LDR_TYPE_GOAL_EDITOR));
  ldr_goals_testing_click (&stage.base, "Save");
  ldr_goals_testing_wait_for_words (&stage.base, "Say in one line what the goal is.");
  statement = find_row (stage.base.window, "The goal in one line");
  gtk_test_accessible_assert_state (statement, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  write_in (&stage, "The goal in one line", "Tell Marieke beforehand");
  g_assert_false (ldr_goals_testing_shows (&stage.base, "Say in one line what the goal is."));
  write_in (&stage, "Where it is to come", "12");
  ldr_goals_testing_click (&stage.base, "Save");
  ldr_goals_testing_wait_for_words (&stage.base, "The scale has whole numbers from 0 to 10");
  select_in (&stage, "Measured", LDR_MEASURE_WEEKLY);
  write_in (&stage, "Times a week", "0");
  ldr_goals_testing_click (&stage.base, "Save");
  ldr_goals_testing_wait_for_words (&stage.base, "“At least” needs one time a week or more.");
  write_in (&stage, "Times a week", "2");
  ldr_goals_testing_click (&stage.base, "Fri");
  ldr_goals_testing_click (&stage.base, "Save");
  ldr_goals_testing_wait_for_words (&stage.base, "Choose at least one day of the week");
  select_in (&stage, "Check-ins", 2);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (find_row (stage.base.window, "An experiment")), TRUE);
  ldr_goals_testing_click (&stage.base, "Save");
  ldr_goals_testing_wait_for_words (&stage.base, "Say what the experiment is to find out.");
  write_in (&stage, "What is to be found out", "Less to explain afterwards");
  ldr_goals_testing_click (&stage.base, "Save");
  ldr_goals_testing_wait_for_words (&stage.base, "An experiment needs a last day");
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (find_row (stage.base.window, "An experiment")), FALSE);
  ldr_goals_testing_click (&stage.base, "Save");
  /* The new goal's page opens. */
  ldr_goals_testing_wait_for_words (&stage.base, "Did it happen today?");
  ldr_goals_testing_wait_for_words (&stage.base, "at least 2 times a week");
  close_stage (&stage);
}

static void
test_editor_kinds (void)
{
  g_autoptr (GPtrArray) list = NULL;
  const LdrGoal *goal;
  Stage stage;

  open_stage (&stage);
  show_page (&stage, "One thing at a time");
  ldr_goals_page_new_goal (LDR_GOALS_PAGE (stage.page), LDR_STYLE_INTEGRATOR, FALSE);
  write_in (&stage, "The goal in one line", "First contact resolution to 82%");
  select_in (&stage, "What for", LDR_GOAL_FIGURE);
  write_in (&stage, "Unit, such as % or minutes", "%");
  write_in (&stage, "Where it begins, if that is known", "71,5");
  write_in (&stage, "Where it is to come", "82");
  select_in (&stage, "Check-ins", 4);
  ldr_goals_testing_click (&stage.base, "Save");
  ldr_goals_testing_wait_for_words (&stage.base, "What is the figure now?");
  list = ldr_goals_testing_list (&stage.base);
  goal = ((LdrGoalCourse *) list->pdata[0])->goal;
  g_assert_cmpint (goal->kind, ==, LDR_GOAL_FIGURE);
  g_assert_cmpint (goal->style, ==, LDR_STYLE_INTEGRATOR);
  g_assert_cmpint (goal->rhythm, ==, LDR_RHYTHM_MONTHLY);
  g_assert_cmpfloat (ldr_goal_get_measure (goal)->start, ==, 71.5);
  g_assert_cmpfloat (ldr_goal_get_measure (goal)->target, ==, 82);
  g_assert_cmpstr (ldr_goal_get_measure (goal)->unit, ==, "%");
  close_stage (&stage);
}

static void
test_frozen (void)
{
  g_autoptr (LdrGoal) goal = NULL;
  g_autoptr (LdrGoal) changed = NULL;
  int today = ldr_day_today ();
  Stage stage;

  open_stage (&stage);
  goal = add_goal (&stage, LDR_GOAL_STRENGTH, LDR_STYLE_DATA_STRATEGIST, "One weekly decision");
  ldr_goals_testing_note (&stage.base, goal, today - 3, 4, "");
  ldr_goals_testing_note (&stage.base, goal, today - 2, 5, "");
  show_page (&stage, "One weekly decision");
  open_goal (&stage, goal);
  gtk_widget_activate_action (find (&stage, LDR_TYPE_GOAL_PAGE), "goal.edit", NULL);
  g_assert_false (ldr_goals_testing_shows (&stage.base, "There are three check-ins or more"));
  ldr_goals_testing_click (&stage.base, "Cancel");
  ldr_testing_wait_for (is_alone, stage.base.window);
  ldr_goals_testing_note (&stage.base, goal, today - 1, 6, "");
  ldr_testing_run_for (200);
  gtk_widget_activate_action (find (&stage, LDR_TYPE_GOAL_PAGE), "goal.edit", NULL);
  ldr_goals_testing_wait_for_words (&stage.base, "There are three check-ins or more");
  write_in (&stage, "The goal in one line", "Two weekly decisions");
  ldr_goals_testing_wait_for_words (&stage.base, "so a new version begins today");
  ldr_goals_testing_click (&stage.base, "Save");
  ldr_goals_testing_wait_for_words (&stage.base, "Wording since");
  changed = get_goal (&stage, goal->id);
  g_assert_cmpuint (changed->versions->len, ==, 2);
  g_assert_cmpstr (ldr_goal_get_statement (changed), ==, "Two weekly decisions");
  g_assert_cmpstr (ldr_goal_find_version (changed, 1)->statement, ==, "One weekly decision");
  close_stage (&stage);
}

/* Cancel asks before it throws words away; a lock cannot ask, and keeps them. */
static void
test_editor_left (void)
{
  g_autoptr (LdrGoal) goal = NULL;
  g_autoptr (LdrGoal) kept = NULL;
  g_autoptr (LdrGoal) rescued = NULL;
  Stage stage;

  open_stage (&stage);
  goal = add_goal (&stage, LDR_GOAL_STRENGTH, LDR_STYLE_DATA_STRATEGIST, "One weekly decision");
  show_page (&stage, "One weekly decision");
  open_goal (&stage, goal);
  gtk_widget_activate_action (find (&stage, LDR_TYPE_GOAL_PAGE), "goal.edit", NULL);
  write_in (&stage, "Why it matters", "We go in circles");
  ldr_goals_testing_click (&stage.base, "Cancel");
  answer (&stage, "discard");
  ldr_testing_wait_for (is_alone, stage.base.window);
  kept = get_goal (&stage, goal->id);
  g_assert_cmpstr (kept->why, ==, "");
  gtk_widget_activate_action (find (&stage, LDR_TYPE_GOAL_PAGE), "goal.edit", NULL);
  write_in (&stage, "Why it matters", "We go in circles");
  write_in (&stage, "The goal in one line", "");
  adw_dialog_force_close (ADW_DIALOG (find (&stage, LDR_TYPE_GOAL_EDITOR)));
  ldr_testing_wait_for (is_alone, stage.base.window);
  rescued = get_goal (&stage, goal->id);
  g_assert_cmpstr (rescued->why, ==, "We go in circles");
  g_assert_cmpstr (ldr_goal_get_statement (rescued), ==, "One weekly decision");
  close_stage (&stage);
}

/* All of it fits on a screen of 360 pixels. */
static void
test_narrow (void)
{
  g_autoptr (LdrGoal) goal = ldr_goals_testing_make (LDR_MEASURE_SCALE, 1, "", 8);
  int width;
  Stage stage;

  open_stage (&stage);
  ldr_goal_set_rhythm (goal, LDR_RHYTHM_WEEKDAYS, LDR_WEEKDAYS_WORK);
  ldr_goal_add_step (goal, "Ask Ellen which figure she misses");
  ldr_goal_unref (ldr_goals_testing_save (&stage.base, goal));
  for (int i = 0; i < 4; i++)
    ldr_goals_testing_note (&stage.base, goal, ldr_day_today () - i, 5, "About the queue");
  show_page (&stage, "One weekly decision");
  gtk_widget_measure (stage.page, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
  open_goal (&stage, goal);
  gtk_widget_measure (find (&stage, LDR_TYPE_GOAL_PAGE), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
  close_stage (&stage);
}

static void
add_tests (void)
{
  g_test_add_func ("/goals/page/rhythms", test_rhythms);
  g_test_add_func ("/goals/page/measures", test_measures);
  g_test_add_func ("/goals/page/subtitles", test_subtitles);
  g_test_add_func ("/goals/page/weeks", test_weeks);
  g_test_add_func ("/goals/page/chart", test_chart);
  g_test_add_func ("/goals/page/row-aloud", test_row_aloud);
  g_test_add_func ("/goals/page/empty", test_empty);
  g_test_add_func ("/goals/page/list", test_list);
  g_test_add_func ("/goals/page/steps", test_steps);
  g_test_add_func ("/goals/page/step-left", test_step_left);
  g_test_add_func ("/goals/page/states", test_states);
  g_test_add_func ("/goals/page/paused-again", test_paused_again);
  g_test_add_func ("/goals/page/unanswered", test_unanswered);
  g_test_add_func ("/goals/page/delete", test_delete);
  g_test_add_func ("/goals/page/experiment", test_experiment);
  g_test_add_func ("/goals/page/marks", test_marks);
  g_test_add_func ("/goals/page/editor-refuses", test_editor_refuses);
  g_test_add_func ("/goals/page/editor-kinds", test_editor_kinds);
  g_test_add_func ("/goals/page/frozen", test_frozen);
  g_test_add_func ("/goals/page/editor-left", test_editor_left);
  g_test_add_func ("/goals/page/narrow", test_narrow);
}

int
main (int argc, char **argv)
{
  return ldr_goals_testing_main (argc, argv, add_tests);
}

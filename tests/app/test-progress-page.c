/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "app/progress/ldr-period-bar.h"
#include "app/progress/ldr-progress-card.h"
#include "app/progress/ldr-progress-describe.h"
#include "app/progress/ldr-progress-grid.h"
#include "app/progress/ldr-progress-page.h"
#include "app/sessions/ldr-sessions-jobs.h"
#include "app/widgets/ldr-chart-view.h"
#include "chart/ldr-chart-area.h"
#include "ldr-around-testing.h"
#include "ldr-goals-testing.h"
#include "model/ldr-moment.h"

typedef struct
{
  LdrGoalsStage base;
  GtkWidget *around;
  GtkWidget *page;
} Stage;

static void
open_stage (Stage *stage)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  g_settings_reset (settings, "progress-period");
  ldr_goals_stage_open (&stage->base);
}

static void
show_page (Stage *stage)
{
  stage->page = ldr_progress_page_new (stage->base.journal);
  stage->around = g_object_new (LDR_TYPE_AROUND, "child", stage->page, NULL);
  ldr_goals_stage_show (&stage->base, stage->around);
}

static void
close_stage (Stage *stage)
{
  ldr_goals_stage_close (&stage->base);
}

/* --- What is in the journal --- */

static LdrEntry *
add_entry (Stage *stage, int days_ago, LdrStyleSet styles)
{
  g_autoptr (LdrEntry) entry = ldr_entry_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) happened = g_date_time_add_days (now, -days_ago);

  ldr_entry_set_title (entry, "Nadia took the call");
  ldr_entry_set_happened (entry, happened);
  entry->styles = styles;
  entry->energy = 4;
  return ldr_testing_save_entry (stage->base.journal, entry);
}

/* Several entries of today and of the three weeks before it. */
static void
add_entries (Stage *stage)
{
  for (int i = 0; i < 4; i++)
    {
      g_autoptr (LdrEntry) entry = add_entry (stage, 7 * i, 1u << LDR_STYLE_NINJA);

      g_assert_nonnull (entry);
    }
}

static LdrGoal *
add_measured_goal (Stage *stage, LdrMeasureKind measure, int day)
{
  g_autoptr (LdrGoal) goal = ldr_goals_testing_make (measure, 1, "", 8);
  LdrGoal *saved = ldr_goals_testing_save (&stage->base, goal);

  ldr_goals_testing_note (&stage->base, saved, day, measure == LDR_MEASURE_WEEKLY ? 1 : 5, "");
  return saved;
}

static LdrGoal *
add_goal (Stage *stage, int day)
{
  return add_measured_goal (stage, LDR_MEASURE_SCALE, day);
}

static LdrProgress *
get_progress (Stage *stage)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;
  LdrProgress *progress;

  ldr_journal_get_progress_async (stage->base.journal, NULL, ldr_testing_keep_result_cb, &result);
  ldr_testing_wait_for (ldr_testing_has_result, &result);
  progress = ldr_journal_get_progress_finish (stage->base.journal, result, &error);
  g_assert_no_error (error);
  return progress;
}

/* --- Looking --- */

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
list_all (Stage *stage, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (stage->base.window, type, found);
  return found;
}

/* Whether every card that is to be there has a chart, or says why not. */
typedef struct
{
  Stage *stage;
  guint n_cards;
} Wanted;

static gboolean
is_filled (gpointer data)
{
  const Wanted *wanted = data;
  g_autoptr (GPtrArray) cards = list_all (wanted->stage, LDR_TYPE_PROGRESS_CARD);

  for (guint i = 0; i < cards->len; i++)
    if (ldr_testing_find_widget (g_ptr_array_index (cards, i), LDR_TYPE_CHART_VIEW) == NULL
        && ldr_testing_find_widget (g_ptr_array_index (cards, i), GTK_TYPE_IMAGE) == NULL)
      return FALSE;
  return cards->len == wanted->n_cards;
}

static void
wait_for_cards (Stage *stage, guint n_cards)
{
  Wanted wanted = { stage, n_cards };

  g_test_message ("waiting for %u cards", n_cards);
  ldr_testing_wait_for (is_filled, &wanted);
  ldr_testing_run_for (50);
}

static GtkWidget *
find_card (Stage *stage, LdrProgressKind kind, guint number)
{
  g_autoptr (GPtrArray) cards = list_all (stage, LDR_TYPE_PROGRESS_CARD);

  for (guint i = 0; i < cards->len; i++)
    if (ldr_progress_card_get_kind (g_ptr_array_index (cards, i)) == kind && number-- == 0)
      return g_ptr_array_index (cards, i);
  g_error ("There is no card of %s", ldr_progress_kind_get_id (kind));
}

static graphene_rect_t
get_bounds (Stage *stage, GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, stage->base.window, &bounds));
  return bounds;
}

static GtkWidget *
find (Stage *stage, GType type)
{
  GtkWidget *found = ldr_testing_find_widget (stage->base.window, type);

  g_assert_nonnull (found);
  return found;
}

static void
choose (Stage *stage, LdrPeriodKind kind)
{
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (find (stage, ADW_TYPE_TOGGLE_GROUP)), kind);
}

static void
compare (Stage *stage, gboolean compare)
{
  GtkWidget *button = ldr_goals_testing_find_named (stage->base.window, GTK_TYPE_TOGGLE_BUTTON, "Compare two periods");

  g_assert_nonnull (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), compare);
}

/* --- What is said --- */

static int
parse (const char *text)
{
  int day = 0;

  g_assert_true (ldr_day_parse (text, &day, NULL));
  return day;
}

static void
test_periods (void)
{
  static const struct
  {
    LdrPeriodKind kind;
    const char *first_day;
    const char *last_day;
    const char *name;
    const char *before;
    const char *year_earlier;
  } cases[] = {
    { LDR_PERIOD_MONTH, "2026-11-01", "2026-11-30", "November 2026", "October 2026", "November 2025" },
    { LDR_PERIOD_MONTH, "2026-10-23", "2026-11-22", "23 October to 22 November 2026", "23 September to 22 October 2026",
      "23 October to 22 November 2025" },
    { LDR_PERIOD_MONTH, "2025-02-01", "2025-02-28", "February 2025", "January 2025", "February 2024" },
    { LDR_PERIOD_HALF_YEAR, "2026-06-01", "2026-11-30", "June to November 2026", "December 2025 to May 2026",
      "June to November 2025" },
    { LDR_PERIOD_YEAR, "2025-12-01", "2026-11-30", "December 2025 to November 2026", "December 2024 to November 2025",
      "December 2024 to November 2025" },
    { LDR_PERIOD_ALL, "2025-12-01", "2026-11-30", "December 2025 to November 2026", NULL, NULL },
    { LDR_PERIOD_OWN, "2026-03-03", "2026-03-09", "3 March to 9 March 2026", "24 February to 2 March 2026",
      "3 March to 9 March 2025" },
    { LDR_PERIOD_OWN, "2028-02-29", "2028-02-29", "29 February 2028", "28 February 2028", "28 February 2027" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LdrPeriod period = { cases[i].kind, parse (cases[i].first_day), parse (cases[i].last_day) };
      const char *const names[] = { cases[i].before, cases[i].year_earlier };
      g_autofree char *name = ldr_progress_describe_period (&period);

      g_assert_cmpstr (name, ==, cases[i].name);
      for (int j = 0; j < 2; j++)
        {
          LdrPeriod beside;
          gboolean found = ldr_progress_find_beside (&period, (LdrProgressBeside) j, &beside);
          g_autofree char *beside_name = found ? ldr_progress_describe_period (&beside) : NULL;

          g_assert_cmpstr (beside_name, ==, names[j]);
        }
      g_assert_false (ldr_progress_find_beside (&period, LDR_PROGRESS_BESIDE_OWN, &period));
    }
}

static char *
find_way (const LdrProgress *progress, LdrProgressKind kind, int first_day, int last_day)
{
  LdrProgressWay way = { NULL, NULL };
  gboolean found = ldr_progress_find_way (kind, progress, first_day, last_day, &way);
  char *text = found ? g_strdup_printf ("%s %s", way.action, way.target) : NULL;

  g_free (way.target);
  return text;
}

#define check_way(progress, kind, first_day, last_day, expected)                                                       \
  {                                                                                                                    \
    g_autofree char *way = find_way (progress, kind, first_day, last_day);                                             \
                                                                                                                       \
    g_assert_cmpstr (way, ==, expected);                                                                               \
  }

/* A point leads to the one goal or session that it stands for, to their place where they are more, or to the entries.
 */
static void
test_ways (void)
{
  int today = ldr_day_today ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (LdrSession) session = ldr_session_new (now);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LdrGoal) first = NULL, second = NULL, weekly = NULL;
  g_autoptr (LdrProgress) progress = NULL;
  g_autofree char *weekly_way = NULL, *goal_way = NULL, *session_way = NULL, *search_way = NULL, *after = NULL,
                  *before = NULL;
  Stage stage = { 0 };

  open_stage (&stage);
  add_entries (&stage);
  first = add_goal (&stage, today - 3);
  second = add_goal (&stage, today - 10);
  weekly = add_measured_goal (&stage, LDR_MEASURE_WEEKLY, today - 2);
  ldr_session_save_async (stage.base.journal, session, 0, ldr_testing_keep_result_cb, &result);
  ldr_testing_wait_for (ldr_testing_has_result, &result);
  g_clear_object (&result);
  progress = get_progress (&stage);
  goal_way = g_strdup_printf ("place.open-goal %s", first->id);
  weekly_way = g_strdup_printf ("place.open-goal %s", weekly->id);
  session_way = g_strdup_printf ("place.open-session %s", session->id);
  after = ldr_day_to_iso8601 (today - 7);
  before = ldr_day_to_iso8601 (today + 1);
  search_way = g_strdup_printf ("place.search after:%s before:%s", after, before);

  check_way (progress, LDR_PROGRESS_GOALS, today - 3, today - 3, goal_way);
  /* A week is of the goals that count by week, though others have a check-in in it. */
  check_way (progress, LDR_PROGRESS_GOALS, today - 6, today, weekly_way);
  check_way (progress, LDR_PROGRESS_GOALS, today - 2, today - 2, "win.show-place goals");
  check_way (progress, LDR_PROGRESS_FIGURES, today - 3, today - 3, "win.show-place goals");
  check_way (progress, LDR_PROGRESS_SESSIONS, today, today, session_way);
  check_way (progress, LDR_PROGRESS_SESSIONS, today - 9, today - 9, "win.show-place sessions");
  check_way (progress, LDR_PROGRESS_ACTIONS, LDR_CHART_NO_DAY, LDR_CHART_NO_DAY, "win.show-place sessions");
  check_way (progress, LDR_PROGRESS_PROFILE, LDR_CHART_NO_DAY, LDR_CHART_NO_DAY, "win.show-place styles");
  check_way (progress, LDR_PROGRESS_DAYS, today - 7, today, search_way);
  check_way (progress, LDR_PROGRESS_DAYS, today - 6, today - 1, NULL);
  check_way (progress, LDR_PROGRESS_ENERGY, LDR_CHART_NO_DAY, LDR_CHART_NO_DAY, NULL);
  close_stage (&stage);
}

/* --- The page --- */

/* A new journal has no cards, but a first step; the first entry brings the charts. */
static void
test_empty (void)
{
  Stage stage = { 0 };
  g_autoptr (LdrEntry) entry = NULL;

  open_stage (&stage);
  show_page (&stage);
  ldr_goals_testing_wait_for_words (&stage.base, "Charts grow here");
  g_assert_null (ldr_testing_find_widget (stage.base.window, ADW_TYPE_TOGGLE_GROUP));
  ldr_testing_check_names (stage.base.window);
  ldr_goals_testing_click (&stage.base, "Set a Goal");
  g_assert_cmpstr (ldr_around_get_way (LDR_AROUND (stage.around)), ==, "win.show-place goals");
  entry = add_entry (&stage, 0, 0);
  wait_for_cards (&stage, LDR_N_PROGRESS_KINDS);
  g_assert_false (ldr_goals_testing_shows (&stage.base, "Charts grow here"));
  close_stage (&stage);
}

/* Every card has its title, and either a chart with a sentence or words. */
static void
test_cards (void)
{
  Stage stage = { 0 };
  GtkWidget *view;

  open_stage (&stage);
  add_entries (&stage);
  show_page (&stage);
  wait_for_cards (&stage, LDR_N_PROGRESS_KINDS);
  for (int kind = 0; kind < LDR_N_PROGRESS_KINDS; kind++)
    {
      const char *title = ldr_progress_kind_get_title ((LdrProgressKind) kind);
      GtkWidget *card = find_card (&stage, (LdrProgressKind) kind, 0);

      g_assert_true (ldr_goals_testing_shows (&stage.base, title));
      gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL, title);
    }
  view = ldr_testing_find_widget (find_card (&stage, LDR_PROGRESS_STYLES, 0), LDR_TYPE_CHART_VIEW);
  g_assert_nonnull (view);
  g_assert_null (ldr_testing_find_widget (find_card (&stage, LDR_PROGRESS_GOALS, 0), LDR_TYPE_CHART_VIEW));
  ldr_testing_check_names (stage.base.window);
  /* The same values in the place of the chart. */
  gtk_widget_activate_action (view, "chart.as-table", NULL);
  g_assert_nonnull (ldr_testing_find_widget (view, GTK_TYPE_COLUMN_VIEW));
  g_assert_null (ldr_testing_find_widget (view, LDR_TYPE_CHART_AREA));
  close_stage (&stage);
}

/* The period is remembered, but for days of one's own; those begin with the days that were shown. */
static void
test_period (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *remembered = NULL;
  LdrPeriod year, own;
  Stage stage = { 0 };
  GtkWidget *bar;

  open_stage (&stage);
  add_entries (&stage);
  g_settings_set_string (settings, "progress-period", "month");
  show_page (&stage);
  wait_for_cards (&stage, LDR_N_PROGRESS_KINDS);
  g_assert_cmpuint (adw_toggle_group_get_active (ADW_TOGGLE_GROUP (find (&stage, ADW_TYPE_TOGGLE_GROUP))), ==,
                    LDR_PERIOD_MONTH);
  g_assert_null (ldr_testing_find_widget (stage.base.window, LDR_TYPE_PERIOD_BAR));
  choose (&stage, LDR_PERIOD_YEAR);
  choose (&stage, LDR_PERIOD_OWN);
  ldr_testing_run_for (50);
  remembered = g_settings_get_string (settings, "progress-period");
  g_assert_cmpstr (remembered, ==, "year");
  bar = find (&stage, LDR_TYPE_PERIOD_BAR);
  ldr_period_init (&year, LDR_PERIOD_YEAR, ldr_day_today (), 0);
  ldr_period_bar_get_own (LDR_PERIOD_BAR (bar), &own);
  g_assert_cmpint (own.first_day, ==, year.first_day);
  g_assert_cmpint (own.last_day, ==, year.last_day);
  ldr_testing_check_names (stage.base.window);
  choose (&stage, LDR_PERIOD_ALL);
  ldr_testing_run_for (50);
  g_assert_false (gtk_widget_get_mapped (bar));
  close_stage (&stage);
}

/* Two periods stand beside each other under their names, the later one at the end. */
static void
test_compare (void)
{
  Stage stage = { 0 };
  LdrPeriod period, before;
  g_autofree char *name = NULL, *name_before = NULL;
  graphene_rect_t later, earlier;

  open_stage (&stage);
  gtk_window_set_default_size (GTK_WINDOW (stage.base.window), 1200, 700);
  add_entries (&stage);
  show_page (&stage);
  wait_for_cards (&stage, LDR_N_PROGRESS_KINDS);
  compare (&stage, TRUE);
  wait_for_cards (&stage, 2 * LDR_N_PROGRESS_KINDS);
  ldr_period_init (&period, LDR_PERIOD_HALF_YEAR, ldr_day_today (), 0);
  g_assert_true (ldr_period_get_previous (&period, &before));
  name = ldr_progress_describe_period (&period);
  name_before = ldr_progress_describe_period (&before);
  g_assert_true (ldr_goals_testing_shows (&stage.base, name));
  g_assert_true (ldr_goals_testing_shows (&stage.base, name_before));
  for (int kind = 0; kind < LDR_N_PROGRESS_KINDS; kind++)
    {
      earlier = get_bounds (&stage, find_card (&stage, (LdrProgressKind) kind, 0));
      later = get_bounds (&stage, find_card (&stage, (LdrProgressKind) kind, 1));
      g_assert_cmpfloat (earlier.origin.y, ==, later.origin.y);
      g_assert_cmpfloat (earlier.size.height, ==, later.size.height);
      g_assert_cmpfloat (earlier.origin.x, !=, later.origin.x);
    }
  ldr_testing_check_names (stage.base.window);
  /* All days have nothing beside them. */
  choose (&stage, LDR_PERIOD_ALL);
  wait_for_cards (&stage, LDR_N_PROGRESS_KINDS);
  g_assert_false (gtk_widget_get_sensitive (
      ldr_goals_testing_find_named (stage.base.window, GTK_TYPE_TOGGLE_BUTTON, "Compare two periods")));
  close_stage (&stage);
}

/* Two columns of equal height where there is room; one below the other, and a choice for the toggles, where there is
 * none. */
static void
test_widths (void)
{
  static const int widths[] = { 1200, 700, 360 };

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      Stage stage = { 0 };
      graphene_rect_t goals, profile, styles;

      open_stage (&stage);
      gtk_window_set_default_size (GTK_WINDOW (stage.base.window), widths[i], 700);
      add_entries (&stage);
      show_page (&stage);
      wait_for_cards (&stage, LDR_N_PROGRESS_KINDS);
      goals = get_bounds (&stage, find_card (&stage, LDR_PROGRESS_GOALS, 0));
      profile = get_bounds (&stage, find_card (&stage, LDR_PROGRESS_PROFILE, 0));
      styles = get_bounds (&stage, find_card (&stage, LDR_PROGRESS_STYLES, 0));
      g_assert_cmpint (gtk_widget_get_width (stage.base.window), <=, widths[i]);
      g_assert_cmpfloat (goals.origin.x, ==, styles.origin.x);
      if (widths[i] == 1200)
        {
          g_assert_cmpfloat (goals.origin.y, ==, profile.origin.y);
          g_assert_cmpfloat (goals.size.height, ==, profile.size.height);
          g_assert_cmpfloat_with_epsilon (goals.size.width, profile.size.width, 1.5);
        }
      else
        g_assert_cmpfloat (profile.origin.y, >=, goals.origin.y + goals.size.height);
      g_assert_cmpint (ldr_testing_find_widget (stage.base.window, ADW_TYPE_TOGGLE_GROUP) != NULL, ==, widths[i] > 600);
      g_assert_cmpint (ldr_testing_find_widget (stage.base.window, GTK_TYPE_DROP_DOWN) != NULL, ==, widths[i] <= 600);
      /* The menu compares too, where there is no room for the button. */
      g_assert_cmpint (ldr_goals_testing_find_named (stage.base.window, GTK_TYPE_TOGGLE_BUTTON, "Compare two periods")
                           != NULL,
                       ==, widths[i] > 420);
      gtk_widget_activate_action (stage.page, "progress.compare", NULL);
      wait_for_cards (&stage, 2 * LDR_N_PROGRESS_KINDS);
      g_assert_cmpint (gtk_widget_get_width (stage.base.window), <=, widths[i]);
      close_stage (&stage);
    }
}

static GtkWidget *
find_area (Stage *stage, LdrProgressKind kind)
{
  GtkWidget *area = ldr_testing_find_widget (find_card (stage, kind, 0), LDR_TYPE_CHART_AREA);

  g_assert_nonnull (area);
  return area;
}

static gboolean
shows_another (gpointer data)
{
  gpointer *pair = data;

  return ldr_chart_area_get_chart (pair[0]) != pair[1];
}

/* The charts follow what is written; where one looks and what has the focus stay. */
static void
test_changes (void)
{
  Stage stage = { 0 };
  GtkAdjustment *adjustment;
  GtkWidget *area;
  gpointer pair[2];
  g_autoptr (LdrEntry) entry = NULL;
  g_autoptr (LdrChart) before = NULL;

  open_stage (&stage);
  add_entries (&stage);
  show_page (&stage);
  wait_for_cards (&stage, LDR_N_PROGRESS_KINDS);
  area = find_area (&stage, LDR_PROGRESS_DAYS);
  gtk_widget_grab_focus (area);
  ldr_testing_run_for (100);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (find (&stage, GTK_TYPE_SCROLLED_WINDOW)));
  gtk_adjustment_set_value (adjustment, 300);
  before = ldr_chart_ref (ldr_chart_area_get_chart (LDR_CHART_AREA (area)));
  entry = add_entry (&stage, 1, 0);
  pair[0] = area;
  pair[1] = before;
  ldr_testing_wait_for (shows_another, pair);
  ldr_testing_run_for (100);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 300);
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (area)) == area);
  close_stage (&stage);
}

/* From a point of a chart to the entries behind it. */
static void
test_opens (void)
{
  Stage stage = { 0 };
  const char *way;

  open_stage (&stage);
  add_entries (&stage);
  show_page (&stage);
  wait_for_cards (&stage, LDR_N_PROGRESS_KINDS);
  g_signal_emit_by_name (find_area (&stage, LDR_PROGRESS_STYLES), "activated", 0, ldr_day_today () - 7,
                         ldr_day_today ());
  way = ldr_around_get_way (LDR_AROUND (stage.around));
  g_assert_true (g_str_has_prefix (way, "place.search "));
  g_assert_nonnull (strstr (way, "style:ninja"));
  close_stage (&stage);
}

/* When the journal is locked the page goes, whether it waits for the journal, is being filled or is full. */
static void
test_lock (void)
{
  for (int i = 0; i < 3; i++)
    {
      Stage stage = { 0 };

      open_stage (&stage);
      add_entries (&stage);
      show_page (&stage);
      if (i > 0)
        ldr_goals_testing_wait_for_words (&stage.base, "Goals");
      if (i > 1)
        {
          wait_for_cards (&stage, LDR_N_PROGRESS_KINDS);
          compare (&stage, TRUE);
          wait_for_cards (&stage, 2 * LDR_N_PROGRESS_KINDS);
        }
      close_stage (&stage);
    }
}

static void
add_tests (void)
{
  g_test_add_func ("/progress/periods", test_periods);
  g_test_add_func ("/progress/ways", test_ways);
  g_test_add_func ("/progress/empty", test_empty);
  g_test_add_func ("/progress/cards", test_cards);
  g_test_add_func ("/progress/period", test_period);
  g_test_add_func ("/progress/compare", test_compare);
  g_test_add_func ("/progress/widths", test_widths);
  g_test_add_func ("/progress/changes", test_changes);
  g_test_add_func ("/progress/opens", test_opens);
  g_test_add_func ("/progress/lock", test_lock);
}

int
main (int argc, char **argv)
{
  return ldr_goals_testing_main (argc, argv, add_tests);
}

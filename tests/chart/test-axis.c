/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <locale.h>

#include "chart/ldr-calendar.h"
#include "chart/ldr-columns.h"
#include "chart/ldr-events.h"
#include "chart/ldr-line.h"
#include "chart/ldr-multiples.h"
#include "ldr-chart-testing.h"

#define DAYS 30
#define WIDTH 300
#define HEIGHT 240

static LdrLineData *
make_lines (double greatest, guint n_series)
{
  LdrChartPoint points[] = { { NOVEMBER, 0 }, { NOVEMBER + 12, greatest }, { NOVEMBER + DAYS - 1, 1 } };
  LdrLineData *data = ldr_line_data_new ("Lines", NULL, NULL);

  for (guint i = 0; i < n_series; i++)
    ldr_line_data_add_series (data, i == 0 ? "Red" : "Blue", NULL, (LdrChartPen) i, points,
                              (const char *[]) { "a", "b", "c" }, G_N_ELEMENTS (points));
  return data;
}

static LdrChart *
make_line_chart (double greatest, guint n_series)
{
  g_autoptr (LdrLineData) data = make_lines (greatest, n_series);

  return ldr_line_chart_new (data);
}

static LdrChart *
make_columns (void)
{
  g_autoptr (LdrColumnsData) data
      = ldr_columns_data_new ("Columns", NULL, NULL, LDR_CHART_PERIOD_WEEK, NOVEMBER, NOVEMBER + DAYS - 1);

  ldr_columns_data_add_series (data, "Red", NULL, LDR_CHART_HATCH_NONE);
  ldr_columns_data_add_value (data, 0, NOVEMBER + 3, 2);
  return ldr_columns_new (data);
}

static LdrChart *
make_events (void)
{
  g_autoptr (LdrEventsData) data = ldr_events_data_new ("Events", NULL, NOVEMBER, NOVEMBER + DAYS - 1);

  ldr_events_data_add_lane (data, "Red", NULL, LDR_CHART_PEN_SOLID);
  ldr_events_data_add_event (data, 0, NOVEMBER + 12, "one");
  return ldr_events_new (data);
}

/* Panels below one another, each with values of its own. */
static LdrChart *
make_multiples (void)
{
  g_autoptr (LdrLineData) data = make_lines (7, 2);

  ldr_line_data_set_values (data, 1, "apples", 0, 400000, TRUE);
  return ldr_multiples_new (data);
}

static LdrChart *
make_calendar (void)
{
  g_autoptr (LdrCalendarData) data = ldr_calendar_data_new ("Calendar", NULL, NOVEMBER, NOVEMBER + DAYS - 1);

  return ldr_calendar_new (data);
}

/* All as wide, below one another. */
static GPtrArray *
make_page (LdrChartAxis *axis, GtkTextDirection direction, GtkWidget **page)
{
  LdrChart *charts[] = { make_line_chart (7, 1), make_line_chart (2000000, 1),
                         make_line_chart (7, 2), make_columns (),
                         make_events (),         make_multiples (),
                         make_calendar () };
  GPtrArray *areas = g_ptr_array_new ();

  *page = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      GtkWidget *area = ldr_chart_area_new ();

      gtk_widget_set_direction (area, direction);
      ldr_chart_area_set_axis (LDR_CHART_AREA (area), axis);
      ldr_chart_area_set_chart (LDR_CHART_AREA (area), charts[i]);
      gtk_box_append (GTK_BOX (*page), area);
      g_ptr_array_add (areas, area);
      ldr_chart_unref (charts[i]);
    }
  return areas;
}

static void
allocate (GtkWidget *page, int width)
{
  int height;

  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (page, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_allocate (page, width, height, -1, NULL);
}

static void
get_margins (GPtrArray *areas, guint index, double *start, double *end)
{
  g_assert_true (ldr_chart_area_get_margins (g_ptr_array_index (areas, index), start, end));
}

/* What each of the charts over days leaves free; all the same. */
static void
assert_aligned (GPtrArray *areas, double *start, double *end)
{
  get_margins (areas, 0, start, end);
  for (guint i = 1; i + 1 < areas->len; i++)
    {
      double other_start, other_end;

      get_margins (areas, i, &other_start, &other_end);
      g_assert_cmpfloat (*start, ==, other_start);
      g_assert_cmpfloat (*end, ==, other_end);
    }
}

static void
test_shared (gconstpointer data)
{
  g_autoptr (LdrChartAxis) axis = ldr_chart_axis_new ();
  GtkWidget *page;
  g_autoptr (GPtrArray) areas = make_page (axis, (GtkTextDirection) GPOINTER_TO_INT (data), &page);
  g_autoptr (LdrChart) narrow = make_line_chart (7, 1);
  double start, end, less, more;

  allocate (page, WIDTH);
  assert_aligned (areas, &start, &end);
  /* The longest value stands beside the second. */
  g_assert_cmpfloat (start, >, 40);
  ldr_chart_area_set_chart (g_ptr_array_index (areas, 1), narrow);
  allocate (page, WIDTH);
  assert_aligned (areas, &less, &end);
  g_assert_cmpfloat (less, <, start);
  /* A calendar has weeks, not days, across. */
  g_assert_false (ldr_chart_area_get_margins (g_ptr_array_index (areas, areas->len - 1), &start, &more));
  ldr_chart_area_set_chart (g_ptr_array_index (areas, 5), NULL);
  gtk_box_remove (GTK_BOX (page), g_ptr_array_index (areas, 5));
  g_ptr_array_remove_index (areas, 5);
  allocate (page, WIDTH);
  assert_aligned (areas, &start, &end);
  g_assert_cmpfloat (start, <, less);
  g_assert_finalize_object (page);
}

/* A value, a column and an event on each day. */
static void
make_daily (LdrChart **charts)
{
  LdrChartPoint points[DAYS];
  const char *texts[DAYS];
  g_autoptr (LdrLineData) lines = ldr_line_data_new ("Lines", NULL, NULL);
  g_autoptr (LdrColumnsData) columns
      = ldr_columns_data_new ("Columns", NULL, NULL, LDR_CHART_PERIOD_DAY, NOVEMBER, NOVEMBER + DAYS - 1);
  g_autoptr (LdrEventsData) events = ldr_events_data_new ("Events", NULL, NOVEMBER, NOVEMBER + DAYS - 1);

  ldr_columns_data_add_series (columns, "Red", NULL, LDR_CHART_HATCH_NONE);
  ldr_events_data_add_lane (events, "Red", NULL, LDR_CHART_PEN_SOLID);
  for (int i = 0; i < DAYS; i++)
    {
      points[i] = (LdrChartPoint) { NOVEMBER + i, i };
      texts[i] = "a";
      ldr_columns_data_add_value (columns, 0, NOVEMBER + i, 1);
      ldr_events_data_add_event (events, 0, NOVEMBER + i, "one");
    }
  ldr_line_data_add_series (lines, "Red", NULL, LDR_CHART_PEN_SOLID, points, texts, DAYS);
  charts[0] = ldr_line_chart_new (lines);
  charts[1] = ldr_columns_new (columns);
  charts[2] = ldr_events_new (events);
}

static int
pick_day (const LdrChartPicture *picture, int x)
{
  int stop = ldr_chart_picture_pick (picture, x, HEIGHT / 2);
  int first_day, last_day;

  g_assert_cmpint (stop, !=, LDR_CHART_NO_STOP);
  ldr_chart_picture_get_days (picture, (guint) stop, &first_day, &last_day);
  g_assert_cmpint (first_day, ==, last_day);
  return first_day;
}

/* A day stands below itself, in charts of all kinds. */
static void
test_same_days (void)
{
  LdrChart *charts[3];
  LdrChartPicture *pictures[3];
  int last = LDR_CHART_NO_DAY;

  make_daily (charts);
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      LdrChartSetting setting = { .context = ldr_chart_testing_get_context (),
                                  .width = WIDTH,
                                  .height = HEIGHT,
                                  .start = 50,
                                  .end = 20,
                                  .shares_days = TRUE };
      double start, end;

      pictures[i] = ldr_chart_picture_new (charts[i], &setting);
      g_assert_true (ldr_chart_picture_get_margins (pictures[i], &start, &end));
      g_assert_cmpfloat (start, ==, 50);
      g_assert_cmpfloat (end, ==, 20);
    }
  for (int x = 50; x < WIDTH - 20; x++)
    {
      int day = pick_day (pictures[0], x);

      g_assert_cmpint (day, ==, pick_day (pictures[1], x));
      g_assert_cmpint (day, ==, pick_day (pictures[2], x));
      last = day;
    }
  g_assert_cmpint (last, ==, NOVEMBER + DAYS - 1);
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      ldr_chart_picture_free (pictures[i]);
      ldr_chart_unref (charts[i]);
    }
}

/* Charts of another width are not made narrower. */
static void
test_other_width (void)
{
  g_autoptr (LdrChartAxis) axis = ldr_chart_axis_new ();
  double start, end;

  ldr_chart_axis_tell (axis, &start, 600, 40, 0);
  ldr_chart_axis_tell (axis, &end, 300, 20, 10);
  ldr_chart_axis_get_margins (axis, 600, &start, &end);
  g_assert_cmpfloat (start, ==, 40);
  g_assert_cmpfloat (end, ==, 0);
  ldr_chart_axis_get_margins (axis, 300, &start, &end);
  g_assert_cmpfloat (start, ==, 20);
  g_assert_cmpfloat (end, ==, 10);
  ldr_chart_axis_get_margins (axis, 500, &start, &end);
  g_assert_cmpfloat (start, ==, 0);
}

/* Alone a chart takes no more room than it needs. */
static void
test_alone (void)
{
  g_autoptr (LdrChartAxis) axis = ldr_chart_axis_new ();
  g_autoptr (LdrChart) chart = make_line_chart (7, 2);
  GtkWidget *area = ldr_chart_testing_show (chart, WIDTH * 3, HEIGHT);
  double start, end, shared_start, shared_end;

  g_assert_true (ldr_chart_area_get_margins (LDR_CHART_AREA (area), &start, &end));
  ldr_chart_area_set_axis (LDR_CHART_AREA (area), axis);
  g_assert_true (ldr_chart_area_get_margins (LDR_CHART_AREA (area), &shared_start, &shared_end));
  g_assert_cmpfloat (start, ==, shared_start);
  g_assert_cmpfloat (end, ==, shared_end);
  g_assert_finalize_object (area);
  ldr_chart_axis_get_margins (axis, WIDTH * 3, &start, &end);
  g_assert_cmpfloat (start, ==, 0);
  g_assert_finalize_object (g_steal_pointer (&axis));
}

/* Narrow ones that share their days have their names below, so that none of them loses room behind its plot. */
static void
test_names (void)
{
  g_autoptr (LdrChartAxis) axis = ldr_chart_axis_new ();
  g_autoptr (LdrChart) chart = make_line_chart (7, 2);
  GtkWidget *area = ldr_chart_testing_show (chart, WIDTH * 2, HEIGHT);
  double start, end, shared_end;

  g_assert_true (ldr_chart_area_get_margins (LDR_CHART_AREA (area), &start, &end));
  g_assert_cmpfloat (end, >, 20);
  ldr_chart_area_set_axis (LDR_CHART_AREA (area), axis);
  g_assert_true (ldr_chart_area_get_margins (LDR_CHART_AREA (area), &start, &shared_end));
  g_assert_cmpfloat (shared_end, <, 20);
  g_assert_finalize_object (area);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_data_func ("/axis/shared", GINT_TO_POINTER (GTK_TEXT_DIR_LTR), test_shared);
  g_test_add_data_func ("/axis/shared-right-to-left", GINT_TO_POINTER (GTK_TEXT_DIR_RTL), test_shared);
  g_test_add_func ("/axis/same-days", test_same_days);
  g_test_add_func ("/axis/other-width", test_other_width);
  g_test_add_func ("/axis/alone", test_alone);
  g_test_add_func ("/axis/names", test_names);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>

#include "chart/ldr-chart-place.h"
#include "chart/ldr-line-private.h"

/* Sunday 1 November 2026. */
#define NOVEMBER 739921
#define MOST_POINTS 400

static PangoContext *context;

static LdrLinePicture *
lay_out (LdrLineData *data, gboolean right_to_left, double width, double height)
{
  LdrChartSetting setting = { .context = context, .right_to_left = right_to_left, .width = width, .height = height };

  return ldr_line_picture_new (data, &setting);
}

static void
add_wave (LdrLineData *data, const char *name, LdrChartPen pen, int first_day, guint n, double shift)
{
  LdrChartPoint points[MOST_POINTS];
  const char *texts[MOST_POINTS];

  for (guint i = 0; i < n; i++)
    {
      points[i] = (LdrChartPoint) { first_day + (int) i, 5 + 4 * sin (i / 5.0 + shift) };
      texts[i] = "value";
    }
  ldr_line_data_add_series (data, name, NULL, pen, points, texts, n);
}

static LdrLineData *
make_data (guint n_series, guint n_points)
{
  static const char *const names[] = { "Team player", "Data strategist", "Integrator", "Communicator", "Ninja" };
  LdrLineData *data = ldr_line_data_new ("Waves", NULL, NULL);

  ldr_line_data_set_range (data, 0, 10, TRUE);
  for (guint i = 0; i < n_series; i++)
    add_wave (data, names[i], (LdrChartPen) i, NOVEMBER, n_points, i);
  return data;
}

static void
collect (GPtrArray *labels, GArray *places)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const LdrChartLabel *label = g_ptr_array_index (labels, i);

      if (label != NULL && *pango_layout_get_text (label->layout) != '\0')
        g_array_append_val (places, label->place);
    }
}

/* Whatever the size and the direction: no label over another, none outside, the plot is inside too. */
static void
test_labels (void)
{
  for (int width = 160; width <= 900; width += 37)
    for (int height = 140; height <= 400; height += 52)
      for (guint n = 1; n <= 5; n++)
        {
          g_autoptr (LdrLineData) data = make_data (n, width % 2 == 0 ? 30 : 380);
          g_autoptr (LdrLinePicture) picture = NULL;
          g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
          graphene_rect_t bounds = GRAPHENE_RECT_INIT (-0.5f, -0.5f, (float) width + 1, (float) height + 1);

          ldr_line_data_add_break (data, NOVEMBER + 8, LDR_LINE_ALL_SERIES, "A first change of the wording");
          ldr_line_data_add_break (data, NOVEMBER + 20, 0, "A second change");
          picture = lay_out (data, height % 8 == 0, width, height);
          g_assert_true (graphene_rect_contains_rect (&bounds, &picture->frame->plot));
          collect (picture->frame->labels, places);
          collect (picture->breaks, places);
          if (picture->names_form != LDR_LINE_NAMES_NONE)
            collect (picture->names, places);
          for (guint i = 0; i < places->len; i++)
            g_assert_true (graphene_rect_contains_rect (&bounds, &g_array_index (places, graphene_rect_t, i)));
          g_assert_true (ldr_chart_are_apart ((graphene_rect_t *) (void *) places->data, places->len, -0.5));
        }
}

static void
test_names (void)
{
  static const struct
  {
    guint n;
    double width, height;
    LdrLineNames form;
  } cases[] = {
    { 1, 700, 300, LDR_LINE_NAMES_NONE },   { 2, 700, 300, LDR_LINE_NAMES_BESIDE },
    { 5, 700, 300, LDR_LINE_NAMES_BESIDE }, { 2, 300, 300, LDR_LINE_NAMES_BELOW },
    { 5, 700, 130, LDR_LINE_NAMES_BELOW },  { 5, 160, 60, LDR_LINE_NAMES_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LdrLineData) data = make_data (cases[i].n, 30);
      g_autoptr (LdrLinePicture) picture = lay_out (data, FALSE, cases[i].width, cases[i].height);

      g_assert_cmpint (picture->names_form, ==, cases[i].form);
    }
}

/* The same picture in a mirror, but for the width of the texts. */
static void
test_right_to_left (void)
{
  g_autoptr (LdrLineData) data = make_data (1, 30);
  g_autoptr (LdrLinePicture) left = lay_out (data, FALSE, 600, 300);
  g_autoptr (LdrLinePicture) right = lay_out (data, TRUE, 600, 300);
  const LdrLineSeries *series = g_ptr_array_index (data->series, 0);

  for (guint i = 0; i < series->n_points; i++)
    {
      graphene_point_t a = ldr_line_picture_get_point (left, series, i);
      graphene_point_t b = ldr_line_picture_get_point (right, series, i);

      g_assert_cmpfloat_with_epsilon (a.x, 600 - b.x, 1);
      g_assert_cmpfloat_with_epsilon (a.y, b.y, 0.01);
    }
}

static void
test_places (void)
{
  g_autoptr (LdrLineData) data = make_data (1, 30);
  g_autoptr (LdrLinePicture) picture = lay_out (data, FALSE, 600, 300);
  const LdrLineSeries *series = g_ptr_array_index (data->series, 0);
  const graphene_rect_t *plot = &picture->frame->plot;

  for (guint i = 0; i < series->n_points; i++)
    {
      graphene_point_t point = ldr_line_picture_get_point (picture, series, i);

      g_assert_cmpfloat_with_epsilon (point.y, plot->origin.y + plot->size.height * (1 - series->points[i].value / 10),
                                      0.1);
      g_assert_cmpint (ldr_line_picture_pick (picture, point.x, point.y + 20), ==, (int) i);
    }
  g_assert_cmpint (ldr_line_picture_pick (picture, plot->origin.x - 10, plot->origin.y + 5), ==, LDR_LINE_NO_STOP);
  g_assert_cmpint (ldr_line_picture_pick (picture, plot->origin.x + 10, plot->origin.y - 10), ==, LDR_LINE_NO_STOP);
}

/* What lies beyond a range that was set is drawn at its edge. */
static void
test_beyond (void)
{
  static const LdrChartPoint points[] = { { NOVEMBER, -4 }, { NOVEMBER + 1, 14 } };
  g_autoptr (LdrLineData) data = make_data (0, 0);
  g_autoptr (LdrLinePicture) picture = NULL;
  const graphene_rect_t *plot;

  ldr_line_data_add_series (data, "x", NULL, LDR_CHART_PEN_SOLID, points, (const char *[]) { "-4", "14" }, 2);
  picture = lay_out (data, FALSE, 600, 300);
  plot = &picture->frame->plot;
  g_assert_cmpfloat_with_epsilon (ldr_line_picture_get_point (picture, g_ptr_array_index (data->series, 0), 0).y,
                                  plot->origin.y + plot->size.height, 0.1);
  g_assert_cmpfloat_with_epsilon (ldr_line_picture_get_point (picture, g_ptr_array_index (data->series, 0), 1).y,
                                  plot->origin.y, 0.1);
}

static void
test_breaks (void)
{
  g_autoptr (LdrLineData) data = make_data (2, 30);
  g_autoptr (LdrLinePicture) picture = NULL;
  guint n_parts[2] = { 0 };

  ldr_line_data_add_break (data, NOVEMBER + 10, 0, "of the first");
  ldr_line_data_add_break (data, NOVEMBER + 20, LDR_LINE_ALL_SERIES, "of all");
  ldr_line_data_add_break (data, NOVEMBER - 3, LDR_LINE_ALL_SERIES, "before any");
  ldr_line_data_add_break (data, NOVEMBER + 90, LDR_LINE_ALL_SERIES, "after all");
  picture = lay_out (data, FALSE, 600, 300);
  for (guint i = 0; i < 2; i++)
    {
      const GArray *vertices = g_ptr_array_index (picture->traces, i);

      for (guint j = 0; j < vertices->len; j++)
        n_parts[i] += g_array_index (vertices, LdrChartVertex, j).starts ? 1 : 0;
    }
  g_assert_cmpuint (n_parts[0], ==, 3);
  g_assert_cmpuint (n_parts[1], ==, 2);
  g_assert_nonnull (g_ptr_array_index (picture->breaks, 0));
  g_assert_nonnull (g_ptr_array_index (picture->breaks, 1));
  g_assert_null (g_ptr_array_index (picture->breaks, 2));
  g_assert_null (g_ptr_array_index (picture->breaks, 3));
}

/* The label of a target keeps clear of the line where there is room to, and of the other targets. */
static void
test_targets (void)
{
  static const LdrChartPoint flat[] = { { NOVEMBER, 5 }, { NOVEMBER + 20, 5 }, { NOVEMBER + 30, 6.3 } };
  g_autoptr (LdrLineData) data = make_data (0, 0);
  g_autoptr (LdrLinePicture) picture = NULL;
  const LdrChartLabel *first, *second;
  double from, to;

  ldr_line_data_add_series (data, "x", NULL, LDR_CHART_PEN_SOLID, flat, (const char *[]) { "5", "5", "6" }, 3);
  ldr_line_data_add_target (data, "target 6", NULL, 6, 6, LDR_LINE_NO_DAY, NOVEMBER + 15);
  ldr_line_data_add_target (data, "target 8", NULL, 8, 8, NOVEMBER + 16, LDR_LINE_NO_DAY);
  ldr_line_data_add_target (data, "long ago", NULL, 8, 8, LDR_LINE_NO_DAY, NOVEMBER - 16);
  picture = lay_out (data, FALSE, 600, 300);
  first = g_ptr_array_index (picture->targets, 0);
  second = g_ptr_array_index (picture->targets, 1);
  g_assert_null (g_ptr_array_index (picture->targets, 2));
  g_assert_false (graphene_rect_intersection (&first->place, &second->place, NULL));
  g_assert_false (first->over_lines || second->over_lines);
  g_assert_true (ldr_line_picture_get_target_span (picture, g_ptr_array_index (data->targets, 0), &from, &to));
  g_assert_cmpfloat_with_epsilon (from, picture->frame->plot.origin.x, 0.01);
  g_assert_cmpfloat_with_epsilon (to, ldr_chart_scale_map (&picture->frame->days, NOVEMBER + 15.5), 0.01);
  g_assert_cmpfloat (first->place.origin.x + first->place.size.width, <=, to);
  for (guint i = 0; i < 2; i++)
    {
      const LdrLineSeries *series = g_ptr_array_index (data->series, 0);
      graphene_point_t a = ldr_line_picture_get_point (picture, series, i);
      graphene_point_t b = ldr_line_picture_get_point (picture, series, i + 1);

      g_assert_false (ldr_chart_is_crossed (&first->place, &a, &b));
      g_assert_false (ldr_chart_is_crossed (&second->place, &a, &b));
    }
}

/* Never more corners than pixels; a label that cannot keep clear of them gets a ground. */
static void
test_many (void)
{
  guint n = 20000;
  g_autofree LdrChartPoint *points = g_new0 (LdrChartPoint, n);
  g_autofree const char **texts = g_new0 (const char *, n);
  g_autoptr (LdrLineData) data = make_data (0, 0);
  g_autoptr (LdrLinePicture) picture = NULL;

  for (guint i = 0; i < n; i++)
    {
      points[i] = (LdrChartPoint) { NOVEMBER + (int) i, g_test_rand_double_range (0, 10) };
      texts[i] = "v";
    }
  ldr_line_data_add_series (data, "x", NULL, LDR_CHART_PEN_SOLID, points, texts, n);
  ldr_line_data_add_target (data, "target 5", NULL, 5, 5, LDR_LINE_NO_DAY, LDR_LINE_NO_DAY);
  picture = lay_out (data, FALSE, 600, 300);
  g_assert_cmpuint (((GArray *) g_ptr_array_index (picture->traces, 0))->len, <=, 600);
  g_assert_cmpuint (((GArray *) g_ptr_array_index (picture->traces, 0))->len, >, 500);
  g_assert_true (((LdrChartLabel *) g_ptr_array_index (picture->targets, 0))->over_lines);
  g_assert_cmpuint (picture->stops->len, ==, n);
}

static char *
list_labels (const LdrChartFrame *frame)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < frame->labels->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "|" : "",
                            pango_layout_get_text (((LdrChartLabel *) g_ptr_array_index (frame->labels, i))->layout));
  /* The marks that keep a number together are not seen. */
  g_string_replace (words, "\u200e", "", 0);
  return g_string_free_and_steal (words);
}

static void
test_axes (void)
{
  static const struct
  {
    double low, high;
    int first, last;
    gboolean low_is_fixed;
    const char *unit;
    int known_year;
    const char *expected;
  } cases[] = {
    { 0, 10, 0, 6, TRUE, NULL, 2026, "0|2|4|6|8|10|1 Nov|2 Nov|3 Nov|4 Nov|5 Nov|6 Nov|7 Nov" },
    { 0, 10, 0, 0, TRUE, NULL, 2026, "0|2|4|6|8|10|1 Nov" },
    { 60, 80, 0, 40, FALSE, "%", 2026, "60%|65%|70%|75%|80%|2 Nov|9 Nov|16 Nov|23 Nov|30 Nov|7 Dec" },
    { -2, 2, 0, 300, FALSE, "min", 0, "−2|−1|0|1|2|Nov|2026|Dec|Jan|2027|Feb|Mar|Apr|May|Jun|Jul|Aug|min" },
    { 0, 5000, 0, 3000, FALSE, NULL, 0,
      "0|1,000|2,000|3,000|4,000|5,000|2027|2028|2029|2030|2031|2032|2033|2034|2035" },
    { 1, 5, 0, 3, TRUE, NULL, 2026, "1|2|3|4|5|1 Nov|2 Nov|3 Nov|4 Nov" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LdrChartRoom room = {
        .bounds = GRAPHENE_RECT_INIT (0, 0, 600, 240),
        .first_day = NOVEMBER + cases[i].first,
        .last_day = NOVEMBER + cases[i].last,
        .low = cases[i].low,
        .high = cases[i].high,
        .low_is_fixed = cases[i].low_is_fixed,
        .high_is_fixed = cases[i].low_is_fixed,
        .unit = cases[i].unit,
        .known_year = cases[i].known_year,
      };
      g_autoptr (LdrChartFrame) frame = ldr_chart_frame_new (&room, context);
      g_autofree char *found = list_labels (frame);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_nothing (void)
{
  g_autoptr (LdrLineData) none = make_data (0, 0);
  g_autoptr (LdrLineData) hidden = make_data (1, 30);
  g_autoptr (LdrLinePicture) first = lay_out (none, FALSE, 600, 300);
  g_autoptr (LdrLinePicture) second = NULL;

  g_assert_null (ldr_line_picture_get_frame (first));
  g_assert_cmpint (ldr_line_picture_pick (first, 300, 150), ==, LDR_LINE_NO_STOP);
  ldr_line_data_set_days (hidden, NOVEMBER - 50, NOVEMBER - 20);
  second = lay_out (hidden, FALSE, 600, 300);
  g_assert_null (ldr_line_picture_get_frame (second));
  g_assert_cmpuint (ldr_line_picture_get_stops (second)->len, ==, 0);
}

/* No size is a reason to fail. */
static void
test_any_size (void)
{
  static const int sizes[] = { 0, 1, 10, 40, 90 };

  for (gsize w = 0; w < G_N_ELEMENTS (sizes); w++)
    for (gsize h = 0; h < G_N_ELEMENTS (sizes); h++)
      {
        g_autoptr (LdrLineData) data = make_data (3, 30);
        g_autoptr (LdrLinePicture) picture = NULL;

        ldr_line_data_add_target (data, "target 6", NULL, 6, 6, LDR_LINE_NO_DAY, LDR_LINE_NO_DAY);
        ldr_line_data_add_break (data, NOVEMBER + 9, LDR_LINE_ALL_SERIES, "wording");
        picture = lay_out (data, h % 2 == 0, sizes[w], sizes[h]);
        g_assert_cmpfloat (picture->frame->plot.size.width, >=, 1);
        g_assert_cmpfloat (picture->frame->plot.size.height, >=, 1);
      }
}

/* On Thursday there is a value of the day and one of the week: who points at one of them means that. */
static void
test_pick_period (void)
{
  static const LdrChartPoint days[] = { { NOVEMBER + 1, 2 }, { NOVEMBER + 4, 3 }, { NOVEMBER + 6, 2 } };
  static const LdrChartPoint weeks[] = { { NOVEMBER + 1, 9 }, { NOVEMBER + 8, 8 } };
  g_autoptr (LdrLineData) data = ldr_line_data_new ("Colours", NULL, NULL);
  g_autoptr (LdrLinePicture) picture = NULL;
  static const struct
  {
    guint series, point, stop;
  } cases[] = { { 0, 0, 0 }, { 0, 1, 1 }, { 1, 0, 2 }, { 0, 2, 3 }, { 1, 1, 4 } };

  ldr_line_data_add_series (data, "Day", NULL, LDR_CHART_PEN_SOLID, days, (const char *[]) { "2", "3", "2" }, 3);
  ldr_line_data_add_series (data, "Week", NULL, LDR_CHART_PEN_DASHED, weeks, (const char *[]) { "9", "8" }, 2);
  ldr_line_data_set_period (data, 1, LDR_CHART_PERIOD_WEEK, TRUE);
  ldr_line_data_set_range (data, 0, 10, TRUE);
  picture = lay_out (data, FALSE, 600, 300);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const LdrLineSeries *series = g_ptr_array_index (data->series, cases[i].series);
      graphene_point_t point = ldr_line_picture_get_point (picture, series, cases[i].point);

      g_assert_cmpint (ldr_line_picture_pick (picture, point.x, point.y), ==, cases[i].stop);
    }
}

int
main (int argc, char *argv[])
{
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_test_add_func ("/line-layout/labels", test_labels);
  g_test_add_func ("/line-layout/names", test_names);
  g_test_add_func ("/line-layout/right-to-left", test_right_to_left);
  g_test_add_func ("/line-layout/places", test_places);
  g_test_add_func ("/line-layout/beyond", test_beyond);
  g_test_add_func ("/line-layout/breaks", test_breaks);
  g_test_add_func ("/line-layout/targets", test_targets);
  g_test_add_func ("/line-layout/many", test_many);
  g_test_add_func ("/line-layout/axes", test_axes);
  g_test_add_func ("/line-layout/nothing", test_nothing);
  g_test_add_func ("/line-layout/any-size", test_any_size);
  g_test_add_func ("/line-layout/pick-period", test_pick_period);
  status = g_test_run ();
  g_object_unref (context);
  return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "chart/ldr-radar-data.h"
#include "chart/ldr-radar-geometry.h"

#define MOST_AXES 12
#define N_FORMS 3

/* Labels as wide as words of one to three parts, in three forms: a line, a stack, a symbol. */
static void
fill_sizes (graphene_size_t *sizes, guint n_axes)
{
  static const float widths[] = { 80, 120, 70, 170, 40 };

  for (guint i = 0; i < n_axes; i++)
    {
      float width = widths[i % G_N_ELEMENTS (widths)];

      sizes[i] = GRAPHENE_SIZE_INIT (width + 22, 18);
      sizes[n_axes + i] = GRAPHENE_SIZE_INIT (width * 0.6f, 54);
      sizes[2 * n_axes + i] = GRAPHENE_SIZE_INIT (16, 16);
    }
}

static LdrRadarGeometry *
make_geometry (double width, double height, guint n_axes, gboolean right_to_left)
{
  graphene_size_t sizes[MOST_AXES * N_FORMS];
  static const double least_radii[N_FORMS] = { 56, 56, 0 };
  LdrRadarRoom room = {
    .width = width,
    .height = height,
    .n_axes = n_axes,
    .n_forms = N_FORMS,
    .sizes = sizes,
    .gap = 10,
    .least_radii = least_radii,
    .right_to_left = right_to_left,
  };

  fill_sizes (sizes, n_axes);
  return ldr_radar_geometry_new (&room);
}

static gboolean
are_apart (const graphene_rect_t *a, const graphene_rect_t *b)
{
  return !graphene_rect_intersection (a, b, NULL);
}

/* Whatever the room: no label leaves it, none lies over another or over the web. */
static void
test_labels (void)
{
  int n_forms[N_FORMS + 1] = { 0 };

  for (guint n_axes = 1; n_axes <= MOST_AXES; n_axes++)
    for (int width = 0; width <= 900; width += 30)
      for (int height = 0; height <= 600; height += 30)
        {
          g_autoptr (LdrRadarGeometry) geometry = make_geometry (width, height, n_axes, width % 60 == 0);
          graphene_rect_t bounds = GRAPHENE_RECT_INIT (-0.5f, -0.5f, (float) width + 1, (float) height + 1);

          g_assert_cmpfloat (geometry->radius, >=, 0);
          n_forms[geometry->form + 1]++;
          if (geometry->form == LDR_RADAR_NO_LABELS)
            continue;
          for (guint a = 0; a < n_axes; a++)
            {
              graphene_point_t end = ldr_radar_geometry_get_point (geometry, a, 1);

              g_assert_true (graphene_rect_contains_rect (&bounds, &geometry->labels[a]));
              for (guint b = 0; b < n_axes; b++)
                {
                  g_assert_true (a == b || are_apart (&geometry->labels[a], &geometry->labels[b]));
                  g_assert_false (graphene_rect_contains_point (&geometry->labels[b], &end));
                }
            }
        }
  for (int i = 0; i <= N_FORMS; i++)
    g_assert_cmpint (n_forms[i], >, 0);
}

static void
test_forms (void)
{
  static const struct
  {
    double width;
    double height;
    int form;
  } cases[] = {
    { 600, 400, 0 }, { 380, 300, 1 }, { 300, 300, 1 }, { 120, 120, 2 }, { 20, 20, LDR_RADAR_NO_LABELS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LdrRadarGeometry) geometry = make_geometry (cases[i].width, cases[i].height, 5, FALSE);

      g_test_message ("%.0f x %.0f", cases[i].width, cases[i].height);
      g_assert_cmpint (geometry->form, ==, cases[i].form);
    }
}

/* The web takes the room that the labels leave: a little larger, and something would stick out. */
static void
test_as_large_as_can_be (void)
{
  g_autoptr (LdrRadarGeometry) geometry = make_geometry (900, 400, 5, FALSE);
  double top = geometry->labels[0].origin.y;
  double bottom = 0;

  for (guint i = 0; i < 5; i++)
    bottom = MAX (bottom, geometry->labels[i].origin.y + geometry->labels[i].size.height);
  g_assert_cmpfloat_with_epsilon (top, 0, 1);
  g_assert_cmpfloat_with_epsilon (bottom, 400, 1);
}

static void
test_points (void)
{
  static const struct
  {
    guint axis;
    double part;
    double x;
    double y;
  } cases[] = {
    { 0, 0, 0, 0 },  { 0, 1, 0, -1 },       { 0, 0.5, 0, -0.5 }, { 1, 1, 1, 0 },    { 2, 1, 0, 1 },
    { 3, 1, -1, 0 }, { 3, 0.25, -0.25, 0 }, { 1, 1.5, 1, 0 },    { 1, -0.5, 0, 0 },
  };
  g_autoptr (LdrRadarGeometry) geometry = make_geometry (600, 600, 4, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      graphene_point_t point = ldr_radar_geometry_get_point (geometry, cases[i].axis, cases[i].part);

      g_assert_cmpfloat_with_epsilon (point.x, geometry->centre.x + cases[i].x * geometry->radius, 0.01);
      g_assert_cmpfloat_with_epsilon (point.y, geometry->centre.y + cases[i].y * geometry->radius, 0.01);
    }
}

static void
test_right_to_left (void)
{
  g_autoptr (LdrRadarGeometry) left = make_geometry (600, 400, 5, FALSE);
  g_autoptr (LdrRadarGeometry) right = make_geometry (600, 400, 5, TRUE);

  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpfloat_with_epsilon (left->directions[i].x, -right->directions[i].x, 0.0001);
      g_assert_cmpfloat_with_epsilon (left->directions[i].y, right->directions[i].y, 0.0001);
    }
  g_assert_cmpfloat_with_epsilon (left->radius, right->radius, 0.5);
}

static void
test_pick (void)
{
  g_autoptr (LdrRadarGeometry) geometry = make_geometry (600, 400, 5, FALSE);

  for (guint i = 0; i < 5; i++)
    {
      graphene_point_t point = ldr_radar_geometry_get_point (geometry, i, 0.6);
      graphene_point_t middle;

      graphene_rect_get_center (&geometry->labels[i], &middle);
      g_assert_cmpint (ldr_radar_geometry_pick (geometry, point.x, point.y), ==, i);
      g_assert_cmpint (ldr_radar_geometry_pick (geometry, middle.x, middle.y), ==, i);
    }
  g_assert_cmpint (ldr_radar_geometry_pick (geometry, 2, 2), ==, LDR_RADAR_NO_AXIS);
}

static void
test_reading (void)
{
  g_autoptr (LdrRadarData) data = ldr_radar_data_new ("Colours", "Red leads.", 8, 4);
  const double now[] = { 5, NAN };
  const double before[] = { 3, 2 };
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autofree char *note = NULL;

  ldr_radar_data_add_axis (data, "Red", NULL, NULL);
  ldr_radar_data_add_axis (data, "Green", NULL, NULL);
  ldr_radar_data_add_series (data, "June", LDR_RADAR_LINE_DASHED, before,
                             (const char *[]) { "3 of 8", "2 of 8", NULL });
  one = ldr_radar_data_read_axis (data, 0);
  g_assert_cmpstr (one, ==, "Red: 3 of 8");
  ldr_radar_data_add_series (data, "Now", LDR_RADAR_LINE_SOLID, now, (const char *[]) { "5 of 8", "no answer", NULL });
  two = ldr_radar_data_read_axis (data, 1);
  g_assert_cmpstr (two, ==, "Green. Now: no answer. June: 2 of 8.");
  note = ldr_radar_data_note_axis (data, 1);
  g_assert_cmpstr (note, ==, "Green\nNow: no answer\nJune: 2 of 8");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/radar-geometry/labels", test_labels);
  g_test_add_func ("/radar-geometry/forms", test_forms);
  g_test_add_func ("/radar-geometry/as-large-as-can-be", test_as_large_as_can_be);
  g_test_add_func ("/radar-geometry/points", test_points);
  g_test_add_func ("/radar-geometry/right-to-left", test_right_to_left);
  g_test_add_func ("/radar-geometry/pick", test_pick);
  g_test_add_func ("/radar-data/reading", test_reading);
  return g_test_run ();
}

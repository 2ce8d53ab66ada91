/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What charts cost, without waiting for the screen: the first frame of a line of many points from its values to its
 * pixels, against the same line as one path drawn by GSK alone; a frame in which a chart that was painted before stays
 * as it is, against that of a widget that paints nothing. */

#include <gtk/gtk.h>
#include <malloc.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "bench-rounds.h"
#include "chart/ldr-chart-area.h"
#include "chart/ldr-line.h"

#define POINTS 10000
#define WIDTH 800
#define HEIGHT 300
#define LINE_WIDTH 2
#define ROUNDS 9
#define FRAMES 60
#define FRAMES_BEFORE 10
#define PIXELS_AT_LEAST (128 * 1024)

/* A window with one widget, and its frames. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *content;
  gint64 began;
  gint64 took;
} Stand;

struct _Journal
{
  LdrChartPoint points[POINTS];
  LdrChart *chart;
  PangoContext *context;
  GskRenderer *renderer;
};

/* Days of 27 years that go up and down, as somebody's energy does, with what chance adds. */
static void
fill (Journal *stage)
{
  g_autoptr (LdrLineData) data = ldr_line_data_new ("Line", NULL, NULL);
  g_autofree char **texts = g_new0 (char *, POINTS + 1);
  guint32 seed = 1;

  for (int i = 0; i < POINTS; i++)
    {
      seed = seed * 1664525 + 1013904223;
      stage->points[i] = (LdrChartPoint) { 729000 + i, 5 + 3 * sin (i / 90.0) + (seed >> 16) % 200 / 100.0 };
      texts[i] = (char *) "value";
    }
  ldr_line_data_add_series (data, "Line", NULL, LDR_CHART_PEN_SOLID, stage->points, (const char *const *) texts,
                            POINTS);
  stage->chart = ldr_line_chart_new (data);
}

static void
render (Journal *stage, GskRenderNode *node)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT);
  g_autoptr (GdkTexture) texture = gsk_renderer_render_texture (stage->renderer, node, &bounds);
}

static GskRenderNode *
make_node (Journal *stage)
{
  LdrChartSetting setting = { .context = stage->context, .width = WIDTH, .height = HEIGHT };
  GdkRGBA blue = { 0.1f, 0.4f, 0.7f, 1 };
  GdkRGBA black = { 0, 0, 0, 1 };
  LdrChartInks inks = { .base = { black, black, black, { 1, 1, 1, 1 } }, .colours = &blue };
  g_autoptr (LdrChartPicture) picture = ldr_chart_picture_new (stage->chart, &setting);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  ldr_chart_picture_paint (picture, &inks, snapshot);
  return gtk_snapshot_to_node (snapshot);
}

static void
draw_chart (Journal *stage, gconstpointer data)
{
  g_autoptr (GskRenderNode) node = make_node (stage);

  render (stage, node);
}

/* As little as can be done: every point is a corner, and there are no axes. */
static GskRenderNode *
make_path_node (Journal *stage)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (LINE_WIDTH);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskPath) path = NULL;

  for (int i = 0; i < POINTS; i++)
    {
      float x = (float) i * WIDTH / POINTS;
      float y = (float) (HEIGHT - stage->points[i].value * HEIGHT / 10);

      if (i == 0)
        gsk_path_builder_move_to (builder, x, y);
      else
        gsk_path_builder_line_to (builder, x, y);
    }
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &(GdkRGBA) { 0.1f, 0.4f, 0.7f, 1 });
  return gtk_snapshot_to_node (snapshot);
}

static void
draw_path (Journal *stage, gconstpointer data)
{
  g_autoptr (GskRenderNode) node = make_path_node (stage);

  render (stage, node);
}

/* Laying out alone, without painting pixels. */
static void
lay_out_chart (Journal *stage, gconstpointer data)
{
  gsk_render_node_unref (make_node (stage));
}

static void
lay_out_path (Journal *stage, gconstpointer data)
{
  gsk_render_node_unref (make_path_node (stage));
}

/* Frames are so short that what else the machine does would count for more: the time that this thread is at work, in
 * nanoseconds. */
static gint64
get_work_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * 1000000000 + now.tv_nsec;
}

static void
before_paint_cb (Stand *stand)
{
  stand->began = get_work_time ();
}

static void
painted_cb (Stand *stand)
{
  stand->took = get_work_time () - stand->began;
}

static void
show (Stand *stand, GtkWidget *content)
{
  GdkFrameClock *clock;

  stand->content = content;
  stand->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (stand->window), content);
  gtk_window_set_default_size (GTK_WINDOW (stand->window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (stand->window));
  clock = gtk_widget_get_frame_clock (stand->window);
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_paint_cb), stand);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), stand);
}

/* How long a frame takes in which the widget has to be drawn again, in milliseconds. */
static double
time_frame (Stand *stand)
{
  stand->took = 0;
  gtk_widget_queue_draw (stand->content);
  while (stand->took == 0)
    g_main_context_iteration (NULL, TRUE);
  return stand->took / 1e6;
}

static int
compare (const void *a, const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
get_median (double *values, int n)
{
  qsort (values, (gsize) n, sizeof (double), compare);
  return values[n / 2];
}

/* Frames of a window that is new each time and alone: of two of which each waits for the screen, the one whose turn
 * comes soon after the other's would find the processor awake. */
static double
time_frames (GtkWidget *content)
{
  Stand stand = { 0 };
  double times[FRAMES];

  show (&stand, content);
  for (int i = -FRAMES_BEFORE; i < FRAMES; i++)
    {
      double time = time_frame (&stand);

      if (i >= 0)
        times[i] = time;
    }
  gtk_window_destroy (GTK_WINDOW (stand.window));
  return get_median (times, FRAMES);
}

static GtkWidget *
make_area (Journal *stage)
{
  GtkWidget *area = ldr_chart_area_new ();

  ldr_chart_area_set_chart (LDR_CHART_AREA (area), stage->chart);
  return area;
}

/* Like a chart it has the focus of its window, and a frame around it that says so. */
static GtkWidget *
make_blank (void)
{
  GtkWidget *blank = gtk_drawing_area_new ();

  gtk_widget_set_focusable (blank, TRUE);
  return blank;
}

static void
print_kept (Journal *stage)
{
  double ours[ROUNDS], floor[ROUNDS], ratio[ROUNDS];
  g_autofree char *our_time = NULL, *floor_time = NULL;

  for (int i = 0; i < ROUNDS; i++)
    {
      ours[i] = time_frames (make_area (stage));
      floor[i] = time_frames (make_blank ());
      ratio[i] = ours[i] / floor[i];
    }
  our_time = g_strdup_printf ("%.3f ms", get_median (ours, ROUNDS));
  floor_time = g_strdup_printf ("%.3f ms", get_median (floor, ROUNDS));
  g_print ("%-58s %11s %11s %7.2f %7s\n", "A frame with a kept chart / a blank widget", our_time, floor_time,
           get_median (ratio, ROUNDS), "1.30");
}

int
main (void)
{
  Journal *stage = g_new0 (Journal, 1);
  g_autoptr (GError) error = NULL;

  /* Each frame has memory for all pixels of its window. Whether that has to be cleared first, which takes longer than
   * the rest of the frame, would hang on where it comes to stand: so it is new each time, and always clear. */
  mallopt (M_MMAP_THRESHOLD, PIXELS_AT_LEAST);
  gtk_init ();
  fill (stage);
  stage->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  stage->renderer = gsk_cairo_renderer_new ();
  bench_check (gsk_renderer_realize_for_display (stage->renderer, gdk_display_get_default (), &error), error);
  bench_row ("Line of 10,000 points, first frame / a bare path of them", draw_chart, stage, NULL, draw_path, stage,
             NULL, 3, "1.00");
  bench_row ("  of which until there is a node", lay_out_chart, stage, NULL, lay_out_path, stage, NULL, 10, "");
  print_kept (stage);
  gsk_renderer_unrealize (stage->renderer);
  g_object_unref (stage->renderer);
  g_object_unref (stage->context);
  ldr_chart_unref (stage->chart);
  g_free (stage);
  return EXIT_SUCCESS;
}

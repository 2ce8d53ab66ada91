/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What charts look like, compared with stored pictures: each kind on a card of the real style sheets, painted by the
 * cairo renderer. The look is the program's argument. `LDR_STORE_PICTURES=1` stores them instead of comparing;
 * `LDR_PICTURES_WIDTH=300` or another width and `LDR_PICTURES_FOLDER` do so elsewhere, to be looked at.
 *
 * Tolerance: of all pixels one in two thousand may differ by more than 32 of 255 in any of red, green and blue: letters
 * that another version of the font library draws a little otherwise, but not a mark or a dash that is another. */

#include <adwaita.h>
#include <locale.h>

#include "chart/ldr-sparkline.h"
#include "ldr-chart-looks.h"
#include "ldr-chart-samples.h"
#include "ldr-chart-testing.h"

#define MOST_DIFFERENCE 32
#define PIXELS_A_STRAY 2000

#define WIDTH 300
#define MARGIN 12
#define FONT "Inter 11"

static const char *look;
static gboolean is_stored;

static char *
make_path (const char *name)
{
  const char *folder = g_getenv ("LDR_PICTURES_FOLDER");
  g_autofree char *file = g_strdup_printf ("%s-%s.png", name, look);

  return folder != NULL ? g_build_filename (folder, file, NULL)
                        : g_build_filename (g_getenv ("LDR_TEST_DATA"), "chart", "pictures", file, NULL);
}

static int
get_width (void)
{
  const char *width = g_getenv ("LDR_PICTURES_WIDTH");

  return width != NULL ? (int) g_ascii_strtoll (width, NULL, 10) : WIDTH;
}

/* Puts a widget on a card on a page of a window that is on the screen. Returns the page. */
static GtkWidget *
show_on_card (GtkWidget *content)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *card = adw_bin_new ();
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  g_object_set (content, "margin-start", MARGIN, "margin-end", MARGIN, "margin-top", MARGIN, "margin-bottom", MARGIN,
                NULL);
  g_object_set (card, "child", content, "margin-start", MARGIN, "margin-end", MARGIN, "margin-top", MARGIN,
                "margin-bottom", MARGIN, NULL);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (page, "background");
  gtk_box_append (GTK_BOX (page), card);
  g_object_set (clamp, "child", page, "maximum-size", get_width (), "tightening-threshold", get_width (), "unit",
                ADW_LENGTH_UNIT_PX, "valign", GTK_ALIGN_START, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), get_width () + 40, -1);
  gtk_window_set_child (GTK_WINDOW (window), clamp);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (content) == 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  return page;
}

static GdkTexture *
render (GtkWidget *page)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (page);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  graphene_rect_t bounds
      = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (page), (float) gtk_widget_get_height (page));
  GdkTexture *texture;

  gdk_paintable_snapshot (paintable, snapshot, bounds.size.width, bounds.size.height);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_renderer_realize_for_display (renderer, gdk_display_get_default (), NULL);
  texture = gsk_renderer_render_texture (renderer, node, &bounds);
  gsk_renderer_unrealize (renderer);
  return texture;
}

static void
painted_cb (gboolean *is_painted)
{
  *is_painted = TRUE;
}

/* What stands on the screen with the next frame. */
static GdkTexture *
take_picture (GtkWidget *page)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (page);
  gboolean is_painted = FALSE;
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &is_painted);

  gtk_widget_queue_draw (page);
  while (!is_painted)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handler_disconnect (clock, handler);
  return render (page);
}

static GBytes *
read_pixels (GdkTexture *texture)
{
  g_autoptr (GdkTextureDownloader) downloader = gdk_texture_downloader_new (texture);
  gsize stride;

  gdk_texture_downloader_set_format (downloader, GDK_MEMORY_R8G8B8A8);
  return gdk_texture_downloader_download_bytes (downloader, &stride);
}

/* Nothing shines through, so that a third of a file need not say so. */
static void
store (GdkTexture *texture, const char *path)
{
  g_autoptr (GdkTextureDownloader) downloader = gdk_texture_downloader_new (texture);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) opaque = NULL;
  gsize stride;

  gdk_texture_downloader_set_format (downloader, GDK_MEMORY_R8G8B8);
  bytes = gdk_texture_downloader_download_bytes (downloader, &stride);
  opaque = gdk_memory_texture_new (gdk_texture_get_width (texture), gdk_texture_get_height (texture), GDK_MEMORY_R8G8B8,
                                   bytes, stride);
  g_assert_true (gdk_texture_save_to_png (opaque, path));
}

static guint
count_strays (GdkTexture *ours, GdkTexture *stored)
{
  g_autoptr (GBytes) a = read_pixels (ours);
  g_autoptr (GBytes) b = read_pixels (stored);
  gsize size;
  const guchar *left = g_bytes_get_data (a, &size);
  const guchar *right = g_bytes_get_data (b, NULL);
  guint n = 0;

  g_assert_cmpuint (size, ==, g_bytes_get_size (b));
  for (gsize i = 0; i < size; i += 4)
    {
      gboolean differs = FALSE;

      for (gsize j = 0; j < 3; j++)
        differs = differs || ABS (left[i + j] - right[i + j]) > MOST_DIFFERENCE;
      n += differs ? 1 : 0;
    }
  return n;
}

static void
compare (const char *name, GdkTexture *texture)
{
  g_autofree char *path = make_path (name);
  g_autofree char *other = g_strdup_printf ("%s-%s.png", name, look);
  g_autoptr (GdkTexture) stored = NULL;
  g_autoptr (GError) error = NULL;
  guint n, most;

  if (is_stored)
    {
      store (texture, path);
      return;
    }
  stored = gdk_texture_new_from_filename (path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, gdk_texture_get_width (stored));
  g_assert_cmpint (gdk_texture_get_height (texture), ==, gdk_texture_get_height (stored));
  n = count_strays (texture, stored);
  most = (guint) (gdk_texture_get_width (texture) * gdk_texture_get_height (texture)) / PIXELS_A_STRAY;
  if (n <= most)
    return;
  store (texture, other);
  g_error ("%u of at most %u pixels differ from %s; what was painted is in %s", n, most, path, other);
}

static void
check (const char *name, GtkWidget *content)
{
  GtkWidget *page = show_on_card (content);
  g_autoptr (GdkTexture) texture = take_picture (page);

  compare (name, texture);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (page)));
}

static void
test_chart (gconstpointer data)
{
  const LdrChartSample *sample = data;
  g_autoptr (LdrChart) chart = sample->make ();
  GtkWidget *area = ldr_chart_area_new ();

  ldr_chart_area_set_chart (LDR_CHART_AREA (area), chart);
  check (sample->name, area);
}

/* What a point is read out with, over the chart. */
static void
test_note (gconstpointer data)
{
  const LdrChartSample *sample = data;
  g_autoptr (LdrChart) chart = sample->make ();
  GtkWidget *area = ldr_chart_area_new ();
  GtkWidget *page;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *name = g_strdup_printf ("%s-note", sample->name);

  ldr_chart_area_set_chart (LDR_CHART_AREA (area), chart);
  page = show_on_card (area);
  /* Another window that comes takes the pointer or the focus, and with it the note. */
  while (texture == NULL || ldr_chart_area_get_stop (LDR_CHART_AREA (area)) == LDR_CHART_NO_STOP)
    {
      g_clear_object (&texture);
      g_assert_true (ldr_chart_testing_press (area, GDK_KEY_End));
      texture = take_picture (page);
    }
  compare (name, texture);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (page)));
}

static void
test_sparkline (void)
{
  static const LdrChartPoint points[] = { { 1, 3 }, { 4, 5 }, { 6, 2 }, { 7, NAN }, { 9, 6 }, { 12, 8 } };
  GtkWidget *sparkline = ldr_sparkline_new ();

  ldr_sparkline_set_points (LDR_SPARKLINE (sparkline), points, G_N_ELEMENTS (points));
  check ("sparkline", sparkline);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  look = argc > 1 ? argv[1] : "light";
  is_stored = g_getenv ("LDR_STORE_PICTURES") != NULL;
  /* Nobody listens; what stands in for those who do in other tests does not know announcements. */
  g_setenv ("GTK_A11Y", "none", TRUE);
  ldr_chart_looks_init (look);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", FONT, "gtk-enable-animations", FALSE, NULL);
  for (guint i = 0; i < ldr_n_chart_samples; i++)
    {
      g_autofree char *path = g_strdup_printf ("/pictures/%s/%s", look, ldr_chart_samples[i].name);

      g_test_add_data_func (path, &ldr_chart_samples[i], test_chart);
    }
  g_test_add_data_func ("/pictures/note", &ldr_chart_samples[0], test_note);
  g_test_add_func ("/pictures/sparkline", test_sparkline);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* That what is painted in a chart can be told from what is behind it, computed from the style sheets of the application
 * and of libadwaita as they come out: in the look that is the program's argument. */

#include <adwaita.h>
#include <math.h>

#include "ldr-chart-looks.h"

/* WCAG 2.1: 1.4.3 for text, 1.4.11 for marks and lines. */
#define LEAST_FOR_TEXT 4.5
#define LEAST_FOR_MARKS 3.0

/* Lines that only help to read keep in the background; they may not vanish either. */
#define LEAST_FOR_GRID 1.3

static GtkWidget *card;

static double
linear (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const GdkRGBA *c)
{
  return 0.2126 * linear (c->red) + 0.7152 * linear (c->green) + 0.0722 * linear (c->blue);
}

/* What is seen of a colour that lets some of what is behind it through. */
static GdkRGBA
lay_over (const GdkRGBA *over, const GdkRGBA *under)
{
  return (GdkRGBA) { over->red * over->alpha + under->red * (1 - over->alpha),
                     over->green * over->alpha + under->green * (1 - over->alpha),
                     over->blue * over->alpha + under->blue * (1 - over->alpha), 1 };
}

static double
get_contrast (const GdkRGBA *colour, const GdkRGBA *plane)
{
  GdkRGBA seen = lay_over (colour, plane);
  double a = get_luminance (&seen);
  double b = get_luminance (plane);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

/* The colour of a class in a chart on a card. */
static GdkRGBA
get_colour (const char *style_class)
{
  GtkWidget *probe = gtk_label_new (NULL);
  GdkRGBA colour;

  gtk_widget_add_css_class (probe, style_class);
  adw_bin_set_child (ADW_BIN (card), probe);
  gtk_widget_get_color (probe, &colour);
  return colour;
}

static void
assert_contrast (const char *what, const GdkRGBA *colour, double least)
{
  GdkRGBA plane = get_colour ("chart-plane");
  double contrast = get_contrast (colour, &plane);

  g_test_message ("%s: %.2f of at least %.1f", what, contrast, least);
  g_assert_cmpfloat (plane.alpha, ==, 1);
  g_assert_cmpfloat (contrast, >=, least);
}

/* Words stand in these beside their lines, so that more is asked of them than of marks. */
static void
test_text (void)
{
  static const char *const classes[]
      = { "no-class",         "chart-dim",   "chart-team-player",          "chart-data-strategist",
          "chart-integrator", "chart-ninja", "chart-customer-communicator" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      GdkRGBA colour = get_colour (classes[i]);

      assert_contrast (classes[i], &colour, LEAST_FOR_TEXT);
    }
}

static void
test_marks (void)
{
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA line = get_colour ("chart-line");
  GdkRGBA grid = get_colour ("chart-grid");

  assert_contrast ("chart-line", &line, LEAST_FOR_MARKS);
  assert_contrast ("chart-grid", &grid, LEAST_FOR_GRID);
  /* Whichever colour somebody has chosen for the system. */
  for (int accent = ADW_ACCENT_COLOR_BLUE; accent <= ADW_ACCENT_COLOR_SLATE; accent++)
    {
      GdkRGBA colour;

      adw_accent_color_to_standalone_rgba ((AdwAccentColor) accent, is_dark, &colour);
      assert_contrast ("an accent", &colour, LEAST_FOR_MARKS);
    }
}

int
main (int argc, char *argv[])
{
  GtkWidget *window;
  int status;

  g_test_init (&argc, &argv, NULL);
  ldr_chart_looks_init (argc > 1 ? argv[1] : "light");
  window = gtk_window_new ();
  card = adw_bin_new ();
  gtk_widget_add_css_class (card, "card");
  gtk_window_set_child (GTK_WINDOW (window), card);
  gtk_window_present (GTK_WINDOW (window));
  g_test_add_func ("/contrast/text", test_text);
  g_test_add_func ("/contrast/marks", test_marks);
  status = g_test_run ();
  gtk_window_destroy (GTK_WINDOW (window));
  return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>
#include <math.h>

#include "model/ldr-style.h"

/* WCAG 2.1, 1.4.3: text needs a contrast of at least 4.5 to what is behind it. */
#define LEAST_CONTRAST 4.5

/* How much of the colour the chip has, as style.css mixes it, and the views of libadwaita 1.7 beneath it. */
#define TINT 0.15
#define LIGHT_VIEW "#ffffff"
#define DARK_VIEW "#1d1d20"

typedef struct
{
  double r, g, b;
} Colour;

static Colour
parse (const char *hex)
{
  guint64 value = g_ascii_strtoull (hex + 1, NULL, 16);

  g_assert_cmpint (hex[0], ==, '#');
  return (Colour) { (double) (value >> 16 & 255) / 255, (double) (value >> 8 & 255) / 255,
                    (double) (value & 255) / 255 };
}

static double
linear (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
luminance (Colour c)
{
  return 0.2126 * linear (c.r) + 0.7152 * linear (c.g) + 0.0722 * linear (c.b);
}

static double
contrast (Colour a, Colour b)
{
  double la = luminance (a), lb = luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

static Colour
mix (Colour over, Colour under, double part)
{
  return (Colour) { over.r * part + under.r * (1 - part), over.g * part + under.g * (1 - part),
                    over.b * part + under.b * (1 - part) };
}

static char *
read_file (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("LDR_TEST_DATA"), "..", "data", name, NULL);
  g_autoptr (GError) error = NULL;
  char *css = NULL;

  g_file_get_contents (path, &css, NULL, &error);
  g_assert_no_error (error);
  return css;
}

static void
test_contrast (gconstpointer data)
{
  gboolean dark = GPOINTER_TO_INT (data);
  g_autofree char *css = read_file (dark ? "style-dark.css" : "style.css");
  Colour view = parse (dark ? DARK_VIEW : LIGHT_VIEW);

  for (int i = 0; i < LDR_N_STYLES; i++)
    {
      g_autofree char *key = g_strdup_printf ("--style-%s: #", ldr_style_to_id ((LdrStyle) i));
      const char *found = strstr (css, key);
      g_autofree char *hex = NULL;
      Colour colour;

      g_assert_nonnull (found);
      hex = g_strndup (found + strlen (key) - 1, 7);
      colour = parse (hex);
      g_test_message ("%s on its chip: %.2f", hex, contrast (colour, mix (colour, view, TINT)));
      g_assert_cmpfloat (contrast (colour, mix (colour, view, TINT)), >=, LEAST_CONTRAST);
      g_assert_cmpfloat (contrast (colour, view), >=, LEAST_CONTRAST);
    }
}

/* The chip is mixed as this test mixes it. */
static void
test_tint (void)
{
  g_autofree char *css = read_file ("style.css");

  g_assert_nonnull (strstr (css, "color-mix(in srgb, var(--style-color) 15%, var(--view-bg-color))"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/style-colours/light", GINT_TO_POINTER (FALSE), test_contrast);
  g_test_add_data_func ("/style-colours/dark", GINT_TO_POINTER (TRUE), test_contrast);
  g_test_add_func ("/style-colours/tint", test_tint);
  return g_test_run ();
}

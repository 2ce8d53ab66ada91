/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-chart-palette.h"

struct _LdrChartPalette
{
  LdrChartLook look;
  GHashTable *colours;
};

/**
 * ldr_chart_palette_new:
 *
 * Returns: (transfer full): dark grey on white, and blue for what has no class of its own
 */
LdrChartPalette *
ldr_chart_palette_new (void)
{
  LdrChartPalette *self = g_new0 (LdrChartPalette, 1);

  gdk_rgba_parse (&self->look.text, "#1d1d20");
  gdk_rgba_parse (&self->look.dim, "#5e5c64");
  gdk_rgba_parse (&self->look.grid, "#c0bfbc");
  gdk_rgba_parse (&self->look.plane, "#ffffff");
  self->colours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) gdk_rgba_free);
  ldr_chart_palette_set (self, "chart-dim", &self->look.dim);
  ldr_chart_palette_set (self, "chart-line", &(GdkRGBA) { 0.102f, 0.373f, 0.706f, 1 });
  return self;
}

void
ldr_chart_palette_free (LdrChartPalette *self)
{
  g_hash_table_unref (self->colours);
  g_free (self);
}

/**
 * ldr_chart_palette_set:
 * @self: a palette
 * @style_class: a class of the style sheet
 * @colour: its colour on white
 */
void
ldr_chart_palette_set (LdrChartPalette *self, const char *style_class, const GdkRGBA *colour)
{
  g_hash_table_insert (self->colours, g_strdup (style_class), gdk_rgba_copy (colour));
}

/* The colours that a style sheet gives a name to, as they are written. */
static GHashTable *
list_named_colours (const char *css)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GRegex) regex = g_regex_new ("--([a-z0-9-]+)\\s*:\\s*(#[0-9a-fA-F]+)\\s*;", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, css, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    g_hash_table_insert (names, g_match_info_fetch (match, 1), g_match_info_fetch (match, 2));
  return names;
}

/**
 * ldr_chart_palette_add_style_sheet:
 * @self: a palette
 * @css: the style sheet of light screens
 *
 * Takes over the colours of classes that have nothing but a colour, and that by its name: `.a { color: var(--b); }`
 * where `--b` is a number. So a chart has the same colours on paper as on the screen.
 */
void
ldr_chart_palette_add_style_sheet (LdrChartPalette *self, const char *css)
{
  g_autoptr (GHashTable) names = list_named_colours (css);
  g_autoptr (GRegex) regex
      = g_regex_new ("\\.([a-z0-9-]+)\\s*\\{\\s*color:\\s*var\\(--([a-z0-9-]+)\\)\\s*;\\s*\\}", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, css, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *style_class = g_match_info_fetch (match, 1);
      g_autofree char *name = g_match_info_fetch (match, 2);
      const char *written = g_hash_table_lookup (names, name);
      GdkRGBA colour;

      if (written != NULL && gdk_rgba_parse (&colour, written))
        ldr_chart_palette_set (self, style_class, &colour);
    }
}

/**
 * ldr_chart_palette_get:
 * @self: a palette
 * @style_class: a class of the style sheet
 *
 * Returns: (transfer none): its colour, that of text where it is not known
 */
const GdkRGBA *
ldr_chart_palette_get (const LdrChartPalette *self, const char *style_class)
{
  const GdkRGBA *colour = g_hash_table_lookup (self->colours, style_class);

  return colour != NULL ? colour : &self->look.text;
}

/**
 * ldr_chart_palette_get_look:
 * @self: a palette
 *
 * Returns: (transfer none): the colours of all that is not a value
 */
const LdrChartLook *
ldr_chart_palette_get_look (const LdrChartPalette *self)
{
  return &self->look;
}

/**
 * ldr_chart_palette_list:
 * @self: a palette
 * @chart: a chart
 *
 * Returns: (transfer full) (array): the colours of the classes that the chart names
 */
GdkRGBA *
ldr_chart_palette_list (const LdrChartPalette *self, const LdrChart *chart)
{
  g_auto (GStrv) classes = ldr_chart_list_classes (chart);
  GdkRGBA *colours = g_new0 (GdkRGBA, g_strv_length (classes) + 1);

  for (guint i = 0; classes[i] != NULL; i++)
    colours[i] = *ldr_chart_palette_get (self, classes[i]);
  return colours;
}

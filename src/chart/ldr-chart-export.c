/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-chart-export.h"

#include <cairo-pdf.h>
#include <math.h>
#include "ldr-chart-csv.h"
#include "ldr-chart-svg.h"
#include "ldr-chart-text.h"

#define MARGIN 16.0
#define WORDS_GAP 12.0
#define FONT "sans 10"

/* Units of a sheet in an inch, and points of a document. */
#define UNITS_AN_INCH 96.0
#define POINTS_AN_INCH 72.0

static PangoContext *
make_context (const LdrChartSheet *sheet)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string (FONT);

  pango_context_set_font_description (context, font);
  pango_context_set_base_dir (context, sheet->right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_cairo_context_set_resolution (context, UNITS_AN_INCH);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_font_description_free (font);
  return context;
}

/* Writes words over the whole width at @y. Returns where they end. */
static double
paint_words (const char *words,
             gboolean is_title,
             PangoContext *context,
             const LdrChartSheet *sheet,
             double y,
             GtkSnapshot *snapshot)
{
  const LdrChartLook *look = ldr_chart_palette_get_look (sheet->palette);
  g_autoptr (PangoLayout) layout = ldr_chart_text_new (context, words);
  PangoAttrList *attributes = pango_attr_list_new ();

  if (*words == '\0')
    {
      pango_attr_list_unref (attributes);
      return y;
    }
  if (is_title)
    {
      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_attr_list_insert (attributes, pango_attr_scale_new (1.1));
    }
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_width (layout, (int) ((sheet->width - 2 * MARGIN) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  ldr_chart_text_paint (layout, MARGIN, y, is_title ? &look->text : &look->dim, snapshot);
  return y + ldr_chart_text_get_size (layout).height;
}

static double
paint_chart (LdrChart *chart, PangoContext *context, const LdrChartSheet *sheet, double y, GtkSnapshot *snapshot)
{
  LdrChartSetting setting
      = { .context = context, .right_to_left = sheet->right_to_left, .width = sheet->width - 2 * MARGIN };
  g_autofree GdkRGBA *colours = ldr_chart_palette_list (sheet->palette, chart);
  LdrChartInks inks = { .base = *ldr_chart_palette_get_look (sheet->palette), .colours = colours };
  g_autoptr (LdrChartPicture) picture = NULL;

  setting.height = sheet->height > 0 ? sheet->height : ldr_chart_get_height (chart, context, (int) setting.width);
  picture = ldr_chart_picture_new (chart, &setting);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) MARGIN, (float) y));
  ldr_chart_picture_paint (picture, &inks, snapshot);
  gtk_snapshot_restore (snapshot);
  return y + setting.height;
}

/**
 * ldr_chart_export_node:
 * @chart: what to write
 * @sheet: on what
 * @size: (out): how large it is
 *
 * Paints a chart for paper, as paths and glyphs only. It takes no display: gtk_init_check() is enough.
 *
 * Returns: (transfer full): what to draw, on white
 */
GskRenderNode *
ldr_chart_export_node (LdrChart *chart, const LdrChartSheet *sheet, graphene_size_t *size)
{
  PangoContext *context = make_context (sheet);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autofree char *description = ldr_chart_describe (chart);
  double y = MARGIN;

  if (sheet->with_words)
    {
      y = paint_words (ldr_chart_get_title (chart), TRUE, context, sheet, y, snapshot);
      y = paint_words (description, FALSE, context, sheet, y + 2, snapshot);
      y += WORDS_GAP;
    }
  y = paint_chart (chart, context, sheet, y, snapshot);
  *size = GRAPHENE_SIZE_INIT ((float) sheet->width, (float) ceil (y + MARGIN));
  g_object_unref (context);
  return gtk_snapshot_to_node (snapshot);
}

static void
draw (GskRenderNode *node, cairo_t *cairo)
{
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  if (node != NULL)
    gsk_render_node_draw (node, cairo);
}

/**
 * ldr_chart_export_texture:
 * @chart: what to write
 * @sheet: on what
 *
 * Returns: (transfer full): the chart as pixels
 */
GdkTexture *
ldr_chart_export_texture (LdrChart *chart, const LdrChartSheet *sheet)
{
  graphene_size_t size;
  g_autoptr (GskRenderNode) node = ldr_chart_export_node (chart, sheet, &size);
  int width = (int) ceil (size.width * sheet->scale);
  int height = (int) ceil (size.height * sheet->scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cairo = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  gsize stride;

  cairo_scale (cairo, sheet->scale, sheet->scale);
  draw (node, cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  stride = (gsize) cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize) height);
  cairo_surface_destroy (surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

/**
 * ldr_chart_export_png:
 * @chart: what to write
 * @sheet: on what
 *
 * Returns: (transfer full): the chart as a PNG file
 */
GBytes *
ldr_chart_export_png (LdrChart *chart, const LdrChartSheet *sheet)
{
  g_autoptr (GdkTexture) texture = ldr_chart_export_texture (chart, sheet);

  return gdk_texture_save_to_png_bytes (texture);
}

/**
 * ldr_chart_export_svg:
 * @chart: what to write
 * @sheet: on what
 *
 * Returns: (transfer full): the chart as an SVG file, with its texts as texts and its words for those who do not see it
 */
GBytes *
ldr_chart_export_svg (LdrChart *chart, const LdrChartSheet *sheet)
{
  graphene_size_t size;
  g_autoptr (GskRenderNode) node = ldr_chart_export_node (chart, sheet, &size);
  g_autofree char *description = ldr_chart_describe (chart);

  return ldr_chart_svg_write (node, &size, ldr_chart_get_title (chart), description);
}

static cairo_status_t
append_cb (void *data, const unsigned char *bytes, unsigned int n_bytes)
{
  g_byte_array_append (data, bytes, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * ldr_chart_export_pdf:
 * @charts: (array length=n_charts): what to write
 * @n_charts: how many there are
 * @title: what the document is
 * @sheet: on what
 *
 * Returns: (transfer full): a PDF file with a page for each chart, as large as the chart
 */
GBytes *
ldr_chart_export_pdf (LdrChart *const *charts, guint n_charts, const char *title, const LdrChartSheet *sheet)
{
  GByteArray *bytes = g_byte_array_new ();
  double scale = POINTS_AN_INCH / UNITS_AN_INCH;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, 1, 1);
  cairo_t *cairo = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  for (guint i = 0; i < n_charts; i++)
    {
      graphene_size_t size;
      g_autoptr (GskRenderNode) node = ldr_chart_export_node (charts[i], sheet, &size);

      cairo_pdf_surface_set_size (surface, size.width * scale, size.height * scale);
      cairo_save (cairo);
      cairo_scale (cairo, scale, scale);
      draw (node, cairo);
      cairo_restore (cairo);
      cairo_show_page (cairo);
    }
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

/**
 * ldr_chart_export_csv:
 * @chart: what to write
 *
 * Returns: (transfer full): its values as comma-separated values after RFC 4180, in UTF-8
 */
GBytes *
ldr_chart_export_csv (LdrChart *chart)
{
  g_autoptr (LdrChartTable) table = ldr_chart_make_table (chart);
  GString *text = g_string_new (NULL);

  ldr_chart_table_ungroup (table);
  ldr_csv_append_chart (text, table);
  return g_string_free_to_bytes (text);
}

/**
 * ldr_chart_export:
 * @chart: what to write
 * @format: as what
 * @sheet: on what
 *
 * Returns: (transfer full): the chart as a file of that format
 */
GBytes *
ldr_chart_export (LdrChart *chart, LdrChartFormat format, const LdrChartSheet *sheet)
{
  switch (format)
    {
    case LDR_CHART_FORMAT_PNG:
      return ldr_chart_export_png (chart, sheet);
    case LDR_CHART_FORMAT_SVG:
      return ldr_chart_export_svg (chart, sheet);
    case LDR_CHART_FORMAT_PDF:
      return ldr_chart_export_pdf (&chart, 1, ldr_chart_get_title (chart), sheet);
    case LDR_CHART_FORMAT_CSV:
    case LDR_CHART_N_FORMATS:
      break;
    }
  return ldr_chart_export_csv (chart);
}

/**
 * ldr_chart_format_get_suffix:
 * @format: a format
 *
 * Returns: (transfer none): how its files' names end, with the dot
 */
const char *
ldr_chart_format_get_suffix (LdrChartFormat format)
{
  static const char *const suffixes[] = { ".png", ".svg", ".pdf", ".csv" };

  return suffixes[MIN (format, LDR_CHART_FORMAT_CSV)];
}

/**
 * ldr_chart_format_get_type:
 * @format: a format
 *
 * Returns: (transfer none): its media type
 */
const char *
ldr_chart_format_get_type (LdrChartFormat format)
{
  static const char *const types[] = { "image/png", "image/svg+xml", "application/pdf", "text/csv" };

  return types[MIN (format, LDR_CHART_FORMAT_CSV)];
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-chart-svg.h"

#include "ldr-chart-text.h"

/* Cairo's own SVG draws texts as shapes, which nobody can select or search; and all that charts are painted with are
 * strokes, fills and texts. So these are written here. */

static void write_node (GskRenderNode *node, GString *svg);

static void
append_number (GString *svg, const char *before, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.6g", number);
  g_string_append (svg, before);
  g_string_append (svg, text);
}

static void
append_escaped (GString *svg, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (svg, escaped);
}

static void
append_colour (GString *svg, const char *property, const GdkRGBA *colour)
{
  g_string_append_printf (svg, " %s=\"#%02x%02x%02x\"", property, (guint) (colour->red * 255 + 0.5),
                          (guint) (colour->green * 255 + 0.5), (guint) (colour->blue * 255 + 0.5));
  if (colour->alpha < 1)
    {
      g_string_append_printf (svg, " %s-opacity=\"", property);
      append_number (svg, "", colour->alpha);
      g_string_append_c (svg, '"');
    }
}

/* Conics are no part of SVG; GSK turns them into curves as long as nobody asks for them. */
static gboolean
append_part_cb (GskPathOperation operation, const graphene_point_t *points, gsize n_points, float weight, gpointer data)
{
  static const char *const letters[]
      = { [GSK_PATH_MOVE] = "M", [GSK_PATH_LINE] = "L", [GSK_PATH_QUAD] = "Q", [GSK_PATH_CUBIC] = "C" };
  GString *svg = data;

  if (operation == GSK_PATH_CLOSE)
    {
      g_string_append_c (svg, 'Z');
      return TRUE;
    }
  g_string_append (svg, letters[operation]);
  for (gsize i = operation == GSK_PATH_MOVE ? 0 : 1; i < n_points; i++)
    {
      append_number (svg, i > 1 ? " " : "", points[i].x);
      append_number (svg, " ", points[i].y);
    }
  return TRUE;
}

static void
begin_path (GskPath *path, GString *svg)
{
  g_string_append (svg, "<path d=\"");
  gsk_path_foreach (path, GSK_PATH_FOREACH_ALLOW_QUAD | GSK_PATH_FOREACH_ALLOW_CUBIC, append_part_cb, svg);
  g_string_append_c (svg, '"');
}

static void
write_stroke (GskRenderNode *node, GString *svg)
{
  static const char *const caps[] = { "butt", "round", "square" };
  static const char *const joins[] = { "miter", "round", "bevel" };
  const GskStroke *stroke = gsk_stroke_node_get_stroke (node);
  gsize n_dashes;
  const float *dashes = gsk_stroke_get_dash (stroke, &n_dashes);

  begin_path (gsk_stroke_node_get_path (node), svg);
  g_string_append (svg, " fill=\"none\"");
  append_colour (svg, "stroke", gsk_color_node_get_color (gsk_stroke_node_get_child (node)));
  append_number (svg, " stroke-width=\"", gsk_stroke_get_line_width (stroke));
  g_string_append_printf (svg, "\" stroke-linecap=\"%s\" stroke-linejoin=\"%s\"",
                          caps[gsk_stroke_get_line_cap (stroke)], joins[gsk_stroke_get_line_join (stroke)]);
  for (gsize i = 0; i < n_dashes; i++)
    append_number (svg, i == 0 ? " stroke-dasharray=\"" : " ", dashes[i]);
  g_string_append (svg, n_dashes > 0 ? "\"/>\n" : "/>\n");
}

static void
write_fill (GskRenderNode *node, GString *svg)
{
  begin_path (gsk_fill_node_get_path (node), svg);
  append_colour (svg, "fill", gsk_color_node_get_color (gsk_fill_node_get_child (node)));
  g_string_append (svg, "/>\n");
}

/* The first glyphs below a node: they have the font of all. */
static GskRenderNode *
find_glyphs (GskRenderNode *node)
{
  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_TEXT_NODE:
      return node;
    case GSK_TRANSFORM_NODE:
      return find_glyphs (gsk_transform_node_get_child (node));
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        {
          GskRenderNode *found = find_glyphs (gsk_container_node_get_child (node, i));

          if (found != NULL)
            return found;
        }
      return NULL;
    default:
      return NULL;
    }
}

static void
append_font (GString *svg, PangoFont *font)
{
  PangoFontDescription *description = pango_font_describe_with_absolute_size (font);

  g_string_append (svg, " font-family=\"");
  append_escaped (svg, pango_font_description_get_family (description));
  g_string_append (svg, ", sans-serif\"");
  append_number (svg, " font-size=\"", (double) pango_font_description_get_size (description) / PANGO_SCALE);
  g_string_append_printf (svg, "\" font-weight=\"%d\"", (int) pango_font_description_get_weight (description));
  pango_font_description_free (description);
}

static void
write_text (GskRenderNode *node, GString *svg)
{
  GskRenderNode *glyphs = find_glyphs (gsk_debug_node_get_child (node));
  g_auto (GStrv) lines = g_strsplit (gsk_debug_node_get_message (node), "\n", -1);
  GdkRGBA colour;

  /* GTK 4.18 does not tell the colour of glyphs as it is, so it is in the message. */
  if (glyphs == NULL || lines[0] == NULL || !gdk_rgba_parse (&colour, lines[0]))
    return;
  for (guint i = 1; lines[i] != NULL; i++)
    {
      double x, baseline, width;
      const char *words = ldr_chart_text_parse_line (lines[i], &x, &baseline, &width);

      if (words == NULL || *words == '\0')
        continue;
      append_number (svg, "<text x=\"", x);
      append_number (svg, "\" y=\"", baseline);
      append_number (svg, "\" textLength=\"", width);
      g_string_append (svg, "\" lengthAdjust=\"spacingAndGlyphs\"");
      append_font (svg, gsk_text_node_get_font (glyphs));
      append_colour (svg, "fill", &colour);
      g_string_append_c (svg, '>');
      append_escaped (svg, words);
      g_string_append (svg, "</text>\n");
    }
}

static void
write_transform (GskRenderNode *node, GString *svg)
{
  float values[6];

  gsk_transform_to_2d (gsk_transform_node_get_transform (node), &values[0], &values[1], &values[2], &values[3],
                       &values[4], &values[5]);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    append_number (svg, i == 0 ? "<g transform=\"matrix(" : " ", values[i]);
  g_string_append (svg, ")\">\n");
  write_node (gsk_transform_node_get_child (node), svg);
  g_string_append (svg, "</g>\n");
}

static void
write_node (GskRenderNode *node, GString *svg)
{
  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        write_node (gsk_container_node_get_child (node, i), svg);
      break;
    case GSK_TRANSFORM_NODE:
      write_transform (node, svg);
      break;
    case GSK_STROKE_NODE:
      write_stroke (node, svg);
      break;
    case GSK_FILL_NODE:
      write_fill (node, svg);
      break;
    case GSK_DEBUG_NODE:
      write_text (node, svg);
      break;
    default:
      g_warn_if_reached ();
    }
}

/**
 * ldr_chart_svg_write:
 * @node: (nullable): what charts are painted with: strokes and fills of one colour, and texts by ldr_chart_text_paint()
 * @size: how large the drawing is
 * @title: what it is
 * @description: what it says
 *
 * Returns: (transfer full): an SVG file, on white, with texts as texts
 */
GBytes *
ldr_chart_svg_write (GskRenderNode *node, const graphene_size_t *size, const char *title, const char *description)
{
  GString *svg = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title desc\"");

  append_number (svg, " width=\"", size->width);
  append_number (svg, "\" height=\"", size->height);
  append_number (svg, "\" viewBox=\"0 0 ", size->width);
  append_number (svg, " ", size->height);
  g_string_append (svg, "\">\n<title id=\"title\">");
  append_escaped (svg, title);
  g_string_append (svg, "</title>\n<desc id=\"desc\">");
  append_escaped (svg, description);
  g_string_append (svg, "</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
  if (node != NULL)
    write_node (node, svg);
  g_string_append (svg, "</svg>\n");
  return g_string_free_to_bytes (svg);
}

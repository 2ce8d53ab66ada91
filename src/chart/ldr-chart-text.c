/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-chart-text.h"

#include "ldr-chart-place.h"

#define NOTE_PADDING 8.0
#define NOTE_WIDTH 260.0
#define LEAST_NOTE_WIDTH 40.0

/**
 * ldr_chart_text_new:
 * @context: the font and the direction
 * @text: what it says
 *
 * Returns: (transfer full): the text, on one line
 */
PangoLayout *
ldr_chart_text_new (PangoContext *context, const char *text)
{
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_text (layout, text, -1);
  return layout;
}

/**
 * ldr_chart_text_get_size:
 * @layout: a text
 *
 * Returns: how much room it takes
 */
graphene_size_t
ldr_chart_text_get_size (PangoLayout *layout)
{
  int width;
  int height;

  pango_layout_get_pixel_size (layout, &width, &height);
  return GRAPHENE_SIZE_INIT ((float) width, (float) height);
}

/* Glyphs alone do not tell what they say: their colour, and each line of the text as ldr_chart_text_parse_line() reads
 * it. */
static char *
write_lines (PangoLayout *layout, const GdkRGBA *colour)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  g_autofree char *ink = gdk_rgba_to_string (colour);
  GString *lines = g_string_new (ink);

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      int baseline = pango_layout_iter_get_baseline (iter);
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      g_string_append_printf (lines, "\n%d %d %d ", logical.x, baseline, logical.width);
      g_string_append_len (lines, pango_layout_get_text (layout) + pango_layout_line_get_start_index (line),
                           pango_layout_line_get_length (line));
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return g_string_free_and_steal (lines);
}

/**
 * ldr_chart_text_parse_line:
 * @line: a line of the message of a text that was painted by ldr_chart_text_paint(), the first of which is its colour
 * @x: (out): where the line begins at the left
 * @baseline: (out): how far down its letters stand
 * @width: (out): how wide it is
 *
 * Returns: (transfer none) (nullable): what it says
 */
const char *
ldr_chart_text_parse_line (const char *line, double *x, double *baseline, double *width)
{
  double *const values[] = { x, baseline, width };
  char *end = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      *values[i] = (double) g_ascii_strtoll (line, &end, 10) / PANGO_SCALE;
      if (end == line || *end != ' ')
        return NULL;
      line = end + 1;
    }
  return line;
}

/**
 * ldr_chart_text_paint:
 * @layout: a text
 * @x: its left
 * @y: its top
 * @colour: its colour
 * @snapshot: where to paint
 *
 * Paints a text as glyphs, with what they say beside them for documents.
 */
void
ldr_chart_text_paint (PangoLayout *layout, double x, double y, const GdkRGBA *colour, GtkSnapshot *snapshot)
{
  g_autoptr (GtkSnapshot) own = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) glyphs = NULL;
  g_autoptr (GskRenderNode) text = NULL;
  PangoRectangle logical;

  gtk_snapshot_append_layout (own, layout, colour);
  glyphs = gtk_snapshot_to_node (own);
  if (glyphs == NULL)
    return;
  text = gsk_debug_node_new (glyphs, write_lines (layout, colour));
  pango_layout_get_pixel_extents (layout, NULL, &logical);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (x - logical.x), (float) (y - logical.y)));
  gtk_snapshot_append_node (snapshot, text);
  gtk_snapshot_restore (snapshot);
}

/**
 * ldr_chart_note_paint:
 * @bounds: what the note must not leave
 * @anchor: the point that it speaks of
 * @gap: its distance from the point
 * @aside: whether it keeps clear of what stands above and below the point
 * @words: what it says
 * @context: the font and the direction of the words
 * @snapshot: where to paint
 *
 * Paints a note beside a point: light on dark in either colour scheme, as tooltips are.
 */
void
ldr_chart_note_paint (const graphene_rect_t *bounds,
                      const graphene_point_t *anchor,
                      double gap,
                      gboolean aside,
                      const char *words,
                      PangoContext *context,
                      GtkSnapshot *snapshot)
{
  static const GdkRGBA ink = { 1, 1, 1, 1 };
  static const GdkRGBA paper = { 0.12f, 0.12f, 0.14f, 0.96f };
  g_autoptr (PangoLayout) layout = ldr_chart_text_new (context, words);
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) note = NULL;
  double most = MIN (NOTE_WIDTH, bounds->size.width - 2 * NOTE_PADDING);
  graphene_size_t size = ldr_chart_text_get_size (layout);
  graphene_rect_t place;
  GskRoundedRect rounded;

  if (size.width > most)
    {
      pango_layout_set_width (layout, (int) (MAX (LEAST_NOTE_WIDTH, most) * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      size = ldr_chart_text_get_size (layout);
    }
  size.width += (float) (2 * NOTE_PADDING);
  size.height += (float) NOTE_PADDING;
  place = aside ? ldr_chart_place_aside (bounds, anchor, &size, gap)
                : ldr_chart_place_callout (bounds, anchor, &size, gap);
  gsk_rounded_rect_init_from_rect (&rounded, &place, 8);
  gsk_path_builder_add_rounded_rect (builder, &rounded);
  note = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_fill (snapshot, note, GSK_FILL_RULE_WINDING, &paper);
  ldr_chart_text_paint (layout, place.origin.x + NOTE_PADDING, place.origin.y + NOTE_PADDING / 2, &ink, snapshot);
}

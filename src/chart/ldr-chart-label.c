/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-chart-label.h"

#include "ldr-chart-text.h"

/**
 * ldr_chart_label_new:
 * @context: the font and the direction
 * @text: what it says
 *
 * Returns: (transfer full): a label of the size of its text that stands nowhere yet
 */
LdrChartLabel *
ldr_chart_label_new (PangoContext *context, const char *text)
{
  LdrChartLabel *self = g_new0 (LdrChartLabel, 1);

  self->layout = ldr_chart_text_new (context, text);
  self->place.size = ldr_chart_text_get_size (self->layout);
  return self;
}

/**
 * ldr_chart_label_new_in_middle:
 * @context: the font and the direction
 * @text: what it says
 * @bounds: where it stands in the middle
 *
 * Returns: (transfer full): a label on as many lines as it takes
 */
LdrChartLabel *
ldr_chart_label_new_in_middle (PangoContext *context, const char *text, const graphene_rect_t *bounds)
{
  LdrChartLabel *self = ldr_chart_label_new (context, text);

  pango_layout_set_width (self->layout, (int) (bounds->size.width * PANGO_SCALE));
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (self->layout, PANGO_ALIGN_CENTER);
  self->place.size = ldr_chart_text_get_size (self->layout);
  self->place.origin = GRAPHENE_POINT_INIT (bounds->origin.x + (bounds->size.width - self->place.size.width) / 2,
                                            bounds->origin.y + (bounds->size.height - self->place.size.height) / 2);
  return self;
}

void
ldr_chart_label_free (LdrChartLabel *self)
{
  g_object_unref (self->layout);
  g_free (self);
}

/**
 * ldr_chart_label_shorten:
 * @self: a label on one line
 * @width: how wide it may be
 *
 * Shortens a label that is too wide; one that is not stays as it is.
 */
void
ldr_chart_label_shorten (LdrChartLabel *self, double width)
{
  if (self->place.size.width <= width)
    return;
  pango_layout_set_width (self->layout, (int) (MAX (1, width) * PANGO_SCALE));
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  self->place.size = ldr_chart_text_get_size (self->layout);
}

/**
 * ldr_chart_label_paint:
 * @self: a label
 * @colour: its colour
 * @snapshot: where to paint
 */
void
ldr_chart_label_paint (const LdrChartLabel *self, const GdkRGBA *colour, GtkSnapshot *snapshot)
{
  ldr_chart_text_paint (self->layout, self->place.origin.x, self->place.origin.y, colour, snapshot);
}

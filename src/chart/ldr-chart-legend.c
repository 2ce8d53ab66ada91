/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-chart-legend.h"

#include "ldr-chart-place.h"

#define SAMPLE_SIZE 12.0
#define MARK_SIZE 4.5
#define GAP 6.0
#define LEGEND_GAP 18.0
#define HATCH_DISTANCE 4.0

/* Names beside the plot may take this part of the width; beyond that they go below, where they may take this part of
 * the height. */
#define MOST_BESIDE 0.3
#define MOST_BELOW 0.4

static LdrChartLabel *
get_label (const LdrChartLegend *self, guint index)
{
  return g_ptr_array_index (self->labels, index);
}

/**
 * ldr_chart_legend_new:
 * @right_to_left: whether one reads from the right
 *
 * Returns: (transfer full): no names yet
 */
LdrChartLegend *
ldr_chart_legend_new (gboolean right_to_left)
{
  LdrChartLegend *self = g_new0 (LdrChartLegend, 1);

  self->labels = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_chart_label_free);
  self->samples = g_array_new (FALSE, FALSE, sizeof (LdrChartSample));
  self->right_to_left = right_to_left;
  return self;
}

void
ldr_chart_legend_free (LdrChartLegend *self)
{
  g_ptr_array_unref (self->labels);
  g_array_unref (self->samples);
  g_free (self);
}

/**
 * ldr_chart_legend_add:
 * @self: names that stand nowhere yet
 * @context: the font and the direction
 * @name: one more
 * @sample: what stands before it
 */
void
ldr_chart_legend_add (LdrChartLegend *self, PangoContext *context, const char *name, const LdrChartSample *sample)
{
  g_ptr_array_add (self->labels, ldr_chart_label_new (context, name));
  g_array_append_vals (self->samples, sample, 1);
}

/**
 * ldr_chart_legend_measure_beside:
 * @self: names
 * @size: of the whole picture
 *
 * Returns: how wide the names are with their samples and a gap before them, or 0 where they do not belong beside a plot
 */
double
ldr_chart_legend_measure_beside (const LdrChartLegend *self, const graphene_size_t *size)
{
  double widest = 0;
  double height = 0;

  if (self->labels->len < 2)
    return 0;
  for (guint i = 0; i < self->labels->len; i++)
    {
      widest = MAX (widest, get_label (self, i)->place.size.width);
      height += get_label (self, i)->place.size.height;
    }
  widest += SAMPLE_SIZE + 2 * GAP;
  return widest <= size->width * MOST_BESIDE && height <= size->height / 2 ? widest : 0;
}

/**
 * ldr_chart_legend_place_beside:
 * @self: names
 * @plot: what they stand beside
 * @middles: (array) (inout): how high what each stands for ends; moved so that no name is over another
 */
void
ldr_chart_legend_place_beside (LdrChartLegend *self, const graphene_rect_t *plot, double *middles)
{
  guint n = self->labels->len;
  g_autofree double *sizes = g_new0 (double, n + 1);
  double lead = SAMPLE_SIZE + 2 * GAP;

  for (guint i = 0; i < n; i++)
    sizes[i] = get_label (self, i)->place.size.height;
  ldr_chart_place_beside (middles, sizes, n, plot->origin.y, plot->origin.y + plot->size.height);
  for (guint i = 0; i < n; i++)
    {
      graphene_rect_t *place = &get_label (self, i)->place;
      double left = plot->origin.x - lead - place->size.width;
      double right = plot->origin.x + plot->size.width + lead;

      place->origin.x = (float) (self->right_to_left ? left : right);
      place->origin.y = (float) (middles[i] - sizes[i] / 2);
    }
  self->is_placed = TRUE;
}

/**
 * ldr_chart_legend_place_below:
 * @self: names
 * @bounds: at whose bottom they stand in rows
 *
 * Returns: how much of the height they take, with a gap above them, or 0 where there is no room for them
 */
double
ldr_chart_legend_place_below (LdrChartLegend *self, const graphene_rect_t *bounds)
{
  guint n = self->labels->len;
  g_autofree graphene_size_t *sizes = g_new0 (graphene_size_t, n + 1);
  g_autofree graphene_rect_t *places = g_new0 (graphene_rect_t, n + 1);
  double lead = SAMPLE_SIZE + GAP;
  double height;

  for (guint i = 0; i < n; i++)
    {
      sizes[i] = get_label (self, i)->place.size;
      sizes[i].width += (float) lead;
    }
  height = ldr_chart_place_flow (sizes, n, bounds->size.width, LEGEND_GAP, self->right_to_left, places);
  if (n == 0 || height > bounds->size.height * MOST_BELOW)
    return 0;
  for (guint i = 0; i < n; i++)
    {
      double x = bounds->origin.x + places[i].origin.x + (self->right_to_left ? 0 : lead);
      double y = bounds->origin.y + bounds->size.height - height + places[i].origin.y;

      get_label (self, i)->place.origin = GRAPHENE_POINT_INIT ((float) x, (float) y);
    }
  self->is_placed = TRUE;
  return height + GAP;
}

static void
paint_sample (const LdrChartSample *sample,
              const graphene_rect_t *box,
              const LdrChartLook *look,
              const GdkRGBA *colour,
              GtkSnapshot *snapshot)
{
  gboolean is_hatched = sample->form == LDR_CHART_SAMPLE_HATCHED;
  graphene_point_t middle;

  switch (sample->form)
    {
    case LDR_CHART_SAMPLE_MARK:
      graphene_rect_get_center (box, &middle);
      ldr_chart_paint_mark (sample->pen, &middle, MARK_SIZE, colour, &look->plane, snapshot);
      break;
    case LDR_CHART_SAMPLE_BOX:
      ldr_chart_paint_box (box, 2, colour, snapshot);
      ldr_chart_paint_hatch (sample->hatch, box, HATCH_DISTANCE, 1, &look->plane, snapshot);
      break;
    case LDR_CHART_SAMPLE_CELL:
    case LDR_CHART_SAMPLE_HATCHED:
      ldr_chart_paint_cell (box, sample->pen, is_hatched, !is_hatched, colour, &look->plane, snapshot);
      break;
    }
}

/**
 * ldr_chart_legend_paint:
 * @self: names
 * @look: the colours of all that is not a value
 * @colours: (array): of what each name stands for
 * @snapshot: where to paint
 */
void
ldr_chart_legend_paint (const LdrChartLegend *self,
                        const LdrChartLook *look,
                        const GdkRGBA *colours,
                        GtkSnapshot *snapshot)
{
  for (guint i = 0; i < self->labels->len && self->is_placed; i++)
    {
      const LdrChartSample *sample = &g_array_index (self->samples, LdrChartSample, i);
      const graphene_rect_t *place = &get_label (self, i)->place;
      double x = self->right_to_left ? place->origin.x + place->size.width + GAP : place->origin.x - GAP - SAMPLE_SIZE;
      double y = place->origin.y + (place->size.height - SAMPLE_SIZE) / 2;
      graphene_rect_t box = GRAPHENE_RECT_INIT ((float) x, (float) y, SAMPLE_SIZE, SAMPLE_SIZE);

      paint_sample (sample, &box, look, &colours[i], snapshot);
      ldr_chart_label_paint (get_label (self, i), &look->text, snapshot);
    }
}

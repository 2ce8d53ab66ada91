/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-line-private.h"

#include <math.h>
#include "ldr-chart-place.h"
#include "ldr-chart-text.h"

#define BREAK_GAP 10.0
#define TARGET_PADDING 4.0

/* A label cut shorter than this says nothing. */
#define LEAST_BREAK_WIDTH 36.0

static LdrChartLabel *
get_label (const GPtrArray *labels, guint index)
{
  return g_ptr_array_index (labels, index);
}

static void
remove_label (GPtrArray *labels, guint index)
{
  g_clear_pointer ((LdrChartLabel **) &g_ptr_array_index (labels, index), ldr_chart_label_free);
}

/**
 * ldr_line_picture_get_target_span:
 * @self: a picture
 * @target: one of its targets
 * @from: (out): the left end of the target
 * @to: (out): its right end
 *
 * Returns: whether any of the target's days is shown
 */
gboolean
ldr_line_picture_get_target_span (const LdrLinePicture *self, const LdrLineTarget *target, double *from, double *to)
{
  const LdrChartScale *days = &self->frame->days;
  double left = self->frame->plot.origin.x;
  double right = left + self->frame->plot.size.width;
  double start = self->right_to_left ? right : left;
  double end = self->right_to_left ? left : right;

  if (target->first_day != LDR_LINE_NO_DAY && target->first_day > days->high)
    return FALSE;
  if (target->last_day != LDR_LINE_NO_DAY && target->last_day < days->low)
    return FALSE;
  if (target->first_day != LDR_LINE_NO_DAY && target->first_day > days->low)
    start = ldr_chart_scale_map (days, target->first_day - 0.5);
  if (target->last_day != LDR_LINE_NO_DAY && target->last_day < days->high)
    end = ldr_chart_scale_map (days, target->last_day + 0.5);
  *from = CLAMP (MIN (start, end), left, right);
  *to = CLAMP (MAX (start, end), left, right);
  return *to > *from;
}

/* How many parts of lines run through @place; each line is looked at with a little room around it. */
static guint
count_crossings (const LdrLinePicture *self, const graphene_rect_t *place)
{
  graphene_rect_t grown;
  guint n = 0;

  graphene_rect_inset_r (place, -2, -2, &grown);
  for (guint i = 0; i < self->traces->len; i++)
    {
      const LdrLineSeries *series = g_ptr_array_index (self->data->series, i);
      const GArray *vertices = g_ptr_array_index (self->traces, i);

      for (guint j = 0; j < vertices->len; j++)
        {
          const LdrChartVertex *vertex = &g_array_index (vertices, LdrChartVertex, j);
          graphene_point_t to = ldr_line_picture_get_point (self, series, vertex->index);
          graphene_point_t from = vertex->starts ? to : ldr_line_picture_get_point (self, series, (vertex - 1)->index);

          n += ldr_chart_is_crossed (&grown, &from, &to) ? 1 : 0;
        }
    }
  return n;
}

/* How bad a place for the label of a target is: out of the plot, over another one, over lines. */
static double
judge_target_place (const LdrLinePicture *self, guint target, const graphene_rect_t *place)
{
  double badness = count_crossings (self, place);
  graphene_rect_t roomy = self->frame->plot;

  graphene_rect_inset (&roomy, -1, -place->size.height / 4);
  if (!graphene_rect_contains_rect (&roomy, place))
    badness += 1000;
  for (guint i = 0; i < target; i++)
    if (get_label (self->targets, i) != NULL
        && graphene_rect_intersection (place, &get_label (self->targets, i)->place, NULL))
      badness += 100;
  return badness;
}

/* Tries the ends and the two sides of the line, and takes the place where the label is read best. */
void
ldr_line_picture_place_target_label (LdrLinePicture *self, guint index)
{
  const LdrLineTarget *target = g_ptr_array_index (self->data->targets, index);
  LdrChartLabel *label = get_label (self->targets, index);
  graphene_size_t size = label->place.size;
  double edge = isfinite (target->low) ? target->low : target->high;
  double best = G_MAXDOUBLE;
  double from;
  double to;
  double y;

  if (!isfinite (edge) || !ldr_line_picture_get_target_span (self, target, &from, &to)
      || size.width > self->frame->plot.size.width)
    {
      remove_label (self->targets, index);
      return;
    }
  y = ldr_chart_scale_map (&self->frame->values, CLAMP (edge, self->frame->values.low, self->frame->values.high));
  for (int i = 0; i < 4; i++)
    {
      gboolean at_right = (i < 2) != self->right_to_left;
      double least = self->frame->plot.origin.x;
      double most = least + self->frame->plot.size.width - size.width;
      double x = at_right ? to - size.width - TARGET_PADDING : MIN (from + TARGET_PADDING, most);
      graphene_rect_t place = GRAPHENE_RECT_INIT (
          (float) MAX (least, x), (float) (i % 2 == 0 ? y - size.height - 1 : y + 2), size.width, size.height);
      double badness = judge_target_place (self, index, &place);

      if (badness < best)
        {
          best = badness;
          label->place = place;
        }
    }
  label->over_lines = count_crossings (self, &label->place) > 0;
}

gboolean
ldr_line_picture_shows_break (const LdrLinePicture *self, const LdrLineBreak *it)
{
  int first;
  int last;

  return ldr_line_data_get_days (self->data, &first, &last) && it->day > first && it->day <= last;
}

double
ldr_line_picture_get_break_place (const LdrLinePicture *self, const LdrLineBreak *it)
{
  return ldr_chart_scale_map (&self->frame->days, it->day - 0.5);
}

/* The nearest other break on each side leaves a label the room up to halfway; the unit and what stands beside the axes
 * keep theirs. */
static void
get_break_room (const LdrLinePicture *self, guint index, double *low, double *high)
{
  const LdrChartLabel *unit = self->frame->unit;
  double place = ldr_line_picture_get_break_place (self, g_ptr_array_index (self->data->breaks, index));

  *low = self->frame->plot.origin.x;
  *high = *low + self->frame->plot.size.width;
  if (unit != NULL && self->right_to_left)
    *high = MIN (*high, unit->place.origin.x - BREAK_GAP);
  else if (unit != NULL)
    *low = MAX (*low, unit->place.origin.x + unit->place.size.width + BREAK_GAP);
  for (guint i = 0; i < self->data->breaks->len; i++)
    {
      const LdrLineBreak *other = g_ptr_array_index (self->data->breaks, i);
      double there = ldr_line_picture_get_break_place (self, other);

      if (i == index || !ldr_line_picture_shows_break (self, other))
        continue;
      if (there < place || (there == place && i < index))
        *low = MAX (*low, (there + place + BREAK_GAP) / 2);
      else
        *high = MIN (*high, (there + place - BREAK_GAP) / 2);
    }
}

void
ldr_line_picture_place_break_label (LdrLinePicture *self, guint index)
{
  const LdrLineBreak *it = g_ptr_array_index (self->data->breaks, index);
  LdrChartLabel *label = get_label (self->breaks, index);
  double low;
  double high;
  double x;

  if (!ldr_line_picture_shows_break (self, it))
    {
      remove_label (self->breaks, index);
      return;
    }
  get_break_room (self, index, &low, &high);
  if (high - low < MIN (LEAST_BREAK_WIDTH, label->place.size.width))
    {
      remove_label (self->breaks, index);
      return;
    }
  if (label->place.size.width > high - low)
    {
      pango_layout_set_width (label->layout, (int) ((high - low) * PANGO_SCALE));
      pango_layout_set_ellipsize (label->layout, PANGO_ELLIPSIZE_END);
      label->place.size = ldr_chart_text_get_size (label->layout);
    }
  x = ldr_line_picture_get_break_place (self, it) - label->place.size.width / 2;
  label->place.origin = GRAPHENE_POINT_INIT ((float) MAX (low, MIN (x, high - label->place.size.width)), 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-line-private.h"

#include <math.h>
#include "ldr-chart-place.h"
#include "ldr-chart-text.h"

/* Names beside the lines may take this part of the width; beyond that they go below. */
#define MOST_BESIDE 0.3

/* The legend may take this part of the height. */
#define MOST_BELOW 0.35

#define LEGEND_GAP 18.0

/* Stops nearer than this, in pixels, are chosen from by how high one points. */
#define CROWD 6.0

static void
label_free (gpointer label)
{
  if (label != NULL)
    ldr_chart_label_free (label);
}

static LdrChartLabel *
get_label (const GPtrArray *labels, guint index)
{
  return g_ptr_array_index (labels, index);
}

static void
make_labels (LdrLinePicture *self, PangoContext *context)
{
  self->names = g_ptr_array_new_with_free_func (label_free);
  self->targets = g_ptr_array_new_with_free_func (label_free);
  self->breaks = g_ptr_array_new_with_free_func (label_free);
  for (guint i = 0; i < self->data->series->len; i++)
    g_ptr_array_add (self->names, ldr_chart_label_new (
                                      context, ((LdrLineSeries *) g_ptr_array_index (self->data->series, i))->name));
  for (guint i = 0; i < self->data->targets->len; i++)
    g_ptr_array_add (
        self->targets,
        ldr_chart_label_new (context, ((LdrLineTarget *) g_ptr_array_index (self->data->targets, i))->label));
  for (guint i = 0; i < self->data->breaks->len; i++)
    g_ptr_array_add (self->breaks, ldr_chart_label_new (
                                       context, ((LdrLineBreak *) g_ptr_array_index (self->data->breaks, i))->label));
}

static gboolean
has_breaks (const LdrLinePicture *self)
{
  for (guint i = 0; i < self->data->breaks->len; i++)
    if (ldr_line_picture_shows_break (self, g_ptr_array_index (self->data->breaks, i)))
      return TRUE;
  return FALSE;
}

/* How wide the names beside the lines are, each behind a mark; 0 when they are not to stand there. */
static double
measure_names_beside (const LdrLinePicture *self)
{
  double widest = 0;
  double height = 0;

  if (self->names->len < 2)
    return 0;
  for (guint i = 0; i < self->names->len; i++)
    {
      widest = MAX (widest, get_label (self->names, i)->place.size.width);
      height += get_label (self->names, i)->place.size.height;
    }
  widest += 2 * LDR_LINE_MARK_SIZE + 2 * LDR_LINE_GAP;
  return widest <= self->bounds.size.width * MOST_BESIDE && height <= self->bounds.size.height / 2 ? widest : 0;
}

/* Puts the names in rows at the bottom. Returns the height of the rows. */
static double
place_names_below (LdrLinePicture *self)
{
  guint n = self->names->len;
  g_autofree graphene_size_t *sizes = g_new0 (graphene_size_t, n + 1);
  g_autofree graphene_rect_t *places = g_new0 (graphene_rect_t, n + 1);
  double lead = LDR_LINE_SAMPLE_WIDTH + LDR_LINE_GAP;
  double height;

  for (guint i = 0; i < n; i++)
    {
      sizes[i] = get_label (self->names, i)->place.size;
      sizes[i].width += (float) lead;
    }
  height = ldr_chart_place_flow (sizes, n, self->bounds.size.width, LEGEND_GAP, self->right_to_left, places);
  if (height > self->bounds.size.height * MOST_BELOW)
    return 0;
  for (guint i = 0; i < n; i++)
    get_label (self->names, i)->place.origin
        = GRAPHENE_POINT_INIT ((float) (places[i].origin.x + (self->right_to_left ? 0 : lead)),
                               (float) (places[i].origin.y + self->bounds.size.height - height));
  self->names_form = LDR_LINE_NAMES_BELOW;
  return height + LDR_LINE_GAP;
}

static void
lay_out_frame (LdrLinePicture *self, const LdrChartSetting *setting, double beside, double below)
{
  LdrLineData *data = self->data;
  LdrChartRoom room = { .bounds = self->bounds, .unit = data->unit, .whole = data->whole };

  ldr_line_data_get_days (data, &room.first_day, &room.last_day);
  ldr_line_data_get_range (data, &room.low, &room.high);
  room.low_is_fixed = isfinite (data->low);
  room.high_is_fixed = isfinite (data->high);
  room.bounds.size.height = (float) MAX (1, room.bounds.size.height - below);
  room.start = setting->start;
  room.end = MAX (beside, setting->end);
  if (has_breaks (self))
    room.top = get_label (self->breaks, 0)->place.size.height + LDR_LINE_GAP;
  room.known_year = setting->known_year;
  room.whole_days = setting->shares_days;
  room.without_dates = data->without_dates;
  room.right_to_left = self->right_to_left;
  self->frame = ldr_chart_frame_new (&room, setting->context);
}

static LdrChartPoint *
place_points (const LdrLinePicture *self, const LdrLineSeries *series, guint first, guint end)
{
  LdrChartPoint *points = g_memdup2 (series->points + first, sizeof (LdrChartPoint) * (end - first));

  for (guint i = first; i < end; i++)
    points[i - first].day = ldr_line_data_get_place (self->data, series, i);
  return points;
}

/* The corners of a series, without those on days that are not shown. */
static GArray *
trace_series (const LdrLinePicture *self, guint index)
{
  const LdrLineSeries *series = g_ptr_array_index (self->data->series, index);
  g_autofree int *breaks = g_new0 (int, self->data->breaks->len + 1);
  guint n_breaks = 0;
  guint first = 0;
  guint end = series->n_points;
  g_autofree LdrChartPoint *points = NULL;
  GArray *vertices;

  for (guint i = 0; i < self->data->breaks->len; i++)
    {
      const LdrLineBreak *it = g_ptr_array_index (self->data->breaks, i);

      if (it->series == LDR_LINE_ALL_SERIES || it->series == (int) index)
        breaks[n_breaks++] = it->day;
    }
  while (first < end && !ldr_line_data_shows (self->data, series, first))
    first++;
  while (end > first && !ldr_line_data_shows (self->data, series, end - 1))
    end--;
  points = place_points (self, series, first, end);
  vertices = ldr_chart_trace (points, end - first, breaks, n_breaks, (guint) self->frame->plot.size.width);
  for (guint i = 0; i < vertices->len; i++)
    g_array_index (vertices, LdrChartVertex, i).index += first;
  return vertices;
}

graphene_point_t
ldr_line_picture_get_point (const LdrLinePicture *self, const LdrLineSeries *series, guint point)
{
  const LdrChartPoint *it = &series->points[point];
  double value = CLAMP (it->value, self->frame->values.low, self->frame->values.high);

  return GRAPHENE_POINT_INIT (
      (float) ldr_chart_scale_map (&self->frame->days, ldr_line_data_get_place (self->data, series, point)),
      (float) ldr_chart_scale_map (&self->frame->values, value));
}

/* A name stands as high as the end of its line, moved where names would lie over one another. */
static void
place_names_beside (LdrLinePicture *self)
{
  const graphene_rect_t *plot = &self->frame->plot;
  guint n = self->names->len;
  g_autofree double *middles = g_new0 (double, n + 1);
  g_autofree double *sizes = g_new0 (double, n + 1);
  double lead = 2 * LDR_LINE_MARK_SIZE + 2 * LDR_LINE_GAP;

  for (guint i = 0; i < n; i++)
    {
      const GArray *vertices = g_ptr_array_index (self->traces, i);
      graphene_rect_t *place = &get_label (self->names, i)->place;

      middles[i] = plot->origin.y + plot->size.height;
      if (vertices->len > 0)
        middles[i] = ldr_line_picture_get_point (self, g_ptr_array_index (self->data->series, i),
                                                 g_array_index (vertices, LdrChartVertex, vertices->len - 1).index)
                         .y;
      sizes[i] = place->size.height;
    }
  if (!ldr_chart_place_beside (middles, sizes, n, plot->origin.y, plot->origin.y + plot->size.height))
    ldr_chart_place_beside (middles, sizes, n, 0, self->bounds.size.height);
  for (guint i = 0; i < n; i++)
    {
      graphene_rect_t *place = &get_label (self->names, i)->place;
      double x
          = self->right_to_left ? plot->origin.x - lead - place->size.width : plot->origin.x + plot->size.width + lead;

      place->origin = GRAPHENE_POINT_INIT ((float) x, (float) (middles[i] - sizes[i] / 2));
    }
  self->names_form = LDR_LINE_NAMES_BESIDE;
}

static void
lay_out (LdrLinePicture *self, const LdrChartSetting *setting)
{
  double beside = ldr_chart_setting_has_room_beside (setting) ? measure_names_beside (self) : 0;
  double below = beside == 0 && self->names->len > 1 ? place_names_below (self) : 0;

  lay_out_frame (self, setting, beside, below);
  for (guint i = 0; i < self->data->series->len; i++)
    g_ptr_array_add (self->traces, trace_series (self, i));
  if (beside > 0)
    place_names_beside (self);
  for (guint i = 0; i < self->targets->len; i++)
    ldr_line_picture_place_target_label (self, i);
  for (guint i = 0; i < self->breaks->len; i++)
    ldr_line_picture_place_break_label (self, i);
}

/* Where there is nothing to draw, the summary says so. */
static void
lay_out_nothing (LdrLinePicture *self, PangoContext *context)
{
  g_autofree char *words = ldr_line_data_get_description (self->data);

  self->nothing = ldr_chart_label_new_in_middle (context, words, &self->bounds);
}

/**
 * ldr_line_picture_new:
 * @data: what to show
 * @setting: what the picture is made for
 *
 * Lays out a line chart and its texts. Without any value it shows the summary in their place.
 *
 * Returns: (transfer full): a picture to paint
 */
LdrLinePicture *
ldr_line_picture_new (LdrLineData *data, const LdrChartSetting *setting)
{
  LdrLinePicture *self = g_new0 (LdrLinePicture, 1);
  double low, high;

  self->data = ldr_line_data_ref (data);
  self->right_to_left = setting->right_to_left;
  self->bounds = GRAPHENE_RECT_INIT (0, 0, (float) setting->width, (float) setting->height);
  self->stops = ldr_line_data_list_stops (data);
  self->traces = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  make_labels (self, setting->context);
  if (ldr_line_data_get_range (data, &low, &high))
    lay_out (self, setting);
  else
    lay_out_nothing (self, setting->context);
  return self;
}

void
ldr_line_picture_free (LdrLinePicture *self)
{
  ldr_line_data_unref (self->data);
  g_clear_pointer (&self->frame, ldr_chart_frame_free);
  g_clear_pointer (&self->nothing, ldr_chart_label_free);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->targets);
  g_ptr_array_unref (self->breaks);
  g_ptr_array_unref (self->traces);
  g_array_unref (self->stops);
  g_free (self);
}

/**
 * ldr_line_picture_get_margins:
 * @self: a picture
 * @start: (out): how much stands free before its plot
 * @end: (out): how much stands free behind it
 *
 * Returns: whether it has a plot
 */
gboolean
ldr_line_picture_get_margins (const LdrLinePicture *self, double *start, double *end)
{
  return ldr_chart_frame_get_margins (self->frame, start, end);
}

/**
 * ldr_line_picture_get_frame:
 * @self: a picture
 *
 * Returns: (transfer none) (nullable): its axes, or %NULL where there is no value
 */
const LdrChartFrame *
ldr_line_picture_get_frame (const LdrLinePicture *self)
{
  return self->frame;
}

/**
 * ldr_line_picture_get_stops:
 * @self: a picture
 *
 * Returns: (transfer none) (element-type LdrLineStop): the days and longer periods that have something to read out
 */
const GArray *
ldr_line_picture_get_stops (const LdrLinePicture *self)
{
  return self->stops;
}

static const LdrLineStop *
get_stop (const LdrLinePicture *self, guint stop)
{
  return &g_array_index (self->stops, LdrLineStop, stop);
}

static double
get_stop_place (const LdrLinePicture *self, guint stop)
{
  return ldr_chart_scale_map (&self->frame->days, get_stop (self, stop)->day);
}

/* How far the nearest value of a stop is from a place. */
static double
get_distance (const LdrLinePicture *self, guint stop, double x, double y)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < self->data->series->len; i++)
    {
      const LdrLineSeries *series = g_ptr_array_index (self->data->series, i);
      guint first, end;

      if (!ldr_line_series_find_stop (series, get_stop (self, stop), &first, &end))
        continue;
      for (guint j = first; j < end; j++)
        {
          graphene_point_t point;

          if (!isfinite (series->points[j].value))
            continue;
          point = ldr_line_picture_get_point (self, series, j);
          least = MIN (least, hypot (point.x - x, point.y - y));
        }
    }
  return least;
}

/* A day and the week around it may stand at the same place across. */
static guint
choose_from_crowd (const LdrLinePicture *self, guint nearest, double x, double y)
{
  double place = get_stop_place (self, nearest);
  gboolean differ = FALSE;
  guint first = nearest, last = nearest, best = nearest;

  while (first > 0 && fabs (get_stop_place (self, first - 1) - place) < CROWD)
    first--;
  while (last + 1 < self->stops->len && fabs (get_stop_place (self, last + 1) - place) < CROWD)
    last++;
  for (guint i = first; i <= last; i++)
    differ = differ || get_stop (self, i)->period != get_stop (self, nearest)->period;
  for (guint i = first; differ && i <= last; i++)
    if (get_distance (self, i, x, y) < get_distance (self, best, x, y))
      best = i;
  return best;
}

/**
 * ldr_line_picture_pick:
 * @self: a picture
 * @x: where somebody points
 * @y: likewise
 *
 * Returns: the stop that is nearest sideways, or %LDR_LINE_NO_STOP away from the plot; where days and longer periods
 *   stand closely together, the one whose value is nearest
 */
int
ldr_line_picture_pick (const LdrLinePicture *self, double x, double y)
{
  g_autoptr (GArray) days = g_array_sized_new (FALSE, FALSE, sizeof (int), self->stops->len);
  int nearest;

  if (self->frame == NULL)
    return LDR_LINE_NO_STOP;
  for (guint i = 0; i < self->stops->len; i++)
    g_array_append_val (days, get_stop (self, i)->day);
  nearest = ldr_chart_frame_pick (self->frame, days, LDR_LINE_GAP, x, y);
  return nearest != LDR_CHART_FRAME_NO_DAY ? (int) choose_from_crowd (self, (guint) nearest, x, y) : LDR_LINE_NO_STOP;
}

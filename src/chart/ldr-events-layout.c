/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-events-private.h"

#include <math.h>

#define LEAST_LANE 30.0
#define MOST_LANE 56.0
#define LABEL_GAP 2.0

/* Events of one day and lane stand upon one another, this far apart at most. */
#define MOST_STACK (LDR_EVENTS_MARK_SIZE * 2)

/* From the middle of a lane to its edges, what marks may take. */
#define STACK_PART 0.4

static double
get_label_height (const LdrEventsPicture *self)
{
  const LdrChartLabel *label = self->labels->len > 0 ? g_ptr_array_index (self->labels, 0) : NULL;

  return label != NULL ? label->place.size.height + LABEL_GAP : 0;
}

/* A single lane needs no name: the title has it. */
static void
make_labels (LdrEventsPicture *self, PangoContext *context)
{
  for (guint i = 0; i < self->data->lanes->len && self->data->lanes->len > 1; i++)
    {
      LdrChartLabel *label
          = ldr_chart_label_new (context, ((LdrEventsLane *) g_ptr_array_index (self->data->lanes, i))->name);

      ldr_chart_label_shorten (label, self->bounds.size.width);
      g_ptr_array_add (self->labels, label);
    }
}

static void
lay_out_frame (LdrEventsPicture *self, const LdrChartSetting *setting)
{
  LdrChartRoom room = {
    .bounds = self->bounds,
    .first_day = self->data->first_day,
    .last_day = self->data->last_day,
    .high = 1,
    .low_is_fixed = TRUE,
    .high_is_fixed = TRUE,
    .start = setting->start,
    .end = setting->end,
    .known_year = setting->known_year,
    .whole_days = setting->shares_days,
    .without_values = TRUE,
    .right_to_left = setting->right_to_left,
  };

  self->frame = ldr_chart_frame_new (&room, setting->context);
}

static void
place_lanes (LdrEventsPicture *self, gboolean right_to_left)
{
  const graphene_rect_t *plot = &self->frame->plot;
  double words = get_label_height (self);
  guint n = MAX (1, self->data->lanes->len);

  self->lane_height = MIN (plot->size.height / n, MOST_LANE + words);
  self->bottom = plot->origin.y + plot->size.height;
  for (guint i = 0; i < self->data->lanes->len; i++)
    {
      double top = self->bottom - (n - i) * self->lane_height;

      self->middles[i] = top + words + MAX (0, self->lane_height - words) / 2;
      if (i < self->labels->len)
        {
          graphene_rect_t *place = &((LdrChartLabel *) g_ptr_array_index (self->labels, i))->place;

          place->origin.x = plot->origin.x + (right_to_left ? plot->size.width - place->size.width : 0);
          place->origin.y = (float) top;
        }
    }
}

/* Which of those of its day and lane an event is, and how many there are. */
static guint
count_alike (const LdrEventsData *data, guint index, guint *before)
{
  const LdrEvent *it = g_ptr_array_index (data->events, index);
  guint n = 0;
  guint first = index;

  while (first > 0 && ((LdrEvent *) g_ptr_array_index (data->events, first - 1))->day == it->day)
    first--;
  *before = 0;
  for (guint i = first; i < data->events->len; i++)
    {
      const LdrEvent *other = g_ptr_array_index (data->events, i);

      if (other->day != it->day)
        break;
      if (other->lane != it->lane)
        continue;
      n++;
      *before += i < index ? 1 : 0;
    }
  return n;
}

/* Those of one day and lane stand around the middle of their lane. */
static void
place_events (LdrEventsPicture *self)
{
  double room = MAX (0, self->lane_height - get_label_height (self)) * STACK_PART * 2;

  for (guint i = 0; i < self->data->events->len; i++)
    {
      const LdrEvent *event = g_ptr_array_index (self->data->events, i);
      guint before;
      guint n = count_alike (self->data, i, &before);
      double distance = n > 1 ? MIN (MOST_STACK, room / (n - 1)) : 0;
      double y = self->middles[event->lane] + (before - (n - 1) / 2.0) * distance;
      graphene_point_t place
          = GRAPHENE_POINT_INIT ((float) ldr_chart_scale_map (&self->frame->days, event->day), (float) y);

      g_array_append_val (self->places, place);
    }
}

/**
 * ldr_events_measure:
 * @data: what to show
 * @context: the font of its texts
 * @width: how wide it becomes
 *
 * Returns: how high it would like to be
 */
int
ldr_events_measure (const LdrEventsData *data, PangoContext *context, int width)
{
  g_autoptr (LdrChartLabel) sample = ldr_chart_label_new (context, "0");
  double words = data->lanes->len > 1 ? sample->place.size.height + LABEL_GAP : 0;

  /* The dates and the years below them. */
  return (int) ceil (MAX (1, data->lanes->len) * (LEAST_LANE + words) + sample->place.size.height * 3.5);
}

/**
 * ldr_events_picture_new:
 * @data: what to show
 * @setting: what the picture is made for
 *
 * Lays out lanes over days. Where nothing happened it shows what is said in their place.
 *
 * Returns: (transfer full): a picture to paint
 */
LdrEventsPicture *
ldr_events_picture_new (LdrEventsData *data, const LdrChartSetting *setting)
{
  LdrEventsPicture *self = g_new0 (LdrEventsPicture, 1);

  self->data = ldr_events_data_ref (data);
  self->bounds = GRAPHENE_RECT_INIT (0, 0, (float) setting->width, (float) setting->height);
  self->labels = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_chart_label_free);
  self->middles = g_new0 (double, data->lanes->len + 1);
  self->stops = ldr_events_data_list_stops (data);
  self->places = g_array_new (FALSE, FALSE, sizeof (graphene_point_t));
  make_labels (self, setting->context);
  lay_out_frame (self, setting);
  place_lanes (self, setting->right_to_left);
  place_events (self);
  if (data->events->len == 0)
    {
      g_autofree char *words = ldr_events_data_get_description (data);

      self->nothing = ldr_chart_label_new_in_middle (setting->context, words, &self->bounds);
    }
  return self;
}

void
ldr_events_picture_free (LdrEventsPicture *self)
{
  ldr_events_data_unref (self->data);
  ldr_chart_frame_free (self->frame);
  g_ptr_array_unref (self->labels);
  g_free (self->middles);
  g_array_unref (self->stops);
  g_array_unref (self->places);
  g_clear_pointer (&self->nothing, ldr_chart_label_free);
  g_free (self);
}

/**
 * ldr_events_picture_pick:
 * @self: a picture
 * @x: where somebody points
 * @y: likewise
 *
 * Returns: the stop whose day is nearest, or %LDR_CHART_NO_STOP away from the lanes
 */
int
ldr_events_picture_pick (const LdrEventsPicture *self, double x, double y)
{
  return ldr_chart_frame_pick (self->frame, self->stops, 0, x, y);
}

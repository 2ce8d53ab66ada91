/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-dumbbell-private.h"

#include <math.h>
#include "ldr-chart-text.h"
#include "ldr-chart-ticks.h"

#define GAP 12.0
#define ROW_GAP 8.0
#define LEAST_ROW 26.0

/* Labels stand beside the rows where they take no more than this part of the width on so many pixels, and above them
 * otherwise. */
#define MOST_BESIDE 0.45
#define LEAST_FOR_BESIDE 420.0
#define ROOM_A_TICK 48.0
#define MOST_TICKS 7

static LdrChartLabel *
get_label (const LdrDumbbellPicture *self, guint row)
{
  return g_ptr_array_index (self->labels, row);
}

/* Labels on as many lines as they need. Returns the width of the widest. */
static double
make_labels (LdrDumbbellPicture *self, PangoContext *context, double most, gboolean is_wide)
{
  double widest = 0;

  for (guint i = 0; i < self->data->rows->len; i++)
    {
      LdrChartLabel *label
          = ldr_chart_label_new (context, ((LdrDumbbellRow *) g_ptr_array_index (self->data->rows, i))->label);

      if (label->place.size.width > most)
        {
          pango_layout_set_width (label->layout, (int) (MAX (1, most) * PANGO_SCALE));
          pango_layout_set_wrap (label->layout, PANGO_WRAP_WORD_CHAR);
          if (is_wide && !self->right_to_left)
            pango_layout_set_alignment (label->layout, PANGO_ALIGN_RIGHT);
          label->place.size = ldr_chart_text_get_size (label->layout);
        }
      widest = MAX (widest, label->place.size.width);
      g_ptr_array_add (self->labels, label);
    }
  return MIN (widest, most);
}

/* Puts a row at @y; the labels stand beside the plot as far as @beside, or above the row where that is 0. Returns where
 * the row ends. */
static double
place_row (LdrDumbbellPicture *self, guint row, double y, double beside)
{
  graphene_rect_t *place = &get_label (self, row)->place;
  double height = beside > 0 ? MAX (LEAST_ROW, place->size.height + ROW_GAP) : place->size.height + LEAST_ROW;
  double edge = beside > 0 ? beside : place->size.width;

  self->middles[row] = beside > 0 ? y + height / 2 : y + place->size.height + LEAST_ROW / 2 - 2;
  place->origin.x = (float) (self->right_to_left ? self->bounds.size.width - edge : edge - place->size.width);
  place->origin.y = (float) (beside > 0 ? self->middles[row] - place->size.height / 2 : y);
  return y + height;
}

static void
place_ticks (LdrDumbbellPicture *self, PangoContext *context)
{
  guint most = (guint) CLAMP (self->plot.size.width / ROOM_A_TICK, 2, MOST_TICKS);
  LdrChartTicks ticks = ldr_chart_ticks_choose (self->data->low, self->data->high, most, self->data->whole);
  double slack = ticks.step / 1000;

  for (guint i = 0; i < ticks.n; i++)
    {
      double value = ldr_chart_ticks_get (&ticks, i);
      g_autofree char *text = ldr_chart_format_value (value, ticks.decimals);
      LdrChartLabel *label;

      if (value < self->data->low - slack || value > self->data->high + slack)
        continue;
      label = ldr_chart_label_new (context, text);
      label->place.origin.x = (float) (ldr_chart_scale_map (&self->values, value) - label->place.size.width / 2);
      label->place.origin.y = self->plot.origin.y + self->plot.size.height + 4;
      g_array_append_val (self->ticks, value);
      g_ptr_array_add (self->tick_labels, label);
    }
}

static void
lay_out (LdrDumbbellPicture *self, PangoContext *context)
{
  double width = self->bounds.size.width;
  gboolean is_wide = width >= LEAST_FOR_BESIDE;
  double widest = make_labels (self, context, is_wide ? width * MOST_BESIDE : width, is_wide);
  double beside = is_wide ? widest : 0;
  double inset = LDR_DUMBBELL_MARK_SIZE * 2;
  double start = beside > 0 ? beside + GAP : 0;
  graphene_rect_t below;
  double y = 0;

  for (guint i = 0; i < self->data->rows->len; i++)
    y = place_row (self, i, y, beside);
  self->plot
      = GRAPHENE_RECT_INIT ((float) (self->right_to_left ? 0 : start), 0, (float) MAX (1, width - start), (float) y);
  self->values = (LdrChartScale) { self->data->low, self->data->high, self->plot.origin.x + inset,
                                   self->plot.origin.x + self->plot.size.width - inset };
  if (self->right_to_left)
    self->values = (LdrChartScale) { self->data->low, self->data->high, self->values.end, self->values.start };
  place_ticks (self, context);
  if (self->tick_labels->len > 0)
    y += 4 + get_label (self, 0)->place.size.height;
  /* Whatever room is left: the names stand right below the axis. */
  below = GRAPHENE_RECT_INIT (0, 0, (float) width, 10000);
  self->height = y;
  if (self->data->series->len > 1)
    {
      double names = ldr_chart_legend_place_below (self->legend, &below);

      for (guint i = 0; i < self->legend->labels->len; i++)
        {
          LdrChartLabel *label = g_ptr_array_index (self->legend->labels, i);

          label->place.origin.y += (float) (y + names + GAP / 2 - below.size.height);
        }
      self->height += names + GAP / 2;
    }
}

/**
 * ldr_dumbbell_picture_new:
 * @data: what to show
 * @setting: what the picture is made for
 *
 * Lays out rows with their labels, the axis below them and the names. It is as high as that takes.
 *
 * Returns: (transfer full): a picture to paint
 */
LdrDumbbellPicture *
ldr_dumbbell_picture_new (LdrDumbbellData *data, const LdrChartSetting *setting)
{
  LdrDumbbellPicture *self = g_new0 (LdrDumbbellPicture, 1);

  self->data = ldr_dumbbell_data_ref (data);
  self->bounds = GRAPHENE_RECT_INIT (0, 0, (float) setting->width, (float) setting->height);
  self->right_to_left = setting->right_to_left;
  self->labels = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_chart_label_free);
  self->tick_labels = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_chart_label_free);
  self->ticks = g_array_new (FALSE, FALSE, sizeof (double));
  self->middles = g_new0 (double, data->rows->len + 1);
  self->legend = ldr_chart_legend_new (setting->right_to_left);
  for (guint i = 0; i < data->series->len; i++)
    {
      const LdrDumbbellSeries *series = g_ptr_array_index (data->series, i);
      LdrChartSample sample = { .form = LDR_CHART_SAMPLE_MARK, .pen = series->pen };

      ldr_chart_legend_add (self->legend, setting->context, series->name, &sample);
    }
  if (data->rows->len > 0)
    lay_out (self, setting->context);
  else
    {
      g_autofree char *words = ldr_dumbbell_data_get_description (data);

      self->nothing = ldr_chart_label_new_in_middle (setting->context, words, &self->bounds);
    }
  return self;
}

void
ldr_dumbbell_picture_free (LdrDumbbellPicture *self)
{
  ldr_dumbbell_data_unref (self->data);
  g_clear_pointer (&self->nothing, ldr_chart_label_free);
  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->tick_labels);
  g_array_unref (self->ticks);
  g_free (self->middles);
  ldr_chart_legend_free (self->legend);
  g_free (self);
}

/**
 * ldr_dumbbell_measure:
 * @data: what to show
 * @context: the font of its texts
 * @width: how wide it becomes
 *
 * Returns: how high it is then
 */
int
ldr_dumbbell_measure (LdrDumbbellData *data, PangoContext *context, int width)
{
  LdrChartSetting setting = { .context = context, .width = width };
  g_autoptr (LdrDumbbellPicture) picture = ldr_dumbbell_picture_new (data, &setting);

  return (int) ceil (picture->height);
}

/**
 * ldr_dumbbell_picture_get_mark:
 * @self: a picture with rows
 * @row: one of its rows
 * @value: a value, drawn at the end of the axis where it is beyond
 *
 * Returns: where the value stands
 */
graphene_point_t
ldr_dumbbell_picture_get_mark (const LdrDumbbellPicture *self, guint row, double value)
{
  double place = ldr_chart_scale_map (&self->values, CLAMP (value, self->data->low, self->data->high));

  return GRAPHENE_POINT_INIT ((float) place, (float) self->middles[row]);
}

/**
 * ldr_dumbbell_picture_get_series_mark:
 * @self: a picture
 * @row: one of its rows
 * @series: one of its series, with a value in that row
 *
 * Returns: where the mark of that value stands: beside those that would be hidden under it, or hide it, one above
 *   another
 */
graphene_point_t
ldr_dumbbell_picture_get_series_mark (const LdrDumbbellPicture *self, guint row, guint series)
{
  const LdrDumbbellRow *it = g_ptr_array_index (self->data->rows, row);
  graphene_point_t mark = ldr_dumbbell_picture_get_mark (self, row, it->values[series]);
  guint before = 0;
  guint n = 1;

  for (guint i = 0; i < self->data->series->len; i++)
    {
      if (i == series || !isfinite (it->values[i])
          || fabs (ldr_dumbbell_picture_get_mark (self, row, it->values[i]).x - mark.x) > LDR_DUMBBELL_MARK_SIZE * 1.5)
        continue;
      n++;
      before += i < series ? 1 : 0;
    }
  mark.y += (float) ((before - (n - 1) / 2.0) * MIN (LDR_DUMBBELL_MARK_SIZE * 2, LEAST_ROW / n));
  return mark;
}

/**
 * ldr_dumbbell_picture_pick:
 * @self: a picture
 * @x: where somebody points
 * @y: likewise
 *
 * Returns: the row that is pointed at, or %LDR_CHART_NO_STOP
 */
int
ldr_dumbbell_picture_pick (const LdrDumbbellPicture *self, double x, double y)
{
  int nearest = LDR_CHART_NO_STOP;
  double least = G_MAXDOUBLE;

  if (y < 0 || y > self->plot.size.height)
    return LDR_CHART_NO_STOP;
  for (guint i = 0; i < self->data->rows->len; i++)
    if (fabs (self->middles[i] - y) < least)
      {
        least = fabs (self->middles[i] - y);
        nearest = (int) i;
      }
  return nearest;
}

/**
 * ldr_dumbbell_picture_step:
 * @self: a picture with rows
 * @stop: a row, or %LDR_CHART_NO_STOP
 * @step: where one goes; sideways is as good as up and down
 *
 * Returns: the row where one comes
 */
int
ldr_dumbbell_picture_step (const LdrDumbbellPicture *self, int stop, LdrChartStep step)
{
  int last = (int) self->data->rows->len - 1;
  gboolean on
      = step == LDR_CHART_STEP_DOWN || step == (self->right_to_left ? LDR_CHART_STEP_LEFT : LDR_CHART_STEP_RIGHT);

  if (step == LDR_CHART_STEP_LAST)
    return last;
  if (step == LDR_CHART_STEP_FIRST || stop == LDR_CHART_NO_STOP)
    return 0;
  return CLAMP (stop + (on ? 1 : -1), 0, last);
}

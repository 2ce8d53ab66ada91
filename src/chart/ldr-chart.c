/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-chart.h"

#define USUAL_HEIGHT 240

/* From this width on, charts that share their days can spare room behind the plot. */
#define WIDE_ENOUGH 640.0

struct _LdrChart
{
  const LdrChartKind *kind;
  gpointer data;
};

struct _LdrChartPicture
{
  LdrChart *chart;
  gpointer picture;
  gboolean right_to_left;
};

G_DEFINE_BOXED_TYPE (LdrChart, ldr_chart, ldr_chart_ref, ldr_chart_unref)

/**
 * ldr_chart_new:
 * @kind: what kind of chart it is, for ever there
 * @data: (transfer full): its values
 *
 * Returns: (transfer full): the chart
 */
LdrChart *
ldr_chart_new (const LdrChartKind *kind, gpointer data)
{
  LdrChart *self = g_atomic_rc_box_new0 (LdrChart);

  self->kind = kind;
  self->data = data;
  return self;
}

LdrChart *
ldr_chart_ref (LdrChart *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
chart_clear (gpointer data)
{
  LdrChart *self = data;

  self->kind->free_data (self->data);
}

void
ldr_chart_unref (LdrChart *self)
{
  g_atomic_rc_box_release_full (self, chart_clear);
}

/**
 * ldr_chart_get_title:
 * @self: a chart
 *
 * Returns: (transfer none): what it is
 */
const char *
ldr_chart_get_title (const LdrChart *self)
{
  return self->kind->get_title (self->data);
}

/**
 * ldr_chart_describe:
 * @self: a chart
 *
 * Returns: (transfer full): what it says, in a sentence or two
 */
char *
ldr_chart_describe (const LdrChart *self)
{
  return self->kind->describe (self->data);
}

/**
 * ldr_chart_make_table:
 * @self: a chart
 *
 * Returns: (transfer full): its values in words
 */
LdrChartTable *
ldr_chart_make_table (const LdrChart *self)
{
  return self->kind->make_table (self->data);
}

/**
 * ldr_chart_list_classes:
 * @self: a chart
 *
 * Returns: (transfer full) (array zero-terminated=1): the classes of the style sheet whose colours it takes, in the
 *   order in which #LdrChartInks has them
 */
char **
ldr_chart_list_classes (const LdrChart *self)
{
  return self->kind->list_classes (self->data);
}

/**
 * ldr_chart_list_symbols:
 * @self: a chart
 *
 * Returns: (transfer full) (array zero-terminated=1): the names of the icons that it shows, in the order in which
 *   #LdrChartInks has them, "" for none
 */
char **
ldr_chart_list_symbols (const LdrChart *self)
{
  return self->kind->list_symbols != NULL ? self->kind->list_symbols (self->data) : g_new0 (char *, 1);
}

/**
 * ldr_chart_get_height:
 * @self: a chart
 * @context: the font of its texts
 * @width: how wide it becomes, in pixels
 *
 * Returns: how high it would like to be, in pixels
 */
int
ldr_chart_get_height (const LdrChart *self, PangoContext *context, int width)
{
  return self->kind->get_height != NULL ? self->kind->get_height (self->data, context, width) : USUAL_HEIGHT;
}

/**
 * ldr_chart_has_own_height:
 * @self: a chart
 *
 * Returns: whether its height follows from what it shows, so that with less some of it would be missing
 */
gboolean
ldr_chart_has_own_height (const LdrChart *self)
{
  return self->kind->get_height != NULL && !self->kind->shrinks;
}

/**
 * ldr_chart_setting_has_room_beside:
 * @self: what a picture is made for
 *
 * Returns: whether names may stand behind the plot. Where charts share their days, each of them leaves as much room there
 *   as any needs, which narrow ones cannot spare.
 */
gboolean
ldr_chart_setting_has_room_beside (const LdrChartSetting *self)
{
  return !self->shares_days || self->width >= WIDE_ENOUGH;
}

/**
 * ldr_chart_picture_new:
 * @chart: what to show
 * @setting: what the picture is made for
 *
 * Returns: (transfer full): a picture to paint
 */
LdrChartPicture *
ldr_chart_picture_new (LdrChart *chart, const LdrChartSetting *setting)
{
  LdrChartPicture *self = g_new0 (LdrChartPicture, 1);

  self->chart = ldr_chart_ref (chart);
  self->right_to_left = setting->right_to_left;
  self->picture = chart->kind->lay_out (chart->data, setting);
  return self;
}

void
ldr_chart_picture_free (LdrChartPicture *self)
{
  self->chart->kind->free_picture (self->picture);
  ldr_chart_unref (self->chart);
  g_free (self);
}

/**
 * ldr_chart_picture_paint:
 * @self: a picture
 * @inks: its colours
 * @snapshot: where to paint
 *
 * Paints the chart, as paths and glyphs only.
 */
void
ldr_chart_picture_paint (const LdrChartPicture *self, const LdrChartInks *inks, GtkSnapshot *snapshot)
{
  self->chart->kind->paint (self->picture, inks, snapshot);
}

/**
 * ldr_chart_picture_count_stops:
 * @self: a picture
 *
 * Returns: how many places there are to walk to
 */
guint
ldr_chart_picture_count_stops (const LdrChartPicture *self)
{
  return self->chart->kind->count_stops (self->picture);
}

/**
 * ldr_chart_picture_pick:
 * @self: a picture
 * @x: where somebody points
 * @y: likewise
 *
 * Returns: the stop that is meant, or %LDR_CHART_NO_STOP
 */
int
ldr_chart_picture_pick (const LdrChartPicture *self, double x, double y)
{
  return self->chart->kind->pick (self->picture, x, y);
}

/* Along the stops sideways. The last is read out first, whichever way one goes: it is what one came for. */
static int
step_along (const LdrChartPicture *self, int stop, LdrChartStep step)
{
  int last = (int) ldr_chart_picture_count_stops (self) - 1;
  gboolean on = (step == LDR_CHART_STEP_LEFT) == self->right_to_left;

  switch (step)
    {
    case LDR_CHART_STEP_UP:
    case LDR_CHART_STEP_DOWN:
      return LDR_CHART_NO_STOP;
    case LDR_CHART_STEP_FIRST:
      return 0;
    case LDR_CHART_STEP_LAST:
      return last;
    case LDR_CHART_STEP_LEFT:
    case LDR_CHART_STEP_RIGHT:
      break;
    }
  return stop == LDR_CHART_NO_STOP ? last : CLAMP (stop + (on ? 1 : -1), 0, last);
}

/**
 * ldr_chart_picture_step:
 * @self: a picture
 * @stop: where one is, or %LDR_CHART_NO_STOP
 * @step: where one goes
 *
 * Returns: where one comes, or %LDR_CHART_NO_STOP where the chart knows no such step or has no stops
 */
int
ldr_chart_picture_step (const LdrChartPicture *self, int stop, LdrChartStep step)
{
  if (ldr_chart_picture_count_stops (self) == 0)
    return LDR_CHART_NO_STOP;
  if (self->chart->kind->step != NULL)
    return self->chart->kind->step (self->picture, stop, step);
  return step_along (self, stop, step);
}

/**
 * ldr_chart_picture_read_stop:
 * @self: a picture
 * @stop: one of its stops
 *
 * Returns: (transfer full): what it shows there, as it is read out
 */
char *
ldr_chart_picture_read_stop (const LdrChartPicture *self, guint stop)
{
  return self->chart->kind->read_stop (self->picture, stop);
}

/**
 * ldr_chart_picture_paint_stop:
 * @self: a picture
 * @inks: its colours
 * @stop: one of its stops
 * @context: the font and the direction of the note
 * @snapshot: where to paint, after ldr_chart_picture_paint()
 *
 * Shows a stop, with a note beside it.
 */
void
ldr_chart_picture_paint_stop (
    const LdrChartPicture *self, const LdrChartInks *inks, guint stop, PangoContext *context, GtkSnapshot *snapshot)
{
  self->chart->kind->paint_stop (self->picture, inks, stop, context, snapshot);
}

/**
 * ldr_chart_picture_get_margins:
 * @self: a picture
 * @start: (out): how much stands free before its plot
 * @end: (out): how much stands free behind it
 *
 * Returns: whether it is over days, so that others of the same days and width can have their plot at the same place
 */
gboolean
ldr_chart_picture_get_margins (const LdrChartPicture *self, double *start, double *end)
{
  *start = *end = 0;
  return self->chart->kind->get_margins != NULL && self->chart->kind->get_margins (self->picture, start, end);
}

/**
 * ldr_chart_picture_get_days:
 * @self: a picture
 * @stop: one of its stops
 * @first_day: (out): the first day that it stands for, or %LDR_CHART_NO_DAY
 * @last_day: (out): the last day, or %LDR_CHART_NO_DAY
 */
void
ldr_chart_picture_get_days (const LdrChartPicture *self, guint stop, int *first_day, int *last_day)
{
  *first_day = *last_day = LDR_CHART_NO_DAY;
  if (self->chart->kind->get_days != NULL)
    self->chart->kind->get_days (self->picture, stop, first_day, last_day);
}

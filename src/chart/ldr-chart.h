/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "ldr-chart-frame.h"
#include "ldr-chart-table.h"

G_BEGIN_DECLS

#define LDR_CHART_NO_STOP (-1)
#define LDR_CHART_NO_DAY G_MININT

/* How wide and high the symbols of charts are. */
#define LDR_CHART_SYMBOL_SIZE 16

/**
 * LdrChartStep:
 * @LDR_CHART_STEP_LEFT: to the left of where one is
 * @LDR_CHART_STEP_RIGHT: to the right
 * @LDR_CHART_STEP_UP: upwards
 * @LDR_CHART_STEP_DOWN: downwards
 * @LDR_CHART_STEP_FIRST: to the first stop
 * @LDR_CHART_STEP_LAST: to the last stop
 *
 * Where somebody walks to who walks through a chart by keys.
 */
typedef enum
{
  LDR_CHART_STEP_LEFT,
  LDR_CHART_STEP_RIGHT,
  LDR_CHART_STEP_UP,
  LDR_CHART_STEP_DOWN,
  LDR_CHART_STEP_FIRST,
  LDR_CHART_STEP_LAST,
} LdrChartStep;

/**
 * LdrChartSetting:
 * @context: the font and the direction of the texts
 * @right_to_left: whether one reads from the right
 * @known_year: the year that need not be written because everybody knows it, or 0
 * @width: how wide the picture is
 * @height: how high it is
 * @start: how much is at least kept free before the plot, because other charts of the same days need it
 * @end: likewise behind it
 * @shares_days: whether its days stand where those of other charts do: from the beginning of the first to the end of
 * the last
 * @with_symbols: whether the symbols that the chart names can be painted; in documents they cannot
 *
 * What a picture of a chart is made for.
 */
typedef struct
{
  PangoContext *context;
  gboolean right_to_left;
  int known_year;
  double width;
  double height;
  double start;
  double end;
  gboolean shares_days;
  gboolean with_symbols;
} LdrChartSetting;

/**
 * LdrChartInks:
 * @base: the colours of all that is not a value
 * @colours: (array): one for each class that the chart names, in that order
 * @symbols: (array) (nullable): one for each symbol that the chart names, in that order, %NULL where there is none
 *
 * The colours and symbols of a chart, wherever it is painted.
 */
typedef struct
{
  LdrChartLook base;
  const GdkRGBA *colours;
  GtkSymbolicPaintable *const *symbols;
} LdrChartInks;

/**
 * LdrChartKind:
 * @free_data: gives up the values
 * @get_title: what the chart is
 * @describe: what it says, in a sentence or two
 * @make_table: its values in words
 * @list_classes: the classes of the style sheet whose colours it takes
 * @list_symbols: (nullable): the names of the icons that it shows, "" for none
 * @get_height: (nullable): how high it would like to be for a width in pixels
 * @shrinks: whether it can do with less than that, so that nothing of it would be missing
 * @lay_out: makes a picture of it; the values outlive the picture
 * @free_picture: gives up a picture
 * @paint: paints a picture, as paths and glyphs only
 * @count_stops: how many places there are to walk to
 * @pick: which of them somebody means who points at a place, or %LDR_CHART_NO_STOP
 * @step: (nullable): where a step leads from a stop, or from %LDR_CHART_NO_STOP; the same stop where there is no way,
 *   %LDR_CHART_NO_STOP for a step that the chart does not know; from one to the next sideways otherwise
 * @read_stop: a stop in words
 * @paint_stop: shows a stop, with what is to be read about it
 * @get_margins: (nullable): how much stands free before and behind its plot; whether other charts of the same days and
 *   width can keep as much free
 * @get_days: (nullable): the first and the last day that a stop stands for
 *
 * What charts of one kind have to do so that they can be shown, walked through and written down like any other.
 */
typedef struct
{
  void (*free_data) (gpointer data);
  const char *(*get_title) (gconstpointer data);
  char *(*describe) (gconstpointer data);
  LdrChartTable *(*make_table) (gconstpointer data);
  char **(*list_classes) (gconstpointer data);
  char **(*list_symbols) (gconstpointer data);
  int (*get_height) (gconstpointer data, PangoContext *context, int width);
  gboolean shrinks;
  gpointer (*lay_out) (gpointer data, const LdrChartSetting *setting);
  void (*free_picture) (gpointer picture);
  void (*paint) (gconstpointer picture, const LdrChartInks *inks, GtkSnapshot *snapshot);
  guint (*count_stops) (gconstpointer picture);
  int (*pick) (gconstpointer picture, double x, double y);
  int (*step) (gconstpointer picture, int stop, LdrChartStep step);
  char *(*read_stop) (gconstpointer picture, guint stop);
  void (*paint_stop) (
      gconstpointer picture, const LdrChartInks *inks, guint stop, PangoContext *context, GtkSnapshot *snapshot);
  gboolean (*get_margins) (gconstpointer picture, double *start, double *end);
  void (*get_days) (gconstpointer picture, guint stop, int *first_day, int *last_day);
} LdrChartKind;

#define LDR_TYPE_CHART (ldr_chart_get_type ())

/**
 * LdrChart:
 *
 * What a chart shows, of whichever kind it is. Refcounted, never changed.
 */
typedef struct _LdrChart LdrChart;

/**
 * LdrChartPicture:
 *
 * A chart that was laid out for one size, with its texts, ready to be painted and walked through.
 */
typedef struct _LdrChartPicture LdrChartPicture;

GType ldr_chart_get_type (void) G_GNUC_CONST;
LdrChart *ldr_chart_new (const LdrChartKind *kind, gpointer data);
LdrChart *ldr_chart_ref (LdrChart *self);
void ldr_chart_unref (LdrChart *self);

const char *ldr_chart_get_title (const LdrChart *self);
char *ldr_chart_describe (const LdrChart *self);
LdrChartTable *ldr_chart_make_table (const LdrChart *self);
char **ldr_chart_list_classes (const LdrChart *self);
char **ldr_chart_list_symbols (const LdrChart *self);
gboolean ldr_chart_has_own_height (const LdrChart *self);
int ldr_chart_get_height (const LdrChart *self, PangoContext *context, int width);

gboolean ldr_chart_setting_has_room_beside (const LdrChartSetting *self);

LdrChartPicture *ldr_chart_picture_new (LdrChart *chart, const LdrChartSetting *setting);
void ldr_chart_picture_free (LdrChartPicture *self);
void ldr_chart_picture_paint (const LdrChartPicture *self, const LdrChartInks *inks, GtkSnapshot *snapshot);
guint ldr_chart_picture_count_stops (const LdrChartPicture *self);
int ldr_chart_picture_pick (const LdrChartPicture *self, double x, double y);
int ldr_chart_picture_step (const LdrChartPicture *self, int stop, LdrChartStep step);
char *ldr_chart_picture_read_stop (const LdrChartPicture *self, guint stop);
void ldr_chart_picture_paint_stop (
    const LdrChartPicture *self, const LdrChartInks *inks, guint stop, PangoContext *context, GtkSnapshot *snapshot);
gboolean ldr_chart_picture_get_margins (const LdrChartPicture *self, double *start, double *end);
void ldr_chart_picture_get_days (const LdrChartPicture *self, guint stop, int *first_day, int *last_day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrChart, ldr_chart_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrChartPicture, ldr_chart_picture_free)

G_END_DECLS

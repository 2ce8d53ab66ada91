/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-multiples.h"

#include "ldr-chart-brush.h"
#include "ldr-chart-text.h"
#include "ldr-line.h"
#include "ldr-multiples-private.h"

/* The colours of the targets that stand in a panel, in the order in which it took them. */
static GdkRGBA *
list_targets (const LdrMultiplesPicture *self, guint panel, const LdrChartInks *inks)
{
  const GdkRGBA *all = inks->colours + self->data->series->len;
  GdkRGBA *own = g_new0 (GdkRGBA, self->data->targets->len + 1);
  guint n = 0;

  for (guint i = 0; i < self->data->targets->len; i++)
    if (ldr_multiples_takes_target (g_ptr_array_index (self->data->targets, i), panel))
      own[n++] = all[i];
  return own;
}

/* The name stands behind a mark of its line. */
static void
paint_name (const LdrMultiplesPicture *self, guint index, const LdrChartInks *inks, GtkSnapshot *snapshot)
{
  const LdrMultiplesPanel *panel = g_ptr_array_index (self->panels, index);
  const LdrLineSeries *series = g_ptr_array_index (self->data->series, index);
  const graphene_rect_t *place = &panel->place;
  const graphene_size_t *size = &panel->name->place.size;
  double start = self->right_to_left ? place->origin.x + place->size.width : place->origin.x;
  double way = self->right_to_left ? -1 : 1;
  graphene_point_t mark
      = GRAPHENE_POINT_INIT ((float) (start + way * LDR_MULTIPLES_MARK_ROOM / 2), place->origin.y + size->height / 2);

  ldr_chart_paint_mark (series->pen, &mark, LDR_LINE_MARK_SIZE, &inks->colours[index], &inks->base.plane, snapshot);
  ldr_chart_text_paint (panel->name->layout,
                        start + way * LDR_MULTIPLES_MARK_ROOM - (self->right_to_left ? size->width : 0),
                        place->origin.y, &inks->base.text, snapshot);
}

/**
 * ldr_multiples_picture_paint:
 * @self: a picture
 * @inks: its colours
 * @snapshot: where to paint
 *
 * Paints all panels, as paths and glyphs only.
 */
void
ldr_multiples_picture_paint (const LdrMultiplesPicture *self, const LdrChartInks *inks, GtkSnapshot *snapshot)
{
  if (self->nothing != NULL)
    ldr_chart_label_paint (self->nothing, &inks->base.dim, snapshot);
  for (guint i = 0; i < self->panels->len; i++)
    {
      const LdrMultiplesPanel *panel = g_ptr_array_index (self->panels, i);
      graphene_point_t origin = ldr_multiples_panel_get_origin (panel);
      g_autofree GdkRGBA *targets = list_targets (self, i, inks);
      LdrLineLook look = { inks->base, inks->colours + i, targets };

      paint_name (self, i, inks, snapshot);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &origin);
      ldr_line_picture_paint (panel->lines, &look, snapshot);
      gtk_snapshot_restore (snapshot);
    }
}

/**
 * ldr_multiples_picture_paint_note:
 * @self: a picture
 * @inks: its colours
 * @stop: the stop that somebody looks at
 * @context: the font and the direction of the note
 * @snapshot: where to paint, after ldr_multiples_picture_paint()
 *
 * Paints where the stop is in all panels, a ring around each of its values, and one note beside the first.
 */
void
ldr_multiples_picture_paint_note (
    const LdrMultiplesPicture *self, const LdrChartInks *inks, guint stop, PangoContext *context, GtkSnapshot *snapshot)
{
  g_autofree char *words = NULL;
  graphene_point_t anchor = { 0 };
  gboolean found = FALSE;

  if (self->nothing != NULL || stop >= self->stops->len)
    return;
  for (guint i = 0; i < self->panels->len; i++)
    {
      const LdrMultiplesPanel *panel = g_ptr_array_index (self->panels, i);
      graphene_point_t origin = ldr_multiples_panel_get_origin (panel);
      g_autofree GdkRGBA *targets = list_targets (self, i, inks);
      LdrLineLook look = { inks->base, inks->colours + i, targets };
      graphene_point_t point;
      gboolean rings;

      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &origin);
      rings = ldr_line_picture_paint_stop (panel->lines, &look, &g_array_index (self->stops, LdrLineStop, stop), &point,
                                           snapshot);
      gtk_snapshot_restore (snapshot);
      if (rings && !found)
        anchor = GRAPHENE_POINT_INIT (origin.x + point.x, origin.y + point.y);
      found = found || rings;
    }
  words = ldr_line_data_note_stop (self->data, self->stops, stop);
  ldr_chart_note_paint (&self->bounds, &anchor, LDR_LINE_MARK_SIZE * 2 + 6, TRUE, words, context, snapshot);
}

static guint
count_stops (gconstpointer picture)
{
  return ((const LdrMultiplesPicture *) picture)->stops->len;
}

static char *
read_stop (gconstpointer picture, guint stop)
{
  const LdrMultiplesPicture *self = picture;

  return ldr_line_data_read_stop (self->data, self->stops, stop);
}

static void
get_days (gconstpointer picture, guint stop, int *first_day, int *last_day)
{
  const LdrLineStop *it = &g_array_index (((const LdrMultiplesPicture *) picture)->stops, LdrLineStop, stop);

  *first_day = it->first_day;
  *last_day = it->last_day;
}

static const char *
get_title (gconstpointer data)
{
  return ((const LdrLineData *) data)->title;
}

/**
 * ldr_multiples_new:
 * @data: values over days
 *
 * Returns: (transfer full): a chart of them with a panel of its own for each series, all over the same days
 */
LdrChart *
ldr_multiples_new (LdrLineData *data)
{
  static const LdrChartKind kind = {
    .free_data = (void (*) (gpointer)) ldr_line_data_unref,
    .get_title = get_title,
    .describe = (char *(*) (gconstpointer)) ldr_line_data_get_description,
    .make_table = (LdrChartTable * (*) (gconstpointer)) ldr_line_data_make_table,
    .list_classes = (char **(*) (gconstpointer)) ldr_line_list_classes,
    .get_height = (int (*) (gconstpointer, PangoContext *, int)) ldr_multiples_measure,
    .lay_out = (gpointer (*) (gpointer, const LdrChartSetting *)) ldr_multiples_picture_new,
    .free_picture = (void (*) (gpointer)) ldr_multiples_picture_free,
    .paint = (void (*) (gconstpointer, const LdrChartInks *, GtkSnapshot *)) ldr_multiples_picture_paint,
    .count_stops = count_stops,
    .pick = (int (*) (gconstpointer, double, double)) ldr_multiples_picture_pick,
    .read_stop = read_stop,
    .paint_stop = (void (*) (gconstpointer, const LdrChartInks *, guint, PangoContext *,
                             GtkSnapshot *)) ldr_multiples_picture_paint_note,
    .get_margins = (gboolean (*) (gconstpointer, double *, double *)) ldr_multiples_picture_get_margins,
    .get_days = get_days,
  };

  return ldr_chart_new (&kind, ldr_line_data_ref (data));
}

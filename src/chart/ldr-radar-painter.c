/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-radar-painter.h"

#include <math.h>
#include "ldr-chart-brush.h"
#include "ldr-chart-place.h"
#include "ldr-chart-text.h"
#include "ldr-chart.h"

#define SYMBOL_SIZE ((double) LDR_CHART_SYMBOL_SIZE)
#define SYMBOL_GAP 6.0
#define LABEL_GAP 10.0

#define LINE_WIDTH 2.0
#define MARK_SIZE 4.5
#define SAMPLE_WIDTH 28.0
#define LEGEND_GAP 18.0

/* The forms of a label, from the fullest: symbol and words on a line; symbol above words on several lines; symbol. */
enum
{
  FORM_LINE,
  FORM_STACK,
  FORM_SYMBOL,
  N_FORMS,
};

/* A web with a smaller radius than this part of its room asks for shorter labels; words are given up late. */
static const double least_radii[N_FORMS] = { [FORM_LINE] = 0.36, [FORM_STACK] = 0.2, [FORM_SYMBOL] = 0 };

struct _LdrRadarPicture
{
  LdrRadarData *data;
  LdrRadarGeometry *geometry;
  GPtrArray *lines;
  GPtrArray *stacks;
  GPtrArray *legend;
  graphene_rect_t *legend_places;
  graphene_rect_t bounds;
  gboolean right_to_left;
  gboolean with_symbols;
};

/* An axis has its name in its colour, a little bolder, so that the thin colour of letters is seen. */
static PangoLayout *
make_line (PangoContext *context, const char *text)
{
  PangoLayout *layout = ldr_chart_text_new (context, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

/* The words on as many lines as they need to be about half as wide, never breaking a word. */
static PangoLayout *
make_stack (PangoContext *context, const char *text)
{
  PangoLayout *layout = make_line (context, text);
  int width;

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_get_size (layout, &width, NULL);
  pango_layout_set_width (layout, width * 6 / 10);
  pango_layout_get_size (layout, &width, NULL);
  pango_layout_set_width (layout, MAX (width, pango_layout_get_width (layout)));
  return layout;
}

static void
make_texts (LdrRadarPicture *self, PangoContext *context)
{
  self->lines = g_ptr_array_new_with_free_func (g_object_unref);
  self->stacks = g_ptr_array_new_with_free_func (g_object_unref);
  self->legend = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->data->axes->len; i++)
    {
      const LdrRadarAxis *axis = g_ptr_array_index (self->data->axes, i);

      g_ptr_array_add (self->lines, make_line (context, axis->label));
      g_ptr_array_add (self->stacks, make_stack (context, axis->label));
    }
  for (guint i = 0; i < self->data->series->len; i++)
    {
      const LdrRadarSeries *series = g_ptr_array_index (self->data->series, i);

      g_ptr_array_add (self->legend, ldr_chart_text_new (context, series->name));
    }
}

/* Names the series below the web, each behind a sample of its line; one series needs no name. Returns the height. */
static double
place_legend (LdrRadarPicture *self, double width, double height)
{
  guint n = self->legend->len;
  g_autofree graphene_size_t *sizes = g_new0 (graphene_size_t, n + 1);
  double used;

  self->legend_places = g_new0 (graphene_rect_t, n + 1);
  for (guint i = 0; i < n; i++)
    {
      sizes[i] = ldr_chart_text_get_size (g_ptr_array_index (self->legend, i));
      sizes[i].width += (float) (SAMPLE_WIDTH + SYMBOL_GAP);
    }
  used = n > 1 ? ldr_chart_place_flow (sizes, n, width, LEGEND_GAP, self->right_to_left, self->legend_places) : 0;
  if (used == 0 || used > height / 3)
    {
      g_ptr_array_set_size (self->legend, 0);
      return 0;
    }
  for (guint i = 0; i < n; i++)
    graphene_rect_offset (&self->legend_places[i], 0, (float) (height - used));
  return used + LABEL_GAP;
}

static graphene_size_t
get_label_size (const LdrRadarPicture *self, guint form, guint axis)
{
  graphene_size_t size = GRAPHENE_SIZE_INIT (0, 0);

  if (form != FORM_SYMBOL)
    size = ldr_chart_text_get_size (g_ptr_array_index (form == FORM_LINE ? self->lines : self->stacks, axis));
  if (!self->with_symbols)
    return size;
  if (form == FORM_LINE)
    return GRAPHENE_SIZE_INIT ((float) (size.width + SYMBOL_SIZE + SYMBOL_GAP), (float) MAX (size.height, SYMBOL_SIZE));
  return GRAPHENE_SIZE_INIT ((float) MAX (size.width, SYMBOL_SIZE),
                             (float) (SYMBOL_SIZE + (size.height > 0 ? size.height + 2 : 0)));
}

static void
lay_out (LdrRadarPicture *self, double width, double height)
{
  guint n = self->data->axes->len;
  guint n_forms = self->with_symbols ? N_FORMS : N_FORMS - 1;
  g_autofree graphene_size_t *sizes = g_new0 (graphene_size_t, (gsize) n * n_forms + 1);
  double legend_height = place_legend (self, width, height);
  LdrRadarRoom room = { 0 };
  double radii[N_FORMS];

  for (guint form = 0; form < n_forms; form++)
    for (guint i = 0; i < n; i++)
      sizes[form * n + i] = get_label_size (self, form, i);
  room.width = width;
  room.height = MAX (0, height - legend_height);
  room.n_axes = n;
  room.n_forms = n_forms;
  room.sizes = sizes;
  room.gap = LABEL_GAP;
  for (guint form = 0; form < n_forms; form++)
    radii[form] = least_radii[form] * MIN (room.width, room.height);
  room.least_radii = radii;
  room.right_to_left = self->right_to_left;
  self->geometry = ldr_radar_geometry_new (&room);
}

/**
 * ldr_radar_picture_new:
 * @data: what to show, with at least one axis
 * @context: the font and the direction of the texts
 * @right_to_left: whether the axes follow one another against the clock
 * @with_symbols: whether the axes have symbols
 * @width: the width of the picture
 * @height: its height
 *
 * Lays out a radar and its texts.
 *
 * Returns: (transfer full): a picture to paint
 */
LdrRadarPicture *
ldr_radar_picture_new (LdrRadarData *data,
                       PangoContext *context,
                       gboolean right_to_left,
                       gboolean with_symbols,
                       double width,
                       double height)
{
  LdrRadarPicture *self = g_new0 (LdrRadarPicture, 1);

  self->data = ldr_radar_data_ref (data);
  self->right_to_left = right_to_left;
  self->with_symbols = with_symbols;
  self->bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  make_texts (self, context);
  lay_out (self, width, height);
  return self;
}

void
ldr_radar_picture_free (LdrRadarPicture *self)
{
  ldr_radar_data_unref (self->data);
  ldr_radar_geometry_free (self->geometry);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->stacks);
  g_ptr_array_unref (self->legend);
  g_free (self->legend_places);
  g_free (self);
}

/**
 * ldr_radar_picture_get_geometry:
 * @self: a picture
 *
 * Returns: (transfer none): where everything stands
 */
const LdrRadarGeometry *
ldr_radar_picture_get_geometry (const LdrRadarPicture *self)
{
  return self->geometry;
}

static GskPath *
make_ring (const LdrRadarGeometry *geometry, double part)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();

  for (guint i = 0; i < geometry->n_axes; i++)
    {
      graphene_point_t point = ldr_radar_geometry_get_point (geometry, i, part);

      if (i == 0)
        gsk_path_builder_move_to (builder, point.x, point.y);
      else
        gsk_path_builder_line_to (builder, point.x, point.y);
    }
  gsk_path_builder_close (builder);
  return gsk_path_builder_to_path (builder);
}

static void
paint_web (const LdrRadarPicture *self, const LdrRadarLook *look, GtkSnapshot *snapshot)
{
  const LdrRadarGeometry *geometry = self->geometry;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1);
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) spokes = NULL;

  for (guint ring = 1; ring <= self->data->n_rings; ring++)
    {
      g_autoptr (GskPath) path = make_ring (geometry, (double) ring / self->data->n_rings);

      gtk_snapshot_append_stroke (snapshot, path, stroke, &look->grid);
    }
  for (guint i = 0; i < geometry->n_axes; i++)
    {
      graphene_point_t end = ldr_radar_geometry_get_point (geometry, i, 1);

      gsk_path_builder_move_to (builder, geometry->centre.x, geometry->centre.y);
      gsk_path_builder_line_to (builder, end.x, end.y);
    }
  spokes = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, spokes, stroke, &look->grid);
}

static gboolean
get_value_point (const LdrRadarPicture *self, const LdrRadarSeries *series, guint axis, graphene_point_t *point)
{
  if (isnan (series->values[axis]))
    return FALSE;
  *point = ldr_radar_geometry_get_point (self->geometry, axis, series->values[axis] / self->data->max);
  return TRUE;
}

/* Joins neighbours that both have a value; a missing one leaves a gap. */
static GskPath *
make_outline (const LdrRadarPicture *self, const LdrRadarSeries *series, gboolean *whole)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  guint n = self->geometry->n_axes;
  graphene_point_t from;
  graphene_point_t to;

  *whole = TRUE;
  for (guint i = 0; i < n; i++)
    *whole = *whole && !isnan (series->values[i]);
  for (guint i = 0; i < n; i++)
    {
      if (!get_value_point (self, series, i, &from) || !get_value_point (self, series, (i + 1) % n, &to))
        continue;
      if (i == 0 || !*whole)
        gsk_path_builder_move_to (builder, from.x, from.y);
      if (!*whole || i + 1 < n)
        gsk_path_builder_line_to (builder, to.x, to.y);
    }
  if (*whole)
    gsk_path_builder_close (builder);
  return gsk_path_builder_to_path (builder);
}

/* A little weaker than text, and opaque, so that no line is seen through a mark. */
static GdkRGBA
get_series_colour (const LdrRadarSeries *series, const LdrRadarLook *look)
{
  const GdkRGBA *over = &look->text;
  const GdkRGBA *under = &look->plane;
  float part = over->alpha * 0.75f;

  if (series->line == LDR_RADAR_LINE_SOLID)
    return look->line;
  return (GdkRGBA) { over->red * part + under->red * (1 - part), over->green * part + under->green * (1 - part),
                     over->blue * part + under->blue * (1 - part), 1 };
}

/* The pens of charts have a dash and a mark for each line of a radar. */
static LdrChartPen
get_pen (LdrRadarLine line)
{
  switch (line)
    {
    case LDR_RADAR_LINE_SOLID:
      break;
    case LDR_RADAR_LINE_DASHED:
      return LDR_CHART_PEN_DASHED;
    case LDR_RADAR_LINE_DOTTED:
      return LDR_CHART_PEN_DOTTED;
    }
  return LDR_CHART_PEN_SOLID;
}

static void
paint_series (const LdrRadarPicture *self,
              const LdrRadarSeries *series,
              const LdrRadarLook *look,
              GtkSnapshot *snapshot)
{
  gboolean whole;
  g_autoptr (GskPath) outline = make_outline (self, series, &whole);
  g_autoptr (GskStroke) stroke = ldr_chart_pen_make_stroke (get_pen (series->line), LINE_WIDTH);
  GdkRGBA colour = get_series_colour (series, look);
  GdkRGBA fill = colour;
  graphene_point_t point;

  fill.alpha *= 0.14f;
  if (series->line == LDR_RADAR_LINE_SOLID && whole)
    gtk_snapshot_append_fill (snapshot, outline, GSK_FILL_RULE_WINDING, &fill);
  gtk_snapshot_append_stroke (snapshot, outline, stroke, &colour);
  for (guint i = 0; i < self->geometry->n_axes; i++)
    if (get_value_point (self, series, i, &point))
      ldr_chart_paint_mark (get_pen (series->line), &point, MARK_SIZE,
                            series->line == LDR_RADAR_LINE_SOLID ? &look->axes[i] : &colour, &look->plane, snapshot);
}

static void
paint_symbol (GtkSymbolicPaintable *symbol, double x, double y, const GdkRGBA *colour, GtkSnapshot *snapshot)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_symbolic_paintable_snapshot_symbolic (symbol, snapshot, SYMBOL_SIZE, SYMBOL_SIZE, colour, 1);
  gtk_snapshot_restore (snapshot);
}

static void
paint_label (const LdrRadarPicture *self, guint axis, const LdrRadarLook *look, GtkSnapshot *snapshot)
{
  const graphene_rect_t *place = &self->geometry->labels[axis];
  GtkSymbolicPaintable *symbol = self->with_symbols && look->symbols != NULL ? look->symbols[axis] : NULL;
  PangoLayout *layout;
  double middle = place->origin.x + place->size.width / 2;
  double right = place->origin.x + place->size.width;
  double y = place->origin.y;
  graphene_size_t size;

  if (self->geometry->form == FORM_LINE)
    {
      layout = g_ptr_array_index (self->lines, axis);
      size = ldr_chart_text_get_size (layout);
      if (symbol != NULL)
        paint_symbol (symbol, self->right_to_left ? right - SYMBOL_SIZE : place->origin.x,
                      y + (place->size.height - SYMBOL_SIZE) / 2, &look->axes[axis], snapshot);
      ldr_chart_text_paint (layout, self->right_to_left ? place->origin.x : right - size.width,
                            y + (place->size.height - size.height) / 2, &look->axes[axis], snapshot);
      return;
    }
  if (symbol != NULL)
    paint_symbol (symbol, middle - SYMBOL_SIZE / 2, y, &look->axes[axis], snapshot);
  if (self->geometry->form == FORM_SYMBOL)
    return;
  layout = g_ptr_array_index (self->stacks, axis);
  size = ldr_chart_text_get_size (layout);
  ldr_chart_text_paint (layout, middle - size.width / 2, y + place->size.height - size.height, &look->axes[axis],
                        snapshot);
}

static void
paint_legend (const LdrRadarPicture *self, guint index, const LdrRadarLook *look, GtkSnapshot *snapshot)
{
  const LdrRadarSeries *series = g_ptr_array_index (self->data->series, index);
  const graphene_rect_t *place = &self->legend_places[index];
  PangoLayout *layout = g_ptr_array_index (self->legend, index);
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = ldr_chart_pen_make_stroke (get_pen (series->line), LINE_WIDTH);
  g_autoptr (GskPath) sample = NULL;
  GdkRGBA colour = get_series_colour (series, look);
  double text_width = place->size.width - SAMPLE_WIDTH - SYMBOL_GAP;
  float left = (float) (place->origin.x + (self->right_to_left ? text_width + SYMBOL_GAP : 0));
  graphene_point_t point
      = GRAPHENE_POINT_INIT (left + (float) SAMPLE_WIDTH / 2, place->origin.y + place->size.height / 2);

  gsk_path_builder_move_to (builder, left, point.y);
  gsk_path_builder_line_to (builder, left + (float) SAMPLE_WIDTH, point.y);
  sample = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, sample, stroke, &colour);
  ldr_chart_paint_mark (get_pen (series->line), &point, MARK_SIZE, &colour, &look->plane, snapshot);
  ldr_chart_text_paint (layout, place->origin.x + (self->right_to_left ? 0 : SAMPLE_WIDTH + SYMBOL_GAP),
                        place->origin.y, &look->text, snapshot);
}

/**
 * ldr_radar_picture_paint:
 * @self: a picture
 * @look: its colours and symbols
 * @snapshot: where to paint
 *
 * Paints the web, the series and the labels, as paths and glyphs only.
 */
void
ldr_radar_picture_paint (const LdrRadarPicture *self, const LdrRadarLook *look, GtkSnapshot *snapshot)
{
  paint_web (self, look, snapshot);
  for (guint i = 0; i < self->data->series->len; i++)
    paint_series (self, g_ptr_array_index (self->data->series, i), look, snapshot);
  for (guint i = 0; i < self->geometry->n_axes && self->geometry->form != LDR_RADAR_NO_LABELS; i++)
    paint_label (self, i, look, snapshot);
  for (guint i = 0; i < self->legend->len; i++)
    paint_legend (self, i, look, snapshot);
}

/* Where the series on top stands on @axis, or else the end of the axis. */
static graphene_point_t
get_anchor (const LdrRadarPicture *self, guint axis)
{
  graphene_point_t point;

  for (guint i = self->data->series->len; i > 0; i--)
    if (get_value_point (self, g_ptr_array_index (self->data->series, i - 1), axis, &point))
      return point;
  return ldr_radar_geometry_get_point (self->geometry, axis, 1);
}

/**
 * ldr_radar_picture_paint_note:
 * @self: a picture
 * @look: its colours
 * @axis: the axis that somebody looks at
 * @context: the font and the direction of the note
 * @snapshot: where to paint, after ldr_radar_picture_paint()
 *
 * Paints a ring around the value on @axis and a note beside it that reads out the axis.
 */
void
ldr_radar_picture_paint_note (
    const LdrRadarPicture *self, const LdrRadarLook *look, guint axis, PangoContext *context, GtkSnapshot *snapshot)
{
  g_autofree char *words = ldr_radar_data_note_axis (self->data, axis);
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (LINE_WIDTH);
  g_autoptr (GskPath) ring = NULL;
  graphene_point_t anchor = get_anchor (self, axis);

  gsk_path_builder_add_circle (builder, &anchor, MARK_SIZE * 2);
  ring = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, ring, stroke, &look->text);
  ldr_chart_note_paint (&self->bounds, &anchor, MARK_SIZE * 2 + 6, FALSE, words, context, snapshot);
}

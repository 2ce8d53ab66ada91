/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-dumbbell-data.h"

#include <glib/gi18n.h>
#include <math.h>

G_DEFINE_BOXED_TYPE (LdrDumbbellData, ldr_dumbbell_data, ldr_dumbbell_data_ref, ldr_dumbbell_data_unref)

static void
series_free (gpointer data)
{
  LdrDumbbellSeries *self = data;

  g_free (self->name);
  g_free (self->style_class);
  g_free (self);
}

static void
row_free (gpointer data)
{
  LdrDumbbellRow *self = data;

  g_free (self->label);
  g_free (self->values);
  g_strfreev (self->texts);
  g_free (self);
}

/**
 * ldr_dumbbell_data_new:
 * @title: what the chart is, in a few words
 * @summary: (nullable): what it says, in a sentence or two
 * @low: the least value of the axis, finite
 * @high: the greatest, above @low
 * @whole: whether the axis has whole numbers only
 *
 * Returns: (transfer full): a chart without series and rows, to be filled before it is shared, series first
 */
LdrDumbbellData *
ldr_dumbbell_data_new (const char *title, const char *summary, double low, double high, gboolean whole)
{
  LdrDumbbellData *self;

  g_return_val_if_fail (low < high, NULL);

  self = g_atomic_rc_box_new0 (LdrDumbbellData);
  self->title = g_strdup (title);
  self->summary = g_strdup (summary);
  self->low = low;
  self->high = high;
  self->whole = whole;
  self->series = g_ptr_array_new_with_free_func (series_free);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  return self;
}

LdrDumbbellData *
ldr_dumbbell_data_ref (LdrDumbbellData *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
data_clear (gpointer data)
{
  LdrDumbbellData *self = data;

  g_free (self->title);
  g_free (self->summary);
  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->rows);
}

void
ldr_dumbbell_data_unref (LdrDumbbellData *self)
{
  g_atomic_rc_box_release_full (self, data_clear);
}

/**
 * ldr_dumbbell_data_add_series:
 * @self: a chart that is not shared yet and has no rows
 * @name: whose values they are, or of when
 * @style_class: (nullable): the class of the style sheet whose colour it takes; `.chart-line` otherwise
 * @pen: whose mark it takes; no two alike
 */
void
ldr_dumbbell_data_add_series (LdrDumbbellData *self, const char *name, const char *style_class, LdrChartPen pen)
{
  LdrDumbbellSeries *series;

  g_return_if_fail (self->rows->len == 0);

  series = g_new0 (LdrDumbbellSeries, 1);
  series->name = g_strdup (name);
  series->style_class = g_strdup (style_class != NULL ? style_class : "chart-line");
  series->pen = pen;
  g_ptr_array_add (self->series, series);
}

/**
 * ldr_dumbbell_data_add_row:
 * @self: a chart that is not shared yet
 * @label: what the values are of
 * @values: (array): a value for each series, NAN where there is none
 * @texts: (array): each value as it is read out, %NULL where there is none
 */
void
ldr_dumbbell_data_add_row (LdrDumbbellData *self, const char *label, const double *values, const char *const *texts)
{
  LdrDumbbellRow *row = g_new0 (LdrDumbbellRow, 1);

  row->label = g_strdup (label);
  row->values = g_memdup2 (values, sizeof (double) * self->series->len);
  row->texts = g_new0 (char *, self->series->len + 1);
  for (guint i = 0; i < self->series->len; i++)
    row->texts[i] = g_strdup (texts[i] != NULL ? texts[i] : "");
  g_ptr_array_add (self->rows, row);
}

/**
 * ldr_dumbbell_data_get_span:
 * @self: a chart
 * @row: one of its rows
 * @low: (out): its least value
 * @high: (out): its greatest
 *
 * Returns: whether it has any value
 */
gboolean
ldr_dumbbell_data_get_span (const LdrDumbbellData *self, guint row, double *low, double *high)
{
  const LdrDumbbellRow *it = g_ptr_array_index (self->rows, row);

  *low = INFINITY;
  *high = -INFINITY;
  for (guint i = 0; i < self->series->len; i++)
    if (isfinite (it->values[i]))
      {
        *low = MIN (*low, it->values[i]);
        *high = MAX (*high, it->values[i]);
      }
  return *low <= *high;
}

static char *
list_values (const LdrDumbbellData *self, const LdrDumbbellRow *row, const char *before, const char *format)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < self->series->len; i++)
    {
      if (*row->texts[i] == '\0')
        continue;
      g_string_append (words, before);
      g_string_append_printf (words, format, ((LdrDumbbellSeries *) g_ptr_array_index (self->series, i))->name,
                              row->texts[i]);
    }
  return g_string_free_and_steal (words);
}

/**
 * ldr_dumbbell_data_read_row:
 * @self: a chart
 * @row: one of its rows
 *
 * Returns: (transfer full): the row in words, such as "Listening. You: 4. Others: 3."
 */
char *
ldr_dumbbell_data_read_row (const LdrDumbbellData *self, guint row)
{
  const LdrDumbbellRow *it = g_ptr_array_index (self->rows, row);
  g_autofree char *values = list_values (self, it, " ", C_ ("chart", "%s: %s."));
  g_autoptr (GString) words = NULL;

  if (*values == '\0')
    return g_strdup_printf (C_ ("chart", "%s: no values yet."), it->label);
  words = g_string_new (NULL);
  g_string_append_printf (words, C_ ("chart", "%s."), it->label);
  g_string_append (words, values);
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/**
 * ldr_dumbbell_data_note_row:
 * @self: a chart
 * @row: one of its rows
 *
 * Returns: (transfer full): the same for the eye, a line for each series
 */
char *
ldr_dumbbell_data_note_row (const LdrDumbbellData *self, guint row)
{
  const LdrDumbbellRow *it = g_ptr_array_index (self->rows, row);
  g_autofree char *values = list_values (self, it, "\n", C_ ("chart", "%s: %s"));

  return g_strconcat (it->label, *values == '\0' ? "\n" : values, *values == '\0' ? C_ ("chart", "nothing") : NULL,
                      NULL);
}

/**
 * ldr_dumbbell_data_make_table:
 * @self: a chart
 *
 * Returns: (transfer full): a row for each of its rows, a column for each series
 */
LdrChartTable *
ldr_dumbbell_data_make_table (const LdrDumbbellData *self)
{
  g_autoptr (GStrvBuilder) heads = g_strv_builder_new ();
  LdrChartTable *table;

  g_strv_builder_add (heads, C_ ("chart table", "What"));
  for (guint i = 0; i < self->series->len; i++)
    g_strv_builder_add (heads, ((LdrDumbbellSeries *) g_ptr_array_index (self->series, i))->name);
  table = ldr_chart_table_new (self->title, g_strv_builder_end (heads));
  for (guint i = 0; i < self->rows->len; i++)
    {
      const LdrDumbbellRow *row = g_ptr_array_index (self->rows, i);
      g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

      g_strv_builder_add (cells, row->label);
      g_strv_builder_addv (cells, (const char **) row->texts);
      ldr_chart_table_add_row (table, g_strv_builder_end (cells));
      for (guint j = 0; j < self->series->len; j++)
        ldr_chart_table_set_value (table, 1 + j, row->values[j]);
    }
  return table;
}

/**
 * ldr_dumbbell_data_get_description:
 * @self: a chart
 *
 * Returns: (transfer full): its summary or, without one, the row where the values are furthest apart
 */
char *
ldr_dumbbell_data_get_description (const LdrDumbbellData *self)
{
  double most = 0;
  guint widest = 0;

  if (self->summary != NULL)
    return g_strdup (self->summary);
  if (self->rows->len == 0)
    return g_strdup (C_ ("chart", "No values yet."));
  for (guint i = 0; i < self->rows->len; i++)
    {
      double low, high;

      if (ldr_dumbbell_data_get_span (self, i, &low, &high) && high - low > most)
        {
          most = high - low;
          widest = i;
        }
    }
  if (most > 0)
    {
      g_autofree char *words = ldr_dumbbell_data_read_row (self, widest);

      /* Translators: a row of a chart whose values differ most, with its values */
      return g_strdup_printf (C_ ("chart", "Furthest apart: %s"), words);
    }
  return g_strdup (C_ ("chart", "No two values differ."));
}

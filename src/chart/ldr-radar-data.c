/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-radar-data.h"

#include <glib/gi18n.h>

G_DEFINE_BOXED_TYPE (LdrRadarData, ldr_radar_data, ldr_radar_data_ref, ldr_radar_data_unref)

static void
axis_free (gpointer data)
{
  LdrRadarAxis *self = data;

  g_free (self->label);
  g_free (self->style_class);
  g_free (self->icon_name);
  g_free (self);
}

static void
series_free (gpointer data)
{
  LdrRadarSeries *self = data;

  g_free (self->name);
  g_free (self->values);
  g_strfreev (self->texts);
  g_free (self);
}

/**
 * ldr_radar_data_new:
 * @title: what the chart is, in a few words
 * @summary: what it says, in a sentence or two
 * @max: the value at the end of an axis, above 0
 * @n_rings: into how many equal parts an axis is divided, at least 1
 *
 * Returns: (transfer full): a radar without axes, to be filled before it is shared
 */
LdrRadarData *
ldr_radar_data_new (const char *title, const char *summary, double max, guint n_rings)
{
  LdrRadarData *self = g_atomic_rc_box_new0 (LdrRadarData);

  self->title = g_strdup (title);
  self->summary = g_strdup (summary);
  self->max = max;
  self->n_rings = n_rings;
  self->axes = g_ptr_array_new_with_free_func (axis_free);
  self->series = g_ptr_array_new_with_free_func (series_free);
  return self;
}

LdrRadarData *
ldr_radar_data_ref (LdrRadarData *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
data_clear (gpointer data)
{
  LdrRadarData *self = data;

  g_free (self->title);
  g_free (self->summary);
  g_ptr_array_unref (self->axes);
  g_ptr_array_unref (self->series);
}

void
ldr_radar_data_unref (LdrRadarData *self)
{
  g_atomic_rc_box_release_full (self, data_clear);
}

/**
 * ldr_radar_data_add_axis:
 * @self: a radar that is not shared yet and has no series
 * @label: what the axis stands for
 * @style_class: (nullable): the class of the style sheet whose colour it takes
 * @icon_name: (nullable): its symbol
 */
void
ldr_radar_data_add_axis (LdrRadarData *self, const char *label, const char *style_class, const char *icon_name)
{
  LdrRadarAxis *axis = g_new0 (LdrRadarAxis, 1);

  g_return_if_fail (self->series->len == 0);

  axis->label = g_strdup (label);
  axis->style_class = g_strdup (style_class);
  axis->icon_name = g_strdup (icon_name);
  g_ptr_array_add (self->axes, axis);
}

/**
 * ldr_radar_data_add_series:
 * @self: a radar that is not shared yet and has all its axes
 * @name: what the series shows
 * @line: how it is drawn
 * @values: (array): a value for each axis, NAN where there is none
 * @texts: (array zero-terminated=1): each value as it is read out, as many
 */
void
ldr_radar_data_add_series (
    LdrRadarData *self, const char *name, LdrRadarLine line, const double *values, const char *const *texts)
{
  LdrRadarSeries *series;

  g_return_if_fail (g_strv_length ((char **) texts) == self->axes->len);

  series = g_new0 (LdrRadarSeries, 1);
  series->name = g_strdup (name);
  series->line = line;
  series->values = g_memdup2 (values, sizeof (double) * self->axes->len);
  series->texts = g_strdupv ((char **) texts);
  g_ptr_array_add (self->series, series);
}

/**
 * ldr_radar_data_read_axis:
 * @self: a radar
 * @axis: an axis
 *
 * Puts into words what the axis shows, the series on top first, such as "Red: 5 of 8" or, with more than one series,
 * "Red. Now: 5 of 8. In June: 3 of 8."
 *
 * Returns: (transfer full): the words
 */
char *
ldr_radar_data_read_axis (const LdrRadarData *self, guint axis)
{
  g_autoptr (GString) words = NULL;
  const LdrRadarAxis *it;

  g_return_val_if_fail (axis < self->axes->len, g_strdup (""));

  it = g_ptr_array_index (self->axes, axis);
  if (self->series->len == 1)
    {
      const LdrRadarSeries *only = g_ptr_array_index (self->series, 0);

      /* Translators: what a point of a chart shows: what it stands for, then its value */
      return g_strdup_printf (C_ ("chart", "%s: %s"), it->label, only->texts[axis]);
    }
  /* Translators: what an axis of a chart stands for; the values follow, each as a sentence */
  words = g_string_new (NULL);
  g_string_append_printf (words, C_ ("chart", "%s."), it->label);
  for (guint i = self->series->len; i > 0; i--)
    {
      const LdrRadarSeries *series = g_ptr_array_index (self->series, i - 1);

      g_string_append_c (words, ' ');
      /* Translators: the name of a series in a chart, then its value */
      g_string_append_printf (words, C_ ("chart", "%s: %s."), series->name, series->texts[axis]);
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/**
 * ldr_radar_data_note_axis:
 * @self: a radar
 * @axis: an axis
 *
 * Puts into words what the axis shows, for the eye: its label, and below it a line for each series, the one on top
 * first. A single series needs no name and stands on the same line.
 *
 * Returns: (transfer full): the words
 */
char *
ldr_radar_data_note_axis (const LdrRadarData *self, guint axis)
{
  g_autoptr (GString) words = NULL;

  g_return_val_if_fail (axis < self->axes->len, g_strdup (""));

  if (self->series->len == 1)
    return ldr_radar_data_read_axis (self, axis);
  words = g_string_new (((LdrRadarAxis *) g_ptr_array_index (self->axes, axis))->label);
  for (guint i = self->series->len; i > 0; i--)
    {
      const LdrRadarSeries *series = g_ptr_array_index (self->series, i - 1);

      g_string_append_c (words, '\n');
      g_string_append_printf (words, C_ ("chart", "%s: %s"), series->name, series->texts[axis]);
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

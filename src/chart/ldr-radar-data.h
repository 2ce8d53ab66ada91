/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * LdrRadarLine:
 * @LDR_RADAR_LINE_SOLID: a filled web with round marks in the colours of the axes
 * @LDR_RADAR_LINE_DASHED: a dashed web with square marks
 * @LDR_RADAR_LINE_DOTTED: a dotted web with marks on their corner
 *
 * How a series is drawn, so that it can be told apart without its colour.
 */
typedef enum
{
  LDR_RADAR_LINE_SOLID,
  LDR_RADAR_LINE_DASHED,
  LDR_RADAR_LINE_DOTTED,
} LdrRadarLine;

/**
 * LdrRadarAxis:
 * @label: what it stands for
 * @style_class: (nullable): the class of the style sheet whose colour it takes
 * @icon_name: (nullable): its symbol
 */
typedef struct
{
  char *label;
  char *style_class;
  char *icon_name;
} LdrRadarAxis;

/**
 * LdrRadarSeries:
 * @name: what it shows
 * @line: how it is drawn
 * @values: (array): a value for each axis, NAN where there is none
 * @texts: (array zero-terminated=1): each value as it is read out
 */
typedef struct
{
  char *name;
  LdrRadarLine line;
  double *values;
  char **texts;
} LdrRadarSeries;

#define LDR_TYPE_RADAR_DATA (ldr_radar_data_get_type ())

/**
 * LdrRadarData:
 * @title: what the chart is
 * @summary: what it says, in a sentence or two
 * @max: the value at the end of an axis; the centre is 0
 * @n_rings: into how many equal parts an axis is divided
 * @axes: (element-type LdrRadarAxis): from the one that points up
 * @series: (element-type LdrRadarSeries): the last is drawn on top
 *
 * What a radar shows. Refcounted, never changed once shared.
 */
typedef struct
{
  char *title;
  char *summary;
  double max;
  guint n_rings;
  GPtrArray *axes;
  GPtrArray *series;
} LdrRadarData;

GType ldr_radar_data_get_type (void) G_GNUC_CONST;
LdrRadarData *ldr_radar_data_new (const char *title, const char *summary, double max, guint n_rings);
LdrRadarData *ldr_radar_data_ref (LdrRadarData *self);
void ldr_radar_data_unref (LdrRadarData *self);

void ldr_radar_data_add_axis (LdrRadarData *self, const char *label, const char *style_class, const char *icon_name);
void ldr_radar_data_add_series (
    LdrRadarData *self, const char *name, LdrRadarLine line, const double *values, const char *const *texts);
char *ldr_radar_data_read_axis (const LdrRadarData *self, guint axis);
char *ldr_radar_data_note_axis (const LdrRadarData *self, guint axis);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrRadarData, ldr_radar_data_unref)

G_END_DECLS

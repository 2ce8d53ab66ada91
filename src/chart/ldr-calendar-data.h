/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include "ldr-chart-pen.h"
#include "ldr-chart-table.h"

G_BEGIN_DECLS

#define LDR_CALENDAR_NOTHING (-1)

/**
 * LdrCalendarSeries:
 * @name: what a day of it was
 * @style_class: the class of the style sheet whose colour it takes
 * @pen: whose mark stands in its days, or %LDR_CHART_N_PENS
 */
typedef struct
{
  char *name;
  char *style_class;
  LdrChartPen pen;
} LdrCalendarSeries;

/**
 * LdrCalendarDay:
 * @series: what the day was, or %LDR_CALENDAR_NOTHING
 * @is_marked: whether it is hatched
 * @text: (nullable): the day as it is read out; the name of its series otherwise
 */
typedef struct
{
  int series;
  gboolean is_marked;
  char *text;
} LdrCalendarDay;

#define LDR_TYPE_CALENDAR_DATA (ldr_calendar_data_get_type ())

/**
 * LdrCalendarData:
 * @title: what the chart is
 * @summary: (nullable): what it says, in a sentence or two; made from the days otherwise
 * @marked_name: (nullable): what the hatched days have
 * @first_day: the first day
 * @last_day: the last day
 * @series: (element-type LdrCalendarSeries): what a day can be
 * @days: (array): all of them, in order
 *
 * What a calendar shows. Refcounted, never changed once shared.
 */
typedef struct
{
  char *title;
  char *summary;
  char *marked_name;
  int first_day;
  int last_day;
  GPtrArray *series;
  LdrCalendarDay *days;
} LdrCalendarData;

GType ldr_calendar_data_get_type (void) G_GNUC_CONST;
LdrCalendarData *ldr_calendar_data_new (const char *title, const char *summary, int first_day, int last_day);
LdrCalendarData *ldr_calendar_data_ref (LdrCalendarData *self);
void ldr_calendar_data_unref (LdrCalendarData *self);

guint ldr_calendar_data_add_series (LdrCalendarData *self, const char *name, const char *style_class, LdrChartPen pen);
void ldr_calendar_data_set_marked_name (LdrCalendarData *self, const char *name);
void ldr_calendar_data_set_day (LdrCalendarData *self, int day, int series, gboolean is_marked, const char *text);

const LdrCalendarDay *ldr_calendar_data_get_day (const LdrCalendarData *self, int day);
char *ldr_calendar_data_read_day (const LdrCalendarData *self, int day);
char *ldr_calendar_data_note_day (const LdrCalendarData *self, int day);
LdrChartTable *ldr_calendar_data_make_table (const LdrCalendarData *self);
char *ldr_calendar_data_get_description (const LdrCalendarData *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrCalendarData, ldr_calendar_data_unref)

G_END_DECLS

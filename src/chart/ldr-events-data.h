/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include "ldr-chart-pen.h"
#include "ldr-chart-table.h"

G_BEGIN_DECLS

/**
 * LdrEventsLane:
 * @name: what happened
 * @style_class: the class of the style sheet whose colour it takes
 * @pen: whose mark it takes
 */
typedef struct
{
  char *name;
  char *style_class;
  LdrChartPen pen;
} LdrEventsLane;

/**
 * LdrEvent:
 * @day: when it happened
 * @lane: in which lane
 * @text: (nullable): what it was, as it is read out; the name of its lane otherwise
 */
typedef struct
{
  int day;
  guint lane;
  char *text;
} LdrEvent;

#define LDR_TYPE_EVENTS_DATA (ldr_events_data_get_type ())

/**
 * LdrEventsData:
 * @title: what the chart is
 * @summary: (nullable): what it says, in a sentence or two; made from the events otherwise
 * @first_day: the first day of the axis
 * @last_day: its last day
 * @lanes: (element-type LdrEventsLane): from the top downwards
 * @events: (element-type LdrEvent): in the order of their days
 *
 * What a dot plot of events shows. Refcounted, never changed once shared.
 */
typedef struct
{
  char *title;
  char *summary;
  int first_day;
  int last_day;
  GPtrArray *lanes;
  GPtrArray *events;
} LdrEventsData;

GType ldr_events_data_get_type (void) G_GNUC_CONST;
LdrEventsData *ldr_events_data_new (const char *title, const char *summary, int first_day, int last_day);
LdrEventsData *ldr_events_data_ref (LdrEventsData *self);
void ldr_events_data_unref (LdrEventsData *self);

guint ldr_events_data_add_lane (LdrEventsData *self, const char *name, const char *style_class, LdrChartPen pen);
void ldr_events_data_add_event (LdrEventsData *self, guint lane, int day, const char *text);

GArray *ldr_events_data_list_stops (const LdrEventsData *self);
char *ldr_events_data_read_day (const LdrEventsData *self, int day);
char *ldr_events_data_note_day (const LdrEventsData *self, int day);
LdrChartTable *ldr_events_data_make_table (const LdrEventsData *self);
char *ldr_events_data_get_description (const LdrEventsData *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrEventsData, ldr_events_data_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <graphene.h>

G_BEGIN_DECLS

/**
 * LdrCalendarGrid:
 * @first_day: the first day
 * @last_day: the last day
 * @first_weekday: with which day a week begins, 0 for Monday
 * @n_bands: in how many bands, one below the other, the weeks stand
 * @weeks_a_band: how many weeks there are in a band
 * @cell: how wide and high a day is
 * @start: how much stands free before the weeks, for the names of days
 * @head: how much stands free above each band, for the names of months
 * @width: of the whole
 * @right_to_left: whether time runs to the left
 *
 * Where the days of a calendar stand: a column for each week, a row for each day of the week.
 */
typedef struct
{
  int first_day;
  int last_day;
  int first_weekday;
  guint n_bands;
  guint weeks_a_band;
  double cell;
  double start;
  double head;
  double width;
  gboolean right_to_left;
} LdrCalendarGrid;

void ldr_calendar_grid_fit (LdrCalendarGrid *self);
guint ldr_calendar_grid_count_weeks (const LdrCalendarGrid *self);
double ldr_calendar_grid_get_height (const LdrCalendarGrid *self);
graphene_rect_t ldr_calendar_grid_get_day (const LdrCalendarGrid *self, int day);
gboolean ldr_calendar_grid_find_day (const LdrCalendarGrid *self, double x, double y, int *day);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-calendar-grid.h"

#include <math.h>

#define DAYS_A_WEEK 7

/* A day that is smaller than this cannot be pointed at; one that is larger takes room for nothing. */
#define LEAST_CELL 11.0
#define MOST_CELL 20.0
#define SMALLEST_CELL 2.0
#define BAND_GAP 8.0

/* Which week of the calendar a day is in, and which day of its week it is. */
static guint
get_week (const LdrCalendarGrid *self, int day, guint *row)
{
  int lead = (self->first_day - 1 - self->first_weekday + DAYS_A_WEEK) % DAYS_A_WEEK;
  guint n = (guint) (day - self->first_day + lead);

  if (row != NULL)
    *row = n % DAYS_A_WEEK;
  return n / DAYS_A_WEEK;
}

/**
 * ldr_calendar_grid_count_weeks:
 * @self: a grid
 *
 * Returns: how many weeks its days are in
 */
guint
ldr_calendar_grid_count_weeks (const LdrCalendarGrid *self)
{
  return get_week (self, self->last_day, NULL) + 1;
}

/**
 * ldr_calendar_grid_fit:
 * @self: a grid whose days, width and free room are set
 *
 * Finds in how few bands the weeks stand so that a day can still be pointed at, and how large a day is then.
 */
void
ldr_calendar_grid_fit (LdrCalendarGrid *self)
{
  guint n_weeks = ldr_calendar_grid_count_weeks (self);
  double room = MAX (1, self->width - self->start);
  guint most = (guint) MAX (1, floor (room / LEAST_CELL));

  self->n_bands = (n_weeks + most - 1) / most;
  self->weeks_a_band = (n_weeks + self->n_bands - 1) / self->n_bands;
  self->cell = CLAMP (floor (room / self->weeks_a_band), SMALLEST_CELL, MOST_CELL);
}

static double
get_band_height (const LdrCalendarGrid *self)
{
  return self->head + DAYS_A_WEEK * self->cell;
}

/**
 * ldr_calendar_grid_get_height:
 * @self: a grid
 *
 * Returns: how high it is
 */
double
ldr_calendar_grid_get_height (const LdrCalendarGrid *self)
{
  return self->n_bands * get_band_height (self) + (self->n_bands - 1) * BAND_GAP;
}

/**
 * ldr_calendar_grid_get_day:
 * @self: a grid
 * @day: a day, which need not be shown
 *
 * Returns: where the day stands, its neighbours right beside it
 */
graphene_rect_t
ldr_calendar_grid_get_day (const LdrCalendarGrid *self, int day)
{
  guint row;
  guint week = get_week (self, day, &row);
  guint band = week / self->weeks_a_band;
  double x = self->start + week % self->weeks_a_band * self->cell;
  double y = band * (get_band_height (self) + BAND_GAP) + self->head + row * self->cell;

  if (self->right_to_left)
    x = self->width - x - self->cell;
  return GRAPHENE_RECT_INIT ((float) x, (float) y, (float) self->cell, (float) self->cell);
}

/**
 * ldr_calendar_grid_find_day:
 * @self: a grid
 * @x: where somebody points
 * @y: likewise
 * @day: (out): the day that stands there
 *
 * Returns: whether any does
 */
gboolean
ldr_calendar_grid_find_day (const LdrCalendarGrid *self, double x, double y, int *day)
{
  double across = (self->right_to_left ? self->width - x : x) - self->start;
  double band = floor (y / (get_band_height (self) + BAND_GAP));
  double down = y - band * (get_band_height (self) + BAND_GAP) - self->head;
  double column = floor (across / self->cell);
  double row = floor (down / self->cell);
  guint lead;

  if (across < 0 || column >= self->weeks_a_band || band < 0 || band >= self->n_bands || row < 0 || row >= DAYS_A_WEEK)
    return FALSE;
  get_week (self, self->first_day, &lead);
  *day = self->first_day + (int) ((band * self->weeks_a_band + column) * DAYS_A_WEEK + row) - (int) lead;
  return *day >= self->first_day && *day <= self->last_day;
}

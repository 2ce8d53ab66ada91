/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ldr-columns-data.h"
#include "ldr-progress-chart.h"

G_BEGIN_DECLS

/* From fewer values than this nobody should read that something rises or falls. */
#define LDR_PROGRESS_LEAST_FOR_A_COURSE 4

/* From fewer entries than this nobody should read what part of them something has, or on which days they are. */
#define LDR_PROGRESS_LEAST_FOR_A_SHARE 10

/**
 * LdrProgressView:
 * @progress: what the journal holds
 * @period: the days that are shown
 * @beside: (nullable): the days of a chart that stands beside it, whose values have to fit in the same axis
 * @first_of_days: the first of the days with entries in the period
 * @n_days: how many there are
 *
 * What a chart is made from.
 */
typedef struct
{
  const LdrProgress *progress;
  const LdrPeriod *period;
  const LdrPeriod *beside;
  guint first_of_days;
  guint n_days;
} LdrProgressView;

typedef LdrColumnsData *(*LdrProgressColumnsFunc) (const LdrProgressView *view,
                                                   const char *title,
                                                   const char *sentence);

/* Each fills in the sentence, and the chart or else the first step. */
void ldr_progress_make_goals (const LdrProgressView *view, LdrProgressChart *self);
void ldr_progress_make_profile (const LdrProgressView *view, LdrProgressChart *self);
void ldr_progress_make_styles (const LdrProgressView *view, LdrProgressChart *self);
void ldr_progress_make_pitfalls (const LdrProgressView *view, LdrProgressChart *self);
void ldr_progress_make_energy (const LdrProgressView *view, LdrProgressChart *self);
void ldr_progress_make_days (const LdrProgressView *view, LdrProgressChart *self);
void ldr_progress_make_sessions (const LdrProgressView *view, LdrProgressChart *self);
void ldr_progress_make_actions (const LdrProgressView *view, LdrProgressChart *self);
void ldr_progress_make_figures (const LdrProgressView *view, LdrProgressChart *self);

void ldr_progress_view_init (LdrProgressView *self,
                             const LdrProgress *progress,
                             const LdrPeriod *period,
                             const LdrPeriod *beside);
const LdrProgressDay *ldr_progress_view_get_day (const LdrProgressView *self, guint index);
double ldr_progress_get_highest_beside (const LdrProgressView *view, LdrProgressColumnsFunc make);
gboolean ldr_progress_day_has_pitfalls (const LdrProgressDay *day);
int ldr_progress_find_last (const LdrProgress *progress, gboolean (*has) (const LdrProgressDay *day));
void ldr_progress_chart_set_empty (LdrProgressChart *self,
                                   const char *sentence,
                                   const char *first_step,
                                   const char *first_action);
void ldr_progress_chart_set_empty_since (LdrProgressChart *self, int last_day, int today, const char *format);

G_END_DECLS

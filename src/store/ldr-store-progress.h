/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-store-actions.h"
#include "ldr-store-assessments.h"
#include "ldr-store-goals.h"
#include "ldr-store-sessions.h"
#include "model/ldr-period.h"
#include "model/ldr-style.h"

G_BEGIN_DECLS

/* What all charts of a journal are made from, read at once and only cut up in memory after that. Of the entries it
 * holds numbers alone; nothing in it comes from private notes. */

/**
 * LdrProgressDay:
 * @day: the civil day
 * @n_entries: how many entries it has, at least 1
 * @styles: in how many of them each style was used
 * @pitfalls: in how many of them each pitfall was noticed
 * @words: in how many of them the leader's own words for each pitfall stand, without the pitfall being noticed or the
 *   words dismissed
 * @n_energy: how many of them say how much energy there was
 * @energy: the sum of what those say, each 1 to %LDR_ENERGY_MAX
 *
 * The entries of a day.
 */
typedef struct
{
  int day;
  int n_entries;
  int styles[LDR_N_STYLES];
  int pitfalls[LDR_N_STYLES];
  int words[LDR_N_STYLES];
  int n_energy;
  int energy;
} LdrProgressDay;

/**
 * LdrProgressGoal:
 * @goal: a goal
 * @check_ins: (element-type LdrCheckIn): all its check-ins by day, without their notes: not to be saved again
 */
typedef struct
{
  LdrGoal *goal;
  GPtrArray *check_ins;
} LdrProgressGoal;

#define LDR_TYPE_PROGRESS (ldr_progress_get_type ())

/**
 * LdrProgress:
 * @today: the civil day for which it was read
 * @oldest_day: the first day of which it knows anything, or 0 if it knows nothing
 * @days: (element-type LdrProgressDay): the days that have entries, oldest first
 * @goals: (element-type LdrProgressGoal): the goals of all states, in their order
 * @sessions: (element-type LdrSessionSummary): the sessions, earliest first
 * @actions: (element-type LdrAction): everything that was agreed
 * @profiles: (element-type LdrAssessment): which styles come naturally: what the leader and observers finished, oldest
 *   first
 * @exposures: (element-type LdrAssessment): the same on pitfalls
 *
 * What a journal knows about progress, without what is in the trash. Refcounted, never changed.
 */
typedef struct
{
  int today;
  int oldest_day;
  GArray *days;
  GPtrArray *goals;
  GPtrArray *sessions;
  GPtrArray *actions;
  GPtrArray *profiles;
  GPtrArray *exposures;
} LdrProgress;

GType ldr_progress_get_type (void) G_GNUC_CONST;
LdrProgress *ldr_progress_ref (LdrProgress *self);
void ldr_progress_unref (LdrProgress *self);
LdrProgress *ldr_progress_with_goals (const LdrProgress *self, const GPtrArray *goals);
void ldr_progress_find_days (const LdrProgress *self, const LdrPeriod *period, guint *first, guint *n_days);

LdrProgress *ldr_store_get_progress (LdrStore *self, int today, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrProgress, ldr_progress_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-store.h"
#include "model/ldr-score.h"

G_BEGIN_DECLS

/* How many days "lately" is: four weeks. */
#define LDR_LATELY_DAYS 28

#define LDR_TYPE_STYLE_OVERVIEW (ldr_style_overview_get_type ())

/**
 * LdrStyleOverview:
 * @latest: (nullable): the leader's latest finished profile, %NULL if there is none
 * @previous: (nullable): the one before it
 * @profile: what @latest says; all 0 without one
 * @previous_profile: what @previous says; all 0 without one
 * @n_observers: how many observers filled in the same questionnaire
 * @observers: the latest choices of each observer, added up
 * @has_favourite: whether there is a clear favourite in @profile
 * @favourite: it; without a clear one the first of those that were chosen most
 * @lowest: the style that was chosen least in @profile
 * @riser: the style whose share rose most from @previous_profile to @profile
 * @rise: by how much, -1 to 1; 0 without @previous
 * @latest_pitfalls: (nullable): the leader's latest finished answers on pitfalls
 * @previous_pitfalls: (nullable): those before them
 * @exposure: what @latest_pitfalls says; all 0 without them
 * @previous_exposure: what @previous_pitfalls says; all 0 without them
 * @n_pitfall_observers: how many observers answered on pitfalls
 * @observers_exposure: the mean of what each of them answered last
 * @noticed: in how many entries each pitfall was noticed
 * @noticed_lately: the same in the last %LDR_LATELY_DAYS days
 * @used: in how many entries each style was used
 * @used_lately: the same in the last %LDR_LATELY_DAYS days
 *
 * What a journal knows about the five styles. Refcounted, never changed.
 */
typedef struct
{
  LdrAssessment *latest;
  LdrAssessment *previous;
  LdrStyleProfile profile;
  LdrStyleProfile previous_profile;
  int n_observers;
  LdrStyleProfile observers;
  gboolean has_favourite;
  LdrStyle favourite;
  LdrStyle lowest;
  LdrStyle riser;
  double rise;

  LdrAssessment *latest_pitfalls;
  LdrAssessment *previous_pitfalls;
  LdrPitfallExposure exposure;
  LdrPitfallExposure previous_exposure;
  int n_pitfall_observers;
  LdrPitfallExposure observers_exposure;

  int noticed[LDR_N_STYLES];
  int noticed_lately[LDR_N_STYLES];
  int used[LDR_N_STYLES];
  int used_lately[LDR_N_STYLES];
} LdrStyleOverview;

GType ldr_style_overview_get_type (void) G_GNUC_CONST;
LdrStyleOverview *ldr_style_overview_ref (LdrStyleOverview *self);
void ldr_style_overview_unref (LdrStyleOverview *self);

LdrStyleOverview *ldr_store_get_style_overview (LdrStore *self, int today, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrStyleOverview, ldr_style_overview_unref)

G_END_DECLS

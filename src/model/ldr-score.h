/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-assessment.h"

G_BEGIN_DECLS

/**
 * LdrStyleProfile:
 * @n_choices: how many choices were made
 * @chosen: how often each style was chosen
 * @offered: how often each style could have been chosen
 * @n_pairs: how many pairs of styles met more than once
 * @n_steady: in how many of them the same style was chosen each time
 *
 * Which style comes first, counted over the choices of one assessment, or added up over several.
 */
typedef struct
{
  int n_choices;
  int chosen[LDR_N_STYLES];
  int offered[LDR_N_STYLES];
  int n_pairs;
  int n_steady;
} LdrStyleProfile;

/* By how many choices the first style must lead the second to be called the favourite. */
#define LDR_FAVOURITE_LEAD 2

gboolean ldr_score_styles (const LdrAssessment *assessment,
                           const LdrItemFacts *items,
                           gsize n_items,
                           LdrStyleProfile *profile,
                           GError **error);
double ldr_style_profile_get_share (const LdrStyleProfile *self, LdrStyle style);
gboolean ldr_style_profile_get_favourite (const LdrStyleProfile *self, LdrStyle *favourite);
LdrStyle ldr_style_profile_get_lowest (const LdrStyleProfile *self);
double ldr_style_profile_get_consistency (const LdrStyleProfile *self);
void ldr_style_profile_add (LdrStyleProfile *self, const LdrStyleProfile *other);
LdrStyle ldr_style_profile_get_riser (const LdrStyleProfile *now, const LdrStyleProfile *before, double *change);

/**
 * LdrPitfallExposure:
 * @mean: how much of each pitfall shows, 1 (hardly ever) to 5 (nearly always)
 */
typedef struct
{
  double mean[LDR_N_STYLES];
} LdrPitfallExposure;

gboolean ldr_score_pitfalls (const LdrAssessment *assessment,
                             const LdrItemFacts *items,
                             gsize n_items,
                             LdrPitfallExposure *exposure,
                             GError **error);
gboolean ldr_pitfall_exposure_get_strongest (const LdrPitfallExposure *self, LdrStyle *pitfall);

double ldr_score_agreement (const LdrAssessment *a, const LdrAssessment *b);

G_END_DECLS

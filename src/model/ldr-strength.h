/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-check-in.h"

G_BEGIN_DECLS

/* A check-in speaks for as many turns of the rhythm, or weeks, after its own. */
#define LDR_STRENGTH_TURNS 2

/**
 * LdrStrengthPoint:
 * @day: a civil day
 * @strength: 0 to 1
 */
typedef struct
{
  int day;
  double strength;
} LdrStrengthPoint;

double ldr_strength_step (double strength, double frequency, double value);
double ldr_strength_get_frequency (const LdrGoal *goal, const LdrMeasure *measure);
GArray *ldr_strength_get_series (const LdrGoal *goal, GPtrArray *check_ins, int today);
double ldr_strength_get (const LdrGoal *goal, GPtrArray *check_ins, int today);

G_END_DECLS

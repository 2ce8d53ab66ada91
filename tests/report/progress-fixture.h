/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/progress/ldr-progress-chart.h"

G_BEGIN_DECLS

/* What a journal holds, written down in a few letters. Days are of 2026 and written as "MMDD", of other years as
 * "YYYYMMDD"; TODAY is a Sunday in November. */

#define TODAY "1122"

int fixture_day (const char *text);
LdrProgress *fixture_new (void);
void fixture_free (LdrProgress *self);
void fixture_set_period (LdrPeriod *period, const char *first_day, const char *last_day);

void fixture_add_days (LdrProgress *self, const char *spec);
void fixture_add_goal (LdrProgress *self, const char *statement, const LdrMeasure *measure, const char *values);
void fixture_add_sessions (LdrProgress *self, const char *spec);
void fixture_add_actions (LdrProgress *self, const char *spec);
void fixture_add_profile (LdrProgress *self, const char *day, const char *observer, LdrStyle favourite);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ldr-journal-info.h"
#include "model/ldr-notice.h"
#include "report/progress/ldr-profile-parts.h"
#include "store/ldr-store-overview.h"

G_BEGIN_DECLS

/* What the Styles page and its sub-pages say, computed as plain values by pure functions; widgets only apply it. */

/**
 * LdrProfileDescription:
 * @title: whose profile it is
 * @favourite: the favourite, or that there is no clear one yet
 * @has_favourite: whether there is one
 * @style: it
 * @measured: (nullable): when the profile was measured
 * @change: (nullable): what changed since the measurement before
 * @consistency: (nullable): whether what was asked twice was answered alike
 * @observers: (nullable): what observers see
 * @has_pitfall: whether there is a pitfall to watch
 * @pitfall: it
 * @watch: (nullable): why that one
 *
 * The card at the top of the Styles page.
 */
typedef struct
{
  char *title;
  char *favourite;
  gboolean has_favourite;
  LdrStyle style;
  char *measured;
  char *change;
  char *consistency;
  char *observers;
  gboolean has_pitfall;
  LdrStyle pitfall;
  char *watch;
} LdrProfileDescription;

LdrProfileDescription *ldr_profile_describe (const LdrStyleOverview *overview, const LdrJournalInfo *info);
void ldr_profile_description_free (LdrProfileDescription *self);

gboolean ldr_profile_find_pitfall (const LdrStyleOverview *overview, LdrStyle *pitfall);

char *ldr_day_describe (int day);
char *ldr_favourite_describe (const LdrStyleProfile *profile, const char *leader);
char *ldr_consistency_describe (const LdrStyleProfile *profile);
const char *ldr_exposure_describe (double mean);
char *ldr_exposure_to_text (double mean);
char *ldr_exposure_describe_observers (const LdrStyleOverview *overview, LdrStyle pitfall);
char *ldr_exposure_sum_up (const LdrPitfallExposure *exposure, const char *leader);
char *ldr_agreement_describe (double agreement, LdrAssessmentKind kind);
char *ldr_difference_describe (int difference);
char *ldr_noticed_describe (int lately, int before, int ever, const char *leader);
char *ldr_measurement_describe (const LdrAssessment *assessment, const LdrJournalInfo *info);

const char *ldr_leader_for (const LdrJournalInfo *info);
gboolean ldr_phrases_add (GPtrArray *phrases, const char *phrase);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrProfileDescription, ldr_profile_description_free)

G_END_DECLS

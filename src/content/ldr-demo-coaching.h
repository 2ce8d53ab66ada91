/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ldr-action.h"
#include "model/ldr-assessment.h"
#include "model/ldr-check-in.h"
#include "model/ldr-link.h"

G_BEGIN_DECLS

/**
 * LdrDemoCoaching:
 * @goals: (element-type LdrGoal): goals, the first of the list first
 * @check_ins: (element-type LdrCheckIn): their check-ins
 * @sessions: (element-type LdrSession): sessions, with private notes
 * @actions: (element-type LdrAction): what was agreed in them
 * @links: (element-type LdrLink): which goals were talked about in which session
 * @assessments: (element-type LdrAssessment): questionnaires that were filled in, by the leader and by an observer
 *
 * The goals, the sessions and the measurements of the demonstration journal, as they stand on one day.
 */
typedef struct
{
  GPtrArray *goals;
  GPtrArray *check_ins;
  GPtrArray *sessions;
  GPtrArray *actions;
  GPtrArray *links;
  GPtrArray *assessments;
} LdrDemoCoaching;

LdrDemoCoaching *ldr_demo_coaching_new (const char *language, guint32 seed, int today);
void ldr_demo_coaching_free (LdrDemoCoaching *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrDemoCoaching, ldr_demo_coaching_free)

G_END_DECLS

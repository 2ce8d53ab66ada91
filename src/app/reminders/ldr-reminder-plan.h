/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include "model/ldr-goal.h"

G_BEGIN_DECLS

/* When to remind. Pure: clocks, time zones, settings and journals come from outside, so that every hour of every year
 * can be tried. Moments and days are those of ldr-moment.h; times of the day are minutes after midnight on the clock.
 */

/* So far ahead reminders are planned (days). A journal that nobody opens for so long asks for nothing any more. */
#define LDR_REMINDER_HORIZON 60

/* A reminder that could not come in time, as when the computer slept, may come so much later (milliseconds). */
#define LDR_REMINDER_GRACE (6 * 60 * 60 * G_GINT64_CONSTANT (1000))

/**
 * LdrReminderRules:
 * @check_ins: whether to remind of check-ins
 * @check_ins_at: at what time
 * @reflection: whether to remind of reflecting
 * @reflection_at: at what time
 * @reflection_weekdays: on which days of the week, Monday in bit 0
 * @sessions: whether to remind of sessions
 * @sessions_lead: how many minutes before they start
 * @quiet: whether there are quiet hours
 * @quiet_from: when they begin
 * @quiet_until: when they end; at or before @quiet_from that is on the next day, and equal to it there are none
 *
 * What its user wants.
 */
typedef struct
{
  gboolean check_ins;
  int check_ins_at;
  gboolean reflection;
  int reflection_at;
  guint reflection_weekdays;
  gboolean sessions;
  int sessions_lead;
  gboolean quiet;
  int quiet_from;
  int quiet_until;
} LdrReminderRules;

/**
 * LdrReminderFacts:
 * @days: (element-type int): the days on which goals ask for check-ins that are not there yet
 * @starts: (element-type gint64): when sessions start, as moments
 *
 * What an unlocked journal says about coming reminders; never a text.
 */
typedef struct
{
  GArray *days;
  GArray *starts;
} LdrReminderFacts;

LdrReminderFacts *ldr_reminder_facts_new (void);
void ldr_reminder_facts_free (LdrReminderFacts *self);
void ldr_reminder_facts_add_goal (LdrReminderFacts *self, const LdrGoal *goal, int due, int today);
void ldr_reminder_facts_add_session (LdrReminderFacts *self, gint64 starts);

GArray *
ldr_reminder_list_moments (const LdrReminderRules *rules, const LdrReminderFacts *facts, gint64 now, GTimeZone *zone);
gint64 ldr_reminder_settle (const LdrReminderRules *rules, gint64 moment, GTimeZone *zone);

/**
 * LdrReminderPlan:
 * @now: the moment it is about
 * @quiet_end: when the quiet hours of now end; @now itself outside them
 * @given: up to which moment everything has been dealt with
 * @reflection_day: the last day on which reflecting was reminded of, or 0
 * @next: when to look again, or 0 if nothing is coming
 *
 * What to do now, and when there will be something to do again. It begins with what is left from the last one, is given
 * everything that there may be to remind of, and ends with what the next one begins with.
 */
typedef struct
{
  gint64 now;
  gint64 quiet_end;
  gint64 given;
  int reflection_day;
  gint64 next;
} LdrReminderPlan;

void ldr_reminder_plan_begin (LdrReminderPlan *self, const LdrReminderRules *rules, gint64 now, GTimeZone *zone);
gboolean ldr_reminder_plan_add_reflection (LdrReminderPlan *self, const LdrReminderRules *rules, GTimeZone *zone);
gboolean ldr_reminder_plan_add_moments (LdrReminderPlan *self,
                                        const LdrReminderRules *rules,
                                        const GArray *moments,
                                        GTimeZone *zone);
void ldr_reminder_plan_end (LdrReminderPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrReminderFacts, ldr_reminder_facts_free)

G_END_DECLS

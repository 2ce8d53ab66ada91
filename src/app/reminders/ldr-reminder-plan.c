/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-reminder-plan.h"

#include "model/ldr-moment.h"

#define MS_A_DAY (24 * 60 * 60 * G_GINT64_CONSTANT (1000))
#define MS_A_MINUTE (60 * G_GINT64_CONSTANT (1000))

/* Every weekday comes round in as many days; one more for a clock that is put back. */
#define A_WEEK_AND_A_DAY 8

static int
day_in_zone (gint64 moment, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (moment / 1000);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  return local != NULL ? ldr_day_from_date_time (local) : 0;
}

/* --- What a journal says ---------------------------------------------------------------------------------------------
 */

/**
 * ldr_reminder_facts_new:
 *
 * Returns: (transfer full): facts of a journal in which nothing is coming
 */
LdrReminderFacts *
ldr_reminder_facts_new (void)
{
  LdrReminderFacts *self = g_new0 (LdrReminderFacts, 1);

  self->days = g_array_new (FALSE, FALSE, sizeof (int));
  self->starts = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

/**
 * ldr_reminder_facts_free:
 * @self: (transfer full): facts
 *
 * Frees them.
 */
void
ldr_reminder_facts_free (LdrReminderFacts *self)
{
  g_array_unref (self->days);
  g_array_unref (self->starts);
  g_free (self);
}

/**
 * ldr_reminder_facts_add_goal:
 * @self: facts
 * @goal: a goal
 * @due: the day that waits for its check-in today, or 0
 * @today: a civil day
 *
 * Adds the days on which a goal asks, from today on. Today counts only if its check-in is still to be done; a day that
 * went by without one is not reminded of again.
 */
void
ldr_reminder_facts_add_goal (LdrReminderFacts *self, const LdrGoal *goal, int due, int today)
{
  LdrRhythm rhythm = ldr_goal_get_rhythm (goal);

  if (goal->deleted != 0)
    return;
  if (due == today)
    g_array_append_val (self->days, today);
  for (int day = ldr_rhythm_get_next (&rhythm, today); day != 0 && day <= today + LDR_REMINDER_HORIZON;
       day = ldr_rhythm_get_next (&rhythm, day))
    if (ldr_goal_get_state (goal, day) == LDR_GOAL_ACTIVE)
      g_array_append_val (self->days, day);
}

/**
 * ldr_reminder_facts_add_session:
 * @self: facts
 * @starts: when a session starts that is planned, as a moment
 *
 * Adds a session.
 */
void
ldr_reminder_facts_add_session (LdrReminderFacts *self, gint64 starts)
{
  g_array_append_val (self->starts, starts);
}

static int
compare_moments (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

/* Keeps @moments in order and each once. */
static void
tidy (GArray *moments)
{
  guint n = 0;

  g_array_sort (moments, compare_moments);
  for (guint i = 0; i < moments->len; i++)
    if (n == 0 || g_array_index (moments, gint64, i) != g_array_index (moments, gint64, n - 1))
      g_array_index (moments, gint64, n++) = g_array_index (moments, gint64, i);
  g_array_set_size (moments, n);
}

/**
 * ldr_reminder_list_moments:
 * @rules: what its user wants
 * @facts: what the journal says
 * @now: a moment
 * @zone: the time zone of the clock
 *
 * When to remind of things in a journal, from now to the horizon. Quiet hours are left to the plan, so that they can
 * be changed while the journal is locked. This is all that may be known of it then: it does not tell a check-in from a
 * session, nor one goal from two.
 *
 * Returns: (transfer full) (element-type gint64): moments after @now, in order, each once
 */
GArray *
ldr_reminder_list_moments (const LdrReminderRules *rules, const LdrReminderFacts *facts, gint64 now, GTimeZone *zone)
{
  g_autoptr (GArray) moments = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) coming = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; rules->check_ins && i < facts->days->len; i++)
    {
      gint64 moment = ldr_rhythm_get_moment (g_array_index (facts->days, int, i), rules->check_ins_at, zone);

      g_array_append_val (moments, moment);
    }
  for (guint i = 0; rules->sessions && i < facts->starts->len; i++)
    {
      gint64 moment = g_array_index (facts->starts, gint64, i) - rules->sessions_lead * MS_A_MINUTE;

      g_array_append_val (moments, moment);
    }
  tidy (moments);
  for (guint i = 0; i < moments->len; i++)
    {
      gint64 moment = g_array_index (moments, gint64, i);

      if (moment > now && moment <= now + LDR_REMINDER_HORIZON * MS_A_DAY)
        g_array_append_val (coming, moment);
    }
  return g_steal_pointer (&coming);
}

/* --- The plan --------------------------------------------------------------------------------------------------------
 */

/**
 * ldr_reminder_settle:
 * @rules: what its user wants
 * @moment: a moment
 * @zone: the time zone of the clock
 *
 * Moves a moment out of the quiet hours. They are taken as moments from the first time that the clock shows their
 * beginning to the first time that it shows their end, so that a clock that is put forward or back in the night neither
 * opens nor doubles them.
 *
 * Returns: when the quiet hours around @moment end, or @moment if there are none
 */
gint64
ldr_reminder_settle (const LdrReminderRules *rules, gint64 moment, GTimeZone *zone)
{
  gboolean overnight = rules->quiet_until < rules->quiet_from;
  int today = day_in_zone (moment, zone);

  if (!rules->quiet || rules->quiet_from == rules->quiet_until)
    return moment;
  /* A clock that is put back at midnight shows the day before once more. */
  for (int day = today - 1; day <= today + 1; day++)
    {
      gint64 from = ldr_rhythm_get_moment (day, rules->quiet_from, zone);
      gint64 until = ldr_rhythm_get_moment (day + overnight, rules->quiet_until, zone);

      if (moment >= from && moment < until)
        return until;
    }
  return moment;
}

/**
 * ldr_reminder_plan_begin:
 * @self: a plan with the `given` and the `reflection_day` of the one before
 * @rules: what its user wants
 * @now: the moment it is about
 * @zone: the time zone of the clock
 *
 * Begins to plan. After a clock that was ahead is put right, what it had brought early counts as to come.
 */
void
ldr_reminder_plan_begin (LdrReminderPlan *self, const LdrReminderRules *rules, gint64 now, GTimeZone *zone)
{
  self->now = now;
  self->quiet_end = ldr_reminder_settle (rules, now, zone);
  self->given = MIN (self->given, now);
  self->reflection_day = MIN (self->reflection_day, day_in_zone (now, zone));
  self->next = 0;
}

static void
look_again (LdrReminderPlan *self, gint64 moment)
{
  if (self->next == 0 || moment < self->next)
    self->next = moment;
}

/* Whether it is time for what was meant for @moment. */
static gboolean
consider (LdrReminderPlan *self, const LdrReminderRules *rules, gint64 moment, GTimeZone *zone)
{
  gint64 settled, comes;

  if (moment <= self->given)
    return FALSE;
  settled = ldr_reminder_settle (rules, moment, zone);
  if (moment > self->now)
    {
      look_again (self, settled);
      return FALSE;
    }
  comes = MAX (settled, self->quiet_end);
  if (comes - settled > LDR_REMINDER_GRACE)
    return FALSE;
  if (comes > self->now)
    look_again (self, comes);
  return comes <= self->now;
}

/**
 * ldr_reminder_plan_add_reflection:
 * @self: a plan
 * @rules: what its user wants
 * @zone: the time zone of the clock
 *
 * Adds the reminders of reflecting: at a time of the clock, on some days of the week. However its user travels, none
 * comes twice for the same day.
 *
 * Returns: whether to remind of it now
 */
gboolean
ldr_reminder_plan_add_reflection (LdrReminderPlan *self, const LdrReminderRules *rules, GTimeZone *zone)
{
  int today = day_in_zone (self->now, zone);
  gboolean due = FALSE;

  if (!rules->reflection)
    return FALSE;
  for (int day = MAX (today - 1, self->reflection_day + 1); day <= today + A_WEEK_AND_A_DAY; day++)
    {
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, (guint32) day);
      if ((rules->reflection_weekdays & LDR_WEEKDAY_BIT (g_date_get_weekday (&date))) == 0
          || !consider (self, rules, ldr_rhythm_get_moment (day, rules->reflection_at, zone), zone))
        continue;
      due = TRUE;
      self->reflection_day = day;
    }
  return due;
}

/**
 * ldr_reminder_plan_add_moments:
 * @self: a plan
 * @rules: what its user wants
 * @moments: (element-type gint64): when to remind of things in a journal
 * @zone: the time zone of the clock
 *
 * Adds a journal, by ldr_reminder_list_moments().
 *
 * Returns: whether to remind of it now
 */
gboolean
ldr_reminder_plan_add_moments (LdrReminderPlan *self,
                               const LdrReminderRules *rules,
                               const GArray *moments,
                               GTimeZone *zone)
{
  gboolean due = FALSE;

  for (guint i = 0; i < moments->len; i++)
    if (consider (self, rules, g_array_index (moments, gint64, i), zone))
      due = TRUE;
  return due;
}

/**
 * ldr_reminder_plan_end:
 * @self: a plan to which everything was added
 *
 * Ends planning. In quiet hours nothing is dealt with yet; outside them everything up to now is, for what was to wait
 * for their end has come by then.
 */
void
ldr_reminder_plan_end (LdrReminderPlan *self)
{
  if (self->quiet_end <= self->now)
    self->given = self->now;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "progress-fixture.h"

#include <math.h>
#include <stdio.h>
#include "content/ldr-questionnaire.h"
#include "model/ldr-moment.h"

static const char style_letters[] = "tdicn";

int
fixture_day (const char *text)
{
  gsize length = strspn (text, "0123456789");
  int number = atoi (text);
  GDate date;

  g_assert_true (length == 4 || length == 8);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) (number % 100), (GDateMonth) (number / 100 % 100),
                  (GDateYear) (length == 8 ? number / 10000 : 2026));
  return (int) g_date_get_julian (&date);
}

static void
progress_goal_free (gpointer data)
{
  LdrProgressGoal *self = data;

  ldr_goal_unref (self->goal);
  g_ptr_array_unref (self->check_ins);
  g_free (self);
}

LdrProgress *
fixture_new (void)
{
  LdrProgress *self = g_new0 (LdrProgress, 1);

  self->today = fixture_day (TODAY);
  self->days = g_array_new (FALSE, TRUE, sizeof (LdrProgressDay));
  self->goals = g_ptr_array_new_with_free_func (progress_goal_free);
  self->sessions = g_ptr_array_new_with_free_func (g_free);
  self->actions = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_action_unref);
  self->profiles = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_assessment_unref);
  self->exposures = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_assessment_unref);
  return self;
}

void
fixture_free (LdrProgress *self)
{
  g_array_unref (self->days);
  g_ptr_array_unref (self->goals);
  g_ptr_array_unref (self->sessions);
  g_ptr_array_unref (self->actions);
  g_ptr_array_unref (self->profiles);
  g_ptr_array_unref (self->exposures);
  g_free (self);
}

void
fixture_set_period (LdrPeriod *period, const char *first_day, const char *last_day)
{
  ldr_period_init_own (period, fixture_day (first_day), fixture_day (last_day));
}

static LdrProgressDay *
get_day (LdrProgress *self, int day)
{
  LdrProgressDay empty = { .day = day };
  guint i = 0;

  while (i < self->days->len && g_array_index (self->days, LdrProgressDay, i).day < day)
    i++;
  if (i == self->days->len || g_array_index (self->days, LdrProgressDay, i).day != day)
    g_array_insert_val (self->days, i, empty);
  return &g_array_index (self->days, LdrProgressDay, i);
}

static void
add_entry (LdrProgress *self, int day, const char *styles, const char *pitfalls, int energy)
{
  LdrProgressDay *it = get_day (self, day);

  it->n_entries++;
  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      it->styles[i] += strchr (styles, style_letters[i]) != NULL ? 1 : 0;
      it->pitfalls[i] += strchr (pitfalls, style_letters[i]) != NULL ? 1 : 0;
      it->words[i] += strchr (pitfalls, g_ascii_toupper (style_letters[i])) != NULL ? 1 : 0;
    }
  it->n_energy += energy > 0 ? 1 : 0;
  it->energy += energy;
}

/* Entries, separated by ";": a day, on how many days "*" and how far apart "+", its styles, its pitfalls, or as a
 * capital the words for one, its energy; such as "0601*4+7 tn - 3": four entries from 1 June on, a week apart, with two
 * styles, no pitfall and an energy of 3.
 */
void
fixture_add_days (LdrProgress *self, const char *spec)
{
  g_auto (GStrv) entries = g_strsplit (spec, ";", -1);

  for (guint i = 0; entries[i] != NULL; i++)
    {
      char day[16], styles[8], pitfalls[8];
      int energy = 0, count = 1, step = 1;
      const char *times, *distance;

      if (*g_strstrip (entries[i]) == '\0')
        continue;
      g_assert_cmpint (sscanf (entries[i], "%15s %7s %7s %d", day, styles, pitfalls, &energy), ==, 4);
      times = strchr (day, '*');
      distance = strchr (day, '+');
      count = times != NULL ? atoi (times + 1) : 1;
      step = distance != NULL ? atoi (distance + 1) : 1;
      for (int j = 0; j < count; j++)
        add_entry (self, fixture_day (day) + j * step, styles, pitfalls, energy);
    }
}

/* Values as "0601=4 0608=5 0615=-", where "-" is a day that was skipped. */
void
fixture_add_goal (LdrProgress *self, const char *statement, const LdrMeasure *measure, const char *values)
{
  LdrProgressGoal *it = g_new0 (LdrProgressGoal, 1);
  g_auto (GStrv) marks = g_strsplit (values, " ", -1);

  it->goal = ldr_goal_new (measure->kind == LDR_MEASURE_FIGURE ? LDR_GOAL_FIGURE : LDR_GOAL_STRENGTH,
                           LDR_STYLE_DATA_STRATEGIST);
  ldr_goal_set_statement (it->goal, statement);
  ldr_goal_set_measure (it->goal, measure);
  it->goal->first_day = fixture_day ("20260101");
  it->check_ins = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_check_in_unref);
  for (guint i = 0; marks[i] != NULL; i++)
    {
      const char *value = strchr (marks[i], '=');

      if (value != NULL)
        g_ptr_array_add (it->check_ins,
                         ldr_check_in_new (it->goal, fixture_day (marks[i]),
                                           g_str_equal (value, "=-") ? NAN : g_ascii_strtod (value + 1, NULL)));
    }
  g_ptr_array_add (self->goals, it);
}

/* Sessions as "h0601 p1203 c0815": held, planned or cancelled, and on which day. */
void
fixture_add_sessions (LdrProgress *self, const char *spec)
{
  g_auto (GStrv) words = g_strsplit (spec, " ", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      LdrSessionSummary *it = g_new0 (LdrSessionSummary, 1);

      it->state = *words[i] == 'h' ? LDR_SESSION_HELD : *words[i] == 'p' ? LDR_SESSION_PLANNED : LDR_SESSION_CANCELLED;
      it->day = fixture_day (words[i] + 1);
      g_ptr_array_add (self->sessions, it);
    }
}

/* The noon of a civil day here. */
static gint64
get_noon (int day)
{
  g_autoptr (GDateTime) noon = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  noon = g_date_time_new_local (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 12, 0, 0);
  return ldr_moment_from_date_time (noon);
}

/* Actions as "k0601 l0601 o0601 v0601 x0601": kept, kept late, open, open and overdue, dropped, and when agreed. */
void
fixture_add_actions (LdrProgress *self, const char *spec)
{
  g_auto (GStrv) words = g_strsplit (spec, " ", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      LdrAction *it = ldr_action_new (NULL, "Call the depot");
      int day = fixture_day (words[i] + 1);

      it->agreed = get_noon (day);
      it->due = *words[i] == 'o' ? self->today + 7 : day + 7;
      if (*words[i] == 'k' || *words[i] == 'l')
        ldr_action_set_state (it, LDR_ACTION_DONE, *words[i] == 'k' ? day + 7 : day + 8);
      else if (*words[i] == 'x')
        ldr_action_set_state (it, LDR_ACTION_DROPPED, day + 1);
      g_ptr_array_add (self->actions, it);
    }
}

/* A questionnaire in which a style was chosen wherever it could be. */
void
fixture_add_profile (LdrProgress *self, const char *day, const char *observer, LdrStyle favourite)
{
  const LdrQuestionnaire *questionnaire = ldr_questionnaire_find (LDR_QUESTIONNAIRE_NATURAL_STYLE);
  gsize n_facts;
  LdrItemFacts *facts = ldr_questionnaire_dup_facts (questionnaire, &n_facts);
  LdrAssessment *it
      = ldr_assessment_new (questionnaire->id, questionnaire->version, questionnaire->kind, facts, n_facts);

  for (gsize i = 0; i < n_facts; i++)
    g_assert_true (ldr_assessment_set_answer (it, facts[i].id, facts[i].styles[1] == favourite ? 2 : 1, NULL));
  ldr_assessment_set_observer (it, observer);
  ldr_assessment_finish (it);
  it->day = fixture_day (day);
  g_ptr_array_add (self->profiles, it);
  g_free (facts);
}

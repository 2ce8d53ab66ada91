/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-progress-private.h"

#include <glib/gi18n.h>
#include "chart/ldr-radar-chart.h"
#include "content/ldr-questionnaire.h"
#include "content/ldr-style-text.h"
#include "ldr-profile-parts.h"
#include "ldr-progress-words.h"

/* The profile of styles as it was at the end of the period, with the one before it and that of observers. */

/**
 * Profiles:
 * @now: the leader's last measurement up to the end of the period, with its day; 0 for none
 * @before: the last one before the period or, if @now is that itself or there is none, the one before @now
 * @others: those of observers up to the end of the period, the last of each, added up
 * @n_others: how many observers they are
 */
typedef struct
{
  int day;
  LdrStyleProfile now;
  int day_before;
  LdrStyleProfile before;
  int n_others;
  LdrStyleProfile others;
} Profiles;

/* Observers are heard newest first, so that the last of each counts. */
static void
hear_others (const LdrProgressView *view, const LdrItemFacts *facts, gsize n_facts, Profiles *self)
{
  g_autoptr (GHashTable) heard = g_hash_table_new (g_str_hash, g_str_equal);
  const GPtrArray *all = view->progress->profiles;

  for (guint i = all->len; i-- > 0;)
    {
      const LdrAssessment *it = g_ptr_array_index (all, i);
      LdrStyleProfile profile;

      if (it->observer[0] == '\0' || it->day > view->period->last_day
          || !ldr_score_styles (it, facts, n_facts, &profile, NULL))
        continue;
      if (g_hash_table_add (heard, it->observer))
        ldr_style_profile_add (&self->others, &profile);
    }
  self->n_others = (int) g_hash_table_size (heard);
}

/* Those that an older version of the questionnaire cannot be compared with are passed over. */
static void
find_profiles (const LdrProgressView *view, Profiles *self)
{
  gsize n_facts;
  g_autofree LdrItemFacts *facts
      = ldr_questionnaire_dup_facts (ldr_questionnaire_find (LDR_QUESTIONNAIRE_NATURAL_STYLE), &n_facts);
  const GPtrArray *all = view->progress->profiles;

  *self = (Profiles) { 0 };
  for (guint i = 0; i < all->len; i++)
    {
      const LdrAssessment *it = g_ptr_array_index (all, i);
      LdrStyleProfile profile;

      if (it->observer[0] != '\0' || it->day > view->period->last_day
          || !ldr_score_styles (it, facts, n_facts, &profile, NULL))
        continue;
      if (self->day != 0
          && (self->day_before == 0 || self->day < view->period->first_day || it->day < view->period->first_day))
        {
          self->before = self->now;
          self->day_before = self->day;
        }
      self->now = profile;
      self->day = it->day;
    }
  hear_others (view, facts, n_facts, self);
}

static char *
describe_now (const Profiles *self, int today)
{
  g_autofree char *date = ldr_progress_words_day (self->day, today);
  LdrStyle favourite;

  if (ldr_style_profile_get_favourite (&self->now, &favourite))
    /* Translators: a date, the name of a style, how often it was chosen, out of how many times */
    return g_strdup_printf (_ ("On %s, %s came first: chosen %d of %d times."), date, ldr_style_get_name (favourite),
                            self->now.chosen[favourite], self->now.offered[favourite]);
  /* Translators: %s is a date */
  return g_strdup_printf (_ ("On %s, no style clearly came first."), date);
}

static char *
describe_others (const Profiles *self)
{
  gulong n = (gulong) self->n_others;

  return g_strdup_printf (self->day != 0 ? ngettext ("%d observer answered too.", "%d observers answered too.", n)
                                         : ngettext ("%d observer answered.", "%d observers answered.", n),
                          self->n_others);
}

static char *
describe (const Profiles *self, int today)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_null_terminated (3, g_free, TRUE);

  if (self->day != 0)
    g_ptr_array_add (sentences, describe_now (self, today));
  if (self->day_before != 0)
    g_ptr_array_add (sentences, ldr_change_describe (&self->now, &self->before, self->day_before));
  if (self->n_others > 0)
    g_ptr_array_add (sentences, describe_others (self));
  return g_strjoinv (" ", (char **) sentences->pdata);
}

static void
set_empty (const LdrProgressView *view, LdrProgressChart *self)
{
  if (view->progress->profiles->len > 0)
    ldr_progress_chart_set_empty (self, _ ("The questionnaire was not filled in yet at the end of this period."), NULL,
                                  NULL);
  else
    ldr_progress_chart_set_empty (
        self, _ ("Here you will see which styles come naturally, and how that changes from one time to the next."),
        _ ("Find the Style Profile"), "win.show-place::styles");
}

/* The day, or which of two on one day it is. */
static char *
name_profile (int day, int other_day, const char *name, int today)
{
  return day == other_day ? g_strdup (name) : ldr_progress_words_day (day, today);
}

/* The latest on top. */
void
ldr_progress_make_profile (const LdrProgressView *view, LdrProgressChart *self)
{
  g_autoptr (LdrRadarData) data = NULL;
  Profiles profiles;
  int today = view->progress->today;

  find_profiles (view, &profiles);
  if (profiles.day == 0 && profiles.n_others == 0)
    {
      set_empty (view, self);
      return;
    }
  self->sentence = describe (&profiles, today);
  data = ldr_radar_new_for_styles (self->title, self->sentence);
  if (profiles.n_others > 0)
    ldr_radar_add_profile (data, _ ("Observers"), LDR_RADAR_LINE_DOTTED, &profiles.others);
  if (profiles.day_before != 0)
    {
      g_autofree char *date
          = name_profile (profiles.day_before, profiles.day, C_ ("profile", "The time before"), today);

      ldr_radar_add_profile (data, date, LDR_RADAR_LINE_DASHED, &profiles.before);
    }
  if (profiles.day != 0)
    {
      g_autofree char *date = name_profile (profiles.day, profiles.day_before, C_ ("profile", "The last time"), today);

      ldr_radar_add_profile (data, date, LDR_RADAR_LINE_SOLID, &profiles.now);
    }
  self->chart = ldr_radar_chart_new (data);
}

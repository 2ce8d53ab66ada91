/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-styles-describe.h"

#include <glib/gi18n.h>
#include <math.h>

#include "content/ldr-questionnaire.h"
#include "content/ldr-style-text.h"
#include "model/ldr-moment.h"
#include "model/ldr-text.h"

/* A mean above this says that a pitfall shows more often than not; as in ldr_pitfall_exposure_get_strongest(). */
#define OFTEN_ENOUGH 3.0

/**
 * ldr_leader_for:
 * @info: whose journal it is
 *
 * Returns: (transfer none) (nullable): the leader's name if texts are to speak about the leader, %NULL if they are to
 *   speak to the leader
 */
const char *
ldr_leader_for (const LdrJournalInfo *info)
{
  return info->role == LDR_ROLE_COACH ? info->leader : NULL;
}

/**
 * ldr_day_describe:
 * @day: a civil date
 *
 * Returns: (transfer full): the date in words, such as "2 June 2026"
 */
char *
ldr_day_describe (int day)
{
  /* Translators: the date of a measurement, as g_date_time_format() writes it */
  return ldr_day_format (day, C_ ("date", "%-e %B %Y"));
}

/* --- The profile of styles --- */

/* Those that were chosen less than @lead times less often than the most chosen one, such as "Ninja and Integrator". */
static char *
name_the_first (const LdrStyleProfile *profile, int lead)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const char *last = NULL;
  LdrStyle first;

  ldr_style_profile_get_favourite (profile, &first);
  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      if (profile->chosen[first] - profile->chosen[i] >= lead)
        continue;
      if (last != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", last);
      last = ldr_style_get_name ((LdrStyle) i);
    }
  if (names->len == 0)
    return g_strdup (last);
  /* Translators: the name of a style, or several with commas between them, and one more */
  return g_strdup_printf (C_ ("styles", "%s and %s"), names->str, last);
}

/**
 * ldr_favourite_describe:
 * @profile: a profile
 * @leader: (nullable): the leader's name, or %NULL to speak to the leader
 *
 * Returns: (transfer full): which style is the favourite, or which ones lie close together
 */
char *
ldr_favourite_describe (const LdrStyleProfile *profile, const char *leader)
{
  g_autofree char *names = NULL;
  LdrStyle favourite;

  if (ldr_style_profile_get_favourite (profile, &favourite))
    {
      if (leader == NULL)
        /* Translators: %s is the name of a style */
        return g_strdup_printf (_ ("Your favourite is %s."), ldr_style_get_name (favourite));
      /* Translators: a leader's name, then the name of a style */
      return g_strdup_printf (_ ("%s’s favourite is %s."), leader, ldr_style_get_name (favourite));
    }
  names = name_the_first (profile, LDR_FAVOURITE_LEAD);
  /* Translators: %s names two or more styles */
  return g_strdup_printf (_ ("No clear favourite yet: %s lie close together."), names);
}

/**
 * ldr_consistency_describe:
 * @profile: a profile
 *
 * By chance half of the pairs would be answered alike, so that less than 60% says little.
 *
 * Returns: (transfer full): how steady the answers were, and what that means
 */
char *
ldr_consistency_describe (const LdrStyleProfile *profile)
{
  double consistency = ldr_style_profile_get_consistency (profile);
  const char *format;

  if (profile->n_pairs == 0)
    return g_strdup ("");
  if (consistency >= 0.8)
    /* Translators: how many of the pairs of styles that met twice were answered alike, and how many there are */
    format = _ ("A steady picture: when two styles met again, %d times out of %d the choice was the same.");
  else if (consistency >= 0.6)
    format = _ ("Fairly steady: when two styles met again, %d times out of %d the choice was the same.");
  else
    format = _ ("Read it loosely: when two styles met again, only %d times out of %d the choice was the same.");
  return g_strdup_printf (format, profile->n_steady, profile->n_pairs);
}

/* Their answers are added up, so that a lead counts in proportion to their number. */
static char *
describe_observers (const LdrStyleOverview *overview)
{
  const LdrStyleProfile *profile = &overview->observers;
  int n = overview->n_observers;
  g_autofree char *names = NULL;
  gboolean clear = TRUE;
  LdrStyle first;

  if (n == 0)
    return NULL;
  ldr_style_profile_get_favourite (profile, &first);
  for (guint i = 0; i < LDR_N_STYLES; i++)
    clear = clear && (i == first || profile->chosen[first] - profile->chosen[i] >= LDR_FAVOURITE_LEAD * n);
  if (clear)
    /* Translators: how many observers there are, then the name of a style */
    return g_strdup_printf (ngettext ("%d observer sees %s most.", "%d observers see %s most.", (gulong) n), n,
                            ldr_style_get_name (first));
  names = name_the_first (profile, LDR_FAVOURITE_LEAD * n);
  /* Translators: how many observers there are, then the names of two or more styles */
  return g_strdup_printf (ngettext ("%d observer sees no clear favourite: %s lie close together.",
                                    "%d observers see no clear favourite: %s lie close together.", (gulong) n),
                          n, names);
}

/* --- The pitfalls --- */

/**
 * ldr_exposure_describe:
 * @mean: how much a pitfall shows, 1 to 5
 *
 * Returns: (transfer none): the same in words
 */
const char *
ldr_exposure_describe (double mean)
{
  if (mean < 1.75)
    return C_ ("pitfall shows", "hardly ever");
  if (mean < 2.5)
    return C_ ("pitfall shows", "now and then");
  if (mean <= 3.25)
    return C_ ("pitfall shows", "regularly");
  if (mean <= 4.25)
    return C_ ("pitfall shows", "often");
  return C_ ("pitfall shows", "nearly always");
}

/**
 * ldr_exposure_to_text:
 * @mean: how much a pitfall shows, 1 to 5
 *
 * Returns: (transfer full): the figure and what it means, such as "3.8 of 5, often"
 */
char *
ldr_exposure_to_text (double mean)
{
  /* Translators: how much a pitfall shows, first as a figure from 1 to 5, then in words */
  return g_strdup_printf (_ ("%.1f of 5, %s"), mean, ldr_exposure_describe (mean));
}

/**
 * ldr_exposure_describe_observers:
 * @overview: what the journal knows
 * @pitfall: a pitfall
 *
 * Returns: (transfer full) (nullable): how much observers see of it, the latest answers of each; %NULL without any
 */
char *
ldr_exposure_describe_observers (const LdrStyleOverview *overview, LdrStyle pitfall)
{
  int n = overview->n_pitfall_observers;
  g_autofree char *seen = NULL;

  if (n == 0)
    return NULL;
  seen = ldr_exposure_to_text (overview->observers_exposure.mean[pitfall]);
  /* Translators: how many observers there are, then how much a pitfall shows, such as "3.8 of 5, often" */
  return g_strdup_printf (ngettext ("%d observer: %s", "%d observers: %s", (gulong) n), n, seen);
}

/**
 * ldr_exposure_sum_up:
 * @exposure: how much the pitfalls show
 * @leader: (nullable): the leader's name, or %NULL to speak to the leader
 *
 * Returns: (transfer full): which pitfall is closest by, or that none stands out
 */
char *
ldr_exposure_sum_up (const LdrPitfallExposure *exposure, const char *leader)
{
  LdrStyle pitfall;

  if (!ldr_pitfall_exposure_get_strongest (exposure, &pitfall))
    return leader == NULL ? g_strdup (_ ("None of the five pitfalls shows more often than not. They keep each other in "
                                         "balance."))
                          : g_strdup_printf (_ ("%s shows none of the five pitfalls more often than not."), leader);
  if (leader == NULL)
    /* Translators: the name of a pitfall, then the name of the style that it belongs to */
    return g_strdup_printf (_ ("Closest by is “%s”, the other side of %s. Every strength has one."),
                            ldr_style_get_pitfall_name (pitfall), ldr_style_get_name (pitfall));
  /* Translators: a leader's name, the name of a pitfall, then the name of the style that it belongs to */
  return g_strdup_printf (_ ("Closest by for %s is “%s”, the other side of %s."), leader,
                          ldr_style_get_pitfall_name (pitfall), ldr_style_get_name (pitfall));
}

/**
 * ldr_profile_find_pitfall:
 * @overview: what the journal knows
 * @pitfall: (out): the pitfall to watch
 *
 * The one that shows most if it shows more often than not, else the one that was noticed most in the last weeks, else
 * the one that belongs to the favourite.
 *
 * Returns: whether there is one
 */
gboolean
ldr_profile_find_pitfall (const LdrStyleOverview *overview, LdrStyle *pitfall)
{
  guint most = 0;

  if (overview->latest_pitfalls != NULL && ldr_pitfall_exposure_get_strongest (&overview->exposure, pitfall))
    return TRUE;
  for (guint i = 1; i < LDR_N_STYLES; i++)
    if (overview->noticed_lately[i] > overview->noticed_lately[most])
      most = i;
  *pitfall = overview->noticed_lately[most] > 0 ? (LdrStyle) most : overview->favourite;
  return overview->noticed_lately[most] > 0 || (overview->latest != NULL && overview->has_favourite);
}

/**
 * ldr_noticed_describe:
 * @lately: in how many entries of the last four weeks a pitfall was noticed
 * @before: in how many of the four weeks before those
 * @ever: in how many entries in all
 * @leader: (nullable): the leader's name, or %NULL to speak to the leader
 *
 * Puts two stretches of time side by side, and leaves it to the reader whether that is a change: noticing more may as
 * well mean that one looks better.
 *
 * Returns: (transfer full): the same in a sentence that blames nobody
 */
char *
ldr_noticed_describe (int lately, int before, int ever, const char *leader)
{
  if (ever == 0)
    return leader == NULL ? g_strdup (_ ("You have not noted it in an entry yet."))
                          : g_strdup (_ ("It has not been noted in an entry yet."));
  if (lately == 0 && before == 0)
    return g_strdup_printf (ngettext ("Noticed in %d entry, not in the last eight weeks.",
                                      "Noticed in %d entries, not in the last eight weeks.", (gulong) ever),
                            ever);
  /* Translators: in how many entries, of which in the last four weeks, and in the four weeks before those */
  return g_strdup_printf (ngettext ("Noticed in %d entry: %d in the last four weeks, %d in the four weeks before.",
                                    "Noticed in %d entries: %d in the last four weeks, %d in the four weeks before.",
                                    (gulong) ever),
                          ever, lately, before);
}

static char *
describe_watch (const LdrStyleOverview *overview, LdrStyle pitfall)
{
  g_autoptr (GString) words = g_string_new (NULL);
  int lately = overview->noticed_lately[pitfall];

  if (overview->latest_pitfalls != NULL && overview->exposure.mean[pitfall] > OFTEN_ENOUGH)
    {
      g_autofree char *exposure = ldr_exposure_to_text (overview->exposure.mean[pitfall]);

      /* Translators: how much a pitfall shows, such as "3.8 of 5, often" */
      g_string_append_printf (words, _ ("In the questionnaire it showed %s."), exposure);
    }
  else if (lately == 0)
    g_string_append (words, _ ("It comes with the favourite: the same strength, once too often."));
  if (words->len > 0)
    g_string_append_c (words, ' ');
  if (lately > 0)
    g_string_append_printf (words,
                            ngettext ("It was noticed in %d entry of the last four weeks.",
                                      "It was noticed in %d entries of the last four weeks.", (gulong) lately),
                            lately);
  else
    g_string_append (words, _ ("No entry of the last four weeks mentions it."));
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* --- Comparing --- */

/**
 * ldr_agreement_describe:
 * @agreement: 0 to 1, or NAN where nothing can be compared
 * @kind: of what kind of answers
 *
 * Two who choose blindly agree on half of the choices, so that the words begin above that.
 *
 * Returns: (transfer full): how much two measurements agree, in words
 */
char *
ldr_agreement_describe (double agreement, LdrAssessmentKind kind)
{
  int percent;
  const char *format;

  if (isnan (agreement))
    return g_strdup (_ ("These two have no question in common, so they cannot be compared."));
  percent = (int) lround (agreement * 100);
  if (kind == LDR_ASSESSMENT_CHOICE)
    {
      if (agreement >= 0.8)
        format = _ ("Much alike: %d%% of the situations have the same choice in both.");
      else if (agreement >= 0.65)
        format = _ ("Alike in the main: %d%% of the situations have the same choice in both.");
      else
        format
            = _ ("Two different views: %d%% of the situations have the same choice in both. A good start for a talk.");
      return g_strdup_printf (format, percent);
    }
  if (agreement >= 0.85)
    return g_strdup (_ ("Much alike: most statements have nearly the same number in both."));
  if (agreement >= 0.7)
    return g_strdup (_ ("Alike in the main: many statements have nearly the same number in both."));
  return g_strdup (_ ("Two different views: many statements have quite another number. A good start for a talk."));
}

/**
 * ldr_difference_describe:
 * @difference: a difference in choices
 *
 * Returns: (transfer full): it with its sign, such as "+2", or "same"
 */
char *
ldr_difference_describe (int difference)
{
  if (difference == 0)
    return g_strdup (C_ ("difference", "same"));
  return g_strdup_printf (difference > 0 ? "+%d" : "−%d", ABS (difference));
}

/**
 * ldr_measurement_describe:
 * @assessment: a finished or unfinished assessment
 * @info: whose journal it is
 *
 * Returns: (transfer full): when and by whom it was filled in, such as "2 June 2026, by Eva"
 */
char *
ldr_measurement_describe (const LdrAssessment *assessment, const LdrJournalInfo *info)
{
  g_autofree char *date = ldr_day_describe (assessment->day);

  if (assessment->observer[0] != '\0')
    /* Translators: the date of a measurement and the name of the observer who filled it in */
    return g_strdup_printf (_ ("%s, by %s"), date, assessment->observer);
  if (info->role == LDR_ROLE_COACH)
    return g_strdup_printf (_ ("%s, by %s"), date, info->leader);
  /* Translators: the date of a measurement that the leader filled in */
  return g_strdup_printf (_ ("%s, by you"), date);
}

/* --- The card --- */

/**
 * ldr_profile_describe:
 * @overview: what the journal knows
 * @info: whose journal it is
 *
 * Returns: (transfer full): what the card at the top of the Styles page says
 */
LdrProfileDescription *
ldr_profile_describe (const LdrStyleOverview *overview, const LdrJournalInfo *info)
{
  LdrProfileDescription *self = g_new0 (LdrProfileDescription, 1);
  const char *leader = ldr_leader_for (info);
  g_autofree char *date = NULL;

  /* Translators: %s is a leader's name */
  self->title = leader == NULL ? g_strdup (_ ("Your profile")) : g_strdup_printf (_ ("%s’s profile"), leader);
  self->has_pitfall = ldr_profile_find_pitfall (overview, &self->pitfall);
  if (self->has_pitfall)
    self->watch = describe_watch (overview, self->pitfall);
  self->observers = describe_observers (overview);
  if (overview->latest == NULL)
    {
      self->favourite = leader == NULL ? g_strdup (_ ("There is no measurement of your own yet."))
                                       : g_strdup_printf (_ ("%s has not filled in a questionnaire yet."), leader);
      return self;
    }
  date = ldr_day_describe (overview->latest->day);
  self->favourite = ldr_favourite_describe (&overview->profile, leader);
  self->has_favourite = overview->has_favourite;
  self->style = overview->favourite;
  /* Translators: %s is a date */
  self->measured = g_strdup_printf (_ ("Measured on %s"), date);
  if (overview->previous != NULL)
    self->change = ldr_change_describe (&overview->profile, &overview->previous_profile, overview->previous->day);
  self->consistency = ldr_consistency_describe (&overview->profile);
  return self;
}

void
ldr_profile_description_free (LdrProfileDescription *self)
{
  g_free (self->title);
  g_free (self->favourite);
  g_free (self->measured);
  g_free (self->change);
  g_free (self->consistency);
  g_free (self->observers);
  g_free (self->watch);
  g_free (self);
}

/* --- Words to notice --- */

/**
 * ldr_phrases_add:
 * @phrases: (element-type utf8): words to notice a pitfall by
 * @phrase: what somebody typed
 *
 * Adds it as one clean line, unless nothing is left of it or it is there already, whatever the case of its letters.
 *
 * Returns: whether it was added
 */
gboolean
ldr_phrases_add (GPtrArray *phrases, const char *phrase)
{
  g_autofree char *line = ldr_text_clean (phrase, LDR_TEXT_LINE);
  g_autofree char *folded = NULL;

  g_strstrip (line);
  if (line[0] == '\0')
    return FALSE;
  folded = g_utf8_casefold (line, -1);
  for (guint i = 0; i < phrases->len; i++)
    {
      g_autofree char *other = g_utf8_casefold (g_ptr_array_index (phrases, i), -1);

      if (g_str_equal (folded, other))
        return FALSE;
    }
  g_ptr_array_add (phrases, g_steal_pointer (&line));
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-profile-parts.h"

#include <glib/gi18n.h>
#include "content/ldr-style-text.h"
#include "ldr-progress-words.h"
#include "model/ldr-moment.h"

/**
 * ldr_share_describe:
 * @profile: a profile
 * @style: a style
 *
 * Returns: (transfer full): how often it was chosen, such as "5 of 8"
 */
char *
ldr_share_describe (const LdrStyleProfile *profile, LdrStyle style)
{
  /* Translators: how often a style was chosen, out of how often it could have been */
  return g_strdup_printf (_ ("%d of %d"), profile->chosen[style], profile->offered[style]);
}

/**
 * ldr_change_describe:
 * @now: the latest profile
 * @before: the one before it
 * @since: the day of @before
 *
 * A change of less than %LDR_FAVOURITE_LEAD choices may be chance, and is not called one. Several that rise a little
 * can make up for one that fell, so that each direction is looked at for itself.
 *
 * Returns: (transfer full): which style rose most, and which fell most
 */
char *
ldr_change_describe (const LdrStyleProfile *now, const LdrStyleProfile *before, int since)
{
  g_autofree char *date = ldr_day_format (since, C_ ("date", "%-e %B %Y"));
  g_autofree char *rise = NULL, *fall = NULL;
  double change;
  LdrStyle riser = ldr_style_profile_get_riser (now, before, &change);
  LdrStyle faller = ldr_style_profile_get_riser (before, now, &change);

  if (now->chosen[riser] - before->chosen[riser] >= LDR_FAVOURITE_LEAD)
    /* Translators: a date, the name of a style, then how often it was chosen then, now, and how often it could have
     * been */
    rise = g_strdup_printf (_ ("Since %s, %s grew most: from %d to %d of %d."), date, ldr_style_get_name (riser),
                            before->chosen[riser], now->chosen[riser], now->offered[riser]);
  if (before->chosen[faller] - now->chosen[faller] < LDR_FAVOURITE_LEAD)
    /* Translators: %s is a date */
    return rise != NULL ? g_steal_pointer (&rise)
                        : g_strdup_printf (_ ("Since %s the profile has hardly changed."), date);
  if (rise == NULL)
    /* Translators: a date, the name of a style, then how often it was chosen then, now, and how often it could have
     * been */
    return g_strdup_printf (_ ("Since %s, %s fell most: from %d to %d of %d."), date, ldr_style_get_name (faller),
                            before->chosen[faller], now->chosen[faller], now->offered[faller]);
  /* Translators: after what grew most: the name of a style, then how often it was chosen then, now, and how often it
   * could have been */
  fall = g_strdup_printf (_ ("%s fell most: from %d to %d of %d."), ldr_style_get_name (faller), before->chosen[faller],
                          now->chosen[faller], now->offered[faller]);
  return g_strconcat (rise, " ", fall, NULL);
}

/**
 * ldr_radar_new_for_styles:
 * @title: what the chart is
 * @summary: what it says
 *
 * Returns: (transfer full): a radar with the five styles as its axes, in their colours, and no series
 */
LdrRadarData *
ldr_radar_new_for_styles (const char *title, const char *summary)
{
  LdrRadarData *data = ldr_radar_data_new (title, summary, 1, 4);

  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      ldr_radar_data_add_axis (data, ldr_style_get_name ((LdrStyle) i), ldr_progress_words_class ((int) i),
                               ldr_style_get_icon_name ((LdrStyle) i));
    }
  return data;
}

/**
 * ldr_radar_add_profile:
 * @data: a radar of ldr_radar_new_for_styles()
 * @name: what the profile is called
 * @line: how it is drawn
 * @profile: the profile
 */
void
ldr_radar_add_profile (LdrRadarData *data, const char *name, LdrRadarLine line, const LdrStyleProfile *profile)
{
  double values[LDR_N_STYLES];
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      values[i] = ldr_style_profile_get_share (profile, (LdrStyle) i);
      g_strv_builder_take (texts, ldr_share_describe (profile, (LdrStyle) i));
    }
  words = g_strv_builder_end (texts);
  ldr_radar_data_add_series (data, name, line, values, (const char *const *) words);
}

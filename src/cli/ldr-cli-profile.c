/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known about the five styles, for people and for scripts. */

#include "ldr-cli-profile.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "content/ldr-questionnaire.h"
#include "content/ldr-style-text.h"
#include "ldr-cli.h"
#include "model/ldr-moment.h"

/* --- For people ------------------------------------------------------------------------------------------------------
 */

/* Names stand in one column, however many bytes their letters take. */
static void
print_name (const char *name)
{
  ldr_cli_print_format ("  %s%*s", name, MAX (1, 28 - (int) g_utf8_strlen (name, -1)), "");
}

static void
print_heading (const char *questionnaire, const LdrAssessment *assessment)
{
  g_autofree char *day = assessment != NULL ? ldr_day_to_iso8601 (assessment->day) : NULL;

  ldr_cli_print_format ("%s  %s\n", ldr_questionnaire_get_title (ldr_questionnaire_find (questionnaire)),
                        day != NULL ? day : _ ("not filled in yet"));
}

static void
print_styles (const LdrStyleOverview *overview)
{
  print_heading (LDR_QUESTIONNAIRE_NATURAL_STYLE, overview->latest);
  for (guint i = 0; overview->latest != NULL && i < LDR_N_STYLES; i++)
    {
      print_name (ldr_style_get_name ((LdrStyle) i));
      /* Translators: how often a style was chosen, out of how many times. */
      ldr_cli_print_format (_ ("%d of %d"), overview->profile.chosen[i], overview->profile.offered[i]);
      ldr_cli_print ("\n");
    }
  if (overview->latest == NULL)
    return;
  if (overview->has_favourite)
    ldr_cli_print_format (_ ("Favourite: %s"), ldr_style_get_name (overview->favourite));
  else
    ldr_cli_print (_ ("No clear favourite"));
  ldr_cli_print ("\n");
}

static void
print_pitfalls (const LdrStyleOverview *overview)
{
  LdrStyle strongest;

  print_heading (LDR_QUESTIONNAIRE_PITFALL_SIGNS, overview->latest_pitfalls);
  for (guint i = 0; overview->latest_pitfalls != NULL && i < LDR_N_STYLES; i++)
    {
      print_name (ldr_style_get_pitfall_name ((LdrStyle) i));
      ldr_cli_print_format ("%.1f\n", overview->exposure.mean[i]);
    }
  if (overview->latest_pitfalls != NULL && ldr_pitfall_exposure_get_strongest (&overview->exposure, &strongest))
    {
      ldr_cli_print_format (_ ("Pitfall to watch: %s"), ldr_style_get_pitfall_name (strongest));
      ldr_cli_print ("\n");
    }
}

static void
print_counts (const char *heading, const int *all, const int *lately, const char *(*get_name) (LdrStyle style))
{
  ldr_cli_print_format ("%s\n", heading);
  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      print_name (get_name ((LdrStyle) i));
      ldr_cli_print_format ("%d (%d)\n", all[i], lately[i]);
    }
}

/**
 * ldr_cli_print_profile:
 * @overview: what a journal knows about the styles
 *
 * Prints it to be read.
 */
void
ldr_cli_print_profile (const LdrStyleOverview *overview)
{
  print_styles (overview);
  ldr_cli_print ("\n");
  print_pitfalls (overview);
  ldr_cli_print ("\n");
  print_counts (_ ("Entries with a style (in the last four weeks)"), overview->used, overview->used_lately,
                ldr_style_get_name);
  ldr_cli_print ("\n");
  print_counts (_ ("Entries with a pitfall (in the last four weeks)"), overview->noticed, overview->noticed_lately,
                ldr_style_get_pitfall_name);
}

/* --- For scripts -----------------------------------------------------------------------------------------------------
 */

static void
add_numbers (JsonBuilder *builder, const char *name, const int *numbers)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      json_builder_set_member_name (builder, ldr_style_to_id ((LdrStyle) i));
      json_builder_add_int_value (builder, numbers[i]);
    }
  json_builder_end_object (builder);
}

static void
add_exposure (JsonBuilder *builder, const LdrPitfallExposure *exposure)
{
  json_builder_set_member_name (builder, "mean");
  json_builder_begin_object (builder);
  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      json_builder_set_member_name (builder, ldr_style_to_id ((LdrStyle) i));
      json_builder_add_double_value (builder, exposure->mean[i]);
    }
  json_builder_end_object (builder);
}

static void
add_assessment (JsonBuilder *builder, const LdrAssessment *assessment)
{
  g_autofree char *day = ldr_day_to_iso8601 (assessment->day);

  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, assessment->id);
  json_builder_set_member_name (builder, "day");
  json_builder_add_string_value (builder, day);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, assessment->version);
}

static void
add_profile (JsonBuilder *builder, const LdrStyleProfile *profile)
{
  LdrStyle favourite;

  add_numbers (builder, "chosen", profile->chosen);
  add_numbers (builder, "offered", profile->offered);
  json_builder_set_member_name (builder, "consistency");
  json_builder_add_double_value (builder, ldr_style_profile_get_consistency (profile));
  json_builder_set_member_name (builder, "favourite");
  if (ldr_style_profile_get_favourite (profile, &favourite))
    json_builder_add_string_value (builder, ldr_style_to_id (favourite));
  else
    json_builder_add_null_value (builder);
}

/* One measurement, or null. @observers counts who answered; without a measurement of one's own it says whose it is. */
static void
add_measurement (JsonBuilder *builder,
                 const char *name,
                 const LdrAssessment *assessment,
                 int observers,
                 const LdrStyleProfile *profile,
                 const LdrPitfallExposure *exposure)
{
  json_builder_set_member_name (builder, name);
  if (assessment == NULL && observers == 0)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  if (assessment != NULL)
    add_assessment (builder, assessment);
  else
    {
      json_builder_set_member_name (builder, "observers");
      json_builder_add_int_value (builder, observers);
    }
  if (profile != NULL)
    add_profile (builder, profile);
  else
    add_exposure (builder, exposure);
  json_builder_end_object (builder);
}

static void
add_questionnaires (JsonBuilder *builder, const LdrStyleOverview *overview)
{
  json_builder_set_member_name (builder, LDR_QUESTIONNAIRE_NATURAL_STYLE);
  json_builder_begin_object (builder);
  add_measurement (builder, "latest", overview->latest, 0, &overview->profile, NULL);
  add_measurement (builder, "previous", overview->previous, 0, &overview->previous_profile, NULL);
  add_measurement (builder, "observers", NULL, overview->n_observers, &overview->observers, NULL);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, LDR_QUESTIONNAIRE_PITFALL_SIGNS);
  json_builder_begin_object (builder);
  add_measurement (builder, "latest", overview->latest_pitfalls, 0, NULL, &overview->exposure);
  add_measurement (builder, "previous", overview->previous_pitfalls, 0, NULL, &overview->previous_exposure);
  add_measurement (builder, "observers", NULL, overview->n_pitfall_observers, NULL, &overview->observers_exposure);
  json_builder_end_object (builder);
}

/**
 * ldr_cli_print_profile_json:
 * @overview: what a journal knows about the styles
 *
 * Prints it as one JSON object.
 */
void
ldr_cli_print_profile_json (const LdrStyleOverview *overview)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  add_questionnaires (builder, overview);
  add_numbers (builder, "used", overview->used);
  add_numbers (builder, "used-lately", overview->used_lately);
  add_numbers (builder, "noticed", overview->noticed);
  add_numbers (builder, "noticed-lately", overview->noticed_lately);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  ldr_cli_print_format ("%s\n", text);
}

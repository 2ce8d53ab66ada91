/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-measurements-page.h"

#include <glib/gi18n.h>
#include "ldr-filling.h"
#include "ldr-styles-describe.h"
#include "ldr-styles-parts.h"

/**
 * LdrMeasurementsPage:
 *
 * Every measurement that was ever made, by questionnaire, the latest first.
 */
struct _LdrMeasurementsPage
{
  AdwNavigationPage parent_instance;

  GtkWidget *content;
};

G_DEFINE_FINAL_TYPE (LdrMeasurementsPage, ldr_measurements_page, ADW_TYPE_NAVIGATION_PAGE)

/**
 * ldr_measurement_sum_up:
 * @assessment: a measurement
 *
 * Returns: (transfer full): what came of it, in a few words
 */
char *
ldr_measurement_sum_up (const LdrAssessment *assessment)
{
  LdrStyleProfile profile;
  LdrPitfallExposure exposure;
  LdrStyle style;

  if (assessment->finished == 0)
    /* Translators: how many questions were answered, and how many there are */
    return g_strdup_printf (_ ("Not finished: %d of %d answered"), (int) ldr_assessment_count_answers (assessment),
                            (int) assessment->n_items);
  if (ldr_score_find_styles (assessment, &profile))
    return ldr_style_profile_get_favourite (&profile, &style)
               /* Translators: %s is the name of a style */
               ? g_strdup_printf (_ ("Favourite: %s"), ldr_style_get_name (style))
               : g_strdup (_ ("No clear favourite"));
  if (ldr_score_find_pitfalls (assessment, &exposure))
    return ldr_pitfall_exposure_get_strongest (&exposure, &style)
               /* Translators: %s is the name of a pitfall */
               ? g_strdup_printf (_ ("Closest by: %s"), ldr_style_get_pitfall_name (style))
               : g_strdup (_ ("No pitfall stands out"));
  return g_strdup (_ ("From an earlier version of the questionnaire"));
}

static GtkWidget *
make_delete_button (const LdrAssessment *assessment, const char *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: what a button does; %s says when and by whom a questionnaire was filled in */
  g_autofree char *name = g_strdup_printf (_ ("Delete the measurement of %s"), title);

  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), g_variant_new_string (assessment->id));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "styles.delete");
  gtk_widget_set_tooltip_text (button, _ ("Delete"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
make_row (const LdrAssessment *assessment, const LdrJournalInfo *info)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = ldr_measurement_describe (assessment, info);
  g_autofree char *subtitle = ldr_measurement_sum_up (assessment);
  gboolean can_resume = ldr_assessment_can_resume (assessment);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_delete_button (assessment, title));
  if (assessment->finished != 0 || can_resume)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), g_variant_new_string (assessment->id));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), can_resume ? "styles.continue" : "styles.show-result");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
    }
  return row;
}

static void
add_group (LdrMeasurementsPage *self, const LdrStylesNews *news, const LdrQuestionnaire *questionnaire)
{
  g_autoptr (GPtrArray) all = ldr_styles_news_list (news, questionnaire->id, FALSE);
  g_autoptr (GPtrArray) finished = ldr_styles_news_list (news, questionnaire->id, TRUE);
  GtkWidget *group = adw_preferences_group_new ();

  if (all->len == 0)
    {
      g_object_ref_sink (group);
      g_object_unref (group);
      return;
    }
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), ldr_questionnaire_get_title (questionnaire));
  if (finished->len > 1)
    {
      GtkWidget *compare = gtk_button_new_with_mnemonic (_ ("_Compare…"));

      gtk_actionable_set_action_target (GTK_ACTIONABLE (compare), "(ss)", questionnaire->id, "");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (compare), "styles.compare");
      gtk_widget_set_valign (compare, GTK_ALIGN_CENTER);
      adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), compare);
    }
  for (guint i = 0; i < all->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (g_ptr_array_index (all, i), news->info));
  gtk_box_append (GTK_BOX (self->content), group);
}

/**
 * ldr_measurements_page_set_news:
 * @self: a page
 * @news: what the journal knows
 */
void
ldr_measurements_page_set_news (LdrMeasurementsPage *self, LdrStylesNews *news)
{
  GPtrArray *questionnaires = ldr_questionnaire_get_all ();

  g_return_if_fail (LDR_IS_MEASUREMENTS_PAGE (self));

  ldr_parts_clear (self->content);
  for (guint i = 0; i < questionnaires->len; i++)
    add_group (self, news, g_ptr_array_index (questionnaires, i));
  if (gtk_widget_get_first_child (self->content) == NULL)
    gtk_box_append (
        GTK_BOX (self->content),
        ldr_parts_label (_ ("No measurement is left. The questionnaires are on the page before this one."), "dimmed"));
}

static void
ldr_measurements_page_class_init (LdrMeasurementsPageClass *klass)
{
}

static void
ldr_measurements_page_init (LdrMeasurementsPage *self)
{
  ldr_parts_page (ADW_NAVIGATION_PAGE (self), 640, &self->content);
}

/**
 * ldr_measurements_page_new:
 *
 * Returns: (transfer floating): a page, still empty
 */
AdwNavigationPage *
ldr_measurements_page_new (void)
{
  return g_object_new (LDR_TYPE_MEASUREMENTS_PAGE, "title", _ ("All Measurements"), NULL);
}

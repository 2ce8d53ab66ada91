/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-compare-page.h"

#include <glib/gi18n.h>
#include "ldr-profile-view.h"
#include "ldr-styles-describe.h"
#include "ldr-styles-parts.h"

/**
 * LdrComparePage:
 *
 * Two measurements of one questionnaire side by side: earlier and now, or the leader and an observer.
 */
struct _LdrComparePage
{
  AdwNavigationPage parent_instance;

  char *questionnaire;
  char *first_id;
  LdrStylesNews *news;
  GPtrArray *list;
  GtkWidget *choosers;
  AdwComboRow *first;
  AdwComboRow *second;
  GtkWidget *result;
};

G_DEFINE_FINAL_TYPE (LdrComparePage, ldr_compare_page, ADW_TYPE_NAVIGATION_PAGE)

static LdrAssessment *
get_chosen (LdrComparePage *self, AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);

  return self->list != NULL && selected < self->list->len ? g_ptr_array_index (self->list, selected) : NULL;
}

static GtkWidget *
make_difference_table (const char *first, const char *second)
{
  return ldr_parts_table (_ ("Differences"), (const char *[]) { "", first, second, _ ("Difference"), NULL });
}

static void
show_styles (LdrComparePage *self,
             const LdrStyleProfile *first,
             const LdrStyleProfile *second,
             const char *first_name,
             const char *second_name,
             const char *agreement)
{
  g_autoptr (LdrRadarData) data = ldr_radar_new_for_styles (_ ("Two profiles"), agreement);
  GtkWidget *view = ldr_profile_view_new ();
  GtkWidget *table = make_difference_table (first_name, second_name);

  ldr_radar_add_profile (data, second_name, LDR_RADAR_LINE_DASHED, second);
  ldr_radar_add_profile (data, first_name, LDR_RADAR_LINE_SOLID, first);
  ldr_profile_view_set_data (LDR_PROFILE_VIEW (view), data);
  gtk_widget_set_size_request (view, -1, 340);
  gtk_box_append (GTK_BOX (self->result), view);
  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      g_autofree char *now = ldr_share_describe (first, (LdrStyle) i);
      g_autofree char *then = ldr_share_describe (second, (LdrStyle) i);
      g_autofree char *difference = ldr_difference_describe (first->chosen[i] - second->chosen[i]);

      ldr_parts_table_add (table, (const char *[]) { ldr_style_get_name ((LdrStyle) i), now, then, difference, NULL });
    }
  gtk_box_append (GTK_BOX (self->result), table);
}

static void
show_pitfalls (LdrComparePage *self,
               const LdrPitfallExposure *first,
               const LdrPitfallExposure *second,
               const char *first_name,
               const char *second_name)
{
  GtkWidget *table = make_difference_table (first_name, second_name);

  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      double change = first->mean[i] - second->mean[i];
      g_autofree char *now = g_strdup_printf ("%.1f", first->mean[i]);
      g_autofree char *then = g_strdup_printf ("%.1f", second->mean[i]);
      g_autofree char *difference = ABS (change) < 0.05
                                        ? ldr_difference_describe (0)
                                        : g_strdup_printf ("%s%.1f", change > 0 ? "+" : "−", ABS (change));

      ldr_parts_table_add (table,
                           (const char *[]) { ldr_style_get_pitfall_name ((LdrStyle) i), now, then, difference, NULL });
    }
  gtk_box_append (GTK_BOX (self->result), table);
}

static void
show_result (LdrComparePage *self)
{
  LdrAssessment *first = get_chosen (self, self->first);
  LdrAssessment *second = get_chosen (self, self->second);
  g_autofree char *agreement = NULL;
  g_autofree char *first_name = NULL;
  g_autofree char *second_name = NULL;
  LdrStyleProfile profiles[2];
  LdrPitfallExposure exposures[2];

  ldr_parts_clear (self->result);
  if (first == NULL || second == NULL)
    return;
  if (first == second)
    {
      gtk_box_append (GTK_BOX (self->result), ldr_parts_label (_ ("Choose two different ones to compare."), NULL));
      return;
    }
  agreement = ldr_agreement_describe (ldr_score_agreement (first, second), first->kind);
  first_name = ldr_measurement_describe (first, self->news->info);
  second_name = ldr_measurement_describe (second, self->news->info);
  gtk_box_append (GTK_BOX (self->result), ldr_parts_label (agreement, "title-4"));
  if (ldr_score_find_styles (first, &profiles[0]) && ldr_score_find_styles (second, &profiles[1]))
    show_styles (self, &profiles[0], &profiles[1], first_name, second_name, agreement);
  else if (ldr_score_find_pitfalls (first, &exposures[0]) && ldr_score_find_pitfalls (second, &exposures[1]))
    show_pitfalls (self, &exposures[0], &exposures[1], first_name, second_name);
}

static guint
find_position (LdrComparePage *self, const char *id, guint otherwise)
{
  for (guint i = 0; i < self->list->len; i++)
    if (g_strcmp0 (((LdrAssessment *) g_ptr_array_index (self->list, i))->id, id) == 0)
      return i;
  return MIN (otherwise, self->list->len - 1);
}

/**
 * ldr_compare_page_set_news:
 * @self: a page
 * @news: what the journal knows
 *
 * Offers all measurements; those that were chosen stay chosen.
 */
void
ldr_compare_page_set_news (LdrComparePage *self, LdrStylesNews *news)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  LdrAssessment *chosen = get_chosen (self, self->first);
  g_autofree char *first_id = g_strdup (chosen != NULL ? chosen->id : self->first_id);
  g_autofree char *second_id = NULL;
  const LdrAssessment *before;
  guint first;

  chosen = get_chosen (self, self->second);
  second_id = g_strdup (chosen != NULL ? chosen->id : NULL);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  adw_combo_row_set_model (self->first, NULL);
  adw_combo_row_set_model (self->second, NULL);
  g_clear_pointer (&self->news, ldr_styles_news_unref);
  self->news = ldr_styles_news_ref (news);
  self->list = ldr_styles_news_list (news, self->questionnaire, TRUE);
  for (guint i = 0; i < self->list->len; i++)
    {
      g_autofree char *name = ldr_measurement_describe (g_ptr_array_index (self->list, i), news->info);

      gtk_string_list_append (names, name);
    }
  gtk_widget_set_visible (self->choosers, self->list->len > 1);
  adw_combo_row_set_model (self->first, G_LIST_MODEL (names));
  adw_combo_row_set_model (self->second, G_LIST_MODEL (names));
  if (self->list->len > 0)
    {
      first = find_position (self, first_id, 0);
      before = ldr_styles_news_find_before (news, g_ptr_array_index (self->list, first));
      adw_combo_row_set_selected (self->first, first);
      adw_combo_row_set_selected (self->second,
                                  find_position (self, second_id != NULL || before == NULL ? second_id : before->id,
                                                 first + 1 < self->list->len ? first + 1 : 0));
    }
  show_result (self);
}

static void
ldr_compare_page_finalize (GObject *object)
{
  LdrComparePage *self = LDR_COMPARE_PAGE (object);

  g_free (self->questionnaire);
  g_free (self->first_id);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_clear_pointer (&self->news, ldr_styles_news_unref);

  G_OBJECT_CLASS (ldr_compare_page_parent_class)->finalize (object);
}

static void
ldr_compare_page_class_init (LdrComparePageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ldr_compare_page_finalize;
}

static AdwComboRow *
add_chooser (LdrComparePage *self, const char *title)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (show_result), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->choosers), row);
  return ADW_COMBO_ROW (row);
}

static void
ldr_compare_page_init (LdrComparePage *self)
{
  GtkWidget *content;

  ldr_parts_page (ADW_NAVIGATION_PAGE (self), 640, &content);
  self->choosers = adw_preferences_group_new ();
  self->first = add_chooser (self, C_ ("compare", "This one"));
  self->second = add_chooser (self, C_ ("compare", "With"));
  self->result = ldr_parts_card (18);
  gtk_box_append (GTK_BOX (content), self->choosers);
  gtk_box_append (GTK_BOX (content), self->result);
}

/**
 * ldr_compare_page_new:
 * @questionnaire: whose measurements to compare
 * @first: (nullable): the id of the one to begin with, or "" for the latest
 *
 * Returns: (transfer floating): a page, still empty
 */
AdwNavigationPage *
ldr_compare_page_new (const char *questionnaire, const char *first)
{
  LdrComparePage *self = g_object_new (LDR_TYPE_COMPARE_PAGE, "title", _ ("Compare"), NULL);

  self->questionnaire = g_strdup (questionnaire);
  self->first_id = g_strdup (first);
  return ADW_NAVIGATION_PAGE (self);
}

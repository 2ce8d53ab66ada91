/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-result-page.h"

#include <glib/gi18n.h>
#include "ldr-profile-view.h"
#include "ldr-styles-describe.h"
#include "ldr-styles-parts.h"

/**
 * LdrResultPage:
 *
 * What one measurement says, beside the one before it by the same person.
 */
struct _LdrResultPage
{
  AdwNavigationPage parent_instance;

  LdrAssessment *assessment;
  GtkWidget *content;
};

G_DEFINE_FINAL_TYPE (LdrResultPage, ldr_result_page, ADW_TYPE_NAVIGATION_PAGE)

/* Texts speak to whoever filled it in as the leader, and about the leader where an observer did or a coach reads. */
static const char *
get_leader (LdrResultPage *self, const LdrStylesNews *news)
{
  return self->assessment->observer[0] != '\0' ? news->info->leader : ldr_leader_for (news->info);
}

static GtkWidget *
add_card (LdrResultPage *self)
{
  GtkWidget *card = ldr_parts_card (12);

  gtk_box_append (GTK_BOX (self->content), card);
  return card;
}

static void
add_own_words (GtkWidget *card, const LdrStyleProfile *profile, const char *leader)
{
  g_autofree char *favourite = ldr_favourite_describe (profile, leader);
  g_autofree char *consistency = ldr_consistency_describe (profile);

  gtk_box_append (GTK_BOX (card), ldr_parts_label (favourite, "title-3"));
  gtk_box_append (GTK_BOX (card), ldr_parts_label (consistency, NULL));
}

static void
show_styles (LdrResultPage *self,
             const LdrStylesNews *news,
             const LdrAssessment *before,
             const LdrStyleProfile *profile)
{
  GtkWidget *card = add_card (self);
  GtkWidget *view = ldr_profile_view_new ();
  g_autofree char *summary = ldr_favourite_describe (profile, get_leader (self, news));
  g_autofree char *title = ldr_measurement_describe (self->assessment, news->info);
  g_autoptr (LdrRadarData) data = ldr_radar_new_for_styles (_ ("Profile"), summary);
  LdrStyleProfile earlier;

  add_own_words (card, profile, get_leader (self, news));
  if (before != NULL && ldr_score_find_styles (before, &earlier))
    {
      g_autofree char *date = ldr_day_describe (before->day);
      g_autofree char *change = ldr_change_describe (profile, &earlier, before->day);

      ldr_radar_add_profile (data, date, LDR_RADAR_LINE_DASHED, &earlier);
      gtk_box_append (GTK_BOX (card), ldr_parts_label (change, NULL));
    }
  ldr_radar_add_profile (data, before != NULL ? _ ("This time") : title, LDR_RADAR_LINE_SOLID, profile);
  ldr_profile_view_set_data (LDR_PROFILE_VIEW (view), data);
  gtk_widget_set_size_request (view, -1, 340);
  gtk_box_append (GTK_BOX (card), view);
  gtk_box_append (GTK_BOX (card),
                  ldr_parts_label (_ ("A style says what has been practised, not who somebody is. None of "
                                      "the five is better than the others."),
                                   "dimmed"));
}

static void
show_pitfalls (LdrResultPage *self,
               const LdrStylesNews *news,
               const LdrAssessment *before,
               const LdrPitfallExposure *exposure)
{
  GtkWidget *card = add_card (self);
  g_autofree char *summary = ldr_exposure_sum_up (exposure, get_leader (self, news));
  LdrPitfallExposure earlier;
  gboolean has_before = before != NULL && ldr_score_find_pitfalls (before, &earlier);
  GtkWidget *bars = gtk_box_new (GTK_ORIENTATION_VERTICAL, 15);

  gtk_box_append (GTK_BOX (card), ldr_parts_label (summary, "title-3"));
  for (guint i = 0; i < LDR_N_STYLES; i++)
    gtk_box_append (GTK_BOX (bars),
                    ldr_parts_pitfall_bar ((LdrStyle) i, exposure->mean[i], has_before ? &earlier.mean[i] : NULL));
  gtk_box_append (GTK_BOX (card), bars);
  gtk_box_append (GTK_BOX (card),
                  ldr_parts_label (_ ("A pitfall is a strength used once too often. The page of each style has small "
                                      "moves against it."),
                                   "dimmed"));
}

static void
add_actions (LdrResultPage *self, const LdrStylesNews *news)
{
  GtkWidget *box = adw_wrap_box_new ();
  g_autoptr (GPtrArray) list = ldr_styles_news_list (news, self->assessment->questionnaire, TRUE);
  GtkWidget *delete_button
      = ldr_parts_button (_ ("_Delete"), "styles.delete", g_variant_new_string (self->assessment->id));

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 9);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 9);
  if (list->len > 1)
    adw_wrap_box_append (ADW_WRAP_BOX (box), ldr_parts_button (_ ("_Compare With…"), "styles.compare",
                                                               g_variant_new ("(ss)", self->assessment->questionnaire,
                                                                              self->assessment->id)));
  adw_wrap_box_append (ADW_WRAP_BOX (box), ldr_parts_button (_ ("_All Measurements"), "styles.history", NULL));
  gtk_widget_add_css_class (delete_button, "destructive-action");
  adw_wrap_box_append (ADW_WRAP_BOX (box), delete_button);
  gtk_box_append (GTK_BOX (self->content), box);
}

/**
 * ldr_result_page_set_news:
 * @self: a page
 * @news: what the journal knows, for the measurement before
 */
void
ldr_result_page_set_news (LdrResultPage *self, LdrStylesNews *news)
{
  const LdrAssessment *before = ldr_styles_news_find_before (news, self->assessment);
  g_autofree char *when = ldr_measurement_describe (self->assessment, news->info);
  LdrStyleProfile profile;
  LdrPitfallExposure exposure;

  g_return_if_fail (LDR_IS_RESULT_PAGE (self));

  ldr_parts_clear (self->content);
  gtk_box_append (GTK_BOX (self->content), ldr_parts_label (when, "dimmed"));
  if (ldr_score_find_styles (self->assessment, &profile))
    show_styles (self, news, before, &profile);
  else if (ldr_score_find_pitfalls (self->assessment, &exposure))
    show_pitfalls (self, news, before, &exposure);
  add_actions (self, news);
}

static void
ldr_result_page_finalize (GObject *object)
{
  ldr_assessment_unref (LDR_RESULT_PAGE (object)->assessment);

  G_OBJECT_CLASS (ldr_result_page_parent_class)->finalize (object);
}

static void
ldr_result_page_class_init (LdrResultPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ldr_result_page_finalize;
}

static void
ldr_result_page_init (LdrResultPage *self)
{
  ldr_parts_page (ADW_NAVIGATION_PAGE (self), 640, &self->content);
}

/**
 * ldr_result_page_new:
 * @assessment: a finished measurement
 *
 * Returns: (transfer floating): its page, still empty
 */
AdwNavigationPage *
ldr_result_page_new (LdrAssessment *assessment)
{
  const LdrQuestionnaire *questionnaire = ldr_questionnaire_find (assessment->questionnaire);
  LdrResultPage *self = g_object_new (
      LDR_TYPE_RESULT_PAGE, "title",
      questionnaire != NULL ? ldr_questionnaire_get_title (questionnaire) : assessment->questionnaire, NULL);

  self->assessment = ldr_assessment_ref (assessment);
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * ldr_result_page_get_id:
 * @self: a page
 *
 * Returns: (transfer none): the id of its measurement
 */
const char *
ldr_result_page_get_id (LdrResultPage *self)
{
  g_return_val_if_fail (LDR_IS_RESULT_PAGE (self), NULL);

  return self->assessment->id;
}

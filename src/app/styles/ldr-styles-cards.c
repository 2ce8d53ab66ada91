/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-styles-cards.h"

#include <glib/gi18n.h>
#include "app/widgets/ldr-style-chip.h"
#include "ldr-styles-describe.h"
#include "ldr-styles-parts.h"

/**
 * ldr_style_card_new:
 * @style: a style
 *
 * Returns: (transfer floating): a card that says what it believes and what it costs, and leads to its page
 */
GtkWidget *
ldr_style_card_new (LdrStyle style)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = ldr_parts_label (ldr_style_get_name (style), "heading");
  g_autofree char *style_class = g_strconcat ("style-", ldr_style_to_id (style), NULL);

  gtk_widget_add_css_class (name, style_class);
  gtk_widget_add_css_class (name, "style-color");
  gtk_box_append (GTK_BOX (names), name);
  gtk_box_append (GTK_BOX (names), ldr_parts_label (ldr_style_get_text (style, LDR_STYLE_TEXT_MOTTO), "caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (names), "dimmed");
  gtk_box_append (GTK_BOX (head), ldr_parts_symbol (style, 28));
  gtk_box_append (GTK_BOX (head), names);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), ldr_parts_label (ldr_style_get_text (style, LDR_STYLE_TEXT_BELIEF), NULL));
  gtk_box_append (GTK_BOX (box), ldr_parts_label (_ ("Pitfall"), "caption-heading"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dimmed");
  gtk_box_append (GTK_BOX (box), ldr_parts_label (ldr_style_get_pitfall_name (style), NULL));
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "style-card");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) style);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "styles.show-style");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, ldr_style_get_name (style),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  ldr_style_get_text (style, LDR_STYLE_TEXT_BELIEF), -1);
  return button;
}

/**
 * ldr_questionnaire_card_new:
 *
 * Returns: (transfer floating): a card to be filled by ldr_questionnaire_card_fill()
 */
GtkWidget *
ldr_questionnaire_card_new (void)
{
  return ldr_parts_card (9);
}

/* Starts the questionnaire, or goes on with it where it was left. */
static void
add_start (GtkWidget *card, const LdrStylesNews *news, const char *questionnaire, gboolean suggested)
{
  LdrAssessment *unfinished = ldr_styles_news_find_unfinished (news, questionnaire);
  GtkWidget *buttons = adw_wrap_box_new ();
  GtkWidget *button;

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (buttons), 9);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (buttons), 9);
  if (unfinished != NULL)
    {
      /* Translators: how many questions were answered, and how many there are */
      g_autofree char *label = g_strdup_printf (
          _ ("_Continue (%d of %d)"), (int) ldr_assessment_count_answers (unfinished), (int) unfinished->n_items);

      button = ldr_parts_button (label, "styles.continue", g_variant_new_string (unfinished->id));
      adw_wrap_box_append (ADW_WRAP_BOX (buttons), button);
      adw_wrap_box_append (ADW_WRAP_BOX (buttons),
                           ldr_parts_button (_ ("Start _Anew"), "styles.start", g_variant_new_string (questionnaire)));
    }
  else
    {
      button = ldr_parts_button (_ ("_Start the Questionnaire"), "styles.start", g_variant_new_string (questionnaire));
      adw_wrap_box_append (ADW_WRAP_BOX (buttons), button);
    }
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_valign (buttons, GTK_ALIGN_END);
  gtk_widget_set_margin_top (buttons, 6);
  gtk_box_append (GTK_BOX (card), buttons);
}

static void
add_questionnaire (GtkWidget *card, const char *id)
{
  const LdrQuestionnaire *questionnaire = ldr_questionnaire_find (id);

  gtk_box_append (GTK_BOX (card), ldr_parts_label (ldr_questionnaire_get_title (questionnaire), "heading"));
  gtk_box_append (GTK_BOX (card), ldr_parts_label (ldr_questionnaire_get_summary (questionnaire), "dimmed"));
}

/**
 * ldr_questionnaire_card_fill:
 * @card: a card of ldr_questionnaire_card_new()
 * @news: what the journal knows
 */
void
ldr_questionnaire_card_fill (GtkWidget *card, const LdrStylesNews *news)
{
  ldr_parts_clear (card);
  add_questionnaire (card, LDR_QUESTIONNAIRE_NATURAL_STYLE);
  gtk_box_append (GTK_BOX (card),
                  ldr_parts_label (_ ("About five minutes. It can be repeated; every result is kept."), "dimmed"));
  add_start (card, news, LDR_QUESTIONNAIRE_NATURAL_STYLE, news->overview->latest != NULL);
}

/**
 * ldr_pitfalls_card_fill:
 * @card: a vertical box
 * @news: what the journal knows
 *
 * Shows how much each pitfall shows, to the leader and to observers, or what the questionnaire about them is for.
 */
void
ldr_pitfalls_card_fill (GtkWidget *card, const LdrStylesNews *news)
{
  const LdrStyleOverview *overview = news->overview;

  ldr_parts_clear (card);
  add_questionnaire (card, LDR_QUESTIONNAIRE_PITFALL_SIGNS);
  if (overview->latest_pitfalls != NULL)
    {
      g_autofree char *summary = ldr_exposure_sum_up (&overview->exposure, ldr_leader_for (news->info));

      gtk_box_append (GTK_BOX (card), ldr_parts_label (summary, NULL));
    }
  for (guint i = 0; i < LDR_N_STYLES && ldr_parts_has_exposure (overview); i++)
    gtk_box_append (GTK_BOX (card), ldr_parts_exposure (overview, (LdrStyle) i));
  if (overview->latest_pitfalls != NULL)
    {
      g_autofree char *date = ldr_day_describe (overview->latest_pitfalls->day);
      /* Translators: %s is a date */
      g_autofree char *measured = g_strdup_printf (_ ("Measured on %s"), date);

      gtk_box_append (GTK_BOX (card), ldr_parts_label (measured, "caption"));
      gtk_widget_add_css_class (gtk_widget_get_last_child (card), "dimmed");
    }
  add_start (card, news, LDR_QUESTIONNAIRE_PITFALL_SIGNS, FALSE);
}

static void
append_if (GtkWidget *box, const char *text, const char *css_class)
{
  if (text != NULL && text[0] != '\0')
    gtk_box_append (GTK_BOX (box), ldr_parts_label (text, css_class));
}

static void
add_watch (GtkWidget *box, const LdrProfileDescription *profile)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *label = NULL;

  if (!profile->has_pitfall)
    return;
  /* Translators: %s is the name of a pitfall */
  label = g_strdup_printf (_ ("Pitfall to watch: %s"), ldr_style_get_pitfall_name (profile->pitfall));
  gtk_button_set_child (GTK_BUTTON (button), ldr_style_chip_new (profile->pitfall, TRUE));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "chip-button");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) profile->pitfall);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "styles.show-style");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (box), ldr_parts_label (label, "heading"));
  gtk_widget_set_margin_top (gtk_widget_get_last_child (box), 9);
  append_if (box, profile->watch, "dimmed");
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_first_step (GtkWidget *box, const LdrStylesNews *news)
{
  append_if (
      box,
      _ ("Everybody leads in a style of their own, and can learn the others. Twenty short situations show which one "
         "comes first now, what it gives and what it costs."),
      NULL);
  add_start (box, news, LDR_QUESTIONNAIRE_NATURAL_STYLE, TRUE);
}

/**
 * ldr_profile_words_fill:
 * @box: a vertical box
 * @news: what the journal knows
 *
 * Says in words what the profile shows, and offers what one can do with it.
 */
void
ldr_profile_words_fill (GtkWidget *box, const LdrStylesNews *news)
{
  g_autoptr (LdrProfileDescription) profile = ldr_profile_describe (news->overview, news->info);
  g_autoptr (GPtrArray) list = ldr_styles_news_list (news, LDR_QUESTIONNAIRE_NATURAL_STYLE, TRUE);
  const LdrAssessment *latest = news->overview->latest;
  GtkWidget *chip;

  ldr_parts_clear (box);
  append_if (box, profile->title, "title-2");
  append_if (box, profile->favourite, NULL);
  if (profile->has_favourite)
    {
      chip = ldr_style_chip_new (profile->style, FALSE);
      gtk_widget_set_halign (chip, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), chip);
    }
  append_if (box, profile->change, NULL);
  append_if (box, profile->observers, NULL);
  append_if (box, profile->consistency, "dimmed");
  if (news->overview->latest == NULL)
    add_first_step (box, news);
  add_watch (box, profile);
  append_if (box, profile->measured, "caption");
  if (profile->measured != NULL)
    gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dimmed");
  if (list->len > 1)
    gtk_box_append (GTK_BOX (box), ldr_parts_button (_ ("_Compare With…"), "styles.compare",
                                                     g_variant_new ("(ss)", LDR_QUESTIONNAIRE_NATURAL_STYLE,
                                                                    latest != NULL ? latest->id : "")));
}

/**
 * ldr_profile_chart_new:
 * @news: what the journal knows
 *
 * Returns: (transfer full): the profile with the one before it and what observers see
 */
LdrRadarData *
ldr_profile_chart_new (const LdrStylesNews *news)
{
  const LdrStyleOverview *overview = news->overview;
  g_autoptr (LdrProfileDescription) profile = ldr_profile_describe (overview, news->info);
  g_autofree char *summary
      = g_strdup_printf ("%s %s", profile->favourite, profile->change != NULL ? profile->change : "");
  LdrRadarData *data = ldr_radar_new_for_styles (profile->title, summary);

  if (overview->n_observers > 0)
    ldr_radar_add_profile (data, _ ("Observers"), LDR_RADAR_LINE_DOTTED, &overview->observers);
  if (overview->previous != NULL)
    {
      g_autofree char *date = ldr_day_describe (overview->previous->day);

      ldr_radar_add_profile (data, date, LDR_RADAR_LINE_DASHED, &overview->previous_profile);
    }
  if (overview->latest != NULL)
    {
      g_autofree char *date = ldr_day_describe (overview->latest->day);

      ldr_radar_add_profile (data, date, LDR_RADAR_LINE_SOLID, &overview->profile);
    }
  return data;
}

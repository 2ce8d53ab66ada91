/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-questionnaire-page.h"

#include <glib/gi18n.h>
#include "ldr-filling.h"
#include "ldr-styles-describe.h"
#include "ldr-styles-jobs.h"

/**
 * LdrQuestionnairePage:
 *
 * A questionnaire, one situation or statement a screen. The keys 1 and 2 choose, or 1 to 5 rate; Backspace goes back;
 * Escape pauses. Each answer is on its way to the journal before the next screen shows.
 */
struct _LdrQuestionnairePage
{
  AdwNavigationPage parent_instance;

  LdrJournal *journal;
  const LdrQuestionnaire *questionnaire;
  LdrFilling *filling;
  GtkWidget *answers[LDR_RATING_MAX];

  GtkWidget *pause_button;
  GtkProgressBar *progress;
  AdwBanner *trouble;
  GtkStack *stack;
  GtkLabel *title;
  GtkLabel *how;
  AdwPreferencesRow *leader_row;
  AdwPreferencesRow *observer_row;
  GtkCheckButton *observer_check;
  GtkWidget *name_row;
  GtkWidget *begin_button;
  GtkLabel *keys;
  GtkWidget *item_box;
  GtkLabel *place;
  GtkLabel *text;
  GtkBox *choices;
  GtkBox *ratings;
  GtkWidget *back_button;
};

enum
{
  SIGNAL_FINISHED,
  SIGNAL_PAUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrQuestionnairePage, ldr_questionnaire_page, ADW_TYPE_NAVIGATION_PAGE)

static int
get_n_answers (LdrQuestionnairePage *self)
{
  return self->questionnaire->kind == LDR_ASSESSMENT_CHOICE ? 2 : LDR_RATING_MAX;
}

static const char *
get_leader (LdrQuestionnairePage *self)
{
  return ldr_journal_get_info (self->journal)->leader;
}

/* --- One item --- */

static void
show_answer (LdrQuestionnairePage *self, int answer, const char *text, gboolean chosen)
{
  GtkWidget *button = self->answers[answer - 1];
  GtkWidget *label = g_object_get_data (G_OBJECT (button), "label");
  g_autofree char *name = g_strdup_printf ("%d: %s", answer, text);

  gtk_label_set_label (GTK_LABEL (label), text);
  if (chosen)
    gtk_widget_add_css_class (button, "chosen");
  else
    gtk_widget_remove_css_class (button, "chosen");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, chosen ? _ ("Chosen before") : "", -1);
}

/* The focus goes to the situation, so that a screen reader reads it, and Tab leads from there to the answers. */
static void
show_item (LdrQuestionnairePage *self)
{
  g_autoptr (LdrFillingStep) step = ldr_filling_describe (self->filling, get_leader (self));
  g_autofree char *name = g_strdup_printf ("%s. %s", step->progress, step->text);

  gtk_progress_bar_set_fraction (self->progress, step->fraction);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, step->progress,
                                  -1);
  gtk_label_set_label (self->place, step->progress);
  gtk_label_set_label (self->text, step->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->item_box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (int i = 1; i <= get_n_answers (self); i++)
    show_answer (self, i,
                 self->questionnaire->kind == LDR_ASSESSMENT_CHOICE ? step->reactions[i - 1]
                                                                    : ldr_exposure_describe (i),
                 step->chosen == i);
  gtk_widget_set_visible (self->back_button, step->can_go_back);
  gtk_widget_grab_focus (self->item_box);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrQuestionnairePage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean saved = ldr_styles_save_finish (LDR_JOURNAL (source), result, &error);

  if (self->filling == NULL)
    return;
  if (!saved)
    {
      /* Translators: %s says why */
      g_autofree char *text = g_strdup_printf (_ ("Not saved: %s Your answers are still here."), error->message);

      adw_banner_set_title (self->trouble, text);
    }
  adw_banner_set_revealed (self->trouble, !saved);
  if (saved && ldr_filling_is_over (self->filling))
    {
      g_autoptr (LdrAssessment) assessment = ldr_assessment_ref (self->filling->assessment);

      g_clear_pointer (&self->filling, ldr_filling_free);
      g_signal_emit (self, signals[SIGNAL_FINISHED], 0, assessment);
    }
}

static void
save_cb (LdrQuestionnairePage *self)
{
  if (self->filling != NULL)
    ldr_styles_save_assessment_async (self->journal, self->filling->assessment, saved_cb, g_object_ref (self));
}

static gboolean
answer (LdrQuestionnairePage *self, int shown)
{
  if (self->filling == NULL || !ldr_filling_answer (self->filling, shown))
    return FALSE;
  save_cb (self);
  if (ldr_filling_is_over (self->filling))
    gtk_progress_bar_set_fraction (self->progress, 1);
  else
    show_item (self);
  return TRUE;
}

static void
answer_cb (GtkWidget *button, LdrQuestionnairePage *self)
{
  answer (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "answer")));
}

static void
back_cb (LdrQuestionnairePage *self)
{
  if (self->filling != NULL && ldr_filling_go_back (self->filling))
    show_item (self);
}

static void
pause_cb (LdrQuestionnairePage *self)
{
  g_signal_emit (self, signals[SIGNAL_PAUSED], 0);
}

static gboolean
answer_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return answer (LDR_QUESTIONNAIRE_PAGE (widget), g_variant_get_int32 (arguments));
}

static gboolean
back_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  LdrQuestionnairePage *self = LDR_QUESTIONNAIRE_PAGE (widget);

  if (self->filling == NULL)
    return GDK_EVENT_PROPAGATE;
  back_cb (self);
  return GDK_EVENT_STOP;
}

static gboolean
pause_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  pause_cb (LDR_QUESTIONNAIRE_PAGE (widget));
  return GDK_EVENT_STOP;
}

/* --- Who answers --- */

static gboolean
is_observer (LdrQuestionnairePage *self)
{
  return gtk_check_button_get_active (self->observer_check);
}

static void
show_who (LdrQuestionnairePage *self)
{
  g_autofree char *how = ldr_wording_get (&self->questionnaire->how,
                                          is_observer (self) ? LDR_ROLE_COACH : LDR_ROLE_LEADER, get_leader (self));
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));

  gtk_label_set_label (self->how, how);
  gtk_widget_set_visible (self->name_row, is_observer (self));
  gtk_widget_set_sensitive (self->begin_button, !is_observer (self) || name[0] != '\0');
}

static void
who_changed_cb (LdrQuestionnairePage *self)
{
  if (self->questionnaire == NULL)
    return;
  show_who (self);
}

static void
start (LdrQuestionnairePage *self, LdrFilling *filling)
{
  self->filling = filling;
  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  gtk_widget_set_visible (self->pause_button, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "item");
  show_item (self);
}

static void
begin_cb (LdrQuestionnairePage *self)
{
  if (!gtk_widget_get_sensitive (self->begin_button) || self->filling != NULL)
    return;
  start (self, ldr_filling_new (self->questionnaire,
                                is_observer (self) ? gtk_editable_get_text (GTK_EDITABLE (self->name_row)) : ""));
}

static void
fill_who (LdrQuestionnairePage *self)
{
  const char *leader = ldr_leader_for (ldr_journal_get_info (self->journal));
  gboolean choice = self->questionnaire->kind == LDR_ASSESSMENT_CHOICE;

  gtk_label_set_label (self->title, ldr_questionnaire_get_title (self->questionnaire));
  if (leader == NULL)
    {
      adw_preferences_row_set_title (self->leader_row, _ ("I do, about myself"));
      adw_preferences_row_set_title (self->observer_row, _ ("Somebody who sees me at work"));
    }
  else
    {
      /* Translators: %s is a leader's name */
      g_autofree char *self_title = g_strdup_printf (_ ("%s, at this screen"), leader);
      /* Translators: %s is a leader's name */
      g_autofree char *other_title = g_strdup_printf (_ ("I do, or somebody else who sees %s at work"), leader);

      adw_preferences_row_set_title (self->leader_row, self_title);
      adw_preferences_row_set_title (self->observer_row, other_title);
    }
  gtk_label_set_label (self->keys, choice ? _ ("Keys: 1 and 2 choose, Backspace goes back, Escape pauses. Every answer "
                                               "is saved at once.")
                                          : _ ("Keys: 1 to 5 rate, Backspace goes back, Escape pauses. Every answer is "
                                               "saved at once."));
  show_who (self);
}

/* --- The page --- */

static GtkWidget *
make_answer (LdrQuestionnairePage *self, int number)
{
  gboolean choice = self->questionnaire->kind == LDR_ASSESSMENT_CHOICE;
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  g_autofree char *digit = g_strdup_printf ("%d", number);
  GtkWidget *key = gtk_label_new (digit);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (key, "answer-key");
  gtk_widget_set_halign (key, GTK_ALIGN_CENTER);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (box), key);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, choice ? "answer-card" : "answer-rating");
  gtk_widget_set_vexpand (button, choice);
  g_object_set_data (G_OBJECT (button), "label", label);
  g_object_set_data (G_OBJECT (button), "answer", GINT_TO_POINTER (number));
  g_signal_connect (button, "clicked", G_CALLBACK (answer_cb), self);
  return button;
}

static void
make_answers (LdrQuestionnairePage *self)
{
  GtkBox *box = self->questionnaire->kind == LDR_ASSESSMENT_CHOICE ? self->choices : self->ratings;

  for (int i = 1; i <= get_n_answers (self); i++)
    {
      self->answers[i - 1] = make_answer (self, i);
      gtk_box_append (box, self->answers[i - 1]);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->choices), box == self->choices);
  gtk_widget_set_visible (GTK_WIDGET (self->ratings), box == self->ratings);
}

/* One that is taken up again had no window yet when it was filled. */
static void
ldr_questionnaire_page_shown (AdwNavigationPage *page)
{
  LdrQuestionnairePage *self = LDR_QUESTIONNAIRE_PAGE (page);

  gtk_widget_grab_focus (self->filling != NULL ? self->item_box : self->begin_button);
}

static void
ldr_questionnaire_page_dispose (GObject *object)
{
  LdrQuestionnairePage *self = LDR_QUESTIONNAIRE_PAGE (object);

  /* The page unparents its child by itself, and would do so twice after the template did. */
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LDR_TYPE_QUESTIONNAIRE_PAGE);
  g_clear_pointer (&self->filling, ldr_filling_free);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (ldr_questionnaire_page_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  for (int i = 1; i <= LDR_RATING_MAX; i++)
    {
      gtk_widget_class_add_binding (widget_class, (guint) (GDK_KEY_0 + i), 0, answer_key_cb, "i", i);
      gtk_widget_class_add_binding (widget_class, (guint) (GDK_KEY_KP_0 + i), 0, answer_key_cb, "i", i);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_BackSpace, 0, back_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, back_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, pause_key_cb, NULL);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LdrQuestionnairePage, pause_button);
  gtk_widget_class_bind_template_child (widget_class, LdrQuestionnairePage, progress);
  gtk_widget_class_bind_template_child (widget_class, LdrQuestionnairePage, trouble);
  gtk_widget_class_bind_template_child (widget_class, LdrQuestionnairePage, stack);
  gtk_widget_class_bind_template_child (widget_class, LdrQuestionnairePage, title);
  gtk_widget_class_bind_template_child (widget_class, LdrQuestionnairePage, how);
  gtk_widget_class_bind_template_child (widget_class, LdrQuestionnairePage, leader_row);
  gtk_widget_class_bind_template_child (widget_class, LdrQuestionnairePage, observer_row);
  gtk_widget_class_bind_template_child (widget_class, LdrQuestionnairePage, observer_check);
  gtk_widget_class_bind_template_child (widget_class, LdrQuestionnairePage, name_row);
  gtk_widget_class_bind_template_child (widget_class, LdrQuestionnairePage, begin_button);
  gtk_widget_class_bind_template_child (widget_class, LdrQuestionnairePage, keys);
  gtk_widget_class_bind_template_child (widget_class, LdrQuestionnairePage, item_box);
  gtk_widget_class_bind_template_child (widget_class, LdrQuestionnairePage, place);
  gtk_widget_class_bind_template_child (widget_class, LdrQuestionnairePage, text);
  gtk_widget_class_bind_template_child (widget_class, LdrQuestionnairePage, choices);
  gtk_widget_class_bind_template_child (widget_class, LdrQuestionnairePage, ratings);
  gtk_widget_class_bind_template_child (widget_class, LdrQuestionnairePage, back_button);
}

static void
ldr_questionnaire_page_class_init (LdrQuestionnairePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_questionnaire_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = ldr_questionnaire_page_shown;
  signals[SIGNAL_FINISHED] = g_signal_new ("finished", LDR_TYPE_QUESTIONNAIRE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, LDR_TYPE_ASSESSMENT);
  signals[SIGNAL_PAUSED]
      = g_signal_new ("paused", LDR_TYPE_QUESTIONNAIRE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leidraad/Leidraad/styles/ldr-questionnaire-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, pause_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, who_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  add_keys (widget_class);
}

static void
ldr_questionnaire_page_init (LdrQuestionnairePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Progress"), -1);
}

static LdrQuestionnairePage *
make_page (LdrJournal *journal, const LdrQuestionnaire *questionnaire)
{
  LdrQuestionnairePage *self
      = g_object_new (LDR_TYPE_QUESTIONNAIRE_PAGE, "title", ldr_questionnaire_get_title (questionnaire), NULL);

  self->journal = g_object_ref (journal);
  self->questionnaire = questionnaire;
  make_answers (self);
  return self;
}

/**
 * ldr_questionnaire_page_new:
 * @journal: an open journal
 * @questionnaire: what to fill in
 *
 * Returns: (transfer floating): a page that asks who answers, and then begins
 */
AdwNavigationPage *
ldr_questionnaire_page_new (LdrJournal *journal, const LdrQuestionnaire *questionnaire)
{
  LdrQuestionnairePage *self = make_page (journal, questionnaire);

  gtk_widget_set_visible (self->pause_button, FALSE);
  fill_who (self);
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * ldr_questionnaire_page_resume:
 * @journal: an open journal
 * @assessment: for which ldr_assessment_can_resume() holds
 *
 * Returns: (transfer floating): a page at the first item without an answer
 */
AdwNavigationPage *
ldr_questionnaire_page_resume (LdrJournal *journal, LdrAssessment *assessment)
{
  LdrQuestionnairePage *self = make_page (journal, ldr_questionnaire_find (assessment->questionnaire));

  start (self, ldr_filling_resume (self->questionnaire, assessment));
  return ADW_NAVIGATION_PAGE (self);
}

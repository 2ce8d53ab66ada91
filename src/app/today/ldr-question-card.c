/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-question-card.h"

#include <glib/gi18n.h>
#include "app/widgets/ldr-style-chip.h"

struct _LdrQuestionCard
{
  AdwBin parent_instance;

  AdwBin *chip_bin;
  GtkLabel *topic_label;
  GtkLabel *minutes_label;
  GtkWidget *done_box;
  GtkLabel *question_label;
  GtkLabel *done_label;
  GtkButton *reflect_button;
  GtkWidget *entry_button;
  GtkWidget *another_button;
  GtkWidget *why_button;
  GtkLabel *why_label;

  char *entry;
};

enum
{
  SIGNAL_REFLECT,
  SIGNAL_ANOTHER,
  SIGNAL_OPEN_ENTRY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrQuestionCard, ldr_question_card, ADW_TYPE_BIN)

static void
reflect_cb (LdrQuestionCard *self)
{
  g_signal_emit (self, signals[SIGNAL_REFLECT], 0);
}

static void
another_cb (LdrQuestionCard *self)
{
  g_signal_emit (self, signals[SIGNAL_ANOTHER], 0);
}

static void
open_entry_cb (LdrQuestionCard *self)
{
  if (self->entry != NULL)
    g_signal_emit (self, signals[SIGNAL_OPEN_ENTRY], 0, self->entry);
}

/* The focus goes to what comes next: from the day's question on, one key is enough. */
static gboolean
ldr_question_card_grab_focus (GtkWidget *widget)
{
  LdrQuestionCard *self = LDR_QUESTION_CARD (widget);

  if (gtk_widget_get_visible (GTK_WIDGET (self->reflect_button)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->reflect_button));
  return gtk_widget_grab_focus (self->another_button);
}

static void
ldr_question_card_dispose (GObject *object)
{
  LdrQuestionCard *self = LDR_QUESTION_CARD (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LDR_TYPE_QUESTION_CARD);
  g_clear_pointer (&self->entry, g_free);

  G_OBJECT_CLASS (ldr_question_card_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LdrQuestionCard, chip_bin);
  gtk_widget_class_bind_template_child (widget_class, LdrQuestionCard, topic_label);
  gtk_widget_class_bind_template_child (widget_class, LdrQuestionCard, minutes_label);
  gtk_widget_class_bind_template_child (widget_class, LdrQuestionCard, done_box);
  gtk_widget_class_bind_template_child (widget_class, LdrQuestionCard, question_label);
  gtk_widget_class_bind_template_child (widget_class, LdrQuestionCard, done_label);
  gtk_widget_class_bind_template_child (widget_class, LdrQuestionCard, reflect_button);
  gtk_widget_class_bind_template_child (widget_class, LdrQuestionCard, entry_button);
  gtk_widget_class_bind_template_child (widget_class, LdrQuestionCard, another_button);
  gtk_widget_class_bind_template_child (widget_class, LdrQuestionCard, why_button);
  gtk_widget_class_bind_template_child (widget_class, LdrQuestionCard, why_label);
  gtk_widget_class_bind_template_callback (widget_class, reflect_cb);
  gtk_widget_class_bind_template_callback (widget_class, another_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_entry_cb);
}

static void
ldr_question_card_class_init (LdrQuestionCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_question_card_dispose;
  widget_class->grab_focus = ldr_question_card_grab_focus;

  signals[SIGNAL_REFLECT]
      = g_signal_new ("reflect", LDR_TYPE_QUESTION_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ANOTHER]
      = g_signal_new ("another", LDR_TYPE_QUESTION_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_OPEN_ENTRY] = g_signal_new ("open-entry", LDR_TYPE_QUESTION_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                             NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/leidraad/Leidraad/today/ldr-question-card.ui");
  bind_children (widget_class);
}

static void
ldr_question_card_init (LdrQuestionCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
reflect_title (LdrQuestionState state)
{
  return state == LDR_QUESTION_STATE_BEGUN ? _ ("_Go On") : _ ("_Reflect");
}

static void
show_state (LdrQuestionCard *self, const LdrQuestionDescription *question)
{
  gboolean answered = question->state == LDR_QUESTION_STATE_ANSWERED;

  gtk_button_set_label (self->reflect_button, reflect_title (question->state));
  gtk_widget_set_visible (GTK_WIDGET (self->reflect_button), !answered);
  gtk_widget_set_visible (GTK_WIDGET (self->minutes_label), !answered);
  gtk_widget_set_visible (self->why_button, !answered);
  gtk_widget_set_visible (self->done_box, answered);
  gtk_widget_set_visible (GTK_WIDGET (self->done_label), answered);
  gtk_label_set_label (self->done_label, answered ? question->done : "");
  gtk_widget_set_visible (self->entry_button, question->entry != NULL);
  g_set_str (&self->entry, question->entry);
}

/**
 * ldr_question_card_set_question:
 * @self: a card
 * @question: what to show
 *
 * Shows a question.
 */
void
ldr_question_card_set_question (LdrQuestionCard *self, const LdrQuestionDescription *question)
{
  gboolean has_style = question->side != LDR_PROMPT_SIDE_NONE;

  g_return_if_fail (LDR_IS_QUESTION_CARD (self));

  adw_bin_set_child (self->chip_bin,
                     has_style ? ldr_style_chip_new (question->style, question->side == LDR_PROMPT_SIDE_PITFALL)
                               : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->chip_bin), has_style);
  gtk_label_set_label (self->topic_label, question->topic != NULL ? question->topic : "");
  gtk_widget_set_visible (GTK_WIDGET (self->topic_label), question->topic != NULL);
  gtk_label_set_label (self->minutes_label, question->minutes);
  gtk_label_set_label (self->question_label, question->question);
  gtk_label_set_label (self->why_label, question->reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->why_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  question->reason, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Question of the day"), -1);
  show_state (self, question);
}

/**
 * ldr_question_card_set_busy:
 * @self: a card
 * @busy: whether another question is on its way
 *
 * Keeps a second click from skipping a question that nobody saw.
 */
void
ldr_question_card_set_busy (LdrQuestionCard *self, gboolean busy)
{
  g_return_if_fail (LDR_IS_QUESTION_CARD (self));

  gtk_widget_set_sensitive (self->another_button, !busy);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-evaluation-row.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/goals/ldr-scale-picker.h"
#include "app/styles/ldr-styles-parts.h"
#include "ldr-session-note.h"
#include "ldr-sessions-describe.h"
#include "ldr-sessions-rows.h"

#define N_SCALES 4

static const struct
{
  const char *name;
  const char *words;
} scales[N_SCALES] = {
  { NC_ ("how a session was", "Contact"), N_ ("Felt heard and respected") },
  { NC_ ("how a session was", "Goals"), N_ ("It was about what mattered") },
  { NC_ ("how a session was", "Approach"), N_ ("The way of working fitted") },
  { NC_ ("how a session was", "Overall"), N_ ("All in all, it was right") },
};

struct _LdrEvaluationRow
{
  AdwExpanderRow parent_instance;

  LdrSessionDraft *draft;
  LdrRole who;
  LdrScalePicker *pickers[N_SCALES];
  GtkWidget *clear_buttons[N_SCALES];
  LdrSessionNote *note;
};

G_DEFINE_FINAL_TYPE (LdrEvaluationRow, ldr_evaluation_row, ADW_TYPE_EXPANDER_ROW)

static const char *
get_name (int scale)
{
  return g_dpgettext2 (NULL, "how a session was", scales[scale].name);
}

static int
get_score (const LdrEvaluation *evaluation, int scale)
{
  const int scores[N_SCALES] = { evaluation->contact, evaluation->goals, evaluation->approach, evaluation->overall };

  return scores[scale];
}

static void
set_score (LdrEvaluation *evaluation, int scale, int score)
{
  int *const scores[N_SCALES]
      = { &evaluation->contact, &evaluation->goals, &evaluation->approach, &evaluation->overall };

  *scores[scale] = score;
}

/**
 * ldr_evaluation_describe:
 * @session: a session
 * @who: the leader or the coach
 *
 * Returns: (transfer full): how it was for them, such as "Contact 8 · Overall 7"
 */
char *
ldr_evaluation_describe (const LdrSession *session, LdrRole who)
{
  g_autoptr (GString) string = g_string_new (NULL);

  for (int i = 0; i < N_SCALES; i++)
    {
      int score = get_score (&session->evaluations[who], i);

      if (score != LDR_EVALUATION_UNSAID)
        g_string_append_printf (string, "%s%s %d", string->len > 0 ? " · " : "", get_name (i), score);
    }
  if (string->len > 0)
    return g_string_free_and_steal (g_steal_pointer (&string));
  return g_strdup (ldr_session_is_evaluated (session, who) ? _ ("With a note") : _ ("Not said yet"));
}

static const LdrEvaluation *
get_evaluation (LdrEvaluationRow *self)
{
  return &ldr_session_draft_get_session (self->draft)->evaluations[self->who];
}

static void
show_scores (LdrEvaluationRow *self)
{
  g_autofree char *words = ldr_evaluation_describe (ldr_session_draft_get_session (self->draft), self->who);

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), words);
  for (int i = 0; i < N_SCALES; i++)
    {
      int score = get_score (get_evaluation (self), i);
      gboolean said = score != LDR_EVALUATION_UNSAID;

      ldr_scale_picker_set_value (self->pickers[i], said ? score : NAN);
      gtk_widget_set_sensitive (self->clear_buttons[i], said);
      gtk_widget_set_opacity (self->clear_buttons[i], said ? 1 : 0);
    }
}

static void
write_score (LdrEvaluationRow *self, int scale, int score)
{
  LdrEvaluation evaluation = *get_evaluation (self);
  g_autofree char *note = g_strdup (evaluation.note);

  evaluation.note = note;
  set_score (&evaluation, scale, score);
  ldr_session_set_evaluation (ldr_session_draft_get_session (self->draft), self->who, &evaluation);
  ldr_session_draft_touch (self->draft);
  show_scores (self);
}

static void
chosen_cb (LdrEvaluationRow *self, double value, LdrScalePicker *picker)
{
  for (int i = 0; i < N_SCALES; i++)
    if (self->pickers[i] == picker)
      write_score (self, i, (int) value);
}

static void
clear_cb (LdrEvaluationRow *self, GtkWidget *button)
{
  for (int i = 0; i < N_SCALES; i++)
    if (self->clear_buttons[i] == button)
      {
        gtk_widget_grab_focus (GTK_WIDGET (self->pickers[i]));
        write_score (self, i, LDR_EVALUATION_UNSAID);
      }
}

static void
note_changed_cb (LdrEvaluationRow *self)
{
  ldr_session_draft_touch (self->draft);
}

/**
 * ldr_evaluation_row_show_session:
 * @self: a row
 *
 * Shows the session as it is now.
 */
void
ldr_evaluation_row_show_session (LdrEvaluationRow *self)
{
  ldr_session_note_set_text (self->note, get_evaluation (self)->note);
  show_scores (self);
}

/**
 * ldr_evaluation_row_collect:
 * @self: a row
 * @session: a session that is not shared yet
 *
 * Takes what was written into the session.
 */
void
ldr_evaluation_row_collect (LdrEvaluationRow *self, LdrSession *session)
{
  LdrEvaluation evaluation = session->evaluations[self->who];
  g_autofree char *note = NULL;

  if (!ldr_session_note_is_changed (self->note))
    return;
  note = ldr_session_note_take_text (self->note);
  evaluation.note = note;
  ldr_session_set_evaluation (session, self->who, &evaluation);
  show_scores (self);
}

static GtkWidget *
make_scale (LdrEvaluationRow *self, int scale)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  /* Translators: what a button does; %s is one of Contact, Goals, Approach, Overall */
  g_autofree char *name = g_strdup_printf (_ ("Clear %s"), get_name (scale));

  self->pickers[scale] = LDR_SCALE_PICKER (ldr_scale_picker_new ());
  self->clear_buttons[scale] = ldr_session_icon_button_new ("edit-clear-symbolic", _ ("Clear"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pickers[scale]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_name (scale), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _ (scales[scale].words), -1);
  g_signal_connect_object (self->pickers[scale], "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clear_buttons[scale], "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (words), ldr_parts_label (get_name (scale), "heading"));
  gtk_box_append (GTK_BOX (words), ldr_parts_label (_ (scales[scale].words), "dimmed"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (top), words);
  gtk_box_append (GTK_BOX (top), self->clear_buttons[scale]);
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pickers[scale]));
  return box;
}

static void
ldr_evaluation_row_dispose (GObject *object)
{
  g_clear_object (&LDR_EVALUATION_ROW (object)->draft);

  G_OBJECT_CLASS (ldr_evaluation_row_parent_class)->dispose (object);
}

static void
ldr_evaluation_row_class_init (LdrEvaluationRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ldr_evaluation_row_dispose;
}

static void
ldr_evaluation_row_init (LdrEvaluationRow *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 15);

  gtk_widget_add_css_class (box, "evaluation");
  for (int i = 0; i < N_SCALES; i++)
    gtk_box_append (GTK_BOX (box), make_scale (self, i));
  self->note = LDR_SESSION_NOTE (ldr_session_note_new (_ ("Note"), _ ("What helped, and what could be otherwise?")));
  g_signal_connect_object (self->note, "changed", G_CALLBACK (note_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

/**
 * ldr_evaluation_row_new:
 * @draft: the session
 * @who: for whom it was so
 * @info: whose journal it is
 *
 * Returns: (transfer floating): a row that opens
 */
GtkWidget *
ldr_evaluation_row_new (LdrSessionDraft *draft, LdrRole who, const LdrJournalInfo *info)
{
  LdrEvaluationRow *self = g_object_new (LDR_TYPE_EVALUATION_ROW, NULL);
  g_autofree char *person
      = ldr_action_describe_owner (who == LDR_ROLE_LEADER ? LDR_ACTION_LEADER : LDR_ACTION_COACH, "", info);

  self->draft = g_object_ref (draft);
  self->who = who;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), person);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, person, -1);
  ldr_evaluation_row_show_session (self);
  return GTK_WIDGET (self);
}

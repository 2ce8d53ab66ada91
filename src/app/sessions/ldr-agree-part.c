/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-agree-part.h"

#include <glib/gi18n.h>

#include "app/packs/ldr-margin-notes.h"
#include "app/reflection/ldr-order.h"
#include "app/widgets/ldr-toast.h"
#include "ldr-evaluation-row.h"
#include "ldr-sessions-describe.h"
#include "ldr-sessions-parts.h"
#include "ldr-sessions-rows.h"
#include "model/ldr-moment.h"
#include "model/ldr-text.h"

struct _LdrAgreePart
{
  AdwBin parent_instance;

  LdrJournal *journal;
  LdrSessionDraft *draft;
  LdrMarginNotes *comments;
  LdrSessionNews *news; /* What is shown, or %NULL. */
  GtkWidget *agreed_list;
  AdwEntryRow *add_row;
  GtkWidget *carried_group, *carried_list;
  GtkWidget *next_list;
  GtkWidget *evaluation_list;
  LdrEvaluationRow *evaluations[LDR_N_EVALUATIONS];
};

G_DEFINE_FINAL_TYPE (LdrAgreePart, ldr_agree_part, ADW_TYPE_BIN)

/* --- Agreeing --------------------------------------------------------------------------------------------------------
 */

typedef struct
{
  LdrAgreePart *self;
  char *text;
} Adding;

/* What could not be saved goes back to where it was written, unless there is something else by now. */
static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Adding *adding = user_data;
  g_autoptr (LdrAgreePart) self = adding->self;
  g_autofree char *text = adding->text;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrAction) action = ldr_session_action_finish (LDR_JOURNAL (source), result, &error);

  g_free (adding);
  if (action != NULL || self->journal == NULL)
    return;
  if (gtk_editable_get_text (GTK_EDITABLE (self->add_row))[0] == '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->add_row), text);
  ldr_toast_say (GTK_WIDGET (self), error->message);
}

/**
 * ldr_agree_part_add:
 * @self: a part
 * @text: what is to be done
 *
 * Agrees on something: the leader does it, until it is said who does, and by when.
 *
 * Returns: whether there was anything in @text
 */
gboolean
ldr_agree_part_add (LdrAgreePart *self, const char *text)
{
  g_autofree char *clean = NULL;
  g_autoptr (LdrAction) action = NULL;
  Adding *adding;

  g_return_val_if_fail (LDR_IS_AGREE_PART (self), FALSE);

  clean = ldr_text_clean (text, LDR_TEXT_LINE);
  if (clean[0] == '\0')
    return FALSE;
  action = ldr_action_new (ldr_session_draft_get_session (self->draft), clean);
  adding = g_new0 (Adding, 1);
  adding->self = g_object_ref (self);
  adding->text = g_steal_pointer (&clean);
  ldr_session_save_action_async (self->journal, action, added_cb, adding);
  return TRUE;
}

/**
 * ldr_agree_part_commit:
 * @self: a part
 *
 * Adds an action that was begun, as Enter would: it is not lost when the page is left.
 */
void
ldr_agree_part_commit (LdrAgreePart *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (LDR_IS_AGREE_PART (self));

  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add_row)));
  if (text[0] == '\0')
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->add_row), "");
  ldr_agree_part_add (self, text);
}

static void
apply_cb (LdrAgreePart *self)
{
  ldr_agree_part_commit (self);
}

/* --- Their order -----------------------------------------------------------------------------------------------------
 */

/* An order that could not be saved is not shown as if it were. */
static void
ordered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrAgreePart) self = user_data;
  g_autoptr (GError) error = NULL;

  if (ldr_session_job_finish (LDR_JOURNAL (source), result, &error) || self->journal == NULL)
    return;
  ldr_session_list_forget (self->agreed_list);
  ldr_agree_part_set_news (self, self->news);
  ldr_toast_say (GTK_WIDGET (self), error->message);
}

static void
moved_cb (gpointer object, int from, int to)
{
  LdrAgreePart *self = object;
  GtkListBox *list = GTK_LIST_BOX (self->agreed_list);
  g_autoptr (GtkWidget) row = g_object_ref (GTK_WIDGET (gtk_list_box_get_row_at_index (list, from)));
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) order = NULL;
  GtkListBoxRow *next;

  gtk_list_box_remove (list, row);
  gtk_list_box_insert (list, row, to);
  if (gtk_widget_get_mapped (row))
    gtk_widget_grab_focus (row);
  for (int i = 0; (next = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    g_strv_builder_add (ids, ldr_action_row_get_id (GTK_WIDGET (next)));
  order = g_strv_builder_end (ids);
  ldr_session_order_actions_async (self->journal, (const char *const *) order, ordered_cb, g_object_ref (self));
}

/* One alone has no order. */
static void
let_order (LdrAgreePart *self)
{
  GtkListBox *list = GTK_LIST_BOX (self->agreed_list);
  GtkListBoxRow *row;

  for (int i = 0; gtk_list_box_get_row_at_index (list, 1) != NULL && (row = gtk_list_box_get_row_at_index (list, i));
       i++)
    {
      GtkWidget *handle = ldr_order_handle_new ();

      adw_action_row_add_prefix (ADW_ACTION_ROW (row), handle);
      ldr_order_enable (row, handle, moved_cb, self);
    }
}

/* --- Showing ---------------------------------------------------------------------------------------------------------
 */

static GtkWidget *
make_next_row (const LdrSessionSummary *next)
{
  g_autoptr (LdrSessionRow) text = ldr_session_row_describe (next, ldr_moment_now ());
  GtkWidget *row = ldr_session_plain_row_new (text->title, text->subtitle);
  GtkWidget *calendar = ldr_session_icon_button_new ("x-office-calendar-symbolic", _ ("Save for a Calendar"),
                                                     _ ("Save for a calendar"));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (calendar), "s", next->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (calendar), "session.calendar-next");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), calendar);
  ldr_session_row_lead_to (row, "sessions.open", g_variant_new_string (next->id));
  return row;
}

static GtkWidget *
make_plan_row (void)
{
  GtkWidget *row = ldr_session_plain_row_new (_ ("Nothing planned"), NULL);
  GtkWidget *button = gtk_button_new_with_mnemonic (C_ ("session", "_Plan"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "sessions.plan");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_next (LdrAgreePart *self, const LdrSessionNews *news)
{
  const LdrSessionSummary *next = news->next;
  g_autofree char *fingerprint = next == NULL
                                     ? g_strdup ("")
                                     : g_strdup_printf ("%s\t%" G_GINT64_FORMAT "\t%d\t%s\t%d", next->id, next->starts,
                                                        next->minutes, next->location, next->n_points);

  if (!ldr_session_list_is_new (self->next_list, fingerprint))
    return;
  ldr_session_list_begin (self->next_list);
  gtk_list_box_append (GTK_LIST_BOX (self->next_list), next != NULL ? make_next_row (next) : make_plan_row ());
  ldr_session_list_end (self->next_list);
}

/**
 * ldr_agree_part_set_news:
 * @self: a part
 * @news: what the journal knows
 *
 * Shows what was agreed and what is open. What stays as it is, is left alone.
 */
void
ldr_agree_part_set_news (LdrAgreePart *self, LdrSessionNews *news)
{
  g_return_if_fail (LDR_IS_AGREE_PART (self));

  if (self->news != news)
    {
      g_clear_pointer (&self->news, ldr_session_news_unref);
      self->news = ldr_session_news_ref (news);
    }
  if (ldr_session_fill_actions (self->agreed_list, news->actions, news))
    let_order (self);
  gtk_widget_set_visible (self->agreed_list, news->actions->len > 0);
  gtk_widget_set_visible (self->carried_group, news->preparation->actions->len > 0);
  ldr_session_fill_actions (self->carried_list, news->preparation->actions, news);
  show_next (self, news);
}

/**
 * ldr_agree_part_forget_actions:
 * @self: a part
 *
 * Has the actions shown anew by the next ldr_agree_part_set_news().
 */
void
ldr_agree_part_forget_actions (LdrAgreePart *self)
{
  g_return_if_fail (LDR_IS_AGREE_PART (self));

  ldr_session_list_forget (self->agreed_list);
  ldr_session_list_forget (self->carried_list);
}

/**
 * ldr_agree_part_show_session:
 * @self: a part
 *
 * Shows the session as it is now, after it was changed from elsewhere.
 */
void
ldr_agree_part_show_session (LdrAgreePart *self)
{
  for (int i = 0; i < LDR_N_EVALUATIONS; i++)
    ldr_evaluation_row_show_session (self->evaluations[i]);
}

/**
 * ldr_agree_part_collect:
 * @self: a part
 * @session: a session that is not shared yet
 *
 * Takes what was written into the session.
 */
void
ldr_agree_part_collect (LdrAgreePart *self, LdrSession *session)
{
  for (int i = 0; i < LDR_N_EVALUATIONS; i++)
    ldr_evaluation_row_collect (self->evaluations[i], session);
}

/* --- The widget ------------------------------------------------------------------------------------------------------
 */

static void
ldr_agree_part_dispose (GObject *object)
{
  LdrAgreePart *self = LDR_AGREE_PART (object);

  g_clear_pointer (&self->news, ldr_session_news_unref);
  g_clear_object (&self->draft);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (ldr_agree_part_parent_class)->dispose (object);
}

static void
ldr_agree_part_class_init (LdrAgreePartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ldr_agree_part_dispose;
}

static GtkWidget *
make_agreed (LdrAgreePart *self)
{
  GtkWidget *group
      = ldr_session_group_new (_ ("Agreed"), _ ("What will be done, by whom, and until when."), &self->agreed_list);
  GtkWidget *add_list = ldr_session_list_new (_ ("Add an action"));

  gtk_widget_set_margin_bottom (self->agreed_list, 9);
  self->add_row = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add_row), _ ("Add an action"));
  adw_entry_row_set_show_apply_button (self->add_row, TRUE);
  g_signal_connect_object (self->add_row, "apply", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (add_list), GTK_WIDGET (self->add_row));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), add_list);
  return group;
}

static GtkWidget *
make_reflect_button (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Reflect After the Session"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "after-a-session");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "place.reflect");
  return button;
}

static void
ldr_agree_part_init (LdrAgreePart *self)
{
  GtkWidget *content;

  adw_bin_set_child (ADW_BIN (self), ldr_session_column_new (&content));
  gtk_box_append (GTK_BOX (content), make_agreed (self));
  self->carried_group
      = ldr_session_group_new (_ ("Still open"), _ ("Agreed before, and to come back to."), &self->carried_list);
  gtk_box_append (GTK_BOX (content), self->carried_group);
  gtk_box_append (GTK_BOX (content), ldr_session_group_new (_ ("Next session"), NULL, &self->next_list));
  gtk_box_append (GTK_BOX (content), ldr_session_group_new (_ ("How was it?"), _ ("0 is not at all, 10 is fully."),
                                                            &self->evaluation_list));
  gtk_box_append (GTK_BOX (content), make_reflect_button ());
  self->comments = LDR_MARGIN_NOTES (ldr_margin_notes_new ());
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->comments));
}

/**
 * ldr_agree_part_new:
 * @journal: an open journal
 * @draft: the session
 *
 * Returns: (transfer floating): the part in which something is agreed
 */
GtkWidget *
ldr_agree_part_new (LdrJournal *journal, LdrSessionDraft *draft)
{
  LdrAgreePart *self = g_object_new (LDR_TYPE_AGREE_PART, NULL);
  const LdrJournalInfo *info = ldr_journal_get_info (journal);

  self->journal = g_object_ref (journal);
  self->draft = g_object_ref (draft);
  for (int i = 0; i < LDR_N_EVALUATIONS; i++)
    {
      self->evaluations[i] = LDR_EVALUATION_ROW (ldr_evaluation_row_new (draft, (LdrRole) i, info));
      gtk_list_box_append (GTK_LIST_BOX (self->evaluation_list), GTK_WIDGET (self->evaluations[i]));
    }
  ldr_margin_notes_show (self->comments, journal, LDR_SUBJECT_SESSION, ldr_session_draft_get_session (draft)->id);
  return GTK_WIDGET (self);
}

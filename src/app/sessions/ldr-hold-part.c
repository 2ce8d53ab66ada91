/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-hold-part.h"

#include <glib/gi18n.h>

#include "app/goals/ldr-check-in-rows.h"
#include "app/packs/ldr-margin-notes.h"
#include "ldr-agenda-list.h"
#include "ldr-session-note.h"
#include "ldr-sessions-describe.h"
#include "ldr-sessions-parts.h"
#include "ldr-sessions-rows.h"
#include "model/ldr-moment.h"
#include "report/ldr-coaching-words.h"

/* The clock is looked at so often (seconds); it tells minutes. */
#define LOOK_AT_CLOCK 5

struct _LdrHoldPart
{
  AdwBin parent_instance;

  LdrJournal *journal;
  LdrSessionDraft *draft;
  guint clock_id;
  gboolean quiet;
  LdrSessionNote *notes[LDR_N_SESSION_PARTS];
  LdrSessionNote *private_note;
  LdrAgendaList *agenda;
  GtkWidget *goals_list;
  GtkWidget *discuss_list;

  AdwOverlaySplitView *split;
  GtkLabel *time_label;
  GtkWidget *begin_button;
  GtkButton *pause_button;
  GtkWidget *end_button;
  AdwToggleGroup *form_group;
  GtkWidget *notes_box;
  AdwBin *private_bin;
  LdrMarginNotes *comments;
  AdwPreferencesGroup *agenda_group;
  AdwPreferencesGroup *goals_group;
  AdwPreferencesGroup *discuss_group;
};

G_DEFINE_FINAL_TYPE (LdrHoldPart, ldr_hold_part, ADW_TYPE_BIN)

/* --- The clock -------------------------------------------------------------------------------------------------------
 */

static void
show_pause (LdrHoldPart *self, gboolean paused)
{
  const char *name = paused ? _ ("Go on") : _ ("Pause");

  gtk_button_set_icon_name (self->pause_button,
                            paused ? "media-playback-start-symbolic" : "media-playback-pause-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->pause_button), paused ? _ ("Go On") : _ ("Pause"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pause_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * ldr_hold_part_show_time:
 * @self: a part
 *
 * Shows how long the session has been under way, or that it is not.
 */
void
ldr_hold_part_show_time (LdrHoldPart *self)
{
  const LdrSession *session = ldr_session_draft_get_session (self->draft);
  gint64 now = ldr_moment_now ();
  gboolean under_way = ldr_session_is_under_way (session);
  g_autofree char *time = ldr_session_describe_time (session, now);

  if (g_strcmp0 (time, gtk_label_get_label (self->time_label)) != 0)
    gtk_label_set_label (self->time_label, time);
  gtk_widget_set_visible (self->begin_button, !under_way);
  gtk_button_set_label (GTK_BUTTON (self->begin_button),
                        session->opened != 0 ? C_ ("session", "_Hold Again") : C_ ("session", "_Begin"));
  if (session->opened != 0)
    gtk_widget_remove_css_class (self->begin_button, "suggested-action");
  gtk_widget_set_visible (GTK_WIDGET (self->pause_button), under_way);
  gtk_widget_set_visible (self->end_button, under_way);
  show_pause (self, ldr_session_is_paused (session));
}

static gboolean
look_at_clock_cb (gpointer data)
{
  ldr_hold_part_show_time (data);
  return G_SOURCE_CONTINUE;
}

/* --- Notes -----------------------------------------------------------------------------------------------------------
 */

static void
note_changed_cb (LdrHoldPart *self)
{
  ldr_session_draft_touch (self->draft);
}

static void
show_form (LdrHoldPart *self)
{
  LdrSessionForm form = ldr_session_draft_get_session (self->draft)->form;

  self->quiet = TRUE;
  adw_toggle_group_set_active_name (self->form_group, ldr_session_form_to_id (form));
  self->quiet = FALSE;
  for (int i = 0; i < LDR_N_SESSION_PARTS; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->notes[i]), (i == LDR_SESSION_PART_FREE) == (form == LDR_SESSION_FREE));
}

static void
form_changed_cb (LdrHoldPart *self)
{
  LdrSessionForm form;

  if (self->quiet || self->draft == NULL
      || !ldr_session_form_from_id (adw_toggle_group_get_active_name (self->form_group), &form))
    return;
  ldr_session_draft_get_session (self->draft)->form = form;
  ldr_session_draft_touch (self->draft);
  show_form (self);
}

/**
 * ldr_hold_part_show_session:
 * @self: a part
 *
 * Shows the session as it is now, after it was changed from elsewhere.
 */
void
ldr_hold_part_show_session (LdrHoldPart *self)
{
  const LdrSession *session = ldr_session_draft_get_session (self->draft);

  for (int i = 0; i < LDR_N_SESSION_PARTS; i++)
    ldr_session_note_set_text (self->notes[i], session->notes[i]);
  ldr_session_note_set_text (self->private_note, session->private_notes);
  show_form (self);
  ldr_hold_part_show_time (self);
}

/**
 * ldr_hold_part_focus_notes:
 * @self: a part
 *
 * Puts the cursor into the first of the notes.
 */
void
ldr_hold_part_focus_notes (LdrHoldPart *self)
{
  g_return_if_fail (LDR_IS_HOLD_PART (self));

  for (int i = 0; i < LDR_N_SESSION_PARTS; i++)
    if (gtk_widget_get_visible (GTK_WIDGET (self->notes[i])))
      {
        gtk_widget_grab_focus (GTK_WIDGET (self->notes[i]));
        return;
      }
}

/**
 * ldr_hold_part_commit:
 * @self: a part
 *
 * Adds a point that was begun.
 */
void
ldr_hold_part_commit (LdrHoldPart *self)
{
  g_return_if_fail (LDR_IS_HOLD_PART (self));

  ldr_agenda_list_commit (self->agenda);
}

/**
 * ldr_hold_part_collect:
 * @self: a part
 * @session: a session that is not shared yet
 *
 * Takes what was written into the session.
 */
void
ldr_hold_part_collect (LdrHoldPart *self, LdrSession *session)
{
  for (int i = 0; i < LDR_N_SESSION_PARTS; i++)
    if (ldr_session_note_is_changed (self->notes[i]))
      {
        g_autofree char *text = ldr_session_note_take_text (self->notes[i]);

        ldr_session_set_note (session, (LdrSessionPart) i, text);
      }
  if (ldr_session_note_is_changed (self->private_note))
    {
      g_autofree char *text = ldr_session_note_take_text (self->private_note);

      ldr_session_set_private_notes (session, text);
    }
}

static void
make_notes (LdrHoldPart *self, const LdrJournalInfo *info)
{
  for (int i = 0; i < LDR_N_SESSION_PARTS; i++)
    {
      g_autofree char *question = ldr_session_part_describe ((LdrSessionPart) i, info);

      self->notes[i]
          = LDR_SESSION_NOTE (ldr_session_note_new (ldr_words_get_session_part ((LdrSessionPart) i), question));
      g_signal_connect_object (self->notes[i], "changed", G_CALLBACK (note_changed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->notes_box), GTK_WIDGET (self->notes[i]));
    }
  self->private_note = LDR_SESSION_NOTE (ldr_session_note_new (NULL, _ ("Private notes, only for you")));
  g_signal_connect_object (self->private_note, "changed", G_CALLBACK (note_changed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->private_bin, GTK_WIDGET (self->private_note));
}

/* --- Beside the notes ------------------------------------------------------------------------------------------------
 */

static void
close_side_cb (LdrHoldPart *self)
{
  adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
}

static void
flushed_and_gone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
}

/* A row that goes saves its last words first. */
static void
let_check_ins_go (LdrHoldPart *self)
{
  g_autoptr (GPtrArray) rows = ldr_session_find_widgets (self->goals_list, LDR_TYPE_CHECK_IN_ROW);

  for (guint i = 0; i < rows->len; i++)
    ldr_check_in_row_flush_async (g_ptr_array_index (rows, i), NULL, flushed_and_gone_cb, NULL);
}

static GtkWidget *
make_goal_row (LdrHoldPart *self, const LdrGoalCourse *course)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *check_in = ldr_check_in_row_new (self->journal, course->goal);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ldr_goal_get_statement (course->goal));
  if (course->goal->style >= 0)
    adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), ldr_session_symbol_new ((LdrStyle) course->goal->style));
  gtk_widget_add_css_class (check_in, "session-note");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), check_in);
  return row;
}

/* A goal's row follows its check-ins by itself; it is made anew only when the goal changes. */
static void
show_goals (LdrHoldPart *self, const LdrSessionNews *news)
{
  g_autoptr (GString) fingerprint = g_string_new (NULL);

  for (guint i = 0; i < news->goals->len; i++)
    {
      const LdrGoal *goal = ((LdrGoalCourse *) g_ptr_array_index (news->goals, i))->goal;

      g_string_append_printf (fingerprint, "%s\t%" G_GINT64_FORMAT "\n", goal->id, goal->changed);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->goals_group), news->goals->len > 0);
  if (ldr_session_list_is_new (self->goals_list, fingerprint->str))
    {
      let_check_ins_go (self);
      ldr_session_list_begin (self->goals_list);
      for (guint i = 0; i < news->goals->len; i++)
        gtk_list_box_append (GTK_LIST_BOX (self->goals_list), make_goal_row (self, g_ptr_array_index (news->goals, i)));
      ldr_session_list_end (self->goals_list);
    }
  for (guint i = 0; i < news->goals->len; i++)
    {
      g_autofree char *where = ldr_course_describe (g_ptr_array_index (news->goals, i));

      adw_expander_row_set_subtitle (
          ADW_EXPANDER_ROW (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->goals_list), (int) i)), where);
    }
}

static void
show_entries (LdrHoldPart *self, const LdrSessionNews *news)
{
  GPtrArray *entries = news->preparation->to_discuss;
  g_autofree char *fingerprint = ldr_session_fingerprint_entries (entries);

  gtk_widget_set_visible (GTK_WIDGET (self->discuss_group), entries->len > 0);
  if (!ldr_session_list_is_new (self->discuss_list, fingerprint))
    return;
  ldr_session_list_begin (self->discuss_list);
  for (guint i = 0; i < entries->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->discuss_list),
                         ldr_session_entry_row_new (g_ptr_array_index (entries, i), news->today));
  ldr_session_list_end (self->discuss_list);
}

/**
 * ldr_hold_part_set_news:
 * @self: a part
 * @news: what the journal knows
 *
 * Shows what stands beside the notes. What stays as it is, is left alone.
 */
void
ldr_hold_part_set_news (LdrHoldPart *self, LdrSessionNews *news)
{
  g_return_if_fail (LDR_IS_HOLD_PART (self));

  show_goals (self, news);
  show_entries (self, news);
}

/* --- Check-ins -------------------------------------------------------------------------------------------------------
 */

/**
 * ldr_hold_part_flush_check_ins_async:
 * @self: a part
 * @cancellable: (nullable): for giving up waiting
 * @callback: called once every check-in is safe, or could not be saved
 * @user_data: for @callback
 *
 * Saves what was written beside the notes.
 */
void
ldr_hold_part_flush_check_ins_async (LdrHoldPart *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ldr_hold_part_flush_check_ins_async);
  ldr_check_in_rows_flush (ldr_session_find_widgets (self->goals_list, LDR_TYPE_CHECK_IN_ROW), task);
}

/**
 * ldr_hold_part_flush_check_ins_finish:
 * @self: a part
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether every check-in is safe
 */
gboolean
ldr_hold_part_flush_check_ins_finish (LdrHoldPart *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * ldr_hold_part_abandon:
 * @self: a part
 *
 * Gives up what could not be saved beside the notes.
 */
void
ldr_hold_part_abandon (LdrHoldPart *self)
{
  g_autoptr (GPtrArray) rows = ldr_session_find_widgets (self->goals_list, LDR_TYPE_CHECK_IN_ROW);

  for (guint i = 0; i < rows->len; i++)
    ldr_check_in_row_abandon (g_ptr_array_index (rows, i));
}

/* --- The widget ------------------------------------------------------------------------------------------------------
 */

static void
ldr_hold_part_map (GtkWidget *widget)
{
  LdrHoldPart *self = LDR_HOLD_PART (widget);

  GTK_WIDGET_CLASS (ldr_hold_part_parent_class)->map (widget);
  ldr_hold_part_show_time (self);
  if (self->clock_id == 0)
    self->clock_id = g_timeout_add_seconds (LOOK_AT_CLOCK, look_at_clock_cb, self);
}

static void
ldr_hold_part_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&LDR_HOLD_PART (widget)->clock_id, g_source_remove);
  GTK_WIDGET_CLASS (ldr_hold_part_parent_class)->unmap (widget);
}

static void
ldr_hold_part_dispose (GObject *object)
{
  LdrHoldPart *self = LDR_HOLD_PART (object);

  g_clear_handle_id (&self->clock_id, g_source_remove);
  self->quiet = TRUE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LDR_TYPE_HOLD_PART);
  g_clear_object (&self->draft);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (ldr_hold_part_parent_class)->dispose (object);
}

static void
ldr_hold_part_class_init (LdrHoldPartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_hold_part_dispose;
  widget_class->map = ldr_hold_part_map;
  widget_class->unmap = ldr_hold_part_unmap;

  g_type_ensure (LDR_TYPE_MARGIN_NOTES);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/leidraad/Leidraad/sessions/ldr-hold-part.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrHoldPart, split);
  gtk_widget_class_bind_template_child (widget_class, LdrHoldPart, time_label);
  gtk_widget_class_bind_template_child (widget_class, LdrHoldPart, begin_button);
  gtk_widget_class_bind_template_child (widget_class, LdrHoldPart, pause_button);
  gtk_widget_class_bind_template_child (widget_class, LdrHoldPart, end_button);
  gtk_widget_class_bind_template_child (widget_class, LdrHoldPart, form_group);
  gtk_widget_class_bind_template_child (widget_class, LdrHoldPart, notes_box);
  gtk_widget_class_bind_template_child (widget_class, LdrHoldPart, private_bin);
  gtk_widget_class_bind_template_child (widget_class, LdrHoldPart, comments);
  gtk_widget_class_bind_template_child (widget_class, LdrHoldPart, agenda_group);
  gtk_widget_class_bind_template_child (widget_class, LdrHoldPart, goals_group);
  gtk_widget_class_bind_template_child (widget_class, LdrHoldPart, discuss_group);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_side_cb);
}

static void
ldr_hold_part_init (LdrHoldPart *self)
{
  self->quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->goals_list = ldr_session_list_new (_ ("Goals"));
  self->discuss_list = ldr_session_list_new (_ ("To discuss"));
  adw_preferences_group_add (self->goals_group, self->goals_list);
  adw_preferences_group_add (self->discuss_group, self->discuss_list);
  self->quiet = FALSE;
}

/**
 * ldr_hold_part_new:
 * @journal: an open journal
 * @draft: the session
 *
 * Returns: (transfer floating): the part in which it is held
 */
GtkWidget *
ldr_hold_part_new (LdrJournal *journal, LdrSessionDraft *draft)
{
  LdrHoldPart *self = g_object_new (LDR_TYPE_HOLD_PART, NULL);

  self->journal = g_object_ref (journal);
  self->draft = g_object_ref (draft);
  self->agenda = LDR_AGENDA_LIST (ldr_agenda_list_new (draft, TRUE));
  adw_preferences_group_add (self->agenda_group, GTK_WIDGET (self->agenda));
  make_notes (self, ldr_journal_get_info (journal));
  ldr_margin_notes_show (self->comments, journal, LDR_SUBJECT_SESSION, ldr_session_draft_get_session (draft)->id);
  ldr_hold_part_show_session (self);
  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-sessions-testing.h"

#include <locale.h>

#include "app/editor/ldr-editor.h"
#include "app/sessions/ldr-session-note.h"
#include "app/sessions/ldr-session-page.h"
#include "ldr-widget-testing.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-actions.h"
#include "store/ldr-store-sessions.h"

#define DAY ((gint64) 24 * 60 * 60 * 1000)

/* --- A stage ---------------------------------------------------------------------------------------------------------
 */

int
ldr_sessions_testing_main (int argc, char **argv, void (*add_tests) (void))
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  add_tests ();
  return g_test_run ();
}

void
ldr_sessions_stage_open (LdrSessionsStage *stage, LdrRole role)
{
  stage->journal = ldr_testing_create_journal (0);
  if (role == LDR_ROLE_COACH)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Sanne", role);

      ldr_journal_set_info_async (stage->journal, info, NULL, ldr_testing_keep_result_cb, &result);
      ldr_testing_wait_for (ldr_testing_has_result, &result);
      g_assert_true (ldr_journal_set_info_finish (stage->journal, result, NULL));
    }
}

void
ldr_sessions_stage_show (LdrSessionsStage *stage)
{
  stage->window = adw_window_new ();
  stage->around = g_object_new (LDR_TYPE_AROUND, NULL);
  stage->page = LDR_SESSIONS_PAGE (ldr_sessions_page_new (stage->journal));
  adw_bin_set_child (ADW_BIN (stage->around), GTK_WIDGET (stage->page));
  adw_window_set_content (ADW_WINDOW (stage->window), GTK_WIDGET (stage->around));
  gtk_window_set_default_size (GTK_WINDOW (stage->window), 1000, 800);
  gtk_window_present (GTK_WINDOW (stage->window));
}

void
ldr_sessions_stage_close (LdrSessionsStage *stage)
{
  ldr_testing_run_for (50);
  g_object_add_weak_pointer (G_OBJECT (stage->page), (gpointer *) &stage->page);
  gtk_window_destroy (GTK_WINDOW (stage->window));
  ldr_testing_run_for (300);
  g_assert_null (stage->page);
  ldr_testing_close_journal (stage->journal);
}

/* --- Looking and acting ----------------------------------------------------------------------------------------------
 */

void
ldr_sessions_testing_wait_for_words (LdrSessionsStage *stage, const char *words)
{
  ldr_testing_wait_for_words (stage->window, words);
}

void
ldr_sessions_testing_wait_until_gone (LdrSessionsStage *stage, const char *words)
{
  ldr_testing_wait_until_gone (stage->window, words);
}

void
ldr_sessions_testing_check_narrow (LdrSessionsStage *stage)
{
  int width;

  gtk_widget_measure (GTK_WIDGET (stage->page), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
}

void
ldr_sessions_testing_click (LdrSessionsStage *stage, const char *words)
{
  GtkWidget *control = ldr_testing_find_with_words (stage->window, GTK_TYPE_BUTTON, words);

  g_assert_nonnull (control);
  g_signal_emit_by_name (control, "clicked");
}

void
ldr_sessions_testing_write_note (GtkWidget *note, const char *text)
{
  GtkTextBuffer *buffer
      = gtk_text_view_get_buffer (ldr_editor_get_view (LDR_EDITOR (ldr_testing_find_widget (note, LDR_TYPE_EDITOR))));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text, -1);
  gtk_text_buffer_end_user_action (buffer);
}

GtkWidget *
ldr_sessions_testing_find_private_note (LdrSessionsStage *stage)
{
  GtkWidget *title = ldr_testing_find_with_words (stage->window, GTK_TYPE_LABEL, "Private notes");

  while (title != NULL && !gtk_widget_has_css_class (title, "private-notes"))
    title = gtk_widget_get_parent (title);
  g_assert_nonnull (title);
  return ldr_testing_find_widget (title, LDR_TYPE_SESSION_NOTE);
}

void
ldr_sessions_testing_add_line (GtkWidget *part, const char *title, const char *text)
{
  GtkWidget *row = ldr_testing_find_with_words (part, ADW_TYPE_ENTRY_ROW, title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "apply");
}

GtkWidget *
ldr_sessions_testing_open (LdrSessionsStage *stage, const char *action, const char *id)
{
  ldr_sessions_stage_show (stage);
  ldr_testing_run_for (50);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (stage->page), action, "s", id));
  ldr_sessions_testing_wait_for_words (stage, "Saved");
  return ldr_testing_find_widget (stage->window, LDR_TYPE_SESSION_PAGE);
}

gboolean
ldr_sessions_testing_flush (LdrSessionsStage *stage)
{
  g_autoptr (GAsyncResult) result = NULL;

  ldr_place_page_flush_async (LDR_PLACE_PAGE (stage->page), NULL, ldr_testing_keep_result_cb, &result);
  ldr_testing_wait_for (ldr_testing_has_result, &result);
  return ldr_place_page_flush_finish (LDR_PLACE_PAGE (stage->page), result, NULL);
}

/* --- What the journal holds ------------------------------------------------------------------------------------------
 */

static gpointer
save_session_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_save_session (store, data, error) ? g_strdup ("") : NULL;
}

static gpointer
save_action_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_save_action (store, data, error) ? g_strdup ("") : NULL;
}

static gpointer
get_session_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_get_session_with_private_notes (store, data, error);
}

static gpointer
list_sessions_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_list_sessions (store, LDR_SESSIONS_ALL, error);
}

static gpointer
list_actions_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_list_actions (store, error);
}

LdrSession *
ldr_sessions_testing_get (LdrSessionsStage *stage, const char *id)
{
  return ldr_testing_run (stage->journal, get_session_func, (gpointer) id, (GDestroyNotify) ldr_session_unref);
}

GPtrArray *
ldr_sessions_testing_list (LdrSessionsStage *stage)
{
  return ldr_testing_run (stage->journal, list_sessions_func, NULL, (GDestroyNotify) g_ptr_array_unref);
}

GPtrArray *
ldr_sessions_testing_list_actions (LdrSessionsStage *stage)
{
  return ldr_testing_run (stage->journal, list_actions_func, NULL, (GDestroyNotify) g_ptr_array_unref);
}

/* So many days from now. */
LdrSession *
ldr_sessions_testing_make (int days)
{
  g_autoptr (GDateTime) starts = ldr_moment_to_local (ldr_moment_now () + days * DAY);

  return ldr_session_new (starts);
}

char *
ldr_sessions_testing_keep (LdrSessionsStage *stage, LdrSession *session)
{
  g_free (ldr_testing_run (stage->journal, save_session_func, session, g_free));
  return g_strdup (session->id);
}

void
ldr_sessions_testing_keep_action (LdrSessionsStage *stage, LdrSession *session, const char *text)
{
  g_autoptr (LdrAction) action = ldr_action_new (session, text);

  g_free (ldr_testing_run (stage->journal, save_action_func, action, g_free));
}

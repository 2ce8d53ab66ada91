/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include "app/reflection/ldr-order.h"
#include "app/sessions/ldr-agree-part.h"
#include "app/sessions/ldr-evaluation-row.h"
#include "app/sessions/ldr-session-note.h"
#include "ldr-sessions-testing.h"
#include "ldr-widget-testing.h"
#include "store/ldr-store-actions.h"

/* What is agreed in a session, in which order, and how the session was. */

static gpointer
list_session_actions_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_list_session_actions (store, data, error);
}

/* What a row is dragged by. */
static GtkWidget *
find_handle (GtkWidget *widget)
{
  if (GTK_IS_IMAGE (widget)
      && g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (widget)), "list-drag-handle-symbolic") == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_handle (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_agree (void)
{
  LdrSessionsStage stage;
  g_autoptr (LdrSession) session = ldr_sessions_testing_make (0);
  g_autoptr (LdrSession) later = ldr_sessions_testing_make (14);
  g_autoptr (GPtrArray) actions = NULL;
  g_autoptr (GPtrArray) edited = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) back = NULL;
  g_autofree char *id = NULL, *later_id = NULL;
  GtkWidget *part, *row, *dialog;
  LdrAction *action;

  ldr_sessions_stage_open (&stage, LDR_ROLE_LEADER);
  id = ldr_sessions_testing_keep (&stage, session);
  later_id = ldr_sessions_testing_keep (&stage, later);
  ldr_sessions_testing_open (&stage, "sessions.agree", id);
  part = ldr_testing_find_widget (stage.window, LDR_TYPE_AGREE_PART);
  ldr_sessions_testing_add_line (part, "Add an action", "Call the carrier");
  ldr_sessions_testing_wait_for_words (&stage, "Call the carrier");
  actions = ldr_sessions_testing_list_actions (&stage);
  action = g_ptr_array_index (actions, 0);
  g_assert_cmpstr (action->session, ==, id);
  g_assert_cmpint (action->owner, ==, LDR_ACTION_LEADER);

  row = ldr_testing_find_with_words (part, ADW_TYPE_ACTION_ROW, "Call the carrier");
  g_signal_emit_by_name (ldr_testing_find_by_tooltip (row, "Edit Action"), "clicked");
  ldr_sessions_testing_wait_for_words (&stage, "Who does it");
  dialog = ldr_testing_find_with_words (stage.window, ADW_TYPE_DIALOG, "Who does it");
  ldr_testing_check_names (dialog);
  adw_combo_row_set_selected (ADW_COMBO_ROW (ldr_testing_find_with_words (dialog, ADW_TYPE_COMBO_ROW, "Who does it")),
                              LDR_ACTION_OTHER);
  /* Somebody else has a name. */
  g_assert_false (gtk_widget_get_sensitive (ldr_testing_find_with_words (dialog, GTK_TYPE_BUTTON, "Save")));
  gtk_editable_set_text (GTK_EDITABLE (ldr_testing_find_with_words (dialog, ADW_TYPE_ENTRY_ROW, "Name")), "Nadia");
  g_signal_emit_by_name (ldr_testing_find_with_words (dialog, GTK_TYPE_BUTTON, "Save"), "clicked");
  ldr_sessions_testing_wait_for_words (&stage, "Nadia");
  ldr_sessions_testing_wait_until_gone (&stage, "Who does it");
  edited = ldr_sessions_testing_list_actions (&stage);
  action = g_ptr_array_index (edited, 0);
  g_assert_cmpint (action->owner, ==, LDR_ACTION_OTHER);
  g_assert_cmpstr (action->owner_name, ==, "Nadia");

  gtk_widget_activate_action (part, "sessions.delete-action", "s", action->id);
  ldr_sessions_testing_wait_for_words (&stage, "Action deleted");
  ldr_sessions_testing_wait_until_gone (&stage, "Call the carrier");
  none = ldr_sessions_testing_list_actions (&stage);
  g_assert_cmpuint (none->len, ==, 0);
  ldr_sessions_testing_click (&stage, "Undo");
  ldr_sessions_testing_wait_for_words (&stage, "Call the carrier");
  back = ldr_sessions_testing_list_actions (&stage);
  g_assert_true (ldr_action_equal (g_ptr_array_index (back, 0), action));
  ldr_testing_check_names (stage.window);
  ldr_sessions_testing_check_narrow (&stage);

  /* Carried over to the session that comes next. */
  gtk_widget_activate_action (part, "sessions.prepare", "s", later_id);
  ldr_sessions_testing_wait_for_words (&stage, "Agreed before, and to come back to.");
  ldr_sessions_testing_wait_for_words (&stage, "Call the carrier");
  ldr_sessions_stage_close (&stage);
}

static void
check_order (LdrSessionsStage *stage, const char *id, const char *expected)
{
  g_autoptr (GPtrArray) actions
      = ldr_testing_run (stage->journal, list_session_actions_func, (gpointer) id, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GString) texts = g_string_new (NULL);

  for (guint i = 0; i < actions->len; i++)
    g_string_append_printf (texts, "%s%s", i > 0 ? ", " : "", ((LdrAction *) g_ptr_array_index (actions, i))->text);
  g_assert_cmpstr (texts->str, ==, expected);
}

/* The row that has the focus is moved, as by Alt with Up or Down. */
static void
move (GtkWidget *list, int from, int by, const char *focused)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), from);
  GtkWidget *focus;

  gtk_widget_grab_focus (GTK_WIDGET (row));
  ldr_order_move_row (row, by);
  ldr_testing_run_for (200);
  focus = gtk_root_get_focus (gtk_widget_get_root (list));
  g_assert_nonnull (focus);
  g_assert_true (ldr_testing_says (
      GTK_IS_LIST_BOX_ROW (focus) ? focus : gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW), focused));
}

static void
test_order (void)
{
  LdrSessionsStage stage;
  g_autoptr (LdrSession) session = ldr_sessions_testing_make (0);
  g_autofree char *id = NULL, *away = NULL;
  GtkWidget *part, *list;

  ldr_sessions_stage_open (&stage, LDR_ROLE_LEADER);
  away = g_strconcat (ldr_journal_get_path (stage.journal), ".away", NULL);
  id = ldr_sessions_testing_keep (&stage, session);
  ldr_sessions_testing_keep_action (&stage, session, "One");
  ldr_sessions_testing_open (&stage, "sessions.agree", id);
  part = ldr_testing_find_widget (stage.window, LDR_TYPE_AGREE_PART);
  /* One alone has nothing to be dragged by. */
  ldr_sessions_testing_wait_for_words (&stage, "One");
  list = gtk_widget_get_parent (ldr_testing_find_with_words (part, ADW_TYPE_ACTION_ROW, "One"));
  g_assert_null (find_handle (list));
  ldr_sessions_testing_add_line (part, "Add an action", "Two");
  ldr_sessions_testing_wait_for_words (&stage, "Two");
  ldr_sessions_testing_add_line (part, "Add an action", "Three");
  ldr_sessions_testing_wait_for_words (&stage, "Three");
  g_assert_nonnull (find_handle (list));
  check_order (&stage, id, "One, Two, Three");
  move (list, 2, -1, "Three");
  check_order (&stage, id, "One, Three, Two");
  move (list, 1, -1, "Three");
  check_order (&stage, id, "Three, One, Two");
  move (list, 0, 2, "Three");
  check_order (&stage, id, "One, Two, Three");
  move (list, 0, -1, "One");
  check_order (&stage, id, "One, Two, Three");
  ldr_testing_check_names (stage.window);
  ldr_sessions_testing_check_narrow (&stage);

  /* What could not be saved goes back to where it stood. */
  g_assert_cmpint (g_rename (ldr_journal_get_path (stage.journal), away), ==, 0);
  ldr_order_move_row (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2), -2);
  g_assert_true (ldr_testing_says (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)), "Three"));
  ldr_testing_run_for (200);
  g_assert_true (ldr_testing_says (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2)), "Three"));
  g_assert_nonnull (ldr_testing_find_widget (stage.window, g_type_from_name ("AdwToastWidget")));
  g_assert_cmpint (g_rename (away, ldr_journal_get_path (stage.journal)), ==, 0);
  check_order (&stage, id, "One, Two, Three");
  ldr_sessions_stage_close (&stage);
}

static void
test_evaluation (void)
{
  LdrSessionsStage stage;
  g_autoptr (LdrSession) session = ldr_sessions_testing_make (0);
  g_autoptr (LdrSession) saved = NULL;
  g_autofree char *id = NULL;
  GtkWidget *row;

  ldr_sessions_stage_open (&stage, LDR_ROLE_COACH);
  id = ldr_sessions_testing_keep (&stage, session);
  ldr_sessions_testing_open (&stage, "sessions.agree", id);
  row = ldr_testing_find_with_words (stage.window, LDR_TYPE_EVALUATION_ROW, "Sanne");
  g_assert_nonnull (row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  ldr_testing_run_for (100);
  g_signal_emit_by_name (ldr_testing_find_with_words (row, GTK_TYPE_BUTTON, "7"), "clicked");
  ldr_sessions_testing_wait_for_words (&stage, "Contact 7");
  ldr_sessions_testing_write_note (ldr_testing_find_widget (row, LDR_TYPE_SESSION_NOTE), "Calm");
  ldr_testing_check_names (row);
  ldr_sessions_testing_check_narrow (&stage);
  g_assert_true (ldr_sessions_testing_flush (&stage));
  saved = ldr_sessions_testing_get (&stage, id);
  g_assert_cmpint (saved->evaluations[LDR_ROLE_LEADER].contact, ==, 7);
  g_assert_cmpint (saved->evaluations[LDR_ROLE_LEADER].goals, ==, LDR_EVALUATION_UNSAID);
  g_assert_cmpstr (saved->evaluations[LDR_ROLE_LEADER].note, ==, "Calm");
  g_assert_false (ldr_session_is_evaluated (saved, LDR_ROLE_COACH));
  g_signal_emit_by_name (ldr_testing_find_by_tooltip (row, "Clear"), "clicked");
  ldr_sessions_testing_wait_until_gone (&stage, "Contact 7");
  ldr_sessions_stage_close (&stage);
}

static void
add_tests (void)
{
  g_test_add_func ("/sessions-agree/agree", test_agree);
  g_test_add_func ("/sessions-agree/order", test_order);
  g_test_add_func ("/sessions-agree/evaluation", test_evaluation);
}

int
main (int argc, char *argv[])
{
  return ldr_sessions_testing_main (argc, argv, add_tests);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reflection/ldr-order.h"
#include "app/sessions/ldr-prepare-part.h"
#include "app/sessions/ldr-session-page.h"
#include "app/widgets/ldr-line-row.h"
#include "ldr-sessions-testing.h"
#include "ldr-widget-testing.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-actions.h"
#include "store/ldr-store-sessions.h"

/* The list of sessions, what is planned and prepared, and how far a session is. */

static void
test_plan (void)
{
  LdrSessionsStage stage;
  g_autoptr (GPtrArray) sessions = NULL;
  GtkWidget *dialog;

  ldr_sessions_stage_open (&stage, LDR_ROLE_LEADER);
  ldr_sessions_stage_show (&stage);
  ldr_sessions_testing_wait_for_words (&stage, "with your coach");
  ldr_sessions_testing_check_narrow (&stage);
  ldr_sessions_testing_click (&stage, "Plan the First Session");
  ldr_sessions_testing_wait_for_words (&stage, "Plan a Session");
  dialog = ldr_testing_find_with_words (stage.window, ADW_TYPE_DIALOG, "Plan a Session");
  ldr_testing_check_names (dialog);
  gtk_editable_set_text (GTK_EDITABLE (ldr_testing_find_with_words (dialog, ADW_TYPE_ENTRY_ROW, "Place")), "Room 3");
  g_signal_emit_by_name (ldr_testing_find_with_words (dialog, GTK_TYPE_BUTTON, "Plan"), "clicked");
  ldr_sessions_testing_wait_for_words (&stage, "60 minutes · Room 3");
  sessions = ldr_sessions_testing_list (&stage);
  g_assert_cmpuint (sessions->len, ==, 1);
  g_assert_cmpstr (((LdrSessionSummary *) g_ptr_array_index (sessions, 0))->location, ==, "Room 3");
  ldr_testing_check_names (stage.window);
  ldr_sessions_stage_close (&stage);
}

static void
test_list (void)
{
  LdrSessionsStage stage;
  g_autoptr (LdrSession) held = ldr_sessions_testing_make (-20);
  g_autoptr (LdrSession) cancelled = ldr_sessions_testing_make (-10);
  g_autoptr (LdrSession) next = ldr_sessions_testing_make (3);
  g_autoptr (LdrSession) later = ldr_sessions_testing_make (30);

  ldr_sessions_stage_open (&stage, LDR_ROLE_COACH);
  ldr_session_close (held, ldr_moment_now ());
  ldr_session_cancel (cancelled);
  g_free (ldr_sessions_testing_keep (&stage, held));
  g_free (ldr_sessions_testing_keep (&stage, cancelled));
  g_free (ldr_sessions_testing_keep (&stage, next));
  g_free (ldr_sessions_testing_keep (&stage, later));
  ldr_sessions_testing_keep_action (&stage, held, "Call the carrier");
  ldr_sessions_stage_show (&stage);
  ldr_sessions_testing_wait_for_words (&stage, "Also planned");
  ldr_sessions_testing_wait_for_words (&stage, "Held in ");
  ldr_sessions_testing_wait_for_words (&stage, "Cancelled");
  ldr_sessions_testing_wait_for_words (&stage, "1 open action");
  ldr_sessions_testing_wait_for_words (&stage, "Sanne");
  g_assert_nonnull (ldr_testing_find_with_words (stage.window, GTK_TYPE_BUTTON, "Prepare"));
  ldr_testing_check_names (stage.window);
  ldr_sessions_testing_check_narrow (&stage);
  ldr_sessions_stage_close (&stage);
}

/* What is ticked goes from the list and can be brought back. */
static void
test_tick (void)
{
  LdrSessionsStage stage;
  g_autoptr (LdrSession) held = ldr_sessions_testing_make (-20);
  g_autoptr (GPtrArray) done = NULL;
  g_autoptr (GPtrArray) open = NULL;
  GtkWidget *row;

  ldr_sessions_stage_open (&stage, LDR_ROLE_LEADER);
  ldr_session_close (held, ldr_moment_now ());
  g_free (ldr_sessions_testing_keep (&stage, held));
  ldr_sessions_testing_keep_action (&stage, held, "Call the carrier");
  ldr_sessions_stage_show (&stage);
  ldr_sessions_testing_wait_for_words (&stage, "Open actions");
  row = ldr_testing_find_with_words (stage.window, ADW_TYPE_ACTION_ROW, "Call the carrier");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ldr_testing_find_widget (row, GTK_TYPE_CHECK_BUTTON)), TRUE);
  ldr_sessions_testing_wait_for_words (&stage, "“Call the carrier” is done");
  ldr_sessions_testing_wait_until_gone (&stage, "Open actions");
  done = ldr_sessions_testing_list_actions (&stage);
  g_assert_cmpint (((LdrAction *) g_ptr_array_index (done, 0))->state, ==, LDR_ACTION_DONE);
  ldr_sessions_testing_click (&stage, "Undo");
  ldr_sessions_testing_wait_for_words (&stage, "Open actions");
  open = ldr_sessions_testing_list_actions (&stage);
  g_assert_cmpint (((LdrAction *) g_ptr_array_index (open, 0))->state, ==, LDR_ACTION_OPEN);
  ldr_sessions_stage_close (&stage);
}

static void
check_agenda (LdrSessionsStage *stage, const char *id, const char *expected)
{
  g_autoptr (LdrSession) session = NULL;
  g_autoptr (GString) points = g_string_new (NULL);

  g_assert_true (ldr_sessions_testing_flush (stage));
  session = ldr_sessions_testing_get (stage, id);
  for (guint i = 0; i < session->agenda->len; i++)
    g_string_append_printf (points, "%s%s%s", i > 0 ? ", " : "", ldr_session_get_point (session, i)->text,
                            ldr_session_get_point (session, i)->done ? "+" : "");
  g_assert_cmpstr (points->str, ==, expected);
}

static void
test_agenda (void)
{
  LdrSessionsStage stage;
  g_autoptr (LdrSession) session = ldr_sessions_testing_make (3);
  g_autofree char *id = NULL;
  GtkWidget *part, *row;

  ldr_sessions_stage_open (&stage, LDR_ROLE_LEADER);
  id = ldr_sessions_testing_keep (&stage, session);
  ldr_sessions_testing_open (&stage, "sessions.prepare", id);
  part = ldr_testing_find_widget (stage.window, LDR_TYPE_PREPARE_PART);
  ldr_sessions_testing_add_line (part, "Add a point", "One");
  ldr_sessions_testing_add_line (part, "Add a point", "  Two  ");
  ldr_sessions_testing_add_line (part, "Add a point", "   ");
  ldr_sessions_testing_add_line (part, "Add a point", "Three");
  check_agenda (&stage, id, "One, Two, Three");
  row = ldr_testing_find_with_words (part, LDR_TYPE_LINE_ROW, "Two");
  ldr_order_move_row (GTK_LIST_BOX_ROW (row), 1);
  check_agenda (&stage, id, "One, Three, Two");
  row = ldr_testing_find_with_words (part, LDR_TYPE_LINE_ROW, "Two");
  ldr_order_move_row (GTK_LIST_BOX_ROW (row), 1);
  check_agenda (&stage, id, "One, Three, Two");
  row = ldr_testing_find_with_words (part, LDR_TYPE_LINE_ROW, "One");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ldr_testing_find_widget (row, GTK_TYPE_CHECK_BUTTON)), TRUE);
  ldr_line_row_set_text (LDR_LINE_ROW (ldr_testing_find_with_words (part, LDR_TYPE_LINE_ROW, "Three")), "Four");
  check_agenda (&stage, id, "One+, Four, Two");
  /* A point says something as long as it is there. */
  ldr_line_row_set_text (LDR_LINE_ROW (ldr_testing_find_with_words (part, LDR_TYPE_LINE_ROW, "Four")), "");
  check_agenda (&stage, id, "One+, Four, Two");
  row = ldr_testing_find_with_words (part, LDR_TYPE_LINE_ROW, "One");
  g_signal_emit_by_name (ldr_testing_find_by_tooltip (row, "Remove Point"), "clicked");
  check_agenda (&stage, id, "Four, Two");
  ldr_sessions_testing_click (&stage, "Undo");
  check_agenda (&stage, id, "One+, Four, Two");
  ldr_testing_check_names (stage.window);
  ldr_sessions_testing_check_narrow (&stage);
  ldr_sessions_stage_close (&stage);
}

/* What was agreed before is carried over, what is to be discussed and the goals can be put on the agenda. */
static void
test_preparation (void)
{
  LdrSessionsStage stage;
  g_autoptr (LdrSession) before = ldr_sessions_testing_make (-14);
  g_autoptr (LdrSession) session = ldr_sessions_testing_make (3);
  g_autoptr (LdrEntry) entry = ldr_entry_new ();
  g_autoptr (LdrEntry) saved = NULL;
  g_autofree char *id = NULL;
  GtkWidget *row;

  ldr_sessions_stage_open (&stage, LDR_ROLE_LEADER);
  ldr_session_close (before, ldr_moment_now ());
  g_free (ldr_sessions_testing_keep (&stage, before));
  ldr_sessions_testing_keep_action (&stage, before, "Call the carrier");
  id = ldr_sessions_testing_keep (&stage, session);
  ldr_sessions_testing_keep_action (&stage, session, "Not carried over");
  ldr_entry_set_title (entry, "Four calls");
  entry->to_discuss = TRUE;
  entry->pitfalls = LDR_STYLE_BIT (LDR_STYLE_TEAM_PLAYER);
  entry->energy = 3;
  saved = ldr_testing_save_entry (stage.journal, entry);
  ldr_sessions_testing_open (&stage, "sessions.prepare", id);
  ldr_sessions_testing_wait_for_words (&stage, "Call the carrier");
  ldr_sessions_testing_wait_for_words (&stage, "noticed in 1 entry");
  ldr_sessions_testing_wait_for_words (&stage, "3 of 5, in 1 entry");
  g_assert_false (ldr_testing_says (stage.window, "Not carried over"));
  row = ldr_testing_find_with_words (stage.window, ADW_TYPE_ACTION_ROW, "Four calls");
  g_signal_emit_by_name (ldr_testing_find_by_tooltip (row, "Put on the Agenda"), "clicked");
  check_agenda (&stage, id, "Four calls");
  g_assert_true (gtk_widget_activate (row));
  ldr_sessions_testing_wait_for_words (&stage, "Open in Journal");
  ldr_sessions_testing_click (&stage, "Open in Journal");
  g_assert_true (g_str_has_prefix (ldr_around_get_way (stage.around), "place.open-entry "));
  g_assert_true (g_str_has_suffix (ldr_around_get_way (stage.around), saved->id));
  ldr_sessions_testing_click (&stage, "Reflect Before the Session");
  g_assert_cmpstr (ldr_around_get_way (stage.around), ==, "place.reflect before-a-session");
  ldr_sessions_stage_close (&stage);
}

/* What is saved from elsewhere while nothing is unsaved here is shown. */
static void
test_follows (void)
{
  LdrSessionsStage stage;
  g_autoptr (LdrSession) session = ldr_sessions_testing_make (0);
  g_autoptr (LdrSession) stored = NULL;
  g_autoptr (LdrSession) changed = NULL;
  g_autofree char *id = NULL;

  ldr_sessions_stage_open (&stage, LDR_ROLE_LEADER);
  id = ldr_sessions_testing_keep (&stage, session);
  ldr_sessions_testing_open (&stage, "sessions.prepare", id);
  stored = ldr_sessions_testing_get (&stage, id);
  changed = ldr_session_copy (stored);
  ldr_session_add_point (changed, NULL, "From elsewhere", FALSE);
  ldr_session_set_location (changed, "Room 9");
  g_free (ldr_sessions_testing_keep (&stage, changed));
  ldr_sessions_testing_wait_for_words (&stage, "From elsewhere");
  ldr_sessions_testing_wait_for_words (&stage, "Room 9");
  g_assert_true (ldr_sessions_testing_flush (&stage));
  ldr_sessions_stage_close (&stage);
}

static void
test_states (void)
{
  LdrSessionsStage stage;
  g_autoptr (LdrSession) session = ldr_sessions_testing_make (3);
  g_autoptr (LdrSession) cancelled = NULL;
  g_autoptr (LdrSession) planned = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autofree char *id = NULL;
  GtkWidget *page;

  ldr_sessions_stage_open (&stage, LDR_ROLE_LEADER);
  id = ldr_sessions_testing_keep (&stage, session);
  page = ldr_sessions_testing_open (&stage, "sessions.open", id);
  gtk_widget_activate_action (page, "session.cancel", NULL);
  ldr_sessions_testing_wait_for_words (&stage, "Session cancelled");
  g_assert_true (ldr_sessions_testing_flush (&stage));
  cancelled = ldr_sessions_testing_get (&stage, id);
  g_assert_cmpint (cancelled->state, ==, LDR_SESSION_CANCELLED);
  /* Undone though its page was left. */
  gtk_widget_activate_action (page, "navigation.pop", NULL);
  ldr_sessions_testing_wait_for_words (&stage, "Nothing planned");
  ldr_sessions_testing_click (&stage, "Undo");
  ldr_sessions_testing_wait_for_words (&stage, "Prepare");
  planned = ldr_sessions_testing_get (&stage, id);
  g_assert_cmpint (planned->state, ==, LDR_SESSION_PLANNED);

  page = GTK_WIDGET (stage.page);
  ldr_sessions_page_open_session (stage.page, id);
  ldr_sessions_testing_wait_for_words (&stage, "Add a point");
  gtk_widget_activate_action (ldr_testing_find_widget (stage.window, LDR_TYPE_SESSION_PAGE), "session.trash", NULL);
  ldr_sessions_testing_wait_for_words (&stage, "Session moved to the trash");
  ldr_sessions_testing_wait_for_words (&stage, "No sessions yet");
  none = ldr_sessions_testing_list (&stage);
  g_assert_cmpuint (none->len, ==, 0);
  ldr_sessions_testing_click (&stage, "Undo");
  ldr_sessions_testing_wait_for_words (&stage, "Next session");
  ldr_sessions_stage_close (&stage);
}

static void
add_tests (void)
{
  g_test_add_func ("/sessions-page/plan", test_plan);
  g_test_add_func ("/sessions-page/list", test_list);
  g_test_add_func ("/sessions-page/tick", test_tick);
  g_test_add_func ("/sessions-page/agenda", test_agenda);
  g_test_add_func ("/sessions-page/preparation", test_preparation);
  g_test_add_func ("/sessions-page/follows", test_follows);
  g_test_add_func ("/sessions-page/states", test_states);
}

int
main (int argc, char *argv[])
{
  return ldr_sessions_testing_main (argc, argv, add_tests);
}

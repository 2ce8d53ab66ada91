/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include "app/goals/ldr-check-in-row.h"
#include "app/sessions/ldr-hold-part.h"
#include "app/sessions/ldr-session-note.h"
#include "app/sessions/ldr-session-page.h"
#include "ldr-sessions-testing.h"
#include "ldr-widget-testing.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-goals.h"
#include "store/ldr-store-sessions.h"

/* A session that is held: its notes, its clock, the goals beside it, and what happens when it cannot be saved. */

#define MINUTE ((gint64) 60 * 1000)

static gpointer
get_plain_session_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_get_session (store, data, error);
}

static gpointer
copy_is_whole_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_get_session_with_private_notes (store, data, error);
}

/* What somebody finds who pulls the plug now: the file as it is on the disk. */
static LdrSession *
read_after_kill (LdrSessionsStage *stage, const char *id)
{
  const char *path = ldr_journal_get_path (stage->journal);
  static const char *const suffixes[] = { "", "-wal" };
  g_autoptr (LdrKey) key = ldr_key_for_file (path, "correct horse battery", NULL);
  g_autofree char *copy = g_strconcat (path, ".killed", NULL);
  LdrSession *session;
  LdrStore *store;
  GError *error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (copy, suffixes[i], NULL);
      g_autofree char *bytes = NULL;
      gsize n_bytes;

      if (!g_file_test (from, G_FILE_TEST_EXISTS))
        continue;
      g_assert_true (g_file_get_contents (from, &bytes, &n_bytes, NULL));
      g_assert_true (g_file_set_contents (to, bytes, (gssize) n_bytes, NULL));
    }
  store = ldr_store_open (copy, key, &error);
  g_assert_no_error (error);
  session = copy_is_whole_func (store, (gpointer) id, NULL, &error);
  g_assert_no_error (error);
  ldr_store_free (store);
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (copy, suffixes[i], NULL);

      g_remove (file);
    }
  return session;
}

static void
test_notes (void)
{
  LdrSessionsStage stage;
  g_autoptr (LdrSession) session = ldr_sessions_testing_make (0);
  g_autoptr (LdrSession) killed = NULL;
  g_autoptr (LdrSession) plain = NULL;
  g_autoptr (LdrSession) grown = NULL;
  g_autofree char *id = NULL;
  gint64 begin;

  ldr_sessions_stage_open (&stage, LDR_ROLE_LEADER);
  id = ldr_sessions_testing_keep (&stage, session);
  ldr_sessions_testing_open (&stage, "sessions.hold", id);
  ldr_sessions_testing_write_note (
      ldr_testing_find_with_words (stage.window, LDR_TYPE_SESSION_NOTE, "What is worth remembering?"),
      "An hour a week");
  ldr_sessions_testing_wait_for_words (&stage, "Saving…");
  ldr_sessions_testing_write_note (ldr_sessions_testing_find_private_note (&stage), "Tired");
  begin = g_get_monotonic_time ();
  ldr_sessions_testing_wait_for_words (&stage, "Saved");
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 3 * G_USEC_PER_SEC);
  killed = read_after_kill (&stage, id);
  g_assert_cmpstr (killed->notes[LDR_SESSION_PART_FREE], ==, "An hour a week");
  g_assert_cmpstr (killed->private_notes, ==, "Tired");

  /* Apart: whoever does not ask for them does not get them. */
  plain = ldr_testing_run (stage.journal, get_plain_session_func, id, (GDestroyNotify) ldr_session_unref);
  g_assert_null (plain->private_notes);
  for (int i = 0; i < LDR_N_SESSION_PARTS; i++)
    g_assert_null (strstr (plain->notes[i], "Tired"));

  adw_toggle_group_set_active_name (
      ADW_TOGGLE_GROUP (
          ldr_testing_find_widget (ldr_testing_find_widget (stage.window, LDR_TYPE_HOLD_PART), ADW_TYPE_TOGGLE_GROUP)),
      "grow");
  g_assert_false (ldr_testing_says (stage.window, "What is worth remembering?"));
  ldr_sessions_testing_write_note (
      ldr_testing_find_with_words (stage.window, LDR_TYPE_SESSION_NOTE, "What could you do?"), "Swap a shift");
  g_assert_true (ldr_sessions_testing_flush (&stage));
  grown = ldr_sessions_testing_get (&stage, id);
  g_assert_cmpint (grown->form, ==, LDR_SESSION_GROW);
  g_assert_cmpstr (grown->notes[LDR_SESSION_PART_OPTIONS], ==, "Swap a shift");
  g_assert_cmpstr (grown->notes[LDR_SESSION_PART_FREE], ==, "An hour a week");
  ldr_testing_check_names (stage.window);
  ldr_sessions_testing_check_narrow (&stage);
  ldr_sessions_stage_close (&stage);
}

/* Leaving the page saves its last words. */
static void
test_leave (void)
{
  LdrSessionsStage stage;
  g_autoptr (LdrSession) session = ldr_sessions_testing_make (0);
  g_autoptr (LdrSession) left = NULL;
  g_autofree char *id = NULL;

  ldr_sessions_stage_open (&stage, LDR_ROLE_COACH);
  id = ldr_sessions_testing_keep (&stage, session);
  ldr_sessions_testing_open (&stage, "sessions.hold", id);
  ldr_sessions_testing_wait_for_words (&stage, "What is worth remembering?");
  ldr_sessions_testing_write_note (ldr_sessions_testing_find_private_note (&stage), "The last words");
  gtk_editable_set_text (GTK_EDITABLE (ldr_testing_find_with_words (stage.window, ADW_TYPE_ENTRY_ROW, "Add a point")),
                         "Begun");
  gtk_widget_activate_action (ldr_testing_find_widget (stage.window, LDR_TYPE_SESSION_PAGE), "navigation.pop", NULL);
  g_assert_true (ldr_sessions_testing_flush (&stage));
  left = ldr_sessions_testing_get (&stage, id);
  g_assert_cmpstr (left->private_notes, ==, "The last words");
  g_assert_cmpuint (left->agenda->len, ==, 1);
  g_assert_cmpstr (ldr_session_get_point (left, 0)->text, ==, "Begun");
  ldr_sessions_stage_close (&stage);
}

static void
test_clock (void)
{
  LdrSessionsStage stage;
  g_autoptr (LdrSession) session = ldr_sessions_testing_make (0);
  g_autoptr (LdrSession) begun = NULL;
  g_autoptr (LdrSession) ended = NULL;
  g_autoptr (LdrSession) undone = NULL;
  g_autofree char *id = NULL;
  gint64 before = ldr_moment_now ();

  ldr_sessions_stage_open (&stage, LDR_ROLE_LEADER);
  id = ldr_sessions_testing_keep (&stage, session);
  ldr_sessions_testing_open (&stage, "sessions.hold", id);
  g_assert_null (ldr_testing_find_by_tooltip (stage.window, "Pause"));
  ldr_sessions_testing_click (&stage, "Begin");
  ldr_sessions_testing_wait_for_words (&stage, "0 of 60 minutes");
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_root_get_focus (GTK_ROOT (stage.window))));
  g_assert_true (ldr_sessions_testing_flush (&stage));
  begun = ldr_sessions_testing_get (&stage, id);
  g_assert_true (ldr_session_is_under_way (begun));
  g_assert_cmpint (begun->opened, >=, before);
  g_signal_emit_by_name (ldr_testing_find_by_tooltip (stage.window, "Pause"), "clicked");
  g_assert_nonnull (ldr_testing_find_by_tooltip (stage.window, "Go On"));
  g_signal_emit_by_name (ldr_testing_find_by_tooltip (stage.window, "Go On"), "clicked");
  g_assert_nonnull (ldr_testing_find_by_tooltip (stage.window, "Pause"));
  ldr_sessions_testing_click (&stage, "End");
  ldr_sessions_testing_wait_for_words (&stage, "Session ended");
  g_assert_true (ldr_sessions_testing_flush (&stage));
  ended = ldr_sessions_testing_get (&stage, id);
  g_assert_cmpint (ended->state, ==, LDR_SESSION_HELD);
  g_assert_cmpint (ended->opened, ==, begun->opened);
  g_assert_cmpint (ended->closed, >=, ended->opened);
  ldr_sessions_testing_click (&stage, "Undo");
  g_assert_true (ldr_sessions_testing_flush (&stage));
  undone = ldr_sessions_testing_get (&stage, id);
  g_assert_true (ldr_session_is_under_way (undone));
  ldr_sessions_stage_close (&stage);
}

/* A clock that stands goes on standing while its page is away, and while the journal is locked. */
static void
test_pause (void)
{
  LdrSessionsStage stage;
  g_autoptr (LdrSession) session = ldr_sessions_testing_make (0);
  g_autoptr (LdrSession) paused = NULL;
  g_autoptr (LdrSession) left = NULL;
  g_autoptr (LdrSession) stood = NULL;
  g_autoptr (LdrSession) ended = NULL;
  g_autofree char *id = NULL;

  ldr_sessions_stage_open (&stage, LDR_ROLE_LEADER);
  ldr_session_open (session, ldr_moment_now () - 20 * MINUTE);
  id = ldr_sessions_testing_keep (&stage, session);
  ldr_sessions_testing_open (&stage, "sessions.hold", id);
  ldr_sessions_testing_wait_for_words (&stage, "20 of 60 minutes");
  g_signal_emit_by_name (ldr_testing_find_by_tooltip (stage.window, "Pause"), "clicked");
  gtk_widget_activate_action (ldr_testing_find_widget (stage.window, LDR_TYPE_SESSION_PAGE), "navigation.pop", NULL);
  g_assert_true (ldr_sessions_testing_flush (&stage));
  paused = ldr_sessions_testing_get (&stage, id);
  g_assert_true (ldr_session_is_paused (paused));
  gtk_window_destroy (GTK_WINDOW (stage.window));
  ldr_testing_run_for (100);

  /* It was laid aside for fifteen minutes. */
  left = ldr_session_copy (paused);
  left->stands -= 15 * MINUTE;
  g_free (ldr_sessions_testing_keep (&stage, left));
  ldr_sessions_testing_open (&stage, "sessions.hold", id);
  ldr_sessions_testing_wait_for_words (&stage, "5 of 60 minutes");
  g_signal_emit_by_name (ldr_testing_find_by_tooltip (stage.window, "Go On"), "clicked");
  g_assert_true (ldr_testing_says (stage.window, "5 of 60 minutes"));
  g_assert_true (ldr_sessions_testing_flush (&stage));
  stood = ldr_sessions_testing_get (&stage, id);
  g_assert_false (ldr_session_is_paused (stood));
  g_assert_cmpint (stood->rested, >=, 15 * 60);

  /* Undoing the end of it brings the clock back as it stood. */
  g_signal_emit_by_name (ldr_testing_find_by_tooltip (stage.window, "Pause"), "clicked");
  ldr_sessions_testing_click (&stage, "End");
  ldr_sessions_testing_wait_for_words (&stage, "Session ended");
  ldr_sessions_testing_click (&stage, "Undo");
  g_assert_true (ldr_sessions_testing_flush (&stage));
  ended = ldr_sessions_testing_get (&stage, id);
  g_assert_true (ldr_session_is_paused (ended));
  g_assert_cmpint (ended->rested, ==, stood->rested);
  ldr_sessions_stage_close (&stage);
}

static gpointer
save_goal_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_save_goal (store, data, ldr_day_today (), error);
}

/* A goal is checked in on without leaving. */
static void
test_check_in (void)
{
  LdrSessionsStage stage;
  g_autoptr (LdrSession) session = ldr_sessions_testing_make (0);
  g_autoptr (LdrGoal) goal = ldr_goal_new (LDR_GOAL_STRENGTH, LDR_STYLE_NINJA);
  LdrMeasure *measure = ldr_measure_new (LDR_MEASURE_SCALE, 1, "", 3, 8);
  g_autofree char *id = NULL;

  ldr_sessions_stage_open (&stage, LDR_ROLE_LEADER);
  id = ldr_sessions_testing_keep (&stage, session);
  ldr_goal_set_statement (goal, "Tell Ellen beforehand");
  ldr_goal_set_measure (goal, measure);
  ldr_measure_free (measure);
  ldr_goal_unref (ldr_testing_run (stage.journal, save_goal_func, goal, (GDestroyNotify) ldr_goal_unref));
  ldr_sessions_testing_open (&stage, "sessions.hold", id);
  ldr_sessions_testing_wait_for_words (&stage, "No check-in yet · target 8");
  adw_expander_row_set_expanded (
      ADW_EXPANDER_ROW (ldr_testing_find_with_words (stage.window, ADW_TYPE_EXPANDER_ROW, "Tell Ellen beforehand")),
      TRUE);
  ldr_testing_run_for (100);
  g_signal_emit_by_name (
      ldr_testing_find_with_words (ldr_testing_find_widget (stage.window, LDR_TYPE_CHECK_IN_ROW), GTK_TYPE_BUTTON, "6"),
      "clicked");
  ldr_sessions_testing_wait_for_words (&stage, "Last 6 · target 8");
  g_assert_true (ldr_sessions_testing_flush (&stage));
  ldr_sessions_stage_close (&stage);
}

/* The file is away: it is told, nothing is lost, and what was not safe is not called so. */
static void
test_cannot_save (void)
{
  LdrSessionsStage stage;
  g_autoptr (LdrSession) session = ldr_sessions_testing_make (0);
  g_autoptr (LdrSession) saved = NULL;
  g_autofree char *id = NULL, *away = NULL;

  ldr_sessions_stage_open (&stage, LDR_ROLE_LEADER);
  away = g_strconcat (ldr_journal_get_path (stage.journal), ".away", NULL);
  id = ldr_sessions_testing_keep (&stage, session);
  ldr_sessions_testing_open (&stage, "sessions.hold", id);
  g_assert_cmpint (g_rename (ldr_journal_get_path (stage.journal), away), ==, 0);
  ldr_sessions_testing_write_note (ldr_sessions_testing_find_private_note (&stage), "Not lost");
  g_assert_false (ldr_sessions_testing_flush (&stage));
  ldr_sessions_testing_wait_for_words (&stage, "Not saved");
  g_assert_nonnull (ldr_testing_find_with_words (stage.window, GTK_TYPE_BUTTON, "Save a Copy Elsewhere…"));
  /* One who leaves it comes back to it. */
  gtk_widget_activate_action (ldr_testing_find_widget (stage.window, LDR_TYPE_SESSION_PAGE), "navigation.pop", NULL);
  ldr_sessions_testing_wait_for_words (&stage, "This session stays open until it is saved.");
  g_assert_nonnull (ldr_testing_find_widget (stage.window, LDR_TYPE_SESSION_PAGE));
  g_assert_cmpint (g_rename (away, ldr_journal_get_path (stage.journal)), ==, 0);
  ldr_sessions_testing_click (&stage, "Try Again");
  ldr_sessions_testing_wait_for_words (&stage, "Saved");
  saved = ldr_sessions_testing_get (&stage, id);
  g_assert_cmpstr (saved->private_notes, ==, "Not lost");
  ldr_sessions_stage_close (&stage);
}

/* Somebody else saved the session while there is something here that is not saved. */
static void
make_conflict (LdrSessionsStage *stage, const char *id)
{
  g_autoptr (LdrSession) theirs = ldr_sessions_testing_get (stage, id);
  g_autoptr (LdrSession) changed = ldr_session_copy (theirs);

  ldr_session_set_note (changed, LDR_SESSION_PART_FREE, "Theirs");
  ldr_sessions_testing_write_note (
      ldr_testing_find_with_words (stage->window, LDR_TYPE_SESSION_NOTE, "What is worth remembering?"), "Mine");
  g_free (ldr_sessions_testing_keep (stage, changed));
  ldr_sessions_testing_wait_for_words (stage, "Keep This Text");
  ldr_sessions_testing_wait_for_words (stage, "Not saved: this session was changed from elsewhere meanwhile.");
}

static void
test_conflict (void)
{
  for (int mine = 0; mine < 2; mine++)
    {
      LdrSessionsStage stage;
      g_autoptr (LdrSession) session = ldr_sessions_testing_make (0);
      g_autoptr (LdrSession) saved = NULL;
      g_autofree char *id = NULL;

      ldr_sessions_stage_open (&stage, LDR_ROLE_LEADER);
      id = ldr_sessions_testing_keep (&stage, session);
      ldr_sessions_testing_open (&stage, "sessions.hold", id);
      make_conflict (&stage, id);
      ldr_sessions_testing_click (&stage, mine ? "Keep This Text" : "Show the Other Text");
      ldr_sessions_testing_wait_for_words (&stage, "Saved");
      g_assert_true (ldr_sessions_testing_flush (&stage));
      saved = ldr_sessions_testing_get (&stage, id);
      g_assert_cmpstr (saved->notes[LDR_SESSION_PART_FREE], ==, mine ? "Mine" : "Theirs");
      ldr_sessions_stage_close (&stage);
    }
}

static void
add_tests (void)
{
  g_test_add_func ("/sessions-hold/notes", test_notes);
  g_test_add_func ("/sessions-hold/leave", test_leave);
  g_test_add_func ("/sessions-hold/clock", test_clock);
  g_test_add_func ("/sessions-hold/pause", test_pause);
  g_test_add_func ("/sessions-hold/check-in", test_check_in);
  g_test_add_func ("/sessions-hold/cannot-save", test_cannot_save);
  g_test_add_func ("/sessions-hold/conflict", test_conflict);
}

int
main (int argc, char *argv[])
{
  return ldr_sessions_testing_main (argc, argv, add_tests);
}

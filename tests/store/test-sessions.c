/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ldr-coaching-testing.h"
#include "model/ldr-id.h"
#include "model/ldr-model-error.h"
#include "store/ldr-store-actions.h"
#include "store/ldr-store-preparation.h"
#include "store/ldr-store-private.h"
#include "store/ldr-store-sessions.h"

/* Sessions, saved and read again, with their private notes only where they are asked for. */

#define HOUR ((gint64) 60 * 60 * 1000)

static LdrSession *
full_session (void)
{
  LdrSession *session = test_session_on (3, 9);
  const LdrEvaluation leader = { 8, 7, 0, 10, (char *) "Één ding 🎉" };
  const LdrEvaluation coach = { LDR_EVALUATION_UNSAID, LDR_EVALUATION_UNSAID, LDR_EVALUATION_UNSAID, 6, (char *) "" };

  ldr_session_set_location (session, "Kamer 3");
  session->minutes = 45;
  session->form = LDR_SESSION_GROW;
  ldr_session_open (session, session->starts + 60);
  ldr_session_close (session, session->starts + HOUR);
  for (int i = 0; i < LDR_N_SESSION_PARTS; i++)
    {
      g_autofree char *text = g_strdup_printf ("Deel %d\n\n- lijst\n", i);

      ldr_session_set_note (session, (LdrSessionPart) i, text);
    }
  ldr_session_set_private_notes (session, "Alleen voor mij: twijfel.");
  ldr_session_add_point (session, NULL, "Rooster", TRUE);
  ldr_session_add_point (session, NULL, "Feedback", FALSE);
  ldr_session_set_evaluation (session, LDR_ROLE_LEADER, &leader);
  ldr_session_set_evaluation (session, LDR_ROLE_COACH, &coach);
  return session;
}

static void
test_save_session (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrSession) session = full_session (), read = NULL, fewer = NULL, back = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_save_session (self->store, session, &error));
  g_assert_no_error (error);
  fixture_reopen (self);
  read = ldr_store_get_session_with_private_notes (self->store, session->id, &error);
  g_assert_no_error (error);
  g_assert_true (ldr_session_equal (read, session));
  g_assert_cmpint (read->created, ==, session->created);
  g_assert_cmpint (read->changed, >=, session->created);
  /* What is empty by now leaves nothing behind. */
  fewer = ldr_session_copy (read);
  for (int i = 0; i < LDR_N_SESSION_PARTS; i++)
    ldr_session_set_note (fewer, (LdrSessionPart) i, i == LDR_SESSION_PART_WILL ? "Doen." : "");
  ldr_session_set_private_notes (fewer, "");
  ldr_session_remove_point (fewer, 0);
  fewer->evaluations[LDR_ROLE_COACH].overall = LDR_EVALUATION_UNSAID;
  fewer->created = 1;
  g_assert_true (ldr_store_save_session (self->store, fewer, &error));
  back = ldr_store_get_session_with_private_notes (self->store, session->id, &error);
  g_assert_true (ldr_session_equal (back, fewer));
  g_assert_cmpint (back->created, ==, session->created);
  test_assert_sound (self->store);
}

/* Notes are saved each second while somebody types: what is as it was is not written again. */
static void
test_save_little (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrSession) session = full_session ();
  g_autoptr (GError) error = NULL;
  gint64 before;

  g_assert_true (ldr_store_save_session (self->store, session, &error));
  before = ldr_store_get_topic_changes (self->store, LDR_TOPIC_SESSIONS);
  ldr_session_set_note (session, LDR_SESSION_PART_GOAL, "Meer woorden.");
  g_assert_true (ldr_store_save_session (self->store, session, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ldr_store_get_topic_changes (self->store, LDR_TOPIC_SESSIONS) - before, ==, 2);
  /* An agenda in another order is another agenda. */
  ldr_session_move_point (session, 0, 1);
  g_assert_true (ldr_store_save_session (self->store, session, &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_count_rows (self, "SELECT count(*) FROM agenda_point WHERE text = 'Feedback' AND place = 0"),
                   ==, 1);
  g_assert_cmpint (test_count_rows (self, "SELECT count(*) FROM agenda_point"), ==, 2);
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrSession) session = full_session (), read = NULL;
  g_autoptr (GError) error = NULL;

  session->minutes = 0;
  g_assert_false (ldr_store_save_session (self->store, session, &error));
  g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  read = ldr_store_get_session (self->store, session->id, &error);
  g_assert_null (read);
  test_assert_error (error, LDR_STORE_ERROR_NOT_FOUND);
  g_assert_false (ldr_store_trash_session (self->store, session->id, &error));
  test_assert_error (error, LDR_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (test_count_rows (self, "SELECT count(*) FROM agenda_point"), ==, 0);
}

static gboolean
collect (LdrSession *session, gpointer user_data, GError **error)
{
  g_ptr_array_add (user_data, ldr_session_ref (session));
  return TRUE;
}

/* Nothing that reads a session has them but the two calls that say so, and who has not seen them cannot lose them. */
static void
test_private_notes (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrSession) session = full_session (), shared = NULL, last = NULL, whole = NULL, changed = NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_session_unref);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (LdrPreparation) preparation = NULL;
  g_autoptr (GError) error = NULL;
  gboolean found = TRUE;

  g_assert_true (ldr_store_has_private_notes (self->store, &found, &error));
  g_assert_false (found);
  for (int i = 0; i < LDR_N_SESSION_PARTS; i++)
    ldr_session_set_note (session, (LdrSessionPart) i, "");
  g_assert_true (ldr_store_save_session (self->store, session, &error));
  shared = ldr_store_get_session (self->store, session->id, &error);
  g_assert_null (shared->private_notes);
  g_assert_true (ldr_store_find_last_session (self->store, G_MAXINT64, &last, &error));
  g_assert_null (last->private_notes);
  preparation = ldr_store_prepare_session (self->store, session->id, &error);
  g_assert_null (preparation->session->private_notes);
  g_assert_true (ldr_store_foreach_session (self->store, collect, all, &error));
  g_assert_null (((LdrSession *) g_ptr_array_index (all, 0))->private_notes);
  list = ldr_store_list_sessions (self->store, LDR_SESSIONS_ALL, &error);
  g_assert_no_error (error);
  g_assert_false (((LdrSessionSummary *) g_ptr_array_index (list, 0))->has_notes);
  g_assert_true (ldr_store_has_private_notes (self->store, &found, &error));
  g_assert_true (found);
  /* Saved and imported without them, they stay. */
  changed = ldr_session_copy (shared);
  ldr_session_set_note (changed, LDR_SESSION_PART_FREE, "Anders");
  g_assert_true (ldr_store_save_session (self->store, changed, &error));
  g_assert_true (ldr_store_import_session (self->store, changed, &error));
  whole = ldr_store_get_session_with_private_notes (self->store, session->id, &error);
  g_assert_cmpstr (whole->private_notes, ==, "Alleen voor mij: twijfel.");
  g_assert_cmpstr (whole->notes[LDR_SESSION_PART_FREE], ==, "Anders");
  g_ptr_array_set_size (all, 0);
  g_assert_true (ldr_store_foreach_session_with_private_notes (self->store, collect, all, &error));
  g_assert_no_error (error);
  g_assert_true (ldr_session_equal (g_ptr_array_index (all, 0), whole));
}

static char *
days (GPtrArray *summaries)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < summaries->len; i++)
    {
      g_autofree char *day = ldr_day_to_iso8601 (((LdrSessionSummary *) g_ptr_array_index (summaries, i))->day);

      g_string_append_printf (text, "%s ", day + 5);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_list (Fixture *self, LdrSessionFilter filter, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = ldr_store_list_sessions (self->store, filter, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = days (list);
  g_assert_cmpstr (found, ==, wanted);
}

static void
test_list (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrSession) held = test_add_session (self, 3, 2, LDR_SESSION_HELD);
  g_autoptr (LdrSession) late = test_add_session (self, 5, 4, LDR_SESSION_PLANNED);
  g_autoptr (LdrSession) cancelled = test_add_session (self, 3, 16, LDR_SESSION_CANCELLED);
  g_autoptr (LdrSession) next = test_add_session (self, 4, 6, LDR_SESSION_PLANNED);
  g_autoptr (LdrSession) gone = test_add_session (self, 3, 30, LDR_SESSION_PLANNED);
  g_autoptr (LdrSession) earlier = test_add_session (self, 2, 2, LDR_SESSION_HELD);
  g_autoptr (GError) error = NULL;

  gone->deleted = 1000;
  g_assert_true (ldr_store_import_session (self->store, gone, &error));
  earlier->deleted = 2000;
  g_assert_true (ldr_store_import_session (self->store, earlier, &error));
  g_assert_no_error (error);
  assert_list (self, LDR_SESSIONS_ALL, "05-04 04-06 03-16 03-02 ");
  assert_list (self, LDR_SESSIONS_PLANNED, "04-06 05-04 ");
  assert_list (self, LDR_SESSIONS_PAST, "03-16 03-02 ");
  assert_list (self, LDR_SESSIONS_TRASH, "02-02 03-30 ");
}

static void
test_summary (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrSession) session = full_session (), empty = test_add_session (self, 2, 2, LDR_SESSION_PLANNED);
  g_autoptr (LdrAction) open = ldr_action_new (session, "Open"), done = ldr_action_new (session, "Klaar");
  g_autoptr (LdrAction) loose = ldr_action_new (NULL, "Los");
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  const LdrSessionSummary *summary;

  ldr_action_set_state (done, LDR_ACTION_DONE, test_day_of (3, 10));
  g_assert_true (ldr_store_save_session (self->store, session, &error));
  g_assert_true (ldr_store_save_action (self->store, open, &error));
  g_assert_true (ldr_store_save_action (self->store, done, &error));
  g_assert_true (ldr_store_save_action (self->store, loose, &error));
  list = ldr_store_list_sessions (self->store, LDR_SESSIONS_ALL, &error);
  g_assert_no_error (error);
  summary = g_ptr_array_index (list, 0);
  g_assert_cmpstr (summary->id, ==, session->id);
  g_assert_cmpint (summary->starts, ==, session->starts);
  g_assert_cmpint (summary->minutes, ==, 45);
  g_assert_cmpstr (summary->location, ==, "Kamer 3");
  g_assert_cmpint (summary->opened, ==, session->opened);
  g_assert_cmpint (summary->closed, ==, session->closed);
  g_assert_cmpint (summary->n_points, ==, 2);
  g_assert_cmpint (summary->n_points_done, ==, 1);
  g_assert_cmpint (summary->n_actions, ==, 2);
  g_assert_cmpint (summary->n_actions_open, ==, 1);
  g_assert_true (summary->has_notes);
  summary = g_ptr_array_index (list, 1);
  g_assert_cmpstr (summary->id, ==, empty->id);
  g_assert_cmpint (summary->n_points + summary->n_points_done + summary->n_actions + summary->n_actions_open, ==, 0);
  g_assert_false (summary->has_notes);
}

static void
assert_next (Fixture *self, gint64 now, const LdrSession *wanted)
{
  g_autoptr (LdrSession) next = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_find_next_session (self->store, now, &next, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (next != NULL ? next->id : NULL, ==, wanted != NULL ? wanted->id : NULL);
}

static void
test_next (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrSession) first = NULL, second = NULL, cancelled = NULL, gone = NULL;
  g_autoptr (GError) error = NULL;

  assert_next (self, 0, NULL);
  first = test_add_session (self, 3, 9, LDR_SESSION_PLANNED);
  second = test_add_session (self, 3, 23, LDR_SESSION_PLANNED);
  cancelled = test_add_session (self, 3, 2, LDR_SESSION_CANCELLED);
  gone = test_add_session (self, 3, 3, LDR_SESSION_PLANNED);
  g_assert_true (ldr_store_trash_session (self->store, gone->id, &error));
  assert_next (self, cancelled->starts - HOUR, first);
  assert_next (self, first->starts, first);
  assert_next (self, first->starts + HOUR - 1, first);
  assert_next (self, first->starts + HOUR, second);
  assert_next (self, second->starts + HOUR, NULL);
  /* One that is under way runs late, but not for ever. */
  ldr_session_open (first, first->starts);
  g_assert_true (ldr_store_save_session (self->store, first, &error));
  g_assert_no_error (error);
  assert_next (self, first->starts + 2 * HOUR, first);
  assert_next (self, first->starts + 24 * HOUR, second);
  ldr_session_close (first, first->starts + 2 * HOUR);
  g_assert_true (ldr_store_save_session (self->store, first, &error));
  assert_next (self, first->starts + 2 * HOUR, second);
}

static void
test_last (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrSession) first = test_add_session (self, 3, 2, LDR_SESSION_HELD);
  g_autoptr (LdrSession) second = test_add_session (self, 3, 9, LDR_SESSION_HELD);
  g_autoptr (LdrSession) planned = test_add_session (self, 3, 16, LDR_SESSION_PLANNED);
  g_autoptr (LdrSession) last = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_find_last_session (self->store, planned->starts, &last, &error));
  g_assert_cmpstr (last->id, ==, second->id);
  g_clear_pointer (&last, ldr_session_unref);
  g_assert_true (ldr_store_find_last_session (self->store, second->starts, &last, &error));
  g_assert_cmpstr (last->id, ==, first->id);
  g_clear_pointer (&last, ldr_session_unref);
  g_assert_true (ldr_store_find_last_session (self->store, first->starts, &last, &error));
  g_assert_no_error (error);
  g_assert_null (last);
}

/* In the trash, back, and gone after the days that entries are kept; what was agreed in it stays. */
static void
test_trash (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrSession) session = full_session (), read = NULL, saved = NULL;
  g_autoptr (LdrAction) action = ldr_action_new (session, "Bellen"), left = NULL;
  g_autoptr (GError) error = NULL;
  gint64 deleted;

  g_assert_true (ldr_store_save_session (self->store, session, &error));
  g_assert_true (ldr_store_save_action (self->store, action, &error));
  g_assert_true (ldr_store_trash_session (self->store, session->id, &error));
  read = ldr_store_get_session (self->store, session->id, &error);
  deleted = read->deleted;
  g_assert_cmpint (deleted, >, 0);
  /* Saved while it lies there, it stays there; and it keeps its day. */
  g_assert_true (ldr_store_save_session (self->store, session, &error));
  g_assert_true (ldr_store_trash_session (self->store, session->id, &error));
  saved = ldr_store_get_session (self->store, session->id, &error);
  g_assert_cmpint (saved->deleted, ==, deleted);
  assert_list (self, LDR_SESSIONS_ALL, "");
  g_assert_true (ldr_store_restore_session (self->store, session->id, &error));
  assert_list (self, LDR_SESSIONS_ALL, "03-09 ");
  g_assert_true (ldr_store_purge_trash (self->store, G_MAXINT64, &error));
  assert_list (self, LDR_SESSIONS_ALL, "03-09 ");
  g_assert_true (ldr_store_trash_session (self->store, session->id, &error));
  g_assert_true (ldr_store_purge_trash (self->store, deleted - 1, &error));
  assert_list (self, LDR_SESSIONS_TRASH, "03-09 ");
  g_assert_true (ldr_store_purge_trash (self->store, G_MAXINT64, &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_count_rows (self, "SELECT count(*) FROM session"), ==, 0);
  g_assert_cmpint (test_count_rows (self, "SELECT count(*) FROM session_note"), ==, 0);
  g_assert_cmpint (test_count_rows (self, "SELECT count(*) FROM agenda_point"), ==, 0);
  g_assert_cmpint (test_count_rows (self, "SELECT count(*) FROM session_evaluation"), ==, 0);
  left = ldr_store_get_action (self->store, action->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (left->session, ==, "");
  g_assert_cmpint (left->agreed, ==, left->created);
  test_assert_sound (self->store);
}

/* No table is read from end to end to find some of its rows, and nothing is sorted. */
static void
assert_plan (Fixture *self, const char *sql, const char *wanted)
{
  g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrStatement) row = ldr_database_prepare (self->store->db, explain, &error);
  gboolean found = FALSE;

  g_assert_no_error (error);
  while (ldr_statement_step (row, &error) == LDR_STEP_ROW)
    {
      const char *line = ldr_statement_get_text (row, 3);

      g_test_message ("%s: %s", sql, line);
      g_assert_null (strstr (line, "TEMP B-TREE"));
      g_assert_null (strstr (line, "AUTOMATIC"));
      if (g_str_has_prefix (line, "SCAN ") && strstr (line, " INDEX ") == NULL)
        g_error ("%s: %s", sql, line);
      found = found || strstr (line, wanted) != NULL;
    }
  g_assert_no_error (error);
  if (!found)
    g_error ("%s: no %s", sql, wanted);
}

static void
test_plans (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    const char *index;
  } rows[] = {
    { "SELECT id FROM session " LDR_NEXT_SESSION, "SEARCH session USING INDEX session_starts (starts>?)" },
    { "SELECT id FROM session WHERE deleted = 0 AND state = 1 AND starts < ?1 ORDER BY starts DESC, key DESC LIMIT 1",
      "SEARCH session USING INDEX session_starts (starts<?)" },
    { "SELECT id FROM session ORDER BY id", "sqlite_autoindex_session" },
    { LDR_AGENDA_POINTS, "SEARCH agenda_point USING PRIMARY KEY (session=?)" },
    { "DELETE FROM session WHERE deleted > 0 AND deleted < ?1", "INDEX session_trash" },
    { "SELECT text FROM action a LEFT JOIN session s ON s.id = a.session WHERE a.session = ?1 "
      "ORDER BY a.place, a.key",
      "SEARCH a USING INDEX action_session (session=?)" },
    { "SELECT text FROM action WHERE state = 0", "INDEX action_open" },
    { "SELECT text FROM action WHERE state > 0 AND state_day >= ?1", "INDEX action_closed (state_day>?)" },
    { "SELECT count(*), count(*) FILTER (WHERE due BETWEEN 1 AND ?1) FROM action WHERE state = 0",
      "COVERING INDEX action_open" },
    { "SELECT max (place) FROM action WHERE session IS nullif (?2, '')", "action_session (session=?)" },
    { "SELECT count(*) FROM entry NOT INDEXED WHERE deleted = 0 AND key >= ?1 AND key < ?2 AND happened >= ?3 AND "
      "happened < ?4",
      "PRIMARY KEY (rowid>? AND rowid<?)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_plan (self, rows[i].sql, rows[i].index);
  assert_plan (self, ldr_session_list_get_sql (LDR_SESSIONS_ALL), "INDEX session_starts");
  assert_plan (self, ldr_session_list_get_sql (LDR_SESSIONS_PLANNED), "INDEX session_starts");
  assert_plan (self, ldr_session_list_get_sql (LDR_SESSIONS_PAST), "INDEX session_starts");
  assert_plan (self, ldr_session_list_get_sql (LDR_SESSIONS_TRASH), "INDEX session_trash");
}

int
main (int argc, char *argv[])
{
  static const FixtureTest tests[] = {
    { "save", test_save_session }, { "save-little", test_save_little },
    { "refused", test_refused },   { "private-notes", test_private_notes },
    { "list", test_list },         { "summary", test_summary },
    { "next", test_next },         { "last", test_last },
    { "trash", test_trash },       { "plans", test_plans },
  };

  g_test_init (&argc, &argv, NULL);
  fixture_add_tests ("/sessions/", fixture_set_up, tests, G_N_ELEMENTS (tests));
  return g_test_run ();
}

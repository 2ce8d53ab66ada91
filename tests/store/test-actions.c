/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ldr-coaching-testing.h"
#include "model/ldr-model-error.h"
#include "store/ldr-store-actions.h"
#include "store/ldr-store-private.h"
#include "store/ldr-store-sessions.h"

/* What is agreed: saved, in order, carried over and counted. */

static char *
texts (GPtrArray *actions)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < actions->len; i++)
    g_string_append (text, ((LdrAction *) g_ptr_array_index (actions, i))->text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_texts(list, wanted)                                                                                     \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autoptr (GPtrArray) found_list = list;                                                                           \
    g_autofree char *found = NULL;                                                                                     \
                                                                                                                       \
    g_assert_no_error (error);                                                                                         \
    found = texts (found_list);                                                                                        \
    g_assert_cmpstr (found, ==, wanted);                                                                               \
  }                                                                                                                    \
  G_STMT_END

static void
test_action (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrSession) session = test_add_session (self, 3, 9, LDR_SESSION_HELD);
  g_autoptr (LdrAction) action = ldr_action_new (session, "Bel de klant"), read = NULL, changed = NULL, back = NULL;
  g_autoptr (GError) error = NULL;

  ldr_action_set_owner (action, LDR_ACTION_OTHER, "Fatima");
  action->due = test_day_of (3, 16);
  g_assert_true (ldr_store_save_action (self->store, action, &error));
  fixture_reopen (self);
  read = ldr_store_get_action (self->store, action->id, &error);
  g_assert_no_error (error);
  g_assert_true (ldr_action_equal (read, action));
  g_assert_cmpint (read->place, ==, 0);
  g_assert_cmpint (read->created, ==, action->created);
  g_assert_cmpint (read->agreed, ==, session->starts);
  changed = ldr_action_copy (read);
  ldr_action_set_state (changed, LDR_ACTION_DONE, test_day_of (3, 12));
  ldr_action_set_owner (changed, LDR_ACTION_LEADER, NULL);
  g_assert_true (ldr_store_save_action (self->store, changed, &error));
  back = ldr_store_get_action (self->store, action->id, &error);
  g_assert_true (ldr_action_equal (back, changed));
  g_assert_cmpint (back->created, ==, action->created);
  /* Gone at once; undone by the value that was kept. */
  g_assert_true (ldr_store_delete_action (self->store, action->id, &error));
  g_assert_null (ldr_store_get_action (self->store, action->id, &error));
  test_assert_error (error, LDR_STORE_ERROR_NOT_FOUND);
  g_assert_true (ldr_store_import_action (self->store, back, &error));
  g_clear_pointer (&read, ldr_action_unref);
  read = ldr_store_get_action (self->store, action->id, &error);
  g_assert_true (ldr_action_equal (read, back));
  g_assert_cmpint (read->changed, ==, back->changed);
  test_assert_sound (self->store);
}

static void
test_action_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrSession) never_saved = test_session_on (3, 9);
  g_autoptr (LdrAction) orphan = ldr_action_new (never_saved, "A"), empty = ldr_action_new (NULL, "");
  g_autoptr (GError) error = NULL;

  g_assert_false (ldr_store_save_action (self->store, orphan, &error));
  test_assert_error (error, LDR_STORE_ERROR_NOT_FOUND);
  g_assert_false (ldr_store_save_action (self->store, empty, &error));
  g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
}

static void
test_action_order (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrSession) session = test_add_session (self, 3, 9, LDR_SESSION_HELD);
  g_autoptr (LdrSession) other = test_add_session (self, 3, 16, LDR_SESSION_HELD);
  g_autoptr (LdrAction) a = test_add_action (self, session, "A"), b = test_add_action (self, session, "B");
  g_autoptr (LdrAction) x = test_add_action (self, other, "X"), c = test_add_action (self, session, "C");
  g_autoptr (LdrAction) y = test_add_action (self, NULL, "Y"), z = test_add_action (self, NULL, "Z"), kept = NULL;
  const char *const order[] = { c->id, a->id, NULL }, *const none[] = { NULL };
  g_autoptr (GError) error = NULL;

  assert_texts (ldr_store_list_session_actions (self->store, session->id, &error), "ABC");
  g_assert_true (ldr_store_order_actions (self->store, order, &error));
  g_assert_true (ldr_store_order_actions (self->store, none, &error));
  assert_texts (ldr_store_list_session_actions (self->store, session->id, &error), "CAB");
  assert_texts (ldr_store_list_session_actions (self->store, other->id, &error), "X");
  g_assert_cmpint (test_count_rows (self, "SELECT place FROM action WHERE text = 'X'"), ==, 0);
  g_assert_cmpint (test_count_rows (self, "SELECT place FROM action WHERE text = 'Z'"), ==, 1);
  /* Deleted and brought back, one stands where it stood. */
  kept = ldr_store_get_action (self->store, a->id, &error);
  g_assert_true (ldr_store_delete_action (self->store, a->id, &error));
  g_assert_true (ldr_store_import_action (self->store, kept, &error));
  assert_texts (ldr_store_list_session_actions (self->store, session->id, &error), "CAB");
  assert_texts (ldr_store_list_actions (self->store, &error), "ABXCYZ");
}

/* Carried over from session to session until it is done, wherever its session is by then. */
static void
test_carry_over (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrSession) first = test_add_session (self, 3, 2, LDR_SESSION_HELD);
  g_autoptr (LdrSession) second = test_add_session (self, 3, 9, LDR_SESSION_HELD);
  g_autoptr (LdrSession) third = test_add_session (self, 3, 16, LDR_SESSION_PLANNED);
  g_autoptr (LdrAction) a = test_add_action (self, first, "A"), b = test_add_action (self, first, "B");
  g_autoptr (LdrAction) c = test_add_action (self, second, "C"), d = test_add_action (self, third, "D");
  g_autoptr (GError) error = NULL;

  ldr_action_set_state (b, LDR_ACTION_DONE, test_day_of (3, 9));
  g_assert_true (ldr_store_save_action (self->store, b, &error));
  b->due = test_day_of (3, 5);
  g_assert_true (ldr_store_save_action (self->store, b, &error));
  assert_texts (ldr_store_list_carried_over_actions (self->store, first, &error), "");
  assert_texts (ldr_store_list_carried_over_actions (self->store, second, &error), "BA");
  assert_texts (ldr_store_list_carried_over_actions (self->store, third, &error), "AC");
  assert_texts (ldr_store_list_open_actions (self->store, &error), "ACD");
  g_assert_true (ldr_store_trash_session (self->store, first->id, &error));
  assert_texts (ldr_store_list_carried_over_actions (self->store, third, &error), "AC");
}

static void
test_counts (Fixture *self, gconstpointer data)
{
  static const int due[] = { 0, 8, 9, 10, 8 };
  LdrActionCounts counts;
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_count_actions (self->store, test_day_of (3, 9), &counts, &error));
  g_assert_cmpint (counts.open, ==, 0);
  g_assert_cmpint (counts.overdue, ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (due); i++)
    {
      g_autoptr (LdrAction) action = ldr_action_new (NULL, "A");

      action->due = due[i] != 0 ? test_day_of (3, due[i]) : 0;
      action->state = i == G_N_ELEMENTS (due) - 1 ? LDR_ACTION_DONE : LDR_ACTION_OPEN;
      g_assert_true (ldr_store_save_action (self->store, action, &error));
    }
  g_assert_true (ldr_store_count_actions (self->store, test_day_of (3, 9), &counts, &error));
  g_assert_no_error (error);
  g_assert_cmpint (counts.open, ==, 4);
  g_assert_cmpint (counts.overdue, ==, 1);
}

int
main (int argc, char *argv[])
{
  static const FixtureTest tests[] = {
    { "action", test_action },
    { "action-refused", test_action_refused },
    { "action-order", test_action_order },
    { "carry-over", test_carry_over },
    { "counts", test_counts },
  };

  g_test_init (&argc, &argv, NULL);
  fixture_add_tests ("/actions/", fixture_set_up, tests, G_N_ELEMENTS (tests));
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ldr-action.h"
#include "model/ldr-model-error.h"
#include "model/ldr-moment.h"

/* What was agreed: whose it is, when it is late, and in which session it comes back. */

static LdrSession *
session_on (int day_of_march)
{
  g_autoptr (GDateTime) starts = g_date_time_new_utc (2026, 3, day_of_march, 10, 0, 0);

  return ldr_session_new (starts);
}

static int
march (int day_of_month)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 3, day_of_month, 12, 0, 0);

  return ldr_day_from_date_time (date);
}

static void
test_new (void)
{
  g_autoptr (LdrSession) session = session_on (9);
  g_autoptr (LdrAction) action = ldr_action_new (session, " Bel\nSanne "), loose = ldr_action_new (NULL, "Los");
  g_autoptr (LdrAction) copy = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (action->text, ==, "Bel Sanne");
  g_assert_cmpstr (action->session, ==, session->id);
  g_assert_cmpint (action->agreed, ==, session->starts);
  g_assert_cmpstr (loose->session, ==, "");
  g_assert_cmpint (loose->agreed, ==, loose->created);
  g_assert_true (ldr_action_validate (action, &error));
  g_assert_true (ldr_action_validate (loose, &error));
  g_assert_no_error (error);
  ldr_action_set_owner (action, LDR_ACTION_OTHER, "Fatima");
  copy = ldr_action_copy (action);
  g_assert_true (ldr_action_equal (action, copy));
  ldr_action_set_text (copy, "Anders");
  g_assert_false (ldr_action_equal (action, copy));
  g_assert_cmpstr (action->text, ==, "Bel Sanne");
  /* A name belongs to somebody else only. */
  ldr_action_set_owner (copy, LDR_ACTION_COACH, "Fatima");
  g_assert_cmpstr (copy->owner_name, ==, "");
}

static void
test_state (void)
{
  g_autoptr (LdrAction) action = ldr_action_new (NULL, "A");

  action->state_day = march (1);
  ldr_action_set_state (action, LDR_ACTION_OPEN, march (5));
  g_assert_cmpint (action->state_day, ==, march (1));
  ldr_action_set_state (action, LDR_ACTION_DONE, march (5));
  g_assert_cmpint (action->state_day, ==, march (5));
  ldr_action_set_state (action, LDR_ACTION_DROPPED, march (6));
  g_assert_cmpint (action->state_day, ==, march (6));
}

static void
test_validate (void)
{
  g_autoptr (LdrAction) action = ldr_action_new (NULL, "A");
  g_autoptr (GError) error = NULL;

#define assert_invalid()                                                                                               \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_assert_false (ldr_action_validate (action, &error));                                                             \
    g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);                                                  \
    g_clear_error (&error);                                                                                            \
  }                                                                                                                    \
  G_STMT_END
  ldr_action_set_text (action, " ");
  assert_invalid ();
  g_set_str (&action->text, "A\tB");
  assert_invalid ();
  ldr_action_set_text (action, "A");
  g_set_str (&action->session, "x");
  assert_invalid ();
  g_set_str (&action->session, "");
  g_set_str (&action->owner_name, "Fatima");
  assert_invalid ();
  action->owner = LDR_ACTION_OTHER;
  g_assert_true (ldr_action_validate (action, &error));
  action->owner = (LdrActionOwner) LDR_N_ACTION_OWNERS;
  assert_invalid ();
  action->owner = LDR_ACTION_OTHER;
  action->due = -1;
  assert_invalid ();
  action->due = march (1);
  action->state_day = 0;
  assert_invalid ();
  action->state_day = march (1);
  g_assert_true (ldr_action_validate (action, &error));
  g_assert_no_error (error);
#undef assert_invalid
}

static void
test_overdue (void)
{
  static const struct
  {
    int due;
    LdrActionState state;
    gboolean overdue;
  } rows[] = {
    { 0, LDR_ACTION_OPEN, FALSE },  { 8, LDR_ACTION_OPEN, TRUE },  { 9, LDR_ACTION_OPEN, FALSE },
    { 10, LDR_ACTION_OPEN, FALSE }, { 8, LDR_ACTION_DONE, FALSE }, { 8, LDR_ACTION_DROPPED, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LdrAction) action = ldr_action_new (NULL, "A");

      action->due = rows[i].due != 0 ? march (rows[i].due) : 0;
      action->state = rows[i].state;
      g_assert_cmpint (ldr_action_is_overdue (action, march (9)), ==, rows[i].overdue);
    }
}

/* The session of the 9th of March looks at what was agreed in that of the 2nd and elsewhere. */
static void
test_carried_over (void)
{
  static const struct
  {
    const char *why;
    int agreed_in;
    LdrActionState state;
    int state_day;
    gboolean carried;
  } rows[] = {
    { "open since before", 2, LDR_ACTION_OPEN, 2, TRUE },
    { "done before", 2, LDR_ACTION_DONE, 8, FALSE },
    { "dropped before", 2, LDR_ACTION_DROPPED, 8, FALSE },
    { "done on the day itself", 2, LDR_ACTION_DONE, 9, TRUE },
    { "done later", 2, LDR_ACTION_DONE, 12, TRUE },
    { "dropped later", 2, LDR_ACTION_DROPPED, 12, TRUE },
    { "opened again later", 2, LDR_ACTION_OPEN, 12, TRUE },
    { "agreed in this one", 9, LDR_ACTION_OPEN, 9, FALSE },
    { "agreed in a later one", 16, LDR_ACTION_OPEN, 16, FALSE },
    { "agreed in a later one, done", 16, LDR_ACTION_DONE, 20, FALSE },
  };
  g_autoptr (LdrSession) session = session_on (9);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LdrSession) other = session_on (rows[i].agreed_in);
      g_autoptr (LdrAction) action = ldr_action_new (rows[i].agreed_in == 9 ? session : other, "A");

      action->state = rows[i].state;
      action->state_day = march (rows[i].state_day);
      g_test_message ("%s", rows[i].why);
      g_assert_cmpint (ldr_action_is_carried_over (action, session), ==, rows[i].carried);
    }
}

/* Without a session an action was agreed when it was made. */
static void
test_carried_over_loose (void)
{
  g_autoptr (LdrSession) session = session_on (9);
  g_autoptr (LdrAction) action = ldr_action_new (NULL, "A");

  action->agreed = session->starts - 1;
  g_assert_true (ldr_action_is_carried_over (action, session));
  action->agreed = session->starts;
  g_assert_false (ldr_action_is_carried_over (action, session));
}

static void
add (GPtrArray *actions, const char *text, const LdrSession *session, int due, int place)
{
  LdrAction *action = ldr_action_new (session, text);

  action->due = due != 0 ? march (due) : 0;
  action->place = place;
  g_ptr_array_add (actions, action);
}

static void
test_order (void)
{
  g_autoptr (GPtrArray) actions = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_action_unref);
  g_autoptr (LdrSession) first = session_on (1), second = session_on (2), session = session_on (9);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GString) texts = g_string_new (NULL);

  add (actions, "F", second, 0, 1);
  add (actions, "E", second, 0, 0);
  add (actions, "C", second, 20, 0);
  add (actions, "x", session, 1, 0);
  add (actions, "D", first, 0, 5);
  add (actions, "B", first, 20, 1);
  add (actions, "A", second, 5, 2);
  list = ldr_action_list_carried_over (actions, session);
  for (guint i = 0; i < list->len; i++)
    g_string_append (texts, ((LdrAction *) g_ptr_array_index (list, i))->text);
  g_assert_cmpstr (texts->str, ==, "ABCDEF");
}

static void
test_ids (void)
{
  LdrActionOwner owner;
  LdrActionState state;

  for (int i = 0; i < LDR_N_ACTION_OWNERS; i++)
    {
      g_assert_true (ldr_action_owner_from_id (ldr_action_owner_to_id ((LdrActionOwner) i), &owner));
      g_assert_cmpint (owner, ==, i);
    }
  for (int i = 0; i < LDR_N_ACTION_STATES; i++)
    {
      g_assert_true (ldr_action_state_from_id (ldr_action_state_to_id ((LdrActionState) i), &state));
      g_assert_cmpint (state, ==, i);
    }
  g_assert_false (ldr_action_owner_from_id ("", &owner));
  g_assert_false (ldr_action_state_from_id ("closed", &state));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/action/new", test_new);
  g_test_add_func ("/action/state", test_state);
  g_test_add_func ("/action/validate", test_validate);
  g_test_add_func ("/action/overdue", test_overdue);
  g_test_add_func ("/action/carried-over", test_carried_over);
  g_test_add_func ("/action/carried-over-loose", test_carried_over_loose);
  g_test_add_func ("/action/order", test_order);
  g_test_add_func ("/action/ids", test_ids);
  return g_test_run ();
}

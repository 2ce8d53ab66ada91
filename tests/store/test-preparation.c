/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ldr-coaching-testing.h"
#include "store/ldr-store-actions.h"
#include "store/ldr-store-outline.h"
#include "store/ldr-store-preparation.h"
#include "store/ldr-store-private.h"
#include "store/ldr-store-sessions.h"

/* What a session is prepared with, and what the shelf tells of a journal. */

#define HOUR ((gint64) 60 * 60 * 1000)

static void
add_entry (Fixture *self, int day, LdrStyleSet pitfalls, int energy, gboolean to_discuss)
{
  g_autoptr (LdrEntry) entry = test_entry ("E", "", 2026, 3, day), saved = NULL;

  entry->pitfalls = pitfalls;
  entry->styles = LDR_STYLE_BIT (LDR_STYLE_TEAM_PLAYER);
  entry->energy = energy;
  entry->to_discuss = to_discuss;
  saved = test_save (self->store, entry);
}

static void
test_preparation (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrSession) first = test_add_session (self, 3, 2, LDR_SESSION_HELD);
  g_autoptr (LdrSession) cancelled = test_add_session (self, 3, 9, LDR_SESSION_CANCELLED);
  g_autoptr (LdrSession) session = test_add_session (self, 3, 16, LDR_SESSION_PLANNED);
  g_autoptr (LdrAction) action = test_add_action (self, first, "A");
  g_autoptr (LdrEntry) trashed = test_add (self->store, "Weg", "", 2026, 3, 10);
  g_autoptr (LdrPreparation) preparation = NULL, of_first = NULL;
  g_autoptr (GError) error = NULL;

  /* At half past nine; the sessions are at ten. */
  add_entry (self, 2, LDR_STYLE_SET_ALL, 1, TRUE);
  add_entry (self, 3, LDR_STYLE_BIT (LDR_STYLE_NINJA), 4, FALSE);
  add_entry (self, 12, LDR_STYLE_BIT (LDR_STYLE_NINJA) | LDR_STYLE_BIT (LDR_STYLE_INTEGRATOR), 5, TRUE);
  add_entry (self, 16, LDR_STYLE_SET_NONE, LDR_ENERGY_UNKNOWN, FALSE);
  add_entry (self, 17, LDR_STYLE_SET_ALL, 1, FALSE);
  g_assert_true (ldr_store_trash_entry (self->store, trashed->id, &error));
  preparation = ldr_store_prepare_session (self->store, session->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (preparation->session->id, ==, session->id);
  g_assert_cmpstr (preparation->previous->id, ==, first->id);
  g_assert_cmpuint (preparation->actions->len, ==, 1);
  g_assert_cmpuint (preparation->to_discuss->len, ==, 2);
  g_assert_cmpint (preparation->n_to_discuss, ==, 2);
  g_assert_cmpint (((LdrSummary *) g_ptr_array_index (preparation->to_discuss, 0))->day, ==, test_day_of (3, 12));
  g_assert_cmpint (preparation->noticed.since, ==, first->starts);
  g_assert_cmpint (preparation->noticed.until, ==, session->starts);
  g_assert_cmpint (preparation->noticed.n_entries, ==, 3);
  g_assert_cmpint (preparation->noticed.pitfalls[LDR_STYLE_NINJA], ==, 2);
  g_assert_cmpint (preparation->noticed.pitfalls[LDR_STYLE_INTEGRATOR], ==, 1);
  g_assert_cmpint (preparation->noticed.pitfalls[LDR_STYLE_TEAM_PLAYER], ==, 0);
  g_assert_cmpint (preparation->noticed.styles[LDR_STYLE_TEAM_PLAYER], ==, 3);
  g_assert_cmpint (preparation->noticed.n_energy, ==, 2);
  g_assert_cmpfloat_with_epsilon (preparation->noticed.energy, 4.5, 1e-9);
  /* The first one looks back to the beginning. */
  of_first = ldr_store_prepare_session (self->store, first->id, &error);
  g_assert_no_error (error);
  g_assert_null (of_first->previous);
  g_assert_cmpuint (of_first->actions->len, ==, 0);
  g_assert_cmpint (of_first->noticed.n_entries, ==, 1);
  g_assert_null (ldr_store_prepare_session (self->store, action->id, &error));
  test_assert_error (error, LDR_STORE_ERROR_NOT_FOUND);
}

static void
test_noticed_nothing (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LdrNoticed noticed;

  g_assert_true (ldr_store_get_noticed (self->store, G_MININT64, G_MAXINT64, &noticed, &error));
  g_assert_no_error (error);
  g_assert_cmpint (noticed.n_entries, ==, 0);
  g_assert_cmpfloat_with_epsilon (noticed.energy, 0, 1e-9);
  add_entry (self, 3, LDR_STYLE_SET_ALL, 3, FALSE);
  g_assert_true (ldr_store_get_noticed (self->store, G_MININT64, G_MAXINT64, &noticed, &error));
  g_assert_cmpint (noticed.n_entries, ==, 1);
}

static void
test_outline (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrOutline) empty = NULL, outline = NULL, copy = NULL;
  g_autoptr (LdrSession) session = NULL;
  g_autoptr (LdrAction) late = ldr_action_new (NULL, "A"), open = NULL;
  g_autoptr (LdrEntry) entry = NULL, trashed = NULL;
  g_autoptr (GError) error = NULL;

  empty = ldr_store_get_outline (self->store, 0, test_day_of (3, 9), &error);
  g_assert_no_error (error);
  g_assert_cmpint (empty->next_session, ==, 0);
  g_assert_cmpint (empty->next_session_day, ==, 0);
  g_assert_cmpint (empty->actions_open, ==, 0);
  g_assert_cmpint (empty->last_entry_day, ==, 0);
  session = test_add_session (self, 3, 16, LDR_SESSION_PLANNED);
  late->due = test_day_of (3, 8);
  g_assert_true (ldr_store_save_action (self->store, late, &error));
  open = test_add_action (self, NULL, "B");
  entry = test_add (self->store, "E", "", 2026, 3, 5);
  trashed = test_add (self->store, "T", "", 2026, 3, 6);
  g_assert_true (ldr_store_trash_entry (self->store, trashed->id, &error));
  outline = ldr_store_get_outline (self->store, session->starts - 24 * HOUR, test_day_of (3, 9), &error);
  g_assert_no_error (error);
  copy = ldr_outline_copy (outline);
  g_assert_cmpint (copy->next_session, ==, session->starts);
  g_assert_cmpint (copy->next_session_day, ==, test_day_of (3, 16));
  g_assert_cmpint (copy->actions_open, ==, 2);
  g_assert_cmpint (copy->actions_overdue, ==, 1);
  g_assert_cmpint (copy->last_entry_day, ==, test_day_of (3, 5));
}

int
main (int argc, char *argv[])
{
  static const FixtureTest tests[] = {
    { "preparation", test_preparation },
    { "noticed-nothing", test_noticed_nothing },
    { "outline", test_outline },
  };

  g_test_init (&argc, &argv, NULL);
  fixture_add_tests ("/preparation/", fixture_set_up, tests, G_N_ELEMENTS (tests));
  return g_test_run ();
}

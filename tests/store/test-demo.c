/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-store-testing.h"
#include "store/ldr-store-actions.h"
#include "store/ldr-store-demo.h"
#include "store/ldr-store-goals.h"
#include "store/ldr-store-links.h"
#include "store/ldr-store-sessions.h"

/* The demonstration journal, as it stands in a file. */

static void
assert_count (GPtrArray *things, guint n, GError *error)
{
  g_autoptr (GPtrArray) owned = things;

  g_assert_no_error (error);
  g_assert_cmpuint (owned->len, ==, n);
}

static void
test_fill (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LdrDemo) demo = ldr_demo_new ("nl", 1, 12);
  g_autoptr (LdrDemoCoaching) coaching = ldr_demo_make_coaching (demo);
  g_autoptr (LdrQuery) all = ldr_query_new ();
  g_autoptr (LdrSession) next = NULL;
  const int today = ldr_day_today ();
  GError *error = NULL;

  g_assert_true (ldr_store_fill_with_demo (fixture->store, demo, &error));
  g_assert_no_error (error);
  fixture_reopen (fixture);
  g_assert_cmpint (ldr_store_count (fixture->store, all, &error), ==, 12);
  assert_count (ldr_store_list_goals (fixture->store, LDR_GOAL_STATES_ALL, today, &error), coaching->goals->len, error);
  assert_count (ldr_store_list_sessions (fixture->store, LDR_SESSIONS_ALL, &error), coaching->sessions->len, error);
  assert_count (ldr_store_list_actions (fixture->store, &error), coaching->actions->len, error);
  assert_count (ldr_store_list_links (fixture->store, &error), coaching->links->len, error);
  g_assert_true (ldr_store_find_next_session (fixture->store, ldr_moment_now (), &next, &error));
  g_assert_nonnull (next);
  test_assert_sound (fixture->store);
}

/* It is for a journal that is empty: the ids are there already, and nothing is saved a second time. */
static void
test_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LdrDemo) demo = ldr_demo_new ("en", 1, 12);
  g_autoptr (LdrQuery) all = ldr_query_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_fill_with_demo (fixture->store, demo, &error));
  g_assert_no_error (error);
  g_assert_false (ldr_store_fill_with_demo (fixture->store, demo, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (ldr_store_count (fixture->store, all, NULL), ==, 12);
  test_assert_sound (fixture->store);
}

int
main (int argc, char *argv[])
{
  static const FixtureTest tests[] = {
    { "fill", test_fill },
    { "twice", test_twice },
  };

  g_test_init (&argc, &argv, NULL);
  fixture_add_tests ("/demo/", fixture_set_up, tests, G_N_ELEMENTS (tests));
  return g_test_run ();
}

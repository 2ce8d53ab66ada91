/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When something is saved, told by a clerk who writes nothing: when it is begun, what is told meanwhile, who is
 * answered. */

#include "app/widgets/ldr-saver.h"

typedef struct
{
  LdrSaver *saver;
  gboolean has_news;
  int n_begun;
  int n_changed;
  int n_answers;
  int n_failures;
} Clerk;

static gboolean
begin_cb (gpointer data)
{
  Clerk *clerk = data;

  clerk->n_begun++;
  return clerk->has_news;
}

static void
changed_cb (Clerk *clerk)
{
  clerk->n_changed++;
}

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Clerk *clerk = data;
  g_autoptr (GError) error = NULL;

  clerk->n_answers++;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
      clerk->n_failures++;
    }
}

static void
clerk_init (Clerk *clerk)
{
  *clerk = (Clerk) { .has_news = TRUE };
  clerk->saver = ldr_saver_new (begin_cb, clerk);
  g_signal_connect_swapped (clerk->saver, "changed", G_CALLBACK (changed_cb), clerk);
}

static void
flush (Clerk *clerk)
{
  ldr_saver_flush (clerk->saver, g_task_new (NULL, NULL, flushed_cb, clerk));
}

/* An answer comes by the main loop. */
static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static GError *
full_disk (void)
{
  return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
}

static void
test_one_after_another (void)
{
  Clerk clerk;

  clerk_init (&clerk);
  g_assert_cmpint (ldr_saver_get_state (clerk.saver, FALSE), ==, LDR_SAVE_STATE_NEW);
  ldr_saver_touch (clerk.saver);
  g_assert_cmpint (clerk.n_begun, ==, 0);
  g_assert_cmpint (ldr_saver_get_state (clerk.saver, FALSE), ==, LDR_SAVE_STATE_SAVING);
  ldr_saver_save_now (clerk.saver);
  ldr_saver_touch (clerk.saver);
  ldr_saver_save_now (clerk.saver);
  g_assert_cmpint (clerk.n_begun, ==, 1);
  flush (&clerk);
  ldr_saver_done (clerk.saver, NULL, FALSE);
  g_assert_cmpint (clerk.n_begun, ==, 2);
  settle ();
  g_assert_cmpint (clerk.n_answers, ==, 0);
  ldr_saver_done (clerk.saver, NULL, FALSE);
  settle ();
  g_assert_cmpint (clerk.n_answers, ==, 1);
  g_assert_cmpint (clerk.n_failures, ==, 0);
  g_assert_cmpint (ldr_saver_get_state (clerk.saver, TRUE), ==, LDR_SAVE_STATE_SAVED);
  g_assert_finalize_object (clerk.saver);
}

static void
test_nothing_new (void)
{
  Clerk clerk;

  clerk_init (&clerk);
  clerk.has_news = FALSE;
  flush (&clerk);
  g_assert_cmpint (clerk.n_begun, ==, 0);
  ldr_saver_touch (clerk.saver);
  flush (&clerk);
  settle ();
  g_assert_cmpint (clerk.n_begun, ==, 1);
  g_assert_cmpint (clerk.n_answers, ==, 2);
  g_assert_cmpint (ldr_saver_get_state (clerk.saver, TRUE), ==, LDR_SAVE_STATE_SAVED);
  g_assert_finalize_object (clerk.saver);
}

/* A failure is told to those who wait, and what was not saved is begun again when asked. */
static void
test_failure (void)
{
  Clerk clerk;

  clerk_init (&clerk);
  ldr_saver_touch (clerk.saver);
  flush (&clerk);
  ldr_saver_done (clerk.saver, full_disk (), FALSE);
  settle ();
  g_assert_cmpint (clerk.n_failures, ==, 1);
  g_assert_cmpint (ldr_saver_get_state (clerk.saver, TRUE), ==, LDR_SAVE_STATE_FAILED);
  g_assert_error (ldr_saver_get_error (clerk.saver), G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  flush (&clerk);
  g_assert_cmpint (clerk.n_begun, ==, 2);
  g_assert_cmpint (ldr_saver_get_state (clerk.saver, TRUE), ==, LDR_SAVE_STATE_SAVING);
  ldr_saver_done (clerk.saver, NULL, FALSE);
  settle ();
  g_assert_cmpint (clerk.n_answers, ==, 2);
  g_assert_cmpint (clerk.n_failures, ==, 1);
  g_assert_null (ldr_saver_get_error (clerk.saver));
  g_assert_finalize_object (clerk.saver);
}

/* The owner's own job takes along what was waiting to be saved, and counts as a save. */
static void
test_claim (void)
{
  Clerk clerk;

  clerk_init (&clerk);
  ldr_saver_touch (clerk.saver);
  ldr_saver_claim (clerk.saver);
  flush (&clerk);
  settle ();
  g_assert_cmpint (clerk.n_begun, ==, 0);
  g_assert_cmpint (clerk.n_answers, ==, 0);
  ldr_saver_done (clerk.saver, NULL, FALSE);
  settle ();
  g_assert_cmpint (clerk.n_begun, ==, 0);
  g_assert_cmpint (clerk.n_answers, ==, 1);
  g_assert_finalize_object (clerk.saver);
}

static void
test_stop (void)
{
  Clerk clerk;

  clerk_init (&clerk);
  ldr_saver_touch (clerk.saver);
  ldr_saver_save_now (clerk.saver);
  ldr_saver_touch (clerk.saver);
  ldr_saver_stop (clerk.saver);
  ldr_saver_touch (clerk.saver);
  ldr_saver_done (clerk.saver, full_disk (), TRUE);
  ldr_saver_save_now (clerk.saver);
  g_assert_cmpint (clerk.n_begun, ==, 1);
  g_assert_null (ldr_saver_get_error (clerk.saver));
  g_assert_cmpint (ldr_saver_get_state (clerk.saver, TRUE), ==, LDR_SAVE_STATE_SAVED);
  g_assert_cmpint (clerk.n_changed, ==, 4);
  g_assert_finalize_object (clerk.saver);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/saver/one-after-another", test_one_after_another);
  g_test_add_func ("/saver/nothing-new", test_nothing_new);
  g_test_add_func ("/saver/failure", test_failure);
  g_test_add_func ("/saver/claim", test_claim);
  g_test_add_func ("/saver/stop", test_stop);
  return g_test_run ();
}

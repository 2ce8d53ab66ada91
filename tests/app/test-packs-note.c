/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/packs/ldr-margin-note.h"
#include "ldr-widget-testing.h"

typedef struct
{
  GtkWidget *window;
  GString *heard;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 400);
  fixture->heard = g_string_new (NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_string_free (fixture->heard, TRUE);
}

static void
done_cb (Fixture *fixture)
{
  g_string_append (fixture->heard, "done ");
}

static void
edit_cb (Fixture *fixture)
{
  g_string_append (fixture->heard, "edit ");
}

static void
delete_cb (Fixture *fixture)
{
  g_string_append (fixture->heard, "delete ");
}

static void
show (Fixture *fixture, GtkWidget *note, const char *words)
{
  g_signal_connect_swapped (note, "done", G_CALLBACK (done_cb), fixture);
  g_signal_connect_swapped (note, "edit", G_CALLBACK (edit_cb), fixture);
  g_signal_connect_swapped (note, "delete", G_CALLBACK (delete_cb), fixture);
  adw_window_set_content (ADW_WINDOW (fixture->window), note);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ldr_testing_wait_for_words (fixture->window, words);
  ldr_testing_check_names (fixture->window);
}

static void
click (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* What somebody else wrote can be put away, and not changed; nothing of it is taken for markup. */
static void
test_received (Fixture *fixture, gconstpointer data)
{
  show (fixture,
        ldr_margin_note_new (LDR_MARGIN_NOTE_RECEIVED, "Wat <b>ging</b> er goed & fout?", "Ellen, 19 November",
                             "En toen? <i>Echt</i> & waar."),
        "En toen? <i>Echt</i> & waar.");
  g_assert_true (ldr_testing_says (fixture->window, "Wat <b>ging</b> er goed & fout?"));
  g_assert_true (ldr_testing_says (fixture->window, "Ellen, 19 November"));
  g_assert_null (ldr_testing_find_by_tooltip (fixture->window, "Change this comment"));
  g_assert_null (ldr_testing_find_by_tooltip (fixture->window, "Delete this comment"));
  click (ldr_testing_find_with_words (fixture->window, GTK_TYPE_BUTTON, "Done"));
  g_assert_cmpstr (fixture->heard->str, ==, "done ");
}

/* One's own can be changed and deleted; beside its passage there is no need to quote that. */
static void
test_own (Fixture *fixture, gconstpointer data)
{
  show (fixture, ldr_margin_note_new (LDR_MARGIN_NOTE_OWN, "", "19 November", "Mooi gezien."), "Mooi gezien.");
  g_assert_null (ldr_testing_find_widget (fixture->window, GTK_TYPE_SEPARATOR));
  g_assert_null (ldr_testing_find_with_words (fixture->window, GTK_TYPE_BUTTON, "Done"));
  click (ldr_testing_find_by_tooltip (fixture->window, "Change this comment"));
  click (ldr_testing_find_by_tooltip (fixture->window, "Delete this comment"));
  g_assert_cmpstr (fixture->heard->str, ==, "edit delete ");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/packs-note/received", Fixture, NULL, set_up, test_received, tear_down);
  g_test_add ("/packs-note/own", Fixture, NULL, set_up, test_own, tear_down);
  return g_test_run ();
}

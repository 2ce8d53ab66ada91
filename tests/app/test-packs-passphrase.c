/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/packs/ldr-pack-passphrase.h"
#include "app/shelf/ldr-passphrase-form.h"
#include "ldr-journal-testing.h"
#include "ldr-widget-testing.h"

typedef struct
{
  GtkWidget *window;
  LdrPackPassphrase *dialog;
  guint n_given;
} Fixture;

static void
given_cb (Fixture *fixture)
{
  fixture->n_given++;
}

static void
open_dialog (Fixture *fixture, AdwDialog *dialog)
{
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), adw_bin_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->dialog = g_object_ref (LDR_PACK_PASSPHRASE (dialog));
  g_signal_connect_swapped (dialog, "given", G_CALLBACK (given_cb), fixture);
  adw_dialog_present (dialog, fixture->window);
  ldr_testing_wait_for_words (fixture->window, "Cancel");
}

static void
set_up_to_send (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture, ldr_pack_passphrase_new_to_send ("Sessions with R&D <Sophie>"));
}

static void
set_up_to_read (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture, ldr_pack_passphrase_new_to_read ("R&D <1>.leidraad-pack"));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  adw_dialog_force_close (ADW_DIALOG (fixture->dialog));
  g_clear_object (&fixture->dialog);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

/* Of two rows of passphrases the first or the second, as they stand. */
static GtkEditable *
find_entry (GtkWidget *widget, guint *position)
{
  GtkEditable *found = NULL;

  if (ADW_IS_PASSWORD_ENTRY_ROW (widget))
    return (*position)-- == 0 ? GTK_EDITABLE (widget) : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child, position);
  return found;
}

static void
type (Fixture *fixture, guint position, const char *text)
{
  GtkEditable *entry = find_entry (GTK_WIDGET (fixture->dialog), &position);

  g_assert_nonnull (entry);
  gtk_editable_set_text (entry, text);
}

static GtkWidget *
get_accept (Fixture *fixture, const char *words)
{
  GtkWidget *button = ldr_testing_find_with_words (fixture->window, GTK_TYPE_BUTTON, words);

  g_assert_nonnull (button);
  return button;
}

/* Nothing is given until it stands there twice. */
static void
test_send (Fixture *fixture, gconstpointer data)
{
  GtkWidget *accept = get_accept (fixture, "Save…");

  g_assert_true (ldr_testing_says (fixture->window, "Sessions with R&D <Sophie>"));
  g_assert_true (ldr_testing_says (fixture->window, "by another way than the file"));
  ldr_testing_check_names (fixture->window);
  g_assert_false (gtk_widget_get_sensitive (accept));
  type (fixture, 0, "paard batterij nietje");
  g_assert_false (gtk_widget_get_sensitive (accept));
  type (fixture, 1, "paard batterij");
  g_assert_false (gtk_widget_get_sensitive (accept));
  type (fixture, 1, "paard batterij nietje");
  g_assert_true (gtk_widget_get_sensitive (accept));
  g_assert_cmpstr (ldr_pack_passphrase_get (fixture->dialog), ==, "");
  g_signal_emit_by_name (accept, "clicked");
  g_assert_cmpuint (fixture->n_given, ==, 1);
  g_assert_cmpstr (ldr_pack_passphrase_get (fixture->dialog), ==, "paard batterij nietje");
}

/* A refused passphrase is forgotten, and another can be tried; what is typed meanwhile does not count. */
static void
test_read (Fixture *fixture, gconstpointer data)
{
  GtkWidget *accept = get_accept (fixture, "Read");

  g_assert_true (ldr_testing_says (fixture->window, "R&D <1>.leidraad-pack"));
  ldr_testing_check_names (fixture->window);
  g_assert_false (gtk_widget_get_sensitive (accept));
  type (fixture, 0, "verkeerd");
  g_signal_emit_by_name (accept, "clicked");
  ldr_pack_passphrase_set_busy (fixture->dialog, TRUE);
  g_assert_false (gtk_widget_get_sensitive (accept));
  g_assert_false (adw_dialog_get_can_close (ADW_DIALOG (fixture->dialog)));
  type (fixture, 0, "goed");
  g_assert_cmpstr (ldr_pack_passphrase_get (fixture->dialog), ==, "verkeerd");
  g_signal_emit_by_name (accept, "clicked");
  g_assert_cmpuint (fixture->n_given, ==, 1);

  ldr_pack_passphrase_refuse (fixture->dialog, "Not this one");
  g_assert_true (ldr_testing_says (fixture->window, "Not this one"));
  g_assert_true (adw_dialog_get_can_close (ADW_DIALOG (fixture->dialog)));
  g_assert_cmpstr (ldr_pack_passphrase_get (fixture->dialog), ==, "");
  g_signal_emit_by_name (accept, "clicked");
  g_assert_cmpuint (fixture->n_given, ==, 2);
  g_assert_false (ldr_testing_says (fixture->window, "Not this one"));
  g_assert_cmpstr (ldr_pack_passphrase_get (fixture->dialog), ==, "goed");
}

/* What was given is not kept behind a closed dialog. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  type (fixture, 0, "goed");
  g_signal_emit_by_name (get_accept (fixture, "Read"), "clicked");
  g_assert_cmpstr (ldr_pack_passphrase_get (fixture->dialog), ==, "goed");
  adw_dialog_force_close (ADW_DIALOG (fixture->dialog));
  g_assert_cmpstr (ldr_pack_passphrase_get (fixture->dialog), ==, "");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/packs-passphrase/send", Fixture, NULL, set_up_to_send, test_send, tear_down);
  g_test_add ("/packs-passphrase/read", Fixture, NULL, set_up_to_read, test_read, tear_down);
  g_test_add ("/packs-passphrase/closed", Fixture, NULL, set_up_to_read, test_closed, tear_down);
  return g_test_run ();
}

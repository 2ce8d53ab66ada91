/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "app/packs/ldr-comment-dialog.h"
#include "app/packs/ldr-margin-note.h"
#include "app/packs/ldr-pack-page.h"
#include "app/packs/ldr-pack-passphrase.h"
#include "app/packs/ldr-passage-row.h"
#include "app/packs/ldr-received-page.h"
#include "ldr-journal-testing.h"
#include "ldr-packs-testing.h"
#include "ldr-widget-testing.h"
#include "store/ldr-pack-file.h"

/* What a coach receives: session packs to read, and comments beside their passages. */

#define MANY 5000

typedef struct
{
  LdrPacksStage stage;
  GtkWidget *page;
  LdrPack *pack;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ldr_packs_stage_open (&fixture->stage);
  fixture->pack = ldr_packs_testing_make (4);
  fixture->page = ldr_received_page_new (fixture->stage.journal);
  ldr_packs_stage_show (&fixture->stage, fixture->page);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ldr_pack_unref (fixture->pack);
  ldr_packs_stage_close (&fixture->stage);
}

static void
receive (Fixture *fixture)
{
  g_autoptr (LdrReceipt) receipt = ldr_packs_testing_receive (&fixture->stage, fixture->pack);

  g_assert_cmpuint (receipt->n_passages, ==, fixture->pack->passages->len);
  ldr_testing_wait_for_words (fixture->page, fixture->pack->title);
}

static void
open_pack (Fixture *fixture)
{
  receive (fixture);
  ldr_received_page_open_pack (LDR_RECEIVED_PAGE (fixture->page), fixture->pack->id);
  ldr_testing_wait_for_words (fixture->page, "From Sophie, for reading only");
  ldr_testing_run_for (500);
}

/* The rows that there are, in whatever order. */
static void
gather_rows (GtkWidget *widget, GPtrArray *rows)
{
  if (LDR_IS_PASSAGE_ROW (widget) && ldr_passage_row_get_item (LDR_PASSAGE_ROW (widget)) != NULL)
    g_ptr_array_add (rows, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gather_rows (child, rows);
}

static GtkWidget *
get_row (Fixture *fixture, guint position)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  gather_rows (fixture->page, rows);
  for (guint i = 0; i < rows->len; i++)
    if (ldr_passage_item_get_passage (ldr_passage_row_get_item (rows->pdata[i]))
        == g_ptr_array_index (ldr_passage_item_get_pack (ldr_passage_row_get_item (rows->pdata[i]))->passages,
                              position))
      return rows->pdata[i];
  g_assert_not_reached ();
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  ldr_testing_wait_for_words (fixture->page, "Nothing received yet");
  ldr_testing_check_names (fixture->stage.window);
  receive (fixture);
  g_assert_true (ldr_testing_says (fixture->page, "4 passages"));
  g_assert_true (ldr_testing_says (fixture->page, "Sophie, "));
  ldr_testing_check_names (fixture->stage.window);
  ldr_packs_testing_click (fixture->stage.window, "Delete");
  ldr_testing_wait_for_words (fixture->page, "Nothing received yet");
  ldr_packs_testing_undo (fixture->stage.window);
  ldr_testing_wait_for_words (fixture->page, "4 passages");
}

/* Each passage as it was written, and none can be changed. */
static void
test_read (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[]
      = { "Gesprekken met Sophie", "Een drukke maandag", "Ik deed het even snel zelf.", "Alleen voor mij." };

  open_pack (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *row = get_row (fixture, i);

      g_assert_true (ldr_testing_says (row, texts[i]));
      g_assert_true (ldr_testing_says (row, "From a private note") == (i == 3));
      g_assert_nonnull (ldr_testing_find_by_tooltip (row, "Comment on This Passage"));
    }
  ldr_testing_check_names (fixture->stage.window);
}

/* The dialog before it may still be on its way out. */
static gboolean
is_writing (gpointer window)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));

  return LDR_IS_COMMENT_DIALOG (dialog) && ldr_testing_find_widget (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW) != NULL;
}

static GtkTextBuffer *
get_dialog_buffer (Fixture *fixture)
{
  AdwDialog *dialog;

  ldr_testing_wait_for (is_writing, fixture->stage.window);
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->stage.window));
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (ldr_testing_find_widget (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW)));
}

static gboolean
has_no_dialog (gpointer window)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (window)) == NULL;
}

static void
close_dialog (Fixture *fixture, const char *text)
{
  GtkTextBuffer *buffer = get_dialog_buffer (fixture);

  ldr_testing_check_names (fixture->stage.window);
  gtk_text_buffer_set_text (buffer, text, -1);
  adw_dialog_close (adw_window_get_visible_dialog (ADW_WINDOW (fixture->stage.window)));
  ldr_testing_wait_for (has_no_dialog, fixture->stage.window);
}

static void
comment (Fixture *fixture, guint position, const char *text)
{
  gtk_widget_activate_action (get_row (fixture, position), "packs.comment", NULL);
  close_dialog (fixture, text);
  ldr_testing_wait_for_words (get_row (fixture, position), text);
}

/* A comment stands beside its passage, and says what it is about. */
static void
test_comment (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LdrPack) stored = NULL;
  const LdrPassage *passage = fixture->pack->passages->pdata[2];
  const LdrComment *written;
  GtkWidget *send;

  open_pack (fixture);
  send = ldr_testing_find_by_tooltip (fixture->page, "Send Comments Back…");
  g_assert_false (gtk_widget_is_sensitive (send));
  comment (fixture, 2, "Mooi gezien.");
  g_assert_true (gtk_widget_is_sensitive (send));
  g_assert_false (ldr_testing_says (get_row (fixture, 3), "Mooi gezien."));
  stored = ldr_packs_testing_get (&fixture->stage, fixture->pack->id);
  g_assert_cmpuint (stored->comments->len, ==, 1);
  written = stored->comments->pdata[0];
  g_assert_cmpstr (written->passage_id, ==, passage->id);
  g_assert_cmpint (written->subject, ==, LDR_SUBJECT_ENTRY);
  g_assert_cmpstr (written->subject_id, ==, passage->subject_id);
  g_assert_cmpstr (written->quote, ==, passage->text);
  g_assert_cmpstr (written->text, ==, "Mooi gezien.");
  ldr_testing_check_names (fixture->stage.window);
}

/* Changed it is still one; what is left empty is deleted, and comes back. */
static void
test_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LdrPack) stored = NULL;

  open_pack (fixture);
  comment (fixture, 3, "Eerste gedachte");
  ldr_packs_testing_click (get_row (fixture, 3), "Change this comment");
  close_dialog (fixture, "Tweede gedachte");
  ldr_testing_wait_for_words (get_row (fixture, 3), "Tweede gedachte");
  stored = ldr_packs_testing_get (&fixture->stage, fixture->pack->id);
  g_assert_cmpuint (stored->comments->len, ==, 1);
  g_assert_true (((const LdrComment *) stored->comments->pdata[0])->is_private);
  for (int i = 0; i < 2; i++)
    {
      if (i == 0)
        ldr_packs_testing_click (get_row (fixture, 3), "Delete this comment");
      else
        {
          ldr_packs_testing_click (get_row (fixture, 3), "Change this comment");
          close_dialog (fixture, "  ");
        }
      ldr_testing_wait_until_gone (get_row (fixture, 3), "Tweede gedachte");
      ldr_packs_testing_undo (fixture->stage.window);
      ldr_testing_wait_for_words (get_row (fixture, 3), "Tweede gedachte");
    }
}

/* What is being written is kept when the dialog is closed by force, as a lock does; nothing written is nothing kept. */
static void
test_forced (Fixture *fixture, gconstpointer data)
{
  open_pack (fixture);
  gtk_widget_activate_action (get_row (fixture, 2), "packs.comment", NULL);
  gtk_text_buffer_set_text (get_dialog_buffer (fixture), "Halve zin", -1);
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (fixture->stage.window)));
  ldr_testing_wait_for_words (get_row (fixture, 2), "Halve zin");
  gtk_widget_activate_action (get_row (fixture, 3), "packs.comment", NULL);
  close_dialog (fixture, "");
  ldr_testing_run_for (200);
  g_assert_null (ldr_testing_find_widget (get_row (fixture, 3), LDR_TYPE_MARGIN_NOTE));
}

static gboolean
is_below (gpointer data)
{
  GtkWidget *row = data, *note = ldr_testing_find_widget (row, LDR_TYPE_MARGIN_NOTE);
  GtkWidget *text = ldr_testing_find_with_words (row, GTK_TYPE_LABEL, "even snel");
  graphene_rect_t note_box, text_box;

  return note != NULL && gtk_widget_compute_bounds (note, row, &note_box)
         && gtk_widget_compute_bounds (text, row, &text_box)
         && note_box.origin.y >= text_box.origin.y + text_box.size.height;
}

static void
painted_cb (GdkFrameClock *clock, guint *n_frames)
{
  (*n_frames)++;
}

static gboolean
has_frame (gpointer n_frames)
{
  return *(guint *) n_frames > 0;
}

/* Makes the window as narrow as a phone. While the parts move to their new places, the page keeps a drawing of the last
 * ones, until it has been drawn in full. */
static void
make_narrow (Fixture *fixture)
{
  GtkWidget *window = fixture->stage.window;

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 700);
  ldr_testing_run_for (300);
  for (guint i = 0; i < 3; i++)
    {
      guint n_frames = 0;
      gulong id
          = g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), &n_frames);

      gtk_widget_queue_draw (fixture->page);
      ldr_testing_wait_for (has_frame, &n_frames);
      g_signal_handler_disconnect (gtk_widget_get_frame_clock (window), id);
    }
}

/* Beside the passage where there is room, and under it where there is none. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  open_pack (fixture);
  comment (fixture, 2, "Mooi gezien.");
  g_assert_cmpint (gtk_widget_get_width (fixture->page), >, 720);
  g_assert_false (is_below (get_row (fixture, 2)));
  make_narrow (fixture);
  ldr_testing_wait_for (is_below, get_row (fixture, 2));
  g_assert_cmpint (gtk_widget_get_width (fixture->page), <=, 360);
}

/* A large pack has widgets for what is in sight, also after it was read on and became narrow. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  gint64 start;

  ldr_pack_unref (fixture->pack);
  fixture->pack = ldr_packs_testing_make (MANY);
  start = g_get_monotonic_time ();
  open_pack (fixture);
  g_test_message ("%d passages in %.0f ms", MANY, (double) (g_get_monotonic_time () - start) / 1000);
  gather_rows (fixture->page, rows);
  g_assert_cmpuint (rows->len, >, 5);
  g_assert_cmpuint (rows->len, <, 300);
  for (guint i = 1; i <= 4; i++)
    {
      gtk_list_view_scroll_to (GTK_LIST_VIEW (ldr_testing_find_widget (fixture->page, GTK_TYPE_LIST_VIEW)),
                               MANY / 4 * i - 1, GTK_LIST_SCROLL_NONE, NULL);
      ldr_testing_run_for (100);
    }
  make_narrow (fixture);
  g_ptr_array_set_size (rows, 0);
  gather_rows (fixture->page, rows);
  g_assert_cmpuint (rows->len, >, 1);
  for (guint i = 0; i < rows->len; i++)
    g_assert_true (gtk_widget_has_css_class (rows->pdata[i], "narrow"));
}

/* The comments go back as a pack of their own, under the name that was asked for. */
static void
test_send (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("leidraad-packs-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "terug" LDR_PACK_SUFFIX, NULL);
  g_autoptr (LdrPack) back = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;

  open_pack (fixture);
  comment (fixture, 2, "Mooi gezien.");
  gtk_widget_activate_action (ldr_testing_find_widget (fixture->page, LDR_TYPE_PACK_PAGE), "pack.send-comments", NULL);
  ldr_testing_wait_for_words (fixture->stage.window, "Your name, beside the comments");
  ldr_testing_check_names (fixture->stage.window);
  dialog = GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (fixture->stage.window)));
  ldr_packs_testing_type (dialog, ADW_TYPE_ENTRY_ROW, 0, " Ellen ");
  ldr_packs_testing_type (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, 0, LDR_TESTING_PACK_PASSPHRASE);
  ldr_packs_testing_type (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, 1, LDR_TESTING_PACK_PASSPHRASE);
  ldr_pack_passphrase_set_file_name (LDR_PACK_PASSPHRASE (dialog), NULL);
  ldr_packs_testing_click (dialog, "Save…");
  g_signal_emit_by_name (dialog, "placed", "/nowhere/terug");
  ldr_testing_wait_for_words (fixture->stage.window, "no longer where it was");
  ldr_packs_testing_click (dialog, "Save…");
  g_signal_emit_by_name (dialog, "placed", path);
  ldr_testing_wait_for (has_no_dialog, fixture->stage.window);
  back = ldr_pack_file_read (path, LDR_TESTING_PACK_PASSPHRASE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (back->kind, ==, LDR_PACK_COMMENTS);
  g_assert_cmpstr (back->about, ==, fixture->pack->id);
  g_assert_cmpstr (back->from, ==, "Ellen");
  g_assert_cmpuint (back->comments->len, ==, 1);
  g_assert_cmpstr (((const LdrComment *) back->comments->pdata[0])->author, ==, "Ellen");
  ldr_testing_wait_for_words (fixture->stage.window, "The comments are in the file");
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Deleted on its own page, it is left, and comes back in the list. */
static void
test_delete (Fixture *fixture, gconstpointer data)
{
  open_pack (fixture);
  gtk_widget_activate_action (ldr_testing_find_widget (fixture->page, LDR_TYPE_PACK_PAGE), "pack.delete", NULL);
  ldr_testing_wait_for_words (fixture->page, "Nothing received yet");
  ldr_packs_testing_undo (fixture->stage.window);
  ldr_testing_wait_for_words (fixture->page, "4 passages");
}

#define ADD(path, function) g_test_add ("/packs-page/" path, Fixture, NULL, set_up, function, tear_down)

static void
add_tests (void)
{
  ADD ("list", test_list);
  ADD ("read", test_read);
  ADD ("comment", test_comment);
  ADD ("change", test_change);
  ADD ("forced", test_forced);
  ADD ("narrow", test_narrow);
  ADD ("many", test_many);
  ADD ("send", test_send);
  ADD ("delete", test_delete);
}

int
main (int argc, char *argv[])
{
  return ldr_packs_testing_main (argc, argv, add_tests);
}

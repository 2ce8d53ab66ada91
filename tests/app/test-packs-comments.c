/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/packs/ldr-margin-note.h"
#include "app/packs/ldr-margin-notes.h"
#include "app/packs/ldr-received-page.h"
#include "ldr-journal-testing.h"
#include "ldr-packs-testing.h"
#include "ldr-widget-testing.h"
#include "model/ldr-id.h"

/* What comes back to a leader: comments at what they are about, and all of them in one place. */

typedef struct
{
  LdrPacksStage stage;
  LdrPack *sent;
  char *entry_id;
  char *lost_id;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LdrEntry) entry = NULL, saved = NULL;

  ldr_packs_stage_open (&fixture->stage);
  fixture->sent = ldr_packs_testing_make (4);
  entry = ldr_testing_make_entry ("Een drukke maandag", "Ik deed het *even snel* zelf.", 0);
  saved = ldr_testing_save_entry (fixture->stage.journal, entry);
  fixture->entry_id = g_strdup (saved->id);
  fixture->lost_id = ldr_id_new ();
  ldr_packs_testing_note_sent (&fixture->stage, fixture->sent);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ldr_pack_unref (fixture->sent);
  g_free (fixture->entry_id);
  g_free (fixture->lost_id);
  ldr_packs_stage_close (&fixture->stage);
}

static void
receive (Fixture *fixture)
{
  g_autoptr (LdrPack) comments = ldr_pack_new (LDR_PACK_COMMENTS, "Gesprekken", "Ellen", fixture->sent->id);
  g_autoptr (LdrReceipt) receipt = NULL;

  ldr_packs_testing_comment (comments, fixture->sent, LDR_SUBJECT_ENTRY, fixture->entry_id, "Mooi gezien.");
  ldr_packs_testing_comment (comments, fixture->sent, LDR_SUBJECT_ENTRY, fixture->lost_id, "Waar ging dit heen?");
  ldr_packs_testing_comment (comments, fixture->sent, LDR_SUBJECT_DOCUMENT, "", "Over het geheel.");
  receipt = ldr_packs_testing_receive (&fixture->stage, comments);
  g_assert_cmpuint (receipt->n_comments, ==, 3);
  g_assert_cmpuint (receipt->n_lost, ==, 1);
}

/* The toasts of a page in a window of its own. */
static GtkWidget *
wrap (GtkWidget *child)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), child);
  return overlay;
}

/* Nothing is there before, and only what is about the entry after; done with, it stays, and can be taken out again. */
static void
test_notes (Fixture *fixture, gconstpointer data)
{
  GtkWidget *notes = ldr_margin_notes_new ();

  ldr_margin_notes_show (LDR_MARGIN_NOTES (notes), fixture->stage.journal, LDR_SUBJECT_ENTRY, fixture->entry_id);
  ldr_packs_stage_show (&fixture->stage, wrap (notes));
  ldr_testing_run_for (200);
  g_assert_false (gtk_widget_get_visible (notes));
  receive (fixture);
  ldr_testing_wait_for_words (notes, "Mooi gezien.");
  ldr_testing_check_names (fixture->stage.window);
  g_assert_false (ldr_testing_says (notes, "Waar ging dit heen?"));
  g_assert_true (ldr_testing_says (notes, "Ik deed het even snel zelf."));
  g_assert_true (ldr_testing_says (notes, "Ellen, "));
  ldr_packs_testing_click (notes, "Done");
  ldr_testing_wait_for_words (notes, "Not Done");
  ldr_packs_testing_undo (fixture->stage.window);
  ldr_testing_wait_until_gone (notes, "Not Done");
  ldr_packs_testing_click (notes, "Done");
  ldr_testing_wait_for_words (notes, "Not Done");
  ldr_packs_testing_click (notes, "Not Done");
  ldr_testing_wait_until_gone (notes, "Not Done");
  ldr_margin_notes_show (LDR_MARGIN_NOTES (notes), fixture->stage.journal, LDR_SUBJECT_ENTRY, fixture->lost_id);
  g_assert_false (gtk_widget_get_visible (notes));
}

static GtkWidget *
find_card (GtkWidget *page, const char *words)
{
  GtkWidget *card = ldr_testing_find_with_words (page, LDR_TYPE_MARGIN_NOTE, words);

  g_assert_nonnull (card);
  return card;
}

/* All that came back, with a way to what it is about; what is about nothing that is here says so. */
static void
test_page (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = ldr_received_page_new (fixture->stage.journal);
  g_autofree char *way = g_strdup_printf ("place.open-entry %s", fixture->entry_id);

  ldr_packs_stage_show (&fixture->stage, page);
  receive (fixture);
  ldr_testing_wait_for_words (page, "Mooi gezien.");
  ldr_testing_check_names (fixture->stage.window);
  g_assert_true (ldr_testing_says (find_card (page, "Waar ging dit heen?"), "What this is about is no longer here"));
  g_assert_null (ldr_testing_find_with_words (find_card (page, "Waar ging dit heen?"), GTK_TYPE_BUTTON, "no longer"));
  g_assert_true (ldr_testing_says (find_card (page, "Over het geheel."), "Document · Gesprekken met Sophie & Co"));
  ldr_packs_testing_click (find_card (page, "Mooi gezien."), "Entry · Een drukke maandag");
  g_assert_cmpstr (ldr_around_get_way (fixture->stage.around), ==, way);
  g_assert_false (ldr_testing_says (page, "Comments You Are Done With"));
  ldr_packs_testing_click (find_card (page, "Mooi gezien."), "Done");
  ldr_testing_wait_for_words (page, "Comments You Are Done With");
  ldr_packs_testing_undo (fixture->stage.window);
  ldr_testing_wait_until_gone (page, "Comments You Are Done With");
}

#define ADD(path, function) g_test_add ("/packs-comments/" path, Fixture, NULL, set_up, function, tear_down)

static void
add_tests (void)
{
  ADD ("notes", test_notes);
  ADD ("page", test_page);
}

int
main (int argc, char *argv[])
{
  return ldr_packs_testing_main (argc, argv, add_tests);
}

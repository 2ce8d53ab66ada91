/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "app/packs/ldr-pack-read.h"
#include "ldr-journal-testing.h"
#include "ldr-packs-testing.h"
#include "ldr-widget-testing.h"
#include "store/ldr-pack-file.h"

/* How a pack comes into a journal. */

typedef struct
{
  LdrPacksStage stage;
  LdrPack *pack;
  char *folder;
  char *path;
  GAsyncResult *result;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ldr_packs_stage_open (&fixture->stage);
  ldr_packs_stage_show (&fixture->stage, gtk_label_new ("journal"));
  fixture->pack = ldr_packs_testing_make (4);
  fixture->folder = g_dir_make_tmp ("leidraad-packs-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "R&D <1>" LDR_PACK_SUFFIX, NULL);
  ldr_packs_testing_write_file (fixture->pack, fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->result);
  ldr_pack_unref (fixture->pack);
  ldr_packs_stage_close (&fixture->stage);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
ask (Fixture *fixture)
{
  ldr_pack_read_async (fixture->stage.journal, fixture->path, fixture->stage.window, ldr_testing_keep_result_cb,
                       &fixture->result);
  ldr_testing_wait_for_words (fixture->stage.window, "R&D <1>" LDR_PACK_SUFFIX);
  ldr_testing_check_names (fixture->stage.window);
}

static void
try (Fixture *fixture, const char *passphrase)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->stage.window));

  ldr_packs_testing_type (GTK_WIDGET (dialog), ADW_TYPE_PASSWORD_ENTRY_ROW, 0, passphrase);
  ldr_packs_testing_click (GTK_WIDGET (dialog), "Read");
}

static LdrReceipt *
get_receipt (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  LdrReceipt *receipt;

  ldr_testing_wait_for (ldr_testing_has_result, &fixture->result);
  receipt = ldr_pack_read_finish (fixture->stage.journal, fixture->result, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);
  return receipt;
}

/* A wrong passphrase is told in the dialog, which lets one try again; read twice it is once there. */
static void
test_passphrase (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (LdrReceipt) receipt = NULL;

      ask (fixture);
      try (fixture, "verkeerd");
      ldr_testing_wait_for_words (fixture->stage.window, "That passphrase does not fit this pack.");
      g_assert_null (fixture->result);
      try (fixture, LDR_TESTING_PACK_PASSPHRASE);
      receipt = get_receipt (fixture);
      g_assert_cmpint (receipt->kind, ==, LDR_PACK_SESSION);
      g_assert_cmpstr (receipt->id, ==, fixture->pack->id);
      g_assert_cmpint (receipt->was_here, ==, i == 1);
      ldr_testing_run_for (300);
    }
}

static void
test_called_off (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ask (fixture);
  ldr_packs_testing_click (fixture->stage.window, "Cancel");
  ldr_testing_wait_for (ldr_testing_has_result, &fixture->result);
  g_assert_null (ldr_pack_read_finish (fixture->stage.journal, fixture->result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What is no pack, and what does not belong here, is told too. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LdrPack) comments = ldr_pack_new (LDR_PACK_COMMENTS, "Gesprekken", "Ellen", fixture->pack->id);
  g_autoptr (GError) error = NULL;

  ldr_packs_testing_comment (comments, fixture->pack, LDR_SUBJECT_DOCUMENT, "", "Mooi.");
  ldr_packs_testing_write_file (comments, fixture->path);
  ask (fixture);
  try (fixture, LDR_TESTING_PACK_PASSPHRASE);
  ldr_testing_wait_for_words (fixture->stage.window, "a session pack that never left this journal");
  g_assert_true (g_file_set_contents (fixture->path, "geen pakket", -1, &error));
  try (fixture, LDR_TESTING_PACK_PASSPHRASE);
  ldr_testing_wait_for_words (fixture->stage.window, "This file is not a session pack.");
  g_assert_null (fixture->result);
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (fixture->stage.window)));
  ldr_testing_wait_for (ldr_testing_has_result, &fixture->result);
  g_assert_null (ldr_pack_read_finish (fixture->stage.journal, fixture->result, NULL));
}

static void
test_name (void)
{
  g_autoptr (GFile) pack = g_file_new_for_path ("/tmp/a.leidraad-pack"), journal = g_file_new_for_path ("/a.leidraad");

  g_assert_true (ldr_pack_read_is_pack (pack));
  g_assert_false (ldr_pack_read_is_pack (journal));
}

#define ADD(path, function) g_test_add ("/packs-read/" path, Fixture, NULL, set_up, function, tear_down)

static void
add_tests (void)
{
  ADD ("passphrase", test_passphrase);
  ADD ("called-off", test_called_off);
  ADD ("refused", test_refused);
  g_test_add_func ("/packs-read/name", test_name);
}

int
main (int argc, char *argv[])
{
  return ldr_packs_testing_main (argc, argv, add_tests);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "app/packs/ldr-pack-passphrase.h"
#include "app/packs/ldr-pack-send.h"
#include "ldr-journal-testing.h"
#include "ldr-packs-testing.h"
#include "ldr-widget-testing.h"
#include "model/ldr-moment.h"
#include "store/ldr-pack-file.h"
#include "store/ldr-store-exports.h"
#include "store/ldr-store-sessions.h"

/* What a leader sends: what was seen, as a pack, with its line in the log. */

typedef struct
{
  LdrPacksStage stage;
  char *folder;
  char *path;
} Fixture;

static gpointer
save_session_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (LdrSession) session = ldr_session_new (now);

  session->state = LDR_SESSION_HELD;
  g_set_str (&session->notes[LDR_SESSION_PART_FREE], "Sanne sprak over de wachtrij.");
  ldr_session_set_private_notes (session, "Alleen voor mij");
  return ldr_store_save_session (store, session, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ldr_packs_stage_open (&fixture->stage);
  ldr_packs_stage_show (&fixture->stage, gtk_label_new ("journal"));
  ldr_testing_run (fixture->stage.journal, save_session_func, NULL, NULL);
  fixture->folder = g_dir_make_tmp ("leidraad-packs-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "uit" LDR_PACK_SUFFIX, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ldr_packs_stage_close (&fixture->stage);
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static LdrExportPreview *
look (Fixture *fixture, LdrExportNames names)
{
  g_autoptr (LdrExportChoice) choice = ldr_export_choice_new_ready_made (LDR_EXPORT_SESSION_NOTES);
  g_autoptr (LdrExportRequest) request = NULL;

  choice->names = names;
  request = ldr_export_request_new (choice, LDR_EXPORT_DEFAULT, ldr_day_today ());
  return ldr_testing_run (fixture->stage.journal, ldr_export_preview_func, request, NULL);
}

/* The dialog with its answers; whoever takes it closes it. */
static AdwDialog *
answer (Fixture *fixture, LdrExportPreview *preview, const char *expected_from)
{
  AdwDialog *dialog = ldr_pack_send_new (ldr_journal_get_info (fixture->stage.journal), preview);
  g_autofree char *from = NULL;

  adw_dialog_present (dialog, fixture->stage.window);
  ldr_testing_wait_for_words (fixture->stage.window, "Your name, as your coach reads it");
  ldr_testing_check_names (fixture->stage.window);
  from = ldr_pack_passphrase_get_from (LDR_PACK_PASSPHRASE (dialog));
  g_assert_cmpstr (from, ==, expected_from);
  ldr_packs_testing_type (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, 0, "Sanne B.");
  ldr_packs_testing_type (GTK_WIDGET (dialog), ADW_TYPE_PASSWORD_ENTRY_ROW, 0, LDR_TESTING_PACK_PASSPHRASE);
  ldr_packs_testing_type (GTK_WIDGET (dialog), ADW_TYPE_PASSWORD_ENTRY_ROW, 1, LDR_TESTING_PACK_PASSPHRASE);
  ldr_pack_passphrase_set_file_name (LDR_PACK_PASSPHRASE (dialog), NULL);
  ldr_packs_testing_click (GTK_WIDGET (dialog), "Save…");
  return dialog;
}

static gpointer
get_log_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_get_export_log (store, error);
}

static gboolean
pack_says (const LdrPack *pack, const char *words)
{
  for (guint i = 0; i < pack->passages->len; i++)
    if (strstr (((const LdrPassage *) pack->passages->pdata[i])->text, words) != NULL)
      return TRUE;
  return FALSE;
}

/* A name that is replaced is not said by the way; what goes out can be read with the passphrase, and has its line. */
static void
test_send (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (LdrExportPreview) preview
          = look (fixture, i == 0 ? LDR_EXPORT_NAMES_SHOWN : LDR_EXPORT_NAMES_INITIALS);
      AdwDialog *dialog = answer (fixture, preview, i == 0 ? "Sanne" : "");
      g_autoptr (LdrExportSaving) saving = ldr_pack_send_make_saving (LDR_PACK_PASSPHRASE (dialog), fixture->path);
      g_autoptr (LdrExportRecord) record = ldr_testing_run (fixture->stage.journal, ldr_export_save_func, saving, NULL);
      g_autoptr (GPtrArray) log
          = ldr_testing_run (fixture->stage.journal, get_log_func, NULL, (GDestroyNotify) g_ptr_array_unref);
      g_autoptr (GError) error = NULL;
      g_autoptr (LdrPack) pack = ldr_pack_file_read (fixture->path, LDR_TESTING_PACK_PASSPHRASE, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpint (pack->kind, ==, LDR_PACK_SESSION);
      g_assert_cmpstr (pack->from, ==, "Sanne B.");
      g_assert_cmpstr (pack->id, ==, record->id);
      g_assert_cmpint (record->way, ==, LDR_EXPORT_WAY_PACK);
      g_assert_cmpuint (log->len, ==, i + 1);
      g_assert_true (pack_says (pack, "sprak over de wachtrij"));
      g_assert_true (pack_says (pack, "Sanne") == (i == 0));
      g_assert_false (pack_says (pack, "Alleen voor mij"));
      adw_dialog_force_close (dialog);
      ldr_testing_run_for (300);
    }
}

static void
test_name (void)
{
  static const char *const cases[][2]
      = { { "Gesprekken", "Gesprekken.x" }, { "Met S. d. W.", "Met S. d. W.x" }, { "1/2: a\\b", "1-2- a-b.x" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = ldr_pack_make_name (cases[i][0], ".x");

      g_assert_cmpstr (name, ==, cases[i][1]);
    }
}

#define ADD(path, function) g_test_add ("/packs-send/" path, Fixture, NULL, set_up, function, tear_down)

static void
add_tests (void)
{
  ADD ("send", test_send);
  g_test_add_func ("/packs-send/name", test_name);
}

int
main (int argc, char *argv[])
{
  return ldr_packs_testing_main (argc, argv, add_tests);
}

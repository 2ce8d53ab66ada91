/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <locale.h>
#include <string.h>

#include "ldr-json-testing.h"
#include "model/ldr-moment.h"
#include "report/export/ldr-export-file.h"
#include "report/export/ldr-export-names.h"
#include "store/ldr-store-entries.h"
#include "store/ldr-store-exports.h"
#include "test-document-sample.h"
#include "tests/ldr-folder-testing.h"

/* Files that cannot be made whole: nothing new lies there, and what was there is whole. */

#define MIB (1024 * 1024)

typedef enum
{
  FAIL_NAME,
  FAIL_CANCELLED_AT_ONCE,
  FAIL_CANCELLED,
  FAIL_CANCELLED_AT_END,
  N_FAILS,
} Fail;

typedef struct
{
  Fail fail;
  const char *path;
  GCancellable *cancellable;
} Trouble;

static char *
add_entry_with_picture (LdrStore *store, guint8 colour)
{
  guint8 pixels[3 * 4] = { colour, colour, colour };
  g_autoptr (GBytes) raw = g_bytes_new (pixels, sizeof pixels);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (2, 2, GDK_MEMORY_R8G8B8, raw, 6);
  g_autoptr (GBytes) bytes = gdk_texture_save_to_png_bytes (texture);
  g_autoptr (LdrEntry) entry = ldr_entry_new (), saved = NULL;
  g_autoptr (LdrPicture) picture = ldr_picture_new (entry->id, "image/png", bytes);
  g_autofree char *text = g_strdup_printf ("![A board](picture:%s)", picture->id);
  g_autoptr (GError) error = NULL;

  ldr_entry_set_text (entry, text);
  saved = ldr_store_save_entry (store, entry, &error);
  g_assert_no_error (error);
  ldr_store_add_picture (store, picture, &error);
  g_assert_no_error (error);
  return g_strdup (picture->id);
}

static void
trouble_cb (double share, gpointer data)
{
  const Trouble *trouble = data;

  if (trouble->fail == FAIL_NAME && !g_file_test (trouble->path, G_FILE_TEST_EXISTS))
    g_assert_cmpint (g_mkdir (trouble->path, 0700), ==, 0);
  if (trouble->fail == FAIL_CANCELLED || (trouble->fail == FAIL_CANCELLED_AT_END && share > 0.999))
    g_cancellable_cancel (trouble->cancellable);
}

static gboolean
try_to_export (LdrStore *store, LdrExportFormat format, Trouble *trouble, GError **error)
{
  g_autoptr (LdrExportChoice) choice = ldr_export_choice_new_ready_made (LDR_EXPORT_ARCHIVE);
  g_autoptr (LdrExportRecord) record = NULL;
  gboolean fine;

  choice->format = format;
  if (trouble->fail == FAIL_CANCELLED_AT_ONCE)
    g_cancellable_cancel (trouble->cancellable);
  fine = ldr_export_file_write (store, choice, LDR_EXPORT_DEFAULT, ldr_day_today (), NULL, trouble->path, trouble_cb,
                                trouble, &record, trouble->cancellable, error);
  g_assert_true (fine == (record != NULL));
  return fine;
}

/* JSON tells nothing of how far it is. */
static void
test_fails (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne de Wit");
  g_autofree char *folder = g_build_filename (fixture->folder, "out", NULL);
  g_autofree char *path = g_build_filename (folder, "out.md", NULL);
  g_autofree char *one = add_entry_with_picture (store, 1), *two = add_entry_with_picture (store, 2);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (int format = 0; format < LDR_EXPORT_JSON; format++)
    for (int fail = 0; fail < N_FAILS; fail++)
      for (int there = fail == FAIL_NAME ? 0 : 1; there >= 0; there--)
        {
          g_autoptr (GCancellable) cancellable = g_cancellable_new ();
          Trouble trouble = { (Fail) fail, path, cancellable };
          g_autoptr (GError) error = NULL;

          if (there)
            g_assert_true (g_file_set_contents (path, "old", 3, NULL));
          g_assert_false (try_to_export (store, (LdrExportFormat) format, &trouble, &error));
          g_assert_nonnull (error);
          if (fail == FAIL_NAME)
            g_assert_cmpint (g_rmdir (path), ==, 0);
          else
            g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
          if (there)
            {
              g_autofree char *text = NULL;

              g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
              g_assert_cmpstr (text, ==, "old");
              g_assert_cmpint (g_unlink (path), ==, 0);
            }
          g_assert_cmpuint (sample_count_files (folder), ==, 0);
        }
  ldr_testing_remove_folder (folder);
}

/* The second picture finds a folder in its place. */
static void
test_archive_fails (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne de Wit");
  g_autofree char *folder = g_build_filename (fixture->folder, "out", NULL);
  g_autofree char *path = g_build_filename (folder, "out.md", NULL);
  g_autofree char *pictures = g_build_filename (folder, "out-pictures", NULL);
  g_autofree char *one = add_entry_with_picture (store, 1), *two = add_entry_with_picture (store, 2);
  g_autofree char *name = g_strconcat (two, ".png", NULL);
  g_autofree char *blocked = g_build_filename (pictures, name, NULL);
  g_autoptr (LdrExportRecord) record = NULL;
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL, *sum = NULL;

  g_assert_cmpint (g_mkdir_with_parents (blocked, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "old", 3, NULL));
  g_assert_false (
      ldr_export_file_write_archive (store, LDR_EXPORT_DEFAULT, ldr_day_today (), path, &record, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old");
  g_assert_cmpuint (sample_count_files (folder), ==, 2);
  g_assert_cmpuint (sample_count_files (pictures), ==, 1);
  log = ldr_store_get_export_log (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (log->len, ==, 0);

  g_assert_cmpint (g_rmdir (blocked), ==, 0);
  g_assert_true (
      ldr_export_file_write_archive (store, LDR_EXPORT_DEFAULT, ldr_day_today (), path, &record, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sample_count_files (pictures), ==, 2);
  g_clear_pointer (&text, g_free);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_assert_cmpstr (record->sha256, ==, sum);
  g_assert_cmpint (record->n_bytes, ==, strlen (text));
  g_clear_pointer (&log, g_ptr_array_unref);
  log = ldr_store_get_export_log (store, &error);
  g_assert_cmpuint (log->len, ==, 1);
  g_assert_true (ldr_export_record_equal (log->pdata[0], record));
}

/* What nobody writes and somebody can: each format has it, with names replaced, in a time that grows with it alone. */
static void
test_hostile (LdrJsonFixture *fixture, gconstpointer data)
{
  static const char *const known[] = { "Sanne de Wit", "Noor", NULL };
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne de Wit");
  g_autofree char *path = g_build_filename (fixture->folder, "hostile", NULL);
  g_autofree char *quotes = g_strnfill (1000, '>'), *names = sample_repeat ("Noor saw Noor. ", MIB / 60);
  g_autofree char *word = g_strnfill (MIB / 8, 'w'), *dots = g_strnfill (MIB / 8, '.'),
                  *open = g_strnfill (MIB / 8, '(');
  const char *const texts[] = {
    names,    word, quotes, dots, open, "\342\200\256Noor\342\200\254 \342\201\246", "👩🏽‍🚀 Noor 🇳🇱",
    "=Noor+1"
  };
  g_autoptr (LdrExportChoice) choice = ldr_export_choice_new_ready_made (LDR_EXPORT_ARCHIVE);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (LdrPseudonyms) pseudonyms = NULL;
  g_autoptr (GError) error = NULL;

  choice->parts = LDR_EXPORT_ENTRIES;
  choice->entries = LDR_EXPORT_EVERY;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LdrEntry) entry = ldr_entry_new (), saved = NULL;

      ldr_entry_set_title (entry, "Noor");
      ldr_entry_set_text (entry, texts[i]);
      saved = ldr_store_save_entry (store, entry, &error);
      g_assert_no_error (error);
    }
  found = ldr_export_names_find (store, choice, LDR_EXPORT_DEFAULT, ldr_day_today (), known, NULL, &error);
  g_assert_no_error (error);
  pseudonyms = ldr_export_names_make (found, LDR_EXPORT_NAMES_ROLES);
  for (int format = 0; format < LDR_EXPORT_JSON; format++)
    {
      g_autoptr (LdrExportRecord) record = NULL;

      choice->format = (LdrExportFormat) format;
      g_test_timer_start ();
      ldr_export_file_write (store, choice, LDR_EXPORT_DEFAULT, ldr_day_today (), pseudonyms, path, NULL, NULL, &record,
                             NULL, &error);
      g_assert_no_error (error);
      g_test_message ("format %d: %.1f s, %" G_GINT64_FORMAT " bytes", format, g_test_timer_elapsed (),
                      record->n_bytes);
      g_assert_cmpint (record->n_bytes, >, 1000);
    }
}

#define ADD(path, function)                                                                                            \
  g_test_add ("/export-file/" path, LdrJsonFixture, NULL, ldr_json_testing_set_up, function, ldr_json_testing_tear_down)

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init_check ();

  ADD ("fails", test_fails);
  ADD ("archive-fails", test_archive_fails);
  ADD ("hostile", test_hostile);

  return g_test_run ();
}

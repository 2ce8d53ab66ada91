/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <locale.h>

#include "ldr-json-testing.h"
#include "model/ldr-moment.h"
#include "report/export/ldr-export-file.h"
#include "report/export/ldr-export-names.h"
#include "store/ldr-store-actions.h"
#include "store/ldr-store-entries.h"
#include "store/ldr-store-exports.h"

/* Who is found in what goes out, what stands for them, and the file that comes of it. */

static void
add_entry (LdrStore *store, const char *title, const char *text, gboolean to_discuss)
{
  g_autoptr (LdrEntry) entry = ldr_entry_new (), saved = NULL;
  g_autoptr (GError) error = NULL;

  ldr_entry_set_title (entry, title);
  ldr_entry_set_text (entry, text);
  entry->to_discuss = to_discuss;
  entry->energy = 3;
  entry->styles = entry->pitfalls = LDR_STYLE_BIT (LDR_STYLE_NINJA);
  saved = ldr_store_save_entry (store, entry, &error);
  g_assert_no_error (error);
}

static LdrStore *
make_journal (LdrJsonFixture *fixture)
{
  LdrStore *store = ldr_json_testing_new_journal (fixture, "Sanne de Wit");
  g_autoptr (LdrAction) action = ldr_action_new (NULL, "Send the figures");
  g_autoptr (GError) error = NULL;

  ldr_action_set_owner (action, LDR_ACTION_OTHER, "Noor Bakker");
  ldr_store_save_action (store, action, &error);
  g_assert_no_error (error);
  add_entry (store, "With Noor", "Then Sanne called, and Bram laughed. I saw that Bram was glad, and so was Noor.",
             TRUE);
  add_entry (store, "Address", "Write to noor@example.org or call +31 6 1234 5678.", TRUE);
  add_entry (store, "Left at home", "Nobody sees that Gerda and Gerda were there with Gerda.", FALSE);
  return store;
}

static LdrExportChoice *
choose (void)
{
  LdrExportChoice *choice = ldr_export_choice_new_ready_made (LDR_EXPORT_ARCHIVE);

  choice->entries = LDR_EXPORT_TO_DISCUSS;
  return choice;
}

static GPtrArray *
find_names (LdrStore *store, const LdrExportChoice *choice, const char *const *known)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *names = ldr_export_names_find (store, choice, LDR_EXPORT_DEFAULT, ldr_day_today (), known, NULL, &error);

  g_assert_no_error (error);
  return names;
}

static LdrExportName *
find_name (GPtrArray *names, const char *name)
{
  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (((LdrExportName *) g_ptr_array_index (names, i))->name, name))
      return g_ptr_array_index (names, i);
  return NULL;
}

static void
check_place (const LdrExportPlace *place, const char *word)
{
  g_assert_cmpuint (place->end, <=, strlen (place->excerpt));
  g_assert_true (strncmp (place->excerpt + place->start, word, place->end - place->start) == 0);
  g_assert_true (g_utf8_validate (place->excerpt, -1, NULL));
}

/* What is certain is to be replaced; what only looks like a name waits for its owner; what stays at home is not looked
 * through. */
static void
test_find (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = make_journal (fixture);
  g_autoptr (LdrExportChoice) choice = choose ();
  g_autoptr (GPtrArray) names = find_names (store, choice, NULL);
  static const struct
  {
    const char *name;
    LdrFoundKind kind;
    gboolean replace;
    gboolean is_leader;
  } rows[] = {
    { "Sanne de Wit", LDR_FOUND_KNOWN, TRUE, TRUE },
    { "Sanne", LDR_FOUND_KNOWN, TRUE, TRUE },
    { "Noor Bakker", LDR_FOUND_KNOWN, TRUE, FALSE },
    { "Noor", LDR_FOUND_KNOWN, TRUE, FALSE },
    { "noor@example.org", LDR_FOUND_EMAIL, TRUE, FALSE },
    { "+31 6 1234 5678", LDR_FOUND_PHONE, TRUE, FALSE },
    { "Bram", LDR_FOUND_WORD, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const LdrExportName *name = find_name (names, rows[i].name);

      if (name == NULL)
        g_error ("%s is not found", rows[i].name);
      g_assert_cmpint (name->kind, ==, rows[i].kind);
      g_assert_cmpint (name->replace, ==, rows[i].replace);
      g_assert_cmpint (name->is_leader, ==, rows[i].is_leader);
      g_assert_cmpuint (name->n_places, ==, name->places->len);
      for (guint k = 0; k < name->places->len; k++)
        check_place (g_ptr_array_index (name->places, k), rows[i].name);
    }
  g_assert_null (find_name (names, "Gerda"));
  g_assert_null (find_name (names, "Energy"));
  g_assert_null (find_name (names, "Pitfalls"));
  g_assert_cmpint (((LdrExportPlace *) g_ptr_array_index (find_name (names, "Bram")->places, 0))->part, ==,
                   LDR_EXPORT_ENTRIES);
  g_assert_cmpint (((LdrExportPlace *) g_ptr_array_index (find_name (names, "Noor Bakker")->places, 0))->part, ==,
                   LDR_EXPORT_ACTIONS);
}

static void
check_applied (const LdrPseudonyms *pseudonyms, const char *text, const char *expected)
{
  g_autofree char *applied = ldr_pseudonyms_apply (pseudonyms, text);

  g_assert_cmpstr (applied, ==, expected);
}

static void
test_make (LdrJsonFixture *fixture, gconstpointer data)
{
  static const char *const known[] = { "Bram", "Nico Bos", NULL };
  g_autoptr (LdrStore) store = make_journal (fixture);
  g_autoptr (LdrExportChoice) choice = choose ();
  g_autoptr (GPtrArray) names = find_names (store, choice, known);
  g_autoptr (LdrPseudonyms) initials = ldr_export_names_make (names, LDR_EXPORT_NAMES_INITIALS);
  g_autoptr (LdrPseudonyms) roles = NULL, own = NULL;

  g_assert_null (ldr_export_names_make (names, LDR_EXPORT_NAMES_SHOWN));
  check_applied (initials, "Sanne de Wit, Sanne, Noor Bakker and Noor", "S. d. W., S., N. B. and N.");
  check_applied (initials, "noor@example.org", "[e-mail address]");
  check_applied (initials, "+31 6 1234 5678", "[phone number]");
  roles = ldr_export_names_make (names, LDR_EXPORT_NAMES_ROLES);
  check_applied (roles, "Sanne de Wit and Sanne", "The leader and the leader");
  g_assert_true (ldr_pseudonyms_occur (roles, "Bram"));
  find_name (names, "Bram")->replace = FALSE;
  g_set_str (&find_name (names, "Noor Bakker")->stand_in, "the planner");
  own = ldr_export_names_make (names, LDR_EXPORT_NAMES_ROLES);
  check_applied (own, "Bram told Noor Bakker.", "Bram told the planner.");
}

/* Two people with the same initials stay two. */
static void
test_same_initials (LdrJsonFixture *fixture, gconstpointer data)
{
  static const char *const known[] = { "Bram", "Bart", NULL };
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne");
  g_autoptr (LdrExportChoice) choice = choose ();
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (LdrPseudonyms) initials = NULL;

  add_entry (store, "Both", "Bram and Bart, Bram again.", TRUE);
  names = find_names (store, choice, known);
  initials = ldr_export_names_make (names, LDR_EXPORT_NAMES_INITIALS);
  check_applied (initials, "Bram, Bart", "B., B. (2)");
}

/* The file is whole, and its record says what it is; a cancelled one is not there. */
static void
test_file (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = make_journal (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  for (int i = 0; i < LDR_N_EXPORT_FORMATS; i++)
    {
      g_autofree char *name = g_strconcat ("out", ldr_export_format_get_suffix ((LdrExportFormat) i), NULL);
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autofree char *bytes = NULL, *sum = NULL;
      g_autoptr (LdrExportChoice) choice = choose ();
      g_autoptr (LdrExportRecord) record = NULL;
      g_autoptr (GPtrArray) log = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;

      choice->format = (LdrExportFormat) i;
      ldr_export_choice_set_for_whom (choice, "Ellen");
      ldr_export_file_write (store, choice, LDR_EXPORT_DEFAULT, ldr_day_today (), NULL, path, NULL, NULL, &record, NULL,
                             &error);
      g_assert_no_error (error);
      g_file_get_contents (path, &bytes, &length, &error);
      g_assert_no_error (error);
      sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
      g_assert_cmpstr (record->sha256, ==, sum);
      g_assert_cmpint (record->n_bytes, ==, length);
      g_assert_cmpint (record->n_pages > 0, ==, i == LDR_EXPORT_PDF);
      g_assert_cmpstr (record->title, ==, "Coaching sessions with Sanne de Wit");
      g_assert_cmpstr (record->for_whom, ==, "Ellen");
      g_assert_false (record->with_private);
      log = ldr_store_get_export_log (store, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (log->len, ==, i + 1);
      g_assert_true (ldr_export_record_equal (log->pdata[0], record));
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_cancellable_cancel (cancellable);
  for (int i = 0; i < LDR_N_EXPORT_FORMATS; i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, "cancelled", NULL);
      g_autoptr (LdrExportChoice) choice = choose ();
      g_autoptr (LdrExportRecord) record = NULL;
      g_autoptr (GError) error = NULL;

      choice->format = (LdrExportFormat) i;
      g_assert_false (ldr_export_file_write (store, choice, LDR_EXPORT_DEFAULT, ldr_day_today (), NULL, path, NULL,
                                             NULL, &record, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_null (record);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

#define ADD(path, function)                                                                                            \
  g_test_add ("/export-names/" path, LdrJsonFixture, NULL, ldr_json_testing_set_up, function,                          \
              ldr_json_testing_tear_down)

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init_check ();

  ADD ("find", test_find);
  ADD ("make", test_make);
  ADD ("same-initials", test_same_initials);
  ADD ("file", test_file);

  return g_test_run ();
}

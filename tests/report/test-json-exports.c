/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include <gio/gio.h>

#include "ldr-json-testing.h"
#include "model/ldr-id.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-entries.h"
#include "store/ldr-store-exports.h"

/* The log of exports, saved choices and known names in the JSON format. */

#define DAY 739939 /* Thursday, 19 November 2026 */
#define SUM "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* --- A journal with everything that these parts can hold -------------------------------------------------------------
 */

static void
add_record (LdrStore *store, const char *title, gint64 moment, LdrExportFormat format, LdrExportWay way)
{
  gboolean on_paper = way == LDR_EXPORT_WAY_PRINTED;
  g_autoptr (LdrExportRecord) record
      = ldr_export_record_new (title, on_paper ? "" : "Ellen \"HR\" \\ 👍", on_paper ? "" : SUM);
  g_autoptr (GError) error = NULL;

  record->moment = moment;
  record->day = ldr_day_from_moment (moment);
  record->parts = on_paper ? LDR_EXPORT_ALL_PARTS : LDR_EXPORT_ACTIONS;
  record->first_day = DAY - 30;
  record->last_day = DAY;
  record->format = format;
  record->names = on_paper ? LDR_EXPORT_NAMES_SHOWN : LDR_EXPORT_NAMES_INITIALS;
  record->with_private = on_paper;
  record->way = way;
  record->n_pages = on_paper ? 12 : 0;
  record->n_bytes = on_paper ? 0 : G_GINT64_CONSTANT (5000000000);
  g_assert_true (ldr_store_add_export_record (store, record, &error));
  g_assert_no_error (error);
}

static void
add_choice (LdrStore *store, const char *name, LdrPeriodKind period, LdrExportEntries entries)
{
  g_autoptr (LdrExportChoice) choice = ldr_export_choice_new_ready_made (LDR_EXPORT_PROGRESS_REPORT);
  g_autofree char *id = ldr_id_new (), *one = ldr_id_new (), *two = ldr_id_new ();
  const char *const ids[] = { two, one, NULL };
  g_autoptr (GError) error = NULL;

  ldr_export_choice_set_id (choice, id);
  ldr_export_choice_set_name (choice, name);
  choice->period = (LdrPeriod) { period, DAY - 3, DAY };
  choice->entries = entries;
  if (entries == LDR_EXPORT_CHOSEN)
    {
      ldr_export_choice_set_entry_ids (choice, ids);
      ldr_export_choice_set_for_whom (choice, "Ellen");
    }
  choice->format = LDR_EXPORT_CSV;
  choice->names = LDR_EXPORT_NAMES_ROLES;
  g_assert_true (ldr_store_save_export_choice (store, choice, &error));
  g_assert_no_error (error);
}

static void
add_name (LdrStore *store, const char *name, LdrKnownNameKind kind, const char *role)
{
  g_autoptr (LdrKnownName) known = ldr_known_name_new (name, kind, role);
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_set_known_name (store, known, &error));
  g_assert_no_error (error);
}

/* Without entries, which a journal takes in only once. */
static void
fill (LdrStore *store)
{
  add_record (store, "Journal of Sanne “S”", 1795000000007, LDR_EXPORT_JSON, LDR_EXPORT_WAY_SAVED);
  add_record (store, "Coaching sessions with Sanne", 1795000000007, LDR_EXPORT_PDF, LDR_EXPORT_WAY_PRINTED);
  add_record (store, "Action list of Sanne", 1794000000000, LDR_EXPORT_HTML, LDR_EXPORT_WAY_SHARED);
  add_choice (store, "Zo doe ik het", LDR_PERIOD_OWN, LDR_EXPORT_CHOSEN);
  add_choice (store, "Anders \"even\"", LDR_PERIOD_HALF_YEAR, LDR_EXPORT_EVERY);
  add_name (store, "Noor", LDR_KNOWN_PERSON, "de “planner”");
  add_name (store, "Bram d’Hondt", LDR_KNOWN_PERSON, "");
  add_name (store, "Maandag", LDR_KNOWN_WORD, "");
}

/* --- Tests -----------------------------------------------------------------------------------------------------------
 */

static const char *const said[] = {
  ",\n\"exports\":{\n\"log\":[\n{\"id\":\"",
  "],\n\"choices\":[\n{\"id\":\"",
  "],\n\"names\":[\n{\"name\":\"Noor\",\"kind\":\"person\",\"role\":\"de “planner”\"},\n"
  "{\"name\":\"Bram d’Hondt\",\"kind\":\"person\"},\n{\"name\":\"Maandag\",\"kind\":\"word\"}]}}\n",
  "\"title\":\"Action list of Sanne\",\"parts\":[\"actions\"],\"first-day\":\"2026-10-20\",\"last-day\":\"2026-11-19\","
  "\"format\":\"html\",\"names\":\"initials\",\"with-private\":false,\"for-whom\":\"Ellen \\\"HR\\\" \\\\ 👍\","
  "\"way\":\"shared\",\"bytes\":5000000000,\"sha256\":\"" SUM "\"}",
  "\"parts\":[\"sessions\",\"actions\",\"entries\",\"goals\",\"charts\",\"profiles\"],\"first-day\":\"2026-10-20\","
  "\"last-day\":\"2026-11-19\",\"format\":\"pdf\",\"names\":\"shown\",\"with-private\":true,\"way\":\"printed\","
  "\"pages\":12}",
  "\"name\":\"Zo doe ik het\",\"parts\":[\"goals\",\"charts\",\"profiles\"],\"entries\":\"chosen\",\"entry-ids\":[\"",
  "\"period\":\"own\",\"first-day\":\"2026-11-16\",\"last-day\":\"2026-11-19\",\"format\":\"csv\",\"names\":\"roles\","
  "\"for-whom\":\"Ellen\"}",
  "\"entries\":\"all\",\"period\":\"half-year\",\"format\":\"csv\",\"names\":\"roles\"}",
};

static void
test_round_trip (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne"),
                       bare = ldr_json_testing_new_journal (fixture, "Y");
  g_autoptr (LdrEntry) entry = ldr_entry_new (), saved = NULL;
  g_autofree char *none = ldr_json_testing_write_all (bare), *first = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (strstr (none, "\"exports\""));
  fill (store);
  ldr_entry_set_text (entry, "Een notitie");
  saved = ldr_store_save_entry (store, entry, &error);
  g_assert_no_error (error);
  first = ldr_json_testing_write_all (store);
  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    if (strstr (first, said[i]) == NULL)
      g_error ("“%s” is not in:\n%s", said[i], first);
  ldr_json_testing_assert_comes_back (fixture, first);
}

/* What comes in twice is there once, and what the journal says of it by then stays. */
static void
test_twice (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne"),
                       other = ldr_json_testing_new_journal (fixture, "X");
  g_autofree char *first = NULL, *again = NULL, *changed = NULL, *kept = NULL;
  g_autoptr (GError) error = NULL;

  fill (store);
  first = ldr_json_testing_write_all (store);
  for (int i = 0; i < 2; i++)
    {
      g_assert_true (ldr_json_testing_read (other, first, NULL, &error));
      g_assert_no_error (error);
    }
  again = ldr_json_testing_write_all (other);
  g_assert_cmpstr (first, ==, again);
  add_name (other, "Noor", LDR_KNOWN_PERSON, "de monteur");
  changed = ldr_json_testing_write_all (other);
  g_assert_cmpstr (changed, !=, first);
  g_assert_true (ldr_json_testing_read (other, first, NULL, &error));
  g_assert_no_error (error);
  kept = ldr_json_testing_write_all (other);
  g_assert_cmpstr (changed, ==, kept);
}

/* It may stand before the entries, and a script may leave out nearly everything. */
static void
test_least (LdrJsonFixture *fixture, gconstpointer data)
{
  static const char text[]
      = "{\"exports\":{\"new\":5,\"log\":[{\"title\":\"Lijst\",\"parts\":[\"actions\"],\"format\":\"pdf\","
        "\"moment\":\"2026-11-19T09:00:00Z\",\"way\":\"printed\",\"new\":1}],"
        "\"choices\":[{\"name\":\"Kort\",\"parts\":[\"goals\"],\"format\":\"md\"}],\"names\":[{\"name\":\"Noor\"}]},"
        "\"format\":\"leidraad-journal\",\"version\":1,\"entries\":[]}";
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne");
  g_autoptr (GPtrArray) log = NULL, choices = NULL, names = NULL;
  const LdrExportRecord *record;
  const LdrExportChoice *choice;
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_json_testing_read (store, text, NULL, &error));
  g_assert_no_error (error);
  log = ldr_store_get_export_log (store, &error);
  choices = ldr_store_get_export_choices (store, &error);
  names = ldr_store_get_known_names (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (log->len, ==, 1);
  record = g_ptr_array_index (log, 0);
  g_assert_cmpint (record->first_day, ==, record->day);
  g_assert_cmpint (record->last_day, ==, record->day);
  g_assert_false (record->with_private);
  g_assert_cmpuint (choices->len, ==, 1);
  choice = g_ptr_array_index (choices, 0);
  g_assert_cmpint (choice->entries, ==, LDR_EXPORT_TO_DISCUSS);
  g_assert_cmpint (choice->period.kind, ==, LDR_PERIOD_ALL);
  g_assert_cmpuint (names->len, ==, 1);
  g_assert_cmpint (((LdrKnownName *) g_ptr_array_index (names, 0))->kind, ==, LDR_KNOWN_PERSON);
}

#define EXPORTS(members) "{\"format\":\"leidraad-journal\",\"version\":1,\"entries\":[\n],\"exports\":" members "}"
#define LOG(members)                                                                                                   \
  EXPORTS ("{\"log\":[{\"title\":\"a\",\"parts\":[\"goals\"],\"format\":\"pdf\",\"way\":\"printed\"" members "}]}")
#define CHOICE(members) EXPORTS ("{\"choices\":[{\"name\":\"a\",\"parts\":[\"goals\"],\"format\":\"md\"" members "}]}")
#define NAME(members) EXPORTS ("{\"names\":[{" members "}]}")

static const LdrJsonRefused bad[] = {
  { EXPORTS ("5"), "“exports”" },
  { EXPORTS ("{\"log\":5}"), "“log”" },
  { EXPORTS ("{\"log\":[{}]}"), "log 1: “format”" },
  { LOG (",\"id\":\"x\""), "log 1: " },
  { LOG (",\"title\":\"a\\nb\""), "one line" },
  { LOG (",\"parts\":[]"), "part" },
  { LOG (",\"parts\":[\"secrets\"]"), "“parts”" },
  { LOG (",\"format\":\"doc\""), "“format”" },
  { LOG (",\"names\":\"hidden\""), "“names”" },
  { LOG (",\"way\":\"sung\""), "“way”" },
  { LOG (",\"moment\":5"), "“moment”" },
  { LOG (",\"moment\":\"2026-11-19T09:00:00Z\",\"day\":\"2026-11-29\""), "day" },
  { LOG (",\"first-day\":\"2026-11-19\",\"last-day\":\"2026-11-18\""), "period" },
  { LOG (",\"with-private\":1"), "“with-private”" },
  { LOG (",\"for-whom\":\"\\u0007\""), "for whom" },
  { LOG (",\"pages\":-1"), "“pages”" },
  { LOG (",\"bytes\":-1"), "“bytes”" },
  { LOG (",\"bytes\":1"), "size" },
  { LOG (",\"sha256\":\"" SUM "\""), "SHA-256" },
  { LOG (",\"way\":\"saved\""), "SHA-256" },
  { LOG (",\"way\":\"saved\",\"sha256\":\"" SUM "0\""), "SHA-256" },
  { CHOICE (",\"id\":\"archive\""), "choices 1: " },
  { CHOICE (",\"name\":\"\""), "name" },
  { CHOICE (",\"parts\":[]"), "chosen" },
  { CHOICE (",\"entries\":\"some\""), "“entries”" },
  { CHOICE (",\"entry-ids\":[\"x\"]"), "entry" },
  { CHOICE (",\"period\":\"week\""), "“period”" },
  { CHOICE (",\"period\":\"own\""), "date" },
  { CHOICE (",\"period\":\"own\",\"first-day\":\"2026-11-19\",\"last-day\":\"2026-11-18\""), "first day" },
  { NAME (""), "names 1: " },
  { NAME ("\"name\":\"Noor\",\"kind\":\"dog\""), "“kind”" },
  { NAME ("\"name\":\"Noor\",\"kind\":\"word\",\"role\":\"x\""), "names 1: " },
};

static void
test_refused (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne");
  static const char *const sound[] = { LOG (""), CHOICE (""), NAME ("\"name\":\"Noor\"") };

  ldr_json_testing_assert_refused (store, bad, G_N_ELEMENTS (bad));
  /* What the cases are made from is sound. */
  for (guint i = 0; i < G_N_ELEMENTS (sound); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (ldr_json_testing_read (store, sound[i], NULL, &error));
      g_assert_no_error (error);
    }
}

#define ADD(name, func)                                                                                                \
  g_test_add ("/json-exports/" name, LdrJsonFixture, NULL, ldr_json_testing_set_up, func, ldr_json_testing_tear_down)

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("round-trip", test_round_trip);
  ADD ("twice", test_twice);
  ADD ("least", test_least);
  ADD ("refused", test_refused);
  return g_test_run ();
}

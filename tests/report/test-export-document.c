/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <locale.h>

#include "ldr-json-testing.h"
#include "model/ldr-moment.h"
#include "report/document/ldr-document-file.h"
#include "report/export/ldr-export-counts.h"
#include "report/export/ldr-export-document.h"
#include "report/ldr-rich-text.h"
#include "store/ldr-store-actions.h"
#include "store/ldr-store-assessments.h"
#include "store/ldr-store-demo.h"
#include "store/ldr-store-entries.h"
#include "store/ldr-store-goals.h"
#include "store/ldr-store-progress.h"
#include "store/ldr-store-sessions.h"
#include "test-document-sample.h"
#include "tests/ldr-folder-testing.h"

/* Thursday 19 November 2026. */
#define TODAY 739939

#define ALL_PARTS                                                                                                      \
  (LDR_EXPORT_SESSIONS | LDR_EXPORT_ACTIONS | LDR_EXPORT_ENTRIES | LDR_EXPORT_GOALS | LDR_EXPORT_CHARTS                \
   | LDR_EXPORT_PROFILES)

/* --- What is written, as it is read ----------------------------------------------------------------------------------
 */

static char *
read_package (GBytes *bytes)
{
  GString *all = g_string_new (NULL);
  g_autoptr (GPtrArray) parts = sample_unzip (bytes);

  for (guint i = 0; i < parts->len; i++)
    {
      const SamplePart *part = g_ptr_array_index (parts, i);
      g_autofree char *text = sample_to_text (part->bytes);

      if (g_str_has_suffix (part->name, ".xml"))
        g_string_append (all, text);
    }
  return g_string_free_and_steal (all);
}

static char *
replace_all (const char *text, const char *pattern, const char *replacement)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, &error);
  char *replaced = g_regex_replace_literal (regex, text, -1, 0, replacement, 0, &error);

  g_assert_no_error (error);
  return replaced;
}

/* Words with one space between them, without what the format puts around them. */
static char *
read_words (GBytes *bytes, LdrDocumentFormat format)
{
  static const char *const pdftotext[] = { "pdftotext", "-raw", "-enc", "UTF-8", "-", "-", NULL };
  g_autofree char *text = format == LDR_DOCUMENT_PDF   ? sample_run (bytes, pdftotext)
                          : format == LDR_DOCUMENT_ODT ? read_package (bytes)
                                                       : sample_to_text (bytes);
  g_autofree char *bare = NULL, *plain = NULL;

  if (format == LDR_DOCUMENT_ODT || format == LDR_DOCUMENT_HTML)
    {
      g_autofree char *styled = replace_all (text, "(?s)<style.*?</style>", " ");

      bare = replace_all (styled, "<[^>]*>", " ");
    }
  else
    bare = g_strdup (text);
  plain = replace_all (bare, "\\\\", "");
  return replace_all (plain, "\\s+", " ");
}

static GBytes *
try_to_write (LdrStore *store,
              const LdrExportChoice *choice,
              LdrExportFlags flags,
              LdrPseudonyms *pseudonyms,
              LdrDocumentFormat format,
              GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autofree char *folder = g_dir_make_tmp ("leidraad-export-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "it.md", NULL);
  g_autoptr (LdrDocumentWriter) writer = ldr_document_stream_new (stream, format, path, NULL);
  gboolean fine = ldr_export_document_write (store, choice, flags, TODAY, pseudonyms, writer, NULL, NULL, NULL, error);

  g_clear_pointer (&writer, ldr_document_writer_free);
  ldr_testing_remove_folder (folder);
  if (!fine)
    return NULL;
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static char *
write_words (
    LdrStore *store, LdrExportChoice *choice, LdrExportFlags flags, LdrPseudonyms *pseudonyms, LdrDocumentFormat format)
{
  static const LdrExportFormat formats[]
      = { LDR_EXPORT_PDF, LDR_EXPORT_ODT, LDR_EXPORT_HTML, LDR_EXPORT_MARKDOWN, LDR_EXPORT_CSV };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  choice->format = formats[format];
  bytes = try_to_write (store, choice, flags, pseudonyms, format, &error);
  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  name = g_strdup_printf ("export-%x-%d%s", choice->parts, flags, ldr_document_format_get_suffix (format));
  sample_keep (bytes, name);
  return read_words (bytes, format);
}

static void
check_words (const char *text, const char *words, gboolean expected, const char *where)
{
  g_autofree char *wanted = replace_all (words, "\\s+", " ");

  if ((strstr (text, wanted) != NULL) != expected)
    g_error ("%s: “%s” is %s: %s", where, wanted, expected ? "missing" : "there", text);
}

/* --- A journal with a word of its own in each place ------------------------------------------------------------------
 */

typedef struct
{
  const char *word;
  LdrExportParts parts;
  gboolean in_csv;
} Word;

/* Which parts have to go out for a word to be there; all of them have to. */
static const Word words[] = {
  { "Sessionnote", LDR_EXPORT_SESSIONS, TRUE },     { "Agendapoint", LDR_EXPORT_SESSIONS, FALSE },
  { "Evaluationnote", LDR_EXPORT_SESSIONS, FALSE }, { "Location", LDR_EXPORT_SESSIONS, TRUE },
  { "Sessionaction", LDR_EXPORT_ACTIONS, TRUE },    { "Looseaction", LDR_EXPORT_ACTIONS, TRUE },
  { "Otherowner", LDR_EXPORT_ACTIONS, TRUE },       { "Entrytitle", LDR_EXPORT_ENTRIES, TRUE },
  { "Entrytext", LDR_EXPORT_ENTRIES, TRUE },        { "Entrytag", LDR_EXPORT_ENTRIES, TRUE },
  { "Goalwhy", LDR_EXPORT_GOALS, FALSE },           { "Goalstep", LDR_EXPORT_GOALS, FALSE },
  { "Goalcheckin", LDR_EXPORT_GOALS, TRUE },
};

static LdrSession *
add_session (LdrStore *store, int day, const char *note)
{
  g_autoptr (GDateTime) starts = g_date_time_new_local (2026, 11, 19, 10, 0, 0);
  g_autoptr (GDateTime) then = g_date_time_add_days (starts, day - TODAY);
  LdrSession *session = ldr_session_new (then);
  LdrEvaluation evaluation = { 7, 8, 8, 9, (char *) "Evaluationnote" };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (session->day, ==, day);
  session->form = LDR_SESSION_FREE;
  ldr_session_set_note (session, LDR_SESSION_PART_FREE, note);
  ldr_session_set_private_notes (session, "Privatenote, only mine.");
  ldr_session_set_location (session, "Location");
  ldr_session_add_point (session, NULL, "Agendapoint", TRUE);
  ldr_session_set_evaluation (session, LDR_ROLE_LEADER, &evaluation);
  ldr_session_open (session, session->starts);
  ldr_session_close (session, session->starts + 3600000);
  ldr_store_save_session (store, session, &error);
  g_assert_no_error (error);
  return session;
}

static void
add_action (LdrStore *store, const LdrSession *session, const char *text, LdrActionState state)
{
  g_autoptr (LdrAction) action = ldr_action_new (session, text);
  g_autoptr (GError) error = NULL;

  ldr_action_set_owner (action, LDR_ACTION_OTHER, "Otherowner");
  action->due = TODAY + 5;
  action->created = ldr_moment_now ();
  ldr_action_set_state (action, state, TODAY);
  ldr_store_import_action (store, action, &error);
  g_assert_no_error (error);
}

static LdrEntry *
add_entry (LdrStore *store, int day, const char *title, const char *text, gboolean to_discuss)
{
  g_autoptr (GDateTime) noon = g_date_time_new_local (2026, 11, 19, 12, 0, 0);
  g_autoptr (GDateTime) then = g_date_time_add_days (noon, day - TODAY);
  g_autoptr (LdrEntry) entry = ldr_entry_new ();
  g_autoptr (GError) error = NULL;
  LdrEntry *saved;

  ldr_entry_set_title (entry, title);
  ldr_entry_set_text (entry, text);
  ldr_entry_set_happened (entry, then);
  ldr_entry_set_tags (entry, (const char *[]) { "Entrytag", NULL });
  entry->to_discuss = to_discuss;
  saved = ldr_store_save_entry (store, entry, &error);
  g_assert_no_error (error);
  g_assert_cmpint (saved->day, ==, day);
  return saved;
}

static void
add_goal (LdrStore *store, const char *statement)
{
  g_autoptr (LdrMeasure) scale = ldr_measure_new (LDR_MEASURE_SCALE, 1, "", 3, 8);
  g_autoptr (LdrGoal) goal = ldr_goal_new (LDR_GOAL_STRENGTH, LDR_STYLE_DATA_STRATEGIST);
  g_autoptr (GError) error = NULL;

  ldr_goal_set_statement (goal, statement);
  ldr_goal_set_measure (goal, scale);
  ldr_goal_set_why (goal, "Goalwhy");
  ldr_goal_add_step (goal, "Goalstep");
  goal->first_day = goal->state_day = TODAY - 60;
  ((LdrGoalVersion *) g_ptr_array_index (goal->versions, 0))->since = TODAY - 60;
  g_assert_true (ldr_store_import_goal (store, goal, &error));
  g_assert_no_error (error);
  for (int i = 0; i < 6; i++)
    {
      g_autoptr (LdrCheckIn) check_in = ldr_check_in_new (goal, TODAY - 10 + i, 3 + i % 4);

      ldr_check_in_set_note (check_in, i == 2 ? "Goalcheckin" : "");
      g_assert_true (ldr_store_check_in (store, check_in, NULL, &error));
      g_assert_no_error (error);
    }
}

static LdrStore *
make_journal (LdrJsonFixture *fixture)
{
  LdrStore *store = ldr_json_testing_new_journal (fixture, "Sanne de Wit");
  g_autoptr (LdrSession) session = add_session (store, TODAY - 5, "Sessionnote with **weight**.");
  g_autoptr (LdrEntry) entry = add_entry (store, TODAY - 4, "Entrytitle", "Entrytext\n\n- one\n- two", TRUE);

  add_action (store, session, "Sessionaction", LDR_ACTION_DONE);
  add_action (store, NULL, "Looseaction", LDR_ACTION_OPEN);
  add_goal (store, "Decide on figures");
  return store;
}

static LdrExportChoice
choose (LdrExportParts parts)
{
  return (LdrExportChoice) { .id = (char *) "session-notes",
                             .name = (char *) "",
                             .parts = parts,
                             .entries = LDR_EXPORT_EVERY,
                             .period = { LDR_PERIOD_OWN, TODAY - 30, TODAY + 1000 },
                             .for_whom = (char *) "Ellen" };
}

/* --- Tests -----------------------------------------------------------------------------------------------------------
 */

/* Each part alone, and all of them: what was not chosen is nowhere. */
static void
test_parts (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = make_journal (fixture);

  for (int part = 0; part <= 6; part++)
    for (guint format = 0; format < LDR_DOCUMENT_N_FORMATS; format++)
      {
        LdrExportChoice choice = choose (part < 6 ? (LdrExportParts) (1 << part) : ALL_PARTS);
        g_autofree char *text = write_words (store, &choice, LDR_EXPORT_DEFAULT, NULL, format);
        g_autofree char *where = g_strdup_printf ("part %d, format %u", part, format);

        for (guint i = 0; i < G_N_ELEMENTS (words); i++)
          check_words (text, words[i].word,
                       (choice.parts & words[i].parts) != 0 && (format != LDR_DOCUMENT_CSV || words[i].in_csv), where);
        check_words (text, "Privatenote", FALSE, where);
      }
}

static void
test_private (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = make_journal (fixture);

  for (guint format = 0; format < LDR_DOCUMENT_N_FORMATS; format++)
    {
      LdrExportChoice choice = choose (LDR_EXPORT_SESSIONS), others = choose (ALL_PARTS & ~LDR_EXPORT_SESSIONS);
      g_autofree char *with = write_words (store, &choice, LDR_EXPORT_PRIVATE_NOTES, NULL, format);
      g_autofree char *without = write_words (store, &others, LDR_EXPORT_PRIVATE_NOTES, NULL, format);

      check_words (with, "Privatenote", TRUE, "with");
      check_words (with, "Private notes", TRUE, "marked");
      check_words (without, "Privatenote", FALSE, "without sessions");
    }
}

static void
test_titles (LdrJsonFixture *fixture, gconstpointer data)
{
  static const struct
  {
    LdrExportParts parts;
    LdrExportEntries entries;
    const char *title;
    const char *unnamed;
  } rows[] = {
    { LDR_EXPORT_SESSIONS | LDR_EXPORT_ACTIONS, LDR_EXPORT_TO_DISCUSS, "Coaching sessions with Sanne de Wit",
      "Coaching sessions" },
    { LDR_EXPORT_ACTIONS, LDR_EXPORT_TO_DISCUSS, "Action list of Sanne de Wit", "Action list" },
    { LDR_EXPORT_GOALS | LDR_EXPORT_ACTIONS, LDR_EXPORT_TO_DISCUSS, "Progress of Sanne de Wit", "Progress" },
    { LDR_EXPORT_ENTRIES, LDR_EXPORT_TO_DISCUSS, "Journal of Sanne de Wit", "Journal" },
    { ALL_PARTS, LDR_EXPORT_EVERY, "Journal of Sanne de Wit", "Journal" },
    { ALL_PARTS, LDR_EXPORT_TO_DISCUSS, "Coaching sessions with Sanne de Wit", "Coaching sessions" },
  };
  g_autoptr (LdrJournalInfo) named = ldr_journal_info_new ("Sanne de Wit", LDR_ROLE_COACH);
  g_autoptr (LdrJournalInfo) unnamed = ldr_journal_info_new ("", LDR_ROLE_COACH);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LdrExportChoice choice = choose (rows[i].parts);
      g_autofree char *title = NULL, *bare = NULL;

      choice.entries = rows[i].entries;
      title = ldr_export_document_dup_title (&choice, named);
      bare = ldr_export_document_dup_title (&choice, unnamed);
      g_assert_cmpstr (title, ==, rows[i].title);
      g_assert_cmpstr (bare, ==, rows[i].unnamed);
    }
}

static void
test_period_words (LdrJsonFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *first;
    const char *last;
    const char *words;
  } rows[] = {
    { "2026-11-05", "2026-11-19", "5 to 19 November 2026" },
    { "2026-11-19", "2026-11-19", "19 November 2026" },
    { "2026-06-05", "2026-11-19", "5 June to 19 November 2026" },
    { "2025-12-05", "2026-01-19", "5 December 2025 to 19 January 2026" },
    { "2026-11-01", "2026-11-30", "November 2026" },
    { "2026-06-01", "2026-11-30", "June to November 2026" },
    { "2025-12-01", "2026-02-28", "December 2025 to February 2026" },
    { "2024-02-01", "2024-02-28", "1 to 28 February 2024" },
    { "2024-02-01", "2024-02-29", "February 2024" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LdrPeriod period = { .kind = LDR_PERIOD_OWN };
      g_autofree char *said = NULL;

      g_assert_true (ldr_day_parse (rows[i].first, &period.first_day, NULL));
      g_assert_true (ldr_day_parse (rows[i].last, &period.last_day, NULL));
      said = ldr_export_describe_period (&period);
      g_assert_cmpstr (said, ==, rows[i].words);
    }
}

/* Both ends of the period belong to it, and nothing beside them. */
static void
test_borders (LdrJsonFixture *fixture, gconstpointer data)
{
  static const struct
  {
    int day;
    const char *word;
    gboolean expected;
  } rows[] = {
    { -11, "Daybefore", FALSE }, { -10, "Firstday", TRUE }, { -5, "Within", TRUE },
    { -2, "Lastday", TRUE },     { -1, "Dayafter", FALSE },
  };
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *note = g_strconcat (rows[i].word, "session", NULL);
      g_autoptr (LdrSession) session = add_session (store, TODAY + rows[i].day, note);
      g_autoptr (LdrEntry) entry = add_entry (store, TODAY + rows[i].day, rows[i].word, "Text", i % 2 == 0);
    }
  for (guint format = 0; format < LDR_DOCUMENT_N_FORMATS; format++)
    {
      LdrExportChoice choice = choose (LDR_EXPORT_SESSIONS | LDR_EXPORT_ENTRIES);
      g_autofree char *text = NULL;

      ldr_period_init_own (&choice.period, TODAY - 10, TODAY - 2);
      text = write_words (store, &choice, LDR_EXPORT_DEFAULT, NULL, format);
      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        check_words (text, rows[i].word, rows[i].expected, "border");
    }
}

static void
add_closed_action (LdrStore *store, const char *text, LdrActionState state, int agreed, int closed)
{
  g_autoptr (LdrAction) action = ldr_action_new (NULL, text);
  g_autoptr (GDateTime) noon = g_date_time_new_local (2026, 11, 19, 12, 0, 0);
  g_autoptr (GDateTime) then = g_date_time_add_days (noon, agreed - TODAY);
  g_autoptr (GError) error = NULL;

  action->agreed = action->created = ldr_moment_from_date_time (then);
  action->due = TODAY + 5;
  ldr_action_set_state (action, state, closed);
  ldr_store_import_action (store, action, &error);
  g_assert_no_error (error);
}

/* A goal that was worded anew, paused for a week, of which a step was done, and that came to its end. */
static void
add_changed_goal (LdrStore *store)
{
  g_autoptr (LdrMeasure) scale = ldr_measure_new (LDR_MEASURE_SCALE, 1, "", 3, 8);
  g_autoptr (LdrGoal) goal = ldr_goal_new (LDR_GOAL_STRENGTH, LDR_STYLE_DATA_STRATEGIST);
  g_autoptr (GError) error = NULL;

  ldr_goal_set_statement (goal, "Oldwords");
  ldr_goal_set_measure (goal, scale);
  ldr_goal_set_learned (goal, "Learnedlesson");
  ldr_goal_add_step (goal, "Earlystep");
  ldr_goal_add_step (goal, "Latestep");
  ldr_goal_set_step_done (goal, 0, TODAY - 20);
  ldr_goal_set_step_done (goal, 1, TODAY - 2);
  goal->first_day = goal->state_day = TODAY - 60;
  ((LdrGoalVersion *) g_ptr_array_index (goal->versions, 0))->since = TODAY - 60;
  ldr_goal_add_version (goal, TODAY - 3, "Newwords", scale);
  ldr_goal_pause (goal, TODAY - 12, 0);
  ldr_goal_set_state (goal, LDR_GOAL_ACTIVE, TODAY - 6);
  ldr_goal_set_state (goal, LDR_GOAL_ACHIEVED, TODAY - 1);
  g_assert_true (ldr_store_import_goal (store, goal, &error));
  g_assert_no_error (error);
}

/* A document of days gone by tells how things stood then. */
static void
test_past (LdrJsonFixture *fixture, gconstpointer data)
{
  static const struct
  {
    int last_day;
    const char *there[10];
    const char *absent[10];
    /* Open, done, dropped. */
    guint n_actions[LDR_N_ACTION_STATES];
  } rows[] = {
    { -25,
      { "- [ ] Doneaction (", "24 November", "- [ ] Droppedaction (", "## Oldwords", "- [ ] Earlystep",
        "- [ ] Latestep", "· active ·" },
      { "- [x]", "## Open", "Newwords", "Learnedlesson", "achieved", "dropped" },
      { 2, 0, 0 } },
    { -8,
      { "- [x] Doneaction (", "- [ ] Droppedaction (", "## Oldwords", "- [x] Earlystep", "- [ ] Latestep",
        "· paused ·" },
      { "Newwords", "Learnedlesson", "achieved", "dropped" },
      { 1, 1, 0 } },
    { -4, { "## Oldwords", "· active ·", "- [ ] Latestep" }, { "Newwords", "Learnedlesson", "achieved" }, { 0, 1, 1 } },
    { -2, { "## Newwords", "Oldwords", "· active ·", "- [x] Latestep" }, { "Learnedlesson", "achieved" }, { 0, 1, 1 } },
    { 0,
      { "- [x] Doneaction (", "- [x] Latestep", "dropped", "## Newwords", "Oldwords", "Learnedlesson", "achieved" },
      { "active" },
      { 0, 1, 1 } },
    { 400, { "- [x] Latestep", "dropped", "## Newwords", "Learnedlesson", "achieved" }, { "active" }, { 0, 1, 1 } },
  };
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne");

  add_closed_action (store, "Doneaction", LDR_ACTION_DONE, TODAY - 29, TODAY - 10);
  add_closed_action (store, "Droppedaction", LDR_ACTION_DROPPED, TODAY - 28, TODAY - 5);
  add_changed_goal (store);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int flags = 0; flags < 2; flags++)
      {
        LdrExportChoice choice = choose (LDR_EXPORT_ACTIONS | LDR_EXPORT_GOALS);
        g_autofree char *text = NULL, *where = g_strdup_printf ("up to day %d", rows[i].last_day);
        g_autoptr (LdrPseudonyms) names = flags == 1 ? ldr_pseudonyms_new () : NULL;
        g_autoptr (LdrExportCounts) counts = NULL;

        ldr_period_init_own (&choice.period, TODAY - 30, TODAY + rows[i].last_day);
        counts = ldr_export_count (store, &choice, TODAY, NULL);
        g_assert_cmpmem (counts->n_actions, sizeof counts->n_actions, rows[i].n_actions, sizeof rows[i].n_actions);
        g_assert_cmpuint (counts->n_goals, ==, 1);
        text = write_words (store, &choice, LDR_EXPORT_DEFAULT, names, LDR_DOCUMENT_MARKDOWN);
        for (guint k = 0; rows[i].there[k] != NULL; k++)
          check_words (text, rows[i].there[k], TRUE, where);
        for (guint k = 0; rows[i].absent[k] != NULL; k++)
          check_words (text, rows[i].absent[k], FALSE, where);
      }
}

static void
test_entries (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne");
  g_autoptr (LdrEntry) discussed = add_entry (store, TODAY - 3, "Discussed", "One", TRUE);
  g_autoptr (LdrEntry) chosen = add_entry (store, TODAY - 2, "Picked", "Two", FALSE);
  g_autoptr (LdrEntry) left = add_entry (store, TODAY - 1, "Leftover", "Three", FALSE);
  g_autoptr (LdrEntry) trashed = add_entry (store, TODAY - 1, "Thrown", "Four", TRUE);
  char *ids[] = { chosen->id, trashed->id, NULL };
  static const gboolean expected[3][3] = { { TRUE, FALSE, FALSE }, { FALSE, TRUE, FALSE }, { TRUE, TRUE, TRUE } };
  g_autoptr (GError) error = NULL;

  ldr_store_trash_entry (store, trashed->id, &error);
  g_assert_no_error (error);
  for (int i = LDR_EXPORT_TO_DISCUSS; i <= LDR_EXPORT_EVERY; i++)
    {
      LdrExportChoice choice = choose (LDR_EXPORT_ENTRIES);
      g_autofree char *text = NULL;

      choice.entries = (LdrExportEntries) i;
      choice.entry_ids = ids;
      text = write_words (store, &choice, LDR_EXPORT_DEFAULT, NULL, LDR_DOCUMENT_PDF);
      check_words (text, "Discussed", expected[i][0], "to discuss");
      check_words (text, "Picked", expected[i][1], "chosen");
      check_words (text, "Leftover", expected[i][2], "all");
      check_words (text, "Thrown", FALSE, "trash");
    }
}

/* However many rows there are, a file of tables has them under one heading. */
static void
test_many_rows (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne");
  LdrExportChoice choice = choose (LDR_EXPORT_ENTRIES | LDR_EXPORT_ACTIONS);
  g_autoptr (LdrPseudonyms) names = ldr_pseudonyms_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 250; i++)
    {
      g_autofree char *title = g_strdup_printf ("Number %u", i);
      g_autoptr (LdrEntry) entry = add_entry (store, TODAY - 3, title, "Text", FALSE);
    }
  add_action (store, NULL, "An action", LDR_ACTION_OPEN);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *csv = NULL;
      g_auto (GStrv) lines = NULL;

      choice.format = LDR_EXPORT_CSV;
      bytes = try_to_write (store, &choice, LDR_EXPORT_DEFAULT, i > 0 ? names : NULL, LDR_DOCUMENT_CSV, &error);
      g_assert_no_error (error);
      csv = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      lines = g_strsplit (csv, "\r\n", -1);
      /* The actions with an empty line behind them, and the title and heads of the entries. */
      g_assert_cmpuint (g_strv_length (lines), ==, 3 + 1 + 2 + 250 + 1);
      g_assert_cmpstr (lines[4], ==, "Entries");
      for (guint k = 0; k < 250; k++)
        {
          g_autofree char *title = g_strdup_printf (",Number %u,", k);

          g_assert_nonnull (strstr (lines[6 + k], title));
        }
    }
}

/* A document always says something. */
static void
test_empty (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "");

  for (guint format = 0; format < LDR_DOCUMENT_CSV; format++)
    {
      LdrExportChoice choice = choose (ALL_PARTS);
      g_autofree char *text = write_words (store, &choice, LDR_EXPORT_DEFAULT, NULL, format);

      check_words (text, "There is nothing of this in these days.", TRUE, "empty");
      check_words (text, "Goals", FALSE, "empty");
      check_words (text, "Journal", TRUE, "empty");
    }
}

/* The journal keeps what charts are made from, and gives it to everybody. */
static void
check_goals (LdrStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrProgress) progress = ldr_store_get_progress (store, TODAY, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (progress->goals->len, ==, 2);
  for (guint i = 0; i < progress->goals->len; i++)
    check_words (ldr_goal_get_statement (((LdrProgressGoal *) g_ptr_array_index (progress->goals, i))->goal), "Noor",
                 TRUE, "name");
}

static void
test_pseudonyms (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne de Wit");
  g_autoptr (LdrSession) session = add_session (store, TODAY - 5, "Sanne asked Noor.");
  g_autoptr (LdrEntry) entry = add_entry (store, TODAY - 4, "Noor again", "With Sanne de Wit.", TRUE);
  g_autoptr (LdrPseudonyms) names = ldr_pseudonyms_new ();

  add_action (store, session, "Ask Noor", LDR_ACTION_OPEN);
  add_goal (store, "Listen to Noor");
  add_goal (store, "Count with Noor");
  ldr_pseudonyms_add_person (names, "Sanne de Wit", NULL);
  ldr_pseudonyms_add_person (names, "Noor", "colleague 1");
  for (guint format = 0; format < LDR_DOCUMENT_N_FORMATS; format++)
    {
      LdrExportChoice choice = choose (ALL_PARTS);
      g_autofree char *text = write_words (store, &choice, LDR_EXPORT_DEFAULT, names, format);

      check_words (text, "Noor", FALSE, "name");
      check_words (text, "Sanne", FALSE, "name");
      check_words (text, "colleague 1", TRUE, "stand-in");
      if (format != LDR_DOCUMENT_CSV)
        check_words (text, "Journal of S. d. W.", TRUE, "stand-in");
    }
  check_goals (store);
}

/* Nobody can spoil a document by what they write. */
static void
test_hostile (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "=cmd|’ /C calc’!A0");
  g_autofree char *deep = g_strnfill (2000, '>');
  g_autofree char *wide = g_strnfill (64 * 1024, 'w');
  const char *const texts[] = { "\342\200\256reversed\342\200\254",
                                "=1+1",
                                "<script>alert(1)</script>",
                                "👩🏽‍🚀 emoji",
                                "]]> & </text:p>",
                                "| a | b |\n|---|---|\n| 1 | 2 |",
                                deep,
                                wide };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LdrEntry) entry = add_entry (store, TODAY - 3, "=SUM(A1:A9)", texts[i], TRUE);
    }
  add_action (store, NULL, "=HYPERLINK(\"http://example.org\")", LDR_ACTION_OPEN);
  for (guint format = 0; format < LDR_DOCUMENT_N_FORMATS; format++)
    {
      LdrExportChoice choice = choose (ALL_PARTS);
      g_autofree char *text = write_words (store, &choice, LDR_EXPORT_DEFAULT, NULL, format);

      if (format == LDR_DOCUMENT_HTML)
        check_words (text, "&lt;script&gt;alert(1)", TRUE, "script");
      check_words (text, "alert(1)", TRUE, "script");
      check_words (text, format == LDR_DOCUMENT_CSV ? "'=SUM(A1:A9)" : "=SUM(A1:A9)", TRUE, "formula");
    }
}

/* What is known of an entry stands on the page on which its text begins. */
static void
test_page_ends (LdrJsonFixture *fixture, gconstpointer data)
{
  static const char *const pdftotext[] = { "pdftotext", "-raw", "-enc", "UTF-8", "-", "-", NULL };
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne");
  LdrExportChoice choice = choose (LDR_EXPORT_ENTRIES);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;

  for (int i = 0; i < 120; i++)
    {
      g_autoptr (GString) lines = g_string_new (NULL);
      g_autoptr (LdrEntry) entry = NULL;

      for (int k = 0; k <= i * i % 13; k++)
        g_string_append_printf (lines, "Line %d.\n\n", k);
      entry = add_entry (store, TODAY - 3, "Entrytitle", lines->str, FALSE);
    }
  bytes = try_to_write (store, &choice, LDR_EXPORT_DEFAULT, NULL, LDR_DOCUMENT_PDF, NULL);
  sample_keep (bytes, "ends.pdf");
  text = sample_run (bytes, pdftotext);
  pages = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (g_strv_length (pages), >, 5);
  for (guint i = 0; pages[i] != NULL && pages[i + 1] != NULL && *pages[i + 1] != '\0'; i++)
    if (g_regex_match_simple ("(Entrytitle|#Entrytag)\\n(Journal of Sanne\\n)?\\d+( of \\d+)?\\s*$", pages[i], 0, 0))
      g_error ("page %u ends with what belongs to the next one: %s", i + 1, pages[i]);
}

typedef struct
{
  double last;
  guint n;
  GCancellable *cancellable;
} Seen;

static void
progress_cb (double share, gpointer data)
{
  Seen *seen = data;

  g_assert_cmpfloat (share, >=, seen->last);
  g_assert_cmpfloat (share, <=, 1.000001);
  seen->last = share;
  seen->n++;
  if (seen->cancellable != NULL && share > 0.3)
    g_cancellable_cancel (seen->cancellable);
}

static void
test_progress (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = make_journal (fixture);
  LdrExportChoice choice = choose (ALL_PARTS);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (LdrDocumentWriter) writer = ldr_document_stream_new (stream, LDR_DOCUMENT_PDF, NULL, NULL);
      Seen seen = { .cancellable = i == 1 ? cancellable : NULL };
      g_autoptr (GError) error = NULL;
      gboolean fine = ldr_export_document_write (store, &choice, LDR_EXPORT_DEFAULT, TODAY, NULL, writer, progress_cb,
                                                 &seen, cancellable, &error);

      if (i == 0)
        {
          g_assert_no_error (error);
          g_assert_true (fine);
          g_assert_cmpfloat (seen.last, >, 0.999);
          g_assert_cmpuint (seen.n, >, 5);
        }
      else
        {
          g_assert_false (fine);
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
        }
    }
}

/* --- The demonstration journals --------------------------------------------------------------------------------------
 */

/* The first words of a text that no mark interrupts. */
static char *
take_words (const char *commonmark)
{
  g_autoptr (LdrRichText) rich = ldr_rich_text_read (commonmark);
  LdrBlock *block = g_ptr_array_index (ldr_rich_text_get_blocks (rich), 0);
  g_autofree char *text = ldr_block_dup_text (block);
  g_auto (GStrv) lines = g_strsplit (text, LDR_LINE_BREAK, 2);

  /* A line of a page ends at a space, and hyphens of the page are no hyphens of the text. */
  return g_strndup (lines[0], MIN (strlen (lines[0]), 24));
}

static void
check_demo (LdrStore *store, const char *text, gboolean with_private, const char *where)
{
  g_autoptr (GPtrArray) sessions = ldr_store_list_sessions (store, LDR_SESSIONS_ALL, NULL);
  g_autoptr (GPtrArray) actions = ldr_store_list_actions (store, NULL);
  guint n_private = 0;

  g_assert_cmpuint (sessions->len, >, 2);
  for (guint i = 0; i < sessions->len; i++)
    {
      const LdrSessionSummary *summary = g_ptr_array_index (sessions, i);
      g_autoptr (LdrSession) session = ldr_store_get_session_with_private_notes (store, summary->id, NULL);

      if (session->private_notes[0] != '\0')
        {
          g_autofree char *words_of_it = take_words (session->private_notes);

          check_words (text, words_of_it, with_private, where);
          n_private++;
        }
      for (int k = 0; k < LDR_N_SESSION_PARTS; k++)
        if (session->notes[k][0] != '\0' && session->state != LDR_SESSION_CANCELLED)
          {
            g_autofree char *words_of_it = take_words (session->notes[k]);

            check_words (text, words_of_it, TRUE, where);
          }
    }
  g_assert_cmpuint (n_private, >, 0);
  for (guint i = 0; i < actions->len; i++)
    {
      g_autofree char *head = g_strndup (((LdrAction *) g_ptr_array_index (actions, i))->text, 16);

      check_words (text, head, TRUE, where);
    }
}

static void
test_demo (LdrJsonFixture *fixture, gconstpointer data)
{
  const char *language = data;
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne de Wit");
  g_autoptr (LdrDemo) demo = ldr_demo_new (language, 1, 60);
  g_autoptr (GError) error = NULL;

  ldr_store_fill_with_demo (store, demo, &error);
  g_assert_no_error (error);
  for (guint format = 0; format < LDR_DOCUMENT_N_FORMATS; format++)
    for (int flags = 0; flags <= LDR_EXPORT_PRIVATE_NOTES; flags++)
      {
        LdrExportChoice choice = choose (ALL_PARTS);
        g_autofree char *text = NULL;
        g_autofree char *where = g_strdup_printf ("demo %s, format %u, flags %d", language, format, flags);

        /* The journal is of the days before the real today. */
        ldr_period_init_own (&choice.period, ldr_day_today () - 1500, ldr_day_today () + 1500);
        text = write_words (store, &choice, (LdrExportFlags) flags, NULL, format);
        check_demo (store, text, flags == LDR_EXPORT_PRIVATE_NOTES, where);
      }
}

#define ADD(path, function, argument)                                                                                  \
  g_test_add ("/export-document/" path, LdrJsonFixture, argument, ldr_json_testing_set_up, function,                   \
              ldr_json_testing_tear_down)

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init_check ();

  ADD ("parts", test_parts, NULL);
  ADD ("private", test_private, NULL);
  ADD ("titles", test_titles, NULL);
  ADD ("period-words", test_period_words, NULL);
  ADD ("borders", test_borders, NULL);
  ADD ("past", test_past, NULL);
  ADD ("entries", test_entries, NULL);
  ADD ("many-rows", test_many_rows, NULL);
  ADD ("empty", test_empty, NULL);
  ADD ("pseudonyms", test_pseudonyms, NULL);
  ADD ("hostile", test_hostile, NULL);
  ADD ("page-ends", test_page_ends, NULL);
  ADD ("progress", test_progress, NULL);
  ADD ("demo-en", test_demo, "en");
  ADD ("demo-nl", test_demo, "nl");

  return g_test_run ();
}

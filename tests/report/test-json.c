/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "ldr-json-testing.h"
#include "content/ldr-path.h"
#include "content/ldr-questionnaire.h"
#include "model/ldr-id.h"
#include "model/ldr-model-error.h"
#include "model/ldr-moment.h"
#include "report/ldr-json-entry.h"
#include "report/ldr-json-splitter.h"
#include "report/ldr-json.h"
#include "report/ldr-markdown-export.h"
#include "report/ldr-report-error.h"
#include "store/ldr-store-assessments.h"
#include "store/ldr-store-entries.h"
#include "store/ldr-store-list.h"
#include "store/ldr-store-notices.h"
#include "store/ldr-store-paths.h"
#include "store/ldr-store-prompts.h"
#include "store/ldr-store-reflections.h"

/* The smallest PNG: one pixel. */
static const guint8 png[] = {
  0x89, 'P',  'N',  'G',  0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 'I',  'H',  'D',  'R',  0x00,
  0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3a, 0x7e, 0x9b, 0x55, 0x00,
  0x00, 0x00, 0x0a, 'I',  'D',  'A',  'T',  0x78, 0x9c, 0x63, 0x60, 0x00, 0x00, 0x00, 0x02, 0x00, 0x01,
  0x48, 0xaf, 0xa4, 0x71, 0x00, 0x00, 0x00, 0x00, 'I',  'E',  'N',  'D',  0xae, 0x42, 0x60, 0x82,
};

static void
add_revisions (LdrStore *store, LdrEntry *entry)
{
  for (int number = 1; number <= 3; number++)
    {
      g_autoptr (LdrEntry) old = ldr_entry_copy (entry);
      g_autoptr (LdrRevision) revision = NULL;
      g_autofree char *text = g_strdup_printf ("versie %d\n\nmet “aanhaling”", number);
      g_autoptr (GError) error = NULL;

      ldr_entry_set_text (old, text);
      old->revision = number;
      old->deleted = 0;
      old->changed = entry->created + number * LDR_SITTING;
      revision = ldr_revision_new (number, old->changed, old);
      ldr_store_import_revision (store, revision, &error);
      g_assert_no_error (error);
    }
}

static void
add_picture (LdrStore *store, LdrEntry *entry, const char *id)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (png, sizeof png);
  g_autoptr (LdrPicture) picture = ldr_picture_new (entry->id, "image/png", bytes);
  g_autoptr (GError) error = NULL;

  g_set_str (&picture->id, id);
  ldr_store_add_picture (store, picture, &error);
  g_assert_no_error (error);
}

#define PICTURE_ID "0190163d-8694-739b-aea5-966c26f8ad91"

/* A journal with everything that an entry can hold, some of it hostile. */
static void
fill (LdrStore *store)
{
  static const char *const texts[] = {
    "",
    "Gewoon een zin.",
    "één\n\n- lijst\n- 👩‍💻 “ja” \\ \" / \t tab",
    "![plaatje](picture:" PICTURE_ID ") en `](picture:x)`",
    "</script>\x7f\xc2\xa0\xe2\x80\xa8\xf4\x8f\xbf\xbf",
    "{\"entries\":[{\"id\":\"]}\\u0000\"",
  };

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (LdrEntry) entry = ldr_entry_new ();
      g_autoptr (GDateTime) when = ldr_moment_to_local (1700000000123 + (gint64) (i / 3) * 86400000);
      g_autoptr (GError) error = NULL;

      ldr_entry_set_title (entry, i % 4 == 0 ? "" : "Titel met *ster* [en] #haak");
      ldr_entry_set_text (entry, texts[i % G_N_ELEMENTS (texts)]);
      ldr_entry_set_happened (entry, when);
      entry->styles = i % (LDR_STYLE_SET_ALL + 1);
      entry->pitfalls = (i / 2) % (LDR_STYLE_SET_ALL + 1);
      entry->energy = (int) i % (LDR_ENERGY_MAX + 1);
      entry->to_discuss = i % 5 == 0;
      entry->revision = 4;
      entry->deleted = i % 7 == 6 ? 1790000000000 + i : 0;
      if (i % 2)
        ldr_entry_set_tags (entry, (const char *const[]) { "Team", "één", "lang verhaal", NULL });
      ldr_store_import_entry (store, entry, &error);
      g_assert_no_error (error);
      if (i % 10 == 2)
        add_revisions (store, entry);
      if (i == 3)
        add_picture (store, entry, PICTURE_ID);
    }
}

static void
add_assessments (LdrStore *store)
{
  for (guint i = 0; i < 4; i++)
    {
      const LdrQuestionnaire *questionnaire = g_ptr_array_index (ldr_questionnaire_get_all (), i % 2);
      gsize n_facts;
      g_autofree LdrItemFacts *facts = ldr_questionnaire_dup_facts (questionnaire, &n_facts);
      g_autoptr (LdrAssessment) assessment
          = ldr_assessment_new (questionnaire->id, questionnaire->version, questionnaire->kind, facts, n_facts);
      g_autoptr (GError) error = NULL;

      ldr_assessment_set_observer (assessment, i >= 2 ? "Fatima “F” \\ 👍" : "");
      for (gsize n = 0; n < (i == 1 ? 7 : n_facts); n++)
        assessment->answers[n] = 1 + (int) n % 2;
      if (i != 1)
        ldr_assessment_finish (assessment);
      assessment->seed = i == 0 ? G_MAXUINT32 : i;
      g_assert_true (ldr_store_save_assessment (store, assessment, &error));
      g_assert_no_error (error);
    }
}

static void
add_reflections (LdrStore *store)
{
  for (guint i = 0; i < 3; i++)
    {
      const LdrPath *path = g_ptr_array_index (ldr_path_get_all (), i);
      g_autoptr (LdrReflection) reflection = ldr_reflection_new (path->id, ldr_path_get_title (path));
      g_autoptr (LdrEntry) entry = NULL;
      g_autoptr (GError) error = NULL;

      for (guint n = 0; n < path->steps->len; n++)
        ldr_reflection_add_step (reflection, ((LdrPrompt *) g_ptr_array_index (path->steps, n))->facts.id,
                                 "“Wie” *dan*?", n == 1 ? "" : "Eén \\ twee\n\n- \"drie\"\t🎉");
      reflection->styles = i;
      reflection->pitfalls = i + 1;
      reflection->at = i;
      if (i == 2)
        entry = ldr_store_finish_reflection (store, reflection, &error);
      else
        ldr_store_save_reflection (store, reflection, &error);
      g_assert_no_error (error);
      if (entry != NULL)
        g_assert_true (ldr_store_set_dismissed (store, entry->id, "even snel", TRUE, &error));
    }
}

/* What belongs to the styles, all of it. */
static void
fill_styles (LdrStore *store)
{
  const char *const phrases[] = { "even “snel”", "zelf", NULL }, *const others[] = { "cijfers", NULL };
  g_autofree char *path_id = ldr_id_new (), *step_id = ldr_id_new (), *prompt_id = ldr_id_new ();
  g_autoptr (LdrPath) path = ldr_path_new_own (path_id, "Eigen <pad>", "");
  g_autoptr (LdrPrompt) prompt = ldr_prompt_new_own (prompt_id, "Wat vond {name}?", 10);
  g_autoptr (GError) error = NULL;

  add_assessments (store);
  add_reflections (store);
  for (int i = 0; i < 5; i++)
    {
      g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 3, 9 + i / 2, 8, 0, 0);
      g_autoptr (LdrDayQuestion) question = ldr_store_get_day_question (store, now, TRUE, &error);

      g_assert_no_error (error);
    }
  g_ptr_array_add (path->steps, ldr_prompt_new_own (step_id, "En nu?", 1));
  g_assert_true (ldr_store_save_own_path (store, path, &error));
  g_assert_true (ldr_store_save_own_prompt (store, prompt, &error));
  g_assert_true (ldr_store_set_notice_words (store, LDR_STYLE_NINJA, phrases, &error));
  g_assert_true (ldr_store_set_notice_words (store, LDR_STYLE_INTEGRATOR, others, &error));
  g_assert_no_error (error);
}

static void
test_round_trip (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne “S” de Wit");
  g_autoptr (LdrStore) other = ldr_json_testing_new_journal (fixture, "X");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;
  int n_entries;

  fill (store);
  first = ldr_json_testing_write_all (store);
  ldr_json_testing_read (other, first, &n_entries, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_entries, ==, 60);
  second = ldr_json_testing_write_all (other);
  g_assert_cmpstr (first, ==, second);
  g_assert_nonnull (strstr (first, "\"revisions\":[{"));
  g_assert_nonnull (strstr (first, "\"pictures\":[{"));
  g_assert_nonnull (strstr (first, "\"deleted\":"));
  g_assert_cmpstr (ldr_store_get_info (other)->leader, ==, "Sanne “S” de Wit");
}

static void
test_styles_round_trip (LdrJsonFixture *fixture, gconstpointer data)
{
  static const char *const members[]
      = { "assessments", "reflections", "questions", "own-questions", "own-paths", "notice-words", "dismissals" };
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne"),
                       other = ldr_json_testing_new_journal (fixture, "X");
  g_autoptr (LdrStore) bare = ldr_json_testing_new_journal (fixture, "Y");
  g_autofree char *first = NULL, *second = NULL, *none = ldr_json_testing_write_all (bare), *again = NULL;
  g_autoptr (GError) error = NULL;
  int n_entries;

  g_assert_null (strstr (none, "\"styles\":{"));
  fill_styles (store);
  first = ldr_json_testing_write_all (store);
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *member = g_strdup_printf ("\n\"%s\":[\n{", members[i]);

      g_assert_nonnull (strstr (first, member));
    }
  ldr_json_testing_read (other, first, &n_entries, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_entries, ==, 1);
  second = ldr_json_testing_write_all (other);
  g_assert_cmpstr (first, ==, second);
  g_assert_false (ldr_json_testing_read (other, first, &n_entries, &error));
  g_assert_error (error, LDR_STORE_ERROR, LDR_STORE_ERROR_EXISTS);
  again = ldr_json_testing_write_all (other);
  g_assert_cmpstr (first, ==, again);
}

/* The document's members, to be put in another order. */
static char *
cut (const char *text, const char *from, const char *to)
{
  const char *start = strstr (text, from), *end = NULL;

  g_assert_nonnull (start);
  end = to != NULL ? strstr (start, to) : text + strlen (text) - strlen ("}\n");
  g_assert_nonnull (end);
  return g_strndup (start, (gsize) (end - start));
}

/* The members of an object have no order: whatever stands before the entries comes in as what stands behind them. */
static void
test_any_order (LdrJsonFixture *fixture, gconstpointer data)
{
  static const char *const orders[][5] = {
    { "format", "journal", "styles", "entries", NULL }, { "styles", "entries", "journal", "format", NULL },
    { "entries", "format", "journal", "styles", NULL }, { "journal", "styles", "format", "entries", NULL },
    { "entries", "styles", "journal", "format", NULL }, { "styles", "format", "entries", "journal", NULL },
  };
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne");
  g_autofree char *whole = NULL;
  g_autoptr (GHashTable) parts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  fill_styles (store);
  whole = ldr_json_testing_write_all (store);
  g_hash_table_insert (parts, (char *) "format", cut (whole, "\"format\"", ",\n\"journal\""));
  g_hash_table_insert (parts, (char *) "journal", cut (whole, "\"journal\"", ",\n\"entries\""));
  g_hash_table_insert (parts, (char *) "entries", cut (whole, "\"entries\"", ",\n\"styles\""));
  g_hash_table_insert (parts, (char *) "styles", cut (whole, "\"styles\":{\n", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (LdrStore) other = ldr_json_testing_new_journal (fixture, "X");
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *again = NULL;
      g_autoptr (GError) error = NULL;

      for (int j = 0; orders[i][j] != NULL; j++)
        g_string_append_printf (text, "%s%s", j == 0 ? "{" : ",\n", (char *) g_hash_table_lookup (parts, orders[i][j]));
      g_string_append (text, "}\n");
      g_test_message ("%s first", orders[i][0]);
      ldr_json_testing_read (other, text->str, NULL, &error);
      g_assert_no_error (error);
      again = ldr_json_testing_write_all (other);
      g_assert_cmpstr (again, ==, whole);
    }
}

/* Much may stand before the entries; what cannot be an export at all is not read to its end. */
static void
test_long_head (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne");
  g_autofree char *much = g_strnfill (3 * 1024 * 1024, 'x');
  g_autofree char *text
      = g_strdup_printf ("{\"new\":\"%s\",\"format\":\"leidraad-journal\",\"version\":1,\"entries\":[]}", much);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (much, -1, NULL);
  g_autoptr (GError) error = NULL;
  int n_entries;

  g_assert_true (ldr_json_testing_read (store, text, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (ldr_json_read (store, stream, &n_entries, NULL, &error));
  g_assert_error (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID);
  g_assert_cmpint (g_seekable_tell (G_SEEKABLE (stream)), <, 1024 * 1024);
}

/* A journal with nothing but a draft in it is somebody's. */
static void
test_keeps_identity (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne"),
                       other = ldr_json_testing_new_journal (fixture, "Noor");
  g_autofree char *export = ldr_json_testing_write_all (other), *id = g_strdup (ldr_store_get_info (store)->id);
  g_autoptr (LdrReflection) draft = ldr_reflection_new ("", "");
  g_autoptr (GError) error = NULL;

  ldr_reflection_add_step (draft, "open-1", "Hoe was het?", "Goed.");
  g_assert_true (ldr_store_save_reflection (store, draft, &error));
  g_assert_true (ldr_json_testing_read (store, export, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (ldr_store_get_info (store)->leader, ==, "Sanne");
  g_assert_cmpstr (ldr_store_get_info (store)->id, ==, id);
}

/* What was imported already is not imported again, and the journal keeps its own name. */
static void
test_twice (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  int n_entries = -1;

  fill (store);
  before = ldr_json_testing_write_all (store);
  g_assert_false (ldr_json_testing_read (store, before, &n_entries, &error));
  g_assert_error (error, LDR_STORE_ERROR, LDR_STORE_ERROR_EXISTS);
  g_assert_cmpint (n_entries, ==, 0);
  after = ldr_json_testing_write_all (store);
  g_assert_cmpstr (before, ==, after);
}

#define HEAD "{\"format\":\"leidraad-journal\",\"version\":1,\"entries\":["
#define GOOD "{\"happened\":\"2026-03-09T08:30:00.000Z\"}"
#define BAD(fields) HEAD GOOD ",\n{\"happened\":\"2026-03-09T08:30:00.000Z\"," fields "}]}"

static const struct
{
  const char *text;
  int code;
  const char *said;
} bad_files[] = {
  { "", LDR_REPORT_ERROR_INVALID, "not an export" },
  { "hello", LDR_REPORT_ERROR_INVALID, "not an export" },
  { "}}}]]", LDR_REPORT_ERROR_INVALID, "not an export" },
  { "[]", LDR_REPORT_ERROR_INVALID, "not an export" },
  { "{\"entries\":[]}", LDR_REPORT_ERROR_INVALID, "not an export" },
  { "{\"format\":\"other\",\"version\":1,\"entries\":[]}", LDR_REPORT_ERROR_INVALID, "not an export" },
  { "{\"format\":\"leidraad-journal\",\"version\":0,\"entries\":[]}", LDR_REPORT_ERROR_INVALID, "not an export" },
  { "{\"format\":\"leidraad-journal\",\"version\":2,\"entries\":[]}", LDR_REPORT_ERROR_NEWER, "newer" },
  { "{\"entries\":[],\"format\":\"other\",\"version\":1}", LDR_REPORT_ERROR_INVALID, "not an export" },
  { "{\"format\":\"leidraad-journal\",\"entries\":[],\"version\":2}", LDR_REPORT_ERROR_NEWER, "newer" },
  { "{\"format\":\"leidraad-journal\",\"entries\":[]}", LDR_REPORT_ERROR_INVALID, "not an export" },
  { HEAD, LDR_REPORT_ERROR_INVALID, "ends in the wrong place" },
  { HEAD "]", LDR_REPORT_ERROR_INVALID, "ends in the wrong place" },
  { HEAD "]}}", LDR_REPORT_ERROR_INVALID, "ends in the wrong place" },
  { HEAD "]} more", LDR_REPORT_ERROR_INVALID, "ends in the wrong place" },
  { HEAD GOOD, LDR_REPORT_ERROR_INVALID, "ends in the wrong place" },
  { HEAD "\n\n" GOOD ",\n{\"happened\":", LDR_REPORT_ERROR_INVALID, "Line 4" },
  { HEAD "{}]}", LDR_REPORT_ERROR_INVALID, "“happened”" },
  { HEAD "{,}]}", LDR_REPORT_ERROR_INVALID, "not JSON" },
  { HEAD GOOD "1]}", LDR_REPORT_ERROR_INVALID, "wrong place" },
  { BAD ("\"text\":5"), LDR_REPORT_ERROR_INVALID, "Line 2: “text”" },
  { BAD ("\"text\":\"a\\u0000b\""), LDR_REPORT_ERROR_INVALID, "Line 2" },
  { BAD ("\"text\":\"\xff\""), LDR_REPORT_ERROR_INVALID, "Line 2" },
  { BAD ("\"day\":\"soon\""), LDR_REPORT_ERROR_INVALID, "“day”" },
  { BAD ("\"styles\":[\"boss\"]"), LDR_REPORT_ERROR_INVALID, "“styles”" },
  { BAD ("\"styles\":\"ninja\""), LDR_REPORT_ERROR_INVALID, "“styles”" },
  { BAD ("\"tags\":[1]"), LDR_REPORT_ERROR_INVALID, "“tags”" },
  { BAD ("\"energy\":1.5"), LDR_REPORT_ERROR_INVALID, "“energy”" },
  { BAD ("\"energy\":-1"), LDR_REPORT_ERROR_INVALID, "“energy”" },
  { BAD ("\"to-discuss\":1"), LDR_REPORT_ERROR_INVALID, "“to-discuss”" },
  { BAD ("\"revisions\":{}"), LDR_REPORT_ERROR_INVALID, "“revisions”" },
  { BAD ("\"revisions\":[1]"), LDR_REPORT_ERROR_INVALID, "“revisions”" },
  { BAD ("\"revisions\":[{}]"), LDR_REPORT_ERROR_INVALID, "“happened”" },
  { BAD ("\"revisions\":[{\"happened\":\"2026-03-09T08:30:00Z\",\"revision\":0}]"), LDR_REPORT_ERROR_INVALID,
    "“revision”" },
  { BAD ("\"pictures\":[{}]"), LDR_REPORT_ERROR_INVALID, "“id”" },
  { BAD ("\"pictures\":[{\"id\":\"" PICTURE_ID "\",\"data\":\"AAAA\"}]"), LDR_REPORT_ERROR_INVALID, "“data”" },
  { BAD ("\"pictures\":[{\"id\":\"" PICTURE_ID "\"}]"), LDR_REPORT_ERROR_INVALID, "“data”" },
};

static void
test_bad_files (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne");
  g_autofree char *before = ldr_json_testing_write_all (store);

  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_test_message ("case %u", i);
      g_assert_false (ldr_json_testing_read (store, bad_files[i].text, NULL, &error));
      g_assert_error (error, LDR_REPORT_ERROR, bad_files[i].code);
      g_assert_nonnull (strstr (error->message, bad_files[i].said));
      after = ldr_json_testing_write_all (store);
      g_assert_cmpstr (before, ==, after);
    }
}

#define STYLES(members) HEAD "],\n\"styles\":{" members "}}"
#define NEW_ID "\"id\":\"0190163d-8694-739b-aea5-966c26f8ad91\","

static const LdrJsonRefused bad_styles[] = {
  { HEAD "],\"styles\":5}", "“styles”" },
  { "{\"styles\":5,\"format\":\"leidraad-journal\",\"version\":1,\"entries\":[]}", "Line 1: “styles”" },
  { HEAD "],\"styles\":{}", "wrong place" },
  { HEAD "],\"styles\":{}}}", "wrong place" },
  { HEAD "],\"styles\":{}} more", "not JSON" },
  { HEAD "],\n\n\"styles\":{\"assessments\":5}}", "“assessments”" },
  { STYLES ("\"assessments\":[{}]"), "assessments 1: “answers”" },
  { STYLES ("\"assessments\":[{\"kind\":\"x\",\"answers\":{}}]"), "“kind”" },
  { STYLES ("\"assessments\":[{\"kind\":\"choice\",\"answers\":{\"a\":3}}]"), "assessment" },
  { STYLES ("\"assessments\":[{" NEW_ID "\"kind\":\"choice\",\"seed\":4294967296,\"answers\":{\"a\":1}}]"), "“seed”" },
  { STYLES ("\"reflections\":[{}]"), "reflections 1: " },
  { STYLES ("\"reflections\":[{\"at\":1,\"steps\":[{\"prompt\":\"a\"}]}]"), "reflections 1: " },
  { STYLES ("\"reflections\":[{\"steps\":[{\"prompt\":\"a\",\"answer\":5}]}]"), "“answer”" },
  { STYLES ("\"questions\":[{\"prompt\":\"a\"}]"), "“day”" },
  { STYLES ("\"questions\":[{\"day\":\"2026-03-09\"}]"), "“prompt”" },
  { STYLES ("\"questions\":[{\"day\":\"2026-03-09\",\"prompt\":\"a\",\"style\":\"ninja\"}]"), "“side”" },
  { STYLES ("\"questions\":[{\"day\":\"2026-03-09\",\"prompt\":\"a\",\"entry\":\"b\"}]"), "no such entry" },
  { STYLES ("\"questions\":[{\"day\":\"2026-03-09\",\"prompt\":\"a\",\"number\":2147483647}]"), "“number”" },
  { STYLES ("\"own-paths\":[{\"id\":\"0190163d-8694-739b-aea5-966c26f8ad92\",\"title\":\"a\",\"steps\":["
            "{" NEW_ID "\"text\":\"b\",\"minutes\":1},{" NEW_ID "\"text\":\"c\",\"minutes\":1}]}]"),
    "own-paths 1: The path “a”" },
  { STYLES ("\"own-questions\":[{" NEW_ID "\"text\":\"a\",\"minutes\":11}]"), "own-questions 1: " },
  { STYLES ("\"own-questions\":[{\"text\":\"a\",\"minutes\":1}]"), "own-questions 1: " },
  { STYLES ("\"own-paths\":[{" NEW_ID "\"title\":\"a\"}]"), "own-paths 1: " },
  { STYLES ("\"own-questions\":[{" NEW_ID "\"text\":\"a\",\"minutes\":1},{" NEW_ID "\"text\":\"a\",\"minutes\":1}]"),
    "own-questions 2: " },
  { STYLES ("\"notice-words\":[{\"phrases\":[]}]"), "“pitfall”" },
  { STYLES ("\"notice-words\":[{\"pitfall\":\"boss\",\"phrases\":[]}]"), "“pitfall”" },
  { STYLES ("\"dismissals\":[{\"entry\":\"x\",\"phrases\":[\"a\"]}]"), "no such entry" },
};

static void
test_bad_styles (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne");

  ldr_json_testing_assert_refused (store, bad_styles, G_N_ELEMENTS (bad_styles));
}

static void
test_model_faults (LdrJsonFixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    BAD ("\"energy\":6"),
    BAD ("\"title\":\"two\\nlines\""),
    BAD ("\"text\":\"bell\\u0007\""),
    BAD ("\"id\":\"x\""),
    BAD ("\"day\":\"2020-01-01\""),
    /* Neither in the lists nor in the trash; never to be saved again. */
    BAD ("\"deleted\":\"1960-03-09T08:30:00Z\""),
    BAD ("\"revision\":2147483647"),
  };
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (ldr_json_testing_read (store, texts[i], NULL, &error));
      g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, "Line 2: "));
    }
}

/* A script may leave out nearly everything. */
static void
test_least (LdrJsonFixture *fixture, gconstpointer data)
{
  static const char text[] = HEAD "{\"happened\":\"2026-03-09T23:30:00Z\",\"unknown\":[{}]}]}";
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne");
  g_autoptr (LdrQuery) all = ldr_query_new ();
  g_autoptr (GPtrArray) page = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *day = NULL;

  ldr_json_testing_read (store, text, NULL, &error);
  g_assert_no_error (error);
  page = ldr_store_list_page (store, all, G_MAXINT64, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (page->len, ==, 1);
  day = ldr_day_to_iso8601 (((LdrSummary *) page->pdata[0])->day);
  g_assert_cmpstr (day, ==, "2026-03-10");
  g_assert_cmpstr (ldr_store_get_info (store)->leader, ==, "Sanne");
}

/* Every way of cutting a good export short is an error, and nothing comes in. */
static void
test_cut_short (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne");
  g_autoptr (LdrStore) other = ldr_json_testing_new_journal (fixture, "X");
  g_autofree char *whole = NULL;
  g_autofree char *before = ldr_json_testing_write_all (other);
  gsize length;

  fill (store);
  fill_styles (store);
  whole = ldr_json_testing_write_all (store);
  length = strlen (whole) - strlen ("}\n");
  for (int round = 0; round < 100; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;
      gsize length_left = round == 0 ? length : (gsize) g_test_rand_int_range (0, (int) length);
      g_autofree char *part = g_strndup (whole, length_left);

      g_assert_false (ldr_json_testing_read (other, part, NULL, &error));
      g_assert_nonnull (error);
      after = ldr_json_testing_write_all (other);
      g_assert_cmpstr (before, ==, after);
    }
}

/* Bytes changed at random: read or refused, but never half read and never a crash. */
static void
test_garbled (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne");
  g_autofree char *whole = NULL;
  gsize length;

  fill (store);
  fill_styles (store);
  whole = ldr_json_testing_write_all (store);
  length = strlen (whole);
  for (int round = 0; round < 60; round++)
    {
      g_autoptr (LdrStore) other = NULL;
      g_autofree char *garbled = g_strdup (whole);
      g_autoptr (GError) error = NULL;
      g_autoptr (LdrQuery) all = ldr_query_new ();

      if (round % 20 == 0)
        other = ldr_json_testing_new_journal (fixture, "X");
      else
        other = NULL;
      for (int i = 0; i < 3; i++)
        garbled[g_test_rand_int_range (0, (int) length)] = (char) g_test_rand_int_range (1, 256);
      if (other == NULL)
        {
          g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (garbled, (gssize) length, NULL);
          g_autoptr (LdrJsonSplitter) splitter = ldr_json_splitter_new (stream);
          LdrJsonPart part = LDR_JSON_PART_HEAD;

          while (part == LDR_JSON_PART_HEAD || part == LDR_JSON_PART_ENTRY)
            {
              g_autoptr (GBytes) text = NULL;
              int line;

              part = ldr_json_splitter_next (splitter, &text, &line, NULL, &error);
              g_assert_cmpint (part == LDR_JSON_PART_ERROR, ==, error != NULL);
            }
          continue;
        }
      if (!ldr_json_testing_read (other, garbled, NULL, &error))
        {
          g_autoptr (GError) none = NULL;

          g_assert_nonnull (error);
          g_assert_cmpint (ldr_store_count (other, all, &none), ==, 0);
        }
    }
}

static void
test_file (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne");
  g_autofree char *path = g_build_filename (fixture->folder, "out.json", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "out.json", NULL);
  g_autofree char *expected = NULL;
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;
  struct stat info;
  int n_entries;

  fill (store);
  g_file_set_contents (path, "old", -1, &error);
  g_assert_no_error (error);
  g_assert_true (ldr_json_export (store, path, LDR_EXPORT_PRIVATE_NOTES, NULL, &error));
  g_assert_no_error (error);
  expected = ldr_json_testing_write_all (store);
  g_file_get_contents (path, &written, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (written, ==, expected);
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  g_assert_false (ldr_json_export (store, nowhere, LDR_EXPORT_PRIVATE_NOTES, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (ldr_json_export (store, fixture->folder, LDR_EXPORT_PRIVATE_NOTES, NULL, &error));
  g_assert_error (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_TARGET);
  g_clear_error (&error);
  g_assert_false (ldr_json_import (store, nowhere, &n_entries, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* An export that is given up leaves the old file as it was and nothing beside it. */
static void
test_given_up (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne");
  g_autofree char *folder = g_build_filename (fixture->folder, "exports", NULL);
  g_autofree char *path = g_build_filename (folder, "out.json", NULL);
  g_autofree char *written = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;

  fill (store);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_file_set_contents (path, "old", -1, &error);
  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_false (ldr_json_export (store, path, LDR_EXPORT_PRIVATE_NOTES, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_file_get_contents (path, &written, NULL, NULL);
  g_assert_cmpstr (written, ==, "old");
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "out.json");
  g_assert_null (g_dir_read_name (dir));
}

static void
test_markdown (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne");
  g_autofree char *path = g_build_filename (fixture->folder, "mijn dagboek.md", NULL);
  g_autofree char *picture = g_build_filename (fixture->folder, "mijn dagboek-pictures", PICTURE_ID ".png", NULL);
  g_autofree char *text = NULL;
  g_autofree char *bytes = NULL;
  g_auto (GStrv) headings = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  fill (store);
  g_assert_true (ldr_markdown_export (store, path, LDR_EXPORT_DEFAULT, NULL, &error));
  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (text, "# Journal of Sanne\n\n## "));
  /* 60 entries, 8 of them in the trash. */
  headings = g_strsplit (text, "\n## ", -1);
  g_assert_cmpuint (g_strv_length (headings), ==, 53);
  g_assert_nonnull (strstr (text, "## Titel met \\*ster\\* \\[en\\] \\#haak\n\n*"));
  g_assert_nonnull (strstr (text, "![plaatje](mijn%20dagboek-pictures/" PICTURE_ID ".png) en `](picture:x)`"));
  g_assert_nonnull (strstr (text, "Energy: 3 of 5"));
  g_assert_nonnull (strstr (text, "\\#Team"));
  g_file_get_contents (picture, &bytes, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (bytes, length, png, sizeof png);
}

#define ADD(name, func)                                                                                                \
  g_test_add ("/json/" name, LdrJsonFixture, NULL, ldr_json_testing_set_up, func, ldr_json_testing_tear_down)

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("round-trip", test_round_trip);
  ADD ("styles-round-trip", test_styles_round_trip);
  ADD ("any-order", test_any_order);
  ADD ("long-head", test_long_head);
  ADD ("keeps-identity", test_keeps_identity);
  ADD ("twice", test_twice);
  ADD ("bad-files", test_bad_files);
  ADD ("bad-styles", test_bad_styles);
  ADD ("model-faults", test_model_faults);
  ADD ("least", test_least);
  ADD ("cut-short", test_cut_short);
  ADD ("garbled", test_garbled);
  ADD ("file", test_file);
  ADD ("given-up", test_given_up);
  ADD ("markdown", test_markdown);
  return g_test_run ();
}

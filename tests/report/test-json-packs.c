/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include <gio/gio.h>

#include "ldr-json-testing.h"
#include "model/ldr-id.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-exports.h"
#include "store/ldr-store-packs.h"

/* Session packs and comments in the JSON format. */

#define SUM "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* --- A journal with everything that these parts can hold -------------------------------------------------------------
 */

static void
receive (LdrStore *store, const LdrPack *pack)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrReceipt) receipt = ldr_store_receive_pack (store, pack, &error);

  g_assert_no_error (error);
  g_assert_false (receipt->was_here);
}

static void
comment_on (LdrStore *store, const LdrPack *pack, guint place, const char *text, gboolean take_back)
{
  const LdrPassage *passage = g_ptr_array_index (pack->passages, place);
  g_autoptr (LdrComment) comment = ldr_comment_new (pack->id, passage->id, "Ellen", text);
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_save_comment (store, comment, &error));
  g_assert_true (!take_back || ldr_store_delete_comment (store, comment->id, &error));
  g_assert_no_error (error);
}

static void
receive_packs (LdrStore *store)
{
  g_autoptr (LdrPack) pack = ldr_pack_new (LDR_PACK_SESSION, "Verslag “3 maart”", "Noor", NULL),
                      trashed = ldr_pack_new (LDR_PACK_SESSION, "Weg", "", NULL);
  g_autofree char *entry = ldr_id_new (), *session = ldr_id_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\x89PNG\r\n\x1a\n", 8);
  g_autoptr (GError) error = NULL;

  g_set_str (&pack->language, "nl");
  ldr_pack_add_passage (pack, LDR_SUBJECT_DOCUMENT, "", 0, 1, "Verslag");
  ldr_pack_add_passage (pack, LDR_SUBJECT_ENTRY, entry, 0, 0, "Het *ging*\n\n- goed \\ zo 👍");
  ldr_pack_add_passage (pack, LDR_SUBJECT_SESSION, session, 4, 0, "Onzeker.")->is_private = TRUE;
  g_ptr_array_add (pack->pictures, ldr_picture_new ("", "image/png", bytes));
  receive (store, pack);
  receive (store, trashed);
  comment_on (store, pack, 1, "Hoezo \"goed\"?", FALSE);
  comment_on (store, pack, 1, "Nee.", TRUE);
  comment_on (store, pack, 2, "Waarover?", FALSE);
  g_assert_true (ldr_store_delete_received_pack (store, trashed->id, &error));
  g_assert_no_error (error);
}

static LdrComment *
add_answer (LdrPack *answer, LdrSubject subject, const char *subject_id, const char *text)
{
  g_autofree char *passage = g_strdup_printf ("%s/0", subject_id);
  LdrComment *comment = ldr_comment_new (answer->about, passage, "Ellen", text);

  ldr_comment_set_subject (comment, subject, subject_id, "Zo *begon* het.");
  g_ptr_array_add (answer->comments, comment);
  return comment;
}

static void
receive_answers (LdrStore *store)
{
  g_autoptr (LdrExportRecord) record = ldr_export_record_new ("Verslag", "Ellen", SUM);
  g_autoptr (LdrPack) answer = ldr_pack_new (LDR_PACK_COMMENTS, "Verslag", "Ellen", record->id);
  g_autofree char *session = ldr_id_new ();
  g_autoptr (GError) error = NULL;
  LdrComment *gone;

  record->parts = LDR_EXPORT_SESSIONS;
  record->first_day = record->last_day = record->day;
  record->format = LDR_EXPORT_JSON;
  record->way = LDR_EXPORT_WAY_PACK;
  record->n_bytes = 4096;
  g_assert_true (ldr_store_add_export_record (store, record, &error));
  add_answer (answer, LDR_SUBJECT_DOCUMENT, "", "Mooi.");
  add_answer (answer, LDR_SUBJECT_SESSION, session, "En toen?");
  add_answer (answer, LDR_SUBJECT_SESSION, session, "Dapper.")->is_private = TRUE;
  gone = add_answer (answer, LDR_SUBJECT_DOCUMENT, "", "");
  gone->is_deleted = TRUE;
  g_set_str (&gone->quote, "");
  receive (store, answer);
  g_assert_true (ldr_store_set_comment_done (store, ((LdrComment *) answer->comments->pdata[1])->id, TRUE, &error));
  g_assert_no_error (error);
}

static void
fill (LdrStore *store)
{
  receive_packs (store);
  receive_answers (store);
}

/* --- Tests -----------------------------------------------------------------------------------------------------------
 */

static const char *const said[] = {
  ",\n\"packs\":[\n{\"id\":\"",
  "\"title\":\"Verslag “3 maart”\",\"from\":\"Noor\",\"language\":\"nl\",\"received\":\"",
  "\"passages\":[\n{\"subject\":\"document\",\"place\":0,\"level\":1,\"text\":\"Verslag\"},\n",
  ",\n{\"subject\":\"entry\",\"subject-id\":\"",
  "\"place\":4,\"private\":true,\"text\":\"Onzeker.\"}]",
  "\"media-type\":\"image/png\",\"data\":\"iVBORw0KGgo=\"}]",
  "\"text\":\"Hoezo \\\"goed\\\"?\"},\n",
  "\"title\":\"Weg\",\"from\":\"\",\"language\":\"\",\"received\":\"",
  ",\n\"comments\":[\n{\"id\":\"",
  "\"subject\":\"document\",\"quote\":\"Zo *begon* het.\",\"passage\":\"/0\",\"author\":\"Ellen\",\"moment\":\"",
  "\"text\":\"Dapper.\",\"private\":true}",
  "\"text\":\"En toen?\",\"done\":\"",
};

static void
test_round_trip (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne"),
                       bare = ldr_json_testing_new_journal (fixture, "Y");
  g_autofree char *none = ldr_json_testing_write_all (bare), *first = NULL;

  g_assert_null (strstr (none, "\"packs\""));
  g_assert_null (strstr (none, "\"comments\""));
  fill (store);
  first = ldr_json_testing_write_all (store);
  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    if (strstr (first, said[i]) == NULL)
      g_error ("“%s” is not in:\n%s", said[i], first);
  ldr_json_testing_assert_comes_back (fixture, first);
}

/* What comes from private notes of either side stays behind, as they do, and the rest comes back. */
static void
test_private (LdrJsonFixture *fixture, gconstpointer data)
{
  static const char *const private_words[] = { "Onzeker.", "Waarover?", "Dapper.", "\"private\"" };
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne");
  g_autofree char *text = NULL;

  fill (store);
  text = ldr_json_testing_write (store, LDR_EXPORT_DEFAULT);
  for (gsize i = 0; i < G_N_ELEMENTS (private_words); i++)
    g_assert_null (strstr (text, private_words[i]));
  g_assert_nonnull (strstr (text, "Hoezo"));
  g_assert_nonnull (strstr (text, "En toen?"));
  ldr_json_testing_assert_comes_back (fixture, text);
}

/* What comes in twice is there once, and what changed in the journal by then stays. */
static void
test_twice (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne"),
                       other = ldr_json_testing_new_journal (fixture, "X");
  g_autofree char *first = NULL, *again = NULL, *changed = NULL, *kept = NULL;
  g_autoptr (GPtrArray) comments = NULL;
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
  comments = ldr_store_get_received_comments (other, &error);
  g_assert_true (ldr_store_set_comment_done (
      other, ((LdrReceivedComment *) g_ptr_array_index (comments, 0))->comment->id, TRUE, &error));
  changed = ldr_json_testing_write_all (other);
  g_assert_cmpstr (changed, !=, first);
  g_assert_true (ldr_json_testing_read (other, first, NULL, &error));
  g_assert_no_error (error);
  kept = ldr_json_testing_write_all (other);
  g_assert_cmpstr (changed, ==, kept);
}

#define ID "019a9c5e-0000-7000-8000-000000000001"
#define OTHER_ID "019a9c5e-0000-7000-8000-000000000002"
#define TAIL(members) "{\"format\":\"leidraad-journal\",\"version\":1,\"entries\":[\n]," members "}"
#define PACK(members)                                                                                                  \
  TAIL ("\"packs\":[{\"id\":\"" ID "\",\"moment\":\"2026-11-19T09:00:00Z\",\"title\":\"a\"" members "}]")
#define PASSAGE(members) PACK (",\"passages\":[{\"text\":\"a\"" members "}]")
#define OWN(members)                                                                                                   \
  PACK (",\"passages\":[{\"text\":\"a\"}],\"comments\":[{\"id\":\"" OTHER_ID                                           \
        "\",\"passage\":\"/0\",\"moment\":\"2026-11-19T09:00:00Z\",\"text\":\"b\"" members "}]")
#define COMMENT(members)                                                                                               \
  TAIL ("\"comments\":[{\"id\":\"" OTHER_ID "\",\"pack\":\"" ID                                                        \
        "\",\"passage\":\"/0\",\"moment\":\"2026-11-19T09:00:00Z\",\"text\":\"b\"" members "}]")

static const LdrJsonRefused bad[] = {
  { TAIL ("\"packs\":5"), "“packs”" },
  { TAIL ("\"packs\":[{}]"), "packs 1: " },
  { PACK (",\"id\":\"x\""), "id" },
  { PACK (",\"title\":\"a\\nb\""), "one line" },
  { PACK (",\"from\":7"), "“from”" },
  { PACK (",\"day\":\"2026-11-29\""), "day" },
  { PACK (",\"received\":5"), "“received”" },
  { PASSAGE (",\"subject\":\"planet\""), "“subject”" },
  { PASSAGE (",\"subject\":\"entry\""), "passage" },
  { PASSAGE (",\"level\":7"), "passage" },
  { PASSAGE (",\"text\":\"\\u0007\""), "passage" },
  { PACK (",\"passages\":[{\"text\":\"a\"},{\"text\":\"b\"}]"), "one id" },
  { PACK (",\"pictures\":[{\"id\":\"" OTHER_ID "\",\"data\":\"AAAA\"}]"), "“data”" },
  { OWN (",\"passage\":\"/1\""), "passage" },
  { OWN (",\"author\":\"a\\nb\""), "author" },
  { OWN (",\"day\":\"2026-11-29\""), "day" },
  { TAIL ("\"comments\":[5]"), "“comments”" },
  { COMMENT (",\"pack\":\"x\""), "comments 1: " },
  { COMMENT (",\"subject\":\"goal\""), "passage" },
  { COMMENT (",\"private\":1"), "“private”" },
  { COMMENT (",\"done\":1"), "“done”" },
};

static void
test_refused (LdrJsonFixture *fixture, gconstpointer data)
{
  static const char *const sound[] = { PASSAGE (""), OWN (""), COMMENT (""), PACK ("") };

  for (guint i = 0; i < G_N_ELEMENTS (sound); i++)
    {
      g_autoptr (LdrStore) store = ldr_json_testing_new_journal (fixture, "Sanne");
      g_autoptr (GError) error = NULL;

      if (i == 0)
        ldr_json_testing_assert_refused (store, bad, G_N_ELEMENTS (bad));
      /* What the cases are made from is sound. */
      g_assert_true (ldr_json_testing_read (store, sound[i], NULL, &error));
      g_assert_no_error (error);
    }
}

#define ADD(name, func)                                                                                                \
  g_test_add ("/json-packs/" name, LdrJsonFixture, NULL, ldr_json_testing_set_up, func, ldr_json_testing_tear_down)

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("round-trip", test_round_trip);
  ADD ("private", test_private);
  ADD ("twice", test_twice);
  ADD ("refused", test_refused);
  return g_test_run ();
}

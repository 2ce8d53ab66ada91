/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <locale.h>
#include <string.h>

#include "model/ldr-id.h"
#include "report/document/ldr-document-runs.h"
#include "report/document/ldr-pseudonyms.h"
#include "report/pack/ldr-pack-writer.h"
#include "test-document-sample.h"

/* What passages a document becomes. */

typedef struct
{
  int level;
  gboolean is_private;
  const char *begins;
} Expected;

static LdrPack *
pack_new (void)
{
  return ldr_pack_new (LDR_PACK_SESSION, "", "Sanne", NULL);
}

static void
begin (LdrDocumentWriter *writer, const char *title)
{
  g_autoptr (LdrDocumentMeta) meta = ldr_document_meta_new (title, "nl");
  g_autoptr (GError) error = NULL;

  ldr_document_writer_begin (writer, meta, NULL, &error);
  g_assert_no_error (error);
}

static void
push (LdrDocumentWriter *writer, LdrDocumentBlock *block)
{
  g_autoptr (GError) error = NULL;

  ldr_document_writer_push (writer, block, &error);
  g_assert_no_error (error);
}

static void
push_item (LdrDocumentWriter *writer, const char *text)
{
  g_autoptr (GPtrArray) runs = ldr_document_runs_new (text, 0);

  push (writer, ldr_document_item_new (LDR_DOCUMENT_OPEN, 0, 0, runs));
}

static void
push_heading (LdrDocumentWriter *writer, const char *text)
{
  g_autoptr (GPtrArray) runs = ldr_document_runs_new (text, 0);

  push (writer, ldr_document_heading_new (1, NULL, runs));
}

static void
end (LdrDocumentWriter *writer, const LdrPack *pack)
{
  g_autoptr (GError) error = NULL;

  ldr_document_writer_end (writer, &error);
  g_assert_no_error (error);
  ldr_pack_validate (pack, &error);
  g_assert_no_error (error);
}

static const LdrPassage *
get (const LdrPack *pack, guint i)
{
  g_assert_cmpuint (i, <, pack->passages->len);
  return g_ptr_array_index (pack->passages, i);
}

static char *
dup_words (const char *commonmark)
{
  g_autoptr (LdrRichText) rich = ldr_rich_text_read (commonmark);
  GPtrArray *blocks = ldr_rich_text_get_blocks (rich);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const LdrBlock *block = g_ptr_array_index (blocks, i);

      for (guint k = 0; k < block->runs->len; k++)
        {
          const LdrRun *run = g_ptr_array_index (block->runs, k);

          g_string_append (words, run->picture != NULL ? run->description : run->text);
        }
      g_string_append_c (words, '\n');
    }
  return g_string_free_and_steal (words);
}

/* Each kind of block. A list or a quote is one passage; lines between parts and marks of privacy are none. */
static void
test_kinds (void)
{
  static const Expected expected[] = {
    { 0, FALSE, "*5 to 19 November 2026 · prepared for Ellen, HR review*" },
    { 2, FALSE, "Session of 19 November" },
    { 0, FALSE, "Goal of today: deciding on figures **without losing the person**. We looked" },
    { 0, FALSE, "> You saw the figures. Whose face did you see?" },
    { 0, FALSE, "What came of it:" },
    { 0, FALSE,
      "- the queue on Monday at nine is *not* a forecast\n  - it was one on three of the last ten Mondays\n"
      "- the report goes to [the planning desk](" },
    { 0, FALSE, "1. Count first.\n2. Then ask." },
    { 4, FALSE, "In numbers" },
    { 0, FALSE, "```\ncalls = 412   refunds = 31\n```" },
    { 0, FALSE, "![A whiteboard with three columns](picture:" },
    { 0, FALSE, "Łukasz" },
    { 0, FALSE, "שלום" },
    { 3, FALSE, "Agreed" },
    { 0, FALSE, "- [ ] Bring one figure to the stand-up (Sanne, 24 November)\n- [x] First contact report per week" },
    { 0, TRUE, "Careful: tired since the reorganisation." },
    { 0, TRUE, "- no pressure\n- coffee first" },
    { 0, FALSE,
      "**Agreed actions**\n\n- Ask Noor to tell the refund story, in her own words and at the stand-up · Who: Sanne de "
      "Wit · "
      "Due: 23 November · Times: 1\n- Bring one figure · Who: Sanne de Wit" },
    { 2, FALSE, "Goals" },
    { 0, FALSE, "**Decisions on figures**\n\n![One weekly decision based on figures" },
    { 0, FALSE, "One weekly decision based on figures: from 3 to 7 since June." },
  };
  g_autoptr (LdrPack) pack = pack_new ();
  g_autoptr (LdrDocumentWriter) writer = ldr_pack_writer_new (pack);

  sample_write (writer);
  end (writer, pack);
  g_assert_cmpstr (pack->title, ==, "Coaching sessions with Sanne de Wit");
  g_assert_cmpstr (pack->from, ==, "Sanne");
  g_assert_cmpstr (pack->language, ==, "en-GB");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const LdrPassage *passage = get (pack, i);

      if (!g_str_has_prefix (passage->text, expected[i].begins))
        g_error ("passage %u is “%s” and not “%s”", i, passage->text, expected[i].begins);
      g_assert_cmpint (passage->level, ==, expected[i].level);
      g_assert_true (passage->is_private == expected[i].is_private);
      g_assert_cmpint (passage->subject, ==, LDR_SUBJECT_DOCUMENT);
      g_assert_cmpint (passage->place, ==, i);
      g_assert_false (g_str_has_suffix (passage->text, "\n"));
    }
  g_assert_cmpuint (pack->passages->len, ==, G_N_ELEMENTS (expected));
  g_assert_cmpuint (pack->pictures->len, ==, 2);
}

/* Passages are read one by one: each is right Markdown without those around it, and together they say all. */
static void
test_reads (void)
{
  g_autoptr (LdrPack) pack = pack_new ();
  g_autoptr (LdrDocumentWriter) writer = ldr_pack_writer_new (pack);
  g_autoptr (GString) all = g_string_new (NULL);
  const char *at;

  sample_write (writer);
  end (writer, pack);
  g_string_append_printf (all, "%s\n", pack->title);
  for (guint i = 0; i < pack->passages->len; i++)
    {
      g_autofree char *words = dup_words (get (pack, i)->text);

      g_string_append (all, words);
    }
  at = all->str;
  for (guint i = 0; sample_sentences[i] != NULL; i++)
    {
      const char *found = strstr (at, sample_sentences[i]);

      /* What stands above the private notes is not a passage: each of them says that it is private. */
      if (g_str_equal (sample_sentences[i], "Private notes"))
        continue;
      if (found == NULL)
        g_error ("“%s” is missing in: %s", sample_sentences[i], at);
      at = found;
    }
}

/* The places of one thing go on where they were, whatever stood in between. */
static void
test_subjects (void)
{
  g_autoptr (LdrPack) pack = pack_new ();
  g_autoptr (LdrDocumentWriter) writer = ldr_pack_writer_new (pack);
  g_autofree char *session = ldr_id_new (), *one = ldr_id_new (), *two = ldr_id_new ();
  const struct
  {
    LdrSubject subject;
    const char *id;
    int place;
    const char *text;
  } expected[] = {
    { LDR_SUBJECT_DOCUMENT, "", 0, "Sessions" },         { LDR_SUBJECT_SESSION, session, 0, "Agreed" },
    { LDR_SUBJECT_ACTION, one, 0, "- [ ] first" },       { LDR_SUBJECT_ACTION, two, 0, "- [ ] second\n- [ ] third" },
    { LDR_SUBJECT_SESSION, session, 1, "- [ ] fourth" }, { LDR_SUBJECT_DOCUMENT, "", 1, "Goals" },
  };

  begin (writer, "Title");
  push_heading (writer, "Sessions");
  ldr_document_writer_about (writer, LDR_SUBJECT_SESSION, session);
  push_heading (writer, "Agreed");
  ldr_document_writer_about (writer, LDR_SUBJECT_ACTION, one);
  push_item (writer, "first");
  ldr_document_writer_about (writer, LDR_SUBJECT_ACTION, two);
  push_item (writer, "second");
  ldr_document_writer_about (writer, LDR_SUBJECT_ACTION, two);
  push_item (writer, "third");
  ldr_document_writer_about (writer, LDR_SUBJECT_SESSION, session);
  push_item (writer, "fourth");
  ldr_document_writer_about (writer, LDR_SUBJECT_DOCUMENT, "");
  push_heading (writer, "Goals");
  end (writer, pack);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const LdrPassage *passage = get (pack, i);
      g_autofree char *id = g_strdup_printf ("%s/%d", expected[i].id, expected[i].place);

      g_assert_cmpint (passage->subject, ==, expected[i].subject);
      g_assert_cmpstr (passage->subject_id, ==, expected[i].id);
      g_assert_cmpstr (passage->id, ==, id);
      g_assert_cmpstr (passage->text, ==, expected[i].text);
    }
  g_assert_cmpuint (pack->passages->len, ==, G_N_ELEMENTS (expected));
}

/* A picture that is shown twice is sent once; what is no picture is told in words, and without words not at all. */
static void
test_pictures (void)
{
  g_autoptr (LdrPack) pack = pack_new ();
  g_autoptr (LdrDocumentWriter) writer = ldr_pack_writer_new (pack);
  g_autoptr (GBytes) bytes = sample_picture_new (),
                     same = g_bytes_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)),
                     none = g_bytes_new_static ("no picture", 10);
  g_autofree char *first = NULL, *second = NULL;

  begin (writer, "Title");
  push (writer, ldr_document_picture_new (bytes, "image/png", "A *board*"));
  push (writer, ldr_document_picture_new (same, "image/png", ""));
  push (writer, ldr_document_picture_new (none, "image/png", "Lost"));
  push (writer, ldr_document_picture_new (none, "image/png", ""));
  end (writer, pack);
  g_assert_cmpuint (pack->pictures->len, ==, 1);
  first = g_strdup_printf ("![A \\*board\\*](picture:%s)", ((LdrPicture *) pack->pictures->pdata[0])->id);
  second = g_strdup_printf ("![](picture:%s)", ((LdrPicture *) pack->pictures->pdata[0])->id);
  g_assert_cmpuint (pack->passages->len, ==, 3);
  g_assert_cmpstr (get (pack, 0)->text, ==, first);
  g_assert_cmpstr (get (pack, 1)->text, ==, second);
  g_assert_cmpstr (get (pack, 2)->text, ==, "*Lost*");
}

/* Names are replaced before passages are made, and what these are about comes through. */
static void
test_pseudonyms (void)
{
  g_autoptr (LdrPack) pack = pack_new ();
  g_autoptr (LdrPseudonyms) pseudonyms = ldr_pseudonyms_new ();
  g_autoptr (LdrDocumentWriter) writer = NULL;
  g_autofree char *session = ldr_id_new ();
  g_autoptr (GBytes) bytes = sample_picture_new ();

  ldr_pseudonyms_add_person (pseudonyms, "Noor", "colleague 1");
  writer = ldr_pseudonym_writer_new (ldr_pack_writer_new (pack), pseudonyms);
  begin (writer, "Talks with Noor");
  ldr_document_writer_about (writer, LDR_SUBJECT_SESSION, session);
  push_heading (writer, "Noor");
  push (writer, ldr_document_picture_new (bytes, "image/png", "Noor at the board"));
  end (writer, pack);
  g_assert_cmpstr (pack->title, ==, "Talks with colleague 1");
  g_assert_cmpuint (pack->passages->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpstr (get (pack, i)->subject_id, ==, session);
      g_assert_null (strstr (get (pack, i)->text, "Noor"));
      g_assert_nonnull (strstr (get (pack, i)->text, "olleague 1"));
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init_check ();

  g_test_add_func ("/pack-writer/kinds", test_kinds);
  g_test_add_func ("/pack-writer/reads", test_reads);
  g_test_add_func ("/pack-writer/subjects", test_subjects);
  g_test_add_func ("/pack-writer/pictures", test_pictures);
  g_test_add_func ("/pack-writer/pseudonyms", test_pseudonyms);

  return g_test_run ();
}

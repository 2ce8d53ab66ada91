/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "report/document/ldr-document-runs.h"
#include "report/document/ldr-pdf-writer.h"
#include "test-document-sample.h"

static GBytes *
make_pdf (void (*write) (LdrDocumentWriter *writer))
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (LdrDocumentWriter) writer = ldr_pdf_writer_new (stream, NULL);

  write (writer);
  return sample_finish (writer, stream);
}

/* Spaces of any kind and length are one. */
static char *
flatten (const char *text)
{
  GString *flat = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && *p != '\f')
      g_string_append_unichar (flat, g_utf8_get_char (p));
    else if (flat->len > 0 && flat->str[flat->len - 1] != ' ')
      g_string_append_c (flat, ' ');
  return g_string_free_and_steal (flat);
}

static char *
read_text (GBytes *pdf)
{
  static const char *const command[] = { "pdftotext", "-enc", "UTF-8", "-", "-", NULL };
  g_autofree char *text = sample_run (pdf, command);

  return flatten (text);
}

static char *
read_info (GBytes *pdf, const char *option)
{
  const char *const command[] = { "pdfinfo", option, "-", NULL };

  return sample_run (pdf, command);
}

static void
test_sentences (void)
{
  g_autoptr (GBytes) pdf = make_pdf (sample_write);
  g_autofree char *text = read_text (pdf);
  const char *at = text;

  sample_keep (pdf, "sample.pdf");
  for (const char *const *sentence = sample_sentences; *sentence != NULL; sentence++)
    {
      const char *found = strstr (at, *sentence);

      if (found == NULL)
        g_error ("“%s” is not in, or too early: %s", *sentence, at);
      at = found + strlen (*sentence);
    }
  g_assert_nonnull (strstr (text, "1 of "));
}

static void
test_structure (void)
{
  g_autoptr (GBytes) pdf = make_pdf (sample_write);
  g_autofree char *info = read_info (pdf, "-box");
  g_autofree char *structure = read_info (pdf, "-struct");
  g_autofree char *links = read_info (pdf, "-url");
  static const char *const parts[] = { "Document", "H1",   "H2",     "H4",    "BlockQuote", "L",  "LI", "Lbl",
                                       "LBody",    "Link", "Figure", "Table", "TR",         "TH", "TD", "Caption" };

  g_assert_nonnull (strstr (info, "Coaching sessions with Sanne de Wit"));
  g_assert_nonnull (strstr (info, "Marieke Jansen"));
  g_assert_nonnull (strstr (info, "Tagged:          yes"));
  g_assert_nonnull (strstr (info, "(A4)"));
  g_assert_nonnull (strstr (links, "https://example.org/planning?a=1&b=2"));
  g_assert_nonnull (strstr (info, "Pages:           2"));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *pattern = g_strdup_printf ("(?m)^ *%s\\b", parts[i]);

      if (!g_regex_match_simple (pattern, structure, 0, 0))
        g_error ("there is no %s in %s", parts[i], structure);
    }
}

static void
begin (LdrDocumentWriter *writer, const char *title, const char *language, LdrPaper paper)
{
  g_autoptr (LdrDocumentMeta) meta = ldr_document_meta_new (title, language);
  g_autoptr (GError) error = NULL;
  gboolean fine;

  meta->paper = paper;
  meta->footer = g_strdup (title);
  fine = ldr_document_writer_begin (writer, meta, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (fine);
}

static void
push_long_table (LdrDocumentWriter *writer, const char *const *heads, const char *const *cells, guint n)
{
  LdrDocumentTable *table = ldr_document_table_new (NULL, heads, NULL);

  for (guint i = 0; i < n; i++)
    ldr_document_table_add_row (table, cells);
  g_assert_true (ldr_document_writer_push (writer, ldr_document_table_block_new (table), NULL));
}

static void
write_table (LdrDocumentWriter *writer)
{
  static const char *const heads[] = { "Wording", "Count", NULL };
  static const char *const cells[] = { "This row begins here, goes on over a second line of its cell because it has so "
                                       "much to tell, and then it ends there.",
                                       "1", NULL };

  begin (writer, "Long table", "en-US", LDR_PAPER_LETTER);
  push_long_table (writer, heads, cells, 100);
}

static guint
count (const char *text, const char *word)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, word)) != NULL; p++)
    n++;
  return n;
}

/* Each page has the head, and only whole rows. */
static void
test_table (void)
{
  static const char *const command[] = { "pdftotext", "-enc", "UTF-8", "-", "-", NULL };
  g_autoptr (GBytes) pdf = make_pdf (write_table);
  g_autofree char *info = read_info (pdf, "-box");
  g_autofree char *text = sample_run (pdf, command);
  g_auto (GStrv) pages = g_strsplit (text, "\f", -1);
  guint n_rows = 0, n_pages = g_strv_length (pages) - 1;

  sample_keep (pdf, "table.pdf");
  g_assert_nonnull (strstr (info, "(letter)"));
  g_assert_cmpuint (n_pages, >, 3);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u of %u", i + 1, n_pages);

      g_assert_cmpuint (count (pages[i], "Wording"), ==, 1);
      g_assert_cmpuint (count (pages[i], "This row begins"), ==, count (pages[i], "it ends there."));
      g_assert_nonnull (strstr (pages[i], number));
      n_rows += count (pages[i], "This row begins");
    }
  g_assert_cmpuint (n_rows, ==, 100);
}

static void
write_from_right (LdrDocumentWriter *writer)
{
  static const char *const heads[] = { "פעולה", "מי", NULL };
  static const char *const cells[] = { "להביא מספר אחד", "נועה", NULL };

  begin (writer, "שיחות אימון", "he", LDR_PAPER_A4);
  sample_push_text (writer, "# פגישה\n\nזה מכתב קצר על שיחה אחת, והוא ארוך מספיק כדי להגיע לשורה שנייה של העמוד הזה, "
                            "ועוד קצת.\n\nAn English paragraph in between.\n\n- פריט ראשון\n- פריט שני\n\n> ציטוט\n");
  push_long_table (writer, heads, cells, 2);
}

static void
test_from_right (void)
{
  g_autoptr (GBytes) pdf = make_pdf (write_from_right);
  g_autofree char *text = read_text (pdf);

  sample_keep (pdf, "right.pdf");
  g_assert_nonnull (strstr (text, "פריט ראשון"));
  g_assert_nonnull (strstr (text, "להביא מספר אחד"));
  g_assert_nonnull (strstr (text, "An English paragraph in between."));
}

static void
write_long (LdrDocumentWriter *writer)
{
  begin (writer, "Long", "en", LDR_PAPER_A4);
  for (guint i = 0; i < 2000; i++)
    sample_push_text (writer, "A sentence.");
}

/* Where it would take a second pass to know how many pages there are, only their numbers are told. */
static void
test_long (void)
{
  g_autoptr (GBytes) pdf = make_pdf (write_long);
  g_autofree char *text = read_text (pdf);

  g_assert_cmpuint (count (text, "A sentence."), ==, 2000);
  g_assert_null (strstr (text, "1 of "));
  g_assert_nonnull (strstr (text, " 50 "));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init_check ();
  g_test_add_func ("/document/pdf/sentences", test_sentences);
  g_test_add_func ("/document/pdf/structure", test_structure);
  g_test_add_func ("/document/pdf/table", test_table);
  g_test_add_func ("/document/pdf/from-right", test_from_right);
  g_test_add_func ("/document/pdf/long", test_long);
  return g_test_run ();
}

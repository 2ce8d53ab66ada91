/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cmark.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "chart/ldr-chart-csv.h"
#include "report/document/ldr-csv-writer.h"
#include "report/document/ldr-document-file.h"
#include "report/document/ldr-document-runs.h"
#include "test-document-sample.h"
#include "tests/ldr-folder-testing.h"

static GBytes *
make (LdrDocumentFormat format, const char *path)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (LdrDocumentWriter) writer = ldr_document_stream_new (stream, format, path, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = g_strconcat ("sample", ldr_document_format_get_suffix (format), NULL);

  sample_write (writer);
  bytes = sample_finish (writer, stream);
  ldr_document_writer_keep (writer);
  sample_keep (bytes, name);
  return g_steal_pointer (&bytes);
}

/* The text of XML, with one space for each tag that is more than a format. */
static char *
strip_tags (const char *xml)
{
  g_autoptr (GRegex) inner = g_regex_new ("</?(?:strong|em|code|a|text:span|text:a)\\b[^>]*>", 0, 0, NULL);
  g_autoptr (GRegex) outer = g_regex_new ("<style>.*?</style>|<[^>]*>|\\s+", G_REGEX_DOTALL, 0, NULL);
  g_autofree char *plain = g_regex_replace_literal (inner, xml, -1, 0, "", 0, NULL);
  g_autofree char *spaced = g_regex_replace_literal (outer, plain, -1, 0, " ", 0, NULL);
  GString *text = g_string_new (spaced);

  g_string_replace (text, "&quot;", "\"", 0);
  g_string_replace (text, "&#39;", "'", 0);
  g_string_replace (text, "&amp;", "&", 0);
  return g_string_free_and_steal (text);
}

static void
assert_sentences (const char *text)
{
  const char *at = text;

  for (const char *const *sentence = sample_sentences; *sentence != NULL; sentence++)
    {
      const char *found = strstr (at, *sentence);

      if (found == NULL)
        g_error ("“%s” is not in, or too early: %s", *sentence, at);
      at = found + strlen (*sentence);
    }
}

static void
assert_well_formed (const char *xml)
{
  static const char *const command[] = { "xmllint", "--noout", "-", NULL };
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));

  g_free (sample_run (bytes, command));
}

/* --- OpenDocument --- */

static guint
read_number (const guint8 *at, guint n_bytes)
{
  guint number = 0;

  while (n_bytes-- > 0)
    number = number << 8 | at[n_bytes];
  return number;
}

/* Each file begins with its size and its sum: LibreOffice opens no other package. */
static void
assert_sizes_in_front (GBytes *odt)
{
  gsize length;
  const guint8 *at = g_bytes_get_data (odt, &length), *end = at + length;
  guint n = 0;

  for (; at + 30 < end && memcmp (at, "PK\003\004", 4) == 0; n++)
    {
      g_assert_cmpuint (read_number (at + 6, 2) & 8, ==, 0);
      g_assert_cmpuint (read_number (at + 18, 4), >, 0);
      g_assert_cmpuint (read_number (at + 28, 2), ==, 0);
      at += 30 + read_number (at + 26, 2) + read_number (at + 18, 4);
    }
  g_assert_cmpmem (at, 4, "PK\001\002", 4);
  g_assert_cmpuint (n, ==, read_number (end - 12, 2));
}

static void
test_odt (void)
{
  g_autoptr (GBytes) odt = make (LDR_DOCUMENT_ODT, NULL);
  const char *raw = g_bytes_get_data (odt, NULL);
  g_autoptr (GPtrArray) parts = sample_unzip (odt);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *content = sample_read_part (odt, "content.xml"), *meta = sample_read_part (odt, "meta.xml");
  g_autofree char *text = strip_tags (content);

  /* Where those look who want to know what the file is. */
  g_assert_cmpmem (raw + 30, 47, "mimetypeapplication/vnd.oasis.opendocument.text", 47);
  assert_sizes_in_front (odt);
  for (guint i = 0; i < parts->len; i++)
    {
      const SamplePart *part = g_ptr_array_index (parts, i);
      g_autofree char *xml = sample_to_text (part->bytes);

      g_string_append_printf (names, "%s ", part->name);
      if (g_str_has_suffix (part->name, ".xml"))
        assert_well_formed (xml);
    }
  g_assert_cmpstr (names->str, ==,
                   "mimetype Pictures/1.png Pictures/2.png styles.xml meta.xml content.xml META-INF/manifest.xml ");
  g_assert_nonnull (strstr (content, "<svg:desc>A whiteboard with three columns</svg:desc>"));
  g_assert_nonnull (strstr (content, "text:outline-level=\"1\""));
  g_assert_nonnull (strstr (meta, "<dc:language>en-GB</dc:language>"));
  assert_sentences (text);
}

/* No page ends with a heading, nor with the line of facts below it. */
static void
test_odt_page_ends (void)
{
  static const char *const kept[]
      = { "Lead",         "Title",        "Heading_20_1",  "Heading_20_2", "Heading_20_3",    "Heading_20_4",
          "Heading_20_5", "Heading_20_6", "Part_20_Title", "Figure",       "Private_20_Mark", "Table_20_Heading" };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (LdrDocumentWriter) writer = ldr_document_stream_new (stream, LDR_DOCUMENT_ODT, NULL, NULL);
  g_autoptr (GPtrArray) facts = ldr_document_runs_new ("19 November", LDR_RUN_ITALIC);
  g_autoptr (GPtrArray) hebrew = ldr_document_runs_new ("שלום", 0);
  g_autoptr (LdrDocumentMeta) meta = sample_meta_new ();
  g_autoptr (GBytes) odt = NULL;
  g_autofree char *content = NULL, *styles = NULL;

  g_assert_true (ldr_document_writer_begin (writer, meta, NULL, NULL));
  g_assert_true (ldr_document_writer_push (writer, ldr_document_lead_new (facts), NULL));
  g_assert_true (ldr_document_writer_push (writer, ldr_document_lead_new (hebrew), NULL));
  sample_push_text (writer, "A text.");
  odt = sample_finish (writer, stream);
  content = sample_read_part (odt, "content.xml");
  styles = sample_read_part (odt, "styles.xml");
  g_assert_nonnull (strstr (content, "<text:p text:style-name=\"Lead\"><text:span"));
  g_assert_nonnull (strstr (content, "<text:p text:style-name=\"Lead_20_RTL\">"));
  g_assert_nonnull (strstr (content, "<text:p text:style-name=\"Text_20_body\">A text."));
  g_assert_nonnull (strstr (styles, "style:name=\"Lead_20_RTL\""));
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autofree char *pattern = g_strdup_printf (
          "style:name=\"%s\"[^>]*><style:paragraph-properties[^>]* fo:keep-with-next=\"always\"", kept[i]);

      if (!g_regex_match_simple (pattern, styles, 0, 0))
        g_error ("%s does not stay with what follows: %s", kept[i], styles);
    }
}

/* --- Web page --- */

static void
test_web (void)
{
  g_autoptr (GBytes) bytes = make (LDR_DOCUMENT_HTML, NULL);
  g_autofree char *html = sample_to_text (bytes);
  g_autofree char *text = strip_tags (html);

  assert_well_formed (html);
  assert_sentences (text);
  g_assert_true (g_str_has_prefix (html, "<!DOCTYPE html>\n<html lang=\"en-GB\">"));
  g_assert_nonnull (strstr (html, "<svg xmlns"));
  g_assert_nonnull (strstr (html, "<title id=\"t0\">"));
  g_assert_nonnull (strstr (html, "src=\"data:image/png;base64,"));
  g_assert_null (strstr (html, "<script"));
  g_assert_null (strstr (html, "<?xml"));
  /* Nothing is fetched: the one address is the link's. */
  g_assert_false (g_regex_match_simple ("(src|href)=\"https?://(?!example.org/planning)|url\\(|@import", html, 0, 0));
}

/* --- Markdown --- */

static void
append_node (cmark_node *node, GString *text)
{
  const char *literal = cmark_node_get_literal (node);

  if (literal != NULL)
    g_string_append (text, literal);
  for (cmark_node *child = cmark_node_first_child (node); child != NULL; child = cmark_node_next (child))
    append_node (child, text);
  if (cmark_node_get_type (node) != CMARK_NODE_TEXT && cmark_node_get_type (node) != CMARK_NODE_EMPH
      && cmark_node_get_type (node) != CMARK_NODE_STRONG && cmark_node_get_type (node) != CMARK_NODE_LINK
      && cmark_node_get_type (node) != CMARK_NODE_CODE)
    g_string_append_c (text, ' ');
}

static void
test_markdown (void)
{
  g_autofree char *folder = g_dir_make_tmp ("leidraad-document-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "S. d. W.md", NULL);
  g_autofree char *pictures = g_build_filename (folder, "S. d. W-pictures", NULL);
  g_autoptr (GBytes) bytes = make (LDR_DOCUMENT_MARKDOWN, path);
  g_autofree char *markdown = sample_to_text (bytes);
  cmark_node *document = cmark_parse_document (markdown, strlen (markdown), CMARK_OPT_DEFAULT);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GDir) dir = g_dir_open (pictures, 0, NULL);
  const char *name;
  guint n = 0;

  append_node (document, text);
  assert_sentences (text->str);
  cmark_node_free (document);
  g_assert_nonnull (strstr (markdown, "- [x] First contact report per week"));
  g_assert_nonnull (strstr (markdown, "](S.%20d.%20W-pictures/"));
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (pictures, name, NULL);

      g_assert_nonnull (strstr (markdown, name));
      g_unlink (file);
      n++;
    }
  g_assert_cmpuint (n, ==, 2);
  g_rmdir (pictures);
  g_rmdir (folder);
}

/* Where the file cannot get its name, or is given up, what stands beside it goes, and what was there before stays. */
static void
test_markdown_left (void)
{
  g_autofree char *folder = g_dir_make_tmp ("leidraad-document-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.md", NULL);
  g_autofree char *pictures = g_build_filename (folder, "out-pictures", NULL);

  for (int i = 0; i < 4; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (LdrDocumentMeta) meta = sample_meta_new ();
      g_autoptr (GBytes) picture = sample_picture_new ();
      g_autoptr (GError) error = NULL;
      LdrDocumentWriter *writer = ldr_document_file_new (path, LDR_DOCUMENT_MARKDOWN, NULL, &error);

      g_assert_no_error (error);
      g_assert_true (ldr_document_writer_begin (writer, meta, cancellable, &error));
      g_assert_true (
          ldr_document_writer_push (writer, ldr_document_picture_new (picture, "image/png", "A board"), &error));
      g_assert_true (g_file_test (pictures, G_FILE_TEST_IS_DIR));
      if (i == 1)
        g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
      if (i == 2)
        g_cancellable_cancel (cancellable);
      g_assert_true (i == 0 || ldr_document_writer_end (writer, &error) == (i == 3));
      ldr_document_writer_free (writer);
      g_assert_true (g_file_test (pictures, G_FILE_TEST_EXISTS) == (i == 3));
      if (i == 1)
        g_assert_cmpint (g_rmdir (path), ==, 0);
    }
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  ldr_testing_remove_folder (folder);
}

/* --- CSV --- */

static void
test_csv (void)
{
  g_autoptr (GBytes) bytes = make (LDR_DOCUMENT_CSV, NULL);
  g_autofree char *csv = sample_to_text (bytes);

  g_assert_true (g_str_has_prefix (
      csv, "Agreed actions\r\nAction,Who,Due,Times\r\n"
           "\"Ask Noor to tell the refund story, in her own words and at the stand-up\",Sanne de Wit,23 November,1\r\n"
           "Bring one figure,Sanne de Wit,24 November,12\r\n"
           "\"'=HYPERLINK(\"\"http://example.org\"\")\",Marieke,,-3\r\n\r\nDecisions on figures\r\n"));
}

static void
test_cells (void)
{
  static const struct
  {
    const char *text;
    const char *cell;
  } rows[] = {
    { "", "" },
    { "plain", "plain" },
    { "a,b", "\"a,b\"" },
    { "a\"b", "\"a\"\"b\"" },
    { "=1+1", "'=1+1" },
    { "@SUM(A1)", "'@SUM(A1)" },
    { "+31612345678", "'+31612345678" },
    { "-3", "-3" },
    { "-3,5", "\"-3,5\"" },
    { "-cmd", "'-cmd" },
    { "\tx", "\"'\tx\"" },
    { "\rx", "\"'\rx\"" },
    { "-", "'-" },
    { "two\nlines", "\"two\nlines\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) cell = g_string_new (NULL);

      ldr_csv_append_cell (cell, rows[i].text);
      g_assert_cmpstr (cell->str, ==, rows[i].cell);
    }
}

/* --- Files --- */

/* What is given up, or stopped, leaves what was there. */
static void
test_given_up (gconstpointer data)
{
  LdrDocumentFormat format = GPOINTER_TO_UINT (data);
  g_autofree char *folder = g_dir_make_tmp ("leidraad-document-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out", NULL);
  g_autofree char *there = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (LdrDocumentMeta) meta = sample_meta_new ();
  LdrDocumentWriter *writer;

  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  writer = ldr_document_file_new (path, format, NULL, &error);
  g_assert_no_error (error);
  sample_write (writer);
  ldr_document_writer_free (writer);
  g_assert_cmpuint (sample_count_files (folder), ==, 1);
  writer = ldr_document_file_new (path, format, NULL, &error);
  g_assert_true (ldr_document_writer_begin (writer, meta, cancellable, &error));
  g_cancellable_cancel (cancellable);
  g_assert_false (ldr_document_writer_push (writer, ldr_document_rule_new (), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  ldr_document_writer_free (writer);
  g_assert_cmpuint (sample_count_files (folder), ==, 1);
  g_assert_true (g_file_get_contents (path, &there, NULL, NULL));
  g_assert_cmpstr (there, ==, "before");
  g_clear_error (&error);
  writer = ldr_document_file_new (path, LDR_DOCUMENT_HTML, NULL, &error);
  sample_write (writer);
  g_assert_true (ldr_document_writer_end (writer, &error));
  ldr_document_writer_free (writer);
  g_clear_pointer (&there, g_free);
  g_assert_true (g_file_get_contents (path, &there, NULL, NULL));
  g_assert_true (g_str_has_suffix (there, "</html>\n"));
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init_check ();
  g_test_add_func ("/document/odt", test_odt);
  g_test_add_func ("/document/odt-page-ends", test_odt_page_ends);
  g_test_add_func ("/document/web", test_web);
  g_test_add_func ("/document/markdown", test_markdown);
  g_test_add_func ("/document/markdown-left", test_markdown_left);
  g_test_add_func ("/document/csv", test_csv);
  g_test_add_func ("/document/csv/cells", test_cells);
  for (guint i = 0; i < LDR_DOCUMENT_N_FORMATS; i++)
    {
      g_autofree char *path = g_strconcat ("/document/given-up", ldr_document_format_get_suffix (i), NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_given_up);
    }
  return g_test_run ();
}

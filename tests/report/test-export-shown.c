/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include <cmark.h>
#include <gtk/gtk.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <locale.h>
#include <string.h>

#include "ldr-json-testing.h"
#include "model/ldr-moment.h"
#include "report/document/ldr-document-file.h"
#include "report/document/ldr-document-runs.h"
#include "report/export/ldr-export-document.h"
#include "report/export/ldr-export-names.h"
#include "report/ldr-json.h"
#include "store/ldr-store-demo.h"
#include "test-document-sample.h"
#include "tests/ldr-folder-testing.h"

/* What goes out of the demonstration journals, read by the programs that others read it with: all of what was chosen,
 * in its order, and nothing else. */

#define N_ENTRIES 60

/* Fewer characters than these stand in texts of others too. */
#define TELLING 40

static const LdrExportFormat formats[]
    = { LDR_EXPORT_PDF, LDR_EXPORT_ODT, LDR_EXPORT_HTML, LDR_EXPORT_MARKDOWN, LDR_EXPORT_CSV };

/* --- What the document holds, block by block -------------------------------------------------------------------------
 */

static gboolean
collect_begin (gpointer data, const LdrDocumentMeta *meta, GCancellable *cancellable, GError **error)
{
  g_ptr_array_add (data, g_strdup (meta->title));
  return TRUE;
}

static void
collect_cells (GPtrArray *texts, GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    g_ptr_array_add (texts, ldr_document_runs_dup_text (g_ptr_array_index (cells, i)));
}

static gboolean
collect_take (gpointer data, LdrDocumentBlock *block, GError **error)
{
  if (block->runs != NULL)
    g_ptr_array_add (data, ldr_document_block_dup_text (block));
  for (guint i = 0; block->table != NULL && i < block->table->rows->len; i++)
    collect_cells (data, g_ptr_array_index (block->table->rows, i));
  if (block->description != NULL)
    g_ptr_array_add (data, g_strdup (block->description));
  return TRUE;
}

static gboolean
collect_end (gpointer data, GError **error)
{
  return TRUE;
}

static void
collect_free (gpointer data)
{
}

static const LdrDocumentWriterClass collect_class = { collect_begin, collect_take, collect_end, collect_free };

/* Without spaces and what shows for them: lines and pages end where they like. */
static char *
squash (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && g_utf8_get_char (p) != 0xa0)
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free_and_steal (out);
}

static GPtrArray *
collect (LdrStore *store, const LdrExportChoice *choice, LdrExportFlags flags)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (LdrDocumentWriter) writer = ldr_document_writer_new (&collect_class, texts);
  GPtrArray *squashed = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  ldr_export_document_write (store, choice, flags, ldr_day_today (), NULL, writer, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < texts->len; i++)
    g_ptr_array_add (squashed, squash (g_ptr_array_index (texts, i)));
  return squashed;
}

/* --- What others read ------------------------------------------------------------------------------------------------
 */

static xmlDoc *
parse (const char *xml)
{
  xmlDoc *document = xmlReadMemory (xml, (int) strlen (xml), "it.xml", NULL, XML_PARSE_NONET | XML_PARSE_HUGE);

  g_assert_nonnull (document);
  return document;
}

static char *
read_xml (const char *xml)
{
  xmlDoc *document = parse (xml);
  xmlChar *content = xmlNodeGetContent (xmlDocGetRootElement (document));
  char *text = g_strdup ((char *) content);

  xmlFree (content);
  xmlFreeDoc (document);
  return text;
}

static void
append_node (cmark_node *node, GString *text)
{
  const char *literal = cmark_node_get_literal (node);

  if (literal != NULL && cmark_node_get_type (node) != CMARK_NODE_HTML_INLINE)
    g_string_append (text, literal);
  for (cmark_node *child = cmark_node_first_child (node); child != NULL; child = cmark_node_next (child))
    append_node (child, text);
}

static char *
read_markdown (const char *markdown)
{
  cmark_node *document = cmark_parse_document (markdown, strlen (markdown), CMARK_OPT_DEFAULT);
  GString *text = g_string_new (NULL);

  append_node (document, text);
  cmark_node_free (document);
  return g_string_free_and_steal (text);
}

/* Each page ends with what stands above and below its text. */
static char *
read_pdf (GBytes *bytes, const char *header)
{
  static const char *const pdftotext[] = { "pdftotext", "-raw", "-enc", "UTF-8", "-", "-", NULL };
  g_autofree char *text = sample_run (bytes, pdftotext), *quoted = g_regex_escape_string (header, -1);
  g_autofree char *pattern = g_strdup_printf ("(%s\\s*)?\\d+ of \\d+\\s*\\f", quoted);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  char *read = g_regex_replace_literal (regex, text, -1, 0, "", 0, NULL);

  g_assert_null (strchr (read, '\f'));
  return read;
}

static char *
read_document (GBytes *bytes, LdrDocumentFormat format, const char *title)
{
  g_autofree char *text = format == LDR_DOCUMENT_ODT ? sample_read_part (bytes, "content.xml") : sample_to_text (bytes);
  g_autofree char *read = NULL;

  if (format == LDR_DOCUMENT_PDF)
    read = read_pdf (bytes, title);
  else if (format == LDR_DOCUMENT_ODT || format == LDR_DOCUMENT_HTML)
    read = read_xml (text);
  else
    read = read_markdown (text);
  return squash (read);
}

/* --- Writing ---------------------------------------------------------------------------------------------------------
 */

static LdrStore *
make_demo (LdrJsonFixture *fixture, const char *language)
{
  g_autoptr (LdrDemo) demo = ldr_demo_new (language, 1, N_ENTRIES);
  LdrStore *store = ldr_json_testing_new_journal (fixture, ldr_demo_get_leader (demo));
  g_autoptr (GError) error = NULL;

  ldr_store_fill_with_demo (store, demo, &error);
  g_assert_no_error (error);
  return store;
}

static GBytes *
write_bytes (LdrStore *store, const LdrExportChoice *choice, LdrPseudonyms *names, const char *path, guint format)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (LdrDocumentWriter) writer = ldr_document_stream_new (stream, format, path, NULL);
  g_autoptr (GError) error = NULL;

  ldr_export_document_write (store, choice, LDR_EXPORT_DEFAULT, ldr_day_today (), names, writer, NULL, NULL, NULL,
                             &error);
  g_assert_no_error (error);
  ldr_document_writer_keep (writer);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static LdrExportChoice *
choose (LdrExportParts parts, int first_day, int last_day)
{
  LdrExportChoice *choice = ldr_export_choice_new_ready_made (LDR_EXPORT_ARCHIVE);

  choice->parts = parts;
  choice->entries = LDR_EXPORT_EVERY;
  ldr_period_init_own (&choice->period, first_day, last_day);
  return choice;
}

/* --- Tests -----------------------------------------------------------------------------------------------------------
 */

static void
check_included (const char *text, GPtrArray *wanted, const char *where)
{
  const char *at = text;

  for (guint i = 0; i < wanted->len; i++)
    {
      const char *one = g_ptr_array_index (wanted, i);
      const char *found = strstr (at, one);

      if (found == NULL)
        g_error ("%s: “%s” is not in it, or too early: %.2000s", where, one, at);
      at = found + strlen (one);
    }
}

static guint
check_excluded (const char *text, GPtrArray *all, GPtrArray *wanted, const char *where)
{
  g_autoptr (GString) chosen = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < wanted->len; i++)
    g_string_append (chosen, g_ptr_array_index (wanted, i));
  for (guint i = 0; i < all->len; i++)
    {
      const char *one = g_ptr_array_index (all, i);

      if (g_utf8_strlen (one, -1) < TELLING || strstr (chosen->str, one) != NULL)
        continue;
      if (strstr (text, one) != NULL)
        g_error ("%s: “%s” was not chosen", where, one);
      n++;
    }
  return n;
}

/* The days in the middle, without the profiles; as PDF, OpenDocument, web page, and Markdown through cmark. */
static void
test_words (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = make_demo (fixture, data);
  g_autofree char *folder = g_dir_make_tmp ("leidraad-shown-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "it.md", NULL);
  int today = ldr_day_today ();
  g_autoptr (LdrExportChoice) everything = choose (LDR_EXPORT_ALL_PARTS, today - 1500, today + 1500);
  g_autoptr (LdrExportChoice) choice
      = choose (LDR_EXPORT_ALL_PARTS & ~LDR_EXPORT_PROFILES & ~LDR_EXPORT_CHARTS, today - 200, today - 60);
  g_autoptr (GPtrArray) all = collect (store, everything, LDR_EXPORT_PRIVATE_NOTES), chosen = NULL;
  g_autofree char *title = ldr_export_document_dup_title (choice, ldr_store_get_info (store));

  chosen = collect (store, choice, LDR_EXPORT_DEFAULT);
  g_assert_cmpuint (chosen->len, >, 50);
  for (guint format = 0; format < LDR_DOCUMENT_CSV; format++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *text = NULL;
      g_autofree char *where = g_strdup_printf ("%s, %s", (char *) data, ldr_document_format_get_suffix (format));

      choice->format = formats[format];
      bytes = write_bytes (store, choice, NULL, path, format);
      text = read_document (bytes, format, title);
      check_included (text, chosen, where);
      g_assert_cmpuint (check_excluded (text, all, chosen, where), >, 50);
    }
  ldr_testing_remove_folder (folder);
}

/* --- OpenDocument --- */

static GHashTable *
find_all (xmlDoc *document, const char *expression, GHashTable *found)
{
  xmlXPathContext *context = xmlXPathNewContext (document);
  xmlXPathObject *object = xmlXPathEvalExpression ((const xmlChar *) expression, context);

  g_assert_nonnull (object);
  for (int i = 0; object->nodesetval != NULL && i < object->nodesetval->nodeNr; i++)
    {
      xmlChar *value = xmlNodeGetContent (object->nodesetval->nodeTab[i]);

      g_hash_table_add (found, g_strdup ((char *) value));
      xmlFree (value);
    }
  xmlXPathFreeObject (object);
  xmlXPathFreeContext (context);
  return found;
}

static GHashTable *
set_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* Every name in @used is in @known. */
static void
check_known (GHashTable *used, GHashTable *known, const char *what)
{
  GHashTableIter iter;
  gpointer name;

  g_assert_cmpuint (g_hash_table_size (used), >, 0);
  g_hash_table_iter_init (&iter, used);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (known, name))
      g_error ("%s “%s” is nowhere", what, (char *) name);
}

/* The files in the archive but its type and its list, each good XML where it is XML; the type comes first. */
static GHashTable *
list_files (GBytes *odt)
{
  GHashTable *files = set_new ();
  g_autoptr (GPtrArray) parts = sample_unzip (odt);

  for (guint i = 0; i < parts->len; i++)
    {
      const SamplePart *part = g_ptr_array_index (parts, i);

      g_assert_true ((i == 0) == g_str_equal (part->name, "mimetype"));
      if (g_str_has_suffix (part->name, ".xml"))
        {
          g_autofree char *xml = sample_to_text (part->bytes);

          xmlFreeDoc (parse (xml));
        }
      if (i > 0 && !g_str_equal (part->name, "META-INF/manifest.xml"))
        g_hash_table_add (files, g_strdup (part->name));
    }
  return files;
}

static void
test_odt (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = make_demo (fixture, data);
  int today = ldr_day_today ();
  g_autoptr (LdrExportChoice) choice = choose (LDR_EXPORT_ALL_PARTS, today - 1500, today + 1500);
  g_autoptr (GBytes) odt = write_bytes (store, choice, NULL, NULL, LDR_DOCUMENT_ODT);
  g_autofree char *content = sample_read_part (odt, "content.xml"), *styles = sample_read_part (odt, "styles.xml");
  g_autofree char *manifest = sample_read_part (odt, "META-INF/manifest.xml");
  g_autoptr (GHashTable) files = list_files (odt), used = set_new (), known = set_new (), listed = set_new ();
  g_autoptr (GHashTable) pictures = set_new (), names = set_new ();
  xmlDoc *content_doc = parse (content), *styles_doc = parse (styles), *manifest_doc = parse (manifest);
  static const char *const uses
      = "//@*[local-name()='style-name' or local-name()='parent-style-name' or local-name()='next-style-name' or "
        "local-name()='page-layout-name' or local-name()='master-page-name']"
        "[not(parent::*[local-name()='font-face'])]";

  find_all (content_doc, uses, used);
  find_all (styles_doc, uses, used);
  find_all (styles_doc,
            "//*[@*[local-name()='name'] and not(self::*[local-name()='font-face'])]/@*[local-name()='name']", known);
  find_all (content_doc, "//*[local-name()='automatic-styles']/*/@*[local-name()='name']", known);
  check_known (used, known, "style");
  g_hash_table_remove_all (used);
  find_all (styles_doc, "//@*[local-name()='font-name']", used);
  find_all (styles_doc, "//*[local-name()='font-face']/@*[local-name()='name']", names);
  check_known (used, names, "font");
  find_all (content_doc, "//*[local-name()='image']/@*[local-name()='href']", pictures);
  check_known (pictures, files, "picture");
  find_all (manifest_doc, "//@*[local-name()='full-path']", listed);
  g_assert_true (g_hash_table_remove (listed, "/"));
  check_known (listed, files, "file");
  check_known (files, listed, "entry of the list");
  xmlFreeDoc (content_doc);
  xmlFreeDoc (styles_doc);
  xmlFreeDoc (manifest_doc);
}

/* --- Web page --- */

/* What a validator of HTML asks of a document that is well-formed: unique ids, texts for pictures, cells in rows, and
 * no block in a paragraph or a heading. */
static void
test_web (LdrJsonFixture *fixture, gconstpointer data)
{
  static const char *const faults[] = {
    "//*[local-name()='p' or local-name()='h1' or local-name()='h2' or local-name()='h3' or local-name()='h4']"
    "//*[local-name()='p' or local-name()='div' or local-name()='ul' or local-name()='ol' or local-name()='table' or "
    "local-name()='section' or local-name()='figure' or local-name()='h1' or local-name()='h2' or local-name()='li']",
    "//*[local-name()='img'][not(@alt) or not(@src)]",
    "//*[local-name()='li'][not(parent::*[local-name()='ul' or local-name()='ol'])]",
    "//*[local-name()='ul' or local-name()='ol']/*[local-name()!='li']",
    "//*[local-name()='td' or local-name()='th'][not(parent::*[local-name()='tr'])]",
    "//*[local-name()='tr'][not(parent::*[local-name()='tbody' or local-name()='thead'])]",
    "//*[local-name()='script' or local-name()='iframe' or local-name()='object' or local-name()='form']",
    "//*[local-name()='a'][not(@href)] | //*[local-name()='a']//*[local-name()='a']",
    "//@id[. = preceding::*/@id or . = ancestor::*[2]/@id]",
    "/*[not(@lang)] | //*[local-name()='head'][not(*[local-name()='title']) or not(*[@charset])]",
  };
  g_autoptr (LdrStore) store = make_demo (fixture, data);
  int today = ldr_day_today ();
  g_autoptr (LdrExportChoice) choice = choose (LDR_EXPORT_ALL_PARTS, today - 1500, today + 1500);
  g_autoptr (GBytes) bytes = write_bytes (store, choice, NULL, NULL, LDR_DOCUMENT_HTML);
  g_autofree char *html = sample_to_text (bytes);
  xmlDoc *document = parse (html);

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GHashTable) found = find_all (document, faults[i], set_new ());

      if (g_hash_table_size (found) > 0)
        g_error ("%s: %u", faults[i], g_hash_table_size (found));
    }
  xmlFreeDoc (document);
}

/* --- JSON --- */

static void
test_json (LdrJsonFixture *fixture, gconstpointer data)
{
  g_autoptr (LdrStore) store = make_demo (fixture, data);
  g_autoptr (LdrStore) other = ldr_json_testing_new_journal (fixture, "X");
  g_autofree char *path = g_build_filename (fixture->folder, "one.json", NULL);
  g_autofree char *again = g_build_filename (fixture->folder, "two.json", NULL);
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr (GError) error = NULL;
  gsize length, other_length;
  int n_entries;

  g_assert_true (ldr_json_export (store, path, LDR_EXPORT_PRIVATE_NOTES, NULL, &error));
  g_assert_true (ldr_json_import (other, path, &n_entries, NULL, &error));
  g_assert_cmpint (n_entries, ==, N_ENTRIES);
  g_assert_true (ldr_json_export (other, again, LDR_EXPORT_PRIVATE_NOTES, NULL, &error));
  g_assert_true (g_file_get_contents (path, &first, &length, NULL));
  g_assert_true (g_file_get_contents (again, &second, &other_length, NULL));
  g_assert_cmpmem (first, length, second, other_length);
}

/* --- Names --- */

/* Unpacks each stream of a PDF that can be unpacked. */
static void
add_streams (GByteArray *all, GBytes *pdf)
{
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length), *end = data + length;
  guint n = 0;

  for (const char *p = data; (p = memmem (p, (gsize) (end - p), "stream\n", 7)) != NULL; p += 7)
    {
      g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
      g_autoptr (GInputStream) packed = g_memory_input_stream_new_from_data (p + 7, end - p - 7, NULL);
      g_autoptr (GInputStream) input = g_converter_input_stream_new (packed, converter);
      guint8 buffer[4096];
      gssize n_read;

      if (p - data >= 3 && memcmp (p - 3, "end", 3) == 0)
        continue;
      while ((n_read = g_input_stream_read (input, buffer, sizeof buffer, NULL, NULL)) > 0)
        {
          g_byte_array_append (all, buffer, (guint) n_read);
          n++;
        }
    }
  g_assert_cmpuint (n, >, 10);
}

static void
add_text (GByteArray *all, char *text)
{
  g_byte_array_append (all, (const guint8 *) text, (guint) strlen (text));
  g_free (text);
}

static void
add_files (GByteArray *all, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL), *bytes = NULL;
      gsize length;

      add_text (all, g_strdup (name));
      if (g_file_get_contents (path, &bytes, &length, NULL))
        g_byte_array_append (all, (const guint8 *) bytes, (guint) length);
      else
        add_files (all, path);
    }
}

static GByteArray *
unpack (GBytes *bytes, LdrDocumentFormat format, const char *folder)
{
  static const char *const text[] = { "pdftotext", "-", "-", NULL }, *const info[] = { "pdfinfo", "-", NULL },
                           *const tags[] = { "pdfinfo", "-struct-text", "-", NULL };
  GByteArray *all = g_byte_array_new ();
  g_autoptr (GPtrArray) parts = format == LDR_DOCUMENT_ODT ? sample_unzip (bytes) : NULL;

  g_byte_array_append (all, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const SamplePart *part = g_ptr_array_index (parts, i);

      g_byte_array_append (all, g_bytes_get_data (part->bytes, NULL), (guint) g_bytes_get_size (part->bytes));
    }
  if (format == LDR_DOCUMENT_PDF)
    {
      add_streams (all, bytes);
      add_text (all, sample_run (bytes, text));
      add_text (all, sample_run (bytes, info));
      add_text (all, sample_run (bytes, tags));
    }
  add_files (all, folder);
  return all;
}

/* Whether a word stands in bytes of any kind, in UTF-8 or in UTF-16 as PDF writes what is not ASCII. */
static gboolean
holds (GByteArray *all, const char *word)
{
  const guint8 *end = all->data + all->len;
  gsize length = strlen (word), wide_length;
  g_autofree char *wide = g_convert (word, -1, "UTF-16BE", "UTF-8", NULL, &wide_length, NULL);
  g_autoptr (GString) hex = g_string_new (NULL);

  for (const guint8 *p = all->data; (p = memmem (p, (gsize) (end - p), word, length)) != NULL; p++)
    if ((p == all->data || !g_ascii_isalpha (p[-1])) && (p + length == end || !g_ascii_isalpha (p[length])))
      return TRUE;
  for (gsize i = 0; i < wide_length; i++)
    g_string_append_printf (hex, "%02X", (guint8) wide[i]);
  return memmem (all->data, all->len, wide, wide_length) != NULL
         || memmem (all->data, all->len, hex->str, hex->len) != NULL;
}

/* The names of the team that were found, and addresses and numbers. */
static GPtrArray *
list_chosen (GPtrArray *names)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < names->len; i++)
    {
      LdrExportName *name = g_ptr_array_index (names, i);

      if (name->kind != LDR_FOUND_KNOWN && name->kind != LDR_FOUND_EMAIL && name->kind != LDR_FOUND_PHONE)
        continue;
      name->replace = TRUE;
      g_ptr_array_add (chosen, g_strdup (name->name));
    }
  return chosen;
}

static void
test_names (LdrJsonFixture *fixture, gconstpointer data)
{
  static const char *const team[] = { "Bram", "Ellen", "Nadia", "Marjan", "Petra", NULL };
  g_autoptr (LdrStore) store = make_demo (fixture, data);
  int today = ldr_day_today ();
  g_autoptr (LdrExportChoice) choice = choose (LDR_EXPORT_ALL_PARTS, today - 1500, today + 1500);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = ldr_export_names_find (store, choice, LDR_EXPORT_DEFAULT, today, team, NULL, &error);
  g_autoptr (GPtrArray) chosen = list_chosen (names);

  g_assert_no_error (error);
  g_assert_cmpuint (chosen->len, >=, 3);
  /* Without anything in their place they are all there. */
  for (int mode = LDR_EXPORT_NAMES_SHOWN; mode <= LDR_EXPORT_NAMES_ROLES; mode++)
    for (guint format = 0; format < LDR_DOCUMENT_N_FORMATS; format++)
      {
        g_autoptr (LdrPseudonyms) pseudonyms = ldr_export_names_make (names, (LdrExportNames) mode);
        g_autofree char *folder = g_dir_make_tmp ("leidraad-shown-XXXXXX", NULL);
        g_autofree char *path = g_build_filename (folder, "it.md", NULL);
        g_autoptr (GBytes) bytes = NULL;
        g_autoptr (GByteArray) all = NULL;

        choice->format = formats[format];
        bytes = write_bytes (store, choice, pseudonyms, path, format);
        all = unpack (bytes, format, folder);
        for (guint i = 0; i < chosen->len; i++)
          if (holds (all, g_ptr_array_index (chosen, i)) != (pseudonyms == NULL))
            g_error ("%s is%s in %s", (char *) g_ptr_array_index (chosen, i), pseudonyms == NULL ? " not" : "",
                     ldr_document_format_get_suffix (format));
        ldr_testing_remove_folder (folder);
      }
}

#define ADD(path, function, argument)                                                                                  \
  g_test_add ("/export-shown/" path, LdrJsonFixture, argument, ldr_json_testing_set_up, function,                      \
              ldr_json_testing_tear_down)

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init_check ();

  ADD ("words-en", test_words, "en");
  ADD ("words-nl", test_words, "nl");
  ADD ("odt-en", test_odt, "en");
  ADD ("odt-nl", test_odt, "nl");
  ADD ("web-en", test_web, "en");
  ADD ("web-nl", test_web, "nl");
  ADD ("json-en", test_json, "en");
  ADD ("json-nl", test_json, "nl");
  ADD ("names-en", test_names, "en");
  ADD ("names-nl", test_names, "nl");

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report/document/ldr-document-commonmark.h"
#include "report/document/ldr-document-file.h"
#include "report/document/ldr-pages.h"
#include "test-document-sample.h"

#define MIB (1024 * 1024)

/* KiB that a journal ten times as long may take more, which is less than its text; and what ten megabytes may take. The
 * sanitizers keep what is freed, and are slow. */
#ifdef __SANITIZE_ADDRESS__
#define LONG MIB
#define MORE (1024 * 1024)
#define MOST (4 * 1024 * 1024)
#else
#define LONG (10 * MIB)
#define MORE (5 * 512)
#define MOST (400 * 1024)
#endif

/* A stream that counts what it swallows, since what it holds would be what is measured. */
#define TYPE_SINK (sink_get_type ())
G_DECLARE_FINAL_TYPE (Sink, sink, TEST, SINK, GOutputStream)

struct _Sink
{
  GOutputStream parent;
  gsize n_bytes;
};

G_DEFINE_TYPE (Sink, sink, G_TYPE_OUTPUT_STREAM)

static gssize
sink_write (GOutputStream *stream, const void *buffer, gsize count, GCancellable *cancellable, GError **error)
{
  TEST_SINK (stream)->n_bytes += count;
  return (gssize) count;
}

static void
sink_class_init (SinkClass *klass)
{
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = sink_write;
}

static void
sink_init (Sink *self)
{
}

static void
begin (LdrDocumentWriter *writer)
{
  g_autoptr (LdrDocumentMeta) meta = sample_meta_new ();
  g_autoptr (GError) error = NULL;
  gboolean fine = ldr_document_writer_begin (writer, meta, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (fine);
}

static void
assert_well_formed (GBytes *bytes)
{
  static const char *const command[] = { "xmllint", "--huge", "--noout", "-", NULL };

  g_free (sample_run (bytes, command));
}

/* Each gives a good document in each format, and what comes behind it is still there. */
static void
test_texts (gconstpointer data)
{
  LdrDocumentFormat format = GPOINTER_TO_UINT (data);
  g_autofree char *quotes = sample_repeat ("> ", 3000), *lists = sample_repeat ("- ", 3000),
                  *brackets = sample_repeat ("[", 20000);
  g_autofree char *stars = sample_repeat ("**a ", 5000), *marks = sample_repeat ("e\314\201\314\202\314\203", 4000);
  const char *const texts[] = {
    quotes,
    lists,
    brackets,
    stars,
    marks,
    "\342\200\256evil\342\200\256 \342\201\246 never closed",
    "👩‍👩‍👧‍👦 🇳🇱 🏳️‍🌈 ✍🏽",
    "in\377valid \300\257 \355\240\200 bytes\001\002\037",
    "<script>alert(1)</script><!-- never closed",
    "```\nnever closed",
    "[click](javascript:alert(1)) [file](file:///etc/passwd) [quote](<https://a.b/'\"><x>>)",
    "![x](picture:none) & < > \" ' ]]> <?xml ?>",
    "# heading \\#\n\n####### seven\n\n&#0; &#xFFFF; \357\277\277",
    "1000000000000. item\n\n- [ ] box\n\n| a | b |\n| - | - |\n| =1 | 2 |",
  };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (LdrDocumentWriter) writer = ldr_document_stream_new (stream, format, "/nowhere/out.md", NULL);
  g_autoptr (GBytes) bytes = NULL;

  begin (writer);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      sample_push_text (writer, texts[i]);
      sample_push_text (writer, "It goes on.");
    }
  bytes = sample_finish (writer, stream);
  sample_keep (bytes, format == LDR_DOCUMENT_PDF ? "hostile.pdf" : "hostile");
  if (format == LDR_DOCUMENT_HTML)
    {
      g_autofree char *html = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

      assert_well_formed (bytes);
      g_assert_null (strstr (html, "<script"));
      g_assert_null (strstr (html, "href=\"javascript"));
      g_assert_null (strstr (html, "href=\"file"));
    }
  if (format == LDR_DOCUMENT_PDF)
    {
      static const char *const command[] = { "pdftotext", "-", "-", NULL };
      g_autofree char *text = sample_run (bytes, command);
      guint n = 0;

      for (const char *p = text; (p = strstr (p, "It goes on.")) != NULL; p++)
        n++;
      g_assert_cmpuint (n, ==, G_N_ELEMENTS (texts));
    }
}

/* The most memory that was in use since it was asked to forget, in KiB. */
static long
peak_kib (void)
{
  g_autofree char *status = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  return strtol (strstr (status, "VmHWM:") + 6, NULL, 10);
}

static long
forget_peak (void)
{
  FILE *file = fopen ("/proc/self/clear_refs", "w");

  g_assert_nonnull (file);
  fputs ("5", file);
  fclose (file);
  malloc_trim (0);
  return peak_kib ();
}

/* A paragraph of 10 MB. The text itself is there a few times; its lines and pages are not. */
static void
test_long_paragraph (gconstpointer data)
{
  LdrDocumentFormat format = GPOINTER_TO_UINT (data);
  g_autofree char *text = sample_repeat ("the queue on Monday at nine is not a forecast ", LONG / 46);
  g_autoptr (GOutputStream) stream = g_object_new (TYPE_SINK, NULL);
  g_autoptr (LdrDocumentWriter) writer = ldr_document_stream_new (stream, format, "/nowhere/out.md", NULL);
  g_autoptr (GError) error = NULL;
  long before = forget_peak ();

  begin (writer);
  sample_push_text (writer, text);
  g_assert_true (ldr_document_writer_end (writer, &error));
  g_test_message ("%s: %ld MiB more, %zu bytes out", ldr_document_format_get_suffix (format),
                  (peak_kib () - before) / 1024, TEST_SINK (stream)->n_bytes);
  g_assert_cmpint (peak_kib () - before, <, MOST);
}

/* Ten times the entries are not ten times the memory. */
static void
test_memory (gconstpointer data)
{
  LdrDocumentFormat format = GPOINTER_TO_UINT (data);
  g_autofree char *text = sample_repeat ("Sanne noticed the impulse to draw the process before answering. ", 18);
  g_autoptr (GOutputStream) stream = g_object_new (TYPE_SINK, NULL);
  g_autoptr (LdrDocumentWriter) writer = ldr_document_stream_new (stream, format, "/nowhere/out.md", NULL);
  g_autoptr (GError) error = NULL;
  long middle = 0;

  begin (writer);
  for (guint i = 0; i < 3000; i++)
    {
      sample_push_text (writer, "## An entry");
      sample_push_text (writer, text);
      if (i == 300)
        middle = forget_peak ();
    }
  g_assert_true (ldr_document_writer_end (writer, &error));
  g_test_message ("%s: %ld KiB more", ldr_document_format_get_suffix (format), peak_kib () - middle);
  /* 3 MB of text, and 1,100 pages. What grows is what a format has to remember to the end: PDF where its objects and
   * tags are, OpenDocument the packed text. */
  g_assert_cmpint (peak_kib () - middle, <, MORE);
}

/* --- Pages --- */

static LdrPages *
make_pages (guint n)
{
  LdrPages *pages = ldr_pages_new (NULL);
  g_autoptr (LdrDocumentWriter) writer = ldr_pages_write (pages);

  sample_write (writer);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf (
          "## Entry %u\n\nA first sentence that takes some room on the line, and a second one behind it to fill a "
          "second "
          "and a third line of the page, since lines are what pages are broken at, here and there.\n\n- one\n- two\n",
          i);

      sample_push_text (writer, text);
    }
  g_assert_true (ldr_document_writer_end (writer, NULL));
  return pages;
}

/* Pages that are set one by one, from the last to the first, hold what the document holds: nothing twice, nothing lost,
 * no heading at the end. */
static void
test_pages (void)
{
  g_autoptr (LdrPages) pages = make_pages (200);
  guint n = ldr_pages_get_n_pages (pages), next = 0;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) all = g_string_new (NULL);

  g_assert_cmpuint (n, >, 10);
  for (guint i = n; i > 0; i--)
    g_ptr_array_insert (texts, 0, ldr_pages_dup_text (pages, i - 1));
  for (guint i = 0; i < n; i++)
    {
      const char *text = g_ptr_array_index (texts, i);
      g_autofree char *last = g_strdup (strrchr (g_strchomp ((char *) text), '\n'));

      g_assert_false (g_str_has_prefix (last, "\nEntry "));
      g_string_append (all, text);
      g_string_append_c (all, '\n');
    }
  for (const char *p = all->str; (p = strstr (p, "Entry ")) != NULL; p++)
    g_assert_cmpuint ((guint) g_ascii_strtoull (p + 6, NULL, 10), ==, next++);
  g_assert_cmpuint (next, ==, 200);
}

static void
test_paint (void)
{
  g_autoptr (LdrPages) pages = make_pages (0);
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cairo;
  guint n_dark = 0;

  ldr_pages_get_size (pages, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 595.3, 0.1);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 595, 842);
  cairo = cairo_create (surface);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  ldr_pages_paint (pages, 1, cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  for (int y = 0; y < 842; y++)
    for (int x = 0; x < 595; x++)
      n_dark += cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + x * 4] < 128;
  g_assert_cmpuint (n_dark, >, 500);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init_check ();
  for (guint i = 0; i < LDR_DOCUMENT_N_FORMATS; i++)
    {
      const char *suffix = ldr_document_format_get_suffix (i);
      g_autofree char *memory = g_strconcat ("/document/memory", suffix, NULL);
      g_autofree char *texts = g_strconcat ("/document/hostile", suffix, NULL);
      g_autofree char *paragraph = g_strconcat ("/document/paragraph", suffix, NULL);

      g_test_add_data_func (memory, GUINT_TO_POINTER (i), test_memory);
      g_test_add_data_func (texts, GUINT_TO_POINTER (i), test_texts);
      g_test_add_data_func (paragraph, GUINT_TO_POINTER (i), test_long_paragraph);
    }
  g_test_add_func ("/document/pages/one-by-one", test_pages);
  g_test_add_func ("/document/pages/paint", test_paint);
  return g_test_run ();
}

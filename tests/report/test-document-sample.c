/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-document-sample.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>

#include "chart/ldr-line.h"
#include "report/document/ldr-document-commonmark.h"
#include "report/document/ldr-document-runs.h"

/* Thursday 18 June 2026. */
#define JUNE 739785

#define SESSION                                                                                                        \
  "Goal of today: deciding on figures **without losing the person**. We looked at the refund case. Sanne noticed the " \
  "impulse to draw the process before answering the customer.\n\n"                                                     \
  "> You saw the figures. Whose face did you see?\n\n"                                                                 \
  "What came of it:\n\n"                                                                                               \
  "- the queue on Monday at nine is *not* a forecast\n"                                                                \
  "  - it was one on three of the last ten Mondays\n"                                                                  \
  "- the report goes to [the planning desk](https://example.org/planning?a=1&b=2)\n\n"                                 \
  "1. Count first.\n2. Then ask.\n\n"                                                                                  \
  "### In numbers\n\n"                                                                                                 \
  "```\ncalls = 412   refunds = 31\n```\n\n"                                                                           \
  "![A whiteboard with three columns](picture:one)\n\n"                                                                \
  "***\n\n"                                                                                                            \
  "Łukasz, Şükrü, Ðorđe, Ελένη and Юлія read it too.\n\n"                                                              \
  "שלום לכולם, זה מכתב קצר.\n"

const char *const sample_sentences[] = {
  "Coaching sessions with Sanne de Wit",
  "5 to 19 November 2026 · prepared for Ellen, HR review",
  "Session of 19 November",
  "Goal of today: deciding on figures without losing the person.",
  "Sanne noticed the impulse to draw the process before answering the customer.",
  "You saw the figures. Whose face did you see?",
  "the queue on Monday at nine is not a forecast",
  "it was one on three of the last ten Mondays",
  "the report goes to the planning desk",
  "Count first.",
  "Then ask.",
  "In numbers",
  "calls = 412",
  "A whiteboard with three columns",
  "Łukasz, Şükrü, Ðorđe, Ελένη and Юлія read it too.",
  "Agreed",
  "Bring one figure to the stand-up",
  "First contact report per week",
  "Private notes",
  "Careful: tired since the reorganisation.",
  "Agreed actions",
  "Ask Noor to tell the refund story",
  "23 November",
  "Goals",
  "One weekly decision based on figures: from 3 to 7 since June.",
  NULL,
};

LdrDocumentMeta *
sample_meta_new (void)
{
  LdrDocumentMeta *meta = ldr_document_meta_new ("Coaching sessions with Sanne de Wit", "en_GB.UTF-8");

  meta->paper = LDR_PAPER_A4;
  meta->subject = g_strdup ("5 to 19 November 2026");
  meta->author = g_strdup ("Marieke Jansen");
  meta->for_whom = g_strdup ("Ellen, HR review");
  meta->header = g_strdup ("Coaching sessions with Sanne de Wit");
  meta->footer = g_strdup ("For Ellen only");
  return meta;
}

LdrChart *
sample_chart_new (const char *name)
{
  LdrChartPoint points[] = { { JUNE, 2 }, { JUNE + 40, 4 }, { JUNE + 90, 6 }, { JUNE + 150, 7 } };
  const char *texts[] = { "2", "4", "6", "7" };
  g_autoptr (LdrLineData) data = ldr_line_data_new ("Decisions on figures", "From 3 to 7.", NULL);

  ldr_line_data_add_series (data, name, "chart-line", LDR_CHART_PEN_SOLID, points, texts, 4);
  return ldr_line_chart_new (data);
}

GBytes *
sample_picture_new (void)
{
  int width = 480, height = 200;
  GByteArray *pixels = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        gboolean is_line = x % 160 < 3 || y < 3 || y >= height - 3 || x >= width - 3;
        guint8 pixel[] = { is_line ? 0x5e : 0xf6, is_line ? 0x5c : 0xf5, is_line ? 0x64 : 0xf4, 0xff };

        g_byte_array_append (pixels, pixel, sizeof pixel);
      }
  bytes = g_byte_array_free_to_bytes (pixels);
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_R8G8B8A8, bytes, (gsize) width * 4);
  return gdk_texture_save_to_png_bytes (texture);
}

static GBytes *
get_picture_cb (const char *id, char **media_type, gpointer data)
{
  g_assert_cmpstr (id, ==, "one");
  *media_type = g_strdup ("image/png");
  return sample_picture_new ();
}

static void
push (LdrDocumentWriter *writer, LdrDocumentBlock *block)
{
  g_autoptr (GError) error = NULL;
  gboolean fine = ldr_document_writer_push (writer, block, &error);

  g_assert_no_error (error);
  g_assert_true (fine);
}

static GPtrArray *
plain (const char *text)
{
  return ldr_document_runs_new (text, 0);
}

static void
push_heading (LdrDocumentWriter *writer, int level, const char *anchor, const char *text)
{
  g_autoptr (GPtrArray) runs = plain (text);

  push (writer, ldr_document_heading_new (level, anchor, runs));
}

static void
push_item (LdrDocumentWriter *writer, LdrDocumentMark mark, const char *text)
{
  g_autoptr (GPtrArray) runs = plain (text);

  push (writer, ldr_document_item_new (mark, 0, 0, runs));
}

void
sample_push_text (LdrDocumentWriter *writer, const char *text)
{
  g_autoptr (GError) error = NULL;
  gboolean fine = ldr_document_push_commonmark (writer, text, 0, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (fine);
}

static void
push_table (LdrDocumentWriter *writer)
{
  static const char *const heads[] = { "Action", "Who", "Due", "Times", NULL };
  static const LdrDocumentAlign aligns[]
      = { LDR_DOCUMENT_START, LDR_DOCUMENT_START, LDR_DOCUMENT_START, LDR_DOCUMENT_END };
  static const char *const rows[][5] = {
    { "Ask Noor to tell the refund story, in her own words and at the stand-up", "Sanne de Wit", "23 November", "1" },
    { "Bring one figure", "Sanne de Wit", "24 November", "12" },
    { "=HYPERLINK(\"http://example.org\")", "Marieke", "", "-3" },
  };
  LdrDocumentTable *table = ldr_document_table_new ("Agreed actions", heads, aligns);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    ldr_document_table_add_row (table, rows[i]);
  push (writer, ldr_document_table_block_new (table));
}

void
sample_write (LdrDocumentWriter *writer)
{
  g_autoptr (LdrDocumentMeta) meta = sample_meta_new ();
  g_autoptr (LdrChart) chart = sample_chart_new ("Sanne");
  g_autoptr (GError) error = NULL;
  gboolean fine = ldr_document_writer_begin (writer, meta, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (fine);
  push_heading (writer, 1, "session-1", "Session of 19 November");
  fine = ldr_document_push_commonmark (writer, SESSION, 0, get_picture_cb, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (fine);
  push_heading (writer, 2, NULL, "Agreed");
  push_item (writer, LDR_DOCUMENT_OPEN, "Bring one figure to the stand-up (Sanne, 24 November)");
  push_item (writer, LDR_DOCUMENT_DONE, "First contact report per week");
  push (writer, ldr_document_private_begin_new ());
  sample_push_text (writer, "Careful: tired since the reorganisation.\n\n- no pressure\n- coffee first\n");
  push (writer, ldr_document_private_end_new ());
  push_table (writer);
  push_heading (writer, 1, "goals", "Goals");
  push (writer, ldr_document_chart_new (chart, "Decisions on figures",
                                        "One weekly decision based on figures: from 3 to 7 since June."));
}

/* Ends the document and gives what came of it. */
GBytes *
sample_finish (LdrDocumentWriter *writer, GOutputStream *stream)
{
  g_autoptr (GError) error = NULL;
  gboolean fine = ldr_document_writer_end (writer, &error);

  g_assert_no_error (error);
  g_assert_true (fine);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* Leaves it where somebody can look at it who asked for it. */
void
sample_keep (GBytes *bytes, const char *name)
{
  const char *folder = g_getenv ("LDR_KEEP_DOCUMENTS");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (path != NULL)
    g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
}

/* What a program says that reads @input. It must be content with it. */
char *
sample_run (GBytes *input, const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (
      arguments, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE,
      &error);
  g_autoptr (GBytes) output = NULL;
  char *text;

  g_assert_no_error (error);
  g_subprocess_communicate (process, input, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (output, NULL), g_bytes_get_size (output));
  if (!g_subprocess_get_successful (process))
    g_error ("%s: %s", arguments[0], text);
  return text;
}

static void
part_free (gpointer data)
{
  SamplePart *self = data;

  g_free (self->name);
  g_bytes_unref (self->bytes);
  g_free (self);
}

static GBytes *
read_bytes (struct archive *archive)
{
  GByteArray *bytes = g_byte_array_new ();
  guint8 buffer[4096];
  la_ssize_t n;

  while ((n = archive_read_data (archive, buffer, sizeof buffer)) > 0)
    g_byte_array_append (bytes, buffer, (guint) n);
  g_assert_cmpint (n, ==, 0);
  return g_byte_array_free_to_bytes (bytes);
}

/* The files of a package in their order, as SamplePart. */
GPtrArray *
sample_unzip (GBytes *package)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  int code;

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_memory (archive, g_bytes_get_data (package, NULL), g_bytes_get_size (package)), ==,
                   ARCHIVE_OK);
  while ((code = archive_read_next_header (archive, &entry)) == ARCHIVE_OK)
    {
      SamplePart *part = g_new0 (SamplePart, 1);

      part->name = g_strdup (archive_entry_pathname (entry));
      part->bytes = read_bytes (archive);
      g_ptr_array_add (parts, part);
    }
  g_assert_cmpint (code, ==, ARCHIVE_EOF);
  archive_read_free (archive);
  return parts;
}

/* One file of a package, which is there. */
char *
sample_read_part (GBytes *package, const char *name)
{
  g_autoptr (GPtrArray) parts = sample_unzip (package);

  for (guint i = 0; i < parts->len; i++)
    {
      const SamplePart *part = g_ptr_array_index (parts, i);

      if (g_str_equal (part->name, name))
        return sample_to_text (part->bytes);
    }
  g_error ("%s is not in the package", name);
}

char *
sample_to_text (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return length > 0 ? g_strndup (data, length) : g_strdup ("");
}

char *
sample_repeat (const char *text, guint n)
{
  GString *all = g_string_sized_new (strlen (text) * n);

  for (guint i = 0; i < n; i++)
    g_string_append (all, text);
  return g_string_free_and_steal (all);
}

guint
sample_count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-progress-document.h"

#include <glib/gi18n.h>
#include "report/document/ldr-document-file.h"
#include "report/document/ldr-document-runs.h"

/* So many values are given as a table too; more of them are read from the chart, and from a spreadsheet. */
#define MAX_ROWS 8

/* A chart with its words, or a heading above those that follow it. */
typedef struct
{
  char *heading;
  LdrProgressChart *chart;
} Part;

struct _LdrProgressDocument
{
  char *title;
  char *subtitle;
  GPtrArray *parts;
  gboolean has_headings;
};

static void
part_free (gpointer data)
{
  Part *self = data;

  g_free (self->heading);
  g_clear_pointer (&self->chart, ldr_progress_chart_unref);
  g_free (self);
}

/* Pages are painted as long as somebody looks at them. */
static const LdrChartPalette *
get_palette (void)
{
  static LdrChartPalette *palette;

  if (g_once_init_enter_pointer (&palette))
    g_once_init_leave_pointer (&palette, ldr_progress_palette_new ());
  return palette;
}

/**
 * ldr_progress_document_new:
 * @title: what stands above everything, such as whose progress it is
 * @subtitle: (nullable): below that, such as the period
 *
 * Returns: (transfer full): a document without charts
 */
LdrProgressDocument *
ldr_progress_document_new (const char *title, const char *subtitle)
{
  LdrProgressDocument *self = g_new0 (LdrProgressDocument, 1);

  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  return self;
}

void
ldr_progress_document_free (LdrProgressDocument *self)
{
  g_free (self->title);
  g_free (self->subtitle);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

static void
add_part (LdrProgressDocument *self, const char *heading, LdrProgressChart *chart)
{
  Part *part = g_new0 (Part, 1);

  part->heading = g_strdup (heading);
  part->chart = chart != NULL ? ldr_progress_chart_ref (chart) : NULL;
  g_ptr_array_add (self->parts, part);
}

/**
 * ldr_progress_document_add:
 * @self: a document
 * @heading: (nullable): what stands above these charts, such as their period
 * @charts: (element-type LdrProgressChart): some charts; those that have nothing to show are left out
 */
void
ldr_progress_document_add (LdrProgressDocument *self, const char *heading, GPtrArray *charts)
{
  for (guint i = 0; i < charts->len; i++)
    {
      LdrProgressChart *chart = g_ptr_array_index (charts, i);

      if (chart->chart == NULL)
        continue;
      if (heading != NULL)
        {
          add_part (self, heading, NULL);
          self->has_headings = TRUE;
          heading = NULL;
        }
      add_part (self, NULL, chart);
    }
}

/* --- Its blocks --- */

static gboolean
push_heading (LdrDocumentWriter *writer, int level, const char *words, GError **error)
{
  g_autoptr (GPtrArray) runs = ldr_document_runs_new (words, 0);

  return ldr_document_writer_push (writer, ldr_document_heading_new (level, NULL, runs), error);
}

static gboolean
push_paragraph (LdrDocumentWriter *writer, const char *words, GError **error)
{
  g_autoptr (GPtrArray) runs = ldr_document_runs_new (words, 0);

  return ldr_document_writer_push (writer, ldr_document_paragraph_new (runs), error);
}

/* The other charts have their values written in them, or have no values. */
static gboolean
is_helped_by_table (LdrProgressKind kind)
{
  return kind == LDR_PROGRESS_GOALS || kind == LDR_PROGRESS_PROFILE || kind == LDR_PROGRESS_ACTIONS
         || kind == LDR_PROGRESS_FIGURES;
}

static gboolean
push_table (LdrDocumentWriter *writer, const LdrProgressChart *chart, GError **error)
{
  g_autoptr (LdrDocumentTable) table = ldr_document_table_of_chart (chart->chart);

  if (!is_helped_by_table (chart->kind) || table->rows->len > MAX_ROWS)
    return TRUE;
  return ldr_document_writer_push (writer, ldr_document_table_block_new (g_steal_pointer (&table)), error);
}

/* The heading stays with the chart, and the chart with what it says. */
static gboolean
push_chart (const LdrProgressDocument *self, LdrDocumentWriter *writer, const LdrProgressChart *chart, GError **error)
{
  return push_heading (writer, self->has_headings ? 2 : 1, chart->title, error)
         && ldr_document_writer_push (writer, ldr_document_chart_new (chart->chart, NULL, chart->sentence), error)
         && push_table (writer, chart, error);
}

/* The language of the words, which stand in the document as they do on the screen. */
static LdrDocumentMeta *
make_meta (const LdrProgressDocument *self, LdrPaper paper)
{
  const char *language = g_get_language_names ()[0];
  LdrDocumentMeta *meta = ldr_document_meta_new (self->title, g_str_equal (language, "C") ? "en" : language);

  meta->subject = g_strdup (self->subtitle);
  meta->paper = paper;
  return meta;
}

/**
 * ldr_progress_document_write:
 * @self: a document
 * @writer: a new writer of any format
 * @paper: on what, where there are pages
 * @error: return location for an error
 *
 * Writes the title, the period and each chart with its heading, what it says and, where that helps, its values. It
 * takes no display: gtk_init_check() is enough.
 *
 * Returns: whether it is written
 */
gboolean
ldr_progress_document_write (const LdrProgressDocument *self, LdrDocumentWriter *writer, LdrPaper paper, GError **error)
{
  g_autoptr (LdrDocumentMeta) meta = make_meta (self, paper);

  if (!ldr_document_writer_begin (writer, meta, NULL, error))
    return FALSE;
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);

      if (!(part->chart != NULL ? push_chart (self, writer, part->chart, error)
                                : push_heading (writer, 1, part->heading, error)))
        return FALSE;
    }
  if (self->parts->len == 0 && !push_paragraph (writer, _ ("There is nothing to show in this period."), error))
    return FALSE;
  return ldr_document_writer_end (writer, error);
}

/**
 * ldr_progress_document_write_pdf:
 * @self: a document
 * @paper: on what
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the document as a PDF file
 */
GBytes *
ldr_progress_document_write_pdf (const LdrProgressDocument *self, LdrPaper paper, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (LdrDocumentWriter) writer = ldr_document_stream_new (stream, LDR_DOCUMENT_PDF, NULL, get_palette ());

  if (!ldr_progress_document_write (self, writer, paper, error) || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/**
 * ldr_progress_document_make_pages:
 * @self: a document
 * @paper: on what
 *
 * Returns: (transfer full): its pages, to be printed: those that are in its PDF file
 */
LdrPages *
ldr_progress_document_make_pages (const LdrProgressDocument *self, LdrPaper paper)
{
  g_autoptr (LdrPages) pages = ldr_pages_new (get_palette ());
  g_autoptr (LdrDocumentWriter) writer = ldr_pages_write (pages);
  g_autoptr (GError) error = NULL;

  /* Setting pages in memory does not fail. */
  if (!ldr_progress_document_write (self, writer, paper, &error))
    g_critical ("Pages were not set: %s", error->message);
  return g_steal_pointer (&pages);
}

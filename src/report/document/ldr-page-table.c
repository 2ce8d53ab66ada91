/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-page-rows.h"

#include <string.h>

#include "ldr-document-runs.h"

#define GAP 14.0
#define PADDING 4.0
#define SPACE 8.0

/* So many rows tell how wide the columns of a table have to be. */
#define SAMPLE 60

/* A row that takes more of a page, or has more bytes in a cell, is told in paragraphs. */
#define MOST 0.6
#define MOST_BYTES 6000

typedef struct
{
  LdrPageFlow *flow;
  const LdrTypesetter *typesetter;
  LdrDocumentBlock *block;
  const LdrDocumentTable *table;
  double *widths;
  LdrPageRow *head;
} TableRows;

static void
measure_cell (const TableRows *self, GPtrArray *runs, LdrTextStyle style, double *least, double *natural)
{
  g_autofree char *text = ldr_document_runs_dup_text (runs);
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (strlen (text) > MOST_BYTES)
    return;
  layout = ldr_typesetter_set (self->typesetter, style, runs, -1, FALSE);
  pango_layout_get_size (layout, &width, NULL);
  *natural = MAX (*natural, (double) width / PANGO_SCALE + 1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, 0);
  pango_layout_get_size (layout, &width, NULL);
  *least = MAX (*least, (double) width / PANGO_SCALE + 1);
}

/* Widths that add up to the text's. Where not all columns can be as wide as they would like, those that want little get
 * it and the others share what is left; none gets less than its longest word as long as that can be. */
static void
share_width (double *widths, const double *least, const double *natural, guint n, double width)
{
  double all_least = 0, all_natural = 0, level = width, rest = 0;

  for (guint i = 0; i < n; i++)
    {
      all_least += least[i];
      all_natural += natural[i];
    }
  if (all_least >= width || all_natural <= width)
    {
      for (guint i = 0; i < n; i++)
        widths[i] = all_least >= width ? width * least[i] / all_least : natural[i] + (width - all_natural) / n;
      return;
    }
  /* The widest that a column may be so that all fit, by halving. */
  for (double step = width / 2; step > 0.1; step /= 2)
    {
      double sum = 0;

      for (guint i = 0; i < n; i++)
        sum += CLAMP (level, least[i], natural[i]);
      level += sum > width ? -step : step;
    }
  for (guint i = 0; i < n; i++)
    {
      widths[i] = CLAMP (level - 1, least[i], natural[i]);
      rest += widths[i];
    }
  for (guint i = 0; i < n; i++)
    widths[i] *= width / MAX (rest, 1);
}

static void
measure_columns (TableRows *self)
{
  guint n = self->table->heads->len;
  g_autofree double *least = g_new0 (double, n + 1);
  g_autofree double *natural = g_new0 (double, n + 1);

  for (guint i = 0; i < n; i++)
    {
      least[i] = natural[i] = GAP;
      measure_cell (self, g_ptr_array_index (self->table->heads, i), LDR_TEXT_HEAD, &least[i], &natural[i]);
      for (guint k = 0; k < MIN (self->table->rows->len, SAMPLE); k++)
        measure_cell (self, g_ptr_array_index ((GPtrArray *) g_ptr_array_index (self->table->rows, k), i),
                      LDR_TEXT_CELL, &least[i], &natural[i]);
    }
  share_width (self->widths, least, natural, n, self->typesetter->body_width - GAP * (n - 1));
}

static PangoAlignment
find_alignment (LdrDocumentAlign align, gboolean table_from_right)
{
  switch (align)
    {
    case LDR_DOCUMENT_START:
      return table_from_right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
    case LDR_DOCUMENT_CENTRE:
      return PANGO_ALIGN_CENTER;
    case LDR_DOCUMENT_END:
      return table_from_right ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT;
    }
  g_return_val_if_reached (PANGO_ALIGN_LEFT);
}

/* Sets a row of cells; %NULL where one of them is too long for a table. */
static LdrPageRow *
make_row (TableRows *self, GPtrArray *cells, LdrTextStyle style)
{
  g_autoptr (LdrPageRow) row = ldr_page_row_new (self->block, style);
  gboolean from_right = self->typesetter->right_to_left;
  double x = from_right ? self->typesetter->body_width : 0, bottom = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      GPtrArray *runs = g_ptr_array_index (cells, i);
      g_autofree char *text = ldr_document_runs_dup_text (runs);
      g_autoptr (PangoLayout) layout = NULL;
      double end;

      if (strlen (text) > MOST_BYTES)
        return NULL;
      layout = ldr_typesetter_set (self->typesetter, style, runs, self->widths[i],
                                   ldr_typesetter_reads_from_right (self->typesetter, text));
      pango_layout_set_alignment (layout, find_alignment (self->table->aligns[i], from_right));
      x -= from_right ? self->widths[i] : 0;
      end = ldr_page_row_add_lines (row, layout, x, PADDING, (int) i);
      bottom = MAX (bottom, end);
      x += from_right ? -GAP : self->widths[i] + GAP;
    }
  row->height = bottom + PADDING;
  row->width = self->typesetter->body_width;
  return row->height > self->typesetter->body_height * MOST ? NULL : g_steal_pointer (&row);
}

/* A row as paragraphs: the heading of each column, then what stands in it. */
static gboolean
add_paragraphs (TableRows *self, GPtrArray *cells, GError **error)
{
  for (guint i = 0; i < cells->len; i++)
    if (!ldr_page_rows_add_text (self->flow, self->block, LDR_TEXT_HEAD, g_ptr_array_index (self->table->heads, i), 0,
                                 TRUE, error)
        || !ldr_page_rows_add_text (self->flow, self->block, LDR_TEXT_BODY, g_ptr_array_index (cells, i), 0, FALSE,
                                    error))
      return FALSE;
  return TRUE;
}

static gboolean
add_title (TableRows *self, GError **error)
{
  g_autoptr (GPtrArray) runs = NULL;

  if (self->table->title == NULL || *self->table->title == '\0')
    return TRUE;
  runs = ldr_document_runs_new (self->table->title, 0);
  return ldr_page_rows_add_text (self->flow, self->block, LDR_TEXT_HEAD, runs, 0, TRUE, error);
}

static gboolean
add_rows (TableRows *self, GError **error)
{
  const GPtrArray *rows = self->table->rows;

  for (guint i = 0; i < rows->len; i++)
    {
      LdrPageRow *row = make_row (self, g_ptr_array_index (rows, i), LDR_TEXT_CELL);

      if (row == NULL && !add_paragraphs (self, g_ptr_array_index (rows, i), error))
        return FALSE;
      if (row == NULL)
        continue;
      row->head = self->head != NULL ? ldr_page_row_ref (self->head) : NULL;
      /* The last row is not to stand below the head alone on a page. */
      row->keeps_with_next = rows->len > 2 && i == rows->len - 2;
      if (!ldr_page_flow_add (self->flow, row, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ldr_page_rows_add_table:
 * @flow: takes the rows
 * @block: a table
 * @after: (out): the space behind it
 * @error: return location for an error
 *
 * Returns: whether to go on
 */
gboolean
ldr_page_rows_add_table (LdrPageFlow *flow, LdrDocumentBlock *block, double *after, GError **error)
{
  g_autofree double *widths = g_new0 (double, block->table->heads->len + 1);
  TableRows self = { flow, ldr_page_flow_get_typesetter (flow), block, block->table, widths };
  gboolean fine;

  *after = ldr_text_style_get_look (LDR_TEXT_CAPTION)->after;
  if (block->table->heads->len == 0)
    return TRUE;
  measure_columns (&self);
  if (!add_title (&self, error))
    return FALSE;
  self.head = make_row (&self, block->table->heads, LDR_TEXT_HEAD);
  if (self.head != NULL)
    {
      self.head->is_head = TRUE;
      self.head->before = block->table->title != NULL ? 0 : SPACE;
      self.head->keeps_with_next = TRUE;
    }
  fine
      = (self.head == NULL || ldr_page_flow_add (flow, ldr_page_row_ref (self.head), error)) && add_rows (&self, error);
  g_clear_pointer (&self.head, ldr_page_row_unref);
  return fine;
}

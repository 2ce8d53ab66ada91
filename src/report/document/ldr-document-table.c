/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-document-block.h"

#include "ldr-document-runs.h"

static GPtrArray *
cells_new (const char *const *texts, LdrRunFlags flags)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (; *texts != NULL; texts++)
    g_ptr_array_add (cells, ldr_document_runs_new (*texts, flags));
  return cells;
}

/**
 * ldr_document_table_new:
 * @title: (nullable): what the table is
 * @heads: (array zero-terminated=1): a heading for each column
 * @aligns: (array) (nullable): where the texts of each column stand, %NULL for all at the start
 *
 * Returns: (transfer full): a table without rows
 */
LdrDocumentTable *
ldr_document_table_new (const char *title, const char *const *heads, const LdrDocumentAlign *aligns)
{
  LdrDocumentTable *self = g_new0 (LdrDocumentTable, 1);

  self->title = title != NULL ? ldr_document_clean_line (title) : NULL;
  self->heads = cells_new (heads, 0);
  self->aligns = g_new0 (LdrDocumentAlign, self->heads->len + 1);
  for (guint i = 0; aligns != NULL && i < self->heads->len; i++)
    self->aligns[i] = aligns[i];
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return self;
}

/**
 * ldr_document_table_new_next:
 * @table: a table
 *
 * Returns: (transfer full): the next piece of it, without rows
 */
LdrDocumentTable *
ldr_document_table_new_next (const LdrDocumentTable *table)
{
  LdrDocumentTable *self = g_new0 (LdrDocumentTable, 1);

  self->title = g_strdup (table->title);
  self->heads = g_ptr_array_ref (table->heads);
  self->aligns = g_memdup2 (table->aligns, sizeof (LdrDocumentAlign) * (table->heads->len + 1));
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->goes_on = TRUE;
  return self;
}

void
ldr_document_table_free (LdrDocumentTable *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->heads);
  g_free (self->aligns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * ldr_document_table_add_row:
 * @self: a table
 * @cells: (array zero-terminated=1): a text for each column
 */
void
ldr_document_table_add_row (LdrDocumentTable *self, const char *const *cells)
{
  g_return_if_fail (g_strv_length ((char **) cells) == self->heads->len);

  g_ptr_array_add (self->rows, cells_new (cells, 0));
}

/**
 * ldr_document_table_add_runs:
 * @self: a table
 * @cells: (transfer full) (element-type GPtrArray): the runs of a cell for each column; the array and its members have
 *   a free function of their own
 */
void
ldr_document_table_add_runs (LdrDocumentTable *self, GPtrArray *cells)
{
  g_return_if_fail (cells->len == self->heads->len);

  for (guint i = 0; i < cells->len; i++)
    {
      GPtrArray *runs = g_ptr_array_index (cells, i);

      cells->pdata[i] = ldr_document_runs_clean (runs);
      g_ptr_array_unref (runs);
    }
  g_ptr_array_add (self->rows, cells);
}

/* Whether all there is in a column are numbers. */
static gboolean
holds_numbers (const LdrChartTable *table, guint column)
{
  gboolean any = FALSE;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const char *cell = ((char **) g_ptr_array_index (table->rows, i))[column];

      for (const char *p = cell; *p != '\0'; p++)
        if (!g_ascii_isdigit (*p) && *p != '.' && *p != ',' && *p != '-' && *p != '%')
          return FALSE;
      any = any || *cell != '\0';
    }
  return any;
}

/**
 * ldr_document_table_of_chart:
 * @chart: a chart
 *
 * Returns: (transfer full): its values in words
 */
LdrDocumentTable *
ldr_document_table_of_chart (LdrChart *chart)
{
  g_autoptr (LdrChartTable) values = ldr_chart_make_table (chart);
  guint n_columns = g_strv_length (values->columns);
  g_autofree LdrDocumentAlign *aligns = g_new0 (LdrDocumentAlign, n_columns + 1);
  LdrDocumentTable *self;

  for (guint i = 0; i < n_columns; i++)
    aligns[i] = holds_numbers (values, i) ? LDR_DOCUMENT_END : LDR_DOCUMENT_START;
  self = ldr_document_table_new (values->title, (const char *const *) values->columns, aligns);
  for (guint i = 0; i < values->rows->len; i++)
    ldr_document_table_add_row (self, g_ptr_array_index (values->rows, i));
  return self;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-csv-table.h"

#include <glib/gi18n.h>
#include <string.h>

#include "report/ldr-report-error.h"

static void
row_free (gpointer data)
{
  LdrCsvRow *self = data;

  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
ldr_csv_table_free (LdrCsvTable *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * ldr_csv_row_get:
 * @self: a row
 * @column: a column, from 0
 *
 * Returns: its cell, "" beyond the last
 */
const char *
ldr_csv_row_get (const LdrCsvRow *self, guint column)
{
  return column < self->cells->len ? g_ptr_array_index (self->cells, column) : "";
}

/**
 * ldr_exchange_to_utf8:
 * @bytes: (array length=length): a text file of another program
 * @length: how long it is
 * @error: LDR_REPORT_ERROR_INVALID with line and reason, if it is no text
 *
 * Makes UTF-8 of it, without a byte order mark. What is no UTF-8 is taken for Windows' Western European characters, as
 * older programs write them.
 *
 * Returns: (transfer full) (nullable): the text
 */
char *
ldr_exchange_to_utf8 (const char *bytes, gsize length, GError **error)
{
  const char *nul;
  char *text = NULL;

  if (length > LDR_CSV_MAX_BYTES)
    {
      g_set_error_literal (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID,
                           _ ("The file is larger than 4 MB, and so none that belongs here."));
      return NULL;
    }
  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    {
      bytes += 3;
      length -= 3;
    }
  nul = memchr (bytes, '\0', length);
  if (nul == NULL && g_utf8_validate_len (bytes, length, NULL))
    return g_strndup (bytes, length);
  if (nul == NULL)
    text = g_convert (bytes, (gssize) length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
  if (text == NULL)
    {
      guint line = 1;

      for (const char *p = bytes; p < (nul != NULL ? nul : bytes); p++)
        line += *p == '\n' ? 1 : 0;
      g_set_error (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID, _ ("Line %u: this is not a text file."), line);
    }
  return text;
}

/* --- Reading after RFC 4180 ------------------------------------------------------------------------------------------
 */

typedef struct
{
  const char *p;
  char separator;
  guint line;
} Reader;

static gboolean
is_line_end (char c)
{
  return c == '\r' || c == '\n';
}

static void
skip_line_end (Reader *reader)
{
  if (reader->p[0] == '\r' && reader->p[1] == '\n')
    reader->p++;
  if (*reader->p != '\0')
    reader->p++;
  reader->line++;
}

/* A cell between quotation marks; two of them stand for one. */
static char *
read_quoted (Reader *reader, GError **error)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  guint line = reader->line;

  for (reader->p++; *reader->p != '\0'; reader->p++)
    {
      if (*reader->p == '"' && reader->p[1] != '"')
        {
          reader->p++;
          while (*reader->p == ' ')
            reader->p++;
          if (*reader->p == '\0' || *reader->p == reader->separator || is_line_end (*reader->p))
            return g_string_free (g_steal_pointer (&cell), FALSE);
          g_set_error (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID,
                       _ ("Line %u: something follows a closing quotation mark."), reader->line);
          return NULL;
        }
      if (*reader->p == '"')
        reader->p++;
      else if (*reader->p == '\n' || (*reader->p == '\r' && reader->p[1] != '\n'))
        reader->line++;
      g_string_append_c (cell, *reader->p);
    }
  g_set_error (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID, _ ("Line %u: a quotation mark is never closed."),
               line);
  return NULL;
}

static char *
read_cell (Reader *reader, GError **error)
{
  const char *start;

  while (*reader->p == ' ')
    reader->p++;
  if (*reader->p == '"')
    return read_quoted (reader, error);
  start = reader->p;
  while (*reader->p != '\0' && *reader->p != reader->separator && !is_line_end (*reader->p))
    reader->p++;
  return g_strndup (start, (gsize) (reader->p - start));
}

static gboolean
read_row (Reader *reader, LdrCsvRow *row, GError **error)
{
  for (;;)
    {
      char *cell = read_cell (reader, error);

      if (cell == NULL)
        return FALSE;
      g_ptr_array_add (row->cells, g_strstrip (cell));
      if (row->cells->len > LDR_CSV_MAX_CELLS)
        {
          g_set_error (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID, _ ("Line %u: more than 1,000 cells."),
                       row->line);
          return FALSE;
        }
      if (*reader->p != reader->separator)
        break;
      reader->p++;
    }
  skip_line_end (reader);
  return TRUE;
}

/* Spreadsheets write a semicolon where the comma is the decimal sign: whichever the heading has most of, outside of
 * quotation marks. */
static char
find_separator (const char *text)
{
  static const char candidates[] = ",;\t";
  guint counts[G_N_ELEMENTS (candidates) - 1] = { 0 };
  gboolean is_quoted = FALSE;
  guint best = 0;

  while (is_line_end (*text))
    text++;
  for (const char *p = text; *p != '\0' && (is_quoted || !is_line_end (*p)); p++)
    {
      const char *found = strchr (candidates, *p);

      if (*p == '"')
        is_quoted = !is_quoted;
      else if (!is_quoted && found != NULL)
        counts[found - candidates]++;
    }
  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[best])
      best = i;
  return candidates[best];
}

static gboolean
is_empty (const LdrCsvRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    if (ldr_csv_row_get (row, i)[0] != '\0')
      return FALSE;
  return TRUE;
}

/**
 * ldr_csv_table_read:
 * @bytes: (array length=length): a file of comma-separated values, after RFC 4180; lines may end in any way, and
 *   semicolons or tabs may stand between the cells
 * @length: how long it is
 * @error: LDR_REPORT_ERROR_INVALID with line and reason
 *
 * Returns: (transfer full) (nullable): the table; it has one row or more
 */
LdrCsvTable *
ldr_csv_table_read (const char *bytes, gsize length, GError **error)
{
  g_autofree char *text = ldr_exchange_to_utf8 (bytes, length, error);
  g_autoptr (LdrCsvTable) self = NULL;
  Reader reader;

  if (text == NULL)
    return NULL;
  self = g_new0 (LdrCsvTable, 1);
  self->separator = find_separator (text);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  reader = (Reader) { text, self->separator, 1 };
  while (*reader.p != '\0')
    {
      LdrCsvRow *row = g_new0 (LdrCsvRow, 1);

      row->line = reader.line;
      row->cells = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->rows, row);
      if (!read_row (&reader, row, error))
        return NULL;
      if (is_empty (row))
        g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
    }
  if (self->rows->len > 0)
    return g_steal_pointer (&self);
  g_set_error_literal (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID, _ ("The file is empty."));
  return NULL;
}

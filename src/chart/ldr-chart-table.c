/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-chart-table.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#define MINUS "−"

static void
row_clear (gpointer data)
{
  g_free (((LdrChartFacts *) data)->values);
}

/**
 * ldr_chart_table_new:
 * @title: what the chart is
 * @columns: (transfer full) (array zero-terminated=1): the heads
 *
 * Returns: (transfer full): a table without rows
 */
LdrChartTable *
ldr_chart_table_new (const char *title, char **columns)
{
  LdrChartTable *self = g_new0 (LdrChartTable, 1);

  self->title = g_strdup (title);
  self->columns = columns;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->facts = g_array_new (FALSE, FALSE, sizeof (LdrChartFacts));
  g_array_set_clear_func (self->facts, row_clear);
  return self;
}

void
ldr_chart_table_free (LdrChartTable *self)
{
  g_free (self->title);
  g_strfreev (self->columns);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->facts);
  g_free (self);
}

/**
 * ldr_chart_table_add_row:
 * @self: a table
 * @cells: (transfer full) (array zero-terminated=1): a text for each column
 */
void
ldr_chart_table_add_row (LdrChartTable *self, char **cells)
{
  guint n = g_strv_length (self->columns);
  LdrChartFacts facts = { LDR_CHART_TABLE_NO_DAY, LDR_CHART_TABLE_NO_DAY, g_new (double, n) };

  for (guint i = 0; i < n; i++)
    facts.values[i] = NAN;
  g_ptr_array_add (self->rows, cells);
  g_array_append_val (self->facts, facts);

  g_return_if_fail (g_strv_length (cells) == n);
}

/**
 * ldr_chart_table_set_days:
 * @self: a table with a row
 * @first_day: the first civil day that the last row is of
 * @last_day: the last one
 */
void
ldr_chart_table_set_days (LdrChartTable *self, int first_day, int last_day)
{
  LdrChartFacts *row;

  g_return_if_fail (self->facts->len > 0);

  row = &g_array_index (self->facts, LdrChartFacts, self->facts->len - 1);
  row->first_day = first_day;
  row->last_day = last_day;
}

/**
 * ldr_chart_table_set_value:
 * @self: a table with a row
 * @column: a column
 * @value: the number that the text of the last row in it stands for, or NAN
 */
void
ldr_chart_table_set_value (LdrChartTable *self, guint column, double value)
{
  g_return_if_fail (self->facts->len > 0);

  g_array_index (self->facts, LdrChartFacts, self->facts->len - 1).values[column] = value;
}

/**
 * ldr_chart_table_get_row:
 * @self: a table
 * @row: a row
 *
 * Returns: (transfer none): the row for programs
 */
const LdrChartFacts *
ldr_chart_table_get_row (const LdrChartTable *self, guint row)
{
  return &g_array_index (self->facts, LdrChartFacts, row);
}

/**
 * ldr_chart_table_has_days:
 * @self: a table
 *
 * Returns: whether any row is of a day
 */
gboolean
ldr_chart_table_has_days (const LdrChartTable *self)
{
  for (guint i = 0; i < self->facts->len; i++)
    if (ldr_chart_table_get_row (self, i)->first_day != LDR_CHART_TABLE_NO_DAY)
      return TRUE;
  return FALSE;
}

/**
 * ldr_chart_table_has_values:
 * @self: a table
 * @column: a column
 *
 * Returns: whether any text in it stands for a number
 */
gboolean
ldr_chart_table_has_values (const LdrChartTable *self, guint column)
{
  for (guint i = 0; i < self->facts->len; i++)
    if (!isnan (ldr_chart_table_get_row (self, i)->values[column]))
      return TRUE;
  return FALSE;
}

/* Whether what follows is three digits and no more. */
static gboolean
has_group (const char *text)
{
  return strspn (text, "0123456789") == 3;
}

/* The cell with its thousands written on end and a minus that machines know, if it begins with a number. */
static char *
ungroup (const char *cell)
{
  const char *mark = localeconv ()->thousands_sep;
  gsize length = strlen (mark);
  const char *p = g_str_has_prefix (cell, MINUS) ? cell + strlen (MINUS) : cell;
  GString *plain;

  /* The sign of a currency may stand before it. */
  if (g_unichar_type (g_utf8_get_char (p)) == G_UNICODE_CURRENCY_SYMBOL)
    p = g_utf8_next_char (p);
  if (!g_ascii_isdigit (*p))
    return g_strdup (cell);
  plain = g_string_new (p > cell && g_str_has_prefix (cell, MINUS) ? "-" : "");
  for (p = plain->len > 0 ? cell + strlen (MINUS) : cell; *p != '\0'; p++)
    {
      if (length > 0 && p > cell && g_ascii_isdigit (p[-1]) && strncmp (p, mark, length) == 0 && has_group (p + length))
        p += length;
      g_string_append_c (plain, *p);
    }
  return g_string_free_and_steal (plain);
}

/**
 * ldr_chart_table_ungroup:
 * @self: a table
 *
 * Writes its values for programs: without the marks that the locale puts between thousands, which a spreadsheet of
 * another locale takes for a decimal point. The first column, which says what they are of, stays as it is.
 */
void
ldr_chart_table_ungroup (LdrChartTable *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      char **cells = g_ptr_array_index (self->rows, i);

      for (guint j = 1; cells[0] != NULL && cells[j] != NULL; j++)
        {
          char *plain = ungroup (cells[j]);

          g_free (cells[j]);
          cells[j] = plain;
        }
    }
}

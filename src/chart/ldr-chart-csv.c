/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-chart-csv.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* A number below zero begins as a formula does, and is none. */
static gboolean
is_number (const char *text)
{
  const char *p = text + (*text == '-');
  gsize digits = strspn (p, "0123456789");

  if (digits == 0)
    return FALSE;
  p += digits;
  if (*p == '.' || *p == ',')
    p += 1 + strspn (p + 1, "0123456789");
  return *p == '\0';
}

/**
 * ldr_csv_append_cell:
 * @out: what it goes to
 * @text: the text of a cell
 *
 * Adds a cell after RFC 4180. What a spreadsheet would take for a formula (a text that begins with =, +, -, @, a tab or
 * a carriage return, and is no number) gets an apostrophe before it, so that it stays the text that it is.
 */
void
ldr_csv_append_cell (GString *out, const char *text)
{
  gboolean is_formula = *text != '\0' && strchr ("=+-@\t\r", *text) != NULL && !is_number (text);
  gboolean needs_quotes = strpbrk (text, ",;\"\r\n\t") != NULL;

  if (needs_quotes)
    g_string_append_c (out, '"');
  if (is_formula)
    g_string_append_c (out, '\'');
  for (const char *quote = strchr (text, '"'); quote != NULL; quote = strchr (text, '"'))
    {
      g_string_append_len (out, text, quote + 1 - text);
      g_string_append_c (out, '"');
      text = quote + 1;
    }
  g_string_append (out, text);
  if (needs_quotes)
    g_string_append_c (out, '"');
}

/* A civil day as ISO 8601 writes it. */
static void
append_day (GString *out, int day)
{
  GDate date;

  if (day == LDR_CHART_TABLE_NO_DAY)
    return;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  g_string_append_printf (out, "%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}

/**
 * ldr_csv_append_days:
 * @out: what it goes to
 * @row: a row of a table
 *
 * Adds two cells: the first and the last day that the row is of, as YYYY-MM-DD; empty ones where it is of none.
 */
void
ldr_csv_append_days (GString *out, const LdrChartFacts *row)
{
  append_day (out, row->first_day);
  g_string_append_c (out, ',');
  append_day (out, row->last_day);
}

/**
 * ldr_csv_append_number:
 * @out: what it goes to
 * @value: a number, or NAN for an empty cell
 *
 * Adds a cell with a number as programs read it, whatever the locale: with a point before its decimals.
 */
void
ldr_csv_append_number (GString *out, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isnan (value))
    g_string_append (out, g_ascii_formatd (text, sizeof text, "%.10g", value));
}

static void
append_head (GString *out, const LdrChartTable *table, gboolean has_days)
{
  ldr_csv_append_cell (out, table->columns[0]);
  if (has_days)
    {
      g_string_append_c (out, ',');
      ldr_csv_append_cell (out, C_ ("chart table", "First day"));
      g_string_append_c (out, ',');
      ldr_csv_append_cell (out, C_ ("chart table", "Last day"));
    }
  for (guint i = 1; table->columns[i] != NULL; i++)
    {
      /* Translators: the head of a column for programs; %s is that of the one before it, whose values are in words */
      g_autofree char *number = g_strdup_printf (C_ ("chart table", "%s (number)"), table->columns[i]);

      g_string_append_c (out, ',');
      ldr_csv_append_cell (out, table->columns[i]);
      if (!ldr_chart_table_has_values (table, i))
        continue;
      g_string_append_c (out, ',');
      ldr_csv_append_cell (out, number);
    }
  g_string_append (out, "\r\n");
}

/**
 * ldr_csv_append_chart:
 * @out: what it goes to
 * @table: the values of a chart
 *
 * Adds the values with their heads, after RFC 4180. What is said in words stands beside the same for programs: the
 * first and the last day of a row, and the number of each value that is one.
 */
void
ldr_csv_append_chart (GString *out, const LdrChartTable *table)
{
  gboolean has_days = ldr_chart_table_has_days (table);

  append_head (out, table, has_days);
  for (guint i = 0; i < table->rows->len; i++)
    {
      char **cells = g_ptr_array_index (table->rows, i);
      const LdrChartFacts *row = ldr_chart_table_get_row (table, i);

      ldr_csv_append_cell (out, cells[0]);
      if (has_days)
        {
          g_string_append_c (out, ',');
          ldr_csv_append_days (out, row);
        }
      for (guint j = 1; cells[j] != NULL; j++)
        {
          g_string_append_c (out, ',');
          ldr_csv_append_cell (out, cells[j]);
          if (!ldr_chart_table_has_values (table, j))
            continue;
          g_string_append_c (out, ',');
          ldr_csv_append_number (out, row->values[j]);
        }
      g_string_append (out, "\r\n");
    }
}

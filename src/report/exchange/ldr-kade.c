/* SPDX-License-Identifier: GPL-3.0-or-later */

/* KADE's file of sorts: a heading "participants,s1,s2,…", then a line for each sort with its name and the values in the
 * statements' order. The statements are a text file of their own, one a line, which is the form of PQMethod's as well.
 */

#include "ldr-q-exchange.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ldr-csv-table.h"
#include "report/ldr-report-error.h"

static gboolean
read_values (const LdrCsvRow *row, int *values, guint n_items, GError **error)
{
  if (row->cells->len != n_items + 1)
    {
      g_set_error (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID,
                   _ ("Line %u: it has %u values, where the heading has %u statements."), row->line,
                   row->cells->len - 1, n_items);
      return FALSE;
    }
  for (guint i = 0; i < n_items; i++)
    {
      const char *cell = ldr_csv_row_get (row, i + 1);
      gint64 value;

      if (!g_ascii_string_to_signed (cell[0] == '+' && g_ascii_isdigit (cell[1]) ? cell + 1 : cell, 10,
                                     LDR_Q_SET_LOWEST, LDR_Q_SET_HIGHEST, &value, NULL))
        {
          g_set_error (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID,
                       _ ("Line %u: value %u, “%s”, is not a whole number from −6 to 13."), row->line, i + 1, cell);
          return FALSE;
        }
      values[i] = (int) value;
    }
  return TRUE;
}

/**
 * ldr_kade_read:
 * @bytes: (array length=length): a CSV file of sorts as KADE reads it
 * @length: how long it is
 * @error: LDR_REPORT_ERROR_INVALID with line and reason
 *
 * Returns: (transfer full) (nullable): its sorts, without the statements' texts
 */
LdrQSet *
ldr_kade_read (const char *bytes, gsize length, GError **error)
{
  g_autoptr (LdrCsvTable) table = ldr_csv_table_read (bytes, length, error);
  g_autofree int *values = NULL;
  g_autoptr (LdrQSet) set = NULL;
  const LdrCsvRow *heading;
  guint n_items;

  if (table == NULL)
    return NULL;
  heading = g_ptr_array_index (table->rows, 0);
  n_items = heading->cells->len - 1;
  if (n_items < 2 || n_items > LDR_Q_SET_MAX_ITEMS)
    {
      g_set_error (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID,
                   _ ("Line %u: a heading such as “participants,s1,s2” with 2 to 200 statements is expected."),
                   heading->line);
      return NULL;
    }
  if (table->rows->len < 2 || table->rows->len - 1 > LDR_Q_SET_MAX_SORTS)
    {
      g_set_error (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID,
                   _ ("Line %u: 1 to 999 sorts are expected after the heading."), heading->line);
      return NULL;
    }
  set = ldr_q_set_new ("", n_items);
  values = g_new0 (int, n_items);
  for (guint i = 1; i < table->rows->len; i++)
    {
      const LdrCsvRow *row = g_ptr_array_index (table->rows, i);

      if (ldr_csv_row_get (row, 0)[0] == '\0')
        {
          g_set_error (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID, _ ("Line %u: the sort has no name."),
                       row->line);
          return NULL;
        }
      if (!read_values (row, values, n_items, error))
        return NULL;
      ldr_q_set_add (set, ldr_csv_row_get (row, 0), values);
    }
  return g_steal_pointer (&set);
}

/* A name as a cell, quoted where it has to be (RFC 4180). */
static void
append_name (GString *out, const char *name)
{
  g_autoptr (GString) cell = g_string_new (name);

  if (strpbrk (name, ",;\"") == NULL)
    {
      g_string_append (out, name);
      return;
    }
  g_string_replace (cell, "\"", "\"\"", 0);
  g_string_append_printf (out, "\"%s\"", cell->str);
}

/**
 * ldr_kade_write:
 * @set: sorts
 *
 * Returns: (transfer full): the sorts as a CSV file that KADE reads
 */
char *
ldr_kade_write (const LdrQSet *set)
{
  GString *out = g_string_new ("participants");

  for (guint i = 0; i < set->n_items; i++)
    g_string_append_printf (out, ",s%u", i + 1);
  g_string_append (out, "\r\n");
  for (guint s = 0; s < set->sorts->len; s++)
    {
      append_name (out, g_ptr_array_index (set->names, s));
      for (guint i = 0; i < set->n_items; i++)
        g_string_append_printf (out, ",%d", ldr_q_set_get (set, s)[i]);
      g_string_append (out, "\r\n");
    }
  return g_string_free (out, FALSE);
}

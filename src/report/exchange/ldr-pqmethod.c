/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PQMethod's files of a study, in columns of fixed width as FORTRAN reads them.
 *
 * NAME.DAT: line 1 has 0, the number of sorts and the number of statements in three columns each, a blank and the
 * title. Line 2 has the lowest and the highest value and then how many statements lie at each value from −6 to 13, all
 * in three columns each. Then a line for each sort: its name in eight columns, two blanks, and the value of each
 * statement in two. NAME.STA: a line for each statement, of sixty characters. (PQMethod manual, appendix on files; its
 * sample study LIPSET.) */

#include "ldr-q-exchange.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ldr-csv-table.h"
#include "report/ldr-report-error.h"

#define NAME_WIDTH 8
#define VALUES_START 10
#define VALUE_WIDTH 2
#define TITLE_START 10
#define TITLE_WIDTH 68
#define COUNT_WIDTH 3
#define STATEMENT_WIDTH 60
#define N_SHAPE (LDR_Q_SET_HIGHEST - LDR_Q_SET_LOWEST + 1)

static gboolean G_GNUC_PRINTF (3, 4) refuse (GError **error, guint line, const char *reason, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, reason);
  text = g_strdup_vprintf (reason, args);
  va_end (args);
  /* Translators: a line of a file and what is wrong with it. */
  g_set_error (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID, _ ("Line %u: %s"), line, text);
  return FALSE;
}

/* The lines of a file without what ends them; empty ones at the end, and DOS's end of file, are none. */
static char **
read_lines (const char *bytes, gsize length, GError **error)
{
  g_autofree char *text = ldr_exchange_to_utf8 (bytes, length, error);
  g_autoptr (GString) plain = NULL;
  gsize end;

  if (text == NULL)
    return NULL;
  plain = g_string_new (text);
  g_string_replace (plain, "\r\n", "\n", 0);
  g_string_replace (plain, "\r", "\n", 0);
  for (end = plain->len; end > 0 && (g_ascii_isspace (plain->str[end - 1]) || plain->str[end - 1] == '\x1a'); end--)
    ;
  g_string_truncate (plain, end);
  return g_strsplit (plain->str, "\n", -1);
}

/* A whole number in a field of fixed width, blanks before it. */
static gboolean
read_field (const char *line, gsize start, gsize width, int *value)
{
  char field[COUNT_WIDTH + 1];
  gint64 number;

  if (strlen (line) < start + width)
    return FALSE;
  memcpy (field, line + start, width);
  field[width] = '\0';
  if (!g_ascii_string_to_signed (g_strchug (field), 10, -99, LDR_Q_SET_MAX_SORTS, &number, NULL))
    return FALSE;
  *value = (int) number;
  return TRUE;
}

/* --- Reading ---------------------------------------------------------------------------------------------------------
 */

static LdrQSet *
read_heading (const char *line, int *n_sorts, GError **error)
{
  g_autofree char *title = NULL;
  int zero, n_items;

  if (!read_field (line, 0, COUNT_WIDTH, &zero) || !read_field (line, COUNT_WIDTH, COUNT_WIDTH, n_sorts)
      || !read_field (line, 2 * COUNT_WIDTH, COUNT_WIDTH, &n_items))
    {
      refuse (error, 1, _ ("the number of sorts and of statements are expected, in three columns each."));
      return NULL;
    }
  if (*n_sorts < 1 || n_items < 2 || n_items > LDR_Q_SET_MAX_ITEMS)
    {
      refuse (error, 1, _ ("a study has 1 to 999 sorts of 2 to 200 statements."));
      return NULL;
    }
  title = g_strstrip (g_strdup (strlen (line) > TITLE_START ? line + TITLE_START : ""));
  return ldr_q_set_new (title, (guint) n_items);
}

/* The lowest and highest value, and whether the shape beside them is one of that range and of all statements. */
static gboolean
read_range (const char *line, guint n_items, int *low, int *high, GError **error)
{
  int count, sum = 0;

  if (!read_field (line, 0, COUNT_WIDTH, low) || !read_field (line, COUNT_WIDTH, COUNT_WIDTH, high))
    return refuse (error, 2, _ ("the lowest and the highest value are expected, in three columns each."));
  if (*low < LDR_Q_SET_LOWEST || *high > LDR_Q_SET_HIGHEST || *low >= *high)
    return refuse (error, 2, _ ("values go from −6 or more to 13 or less."));
  for (guint i = 0; i < N_SHAPE && strlen (line) > (2 + i) * COUNT_WIDTH; i++)
    {
      int value = LDR_Q_SET_LOWEST + (int) i;

      if (!read_field (line, (2 + i) * COUNT_WIDTH, COUNT_WIDTH, &count) || count < 0)
        return refuse (error, 2, _ ("how many statements lie at %d is not a number."), value);
      if (count > 0 && (value < *low || value > *high))
        return refuse (error, 2, _ ("there are statements at %d, beyond the lowest or highest value."), value);
      sum += count;
    }
  if (sum != (int) n_items)
    return refuse (error, 2, _ ("the shape holds %d statements, where there are %u."), sum, n_items);
  return TRUE;
}

static gboolean
read_sort (LdrQSet *set, const char *line, guint number, int low, int high, GError **error)
{
  g_autofree int *values = g_new0 (int, set->n_items);
  gsize width = set->n_items * VALUE_WIDTH;
  g_autofree char *name = NULL;
  const char *columns;

  /* Columns are counted in characters: a name may have letters that take more than one byte. */
  if (g_utf8_strlen (line, -1) < VALUES_START || strlen (g_utf8_offset_to_pointer (line, VALUES_START)) < width)
    return refuse (error, number,
                   _ ("a name in eight columns, two blanks and %u values in two columns each are expected."),
                   set->n_items);
  columns = g_utf8_offset_to_pointer (line, VALUES_START);
  name = g_strstrip (g_utf8_substring (line, 0, NAME_WIDTH));
  if (name[0] == '\0')
    return refuse (error, number, _ ("the sort has no name."));
  for (guint i = 0; i < set->n_items; i++)
    if (!read_field (columns, i * VALUE_WIDTH, VALUE_WIDTH, &values[i]) || values[i] < low || values[i] > high)
      return refuse (error, number, _ ("value %u is not a whole number from %d to %d."), i + 1, low, high);
  if (columns[width + strspn (columns + width, " \t")] != '\0')
    return refuse (error, number, _ ("there are more than %u values."), set->n_items);
  ldr_q_set_add (set, name, values);
  return TRUE;
}

/**
 * ldr_pqmethod_read_dat:
 * @bytes: (array length=length): PQMethod's file of sorts, NAME.DAT
 * @length: how long it is
 * @error: LDR_REPORT_ERROR_INVALID with line and reason
 *
 * A sort need not have the shape that line 2 tells, since PQMethod takes others as well; its values have to be in
 * range.
 *
 * Returns: (transfer full) (nullable): its sorts, without the statements' texts
 */
LdrQSet *
ldr_pqmethod_read_dat (const char *bytes, gsize length, GError **error)
{
  g_auto (GStrv) lines = read_lines (bytes, length, error);
  g_autoptr (LdrQSet) set = NULL;
  int n_sorts, low, high;
  guint n_lines;

  if (lines == NULL)
    return NULL;
  n_lines = g_strv_length (lines);
  if (n_lines < 2)
    {
      refuse (error, n_lines + 1, _ ("the file ends before its second line."));
      return NULL;
    }
  set = read_heading (lines[0], &n_sorts, error);
  if (set == NULL || !read_range (lines[1], set->n_items, &low, &high, error))
    return NULL;
  if (n_lines != (guint) n_sorts + 2)
    {
      refuse (error, MIN (n_lines, (guint) n_sorts + 2) + 1,
              _ ("there are %u sorts, where the first line tells of %d."), n_lines - 2, n_sorts);
      return NULL;
    }
  for (guint i = 2; i < n_lines; i++)
    if (!read_sort (set, lines[i], i + 1, low, high, error))
      return NULL;
  return g_steal_pointer (&set);
}

/**
 * ldr_pqmethod_read_sta:
 * @set: a set without texts
 * @bytes: (array length=length): the statements, one a line: PQMethod's NAME.STA, or KADE's text file
 * @length: how long it is
 * @error: LDR_REPORT_ERROR_INVALID with line and reason; the set then stays without texts
 *
 * Returns: whether the set has its texts now
 */
gboolean
ldr_pqmethod_read_sta (LdrQSet *set, const char *bytes, gsize length, GError **error)
{
  g_auto (GStrv) lines = read_lines (bytes, length, error);
  guint n;

  if (lines == NULL)
    return FALSE;
  n = g_strv_length (lines);
  if (n != set->n_items)
    return refuse (error, MIN (n, set->n_items) + 1, _ ("there are %u statements, where the sorts have %u."), n,
                   set->n_items);
  for (guint i = 0; i < n; i++)
    if (g_strstrip (lines[i])[0] == '\0')
      return refuse (error, i + 1, _ ("the statement is empty."));
  g_ptr_array_set_size (set->items, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (set->items, g_strdup (lines[i]));
  return TRUE;
}

/* --- Writing ---------------------------------------------------------------------------------------------------------
 */

static void
count_shape (const LdrQSet *set, guint sort, int shape[N_SHAPE])
{
  memset (shape, 0, N_SHAPE * sizeof (int));
  for (guint i = 0; i < set->n_items; i++)
    shape[ldr_q_set_get (set, sort)[i] - LDR_Q_SET_LOWEST]++;
}

/* Text as PQMethod can have it: of plain letters, and no longer than its columns. */
static char *
to_columns (const char *text, gsize width)
{
  char *ascii = g_str_to_ascii (text, "C");

  if (strlen (ascii) > width)
    ascii[width] = '\0';
  return g_strchomp (ascii);
}

/* A name of at most eight plain letters that no sort before it has. */
static char *
dup_name (const LdrQSet *set, guint sort, GHashTable *taken)
{
  char *name = to_columns (g_ptr_array_index (set->names, sort), NAME_WIDTH);

  if (name[0] == '\0' || g_hash_table_contains (taken, name))
    {
      g_autofree char *number = g_strdup_printf ("%u", sort + 1);
      char *numbered = g_strdup_printf ("%.*s%s", (int) (NAME_WIDTH - strlen (number)), name, number);

      g_free (name);
      name = numbered;
    }
  g_hash_table_add (taken, g_strdup (name));
  return name;
}

static gboolean
can_write (const LdrQSet *set, GError **error)
{
  int first[N_SHAPE], other[N_SHAPE], low, high;

  ldr_q_set_get_range (set, &low, &high);
  if (set->sorts->len < 1 || set->sorts->len > LDR_Q_SET_MAX_SORTS || set->n_items < 2
      || set->n_items > LDR_Q_SET_MAX_ITEMS || low < LDR_Q_SET_LOWEST || high > LDR_Q_SET_HIGHEST)
    {
      g_set_error_literal (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID,
                           _ ("PQMethod takes 1 to 999 sorts of 2 to 200 statements, with values from −6 to 13."));
      return FALSE;
    }
  count_shape (set, 0, first);
  for (guint s = 1; s < set->sorts->len; s++)
    {
      count_shape (set, s, other);
      if (memcmp (first, other, sizeof first) != 0)
        {
          g_set_error (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID,
                       _ ("PQMethod takes sorts of one shape, and “%s” has another than the first."),
                       (const char *) g_ptr_array_index (set->names, s));
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * ldr_pqmethod_write_dat:
 * @set: sorts of one shape
 * @error: LDR_REPORT_ERROR_INVALID with the reason if PQMethod has no form for them
 *
 * Names are cut at eight plain letters and numbered where two would be the same.
 *
 * Returns: (transfer full) (nullable): the sorts as PQMethod's NAME.DAT
 */
char *
ldr_pqmethod_write_dat (const LdrQSet *set, GError **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *title = to_columns (set->title, TITLE_WIDTH);
  int shape[N_SHAPE], low, high;
  GString *out;

  if (!can_write (set, error))
    return NULL;
  ldr_q_set_get_range (set, &low, &high);
  count_shape (set, 0, shape);
  out = g_string_new (NULL);
  g_string_append_printf (out, "  0%3u%3u %s\r\n%3d%3d", set->sorts->len, set->n_items, title, low, high);
  for (guint i = 0; i < N_SHAPE; i++)
    g_string_append_printf (out, "%3d", shape[i]);
  g_string_append (out, "\r\n");
  for (guint s = 0; s < set->sorts->len; s++)
    {
      g_autofree char *name = dup_name (set, s, taken);

      g_string_append_printf (out, "%-10s", name);
      for (guint i = 0; i < set->n_items; i++)
        g_string_append_printf (out, "%2d", ldr_q_set_get (set, s)[i]);
      g_string_append (out, "\r\n");
    }
  return g_string_free (out, FALSE);
}

/**
 * ldr_pqmethod_write_sta:
 * @set: a set with texts
 *
 * Returns: (transfer full): the statements as PQMethod's NAME.STA: of plain letters, sixty characters a line
 */
char *
ldr_pqmethod_write_sta (const LdrQSet *set)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < set->items->len; i++)
    {
      g_autofree char *text = to_columns (g_ptr_array_index (set->items, i), STATEMENT_WIDTH);

      g_string_append_printf (out, "%-60s\r\n", text);
    }
  return g_string_free (out, FALSE);
}

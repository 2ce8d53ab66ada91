/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "model/ldr-model-error.h"
#include "model/ldr-q-compare.h"
#include "report/exchange/ldr-csv-table.h"
#include "report/exchange/ldr-q-exchange.h"
#include "report/ldr-report-error.h"

/* Sorts that come from other programs and go there. */

/* PQMethod's sample study, to the byte. */
/* clang-format off */
static const char lipset[] =
  "  0  9 33 Lipset Study (PQMETHOD testfile; cf. Brown, 1980, pp. 183ff.)       \n"
  " -4  4  0  0  2  3  4  5  5  5  4  3  2  0  0  0  0  0  0  0  0  0\n"
  "US1       -1 0-2 0-2 1 0-1 0-1 1 1 2 3-1-4-3-3-1-4 3 2 3 1 1 0 4 2 2-3-2-2 4\n"
  "US2       -1 0-1-3 2 3 1 1-4 0 2-1 4-1 1-3 0-2-2 0 3-2 1 0 2 1 2 3-1-4-2-3 4\n"
  "US3        2-2-2 4-1 0-4-3 1-4-3 3 3 2 0-3 2-1 1 0 1-2 0 2-2 3 1-1 0-1-1 4 1\n"
  "US4        3 1-3-1-1 3-3-2 0-4-1 0 3-2-3-4-1 2 4-2 4 1 1-2 0 1-1 2 0 2 1 2 0\n"
  "JP5       -4-1 3-1 1 1 4 2-4 4 2 0-1 3 0 2 0-2-2 0-1 2 1-3-3-3 3 0 1-2 1-2-1\n"
  "CA6        1-3 0 3 3 4-2 0-2-2 1-1 1 0-4 3-1 0 1-1-2-3-1-4 2 2 0 4-1 2 1 2-3\n"
  "UK7        2 0-2 1 0 1-1-3 0-1 1-1 1 2-4 4 3 2 0 2-2-1-3-4 3-2 0 4-3 1-1 3-2\n"
  "US8       -2 2 0-3-4 4 0-1-1-1 1-1 1-1 4 0 0 1-3 1 2 2 3 3-3 1-4 3 0-2-2-2 2\n"
  "FR9        3 1 0 1-4-3 2 2-2 0 0-2 1 4-1-2 2-1 2 1 3-3-3-2 1 0-1-4 0-1 3-1 4\n";
/* clang-format on */

static LdrQSet *
read_lipset (void)
{
  g_autoptr (GError) error = NULL;
  LdrQSet *set = ldr_pqmethod_read_dat (lipset, strlen (lipset), &error);

  g_assert_no_error (error);
  return set;
}

static void
assert_same_sorts (const LdrQSet *a, const LdrQSet *b)
{
  g_assert_cmpuint (a->n_items, ==, b->n_items);
  g_assert_cmpuint (a->sorts->len, ==, b->sorts->len);
  for (guint s = 0; s < a->sorts->len; s++)
    {
      g_assert_cmpstr (g_ptr_array_index (a->names, s), ==, g_ptr_array_index (b->names, s));
      g_assert_cmpmem (ldr_q_set_get (a, s), a->n_items * sizeof (int), ldr_q_set_get (b, s),
                       b->n_items * sizeof (int));
    }
}

static void
test_lipset (void)
{
  g_autoptr (LdrQSet) set = read_lipset ();
  g_autofree double *r = ldr_q_set_correlate (set);
  int low, high;

  g_assert_cmpstr (set->title, ==, "Lipset Study (PQMETHOD testfile; cf. Brown, 1980, pp. 183ff.)");
  g_assert_cmpuint (set->n_items, ==, 33);
  g_assert_cmpuint (set->sorts->len, ==, 9);
  g_assert_cmpstr (g_ptr_array_index (set->names, 0), ==, "US1");
  g_assert_cmpstr (g_ptr_array_index (set->names, 8), ==, "FR9");
  g_assert_cmpint (ldr_q_set_get (set, 0)[32], ==, 4);
  g_assert_cmpfloat (r[0 * 9 + 1], ==, .5375);
  g_assert_cmpfloat (r[3 * 9 + 8], ==, .025);
  ldr_q_set_get_range (set, &low, &high);
  g_assert_cmpint (low, ==, -4);
  g_assert_cmpint (high, ==, 4);
}

/* What is written is what was read, but for blanks at the ends of lines and how lines end. */
static void
test_write_dat (void)
{
  g_autoptr (LdrQSet) set = read_lipset (), again = NULL;
  g_autofree char *written = ldr_pqmethod_write_dat (set, NULL);
  g_autoptr (GString) plain = g_string_new (written), original = g_string_new (lipset);

  g_string_replace (plain, "\r\n", "\n", 0);
  g_string_replace (original, "183ff.)       \n", "183ff.)\n", 0);
  g_assert_cmpstr (plain->str, ==, original->str);
  again = ldr_pqmethod_read_dat (written, strlen (written), NULL);
  assert_same_sorts (set, again);
}

static void
test_kade (void)
{
  g_autoptr (LdrQSet) set = read_lipset (), again = NULL, other = NULL;
  g_autofree char *written = ldr_kade_write (set);
  g_autoptr (GString) semicolons = g_string_new (written);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_str_has_prefix (written, "participants,s1,s2,s3,"));
  g_assert_nonnull (strstr (written, "\r\nUS1,-1,0,-2,0,-2,1,"));
  again = ldr_kade_read (written, strlen (written), &error);
  g_assert_no_error (error);
  assert_same_sorts (set, again);
  /* As a Dutch spreadsheet saves it, on an old Mac. */
  g_string_replace (semicolons, ",", ";", 0);
  g_string_replace (semicolons, "\r\n", "\r", 0);
  g_string_prepend (semicolons, "\xef\xbb\xbf");
  other = ldr_kade_read (semicolons->str, semicolons->len, &error);
  g_assert_no_error (error);
  assert_same_sorts (set, other);
}

static const char *const names[]
    = { "Anna", "Zoë, now", "He said \"no\"", "Jan; pressure", "a very long name indeed", "a very long other", "你好" };

static void
test_boards (void)
{
  g_autoptr (LdrQSet) set = ldr_q_set_new ("What matters most", LDR_Q_CARDS), again = NULL, pq = NULL;
  static const int values[LDR_Q_CARDS]
      = { 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, 1, 1, 1, 1, 2, 2, 2, -2, -2, -2, 3, 3, -3, -3 };
  g_autofree char *csv = NULL, *dat = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  LdrQBoard board, back;

  g_assert_true (ldr_q_board_set_values (&board, values, LDR_Q_CARDS, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    ldr_q_set_add_board (set, names[i], &board);
  csv = ldr_kade_write (set);
  again = ldr_kade_read (csv, strlen (csv), NULL);
  assert_same_sorts (set, again);
  g_assert_true (ldr_q_set_get_board (again, 3, &back, NULL));
  g_assert_true (ldr_q_board_equal (&board, &back));
  /* PQMethod's names have eight plain letters, and no two are the same. */
  dat = ldr_pqmethod_write_dat (set, NULL);
  g_assert_true (g_str_is_ascii (dat));
  g_assert_nonnull (strstr (dat, "\n -3  3  0  0  0  2  3  4  6  4  3  2  0  0"));
  pq = ldr_pqmethod_read_dat (dat, strlen (dat), NULL);
  g_assert_nonnull (pq);
  for (guint i = 0; i < pq->names->len; i++)
    g_assert_true (g_hash_table_add (seen, g_ptr_array_index (pq->names, i)));
  g_assert_cmpstr (g_ptr_array_index (pq->names, 4), ==, "a very l");
  g_assert_cmpstr (g_ptr_array_index (pq->names, 5), ==, "a very 6");
  g_assert_true (ldr_q_set_get_board (pq, 0, &back, NULL));
  g_assert_true (ldr_q_board_equal (&board, &back));
}

/* A sound study that is not one of this journal's is read, and not taken for 24 cards. */
static void
test_other_shape (void)
{
  g_autoptr (LdrQSet) set = read_lipset (), two = ldr_q_set_new ("", 3);
  g_autoptr (GError) error = NULL;
  static const int a[] = { -1, 0, 1 }, b[] = { 0, 0, 0 }, c[] = { -7, 0, 1 };
  g_autofree char *dat = NULL;
  LdrQBoard board;

  g_assert_false (ldr_q_set_get_board (set, 0, &board, &error));
  g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  ldr_q_set_add (two, "a", a);
  ldr_q_set_add (two, "b", b);
  g_assert_null (ldr_pqmethod_write_dat (two, &error));
  g_assert_error (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "“b”"));
  g_ptr_array_set_size (two->sorts, 0);
  g_assert_null (ldr_pqmethod_write_dat (two, NULL));
  ldr_q_set_add (two, "c", c);
  g_assert_null (ldr_pqmethod_write_dat (two, NULL));
}

static void
test_statements (void)
{
  g_autoptr (LdrQSet) set = ldr_q_set_new ("", 2), long_one = ldr_q_set_new ("", 2);
  static const char sta[] = "1We accept improvements                                     \r\nCaf\xe9s\r\n\x1a";
  static const char utf8[]
      = "Een idee\xc3\xabnbus\nEen zin die veel langer is dan de zestig tekens die PQMethod ervoor heeft\n";
  g_autofree char *written = NULL, *cut = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_pqmethod_read_sta (set, sta, sizeof sta - 1, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (g_ptr_array_index (set->items, 0), ==, "1We accept improvements");
  g_assert_cmpstr (g_ptr_array_index (set->items, 1), ==, "Cafés");
  written = ldr_pqmethod_write_sta (set);
  g_assert_cmpuint (strlen (written), ==, 2 * 62);
  g_assert_true (g_str_is_ascii (written));
  g_assert_false (ldr_pqmethod_read_sta (set, "one\n", 4, &error));
  g_assert_cmpstr (error->message, ==, "Line 2: there are 1 statements, where the sorts have 2.");
  g_clear_error (&error);
  g_assert_false (ldr_pqmethod_read_sta (set, "one\n \nthree", 11, NULL));
  g_assert_false (ldr_pqmethod_read_sta (set, " \ntwo", 5, &error));
  g_assert_cmpstr (error->message, ==, "Line 1: the statement is empty.");
  g_assert_cmpuint (set->items->len, ==, 2);
  g_assert_true (ldr_pqmethod_read_sta (long_one, utf8, sizeof utf8 - 1, NULL));
  cut = ldr_pqmethod_write_sta (long_one);
  g_assert_true (g_str_has_prefix (cut, "Een ideeenbus   "));
  g_assert_cmpuint (strlen (cut), ==, 2 * 62);
}

/* The sample study with one thing wrong: from, to, and how the refusal begins. */
static const struct
{
  const char *from;
  const char *to;
  const char *message;
} broken_dat[] = {
  { "  0  9 33", "  0  x 33", "Line 1: the number of sorts" },
  { "  0  9 33", "  0  9", "Line 1: the number of sorts" },
  { "  0  9 33", "  0  0 33", "Line 1: a study has" },
  { "  0  9 33", "  0  9  1", "Line 1: a study has" },
  { "  0  9 33", "  0  9 34", "Line 2: the shape holds 33 statements, where there are 34." },
  { "  0  9 33", "  0  8 33", "Line 11: there are 9 sorts, where the first line tells of 8." },
  { "  0  9 33", "  0 10 33", "Line 12: there are 9 sorts, where the first line tells of 10." },
  { " -4  4  0", " -4     0", "Line 2: the lowest" },
  { " -4  4  0", "  4 -4  0", "Line 2: values go" },
  { " -4  4  0", " -7  4  0", "Line 2: values go" },
  { " -4  4  0  0  2", " -4  4  0  1  1", "Line 2: there are statements at -5" },
  { " -4  4  0  0  2", " -4  4  0  0  x", "Line 2: how many statements lie at -4" },
  { " -4  4  0  0  2", " -4  4  0  0  3", "Line 2: the shape holds 34" },
  { "US2  ", "     ", "Line 4: the sort has no name." },
  { "US2       -1 0-1", "US2       -1 0-5", "Line 4: value 3 is not a whole number from -4 to 4." },
  { "US2       -1 0-1", "US2       -1 0 x", "Line 4: value 3" },
  { "US2       -1 0-1", "US2       -1 0  ", "Line 4: value 3" },
  { "US2       -1 0-1", "US2      -1 0-1", "Line 4: a name in eight" },
  { "-4-2-3 4\n", "-4-2-3 4 1\n", "Line 4: there are more than 33 values." },
  { "-4-2-3 4\n", "-4-2-3\n", "Line 4: a name in eight" },
};

static void
test_broken_dat (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (broken_dat); i++)
    {
      g_autoptr (GString) text = g_string_new (lipset);
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (g_string_replace (text, broken_dat[i].from, broken_dat[i].to, 1), ==, 1);
      g_test_message ("%zu", i);
      g_assert_null (ldr_pqmethod_read_dat (text->str, text->len, &error));
      g_assert_error (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, broken_dat[i].message));
    }
}

static const struct
{
  const char *text;
  const char *message;
} broken_csv[] = {
  { "", "The file is empty." },
  { "\n\n", "The file is empty." },
  { "participants,s1\na,1", "Line 1: a heading" },
  { "participants,s1,s2\n", "Line 1: 1 to 999 sorts" },
  { "participants,s1,s2\na,1", "Line 2: it has 1 values, where the heading has 2 statements." },
  { "participants,s1,s2\na,1,0\n\nb,1,2,3", "Line 4: it has 3 values" },
  { "participants,s1,s2\n,1,0", "Line 2: the sort has no name." },
  { "participants,s1,s2\na,1,x", "Line 2: value 2, “x”" },
  { "participants,s1,s2\na,1,", "Line 2: value 2, “”" },
  { "participants,s1,s2\na,1,1.5", "Line 2: value 2, “1.5”" },
  { "participants,s1,s2\na,14,1", "Line 2: value 1" },
  { "participants,s1,s2\na,+-1,1", "Line 2: value 1" },
  { "participants,s1,s2\n\"a,1,1", "Line 2: a quotation mark is never closed." },
  { "participants,s1,s2\n\"a\"b,1,1", "Line 2: something follows" },
  { "participants,s1,s2\n\"two\nlines\",1,1\nb,1,y", "Line 4: value 2" },
};

static void
test_broken_csv (void)
{
  static const char binary[] = "a,b\nc,\0\1\2";
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (broken_csv); i++)
    {
      g_autoptr (GError) local = NULL;

      g_test_message ("%zu", i);
      g_assert_null (ldr_kade_read (broken_csv[i].text, strlen (broken_csv[i].text), &local));
      g_assert_error (local, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID);
      g_test_message ("%s", local->message);
      g_assert_true (g_str_has_prefix (local->message, broken_csv[i].message));
    }
  g_assert_null (ldr_kade_read (binary, sizeof binary - 1, &error));
  g_assert_cmpstr (error->message, ==, "Line 2: this is not a text file.");
}

/* Whatever is cut off or changed, nothing is read beyond the end, and a refusal has its reason. */
static void
test_damage (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1963);
  g_autoptr (LdrQSet) set = read_lipset ();
  g_autofree char *csv = ldr_kade_write (set);
  const char *const files[] = { lipset, csv };
  guint n_refused = 0;

  for (guint i = 0; i < 4000; i++)
    {
      const char *file = files[i % 2];
      gsize length = (gsize) g_rand_int_range (rand, 0, (int) strlen (file) + 1);
      g_autofree char *bytes = g_memdup2 (file, length + 1);
      g_autoptr (LdrQSet) read = NULL;
      g_autoptr (GError) error = NULL;

      if (length > 0)
        bytes[g_rand_int_range (rand, 0, (int) length)] = (char) g_rand_int_range (rand, 0, 256);
      bytes = g_realloc (bytes, MAX (length, 1));
      read = i % 2 == 0 ? ldr_pqmethod_read_dat (bytes, length, &error) : ldr_kade_read (bytes, length, &error);
      g_assert_true ((read == NULL) == (error != NULL));
      n_refused += read == NULL ? 1 : 0;
    }
  g_assert_cmpuint (n_refused, >, 2000);
}

static void
test_cells (void)
{
  static const char text[] = "\n\"a \"\"b\"\"\", c ;d\r\n1,\"2\r\n3\" , 4\r\r5";
  g_autoptr (LdrCsvTable) table = ldr_csv_table_read (text, sizeof text - 1, NULL);
  LdrCsvRow *row;

  g_assert_cmpint (table->separator, ==, ',');
  g_assert_cmpuint (table->rows->len, ==, 3);
  row = g_ptr_array_index (table->rows, 0);
  g_assert_cmpuint (row->line, ==, 2);
  g_assert_cmpstr (ldr_csv_row_get (row, 0), ==, "a \"b\"");
  g_assert_cmpstr (ldr_csv_row_get (row, 1), ==, "c ;d");
  g_assert_cmpstr (ldr_csv_row_get (row, 2), ==, "");
  row = g_ptr_array_index (table->rows, 1);
  g_assert_cmpuint (row->line, ==, 3);
  g_assert_cmpstr (ldr_csv_row_get (row, 1), ==, "2\r\n3");
  g_assert_cmpstr (ldr_csv_row_get (row, 2), ==, "4");
  row = g_ptr_array_index (table->rows, 2);
  g_assert_cmpuint (row->line, ==, 6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/lipset", test_lipset);
  g_test_add_func ("/exchange/write-dat", test_write_dat);
  g_test_add_func ("/exchange/kade", test_kade);
  g_test_add_func ("/exchange/boards", test_boards);
  g_test_add_func ("/exchange/other-shape", test_other_shape);
  g_test_add_func ("/exchange/statements", test_statements);
  g_test_add_func ("/exchange/broken-dat", test_broken_dat);
  g_test_add_func ("/exchange/broken-csv", test_broken_csv);
  g_test_add_func ("/exchange/damage", test_damage);
  g_test_add_func ("/exchange/cells", test_cells);
  return g_test_run ();
}

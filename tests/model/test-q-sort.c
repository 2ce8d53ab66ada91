/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "model/ldr-model-error.h"
#include "model/ldr-q-sort.h"

/* Where cards lie and go: 24 of them, in the shape 2 3 4 6 4 3 2. */

/* A complete board: the cards in card order, column by column. */
static const int in_order[LDR_Q_CARDS]
    = { -3, -3, -2, -2, -2, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3 };

static LdrQBoard
complete_board (void)
{
  LdrQBoard board;

  g_assert_true (ldr_q_board_set_values (&board, in_order, LDR_Q_CARDS, NULL));
  return board;
}

/* The cards of a column from the top, such as "0 1". */
static char *
dup_column (const LdrQBoard *board, int value)
{
  GString *text = g_string_new (NULL);
  guint card;

  for (guint row = 0; ldr_q_board_find (board, value, row, &card); row++)
    g_string_append_printf (text, "%s%u", row > 0 ? " " : "", card);
  return g_string_free (text, FALSE);
}

static void
assert_column (const LdrQBoard *board, int value, const char *cards)
{
  g_autofree char *column = dup_column (board, value);

  g_assert_cmpstr (column, ==, cards);
  g_assert_true (ldr_q_board_validate (board, NULL));
}

static LdrQSort *
new_sort (void)
{
  static const char *const ids[LDR_Q_CARDS] = { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l",
                                                "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "x" };

  return ldr_q_sort_new (1, LDR_Q_ME_NOW, ids);
}

static void
test_shape (void)
{
  static const struct
  {
    int value;
    guint room;
  } columns[] = {
    { -4, 0 }, { -3, 2 }, { -2, 3 }, { -1, 4 }, { 0, 6 }, { 1, 4 }, { 2, 3 }, { 3, 2 }, { 4, 0 }, { LDR_Q_UNPLACED, 0 },
  };
  guint sum = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_assert_cmpuint (ldr_q_shape_get_room (columns[i].value), ==, columns[i].room);
      sum += columns[i].room;
    }
  g_assert_cmpuint (sum, ==, LDR_Q_CARDS);
}

static void
test_piles (void)
{
  LdrQBoard board;
  guint cards[LDR_Q_CARDS];

  ldr_q_board_init (&board);
  g_assert_cmpuint (ldr_q_board_get_tray (&board, LDR_Q_PILE_NONE, cards), ==, LDR_Q_CARDS);
  g_assert_true (ldr_q_board_set_pile (&board, 7, LDR_Q_PILE_MORE));
  g_assert_true (ldr_q_board_set_pile (&board, 3, LDR_Q_PILE_MORE));
  g_assert_false (ldr_q_board_set_pile (&board, 3, LDR_Q_PILE_MORE));
  g_assert_cmpuint (ldr_q_board_get_tray (&board, LDR_Q_PILE_MORE, cards), ==, 2);
  g_assert_cmpuint (cards[0], ==, 3);
  g_assert_cmpuint (cards[1], ==, 7);
  /* A card in a column is on no pile to choose from, and returns to its own. */
  g_assert_true (ldr_q_board_place (&board, 3, 2, 0));
  g_assert_cmpuint (ldr_q_board_get_tray (&board, LDR_Q_PILE_MORE, cards), ==, 1);
  g_assert_cmpuint (cards[0], ==, 7);
  g_assert_true (ldr_q_board_take_back (&board, 3));
  g_assert_false (ldr_q_board_take_back (&board, 3));
  g_assert_cmpuint (ldr_q_board_get_tray (&board, LDR_Q_PILE_MORE, cards), ==, 2);
  g_assert_cmpuint (ldr_q_board_get_tray (&board, LDR_Q_PILE_NONE, cards), ==, LDR_Q_CARDS - 2);
}

static void
test_place (void)
{
  LdrQBoard board;

  ldr_q_board_init (&board);
  g_assert_true (ldr_q_board_place (&board, 5, 1, 9));
  g_assert_true (ldr_q_board_place (&board, 6, 1, 9));
  g_assert_true (ldr_q_board_place (&board, 7, 1, 1));
  assert_column (&board, 1, "5 7 6");
  /* In the same column it is put at the row. */
  g_assert_true (ldr_q_board_place (&board, 6, 1, 0));
  assert_column (&board, 1, "6 5 7");
  g_assert_false (ldr_q_board_place (&board, 6, 1, 0));
  /* Whoever leaves leaves no gap. */
  g_assert_true (ldr_q_board_place (&board, 5, -3, 0));
  assert_column (&board, 1, "6 7");
  assert_column (&board, -3, "5");
  g_assert_cmpuint (ldr_q_board_count_placed (&board), ==, 3);
  g_assert_false (ldr_q_board_is_complete (&board));
}

/* Cards laid on full columns: what the moves make of the columns from -3 to 3. */
static void
test_full (void)
{
  LdrQBoard board = complete_board ();

  /* On the board: the two change places. */
  g_assert_true (ldr_q_board_place (&board, 23, -3, 1));
  assert_column (&board, -3, "0 23");
  assert_column (&board, 3, "22 1");
  /* Below the last row means the last. */
  g_assert_true (ldr_q_board_place (&board, 1, -3, 5));
  assert_column (&board, -3, "0 1");

  /* From the hand: the nearest room is two columns to the right, so each column on the way passes one on. */
  board = complete_board ();
  g_assert_true (ldr_q_board_take_back (&board, 5));
  g_assert_true (ldr_q_board_place (&board, 5, -3, 0));
  assert_column (&board, -3, "5 1");
  assert_column (&board, -2, "2 3 0");
  assert_column (&board, -1, "6 7 8 4");
  g_assert_true (ldr_q_board_is_complete (&board));

  /* Of two as near, the room towards the middle. */
  board = complete_board ();
  g_assert_true (ldr_q_board_take_back (&board, 15));
  g_assert_true (ldr_q_board_take_back (&board, 22));
  g_assert_true (ldr_q_board_place (&board, 15, 2, 1));
  assert_column (&board, 2, "19 15 21");
  assert_column (&board, 1, "16 17 18 20");
  assert_column (&board, 3, "23");
}

static const struct
{
  guint card;
  LdrQMove move;
  gboolean changes;
  int value;
  const char *column;
} moves[] = {
  { 9, LDR_Q_MOVE_UP, FALSE, 0, "9 10 11 12 13 14" },
  { 14, LDR_Q_MOVE_DOWN, FALSE, 0, "9 10 11 12 13 14" },
  { 9, LDR_Q_MOVE_DOWN, TRUE, 0, "10 9 11 12 13 14" },
  { 14, LDR_Q_MOVE_UP, TRUE, 0, "9 10 11 12 14 13" },
  { 0, LDR_Q_MOVE_LEFT, FALSE, -3, "0 1" },
  { 23, LDR_Q_MOVE_RIGHT, FALSE, 3, "22 23" },
  { 0, LDR_Q_MOVE_RIGHT, TRUE, -2, "0 3 4" },
  { 23, LDR_Q_MOVE_LEFT, TRUE, 2, "19 23 21" },
  { 14, LDR_Q_MOVE_RIGHT, TRUE, 1, "15 16 17 14" },
};

static void
test_move (void)
{
  LdrQBoard empty;

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      LdrQBoard board = complete_board (), before = board;

      g_test_message ("%zu", i);
      g_assert_true (ldr_q_board_move (&board, moves[i].card, moves[i].move) == moves[i].changes);
      assert_column (&board, moves[i].value, moves[i].column);
      g_assert_true (ldr_q_board_equal (&board, &before) == !moves[i].changes);
    }
  ldr_q_board_init (&empty);
  g_assert_false (ldr_q_board_move (&empty, 4, LDR_Q_MOVE_LEFT));
}

/* Whatever is done, the board stays a board, and earlier values take it back. */
static void
test_walk (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2463);
  g_autoptr (GArray) earlier = g_array_new (FALSE, FALSE, sizeof (LdrQBoard));
  LdrQBoard board;
  guint n_complete = 0;

  ldr_q_board_init (&board);
  for (guint i = 0; i < 20000; i++)
    {
      LdrQBoard before = board;
      guint card = (guint) g_rand_int_range (rand, 0, LDR_Q_CARDS), placed = ldr_q_board_count_placed (&board);
      gboolean was_placed = ldr_q_board_is_placed (&board, card), changed;
      int what = g_rand_int_range (rand, 0, 20);
      int value = g_rand_int_range (rand, LDR_Q_LOWEST, LDR_Q_HIGHEST + 1);

      if (what == 0)
        {
          changed = ldr_q_board_take_back (&board, card);
          g_assert_cmpuint (ldr_q_board_count_placed (&board), ==, placed - (was_placed ? 1 : 0));
        }
      else if (what < 12)
        {
          changed = ldr_q_board_place (&board, card, value, (guint) g_rand_int_range (rand, 0, 7));
          g_assert_cmpint (board.value[card], ==, value);
          g_assert_cmpuint (ldr_q_board_count_placed (&board), ==, placed + (was_placed ? 0 : 1));
        }
      else
        changed = ldr_q_board_move (&board, card, (LdrQMove) (what % 4));
      g_assert_true (ldr_q_board_validate (&board, NULL));
      g_assert_true (changed == !ldr_q_board_equal (&board, &before));
      n_complete += ldr_q_board_is_complete (&board) ? 1 : 0;
      g_array_append_val (earlier, before);
    }
  g_assert_cmpuint (n_complete, >, 100);
  board = g_array_index (earlier, LdrQBoard, 0);
  g_assert_cmpuint (ldr_q_board_count_placed (&board), ==, 0);
}

static void
test_values (void)
{
  g_autoptr (GError) error = NULL;
  LdrQBoard board = complete_board (), before = board;
  int values[LDR_Q_CARDS];

  g_assert_true (ldr_q_board_is_complete (&board));
  memcpy (values, in_order, sizeof values);
  values[0] = -2;
  g_assert_false (ldr_q_board_set_values (&board, values, LDR_Q_CARDS, &error));
  g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
  values[0] = 4;
  g_assert_false (ldr_q_board_set_values (&board, values, LDR_Q_CARDS, NULL));
  values[0] = LDR_Q_UNPLACED;
  g_assert_false (ldr_q_board_set_values (&board, values, LDR_Q_CARDS, NULL));
  g_assert_false (ldr_q_board_set_values (&board, in_order, LDR_Q_CARDS - 1, NULL));
  g_assert_true (ldr_q_board_equal (&board, &before));
}

/* Boards from outside, each with one thing wrong. */
static void
test_refuse_boards (void)
{
  LdrQBoard boards[7];

  for (gsize i = 0; i < G_N_ELEMENTS (boards); i++)
    boards[i] = complete_board ();
  boards[0].value[0] = 4;
  boards[1].value[0] = 0;
  boards[2].row[0] = boards[2].row[1];
  boards[3].row[0] = 2;
  boards[4].pile[9] = LDR_N_Q_PILES;
  boards[5].value[1] = LDR_Q_UNPLACED;
  boards[6].value[0] = LDR_Q_UNPLACED;
  for (gsize i = 0; i < G_N_ELEMENTS (boards); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%zu", i);
      g_assert_false (ldr_q_board_validate (&boards[i], &error));
      g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
    }
}

static void
test_sort (void)
{
  g_autoptr (LdrQSort) sort = new_sort (), copy = NULL;
  g_autoptr (GError) error = NULL;
  guint card;

  g_assert_true (ldr_q_sort_validate (sort, NULL));
  g_assert_false (ldr_q_sort_finish (sort, &error));
  g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INCOMPLETE);
  g_assert_cmpint (sort->finished, ==, 0);
  sort->board = complete_board ();
  ldr_q_sort_set_by (sort, " Anna\n");
  ldr_q_sort_set_remark (sort, 0, "Not now");
  g_assert_cmpstr (sort->by, ==, "Anna");
  g_assert_true (ldr_q_sort_asks_remark (sort, 0));
  g_assert_true (ldr_q_sort_asks_remark (sort, 23));
  g_assert_false (ldr_q_sort_asks_remark (sort, 2));
  g_assert_true (ldr_q_sort_find_card (sort, "x", &card));
  g_assert_cmpuint (card, ==, 23);
  g_assert_false (ldr_q_sort_find_card (sort, "y", &card));
  g_assert_true (ldr_q_sort_finish (sort, NULL));
  g_assert_true (ldr_q_sort_validate (sort, NULL));
  copy = ldr_q_sort_copy (sort);
  g_assert_cmpstr (copy->id, ==, sort->id);
  g_assert_cmpstr (copy->remarks[0], ==, "Not now");
  g_assert_true (copy->remarks[0] != sort->remarks[0]);
}

static void
break_id (LdrQSort *sort)
{
  g_set_str (&sort->id, "1");
}
static void
break_version (LdrQSort *sort)
{
  sort->version = 0;
}
static void
break_perspective (LdrQSort *sort)
{
  sort->perspective = (LdrQPerspective) LDR_N_Q_PERSPECTIVES;
}
static void
break_by (LdrQSort *sort)
{
  g_set_str (&sort->by, "two\nlines");
}
static void
break_day (LdrQSort *sort)
{
  sort->day -= 3;
}
static void
break_card (LdrQSort *sort)
{
  g_set_str (&sort->cards[3], "a");
}
static void
break_remark (LdrQSort *sort)
{
  g_set_str (&sort->remarks[3], "\x01");
}
static void
break_board (LdrQSort *sort)
{
  sort->board.value[0] = 0;
}
static void
break_finished (LdrQSort *sort)
{
  ldr_q_board_take_back (&sort->board, 12);
}

static void
test_refuse_sorts (void)
{
  static void (*const breaks[]) (LdrQSort *) = {
    break_id,   break_version, break_perspective, break_by,       break_day,
    break_card, break_remark,  break_board,       break_finished,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      g_autoptr (LdrQSort) sort = new_sort ();
      g_autoptr (GError) error = NULL;

      sort->board = complete_board ();
      g_assert_true (ldr_q_sort_finish (sort, NULL));
      g_assert_true (ldr_q_sort_validate (sort, NULL));
      breaks[i](sort);
      g_test_message ("%zu", i);
      g_assert_false (ldr_q_sort_validate (sort, &error));
      g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
    }
}

static void
test_ids (void)
{
  for (guint i = 0; i < LDR_N_Q_PERSPECTIVES; i++)
    {
      LdrQPerspective perspective;

      g_assert_true (ldr_q_perspective_from_id (ldr_q_perspective_to_id ((LdrQPerspective) i), &perspective));
      g_assert_cmpuint (perspective, ==, i);
    }
  for (guint i = 0; i < LDR_N_Q_PILES; i++)
    {
      LdrQPile pile;

      g_assert_true (ldr_q_pile_from_id (ldr_q_pile_to_id ((LdrQPile) i), &pile));
      g_assert_cmpuint (pile, ==, i);
    }
  g_assert_false (ldr_q_perspective_from_id ("they", &(LdrQPerspective) { 0 }));
  g_assert_false (ldr_q_pile_from_id (NULL, &(LdrQPile) { 0 }));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/q-sort/shape", test_shape);
  g_test_add_func ("/q-sort/piles", test_piles);
  g_test_add_func ("/q-sort/place", test_place);
  g_test_add_func ("/q-sort/full", test_full);
  g_test_add_func ("/q-sort/move", test_move);
  g_test_add_func ("/q-sort/walk", test_walk);
  g_test_add_func ("/q-sort/values", test_values);
  g_test_add_func ("/q-sort/refuse-boards", test_refuse_boards);
  g_test_add_func ("/q-sort/sort", test_sort);
  g_test_add_func ("/q-sort/refuse-sorts", test_refuse_sorts);
  g_test_add_func ("/q-sort/ids", test_ids);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-q-board.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ldr-model-error.h"

/* How many cards lie in each column, from what matters least to what matters most. */
static const guint8 shape[LDR_Q_COLUMNS] = { 2, 3, 4, 6, 4, 3, 2 };

static gboolean
is_column (int value)
{
  return value >= LDR_Q_LOWEST && value <= LDR_Q_HIGHEST;
}

/**
 * ldr_q_shape_get_room:
 * @value: a column, −3 (matters least) to 3 (matters most)
 *
 * Returns: how many cards it holds, 0 if there is no such column
 */
guint
ldr_q_shape_get_room (int value)
{
  return is_column (value) ? shape[value - LDR_Q_LOWEST] : 0;
}

/**
 * ldr_q_board_init:
 * @self: (out caller-allocates): a board
 *
 * Makes it a board with all cards in hand: on no pile and in no column.
 */
void
ldr_q_board_init (LdrQBoard *self)
{
  memset (self, 0, sizeof *self);
  memset (self->value, LDR_Q_UNPLACED, sizeof self->value);
}

/**
 * ldr_q_board_equal:
 * @self: a board
 * @other: another
 *
 * Returns: whether every card lies in the same place on both
 */
gboolean
ldr_q_board_equal (const LdrQBoard *self, const LdrQBoard *other)
{
  return memcmp (self, other, sizeof *self) == 0;
}

/**
 * ldr_q_board_is_placed:
 * @self: a board
 * @card: a card, from 0
 *
 * Returns: whether it lies in a column
 */
gboolean
ldr_q_board_is_placed (const LdrQBoard *self, guint card)
{
  return self->value[card] != LDR_Q_UNPLACED;
}

/**
 * ldr_q_board_find:
 * @self: a board
 * @value: a column, −3 to 3
 * @row: a place in it, from 0
 * @card: (out) (optional): the card that lies there
 *
 * Returns: whether a card lies there
 */
gboolean
ldr_q_board_find (const LdrQBoard *self, int value, guint row, guint *card)
{
  for (guint i = 0; i < LDR_Q_CARDS; i++)
    if (ldr_q_board_is_placed (self, i) && self->value[i] == value && self->row[i] == row)
      {
        if (card != NULL)
          *card = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ldr_q_board_count:
 * @self: a board
 * @value: a column, −3 to 3, or %LDR_Q_UNPLACED
 *
 * Returns: how many cards it has
 */
guint
ldr_q_board_count (const LdrQBoard *self, int value)
{
  guint n = 0;

  for (guint i = 0; i < LDR_Q_CARDS; i++)
    n += self->value[i] == value ? 1 : 0;
  return n;
}

/**
 * ldr_q_board_count_placed:
 * @self: a board
 *
 * Returns: how many cards lie in a column, 0 to 24
 */
guint
ldr_q_board_count_placed (const LdrQBoard *self)
{
  return LDR_Q_CARDS - ldr_q_board_count (self, LDR_Q_UNPLACED);
}

/**
 * ldr_q_board_is_complete:
 * @self: a valid board
 *
 * Returns: whether every card lies in a column, so that the shape is full
 */
gboolean
ldr_q_board_is_complete (const LdrQBoard *self)
{
  return ldr_q_board_count_placed (self) == LDR_Q_CARDS;
}

/**
 * ldr_q_board_get_tray:
 * @self: a board
 * @pile: one of the piles
 * @cards: (out caller-allocates) (array fixed-size=24): the cards of the pile that are in no column, in card order
 *
 * Returns: how many they are
 */
guint
ldr_q_board_get_tray (const LdrQBoard *self, LdrQPile pile, guint cards[LDR_Q_CARDS])
{
  guint n = 0;

  for (guint i = 0; i < LDR_Q_CARDS; i++)
    if (!ldr_q_board_is_placed (self, i) && self->pile[i] == pile)
      cards[n++] = i;
  return n;
}

/**
 * ldr_q_board_validate:
 * @self: a board, perhaps from outside
 * @error: LDR_MODEL_ERROR_INVALID with the reason
 *
 * Returns: whether no column holds more than it has room for, none has a gap, and every pile is known
 */
gboolean
ldr_q_board_validate (const LdrQBoard *self, GError **error)
{
  const char *wrong = NULL;

  for (guint i = 0; i < LDR_Q_CARDS; i++)
    {
      gboolean is_placed = ldr_q_board_is_placed (self, i);

      if (self->pile[i] >= LDR_N_Q_PILES || (!is_placed && self->row[i] != 0))
        wrong = _ ("A card lies on a pile that is not known.");
      else if (is_placed && (!is_column (self->value[i]) || self->row[i] >= ldr_q_board_count (self, self->value[i])))
        wrong = _ ("A card lies beside the board.");
      for (guint j = 0; j < i && wrong == NULL && is_placed; j++)
        if (self->value[j] == self->value[i] && self->row[j] == self->row[i])
          wrong = _ ("Two cards lie in the same place.");
    }
  for (int v = LDR_Q_LOWEST; v <= LDR_Q_HIGHEST && wrong == NULL; v++)
    if (ldr_q_board_count (self, v) > ldr_q_shape_get_room (v))
      wrong = _ ("A column holds more cards than it has room for.");
  if (wrong == NULL)
    return TRUE;
  g_set_error_literal (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID, wrong);
  return FALSE;
}

/**
 * ldr_q_board_set_values:
 * @self: (out caller-allocates): a board
 * @values: (array length=n_values): the column of each card, −3 to 3
 * @n_values: how many there are
 * @error: LDR_MODEL_ERROR_INVALID with the reason
 *
 * Makes it a complete board from a finished sort, such as one of another program. Rows follow card order. On failure
 * the board stays as it was.
 *
 * Returns: whether @values are a sort of 24 cards in the shape 2 3 4 6 4 3 2
 */
gboolean
ldr_q_board_set_values (LdrQBoard *self, const int *values, gsize n_values, GError **error)
{
  LdrQBoard board;

  if (n_values != LDR_Q_CARDS)
    {
      g_set_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID, _ ("A sort has 24 cards, and this one has %u."),
                   (guint) MIN (n_values, G_MAXUINT));
      return FALSE;
    }
  ldr_q_board_init (&board);
  for (guint i = 0; i < LDR_Q_CARDS; i++)
    {
      guint n = ldr_q_board_count (&board, values[i]);

      if (!is_column (values[i]) || n >= ldr_q_shape_get_room (values[i]))
        {
          g_set_error_literal (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID,
                               _ ("The cards do not lie in the shape 2 3 4 6 4 3 2."));
          return FALSE;
        }
      board.value[i] = (gint8) values[i];
      board.row[i] = (guint8) n;
      board.pile[i] = values[i] < 0 ? LDR_Q_PILE_LESS : values[i] > 0 ? LDR_Q_PILE_MORE : LDR_Q_PILE_BETWEEN;
    }
  *self = board;
  return TRUE;
}

/* --- Moves -----------------------------------------------------------------------------------------------------------
 */

/**
 * ldr_q_board_set_pile:
 * @self: a board
 * @card: a card, from 0
 * @pile: where the first step puts it; a card in a column stays there
 *
 * Returns: whether anything changed
 */
gboolean
ldr_q_board_set_pile (LdrQBoard *self, guint card, LdrQPile pile)
{
  g_return_val_if_fail (card < LDR_Q_CARDS && (guint) pile < LDR_N_Q_PILES, FALSE);

  if (self->pile[card] == pile)
    return FALSE;
  self->pile[card] = (guint8) pile;
  return TRUE;
}

/* Takes a card out of its column; those below it move up. */
static void
lift (LdrQBoard *self, guint card)
{
  for (guint i = 0; i < LDR_Q_CARDS && ldr_q_board_is_placed (self, card); i++)
    if (self->value[i] == self->value[card] && self->row[i] > self->row[card])
      self->row[i]--;
  self->value[card] = LDR_Q_UNPLACED;
  self->row[card] = 0;
}

/* Lays a card that is in no column at a row, or below the last card; those from there on move down. */
static void
lay (LdrQBoard *self, guint card, int value, guint row)
{
  row = MIN (row, ldr_q_board_count (self, value));
  for (guint i = 0; i < LDR_Q_CARDS; i++)
    if (self->value[i] == value && self->row[i] >= row)
      self->row[i]++;
  self->value[card] = (gint8) value;
  self->row[card] = (guint8) row;
}

/* The nearest column with room; of two as near the one towards the middle. There is one as long as a card is in hand.
 */
static int
find_room (const LdrQBoard *self, int from)
{
  int inwards = from > 0 ? -1 : 1;

  for (int distance = 1; distance < LDR_Q_COLUMNS; distance++)
    for (int side = 0; side < 2; side++)
      {
        int value = from + distance * (side == 0 ? inwards : -inwards);

        if (is_column (value) && ldr_q_board_count (self, value) < ldr_q_shape_get_room (value))
          return value;
      }
  g_return_val_if_reached (from);
}

/* Makes room in a full column: its card at @row goes to the next column in the direction where there is room, which
 * passes its last card on if it is full itself. So no card goes further than one column. */
static void
make_room (LdrQBoard *self, int value, guint row)
{
  int goal = find_room (self, value), step = goal < value ? -1 : 1;
  guint moved;

  /* From the far end, so that each card finds room where it goes. */
  for (int v = goal; v != value; v += -step)
    {
      int from = v - step;
      guint place = from == value ? row : ldr_q_shape_get_room (from) - 1;

      if (!ldr_q_board_find (self, from, place, &moved))
        g_return_if_reached ();
      lift (self, moved);
      lay (self, moved, v, LDR_Q_CARDS);
    }
}

/**
 * ldr_q_board_place:
 * @self: a valid board
 * @card: a card, from 0
 * @value: the column where it is to lie, −3 to 3
 * @row: its place in the column from 0; beyond the last card means below it
 *
 * Lays a card down. Where there is room the cards from @row on move down. In a full column the card changes places with
 * the one at @row; if it comes from the hand, that one moves on to the next column towards the nearest room, and so do
 * the last cards of full columns on the way.
 *
 * Returns: whether anything changed
 */
gboolean
ldr_q_board_place (LdrQBoard *self, guint card, int value, guint row)
{
  LdrQBoard before = *self;
  guint room = ldr_q_shape_get_room (value), other;
  gboolean is_full;

  g_return_val_if_fail (card < LDR_Q_CARDS && room > 0, FALSE);

  is_full = ldr_q_board_count (self, value) == room;
  if (self->value[card] == value)
    {
      lift (self, card);
      lay (self, card, value, row);
    }
  else if (is_full && ldr_q_board_is_placed (self, card))
    {
      if (ldr_q_board_find (self, value, MIN (row, room - 1), &other))
        ldr_q_board_swap (self, card, other);
    }
  else
    {
      if (is_full)
        make_room (self, value, MIN (row, room - 1));
      lift (self, card);
      lay (self, card, value, row);
    }
  return !ldr_q_board_equal (self, &before);
}

/**
 * ldr_q_board_take_back:
 * @self: a valid board
 * @card: a card, from 0
 *
 * Takes a card back in hand, on the pile where it was.
 *
 * Returns: whether anything changed
 */
gboolean
ldr_q_board_take_back (LdrQBoard *self, guint card)
{
  g_return_val_if_fail (card < LDR_Q_CARDS, FALSE);

  if (!ldr_q_board_is_placed (self, card))
    return FALSE;
  lift (self, card);
  return TRUE;
}

/**
 * ldr_q_board_swap:
 * @self: a valid board
 * @card: a card, from 0
 * @other: another; either may be in hand
 *
 * Lets two cards change places.
 *
 * Returns: whether anything changed
 */
gboolean
ldr_q_board_swap (LdrQBoard *self, guint card, guint other)
{
  gint8 value;
  guint8 row;

  g_return_val_if_fail (card < LDR_Q_CARDS && other < LDR_Q_CARDS, FALSE);

  if (self->value[card] == self->value[other] && self->row[card] == self->row[other])
    return FALSE;
  value = self->value[card];
  row = self->row[card];
  self->value[card] = self->value[other];
  self->row[card] = self->row[other];
  self->value[other] = value;
  self->row[other] = row;
  return TRUE;
}

/**
 * ldr_q_board_move:
 * @self: a valid board
 * @card: a card in a column
 * @move: where to
 *
 * Moves a card by one step: up and down past its neighbour, to the left and right to the same row of the next column,
 * after the rules of ldr_q_board_place().
 *
 * Returns: whether anything changed; not at the edge of the board, nor for a card in hand
 */
gboolean
ldr_q_board_move (LdrQBoard *self, guint card, LdrQMove move)
{
  int value, row;
  guint other;

  g_return_val_if_fail (card < LDR_Q_CARDS, FALSE);

  if (!ldr_q_board_is_placed (self, card))
    return FALSE;
  value = self->value[card];
  row = self->row[card];
  if (move == LDR_Q_MOVE_LEFT || move == LDR_Q_MOVE_RIGHT)
    {
      value += move == LDR_Q_MOVE_LEFT ? -1 : 1;
      return is_column (value) && ldr_q_board_place (self, card, value, (guint) row);
    }
  row += move == LDR_Q_MOVE_UP ? -1 : 1;
  return row >= 0 && ldr_q_board_find (self, value, (guint) row, &other) && ldr_q_board_swap (self, card, other);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LDR_Q_CARDS 24
#define LDR_Q_COLUMNS 7
#define LDR_Q_LOWEST (-3)
#define LDR_Q_HIGHEST 3
#define LDR_Q_UNPLACED G_MAXINT8

/**
 * LdrQPile:
 * @LDR_Q_PILE_NONE: not looked at yet
 * @LDR_Q_PILE_LESS: matters less
 * @LDR_Q_PILE_BETWEEN: in between
 * @LDR_Q_PILE_MORE: matters more
 *
 * Where the first step puts a card.
 */
typedef enum
{
  LDR_Q_PILE_NONE,
  LDR_Q_PILE_LESS,
  LDR_Q_PILE_BETWEEN,
  LDR_Q_PILE_MORE,
} LdrQPile;

#define LDR_N_Q_PILES 4

/**
 * LdrQMove:
 * @LDR_Q_MOVE_LEFT: to the column that matters less
 * @LDR_Q_MOVE_RIGHT: to the column that matters more
 * @LDR_Q_MOVE_UP: past the card above
 * @LDR_Q_MOVE_DOWN: past the card below
 *
 * A step with the arrow keys.
 */
typedef enum
{
  LDR_Q_MOVE_LEFT,
  LDR_Q_MOVE_RIGHT,
  LDR_Q_MOVE_UP,
  LDR_Q_MOVE_DOWN,
} LdrQMove;

/**
 * LdrQBoard:
 * @value: the column of each card, %LDR_Q_LOWEST to %LDR_Q_HIGHEST, or %LDR_Q_UNPLACED
 * @row: the place of each placed card in its column, from 0 at the top, without gaps; 0 for the others
 * @pile: the #LdrQPile of each card
 *
 * Where 24 cards lie. A plain value: to undo a move, assign the board from before it.
 */
typedef struct
{
  gint8 value[LDR_Q_CARDS];
  guint8 row[LDR_Q_CARDS];
  guint8 pile[LDR_Q_CARDS];
} LdrQBoard;

guint ldr_q_shape_get_room (int value);

void ldr_q_board_init (LdrQBoard *self);
gboolean ldr_q_board_equal (const LdrQBoard *self, const LdrQBoard *other);
gboolean ldr_q_board_validate (const LdrQBoard *self, GError **error);
gboolean ldr_q_board_set_values (LdrQBoard *self, const int *values, gsize n_values, GError **error);

gboolean ldr_q_board_set_pile (LdrQBoard *self, guint card, LdrQPile pile);
gboolean ldr_q_board_place (LdrQBoard *self, guint card, int value, guint row);
gboolean ldr_q_board_take_back (LdrQBoard *self, guint card);
gboolean ldr_q_board_swap (LdrQBoard *self, guint card, guint other);
gboolean ldr_q_board_move (LdrQBoard *self, guint card, LdrQMove move);

gboolean ldr_q_board_is_placed (const LdrQBoard *self, guint card);
gboolean ldr_q_board_find (const LdrQBoard *self, int value, guint row, guint *card);
guint ldr_q_board_count (const LdrQBoard *self, int value);
guint ldr_q_board_count_placed (const LdrQBoard *self);
guint ldr_q_board_get_tray (const LdrQBoard *self, LdrQPile pile, guint cards[LDR_Q_CARDS]);
gboolean ldr_q_board_is_complete (const LdrQBoard *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-q-sort.h"

#include <glib/gi18n.h>

#include "ldr-id.h"
#include "ldr-model-error.h"
#include "ldr-moment.h"
#include "ldr-text.h"

G_DEFINE_BOXED_TYPE (LdrQSort, ldr_q_sort, ldr_q_sort_ref, ldr_q_sort_unref)

static const char *const perspective_ids[LDR_N_Q_PERSPECTIVES] = {
  [LDR_Q_ME_NOW] = "me-now",
  [LDR_Q_ME_UNDER_PRESSURE] = "me-under-pressure",
  [LDR_Q_TEAM_NEEDS] = "team-needs",
  [LDR_Q_COACH_VIEW] = "coach-view",
};

static const char *const pile_ids[LDR_N_Q_PILES] = {
  [LDR_Q_PILE_NONE] = "none",
  [LDR_Q_PILE_LESS] = "less",
  [LDR_Q_PILE_BETWEEN] = "between",
  [LDR_Q_PILE_MORE] = "more",
};

/**
 * ldr_q_perspective_to_id:
 * @perspective: what a sort is sorted as
 *
 * Returns: its id in files and in the content
 */
const char *
ldr_q_perspective_to_id (LdrQPerspective perspective)
{
  g_return_val_if_fail ((guint) perspective < LDR_N_Q_PERSPECTIVES, NULL);

  return perspective_ids[perspective];
}

/**
 * ldr_q_perspective_from_id:
 * @id: (nullable): an id
 * @perspective: (out): which it is
 *
 * Returns: whether there is one with this id
 */
gboolean
ldr_q_perspective_from_id (const char *id, LdrQPerspective *perspective)
{
  guint place;

  if (id == NULL || !ldr_text_find (perspective_ids, LDR_N_Q_PERSPECTIVES, id, &place))
    return FALSE;
  *perspective = (LdrQPerspective) place;
  return TRUE;
}

/**
 * ldr_q_pile_to_id:
 * @pile: a pile
 *
 * Returns: its id in files and in the content; "none" for a card that was not looked at yet
 */
const char *
ldr_q_pile_to_id (LdrQPile pile)
{
  g_return_val_if_fail ((guint) pile < LDR_N_Q_PILES, NULL);

  return pile_ids[pile];
}

/**
 * ldr_q_pile_from_id:
 * @id: (nullable): an id
 * @pile: (out): which it is
 *
 * Returns: whether there is one with this id
 */
gboolean
ldr_q_pile_from_id (const char *id, LdrQPile *pile)
{
  guint place;

  if (id == NULL || !ldr_text_find (pile_ids, LDR_N_Q_PILES, id, &place))
    return FALSE;
  *pile = (LdrQPile) place;
  return TRUE;
}

/**
 * ldr_q_sort_new:
 * @version: the version of the cards
 * @perspective: what it is sorted as
 * @cards: (array fixed-size=24): the ids of the cards, in card order
 *
 * Returns: (transfer full): a sort that begins now, with all cards in hand
 */
LdrQSort *
ldr_q_sort_new (int version, LdrQPerspective perspective, const char *const cards[LDR_Q_CARDS])
{
  LdrQSort *self = g_atomic_rc_box_new0 (LdrQSort);

  self->id = ldr_id_new ();
  self->version = version;
  self->perspective = perspective;
  self->by = g_strdup ("");
  self->started = ldr_moment_now ();
  self->day = ldr_day_today ();
  ldr_q_board_init (&self->board);
  for (guint i = 0; i < LDR_Q_CARDS; i++)
    {
      self->cards[i] = g_strdup (cards[i]);
      self->remarks[i] = g_strdup ("");
    }
  return self;
}

/**
 * ldr_q_sort_copy:
 * @self: a sort
 *
 * Returns: (transfer full): a copy with the same id, to be changed before it is shared
 */
LdrQSort *
ldr_q_sort_copy (const LdrQSort *self)
{
  LdrQSort *copy = g_atomic_rc_box_new0 (LdrQSort);

  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->by = g_strdup (self->by);
  for (guint i = 0; i < LDR_Q_CARDS; i++)
    {
      copy->cards[i] = g_strdup (self->cards[i]);
      copy->remarks[i] = g_strdup (self->remarks[i]);
    }
  return copy;
}

LdrQSort *
ldr_q_sort_ref (LdrQSort *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
sort_clear (gpointer data)
{
  LdrQSort *self = data;

  g_free (self->id);
  g_free (self->by);
  for (guint i = 0; i < LDR_Q_CARDS; i++)
    {
      g_free (self->cards[i]);
      g_free (self->remarks[i]);
    }
}

void
ldr_q_sort_unref (LdrQSort *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, sort_clear);
}

/**
 * ldr_q_sort_set_by:
 * @self: a sort that is not shared yet
 * @by: who sorts, "" for whoever keeps the journal; made one line of clean text
 */
void
ldr_q_sort_set_by (LdrQSort *self, const char *by)
{
  g_free (self->by);
  self->by = ldr_text_clean (by, LDR_TEXT_LINE);
}

/**
 * ldr_q_sort_set_remark:
 * @self: a sort that is not shared yet
 * @card: a card, from 0
 * @remark: why it lies where it lies; made clean text
 *
 * A remark stays with its card when the card moves, so that a move that is taken back loses nothing.
 */
void
ldr_q_sort_set_remark (LdrQSort *self, guint card, const char *remark)
{
  g_return_if_fail (card < LDR_Q_CARDS);

  g_free (self->remarks[card]);
  self->remarks[card] = ldr_text_clean (remark, LDR_TEXT_BODY);
}

/**
 * ldr_q_sort_asks_remark:
 * @self: a sort
 * @card: a card, from 0
 *
 * Returns: whether it lies at one of the ends, where a remark is asked for
 */
gboolean
ldr_q_sort_asks_remark (const LdrQSort *self, guint card)
{
  g_return_val_if_fail (card < LDR_Q_CARDS, FALSE);

  return self->board.value[card] == LDR_Q_LOWEST || self->board.value[card] == LDR_Q_HIGHEST;
}

/**
 * ldr_q_sort_find_card:
 * @self: a sort
 * @id: a card's id
 * @card: (out): its number, from 0
 *
 * Returns: whether the sort has such a card
 */
gboolean
ldr_q_sort_find_card (const LdrQSort *self, const char *id, guint *card)
{
  return ldr_text_find ((const char *const *) self->cards, LDR_Q_CARDS, id, card);
}

/**
 * ldr_q_sort_finish:
 * @self: a sort that is not shared yet
 * @error: LDR_MODEL_ERROR_INCOMPLETE if a card is still in hand
 *
 * Marks it as finished now.
 *
 * Returns: whether it is finished
 */
gboolean
ldr_q_sort_finish (LdrQSort *self, GError **error)
{
  guint left = ldr_q_board_count (&self->board, LDR_Q_UNPLACED);

  if (left > 0)
    {
      g_set_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INCOMPLETE,
                   ngettext ("%u card is still in hand.", "%u cards are still in hand.", left), left);
      return FALSE;
    }
  self->finished = ldr_moment_now ();
  self->day = ldr_day_today ();
  return TRUE;
}

static gboolean
has_valid_cards (const LdrQSort *self)
{
  guint found;

  for (guint i = 0; i < LDR_Q_CARDS; i++)
    if (self->cards[i] == NULL || self->cards[i][0] == '\0'
        || !ldr_text_find ((const char *const *) self->cards, i + 1, self->cards[i], &found) || found != i)
      return FALSE;
  return TRUE;
}

static gboolean
has_valid_remarks (const LdrQSort *self)
{
  for (guint i = 0; i < LDR_Q_CARDS; i++)
    if (!ldr_text_is_clean (self->remarks[i], LDR_TEXT_BODY))
      return FALSE;
  return TRUE;
}

/**
 * ldr_q_sort_validate:
 * @self: a sort, perhaps from outside
 * @error: LDR_MODEL_ERROR_INVALID with what is wrong
 *
 * Returns: whether it may be stored; a finished one only with every card in a column
 */
gboolean
ldr_q_sort_validate (const LdrQSort *self, GError **error)
{
  const char *wrong = NULL;

  if (!ldr_id_is_valid (self->id))
    wrong = "id";
  else if (self->version < 1)
    wrong = "version";
  else if ((guint) self->perspective >= LDR_N_Q_PERSPECTIVES)
    wrong = "perspective";
  else if (!ldr_text_is_clean (self->by, LDR_TEXT_LINE))
    wrong = "by";
  else if (!ldr_day_fits_moment (self->day, self->finished != 0 ? self->finished : self->started))
    wrong = "day";
  else if (!has_valid_cards (self))
    wrong = "cards";
  else if (!has_valid_remarks (self))
    wrong = "remarks";
  else if (!ldr_q_board_validate (&self->board, error))
    return FALSE;
  else if (self->finished != 0 && !ldr_q_board_is_complete (&self->board))
    wrong = "finished";
  if (wrong == NULL)
    return TRUE;
  g_set_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID, _ ("The sort’s “%s” is not as it has to be."), wrong);
  return FALSE;
}

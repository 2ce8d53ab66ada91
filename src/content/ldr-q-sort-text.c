/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content/ldr-q-sort-text.h"

/* The elements of q-sort.xml; those in the lists belong to the root. */
typedef struct
{
  LdrMarkup *root;
  GPtrArray *cards;
  GPtrArray *perspectives;
  GPtrArray *columns;
  GPtrArray *piles;
} QSortTexts;

static QSortTexts *
read_texts (void)
{
  QSortTexts *self = g_new0 (QSortTexts, 1);

  self->root = ldr_markup_read_resource ("q-sort.xml");
  self->cards = ldr_house_text_list (self->root, "card");
  self->perspectives = ldr_house_text_list (self->root, "perspective");
  self->columns = ldr_house_text_list (self->root, "column");
  self->piles = ldr_house_text_list (self->root, "pile");
  g_assert (self->cards->len == LDR_Q_SORT_TEXT_CARDS && self->perspectives->len == LDR_Q_SORT_TEXT_PERSPECTIVES);
  g_assert (self->columns->len == LDR_Q_SORT_TEXT_COLUMNS && self->piles->len == LDR_Q_SORT_TEXT_PILES);
  return self;
}

/* Read once, on first use, from any thread. */
static const QSortTexts *
get_texts (void)
{
  static QSortTexts *texts = NULL;

  if (g_once_init_enter_pointer (&texts))
    g_once_init_leave_pointer (&texts, read_texts ());
  return texts;
}

/**
 * ldr_q_sort_text_get_version:
 *
 * Returns: the version of the cards, kept with each sort; from 1
 */
int
ldr_q_sort_text_get_version (void)
{
  return ldr_markup_get_number (get_texts ()->root, "version", 1, G_MAXINT, 1);
}

/**
 * ldr_q_sort_text_get_card_id:
 * @card: from 0, less than %LDR_Q_SORT_TEXT_CARDS, in the order of the cards
 *
 * Returns: (transfer none): the card's id, the same in every version
 */
const char *
ldr_q_sort_text_get_card_id (guint card)
{
  g_return_val_if_fail (card < LDR_Q_SORT_TEXT_CARDS, "");

  return ldr_house_text_get_id (get_texts ()->cards, card);
}

/**
 * ldr_q_sort_text_find_card:
 * @id: a card's id, which may come from a file
 * @card: (out): which card it is; untouched if there is none
 *
 * Returns: whether there is a card of that id
 */
gboolean
ldr_q_sort_text_find_card (const char *id, guint *card)
{
  return ldr_house_text_find (get_texts ()->cards, id, card);
}

/**
 * ldr_q_sort_text_get_card:
 * @card: from 0, less than %LDR_Q_SORT_TEXT_CARDS
 *
 * Returns: (transfer none): what stands on the card, in the user's language; 60 characters at most, no full stop
 */
const char *
ldr_q_sort_text_get_card (guint card)
{
  g_return_val_if_fail (card < LDR_Q_SORT_TEXT_CARDS, "");

  return ldr_house_text_get (g_ptr_array_index (get_texts ()->cards, card), "text");
}

/**
 * ldr_q_sort_text_get_explanation:
 * @card: from 0, less than %LDR_Q_SORT_TEXT_CARDS
 *
 * Returns: (transfer none): by what one would see it, a sentence in the user's language
 */
const char *
ldr_q_sort_text_get_explanation (guint card)
{
  g_return_val_if_fail (card < LDR_Q_SORT_TEXT_CARDS, "");

  return ldr_house_text_get (g_ptr_array_index (get_texts ()->cards, card), "explanation");
}

/**
 * ldr_q_sort_text_get_perspective_id:
 * @perspective: from 0, less than %LDR_Q_SORT_TEXT_PERSPECTIVES
 *
 * Returns: (transfer none): the id of what one may sort as: me-now, me-under-pressure, team-needs, coach-view
 */
const char *
ldr_q_sort_text_get_perspective_id (guint perspective)
{
  g_return_val_if_fail (perspective < LDR_Q_SORT_TEXT_PERSPECTIVES, "");

  return ldr_house_text_get_id (get_texts ()->perspectives, perspective);
}

/**
 * ldr_q_sort_text_find_perspective:
 * @id: an id, which may come from a file
 * @perspective: (out): which one it is; untouched if there is none
 *
 * Returns: whether there is a perspective of that id
 */
gboolean
ldr_q_sort_text_find_perspective (const char *id, guint *perspective)
{
  return ldr_house_text_find (get_texts ()->perspectives, id, perspective);
}

/**
 * ldr_q_sort_text_dup_perspective:
 * @perspective: from 0, less than %LDR_Q_SORT_TEXT_PERSPECTIVES
 * @role: whose journal it is shown in
 * @leader: the leader's name
 *
 * Returns: (transfer full): its name in the user's language, such as "Me, now" or, to a coach, "Sanne, now"
 */
char *
ldr_q_sort_text_dup_perspective (guint perspective, LdrRole role, const char *leader)
{
  g_return_val_if_fail (perspective < LDR_Q_SORT_TEXT_PERSPECTIVES, NULL);

  return ldr_house_text_dup_wording (g_ptr_array_index (get_texts ()->perspectives, perspective), "name", role, leader);
}

/**
 * ldr_q_sort_text_dup_instruction:
 * @perspective: from 0, less than %LDR_Q_SORT_TEXT_PERSPECTIVES
 * @role: whose journal it is shown in
 * @leader: the leader's name
 *
 * Returns: (transfer full): what to sort the cards by, a sentence or two in the user's language
 */
char *
ldr_q_sort_text_dup_instruction (guint perspective, LdrRole role, const char *leader)
{
  g_return_val_if_fail (perspective < LDR_Q_SORT_TEXT_PERSPECTIVES, NULL);

  return ldr_house_text_dup_wording (g_ptr_array_index (get_texts ()->perspectives, perspective), "instruction", role,
                                     leader);
}

/**
 * ldr_q_sort_text_get_column_value:
 * @column: from 0, less than %LDR_Q_SORT_TEXT_COLUMNS, from least to most important
 *
 * Returns: the column's value, −3 to 3
 */
int
ldr_q_sort_text_get_column_value (guint column)
{
  g_return_val_if_fail (column < LDR_Q_SORT_TEXT_COLUMNS, 0);

  return ldr_markup_get_number (g_ptr_array_index (get_texts ()->columns, column), "value", -3, 3, 0);
}

/**
 * ldr_q_sort_text_get_column_cards:
 * @column: from 0, less than %LDR_Q_SORT_TEXT_COLUMNS, from least to most important
 *
 * Returns: how many cards the column takes
 */
guint
ldr_q_sort_text_get_column_cards (guint column)
{
  g_return_val_if_fail (column < LDR_Q_SORT_TEXT_COLUMNS, 0);

  return (guint) ldr_markup_get_number (g_ptr_array_index (get_texts ()->columns, column), "cards", 1,
                                        LDR_Q_SORT_TEXT_CARDS, 1);
}

/**
 * ldr_q_sort_text_get_pile:
 * @pile: from 0, less than %LDR_Q_SORT_TEXT_PILES: what matters less, what is in between, what matters more
 *
 * Returns: (transfer none): the name of a pile of the first step, in the user's language
 */
const char *
ldr_q_sort_text_get_pile (guint pile)
{
  g_return_val_if_fail (pile < LDR_Q_SORT_TEXT_PILES, "");

  return ldr_house_text_get (g_ptr_array_index (get_texts ()->piles, pile), NULL);
}

/**
 * ldr_q_sort_text_get_least:
 *
 * Returns: (transfer none): the word for the lowest end of the shape, in the user's language
 */
const char *
ldr_q_sort_text_get_least (void)
{
  return ldr_house_text_get (get_texts ()->root, "least");
}

/**
 * ldr_q_sort_text_get_most:
 *
 * Returns: (transfer none): the word for the highest end of the shape, in the user's language
 */
const char *
ldr_q_sort_text_get_most (void)
{
  return ldr_house_text_get (get_texts ()->root, "most");
}

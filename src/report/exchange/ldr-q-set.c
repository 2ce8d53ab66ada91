/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-q-set.h"

#include "model/ldr-q-compare.h"
#include "model/ldr-text.h"

/**
 * ldr_q_set_new:
 * @title: what the study is called; made one line of clean text
 * @n_items: how many statements every sort has
 *
 * Returns: (transfer full): a set without sorts and without the statements' texts
 */
LdrQSet *
ldr_q_set_new (const char *title, guint n_items)
{
  LdrQSet *self = g_new0 (LdrQSet, 1);

  self->title = ldr_text_clean (title, LDR_TEXT_LINE);
  self->n_items = n_items;
  self->items = g_ptr_array_new_with_free_func (g_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->sorts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  return self;
}

void
ldr_q_set_free (LdrQSet *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->sorts);
  g_free (self);
}

/**
 * ldr_q_set_add:
 * @self: a set
 * @name: whose sort it is; made one line of clean text
 * @values: the column of each statement, as many as the set has statements
 *
 * Adds a sort.
 */
void
ldr_q_set_add (LdrQSet *self, const char *name, const int *values)
{
  GArray *sort = g_array_sized_new (FALSE, FALSE, sizeof (int), self->n_items);

  g_array_append_vals (sort, values, self->n_items);
  g_ptr_array_add (self->sorts, sort);
  g_ptr_array_add (self->names, ldr_text_clean (name, LDR_TEXT_LINE));
}

/**
 * ldr_q_set_add_board:
 * @self: a set of 24 statements
 * @name: whose sort it is
 * @board: a complete board
 *
 * Adds a sort of this journal.
 */
void
ldr_q_set_add_board (LdrQSet *self, const char *name, const LdrQBoard *board)
{
  int values[LDR_Q_CARDS];

  g_return_if_fail (self->n_items == LDR_Q_CARDS && ldr_q_board_is_complete (board));

  for (guint i = 0; i < LDR_Q_CARDS; i++)
    values[i] = board->value[i];
  ldr_q_set_add (self, name, values);
}

/**
 * ldr_q_set_get:
 * @self: a set
 * @sort: a sort, from 0
 *
 * Returns: (transfer none) (array): its values, as many as the set has statements
 */
const int *
ldr_q_set_get (const LdrQSet *self, guint sort)
{
  GArray *values = g_ptr_array_index (self->sorts, sort);

  return (const int *) (void *) values->data;
}

/**
 * ldr_q_set_get_board:
 * @self: a set
 * @sort: a sort, from 0
 * @board: (out caller-allocates): the board it makes
 * @error: LDR_MODEL_ERROR_INVALID if it has another number of cards or another shape
 *
 * Returns: whether it can be taken into a journal
 */
gboolean
ldr_q_set_get_board (const LdrQSet *self, guint sort, LdrQBoard *board, GError **error)
{
  return ldr_q_board_set_values (board, ldr_q_set_get (self, sort), self->n_items, error);
}

/**
 * ldr_q_set_get_range:
 * @self: a set
 * @low: (out): the lowest value of any sort, or −1 if they are all higher
 * @high: (out): the highest value of any sort, or 1 if they are all lower
 */
void
ldr_q_set_get_range (const LdrQSet *self, int *low, int *high)
{
  *low = -1;
  *high = 1;
  for (guint s = 0; s < self->sorts->len; s++)
    for (guint i = 0; i < self->n_items; i++)
      {
        *low = MIN (*low, ldr_q_set_get (self, s)[i]);
        *high = MAX (*high, ldr_q_set_get (self, s)[i]);
      }
}

/**
 * ldr_q_set_correlate:
 * @self: a set
 *
 * Returns: (transfer full) (array): the correlations of each sort with each, after ldr_q_correlate(); free with
 * g_free()
 */
double *
ldr_q_set_correlate (const LdrQSet *self)
{
  g_autofree const int **sorts = g_new0 (const int *, self->sorts->len + 1);

  for (guint i = 0; i < self->sorts->len; i++)
    sorts[i] = ldr_q_set_get (self, i);
  return ldr_q_correlate (sorts, self->sorts->len, self->n_items);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ldr-q-sort.h"

G_BEGIN_DECLS

#define LDR_Q_SET_MAX_ITEMS 200
#define LDR_Q_SET_MAX_SORTS 999
/* What PQMethod has columns for. */
#define LDR_Q_SET_LOWEST (-6)
#define LDR_Q_SET_HIGHEST 13

/**
 * LdrQSet:
 * @title: what the study is called, one line
 * @n_items: how many statements there are
 * @items: (element-type utf8): their texts, @n_items of them or none
 * @names: (element-type utf8): the name of each sort
 * @sorts: (element-type GArray): the values of each sort, @n_items #gint each
 *
 * Sorts of any shape as programs for Q methodology exchange them.
 */
typedef struct
{
  char *title;
  guint n_items;
  GPtrArray *items;
  GPtrArray *names;
  GPtrArray *sorts;
} LdrQSet;

LdrQSet *ldr_q_set_new (const char *title, guint n_items);
void ldr_q_set_free (LdrQSet *self);
void ldr_q_set_add (LdrQSet *self, const char *name, const int *values);
void ldr_q_set_add_board (LdrQSet *self, const char *name, const LdrQBoard *board);
const int *ldr_q_set_get (const LdrQSet *self, guint sort);
gboolean ldr_q_set_get_board (const LdrQSet *self, guint sort, LdrQBoard *board, GError **error);
void ldr_q_set_get_range (const LdrQSet *self, int *low, int *high);
double *ldr_q_set_correlate (const LdrQSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrQSet, ldr_q_set_free)

G_END_DECLS

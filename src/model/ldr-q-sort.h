/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include "ldr-q-board.h"

G_BEGIN_DECLS

/**
 * LdrQPerspective:
 * @LDR_Q_ME_NOW: what matters to the leader now
 * @LDR_Q_ME_UNDER_PRESSURE: what comes first on a busy day
 * @LDR_Q_TEAM_NEEDS: what would help the team
 * @LDR_Q_COACH_VIEW: what the coach sees
 *
 * What a sort is sorted as.
 */
typedef enum
{
  LDR_Q_ME_NOW,
  LDR_Q_ME_UNDER_PRESSURE,
  LDR_Q_TEAM_NEEDS,
  LDR_Q_COACH_VIEW,
} LdrQPerspective;

#define LDR_N_Q_PERSPECTIVES 4

const char *ldr_q_perspective_to_id (LdrQPerspective perspective);
gboolean ldr_q_perspective_from_id (const char *id, LdrQPerspective *perspective);
const char *ldr_q_pile_to_id (LdrQPile pile);
gboolean ldr_q_pile_from_id (const char *id, LdrQPile *pile);

#define LDR_TYPE_Q_SORT (ldr_q_sort_get_type ())

/**
 * LdrQSort:
 * @id: UUIDv7
 * @version: the version of the cards that were sorted, from 1
 * @perspective: what it is sorted as
 * @by: who sorted; "" for whoever keeps the journal; one line
 * @started: when it was begun, as a moment
 * @finished: when it was finished, or 0
 * @day: the civil date of @finished, or of @started while it is not finished
 * @cards: (array fixed-size=24): the ids of the cards, in card order
 * @board: where they lie
 * @remarks: (array fixed-size=24): a remark on each card, "" for none; asked for at both ends
 *
 * One sort of what matters most, finished or not. Refcounted; never changed once shared.
 */
typedef struct
{
  char *id;
  int version;
  LdrQPerspective perspective;
  char *by;
  gint64 started;
  gint64 finished;
  int day;
  char *cards[LDR_Q_CARDS];
  LdrQBoard board;
  char *remarks[LDR_Q_CARDS];
} LdrQSort;

GType ldr_q_sort_get_type (void) G_GNUC_CONST;
LdrQSort *ldr_q_sort_new (int version, LdrQPerspective perspective, const char *const cards[LDR_Q_CARDS]);
LdrQSort *ldr_q_sort_copy (const LdrQSort *self);
LdrQSort *ldr_q_sort_ref (LdrQSort *self);
void ldr_q_sort_unref (LdrQSort *self);

void ldr_q_sort_set_by (LdrQSort *self, const char *by);
void ldr_q_sort_set_remark (LdrQSort *self, guint card, const char *remark);
gboolean ldr_q_sort_asks_remark (const LdrQSort *self, guint card);
gboolean ldr_q_sort_find_card (const LdrQSort *self, const char *id, guint *card);
gboolean ldr_q_sort_finish (LdrQSort *self, GError **error);
gboolean ldr_q_sort_validate (const LdrQSort *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrQSort, ldr_q_sort_unref)

G_END_DECLS

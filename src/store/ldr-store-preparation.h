/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-store.h"
#include "model/ldr-session.h"
#include "model/ldr-style.h"

G_BEGIN_DECLS

/**
 * LdrNoticed:
 * @since: from this moment on, included
 * @until: up to this moment, excluded
 * @n_entries: how many entries happened in that time
 * @pitfalls: in how many of them each pitfall was noticed
 * @styles: in how many of them each style was used
 * @n_energy: how many of them say how much energy there was
 * @energy: the mean of that, 1 to 5; 0 when none says so
 *
 * What was noticed in a time, without a word of what was written.
 */
typedef struct
{
  gint64 since;
  gint64 until;
  int n_entries;
  int pitfalls[LDR_N_STYLES];
  int styles[LDR_N_STYLES];
  int n_energy;
  double energy;
} LdrNoticed;

#define LDR_TYPE_PREPARATION (ldr_preparation_get_type ())

/**
 * LdrPreparation:
 * @session: the session that is prepared, without its private notes
 * @previous: (nullable): the last one that was held before it, without its private notes
 * @actions: (element-type LdrAction): what it has to come back to; see ldr_action_list_carried_over()
 * @to_discuss: (element-type LdrSummary): entries to discuss, newest first, at most %LDR_PREPARATION_MAX_ENTRIES
 * @n_to_discuss: how many there are in all
 * @noticed: what was noticed since @previous, or since the beginning, up to @session
 *
 * What leader and coach look at before a session. Goals are not in it: ldr_store_list_goals() has them. Refcounted and
 * never changed after it left the store.
 */
typedef struct
{
  LdrSession *session;
  LdrSession *previous;
  GPtrArray *actions;
  GPtrArray *to_discuss;
  int n_to_discuss;
  LdrNoticed noticed;
} LdrPreparation;

#define LDR_PREPARATION_MAX_ENTRIES 50

GType ldr_preparation_get_type (void) G_GNUC_CONST;
LdrPreparation *ldr_preparation_ref (LdrPreparation *self);
void ldr_preparation_unref (LdrPreparation *self);

gboolean ldr_store_get_noticed (LdrStore *self, gint64 since, gint64 until, LdrNoticed *noticed, GError **error);
LdrPreparation *ldr_store_prepare_session (LdrStore *self, const char *id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrPreparation, ldr_preparation_unref)

G_END_DECLS

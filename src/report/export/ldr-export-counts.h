/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-export-document.h"
#include "model/ldr-action.h"

G_BEGIN_DECLS

/**
 * LdrExportCounts:
 * @period: the days of which something goes out
 * @session_days: (element-type int): the days of the sessions, the latest first
 * @n_actions: agreed actions, by the state that they had on the last day
 * @n_entries: entries of the kind that was chosen
 * @n_all_entries: entries of the journal
 * @n_goals: goals
 * @has_private_notes: whether there are private notes at all, in these days or others
 *
 * What each part of a document would hold, whether it is chosen or not.
 */
typedef struct
{
  LdrPeriod period;
  GArray *session_days;
  guint n_actions[LDR_N_ACTION_STATES];
  guint n_entries;
  guint n_all_entries;
  guint n_goals;
  gboolean has_private_notes;
} LdrExportCounts;

LdrExportCounts *ldr_export_count (LdrStore *store, const LdrExportChoice *choice, int today, GError **error);
void ldr_export_counts_free (LdrExportCounts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrExportCounts, ldr_export_counts_free)

G_END_DECLS

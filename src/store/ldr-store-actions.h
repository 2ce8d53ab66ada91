/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-store.h"
#include "model/ldr-action.h"

G_BEGIN_DECLS

/* What was agreed. What is deleted is gone from the file at once; to undo, import the value again. An action outlives
 * the session in which it was agreed. */

/**
 * LdrActionCounts:
 * @open: how many are open
 * @overdue: how many of them should have been done before today
 */
typedef struct
{
  int open;
  int overdue;
} LdrActionCounts;

gboolean ldr_store_save_action (LdrStore *self, LdrAction *action, GError **error);
gboolean ldr_store_import_action (LdrStore *self, LdrAction *action, GError **error);
LdrAction *ldr_store_get_action (LdrStore *self, const char *id, GError **error);
gboolean ldr_store_delete_action (LdrStore *self, const char *id, GError **error);
gboolean ldr_store_order_actions (LdrStore *self, const char *const *ids, GError **error);

GPtrArray *ldr_store_list_actions (LdrStore *self, GError **error);
GPtrArray *ldr_store_list_session_actions (LdrStore *self, const char *session, GError **error);
GPtrArray *ldr_store_list_open_actions (LdrStore *self, GError **error);
GPtrArray *ldr_store_list_carried_over_actions (LdrStore *self, LdrSession *session, GError **error);
gboolean ldr_store_count_actions (LdrStore *self, int today, LdrActionCounts *counts, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-store.h"
#include "model/ldr-session.h"

G_BEGIN_DECLS

/* Coaching sessions. Private notes come only from the call that has them in its name; a session that does not carry
 * them can be saved without losing them. */

/**
 * LdrSessionFilter:
 * @LDR_SESSIONS_ALL: every session outside the trash, the latest first
 * @LDR_SESSIONS_PLANNED: those that are planned or under way, the earliest first
 * @LDR_SESSIONS_PAST: those that were held or cancelled, the latest first
 * @LDR_SESSIONS_TRASH: those in the trash, what was put there last first
 *
 * Which sessions to list.
 */
typedef enum
{
  LDR_SESSIONS_ALL,
  LDR_SESSIONS_PLANNED,
  LDR_SESSIONS_PAST,
  LDR_SESSIONS_TRASH,
} LdrSessionFilter;

#define LDR_TYPE_SESSION_SUMMARY (ldr_session_summary_get_type ())

/**
 * LdrSessionSummary:
 * @id: the session's id
 * @state: its state
 * @starts: when it starts, as a moment
 * @day: the civil date of @starts where it was planned
 * @minutes: how long it is planned to take
 * @location: where, may be empty
 * @opened: when it really began, as a moment, or 0
 * @closed: when it really ended, as a moment, or 0
 * @deleted: when it went to the trash, or 0
 * @rested: for how many seconds its clock stood in between
 * @n_points: points of its agenda
 * @n_points_done: those that were talked about
 * @n_actions: actions that were agreed in it
 * @n_actions_open: those that are open
 * @has_notes: whether it has notes; private ones do not count
 *
 * What a list shows of a session. Refcounted and never changed after it left the store.
 */
typedef struct
{
  char *id;
  LdrSessionState state;
  gint64 starts;
  int day;
  int minutes;
  char *location;
  gint64 opened;
  gint64 closed;
  gint64 deleted;
  int rested;
  int n_points;
  int n_points_done;
  int n_actions;
  int n_actions_open;
  gboolean has_notes;
} LdrSessionSummary;

GType ldr_session_summary_get_type (void) G_GNUC_CONST;
LdrSessionSummary *ldr_session_summary_ref (LdrSessionSummary *self);
void ldr_session_summary_unref (LdrSessionSummary *self);

gboolean ldr_store_save_session (LdrStore *self, LdrSession *session, GError **error);
gboolean ldr_store_import_session (LdrStore *self, LdrSession *session, GError **error);
LdrSession *ldr_store_get_session (LdrStore *self, const char *id, GError **error);
LdrSession *ldr_store_get_session_with_private_notes (LdrStore *self, const char *id, GError **error);
gboolean ldr_store_has_private_notes (LdrStore *self, gboolean *found, GError **error);
gboolean ldr_store_trash_session (LdrStore *self, const char *id, GError **error);
gboolean ldr_store_restore_session (LdrStore *self, const char *id, GError **error);
gboolean ldr_store_delete_session (LdrStore *self, const char *id, GError **error);

GPtrArray *ldr_store_list_sessions (LdrStore *self, LdrSessionFilter filter, GError **error);
gboolean ldr_store_find_next_session (LdrStore *self, gint64 now, LdrSession **session, GError **error);
gboolean ldr_store_find_last_session (LdrStore *self, gint64 before, LdrSession **session, GError **error);

typedef gboolean (*LdrSessionFunc) (LdrSession *session, gpointer user_data, GError **error);
gboolean ldr_store_foreach_session (LdrStore *self, LdrSessionFunc func, gpointer user_data, GError **error);
gboolean
ldr_store_foreach_session_with_private_notes (LdrStore *self, LdrSessionFunc func, gpointer user_data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrSessionSummary, ldr_session_summary_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include "ldr-backup.h"
#include "ldr-store.h"
#include "ldr-store-entries.h"
#include "ldr-store-goals.h"
#include "ldr-store-list.h"
#include "ldr-store-overview.h"
#include "ldr-store-progress.h"
#include "ldr-store-reflections.h"

G_BEGIN_DECLS

#define LDR_TYPE_JOURNAL (ldr_journal_get_type ())
G_DECLARE_FINAL_TYPE (LdrJournal, ldr_journal, LDR, JOURNAL, GObject)

/* One open journal with a thread of its own, for the application. Every asynchronous call runs on that thread in the order
 * of the calls and completes in the caller's main context. Signals, always in the main context that opened the journal:
 *
 * - `entry-changed (const char *id)`: an entry was saved, trashed, restored or deleted
 * - `styles-changed`: a measurement, a draft, a question, a path or the words to notice changed
 * - `goals-changed`: a goal or a check-in changed
 * - `sessions-changed`: a session, an action or a link changed
 * - `exports-changed`: the log of exports, a saved choice of what goes out or a known name changed
 * - `packs-changed`: a session pack that was received, or a comment, changed
 * - `reset`: so much changed (a restore, an import) that everything must be read anew; comes without those above it
 *
 * Properties: `info` (LdrJournalInfo, boxed), `path`. */

void ldr_journal_create_async (const char *path, const char *passphrase, LdrJournalInfo *info, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
LdrJournal *ldr_journal_create_finish (GAsyncResult *result, GError **error);
void ldr_journal_open_async (const char *path, const char *passphrase, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
void ldr_journal_open_with_recovery_async (const char *path, const char *sheet, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
LdrJournal *ldr_journal_open_finish (GAsyncResult *result, GError **error);
void ldr_journal_close_async (LdrJournal *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean ldr_journal_close_finish (LdrJournal *self, GAsyncResult *result, GError **error);

const char *ldr_journal_get_path (LdrJournal *self);
LdrJournalInfo *ldr_journal_get_info (LdrJournal *self);
char *ldr_journal_get_recovery (LdrJournal *self);

/* Runs @func on the journal's thread with the store; the typed calls below are made of it, and a place that needs a query
 * of its own may use it too. @func returns a value that @free_value frees, or NULL with an error. */
typedef gpointer (*LdrJournalFunc) (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error);
void ldr_journal_run_async (LdrJournal *self, LdrJournalFunc func, gpointer data, GDestroyNotify free_data,
                            GDestroyNotify free_value, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data);
gpointer ldr_journal_run_finish (LdrJournal *self, GAsyncResult *result, GError **error);

void ldr_journal_get_entry_async (LdrJournal *self, const char *id, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
LdrEntry *ldr_journal_get_entry_finish (LdrJournal *self, GAsyncResult *result, GError **error);
void ldr_journal_save_entry_async (LdrJournal *self, LdrEntry *entry, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);
LdrEntry *ldr_journal_save_entry_finish (LdrJournal *self, GAsyncResult *result, GError **error);
void ldr_journal_trash_entry_async (LdrJournal *self, const char *id, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
gboolean ldr_journal_trash_entry_finish (LdrJournal *self, GAsyncResult *result, GError **error);
void ldr_journal_restore_entry_async (LdrJournal *self, const char *id, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
gboolean ldr_journal_restore_entry_finish (LdrJournal *self, GAsyncResult *result, GError **error);
void ldr_journal_delete_entry_async (LdrJournal *self, const char *id, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
gboolean ldr_journal_delete_entry_finish (LdrJournal *self, GAsyncResult *result, GError **error);
void ldr_journal_empty_trash_async (LdrJournal *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean ldr_journal_empty_trash_finish (LdrJournal *self, GAsyncResult *result, GError **error);

void ldr_journal_finish_reflection_async (LdrJournal *self, LdrReflection *reflection, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer user_data);
LdrEntry *ldr_journal_finish_reflection_finish (LdrJournal *self, GAsyncResult *result, GError **error);
void ldr_journal_get_style_overview_async (LdrJournal *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                           gpointer user_data);
LdrStyleOverview *ldr_journal_get_style_overview_finish (LdrJournal *self, GAsyncResult *result, GError **error);
void ldr_journal_get_progress_async (LdrJournal *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                     gpointer user_data);
LdrProgress *ldr_journal_get_progress_finish (LdrJournal *self, GAsyncResult *result, GError **error);

void ldr_journal_save_goal_async (LdrJournal *self, LdrGoal *goal, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
LdrGoal *ldr_journal_save_goal_finish (LdrJournal *self, GAsyncResult *result, GError **error);
void ldr_journal_list_goal_courses_async (LdrJournal *self, guint states, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *ldr_journal_list_goal_courses_finish (LdrJournal *self, GAsyncResult *result, GError **error);
void ldr_journal_check_in_async (LdrJournal *self, LdrCheckIn *check_in, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *ldr_journal_check_in_finish (LdrJournal *self, GAsyncResult *result, GError **error);
void ldr_journal_undo_check_in_async (LdrJournal *self, LdrCheckIn *check_in, GPtrArray *before,
                                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean ldr_journal_undo_check_in_finish (LdrJournal *self, GAsyncResult *result, GError **error);

void ldr_journal_list_places_async (LdrJournal *self, LdrQuery *query, int limit, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
GArray *ldr_journal_list_places_finish (LdrJournal *self, GAsyncResult *result, GError **error);
void ldr_journal_list_summaries_async (LdrJournal *self, LdrQuery *query, const gint64 *keys, gsize n_keys,
                                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *ldr_journal_list_summaries_finish (LdrJournal *self, GAsyncResult *result, GError **error);
void ldr_journal_list_tags_async (LdrJournal *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
GPtrArray *ldr_journal_list_tags_finish (LdrJournal *self, GAsyncResult *result, GError **error);

void ldr_journal_list_revisions_async (LdrJournal *self, const char *entry_id, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *ldr_journal_list_revisions_finish (LdrJournal *self, GAsyncResult *result, GError **error);
void ldr_journal_add_picture_async (LdrJournal *self, LdrPicture *picture, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
gboolean ldr_journal_add_picture_finish (LdrJournal *self, GAsyncResult *result, GError **error);
void ldr_journal_get_picture_async (LdrJournal *self, const char *id, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
LdrPicture *ldr_journal_get_picture_finish (LdrJournal *self, GAsyncResult *result, GError **error);

void ldr_journal_back_up_async (LdrJournal *self, const char *folder, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
LdrBackup *ldr_journal_back_up_finish (LdrJournal *self, GAsyncResult *result, GError **error);
void ldr_journal_save_copy_async (LdrJournal *self, const char *path, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
gboolean ldr_journal_save_copy_finish (LdrJournal *self, GAsyncResult *result, GError **error);
void ldr_journal_change_passphrase_async (LdrJournal *self, const char *passphrase, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer user_data);
gboolean ldr_journal_change_passphrase_finish (LdrJournal *self, GAsyncResult *result, GError **error);
void ldr_journal_set_info_async (LdrJournal *self, LdrJournalInfo *info, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
gboolean ldr_journal_set_info_finish (LdrJournal *self, GAsyncResult *result, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ldr-journal.h"
#include "store/ldr-store-paths.h"
#include "store/ldr-store-prompts.h"

G_BEGIN_DECLS

/* What the journal's thread does for paths and questions of the user's own. */

/**
 * LdrOwnThings:
 * @paths: (element-type LdrPath): the user's own paths in their order
 * @prompts: (element-type LdrPrompt): the user's own questions in their order
 */
typedef struct
{
  GPtrArray *paths;
  GPtrArray *prompts;
} LdrOwnThings;

void ldr_own_things_free (LdrOwnThings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrOwnThings, ldr_own_things_free)

void ldr_own_read_async (LdrJournal *journal, GAsyncReadyCallback callback, gpointer user_data);
LdrOwnThings *ldr_own_read_finish (LdrJournal *journal, GAsyncResult *result, GError **error);

void ldr_own_save_path_async (LdrJournal *journal, LdrPath *path, GAsyncReadyCallback callback, gpointer user_data);
void ldr_own_add_paths_async (LdrJournal *journal, GPtrArray *paths, GAsyncReadyCallback callback, gpointer user_data);
void ldr_own_delete_path_async (LdrJournal *journal, const char *id, GAsyncReadyCallback callback, gpointer user_data);
void ldr_own_restore_path_async (
    LdrJournal *journal, LdrPath *path, GPtrArray *order, GAsyncReadyCallback callback, gpointer user_data);
void
ldr_own_order_paths_async (LdrJournal *journal, GPtrArray *order, GAsyncReadyCallback callback, gpointer user_data);
void
ldr_own_save_prompts_async (LdrJournal *journal, GPtrArray *prompts, GAsyncReadyCallback callback, gpointer user_data);
gboolean ldr_own_finish (LdrJournal *journal, GAsyncResult *result, GError **error);

G_END_DECLS

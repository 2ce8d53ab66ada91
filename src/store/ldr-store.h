/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-key.h"
#include "ldr-store-error.h"
#include "model/ldr-journal-info.h"

G_BEGIN_DECLS

/**
 * LdrStore:
 *
 * The connection to one open journal. Every call blocks, and only one thread at a time may use a store: the terminal
 * program uses it directly, the application through #LdrJournal, which gives it a thread of its own.
 */
typedef struct _LdrStore LdrStore;

#define LDR_STORE_SUFFIX ".leidraad"
#define LDR_STORE_APPLICATION_ID 0x4C454944

LdrStore *ldr_store_create (const char *path, LdrKey *key, LdrJournalInfo *info, GError **error);
LdrStore *ldr_store_open (const char *path, LdrKey *key, GError **error);
gboolean ldr_store_close (LdrStore *self, GError **error);
void ldr_store_free (LdrStore *self);

const char *ldr_store_get_path (LdrStore *self);
LdrJournalInfo *ldr_store_get_info (LdrStore *self);
gboolean ldr_store_set_info (LdrStore *self, LdrJournalInfo *info, GError **error);
LdrKey *ldr_store_get_key (LdrStore *self);

gboolean ldr_store_begin (LdrStore *self, GError **error);
gboolean ldr_store_commit (LdrStore *self, GError **error);
void ldr_store_rollback (LdrStore *self);

gboolean ldr_store_check (LdrStore *self, GCancellable *cancellable, GPtrArray *problems, GError **error);
gboolean ldr_store_change_key (LdrStore *self, LdrKey *key, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrStore, ldr_store_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ldr-journal.h"

G_BEGIN_DECLS

/* What the list of entries, and an entry, ask on the journal's thread beyond the typed calls: two
 * questions answered in one turn. */

typedef struct
{
  GArray *places;
  GPtrArray *summaries;
} LdrLoadedHead;

typedef struct
{
  LdrQuery *query;
  char *id;
} LdrChangedRequest;

/* @summary is NULL for an entry that does not answer the query (any more). */
typedef struct
{
  LdrSummary *summary;
} LdrChangedEntry;

gpointer ldr_load_head_job (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error);
void ldr_loaded_head_free (LdrLoadedHead *self);

LdrChangedRequest *ldr_changed_request_new (LdrQuery *query, const char *id);
void ldr_changed_request_free (LdrChangedRequest *self);
gpointer ldr_changed_entry_job (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error);
void ldr_changed_entry_free (LdrChangedEntry *self);

gpointer ldr_notice_words_job (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS

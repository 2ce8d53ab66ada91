/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-journal.h"

G_BEGIN_DECLS

/**
 * LdrJournalNews:
 * @LDR_JOURNAL_NEWS_NONE: nothing that a list shows is changed
 * @LDR_JOURNAL_NEWS_ENTRY: one entry is
 * @LDR_JOURNAL_NEWS_RESET: anything may be
 * @LDR_JOURNAL_NEWS_UNKNOWN: anything may be, if a row was written at all
 *
 * What a task that succeeded has to tell.
 */
typedef enum {
  LDR_JOURNAL_NEWS_NONE,
  LDR_JOURNAL_NEWS_ENTRY,
  LDR_JOURNAL_NEWS_RESET,
  LDR_JOURNAL_NEWS_UNKNOWN,
} LdrJournalNews;

/* The arguments of a typed call; each uses the few that it needs. */
typedef struct {
  char *text;
  char *secret;
  LdrEntry *entry;
  LdrPicture *picture;
  LdrQuery *query;
  LdrJournalInfo *info;
  gint64 *keys;
  gsize n_keys;
  int limit;
} LdrJournalRequest;

LdrJournalRequest *ldr_journal_request_new (const char *text);
void ldr_journal_request_free (gpointer data);
gboolean ldr_journal_run_finish_boolean (LdrJournal *self, GAsyncResult *result, GError **error);

void ldr_journal_run_with_news (LdrJournal *self, LdrJournalFunc func, gpointer data, GDestroyNotify free_data,
                                GDestroyNotify free_value, LdrJournalNews news, const char *entry_id,
                                GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS

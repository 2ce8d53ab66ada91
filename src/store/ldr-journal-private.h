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

/* The thread that owns the connection, with the queue of what it is to do. It outlives the journal by as long as it
 * takes to close the file. */
typedef struct {
  GAsyncQueue *queue;
  LdrStore *store;
} LdrJournalWorker;

/* One thing to do on the thread; without @run: the end. */
typedef struct _LdrJournalJob LdrJournalJob;
struct _LdrJournalJob {
  void (*run) (LdrJournalWorker *worker, LdrJournalJob *self);
  GTask *task;
  LdrJournal *journal;
  LdrJournalFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_value;
  LdrJournalNews news;
  char *entry_id;
};

struct _LdrJournal {
  GObject parent_instance;

  LdrJournalWorker *worker;
  GMainContext *context;
  char *path;
  LdrJournalInfo *info;
  LdrKey *key;
};

/* ldr-journal.c */
void ldr_journal_tell (LdrJournal *self, LdrStore *store, LdrJournalNews what, const char *entry_id, guint topics);

/* ldr-journal-thread.c */
LdrJournalWorker *ldr_journal_worker_start (void);
void ldr_journal_worker_push (LdrJournalWorker *self, LdrJournalJob *job);

/* ldr-journal-request.c */
LdrJournalRequest *ldr_journal_request_new (const char *text);
void ldr_journal_request_free (gpointer data);
gboolean ldr_journal_run_finish_boolean (LdrJournal *self, GAsyncResult *result, GError **error);

/**
 * LdrJournalCall:
 * @func: what to do on the journal's thread, with an #LdrJournalRequest
 * @free_value: (nullable): frees what @func returns
 * @news: what to tell when it succeeded
 *
 * What all calls of one kind have in common.
 */
typedef struct {
  LdrJournalFunc func;
  GDestroyNotify free_value;
  LdrJournalNews news;
} LdrJournalCall;

void ldr_journal_call (LdrJournal *self, const LdrJournalCall *call, LdrJournalRequest *request,
                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void ldr_journal_run_with_news (LdrJournal *self, LdrJournalFunc func, gpointer data, GDestroyNotify free_data,
                                GDestroyNotify free_value, LdrJournalNews news, const char *entry_id,
                                GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS

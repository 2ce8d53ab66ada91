/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-journal-private.h"
#include "ldr-key-private.h"

/* Arguments on their way to the journal's thread, with the one text that most of them need. */
LdrJournalRequest *
ldr_journal_request_new (const char *text)
{
  LdrJournalRequest *request = g_new0 (LdrJournalRequest, 1);

  request->text = g_strdup (text);
  return request;
}

void
ldr_journal_request_free (gpointer data)
{
  LdrJournalRequest *request = data;

  g_free (request->text);
  ldr_key_wipe_text (request->secret);
  g_clear_pointer (&request->entry, ldr_entry_unref);
  g_clear_pointer (&request->picture, ldr_picture_unref);
  g_clear_pointer (&request->query, ldr_query_unref);
  g_clear_pointer (&request->info, ldr_journal_info_unref);
  g_free (request->keys);
  g_free (request);
}

gboolean
ldr_journal_run_finish_boolean (LdrJournal *self, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (self, result, error) != NULL;
}

/* Hands @request (transfer full) to the journal's thread. The text of a call that changes an entry is that entry's id,
 * unless the entry itself comes along. */
void
ldr_journal_call (LdrJournal *self,
                  const LdrJournalCall *call,
                  LdrJournalRequest *request,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  const char *entry_id = NULL;

  if (call->news == LDR_JOURNAL_NEWS_ENTRY)
    entry_id = request->entry != NULL ? request->entry->id : request->text;
  ldr_journal_run_with_news (self, call->func, request, ldr_journal_request_free, call->free_value, call->news,
                             entry_id, cancellable, callback, user_data);
}

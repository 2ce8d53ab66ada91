/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-demo-journal.h"

#include <glib/gi18n.h>

#include "store/ldr-store-demo.h"

/* A year of a leader who writes about once in three days. */
#define N_ENTRIES 120
#define SEED 7

static const char *
demo_language (void)
{
  const char *const *languages = g_get_language_names ();

  return g_str_has_prefix (languages[0], "nl") ? "nl" : "en";
}

/**
 * ldr_demo_journal_suggest_name:
 *
 * Returns: (transfer full): the name of a demo journal's file, without suffix
 */
char *
ldr_demo_journal_suggest_name (void)
{
  g_autoptr (LdrDemo) demo = ldr_demo_new (demo_language (), SEED, 1);

  /* Translators: the name of the demo journal's file; %s is the name of a leader who does not exist */
  return g_strdup_printf (_ ("%s, demo"), ldr_demo_get_leader (demo));
}

static gpointer
fill_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_fill_with_demo (store, data, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

static void
filled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ldr_journal_run_finish (LDR_JOURNAL (source), result, &error) != NULL)
    g_task_return_pointer (task, g_object_ref (source), g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;
  g_autoptr (LdrJournal) journal = ldr_journal_create_finish (result, &error);

  if (journal == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  ldr_journal_run_async (journal, fill_func, ldr_demo_new (demo_language (), SEED, N_ENTRIES),
                         (GDestroyNotify) ldr_demo_free, NULL, g_task_get_cancellable (task), filled_cb, task);
}

/**
 * ldr_demo_journal_create_async:
 * @path: (type filename): where it goes
 * @cancellable: (nullable): a cancellable
 * @callback: called when done
 * @user_data: data for @callback
 *
 * Makes an encrypted journal about a team that does not exist, in the user's language, filled on the journal's thread.
 */
void
ldr_demo_journal_create_async (const char *path,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (LdrDemo) demo = ldr_demo_new (demo_language (), SEED, 1);
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new (ldr_demo_get_leader (demo), LDR_ROLE_LEADER);
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, ldr_demo_journal_create_async);
  ldr_journal_create_async (path, LDR_DEMO_PASSPHRASE, info, cancellable, created_cb, task);
}

/**
 * ldr_demo_journal_create_finish:
 * @result: a result
 * @error: return location, domain #LDR_STORE_ERROR
 *
 * Returns: (transfer full): the open journal, or %NULL with @error set
 */
LdrJournal *
ldr_demo_journal_create_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

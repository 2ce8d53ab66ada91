/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-path-jobs.h"

/* A path with the order of all of them, or one of both. */
typedef struct
{
  LdrPath *path;
  GPtrArray *order;
} PathJob;

static PathJob *
path_job_new (LdrPath *path, GPtrArray *order)
{
  PathJob *job = g_new0 (PathJob, 1);

  job->path = path != NULL ? ldr_path_ref (path) : NULL;
  job->order = order != NULL ? g_ptr_array_ref (order) : NULL;
  return job;
}

static void
path_job_free (gpointer data)
{
  PathJob *job = data;

  g_clear_pointer (&job->path, ldr_path_unref);
  g_clear_pointer (&job->order, g_ptr_array_unref);
  g_free (job);
}

/* What a call that only succeeds or fails gives. */
static gpointer
done (gboolean success)
{
  return success ? g_strdup ("") : NULL;
}

static char **
get_ids (GPtrArray *paths)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < paths->len; i++)
    g_strv_builder_add (ids, ((LdrPath *) g_ptr_array_index (paths, i))->id);
  return g_strv_builder_end (ids);
}

/* --- Reading ---------------------------------------------------------------------------------------------------------
 */

/**
 * ldr_own_things_free:
 * @self: (transfer full): what was read
 *
 * Frees it.
 */
void
ldr_own_things_free (LdrOwnThings *self)
{
  g_clear_pointer (&self->paths, g_ptr_array_unref);
  g_clear_pointer (&self->prompts, g_ptr_array_unref);
  g_free (self);
}

static gpointer
read_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (LdrOwnThings) own = g_new0 (LdrOwnThings, 1);

  own->paths = ldr_store_list_own_paths (store, error);
  if (own->paths == NULL)
    return NULL;
  own->prompts = ldr_store_list_own_prompts (store, error);
  return own->prompts != NULL ? g_steal_pointer (&own) : NULL;
}

/**
 * ldr_own_read_async:
 * @journal: an open journal
 * @callback: called with them
 * @user_data: for @callback
 *
 * Reads the paths and the questions of the user's own.
 */
void
ldr_own_read_async (LdrJournal *journal, GAsyncReadyCallback callback, gpointer user_data)
{
  ldr_journal_run_async (journal, read_func, NULL, NULL, (GDestroyNotify) ldr_own_things_free, NULL, callback,
                         user_data);
}

/**
 * ldr_own_read_finish:
 * @journal: the journal
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full): them, or %NULL
 */
LdrOwnThings *
ldr_own_read_finish (LdrJournal *journal, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (journal, result, error);
}

/* --- Writing ---------------------------------------------------------------------------------------------------------
 */

static gpointer
save_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const PathJob *job = data;
  g_auto (GStrv) ids = NULL;

  if (!ldr_store_begin (store, error))
    return NULL;
  if (job->order != NULL)
    ids = get_ids (job->order);
  if ((job->path == NULL || ldr_store_save_own_path (store, job->path, error))
      && (ids == NULL || ldr_store_order_own_paths (store, (const char *const *) ids, error))
      && ldr_store_commit (store, error))
    return done (TRUE);
  ldr_store_rollback (store);
  return NULL;
}

static gpointer
add_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return done (ldr_store_add_own_paths (store, data, error));
}

static gpointer
delete_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return done (ldr_store_delete_own_path (store, data, error));
}

static gboolean
is_among (GPtrArray *prompts, const char *id)
{
  for (guint i = 0; i < prompts->len; i++)
    if (g_str_equal (((LdrPrompt *) g_ptr_array_index (prompts, i))->facts.id, id))
      return TRUE;
  return FALSE;
}

/* Those that are no longer there go, the others are saved in their order. */
static gboolean
replace_prompts (LdrStore *store, GPtrArray *prompts, GError **error)
{
  g_autoptr (GPtrArray) before = ldr_store_list_own_prompts (store, error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  if (before == NULL)
    return FALSE;
  for (guint i = 0; i < before->len; i++)
    {
      const LdrPrompt *prompt = g_ptr_array_index (before, i);

      if (!is_among (prompts, prompt->facts.id) && !ldr_store_delete_own_prompt (store, prompt->facts.id, error))
        return FALSE;
    }
  for (guint i = 0; i < prompts->len; i++)
    {
      LdrPrompt *prompt = g_ptr_array_index (prompts, i);

      if (!ldr_store_save_own_prompt (store, prompt, error))
        return FALSE;
      g_strv_builder_add (builder, prompt->facts.id);
    }
  ids = g_strv_builder_end (builder);
  return ldr_store_order_own_prompts (store, (const char *const *) ids, error);
}

static gpointer
save_prompts_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  if (!ldr_store_begin (store, error))
    return NULL;
  if (replace_prompts (store, data, error) && ldr_store_commit (store, error))
    return done (TRUE);
  ldr_store_rollback (store);
  return NULL;
}

/**
 * ldr_own_save_path_async:
 * @journal: an open journal
 * @path: a path of the user's own
 * @callback: called with what ldr_own_finish() takes
 * @user_data: for @callback
 *
 * Saves a path: a known one where it stands, a new one at the end.
 */
void
ldr_own_save_path_async (LdrJournal *journal, LdrPath *path, GAsyncReadyCallback callback, gpointer user_data)
{
  ldr_journal_run_async (journal, save_func, path_job_new (path, NULL), path_job_free, g_free, NULL, callback,
                         user_data);
}

/**
 * ldr_own_add_paths_async:
 * @journal: an open journal
 * @paths: (element-type LdrPath): paths, such as a file gives
 * @callback: called with what ldr_own_finish() takes
 * @user_data: for @callback
 *
 * Adds all of these paths, or none.
 */
void
ldr_own_add_paths_async (LdrJournal *journal, GPtrArray *paths, GAsyncReadyCallback callback, gpointer user_data)
{
  ldr_journal_run_async (journal, add_func, g_ptr_array_ref (paths), (GDestroyNotify) g_ptr_array_unref, g_free, NULL,
                         callback, user_data);
}

/**
 * ldr_own_delete_path_async:
 * @journal: an open journal
 * @id: the path's id
 * @callback: called with what ldr_own_finish() takes
 * @user_data: for @callback
 *
 * Deletes a path for good.
 */
void
ldr_own_delete_path_async (LdrJournal *journal, const char *id, GAsyncReadyCallback callback, gpointer user_data)
{
  ldr_journal_run_async (journal, delete_func, g_strdup (id), g_free, g_free, NULL, callback, user_data);
}

/**
 * ldr_own_restore_path_async:
 * @journal: an open journal
 * @path: a path that was deleted
 * @order: (element-type LdrPath): all paths as they stood, that one among them
 * @callback: called with what ldr_own_finish() takes
 * @user_data: for @callback
 *
 * Brings a path back to where it was.
 */
void
ldr_own_restore_path_async (
    LdrJournal *journal, LdrPath *path, GPtrArray *order, GAsyncReadyCallback callback, gpointer user_data)
{
  ldr_journal_run_async (journal, save_func, path_job_new (path, order), path_job_free, g_free, NULL, callback,
                         user_data);
}

/**
 * ldr_own_order_paths_async:
 * @journal: an open journal
 * @order: (element-type LdrPath): the paths in their new order
 * @callback: called with what ldr_own_finish() takes
 * @user_data: for @callback
 *
 * Saves the order of the paths.
 */
void
ldr_own_order_paths_async (LdrJournal *journal, GPtrArray *order, GAsyncReadyCallback callback, gpointer user_data)
{
  ldr_journal_run_async (journal, save_func, path_job_new (NULL, order), path_job_free, g_free, NULL, callback,
                         user_data);
}

/**
 * ldr_own_save_prompts_async:
 * @journal: an open journal
 * @prompts: (element-type LdrPrompt): all of the user's own questions, in their order
 * @callback: called with what ldr_own_finish() takes
 * @user_data: for @callback
 *
 * Replaces the questions that belong to no path.
 */
void
ldr_own_save_prompts_async (LdrJournal *journal, GPtrArray *prompts, GAsyncReadyCallback callback, gpointer user_data)
{
  ldr_journal_run_async (journal, save_prompts_func, g_ptr_array_ref (prompts), (GDestroyNotify) g_ptr_array_unref,
                         g_free, NULL, callback, user_data);
}

/**
 * ldr_own_finish:
 * @journal: the journal
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Finishes any of the calls that write.
 *
 * Returns: whether it was done
 */
gboolean
ldr_own_finish (LdrJournal *journal, GAsyncResult *result, GError **error)
{
  g_autofree char *value = ldr_journal_run_finish (journal, result, error);

  return value != NULL;
}

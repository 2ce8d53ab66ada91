/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-workspace-private.h"

/* How all that is written is made safe before a lock. */

static void flush_from (GTask *task, GtkWidget *page);

static void
page_flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ldr_place_page_flush_finish (LDR_PLACE_PAGE (source), result, &error))
    flush_from (task, gtk_widget_get_next_sibling (GTK_WIDGET (source)));
  else
    g_task_return_error (task, error);
}

/* Saves what was written on a page and on those that were made after it. */
static void
flush_from (GTask *task, GtkWidget *page)
{
  if (page != NULL)
    ldr_place_page_flush_async (LDR_PLACE_PAGE (page), g_task_get_cancellable (task), page_flushed_cb,
                                g_object_ref (task));
  else
    g_task_return_boolean (task, TRUE);
}

static void
flush_pages (GTask *task)
{
  LdrWorkspace *self = g_task_get_source_object (task);

  flush_from (task, self->places != NULL ? gtk_widget_get_first_child (GTK_WIDGET (self->places)) : NULL);
}

static void
reflection_flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ldr_reflection_page_flush_finish (LDR_REFLECTION_PAGE (source), result, &error))
    flush_pages (task);
  else
    g_task_return_error (task, error);
}

/**
 * ldr_workspace_flush_async:
 * @self: a workspace
 * @cancellable: (nullable): for giving up waiting
 * @callback: called once everything that was written is safe, or could not be saved
 * @user_data: for @callback
 *
 * Saves at once what is not saved yet, on the places and of the reflection: before locking, closing and quitting.
 */
void
ldr_workspace_flush_async (LdrWorkspace *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ldr_workspace_flush_async);
  if (self->reflection != NULL)
    ldr_reflection_page_flush_async (self->reflection, cancellable, reflection_flushed_cb, g_object_ref (task));
  else
    flush_pages (task);
}

/**
 * ldr_workspace_flush_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Finishes ldr_workspace_flush_async().
 *
 * Returns: %TRUE if every word is safe; %FALSE with @error set if some are only on the screen
 */
gboolean
ldr_workspace_flush_finish (LdrWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * ldr_workspace_abandon:
 * @self: a workspace
 *
 * Gives up what could not be saved, as the one who closes the window asked for.
 */
void
ldr_workspace_abandon (LdrWorkspace *self)
{
  g_return_if_fail (LDR_IS_WORKSPACE (self));

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->places)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    ldr_place_page_abandon (LDR_PLACE_PAGE (page));
  if (self->reflection != NULL)
    ldr_reflection_page_abandon (self->reflection);
}

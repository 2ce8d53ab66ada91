/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-sessions-page-private.h"

#include <glib/gi18n.h>

/* How the last words of a session are made safe: when its page is left, and before the journal is locked. A page that
 * is left is kept in hand until they are; if they do not get there, it comes back to the screen. */

static void
left_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrSessionsPage) self = user_data;
  g_autoptr (AdwNavigationPage) page = g_object_ref (ADW_NAVIGATION_PAGE (source));
  gboolean safe = ldr_session_page_flush_finish (LDR_SESSION_PAGE (source), result, NULL);

  if (self->journal == NULL)
    return;
  g_ptr_array_remove (self->leaving, page);
  if (safe)
    return;
  if (gtk_widget_get_parent (GTK_WIDGET (page)) == NULL)
    adw_navigation_view_push (self->view, page);
  ldr_sessions_page_say (self, _ ("This session stays open until it is saved."));
}

/* A page was taken off the screen, by whatever way. */
void
ldr_sessions_page_left (LdrSessionsPage *self, AdwNavigationPage *page)
{
  if (!LDR_IS_SESSION_PAGE (page) || self->journal == NULL)
    return;
  g_ptr_array_add (self->leaving, g_object_ref (page));
  ldr_session_page_flush_async (LDR_SESSION_PAGE (page), NULL, left_cb, g_object_ref (self));
}

/* All pages of sessions, those on the screen and those that were left. */
static GPtrArray *
list_pages (LdrSessionsPage *self)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListModel) stack = G_LIST_MODEL (adw_navigation_view_get_navigation_stack (self->view));

  for (guint i = 0; self->leaving != NULL && i < self->leaving->len; i++)
    g_ptr_array_add (pages, g_object_ref (g_ptr_array_index (self->leaving, i)));
  for (guint i = 0; i < g_list_model_get_n_items (stack); i++)
    {
      g_autoptr (GObject) page = g_list_model_get_item (stack, i);

      if (LDR_IS_SESSION_PAGE (page))
        g_ptr_array_add (pages, g_object_ref (page));
    }
  return pages;
}

static void flush_next (GTask *task);

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ldr_session_page_flush_finish (LDR_SESSION_PAGE (source), result, &error))
    flush_next (g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

/* Takes over @task. */
static void
flush_next (GTask *task)
{
  GPtrArray *pages = g_task_get_task_data (task);

  if (pages->len > 0)
    {
      g_autoptr (LdrSessionPage) page = g_ptr_array_steal_index (pages, pages->len - 1);

      ldr_session_page_flush_async (page, g_task_get_cancellable (task), flushed_cb, task);
      return;
    }
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

void
ldr_sessions_page_flush (LdrPlacePage *page, GTask *task)
{
  g_task_set_task_data (task, list_pages (LDR_SESSIONS_PAGE (page)), (GDestroyNotify) g_ptr_array_unref);
  flush_next (g_object_ref (task));
}

void
ldr_sessions_page_abandon (LdrPlacePage *page)
{
  g_autoptr (GPtrArray) pages = list_pages (LDR_SESSIONS_PAGE (page));

  for (guint i = 0; i < pages->len; i++)
    ldr_session_page_abandon (g_ptr_array_index (pages, i));
}

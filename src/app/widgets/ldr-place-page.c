/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-place-page.h"

G_DEFINE_INTERFACE (LdrPlacePage, ldr_place_page, GTK_TYPE_WIDGET)

static void
ldr_place_page_default_init (LdrPlacePageInterface *iface)
{
  g_object_interface_install_property (iface, g_param_spec_boolean ("show-sidebar-button", NULL, NULL, FALSE,
                                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
}

/**
 * ldr_place_page_set_show_sidebar_button:
 * @self: a page
 * @show: whether there is no sidebar beside it
 *
 * Gives the page a button that brings the sidebar back.
 */
void
ldr_place_page_set_show_sidebar_button (LdrPlacePage *self, gboolean show)
{
  g_return_if_fail (LDR_IS_PLACE_PAGE (self));

  g_object_set (self, "show-sidebar-button", show, NULL);
}

/**
 * ldr_place_page_flush_async:
 * @self: a page
 * @cancellable: (nullable): for giving up waiting
 * @callback: called once everything that was written on it is safe, or could not be saved
 * @user_data: for @callback
 *
 * Saves at once what is not saved yet.
 */
void
ldr_place_page_flush_async (LdrPlacePage *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (LDR_IS_PLACE_PAGE (self));

  g_task_set_source_tag (task, ldr_place_page_flush_async);
  if (LDR_PLACE_PAGE_GET_IFACE (self)->flush != NULL)
    LDR_PLACE_PAGE_GET_IFACE (self)->flush (self, task);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * ldr_place_page_flush_finish:
 * @self: a page
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: %TRUE if every word is safe; %FALSE with @error set if some are only on the screen
 */
gboolean
ldr_place_page_flush_finish (LdrPlacePage *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * ldr_place_page_abandon:
 * @self: a page
 *
 * Gives up what could not be saved, as the one who closes the window asked for.
 */
void
ldr_place_page_abandon (LdrPlacePage *self)
{
  g_return_if_fail (LDR_IS_PLACE_PAGE (self));

  if (LDR_PLACE_PAGE_GET_IFACE (self)->abandon != NULL)
    LDR_PLACE_PAGE_GET_IFACE (self)->abandon (self);
}

/**
 * ldr_place_page_go_home:
 * @self: a page
 *
 * Goes back to where the place begins, as when somebody chooses the place that is on the screen already.
 */
void
ldr_place_page_go_home (LdrPlacePage *self)
{
  g_return_if_fail (LDR_IS_PLACE_PAGE (self));

  if (LDR_PLACE_PAGE_GET_IFACE (self)->go_home != NULL)
    LDR_PLACE_PAGE_GET_IFACE (self)->go_home (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-outside.h"

#define KEY "ldr-outside"

/**
 * ldr_outside_get_cancellable:
 * @window: (nullable): the window that asks
 *
 * Returns: (transfer none) (nullable): what to give to a file dialog of @window, so that it goes at
 *   ldr_outside_call_off()
 */
GCancellable *
ldr_outside_get_cancellable (GtkWindow *window)
{
  GCancellable *cancellable;

  if (window == NULL)
    return NULL;
  cancellable = g_object_get_data (G_OBJECT (window), KEY);
  if (cancellable == NULL)
    {
      cancellable = g_cancellable_new ();
      g_object_set_data_full (G_OBJECT (window), KEY, cancellable, g_object_unref);
    }
  return cancellable;
}

/**
 * ldr_outside_call_off:
 * @window: a window
 *
 * Closes every dialog that stands outside @window on its behalf, as if its user had cancelled it.
 */
void
ldr_outside_call_off (GtkWindow *window)
{
  g_autoptr (GCancellable) cancellable = g_object_steal_data (G_OBJECT (window), KEY);
  g_autoptr (GList) toplevels = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window));

  if (cancellable != NULL)
    g_cancellable_cancel (cancellable);
  /* What takes no cancellable, such as the dialog for printing. */
  toplevels = gtk_window_list_toplevels ();
  for (GList *l = toplevels; l != NULL; l = l->next)
    g_object_ref (l->data);
  for (GList *l = toplevels; l != NULL; l = l->next)
    {
      if (gtk_window_get_transient_for (l->data) == window)
        gtk_window_close (l->data);
      g_object_unref (l->data);
    }
}

/**
 * ldr_outside_was_called_off:
 * @error: why a dialog gave no file
 *
 * Returns: whether nothing is wrong: its user changed their mind, or the dialog was called off
 */
gboolean
ldr_outside_was_called_off (const GError *error)
{
  return g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
         || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED)
         || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

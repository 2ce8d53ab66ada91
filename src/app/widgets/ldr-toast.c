/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-toast.h"

#include "app/ldr-window.h"

/**
 * ldr_toast_show:
 * @widget: what has something to say
 * @toast: (transfer none): a toast
 *
 * Shows a toast where @widget is: by the window, which takes it back at Ctrl+Z too, or elsewhere by what is nearest.
 * The toast is gone without a word when @widget is not on the screen any more.
 */
void
ldr_toast_show (GtkWidget *widget, AdwToast *toast)
{
  g_autoptr (AdwToast) sunk = g_object_ref_sink (toast);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  adw_toast_set_use_markup (toast, FALSE);
  if (LDR_IS_WINDOW (root))
    ldr_window_add_toast (LDR_WINDOW (root), g_object_ref (toast));
  else if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), g_object_ref (toast));
}

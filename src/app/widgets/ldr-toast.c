/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-toast.h"

#include "app/ldr-window.h"

/* A toast is a plain object: who makes one owns it. One that nobody shows or lets go of keeps what it can bring back,
 * and with it a locked journal, in memory. */

/**
 * ldr_toast_show:
 * @widget: what has something to say
 * @toast: (transfer full): a toast
 *
 * Shows a toast where @widget is: in its dialog, or by the window, which takes it back at Ctrl+Z too, or elsewhere by
 * what is nearest. The toast is gone without a word when @widget is not on the screen any more. Its title is shown as
 * it is written, not as markup.
 */
void
ldr_toast_show (GtkWidget *widget, AdwToast *toast)
{
  g_autoptr (AdwToast) owned = toast;
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog = gtk_widget_get_ancestor (widget, ADW_TYPE_DIALOG);
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  adw_toast_set_use_markup (toast, FALSE);
  if (overlay != NULL && (dialog == NULL || !gtk_widget_is_ancestor (overlay, dialog)))
    dialog = NULL;
  if (LDR_IS_WINDOW (root) && dialog == NULL)
    ldr_window_add_toast (LDR_WINDOW (root), g_steal_pointer (&owned));
  else if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), g_steal_pointer (&owned));
}

/**
 * ldr_toast_say:
 * @widget: what has something to say
 * @text: a few words that need no answer, in the user's language
 *
 * Shows a toast that only says something.
 */
void
ldr_toast_say (GtkWidget *widget, const char *text)
{
  ldr_toast_show (widget, adw_toast_new (text));
}

/**
 * ldr_toast_pass_on:
 * @widget: what hears of a toast
 * @toast: (transfer none): the toast that came with a signal
 *
 * Shows a toast that another object has made: a handler for signals that carry one.
 */
void
ldr_toast_pass_on (GtkWidget *widget, AdwToast *toast)
{
  ldr_toast_show (widget, g_object_ref (toast));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What stands outside a window on its behalf: the dialogs for files and for printing, which are windows of their own,
 * or another program's. They name what they are about, so they go when the journal is locked. */

GCancellable *ldr_outside_get_cancellable (GtkWindow *window);
void ldr_outside_call_off (GtkWindow *window);
gboolean ldr_outside_was_called_off (const GError *error);
void ldr_outside_save (GtkWindow *window, const char *title, const char *name, GBytes *bytes, GTask *task);

G_END_DECLS

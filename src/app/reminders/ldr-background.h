/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LdrBackgroundAnswer:
 * @LDR_BACKGROUND_ALLOWED: it may wait there, and is started when its user logs in
 * @LDR_BACKGROUND_WHILE_RUNNING: nobody has to allow it, but nobody starts it either
 * @LDR_BACKGROUND_REFUSED: it may not
 * @LDR_BACKGROUND_NO_PORTAL: there is nobody to ask, and without leave it is ended there
 * @LDR_BACKGROUND_NO_NOTIFICATIONS: there is nobody to show a notification
 *
 * Whether the application can remind its user from the background.
 */
typedef enum
{
  LDR_BACKGROUND_ALLOWED,
  LDR_BACKGROUND_WHILE_RUNNING,
  LDR_BACKGROUND_REFUSED,
  LDR_BACKGROUND_NO_PORTAL,
  LDR_BACKGROUND_NO_NOTIFICATIONS,
} LdrBackgroundAnswer;

void ldr_background_ask_async (
    gboolean sandboxed, GtkWindow *window, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean ldr_background_ask_finish (GAsyncResult *result, LdrBackgroundAnswer *answer, GError **error);
void ldr_background_give_up (void);

G_END_DECLS

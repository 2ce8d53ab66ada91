/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-window-private.h"

#include "export/ldr-export-page.h"
#include "shelf/ldr-trouble.h"

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ldr_workspace_flush_finish (LDR_WORKSPACE (source), result, &error))
    {
      ldr_trouble_present (GTK_WIDGET (self), LDR_OCCASION_SAVE, error);
      return;
    }
  if (self->journal == NULL || self->locking)
    return;
  adw_dialog_present (ldr_export_page_new (self->journal), GTK_WIDGET (self));
}

/* Shows what can go out of the open journal, with what is being written. */
void
ldr_window_export (LdrWindow *self)
{
  if (self->workspace == NULL)
    return;
  ldr_workspace_flush_async (LDR_WORKSPACE (self->workspace), NULL, flushed_cb, g_object_ref (self));
}

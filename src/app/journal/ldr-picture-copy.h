/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "store/ldr-journal.h"

G_BEGIN_DECLS

void ldr_picture_copy_async (LdrJournal *journal,
                             const char *id,
                             const char *description,
                             GtkWindow *parent,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean ldr_picture_copy_finish (GAsyncResult *result, GError **error);

G_END_DECLS

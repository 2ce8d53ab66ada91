/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "model/ldr-entry.h"

G_BEGIN_DECLS

char *ldr_entry_to_file_text (const LdrEntry *entry);
char *ldr_entry_to_file_name (const LdrEntry *entry);
void ldr_copy_elsewhere_async (LdrEntry *entry, GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data);
gboolean ldr_copy_elsewhere_finish (GAsyncResult *result, GError **error);

G_END_DECLS

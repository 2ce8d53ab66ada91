/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The SHA-256 of a file, by which it can be told from every other. */

char *ldr_file_sum (GFile *file, gint64 *n_bytes, GCancellable *cancellable, GError **error);
void ldr_file_sum_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char *ldr_file_sum_finish (GAsyncResult *result, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LdrNewFile:
 *
 * A file in the making: written under another name in the folder where it is to be, and put in place whole or not at
 * all.
 */
typedef struct _LdrNewFile LdrNewFile;

LdrNewFile *ldr_new_file_open (const char *path, GError **error);
GOutputStream *ldr_new_file_get_stream (LdrNewFile *self);
gboolean ldr_new_file_complete (LdrNewFile *self, GCancellable *cancellable, GError **error);
gboolean ldr_new_file_put_in_place (LdrNewFile *self, GCancellable *cancellable, GError **error);
void ldr_new_file_free (LdrNewFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrNewFile, ldr_new_file_free)

G_END_DECLS

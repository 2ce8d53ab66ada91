/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include "ldr-store-error.h"
#include "model/ldr-pack.h"

G_BEGIN_DECLS

/* A pack as a file: a SQLCipher database of its own, locked with a passphrase of its own. */

#define LDR_PACK_SUFFIX ".leidraad-pack"
#define LDR_PACK_APPLICATION_ID 0x4C454950

/**
 * LdrPackFile:
 *
 * A pack that was written beside the place where it is to go, and gets its name last, so that whoever is stopped in
 * between leaves nothing that could be taken for a pack.
 */
typedef struct _LdrPackFile LdrPackFile;

LdrPackFile *ldr_pack_file_write (
    const LdrPack *pack, const char *path, const char *passphrase, GCancellable *cancellable, GError **error);
gint64 ldr_pack_file_get_n_bytes (LdrPackFile *self);
const char *ldr_pack_file_get_sha256 (LdrPackFile *self);
gboolean ldr_pack_file_put_in_place (LdrPackFile *self, GError **error);
void ldr_pack_file_free (LdrPackFile *self);

LdrPack *ldr_pack_file_read (const char *path, const char *passphrase, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrPackFile, ldr_pack_file_free)

G_END_DECLS

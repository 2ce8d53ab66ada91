/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-key.h"
#include "ldr-pack-file.h"

G_BEGIN_DECLS

/* What the two files about packs share: ldr-pack-file.c writes one, ldr-pack-file-read.c reads it. */

/* The version of the tables in store/pack, which a pack counts in its user_version. */
#define LDR_PACK_VERSION 1
#define LDR_PACK_SCHEMA "pack"

/* ldr-pack-file-read.c */
gboolean ldr_pack_file_check (const LdrPack *pack, GError **error);
LdrPack *ldr_pack_file_read_with_key (const char *path, LdrKey *key, GCancellable *cancellable, GError **error);

G_END_DECLS

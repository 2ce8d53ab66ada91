/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-store-testing.h"
#include "model/ldr-pack.h"
#include "store/ldr-pack-file.h"
#include "store/ldr-sqlite.h"

G_BEGIN_DECLS

/* Packs with everything in them filled, and what lies in their files. */

#define PACK_PASSPHRASE "zeven sloten diep"

/* Words that no byte of a file may show. */
#define PACK_WORD "vondeling"

#define PACK_NAME "Gesprek" LDR_PACK_SUFFIX

void pack_testing_set_up (Fixture *self, gconstpointer data);
void pack_testing_fill (Fixture *self, gconstpointer data);
LdrPack *pack_testing_session (void);
LdrPack *pack_testing_comments (void);
void pack_testing_assert_same (const LdrPack *a, const LdrPack *b);
void pack_testing_write (const LdrPack *pack, const char *path);
LdrPack *pack_testing_read (const char *path);
char *pack_testing_list (const char *folder);

LdrKey *pack_testing_get_key (const char *path);
LdrStoreError pack_testing_get_code (GError *error);
LdrStoreError pack_testing_refuse (Fixture *self, const char *path, const char *passphrase, LdrKey *key);
sqlite3 *pack_testing_open_plainly (const char *path, LdrKey *key);
void pack_testing_exec (sqlite3 *db, const char *sql);
char *pack_testing_bend (Fixture *self, LdrKey *key, const char *sql);

G_END_DECLS

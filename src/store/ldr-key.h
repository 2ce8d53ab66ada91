/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LDR_TYPE_KEY (ldr_key_get_type ())

/**
 * LdrKey:
 *
 * What opens a journal: SQLCipher's raw key of 32 bytes with its salt of 16, derived from a passphrase as SQLCipher 4
 * does it itself (PBKDF2-HMAC-SHA512, 256,000 rounds), so that any SQLCipher 4 tool opens the file by the passphrase.
 * Refcounted; its memory is wiped when the last reference goes. A recovery sheet is this key in groups of letters.
 */
typedef struct _LdrKey LdrKey;

GType ldr_key_get_type (void) G_GNUC_CONST;
LdrKey *ldr_key_new (const char *passphrase, GError **error);
gboolean ldr_key_may_exist_for (const char *path, GError **error);
LdrKey *ldr_key_for_file (const char *path, const char *passphrase, GError **error);
LdrKey *ldr_key_from_recovery (const char *sheet, GError **error);
char *ldr_key_to_recovery (LdrKey *self);
gboolean ldr_key_equal (LdrKey *self, LdrKey *other);
gboolean ldr_key_admits (LdrKey *self, const char *passphrase, GError **error);
LdrKey *ldr_key_ref (LdrKey *self);
void ldr_key_unref (LdrKey *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrKey, ldr_key_unref)

G_END_DECLS

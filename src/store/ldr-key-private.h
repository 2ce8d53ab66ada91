/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-key.h"

G_BEGIN_DECLS

#define LDR_KEY_BYTES 32
#define LDR_SALT_BYTES 16

/**
 * LdrSaltKind:
 * @LDR_SALT_OURS: the salt carries our mark
 * @LDR_SALT_NEARLY: it would, were one bit of it other
 * @LDR_SALT_STRANGE: nothing of ours
 *
 * What the first 16 bytes of a file say about where it comes from.
 */
typedef enum {
  LDR_SALT_OURS,
  LDR_SALT_NEARLY,
  LDR_SALT_STRANGE,
} LdrSaltKind;

gboolean ldr_salt_read (const char *path, guchar *salt, gint64 *size, GError **error);
LdrSaltKind ldr_salt_classify (const guchar *salt);
char *ldr_key_to_sqlcipher (LdrKey *self);
void ldr_key_wipe_text (char *text);
gboolean ldr_key_has_salt (LdrKey *self, const guchar *salt);

G_END_DECLS

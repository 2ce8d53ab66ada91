/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LDR_TYPE_PACK_PASSPHRASE (ldr_pack_passphrase_get_type ())
G_DECLARE_FINAL_TYPE (LdrPackPassphrase, ldr_pack_passphrase, LDR, PACK_PASSPHRASE, AdwDialog)

/* The passphrase of a session pack: made up by whoever sends it, or asked of whoever reads it. Signal: `given`, once
 * there is one to try; the dialog waits until it is closed or told that the passphrase was refused. What is sent also
 * has a name beside it; signal: `placed (const char *path)`, once it is known where the file is to go. */

AdwDialog *ldr_pack_passphrase_new_to_send (const char *title);
AdwDialog *ldr_pack_passphrase_new_to_send_comments (const char *title);
AdwDialog *ldr_pack_passphrase_new_to_read (const char *name);
const char *ldr_pack_passphrase_get (LdrPackPassphrase *self);
void ldr_pack_passphrase_set_from (LdrPackPassphrase *self, const char *from);
char *ldr_pack_passphrase_get_from (LdrPackPassphrase *self);
void ldr_pack_passphrase_set_file_name (LdrPackPassphrase *self, const char *name);
void ldr_pack_passphrase_set_busy (LdrPackPassphrase *self, gboolean busy);
void ldr_pack_passphrase_refuse (LdrPackPassphrase *self, const char *text);

G_END_DECLS

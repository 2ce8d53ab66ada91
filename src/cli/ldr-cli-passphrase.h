/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A passphrase in memory, wiped when it goes. */
typedef char LdrCliSecret;

void ldr_cli_secret_free (LdrCliSecret *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrCliSecret, ldr_cli_secret_free)

/* The options by which a passphrase comes in; there is none that holds it itself, since everybody can read those. */
extern const GOptionEntry ldr_cli_passphrase_options[];
extern const GOptionEntry ldr_cli_new_passphrase_options[];
extern const GOptionEntry ldr_cli_pack_passphrase_options[];

LdrCliSecret *ldr_cli_get_passphrase (GError **error);
LdrCliSecret *ldr_cli_get_first_passphrase (GError **error);
LdrCliSecret *ldr_cli_get_new_passphrase (GError **error);
LdrCliSecret *ldr_cli_get_pack_passphrase (gboolean is_new, GError **error);

G_END_DECLS

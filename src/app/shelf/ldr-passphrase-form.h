/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "model/ldr-passphrase.h"

G_BEGIN_DECLS

#define LDR_TYPE_PASSPHRASE_FORM (ldr_passphrase_form_get_type ())
G_DECLARE_FINAL_TYPE (LdrPassphraseForm, ldr_passphrase_form, LDR, PASSPHRASE_FORM, AdwPreferencesGroup)

/* A new passphrase, twice, with a bar for its strength and plain advice. Property: `valid` (not empty and twice the
 * same). Signal: `activated` (Enter in the last field while valid). */

const char *ldr_passphrase_form_get_passphrase (LdrPassphraseForm *self);
gboolean ldr_passphrase_form_get_valid (LdrPassphraseForm *self);
void ldr_passphrase_form_clear (LdrPassphraseForm *self);
const char *ldr_passphrase_advice (LdrStrength strength, gboolean different);
void ldr_watch_caps_lock (GtkWidget *label);

G_END_DECLS

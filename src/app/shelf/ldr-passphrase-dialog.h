/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_PASSPHRASE_DIALOG (ldr_passphrase_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LdrPassphraseDialog, ldr_passphrase_dialog, LDR, PASSPHRASE_DIALOG, AdwDialog)

/* Changes the passphrase of an open journal. Signal: `changed ()`, when the new one counts. */

AdwDialog *ldr_passphrase_dialog_new (LdrJournal *journal, gboolean forgotten);

G_END_DECLS

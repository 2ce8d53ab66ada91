/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/export/ldr-export-saving.h"
#include "ldr-pack-passphrase.h"
#include "model/ldr-journal-info.h"

G_BEGIN_DECLS

/* What is asked before a document of the journal goes out as a session pack. */

char *ldr_pack_make_name (const char *title, const char *suffix);
AdwDialog *ldr_pack_send_new (const LdrJournalInfo *info, LdrExportPreview *preview);
LdrExportSaving *ldr_pack_send_make_saving (LdrPackPassphrase *dialog, const char *path);

G_END_DECLS

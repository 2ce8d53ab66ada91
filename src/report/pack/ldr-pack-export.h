/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include "model/ldr-export-choice.h"
#include "model/ldr-export-record.h"
#include "model/ldr-pack.h"
#include "report/document/ldr-pseudonyms.h"
#include "report/ldr-export.h"
#include "store/ldr-store.h"

G_BEGIN_DECLS

/* What goes out of a journal, as a session pack. */

LdrPack *ldr_pack_export_make (LdrStore *store,
                               const LdrExportChoice *choice,
                               LdrExportFlags flags,
                               int today,
                               LdrPseudonyms *pseudonyms,
                               const char *from,
                               GCancellable *cancellable,
                               GError **error);
gboolean ldr_pack_export_write (LdrStore *store,
                                const LdrExportChoice *choice,
                                LdrExportFlags flags,
                                int today,
                                LdrPseudonyms *pseudonyms,
                                const char *from,
                                const char *path,
                                const char *passphrase,
                                LdrExportRecord **record,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS

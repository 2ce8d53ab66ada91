/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include "model/ldr-export-choice.h"
#include "report/document/ldr-document-writer.h"
#include "report/document/ldr-pseudonyms.h"
#include "report/ldr-export.h"
#include "store/ldr-store.h"

G_BEGIN_DECLS

/**
 * LdrExportProgressFunc:
 * @share: how much of the document is written, 0 to 1
 * @data: what was given with the function
 *
 * Called now and then, on the thread that writes.
 */
typedef void (*LdrExportProgressFunc) (double share, gpointer data);

gboolean ldr_export_document_write (LdrStore *store,
                                    const LdrExportChoice *choice,
                                    LdrExportFlags flags,
                                    int today,
                                    LdrPseudonyms *pseudonyms,
                                    LdrDocumentWriter *writer,
                                    LdrExportProgressFunc progress,
                                    gpointer data,
                                    GCancellable *cancellable,
                                    GError **error);
char *ldr_export_document_dup_title (const LdrExportChoice *choice, const LdrJournalInfo *info);
char *ldr_export_describe_period (const LdrPeriod *period);
gboolean
ldr_export_find_period (LdrStore *store, const LdrExportChoice *choice, int today, LdrPeriod *period, GError **error);

G_END_DECLS

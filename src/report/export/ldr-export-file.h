/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-export-document.h"
#include "model/ldr-export-record.h"

G_BEGIN_DECLS

gboolean ldr_export_file_write (LdrStore *store,
                                const LdrExportChoice *choice,
                                LdrExportFlags flags,
                                int today,
                                LdrPseudonyms *pseudonyms,
                                const char *path,
                                LdrExportProgressFunc progress,
                                gpointer data,
                                LdrExportRecord **record,
                                GCancellable *cancellable,
                                GError **error);
gboolean ldr_export_file_write_archive (LdrStore *store,
                                        LdrExportFlags flags,
                                        int today,
                                        const char *path,
                                        LdrExportRecord **record,
                                        GCancellable *cancellable,
                                        GError **error);
const char *ldr_export_format_get_suffix (LdrExportFormat format);
LdrExportRecord *ldr_export_record_of (LdrStore *store,
                                       const LdrExportChoice *choice,
                                       LdrExportFlags flags,
                                       int today,
                                       LdrPseudonyms *pseudonyms,
                                       LdrExportWay way,
                                       guint n_pages,
                                       GError **error);

G_END_DECLS

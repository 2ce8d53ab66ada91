/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-beside.h"
#include "ldr-export.h"
#include "store/ldr-store.h"

G_BEGIN_DECLS

gboolean ldr_markdown_write (LdrStore *store,
                             GOutputStream *stream,
                             LdrBeside *beside,
                             LdrExportFlags flags,
                             GCancellable *cancellable,
                             GError **error);
gboolean ldr_markdown_export (
    LdrStore *store, const char *path, LdrExportFlags flags, GCancellable *cancellable, GError **error);

G_END_DECLS

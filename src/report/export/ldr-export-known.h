/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-export-names.h"
#include "store/ldr-store-exports.h"

G_BEGIN_DECLS

/* What identifies people in what goes out, with what the owner of the journal said of it before. That somebody's name
 * stays as it is written is remembered as a person who is shown under that very name. */

LdrKnownName *ldr_export_known_new_kept (const char *name);
gboolean ldr_export_known_is_kept (const LdrKnownName *self);
void ldr_export_known_apply (GPtrArray *names, GPtrArray *known);
GPtrArray *ldr_export_known_find_names (LdrStore *store,
                                        const LdrExportChoice *choice,
                                        LdrExportFlags flags,
                                        int today,
                                        const char *const *more,
                                        GCancellable *cancellable,
                                        GError **error);

G_END_DECLS

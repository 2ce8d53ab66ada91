/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-document-block.h"

G_BEGIN_DECLS

/* Texts of documents as OpenDocument writes them. */

void ldr_odt_append_runs (GString *out, GPtrArray *runs);
const char *ldr_odt_find_direction (gboolean from_right, GPtrArray *runs);
void ldr_odt_append_columns (GString *out, const LdrDocumentTable *table);

G_END_DECLS

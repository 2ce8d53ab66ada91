/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-page-flow.h"

G_BEGIN_DECLS

/* Blocks as rows. */

gboolean ldr_page_rows_add (LdrPageFlow *flow, LdrDocumentBlock *block, double *after, GError **error);
gboolean ldr_page_rows_add_text (LdrPageFlow *flow,
                                 LdrDocumentBlock *block,
                                 LdrTextStyle style,
                                 GPtrArray *runs,
                                 double indent,
                                 gboolean keeps_with_next,
                                 GError **error);
gboolean ldr_page_rows_add_table (LdrPageFlow *flow, LdrDocumentBlock *block, double *after, GError **error);
gboolean ldr_page_rows_add_figure (LdrPageFlow *flow, LdrDocumentBlock *block, double *after, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-document-block.h"

G_BEGIN_DECLS

/* The few words that documents have of their own. */

const char *ldr_document_words_private (void);
const char *ldr_document_words_private_end (void);
const char *ldr_document_words_mark (LdrDocumentMark mark);
char *ldr_document_words_page (guint page, guint n_pages);

G_END_DECLS

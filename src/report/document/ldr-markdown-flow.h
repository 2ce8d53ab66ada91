/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-document-block.h"

G_BEGIN_DECLS

/**
 * LdrMarkdownFlow:
 * @indents: for each open level of lists, how far its text is indented
 * @marks: for each, what stands before its items
 * @depth: how many levels are open
 * @previous: what came last
 *
 * Blocks of a document as CommonMark, one after the other, and tables as most readers of it know them.
 */
typedef struct
{
  guint indents[LDR_DOCUMENT_MAX_DEPTH + 1];
  LdrDocumentMark marks[LDR_DOCUMENT_MAX_DEPTH + 1];
  int depth;
  LdrDocumentKind previous;
} LdrMarkdownFlow;

void ldr_markdown_flow_init (LdrMarkdownFlow *self);
void ldr_markdown_flow_separate (LdrMarkdownFlow *self, GString *out, LdrDocumentKind next);
void ldr_markdown_flow_append (LdrMarkdownFlow *self, GString *out, const LdrDocumentBlock *block);
void ldr_markdown_flow_append_title (GString *out, const char *title);

G_END_DECLS

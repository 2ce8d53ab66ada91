/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include "report/ldr-paper.h"

G_BEGIN_DECLS

/**
 * LdrDocumentMeta:
 * @title: what the document is; stands above it
 * @language: of its texts, as "nl" or "en-GB"
 * @subject: (nullable): what it is about: a period
 * @author: (nullable): who wrote it
 * @for_whom: (nullable): for whom it was prepared
 * @paper: how large its pages are
 * @header: (nullable): what stands above each page but the first
 * @footer: (nullable): what stands below each page, beside its number
 *
 * What a document is. Each text is one line.
 */
typedef struct
{
  char *title;
  char *language;
  char *subject;
  char *author;
  char *for_whom;
  LdrPaper paper;
  char *header;
  char *footer;
} LdrDocumentMeta;

LdrDocumentMeta *ldr_document_meta_new (const char *title, const char *language);
LdrDocumentMeta *ldr_document_meta_copy (const LdrDocumentMeta *self);
void ldr_document_meta_free (LdrDocumentMeta *self);
char *ldr_document_meta_dup_subtitle (const LdrDocumentMeta *self);
gboolean ldr_document_meta_is_right_to_left (const LdrDocumentMeta *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrDocumentMeta, ldr_document_meta_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * LdrSheetSize:
 * @LDR_SHEET_A4: 210 × 297 mm
 * @LDR_SHEET_LETTER: 8½ × 11 inches
 *
 * The size of a document's pages.
 */
typedef enum
{
  LDR_SHEET_A4,
  LDR_SHEET_LETTER,
} LdrSheetSize;

/**
 * LdrDocumentMeta:
 * @title: what the document is; stands above it
 * @language: of its texts, as "nl" or "en-GB"
 * @subject: (nullable): what it is about: a period
 * @author: (nullable): who wrote it
 * @for_whom: (nullable): for whom it was prepared
 * @sheet: how large its pages are
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
  LdrSheetSize sheet;
  char *header;
  char *footer;
} LdrDocumentMeta;

LdrDocumentMeta *ldr_document_meta_new (const char *title, const char *language);
LdrDocumentMeta *ldr_document_meta_copy (const LdrDocumentMeta *self);
void ldr_document_meta_free (LdrDocumentMeta *self);
char *ldr_document_meta_dup_subtitle (const LdrDocumentMeta *self);
gboolean ldr_document_meta_is_right_to_left (const LdrDocumentMeta *self);

LdrSheetSize ldr_sheet_size_get_default (void);
void ldr_sheet_size_get_points (LdrSheetSize sheet, double *width, double *height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrDocumentMeta, ldr_document_meta_free)

G_END_DECLS

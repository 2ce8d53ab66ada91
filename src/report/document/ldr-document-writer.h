/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include "ldr-document-block.h"
#include "ldr-document-meta.h"
#include "model/ldr-comment.h"

G_BEGIN_DECLS

/**
 * LdrDocumentWriterClass:
 * @begin: the document is this; comes once, first
 * @take: the next block
 * @end: that was all: everything is to be written out
 * @free: gives up the writer; of a document that was not ended, or not kept, nothing may stay
 * @get_n_pages: (nullable): of a format with pages, how many the document that was ended has
 * @keep: (nullable): the document that was ended is where it is to be: what stands beside it stays
 * @about: (nullable): what follows is about this thing of the journal
 *
 * What a writer of a format does. The first three return %FALSE with an error set, and are not called again then.
 */
typedef struct
{
  gboolean (*begin) (gpointer data, const LdrDocumentMeta *meta, GCancellable *cancellable, GError **error);
  gboolean (*take) (gpointer data, LdrDocumentBlock *block, GError **error);
  gboolean (*end) (gpointer data, GError **error);
  void (*free) (gpointer data);
  guint (*get_n_pages) (gpointer data);
  void (*keep) (gpointer data);
  void (*about) (gpointer data, LdrSubject subject, const char *id);
} LdrDocumentWriterClass;

/**
 * LdrDocumentWriter:
 *
 * Takes a document block by block and writes it, so that not much more of it than a page is ever held.
 */
typedef struct _LdrDocumentWriter LdrDocumentWriter;

LdrDocumentWriter *ldr_document_writer_new (const LdrDocumentWriterClass *klass, gpointer data);
gboolean ldr_document_writer_begin (LdrDocumentWriter *self,
                                    const LdrDocumentMeta *meta,
                                    GCancellable *cancellable,
                                    GError **error);
void ldr_document_writer_about (LdrDocumentWriter *self, LdrSubject subject, const char *id);
gboolean ldr_document_writer_take (LdrDocumentWriter *self, LdrDocumentBlock *block, GError **error);
gboolean ldr_document_writer_push (LdrDocumentWriter *self, LdrDocumentBlock *block, GError **error);
gboolean ldr_document_writer_end (LdrDocumentWriter *self, GError **error);
void ldr_document_writer_keep (LdrDocumentWriter *self);
guint ldr_document_writer_get_n_pages (const LdrDocumentWriter *self);
void ldr_document_writer_free (LdrDocumentWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrDocumentWriter, ldr_document_writer_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-document-writer.h"

typedef enum
{
  STATE_NEW,
  STATE_OPEN,
  STATE_ENDED,
  STATE_FAILED,
} State;

struct _LdrDocumentWriter
{
  const LdrDocumentWriterClass *klass;
  gpointer data;
  GCancellable *cancellable;
  State state;
};

/**
 * ldr_document_writer_new:
 * @klass: what it does
 * @data: (transfer full): what it does that to
 *
 * Returns: (transfer full): a writer
 */
LdrDocumentWriter *
ldr_document_writer_new (const LdrDocumentWriterClass *klass, gpointer data)
{
  LdrDocumentWriter *self = g_new0 (LdrDocumentWriter, 1);

  self->klass = klass;
  self->data = data;
  return self;
}

static gboolean
arrive (LdrDocumentWriter *self, gboolean fine, State state)
{
  self->state = fine ? state : STATE_FAILED;
  return fine;
}

/**
 * ldr_document_writer_begin:
 * @self: a new writer
 * @meta: what the document is
 * @cancellable: (nullable): stops the writer at the next block or page
 * @error: return location for an error
 *
 * Returns: whether the document is begun
 */
gboolean
ldr_document_writer_begin (LdrDocumentWriter *self,
                           const LdrDocumentMeta *meta,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (LdrDocumentMeta) clean = ldr_document_meta_copy (meta);

  g_return_val_if_fail (self->state == STATE_NEW, FALSE);

  g_set_object (&self->cancellable, cancellable);
  return arrive (self,
                 !g_cancellable_set_error_if_cancelled (cancellable, error)
                     && self->klass->begin (self->data, clean, cancellable, error),
                 STATE_OPEN);
}

/**
 * ldr_document_writer_about:
 * @self: a writer that has begun
 * @subject: what is being written about
 * @id: the id of that thing, or "" for the document
 *
 * Says what the blocks that follow are about. Most formats have no place for it.
 */
void
ldr_document_writer_about (LdrDocumentWriter *self, LdrSubject subject, const char *id)
{
  g_return_if_fail (self->state == STATE_OPEN);

  if (self->klass->about != NULL)
    self->klass->about (self->data, subject, id);
}

/**
 * ldr_document_writer_take:
 * @self: a writer that has begun
 * @block: what comes next
 * @error: return location for an error
 *
 * Returns: whether it is written, or held to be
 */
gboolean
ldr_document_writer_take (LdrDocumentWriter *self, LdrDocumentBlock *block, GError **error)
{
  g_return_val_if_fail (self->state == STATE_OPEN, FALSE);

  return arrive (self,
                 !g_cancellable_set_error_if_cancelled (self->cancellable, error)
                     && self->klass->take (self->data, block, error),
                 STATE_OPEN);
}

/**
 * ldr_document_writer_push:
 * @self: a writer that has begun
 * @block: (transfer full): what comes next
 * @error: return location for an error
 *
 * As ldr_document_writer_take(), for a block that nobody else needs.
 *
 * Returns: whether it is written, or held to be
 */
gboolean
ldr_document_writer_push (LdrDocumentWriter *self, LdrDocumentBlock *block, GError **error)
{
  g_autoptr (LdrDocumentBlock) owned = block;

  return ldr_document_writer_take (self, owned, error);
}

/**
 * ldr_document_writer_end:
 * @self: a writer that has begun
 * @error: return location for an error
 *
 * Returns: whether the whole document is written
 */
gboolean
ldr_document_writer_end (LdrDocumentWriter *self, GError **error)
{
  g_return_val_if_fail (self->state == STATE_OPEN, FALSE);

  return arrive (
      self, !g_cancellable_set_error_if_cancelled (self->cancellable, error) && self->klass->end (self->data, error),
      STATE_ENDED);
}

/**
 * ldr_document_writer_keep:
 * @self: a writer that has ended
 *
 * The document is where it is to be. Whoever gave the writer its stream says so, since only they know; until then what
 * the writer puts beside the document goes with it.
 */
void
ldr_document_writer_keep (LdrDocumentWriter *self)
{
  g_return_if_fail (self->state == STATE_ENDED);

  if (self->klass->keep != NULL)
    self->klass->keep (self->data);
}

/**
 * ldr_document_writer_get_n_pages:
 * @self: a writer that has ended
 *
 * Returns: how many pages the document has; 0 in a format without pages
 */
guint
ldr_document_writer_get_n_pages (const LdrDocumentWriter *self)
{
  g_return_val_if_fail (self->state == STATE_ENDED, 0);

  return self->klass->get_n_pages != NULL ? self->klass->get_n_pages (self->data) : 0;
}

/**
 * ldr_document_writer_free:
 * @self: (transfer full): a writer; a document that was not ended leaves no file
 */
void
ldr_document_writer_free (LdrDocumentWriter *self)
{
  self->klass->free (self->data);
  g_clear_object (&self->cancellable);
  g_free (self);
}

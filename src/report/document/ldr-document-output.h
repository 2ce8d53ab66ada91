/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LdrDocumentOutput:
 * @stream: where it goes
 * @cancellable: (nullable): stops it
 * @text: what was written and did not go there yet
 *
 * Text on its way to a stream, in large steps.
 */
typedef struct
{
  GOutputStream *stream;
  GCancellable *cancellable;
  GString *text;
} LdrDocumentOutput;

void ldr_document_output_init (LdrDocumentOutput *self, GOutputStream *stream);
void ldr_document_output_clear (LdrDocumentOutput *self);
gboolean ldr_document_output_settle (LdrDocumentOutput *self, GError **error);
gboolean ldr_document_output_flush (LdrDocumentOutput *self, GError **error);
void ldr_document_append_xml (GString *out, const char *text);

G_END_DECLS

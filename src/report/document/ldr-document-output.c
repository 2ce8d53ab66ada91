/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-document-output.h"

#include <string.h>

#define STEP (64 * 1024)

void
ldr_document_output_init (LdrDocumentOutput *self, GOutputStream *stream)
{
  self->stream = g_object_ref (stream);
  self->cancellable = NULL;
  self->text = g_string_sized_new (STEP);
}

void
ldr_document_output_clear (LdrDocumentOutput *self)
{
  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  self->text = NULL;
}

/**
 * ldr_document_output_flush:
 * @self: an output
 * @error: return location for an error
 *
 * Returns: whether all text went to the stream
 */
gboolean
ldr_document_output_flush (LdrDocumentOutput *self, GError **error)
{
  gboolean fine
      = g_output_stream_write_all (self->stream, self->text->str, self->text->len, NULL, self->cancellable, error);

  g_string_truncate (self->text, 0);
  return fine;
}

/**
 * ldr_document_output_settle:
 * @self: an output
 * @error: return location for an error
 *
 * Sends the text to the stream when there is enough of it.
 *
 * Returns: whether that went well
 */
gboolean
ldr_document_output_settle (LdrDocumentOutput *self, GError **error)
{
  return self->text->len < STEP || ldr_document_output_flush (self, error);
}

/**
 * ldr_document_append_xml:
 * @out: what it goes to
 * @text: a clean text of a document
 *
 * Adds text so that it is nothing but text in XML and HTML, in an element as well as in an attribute.
 */
void
ldr_document_append_xml (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0';)
    {
      gsize plain = strcspn (p, "&<>\"'");

      g_string_append_len (out, p, (gssize) plain);
      p += plain;
      if (*p == '\0')
        break;
      g_string_append (out, *p == '&'   ? "&amp;"
                            : *p == '<' ? "&lt;"
                            : *p == '>' ? "&gt;"
                            : *p == '"' ? "&quot;"
                                        : "&#39;");
      p++;
    }
}

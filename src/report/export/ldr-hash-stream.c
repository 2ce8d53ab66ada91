/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-hash-stream.h"

#include <openssl/evp.h>

/**
 * LdrHashStream:
 *
 * Counts what goes through it on its way to another stream, and takes its SHA-256. That stream is left open.
 */
struct _LdrHashStream
{
  GFilterOutputStream parent_instance;
  /* OpenSSL's, which has the processor do it: a GChecksum takes as long as reading the whole journal. */
  EVP_MD_CTX *digest;
  char *sum;
  guint64 n_bytes;
};

G_DEFINE_FINAL_TYPE (LdrHashStream, ldr_hash_stream, G_TYPE_FILTER_OUTPUT_STREAM)

static gssize
hash_stream_write (GOutputStream *stream, const void *buffer, gsize count, GCancellable *cancellable, GError **error)
{
  LdrHashStream *self = LDR_HASH_STREAM (stream);
  GOutputStream *base = g_filter_output_stream_get_base_stream (G_FILTER_OUTPUT_STREAM (stream));
  gssize n = g_output_stream_write (base, buffer, count, cancellable, error);

  if (n > 0)
    {
      EVP_DigestUpdate (self->digest, buffer, (gsize) n);
      self->n_bytes += (guint64) n;
    }
  return n;
}

static void
hash_stream_finalize (GObject *object)
{
  LdrHashStream *self = LDR_HASH_STREAM (object);

  EVP_MD_CTX_free (self->digest);
  g_free (self->sum);
  G_OBJECT_CLASS (ldr_hash_stream_parent_class)->finalize (object);
}

static void
ldr_hash_stream_class_init (LdrHashStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hash_stream_finalize;
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = hash_stream_write;
}

static void
ldr_hash_stream_init (LdrHashStream *self)
{
  self->digest = EVP_MD_CTX_new ();
  if (self->digest == NULL || EVP_DigestInit_ex (self->digest, EVP_sha256 (), NULL) != 1)
    g_error ("There is no SHA-256");
}

/**
 * ldr_hash_stream_new:
 * @base: where everything goes
 *
 * Returns: (transfer full): a stream to write to
 */
GOutputStream *
ldr_hash_stream_new (GOutputStream *base)
{
  return g_object_new (LDR_TYPE_HASH_STREAM, "base-stream", base, "close-base-stream", FALSE, NULL);
}

guint64
ldr_hash_stream_get_n_bytes (LdrHashStream *self)
{
  return self->n_bytes;
}

/**
 * ldr_hash_stream_get_sum:
 * @self: a stream to which nothing is written any more
 *
 * Returns: (transfer none): the SHA-256 of what was, in hexadecimal digits
 */
const char *
ldr_hash_stream_get_sum (LdrHashStream *self)
{
  if (self->sum == NULL)
    {
      guint8 bytes[EVP_MAX_MD_SIZE];
      unsigned int n_bytes = 0;
      GString *sum = g_string_new (NULL);

      EVP_DigestFinal_ex (self->digest, bytes, &n_bytes);
      for (unsigned int i = 0; i < n_bytes; i++)
        g_string_append_printf (sum, "%02x", bytes[i]);
      self->sum = g_string_free_and_steal (sum);
    }
  return self->sum;
}

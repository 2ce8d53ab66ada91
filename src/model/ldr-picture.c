/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-picture.h"

#include "ldr-id.h"

G_DEFINE_BOXED_TYPE (LdrPicture, ldr_picture, ldr_picture_ref, ldr_picture_unref)

/**
 * ldr_picture_new:
 * @entry_id: the entry that it belongs to
 * @media_type: as ldr_picture_sniff() finds it
 * @bytes: (transfer none): the file, at most LDR_PICTURE_MAX_BYTES
 *
 * Returns: (transfer full): a picture with an id of its own
 */
LdrPicture *
ldr_picture_new (const char *entry_id, const char *media_type, GBytes *bytes)
{
  LdrPicture *self;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_atomic_rc_box_new0 (LdrPicture);
  self->id = ldr_id_new ();
  self->entry_id = g_strdup (entry_id);
  self->media_type = g_strdup (media_type);
  self->bytes = g_bytes_ref (bytes);
  return self;
}

LdrPicture *
ldr_picture_ref (LdrPicture *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
picture_clear (gpointer data)
{
  LdrPicture *self = data;

  g_free (self->id);
  g_free (self->entry_id);
  g_free (self->media_type);
  g_bytes_unref (self->bytes);
}

void
ldr_picture_unref (LdrPicture *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, picture_clear);
}

/**
 * ldr_picture_sniff:
 * @bytes: the beginning of a file, or all of it
 *
 * Looks at the first bytes; a file's name says nothing.
 *
 * Returns: (nullable): the media type of a kind of picture that a journal keeps, or %NULL
 */
const char *
ldr_picture_sniff (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length >= 8 && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0)
    return "image/png";
  if (length >= 3 && memcmp (data, "\xff\xd8\xff", 3) == 0)
    return "image/jpeg";
  if (length >= 6 && (memcmp (data, "GIF87a", 6) == 0 || memcmp (data, "GIF89a", 6) == 0))
    return "image/gif";
  if (length >= 12 && memcmp (data, "RIFF", 4) == 0 && memcmp (data + 8, "WEBP", 4) == 0)
    return "image/webp";
  return NULL;
}

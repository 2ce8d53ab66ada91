/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define LDR_TYPE_PICTURE (ldr_picture_get_type ())

/* A picture stands in an entry's text as `![description](picture:ID)`. */
#define LDR_PICTURE_SCHEME "picture:"
#define LDR_PICTURE_MAX_BYTES (16 * 1024 * 1024)

/**
 * LdrPicture:
 * @id: UUIDv7
 * @entry_id: the entry that it belongs to
 * @media_type: image/png, image/jpeg, image/webp or image/gif
 * @bytes: the file as it was added
 *
 * A picture kept inside the journal. Refcounted, never changed once shared.
 */
typedef struct {
  char *id;
  char *entry_id;
  char *media_type;
  GBytes *bytes;
} LdrPicture;

GType ldr_picture_get_type (void) G_GNUC_CONST;
LdrPicture *ldr_picture_new (const char *entry_id, const char *media_type, GBytes *bytes);
LdrPicture *ldr_picture_ref (LdrPicture *self);
void ldr_picture_unref (LdrPicture *self);
const char *ldr_picture_sniff (GBytes *bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrPicture, ldr_picture_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LDR_TYPE_PICTURE_PAINTABLE (ldr_picture_paintable_get_type ())
G_DECLARE_FINAL_TYPE (LdrPicturePaintable, ldr_picture_paintable, LDR, PICTURE_PAINTABLE, GObject)

LdrPicturePaintable *ldr_picture_paintable_new (const char *id, const char *description, GdkTexture *texture);
const char *ldr_picture_paintable_get_id (LdrPicturePaintable *self);
const char *ldr_picture_paintable_get_description (LdrPicturePaintable *self);
void ldr_picture_paintable_set_texture (LdrPicturePaintable *self, GdkTexture *texture);
void ldr_picture_paintable_set_width (LdrPicturePaintable *self, int width);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-picture-paintable.h"

/* The widest that a picture stands in a text, and the size of its stand-in, in pixels. */
#define WIDEST 560
#define STANDIN_WIDTH 240
#define STANDIN_HEIGHT 135
#define RADIUS 9

struct _LdrPicturePaintable
{
  GObject parent_instance;

  char *id;
  char *description;
  GdkTexture *texture;
  int limit;
};

static void ldr_picture_paintable_iface_init (GdkPaintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LdrPicturePaintable,
                               ldr_picture_paintable,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, ldr_picture_paintable_iface_init))

static int
get_width (GdkPaintable *paintable)
{
  LdrPicturePaintable *self = LDR_PICTURE_PAINTABLE (paintable);
  int width = self->texture != NULL ? gdk_texture_get_width (self->texture) : STANDIN_WIDTH;

  return MIN (width, self->limit);
}

static double
get_aspect_ratio (GdkPaintable *paintable)
{
  LdrPicturePaintable *self = LDR_PICTURE_PAINTABLE (paintable);

  if (self->texture == NULL)
    return (double) STANDIN_WIDTH / STANDIN_HEIGHT;

  return (double) gdk_texture_get_width (self->texture) / gdk_texture_get_height (self->texture);
}

static int
get_height (GdkPaintable *paintable)
{
  return MAX (1, (int) (get_width (paintable) / get_aspect_ratio (paintable) + 0.5));
}

static void
snapshot (GdkPaintable *paintable, GdkSnapshot *snapshot, double width, double height)
{
  LdrPicturePaintable *self = LDR_PICTURE_PAINTABLE (paintable);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, width, height);
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &area, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  if (self->texture != NULL)
    gtk_snapshot_append_scaled_texture (snapshot, self->texture, GSK_SCALING_FILTER_TRILINEAR, &area);
  else
    gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 0.5f, 0.5f, 0.5f, 0.25f }, &area);
  gtk_snapshot_pop (snapshot);
}

static void
ldr_picture_paintable_finalize (GObject *object)
{
  LdrPicturePaintable *self = LDR_PICTURE_PAINTABLE (object);

  g_free (self->id);
  g_free (self->description);
  g_clear_object (&self->texture);

  G_OBJECT_CLASS (ldr_picture_paintable_parent_class)->finalize (object);
}

static void
ldr_picture_paintable_iface_init (GdkPaintableInterface *iface)
{
  iface->get_intrinsic_width = get_width;
  iface->get_intrinsic_height = get_height;
  iface->get_intrinsic_aspect_ratio = get_aspect_ratio;
  iface->snapshot = snapshot;
}

static void
ldr_picture_paintable_class_init (LdrPicturePaintableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ldr_picture_paintable_finalize;
}

static void
ldr_picture_paintable_init (LdrPicturePaintable *self)
{
  self->limit = WIDEST;
}

/**
 * ldr_picture_paintable_new:
 * @id: the picture's id
 * @description: (nullable): what is to be seen on it
 * @texture: (nullable): the picture; without it a grey stand-in is shown
 *
 * Returns: (transfer full): a picture as it stands in a text
 */
LdrPicturePaintable *
ldr_picture_paintable_new (const char *id, const char *description, GdkTexture *texture)
{
  LdrPicturePaintable *self = g_object_new (LDR_TYPE_PICTURE_PAINTABLE, NULL);

  self->id = g_strdup (id);
  self->description = g_strdup (description);
  g_set_object (&self->texture, texture);

  return self;
}

const char *
ldr_picture_paintable_get_id (LdrPicturePaintable *self)
{
  return self->id;
}

const char *
ldr_picture_paintable_get_description (LdrPicturePaintable *self)
{
  return self->description;
}

void
ldr_picture_paintable_set_texture (LdrPicturePaintable *self, GdkTexture *texture)
{
  if (!g_set_object (&self->texture, texture))
    return;
  gdk_paintable_invalidate_size (GDK_PAINTABLE (self));
  gdk_paintable_invalidate_contents (GDK_PAINTABLE (self));
}

/**
 * ldr_picture_paintable_set_width:
 * @width: the room there is, in pixels; 0 when it is not known yet
 *
 * Keeps the picture within the text.
 */
void
ldr_picture_paintable_set_width (LdrPicturePaintable *self, int width)
{
  int limit = width > 0 ? MIN (width, WIDEST) : WIDEST;

  if (self->limit == limit)
    return;
  self->limit = limit;
  gdk_paintable_invalidate_size (GDK_PAINTABLE (self));
}

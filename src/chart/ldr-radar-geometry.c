/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-radar-geometry.h"

#include <math.h>

/* How fast a label turns from standing centred on the end of its axis to standing beside it: with 1 its middle would
 * follow an ellipse, and wide labels would reach over the web. */
#define LABEL_TURN 1.5

/* Below this a web is a dot that says nothing. */
#define LEAST_VISIBLE_RADIUS 8.0

static double
turn (double part)
{
  return CLAMP (part * LABEL_TURN, -1, 1);
}

/* The label of an axis that ends at a distance of @radius from the point 0, 0. */
static graphene_rect_t
place_label (const LdrRadarGeometry *self, const LdrRadarRoom *room, guint form, guint axis, double radius)
{
  const graphene_size_t *size = &room->sizes[form * room->n_axes + axis];
  double dx = self->directions[axis].x;
  double dy = self->directions[axis].y;
  double x = dx * (radius + room->gap) + turn (dx) * size->width / 2;
  double y = dy * (radius + room->gap) + turn (dy) * size->height / 2;

  return GRAPHENE_RECT_INIT ((float) (x - size->width / 2), (float) (y - size->height / 2), size->width, size->height);
}

/* The least rectangle around the axes and, unless @form is %LDR_RADAR_NO_LABELS, their labels. */
static graphene_rect_t
get_extents (const LdrRadarGeometry *self, const LdrRadarRoom *room, int form, double radius)
{
  graphene_rect_t extents = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  for (guint i = 0; i < self->n_axes; i++)
    {
      graphene_point_t end
          = GRAPHENE_POINT_INIT ((float) (self->directions[i].x * radius), (float) (self->directions[i].y * radius));

      graphene_rect_expand (&extents, &end, &extents);
      if (form != LDR_RADAR_NO_LABELS)
        {
          graphene_rect_t label = place_label (self, room, (guint) form, i, radius);

          graphene_rect_union (&extents, &label, &extents);
        }
    }
  return extents;
}

static gboolean
fits (const LdrRadarGeometry *self, const LdrRadarRoom *room, int form, double radius)
{
  graphene_rect_t extents = get_extents (self, room, form, radius);

  return extents.size.width <= room->width && extents.size.height <= room->height;
}

/* The largest radius that fits, or a negative one: the extents only grow with the radius, so halving finds it. */
static double
find_radius (const LdrRadarGeometry *self, const LdrRadarRoom *room, int form)
{
  double low = 0;
  double high = MAX (room->width, room->height);

  if (!fits (self, room, form, 0))
    return -1;
  while (high - low > 0.25)
    {
      double middle = (low + high) / 2;

      if (fits (self, room, form, middle))
        low = middle;
      else
        high = middle;
    }
  return low;
}

static gboolean
labels_collide (const LdrRadarGeometry *self, const LdrRadarRoom *room, guint form, double radius)
{
  for (guint a = 0; a < self->n_axes; a++)
    for (guint b = a + 1; b < self->n_axes; b++)
      {
        graphene_rect_t first = place_label (self, room, form, a, radius);
        graphene_rect_t second = place_label (self, room, form, b, radius);

        graphene_rect_inset (&first, (float) (-room->gap / 4), (float) (-room->gap / 4));
        graphene_rect_inset (&second, (float) (-room->gap / 4), (float) (-room->gap / 4));
        if (graphene_rect_intersection (&first, &second, NULL))
          return TRUE;
      }
  return FALSE;
}

/* The fullest form of the labels that leaves the web large enough, else the one that leaves it largest. */
static void
choose_form (LdrRadarGeometry *self, const LdrRadarRoom *room)
{
  self->form = LDR_RADAR_NO_LABELS;
  self->radius = -1;
  for (guint form = 0; form < room->n_forms; form++)
    {
      double radius = find_radius (self, room, (int) form);

      if (radius < LEAST_VISIBLE_RADIUS || radius <= self->radius || labels_collide (self, room, form, radius))
        continue;
      self->form = (int) form;
      self->radius = radius;
      if (radius >= room->least_radii[form])
        return;
    }
  if (self->form == LDR_RADAR_NO_LABELS)
    self->radius = MAX (0, find_radius (self, room, LDR_RADAR_NO_LABELS));
}

static void
set_directions (LdrRadarGeometry *self, gboolean right_to_left)
{
  for (guint i = 0; i < self->n_axes; i++)
    {
      double angle = 2 * G_PI * i / self->n_axes * (right_to_left ? -1 : 1) - G_PI_2;

      self->directions[i] = GRAPHENE_POINT_INIT ((float) cos (angle), (float) sin (angle));
    }
}

/**
 * ldr_radar_geometry_new:
 * @room: what there is to lay out, with at least one axis
 *
 * Lays out a radar: the first axis points up, the others follow at equal angles. The web is made as large as the labels
 * leave room for, and web and labels together stand in the middle. Labels never overlap one another or leave the room:
 * when they would, or when the web would be smaller than wanted, the next shorter form of them is tried.
 *
 * Returns: (transfer full): the layout
 */
LdrRadarGeometry *
ldr_radar_geometry_new (const LdrRadarRoom *room)
{
  LdrRadarGeometry *self = g_new0 (LdrRadarGeometry, 1);
  graphene_rect_t extents;

  g_return_val_if_fail (room->n_axes > 0, self);

  self->n_axes = room->n_axes;
  self->directions = g_new0 (graphene_point_t, room->n_axes);
  self->labels = g_new0 (graphene_rect_t, room->n_axes);
  set_directions (self, room->right_to_left);
  choose_form (self, room);
  extents = get_extents (self, room, self->form, self->radius);
  self->centre = GRAPHENE_POINT_INIT ((float) (room->width / 2 - extents.origin.x - extents.size.width / 2),
                                      (float) (room->height / 2 - extents.origin.y - extents.size.height / 2));
  for (guint i = 0; i < room->n_axes && self->form != LDR_RADAR_NO_LABELS; i++)
    {
      self->labels[i] = place_label (self, room, (guint) self->form, i, self->radius);
      graphene_rect_offset (&self->labels[i], self->centre.x, self->centre.y);
    }
  return self;
}

void
ldr_radar_geometry_free (LdrRadarGeometry *self)
{
  g_free (self->labels);
  g_free (self->directions);
  g_free (self);
}

/**
 * ldr_radar_geometry_get_point:
 * @self: a layout
 * @axis: an axis
 * @part: how far along it: 0 in the centre, 1 at its end; anything outside is drawn at the nearer of the two
 *
 * Returns: the place of that value
 */
graphene_point_t
ldr_radar_geometry_get_point (const LdrRadarGeometry *self, guint axis, double part)
{
  double length = self->radius * CLAMP (part, 0, 1);

  g_return_val_if_fail (axis < self->n_axes, self->centre);

  return GRAPHENE_POINT_INIT ((float) (self->centre.x + self->directions[axis].x * length),
                              (float) (self->centre.y + self->directions[axis].y * length));
}

/**
 * ldr_radar_geometry_pick:
 * @self: a layout
 * @x: where somebody points
 * @y: likewise
 *
 * Returns: the axis that is meant: the one whose label is there, else within the web the nearest in direction; or
 *   %LDR_RADAR_NO_AXIS outside of both
 */
int
ldr_radar_geometry_pick (const LdrRadarGeometry *self, double x, double y)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);
  double dx = x - self->centre.x;
  double dy = y - self->centre.y;
  double best = -G_MAXDOUBLE;
  int nearest = LDR_RADAR_NO_AXIS;

  for (guint i = 0; i < self->n_axes && self->form != LDR_RADAR_NO_LABELS; i++)
    if (graphene_rect_contains_point (&self->labels[i], &point))
      return (int) i;
  if (hypot (dx, dy) > self->radius)
    return LDR_RADAR_NO_AXIS;
  for (guint i = 0; i < self->n_axes; i++)
    {
      double along = dx * self->directions[i].x + dy * self->directions[i].y;

      if (along > best)
        {
          best = along;
          nearest = (int) i;
        }
    }
  return nearest;
}

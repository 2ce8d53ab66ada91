/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <graphene.h>

G_BEGIN_DECLS

/**
 * LdrRadarRoom:
 * @width: of the whole chart
 * @height: of the whole chart
 * @n_axes: how many axes there are
 * @n_forms: in how many forms the labels come, from the fullest to the shortest
 * @sizes: (array): for each form the size of each axis's label: form by form, `n_forms * n_axes` of them
 * @gap: between the end of an axis and its label, and at least between two labels
 * @least_radii: (array length=n_forms): for each form the radius below which a shorter one is tried
 * @right_to_left: whether the axes follow one another against the clock
 *
 * What a radar has to be laid out in. All lengths in the same unit.
 */
typedef struct
{
  double width;
  double height;
  guint n_axes;
  guint n_forms;
  const graphene_size_t *sizes;
  double gap;
  const double *least_radii;
  gboolean right_to_left;
} LdrRadarRoom;

#define LDR_RADAR_NO_LABELS (-1)
#define LDR_RADAR_NO_AXIS (-1)

/**
 * LdrRadarGeometry:
 * @n_axes: how many axes there are
 * @centre: where they meet
 * @radius: their length
 * @form: the form in which the labels fit, or %LDR_RADAR_NO_LABELS
 * @labels: (array length=n_axes): where the labels stand
 * @directions: (array length=n_axes): of the axes, of length 1
 *
 * Where everything in a radar stands.
 */
typedef struct
{
  guint n_axes;
  graphene_point_t centre;
  double radius;
  int form;
  graphene_rect_t *labels;
  graphene_point_t *directions;
} LdrRadarGeometry;

LdrRadarGeometry *ldr_radar_geometry_new (const LdrRadarRoom *room);
void ldr_radar_geometry_free (LdrRadarGeometry *self);
graphene_point_t ldr_radar_geometry_get_point (const LdrRadarGeometry *self, guint axis, double part);
int ldr_radar_geometry_pick (const LdrRadarGeometry *self, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrRadarGeometry, ldr_radar_geometry_free)

G_END_DECLS

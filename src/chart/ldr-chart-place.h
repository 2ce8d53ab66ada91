/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <graphene.h>

G_BEGIN_DECLS

graphene_rect_t ldr_chart_place_callout (const graphene_rect_t *bounds,
                                         const graphene_point_t *anchor,
                                         const graphene_size_t *size,
                                         double gap);

graphene_rect_t ldr_chart_place_aside (const graphene_rect_t *bounds,
                                       const graphene_point_t *anchor,
                                       const graphene_size_t *size,
                                       double gap);

double ldr_chart_place_flow (const graphene_size_t *sizes,
                             guint n_sizes,
                             double width,
                             double gap,
                             gboolean right_to_left,
                             graphene_rect_t *places);

gboolean ldr_chart_place_beside (double *middles, const double *sizes, guint n, double low, double high);
gboolean ldr_chart_are_apart (const graphene_rect_t *rects, guint n, double gap);
gboolean ldr_chart_is_crossed (const graphene_rect_t *rect, const graphene_point_t *a, const graphene_point_t *b);

G_END_DECLS

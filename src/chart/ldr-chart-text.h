/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

PangoLayout *ldr_chart_text_new (PangoContext *context, const char *text);
graphene_size_t ldr_chart_text_get_size (PangoLayout *layout);
void ldr_chart_text_paint (PangoLayout *layout, double x, double y, const GdkRGBA *colour, GtkSnapshot *snapshot);
const char *ldr_chart_text_parse_line (const char *line, double *x, double *baseline, double *width);
void ldr_chart_note_paint (const graphene_rect_t *bounds,
                           const graphene_point_t *anchor,
                           double gap,
                           gboolean aside,
                           const char *words,
                           PangoContext *context,
                           GtkSnapshot *snapshot);

G_END_DECLS

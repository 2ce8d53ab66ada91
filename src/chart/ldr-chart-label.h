/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LdrChartLabel:
 * @layout: what it says
 * @place: where it stands
 * @over_lines: whether lines of the chart run through it, so that it needs a ground of its own
 *
 * A text that was laid out.
 */
typedef struct
{
  PangoLayout *layout;
  graphene_rect_t place;
  gboolean over_lines;
} LdrChartLabel;

LdrChartLabel *ldr_chart_label_new (PangoContext *context, const char *text);
LdrChartLabel *ldr_chart_label_new_in_middle (PangoContext *context, const char *text, const graphene_rect_t *bounds);
void ldr_chart_label_free (LdrChartLabel *self);
void ldr_chart_label_shorten (LdrChartLabel *self, double width);
void ldr_chart_label_paint (const LdrChartLabel *self, const GdkRGBA *colour, GtkSnapshot *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrChartLabel, ldr_chart_label_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-chart.h"

G_BEGIN_DECLS

/**
 * LdrChartPalette:
 *
 * The colours of charts on paper: dark on white, whatever the screen looks like.
 */
typedef struct _LdrChartPalette LdrChartPalette;

LdrChartPalette *ldr_chart_palette_new (void);
void ldr_chart_palette_free (LdrChartPalette *self);
void ldr_chart_palette_set (LdrChartPalette *self, const char *style_class, const GdkRGBA *colour);
void ldr_chart_palette_add_style_sheet (LdrChartPalette *self, const char *css);
const GdkRGBA *ldr_chart_palette_get (const LdrChartPalette *self, const char *style_class);
const LdrChartLook *ldr_chart_palette_get_look (const LdrChartPalette *self);
GdkRGBA *ldr_chart_palette_list (const LdrChartPalette *self, const LdrChart *chart);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrChartPalette, ldr_chart_palette_free)

G_END_DECLS

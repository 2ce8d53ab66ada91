/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-chart-brush.h"
#include "ldr-chart-frame.h"

G_BEGIN_DECLS

/**
 * LdrChartSampleForm:
 * @LDR_CHART_SAMPLE_MARK: a mark
 * @LDR_CHART_SAMPLE_BOX: an area with a hatch
 * @LDR_CHART_SAMPLE_CELL: an area with a mark
 * @LDR_CHART_SAMPLE_HATCHED: an area that is hatched with its colour
 *
 * What stands before a name.
 */
typedef enum
{
  LDR_CHART_SAMPLE_MARK,
  LDR_CHART_SAMPLE_BOX,
  LDR_CHART_SAMPLE_CELL,
  LDR_CHART_SAMPLE_HATCHED,
} LdrChartSampleForm;

/**
 * LdrChartSample:
 * @form: what it is
 * @hatch: of the area
 * @pen: of the mark
 *
 * What stands before a name.
 */
typedef struct
{
  LdrChartSampleForm form;
  LdrChartHatch hatch;
  LdrChartPen pen;
} LdrChartSample;

/**
 * LdrChartLegend:
 * @labels: (element-type LdrChartLabel): the names
 * @samples: (element-type LdrChartSample): what stands before each
 * @right_to_left: whether a name stands to the left of its sample
 * @is_placed: whether the names stand somewhere
 *
 * The names of what a chart shows, each with a sample of it.
 */
typedef struct
{
  GPtrArray *labels;
  GArray *samples;
  gboolean right_to_left;
  gboolean is_placed;
} LdrChartLegend;

LdrChartLegend *ldr_chart_legend_new (gboolean right_to_left);
void ldr_chart_legend_free (LdrChartLegend *self);
void ldr_chart_legend_add (LdrChartLegend *self, PangoContext *context, const char *name, const LdrChartSample *sample);
double ldr_chart_legend_measure_beside (const LdrChartLegend *self, const graphene_size_t *size);
void ldr_chart_legend_place_beside (LdrChartLegend *self, const graphene_rect_t *plot, double *middles);
double ldr_chart_legend_place_below (LdrChartLegend *self, const graphene_rect_t *bounds);
void ldr_chart_legend_paint (const LdrChartLegend *self,
                             const LdrChartLook *look,
                             const GdkRGBA *colours,
                             GtkSnapshot *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrChartLegend, ldr_chart_legend_free)

G_END_DECLS

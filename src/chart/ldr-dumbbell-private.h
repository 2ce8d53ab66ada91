/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-chart-legend.h"
#include "ldr-chart.h"
#include "ldr-dumbbell-data.h"

G_BEGIN_DECLS

#define LDR_DUMBBELL_MARK_SIZE 5.5

/* Everything as high as it would like to be. */
typedef struct
{
  LdrDumbbellData *data;
  graphene_rect_t bounds;
  graphene_rect_t plot;
  gboolean right_to_left;
  LdrChartScale values;
  GPtrArray *labels;
  double *middles;
  GArray *ticks;
  GPtrArray *tick_labels;
  LdrChartLegend *legend;
  LdrChartLabel *nothing;
  double height;
} LdrDumbbellPicture;

int ldr_dumbbell_measure (LdrDumbbellData *data, PangoContext *context, int width);
LdrDumbbellPicture *ldr_dumbbell_picture_new (LdrDumbbellData *data, const LdrChartSetting *setting);
void ldr_dumbbell_picture_free (LdrDumbbellPicture *self);
graphene_point_t ldr_dumbbell_picture_get_mark (const LdrDumbbellPicture *self, guint row, double value);
graphene_point_t ldr_dumbbell_picture_get_series_mark (const LdrDumbbellPicture *self, guint row, guint series);
int ldr_dumbbell_picture_pick (const LdrDumbbellPicture *self, double x, double y);
int ldr_dumbbell_picture_step (const LdrDumbbellPicture *self, int stop, LdrChartStep step);
void ldr_dumbbell_picture_paint (const LdrDumbbellPicture *self, const LdrChartInks *inks, GtkSnapshot *snapshot);
void ldr_dumbbell_picture_paint_note (
    const LdrDumbbellPicture *self, const LdrChartInks *inks, guint stop, PangoContext *context, GtkSnapshot *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrDumbbellPicture, ldr_dumbbell_picture_free)

G_END_DECLS

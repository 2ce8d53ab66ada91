/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-chart-legend.h"
#include "ldr-chart.h"
#include "ldr-columns-data.h"

G_BEGIN_DECLS

/* The frame is NULL where nothing happened, and there is a label that says so. */
typedef struct
{
  LdrColumnsData *data;
  graphene_rect_t bounds;
  LdrChartFrame *frame;
  LdrChartLegend *legend;
  LdrChartLabel *nothing;
} LdrColumnsPicture;

LdrColumnsPicture *ldr_columns_picture_new (LdrColumnsData *data, const LdrChartSetting *setting);
void ldr_columns_picture_free (LdrColumnsPicture *self);
graphene_rect_t ldr_columns_picture_get_column (const LdrColumnsPicture *self, guint column);
graphene_rect_t ldr_columns_picture_get_part (const LdrColumnsPicture *self, guint column, guint series);
int ldr_columns_picture_pick (const LdrColumnsPicture *self, double x, double y);
void ldr_columns_picture_paint (const LdrColumnsPicture *self, const LdrChartInks *inks, GtkSnapshot *snapshot);
void ldr_columns_picture_paint_note (const LdrColumnsPicture *self,
                                     const LdrChartInks *inks,
                                     guint column,
                                     PangoContext *context,
                                     GtkSnapshot *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrColumnsPicture, ldr_columns_picture_free)

G_END_DECLS

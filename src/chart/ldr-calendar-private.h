/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-calendar-data.h"
#include "ldr-calendar-grid.h"
#include "ldr-chart-legend.h"
#include "ldr-chart.h"

G_BEGIN_DECLS

typedef struct
{
  LdrCalendarData *data;
  graphene_rect_t bounds;
  LdrCalendarGrid grid;
  GPtrArray *labels;
  LdrChartLegend *legend;
} LdrCalendarPicture;

int ldr_calendar_measure (const LdrCalendarData *data, PangoContext *context, int width);
LdrCalendarPicture *ldr_calendar_picture_new (LdrCalendarData *data, const LdrChartSetting *setting);
void ldr_calendar_picture_free (LdrCalendarPicture *self);
int ldr_calendar_picture_pick (const LdrCalendarPicture *self, double x, double y);
int ldr_calendar_picture_step (const LdrCalendarPicture *self, int stop, LdrChartStep step);
void ldr_calendar_picture_paint (const LdrCalendarPicture *self, const LdrChartInks *inks, GtkSnapshot *snapshot);
void ldr_calendar_picture_paint_note (
    const LdrCalendarPicture *self, const LdrChartInks *inks, guint stop, PangoContext *context, GtkSnapshot *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrCalendarPicture, ldr_calendar_picture_free)

G_END_DECLS

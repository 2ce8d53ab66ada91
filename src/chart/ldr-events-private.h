/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-chart.h"
#include "ldr-events-data.h"

G_BEGIN_DECLS

#define LDR_EVENTS_MARK_SIZE 4.0

/* The frame has no values: only its days are used. */
typedef struct
{
  LdrEventsData *data;
  graphene_rect_t bounds;
  LdrChartFrame *frame;
  GPtrArray *labels;
  double *middles;
  double lane_height;
  double bottom;
  GArray *stops;
  GArray *places;
  LdrChartLabel *nothing;
} LdrEventsPicture;

int ldr_events_measure (const LdrEventsData *data, PangoContext *context, int width);
LdrEventsPicture *ldr_events_picture_new (LdrEventsData *data, const LdrChartSetting *setting);
void ldr_events_picture_free (LdrEventsPicture *self);
int ldr_events_picture_pick (const LdrEventsPicture *self, double x, double y);
void ldr_events_picture_paint (const LdrEventsPicture *self, const LdrChartInks *inks, GtkSnapshot *snapshot);
void ldr_events_picture_paint_note (
    const LdrEventsPicture *self, const LdrChartInks *inks, guint stop, PangoContext *context, GtkSnapshot *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrEventsPicture, ldr_events_picture_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-chart.h"
#include "ldr-line-private.h"

G_BEGIN_DECLS

/* What the mark before the name of a panel takes. */
#define LDR_MULTIPLES_MARK_ROOM 16.0

/**
 * LdrMultiplesPanel:
 * @name: of its series
 * @place: where it stands, its name included
 * @lines: its axes and its line, from below the name
 */
typedef struct
{
  LdrLineData *part;
  LdrChartLabel *name;
  graphene_rect_t place;
  LdrLinePicture *lines;
} LdrMultiplesPanel;

typedef struct
{
  LdrLineData *data;
  graphene_rect_t bounds;
  gboolean right_to_left;
  guint n_columns;
  GPtrArray *panels;
  GArray *stops;
  LdrChartLabel *nothing;
} LdrMultiplesPicture;

gboolean ldr_multiples_takes_target (const LdrLineTarget *target, guint panel);
int ldr_multiples_measure (const LdrLineData *data, PangoContext *context, int width);
LdrMultiplesPicture *ldr_multiples_picture_new (LdrLineData *data, const LdrChartSetting *setting);
gboolean ldr_multiples_picture_get_margins (const LdrMultiplesPicture *self, double *start, double *end);
void ldr_multiples_picture_free (LdrMultiplesPicture *self);
int ldr_multiples_picture_pick (const LdrMultiplesPicture *self, double x, double y);
graphene_point_t ldr_multiples_panel_get_origin (const LdrMultiplesPanel *self);
void ldr_multiples_picture_paint (const LdrMultiplesPicture *self, const LdrChartInks *inks, GtkSnapshot *snapshot);
void ldr_multiples_picture_paint_note (const LdrMultiplesPicture *self,
                                       const LdrChartInks *inks,
                                       guint stop,
                                       PangoContext *context,
                                       GtkSnapshot *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrMultiplesPicture, ldr_multiples_picture_free)

G_END_DECLS

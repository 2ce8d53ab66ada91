/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "ldr-chart.h"
#include "ldr-line-data.h"

G_BEGIN_DECLS

#define LDR_LINE_NO_STOP (-1)

/**
 * LdrLineLook:
 * @base: the colours of all that is not a value
 * @series: (array): of each series
 * @targets: (array): of each target
 *
 * The colours of a line chart, wherever it is painted.
 */
typedef struct
{
  LdrChartLook base;
  const GdkRGBA *series;
  const GdkRGBA *targets;
} LdrLineLook;

/**
 * LdrLinePicture:
 *
 * A line chart that was laid out for one size, with its texts, ready to be painted.
 */
typedef struct _LdrLinePicture LdrLinePicture;

LdrLinePicture *ldr_line_picture_new (LdrLineData *data, const LdrChartSetting *setting);
gboolean ldr_line_picture_get_margins (const LdrLinePicture *self, double *start, double *end);
void ldr_line_picture_free (LdrLinePicture *self);
const LdrChartFrame *ldr_line_picture_get_frame (const LdrLinePicture *self);
const GArray *ldr_line_picture_get_stops (const LdrLinePicture *self);
int ldr_line_picture_pick (const LdrLinePicture *self, double x, double y);
void ldr_line_picture_paint (const LdrLinePicture *self, const LdrLineLook *look, GtkSnapshot *snapshot);
void ldr_line_picture_paint_note (
    const LdrLinePicture *self, const LdrLineLook *look, guint stop, PangoContext *context, GtkSnapshot *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrLinePicture, ldr_line_picture_free)

G_END_DECLS

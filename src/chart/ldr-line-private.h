/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-line-painter.h"

G_BEGIN_DECLS

#define LDR_LINE_SAMPLE_WIDTH 28.0
#define LDR_LINE_MARK_SIZE 4.0
#define LDR_LINE_GAP 6.0

/**
 * LdrLineNames:
 * @LDR_LINE_NAMES_NONE: a single series needs no name
 * @LDR_LINE_NAMES_BESIDE: each name stands where its line ends
 * @LDR_LINE_NAMES_BELOW: the names stand in rows below, each behind a sample of its line
 *
 * Where the names of the series stand.
 */
typedef enum
{
  LDR_LINE_NAMES_NONE,
  LDR_LINE_NAMES_BESIDE,
  LDR_LINE_NAMES_BELOW,
} LdrLineNames;

/* The labels of names, targets and breaks are NULL where there is no room for them or their days are not shown. */
struct _LdrLinePicture
{
  LdrLineData *data;
  LdrChartFrame *frame;
  graphene_rect_t bounds;
  gboolean right_to_left;
  LdrLineNames names_form;
  GPtrArray *names;
  GPtrArray *targets;
  GPtrArray *breaks;
  GPtrArray *traces;
  GArray *stops;
  LdrChartLabel *nothing;
};

graphene_point_t ldr_line_picture_get_point (const LdrLinePicture *self, const LdrLineSeries *series, guint point);
double ldr_line_picture_get_break_place (const LdrLinePicture *self, const LdrLineBreak *it);
gboolean
ldr_line_picture_get_target_span (const LdrLinePicture *self, const LdrLineTarget *target, double *from, double *to);
gboolean ldr_line_picture_shows_break (const LdrLinePicture *self, const LdrLineBreak *it);
void ldr_line_picture_place_target_label (LdrLinePicture *self, guint index);
void ldr_line_picture_place_break_label (LdrLinePicture *self, guint index);
gboolean ldr_line_picture_paint_stop (const LdrLinePicture *self,
                                      const LdrLineLook *look,
                                      const LdrLineStop *stop,
                                      graphene_point_t *top,
                                      GtkSnapshot *snapshot);

G_END_DECLS

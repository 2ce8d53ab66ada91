/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "ldr-radar-data.h"
#include "ldr-radar-geometry.h"

G_BEGIN_DECLS

/**
 * LdrRadarLook:
 * @text: of what is read
 * @grid: of the lines that help to read
 * @line: of the solid series
 * @plane: of what the chart stands on
 * @axes: (array): of each axis
 * @symbols: (array) (nullable): for each axis its symbol, or %NULL
 *
 * The colours and symbols of a radar, wherever it is painted.
 */
typedef struct
{
  GdkRGBA text;
  GdkRGBA grid;
  GdkRGBA line;
  GdkRGBA plane;
  const GdkRGBA *axes;
  GtkSymbolicPaintable *const *symbols;
} LdrRadarLook;

/**
 * LdrRadarPicture:
 *
 * A radar that was laid out for one size, with its texts, ready to be painted.
 */
typedef struct _LdrRadarPicture LdrRadarPicture;

LdrRadarPicture *ldr_radar_picture_new (LdrRadarData *data,
                                        PangoContext *context,
                                        gboolean right_to_left,
                                        gboolean with_symbols,
                                        double width,
                                        double height);
void ldr_radar_picture_free (LdrRadarPicture *self);
const LdrRadarGeometry *ldr_radar_picture_get_geometry (const LdrRadarPicture *self);
void ldr_radar_picture_paint (const LdrRadarPicture *self, const LdrRadarLook *look, GtkSnapshot *snapshot);
void ldr_radar_picture_paint_note (
    const LdrRadarPicture *self, const LdrRadarLook *look, guint axis, PangoContext *context, GtkSnapshot *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrRadarPicture, ldr_radar_picture_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "ldr-radar-data.h"

G_BEGIN_DECLS

#define LDR_TYPE_RADAR (ldr_radar_get_type ())
G_DECLARE_FINAL_TYPE (LdrRadar, ldr_radar, LDR, RADAR, GtkWidget)

GtkWidget *ldr_radar_new (void);
void ldr_radar_set_data (LdrRadar *self, LdrRadarData *data);
int ldr_radar_get_axis (LdrRadar *self);

G_END_DECLS

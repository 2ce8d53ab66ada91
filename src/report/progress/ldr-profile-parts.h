/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ldr-radar-data.h"
#include "model/ldr-score.h"

G_BEGIN_DECLS

/* A profile of styles as a web, and what is said of it. */

char *ldr_share_describe (const LdrStyleProfile *profile, LdrStyle style);
char *ldr_change_describe (const LdrStyleProfile *now, const LdrStyleProfile *before, int since);

LdrRadarData *ldr_radar_new_for_styles (const char *title, const char *summary);
void ldr_radar_add_profile (LdrRadarData *data, const char *name, LdrRadarLine line, const LdrStyleProfile *profile);

G_END_DECLS

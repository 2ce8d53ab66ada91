/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-chart.h"
#include "ldr-radar-data.h"

G_BEGIN_DECLS

LdrChart *ldr_radar_chart_new (LdrRadarData *data);

G_END_DECLS

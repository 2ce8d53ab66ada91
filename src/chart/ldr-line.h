/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-chart.h"
#include "ldr-line-data.h"

G_BEGIN_DECLS

LdrChart *ldr_line_chart_new (LdrLineData *data);
char **ldr_line_list_classes (const LdrLineData *data);

G_END_DECLS

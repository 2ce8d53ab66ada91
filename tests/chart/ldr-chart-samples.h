/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ldr-chart.h"

/* A chart of each kind, with what is hard to draw: values that are missing, names that are long, lines that cross. Its
 * days are long past, so that the axes name their years whatever the year is. */
typedef struct
{
  const char *name;
  LdrChart *(*make) (void);
} LdrChartSample;

extern const LdrChartSample ldr_chart_samples[];
extern const guint ldr_n_chart_samples;

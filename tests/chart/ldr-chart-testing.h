/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ldr-chart-area.h"

/* Sunday 1 November 2026. */
#define NOVEMBER 739921

/* The types of nodes, with the 0 that is none. */
#define LDR_CHART_TESTING_N_NODES (GSK_SUBSURFACE_NODE + 1)

GtkWidget *ldr_chart_testing_show (LdrChart *chart, int width, int height);
gboolean ldr_chart_testing_press (GtkWidget *area, guint key);
void ldr_chart_testing_point_at (GtkWidget *area, double x, double y);
GskRenderNode *ldr_chart_testing_paint (GtkWidget *area);
PangoContext *ldr_chart_testing_get_context (void);
LdrChartPicture *ldr_chart_testing_lay_out (LdrChart *chart, gboolean right_to_left, int width, int height);
void ldr_chart_testing_count_nodes (GskRenderNode *node, guint *counts);
void ldr_chart_testing_assert_vectors (GskRenderNode *node, guint least_texts);
void ldr_chart_testing_assert_kept (GskRenderNode *node, guint least_texts);
void ldr_chart_testing_assert_widget (LdrChart *chart, const char *title, const char *description);
char *ldr_chart_testing_read_table (LdrChart *chart);

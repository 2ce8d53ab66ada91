/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-chart-table.h"

G_BEGIN_DECLS

/* Values as comma-separated values after RFC 4180, the one place that writes them. */

void ldr_csv_append_cell (GString *out, const char *text);
void ldr_csv_append_days (GString *out, const LdrChartFacts *row);
void ldr_csv_append_number (GString *out, double value);
void ldr_csv_append_chart (GString *out, const LdrChartTable *table);

G_END_DECLS

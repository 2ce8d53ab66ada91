/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-chart.h"
#include "ldr-columns-data.h"

G_BEGIN_DECLS

LdrChart *ldr_columns_new (LdrColumnsData *data);

G_END_DECLS

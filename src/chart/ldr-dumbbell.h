/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-chart.h"
#include "ldr-dumbbell-data.h"

G_BEGIN_DECLS

LdrChart *ldr_dumbbell_new (LdrDumbbellData *data);

G_END_DECLS

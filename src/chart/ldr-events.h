/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-chart.h"
#include "ldr-events-data.h"

G_BEGIN_DECLS

LdrChart *ldr_events_new (LdrEventsData *data);

G_END_DECLS

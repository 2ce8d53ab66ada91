/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-calendar-data.h"
#include "ldr-chart.h"

G_BEGIN_DECLS

LdrChart *ldr_calendar_new (LdrCalendarData *data);

G_END_DECLS

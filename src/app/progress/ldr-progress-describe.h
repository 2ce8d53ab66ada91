/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/progress/ldr-progress-chart.h"

G_BEGIN_DECLS

/* What the place Progress says and where it leads to, computed by pure functions; widgets only apply it. */

const char *ldr_progress_describe_kind (LdrPeriodKind kind);
char *ldr_progress_describe_period (const LdrPeriod *period);
const char *ldr_progress_get_icon (LdrProgressKind kind);

/**
 * LdrProgressBeside:
 * @LDR_PROGRESS_BESIDE_BEFORE: as long a period, just before
 * @LDR_PROGRESS_BESIDE_YEAR_EARLIER: the same days of the year before
 * @LDR_PROGRESS_BESIDE_OWN: from a day to a day
 *
 * With what a period is compared.
 */
typedef enum
{
  LDR_PROGRESS_BESIDE_BEFORE,
  LDR_PROGRESS_BESIDE_YEAR_EARLIER,
  LDR_PROGRESS_BESIDE_OWN,
} LdrProgressBeside;

#define LDR_N_PROGRESS_BESIDES 3

gboolean ldr_progress_find_beside (const LdrPeriod *period, LdrProgressBeside which, LdrPeriod *beside);

/**
 * LdrProgressWay:
 * @action: the action of the window that goes there
 * @target: (nullable): its parameter
 *
 * Where one gets from a point of a chart.
 */
typedef struct
{
  const char *action;
  char *target;
} LdrProgressWay;

gboolean ldr_progress_find_way (
    LdrProgressKind kind, const LdrProgress *progress, int first_day, int last_day, LdrProgressWay *way);

G_END_DECLS

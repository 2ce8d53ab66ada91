/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/ldr-chart.h"
#include "model/ldr-period.h"
#include "store/ldr-store-progress.h"

G_BEGIN_DECLS

/**
 * LdrProgressKind:
 * @LDR_PROGRESS_GOALS: the check-ins of goals with a scaling question, or of so many times a week
 * @LDR_PROGRESS_PROFILE: the profile of styles now, earlier and as observers see it
 * @LDR_PROGRESS_STYLES: the styles that entries name
 * @LDR_PROGRESS_PITFALLS: the pitfalls that entries name
 * @LDR_PROGRESS_ENERGY: the energy that entries name
 * @LDR_PROGRESS_DAYS: the days with entries
 * @LDR_PROGRESS_SESSIONS: coaching sessions
 * @LDR_PROGRESS_ACTIONS: what was agreed, and what came of it
 * @LDR_PROGRESS_FIGURES: the check-ins of key figures
 * @LDR_N_PROGRESS_KINDS: how many there are
 *
 * What a chart of progress is about, in the order of the page.
 */
typedef enum
{
  LDR_PROGRESS_GOALS,
  LDR_PROGRESS_PROFILE,
  LDR_PROGRESS_STYLES,
  LDR_PROGRESS_PITFALLS,
  LDR_PROGRESS_ENERGY,
  LDR_PROGRESS_DAYS,
  LDR_PROGRESS_SESSIONS,
  LDR_PROGRESS_ACTIONS,
  LDR_PROGRESS_FIGURES,
  LDR_N_PROGRESS_KINDS,
} LdrProgressKind;

const char *ldr_progress_kind_get_id (LdrProgressKind kind);
gboolean ldr_progress_kind_parse (const char *id, LdrProgressKind *kind, GError **error);
const char *ldr_progress_kind_get_title (LdrProgressKind kind);

#define LDR_TYPE_PROGRESS_CHART (ldr_progress_chart_get_type ())

/**
 * LdrProgressChart:
 * @kind: what it is about
 * @title: what it is called
 * @sentence: what it shows, in a sentence or two; without a chart, what will appear here
 * @chart: (nullable): the chart, or %NULL when there is nothing to show in the period
 * @first_step: (nullable): without a chart, what a button says for what to do first
 * @first_action: (nullable): the detailed action of the window that does it, such as "win.show-place::goals", as
 *   gtk_actionable_set_detailed_action_name() takes it
 *
 * A chart of what a journal holds on a period, with its words. Refcounted, never changed.
 */
typedef struct
{
  LdrProgressKind kind;
  char *title;
  char *sentence;
  LdrChart *chart;
  char *first_step;
  char *first_action;
} LdrProgressChart;

GType ldr_progress_chart_get_type (void) G_GNUC_CONST;
LdrProgressChart *ldr_progress_chart_new (LdrProgressKind kind,
                                          const LdrProgress *progress,
                                          const LdrPeriod *period,
                                          const LdrPeriod *beside);
LdrProgressChart *ldr_progress_chart_ref (LdrProgressChart *self);
void ldr_progress_chart_unref (LdrProgressChart *self);
GPtrArray *ldr_progress_chart_list (const LdrProgress *progress, const LdrPeriod *period, const LdrPeriod *beside);

char *ldr_progress_list_query (LdrProgressKind kind, const LdrProgress *progress, int first_day, int last_day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrProgressChart, ldr_progress_chart_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-export-document.h"
#include "model/ldr-action.h"
#include "model/ldr-goal.h"
#include "report/progress/ldr-progress-chart.h"

G_BEGIN_DECLS

/**
 * LdrExportRun:
 * @store: the journal
 * @choice: what goes out
 * @flags: whether private notes do
 * @today: the day on which it does
 * @period: the days of which it does
 * @with_years: whether dates in it need a year to be told apart
 * @writer: takes the blocks, as they are written in the journal
 * @pseudonyms: (nullable): what stands for names in charts, which are drawings once they are made
 * @progress: (nullable): what charts are made from, names replaced, as it was on the last day
 * @part: the part that is being written
 * @day: the day of what is being written, or 0
 * @n_blocks: how many blocks there were
 * @report: (nullable): told how much is written
 * @data: for @report
 * @from: how much was written before this part
 * @to: how much will be written after it
 *
 * A document in the making.
 */
typedef struct
{
  LdrStore *store;
  const LdrExportChoice *choice;
  LdrExportFlags flags;
  int today;
  LdrPeriod period;
  gboolean with_years;
  LdrDocumentWriter *writer;
  LdrPseudonyms *pseudonyms;
  LdrProgress *progress;
  LdrExportParts part;
  int day;
  guint n_blocks;
  LdrExportProgressFunc report;
  gpointer data;
  double from;
  double to;
} LdrExportRun;

gboolean ldr_export_run_init (LdrExportRun *self,
                              LdrStore *store,
                              const LdrExportChoice *choice,
                              LdrExportFlags flags,
                              int today,
                              GError **error);
void ldr_export_run_clear (LdrExportRun *self);
gboolean ldr_export_run_write (LdrExportRun *self, GCancellable *cancellable, GError **error);
const LdrProgress *ldr_export_run_get_progress (LdrExportRun *self, GError **error);
LdrPeriod ldr_export_run_get_chart_period (const LdrExportRun *self);
void ldr_export_run_report (LdrExportRun *self, guint done, guint of);

/* The parts, each with its heading; one in which there is nothing is left out. */
gboolean ldr_export_write_sessions (LdrExportRun *self, GError **error);
gboolean ldr_export_write_actions (LdrExportRun *self, GError **error);
gboolean ldr_export_write_entries (LdrExportRun *self, GError **error);
gboolean ldr_export_write_goals (LdrExportRun *self, GError **error);
gboolean ldr_export_write_charts (LdrExportRun *self, GError **error);
gboolean ldr_export_write_profiles (LdrExportRun *self, GError **error);

/* What parts are made of. */
gboolean ldr_export_push (LdrExportRun *self, LdrDocumentBlock *block, GError **error);
gboolean ldr_export_push_heading (LdrExportRun *self, int level, const char *text, GError **error);
gboolean ldr_export_push_line (LdrExportRun *self, const char *text, GError **error);
gboolean ldr_export_push_facts (LdrExportRun *self, GPtrArray *facts, GError **error);
gboolean ldr_export_push_check (LdrExportRun *self, gboolean done, const char *text, GError **error);
gboolean ldr_export_push_text (LdrExportRun *self, int level, const char *heading, const char *text, GError **error);
gboolean ldr_export_push_rows (LdrExportRun *self, LdrDocumentTable **table, gboolean is_end, GError **error);
gboolean ldr_export_push_action (LdrExportRun *self, const LdrAction *action, GError **error);
gboolean ldr_export_push_chart (LdrExportRun *self, const LdrProgressChart *chart, gboolean with_title, GError **error);
LdrDocumentTable *ldr_export_action_table_new (void);
void ldr_export_add_action_row (LdrExportRun *self, LdrDocumentTable *table, const LdrAction *action);
gboolean ldr_export_wants_tables (const LdrExportRun *self);
gboolean ldr_export_shows_session (const LdrExportRun *self, LdrSessionState state, int day, gboolean has_notes);
gboolean ldr_export_shows_action (const LdrExportRun *self, const LdrAction *action);
gboolean ldr_export_shows_goal (const LdrExportRun *self, const LdrGoal *goal);
int ldr_export_get_last_day (const LdrExportRun *self);
LdrAction *ldr_export_action_then (const LdrExportRun *self, LdrAction *action);
LdrGoal *ldr_export_goal_then (const LdrExportRun *self, LdrGoal *goal);
char *ldr_export_dup_day (const LdrExportRun *self, int day);
char *ldr_export_dup_plain (const char *commonmark);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-export-private.h"

#include <glib/gi18n.h>

/* The charts of Progress, each with its sentence. */

/* What other parts of the same document show already. */
static gboolean
is_elsewhere (const LdrExportRun *self, LdrProgressKind kind)
{
  switch (kind)
    {
    case LDR_PROGRESS_GOALS:
    case LDR_PROGRESS_FIGURES:
      return (self->choice->parts & LDR_EXPORT_GOALS) != 0 && !ldr_export_wants_tables (self);
    case LDR_PROGRESS_PROFILE:
      return (self->choice->parts & LDR_EXPORT_PROFILES) != 0;
    case LDR_PROGRESS_STYLES:
    case LDR_PROGRESS_PITFALLS:
    case LDR_PROGRESS_ENERGY:
    case LDR_PROGRESS_DAYS:
    case LDR_PROGRESS_SESSIONS:
    case LDR_PROGRESS_ACTIONS:
    case LDR_N_PROGRESS_KINDS:
      break;
    }
  return FALSE;
}

/**
 * ldr_export_write_charts:
 * @self: a document in the making
 * @error: what the journal or the writer says
 *
 * Adds a chart of each kind that has something to show in the period.
 *
 * Returns: whether to go on
 */
gboolean
ldr_export_write_charts (LdrExportRun *self, GError **error)
{
  const LdrProgress *progress = ldr_export_run_get_progress (self, error);
  gboolean has_heading = FALSE;
  LdrPeriod period;

  if (progress == NULL)
    return FALSE;
  period = ldr_export_run_get_chart_period (self);
  for (guint i = 0; i < LDR_N_PROGRESS_KINDS; i++)
    {
      g_autoptr (LdrProgressChart) chart = NULL;

      if (is_elsewhere (self, (LdrProgressKind) i))
        continue;
      chart = ldr_progress_chart_new ((LdrProgressKind) i, progress, &period, NULL);
      if (chart->chart == NULL)
        continue;
      if (!has_heading && !ldr_export_push_heading (self, 1, _ ("Progress"), error))
        return FALSE;
      has_heading = TRUE;
      if (!ldr_export_push_heading (self, 2, chart->title, error) || !ldr_export_push_chart (self, chart, FALSE, error))
        return FALSE;
      ldr_export_run_report (self, i, LDR_N_PROGRESS_KINDS);
    }
  return TRUE;
}

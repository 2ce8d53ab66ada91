/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-export-private.h"

#include <glib/gi18n.h>

#include "chart/ldr-chart-ticks.h"
#include "content/ldr-questionnaire.h"
#include "content/ldr-style-text.h"
#include "model/ldr-score.h"

/* Which styles come naturally, and how much the pitfalls show. Observers are counted, never named. */

/**
 * Exposures:
 * @day: the day of the leader's last answers up to the end of the period; 0 for none
 * @own: what they say
 * @n_others: how many observers answered up to then
 * @others: what the last answers of each say, on average
 */
typedef struct
{
  int day;
  LdrPitfallExposure own;
  int n_others;
  LdrPitfallExposure others;
} Exposures;

/* The newest are heard first, so that the last answers of each count. */
static void
find_exposures (const LdrExportRun *self, const LdrProgress *progress, Exposures *found)
{
  gsize n_facts;
  g_autofree LdrItemFacts *facts
      = ldr_questionnaire_dup_facts (ldr_questionnaire_find (LDR_QUESTIONNAIRE_PITFALL_SIGNS), &n_facts);
  g_autoptr (GHashTable) heard = g_hash_table_new (g_str_hash, g_str_equal);

  *found = (Exposures) { 0 };
  for (guint i = progress->exposures->len; i-- > 0;)
    {
      const LdrAssessment *it = g_ptr_array_index (progress->exposures, i);
      LdrPitfallExposure exposure;

      if (it->day > self->period.last_day || !ldr_score_pitfalls (it, facts, n_facts, &exposure, NULL)
          || !g_hash_table_add (heard, it->observer))
        continue;
      if (it->observer[0] == '\0')
        {
          found->own = exposure;
          found->day = it->day;
          continue;
        }
      found->n_others++;
      for (guint k = 0; k < LDR_N_STYLES; k++)
        found->others.mean[k] += (exposure.mean[k] - found->others.mean[k]) / found->n_others;
    }
}

static char *
name_observers (int n)
{
  return g_strdup_printf (ngettext ("%d observer", "%d observers", (gulong) n), n);
}

static LdrDocumentTable *
exposure_table_new (const LdrExportRun *self, const Exposures *found)
{
  static const LdrDocumentAlign aligns[] = { LDR_DOCUMENT_START, LDR_DOCUMENT_END, LDR_DOCUMENT_END };
  g_autofree char *own = found->day != 0 ? ldr_export_dup_day (self, found->day) : NULL;
  g_autofree char *others = found->n_others > 0 ? name_observers (found->n_others) : NULL;
  const char *heads[] = { C_ ("column", "Pitfall"), own != NULL ? own : others, own != NULL ? others : NULL, NULL };
  LdrDocumentTable *table = ldr_document_table_new (
      _ ("How much each pitfall shows, from 1 (hardly ever) to 5 (nearly always)"), heads, aligns);

  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      g_autofree char *own_value = own != NULL ? ldr_chart_format_value (found->own.mean[i], 1) : NULL;
      g_autofree char *others_value = others != NULL ? ldr_chart_format_value (found->others.mean[i], 1) : NULL;
      const char *cells[] = { ldr_style_get_pitfall_name ((LdrStyle) i), own != NULL ? own_value : others_value,
                              own != NULL ? others_value : NULL, NULL };

      ldr_document_table_add_row (table, cells);
    }
  return table;
}

static gboolean
push_exposure (LdrExportRun *self, const LdrProgress *progress, GError **error)
{
  Exposures found;

  find_exposures (self, progress, &found);
  if (found.day == 0 && found.n_others == 0)
    return TRUE;
  return ldr_export_push_heading (self, 1, C_ ("heading", "Pitfalls"), error)
         && ldr_export_push (self, ldr_document_table_block_new (exposure_table_new (self, &found)), error);
}

static gboolean
push_profile (LdrExportRun *self, const LdrProgress *progress, GError **error)
{
  LdrPeriod period = ldr_export_run_get_chart_period (self);
  g_autoptr (LdrProgressChart) chart = ldr_progress_chart_new (LDR_PROGRESS_PROFILE, progress, &period, NULL);

  if (chart->chart == NULL)
    return TRUE;
  return ldr_export_push_heading (self, 1, chart->title, error) && ldr_export_push_chart (self, chart, FALSE, error)
         && (ldr_export_wants_tables (self)
             || ldr_export_push (self, ldr_document_table_block_new (ldr_document_table_of_chart (chart->chart)),
                                 error));
}

/**
 * ldr_export_write_profiles:
 * @self: a document in the making
 * @error: what the journal or the writer says
 *
 * Adds the style profile and the pitfalls as they were at the end of the period, with what observers answered.
 *
 * Returns: whether to go on
 */
gboolean
ldr_export_write_profiles (LdrExportRun *self, GError **error)
{
  const LdrProgress *progress = ldr_export_run_get_progress (self, error);

  return progress != NULL && push_profile (self, progress, error) && push_exposure (self, progress, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-export-private.h"

#include <glib/gi18n.h>

#include "model/ldr-check-in.h"
#include "model/ldr-moment.h"
#include "report/ldr-coaching-words.h"

/* Goals in their order, each with its steps, its course as a chart and its check-ins. */

/**
 * ldr_export_shows_goal:
 * @self: a document in the making
 * @goal: a goal
 *
 * Returns: whether it is in the document: somebody worked on it in the period, so it had begun, and had not ended
 * before
 */
gboolean
ldr_export_shows_goal (const LdrExportRun *self, const LdrGoal *goal)
{
  gboolean ended = goal->state == LDR_GOAL_ACHIEVED || goal->state == LDR_GOAL_LET_GO;

  return goal->first_day <= self->period.last_day && (!ended || goal->state_day >= self->period.first_day);
}

static gboolean
push_facts (LdrExportRun *self, const LdrGoal *goal, GError **error)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (facts, g_strdup (ldr_words_get_goal_kind (goal->kind)));
  g_ptr_array_add (facts, g_strdup (ldr_words_get_goal_topic (goal)));
  g_ptr_array_add (facts,
                   g_strdup (ldr_words_get_goal_state (ldr_goal_get_state (goal, ldr_export_get_last_day (self)))));
  g_ptr_array_add (facts, ldr_words_describe_period (goal, C_ ("date", "%-e %B %Y")));
  g_ptr_array_add (facts, ldr_words_describe_measure (ldr_goal_get_measure (goal)));
  return ldr_export_push_facts (self, facts, error);
}

static gboolean
push_steps (LdrExportRun *self, const LdrGoal *goal, GError **error)
{
  if (goal->steps->len > 0 && !ldr_export_push_heading (self, 3, _ ("Steps"), error))
    return FALSE;
  for (guint i = 0; i < goal->steps->len; i++)
    {
      const LdrGoalStep *step = ldr_goal_get_step (goal, i);

      if (!ldr_export_push_check (self, step->done != 0, step->text, error))
        return FALSE;
    }
  return TRUE;
}

/* What the goal said and measured before it said what stands above it. */
static gboolean
push_earlier (LdrExportRun *self, const LdrGoal *goal, GError **error)
{
  if (goal->versions->len > 1 && !ldr_export_push_heading (self, 3, _ ("What it was before"), error))
    return FALSE;
  for (guint i = 0; i + 1 < goal->versions->len; i++)
    {
      const LdrGoalVersion *version = g_ptr_array_index (goal->versions, i);
      const LdrGoalVersion *next = g_ptr_array_index (goal->versions, i + 1);
      g_autofree char *measure = ldr_words_describe_measure (version->measure);
      g_autofree char *date = ldr_export_dup_day (self, next->since);
      g_autofree char *until = g_strdup_printf (_ ("until %s"), date);
      g_autofree char *line = g_strjoin (" · ", version->statement, measure, until, NULL);

      if (!ldr_export_push_line (self, line, error))
        return FALSE;
    }
  return TRUE;
}

/* The chart of this goal alone. */
static gboolean
push_chart (LdrExportRun *self, const LdrProgress *progress, LdrProgressGoal *goal, GError **error)
{
  static const LdrProgressKind kinds[] = { LDR_PROGRESS_GOALS, LDR_PROGRESS_FIGURES };
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  LdrProgress narrow = *progress;
  LdrPeriod period = ldr_export_run_get_chart_period (self);

  g_ptr_array_add (one, goal);
  narrow.goals = one;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (LdrProgressChart) chart = ldr_progress_chart_new (kinds[i], &narrow, &period, NULL);

      if (!ldr_export_push_chart (self, chart, FALSE, error))
        return FALSE;
    }
  return TRUE;
}

static void
add_check_in (LdrExportRun *self, LdrDocumentTable *table, const LdrGoal *goal, const LdrCheckIn *check_in)
{
  const LdrGoalVersion *version = ldr_goal_find_version (goal, check_in->version);
  g_autofree char *day
      = ldr_export_wants_tables (self) ? ldr_day_to_iso8601 (check_in->day) : ldr_export_dup_day (self, check_in->day);
  g_autofree char *value = ldr_check_in_is_skipped (check_in)
                               ? g_strdup (C_ ("check-in", "skipped"))
                               : ldr_measure_format_value (version->measure, check_in->value);
  g_autofree char *note = ldr_export_dup_plain (check_in->note);
  const char *cells[] = { day, value, note, NULL };

  ldr_document_table_add_row (table, cells);
}

static gboolean
push_check_ins (LdrExportRun *self, const LdrGoal *goal, GError **error)
{
  static const LdrDocumentAlign aligns[] = { LDR_DOCUMENT_START, LDR_DOCUMENT_END, LDR_DOCUMENT_START };
  const char *heads[] = { C_ ("column", "Check-in"), C_ ("column", "Value"), C_ ("column", "Note"), NULL };
  g_autoptr (GPtrArray) check_ins = ldr_store_list_check_ins (self->store, goal->id, error);
  g_autoptr (LdrDocumentTable) table = NULL;

  if (check_ins == NULL)
    return FALSE;
  /* Where there are only tables, no heading tells whose they are. */
  table = ldr_document_table_new (ldr_export_wants_tables (self) ? ldr_goal_get_statement (goal) : _ ("Check-ins"),
                                  heads, aligns);
  for (guint i = 0; i < check_ins->len; i++)
    {
      const LdrCheckIn *check_in = g_ptr_array_index (check_ins, i);

      if (ldr_period_contains (&self->period, check_in->day))
        add_check_in (self, table, goal, check_in);
    }
  if (table->rows->len == 0)
    return TRUE;
  return ldr_export_push (self, ldr_document_table_block_new (g_steal_pointer (&table)), error);
}

/* The chart is made from the goal with its names replaced; all else goes through the writer, which replaces them. */
static gboolean
push_goal (LdrExportRun *self, const LdrProgress *progress, LdrProgressGoal *it, GError **error)
{
  g_autoptr (LdrGoal) now = ldr_store_get_goal (self->store, it->goal->id, error);
  g_autoptr (LdrGoal) goal = now != NULL ? ldr_export_goal_then (self, now) : NULL;

  if (goal == NULL)
    return FALSE;
  self->day = goal->first_day;
  ldr_document_writer_about (self->writer, LDR_SUBJECT_GOAL, goal->id);
  return ldr_export_push_heading (self, 2, ldr_goal_get_statement (goal), error) && push_facts (self, goal, error)
         && ldr_export_push_text (self, 3, _ ("Why"), goal->why, error)
         && ldr_export_push_text (self, 3, _ ("I will know it works when"), goal->success, error)
         && ldr_export_push_text (self, 3, _ ("Experiment"), goal->hypothesis, error) && push_steps (self, goal, error)
         && push_earlier (self, goal, error)
         && (ldr_export_wants_tables (self) || push_chart (self, progress, it, error))
         && push_check_ins (self, goal, error)
         && ldr_export_push_text (self, 3, _ ("What was learned"), goal->learned, error);
}

/**
 * ldr_export_write_goals:
 * @self: a document in the making
 * @error: what the journal or the writer says
 *
 * Adds the goals that somebody worked on in the period, as they were on its last day, with their check-ins of it.
 *
 * Returns: whether to go on
 */
gboolean
ldr_export_write_goals (LdrExportRun *self, GError **error)
{
  const LdrProgress *progress = ldr_export_run_get_progress (self, error);
  gboolean has_heading = FALSE;

  if (progress == NULL)
    return FALSE;
  for (guint i = 0; i < progress->goals->len; i++)
    {
      LdrProgressGoal *it = g_ptr_array_index (progress->goals, i);

      if (!ldr_export_shows_goal (self, it->goal))
        continue;
      if (!has_heading && !ldr_export_push_heading (self, 1, C_ ("heading", "Goals"), error))
        return FALSE;
      has_heading = TRUE;
      if (!push_goal (self, progress, it, error))
        return FALSE;
      ldr_export_run_report (self, i, progress->goals->len);
    }
  return TRUE;
}

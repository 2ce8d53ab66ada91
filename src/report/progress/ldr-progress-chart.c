/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-progress-private.h"

#include <glib/gi18n.h>
#include "ldr-progress-words.h"
#include "report/ldr-report-error.h"

typedef struct
{
  const char *id;
  const char *title;
  void (*make) (const LdrProgressView *view, LdrProgressChart *self);
} Kind;

/* The ids are those of the command line and of what is remembered: they never change. */
static const Kind kinds[LDR_N_PROGRESS_KINDS] = {
  [LDR_PROGRESS_GOALS] = { "goals", N_ ("Goals"), ldr_progress_make_goals },
  [LDR_PROGRESS_PROFILE] = { "profile", N_ ("Style profile"), ldr_progress_make_profile },
  [LDR_PROGRESS_STYLES] = { "styles", N_ ("Styles in entries"), ldr_progress_make_styles },
  [LDR_PROGRESS_PITFALLS] = { "pitfalls", N_ ("Pitfalls noticed"), ldr_progress_make_pitfalls },
  [LDR_PROGRESS_ENERGY] = { "energy", N_ ("Energy"), ldr_progress_make_energy },
  [LDR_PROGRESS_DAYS] = { "days", N_ ("Days with an entry"), ldr_progress_make_days },
  [LDR_PROGRESS_SESSIONS] = { "sessions", N_ ("Coaching sessions"), ldr_progress_make_sessions },
  [LDR_PROGRESS_ACTIONS] = { "actions", N_ ("Agreed actions"), ldr_progress_make_actions },
  [LDR_PROGRESS_FIGURES] = { "figures", N_ ("Key figures"), ldr_progress_make_figures },
};

G_DEFINE_BOXED_TYPE (LdrProgressChart, ldr_progress_chart, ldr_progress_chart_ref, ldr_progress_chart_unref)

/**
 * ldr_progress_kind_get_id:
 * @kind: a kind
 *
 * Returns: (transfer none): its name for the command line and for what is remembered
 */
const char *
ldr_progress_kind_get_id (LdrProgressKind kind)
{
  g_return_val_if_fail (kind < LDR_N_PROGRESS_KINDS, "");

  return kinds[kind].id;
}

/**
 * ldr_progress_kind_parse:
 * @id: what somebody wrote
 * @kind: (out): the kind
 * @error: return location for an error of %LDR_REPORT_ERROR, whose message lists the kinds
 *
 * Returns: whether @id is one
 */
gboolean
ldr_progress_kind_parse (const char *id, LdrProgressKind *kind, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < LDR_N_PROGRESS_KINDS; i++)
    {
      if (g_str_equal (id, kinds[i].id))
        {
          *kind = (LdrProgressKind) i;
          return TRUE;
        }
      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", kinds[i].id);
    }
  g_set_error (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID, _ ("There is no chart “%s”. There are: %s."), id,
               known->str);
  return FALSE;
}

/**
 * ldr_progress_kind_get_title:
 * @kind: a kind
 *
 * Returns: (transfer none): what its chart is called
 */
const char *
ldr_progress_kind_get_title (LdrProgressKind kind)
{
  g_return_val_if_fail (kind < LDR_N_PROGRESS_KINDS, "");

  return _ (kinds[kind].title);
}

const LdrProgressDay *
ldr_progress_view_get_day (const LdrProgressView *self, guint index)
{
  return &g_array_index (self->progress->days, LdrProgressDay, self->first_of_days + index);
}

/**
 * ldr_progress_view_init:
 * @self: (out caller-allocates): what a chart is made from
 * @progress: what the journal holds
 * @period: the days that are shown
 * @beside: (nullable): the days of a chart that stands beside it
 */
void
ldr_progress_view_init (LdrProgressView *self,
                        const LdrProgress *progress,
                        const LdrPeriod *period,
                        const LdrPeriod *beside)
{
  *self = (LdrProgressView) { .progress = progress, .period = period, .beside = beside };
  ldr_progress_find_days (progress, period, &self->first_of_days, &self->n_days);
}

/**
 * ldr_progress_day_has_pitfalls:
 * @day: the entries of a day
 *
 * Returns: whether a pitfall was noticed in any of them
 */
gboolean
ldr_progress_day_has_pitfalls (const LdrProgressDay *day)
{
  for (guint i = 0; i < LDR_N_STYLES; i++)
    if (day->pitfalls[i] > 0)
      return TRUE;
  return FALSE;
}

/**
 * ldr_progress_get_highest_beside:
 * @view: what a chart is made from
 * @make: makes its columns
 *
 * Returns: how high the columns of the chart beside it are, or 0 if there is none
 */
double
ldr_progress_get_highest_beside (const LdrProgressView *view, LdrProgressColumnsFunc make)
{
  g_autoptr (LdrColumnsData) data = NULL;
  LdrProgressView beside;

  if (view->beside == NULL)
    return 0;
  ldr_progress_view_init (&beside, view->progress, view->beside, NULL);
  data = make (&beside, "", "");
  return ldr_columns_data_get_highest (data);
}

/**
 * ldr_progress_find_last:
 * @progress: what the journal holds
 * @has: whether a day has what is looked for
 *
 * Returns: the last day that has it, or 0
 */
int
ldr_progress_find_last (const LdrProgress *progress, gboolean (*has) (const LdrProgressDay *day))
{
  for (guint i = progress->days->len; i-- > 0;)
    if (has (&g_array_index (progress->days, LdrProgressDay, i)))
      return g_array_index (progress->days, LdrProgressDay, i).day;
  return 0;
}

/**
 * ldr_progress_chart_set_empty:
 * @self: a chart in the making
 * @sentence: what will appear here
 * @first_step: (nullable): what a button says for what to do first
 * @first_action: (nullable): the detailed action that does it
 *
 * Says what to do where there is nothing to show.
 */
void
ldr_progress_chart_set_empty (LdrProgressChart *self,
                              const char *sentence,
                              const char *first_step,
                              const char *first_action)
{
  self->sentence = g_strdup (sentence);
  self->first_step = g_strdup (first_step);
  self->first_action = g_strdup (first_action);
}

/**
 * ldr_progress_chart_set_empty_since:
 * @self: a chart in the making
 * @last_day: the last day outside the period that has something to show
 * @today: today's civil day
 * @format: a sentence with that day in it, as "%s"
 *
 * Says when there was something to show, where there is nothing in the period.
 */
void
ldr_progress_chart_set_empty_since (LdrProgressChart *self, int last_day, int today, const char *format)
{
  g_autofree char *day = ldr_progress_words_day (last_day, today);

  self->sentence = g_strdup_printf (format, day);
}

/**
 * ldr_progress_chart_new:
 * @kind: what it is to be about
 * @progress: what the journal holds
 * @period: the days to show
 * @beside: (nullable): the days of a chart of the same kind that stands beside it: the axis of values covers both
 *
 * Returns: (transfer full): the chart with its words, or the words alone where there is nothing to show
 */
LdrProgressChart *
ldr_progress_chart_new (LdrProgressKind kind,
                        const LdrProgress *progress,
                        const LdrPeriod *period,
                        const LdrPeriod *beside)
{
  LdrProgressView view;
  LdrProgressChart *self;

  g_return_val_if_fail (kind < LDR_N_PROGRESS_KINDS, NULL);

  ldr_progress_view_init (&view, progress, period, beside);
  self = g_atomic_rc_box_new0 (LdrProgressChart);
  self->kind = kind;
  self->title = g_strdup (ldr_progress_kind_get_title (kind));
  kinds[kind].make (&view, self);
  return self;
}

LdrProgressChart *
ldr_progress_chart_ref (LdrProgressChart *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
chart_clear (gpointer data)
{
  LdrProgressChart *self = data;

  g_free (self->title);
  g_free (self->sentence);
  g_clear_pointer (&self->chart, ldr_chart_unref);
  g_free (self->first_step);
  g_free (self->first_action);
}

void
ldr_progress_chart_unref (LdrProgressChart *self)
{
  g_atomic_rc_box_release_full (self, chart_clear);
}

/**
 * ldr_progress_chart_list:
 * @progress: what the journal holds
 * @period: the days to show
 * @beside: (nullable): the days of the charts that stand beside them
 *
 * Returns: (transfer full) (element-type LdrProgressChart): a chart of each kind, in the order of the page
 */
GPtrArray *
ldr_progress_chart_list (const LdrProgress *progress, const LdrPeriod *period, const LdrPeriod *beside)
{
  GPtrArray *charts = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_progress_chart_unref);

  for (guint i = 0; i < LDR_N_PROGRESS_KINDS; i++)
    g_ptr_array_add (charts, ldr_progress_chart_new ((LdrProgressKind) i, progress, period, beside));
  return charts;
}

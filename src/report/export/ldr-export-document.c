/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-export-private.h"

#include <glib/gi18n.h>

#include "model/ldr-moment.h"

typedef struct
{
  LdrExportParts part;
  gboolean (*write) (LdrExportRun *run, GError **error);
} Part;

/* In the order of the document. */
static const Part parts[] = {
  { LDR_EXPORT_SESSIONS, ldr_export_write_sessions }, { LDR_EXPORT_ACTIONS, ldr_export_write_actions },
  { LDR_EXPORT_GOALS, ldr_export_write_goals },       { LDR_EXPORT_CHARTS, ldr_export_write_charts },
  { LDR_EXPORT_PROFILES, ldr_export_write_profiles }, { LDR_EXPORT_ENTRIES, ldr_export_write_entries },
};

/* --- What the document is --------------------------------------------------------------------------------------------
 */

static gboolean
has_all_entries (const LdrExportChoice *choice)
{
  return (choice->parts & LDR_EXPORT_ENTRIES) != 0 && choice->entries == LDR_EXPORT_EVERY;
}

/**
 * ldr_export_document_dup_title:
 * @choice: what goes out
 * @info: whose journal it is
 *
 * Returns: (transfer full): the title of the document, with the leader's name in it
 */
char *
ldr_export_document_dup_title (const LdrExportChoice *choice, const LdrJournalInfo *info)
{
  gboolean named = info->leader[0] != '\0';

  if (has_all_entries (choice))
    return named ? g_strdup_printf (_ ("Journal of %s"), info->leader) : g_strdup (_ ("Journal"));
  if ((choice->parts & LDR_EXPORT_SESSIONS) != 0)
    /* Translators: the title of a document; %s is a name */
    return named ? g_strdup_printf (_ ("Coaching sessions with %s"), info->leader) : g_strdup (_ ("Coaching sessions"));
  if ((choice->parts & (LDR_EXPORT_GOALS | LDR_EXPORT_CHARTS | LDR_EXPORT_PROFILES)) != 0)
    return named ? g_strdup_printf (_ ("Progress of %s"), info->leader) : g_strdup (_ ("Progress"));
  if ((choice->parts & LDR_EXPORT_ACTIONS) != 0)
    /* Translators: the title of a document; %s is a name */
    return named ? g_strdup_printf (_ ("Action list of %s"), info->leader) : g_strdup (_ ("Action list"));
  return named ? g_strdup_printf (_ ("Journal of %s"), info->leader) : g_strdup (_ ("Journal"));
}

/* A coach's name is not in the journal. */
static LdrDocumentMeta *
make_meta (const LdrExportRun *self)
{
  const LdrJournalInfo *info = ldr_store_get_info (self->store);
  g_autofree char *title = ldr_export_document_dup_title (self->choice, info);
  /* Translators: the language of this translation, as "nl" or "pt-BR" */
  LdrDocumentMeta *meta = ldr_document_meta_new (title, C_ ("language tag", "en-GB"));

  meta->subject = ldr_export_describe_period (&self->period);
  meta->author = info->role == LDR_ROLE_LEADER ? g_strdup (info->leader) : NULL;
  meta->for_whom = g_strdup (self->choice->for_whom);
  meta->header = g_strdup (title);
  return meta;
}

/* --- A document in the making ----------------------------------------------------------------------------------------
 */

/**
 * ldr_export_run_init:
 * @self: (out caller-allocates): a document in the making, without a writer yet
 * @store: a journal
 * @choice: what goes out
 * @flags: whether private notes do
 * @today: on which day
 * @error: what the journal says
 *
 * Returns: whether it can begin
 */
gboolean
ldr_export_run_init (
    LdrExportRun *self, LdrStore *store, const LdrExportChoice *choice, LdrExportFlags flags, int today, GError **error)
{
  g_autofree char *first_year = NULL, *last_year = NULL;

  *self = (LdrExportRun) { .store = store, .choice = choice, .flags = flags, .today = today };
  if (!ldr_export_find_period (store, choice, today, &self->period, error))
    return FALSE;
  first_year = ldr_day_format (self->period.first_day, "%Y");
  last_year = ldr_day_format (self->period.last_day, "%Y");
  self->with_years = !g_str_equal (first_year, last_year);
  return TRUE;
}

void
ldr_export_run_clear (LdrExportRun *self)
{
  g_clear_pointer (&self->progress, ldr_progress_unref);
}

static void
replace (char **text, LdrPseudonyms *pseudonyms)
{
  char *replaced = ldr_pseudonyms_apply (pseudonyms, *text);

  g_free (*text);
  *text = replaced;
}

static void
replace_in_goal (LdrGoal *goal, LdrPseudonyms *pseudonyms)
{
  for (guint i = 0; i < goal->versions->len; i++)
    {
      LdrGoalVersion *version = g_ptr_array_index (goal->versions, i);

      replace (&version->statement, pseudonyms);
      replace (&version->measure->unit, pseudonyms);
    }
}

/* Of all that charts are made from only goals hold words of their own, and a state. The journal keeps what it gives
 * out, and others have it too: it is not changed. */
static LdrProgress *
make_fit (const LdrExportRun *self, const LdrProgress *progress)
{
  g_autoptr (GPtrArray) goals = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_goal_unref);

  for (guint i = 0; i < progress->goals->len; i++)
    {
      LdrProgressGoal *it = g_ptr_array_index (progress->goals, i);
      g_autoptr (LdrGoal) then = ldr_export_goal_then (self, it->goal);
      g_autoptr (LdrGoal) goal = self->pseudonyms != NULL ? ldr_goal_copy (then) : ldr_goal_ref (then);

      if (self->pseudonyms != NULL)
        replace_in_goal (goal, self->pseudonyms);
      g_ptr_array_add (goals, g_steal_pointer (&goal));
    }
  return ldr_progress_with_goals (progress, goals);
}

/**
 * ldr_export_run_get_progress:
 * @self: a document in the making
 * @error: what the journal says
 *
 * Returns: (transfer none) (nullable): what charts are made from, names replaced, goals as they were on the last day
 */
const LdrProgress *
ldr_export_run_get_progress (LdrExportRun *self, GError **error)
{
  g_autoptr (LdrProgress) progress = NULL;

  if (self->progress != NULL)
    return self->progress;
  progress = ldr_store_get_progress (self->store, self->today, error);
  if (progress != NULL)
    self->progress = make_fit (self, progress);
  return self->progress;
}

/**
 * ldr_export_run_get_chart_period:
 * @self: a document in the making that has read what charts are made from
 *
 * Returns: the days that charts show: of days that somebody chose, those of which the journal can know something
 */
LdrPeriod
ldr_export_run_get_chart_period (const LdrExportRun *self)
{
  LdrPeriod period = self->period;
  int oldest_day = self->progress->oldest_day;

  if (self->choice->period.kind != LDR_PERIOD_OWN)
    return period;
  if (oldest_day != 0 && oldest_day <= period.last_day)
    period.first_day = MAX (period.first_day, oldest_day);
  if (self->today >= period.first_day)
    period.last_day = MIN (period.last_day, self->today);
  return period;
}

static guint
count_parts (const LdrExportChoice *choice)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    n += (choice->parts & parts[i].part) != 0 ? 1 : 0;
  return MAX (n, 1);
}

static gboolean
write_parts (LdrExportRun *self, GError **error)
{
  double step = 1.0 / count_parts (self->choice);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if ((self->choice->parts & parts[i].part) == 0)
        continue;
      self->part = parts[i].part;
      self->to = self->from + step;
      ldr_document_writer_about (self->writer, LDR_SUBJECT_DOCUMENT, "");
      if (!parts[i].write (self, error))
        return FALSE;
      self->day = 0;
      self->from = self->to;
      ldr_export_run_report (self, 0, 1);
    }
  self->part = 0;
  return self->n_blocks > 0 || ldr_export_push_line (self, _ ("There is nothing of this in these days."), error);
}

/**
 * ldr_export_run_write:
 * @self: a document in the making, with its writer
 * @cancellable: (nullable): stops it
 * @error: what the journal or the writer says
 *
 * Returns: whether the whole document was taken
 */
gboolean
ldr_export_run_write (LdrExportRun *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (LdrDocumentMeta) meta = make_meta (self);

  return ldr_document_writer_begin (self->writer, meta, cancellable, error) && write_parts (self, error)
         && ldr_document_writer_end (self->writer, error);
}

/* --- Names are replaced on the way to a writer that somebody else has ------------------------------------------------
 */

static gboolean
pass_begin (gpointer data, const LdrDocumentMeta *meta, GCancellable *cancellable, GError **error)
{
  return ldr_document_writer_begin (data, meta, cancellable, error);
}

static gboolean
pass_take (gpointer data, LdrDocumentBlock *block, GError **error)
{
  return ldr_document_writer_take (data, block, error);
}

static gboolean
pass_end (gpointer data, GError **error)
{
  return ldr_document_writer_end (data, error);
}

static void
pass_about (gpointer data, LdrSubject subject, const char *id)
{
  ldr_document_writer_about (data, subject, id);
}

static void
pass_free (gpointer data)
{
}

static const LdrDocumentWriterClass pass_class = { pass_begin, pass_take, pass_end, pass_free, .about = pass_about };

/**
 * ldr_export_document_write:
 * @store: a journal
 * @choice: what goes out; nothing outside its period does
 * @flags: whether private notes do, this once
 * @today: on which day
 * @pseudonyms: (nullable): what stands for names, in all that is written
 * @writer: (transfer none): a new writer; it still has to be freed
 * @progress: (nullable) (scope call): told how much is written
 * @data: for @progress
 * @cancellable: (nullable): stops it
 * @error: what the journal or the writer says; the writer then leaves nothing
 *
 * Writes what was chosen as one document, with what belongs before and behind it. Of the entries only one at a time is
 * held.
 *
 * Returns: whether the whole document is written
 */
gboolean
ldr_export_document_write (LdrStore *store,
                           const LdrExportChoice *choice,
                           LdrExportFlags flags,
                           int today,
                           LdrPseudonyms *pseudonyms,
                           LdrDocumentWriter *writer,
                           LdrExportProgressFunc progress,
                           gpointer data,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (LdrDocumentWriter) replacing = NULL;
  LdrExportRun run;
  gboolean fine;

  g_return_val_if_fail (store != NULL && choice != NULL && writer != NULL, FALSE);

  if (!ldr_export_run_init (&run, store, choice, flags, today, error))
    return FALSE;
  if (pseudonyms != NULL)
    replacing = ldr_pseudonym_writer_new (ldr_document_writer_new (&pass_class, writer), pseudonyms);
  run.writer = replacing != NULL ? replacing : writer;
  run.pseudonyms = pseudonyms;
  run.report = progress;
  run.data = data;
  fine = ldr_export_run_write (&run, cancellable, error);
  ldr_export_run_clear (&run);
  return fine;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-export-private.h"

#include <glib/gi18n.h>

#include "model/ldr-moment.h"
#include "model/ldr-picture.h"
#include "report/document/ldr-document-commonmark.h"
#include "report/document/ldr-document-runs.h"
#include "report/ldr-coaching-words.h"
#include "report/progress/ldr-progress-words.h"
#include "store/ldr-store-entries.h"

/* What the parts of a document are made of. */

/* Between blocks one is told so often how far it is. */
#define BLOCKS_BETWEEN 64

/* So many rows of a table are written at once. */
#define ROWS_AT_ONCE 100

/* What stands between facts on one line. */
#define BETWEEN_FACTS " · "

/**
 * ldr_export_push:
 * @self: a document in the making
 * @block: (transfer full): what comes next
 * @error: return location for an error
 *
 * Returns: whether to go on
 */
gboolean
ldr_export_push (LdrExportRun *self, LdrDocumentBlock *block, GError **error)
{
  self->n_blocks++;
  return ldr_document_writer_push (self->writer, block, error);
}

/**
 * ldr_export_run_report:
 * @self: a document in the making
 * @done: how much of the part is written
 * @of: how much there is in it
 */
void
ldr_export_run_report (LdrExportRun *self, guint done, guint of)
{
  if (self->report != NULL && (done % BLOCKS_BETWEEN == 0 || done == of))
    self->report (self->from + (self->to - self->from) * MIN (done, of) / MAX (of, 1), self->data);
}

gboolean
ldr_export_push_heading (LdrExportRun *self, int level, const char *text, GError **error)
{
  g_autoptr (GPtrArray) runs = ldr_document_runs_new (text, 0);

  return ldr_export_push (self, ldr_document_heading_new (level, NULL, runs), error);
}

/**
 * ldr_export_push_line:
 * @self: a document in the making
 * @text: a paragraph as it is
 * @error: return location for an error
 *
 * Returns: whether to go on
 */
gboolean
ldr_export_push_line (LdrExportRun *self, const char *text, GError **error)
{
  g_autoptr (GPtrArray) runs = ldr_document_runs_new (text, 0);

  return ldr_export_push (self, ldr_document_paragraph_new (runs), error);
}

/**
 * ldr_export_push_facts:
 * @self: a document in the making
 * @facts: (element-type utf8): short facts, without those that are empty
 * @error: return location for an error
 *
 * Adds one line of them, which stays with what follows; nothing if there are none.
 *
 * Returns: whether to go on
 */
gboolean
ldr_export_push_facts (LdrExportRun *self, GPtrArray *facts, GError **error)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GPtrArray) runs = NULL;

  for (guint i = 0; i < facts->len; i++)
    {
      const char *fact = g_ptr_array_index (facts, i);

      if (fact != NULL && *fact != '\0')
        g_string_append_printf (line, "%s%s", line->len > 0 ? BETWEEN_FACTS : "", fact);
    }
  if (line->len == 0)
    return TRUE;
  runs = ldr_document_runs_new (line->str, LDR_RUN_ITALIC);
  return ldr_export_push (self, ldr_document_lead_new (runs), error);
}

gboolean
ldr_export_push_check (LdrExportRun *self, gboolean done, const char *text, GError **error)
{
  g_autoptr (GPtrArray) runs = ldr_document_runs_new (text, 0);

  return ldr_export_push (self, ldr_document_item_new (done ? LDR_DOCUMENT_DONE : LDR_DOCUMENT_OPEN, 0, 0, runs),
                          error);
}

/**
 * ldr_export_push_rows:
 * @self: a document in the making
 * @table: (inout) (transfer full): a table; what is to come goes into another one
 * @is_end: whether nothing is to come
 * @error: return location for an error
 *
 * Adds the rows that there are once they are many, so that a table of the whole journal is never held.
 *
 * Returns: whether to go on
 */
gboolean
ldr_export_push_rows (LdrExportRun *self, LdrDocumentTable **table, gboolean is_end, GError **error)
{
  LdrDocumentTable *full = *table;

  if (full->rows->len == 0 || (!is_end && full->rows->len < ROWS_AT_ONCE))
    return TRUE;
  *table = ldr_document_table_new_next (full);
  return ldr_export_push (self, ldr_document_table_block_new (full), error);
}

/* --- Texts ----------------------------------------------------------------------------------------------------------
 */

static GBytes *
get_picture (const char *id, char **media_type, gpointer data)
{
  const LdrExportRun *self = data;
  g_autoptr (LdrPicture) picture = ldr_store_get_picture (self->store, id, NULL);

  if (picture == NULL)
    return NULL;
  *media_type = g_strdup (picture->media_type);
  return g_bytes_ref (picture->bytes);
}

/**
 * ldr_export_push_text:
 * @self: a document in the making
 * @level: the level of the heading that the text stands under
 * @heading: (nullable): a heading of that level that is to be added
 * @text: CommonMark; with nothing in it nothing is added
 * @error: return location for an error
 *
 * Returns: whether to go on
 */
gboolean
ldr_export_push_text (LdrExportRun *self, int level, const char *heading, const char *text, GError **error)
{
  if (text == NULL || *text == '\0')
    return TRUE;
  self->n_blocks++;
  return (heading == NULL || ldr_export_push_heading (self, level, heading, error))
         && ldr_document_push_commonmark (self->writer, text, level, get_picture, self, error);
}

/**
 * ldr_export_dup_plain:
 * @commonmark: a text
 *
 * Returns: (transfer full): its words, for a cell of a table
 */
char *
ldr_export_dup_plain (const char *commonmark)
{
  g_autofree char *valid = g_utf8_make_valid (commonmark, -1);
  g_autoptr (LdrRichText) rich = ldr_rich_text_read (valid);
  GPtrArray *blocks = ldr_rich_text_get_blocks (rich);
  GString *plain = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      g_autofree char *text = ldr_block_dup_text (g_ptr_array_index (blocks, i));
      g_auto (GStrv) parts = g_strsplit (text, LDR_OBJECT, -1);
      g_autofree char *words = g_strjoinv ("", parts);

      if (*words != '\0')
        g_string_append_printf (plain, "%s%s", plain->len > 0 ? LDR_LINE_BREAK : "", words);
    }
  return g_string_free_and_steal (plain);
}

/**
 * ldr_export_dup_day:
 * @self: a document in the making
 * @day: a civil day
 *
 * Returns: (transfer full): the date, with the year only where the line below the title does not tell it
 */
char *
ldr_export_dup_day (const LdrExportRun *self, int day)
{
  return self->with_years ? ldr_day_format (day, C_ ("day of another year", "%-e %B %Y"))
                          : ldr_progress_words_day (day, self->period.last_day);
}

/* --- What was agreed ------------------------------------------------------------------------------------------------
 */

/**
 * ldr_export_push_action:
 * @self: a document in the making
 * @action: what was agreed
 * @error: return location for an error
 *
 * Adds an item of a check list: what, and behind it who by when.
 *
 * Returns: whether to go on
 */
gboolean
ldr_export_push_action (LdrExportRun *self, const LdrAction *action, GError **error)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_null_terminated (3, g_free, TRUE);
  g_autofree char *said = NULL, *text = NULL;

  g_ptr_array_add (facts, g_strdup (ldr_words_get_owner (action, ldr_store_get_info (self->store))));
  if (action->due != 0 && action->state == LDR_ACTION_OPEN)
    g_ptr_array_add (facts, ldr_export_dup_day (self, action->due));
  if (action->state == LDR_ACTION_DROPPED)
    g_ptr_array_add (facts, g_strdup (ldr_words_get_action_state (action->state)));
  said = g_strjoinv (", ", (char **) facts->pdata);
  /* Translators: what was agreed; in brackets who does it and by when, such as "Call back (Noor, 24 November)" */
  text = g_strdup_printf (C_ ("agreed", "%s (%s)"), action->text, said);
  ldr_document_writer_about (self->writer, LDR_SUBJECT_ACTION, action->id);
  return ldr_export_push_check (self, action->state == LDR_ACTION_DONE, text, error);
}

/* Whether the document goes where only tables do. */
gboolean
ldr_export_wants_tables (const LdrExportRun *self)
{
  return self->choice->format == LDR_EXPORT_CSV;
}

LdrDocumentTable *
ldr_export_action_table_new (void)
{
  const char *heads[] = { C_ ("column", "Agreed"), C_ ("column", "Who"),   C_ ("column", "By"),
                          C_ ("column", "State"),  C_ ("column", "Since"), NULL };

  return ldr_document_table_new (_ ("Agreed actions"), heads, NULL);
}

/**
 * ldr_export_add_action_row:
 * @self: a document in the making
 * @table: a table of ldr_export_action_table_new()
 * @action: what was agreed
 */
void
ldr_export_add_action_row (LdrExportRun *self, LdrDocumentTable *table, const LdrAction *action)
{
  g_autofree char *due = action->due != 0 ? ldr_day_to_iso8601 (action->due) : g_strdup ("");
  g_autofree char *since = action->state_day != 0 ? ldr_day_to_iso8601 (action->state_day) : g_strdup ("");
  const char *cells[] = { action->text, ldr_words_get_owner (action, ldr_store_get_info (self->store)),
                          due,          ldr_words_get_action_state (action->state),
                          since,        NULL };

  ldr_document_table_add_row (table, cells);
}

/* --- Charts ---------------------------------------------------------------------------------------------------------
 */

/**
 * ldr_export_push_chart:
 * @self: a document in the making
 * @chart: a chart, made from what ldr_export_run_get_progress() gives; without a drawing nothing is added
 * @with_title: whether no heading says what it is
 * @error: return location for an error
 *
 * Returns: whether to go on
 */
gboolean
ldr_export_push_chart (LdrExportRun *self, const LdrProgressChart *chart, gboolean with_title, GError **error)
{
  if (chart->chart == NULL)
    return TRUE;
  return ldr_export_push (
      self, ldr_document_chart_new (chart->chart, with_title ? chart->title : NULL, chart->sentence), error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-describe.h"

#include <glib/gi18n.h>
#include "content/ldr-style-text.h"
#include "model/ldr-moment.h"
#include "model/ldr-retention.h"
#include "store/ldr-store-error.h"

static char *
format_day (int day, const char *format)
{
  g_autoptr (GDateTime) noon = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) MAX (day, 1));
  noon = g_date_time_new_utc (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 12, 0, 0);

  return g_date_time_format (noon, format);
}

/**
 * ldr_day_describe_month:
 * @day: a civil day
 *
 * Names the month that heads a section of the list, such as "November 2026".
 *
 * Returns: (transfer full): the month with its year
 */
char *
ldr_day_describe_month (int day)
{
  /* Translators: a month and its year as a heading, as g_date_time_format() writes it */
  return format_day (day, C_ ("month heading", "%OB %Y"));
}

/**
 * ldr_hits_strip:
 * @marked: text with each hit between U+E000 and U+E001
 * @attributes: (out) (nullable): the hits as bold runs, or %NULL if there is none
 *
 * Turns the store's markers into attributes, so that a hit is bold whatever stands in the text.
 *
 * Returns: (transfer full): the text without markers
 */
char *
ldr_hits_strip (const char *marked, PangoAttrList **attributes)
{
  GString *plain = g_string_new (NULL);
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();
  gboolean any = FALSE;
  gboolean inside = FALSE;
  guint start = 0;

  for (const char *p = marked; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == LDR_HIT_START)
        {
          inside = TRUE;
          start = plain->len;
        }
      else if (c == LDR_HIT_END && inside)
        {
          PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_HEAVY);
          PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

          bold->start_index = line->start_index = start;
          bold->end_index = line->end_index = plain->len;
          pango_attr_list_insert (list, bold);
          pango_attr_list_insert (list, line);
          inside = FALSE;
          any = TRUE;
        }
      else if (c != LDR_HIT_END)
        g_string_append_len (plain, p, g_utf8_next_char (p) - p);
    }
  *attributes = any ? g_steal_pointer (&list) : NULL;

  return g_string_free_and_steal (plain);
}

static void
append_part (GString *sentence, const char *part)
{
  if (sentence->len > 0)
    g_string_append (sentence, ", ");
  g_string_append (sentence, part);
}

static char *
describe_row_aloud (const LdrSummary *summary, const char *title)
{
  g_autoptr (GString) sentence = g_string_new (title);
  /* Translators: a full date as a screen reader says it, as g_date_time_format() writes it */
  g_autofree char *date = format_day (summary->day, _ ("%A %-e %B %Y"));

  append_part (sentence, date);
  for (guint style = 0; style < LDR_N_STYLES; style++)
    if (summary->styles & LDR_STYLE_BIT (style))
      append_part (sentence, ldr_style_get_name (style));
  for (guint style = 0; style < LDR_N_STYLES; style++)
    if (summary->pitfalls & LDR_STYLE_BIT (style))
      {
        /* Translators: %s is the name of a management style whose pitfall was noticed */
        g_autofree char *pitfall = g_strdup_printf (_ ("pitfall: %s"), ldr_style_get_name (style));

        append_part (sentence, pitfall);
      }
  if (summary->to_discuss)
    append_part (sentence, _ ("to discuss"));
  if (summary->has_pictures)
    append_part (sentence, _ ("with pictures"));

  return g_string_free_and_steal (g_steal_pointer (&sentence));
}

/**
 * ldr_row_describe:
 * @summary: an entry's summary
 *
 * Computes what a row of the list shows.
 *
 * Returns: (transfer full): the row
 */
LdrRowDescription *
ldr_row_describe (const LdrSummary *summary)
{
  LdrRowDescription *self = g_new0 (LdrRowDescription, 1);

  self->untitled = summary->title == NULL || summary->title[0] == '\0';
  if (self->untitled)
    self->title = g_strdup (_ ("Untitled"));
  else
    self->title = ldr_hits_strip (summary->title, &self->title_attributes);
  self->excerpt = ldr_hits_strip (summary->excerpt != NULL ? summary->excerpt : "", &self->excerpt_attributes);
  /* Translators: a day in a list under the heading of its month and year, as g_date_time_format() writes it */
  self->date = format_day (summary->day, C_ ("day in a list", "%-e %b"));
  self->accessible = describe_row_aloud (summary, self->title);

  return self;
}

/**
 * ldr_row_description_free:
 * @self: (transfer full): a row
 *
 * Frees it.
 */
void
ldr_row_description_free (LdrRowDescription *self)
{
  g_free (self->title);
  g_clear_pointer (&self->title_attributes, pango_attr_list_unref);
  g_free (self->excerpt);
  g_clear_pointer (&self->excerpt_attributes, pango_attr_list_unref);
  g_free (self->date);
  g_free (self->accessible);
  g_free (self);
}

static char *
describe_date (const LdrEntry *entry, gint64 now)
{
  g_autoptr (GDateTime) happened = ldr_moment_to_local (entry->happened);
  g_autoptr (GDateTime) today = ldr_moment_to_local (now);

  if (g_date_time_get_year (happened) == g_date_time_get_year (today))
    /* Translators: a date of this year with the time, as g_date_time_format() writes it */
    return g_date_time_format (happened, _ ("%A %-e %B, %H:%M"));

  /* Translators: a date of another year with the time, as g_date_time_format() writes it */
  return g_date_time_format (happened, _ ("%A %-e %B %Y, %H:%M"));
}

static char *
describe_deleted (gint64 deleted, gint64 now)
{
  int days = ldr_retention_get_trash_days (deleted, now);

  if (days == 0)
    return g_strdup (_ ("In the trash. It will be deleted for good soon."));

  return g_strdup_printf (ngettext ("In the trash. It will be deleted for good in %d day.",
                                    "In the trash. It will be deleted for good in %d days.", days),
                          days);
}

/**
 * ldr_entry_header_describe:
 * @entry: an entry
 * @words: how many words its text has
 * @now: the present moment
 *
 * Computes what stands around the text of an entry.
 *
 * Returns: (transfer full): the header
 */
LdrEntryHeader *
ldr_entry_header_describe (const LdrEntry *entry, int words, gint64 now)
{
  LdrEntryHeader *self = g_new0 (LdrEntryHeader, 1);

  self->date = describe_date (entry, now);
  self->words = g_strdup_printf (ngettext ("%d word", "%d words", words), words);
  if (entry->deleted != 0)
    self->deleted = describe_deleted (entry->deleted, now);

  return self;
}

/**
 * ldr_entry_header_free:
 * @self: (transfer full): a header
 *
 * Frees it.
 */
void
ldr_entry_header_free (LdrEntryHeader *self)
{
  g_free (self->date);
  g_free (self->words);
  g_free (self->deleted);
  g_free (self);
}

static const char *
describe_problem (const GError *error)
{
  if (error == NULL || error->domain != LDR_STORE_ERROR)
    return _ ("Not saved. Your text is still here. Try again, or save a copy elsewhere.");

  switch ((LdrStoreError) error->code)
    {
    case LDR_STORE_ERROR_FULL:
      return _ ("Not saved: the disk is full. Your text is still here. Free some space, or save a copy elsewhere.");
    case LDR_STORE_ERROR_READ_ONLY:
      return _ ("Not saved: the journal cannot be written to. Your text is still here. Allow writing to its folder, "
                "or save a copy elsewhere.");
    case LDR_STORE_ERROR_GONE:
      return _ ("Not saved: the journal’s file was moved or replaced. Your text is still here. Put the file back, or "
                "save a copy elsewhere.");
    case LDR_STORE_ERROR_IO:
      return _ ("Not saved: the disk does not respond as it should. Your text is still here. Save a copy elsewhere.");
    case LDR_STORE_ERROR_CONFLICT:
      return _ ("Not saved: this entry was changed from elsewhere meanwhile. Your text is still here. Choose which "
                "one to keep.");
    case LDR_STORE_ERROR_NOT_FOUND:
      return _ ("Not saved: this entry was deleted from elsewhere. Your text is still here. Save a copy elsewhere.");
    case LDR_STORE_ERROR_DAMAGED:
      return _ ("Not saved: the journal’s file is damaged. Your text is still here. Save a copy elsewhere, then go "
                "back to a backup.");
    case LDR_STORE_ERROR_FAILED:
    case LDR_STORE_ERROR_PASSPHRASE:
    case LDR_STORE_ERROR_NOT_A_JOURNAL:
    case LDR_STORE_ERROR_NEWER:
    case LDR_STORE_ERROR_BUSY:
    case LDR_STORE_ERROR_NO_MEMORY:
    case LDR_STORE_ERROR_EXISTS:
      break;
    }

  return _ ("Not saved. Your text is still here. Try again, or save a copy elsewhere.");
}

/**
 * ldr_save_describe:
 * @state: how far the text is from being safe
 * @error: (nullable): why the last save failed
 *
 * Computes what the header bar and the banner say about saving.
 *
 * Returns: (transfer full): the description
 */
LdrSaveDescription *
ldr_save_describe (LdrSaveState state, const GError *error)
{
  LdrSaveDescription *self = g_new0 (LdrSaveDescription, 1);

  switch (state)
    {
    case LDR_SAVE_STATE_NEW:
      self->label = "";
      break;
    case LDR_SAVE_STATE_SAVED:
      self->label = _ ("Saved");
      break;
    case LDR_SAVE_STATE_SAVING:
      self->label = _ ("Saving…");
      break;
    case LDR_SAVE_STATE_FAILED:
      self->label = _ ("Not saved");
      self->problem = g_strdup (describe_problem (error));
      self->conflict = g_error_matches (error, LDR_STORE_ERROR, LDR_STORE_ERROR_CONFLICT);
      break;
    }

  return self;
}

/**
 * ldr_save_description_free:
 * @self: (transfer full): a description
 *
 * Frees it.
 */
void
ldr_save_description_free (LdrSaveDescription *self)
{
  g_free (self->problem);
  g_free (self);
}

static void
describe_empty_list (LdrListDescription *self, LdrJournalScope scope, gboolean narrowed)
{
  if (narrowed)
    {
      self->empty_icon = "edit-find-symbolic";
      self->empty_title = _ ("Nothing found");
      self->empty_text = _ ("Try another word, or look with fewer filters.");
      self->offer_clear = TRUE;
      return;
    }
  switch (scope)
    {
    case LDR_JOURNAL_SCOPE_ALL:
      self->empty_icon = "document-edit-symbolic";
      self->empty_title = _ ("Nothing yet");
      self->empty_text = _ ("The first one can be a single line.");
      self->offer_new = TRUE;
      break;
    case LDR_JOURNAL_SCOPE_TO_DISCUSS:
      self->empty_icon = "leidraad-discuss-symbolic";
      self->empty_title = _ ("Nothing to discuss");
      self->empty_text = _ ("Mark an entry “To discuss” and it waits here for the next conversation.");
      break;
    case LDR_JOURNAL_SCOPE_TRASH:
      self->empty_icon = "user-trash-symbolic";
      self->empty_title = _ ("The trash is empty");
      self->empty_text = _ ("What you delete stays here for 30 days, in case you miss it.");
      break;
    }
}

/**
 * ldr_list_describe:
 * @scope: which entries the page lists
 * @tag: (nullable): a tag that narrows them as a place of its own
 * @narrowed: whether search or filters narrow them
 * @loaded: whether the beginning of the list is there
 * @complete: whether the whole list is there
 * @n_items: how many entries are there
 *
 * Computes the title, the count and the empty page of the list.
 *
 * Returns: (transfer full): the description
 */
LdrListDescription *
ldr_list_describe (
    LdrJournalScope scope, const char *tag, gboolean narrowed, gboolean loaded, gboolean complete, guint n_items)
{
  LdrListDescription *self = g_new0 (LdrListDescription, 1);

  switch (scope)
    {
    case LDR_JOURNAL_SCOPE_ALL:
      self->title = tag != NULL ? g_strconcat ("#", tag, NULL) : g_strdup (_ ("Journal"));
      break;
    case LDR_JOURNAL_SCOPE_TO_DISCUSS:
      self->title = g_strdup (_ ("To discuss"));
      break;
    case LDR_JOURNAL_SCOPE_TRASH:
      self->title = g_strdup (_ ("Trash"));
      break;
    }
  if (loaded && complete && n_items > 0)
    self->count = narrowed ? g_strdup_printf (ngettext ("%'u found", "%'u found", n_items), n_items)
                           : g_strdup_printf (ngettext ("%'u entry", "%'u entries", n_items), n_items);
  if (loaded && n_items == 0)
    describe_empty_list (self, scope, narrowed || tag != NULL);

  return self;
}

/**
 * ldr_list_description_free:
 * @self: (transfer full): a description
 *
 * Frees it.
 */
void
ldr_list_description_free (LdrListDescription *self)
{
  g_free (self->title);
  g_free (self->count);
  g_free (self);
}

/**
 * ldr_version_describe:
 * @saved: when a version was saved
 * @now: the present moment
 *
 * Names an earlier version by its time: the clock for today, the day with the clock otherwise.
 *
 * Returns: (transfer full): the name
 */
char *
ldr_version_describe (gint64 saved, gint64 now)
{
  g_autoptr (GDateTime) then = ldr_moment_to_local (saved);
  int days = ldr_day_from_moment (now) - ldr_day_from_moment (saved);

  if (days == 0)
    /* Translators: an earlier version of today, as g_date_time_format() writes it */
    return g_date_time_format (then, _ ("Today, %H:%M"));
  if (days == 1)
    /* Translators: an earlier version of yesterday, as g_date_time_format() writes it */
    return g_date_time_format (then, _ ("Yesterday, %H:%M"));

  /* Translators: an earlier version of another day, as g_date_time_format() writes it */
  return g_date_time_format (then, _ ("%-e %B %Y, %H:%M"));
}

/**
 * ldr_query_highlights:
 * @query: what the list was asked for
 *
 * The words and phrases to light up in the text of an entry that was opened from a search.
 *
 * Returns: (transfer full) (array zero-terminated=1): the words, maybe none
 */
char **
ldr_query_highlights (const LdrQuery *query)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  if (query->words != NULL)
    g_strv_builder_addv (words, (const char **) query->words);
  if (query->phrases != NULL)
    g_strv_builder_addv (words, (const char **) query->phrases);

  return g_strv_builder_end (words);
}

/**
 * ldr_query_narrow:
 * @query: a query that is not shared yet
 * @scope: which entries the page lists
 * @tag: (nullable): a tag that they must carry besides those of @query
 *
 * Keeps a query within the place that the page shows.
 */
void
ldr_query_narrow (LdrQuery *query, LdrJournalScope scope, const char *tag)
{
  if (scope == LDR_JOURNAL_SCOPE_TO_DISCUSS)
    query->to_discuss = TRUE;
  query->in_trash = scope == LDR_JOURNAL_SCOPE_TRASH;
  if (tag != NULL)
    {
      g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();

      g_strv_builder_addv (tags, (const char **) query->tags);
      g_strv_builder_add (tags, tag);
      g_strfreev (query->tags);
      query->tags = g_strv_builder_end (tags);
    }
}

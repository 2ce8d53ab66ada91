/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-export-private.h"

#include <glib/gi18n.h>

#include "content/ldr-style-text.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-entries.h"
#include "store/ldr-store-list.h"

/* Entries, the newest last, one at a time. */

typedef struct
{
  LdrExportRun *run;
  GHashTable *chosen;
  LdrDocumentTable *table;
  gboolean has_heading;
  guint n_seen;
  guint n_all;
} Walk;

static gboolean
is_wanted (const Walk *walk, const LdrEntry *entry)
{
  if (!ldr_period_contains (&walk->run->period, entry->day))
    return FALSE;
  switch (walk->run->choice->entries)
    {
    case LDR_EXPORT_TO_DISCUSS:
      return entry->to_discuss;
    case LDR_EXPORT_CHOSEN:
      return g_hash_table_contains (walk->chosen, entry->id);
    case LDR_EXPORT_EVERY:
      return TRUE;
    }
  return FALSE;
}

static char *
list_names (LdrStyleSet set, const char *(*get_name) (LdrStyle style))
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < LDR_N_STYLES; i++)
    if (set & LDR_STYLE_BIT (i))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", get_name ((LdrStyle) i));
  return g_string_free_and_steal (names);
}

static char *
list_tags (char **tags)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; tags[i] != NULL; i++)
    g_string_append_printf (list, "%s#%s", i > 0 ? " " : "", tags[i]);
  return g_string_free_and_steal (list);
}

static void
add_names (GPtrArray *facts, const char *label, LdrStyleSet set, const char *(*get_name) (LdrStyle style))
{
  g_autofree char *names = list_names (set, get_name);

  if (*names != '\0')
    g_ptr_array_add (facts, g_strdup_printf ("%s %s", label, names));
}

static gboolean
push_facts (LdrExportRun *run, const LdrEntry *entry, GError **error)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);

  if (entry->title[0] != '\0')
    g_ptr_array_add (facts, ldr_export_dup_day (run, entry->day));
  add_names (facts, _ ("Styles:"), entry->styles, ldr_style_get_name);
  add_names (facts, _ ("Pitfalls:"), entry->pitfalls, ldr_style_get_pitfall_name);
  if (entry->energy != LDR_ENERGY_UNKNOWN)
    g_ptr_array_add (facts, g_strdup_printf (_ ("Energy: %d of 5"), entry->energy));
  g_ptr_array_add (facts, list_tags (entry->tags));
  if (entry->to_discuss && run->choice->entries != LDR_EXPORT_TO_DISCUSS)
    g_ptr_array_add (facts, g_strdup (_ ("To discuss")));
  return ldr_export_push_facts (run, facts, error);
}

static gboolean
push_entry (Walk *walk, const LdrEntry *entry, GError **error)
{
  LdrExportRun *run = walk->run;
  g_autofree char *day = entry->title[0] == '\0' ? ldr_export_dup_day (run, entry->day) : NULL;

  if (!walk->has_heading
      && !ldr_export_push_heading (
          run, 1, run->choice->entries == LDR_EXPORT_TO_DISCUSS ? _ ("Entries to discuss") : _ ("Entries"), error))
    return FALSE;
  walk->has_heading = TRUE;
  ldr_document_writer_about (run->writer, LDR_SUBJECT_ENTRY, entry->id);
  return ldr_export_push_heading (run, 2, day != NULL ? day : entry->title, error) && push_facts (run, entry, error)
         && ldr_export_push_text (run, 2, NULL, entry->text, error);
}

/* --- As a table ------------------------------------------------------------------------------------------------------
 */

static LdrDocumentTable *
entry_table_new (void)
{
  const char *heads[]
      = { C_ ("column", "Date"),   C_ ("column", "Title"), C_ ("column", "Styles"), C_ ("column", "Pitfalls"),
          C_ ("column", "Energy"), C_ ("column", "Tags"),  C_ ("column", "Text"),   NULL };

  return ldr_document_table_new (_ ("Entries"), heads, NULL);
}

static void
add_row (LdrDocumentTable *table, const LdrEntry *entry)
{
  g_autofree char *day = ldr_day_to_iso8601 (entry->day);
  g_autofree char *styles = list_names (entry->styles, ldr_style_get_name);
  g_autofree char *pitfalls = list_names (entry->pitfalls, ldr_style_get_pitfall_name);
  g_autofree char *energy = entry->energy != LDR_ENERGY_UNKNOWN ? g_strdup_printf ("%d", entry->energy) : g_strdup ("");
  g_autofree char *tags = list_tags (entry->tags);
  g_autofree char *text = ldr_export_dup_plain (entry->text);
  const char *cells[] = { day, entry->title, styles, pitfalls, energy, tags, text, NULL };

  ldr_document_table_add_row (table, cells);
}

static gboolean
take_entry_cb (LdrEntry *entry, gpointer user_data, GError **error)
{
  Walk *walk = user_data;

  ldr_export_run_report (walk->run, walk->n_seen++, walk->n_all);
  if (!is_wanted (walk, entry))
    return TRUE;
  walk->run->day = entry->day;
  if (walk->table == NULL)
    return push_entry (walk, entry, error);
  add_row (walk->table, entry);
  return ldr_export_push_rows (walk->run, &walk->table, FALSE, error);
}

static GHashTable *
find_chosen (const LdrExportChoice *choice)
{
  GHashTable *chosen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; choice->entry_ids != NULL && choice->entry_ids[i] != NULL; i++)
    g_hash_table_add (chosen, choice->entry_ids[i]);
  return chosen;
}

/**
 * ldr_export_write_entries:
 * @self: a document in the making
 * @error: what the journal or the writer says
 *
 * Adds the entries of the period that are to be discussed, that were chosen, or all of them. Those in the trash stay
 * there.
 *
 * Returns: whether to go on
 */
gboolean
ldr_export_write_entries (LdrExportRun *self, GError **error)
{
  g_autoptr (LdrQuery) all = ldr_query_new ();
  g_autoptr (GHashTable) chosen = find_chosen (self->choice);
  Walk walk = { .run = self, .chosen = chosen };
  int n_all = ldr_store_count (self->store, all, error);
  gboolean fine;

  if (n_all < 0)
    return FALSE;
  walk.n_all = (guint) n_all;
  walk.table = ldr_export_wants_tables (self) ? entry_table_new () : NULL;
  fine = ldr_store_foreach_entry (self->store, FALSE, take_entry_cb, &walk, error)
         && (walk.table == NULL || ldr_export_push_rows (self, &walk.table, TRUE, error));
  g_clear_pointer (&walk.table, ldr_document_table_free);
  return fine;
}

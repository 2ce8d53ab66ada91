/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-cli-choice.h"

#include <glib/gi18n.h>

#include "ldr-cli.h"
#include "report/export/ldr-export-known.h"
#include "report/export/ldr-export-names.h"
#include "store/ldr-store-sessions.h"

/* The options by which a person at a terminal chooses what goes out. */

/**
 * ldr_cli_choice_init_options:
 * @self: nothing asked for yet; it has to outlive the reading of @options
 * @options: (out caller-allocates) (array fixed-size=9): room for LDR_CLI_N_CHOICE_OPTIONS
 *
 * Makes the options that say what goes out.
 */
void
ldr_cli_choice_init_options (LdrCliChoice *self, GOptionEntry *options)
{
  const GOptionEntry entries[LDR_CLI_N_CHOICE_OPTIONS] = {
    { "include", 0, 0, G_OPTION_ARG_FILENAME, &self->include,
      N_ ("sessions, actions, entries, goals, charts, profiles; all of them by default"), N_ ("PART,…") },
    { "entries", 0, 0, G_OPTION_ARG_FILENAME, &self->entries, N_ ("Which entries (all)"), "to-discuss|all" },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &self->from, N_ ("The first day"), N_ ("YYYY-MM-DD") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &self->to, N_ ("The last day"), N_ ("YYYY-MM-DD") },
    { "pseudonyms", 0, 0, G_OPTION_ARG_FILENAME, &self->pseudonyms, N_ ("What stands for names"), "initials|roles" },
    { "name", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->names, N_ ("Another name to replace; more than once"),
      N_ ("NAME") },
    { "for", 0, 0, G_OPTION_ARG_FILENAME, &self->for_whom, N_ ("For whom it is prepared"), N_ ("TEXT") },
    { "private", 0, 0, G_OPTION_ARG_NONE, &self->private_notes, N_ ("With the private notes of sessions, this once"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };

  memcpy (options, entries, sizeof entries);
}

void
ldr_cli_choice_clear (LdrCliChoice *self)
{
  g_free (self->include);
  g_free (self->entries);
  g_free (self->from);
  g_free (self->to);
  g_free (self->pseudonyms);
  g_strfreev (self->names);
  g_free (self->for_whom);
}

/**
 * ldr_cli_choice_is_made:
 * @self: what is asked for
 *
 * Returns: whether something of the journal is asked for, and not all of it as it is
 */
gboolean
ldr_cli_choice_is_made (const LdrCliChoice *self)
{
  return self->include != NULL || self->entries != NULL || self->from != NULL || self->to != NULL
         || self->pseudonyms != NULL || self->names != NULL || self->for_whom != NULL;
}

LdrExportFlags
ldr_cli_choice_get_flags (const LdrCliChoice *self)
{
  return self->private_notes ? LDR_EXPORT_PRIVATE_NOTES : LDR_EXPORT_DEFAULT;
}

static gboolean
read_parts (const LdrCliChoice *self, LdrExportChoice *choice, GError **error)
{
  g_auto (GStrv) names = self->include != NULL ? g_strsplit (self->include, ",", -1) : NULL;

  if (names != NULL)
    choice->parts = 0;
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      LdrExportParts part;

      if (!ldr_export_part_from_id (g_strstrip (names[i]), &part))
        return ldr_cli_usage (error, _ ("“%s” is no part of a journal. There are: %s."), names[i],
                              "sessions, actions, entries, goals, charts, profiles");
      choice->parts |= part;
    }
  return TRUE;
}

static gboolean
read_entries (const LdrCliChoice *self, LdrExportChoice *choice, GError **error)
{
  if (self->entries != NULL
      && (!ldr_export_entries_from_id (self->entries, &choice->entries) || choice->entries == LDR_EXPORT_CHOSEN))
    return ldr_cli_usage (error, _ ("Say which entries: --entries to-discuss or --entries all"));
  return TRUE;
}

static gboolean
read_names (const LdrCliChoice *self, LdrExportChoice *choice, GError **error)
{
  if (self->pseudonyms == NULL)
    return self->names == NULL || ldr_cli_usage (error, _ ("--name goes with --pseudonyms."));
  if (!ldr_export_names_from_id (self->pseudonyms, &choice->names) || choice->names == LDR_EXPORT_NAMES_SHOWN)
    return ldr_cli_usage (error, _ ("Say what stands for names: --pseudonyms initials or --pseudonyms roles"));
  return TRUE;
}

/* Of the days, one end may be left to the journal. */
static gboolean
read_days (const LdrCliChoice *self, LdrExportChoice *choice, GError **error)
{
  int first_day = 0, last_day = 0;

  if (!ldr_cli_parse_day (self->from, &first_day, error) || !ldr_cli_parse_day (self->to, &last_day, error))
    return FALSE;
  if (first_day != 0 && last_day != 0 && first_day > last_day)
    return ldr_cli_usage (error, _ ("The first day cannot be after the last."));
  choice->period.first_day = first_day;
  choice->period.last_day = last_day;
  return TRUE;
}

/**
 * ldr_cli_choice_read:
 * @self: what is asked for
 * @choice: all of a journal, to be narrowed down
 * @error: LDR_CLI_ERROR_USAGE
 *
 * All that can be said before the journal is opened.
 *
 * Returns: whether what is asked for makes sense
 */
gboolean
ldr_cli_choice_read (const LdrCliChoice *self, LdrExportChoice *choice, GError **error)
{
  if (self->for_whom != NULL && !ldr_cli_check_text (self->for_whom, "--for", error))
    return FALSE;
  if (self->names != NULL && !ldr_cli_check_texts (self->names, "--name", error))
    return FALSE;
  ldr_export_choice_set_for_whom (choice, self->for_whom != NULL ? self->for_whom : "");
  return read_parts (self, choice, error) && read_entries (self, choice, error) && read_names (self, choice, error)
         && read_days (self, choice, error) && ldr_export_choice_validate (choice, error);
}

/* The ends that were not said are those of the journal. */
static gboolean
settle_days (LdrStore *store, LdrExportChoice *choice, int today, GError **error)
{
  int first_day = choice->period.first_day, last_day = choice->period.last_day;
  LdrPeriod all;

  if (first_day == 0 && last_day == 0)
    return TRUE;
  if (!ldr_export_find_period (store, choice, today, &all, error))
    return FALSE;
  if (first_day == 0)
    first_day = MIN (all.first_day, last_day);
  if (last_day == 0)
    last_day = MAX (all.last_day, first_day);
  ldr_period_init_own (&choice->period, first_day, last_day);
  return TRUE;
}

/* --- Names -----------------------------------------------------------------------------------------------------------
 */

/* At a terminal nobody goes through a list; what only looks like a name is told, and stays. */
static void
tell_what_stays (GPtrArray *names)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      const LdrExportName *name = g_ptr_array_index (names, i);

      if (!name->replace)
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", name->name);
    }
  if (list->len > 0)
    g_printerr ("leidraadctl: %s %s\n", _ ("These may be names too and stayed; --name replaces one:"), list->str);
  g_printerr ("leidraadctl: %s\n", _ ("Not every name can be found. Read the document before it leaves."));
}

static gboolean
make_pseudonyms (LdrStore *store,
                 const LdrCliChoice *self,
                 const LdrExportChoice *choice,
                 LdrExportFlags flags,
                 int today,
                 LdrPseudonyms **pseudonyms,
                 GError **error)
{
  g_autoptr (GPtrArray) names = NULL;

  if (choice->names == LDR_EXPORT_NAMES_SHOWN)
    return TRUE;
  names = ldr_export_known_find_names (store, choice, flags, today, (const char *const *) self->names, NULL, error);
  if (names == NULL)
    return FALSE;
  *pseudonyms = ldr_export_names_make (names, choice->names);
  tell_what_stays (names);
  return TRUE;
}

/**
 * ldr_cli_choice_settle:
 * @self: what is asked for
 * @store: an open journal
 * @choice: what ldr_cli_choice_read() made of it
 * @today: the civil date of today
 * @pseudonyms: (out) (optional) (nullable): what stands for names
 * @error: what the journal says
 *
 * What only the journal knows: its own days where none were said, and the names in it. What only looks like a name is
 * told.
 *
 * Returns: whether it could be found out
 */
gboolean
ldr_cli_choice_settle (const LdrCliChoice *self,
                       LdrStore *store,
                       LdrExportChoice *choice,
                       int today,
                       LdrPseudonyms **pseudonyms,
                       GError **error)
{
  return settle_days (store, choice, today, error)
         && make_pseudonyms (store, self, choice, ldr_cli_choice_get_flags (self), today, pseudonyms, error);
}

/**
 * ldr_cli_choice_find_what_stays:
 * @self: what is asked for
 * @store: an open journal
 * @choice: what goes out
 * @found: (out): whether there are private notes that stay in the journal
 * @error: what the journal says
 *
 * Nobody is to find out later that a document is without them, and whoever cannot know has nothing written.
 *
 * Returns: whether it could be found out
 */
gboolean
ldr_cli_choice_find_what_stays (
    const LdrCliChoice *self, LdrStore *store, const LdrExportChoice *choice, gboolean *found, GError **error)
{
  *found = FALSE;
  if (self->private_notes || (choice->parts & LDR_EXPORT_SESSIONS) == 0)
    return TRUE;
  return ldr_store_has_private_notes (store, found, error);
}

void
ldr_cli_choice_tell_what_stays (gboolean found)
{
  if (found)
    g_printerr ("leidraadctl: %s\n", _ ("Private notes of sessions were left out; --private takes them along."));
}

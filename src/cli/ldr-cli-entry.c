/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands on one entry or a list of them. */

#include "ldr-cli.h"

#include <glib/gi18n.h>

#include "content/ldr-style-text.h"
#include "ldr-cli-fields.h"
#include "ldr-cli-passphrase.h"
#include "ldr-cli-store.h"
#include "model/ldr-moment.h"
#include "model/ldr-text.h"
#include "report/ldr-json-entry.h"
#include "store/ldr-store-entries.h"
#include "store/ldr-store-list.h"

#define PAGE 500

static gboolean
run_add (const LdrCliCommand *command, char **args, GError **error)
{
  const GOptionEntry *const groups[] = { ldr_cli_field_options, ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 1, error);
  g_autoptr (LdrEntry) entry = ldr_entry_new ();
  g_autoptr (LdrEntry) saved = NULL;
  g_autoptr (LdrStore) store = NULL;
  g_autofree char *text = NULL;

  if (words == NULL || !ldr_cli_apply_fields (entry, error))
    return FALSE;
  store = ldr_cli_open (words[0], error);
  text = store != NULL ? ldr_cli_read_text (error) : NULL;
  if (text == NULL)
    return FALSE;
  ldr_entry_set_text (entry, text);
  if (ldr_entry_is_empty (entry))
    return ldr_cli_usage (error, _ ("There is nothing to write: no text and no title."));
  saved = ldr_store_save_entry (store, entry, error);
  if (saved == NULL || !ldr_store_close (store, error))
    return FALSE;
  ldr_cli_print_format ("%s\n", saved->id);
  return TRUE;
}

static void
print_summary (LdrSummary *summary, gboolean json)
{
  g_autofree char *day = NULL;
  g_autofree char *name = NULL;

  if (json)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      ldr_json_append_summary (line, summary);
      ldr_cli_print (line->str);
      return;
    }
  day = ldr_day_to_iso8601 (summary->day);
  name = ldr_text_clean (summary->title[0] != '\0' ? summary->title : summary->excerpt, LDR_TEXT_LINE);
  ldr_cli_print_format ("%s  %s  %s\n", summary->id, day, name);
}

/* Page by page, so that a long list begins at once and takes no memory. */
static gboolean
print_list (LdrStore *store, LdrQuery *query, int limit, gboolean json, GError **error)
{
  gint64 before_key = G_MAXINT64;
  int printed = 0;

  if (json)
    ldr_cli_print ("[");
  while (limit == 0 || printed < limit)
    {
      int wanted = limit == 0 ? PAGE : MIN (PAGE, limit - printed);
      g_autoptr (GPtrArray) page = ldr_store_list_page (store, query, before_key, wanted, error);

      if (page == NULL)
        return FALSE;
      for (guint i = 0; i < page->len; i++, printed++)
        {
          LdrSummary *summary = page->pdata[i];

          if (json)
            ldr_cli_print (printed > 0 ? ",\n" : "\n");
          print_summary (summary, json);
          before_key = summary->key;
        }
      if ((int) page->len < wanted)
        break;
    }
  if (json)
    ldr_cli_print (printed > 0 ? "\n]\n" : "]\n");
  return TRUE;
}

static gboolean
run_list (const LdrCliCommand *command, char **args, GError **error)
{
  gboolean json = FALSE;
  const GOptionEntry options[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("As a JSON array"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[] = { ldr_cli_filter_options, options, ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 1, error);
  int limit = 0;
  g_autoptr (LdrQuery) query = words != NULL ? ldr_cli_get_filter (&limit, error) : NULL;
  g_autoptr (LdrStore) store = query != NULL ? ldr_cli_open (words[0], error) : NULL;

  return store != NULL && print_list (store, query, limit, json, error) && ldr_store_close (store, error);
}

static void
print_styles (const char *label, LdrStyleSet set, const char *(*get_name) (LdrStyle style))
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < LDR_N_STYLES; i++)
    if (set & LDR_STYLE_BIT (i))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", get_name ((LdrStyle) i));
  if (names->len > 0)
    ldr_cli_print_format ("%s %s\n", label, names->str);
}

static void
print_entry (LdrEntry *entry)
{
  g_autoptr (GDateTime) local = ldr_moment_to_local (entry->happened);
  /* Translators: the date and time of an entry, as g_date_time_format() takes it. */
  g_autofree char *happened = g_date_time_format (local, _ ("%A %-e %B %Y, %H:%M"));

  if (entry->title[0] != '\0')
    ldr_cli_print_format ("%s\n", entry->title);
  ldr_cli_print_format ("%s\n", happened);
  print_styles (_ ("Styles:"), entry->styles, ldr_style_get_name);
  print_styles (_ ("Pitfalls:"), entry->pitfalls, ldr_style_get_pitfall_name);
  if (entry->energy != LDR_ENERGY_UNKNOWN)
    {
      ldr_cli_print_format (_ ("Energy: %d of 5"), entry->energy);
      ldr_cli_print ("\n");
    }
  for (gsize i = 0; entry->tags[i] != NULL; i++)
    ldr_cli_print_format ("#%s%s", entry->tags[i], entry->tags[i + 1] != NULL ? " " : "\n");
  if (entry->to_discuss)
    ldr_cli_print_format ("%s\n", _ ("To discuss"));
  if (entry->deleted != 0)
    ldr_cli_print_format ("%s\n", _ ("In the trash"));
  if (entry->text[0] != '\0')
    ldr_cli_print_format ("\n%s\n", entry->text);
}

static gboolean
run_show (const LdrCliCommand *command, char **args, GError **error)
{
  gboolean json = FALSE;
  const GOptionEntry options[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("As a JSON object"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[] = { options, ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 2, error);
  g_autoptr (LdrStore) store = words != NULL ? ldr_cli_open (words[0], error) : NULL;
  g_autoptr (LdrEntry) entry = store != NULL ? ldr_store_get_entry (store, words[1], error) : NULL;

  if (entry == NULL)
    return FALSE;
  if (json)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      ldr_json_append_entry (line, entry, NULL, NULL);
      ldr_cli_print_format ("%s\n", line->str);
    }
  else
    print_entry (entry);
  return ldr_store_close (store, error);
}

static gboolean
run_edit (const LdrCliCommand *command, char **args, GError **error)
{
  gboolean with_text = FALSE;
  const GOptionEntry options[] = {
    { "text", 0, 0, G_OPTION_ARG_NONE, &with_text, N_ ("Take a new text from standard input"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[]
      = { ldr_cli_field_options, ldr_cli_change_options, options, ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 2, error);
  g_autoptr (LdrEntry) trial = ldr_entry_new ();
  g_autoptr (LdrStore) store = NULL;
  g_autoptr (LdrEntry) old = NULL;
  g_autoptr (LdrEntry) entry = NULL;
  g_autoptr (LdrEntry) saved = NULL;

  /* Options that make no sense are told of before anybody types a passphrase. */
  if (words == NULL || !ldr_cli_apply_fields (trial, error))
    return FALSE;
  store = ldr_cli_open (words[0], error);
  old = store != NULL ? ldr_store_get_entry (store, words[1], error) : NULL;
  if (old == NULL)
    return FALSE;
  entry = ldr_entry_copy (old);
  if (!ldr_cli_apply_fields (entry, error))
    return FALSE;
  if (with_text)
    {
      g_autofree char *text = ldr_cli_read_text (error);

      if (text == NULL)
        return FALSE;
      ldr_entry_set_text (entry, text);
    }
  if (ldr_entry_equal (old, entry))
    return ldr_store_close (store, error);
  saved = ldr_store_save_entry (store, entry, error);
  return saved != NULL && ldr_store_close (store, error);
}

static gboolean
run_delete (const LdrCliCommand *command, char **args, GError **error)
{
  gboolean forever = FALSE;
  gboolean undo = FALSE;
  const GOptionEntry options[] = {
    { "forever", 0, 0, G_OPTION_ARG_NONE, &forever, N_ ("Delete it with its earlier versions and pictures"), NULL },
    { "undo", 0, 0, G_OPTION_ARG_NONE, &undo, N_ ("Take it back out of the trash"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[] = { options, ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 2, error);
  g_autoptr (LdrStore) store = NULL;
  gboolean done;

  if (words == NULL)
    return FALSE;
  if (forever && undo)
    return ldr_cli_usage (error, _ ("--forever and --undo do not go together."));
  store = ldr_cli_open (words[0], error);
  if (store == NULL)
    return FALSE;
  if (forever)
    done = ldr_store_delete_entry (store, words[1], error);
  else if (undo)
    done = ldr_store_restore_entry (store, words[1], error);
  else
    done = ldr_store_trash_entry (store, words[1], error);
  return done && ldr_store_close (store, error);
}

const LdrCliCommand ldr_cli_entry_commands[] = {
  { "add", N_ ("FILE"), N_ ("Write an entry, its text from standard input, and print its id"), run_add },
  { "list", N_ ("FILE"), N_ ("List entries, newest first: id, day and title"), run_list },
  { "show", N_ ("FILE ID"), N_ ("Print an entry"), run_show },
  { "edit", N_ ("FILE ID"), N_ ("Change an entry; what no option names stays"), run_edit },
  { "delete", N_ ("FILE ID"), N_ ("Move an entry to the trash"), run_delete },
  { NULL },
};

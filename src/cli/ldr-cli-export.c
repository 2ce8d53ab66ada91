/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command by which things go out: the whole journal, or what was chosen of it. It takes no display. */

#include "ldr-cli.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <unistd.h>

#include "ldr-cli-passphrase.h"
#include "ldr-cli-store.h"
#include "model/ldr-moment.h"
#include "report/export/ldr-export-file.h"
#include "report/export/ldr-export-known.h"
#include "report/export/ldr-hash-stream.h"
#include "report/ldr-json.h"
#include "store/ldr-store-exports.h"
#include "store/ldr-store-sessions.h"

/* What is asked for. */
typedef struct
{
  char *format;
  char *include;
  char *entries;
  char *from;
  char *to;
  char *pseudonyms;
  char **names;
  char *for_whom;
  char *output;
  gboolean private_notes;
} Order;

static void
order_clear (Order *self)
{
  g_free (self->format);
  g_free (self->include);
  g_free (self->entries);
  g_free (self->from);
  g_free (self->to);
  g_free (self->pseudonyms);
  g_strfreev (self->names);
  g_free (self->for_whom);
  g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Order, order_clear)

/* --- What is asked for -----------------------------------------------------------------------------------------------
 */

/* Whether something of the journal is asked for, and not all of it as it is. */
static gboolean
is_choice (const Order *order)
{
  return order->include != NULL || order->entries != NULL || order->from != NULL || order->to != NULL
         || order->pseudonyms != NULL || order->names != NULL || order->for_whom != NULL;
}

static gboolean
read_parts (const Order *order, LdrExportChoice *choice, GError **error)
{
  g_auto (GStrv) names = order->include != NULL ? g_strsplit (order->include, ",", -1) : NULL;

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
read_entries (const Order *order, LdrExportChoice *choice, GError **error)
{
  if (order->entries != NULL
      && (!ldr_export_entries_from_id (order->entries, &choice->entries) || choice->entries == LDR_EXPORT_CHOSEN))
    return ldr_cli_usage (error, _ ("Say which entries: --entries to-discuss or --entries all"));
  return TRUE;
}

static gboolean
read_names (const Order *order, LdrExportChoice *choice, GError **error)
{
  if (order->pseudonyms == NULL)
    return order->names == NULL || ldr_cli_usage (error, _ ("--name goes with --pseudonyms."));
  if (!ldr_export_names_from_id (order->pseudonyms, &choice->names) || choice->names == LDR_EXPORT_NAMES_SHOWN)
    return ldr_cli_usage (error, _ ("Say what stands for names: --pseudonyms initials or --pseudonyms roles"));
  return TRUE;
}

/* Of the days, one end may be left to the journal. */
static gboolean
read_days (const Order *order, LdrExportChoice *choice, GError **error)
{
  int first_day = 0, last_day = 0;

  if (!ldr_cli_parse_day (order->from, &first_day, error) || !ldr_cli_parse_day (order->to, &last_day, error))
    return FALSE;
  if (first_day != 0 && last_day != 0 && first_day > last_day)
    return ldr_cli_usage (error, _ ("The first day cannot be after the last."));
  choice->period.first_day = first_day;
  choice->period.last_day = last_day;
  return TRUE;
}

/* All that can be said before the journal is opened. */
static gboolean
check (const Order *order, const char *journal, LdrExportChoice *choice, GError **error)
{
  if (order->format == NULL || !ldr_export_format_from_id (order->format, &choice->format))
    return ldr_cli_usage (error, _ ("Say in which form: --format pdf, odt, html, md, csv or json"));
  if (order->output == NULL || (choice->format != LDR_EXPORT_JSON && g_str_equal (order->output, "-")))
    return ldr_cli_usage (error, _ ("Say where to: -o PATH"));
  if (choice->format == LDR_EXPORT_JSON && is_choice (order))
    return ldr_cli_usage (error, _ ("JSON loses nothing: it holds the whole journal, with its names."));
  if (ldr_cli_is_same_file (journal, order->output))
    return ldr_cli_usage (error, _ ("“%s” is the journal itself; choose another file."), order->output);
  if (order->for_whom != NULL && !ldr_cli_check_text (order->for_whom, "--for", error))
    return FALSE;
  if (order->names != NULL && !ldr_cli_check_texts (order->names, "--name", error))
    return FALSE;
  ldr_export_choice_set_for_whom (choice, order->for_whom != NULL ? order->for_whom : "");
  return read_parts (order, choice, error) && read_entries (order, choice, error) && read_names (order, choice, error)
         && read_days (order, choice, error) && ldr_export_choice_validate (choice, error);
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
                 const Order *order,
                 const LdrExportChoice *choice,
                 LdrExportFlags flags,
                 int today,
                 LdrPseudonyms **pseudonyms,
                 GError **error)
{
  g_autoptr (GPtrArray) names = NULL;

  if (choice->names == LDR_EXPORT_NAMES_SHOWN)
    return TRUE;
  names = ldr_export_known_find_names (store, choice, flags, today, (const char *const *) order->names, NULL, error);
  if (names == NULL)
    return FALSE;
  *pseudonyms = ldr_export_names_make (names, choice->names);
  tell_what_stays (names);
  return TRUE;
}

/* --- What is written -------------------------------------------------------------------------------------------------
 */

static gboolean
write_choice (LdrStore *store, const Order *order, LdrExportChoice *choice, LdrExportFlags flags, GError **error)
{
  g_autoptr (LdrPseudonyms) pseudonyms = NULL;
  int today = ldr_day_today ();

  gtk_init_check ();
  return settle_days (store, choice, today, error)
         && make_pseudonyms (store, order, choice, flags, today, &pseudonyms, error)
         && ldr_export_file_write (store, choice, flags, today, pseudonyms, order->output, NULL, NULL, NULL, NULL,
                                   error);
}

/* What goes to a file is noted on its way. */
static gboolean
note_shared (LdrStore *store, const LdrExportRecord *record, GError **error)
{
  if (ldr_store_add_export_record (store, record, error))
    return TRUE;
  g_prefix_error (error, "%s ", _ ("The export is there, but the journal could not note it."));
  return FALSE;
}

/* To standard output, from where another program takes it. */
static gboolean
share_json (LdrStore *store, const LdrExportChoice *choice, LdrExportFlags flags, GError **error)
{
  g_autoptr (GOutputStream) base = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (GOutputStream) buffer = g_buffered_output_stream_new (base);
  g_autoptr (GOutputStream) stream = ldr_hash_stream_new (buffer);
  g_autoptr (LdrExportRecord) made
      = ldr_export_record_of (store, choice, flags, ldr_day_today (), NULL, LDR_EXPORT_WAY_SHARED, 0, error);

  if (made == NULL || !ldr_json_write (store, stream, flags, NULL, error)
      || !g_output_stream_close (buffer, NULL, error))
    return FALSE;
  made->n_bytes = (gint64) ldr_hash_stream_get_n_bytes (LDR_HASH_STREAM (stream));
  g_set_str (&made->sha256, ldr_hash_stream_get_sum (LDR_HASH_STREAM (stream)));
  return note_shared (store, made, error);
}

static gboolean
write_json (LdrStore *store, const char *path, const LdrExportChoice *choice, LdrExportFlags flags, GError **error)
{
  if (g_str_equal (path, "-"))
    return share_json (store, choice, flags, error);
  return ldr_export_file_write (store, choice, flags, ldr_day_today (), NULL, path, NULL, NULL, NULL, NULL, error);
}

/* Whether there are private notes that stay in the journal. Nobody is to find out later that an archive is without
 * them, and whoever cannot know has nothing written. */
static gboolean
find_what_stays (LdrStore *store, const LdrExportChoice *choice, LdrExportFlags flags, gboolean *found, GError **error)
{
  *found = FALSE;
  if ((flags & LDR_EXPORT_PRIVATE_NOTES) != 0 || (choice->parts & LDR_EXPORT_SESSIONS) == 0)
    return TRUE;
  return ldr_store_has_private_notes (store, found, error);
}

static gboolean
write_order (LdrStore *store, const Order *order, LdrExportChoice *choice, GError **error)
{
  LdrExportFlags flags = order->private_notes ? LDR_EXPORT_PRIVATE_NOTES : LDR_EXPORT_DEFAULT;
  gboolean stay, fine;

  if (!find_what_stays (store, choice, flags, &stay, error))
    return FALSE;
  if (choice->format == LDR_EXPORT_JSON)
    fine = write_json (store, order->output, choice, flags, error);
  else if (choice->format == LDR_EXPORT_MARKDOWN && !is_choice (order))
    fine = ldr_export_file_write_archive (store, flags, ldr_day_today (), order->output, NULL, NULL, error);
  else
    fine = write_choice (store, order, choice, flags, error);
  if (fine && stay)
    g_printerr ("leidraadctl: %s\n", _ ("Private notes of sessions were left out; --private takes them along."));
  return fine;
}

static gboolean
run_export (const LdrCliCommand *command, char **args, GError **error)
{
  g_auto (Order) order = { 0 };
  const GOptionEntry options[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &order.format, N_ ("A document, tables, or JSON that loses nothing"),
      "pdf|odt|html|md|csv|json" },
    { "include", 0, 0, G_OPTION_ARG_FILENAME, &order.include,
      N_ ("sessions, actions, entries, goals, charts, profiles; all of them by default"), N_ ("PART,…") },
    { "entries", 0, 0, G_OPTION_ARG_FILENAME, &order.entries, N_ ("Which entries (all)"), "to-discuss|all" },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &order.from, N_ ("The first day"), N_ ("YYYY-MM-DD") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &order.to, N_ ("The last day"), N_ ("YYYY-MM-DD") },
    { "pseudonyms", 0, 0, G_OPTION_ARG_FILENAME, &order.pseudonyms, N_ ("What stands for names"), "initials|roles" },
    { "name", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &order.names, N_ ("Another name to replace; more than once"),
      N_ ("NAME") },
    { "for", 0, 0, G_OPTION_ARG_FILENAME, &order.for_whom, N_ ("For whom it is prepared"), N_ ("TEXT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &order.output,
      N_ ("The file to write; - for standard output (JSON only)"), N_ ("PATH") },
    { "private", 0, 0, G_OPTION_ARG_NONE, &order.private_notes, N_ ("With the private notes of sessions, this once"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[] = { options, ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 1, error);
  g_autoptr (LdrExportChoice) choice = ldr_export_choice_new_ready_made (LDR_EXPORT_ARCHIVE);
  g_autoptr (LdrStore) store = NULL;

  if (words == NULL || !check (&order, words[0], choice, error))
    return FALSE;
  store = ldr_cli_open (words[0], error);
  return store != NULL && write_order (store, &order, choice, error) && ldr_store_close (store, error);
}

const LdrCliCommand ldr_cli_export_commands[] = {
  { "export", N_ ("FILE"), N_ ("Write the whole journal, or what you choose of it, to a file"), run_export },
  { NULL },
};

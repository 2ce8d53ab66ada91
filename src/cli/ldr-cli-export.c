/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command by which things go out: the whole journal, or what was chosen of it. It takes no display. */

#include "ldr-cli.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <unistd.h>

#include "ldr-cli-choice.h"
#include "ldr-cli-passphrase.h"
#include "ldr-cli-store.h"
#include "model/ldr-moment.h"
#include "report/export/ldr-export-file.h"
#include "report/export/ldr-hash-stream.h"
#include "report/ldr-json.h"
#include "store/ldr-store-exports.h"

/* What is asked for. */
typedef struct
{
  char *format;
  LdrCliChoice choice;
  char *output;
} Order;

static void
order_clear (Order *self)
{
  g_free (self->format);
  ldr_cli_choice_clear (&self->choice);
  g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Order, order_clear)

/* --- What is asked for -----------------------------------------------------------------------------------------------
 */

/* All that can be said before the journal is opened. */
static gboolean
check (const Order *order, const char *journal, LdrExportChoice *choice, GError **error)
{
  if (order->format == NULL || !ldr_export_format_from_id (order->format, &choice->format))
    return ldr_cli_usage (error, _ ("Say in which form: --format pdf, odt, html, md, csv or json"));
  if (order->output == NULL || (choice->format != LDR_EXPORT_JSON && g_str_equal (order->output, "-")))
    return ldr_cli_usage (error, _ ("Say where to: -o PATH"));
  if (choice->format == LDR_EXPORT_JSON && ldr_cli_choice_is_made (&order->choice))
    return ldr_cli_usage (error, _ ("JSON loses nothing: it holds the whole journal, with its names."));
  if (ldr_cli_is_same_file (journal, order->output))
    return ldr_cli_usage (error, _ ("“%s” is the journal itself; choose another file."), order->output);
  return ldr_cli_choice_read (&order->choice, choice, error);
}

/* --- What is written -------------------------------------------------------------------------------------------------
 */

static gboolean
write_choice (LdrStore *store, const Order *order, LdrExportChoice *choice, LdrExportFlags flags, GError **error)
{
  g_autoptr (LdrPseudonyms) pseudonyms = NULL;
  int today = ldr_day_today ();

  gtk_init_check ();
  return ldr_cli_choice_settle (&order->choice, store, choice, today, &pseudonyms, error)
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

static gboolean
write_order (LdrStore *store, const Order *order, LdrExportChoice *choice, GError **error)
{
  LdrExportFlags flags = ldr_cli_choice_get_flags (&order->choice);
  gboolean stay, fine;

  if (!ldr_cli_choice_find_what_stays (&order->choice, store, choice, &stay, error))
    return FALSE;
  if (choice->format == LDR_EXPORT_JSON)
    fine = write_json (store, order->output, choice, flags, error);
  else if (choice->format == LDR_EXPORT_MARKDOWN && !ldr_cli_choice_is_made (&order->choice))
    fine = ldr_export_file_write_archive (store, flags, ldr_day_today (), order->output, NULL, NULL, error);
  else
    fine = write_choice (store, order, choice, flags, error);
  ldr_cli_choice_tell_what_stays (fine && stay);
  return fine;
}

static gboolean
run_export (const LdrCliCommand *command, char **args, GError **error)
{
  g_auto (Order) order = { 0 };
  const GOptionEntry options[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &order.format, N_ ("A document, tables, or JSON that loses nothing"),
      "pdf|odt|html|md|csv|json" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &order.output,
      N_ ("The file to write; - for standard output (JSON only)"), N_ ("PATH") },
    G_OPTION_ENTRY_NULL,
  };
  GOptionEntry choice_options[LDR_CLI_N_CHOICE_OPTIONS];
  const GOptionEntry *const groups[] = { options, choice_options, ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = NULL;
  g_autoptr (LdrExportChoice) choice = ldr_export_choice_new_ready_made (LDR_EXPORT_ARCHIVE);
  g_autoptr (LdrStore) store = NULL;

  ldr_cli_choice_init_options (&order.choice, choice_options);
  words = ldr_cli_parse (command, groups, args, 1, error);
  if (words == NULL || !check (&order, words[0], choice, error))
    return FALSE;
  store = ldr_cli_open (words[0], error);
  return store != NULL && write_order (store, &order, choice, error) && ldr_store_close (store, error);
}

const LdrCliCommand ldr_cli_export_commands[] = {
  { "export", N_ ("FILE"), N_ ("Write the whole journal, or what you choose of it, to a file"), run_export },
  { NULL },
};

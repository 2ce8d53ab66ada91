/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Session packs: what goes to a coach, and the comments that come back. */

#include "ldr-cli.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

#include "ldr-cli-choice.h"
#include "ldr-cli-passphrase.h"
#include "ldr-cli-store.h"
#include "model/ldr-moment.h"
#include "model/ldr-text.h"
#include "report/ldr-json-packs.h"
#include "report/ldr-json-value.h"
#include "report/pack/ldr-pack-export.h"
#include "store/ldr-pack-file.h"

static gboolean
check_output (const char *journal, const char *output, GError **error)
{
  if (output == NULL)
    return ldr_cli_usage (error, _ ("Say where to: -o PATH"));
  if (ldr_cli_is_same_file (journal, output))
    return ldr_cli_usage (error, _ ("“%s” is the journal itself; choose another file."), output);
  return TRUE;
}

/* --- Sending ---------------------------------------------------------------------------------------------------------
 */

/* With names replaced, that of the leader does not go along as the sender's. */
static const char *
get_sender (const char *sender, LdrStore *store, const LdrExportChoice *choice)
{
  if (sender != NULL)
    return sender;
  return choice->names == LDR_EXPORT_NAMES_SHOWN ? ldr_store_get_info (store)->leader : "";
}

static gboolean
make_pack (LdrStore *store,
           const LdrCliChoice *asked,
           LdrExportChoice *choice,
           const char *sender,
           const char *output,
           GError **error)
{
  g_autoptr (LdrCliSecret) passphrase = NULL;
  g_autoptr (LdrPseudonyms) pseudonyms = NULL;
  int today = ldr_day_today ();
  gboolean stay;

  if (!ldr_cli_choice_find_what_stays (asked, store, choice, &stay, error)
      || (passphrase = ldr_cli_get_pack_passphrase (TRUE, error)) == NULL)
    return FALSE;
  gtk_init_check ();
  if (!ldr_cli_choice_settle (asked, store, choice, today, &pseudonyms, error)
      || !ldr_pack_export_write (store, choice, ldr_cli_choice_get_flags (asked), today, pseudonyms,
                                 get_sender (sender, store, choice), output, passphrase, NULL, NULL, error))
    return FALSE;
  ldr_cli_choice_tell_what_stays (stay);
  return TRUE;
}

static gboolean
run_make (const LdrCliCommand *command, char **args, GError **error)
{
  g_auto (LdrCliChoice) asked = { 0 };
  g_autofree char *sender = NULL, *output = NULL;
  const GOptionEntry options[] = {
    { "sender", 0, 0, G_OPTION_ARG_FILENAME, &sender, N_ ("Who sends it (the leader)"), N_ ("NAME") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write"), N_ ("PATH") },
    G_OPTION_ENTRY_NULL,
  };
  GOptionEntry choice_options[LDR_CLI_N_CHOICE_OPTIONS];
  const GOptionEntry *const groups[]
      = { options, choice_options, ldr_cli_passphrase_options, ldr_cli_pack_passphrase_options, NULL };
  g_auto (GStrv) words = NULL;
  g_autoptr (LdrExportChoice) choice = ldr_export_choice_new_ready_made (LDR_EXPORT_ARCHIVE);
  g_autoptr (LdrStore) store = NULL;

  ldr_cli_choice_init_options (&asked, choice_options);
  words = ldr_cli_parse (command, groups, args, 1, error);
  choice->format = LDR_EXPORT_JSON;
  if (words == NULL || !check_output (words[0], output, error) || !ldr_cli_choice_read (&asked, choice, error)
      || (sender != NULL && !ldr_cli_check_text (sender, "--sender", error)))
    return FALSE;
  store = ldr_cli_open (words[0], error);
  return store != NULL && make_pack (store, &asked, choice, sender, output, error) && ldr_store_close (store, error);
}

/* --- Receiving -------------------------------------------------------------------------------------------------------
 */

static void
print_receipt (const LdrReceipt *receipt)
{
  if (receipt->was_here)
    ldr_cli_print_format ("%s\n", _ ("This was received before, and brought nothing new."));
  else if (receipt->kind == LDR_PACK_SESSION)
    ldr_cli_print_format ("%s\n", receipt->id);
  else
    ldr_cli_print_format (ngettext ("%u comment\n", "%u comments\n", receipt->n_comments), receipt->n_comments);
  if (receipt->n_lost > 0)
    {
      g_autofree char *lost = g_strdup_printf (
          ngettext ("%u of them is about something that is no longer in this journal.",
                    "%u of them are about something that is no longer in this journal.", receipt->n_lost),
          receipt->n_lost);

      g_printerr ("leidraadctl: %s\n", lost);
    }
}

static gboolean
run_receive (const LdrCliCommand *command, char **args, GError **error)
{
  const GOptionEntry *const groups[] = { ldr_cli_passphrase_options, ldr_cli_pack_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 2, error);
  g_autoptr (LdrStore) store = words != NULL ? ldr_cli_open (words[0], error) : NULL;
  g_autoptr (LdrCliSecret) passphrase = store != NULL ? ldr_cli_get_pack_passphrase (FALSE, error) : NULL;
  g_autoptr (LdrPack) pack = passphrase != NULL ? ldr_pack_file_read (words[1], passphrase, NULL, error) : NULL;
  g_autoptr (LdrReceipt) receipt = pack != NULL ? ldr_store_receive_pack (store, pack, error) : NULL;

  if (receipt == NULL || !ldr_store_close (store, error))
    return FALSE;
  print_receipt (receipt);
  return TRUE;
}

/* --- What there is ---------------------------------------------------------------------------------------------------
 */

static void
print_packs (GPtrArray *packs)
{
  for (guint i = 0; i < packs->len; i++)
    {
      const LdrReceivedPack *it = g_ptr_array_index (packs, i);
      g_autofree char *day = ldr_day_to_iso8601 (it->pack->day);

      ldr_cli_print_format ("%s  %s  %s", it->pack->id, day, it->pack->title);
      if (it->pack->from[0] != '\0')
        ldr_cli_print_format ("  (%s)", it->pack->from);
      ldr_cli_print ("\n");
    }
}

static void
print_comments (GPtrArray *comments)
{
  for (guint i = 0; i < comments->len; i++)
    {
      const LdrReceivedComment *it = g_ptr_array_index (comments, i);
      g_autofree char *day = ldr_day_to_iso8601 (it->comment->day);
      g_autofree char *quote = ldr_text_clean (it->comment->quote, LDR_TEXT_LINE);

      ldr_cli_print_format ("\n%s  %s\n> %s\n%s\n", day, it->comment->author, quote, it->comment->text);
    }
}

static void
print_all (GPtrArray *packs, GPtrArray *comments)
{
  print_packs (packs);
  print_comments (comments);
}

static void
append_pack (GString *out, gpointer value)
{
  const LdrReceivedPack *it = value;

  g_string_append_c (out, '{');
  ldr_json_append_string (out, "id", it->pack->id);
  ldr_json_append_moment (out, "moment", it->pack->moment);
  ldr_json_append_day (out, "day", it->pack->day);
  ldr_json_append_string (out, "title", it->pack->title);
  ldr_json_append_string (out, "from", it->pack->from);
  ldr_json_append_moment (out, "received", it->received);
  ldr_json_append_int (out, "passage-count", (int) it->n_passages);
  ldr_json_append_int (out, "comment-count", (int) it->n_comments);
  g_string_append_c (out, '}');
}

static void
append_comment (GString *out, gpointer value)
{
  const LdrReceivedComment *it = value;

  g_string_append_c (out, '{');
  ldr_json_append_received_comment (out, it);
  ldr_json_append_boolean (out, "lost", it->is_lost);
  g_string_append_c (out, '}');
}

static void
print_json (GPtrArray *packs, GPtrArray *comments)
{
  g_autoptr (GString) text = g_string_new ("{");

  ldr_cli_append_list (text, "packs", packs, append_pack);
  ldr_cli_append_list (text, "comments", comments, append_comment);
  ldr_cli_print_format ("%s}\n", text->str);
}

/* A comment on a private note repeats the beginning of it. */
static void
leave_private (GPtrArray *comments)
{
  for (guint i = comments->len; i > 0; i--)
    if (((LdrReceivedComment *) g_ptr_array_index (comments, i - 1))->comment->is_private)
      g_ptr_array_remove_index (comments, i - 1);
}

static gboolean
run_list (const LdrCliCommand *command, char **args, GError **error)
{
  gboolean json = FALSE, with_private = FALSE;
  const GOptionEntry options[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("As a JSON object"), NULL },
    { "private", 0, 0, G_OPTION_ARG_NONE, &with_private, N_ ("With the comments on private notes, this once"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[] = { options, ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 1, error);
  g_autoptr (LdrStore) store = words != NULL ? ldr_cli_open (words[0], error) : NULL;
  g_autoptr (GPtrArray) packs = store != NULL ? ldr_store_get_received_packs (store, error) : NULL;
  g_autoptr (GPtrArray) comments = packs != NULL ? ldr_store_get_received_comments (store, error) : NULL;

  if (comments == NULL)
    return FALSE;
  if (!with_private)
    leave_private (comments);
  if (json)
    print_json (packs, comments);
  else
    print_all (packs, comments);
  return ldr_store_close (store, error);
}

/* --- Sending comments back -------------------------------------------------------------------------------------------
 */

static gboolean
write_comments (LdrStore *store, const char *id, const char *sender, const char *output, GError **error)
{
  g_autoptr (LdrPack) pack = ldr_store_make_comments_pack (store, id, sender, error);
  g_autoptr (LdrCliSecret) passphrase = pack != NULL ? ldr_cli_get_pack_passphrase (TRUE, error) : NULL;
  g_autoptr (LdrPackFile) file
      = passphrase != NULL ? ldr_pack_file_write (pack, output, passphrase, NULL, error) : NULL;

  return file != NULL && ldr_pack_file_put_in_place (file, error);
}

static gboolean
run_comments (const LdrCliCommand *command, char **args, GError **error)
{
  g_autofree char *sender = NULL, *output = NULL;
  const GOptionEntry options[] = {
    { "sender", 0, 0, G_OPTION_ARG_FILENAME, &sender, N_ ("Who wrote them"), N_ ("NAME") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write"), N_ ("PATH") },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[] = { options, ldr_cli_passphrase_options, ldr_cli_pack_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 2, error);
  g_autoptr (LdrStore) store = NULL;

  if (words == NULL || !check_output (words[0], output, error)
      || (sender != NULL && !ldr_cli_check_text (sender, "--sender", error)))
    return FALSE;
  store = ldr_cli_open (words[0], error);
  return store != NULL && write_comments (store, words[1], sender != NULL ? sender : "", output, error)
         && ldr_store_close (store, error);
}

const LdrCliCommand ldr_cli_pack_commands[] = {
  { "pack make", N_ ("FILE"), N_ ("Write what you choose of the journal as a session pack"), run_make },
  { "pack receive", N_ ("FILE PACK"), N_ ("Take a session pack, or comments on one, into the journal"), run_receive },
  { "pack list", N_ ("FILE"), N_ ("List the session packs and comments that were received"), run_list },
  { "pack comments", N_ ("FILE ID"), N_ ("Write the comments on a session pack, to send them back"), run_comments },
  { NULL },
};

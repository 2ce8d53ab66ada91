/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-cli.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

#include "model/ldr-moment.h"
#include "report/ldr-report-error.h"
#include "store/ldr-store-error.h"

/* clang-format off */
G_DEFINE_QUARK (ldr-cli-error-quark, ldr_cli_error)
/* clang-format on */

/**
 * ldr_cli_usage:
 * @error: set to LDR_CLI_ERROR_USAGE
 * @format: what makes no sense, as printf() takes it
 *
 * Returns: FALSE
 */
gboolean
ldr_cli_usage (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (LDR_CLI_ERROR, LDR_CLI_ERROR_USAGE, format, args);
  va_end (args);
  return FALSE;
}

/* "--" only says where the options end. The first one is the one that said so; what follows are words of any form. */
static void
drop_separator (char **words)
{
  for (guint i = 1; words[i] != NULL; i++)
    if (g_str_equal (words[i], "--"))
      {
        g_free (words[i]);
        memmove (words + i, words + i + 1, sizeof (char *) * (g_strv_length (words + i + 1) + 1));
        return;
      }
}

/**
 * ldr_cli_parse:
 * @command: the command that runs
 * @options: (array zero-terminated=1): its options, in groups
 * @args: the words of the command line from the command's name on
 * @n_arguments: how many words it takes beside options
 * @error: LDR_CLI_ERROR_USAGE
 *
 * Reads the options into their variables. `--help` is answered here and ends the program. Texts are declared as file
 * names, since GLib takes other texts for the locale's character set, and a script's locale is often "C".
 *
 * Returns: (transfer full) (array zero-terminated=1) (nullable): the words beside options
 */
char **
ldr_cli_parse (
    const LdrCliCommand *command, const GOptionEntry *const *options, char **args, guint n_arguments, GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_ (command->arguments));
  g_autofree char *name = g_strconcat ("leidraadctl ", command->name, NULL);
  g_auto (GStrv) words = g_strdupv (args);
  g_autoptr (GError) local_error = NULL;

  g_set_prgname (name);
  g_option_context_set_summary (context, _ (command->summary));
  for (gsize i = 0; options[i] != NULL; i++)
    g_option_context_add_main_entries (context, options[i], NULL);
  if (!g_option_context_parse_strv (context, &words, &local_error))
    {
      ldr_cli_usage (error, "%s", local_error->message);
      return NULL;
    }
  drop_separator (words);
  if (g_strv_length (words) != n_arguments + 1)
    {
      /* Translators: how a command is called, such as “leidraadctl show FILE ID”. */
      ldr_cli_usage (error, _ ("Call it as: %s [OPTION…] %s"), name, _ (command->arguments));
      return NULL;
    }
  return g_strdupv (words + 1);
}

/**
 * ldr_cli_exit_of:
 * @error: why a command failed
 *
 * Returns: what to tell the caller
 */
LdrCliExit
ldr_cli_exit_of (const GError *error)
{
  if (error->domain == LDR_CLI_ERROR && error->code == LDR_CLI_ERROR_USAGE)
    return LDR_CLI_EXIT_USAGE;
  if (error->domain == LDR_CLI_ERROR && error->code == LDR_CLI_ERROR_DAMAGED)
    return LDR_CLI_EXIT_DAMAGED;
  if (g_error_matches (error, LDR_STORE_ERROR, LDR_STORE_ERROR_PASSPHRASE))
    return LDR_CLI_EXIT_PASSPHRASE;
  if (g_error_matches (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_A_JOURNAL)
      || g_error_matches (error, LDR_STORE_ERROR, LDR_STORE_ERROR_DAMAGED))
    return LDR_CLI_EXIT_DAMAGED;
  if (g_error_matches (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NEWER)
      || g_error_matches (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_NEWER))
    return LDR_CLI_EXIT_NEWER;
  return LDR_CLI_EXIT_FAILED;
}

/**
 * ldr_cli_check_utf8:
 * @text: (transfer full): what was read, with a zero behind it
 * @length: how many bytes were read
 * @error: set to LDR_CLI_ERROR_FAILED when they are not UTF-8
 *
 * Returns: (transfer full) (nullable): @text
 */
char *
ldr_cli_check_utf8 (char *text, gsize length, GError **error)
{
  if (g_utf8_validate_len (text, length, NULL))
    return text;
  g_free (text);
  g_set_error_literal (error, LDR_CLI_ERROR, LDR_CLI_ERROR_FAILED, _ ("The text is not UTF-8."));
  return NULL;
}

/**
 * ldr_cli_read_standard_input:
 * @error: set to LDR_CLI_ERROR_FAILED when it cannot be read or is not UTF-8
 *
 * Reads from where it stands now to its end: its first line may have been the passphrase.
 *
 * Returns: (transfer full) (nullable): what is left of standard input
 */
char *
ldr_cli_read_standard_input (GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char buffer[16384];
  gssize n;
  gsize length;

  while ((n = read (STDIN_FILENO, buffer, sizeof buffer)) != 0)
    if (n > 0)
      g_string_append_len (text, buffer, n);
    else if (errno != EINTR)
      {
        g_set_error (error, LDR_CLI_ERROR, LDR_CLI_ERROR_FAILED, _ ("The text cannot be read: %s"), g_strerror (errno));
        return NULL;
      }
  length = text->len;
  return ldr_cli_check_utf8 (g_string_free (g_steal_pointer (&text), FALSE), length, error);
}

/**
 * ldr_cli_read_text:
 * @error: as of ldr_cli_read_standard_input()
 *
 * Reads a text from standard input to its end; in a terminal it says how to end it. Line ends there belong to the
 * terminal and not to the text.
 *
 * Returns: (transfer full) (nullable): the text
 */
char *
ldr_cli_read_text (GError **error)
{
  g_autofree char *text = NULL;
  gsize length;

  if (isatty (STDIN_FILENO))
    g_printerr ("%s\n", _ ("Write the text; Ctrl+D on an empty line ends it."));
  text = ldr_cli_read_standard_input (error);
  if (text == NULL)
    return NULL;
  length = strlen (text);
  while (length > 0 && (text[length - 1] == '\n' || text[length - 1] == '\r'))
    text[--length] = '\0';
  return g_steal_pointer (&text);
}

/**
 * ldr_cli_check_text:
 * @text: (nullable): what was given for an option
 * @option: its name
 * @error: LDR_CLI_ERROR_USAGE
 *
 * Returns: whether it is UTF-8
 */
gboolean
ldr_cli_check_text (const char *text, const char *option, GError **error)
{
  return text == NULL || g_utf8_validate (text, -1, NULL)
         || ldr_cli_usage (error, _ ("The text of %s is not UTF-8."), option);
}

/**
 * ldr_cli_check_texts:
 * @texts: (nullable) (array zero-terminated=1): what was given for an option that may be given again
 * @option: its name
 * @error: LDR_CLI_ERROR_USAGE
 *
 * Returns: whether all of it is UTF-8
 */
gboolean
ldr_cli_check_texts (char **texts, const char *option, GError **error)
{
  for (gsize i = 0; texts != NULL && texts[i] != NULL; i++)
    if (!ldr_cli_check_text (texts[i], option, error))
      return FALSE;
  return TRUE;
}

/**
 * ldr_cli_parse_day:
 * @text: (nullable): a date, %NULL where none was given
 * @day: (inout): the civil day, left as it is without @text
 * @error: LDR_CLI_ERROR_USAGE
 *
 * Returns: whether it made sense
 */
gboolean
ldr_cli_parse_day (const char *text, int *day, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  return text == NULL || ldr_day_parse (text, day, &local_error) || ldr_cli_usage (error, "%s", local_error->message);
}

/**
 * ldr_cli_parse_moment:
 * @text: a date and time
 * @local: (out): it on the clock of this computer
 * @error: LDR_CLI_ERROR_USAGE
 *
 * Returns: whether it made sense
 */
gboolean
ldr_cli_parse_moment (const char *text, GDateTime **local, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gint64 moment;

  if (!ldr_moment_parse (text, &moment, &local_error))
    return ldr_cli_usage (error, "%s", local_error->message);
  *local = ldr_moment_to_local (moment);
  return TRUE;
}

/**
 * ldr_cli_append_list:
 * @out: a JSON object that is open
 * @member: the name of the list
 * @values: what is in it
 * @append: appends one of them
 *
 * Appends a list with a line for each value; an empty one too, so that a script finds it.
 */
void
ldr_cli_append_list (GString *out, const char *member, GPtrArray *values, LdrCliAppendFunc append)
{
  g_string_append_printf (out, "%s\"%s\":[", out->str[out->len - 1] == '{' ? "" : ",\n", member);
  for (guint i = 0; i < values->len; i++)
    {
      g_string_append (out, i == 0 ? "\n" : ",\n");
      append (out, g_ptr_array_index (values, i));
    }
  g_string_append_c (out, ']');
}

/**
 * ldr_cli_print:
 * @text: UTF-8
 *
 * Writes to standard output, to the letter: scripts read it, so it is UTF-8 in every locale.
 */
void
ldr_cli_print (const char *text)
{
  fputs (text, stdout);
}

/**
 * ldr_cli_print_format:
 * @format: as printf() takes it
 *
 * As ldr_cli_print().
 */
void
ldr_cli_print_format (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  ldr_cli_print (text);
}

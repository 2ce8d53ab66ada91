/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>

#include "ldr-cli.h"

static const LdrCliCommand *const groups[]
    = { ldr_cli_journal_commands, ldr_cli_entry_commands, ldr_cli_reflect_commands, ldr_cli_measure_commands,
        ldr_cli_exchange_commands };

/* The order in which the commands are listed: from making a journal to looking after it. */
static const char *const order[]
    = { "create",  "demo",    "add",     "list",   "show",   "edit",  "delete", "question",
        "reflect", "measure", "profile", "export", "import", "check", "backup", "passphrase" };

static const LdrCliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const LdrCliCommand *command = groups[i]; command->name != NULL; command++)
      if (g_str_equal (command->name, name))
        return command;
  return NULL;
}

static void
print_help (void)
{
  ldr_cli_print_format ("%s\n  leidraadctl %s\n\n", _ ("Usage:"), _ ("COMMAND FILE [OPTION…]"));
  ldr_cli_print_format ("%s\n\n%s\n", _ ("Leidraad’s journals from a terminal."), _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    ldr_cli_print_format ("  %-12s%s\n", order[i], _ (find_command (order[i])->summary));
  ldr_cli_print_format ("\n%s\n",
                        _ ("“leidraadctl COMMAND --help” tells more of a command. The passphrase comes from a\n"
                           "prompt, --passphrase-file or --passphrase-fd, never from the command line."));
}

static LdrCliExit
report (const GError *error)
{
  g_autofree char *message = g_strdelimit (g_strdup (error->message), "\n", ' ');

  g_printerr ("leidraadctl: %s\n", message);
  return ldr_cli_exit_of (error);
}

static gboolean
run (char **args, GError **error)
{
  const LdrCliCommand *command;

  if (args[0] == NULL)
    return ldr_cli_usage (error, _ ("Say what to do; “leidraadctl --help” lists the commands."));
  if (g_str_equal (args[0], "--help") || g_str_equal (args[0], "-h") || g_str_equal (args[0], "help"))
    {
      print_help ();
      return TRUE;
    }
  if (g_str_equal (args[0], "--version"))
    {
      ldr_cli_print ("leidraadctl " VERSION "\n");
      return TRUE;
    }
  command = find_command (args[0]);
  if (command == NULL)
    return ldr_cli_usage (error, _ ("“%s” is not a command; “leidraadctl --help” lists them."), args[0]);
  return command->run (command, args, error);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("leidraadctl");

  if (!run (argv + (argc > 0), &error))
    return report (error);
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      g_printerr ("leidraadctl: %s\n", _ ("The output cannot be written."));
      return LDR_CLI_EXIT_FAILED;
    }
  return LDR_CLI_EXIT_DONE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>

#include "ldr-cli.h"

static const LdrCliCommand *const groups[]
    = { ldr_cli_journal_commands, ldr_cli_entry_commands,    ldr_cli_reflect_commands, ldr_cli_measure_commands,
        ldr_cli_goal_commands,    ldr_cli_session_commands,  ldr_cli_state_commands,   ldr_cli_agenda_commands,
        ldr_cli_chart_commands,   ldr_cli_exchange_commands, ldr_cli_export_commands,  ldr_cli_pack_commands };

/* The order in which the commands are listed: from making a journal to looking after it. */
static const char *const order[]
    = { "create",        "demo",         "add",           "list",         "show",           "edit",
        "delete",        "question",     "reflect",       "measure",      "profile",        "goal add",
        "goal list",     "goal show",    "goal checkin",  "goal close",   "session add",    "session list",
        "session show",  "session note", "session agree", "session hold", "session cancel", "action close",
        "action reopen", "agenda",       "chart",         "export",       "import",         "pack make",
        "pack receive",  "pack list",    "pack comments", "check",        "backup",         "passphrase" };

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
print_command (const char *name)
{
  ldr_cli_print_format ("  %-15s%s\n", name, _ (find_command (name)->summary));
}

/* Whether @name is a command that is about the thing @word. */
static gboolean
is_about (const char *name, const char *word)
{
  return g_str_has_prefix (name, word) && name[strlen (word)] == ' ';
}

/* Lists the commands that are about one thing; %FALSE when there are none. */
static gboolean
list_about (const char *word, GString *names)
{
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (is_about (order[i], word))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", order[i]);
  return names->len > 0;
}

static void
print_help (void)
{
  ldr_cli_print_format ("%s\n  leidraadctl %s\n\n", _ ("Usage:"), _ ("COMMAND FILE [OPTION…]"));
  ldr_cli_print_format ("%s\n\n%s\n", _ ("Leidraad’s journals from a terminal."), _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    print_command (order[i]);
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
is_help (const char *word)
{
  return g_str_equal (word, "--help") || g_str_equal (word, "-h");
}

/* Runs a command of two words, the first of which says what it is about. */
static gboolean
run_about (char **args, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *name = args[1] != NULL ? g_strconcat (args[0], " ", args[1], NULL) : NULL;
  const LdrCliCommand *command = name != NULL ? find_command (name) : NULL;

  if (command != NULL)
    return command->run (command, args + 1, error);
  if (!list_about (args[0], names))
    return ldr_cli_usage (error, _ ("“%s” is not a command; “leidraadctl --help” lists them."), args[0]);
  if (args[1] == NULL || !is_help (args[1]))
    /* Translators: %s is a list of commands, such as “goal add, goal list”. */
    return ldr_cli_usage (error, _ ("Say which one: %s."), names->str);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (is_about (order[i], args[0]))
      print_command (order[i]);
  return TRUE;
}

static gboolean
run (char **args, GError **error)
{
  const LdrCliCommand *command;

  if (args[0] == NULL)
    return ldr_cli_usage (error, _ ("Say what to do; “leidraadctl --help” lists the commands."));
  if (is_help (args[0]) || g_str_equal (args[0], "help"))
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
    return run_about (args, error);
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

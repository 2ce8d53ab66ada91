/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LdrCliExit:
 * @LDR_CLI_EXIT_DONE: done
 * @LDR_CLI_EXIT_FAILED: failed; the message says why
 * @LDR_CLI_EXIT_USAGE: called in a way that makes no sense
 * @LDR_CLI_EXIT_PASSPHRASE: the passphrase does not open the journal
 * @LDR_CLI_EXIT_DAMAGED: not a journal, or a damaged one
 * @LDR_CLI_EXIT_NEWER: written by a newer version of the program
 *
 * What leidraadctl tells its caller.
 */
typedef enum
{
  LDR_CLI_EXIT_DONE,
  LDR_CLI_EXIT_FAILED,
  LDR_CLI_EXIT_USAGE,
  LDR_CLI_EXIT_PASSPHRASE,
  LDR_CLI_EXIT_DAMAGED,
  LDR_CLI_EXIT_NEWER,
} LdrCliExit;

#define LDR_CLI_ERROR (ldr_cli_error_quark ())
GQuark ldr_cli_error_quark (void);

/* The codes of LDR_CLI_ERROR. */
typedef enum
{
  LDR_CLI_ERROR_USAGE,
  LDR_CLI_ERROR_FAILED,
  LDR_CLI_ERROR_DAMAGED,
} LdrCliError;

/**
 * LdrCliCommand:
 * @name: as it is typed; of two words where several commands are about one thing, such as "goal add"
 * @arguments: what follows the options, for `--help`; translatable
 * @summary: what it does, in one line; translatable
 * @run: does it; @args are the words of the command line from the last of its name on
 *
 * One command of leidraadctl.
 */
typedef struct _LdrCliCommand LdrCliCommand;
struct _LdrCliCommand
{
  const char *name;
  const char *arguments;
  const char *summary;
  gboolean (*run) (const LdrCliCommand *command, char **args, GError **error);
};

/* Each group of commands ends with one without a name. */
extern const LdrCliCommand ldr_cli_journal_commands[];
extern const LdrCliCommand ldr_cli_entry_commands[];
extern const LdrCliCommand ldr_cli_reflect_commands[];
extern const LdrCliCommand ldr_cli_measure_commands[];
extern const LdrCliCommand ldr_cli_goal_commands[];
extern const LdrCliCommand ldr_cli_session_commands[];
extern const LdrCliCommand ldr_cli_state_commands[];
extern const LdrCliCommand ldr_cli_agenda_commands[];
extern const LdrCliCommand ldr_cli_chart_commands[];
extern const LdrCliCommand ldr_cli_exchange_commands[];
extern const LdrCliCommand ldr_cli_export_commands[];
extern const LdrCliCommand ldr_cli_pack_commands[];

char **ldr_cli_parse (
    const LdrCliCommand *command, const GOptionEntry *const *options, char **args, guint n_arguments, GError **error);
gboolean ldr_cli_usage (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);
LdrCliExit ldr_cli_exit_of (const GError *error);

char *ldr_cli_check_utf8 (char *text, gsize length, GError **error);
char *ldr_cli_read_standard_input (GError **error);
char *ldr_cli_read_text (GError **error);

gboolean ldr_cli_check_text (const char *text, const char *option, GError **error);
gboolean ldr_cli_check_texts (char **texts, const char *option, GError **error);
gboolean ldr_cli_parse_day (const char *text, int *day, GError **error);
gboolean ldr_cli_parse_moment (const char *text, GDateTime **local, GError **error);

/* Appends one value of a list as JSON. */
typedef void (*LdrCliAppendFunc) (GString *out, gpointer value);
void ldr_cli_append_list (GString *out, const char *member, GPtrArray *values, LdrCliAppendFunc append);

void ldr_cli_print (const char *text);
void ldr_cli_print_format (const char *format, ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS

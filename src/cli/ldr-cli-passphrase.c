/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-cli-passphrase.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <termios.h>
#include <unistd.h>

#include "ldr-cli.h"
#include "model/ldr-passphrase.h"

#define MAX_LENGTH 4096

static char *passphrase_file;
static int passphrase_fd = -1;
static char *new_passphrase_file;
static int new_passphrase_fd = -1;
static char *pack_passphrase_file;
static int pack_passphrase_fd = -1;

const GOptionEntry ldr_cli_passphrase_options[] = {
  { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &passphrase_file,
    N_ ("Take the passphrase from a file’s first line"), N_ ("PATH") },
  { "passphrase-fd", 0, 0, G_OPTION_ARG_INT, &passphrase_fd, N_ ("Take the passphrase from an open file descriptor"),
    N_ ("NUMBER") },
  G_OPTION_ENTRY_NULL,
};

const GOptionEntry ldr_cli_new_passphrase_options[] = {
  { "new-passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &new_passphrase_file,
    N_ ("Take the new passphrase from a file’s first line"), N_ ("PATH") },
  { "new-passphrase-fd", 0, 0, G_OPTION_ARG_INT, &new_passphrase_fd,
    N_ ("Take the new passphrase from an open file descriptor"), N_ ("NUMBER") },
  G_OPTION_ENTRY_NULL,
};

const GOptionEntry ldr_cli_pack_passphrase_options[] = {
  { "pack-passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &pack_passphrase_file,
    N_ ("Take the session pack’s passphrase from a file’s first line"), N_ ("PATH") },
  { "pack-passphrase-fd", 0, 0, G_OPTION_ARG_INT, &pack_passphrase_fd,
    N_ ("Take the session pack’s passphrase from an open file descriptor"), N_ ("NUMBER") },
  G_OPTION_ENTRY_NULL,
};

void
ldr_cli_secret_free (LdrCliSecret *self)
{
  explicit_bzero (self, strlen (self));
  g_free (self);
}

/* Reads to the end of the line and not a byte further: what follows may be the entry's text or another passphrase. */
static LdrCliSecret *
read_line (int fd, GError **error)
{
  char line[MAX_LENGTH + 1];
  gsize length = 0;
  LdrCliSecret *secret = NULL;

  while (TRUE)
    {
      gssize n = read (fd, line + length, 1);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          g_set_error (error, LDR_CLI_ERROR, LDR_CLI_ERROR_FAILED, _ ("The passphrase cannot be read: %s"),
                       g_strerror (errno));
          break;
        }
      if (n == 0 || line[length] == '\n')
        {
          if (length > 0 && line[length - 1] == '\r')
            length--;
          secret = g_strndup (line, length);
          break;
        }
      if (++length > MAX_LENGTH)
        {
          ldr_cli_usage (error, _ ("The passphrase is too long."));
          break;
        }
    }
  explicit_bzero (line, sizeof line);
  return secret;
}

static LdrCliSecret *
read_file (const char *path, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC);
  LdrCliSecret *secret;

  if (fd < 0)
    {
      g_set_error (error, LDR_CLI_ERROR, LDR_CLI_ERROR_FAILED, _ ("The passphrase cannot be read from “%s”: %s"), path,
                   g_strerror (errno));
      return NULL;
    }
  secret = read_line (fd, error);
  close (fd);
  return secret;
}

/* A signal that ends the program ends it after the terminal shows again what is typed. */
static volatile sig_atomic_t caught;

static void
catch_signal (int number)
{
  caught = number;
}

static const int ending_signals[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };

static LdrCliSecret *
read_hidden (int tty, GError **error)
{
  struct sigaction old_actions[G_N_ELEMENTS (ending_signals)];
  struct sigaction action = { .sa_handler = catch_signal };
  struct termios shown, hidden;
  g_autoptr (GString) line = g_string_sized_new (MAX_LENGTH + 1);
  gboolean complete = FALSE;
  LdrCliSecret *secret;
  char c;

  caught = 0;
  for (guint i = 0; i < G_N_ELEMENTS (ending_signals); i++)
    sigaction (ending_signals[i], &action, &old_actions[i]);
  tcgetattr (tty, &shown);
  hidden = shown;
  hidden.c_lflag &= ~(tcflag_t) (ECHO | ECHOE | ECHOK | ECHONL);
  tcsetattr (tty, TCSAFLUSH, &hidden);
  while (!complete && caught == 0 && line->len < MAX_LENGTH && read (tty, &c, 1) == 1)
    {
      complete = c == '\n';
      if (!complete)
        g_string_append_c (line, c);
    }
  tcsetattr (tty, TCSAFLUSH, &shown);
  for (guint i = 0; i < G_N_ELEMENTS (ending_signals); i++)
    sigaction (ending_signals[i], &old_actions[i], NULL);
  /* A signal may leave the memory on the disk. */
  if (caught != 0)
    {
      explicit_bzero (line->str, line->allocated_len);
      raise (caught);
    }
  secret = complete ? g_strndup (line->str, line->len) : NULL;
  explicit_bzero (line->str, line->allocated_len);
  if (secret == NULL)
    ldr_cli_usage (error, _ ("No passphrase was given."));
  return secret;
}

static LdrCliSecret *
ask (const char *question, GError **error)
{
  int tty = g_open ("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  LdrCliSecret *secret;

  if (tty < 0)
    {
      ldr_cli_usage (error, _ ("There is no terminal to ask for the passphrase: use --passphrase-file or "
                               "--passphrase-fd."));
      return NULL;
    }
  dprintf (tty, "%s ", question);
  secret = read_hidden (tty, error);
  dprintf (tty, "\n");
  close (tty);
  return secret;
}

/* Asks twice, since a slip of the finger would lock its owner out, and says so when it is easy to guess. */
static LdrCliSecret *
ask_twice (const char *question, GError **error)
{
  g_autoptr (LdrCliSecret) first = ask (question, error);
  g_autoptr (LdrCliSecret) second = NULL;

  if (first == NULL)
    return NULL;
  if (ldr_passphrase_strength (first) == LDR_STRENGTH_WEAK)
    g_printerr ("%s\n",
                _ ("This passphrase is easy to guess. Four or five words that do not belong together are better."));
  second = ask (_ ("The same once more:"), error);
  if (second == NULL)
    return NULL;
  if (!g_str_equal (first, second))
    {
      ldr_cli_usage (error, _ ("The two passphrases differ."));
      return NULL;
    }
  return g_steal_pointer (&first);
}

static LdrCliSecret *
refuse_empty (LdrCliSecret *secret, const char *message, GError **error)
{
  if (secret != NULL && secret[0] == '\0')
    {
      ldr_cli_secret_free (secret);
      ldr_cli_usage (error, "%s", message);
      return NULL;
    }
  return secret;
}

/**
 * ldr_cli_get_passphrase:
 * @error: LDR_CLI_ERROR_USAGE when there is nobody to ask, LDR_CLI_ERROR_FAILED when it cannot be read
 *
 * Returns: (transfer full) (nullable): the passphrase of a journal that exists, from a file, a descriptor or a prompt
 */
LdrCliSecret *
ldr_cli_get_passphrase (GError **error)
{
  if (passphrase_file != NULL)
    return read_file (passphrase_file, error);
  if (passphrase_fd >= 0)
    return read_line (passphrase_fd, error);
  return ask (_ ("Passphrase:"), error);
}

/**
 * ldr_cli_get_first_passphrase:
 * @error: as of ldr_cli_get_passphrase(); LDR_CLI_ERROR_USAGE also for an empty one
 *
 * Returns: (transfer full) (nullable): the passphrase of a journal to be made, from the same options
 */
LdrCliSecret *
ldr_cli_get_first_passphrase (GError **error)
{
  LdrCliSecret *secret = passphrase_file == NULL && passphrase_fd < 0 ? ask_twice (_ ("New passphrase:"), error)
                                                                      : ldr_cli_get_passphrase (error);

  return refuse_empty (secret, _ ("A journal needs a passphrase."), error);
}

/* From one of two options, or from whoever sits at the terminal. */
static LdrCliSecret *
get_or_ask_twice (const char *path, int fd, const char *question, GError **error)
{
  if (path != NULL)
    return read_file (path, error);
  if (fd >= 0)
    return read_line (fd, error);
  return ask_twice (question, error);
}

/**
 * ldr_cli_get_new_passphrase:
 * @error: as of ldr_cli_get_first_passphrase()
 *
 * Returns: (transfer full) (nullable): the passphrase that is to replace another
 */
LdrCliSecret *
ldr_cli_get_new_passphrase (GError **error)
{
  return refuse_empty (get_or_ask_twice (new_passphrase_file, new_passphrase_fd, _ ("New passphrase:"), error),
                       _ ("A journal needs a passphrase."), error);
}

/**
 * ldr_cli_get_pack_passphrase:
 * @is_new: whether the session pack is to be made
 * @error: as of ldr_cli_get_first_passphrase()
 *
 * Returns: (transfer full) (nullable): the passphrase of a session pack
 */
LdrCliSecret *
ldr_cli_get_pack_passphrase (gboolean is_new, GError **error)
{
  const char *question = _ ("Passphrase of the session pack:");
  LdrCliSecret *secret = is_new || pack_passphrase_file != NULL || pack_passphrase_fd >= 0
                             ? get_or_ask_twice (pack_passphrase_file, pack_passphrase_fd, question, error)
                             : ask (question, error);

  return refuse_empty (secret, _ ("A session pack needs a passphrase."), error);
}

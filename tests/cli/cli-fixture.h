/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A folder of its own for a test, with leidraadctl to run in it. */

#define PASSPHRASE "fiets tandpasta wolk kelder"

typedef struct
{
  char *folder;
  char *journal;
  char *passphrase_file;

  /* Of the last run. */
  int status;
  char *out;
  char *err;
} CliFixture;

typedef struct
{
  const char *input;
  const char *locale;
  gboolean unprivileged;
} CliRun;

void cli_fixture_set_up (CliFixture *self, gconstpointer data);
void cli_fixture_tear_down (CliFixture *self, gconstpointer data);
char *cli_fixture_path (CliFixture *self, const char *name);
int cli_fixture_run_full (CliFixture *self, const CliRun *run, const char *const *args);
int cli_fixture_run (CliFixture *self, const char *input, const char *command, ...) G_GNUC_NULL_TERMINATED;
char *cli_fixture_add (CliFixture *self, const char *text, const char *title);
void cli_fixture_create (CliFixture *self);
void cli_fixture_assert_failed (CliFixture *self, int status, const char *said);

G_END_DECLS

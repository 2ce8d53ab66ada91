/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/ldr-export.h"
#include "store/ldr-store.h"

G_BEGIN_DECLS

/* A folder with journals that are written as JSON and read in again. */

typedef struct
{
  char *folder;
  LdrKey *key;
  int n_journals;
} LdrJsonFixture;

/* A text that is no export, and what is said of it. */
typedef struct
{
  const char *text;
  const char *said;
} LdrJsonRefused;

void ldr_json_testing_set_up (LdrJsonFixture *fixture, gconstpointer data);
void ldr_json_testing_tear_down (LdrJsonFixture *fixture, gconstpointer data);
LdrStore *ldr_json_testing_new_journal (LdrJsonFixture *fixture, const char *leader);
char *ldr_json_testing_write (LdrStore *store, LdrExportFlags flags);
char *ldr_json_testing_write_all (LdrStore *store);
gboolean ldr_json_testing_read (LdrStore *store, const char *text, int *n_entries, GError **error);
void ldr_json_testing_assert_comes_back (LdrJsonFixture *fixture, const char *text);
void ldr_json_testing_assert_refused (LdrStore *store, const LdrJsonRefused *cases, gsize n_cases);

G_END_DECLS

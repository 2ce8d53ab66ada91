/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ldr-store.h"

G_BEGIN_DECLS

/* A folder with journals that are written as JSON and read in again. */

typedef struct
{
  char *folder;
  LdrKey *key;
  int n_journals;
} LdrJsonFixture;

void ldr_json_testing_set_up (LdrJsonFixture *fixture, gconstpointer data);
void ldr_json_testing_tear_down (LdrJsonFixture *fixture, gconstpointer data);
LdrStore *ldr_json_testing_new_journal (LdrJsonFixture *fixture, const char *leader);

G_END_DECLS

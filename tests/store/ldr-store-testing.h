/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>
#include "model/ldr-moment.h"
#include "store/ldr-backup.h"
#include "store/ldr-store-entries.h"
#include "store/ldr-store-list.h"
#include "store/ldr-store.h"

G_BEGIN_DECLS

#define PASSPHRASE "correct horse battery staple"

/* A folder of its own for each test, gone when it ends. */
typedef struct {
  char *folder;
  char *path;
  LdrStore *store;
} Fixture;

/* A test in a folder of its own. */
typedef struct {
  const char *name;
  void (*func) (Fixture *self, gconstpointer data);
} FixtureTest;

void fixture_set_up (Fixture *self, gconstpointer data);
void fixture_tear_down (Fixture *self, gconstpointer data);
char *fixture_file (Fixture *self, const char *name);
void fixture_close (Fixture *self);
void fixture_reopen (Fixture *self);
void fixture_add_tests (const char *prefix,
                        void (*set_up) (Fixture *self, gconstpointer data),
                        const FixtureTest *tests,
                        gsize n_tests);

LdrKey *test_key (void);
LdrStore *test_create (const char *path);
LdrEntry *test_entry (const char *title, const char *text, int year, int month, int day);
LdrEntry *test_save (LdrStore *store, LdrEntry *entry);
LdrEntry *test_add (LdrStore *store, const char *title, const char *text, int year, int month, int day);
LdrEntry *test_change (LdrStore *store, LdrEntry *entry, const char *text);
void test_assert_sound (LdrStore *store);
char *test_titles (GPtrArray *summaries);
char *test_find (LdrStore *store, const char *query);
char *test_folder_state (const char *folder);

#define test_assert_error(error, wanted)             \
  G_STMT_START                                       \
  {                                                  \
    g_assert_error (error, LDR_STORE_ERROR, wanted); \
    g_assert_cmpstr (error->message, !=, "");        \
    g_clear_error (&error);                          \
  }                                                  \
  G_STMT_END

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-database.h"
#include "ldr-sqlite.h"

G_BEGIN_DECLS

/* What the files of the thin layer share: ldr-database.c, ldr-database-open.c, ldr-statement.c, ldr-transaction.c. */

struct _LdrDatabase {
  sqlite3 *db;
  char *path;
  GHashTable *statements;
  char *wal_path;
  guint64 wal_inode;

  /* Transactions that are open, one in the other; the one from which on nothing may be kept, or 0; statements that
   * failed so far. */
  guint depth;
  guint spoiled;
  guint failures;
};

/* ldr-database-open.c */
gboolean ldr_database_set (LdrDatabase *self, const char *set, const char *get, const char *value, GError **error);

/* ldr-statement.c */
GHashTable *ldr_statement_table_new (void);

G_END_DECLS

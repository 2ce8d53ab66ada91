/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include "ldr-key.h"
#include "ldr-store-error.h"

G_BEGIN_DECLS

/* The thin layer over SQLCipher that the rest of this folder speaks to: a connection with its settings checked, prepared
 * statements that are kept, transactions that nest, and SQLite's codes turned into LdrStoreError in one place. Private to
 * the store. */

#define LDR_DATABASE_PAGE 4096

typedef struct _LdrDatabase LdrDatabase;
typedef struct _LdrStatement LdrStatement;

typedef enum {
  LDR_STEP_ERROR,
  LDR_STEP_DONE,
  LDR_STEP_ROW,
} LdrStep;

typedef void (*LdrDatabaseProgress) (double fraction, gpointer user_data);

LdrDatabase *ldr_database_create (const char *path, LdrKey *key, GError **error);
LdrDatabase *ldr_database_open (const char *path, LdrKey *key, GError **error);
LdrDatabase *ldr_database_open_read (const char *path, LdrKey *key, int application_id, GError **error);
gboolean ldr_database_close (LdrDatabase *self, GError **error);
void ldr_database_free (LdrDatabase *self);

gboolean ldr_database_exec (LdrDatabase *self, const char *sql, GError **error);
gboolean ldr_database_get_number (LdrDatabase *self, const char *sql, gint64 *number, GError **error);
gboolean ldr_database_list_lines (LdrDatabase *self, const char *sql, GPtrArray *lines, GError **error);
gboolean ldr_database_check_in_place (LdrDatabase *self, GError **error);
void ldr_database_watch (LdrDatabase *self, GCancellable *cancellable);
gboolean ldr_database_follow_references (LdrDatabase *self, gboolean follow, GError **error);
gint64 ldr_database_get_changes (LdrDatabase *self);
gboolean ldr_database_copy (LdrDatabase *self, LdrDatabase *target, GCancellable *cancellable,
                            LdrDatabaseProgress progress, gpointer user_data, GError **error);

gboolean ldr_database_begin (LdrDatabase *self, GError **error);
gboolean ldr_database_commit (LdrDatabase *self, GError **error);
void ldr_database_rollback (LdrDatabase *self);
gboolean ldr_database_in_transaction (LdrDatabase *self);

LdrStatement *ldr_database_prepare (LdrDatabase *self, const char *sql, GError **error);
void ldr_statement_done (LdrStatement *self);
void ldr_statement_bind_int (LdrStatement *self, int index, gint64 value);
void ldr_statement_bind_double (LdrStatement *self, int index, double value);
void ldr_statement_bind_text (LdrStatement *self, int index, const char *text);
void ldr_statement_bind_bytes (LdrStatement *self, int index, GBytes *bytes);
LdrStep ldr_statement_step (LdrStatement *self, GError **error);
gboolean ldr_statement_run (LdrStatement *self, GError **error);
void ldr_statement_reset (LdrStatement *self);
gint64 ldr_statement_get_int (LdrStatement *self, int column);
double ldr_statement_get_double (LdrStatement *self, int column);
const char *ldr_statement_get_text (LdrStatement *self, int column);
gint64 ldr_statement_get_n_bytes (LdrStatement *self, int column);
char *ldr_statement_dup_text (LdrStatement *self, int column);
GBytes *ldr_statement_get_bytes (LdrStatement *self, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrDatabase, ldr_database_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrStatement, ldr_statement_done)

/* Rolls back when it goes out of scope, unless ldr_transaction_commit() ended it. */
typedef struct _LdrTransaction LdrTransaction;
LdrTransaction *ldr_transaction_begin (LdrDatabase *db, GError **error);
gboolean ldr_transaction_commit (LdrTransaction **self, GError **error);
void ldr_transaction_roll_back (LdrTransaction *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrTransaction, ldr_transaction_roll_back)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-database-private.h"

#include <math.h>

/* Statements kept for another use. The texts are few; this is only a bound on what odd filters can pile up. */
#define KEPT_STATEMENTS 96

struct _LdrStatement
{
  LdrDatabase *database;
  sqlite3_stmt *stmt;
  char *sql;
  int bind_code;
};

static void
statement_free (gpointer data)
{
  LdrStatement *self = data;

  sqlite3_finalize (self->stmt);
  g_free (self->sql);
  g_free (self);
}

/* A table of statements that lie ready, by their text. */
GHashTable *
ldr_statement_table_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, statement_free);
}

/* A statement for @sql, an earlier one if one lies ready. Give it back with ldr_statement_done(). */
LdrStatement *
ldr_database_prepare (LdrDatabase *self, const char *sql, GError **error)
{
  LdrStatement *statement;
  gpointer kept;
  int code;

  if (g_hash_table_steal_extended (self->statements, sql, NULL, &kept))
    return kept;
  statement = g_new0 (LdrStatement, 1);
  statement->database = self;
  statement->sql = g_strdup (sql);
  code = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement->stmt, NULL);
  if (code == SQLITE_OK)
    return statement;
  ldr_sqlite_fail (self->db, code, error);
  statement_free (statement);
  return NULL;
}

/* Keeps the statement for its next use; bound texts do not stay in memory. */
void
ldr_statement_done (LdrStatement *self)
{
  GHashTable *kept = self->database->statements;

  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
  self->bind_code = SQLITE_OK;
  if (g_hash_table_size (kept) >= KEPT_STATEMENTS)
    statement_free (self);
  else
    g_hash_table_replace (kept, self->sql, self);
}

static void
note_bind (LdrStatement *self, int code)
{
  if (code != SQLITE_OK && self->bind_code == SQLITE_OK)
    self->bind_code = code;
}

void
ldr_statement_bind_int (LdrStatement *self, int index, gint64 value)
{
  note_bind (self, sqlite3_bind_int64 (self->stmt, index, value));
}

/* NAN stands for NULL. */
void
ldr_statement_bind_double (LdrStatement *self, int index, double value)
{
  note_bind (self,
             isnan (value) ? sqlite3_bind_null (self->stmt, index) : sqlite3_bind_double (self->stmt, index, value));
}

/* @text must live until the statement was stepped to its end or reset; that saves a copy of each long text. */
void
ldr_statement_bind_text (LdrStatement *self, int index, const char *text)
{
  note_bind (self, sqlite3_bind_text (self->stmt, index, text != NULL ? text : "", -1, SQLITE_STATIC));
}

void
ldr_statement_bind_bytes (LdrStatement *self, int index, GBytes *bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  note_bind (self, sqlite3_bind_blob64 (self->stmt, index, data != NULL ? data : "", size, SQLITE_STATIC));
}

LdrStep
ldr_statement_step (LdrStatement *self, GError **error)
{
  int code = self->bind_code;

  if (code == SQLITE_OK)
    code = sqlite3_step (self->stmt);
  if (code == SQLITE_ROW)
    return LDR_STEP_ROW;
  if (code == SQLITE_DONE)
    return LDR_STEP_DONE;
  self->database->failures++;
  ldr_sqlite_fail (self->database->db, code, error);
  return LDR_STEP_ERROR;
}

/* Runs a statement that has no rows to give, and makes it ready for other values. */
gboolean
ldr_statement_run (LdrStatement *self, GError **error)
{
  LdrStep step = ldr_statement_step (self, error);

  sqlite3_reset (self->stmt);
  return step != LDR_STEP_ERROR;
}

void
ldr_statement_reset (LdrStatement *self)
{
  sqlite3_reset (self->stmt);
}

gint64
ldr_statement_get_int (LdrStatement *self, int column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

/* NAN for NULL. */
double
ldr_statement_get_double (LdrStatement *self, int column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL ? NAN : sqlite3_column_double (self->stmt, column);
}

/* Without memory for a value, an empty one must not pass for it: what is read may be saved again. GLib ends a program
 * that has no memory left, and so does this. */
static void
insist_on_memory (LdrStatement *self, const void *value)
{
  if (value == NULL && sqlite3_errcode (self->database->db) == SQLITE_NOMEM)
    g_error ("No memory left for a value of the journal");
}

/* Valid until the next step. */
const char *
ldr_statement_get_text (LdrStatement *self, int column)
{
  const char *text = (const char *) sqlite3_column_text (self->stmt, column);

  insist_on_memory (self, text);
  return text != NULL ? text : "";
}

/* Of the text that ldr_statement_get_text() just gave: more than it has up to its end when a zero byte lies within. */
gint64
ldr_statement_get_n_bytes (LdrStatement *self, int column)
{
  return sqlite3_column_bytes (self->stmt, column);
}

char *
ldr_statement_dup_text (LdrStatement *self, int column)
{
  return g_strdup (ldr_statement_get_text (self, column));
}

GBytes *
ldr_statement_get_bytes (LdrStatement *self, int column)
{
  const void *data = sqlite3_column_blob (self->stmt, column);

  insist_on_memory (self, data);
  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->stmt, column));
}

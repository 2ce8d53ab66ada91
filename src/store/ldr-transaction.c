/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include "ldr-database-private.h"

/* A transaction within a transaction is a savepoint. For each of them the index of words writes down all that it has
 * gathered, which is two thirds of the time of an import; so the changes that an import is made of join its transaction
 * (LdrTransaction). A change that fails halfway cannot be undone alone then: it spoils the transaction that it joined,
 * which can only be rolled back. */

struct _LdrTransaction
{
  LdrDatabase *db;
  gboolean joined;
  gint64 changes;
  guint failures;
};

static gboolean
refuse_spoiled (GError **error)
{
  g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_FAILED, _ ("An earlier part of this change failed."));
  return FALSE;
}

/* SQLite ends a whole transaction by itself on some failures; what was meant as a part of it must not go on alone. */
static gboolean
is_spoiled (LdrDatabase *self)
{
  return self->depth > 0 && (self->spoiled != 0 || sqlite3_get_autocommit (self->db));
}

gboolean
ldr_database_begin (LdrDatabase *self, GError **error)
{
  if (is_spoiled (self))
    return refuse_spoiled (error);
  if (!ldr_database_exec (self, self->depth == 0 ? "BEGIN IMMEDIATE" : "SAVEPOINT part", error))
    return FALSE;
  self->depth++;
  return TRUE;
}

gboolean
ldr_database_commit (LdrDatabase *self, GError **error)
{
  g_return_val_if_fail (self->depth > 0, FALSE);
  if (is_spoiled (self))
    return refuse_spoiled (error);
  if (!ldr_database_exec (self, self->depth == 1 ? "COMMIT" : "RELEASE part", error))
    return FALSE;
  self->depth--;
  return self->depth > 0 || ldr_database_check_in_place (self, error);
}

/* Undoes the innermost transaction; does nothing when there is none. */
void
ldr_database_rollback (LdrDatabase *self)
{
  if (self->depth == 0 || self->db == NULL)
    return;
  if (self->spoiled >= self->depth)
    self->spoiled = 0;
  self->depth--;
  if (sqlite3_get_autocommit (self->db))
    return;
  if (self->depth > 0)
    sqlite3_exec (self->db, "ROLLBACK TO part; RELEASE part", NULL, NULL, NULL);
  else
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}

gboolean
ldr_database_in_transaction (LdrDatabase *self)
{
  return self->depth > 0;
}

/* The start of a change: a part of the transaction that is open, else one of its own, once it is sure that the file is
 * still where it was. */
LdrTransaction *
ldr_transaction_begin (LdrDatabase *db, GError **error)
{
  gboolean joined = db->depth > 0;
  LdrTransaction *self;

  if (joined && is_spoiled (db))
    {
      refuse_spoiled (error);
      return NULL;
    }
  if (!joined && (!ldr_database_check_in_place (db, error) || !ldr_database_begin (db, error)))
    return NULL;
  self = g_new (LdrTransaction, 1);
  *self = (LdrTransaction) { db, joined, ldr_database_get_changes (db), db->failures };
  return self;
}

gboolean
ldr_transaction_commit (LdrTransaction **self, GError **error)
{
  LdrDatabase *db = (*self)->db;

  if ((*self)->joined ? is_spoiled (db) && !refuse_spoiled (error) : !ldr_database_commit (db, error))
    return FALSE;
  g_clear_pointer (self, g_free);
  return TRUE;
}

/* Undoes the change, or sees to it that what it joined is undone. What was refused before anything was written does no
 * harm to the rest. */
void
ldr_transaction_roll_back (LdrTransaction *self)
{
  LdrDatabase *db = self->db;

  if (!self->joined)
    ldr_database_rollback (db);
  else if (db->spoiled == 0 && db->depth > 0
           && (self->changes != ldr_database_get_changes (db) || self->failures != db->failures))
    db->spoiled = db->depth;
  g_free (self);
}

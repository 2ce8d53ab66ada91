/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include "ldr-store-private.h"

#define FOLDER "/io/github/leidraad/Leidraad/store/"

static gboolean
refuse_damaged (GError **error)
{
  g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_DAMAGED,
                       _ ("This journal is damaged. Restore the latest backup; nothing was changed."));
  return FALSE;
}

/* References are not followed during a step, so that it may lay tables out anew; hence this before it counts. */
static gboolean
check_references (LdrDatabase *db, GError **error)
{
  gint64 broken = 0;

  if (!ldr_database_get_number (db, "SELECT count(*) FROM pragma_foreign_key_check", &broken, error))
    return FALSE;
  return broken == 0 || refuse_damaged (error);
}

/* The SQL of a version of the tables. @folder: those of a journal, or of another kind of file. */
GBytes *
ldr_schema_load (const char *folder, int version, GError **error)
{
  g_autofree char *name = g_strdup_printf (FOLDER "%s/%04d.sql", folder, version);

  return g_resources_lookup_data (name, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

/* Brings the tables from the version before to @version, and counts that in the file's user_version. */
gboolean
ldr_schema_apply (LdrDatabase *db, const char *folder, int version, GError **error)
{
  g_autofree char *number = g_strdup_printf ("PRAGMA user_version = %d", version);
  g_autoptr (GBytes) sql = ldr_schema_load (folder, version, error);
  g_autoptr (LdrTransaction) transaction = NULL;

  if (sql == NULL)
    return FALSE;
  transaction = ldr_transaction_begin (db, error);
  /* A resource's data ends with a zero byte that is not counted. */
  return transaction != NULL && ldr_database_exec (db, g_bytes_get_data (sql, NULL), error)
         && check_references (db, error) && ldr_database_exec (db, number, error)
         && ldr_transaction_commit (&transaction, error);
}

static gboolean
read_version (LdrDatabase *db, int *version, GError **error)
{
  gint64 number = 0;

  if (!ldr_database_get_number (db, "PRAGMA user_version", &number, error))
    return FALSE;
  if (number < 0)
    return refuse_damaged (error);
  *version = (int) number;
  if (number <= LDR_SCHEMA_VERSION)
    return TRUE;
  g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NEWER,
                       _ ("This journal was written by a newer version of Leidraad. Update the program to open it."));
  return FALSE;
}

/* Whether this program can read the file; %LDR_STORE_ERROR_NEWER when it cannot. */
gboolean
ldr_schema_check (LdrDatabase *db, GError **error)
{
  int version;

  return read_version (db, &version, error);
}

/**
 * ldr_schema_migrate:
 * @db: an open journal
 * @error: return location for an #LdrStoreError
 *
 * Brings the tables to the version that this program knows: each step is one file of SQL in one transaction, counted in
 * the file's user_version. A step that fails or is interrupted leaves the file as the one before it did. A file of a
 * later version is left alone, with %LDR_STORE_ERROR_NEWER.
 *
 * Returns: whether the tables are of this program's version now
 */
gboolean
ldr_schema_migrate (LdrDatabase *db, GError **error)
{
  int version = 0;
  gboolean done;

  if (!read_version (db, &version, error))
    return FALSE;
  if (version == LDR_SCHEMA_VERSION)
    return TRUE;
  done = ldr_database_follow_references (db, FALSE, error);
  for (int next = version + 1; done && next <= LDR_SCHEMA_VERSION; next++)
    done = ldr_schema_apply (db, "migrations", next, error);
  return ldr_database_follow_references (db, TRUE, done ? error : NULL) && done;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-store-exports.h"

#include <glib/gi18n-lib.h>
#include "ldr-store-private.h"
#include "model/ldr-model-error.h"
#include "model/ldr-text.h"

/* The names that the owner of a journal told about. */

static const char *const kind_ids[LDR_N_KNOWN_NAME_KINDS] = { "person", "word" };

/**
 * ldr_known_name_new:
 * @name: a name; made one line of clean text
 * @kind: whether it is somebody's
 * @role: what is to stand for that person, or ""; made one line of clean text
 *
 * Returns: (transfer full): a name to remember; free it with ldr_known_name_free()
 */
LdrKnownName *
ldr_known_name_new (const char *name, LdrKnownNameKind kind, const char *role)
{
  LdrKnownName *self = g_new0 (LdrKnownName, 1);

  self->name = ldr_text_clean (name, LDR_TEXT_LINE);
  self->kind = kind;
  self->role = ldr_text_clean (role, LDR_TEXT_LINE);
  return self;
}

void
ldr_known_name_free (LdrKnownName *self)
{
  g_free (self->name);
  g_free (self->role);
  g_free (self);
}

/**
 * ldr_known_name_kind_to_id:
 * @kind: a kind
 *
 * Returns: (transfer none): its name for files, which never changes
 */
const char *
ldr_known_name_kind_to_id (LdrKnownNameKind kind)
{
  g_return_val_if_fail ((guint) kind < LDR_N_KNOWN_NAME_KINDS, NULL);
  return kind_ids[kind];
}

gboolean
ldr_known_name_kind_from_id (const char *id, LdrKnownNameKind *kind)
{
  for (guint i = 0; i < LDR_N_KNOWN_NAME_KINDS; i++)
    if (g_strcmp0 (id, kind_ids[i]) == 0)
      {
        *kind = (LdrKnownNameKind) i;
        return TRUE;
      }
  return FALSE;
}

/* Whether it comes back to the letter, so that it is found again by what was saved. */
static gboolean
is_one_line (const char *text)
{
  g_autofree char *clean = ldr_text_clean (text, LDR_TEXT_LINE);

  return g_str_equal (clean, text);
}

static gboolean
check_name (const LdrKnownName *name, GError **error)
{
  gboolean is_sound = name->name[0] != '\0' && is_one_line (name->name) && is_one_line (name->role)
                      && (guint) name->kind < LDR_N_KNOWN_NAME_KINDS
                      && (name->kind == LDR_KNOWN_PERSON || name->role[0] == '\0');

  if (!is_sound)
    g_set_error_literal (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID,
                         _ ("A name is one line, and only for a person something else can stand."));
  return is_sound;
}

/* Runs a statement that takes a name, its kind and its role. */
static gboolean
write_name (LdrStore *self, const char *sql, const LdrKnownName *name, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  g_autoptr (LdrStatement) stmt = NULL;

  if (!ldr_store_is_ready (self, error) || !check_name (name, error)
      || (transaction = ldr_transaction_begin (self->db, error)) == NULL
      || (stmt = ldr_database_prepare (self->db, sql, error)) == NULL)
    return FALSE;
  ldr_statement_bind_text (stmt, 1, name->name);
  ldr_statement_bind_int (stmt, 2, name->kind);
  ldr_statement_bind_text (stmt, 3, name->role);
  return ldr_write_run (self, LDR_TOPIC_EXPORTS, stmt, error) && ldr_transaction_commit (&transaction, error);
}

#define INSERT_NAME                                                                                                    \
  "INSERT INTO export_name (name, place, kind, role) "                                                                 \
  "VALUES (?1, (SELECT coalesce (max (place), -1) + 1 FROM export_name), ?2, ?3) ON CONFLICT (name) DO "

/**
 * ldr_store_set_known_name:
 * @self: a journal
 * @name: what its owner says of a name
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Remembers it, in place of what was said of that name before.
 *
 * Returns: whether it was saved
 */
gboolean
ldr_store_set_known_name (LdrStore *self, const LdrKnownName *name, GError **error)
{
  g_return_val_if_fail (self != NULL && name != NULL, FALSE);
  return write_name (self, INSERT_NAME "UPDATE SET kind = ?2, role = ?3", name, error);
}

/**
 * ldr_store_import_known_name:
 * @self: a journal
 * @name: what is said of a name elsewhere
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Remembers it, unless something is said of that name already.
 *
 * Returns: whether something is said of it
 */
gboolean
ldr_store_import_known_name (LdrStore *self, const LdrKnownName *name, GError **error)
{
  g_return_val_if_fail (self != NULL && name != NULL, FALSE);
  return write_name (self, INSERT_NAME "NOTHING", name, error);
}

/**
 * ldr_store_forget_name:
 * @self: a journal
 * @name: a name, as it is written
 * @error: return location for an #LdrStoreError
 *
 * Returns: whether nothing is said of it any more
 */
gboolean
ldr_store_forget_name (LdrStore *self, const char *name, GError **error)
{
  g_return_val_if_fail (self != NULL && name != NULL, FALSE);
  return ldr_write_delete (self, LDR_TOPIC_EXPORTS, "DELETE FROM export_name WHERE name = ?1", name, error);
}

static gpointer
read_name (LdrStore *self, LdrStatement *row, GError **error)
{
  g_autofree char *name = ldr_statement_dup_text (row, 0);

  return ldr_known_name_new (name, (LdrKnownNameKind) ldr_statement_get_int (row, 1), ldr_statement_get_text (row, 2));
}

/**
 * ldr_store_get_known_names:
 * @self: a journal
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type LdrKnownName): the names that its owner told of, in the order in which that
 * was first done, or %NULL
 */
GPtrArray *
ldr_store_get_known_names (LdrStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return ldr_read_all (self, "SELECT name, kind, role FROM export_name ORDER BY place, name", NULL, read_name,
                       (GDestroyNotify) ldr_known_name_free, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include "ldr-store-private.h"
#include "model/ldr-moment.h"

static gboolean
fail (LdrStoreError code, const char *message, GError **error)
{
  g_set_error_literal (error, LDR_STORE_ERROR, code, message);
  return FALSE;
}

static gboolean
write_picture (LdrStore *self, LdrPicture *picture, GError **error)
{
  g_autoptr (LdrStatement) stmt = ldr_database_prepare (
      self->db, "INSERT INTO picture (id, entry, media_type, added, bytes) VALUES (?1, ?2, ?3, ?4, ?5)", error);

  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_text (stmt, 1, picture->id);
  ldr_statement_bind_text (stmt, 2, picture->entry_id);
  ldr_statement_bind_text (stmt, 3, picture->media_type);
  ldr_statement_bind_int (stmt, 4, ldr_moment_now ());
  ldr_statement_bind_bytes (stmt, 5, picture->bytes);
  return ldr_statement_run (stmt, error);
}

/**
 * ldr_store_add_picture:
 * @self: a journal
 * @picture: a picture for an entry that was saved
 * @error: return location for an #LdrStoreError
 *
 * Keeps a picture in the journal. The entry's text shows it once it names it. At most LDR_PICTURE_MAX_BYTES.
 * %LDR_STORE_ERROR_NOT_FOUND without its entry, %LDR_STORE_ERROR_EXISTS when that picture is there.
 *
 * Returns: whether it was saved
 */
gboolean
ldr_store_add_picture (LdrStore *self, LdrPicture *picture, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  gboolean same = FALSE;
  gsize size;

  g_return_val_if_fail (self != NULL && picture != NULL, FALSE);
  size = g_bytes_get_size (picture->bytes);
  if (size == 0 || size > LDR_PICTURE_MAX_BYTES)
    return fail (LDR_STORE_ERROR_FAILED, _ ("A picture can have 16 megabytes at most, and one byte at least."), error);
  if (!ldr_store_is_ready (self, error) || (transaction = ldr_transaction_begin (self->db, error)) == NULL
      || !ldr_write_check_entry (self, picture->entry_id, error)
      || !ldr_read_exists (self, "SELECT 1 FROM picture WHERE id = ?1", picture->id, &same, error))
    return FALSE;
  if (same)
    return fail (LDR_STORE_ERROR_EXISTS, _ ("This journal has that picture already."), error);
  return write_picture (self, picture, error) && ldr_transaction_commit (&transaction, error);
}

#define COLUMNS "SELECT id, entry, media_type, bytes FROM picture "

static gpointer
read_picture (LdrStore *self, LdrStatement *row, GError **error)
{
  g_autoptr (GBytes) bytes = ldr_statement_get_bytes (row, 3);
  LdrPicture *picture = ldr_picture_new (ldr_statement_get_text (row, 1), ldr_statement_get_text (row, 2), bytes);

  g_free (picture->id);
  picture->id = ldr_statement_dup_text (row, 0);
  return picture;
}

/**
 * ldr_store_get_picture:
 * @self: a journal
 * @id: the picture's id
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full): the picture, or %NULL
 */
LdrPicture *
ldr_store_get_picture (LdrStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  return ldr_read_one (self, COLUMNS "WHERE id = ?1", id, read_picture, _ ("There is no such picture in this journal."),
                       error);
}

/**
 * ldr_store_list_pictures:
 * @self: a journal
 * @entry_id: an entry's id
 * @error: return location for an #LdrStoreError
 *
 * Reads all pictures of an entry, also those that only an earlier version shows, in the order in which they were added.
 *
 * Returns: (transfer full) (element-type LdrPicture): the pictures, or %NULL
 */
GPtrArray *
ldr_store_list_pictures (LdrStore *self, const char *entry_id, GError **error)
{
  g_return_val_if_fail (self != NULL && entry_id != NULL, NULL);
  return ldr_read_all (self, COLUMNS "WHERE entry = ?1 ORDER BY key", entry_id, read_picture,
                       (GDestroyNotify) ldr_picture_unref, error);
}

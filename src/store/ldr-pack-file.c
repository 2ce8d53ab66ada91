/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include "ldr-pack-file-private.h"
#include "ldr-store-private.h"

#define PART_SUFFIX ".part"

struct _LdrPackFile
{
  char *path;
  /* What it is called until it is in place; NULL from then on. */
  char *part;
  gint64 n_bytes;
  char *sha256;
};

/* --- Rows ----------------------------------------------------------------------------------------------------------
 */

typedef void (*BindFunc) (LdrStatement *stmt, gconstpointer item);

static void
bind_pack (LdrStatement *stmt, gconstpointer item)
{
  const LdrPack *pack = item;

  ldr_statement_bind_text (stmt, 1, pack->id);
  ldr_statement_bind_int (stmt, 2, pack->kind);
  ldr_statement_bind_int (stmt, 3, pack->moment);
  ldr_statement_bind_int (stmt, 4, pack->day);
  ldr_statement_bind_text (stmt, 5, pack->title);
  ldr_statement_bind_text (stmt, 6, pack->from);
  ldr_statement_bind_text (stmt, 7, pack->language);
  ldr_statement_bind_text (stmt, 8, pack->about);
}

static void
bind_passage (LdrStatement *stmt, gconstpointer item)
{
  const LdrPassage *passage = item;

  ldr_statement_bind_text (stmt, 1, passage->id);
  ldr_statement_bind_int (stmt, 2, passage->subject);
  ldr_statement_bind_text (stmt, 3, passage->subject_id);
  ldr_statement_bind_int (stmt, 4, passage->place);
  ldr_statement_bind_int (stmt, 5, passage->level);
  ldr_statement_bind_int (stmt, 6, passage->is_private ? 1 : 0);
  ldr_statement_bind_text (stmt, 7, passage->text);
}

static void
bind_picture (LdrStatement *stmt, gconstpointer item)
{
  const LdrPicture *picture = item;

  ldr_statement_bind_text (stmt, 1, picture->id);
  ldr_statement_bind_text (stmt, 2, picture->entry_id);
  ldr_statement_bind_text (stmt, 3, picture->media_type);
  ldr_statement_bind_bytes (stmt, 4, picture->bytes);
}

static void
bind_comment (LdrStatement *stmt, gconstpointer item)
{
  const LdrComment *comment = item;

  ldr_statement_bind_text (stmt, 1, comment->id);
  ldr_statement_bind_text (stmt, 2, comment->pack_id);
  ldr_statement_bind_text (stmt, 3, comment->passage_id);
  ldr_statement_bind_int (stmt, 4, comment->subject);
  ldr_statement_bind_text (stmt, 5, comment->subject_id);
  ldr_statement_bind_text (stmt, 6, comment->quote);
  ldr_statement_bind_text (stmt, 7, comment->author);
  ldr_statement_bind_int (stmt, 8, comment->moment);
  ldr_statement_bind_int (stmt, 9, comment->day);
  ldr_statement_bind_text (stmt, 10, comment->text);
  ldr_statement_bind_int (stmt, 11, comment->is_deleted ? 1 : 0);
  ldr_statement_bind_int (stmt, 12, comment->is_private ? 1 : 0);
}

static gboolean
insert (LdrDatabase *db,
        const char *sql,
        const gconstpointer *items,
        guint n_items,
        BindFunc bind,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (LdrStatement) stmt = ldr_database_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < n_items; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      bind (stmt, items[i]);
      if (!ldr_statement_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_all (
    LdrDatabase *db, const char *sql, const GPtrArray *items, BindFunc bind, GCancellable *cancellable, GError **error)
{
  return insert (db, sql, (const gconstpointer *) items->pdata, items->len, bind, cancellable, error);
}

static gboolean
insert_pack (LdrDatabase *db, const LdrPack *pack, GCancellable *cancellable, GError **error)
{
  gconstpointer one = pack;

  return insert (db,
                 "INSERT INTO pack (one, id, kind, moment, day, title, sender, language, about) "
                 "VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                 &one, 1, bind_pack, cancellable, error)
         && insert_all (db,
                        "INSERT INTO passage (id, subject, subject_id, place, level, private, text) "
                        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                        pack->passages, bind_passage, cancellable, error)
         && insert_all (db, "INSERT INTO picture (id, entry, media_type, bytes) VALUES (?1, ?2, ?3, ?4)",
                        pack->pictures, bind_picture, cancellable, error)
         && insert_all (
             db,
             "INSERT INTO comment (id, pack, passage, subject, subject_id, quote, author, moment, day, text, "
             "deleted, private) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
             pack->comments, bind_comment, cancellable, error);
}

/* --- The file ------------------------------------------------------------------------------------------------------
 */

static gboolean
fill (const char *part, LdrKey *key, const LdrPack *pack, GCancellable *cancellable, GError **error)
{
  g_autoptr (LdrDatabase) db = ldr_database_create (part, key, error);
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d", LDR_PACK_APPLICATION_ID);
  g_autoptr (LdrTransaction) transaction = NULL;

  if (db == NULL)
    return FALSE;
  ldr_database_watch (db, cancellable);
  return (transaction = ldr_transaction_begin (db, error)) != NULL && ldr_database_exec (db, mark, error)
         && ldr_schema_apply (db, LDR_PACK_SCHEMA, LDR_PACK_VERSION, error)
         && insert_pack (db, pack, cancellable, error) && ldr_transaction_commit (&transaction, error)
         && ldr_database_close (db, error);
}

/* Reads what was just written as whoever receives it will. */
static gboolean
try_out (const char *part, LdrKey *key, const LdrPack *pack, GCancellable *cancellable, GError **error)
{
  g_autoptr (LdrPack) back = ldr_pack_file_read_with_key (part, key, cancellable, error);

  if (back == NULL)
    return FALSE;
  if (g_str_equal (back->id, pack->id) && back->passages->len == pack->passages->len
      && back->pictures->len == pack->pictures->len && back->comments->len == pack->comments->len)
    return TRUE;
  g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_DAMAGED, "");
  return FALSE;
}

static gboolean
add_up (LdrPackFile *self, int fd, GCancellable *cancellable, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guchar buffer[64 * 1024];
  gssize n;

  while ((n = read (fd, buffer, sizeof buffer)) > 0)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      g_checksum_update (checksum, buffer, n);
      self->n_bytes += n;
    }
  if (n < 0 || fsync (fd) != 0)
    return ldr_file_fail (self->part, errno, error);
  self->sha256 = g_strdup (g_checksum_get_string (checksum));
  return TRUE;
}

/* Takes the figures of the file as it is, and sees to it that all of it is on the disk. */
static gboolean
seal (LdrPackFile *self, GCancellable *cancellable, GError **error)
{
  int fd = open (self->part, O_RDONLY | O_CLOEXEC);
  gboolean sealed = fd >= 0 ? add_up (self, fd, cancellable, error) : ldr_file_fail (self->part, errno, error);

  if (fd >= 0)
    close (fd);
  return sealed;
}

/* Says of a pack what the layers below say of a journal. */
static void
tell_failure (const char *path, GError *failure, GError **error)
{
  if (g_error_matches (failure, LDR_STORE_ERROR, LDR_STORE_ERROR_FULL))
    ldr_file_fail (path, ENOSPC, error);
  else if (g_error_matches (failure, LDR_STORE_ERROR, LDR_STORE_ERROR_READ_ONLY))
    ldr_file_fail (path, EACCES, error);
  else if (failure->domain != LDR_STORE_ERROR || failure->code == LDR_STORE_ERROR_IO
           || failure->code == LDR_STORE_ERROR_NO_MEMORY || failure->code == LDR_STORE_ERROR_NOT_FOUND)
    g_propagate_error (error, g_error_copy (failure));
  else
    g_set_error_literal (error, LDR_STORE_ERROR, failure->code,
                         _ ("The session pack did not come out whole, and was not kept. Try again."));
}

/* A folder or a device cannot be replaced by a file. */
static gboolean
is_place_for_file (const char *path, GError **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return TRUE;
  return ldr_file_fail (path, g_file_test (path, G_FILE_TEST_IS_DIR) ? EISDIR : EEXIST, error);
}

/**
 * ldr_pack_file_write:
 * @pack: what to send; must not be empty
 * @path: where it is to be; a file that is there already is replaced when this one is put in place
 * @passphrase: what whoever receives it will type, UTF-8, not empty
 * @cancellable: (nullable): stops it
 * @error: return location for an #LdrStoreError, %LDR_MODEL_ERROR_INVALID or %G_IO_ERROR_CANCELLED
 *
 * Writes a pack beside @path, as a file that only its owner may read and that any SQLCipher 4 tool opens by the
 * passphrase; reads it back as a try, and brings it to the disk. Nothing has the name @path before
 * ldr_pack_file_put_in_place(). Takes some 140 ms for the key, by design.
 *
 * Returns: (transfer full): the file, or %NULL, and then nothing is left of it
 */
LdrPackFile *
ldr_pack_file_write (
    const LdrPack *pack, const char *path, const char *passphrase, GCancellable *cancellable, GError **error)
{
  g_autoptr (LdrPackFile) self = NULL;
  g_autoptr (LdrKey) key = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (pack != NULL && path != NULL && passphrase != NULL, NULL);
  if (!ldr_pack_file_check (pack, error) || !is_place_for_file (path, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error) || (key = ldr_key_new (passphrase, error)) == NULL)
    return NULL;
  self = g_new0 (LdrPackFile, 1);
  self->path = g_strdup (path);
  self->part = g_strconcat (path, PART_SUFFIX, NULL);
  if (ldr_file_make_empty (self->part, &failure) && fill (self->part, key, pack, cancellable, &failure)
      && try_out (self->part, key, pack, cancellable, &failure) && seal (self, cancellable, &failure))
    return g_steal_pointer (&self);
  tell_failure (path, failure, error);
  return NULL;
}

/**
 * ldr_pack_file_get_n_bytes:
 * @self: a pack's file
 *
 * Returns: how large it is, in bytes
 */
gint64
ldr_pack_file_get_n_bytes (LdrPackFile *self)
{
  return self->n_bytes;
}

/**
 * ldr_pack_file_get_sha256:
 * @self: a pack's file
 *
 * Returns: (transfer none): the SHA-256 of the file as it goes out, encrypted, in hexadecimal digits
 */
const char *
ldr_pack_file_get_sha256 (LdrPackFile *self)
{
  return self->sha256;
}

/**
 * ldr_pack_file_put_in_place:
 * @self: a pack's file that is not in place yet
 * @error: return location for an #LdrStoreError
 *
 * Gives the file its name in one step, over an earlier file.
 *
 * Returns: whether it is there; if not, an earlier file is as it was
 */
gboolean
ldr_pack_file_put_in_place (LdrPackFile *self, GError **error)
{
  g_return_val_if_fail (self != NULL && self->part != NULL, FALSE);
  if (!ldr_file_put (self->part, self->path, TRUE, error))
    return FALSE;
  g_clear_pointer (&self->part, g_free);
  return TRUE;
}

/**
 * ldr_pack_file_free:
 * @self: (transfer full): a pack's file; one that was not put in place vanishes
 */
void
ldr_pack_file_free (LdrPackFile *self)
{
  if (self->part != NULL)
    ldr_file_remove (self->part);
  g_free (self->part);
  g_free (self->path);
  g_free (self->sha256);
  g_free (self);
}

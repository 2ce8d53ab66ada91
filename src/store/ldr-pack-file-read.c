/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>
#include "ldr-pack-file-private.h"
#include "ldr-store-private.h"
#include "model/ldr-id.h"
#include "model/ldr-model-error.h"

/* A pack comes from somebody else, and whoever knows its passphrase can have put anything in it. So it is asked how
 * much there is before anything is fetched, rows are taken from tables of ours alone, and what they say is believed as
 * little as any file from outside. */

/**
 * ldr_pack_file_check:
 * @pack: a pack, perhaps from outside
 * @error: %LDR_MODEL_ERROR_INVALID, naming the fault
 *
 * Returns: whether it may go into a file, or come out of one
 */
gboolean
ldr_pack_file_check (const LdrPack *pack, GError **error)
{
  if (!ldr_pack_validate (pack, error))
    return FALSE;
  if (pack->passages->len + pack->comments->len > 0)
    return TRUE;
  g_set_error_literal (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID, _ ("There is nothing in this pack yet."));
  return FALSE;
}

/* --- Rows ----------------------------------------------------------------------------------------------------------
 */

/* A text that goes on after a zero byte would be cut short without a word. */
static gboolean
read_text (LdrStatement *row, int column, char **text)
{
  g_free (*text);
  *text = ldr_statement_dup_text (row, column);
  return (gint64) strlen (*text) == ldr_statement_get_n_bytes (row, column);
}

/* What does not fit is no number of ours; cut to fit it might be taken for one. */
static gboolean
read_int (LdrStatement *row, int column, int max, int *number)
{
  gint64 value = ldr_statement_get_int (row, column);

  *number = (int) CLAMP (value, 0, max);
  return *number == value;
}

static gboolean
read_pack (LdrPack *pack, LdrStatement *row)
{
  int kind = 0;
  gboolean sound = read_text (row, 0, &pack->id) && read_int (row, 1, LDR_N_PACK_KINDS - 1, &kind)
                   && read_int (row, 3, G_MAXINT, &pack->day) && read_text (row, 4, &pack->title)
                   && read_text (row, 5, &pack->from) && read_text (row, 6, &pack->language)
                   && read_text (row, 7, &pack->about);

  pack->kind = (LdrPackKind) kind;
  pack->moment = ldr_statement_get_int (row, 2);
  return sound;
}

static gboolean
read_passage (LdrPack *pack, LdrStatement *row)
{
  LdrPassage *passage = ldr_pack_add_passage (pack, LDR_SUBJECT_DOCUMENT, "", 0, 0, "");
  int subject = 0;
  gboolean sound = read_text (row, 0, &passage->id) && read_int (row, 1, LDR_N_SUBJECTS - 1, &subject)
                   && read_text (row, 2, &passage->subject_id) && read_int (row, 3, G_MAXINT, &passage->place)
                   && read_int (row, 4, G_MAXINT, &passage->level) && read_int (row, 5, 1, &passage->is_private)
                   && read_text (row, 6, &passage->text);

  passage->subject = (LdrSubject) subject;
  return sound;
}

static gboolean
read_picture (LdrPack *pack, LdrStatement *row)
{
  g_autoptr (GBytes) bytes = ldr_statement_get_bytes (row, 3);
  LdrPicture *picture = ldr_picture_new ("", NULL, bytes);

  g_ptr_array_add (pack->pictures, picture);
  return read_text (row, 0, &picture->id) && read_text (row, 1, &picture->entry_id)
         && read_text (row, 2, &picture->media_type)
         && (picture->entry_id[0] == '\0' || ldr_id_is_valid (picture->entry_id));
}

static gboolean
read_comment (LdrPack *pack, LdrStatement *row)
{
  LdrComment *comment = ldr_comment_new ("", "", "", "");
  int subject = 0;
  gboolean sound;

  g_ptr_array_add (pack->comments, comment);
  sound = read_text (row, 0, &comment->id) && read_text (row, 1, &comment->pack_id)
          && read_text (row, 2, &comment->passage_id) && read_int (row, 3, LDR_N_SUBJECTS - 1, &subject)
          && read_text (row, 4, &comment->subject_id) && read_text (row, 5, &comment->quote)
          && read_text (row, 6, &comment->author) && read_int (row, 8, G_MAXINT, &comment->day)
          && read_text (row, 9, &comment->text) && read_int (row, 10, 1, &comment->is_deleted)
          && read_int (row, 11, 1, &comment->is_private);
  comment->subject = (LdrSubject) subject;
  comment->moment = ldr_statement_get_int (row, 7);
  return sound;
}

/* --- Tables --------------------------------------------------------------------------------------------------------
 */

/* @texts: what takes room; the first of them may be large, to @max_bytes. Without its row a pack has no title, and is
 * refused for that. */
typedef struct
{
  const char *name;
  const char *columns;
  const char *texts[8];
  gint64 max_rows;
  gint64 max_bytes;
  gboolean (*read) (LdrPack *pack, LdrStatement *row);
} Table;

static const Table tables[] = {
  { "pack",
    "id, kind, moment, day, title, sender, language, about",
    { "title", "sender", "language", "about", "id" },
    1,
    LDR_PASSAGE_MAX_BYTES,
    read_pack },
  { "passage",
    "id, subject, subject_id, place, level, private, text",
    { "text", "subject_id", "id" },
    LDR_PACK_MAX_PASSAGES,
    LDR_PASSAGE_MAX_BYTES,
    read_passage },
  { "picture",
    "id, entry, media_type, bytes",
    { "bytes", "entry", "media_type", "id" },
    LDR_PACK_MAX_PICTURES,
    LDR_PICTURE_MAX_BYTES,
    read_picture },
  { "comment",
    "id, pack, passage, subject, subject_id, quote, author, moment, day, text, deleted, private",
    { "text", "quote", "author", "subject_id", "passage", "pack", "id" },
    LDR_PACK_MAX_COMMENTS,
    LDR_COMMENT_MAX_BYTES,
    read_comment },
};

static gboolean
refuse (LdrStoreError code, GError **error)
{
  g_set_error_literal (error, LDR_STORE_ERROR, code, "");
  return FALSE;
}

/* Looks how much there is without fetching any of it. Rows of a bent file may share what they hold, and so come to more
 * than the file has. The table itself is counted, as it will be read: an index can be somebody else's. */
static gboolean
measure (LdrDatabase *db, const Table *table, gint64 n_bytes, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (LdrStatement) row = NULL;

  g_string_printf (sql, "SELECT count(*), max (octet_length (%s)), 0", table->texts[0]);
  for (guint i = 0; table->texts[i] != NULL; i++)
    g_string_append_printf (sql, " + total (octet_length (%s))", table->texts[i]);
  g_string_append_printf (sql, " FROM %s NOT INDEXED", table->name);
  row = ldr_database_prepare (db, sql->str, error);
  if (row == NULL || ldr_statement_step (row, error) == LDR_STEP_ERROR)
    return FALSE;
  return (ldr_statement_get_int (row, 0) <= table->max_rows && ldr_statement_get_int (row, 1) <= table->max_bytes
          && ldr_statement_get_int (row, 2) <= n_bytes)
         || refuse (LDR_STORE_ERROR_DAMAGED, error);
}

static gboolean
read_rows (LdrDatabase *db, const Table *table, LdrPack *pack, GCancellable *cancellable, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s NOT INDEXED ORDER BY rowid", table->columns, table->name);
  g_autoptr (LdrStatement) row = ldr_database_prepare (db, sql, error);
  LdrStep step = LDR_STEP_ERROR;

  while (row != NULL && (step = ldr_statement_step (row, error)) == LDR_STEP_ROW)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!table->read (pack, row))
        return refuse (LDR_STORE_ERROR_DAMAGED, error);
    }
  return step == LDR_STEP_DONE;
}

/* --- The file ------------------------------------------------------------------------------------------------------
 */

/* Only a table that was made by our own words is one of ours: no view, nothing that computes what it gives. Whatever
 * else may be in the file is not asked. */
static gboolean
check_tables (LdrDatabase *db, GError **error)
{
  g_autoptr (GBytes) schema = ldr_schema_load (LDR_PACK_SCHEMA, LDR_PACK_VERSION, error);
  g_autoptr (LdrStatement) stmt = NULL;

  if (schema == NULL)
    return FALSE;
  stmt = ldr_database_prepare (db,
                               "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?1 AND rootpage > 0 "
                               "AND sql LIKE 'CREATE TABLE ' || ?1 || ' (%' AND instr (?2, sql) > 0",
                               error);
  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      ldr_statement_bind_text (stmt, 1, tables[i].name);
      /* A resource's data ends with a zero byte that is not counted. */
      ldr_statement_bind_text (stmt, 2, g_bytes_get_data (schema, NULL));
      if (ldr_statement_step (stmt, error) == LDR_STEP_ERROR)
        return FALSE;
      if (ldr_statement_get_int (stmt, 0) != 1)
        return refuse (LDR_STORE_ERROR_DAMAGED, error);
      ldr_statement_reset (stmt);
    }
  return TRUE;
}

/* The seal of each page, also of those that nothing is read from; then the version, then the tables. */
static gboolean
check_file (LdrDatabase *db, GError **error)
{
  g_autoptr (GPtrArray) broken = g_ptr_array_new_with_free_func (g_free);
  gint64 version = 0;

  if (!ldr_database_get_number (db, "PRAGMA user_version", &version, error)
      || !ldr_database_list_lines (db, "PRAGMA cipher_integrity_check", broken, error))
    return FALSE;
  if (broken->len > 0 || version < 1)
    return refuse (LDR_STORE_ERROR_DAMAGED, error);
  return version <= LDR_PACK_VERSION ? check_tables (db, error) : refuse (LDR_STORE_ERROR_NEWER, error);
}

static LdrPack *
read_all (LdrDatabase *db, GCancellable *cancellable, GError **error)
{
  g_autoptr (LdrPack) pack = ldr_pack_new (LDR_PACK_SESSION, "", "", NULL);
  gint64 pages = 0;

  if (!ldr_database_begin (db, error) || !check_file (db, error)
      || !ldr_database_get_number (db, "PRAGMA page_count", &pages, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!measure (db, &tables[i], pages * LDR_DATABASE_PAGE, error)
        || !read_rows (db, &tables[i], pack, cancellable, error))
      return NULL;
  return ldr_pack_file_check (pack, error) ? g_steal_pointer (&pack) : NULL;
}

/* What the layers below say of a journal, said of a pack; NULL where they speak of no journal. */
static const char *
describe (const GError *failure)
{
  /* Whatever the rows cannot be is damage as well. */
  if (failure->domain == LDR_MODEL_ERROR || g_error_matches (failure, LDR_STORE_ERROR, LDR_STORE_ERROR_DAMAGED))
    return _ ("This session pack is damaged. Ask whoever sent it to send it again.");
  if (g_error_matches (failure, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_A_JOURNAL))
    return _ ("This file is not a session pack.");
  if (g_error_matches (failure, LDR_STORE_ERROR, LDR_STORE_ERROR_PASSPHRASE))
    return _ ("This passphrase does not open this session pack.");
  if (g_error_matches (failure, LDR_STORE_ERROR, LDR_STORE_ERROR_NEWER))
    return _ ("This session pack was made by a newer version of Leidraad. Update the program to open it.");
  if (g_error_matches (failure, LDR_STORE_ERROR, LDR_STORE_ERROR_READ_ONLY))
    return _ ("This session pack cannot be read: you may not open the file, or its folder.");
  return NULL;
}

static void
tell_failure (GError *failure, GError **error)
{
  const char *message = describe (failure);

  if (message == NULL)
    g_propagate_error (error, g_error_copy (failure));
  else
    g_set_error_literal (error, LDR_STORE_ERROR,
                         failure->domain == LDR_STORE_ERROR ? failure->code : LDR_STORE_ERROR_DAMAGED, message);
}

/* Reads a pack whose key is known already. */
LdrPack *
ldr_pack_file_read_with_key (const char *path, LdrKey *key, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (LdrDatabase) db = ldr_database_open_read (path, key, LDR_PACK_APPLICATION_ID, &failure);
  g_autoptr (LdrPack) pack = NULL;

  if (db != NULL)
    {
      ldr_database_watch (db, cancellable);
      pack = read_all (db, cancellable, &failure);
    }
  if (pack != NULL)
    return g_steal_pointer (&pack);
  /* What SQLite cannot make sense of, with our own questions, is the file's fault. */
  if (g_error_matches (failure, LDR_STORE_ERROR, LDR_STORE_ERROR_FAILED))
    failure->code = LDR_STORE_ERROR_DAMAGED;
  tell_failure (failure, error);
  return NULL;
}

/**
 * ldr_pack_file_read:
 * @path: a file from somebody else
 * @passphrase: what it was locked with
 * @cancellable: (nullable): stops it
 * @error: return location for an #LdrStoreError or %G_IO_ERROR_CANCELLED
 *
 * Reads a pack, and changes nothing: neither the file nor what lies beside it, which need not be writable.
 * %LDR_STORE_ERROR_PASSPHRASE for another passphrase, %LDR_STORE_ERROR_NOT_A_JOURNAL for a file that is not a pack,
 * %LDR_STORE_ERROR_NEWER for a pack of a later version, and %LDR_STORE_ERROR_DAMAGED for one that is not whole or says
 * what a pack cannot say. Takes some 140 ms for the key, by design.
 *
 * Returns: (transfer full): a pack that ldr_pack_validate() accepts, or %NULL
 */
LdrPack *
ldr_pack_file_read (const char *path, const char *passphrase, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (LdrKey) key = NULL;

  g_return_val_if_fail (path != NULL && passphrase != NULL, NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  key = ldr_key_for_file (path, passphrase, &failure);
  if (key != NULL)
    return ldr_pack_file_read_with_key (path, key, cancellable, error);
  tell_failure (failure, error);
  return NULL;
}

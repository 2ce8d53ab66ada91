/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-pack-testing.h"

#include <string.h>
#include "model/ldr-id.h"
#include "store/ldr-key-private.h"
#include "store/ldr-pack-file-private.h"

/* A folder, and the place of a pack in it. */
void
pack_testing_set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("leidraad-test-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->path = fixture_file (self, PACK_NAME);
}

static void
add_picture (LdrPack *pack, const char *entry_id, const char *start, gsize n_start, gsize size)
{
  g_autofree char *data = g_strnfill (size, '\0');
  g_autoptr (GBytes) bytes = NULL;

  memcpy (data, start, n_start);
  bytes = g_bytes_new (data, size);
  g_ptr_array_add (pack->pictures, ldr_picture_new (entry_id, ldr_picture_sniff (bytes), bytes));
}

/* A passage about each kind of thing; texts of a word, of many pages and in many scripts. */
LdrPack *
pack_testing_session (void)
{
  g_autofree char *entry = ldr_id_new (), *text = g_strnfill (20000, 'x');
  LdrPack *pack = ldr_pack_new (LDR_PACK_SESSION, "Gesprek van 3 maart, " PACK_WORD, "Sanne de Vries", NULL);

  g_set_str (&pack->language, "nl");
  ldr_pack_add_passage (pack, LDR_SUBJECT_DOCUMENT, "", 0, 1, "Gesprek");
  ldr_pack_add_passage (pack, LDR_SUBJECT_DOCUMENT, "", 1, 0, "");
  for (int subject = LDR_SUBJECT_SESSION; subject < LDR_N_SUBJECTS; subject++)
    {
      g_autofree char *id = ldr_id_new ();

      ldr_pack_add_passage (pack, (LdrSubject) subject, id, 0, subject, "Een kop met een " PACK_WORD);
      ldr_pack_add_passage (pack, (LdrSubject) subject, id, 7, 0, "*Noor* \342\200\224 \346\274\242\tja\nnee")
          ->is_private
          = TRUE;
    }
  ldr_pack_add_passage (pack, LDR_SUBJECT_ENTRY, entry, 0, 6, text);
  add_picture (pack, entry, "\x89PNG\r\n\x1a\n", 8, 12345);
  add_picture (pack, "", "\xff\xd8\xff", 3, 3);
  return pack;
}

/* What somebody wrote beside those, and one that was taken back. */
LdrPack *
pack_testing_comments (void)
{
  g_autoptr (LdrPack) sent = pack_testing_session ();
  LdrPack *pack = ldr_pack_new (LDR_PACK_COMMENTS, "Opmerkingen", "Ellen", sent->id);

  for (guint i = 0; i < sent->passages->len; i++)
    {
      const LdrPassage *passage = g_ptr_array_index (sent->passages, i);
      LdrComment *comment = ldr_comment_new (sent->id, passage->id, "Ellen", "Wie zag die " PACK_WORD "?\nEn toen?");

      ldr_comment_set_subject (comment, passage->subject, passage->subject_id, passage->text);
      comment->is_private = passage->is_private;
      comment->moment -= 1000 * (int) i;
      if (i == 4)
        {
          g_set_str (&comment->text, "");
          comment->is_deleted = TRUE;
        }
      g_ptr_array_add (pack->comments, comment);
    }
  return pack;
}

static void
assert_same_passage (const LdrPassage *a, const LdrPassage *b)
{
  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpint (a->subject, ==, b->subject);
  g_assert_cmpstr (a->subject_id, ==, b->subject_id);
  g_assert_cmpint (a->place, ==, b->place);
  g_assert_cmpint (a->level, ==, b->level);
  g_assert_cmpstr (a->text, ==, b->text);
  g_assert_cmpint (a->is_private, ==, b->is_private);
}

static void
assert_same_picture (const LdrPicture *a, const LdrPicture *b)
{
  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpstr (a->entry_id, ==, b->entry_id);
  g_assert_cmpstr (a->media_type, ==, b->media_type);
  g_assert_true (g_bytes_equal (a->bytes, b->bytes));
}

void
pack_testing_assert_same (const LdrPack *a, const LdrPack *b)
{
  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpint (a->moment, ==, b->moment);
  g_assert_cmpint (a->day, ==, b->day);
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpstr (a->from, ==, b->from);
  g_assert_cmpstr (a->language, ==, b->language);
  g_assert_cmpstr (a->about, ==, b->about);
  g_assert_cmpuint (a->passages->len, ==, b->passages->len);
  g_assert_cmpuint (a->pictures->len, ==, b->pictures->len);
  g_assert_cmpuint (a->comments->len, ==, b->comments->len);
  for (guint i = 0; i < a->passages->len; i++)
    assert_same_passage (g_ptr_array_index (a->passages, i), g_ptr_array_index (b->passages, i));
  for (guint i = 0; i < a->pictures->len; i++)
    assert_same_picture (g_ptr_array_index (a->pictures, i), g_ptr_array_index (b->pictures, i));
  for (guint i = 0; i < a->comments->len; i++)
    g_assert_true (ldr_comment_equal (g_ptr_array_index (a->comments, i), g_ptr_array_index (b->comments, i)));
}

void
pack_testing_write (const LdrPack *pack, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrPackFile) file = ldr_pack_file_write (pack, path, PACK_PASSPHRASE, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (ldr_pack_file_put_in_place (file, &error));
  g_assert_no_error (error);
}

LdrPack *
pack_testing_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  LdrPack *pack = ldr_pack_file_read (path, PACK_PASSPHRASE, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pack);
  return pack;
}

/* The names in a folder, in order, with commas between. */
char *
pack_testing_list (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (",", (char **) names->pdata);
}

/* A folder with a pack in it: one of comments when the test says so. */
void
pack_testing_fill (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrPack) pack = data != NULL ? pack_testing_comments () : pack_testing_session ();

  pack_testing_set_up (self, NULL);
  pack_testing_write (pack, self->path);
}

/* --- Files that are no sound pack ----------------------------------------------------------------------------------
 */

LdrStoreError
pack_testing_get_code (GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == LDR_STORE_ERROR);
  g_assert_cmpstr (error->message, !=, "");
  /* Whoever opens a pack is not to fear for a journal. */
  g_assert_null (strstr (error->message, "journal"));
  return (LdrStoreError) error->code;
}

/* Reads a file by its passphrase, or by its key when it is known, and sees that nothing is changed. */
LdrStoreError
pack_testing_refuse (Fixture *self, const char *path, const char *passphrase, LdrKey *key)
{
  g_autofree char *before = test_folder_state (self->folder), *after = NULL;
  g_autoptr (GError) error = NULL;

  if (key != NULL)
    g_assert_null (ldr_pack_file_read_with_key (path, key, NULL, &error));
  else
    g_assert_null (ldr_pack_file_read (path, passphrase, NULL, &error));
  after = test_folder_state (self->folder);
  g_assert_cmpstr (after, ==, before);
  return pack_testing_get_code (error);
}

LdrKey *
pack_testing_get_key (const char *path)
{
  LdrKey *key = ldr_key_for_file (path, PACK_PASSPHRASE, NULL);

  g_assert_nonnull (key);
  return key;
}

sqlite3 *
pack_testing_open_plainly (const char *path, LdrKey *key)
{
  char *text = ldr_key_to_sqlcipher (key);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_key (db, text, (int) strlen (text)), ==, SQLITE_OK);
  ldr_key_wipe_text (text);
  return db;
}

void
pack_testing_exec (sqlite3 *db, const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

/* Does to a copy of the pack whatever somebody with the passphrase can. */
char *
pack_testing_bend (Fixture *self, LdrKey *key, const char *sql)
{
  char *path = fixture_file (self, "krom" LDR_PACK_SUFFIX);
  g_autofree char *bytes = NULL;
  gsize n_bytes;
  sqlite3 *db;

  g_assert_true (g_file_get_contents (self->path, &bytes, &n_bytes, NULL));
  g_assert_true (g_file_set_contents (path, bytes, (gssize) n_bytes, NULL));
  db = pack_testing_open_plainly (path, key);
  pack_testing_exec (db, "PRAGMA ignore_check_constraints = ON");
  pack_testing_exec (db, sql);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return path;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include "ldr-pack-testing.h"
#include "store/ldr-key-private.h"
#include "store/ldr-pack-file-private.h"
#include "store/ldr-store-private.h"

/* What somebody with the passphrase can put in a pack: whoever reads it believes nothing, runs nothing, and takes no
 * more memory for it than the file is large. */

static void
assert_damaged (Fixture *self, const char *const *sql, gsize n_sql)
{
  g_autoptr (LdrKey) key = pack_testing_get_key (self->path);

  for (gsize i = 0; i < n_sql; i++)
    {
      g_autofree char *path = pack_testing_bend (self, key, sql[i]);

      g_test_message ("%s", sql[i]);
      g_assert_cmpint (pack_testing_refuse (self, path, NULL, key), ==, LDR_STORE_ERROR_DAMAGED);
    }
}

static void
test_bent_rows (Fixture *self, gconstpointer data)
{
  static const char *const sql[] = {
    "DELETE FROM pack",
    "INSERT INTO pack SELECT 2, id, kind, moment, day, title, sender, language, about FROM pack",
    "UPDATE pack SET id = 'x'",
    "UPDATE pack SET kind = 1",
    "UPDATE pack SET kind = 2",
    "UPDATE pack SET kind = 4294967296",
    "UPDATE pack SET kind = -1",
    "UPDATE pack SET moment = 9223372036854775807",
    "UPDATE pack SET moment = -9223372036854775808",
    "UPDATE pack SET day = day + 3",
    "UPDATE pack SET day = day + 4294967296",
    "UPDATE pack SET title = ''",
    "UPDATE pack SET title = 'a' || char (10) || 'b'",
    "UPDATE pack SET title = 'a' || char (0) || 'b'",
    "UPDATE pack SET sender = CAST (x'c328' AS TEXT)",
    "UPDATE pack SET language = char (27)",
    "UPDATE pack SET about = id",
    "DELETE FROM passage",
    "UPDATE passage SET id = 'x' WHERE key = 3",
    "UPDATE passage SET subject = 6",
    "UPDATE passage SET subject = subject + 4294967296",
    "UPDATE passage SET subject_id = 'x'",
    "UPDATE passage SET place = -1 WHERE key = 1",
    "UPDATE passage SET place = place + 4294967296",
    "UPDATE passage SET level = 7",
    "UPDATE passage SET level = level + 4294967296",
    "UPDATE passage SET private = 2",
    "UPDATE passage SET text = CAST (x'c328' AS TEXT) WHERE key = 4",
    "UPDATE passage SET text = 'a' || char (0) || 'b' WHERE key = 4",
    "UPDATE passage SET text = char (7) WHERE key = 4",
    "UPDATE picture SET id = '' WHERE key = 1",
    "UPDATE picture SET entry = '../../etc' WHERE key = 1",
    "UPDATE picture SET media_type = 'image/svg+xml'",
    "UPDATE picture SET media_type = 'image/jpeg'",
    "UPDATE picture SET bytes = x'3c7376672f3e'",
    "UPDATE picture SET bytes = x''",
  };

  assert_damaged (self, sql, G_N_ELEMENTS (sql));
}

static void
test_bent_comments (Fixture *self, gconstpointer data)
{
  static const char *const sql[] = {
    "UPDATE pack SET kind = 0",
    "UPDATE pack SET about = ''",
    "DELETE FROM comment",
    "UPDATE comment SET id = 'x' WHERE key = 1",
    "UPDATE comment SET pack = ''",
    "UPDATE comment SET passage = ''",
    "UPDATE comment SET subject = 6",
    "UPDATE comment SET subject = subject + 4294967296",
    "UPDATE comment SET subject_id = 'x'",
    "UPDATE comment SET quote = printf ('%.501c', 'x')",
    "UPDATE comment SET author = CAST (x'ff' AS TEXT)",
    "UPDATE comment SET moment = moment + 259200000",
    "UPDATE comment SET day = day + 4294967296",
    "UPDATE comment SET text = ''",
    "UPDATE comment SET text = CAST (x'c328' AS TEXT)",
    "UPDATE comment SET text = printf ('%.262145c', 'x') WHERE key = 1",
    "UPDATE comment SET private = 2",
    "UPDATE comment SET deleted = 2",
    "UPDATE comment SET deleted = deleted + 4294967296",
    "INSERT INTO passage SELECT 1, passage, subject, subject_id, 0, 0, 0, 'x' FROM comment WHERE key = 1",
  };

  assert_damaged (self, sql, G_N_ELEMENTS (sql));
}

/* Tables that are not as ours are. */
static void
test_bent_tables (Fixture *self, gconstpointer data)
{
  static const char *const sql[] = {
    "DROP TABLE pack",
    "DROP TABLE comment",
    "ALTER TABLE passage RENAME TO other; CREATE VIEW passage AS SELECT * FROM other",
    "ALTER TABLE picture ADD COLUMN more TEXT",
    "ALTER TABLE passage RENAME COLUMN text TO words; "
    "ALTER TABLE passage ADD COLUMN text TEXT AS (words || printf ('%.1000000c', 'x'))",
    "DROP TABLE comment; CREATE VIRTUAL TABLE comment USING fts5 (id, pack, passage, subject, subject_id, quote, "
    "author, moment, day, text, deleted, private)",
    "DROP TABLE picture; CREATE TABLE picture (key INTEGER PRIMARY KEY, id TEXT, entry TEXT, media_type TEXT, bytes "
    "BLOB AS (zeroblob (16000000)))",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'nonsense' WHERE name = 'picture'",
  };

  assert_damaged (self, sql, G_N_ELEMENTS (sql));
}

/* What else lies in the file is left alone, and gets to do nothing. */
static void
test_extras (Fixture *self, gconstpointer data)
{
  static const char *const sql[] = {
    "CREATE TABLE extra (a); CREATE VIEW passages AS SELECT * FROM passage",
    "CREATE TRIGGER harm AFTER INSERT ON passage BEGIN DELETE FROM picture; END",
    "CREATE INDEX part ON passage (level, text) WHERE level > 0; CREATE INDEX rest ON picture (id, media_type)",
    "CREATE VIRTUAL TABLE words USING fts5 (text); INSERT INTO words VALUES ('a'); DROP TABLE words_data",
    "PRAGMA journal_mode = WAL; CREATE TABLE extra (a)",
  };
  g_autoptr (LdrKey) key = pack_testing_get_key (self->path);
  g_autoptr (LdrPack) pack = pack_testing_read (self->path);

  for (guint i = 0; i < G_N_ELEMENTS (sql); i++)
    {
      g_autofree char *path = pack_testing_bend (self, key, sql[i]), *before = test_folder_state (self->folder),
                      *after = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (LdrPack) back = ldr_pack_file_read_with_key (path, key, NULL, &error);

      g_assert_no_error (error);
      pack_testing_assert_same (back, pack);
      after = test_folder_state (self->folder);
      g_assert_cmpstr (after, ==, before);
    }
}

/* --- More than there can be ----------------------------------------------------------------------------------------
 */

static guint n_rows;

static int
count_row_cb (unsigned event, void *data, void *stmt, void *detail)
{
  n_rows++;
  return 0;
}

static int
count_rows (sqlite3 *db, char **message, const void *routines)
{
  return sqlite3_trace_v2 (db, SQLITE_TRACE_ROW, count_row_cb, NULL);
}

#define MANY "WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n LIMIT %d) "
#define LARGE "replace (hex (zeroblob (8388609)), '0', 'x')"

/* What is too much is refused before any of it is fetched. */
static void
test_too_much (Fixture *self, gconstpointer data)
{
  char *sql[] = {
    g_strdup_printf (MANY "INSERT INTO passage SELECT i, '/' || i, 0, '', i, 0, 0, '' FROM n",
                     LDR_PACK_MAX_PASSAGES + 1),
    g_strdup_printf (MANY "INSERT INTO picture SELECT i, i, '', 'image/gif', x'474946383961' FROM n",
                     LDR_PACK_MAX_PICTURES + 1),
    g_strdup_printf (MANY "INSERT INTO comment SELECT i, i, '', '/0', 0, '', '', '', 0, 0, 'x', 0, 0 FROM n",
                     LDR_PACK_MAX_COMMENTS + 1),
    g_strdup ("UPDATE pack SET title = " LARGE),
    g_strdup ("UPDATE passage SET text = " LARGE " WHERE key = 3"),
    g_strdup ("UPDATE picture SET bytes = zeroblob (16777217) WHERE key = 1"),
  };
  g_autoptr (LdrKey) key = pack_testing_get_key (self->path);

  for (guint i = 0; i < G_N_ELEMENTS (sql); i++)
    {
      g_autofree char *path = pack_testing_bend (self, key, sql[i]);

      g_test_message ("%s", sql[i]);
      sqlite3_auto_extension ((void (*) (void)) count_rows);
      sqlite3_memory_highwater (1);
      n_rows = 0;
      g_assert_cmpint (pack_testing_refuse (self, path, NULL, key), ==, LDR_STORE_ERROR_DAMAGED);
      g_assert_cmpuint (n_rows, >, 0);
      g_assert_cmpuint (n_rows, <, 60);
      g_assert_cmpint (sqlite3_memory_highwater (0), <, 8 * 1024 * 1024);
      sqlite3_cancel_auto_extension ((void (*) (void)) count_rows);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sql); i++)
    g_free (sql[i]);
}

#define SHARERS 6
#define ADD_LONG                                                                                                       \
  "INSERT INTO passage (id, subject, subject_id, place, level, private, text) "                                        \
  "SELECT '/' || (count(*) + 1), 0, '', count(*) + 1, 0, 0, printf ('%.1043599c', 'x') FROM passage"

static gint64
ask (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *stmt = NULL;
  gint64 answer;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  answer = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  return answer;
}

/* Opens a page as SQLCipher seals it, or seals it again: AES in chains over all but the last 80 bytes, which are where
 * the chain starts and a sum over the rest and the page's number. The first 16 bytes of the file are its salt. */
static void
turn_page (guchar *file, guint32 number, LdrKey *key, gboolean seal)
{
  char *text = ldr_key_to_sqlcipher (key);
  guchar keys[LDR_KEY_BYTES + LDR_SALT_BYTES], sum_key[LDR_KEY_BYTES], summed[LDR_DATABASE_PAGE];
  int skip = number == 1 ? LDR_SALT_BYTES : 0, n = LDR_DATABASE_PAGE - 80 - skip, done = 0;
  guchar *page = file + (number - 1) * LDR_DATABASE_PAGE + skip;
  EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new ();

  for (guint i = 0; i < sizeof keys; i++)
    {
      keys[i] = (guchar) (g_ascii_xdigit_value (text[2 + 2 * i]) << 4 | g_ascii_xdigit_value (text[3 + 2 * i]));
      if (i >= LDR_KEY_BYTES)
        keys[i] ^= 0x3a;
    }
  ldr_key_wipe_text (text);
  g_assert_true (EVP_CipherInit_ex (context, EVP_aes_256_cbc (), NULL, keys, page + n, seal));
  EVP_CIPHER_CTX_set_padding (context, 0);
  g_assert_true (EVP_CipherUpdate (context, page, &done, page, n));
  g_assert_cmpint (done, ==, n);
  EVP_CIPHER_CTX_free (context);
  g_assert_true (PKCS5_PBKDF2_HMAC ((char *) keys, LDR_KEY_BYTES, keys + LDR_KEY_BYTES, LDR_SALT_BYTES, 2,
                                    EVP_sha512 (), LDR_KEY_BYTES, sum_key));
  memcpy (summed, page, (gsize) n + 16);
  number = GUINT32_TO_LE (number);
  memcpy (summed + n + 16, &number, sizeof number);
  if (seal)
    HMAC (EVP_sha512 (), sum_key, LDR_KEY_BYTES, summed, (gsize) n + 20, page + n + 16, NULL);
}

/* Lets all long rows of a table's only page go on where the first of them does. They are of one length, and lie from
 * the end of the page on; each ends with the number of the page where it goes on. */
static void
share_rest (guchar *page, int first, int n)
{
  int start = page[8 + 2 * first] << 8 | page[9 + 2 * first];
  int next = page[10 + 2 * first] << 8 | page[11 + 2 * first];
  int length = start - next;

  g_assert_cmpint (page[0], ==, 13);
  g_assert_cmpint (page[3] << 8 | page[4], ==, first + n);
  for (int i = 1; i < n; i++)
    memcpy (page + start - i * length + length - 4, page + start + length - 4, 4);
}

static void
put_number (guchar *page, int at, int number)
{
  for (int i = 0; i < 4; i++)
    page[at + i] = (guchar) (number >> (24 - 8 * i));
}

/* Cuts the pages off that only the other rows had. */
static void
bend_file (const char *path, LdrKey *key, int root, int pages)
{
  g_autofree char *contents = NULL;
  gsize size;
  guchar *file;

  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  file = (guchar *) contents;
  turn_page (file, (guint32) root, key, FALSE);
  share_rest (file + (root - 1) * LDR_DATABASE_PAGE, 1, SHARERS);
  turn_page (file, (guint32) root, key, TRUE);
  turn_page (file, 1, key, FALSE);
  put_number (file, 28, pages);
  turn_page (file, 1, key, TRUE);
  g_assert_cmpint ((int) size, >, 5 * pages * LDR_DATABASE_PAGE);
  g_assert_true (g_file_set_contents (path, contents, (gssize) pages * LDR_DATABASE_PAGE, NULL));
}

/* A file of one megabyte whose rows come to six: in a file of some gigabytes they would come to any size. */
static void
test_shared_bytes (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrPack) pack = ldr_pack_new (LDR_PACK_SESSION, "Klein", "", NULL);
  g_autoptr (LdrKey) key = NULL;
  int root, pages;
  sqlite3 *db;

  ldr_pack_add_passage (pack, LDR_SUBJECT_DOCUMENT, "", 0, 0, "Kort");
  pack_testing_write (pack, self->path);
  key = pack_testing_get_key (self->path);
  db = pack_testing_open_plainly (self->path, key);
  pack_testing_exec (db, ADD_LONG);
  pages = (int) ask (db, "PRAGMA page_count");
  for (int i = 1; i < SHARERS; i++)
    pack_testing_exec (db, ADD_LONG);
  root = (int) ask (db, "SELECT rootpage FROM sqlite_schema WHERE name = 'passage'");
  sqlite3_close (db);
  bend_file (self->path, key, root, pages);

  /* SQLite itself sees nothing wrong with it. */
  db = pack_testing_open_plainly (self->path, key);
  g_assert_cmpint (ask (db, "SELECT sum (length (text)) FROM passage"), ==, SHARERS * 1043599 + 4);
  sqlite3_close (db);
  g_assert_cmpint (pack_testing_refuse (self, self->path, NULL, key), ==, LDR_STORE_ERROR_DAMAGED);
}

int
main (int argc, char *argv[])
{
  static const FixtureTest tests[] = {
    { "rows", test_bent_rows },    { "tables", test_bent_tables },        { "extras", test_extras },
    { "too-much", test_too_much }, { "shared-bytes", test_shared_bytes },
  };

  g_test_init (&argc, &argv, NULL);
  fixture_add_tests ("/pack-hostile/", pack_testing_fill, tests, G_N_ELEMENTS (tests));
  g_test_add ("/pack-hostile/comments", Fixture, "comments", pack_testing_fill, test_bent_comments, fixture_tear_down);
  return g_test_run ();
}

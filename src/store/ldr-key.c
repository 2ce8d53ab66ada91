/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include "ldr-database.h"
#include "ldr-key-private.h"
#include "ldr-sqlite.h"
#include "ldr-store-error.h"

/* SQLCipher 4's own figure. */
#define ROUNDS 256000

/* Four of the salt's bytes are made of the other twelve. So a wrong passphrase can be told from a file that never was
 * ours, and from one whose salt was damaged: without its salt nothing else in it can be read. */
#define SALT_FREE 12
#define SALT_MARK (LDR_SALT_BYTES - SALT_FREE)

/* A recovery sheet is 50 bytes as 80 letters: the key, the salt, and two that catch a mistake in copying it. */
#define SHEET_CHECK 2
#define SHEET_BYTES (LDR_KEY_BYTES + LDR_SALT_BYTES + SHEET_CHECK)
#define SHEET_LETTERS (SHEET_BYTES * 8 / 5)
#define SHEET_GROUP 5
#define SHEET_LINE 20

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

struct _LdrKey
{
  gatomicrefcount ref_count;
  guchar key[LDR_KEY_BYTES];
  guchar salt[LDR_SALT_BYTES];
};

G_DEFINE_BOXED_TYPE (LdrKey, ldr_key, ldr_key_ref, ldr_key_unref)

static LdrKey *
key_alloc (void)
{
  LdrKey *self = g_new0 (LdrKey, 1);

  g_atomic_ref_count_init (&self->ref_count);
  return self;
}

static void
digest (const char *purpose, const guchar *bytes, gsize n_bytes, guchar *result, gsize n_result)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 full[32];
  gsize length = sizeof full;

  g_checksum_update (checksum, (const guchar *) purpose, -1);
  g_checksum_update (checksum, bytes, n_bytes);
  g_checksum_get_digest (checksum, full, &length);
  memcpy (result, full, n_result);
  OPENSSL_cleanse (full, sizeof full);
}

static gboolean
salt_is_marked (const guchar *salt)
{
  guchar mark[SALT_MARK];

  digest ("leidraad salt", salt, SALT_FREE, mark, SALT_MARK);
  return memcmp (mark, salt + SALT_FREE, SALT_MARK) == 0;
}

/* What a file's first 16 bytes say about its origin. */
LdrSaltKind
ldr_salt_classify (const guchar *salt)
{
  guchar other[LDR_SALT_BYTES];

  if (salt_is_marked (salt))
    return LDR_SALT_OURS;
  for (int bit = 0; bit < LDR_SALT_BYTES * 8; bit++)
    {
      memcpy (other, salt, LDR_SALT_BYTES);
      other[bit / 8] ^= (guchar) (1 << (bit % 8));
      if (salt_is_marked (other))
        return LDR_SALT_NEARLY;
    }
  return LDR_SALT_STRANGE;
}

static gboolean
derive (LdrKey *self, const char *passphrase, GError **error)
{
  gsize length = strlen (passphrase);

  if (length == 0 || length > G_MAXINT)
    {
      g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_PASSPHRASE,
                           _ ("A passphrase has at least one character."));
      return FALSE;
    }
  if (PKCS5_PBKDF2_HMAC (passphrase, (int) length, self->salt, LDR_SALT_BYTES, ROUNDS, EVP_sha512 (), LDR_KEY_BYTES,
                         self->key)
      != 1)
    {
      g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_FAILED,
                           _ ("The key could not be made from the passphrase."));
      return FALSE;
    }
  return TRUE;
}

/**
 * ldr_key_new:
 * @passphrase: what the owner will type, UTF-8, not empty
 * @error: return location for an #LdrStoreError
 *
 * Makes the key of a new journal, with a salt of its own. Takes some 140 ms, by design.
 *
 * Returns: (transfer full): the key, or %NULL
 */
LdrKey *
ldr_key_new (const char *passphrase, GError **error)
{
  g_autoptr (LdrKey) self = key_alloc ();

  g_return_val_if_fail (passphrase != NULL, NULL);
  if (RAND_bytes (self->salt, SALT_FREE) != 1)
    {
      g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_FAILED,
                           _ ("There are no random numbers to be had."));
      return NULL;
    }
  digest ("leidraad salt", self->salt, SALT_FREE, self->salt + SALT_FREE, SALT_MARK);
  return derive (self, passphrase, error) ? g_steal_pointer (&self) : NULL;
}

/* The salt of a file, when it can be one of a journal. */
gboolean
ldr_salt_read (const char *path, guchar *salt, gint64 *size, GError **error)
{
  gsize n_salt = LDR_SALT_BYTES;

  if (!ldr_sqlite_read_start (path, salt, &n_salt, size, error))
    return FALSE;
  if (n_salt < LDR_SALT_BYTES || memcmp (salt, "SQLite format 3", LDR_SALT_BYTES) == 0)
    {
      g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_A_JOURNAL, _ ("This file is not a journal."));
      return FALSE;
    }
  return TRUE;
}

/**
 * ldr_key_may_exist_for:
 * @path: a file
 * @error: return location for an #LdrStoreError
 *
 * Whether some key may open that file, as far as can be told without one. What is missing, or is surely no journal, is
 * refused here, so that nobody is asked for a passphrase that does not exist.
 *
 * Returns: whether to ask for the passphrase
 */
gboolean
ldr_key_may_exist_for (const char *path, GError **error)
{
  guchar salt[LDR_SALT_BYTES];
  gint64 size = 0;

  g_return_val_if_fail (path != NULL, FALSE);
  if (!ldr_salt_read (path, salt, &size, error))
    return FALSE;
  /* One of ours that was cut short is damaged, and is told so once its passphrase is known. */
  if (ldr_salt_classify (salt) == LDR_SALT_STRANGE && size % LDR_DATABASE_PAGE != 0)
    {
      g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_A_JOURNAL, _ ("This file is not a journal."));
      return FALSE;
    }
  return TRUE;
}

/**
 * ldr_key_for_file:
 * @path: an existing journal
 * @passphrase: what its owner typed
 * @error: return location for an #LdrStoreError
 *
 * Makes the key that @passphrase gives with the salt of that file. Whether it opens the file is only known when it is
 * tried. An empty file, a plain SQLite file or a folder is refused here, with %LDR_STORE_ERROR_NOT_A_JOURNAL.
 *
 * Returns: (transfer full): the key, or %NULL
 */
LdrKey *
ldr_key_for_file (const char *path, const char *passphrase, GError **error)
{
  g_autoptr (LdrKey) self = key_alloc ();
  gint64 size = 0;

  g_return_val_if_fail (path != NULL && passphrase != NULL, NULL);
  if (!ldr_salt_read (path, self->salt, &size, error))
    return NULL;
  return derive (self, passphrase, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * ldr_key_equal:
 * @self: a key
 * @other: another one
 *
 * Compares in a time that says nothing about where they differ.
 *
 * Returns: whether both open the same file
 */
gboolean
ldr_key_equal (LdrKey *self, LdrKey *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);
  return CRYPTO_memcmp (self->key, other->key, LDR_KEY_BYTES) == 0
         && CRYPTO_memcmp (self->salt, other->salt, LDR_SALT_BYTES) == 0;
}

/**
 * ldr_key_admits:
 * @self: the key of an open journal
 * @passphrase: what somebody typed
 * @error: return location for an #LdrStoreError; %LDR_STORE_ERROR_PASSPHRASE when it is another one
 *
 * Says whether @passphrase gives this key, without looking at the file: it may be gone. Takes some 140 ms, by design.
 *
 * Returns: %TRUE if it does
 */
gboolean
ldr_key_admits (LdrKey *self, const char *passphrase, GError **error)
{
  g_autoptr (LdrKey) other = key_alloc ();

  g_return_val_if_fail (self != NULL && passphrase != NULL, FALSE);
  memcpy (other->salt, self->salt, LDR_SALT_BYTES);
  if (!derive (other, passphrase, error))
    return FALSE;
  if (ldr_key_equal (self, other))
    return TRUE;
  g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_PASSPHRASE,
                       _ ("This passphrase does not open this journal."));
  return FALSE;
}

/* The letters of a sheet that are easily taken for others. */
static int
letter_value (char letter)
{
  const char *found;

  letter = g_ascii_toupper (letter);
  if (letter == '0')
    letter = 'O';
  else if (letter == '1')
    letter = 'I';
  else if (letter == '8')
    letter = 'B';
  found = letter != '\0' ? strchr (letters, letter) : NULL;
  return found != NULL ? (int) (found - letters) : -1;
}

static gboolean
read_sheet (const char *sheet, guchar *bytes)
{
  guint bits = 0, held = 0;
  gsize n = 0, n_letters = 0;

  for (const char *c = sheet; *c != '\0'; c++)
    {
      int value = letter_value (*c);

      if (g_ascii_isspace (*c) || *c == '-' || *c == '.')
        continue;
      if (value < 0 || ++n_letters > SHEET_LETTERS)
        return FALSE;
      bits = (bits << 5 | (guint) value) & 0xfff;
      held += 5;
      if (held >= 8)
        {
          held -= 8;
          bytes[n++] = (guchar) (bits >> held);
        }
    }
  return n_letters == SHEET_LETTERS;
}

/* CRC-16/CCITT: unlike a cut-off hash it catches every mistake within 16 bits, so any one wrong letter and any two
 * neighbours that changed places. */
static void
write_check (const guchar *bytes, guchar *check)
{
  guint crc = 0xffff;

  for (gsize i = 0; i < SHEET_BYTES - SHEET_CHECK; i++)
    {
      crc ^= (guint) bytes[i] << 8;
      for (int bit = 0; bit < 8; bit++)
        crc = (crc << 1 ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
    }
  check[0] = (guchar) (crc >> 8);
  check[1] = (guchar) crc;
}

/**
 * ldr_key_from_recovery:
 * @sheet: the letters of a recovery sheet, in any case, with or without spaces, line ends and dashes
 * @error: return location for an #LdrStoreError
 *
 * Reads the key from a recovery sheet; letters that look like a digit may be typed as that digit. A sheet that was not
 * copied right gives %LDR_STORE_ERROR_PASSPHRASE.
 *
 * Returns: (transfer full): the key, or %NULL
 */
LdrKey *
ldr_key_from_recovery (const char *sheet, GError **error)
{
  g_autoptr (LdrKey) self = key_alloc ();
  guchar bytes[SHEET_BYTES], check[SHEET_CHECK];
  gboolean right;

  g_return_val_if_fail (sheet != NULL, NULL);
  right = read_sheet (sheet, bytes);
  if (right)
    {
      write_check (bytes, check);
      right = memcmp (check, bytes + SHEET_BYTES - SHEET_CHECK, SHEET_CHECK) == 0;
    }
  if (right)
    {
      memcpy (self->key, bytes, LDR_KEY_BYTES);
      memcpy (self->salt, bytes + LDR_KEY_BYTES, LDR_SALT_BYTES);
    }
  else
    g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_PASSPHRASE,
                         _ ("That is not what the recovery sheet says: a letter is missing or different."));
  OPENSSL_cleanse (bytes, sizeof bytes);
  return right ? g_steal_pointer (&self) : NULL;
}

/**
 * ldr_key_to_recovery:
 * @self: a key
 *
 * Writes the key for a recovery sheet: 80 letters and digits (A to Z, 2 to 7) in groups of five, four groups a line.
 * Whoever has them opens the journal.
 *
 * Returns: (transfer full): the text; wipe it when it is no longer needed
 */
char *
ldr_key_to_recovery (LdrKey *self)
{
  guchar bytes[SHEET_BYTES];
  char *sheet = g_malloc0 (SHEET_LETTERS + SHEET_LETTERS / SHEET_GROUP);
  gsize n = 0;

  g_return_val_if_fail (self != NULL, NULL);
  memcpy (bytes, self->key, LDR_KEY_BYTES);
  memcpy (bytes + LDR_KEY_BYTES, self->salt, LDR_SALT_BYTES);
  write_check (bytes, bytes + SHEET_BYTES - SHEET_CHECK);
  for (guint i = 0; i < SHEET_LETTERS; i++)
    {
      guint bit = i * 5;
      guint pair = (guint) bytes[bit / 8] << 8 | (bit / 8 + 1 < SHEET_BYTES ? bytes[bit / 8 + 1] : 0);

      if (i > 0 && i % SHEET_GROUP == 0)
        sheet[n++] = i % SHEET_LINE == 0 ? '\n' : ' ';
      sheet[n++] = letters[pair >> (11 - bit % 8) & 31];
    }
  OPENSSL_cleanse (bytes, sizeof bytes);
  return sheet;
}

/* The key as SQLCipher takes it without deriving anything: x'KEYSALT'. To be wiped with ldr_key_wipe_text(). */
char *
ldr_key_to_sqlcipher (LdrKey *self)
{
  static const char digits[] = "0123456789abcdef";
  char *text = g_malloc0 (2 * (LDR_KEY_BYTES + LDR_SALT_BYTES) + 4);
  char *c = text;

  *c++ = 'x';
  *c++ = '\'';
  for (guint i = 0; i < LDR_KEY_BYTES + LDR_SALT_BYTES; i++)
    {
      guchar byte = i < LDR_KEY_BYTES ? self->key[i] : self->salt[i - LDR_KEY_BYTES];

      *c++ = digits[byte >> 4];
      *c++ = digits[byte & 15];
    }
  *c = '\'';
  return text;
}

void
ldr_key_wipe_text (char *text)
{
  if (text != NULL)
    OPENSSL_cleanse (text, strlen (text));
  g_free (text);
}

gboolean
ldr_key_has_salt (LdrKey *self, const guchar *salt)
{
  return memcmp (self->salt, salt, LDR_SALT_BYTES) == 0;
}

/**
 * ldr_key_ref:
 * @self: a key
 *
 * Returns: (transfer full): @self
 */
LdrKey *
ldr_key_ref (LdrKey *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * ldr_key_unref:
 * @self: (transfer full): a key
 *
 * Gives a reference back; the last one wipes the key from memory.
 */
void
ldr_key_unref (LdrKey *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  OPENSSL_cleanse (self, sizeof *self);
  g_free (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-passphrase.h"

#include <math.h>

/* Passphrases and words in passphrases that every list of guesses begins with, in English and in Dutch, folded and with
 * digits that stand for letters turned back. */
static const char *const common[] = {
  "password",    "passphrase", "passwort",   "wachtwoord", "wachtwoordzin",
  "geheim",      "secret",     "welkom",     "welcome",    "hallo",
  "hello",       "admin",      "login",      "letmein",    "iloveyou",
  "ikhouvanjou", "qwerty",     "qwertyuiop", "azerty",     "asdfgh",
  "zxcvbn",      "dragon",     "monkey",     "master",     "football",
  "voetbal",     "ajax",       "feyenoord",  "psv",        "amsterdam",
  "rotterdam",   "utrecht",    "nederland",  "holland",    "oranje",
  "zomer",       "winter",     "herfst",     "lente",      "summer",
  "spring",      "autumn",     "januari",    "maandag",    "monday",
  "sunshine",    "princess",   "shadow",     "superman",   "batman",
  "computer",    "internet",   "schatje",    "lieverd",    "liefde",
  "love",        "baby",       "test",       "tester",     "changeme",
  "default",     "company",    "bedrijf",    "dagboek",    "journal",
  "diary",       "leidraad",   "coach",      "coaching",   "leider",
  "leader",      "team",       "teamleider", "teamleader", "klant",
  "customer",    "service",    "abc",        "abcd",       "correcthorsebatterystaple",
};

/* The bits of a guess among the words above with their usual endings, and of one among ordinary words. */
#define BITS_COMMON 7.0
#define BITS_WORD 11.0
#define BITS_LONG_WORD_LETTER 1.5
#define WORD_LETTERS 4
#define BITS_REPEATED 1.0

/* Turns the usual replacements back: "w8chtw00rd" hides nothing. */
static gunichar
unleet (gunichar c)
{
  switch (c)
    {
    case '0':
      return 'o';
    case '1':
    case '!':
      return 'i';
    case '3':
      return 'e';
    case '4':
    case '@':
      return 'a';
    case '5':
    case '$':
      return 's';
    case '7':
      return 't';
    default:
      return c;
    }
}

/* What is made of a passphrase on the way to its strength does not stay in memory. */
typedef char Secret;

static void
secret_free (Secret *self)
{
  explicit_bzero (self, strlen (self));
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Secret, secret_free)

typedef GString SecretString;

static void
secret_string_free (SecretString *self)
{
  explicit_bzero (self->str, self->allocated_len);
  g_string_free (self, TRUE);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SecretString, secret_string_free)

static gboolean
is_common (const char *folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    if (g_str_equal (folded, common[i]))
      return TRUE;
  return FALSE;
}

/* Without digits and signs at both ends, the rest turned back into letters: "W@chtw00rd123!" is "wachtwoord". */
static gboolean
is_common_in_disguise (const char *folded)
{
  g_autoptr (SecretString) plain = g_string_sized_new (strlen (folded) + 1);
  const char *start = folded;
  const char *end = folded + strlen (folded);

  while (start < end && !g_unichar_isalpha (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = unleet (g_utf8_get_char (p));

      if (g_unichar_isalpha (c))
        g_string_append_unichar (plain, c);
    }
  return plain->len > 0 && is_common (plain->str);
}

/* The bits of one character beside those in front of it: nothing for a third in a row, next to nothing in a sequence.
 */
static double
character_bits (gunichar c, gunichar before, gunichar before_that)
{
  if (c == before)
    return c == before_that ? 0.0 : BITS_REPEATED;
  if (c == before + 1 || c + 1 == before)
    return BITS_REPEATED;
  if (g_unichar_isdigit (c))
    return log2 (10);
  if (g_unichar_isspace (c))
    return 1.0;
  if (g_unichar_isupper (c))
    return log2 (26) + 1.0;
  if (g_unichar_islower (c))
    return log2 (26);
  return c < 0x80 ? log2 (32) : log2 (100);
}

/* A run of letters is worth no more than a word of that length: nobody can tell that it is not one. */
static double
cap_word (const char *word, gsize letters, double bits, GHashTable *seen)
{
  g_autoptr (Secret) folded = g_utf8_casefold (word, -1);
  double cap = BITS_WORD;

  if (letters < 3)
    return bits;
  if (!g_hash_table_add (seen, g_strdup (folded)))
    return MIN (bits, BITS_REPEATED);
  if (is_common (folded))
    return MIN (bits, BITS_COMMON);
  if (letters > WORD_LETTERS)
    cap += (double) (letters - WORD_LETTERS) * BITS_LONG_WORD_LETTER;
  return MIN (bits, cap);
}

/**
 * ldr_passphrase_bits:
 * @passphrase: (nullable): a passphrase
 *
 * A cautious estimate of how many guesses, as a power of two, somebody needs who knows how people choose. It is our own
 * rule, simple on purpose and rather too low than too high: a digit counts log2(10), a letter log2(26) with one bit
 * more for a capital, a sign log2(32), another script's character log2(100), a space 1; what repeats or continues the
 * character before it ("aa", "ab", "21") 1, a third alike nothing. A run of three letters or more counts at most as a
 * word: 11 bits (one of 2,048 ordinary words) and 1.5 for each letter after the fourth; a word that occurred before 1;
 * one of the most common passphrases, also in disguise, 7 in all.
 *
 * Returns: bits, from 0
 */
double
ldr_passphrase_bits (const char *passphrase)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, (GDestroyNotify) secret_free, NULL);
  g_autoptr (SecretString) word = g_string_sized_new (passphrase != NULL ? strlen (passphrase) + 1 : 0);
  g_autoptr (Secret) folded = NULL;
  gsize letters = 0;
  double bits = 0.0, word_bits = 0.0;
  gunichar before = 0, before_that = 0;

  if (passphrase == NULL || passphrase[0] == '\0' || !g_utf8_validate (passphrase, -1, NULL))
    return 0.0;
  for (const char *p = passphrase; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      double added = character_bits (c, before, before_that);

      if (g_unichar_isalpha (c))
        {
          g_string_append_unichar (word, c);
          word_bits += added;
          letters++;
        }
      else
        {
          bits += added + cap_word (word->str, letters, word_bits, seen);
          g_string_truncate (word, 0);
          word_bits = 0.0;
          letters = 0;
        }
      before_that = before;
      before = c;
    }
  bits += cap_word (word->str, letters, word_bits, seen);
  folded = g_utf8_casefold (passphrase, -1);
  return is_common_in_disguise (folded) ? MIN (bits, BITS_COMMON) : bits;
}

/**
 * ldr_passphrase_strength:
 * @passphrase: (nullable): a passphrase
 *
 * The journal's key derivation leaves an attacker with a hundred graphics cards about 2^20 guesses a second, or 2^45 a
 * year. Weak is below 35 bits (within hours), fair below 50 (a few decades for such an attacker at most), good below
 * 65, strong from there.
 *
 * Returns: the strength; LDR_STRENGTH_NONE for an empty passphrase
 */
LdrStrength
ldr_passphrase_strength (const char *passphrase)
{
  double bits = ldr_passphrase_bits (passphrase);

  if (passphrase == NULL || passphrase[0] == '\0')
    return LDR_STRENGTH_NONE;
  if (bits < 35)
    return LDR_STRENGTH_WEAK;
  if (bits < 50)
    return LDR_STRENGTH_FAIR;
  if (bits < 65)
    return LDR_STRENGTH_GOOD;
  return LDR_STRENGTH_STRONG;
}

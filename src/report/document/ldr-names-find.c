/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-names-find.h"

#include <string.h>

#include "ldr-names-words.h"
#include "ldr-pseudonyms.h"

/* A number of a phone has so many digits, with its country 15 (ITU-T E.164). */
#define LEAST_DIGITS 9
#define MOST_DIGITS 15

#define EMAIL "[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+"
#define PHONE "(?<![\\p{L}\\p{N}.,/-])(?:\\+|00|\\(?0)[\\d(][\\d ()./\\x{2011}-]{6,}\\d(?![\\p{L}\\p{N}])"

typedef struct
{
  GPtrArray *found;
  GHashTable *by_name;
  /* For each text the bytes that belong to something already. */
  GPtrArray *taken;
} Finder;

/**
 * ldr_found_name_free:
 * @self: (transfer full): something that was found
 */
void
ldr_found_name_free (LdrFoundName *self)
{
  g_free (self->name);
  g_array_unref (self->places);
  g_free (self);
}

static LdrFoundName *
get_name (Finder *self, LdrFoundKind kind, const char *name)
{
  g_autofree char *key = g_strdup_printf ("%d %s", (int) kind, name);
  LdrFoundName *found = g_hash_table_lookup (self->by_name, key);

  if (found != NULL)
    return found;
  found = g_new0 (LdrFoundName, 1);
  found->kind = kind;
  found->name = g_strdup (name);
  found->places = g_array_new (FALSE, FALSE, sizeof (LdrFoundPlace));
  g_ptr_array_add (self->found, found);
  g_hash_table_insert (self->by_name, g_steal_pointer (&key), found);
  return found;
}

/* The first of the places, which are in order and apart, that ends behind @at. */
static guint
find_behind (const GArray *taken, gsize at)
{
  guint first = 0, end = taken->len;

  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (g_array_index (taken, LdrFoundPlace, middle).end > at)
        end = middle;
      else
        first = middle + 1;
    }
  return first;
}

static gboolean
is_taken (const Finder *self, const LdrFoundPlace *place)
{
  const GArray *taken = g_ptr_array_index (self->taken, place->text);
  guint at = find_behind (taken, place->start);

  return at < taken->len && g_array_index (taken, LdrFoundPlace, at).start < place->end;
}

static void
add (Finder *self, LdrFoundKind kind, const char *name, LdrFoundPlace place)
{
  GArray *taken = g_ptr_array_index (self->taken, place.text);

  g_array_append_val (get_name (self, kind, name)->places, place);
  g_array_insert_val (taken, find_behind (taken, place.start), place);
}

static void
find_known (Finder *self, const char *const *texts, const char *const *known)
{
  g_autoptr (LdrPseudonyms) names = ldr_pseudonyms_new ();

  for (guint i = 0; known != NULL && known[i] != NULL; i++)
    ldr_pseudonyms_add (names, known[i], known[i], TRUE);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autoptr (GArray) matches = ldr_pseudonyms_find (names, texts[i]);

      for (guint k = 0; k < matches->len; k++)
        {
          const LdrNameMatch *match = &g_array_index (matches, LdrNameMatch, k);
          LdrFoundPlace place = { i, match->start, match->end };

          if (!is_taken (self, &place))
            add (self, LDR_FOUND_KNOWN, ldr_pseudonyms_get_stand_in (names, match->name), place);
        }
    }
}

static gboolean
is_phone (const char *text)
{
  guint n_digits = 0;

  for (const char *p = text; *p != '\0'; p++)
    n_digits += g_ascii_isdigit (*p) ? 1 : 0;
  return n_digits >= LEAST_DIGITS && n_digits <= MOST_DIGITS;
}

static void
find_pattern (Finder *self, const char *const *texts, LdrFoundKind kind, const char *pattern)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      for (g_regex_match (regex, texts[i], 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_autofree char *word = g_match_info_fetch (match, 0);
          int start, end;
          LdrFoundPlace place;

          g_match_info_fetch_pos (match, 0, &start, &end);
          place = (LdrFoundPlace) { i, (gsize) start, (gsize) end };
          if (!is_taken (self, &place) && (kind != LDR_FOUND_PHONE || is_phone (word)))
            add (self, kind, word, place);
        }
    }
}

/* --- Words with a capital --- */

/* What is known of a word over all texts. */
typedef struct
{
  guint within;
  guint lower;
} Count;

static Count *
get_count (GHashTable *counts, const char *word)
{
  Count *count = g_hash_table_lookup (counts, word);

  if (count == NULL)
    {
      count = g_new0 (Count, 1);
      g_hash_table_insert (counts, g_strdup (word), count);
    }
  return count;
}

static GHashTable *
count_words (const char *const *texts)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autoptr (GArray) words = ldr_names_words_split (texts[i]);

      for (guint k = 0; k < words->len; k++)
        {
          const LdrNameWord *word = &g_array_index (words, LdrNameWord, k);
          g_autofree char *text = ldr_names_words_dup (texts[i], word);
          g_autofree char *lower = g_utf8_strdown (text, -1);

          if (!word->has_capital)
            get_count (counts, lower)->lower++;
          else if (!word->starts_sentence)
            get_count (counts, lower)->within++;
        }
    }
  return counts;
}

static gboolean
is_name (GHashTable *counts, const char *text, const LdrNameWord *word)
{
  g_autofree char *written = ldr_names_words_dup (text, word);
  g_autofree char *lower = g_utf8_strdown (written, -1);
  const Count *count = g_hash_table_lookup (counts, lower);

  return word->has_capital && count != NULL && count->within > count->lower && !ldr_names_words_is_common (lower)
         && !ldr_names_words_is_acronym (written);
}

/* How many words from @k on are one name: "Noor van den Berg". */
static guint
count_parts (GHashTable *counts, const char *text, GArray *words, guint k)
{
  guint n = 1, particles = 0;

  for (guint i = k + 1; i < words->len; i++)
    {
      const LdrNameWord *word = &g_array_index (words, LdrNameWord, i);
      g_autofree char *written = ldr_names_words_dup (text, word);

      if (!word->follows_space || word->starts_sentence)
        break;
      if (!word->has_capital && ldr_names_words_is_particle (written))
        {
          particles++;
          continue;
        }
      if (!word->has_capital || (particles == 0 && !is_name (counts, text, word)))
        break;
      n += particles + 1;
      particles = 0;
    }
  return n;
}

static void
find_words (Finder *self, const char *const *texts)
{
  g_autoptr (GHashTable) counts = count_words (texts);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autoptr (GArray) words = ldr_names_words_split (texts[i]);

      for (guint k = 0; k < words->len; k++)
        {
          const LdrNameWord *first = &g_array_index (words, LdrNameWord, k), *last;
          LdrFoundPlace place;
          g_autofree char *name = NULL;

          if (!is_name (counts, texts[i], first))
            continue;
          last = first + count_parts (counts, texts[i], words, k) - 1;
          place = (LdrFoundPlace) { i, first->start, last->end };
          name = g_strndup (texts[i] + first->start, last->end - first->start);
          k += (guint) (last - first);
          if (!is_taken (self, &place))
            add (self, LDR_FOUND_WORD, name, place);
        }
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const LdrFoundName *left = *(LdrFoundName *const *) a, *right = *(LdrFoundName *const *) b;

  if (left->kind != right->kind)
    return (int) left->kind - (int) right->kind;
  if (left->places->len != right->places->len)
    return left->places->len > right->places->len ? -1 : 1;
  return g_utf8_collate (left->name, right->name);
}

/**
 * ldr_names_find:
 * @texts: (array zero-terminated=1): texts in UTF-8, Dutch or English
 * @known: (array zero-terminated=1) (nullable): names that are known: of the leader, of people who are named elsewhere
 *
 * Looks for what identifies people: names that are known, e-mail addresses, phone numbers, and words with a capital
 * within sentences, also those that stand there once: who is named once is named. It cannot find everything, and finds
 * things that are no names.
 *
 * Returns: (transfer full) (element-type LdrFoundName): what was found, by kind, the most frequent first
 */
GPtrArray *
ldr_names_find (const char *const *texts, const char *const *known)
{
  Finder self = { 0 };

  self.found = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_found_name_free);
  self.by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.taken = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; texts[i] != NULL; i++)
    g_ptr_array_add (self.taken, g_array_new (FALSE, FALSE, sizeof (LdrFoundPlace)));
  find_pattern (&self, texts, LDR_FOUND_EMAIL, EMAIL);
  find_pattern (&self, texts, LDR_FOUND_PHONE, PHONE);
  find_known (&self, texts, known);
  find_words (&self, texts);
  g_ptr_array_sort (self.found, compare_names);
  g_hash_table_unref (self.by_name);
  g_ptr_array_unref (self.taken);
  return self.found;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-pseudonyms.h"

#include <string.h>

#include "ldr-document-runs.h"
#include "ldr-folded-text.h"
#include "ldr-sentence.h"

typedef struct
{
  GArray *folded;
  char *stand_in;
  gboolean any_case;
} Name;

struct _LdrPseudonyms
{
  GPtrArray *names;
  /* The numbers of the names by their first letter, the longest first. */
  GHashTable *by_letter;
};

G_DEFINE_BOXED_TYPE (LdrPseudonyms, ldr_pseudonyms, ldr_pseudonyms_ref, ldr_pseudonyms_unref)

static void
name_free (Name *name)
{
  g_array_unref (name->folded);
  g_free (name->stand_in);
  g_free (name);
}

LdrPseudonyms *
ldr_pseudonyms_new (void)
{
  LdrPseudonyms *self = g_atomic_rc_box_new0 (LdrPseudonyms);

  self->names = g_ptr_array_new_with_free_func ((GDestroyNotify) name_free);
  self->by_letter = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  return self;
}

LdrPseudonyms *
ldr_pseudonyms_ref (LdrPseudonyms *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
pseudonyms_clear (gpointer data)
{
  LdrPseudonyms *self = data;

  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->by_letter);
}

void
ldr_pseudonyms_unref (LdrPseudonyms *self)
{
  g_atomic_rc_box_release_full (self, pseudonyms_clear);
}

gboolean
ldr_pseudonyms_is_empty (const LdrPseudonyms *self)
{
  return self->names->len == 0;
}

static const Name *
name_at (const LdrPseudonyms *self, guint i)
{
  return g_ptr_array_index (self->names, i);
}

static void
add_by_letter (LdrPseudonyms *self, guint number)
{
  const Name *name = name_at (self, number);
  gpointer letter = GUINT_TO_POINTER (LDR_FOLDED (name->folded, 0)->c);
  GArray *numbers = g_hash_table_lookup (self->by_letter, letter);
  guint at = 0;

  if (numbers == NULL)
    {
      numbers = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->by_letter, letter, numbers);
    }
  while (at < numbers->len && name_at (self, g_array_index (numbers, guint, at))->folded->len >= name->folded->len)
    at++;
  g_array_insert_val (numbers, at, number);
}

/**
 * ldr_pseudonyms_add:
 * @self: pseudonyms
 * @name: a name, an address, a number: whatever is not to be read
 * @stand_in: what is to be read instead
 * @any_case: whether a single word is meant in lower case too
 *
 * The first that was added counts of names that are the same.
 */
void
ldr_pseudonyms_add (LdrPseudonyms *self, const char *name, const char *stand_in, gboolean any_case)
{
  g_autofree char *clean = ldr_document_clean_line (name);
  Name *added;

  if (*clean == '\0')
    return;
  added = g_new0 (Name, 1);
  added->folded = ldr_text_fold (clean);
  /* Without the end. */
  g_array_set_size (added->folded, added->folded->len - 1);
  if (added->folded->len == 0)
    {
      name_free (added);
      return;
    }
  added->stand_in = ldr_document_clean_line (stand_in);
  added->any_case = any_case;
  g_ptr_array_add (self->names, added);
  add_by_letter (self, self->names->len - 1);
}

/**
 * ldr_pseudonyms_add_person:
 * @self: pseudonyms
 * @name: the full name of a person
 * @stand_in: (nullable): what is to be read instead of it and of each of its parts; %NULL for initials
 *
 * Adds the name, the first name and the family name with what belongs to it ("de Wit") and without.
 */
void
ldr_pseudonyms_add_person (LdrPseudonyms *self, const char *name, const char *stand_in)
{
  g_autofree char *clean = ldr_document_clean_line (name);
  g_auto (GStrv) words = g_strsplit_set (clean, " ", -1);
  g_autofree char *all = ldr_pseudonyms_initials (clean);
  const char *rest = strchr (clean, ' ');

  ldr_pseudonyms_add (self, clean, stand_in != NULL ? stand_in : all, FALSE);
  if (rest != NULL)
    {
      g_autofree char *family = ldr_pseudonyms_initials (rest + 1);

      ldr_pseudonyms_add (self, rest + 1, stand_in != NULL ? stand_in : family, FALSE);
    }
  for (guint i = 0; rest != NULL && words[i] != NULL; i++)
    if (*words[i] != '\0' && g_unichar_isupper (g_utf8_get_char (words[i])) && g_utf8_strlen (words[i], -1) > 1)
      {
        g_autofree char *initial = ldr_pseudonyms_initials (words[i]);

        ldr_pseudonyms_add (self, words[i], stand_in != NULL ? stand_in : initial, FALSE);
      }
}

/**
 * ldr_pseudonyms_initials:
 * @name: a name
 *
 * Returns: (transfer full): its initials as they are written in a name: "S. d. W." for "Sanne de Wit"
 */
char *
ldr_pseudonyms_initials (const char *name)
{
  GString *initials = g_string_new (NULL);
  gboolean at_start = TRUE;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (at_start && g_unichar_isalnum (c))
        {
          if (initials->len > 0)
            g_string_append_c (initials, ' ');
          g_string_append_unichar (initials, c);
          g_string_append_c (initials, '.');
        }
      at_start = g_unichar_isspace (c) || c == '-';
    }
  return g_string_free_and_steal (initials);
}

/* --- Finding --- */

/* Whether the case of a found word is that of a name: as it is written, with a capital at the beginning of each word,
 * or in capitals. */
static gboolean
has_case_of (const Name *name, GArray *text, guint at)
{
  gboolean as_written = TRUE, all_capitals = TRUE, has_space = FALSE;

  for (guint i = 0; i < name->folded->len; i++)
    {
      gunichar wanted = LDR_FOLDED (name->folded, i)->written, c = LDR_FOLDED (text, at + i)->written;
      gboolean at_start = i == 0 || !LDR_FOLDED (name->folded, i - 1)->is_word;

      as_written = as_written && (c == wanted || (at_start && c == g_unichar_toupper (wanted)));
      all_capitals = all_capitals && !g_unichar_islower (c);
      has_space = has_space || wanted == ' ' || wanted == '@';
    }
  return as_written || all_capitals || has_space || name->any_case;
}

static gboolean
matches (const Name *name, GArray *text, guint at)
{
  if (at + name->folded->len >= text->len)
    return FALSE;
  for (guint i = 0; i < name->folded->len; i++)
    if (LDR_FOLDED (text, at + i)->c != LDR_FOLDED (name->folded, i)->c)
      return FALSE;
  return TRUE;
}

/* Whether a word ends there, if need be with the "s" of possession glued to it ("Sannes team"). */
static gboolean
ends_word (const Name *name, GArray *text, guint end, gboolean *has_s)
{
  *has_s = FALSE;
  if (!LDR_FOLDED (name->folded, name->folded->len - 1)->is_word || !LDR_FOLDED (text, end)->is_word)
    return TRUE;
  *has_s = LDR_FOLDED (text, end)->c == 's' && !LDR_FOLDED (text, end + 1)->is_word;
  return *has_s;
}

static gboolean
find_at (const LdrPseudonyms *self, GArray *text, guint at, LdrNameMatch *match, guint *length)
{
  const GArray *numbers = g_hash_table_lookup (self->by_letter, GUINT_TO_POINTER (LDR_FOLDED (text, at)->c));

  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    {
      const Name *name = name_at (self, g_array_index (numbers, guint, i));
      gboolean has_s, joined = at > 0 && LDR_FOLDED (text, at - 1)->is_word && LDR_FOLDED (text, at)->is_word;
      guint last;

      if (joined || !matches (name, text, at) || !has_case_of (name, text, at)
          || !ends_word (name, text, at + name->folded->len, &has_s))
        continue;
      *length = name->folded->len + (has_s ? 1 : 0);
      last = at + *length - 1;
      *match = (LdrNameMatch) { LDR_FOLDED (text, at)->start, LDR_FOLDED (text, last)->end,
                                g_array_index (numbers, guint, i), has_s };
      return TRUE;
    }
  return FALSE;
}

/**
 * ldr_pseudonyms_find:
 * @self: pseudonyms
 * @text: a text in UTF-8
 *
 * Returns: (transfer full) (element-type LdrNameMatch): where the names are in it, from its beginning to its end
 */
GArray *
ldr_pseudonyms_find (const LdrPseudonyms *self, const char *text)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (LdrNameMatch));
  g_autoptr (GArray) folded = NULL;
  guint at = 0;

  if (ldr_pseudonyms_is_empty (self))
    return found;
  folded = ldr_text_fold (text);
  while (at + 1 < folded->len)
    {
      LdrNameMatch match;
      guint length = 1;

      if (find_at (self, folded, at, &match, &length))
        g_array_append_val (found, match);
      at += length;
    }
  return found;
}

/**
 * ldr_pseudonyms_get_stand_in:
 * @self: pseudonyms
 * @name: which of the names
 *
 * Returns: (transfer none): what is to be read instead of it
 */
const char *
ldr_pseudonyms_get_stand_in (const LdrPseudonyms *self, guint name)
{
  return name_at (self, name)->stand_in;
}

/**
 * ldr_pseudonyms_dup_words:
 * @self: pseudonyms
 * @text: a text in UTF-8
 * @match: where a name is in it
 *
 * Returns: (transfer full): what is to be read there: with a capital where a sentence begins
 */
char *
ldr_pseudonyms_dup_words (const LdrPseudonyms *self, const char *text, const LdrNameMatch *match)
{
  g_autofree char *words
      = g_strconcat (ldr_pseudonyms_get_stand_in (self, match->name), match->has_s ? "’s" : "", NULL);

  return ldr_sentence_begins_at (text, match->start) ? ldr_sentence_capitalise (words) : g_steal_pointer (&words);
}

gboolean
ldr_pseudonyms_occur (const LdrPseudonyms *self, const char *text)
{
  g_autoptr (GArray) found = ldr_pseudonyms_find (self, text);

  return found->len > 0;
}

/**
 * ldr_pseudonyms_apply:
 * @self: pseudonyms
 * @text: a text in UTF-8
 *
 * Returns: (transfer full): the text with what stands for the names in it
 */
char *
ldr_pseudonyms_apply (const LdrPseudonyms *self, const char *text)
{
  g_autoptr (GArray) found = ldr_pseudonyms_find (self, text);
  GString *out = g_string_sized_new (strlen (text));
  gsize at = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const LdrNameMatch *match = &g_array_index (found, LdrNameMatch, i);
      g_autofree char *words = ldr_pseudonyms_dup_words (self, text, match);

      g_string_append_len (out, text + at, (gssize) (match->start - at));
      g_string_append (out, words);
      at = match->end;
    }
  g_string_append (out, text + at);
  return g_string_free_and_steal (out);
}

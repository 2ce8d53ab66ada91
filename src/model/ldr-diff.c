/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-diff.h"

/* The most edits that are looked for word by word. The search takes time and memory as their square: 2,000 are 8 MiB.
 */
#define MAX_EDITS 2000

typedef struct
{
  const char *start;
  gsize length;
} Token;

typedef gsize (*TokenFunc) (const char *p);

/* A text cut into tokens, each with a number that equal tokens share. */
typedef struct
{
  GArray *tokens;
  GArray *numbers;
} Cut;

static void
cut_clear (Cut *cut)
{
  g_array_unref (cut->tokens);
  g_array_unref (cut->numbers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cut, cut_clear)

typedef enum
{
  CLASS_LINE_BREAK,
  CLASS_SPACE,
  CLASS_WORD,
  CLASS_SIGN,
  CLASS_OTHER,
} CharacterClass;

static CharacterClass
class_of (gunichar c)
{
  if (c == '\n')
    return CLASS_LINE_BREAK;
  if (g_unichar_isspace (c))
    return CLASS_SPACE;
  if (g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '\'' || c == 0x2019)
    return CLASS_WORD;
  return c < 0x80 ? CLASS_SIGN : CLASS_OTHER;
}

/* A word, a run of spaces, one line break, one ASCII sign, or a run of anything else: emoji hang together by joiners.
 */
static gsize
word_length (const char *start)
{
  CharacterClass first = class_of (g_utf8_get_char (start));
  const char *p = g_utf8_next_char (start);

  if (first != CLASS_LINE_BREAK && first != CLASS_SIGN)
    while (*p != '\0'
           && (class_of (g_utf8_get_char (p)) == first
               || (first == CLASS_OTHER && g_unichar_ismark (g_utf8_get_char (p)))))
      p = g_utf8_next_char (p);
  return (gsize) (p - start);
}

/* A line with its break. */
static gsize
paragraph_length (const char *start)
{
  const char *end = strchr (start, '\n');

  return end != NULL ? (gsize) (end + 1 - start) : strlen (start);
}

static Cut
cut_text (const char *text, TokenFunc token_length, GHashTable *numbers)
{
  Cut cut = { g_array_new (FALSE, FALSE, sizeof (Token)), g_array_new (FALSE, FALSE, sizeof (guint)) };

  for (const char *p = text; *p != '\0';)
    {
      Token token = { p, token_length (p) };
      char *key = g_strndup (token.start, token.length);
      gpointer known;
      guint number;

      if (g_hash_table_lookup_extended (numbers, key, NULL, &known))
        {
          number = GPOINTER_TO_UINT (known);
          g_free (key);
        }
      else
        {
          number = g_hash_table_size (numbers);
          g_hash_table_insert (numbers, key, GUINT_TO_POINTER (number));
        }
      g_array_append_val (cut.tokens, token);
      g_array_append_val (cut.numbers, number);
      p += token.length;
    }
  return cut;
}

/* Appends to @kinds, one for each step from the ends of both texts back to their beginnings. */
static void
trace_back (GPtrArray *rounds, int a_length, int b_length, GArray *kinds)
{
  int x = a_length, y = b_length;

  for (int d = (int) rounds->len - 1; d >= 0; d--)
    {
      const int *reached = d > 0 ? rounds->pdata[d - 1] : NULL;
      int k = x - y;
      int previous_x = 0, previous_y = 0;
      LdrDiffKind kind = LDR_DIFF_SAME;

      if (d > 0)
        {
          /* Round d - 1 holds the diagonals -(d - 1), -(d - 3), … (d - 1). */
          gboolean down = k == -d || (k != d && reached[(k - 1 + d - 1) / 2] < reached[(k + 1 + d - 1) / 2]);
          int previous_k = down ? k + 1 : k - 1;

          previous_x = reached[(previous_k + d - 1) / 2];
          previous_y = previous_x - previous_k;
          kind = down ? LDR_DIFF_ADDED : LDR_DIFF_REMOVED;
        }
      for (LdrDiffKind same = LDR_DIFF_SAME; x > previous_x && y > previous_y; x--, y--)
        g_array_append_val (kinds, same);
      if (d > 0)
        g_array_append_val (kinds, kind);
      x = previous_x;
      y = previous_y;
    }
}

/* The shortest edit script (E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1, 1986), as
 * steps from the end to the beginning; NULL when more than MAX_EDITS are needed. */
static GArray *
find_steps (const guint *a, int a_length, const guint *b, int b_length)
{
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func (g_free);
  g_autofree int *furthest = g_new0 (int, 2 * MAX_EDITS + 3);
  int *v = furthest + MAX_EDITS + 1;

  for (int d = 0; d <= MAX_EDITS; d++)
    {
      int *kept = g_new (int, (gsize) d + 1);

      for (int k = -d; k <= d; k += 2)
        {
          int x = k == -d || (k != d && v[k - 1] < v[k + 1]) ? v[k + 1] : v[k - 1] + 1;
          int y = x - k;

          while (x < a_length && y < b_length && x >= 0 && y >= 0 && a[x] == b[y])
            x++, y++;
          v[k] = x;
          kept[(k + d) / 2] = x;
          if (x >= a_length && y >= b_length)
            {
              GArray *kinds = g_array_new (FALSE, FALSE, sizeof (LdrDiffKind));

              g_ptr_array_add (rounds, kept);
              trace_back (rounds, a_length, b_length, kinds);
              return kinds;
            }
        }
      g_ptr_array_add (rounds, kept);
    }
  return NULL;
}

static void
part_free (gpointer data)
{
  LdrDiffPart *part = data;

  g_free (part->text);
  g_free (part);
}

static void
add_part (GPtrArray *parts, LdrDiffKind kind, GString *text)
{
  LdrDiffPart *part;

  if (text->len == 0)
    return;
  part = g_new0 (LdrDiffPart, 1);
  part->kind = kind;
  part->text = g_strndup (text->str, text->len);
  g_ptr_array_add (parts, part);
  g_string_truncate (text, 0);
}

/* What is gathered of a stretch of changes: first all that went, then all that came. Spaces between two changed words
 * wait in @pending: they belong to the change when another one follows, so that a new sentence reads as one piece. */
typedef struct
{
  GPtrArray *parts;
  GString *same;
  GString *removed;
  GString *added;
  GString *pending;
} Gatherer;

static void
end_change (Gatherer *gatherer)
{
  add_part (gatherer->parts, LDR_DIFF_REMOVED, gatherer->removed);
  add_part (gatherer->parts, LDR_DIFF_ADDED, gatherer->added);
  g_string_append_len (gatherer->same, gatherer->pending->str, (gssize) gatherer->pending->len);
  g_string_truncate (gatherer->pending, 0);
}

static void
gather (Gatherer *gatherer, LdrDiffKind kind, const Token *token)
{
  gboolean in_change = gatherer->removed->len > 0 || gatherer->added->len > 0;

  if (kind == LDR_DIFF_SAME)
    {
      gboolean is_space = *token->start != '\n' && g_unichar_isspace (g_utf8_get_char (token->start));

      if (in_change && is_space && gatherer->pending->len == 0)
        {
          g_string_append_len (gatherer->pending, token->start, (gssize) token->length);
          return;
        }
      end_change (gatherer);
      g_string_append_len (gatherer->same, token->start, (gssize) token->length);
      return;
    }
  if (!in_change)
    add_part (gatherer->parts, LDR_DIFF_SAME, gatherer->same);
  g_string_append_len (gatherer->removed, gatherer->pending->str, (gssize) gatherer->pending->len);
  g_string_append_len (gatherer->added, gatherer->pending->str, (gssize) gatherer->pending->len);
  g_string_truncate (gatherer->pending, 0);
  g_string_append_len (kind == LDR_DIFF_REMOVED ? gatherer->removed : gatherer->added, token->start,
                       (gssize) token->length);
}

/* Parts from the tokens of both texts: @head alike at the beginning, then @steps (backwards), then alike to the end. */
static GPtrArray *
build_parts (const Cut *a, const Cut *b, guint head, GArray *steps)
{
  g_autoptr (GString) same = g_string_new (NULL);
  g_autoptr (GString) removed = g_string_new (NULL);
  g_autoptr (GString) added = g_string_new (NULL);
  g_autoptr (GString) pending = g_string_new (NULL);
  Gatherer gatherer = { g_ptr_array_new_with_free_func (part_free), same, removed, added, pending };
  guint x, y;

  for (x = 0; x < head; x++)
    gather (&gatherer, LDR_DIFF_SAME, &g_array_index (a->tokens, Token, x));
  y = head;
  for (guint i = steps->len; i > 0; i--)
    {
      LdrDiffKind kind = g_array_index (steps, LdrDiffKind, i - 1);

      if (kind == LDR_DIFF_ADDED)
        gather (&gatherer, kind, &g_array_index (b->tokens, Token, y));
      else
        gather (&gatherer, kind, &g_array_index (a->tokens, Token, x));
      x += kind != LDR_DIFF_ADDED;
      y += kind != LDR_DIFF_REMOVED;
    }
  for (; x < a->tokens->len; x++)
    gather (&gatherer, LDR_DIFF_SAME, &g_array_index (a->tokens, Token, x));
  end_change (&gatherer);
  add_part (gatherer.parts, LDR_DIFF_SAME, gatherer.same);
  return gatherer.parts;
}

static GPtrArray *
diff_by (const char *before, const char *after, TokenFunc token_length)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (Cut) a = cut_text (before, token_length, numbers);
  g_auto (Cut) b = cut_text (after, token_length, numbers);
  g_autoptr (GArray) steps = NULL;
  const guint *left = (const guint *) (gpointer) a.numbers->data;
  const guint *right = (const guint *) (gpointer) b.numbers->data;
  guint head = 0, tail = 0;
  guint shorter = MIN (a.numbers->len, b.numbers->len);

  while (head < shorter && left[head] == right[head])
    head++;
  while (tail < shorter - head && left[a.numbers->len - 1 - tail] == right[b.numbers->len - 1 - tail])
    tail++;
  steps = find_steps (left + head, (int) (a.numbers->len - head - tail), right + head,
                      (int) (b.numbers->len - head - tail));
  return steps != NULL ? build_parts (&a, &b, head, steps) : NULL;
}

/* All that the old text has and then all that the new one has. */
static GPtrArray *
diff_whole (const char *before, const char *after)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);
  g_autoptr (GString) old_text = g_string_new (before);
  g_autoptr (GString) new_text = g_string_new (after);

  add_part (parts, LDR_DIFF_REMOVED, old_text);
  add_part (parts, LDR_DIFF_ADDED, new_text);
  return parts;
}

/**
 * ldr_diff_words:
 * @before: the older text
 * @after: the newer text
 *
 * Compares two versions of a text word by word. The parts that are the same and those removed make up @before to the
 * letter; the parts that are the same and those added make up @after. Where more than 2,000 words and signs differ, the
 * texts are compared by paragraphs instead, and when as many paragraphs differ, the one text simply replaces the other:
 * the cost stays bounded whatever is compared.
 *
 * Returns: (transfer full) (element-type LdrDiffPart): the parts in the order of the text
 */
GPtrArray *
ldr_diff_words (const char *before, const char *after)
{
  GPtrArray *parts;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  parts = diff_by (before, after, word_length);
  if (parts == NULL)
    parts = diff_by (before, after, paragraph_length);
  if (parts == NULL)
    parts = diff_whole (before, after);
  return parts;
}

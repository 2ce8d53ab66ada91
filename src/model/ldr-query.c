/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-query.h"

#include "ldr-moment.h"
#include "ldr-tags.h"
#include "ldr-text.h"

G_DEFINE_BOXED_TYPE (LdrQuery, ldr_query, ldr_query_ref, ldr_query_unref)

/* What a search is read into; becomes a query at the end. */
typedef struct
{
  LdrQuery *query;
  GStrvBuilder *words;
  GStrvBuilder *phrases;
  GStrvBuilder *tags;
} Parser;

typedef gboolean (*ReadFunc) (Parser *parser, const char *value, gboolean typing);

/* The names by which a style can be asked for: its id, and the name that it has in Dutch. */
static const struct
{
  const char *name;
  LdrStyle style;
} style_names[] = {
  { "team-player", LDR_STYLE_TEAM_PLAYER },
  { "teamspeler", LDR_STYLE_TEAM_PLAYER },
  { "data-strategist", LDR_STYLE_DATA_STRATEGIST },
  { "data-strateeg", LDR_STYLE_DATA_STRATEGIST },
  { "datastrateeg", LDR_STYLE_DATA_STRATEGIST },
  { "integrator", LDR_STYLE_INTEGRATOR },
  { "customer-communicator", LDR_STYLE_CUSTOMER_COMMUNICATOR },
  { "klantcommunicator", LDR_STYLE_CUSTOMER_COMMUNICATOR },
  { "ninja", LDR_STYLE_NINJA },
};

/**
 * ldr_query_new:
 *
 * Returns: (transfer full): a query for everything outside the trash, to be narrowed before it is shared
 */
LdrQuery *
ldr_query_new (void)
{
  LdrQuery *self = g_atomic_rc_box_new0 (LdrQuery);

  self->words = g_new0 (char *, 1);
  self->phrases = g_new0 (char *, 1);
  self->tags = g_new0 (char *, 1);
  return self;
}

/**
 * ldr_query_copy:
 * @self: a query
 *
 * Returns: (transfer full): a query of its own that asks the same, to be changed
 */
LdrQuery *
ldr_query_copy (const LdrQuery *self)
{
  LdrQuery *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_atomic_rc_box_new0 (LdrQuery);
  *copy = *self;
  copy->words = g_strdupv (self->words);
  copy->phrases = g_strdupv (self->phrases);
  copy->tags = g_strdupv (self->tags);
  return copy;
}

LdrQuery *
ldr_query_ref (LdrQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
query_clear (gpointer data)
{
  LdrQuery *self = data;

  g_strfreev (self->words);
  g_strfreev (self->phrases);
  g_strfreev (self->tags);
}

void
ldr_query_unref (LdrQuery *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, query_clear);
}

/* A style by its name or by the beginning of it, when that fits one style only. */
static gboolean
find_style (const char *value, LdrStyleSet *set)
{
  g_autofree char *folded = g_utf8_casefold (value, -1);
  LdrStyleSet found = LDR_STYLE_SET_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (style_names); i++)
    if (g_str_has_prefix (style_names[i].name, folded))
      found |= LDR_STYLE_BIT (style_names[i].style);
  if (found == LDR_STYLE_SET_NONE || (found & (found - 1)) != 0)
    return FALSE;
  *set |= found;
  return TRUE;
}

static gboolean
read_style (Parser *parser, const char *value, gboolean typing)
{
  return find_style (value, &parser->query->styles);
}

static gboolean
read_pitfall (Parser *parser, const char *value, gboolean typing)
{
  return find_style (value, &parser->query->pitfalls);
}

/* A date, or the first day of a month or year. A date that is still being typed asks for nothing yet. */
static gboolean
read_day (const char *value, gboolean typing, int *day)
{
  gsize length = strlen (value);
  g_autofree char *whole = NULL;

  if (length == 4)
    whole = g_strconcat (value, "-01-01", NULL);
  else if (length == 7)
    whole = g_strconcat (value, "-01", NULL);
  else
    whole = g_strdup (value);
  if (ldr_day_parse (whole, day, NULL))
    return TRUE;
  return typing && strspn (value, "0123456789-") == length && length < strlen ("2026-03-09");
}

static gboolean
read_before (Parser *parser, const char *value, gboolean typing)
{
  return read_day (value, typing, &parser->query->before);
}

static gboolean
read_after (Parser *parser, const char *value, gboolean typing)
{
  return read_day (value, typing, &parser->query->after);
}

static gboolean
read_is (Parser *parser, const char *value, gboolean typing)
{
  g_autofree char *folded = g_utf8_casefold (value, -1);

  if (!g_str_equal (folded, "discuss") && !g_str_equal (folded, "bespreken"))
    return typing && (g_str_has_prefix ("discuss", folded) || g_str_has_prefix ("bespreken", folded));
  parser->query->to_discuss = TRUE;
  return TRUE;
}

static const struct
{
  const char *key;
  ReadFunc read;
} keys[] = {
  { "style:", read_style },     { "stijl:", read_style },   { "pitfall:", read_pitfall },
  { "valkuil:", read_pitfall }, { "before:", read_before }, { "voor:", read_before },
  { "after:", read_after },     { "na:", read_after },      { "is:", read_is },
};

/* Reads `key:value`. A known key without a value is one that is still being typed, and asks for nothing. */
static gboolean
read_key (Parser *parser, const char *token, gboolean typing)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gsize length = strlen (keys[i].key);

      if (g_ascii_strncasecmp (token, keys[i].key, length) != 0)
        continue;
      return token[length] == '\0' || keys[i].read (parser, token + length, typing);
    }
  return FALSE;
}

/* A word of nothing but "-" or "…" asks for nothing; an emoji does. */
static gboolean
is_word (const char *token)
{
  for (const char *p = token; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x80 ? g_unichar_isgraph (c) && c != 0x2026 : g_ascii_isalnum ((char) c))
        return TRUE;
    }
  return FALSE;
}

static void
read_token (Parser *parser, const char *token, gboolean typing)
{
  parser->query->last_is_prefix = FALSE;
  if (token[0] == '#')
    {
      g_autofree char *tag = ldr_tag_normalize (token);

      if (tag[0] != '\0')
        g_strv_builder_add (parser->tags, tag);
    }
  else if (!read_key (parser, token, typing) && is_word (token))
    {
      g_autofree char *word = g_strdup (token);
      gsize length = strlen (word);

      while (word[length - 1] == '*')
        word[--length] = '\0';
      g_strv_builder_add (parser->words, word);
      parser->query->last_is_prefix = typing || token[length] == '*';
    }
}

/* Reads from after the quotation mark and returns what follows the phrase; one that is not closed yet goes to the end.
 */
static const char *
read_phrase (Parser *parser, const char *p)
{
  const char *end = strchr (p, '"');
  g_autofree char *phrase = g_strstrip (end != NULL ? g_strndup (p, (gsize) (end - p)) : g_strdup (p));

  parser->query->last_is_prefix = FALSE;
  if (is_word (phrase))
    g_strv_builder_add (parser->phrases, phrase);
  return end != NULL ? end + 1 : p + strlen (p);
}

/**
 * ldr_query_parse:
 * @text: (nullable): what somebody types to search
 *
 * Reads a search, parts separated by spaces: words, `"a phrase"`, `#tag`, `style:` and `pitfall:` with a style's id,
 * its Dutch name or the beginning of either, `before:` and `after:` with `2026-03-09`, `2026-03` or `2026`, and
 * `is:discuss`; the Dutch keys `stijl:`, `valkuil:`, `voor:`, `na:` and `is:bespreken` do the same. Case does not
 * matter. The last word is a prefix as long as no space follows it, or when it ends in `*`. Whatever is not understood
 * is searched for as words, so nothing that can be typed is an error.
 *
 * Returns: (transfer full): the query
 */
LdrQuery *
ldr_query_parse (const char *text)
{
  g_autofree char *clean = ldr_text_clean (text, LDR_TEXT_BODY);
  g_autofree char *composed = g_utf8_normalize (clean, -1, G_NORMALIZE_NFC);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) phrases = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();
  Parser parser = { ldr_query_new (), words, phrases, tags };
  const char *p = composed;

  while (*p != '\0')
    {
      const char *start = p;
      g_autofree char *token = NULL;

      if (g_unichar_isspace (g_utf8_get_char (p)))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      if (*p == '"')
        {
          p = read_phrase (&parser, p + 1);
          continue;
        }
      while (*p != '\0' && *p != '"' && !g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      token = g_strndup (start, (gsize) (p - start));
      read_token (&parser, token, *p == '\0');
    }

  g_strfreev (parser.query->words);
  g_strfreev (parser.query->phrases);
  g_strfreev (parser.query->tags);
  parser.query->words = g_strv_builder_end (words);
  parser.query->phrases = g_strv_builder_end (phrases);
  parser.query->tags = g_strv_builder_end (tags);
  return parser.query;
}

/**
 * ldr_query_has_text:
 * @self: a query
 *
 * Returns: whether it asks for words or phrases, so that there are hits to show
 */
gboolean
ldr_query_has_text (const LdrQuery *self)
{
  return self->words[0] != NULL || self->phrases[0] != NULL;
}

/**
 * ldr_query_is_empty:
 * @self: a query
 *
 * Returns: whether it asks for everything outside the trash
 */
gboolean
ldr_query_is_empty (const LdrQuery *self)
{
  return !ldr_query_has_text (self) && self->tags[0] == NULL && self->styles == LDR_STYLE_SET_NONE
         && self->pitfalls == LDR_STYLE_SET_NONE && self->after == 0 && self->before == 0 && !self->to_discuss
         && !self->in_trash;
}

/**
 * ldr_query_equal:
 * @a: a query
 * @b: a query
 *
 * Returns: whether both ask for the same
 */
gboolean
ldr_query_equal (const LdrQuery *a, const LdrQuery *b)
{
  return g_strv_equal ((const char *const *) a->words, (const char *const *) b->words)
         && g_strv_equal ((const char *const *) a->phrases, (const char *const *) b->phrases)
         && g_strv_equal ((const char *const *) a->tags, (const char *const *) b->tags)
         && a->last_is_prefix == b->last_is_prefix && a->styles == b->styles && a->pitfalls == b->pitfalls
         && a->after == b->after && a->before == b->before && a->to_discuss == b->to_discuss
         && a->in_trash == b->in_trash;
}

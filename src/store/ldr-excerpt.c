/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include "ldr-store-private.h"
#include "model/ldr-summary.h"

typedef struct
{
  GString *text;
  glong length;
  glong max;
  gsize last_space;
  gboolean space;
  gboolean in_hit;
  gboolean hit_at_space;
} Excerpt;

static gboolean
is_mark (gunichar c)
{
  return c == LDR_HIT_START || c == LDR_HIT_END;
}

/* Adds one character; white space becomes one space between words. FALSE when there is no room left. */
static gboolean
add (Excerpt *self, gunichar c)
{
  if (c == LDR_HIT_END && !self->in_hit)
    return TRUE;
  if (g_unichar_isspace (c))
    {
      self->space = self->text->len > 0;
      return TRUE;
    }
  if (self->space && c != LDR_HIT_END)
    {
      /* A place to cut at, if the ellipsis fits behind it. */
      if (self->length < self->max)
        {
          self->last_space = self->text->len;
          self->hit_at_space = self->in_hit;
        }
      if (self->length + 1 >= self->max)
        return FALSE;
      g_string_append_c (self->text, ' ');
      self->length++;
      self->space = FALSE;
    }
  if (is_mark (c))
    self->in_hit = c == LDR_HIT_START;
  else if (self->length >= self->max)
    return FALSE;
  else
    self->length++;
  g_string_append_unichar (self->text, c);
  return TRUE;
}

/* What stands at the start of a line for its form only: quotes, headings, list marks. */
static const char *
skip_line_start (const char *p)
{
  for (;;)
    {
      const char *start = p;

      while (*p == ' ' || *p == '\t' || *p == '>')
        p++;
      if (*p == '#')
        {
          const char *end = p + strspn (p, "#");

          p = *end == ' ' || *end == '\n' || *end == '\0' ? end : p;
        }
      else if ((*p == '-' || *p == '+' || *p == '*') && (p[1] == ' ' || p[1] == '\t'))
        p++;
      else if (g_ascii_isdigit (*p))
        {
          gsize digits = strspn (p, "0123456789");

          if (digits <= 9 && (p[digits] == '.' || p[digits] == ')') && p[digits + 1] == ' ')
            p += digits + 1;
        }
      if (p == start)
        return p;
    }
}

/* A line made of nothing but one of these is a rule, a fence or a heading's underline. */
static gboolean
is_drawn_line (const char *line, const char *end)
{
  const char *p = line;

  if (strncmp (line, "```", 3) == 0 || strncmp (line, "~~~", 3) == 0)
    return TRUE;
  if (end - line < 3 || strchr ("-=*_", *line) == NULL)
    return FALSE;
  while (p < end && (*p == *line || *p == ' '))
    p++;
  return p == end;
}

static gboolean
is_word (gunichar c)
{
  return g_unichar_isalnum (c);
}

/* Marks that only give form: emphasis, code, brackets, a picture's "!". */
static gboolean
is_markup (const char *line, const char *p)
{
  gunichar before = p > line ? g_utf8_get_char (g_utf8_prev_char (p)) : ' ';
  gunichar after = g_utf8_get_char (p + 1);

  switch (*p)
    {
    case '`':
    case '[':
    case ']':
      return TRUE;
    case '!':
      return p[1] == '[';
    case '*':
      return !(g_unichar_isspace (before) && (g_unichar_isspace (after) || after == 0));
    case '_':
      return !(is_word (before) && is_word (after));
    case '~':
      return p[1] == '~' || before == '~';
    default:
      return FALSE;
    }
}

static gboolean
add_line (Excerpt *self, const char *line, const char *end)
{
  const char *p = line;

  while (p < end)
    {
      if (*p == ']' && p[1] == '(')
        {
          const char *close = memchr (p, ')', (gsize) (end - p));

          p = close != NULL ? close + 1 : end;
          continue;
        }
      if (*p == '\\' && g_ascii_ispunct (p[1]))
        p++;
      else if (is_markup (line, p))
        {
          p++;
          continue;
        }
      if (!add (self, g_utf8_get_char (p)))
        return FALSE;
      p = g_utf8_next_char (p);
    }
  return add (self, ' ');
}

/* Takes off the last character, and the marks of hits behind it. */
static void
drop_character (Excerpt *self)
{
  gunichar c = LDR_HIT_END;

  while (is_mark (c) && self->text->len > 0)
    {
      const char *last = g_utf8_prev_char (self->text->str + self->text->len);

      c = g_utf8_get_char (last);
      if (is_mark (c))
        self->in_hit = c == LDR_HIT_END;
      g_string_truncate (self->text, (gsize) (last - self->text->str));
    }
}

/* Cuts at the last whole word, unless that would take most of the text. */
static void
cut (Excerpt *self)
{
  if (self->last_space > self->text->len / 2)
    {
      g_string_truncate (self->text, self->last_space);
      self->in_hit = self->hit_at_space;
    }
  else
    drop_character (self);
  if (self->in_hit)
    g_string_append_unichar (self->text, LDR_HIT_END);
  g_string_append (self->text, "…");
  self->in_hit = FALSE;
}

/**
 * ldr_excerpt_from_markdown:
 * @text: CommonMark, or a piece of it; may hold marks of search hits
 * @max_characters: how many characters at most, the marks of hits not counted
 *
 * The beginning of a text as plain words on one line: for lists, where form does not matter. It knows the marks that
 * people write, not all of CommonMark; what it does not know stays.
 *
 * Returns: (transfer full): the words, with an ellipsis where they were cut off
 */
char *
ldr_excerpt_from_markdown (const char *text, glong max_characters)
{
  Excerpt self = { .text = g_string_new (NULL), .max = max_characters };
  gboolean room = TRUE;

  while (room && *text != '\0')
    {
      const char *end = strchr (text, '\n');
      const char *line;

      if (end == NULL)
        end = text + strlen (text);
      line = skip_line_start (text);
      if (line < end && !is_drawn_line (line, end))
        room = add_line (&self, line, end);
      else
        add (&self, ' ');
      text = *end != '\0' ? end + 1 : end;
    }
  if (!room)
    cut (&self);
  else if (self.in_hit)
    g_string_append_unichar (self.text, LDR_HIT_END);
  return g_string_free (self.text, FALSE);
}

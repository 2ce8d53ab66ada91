/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The text of one block as CommonMark: emphasis, links, pictures, and every sign that would be read as something else.
 */

#include "ldr-rich-text-private.h"

#include <string.h>

#include "model/ldr-picture.h"

/* Where a block's inline text is written to, and what is open there. */
typedef struct
{
  GString *out;
  GArray *cells;
  LdrSpelling spelling;
  LdrRunFlags open[2];
  guint n_open;
  const char *link;
  gssize last_plain;
  gboolean encode_next;
  gboolean just_opened;
  gboolean at_line_start;
} Writer;

static const char *
delimiter_of (const Writer *writer, LdrRunFlags flag)
{
  if (flag == LDR_RUN_BOLD)
    return "**";
  return writer->spelling == LDR_SPELLING_PLAIN ? "*" : "_";
}

static void
append_entity (GString *out, gunichar c)
{
  g_string_append_printf (out, "&#%u;", c);
}

/* Emphasis between a letter and a sign is read only when the letter is written as an entity, which begins and ends with
 * a sign. */
static void
encode_last_letter (Writer *writer)
{
  gunichar c;

  if (writer->last_plain < 0)
    return;
  c = g_utf8_get_char (writer->out->str + writer->last_plain);
  g_string_truncate (writer->out, (gsize) writer->last_plain);
  append_entity (writer->out, c);
  writer->last_plain = -1;
}

/* Whether a character beside emphasis must be an entity for it. The guarded spelling takes nothing for granted of what
 * versions of Unicode and of CommonMark call a sign: an emoji, a loose accent. */
static gboolean
is_letter (const Writer *writer, gunichar c)
{
  if (writer->spelling == LDR_SPELLING_PLAIN)
    return g_unichar_isalnum (c);
  return c >= 128 || g_ascii_isalnum ((char) c);
}

static gboolean
ends_with_letter (const Writer *writer)
{
  return writer->last_plain >= 0 && is_letter (writer, g_utf8_get_char (writer->out->str + writer->last_plain));
}

static void
close_formats_to (Writer *writer, guint depth)
{
  if (writer->n_open <= depth)
    return;
  writer->encode_next = writer->spelling == LDR_SPELLING_GUARDED || !ends_with_letter (writer);
  while (writer->n_open > depth)
    g_string_append (writer->out, delimiter_of (writer, writer->open[--writer->n_open]));
  writer->last_plain = -1;
}

static void
close_link (Writer *writer)
{
  gboolean plain = strpbrk (writer->link, " ()<>\\&") == NULL;

  g_string_append (writer->out, plain ? "](" : "](<");
  for (const char *p = writer->link; *p != '\0'; p++)
    {
      if (strchr ("<>\\&", *p) != NULL)
        g_string_append_c (writer->out, '\\');
      g_string_append_c (writer->out, *p);
    }
  g_string_append (writer->out, plain ? ")" : ">)");
  writer->link = NULL;
  writer->last_plain = -1;
}

static void
open_format (Writer *writer, LdrRunFlags flag, const LdrCell *next)
{
  gboolean next_is_letter
      = next->picture == NULL && (next->flags & LDR_RUN_CODE) == 0 && !ldr_character_is_punctuation (next->c);

  if (ends_with_letter (writer) && (writer->spelling == LDR_SPELLING_GUARDED || !next_is_letter))
    encode_last_letter (writer);
  g_string_append (writer->out, delimiter_of (writer, flag));
  writer->open[writer->n_open++] = flag;
  writer->last_plain = -1;
  writer->just_opened = TRUE;
}

/* How many characters from @i on have a format without a break. */
static guint
extent_of (const Writer *writer, guint i, LdrRunFlags flag)
{
  guint end = i;

  while (end < writer->cells->len && (LDR_CELL (writer->cells, end).flags & flag) != 0
         && g_strcmp0 (LDR_CELL (writer->cells, end).link, LDR_CELL (writer->cells, i).link) == 0)
    end++;
  return end - i;
}

/* Opens what is missing; what lasts longest first, so that it need not be closed and opened again. */
static void
open_formats (Writer *writer, guint i, LdrRunFlags missing)
{
  const LdrCell *cell = &LDR_CELL (writer->cells, i);
  LdrRunFlags first = LDR_RUN_BOLD;

  if (missing == (LDR_RUN_BOLD | LDR_RUN_ITALIC)
      && extent_of (writer, i, LDR_RUN_ITALIC) > extent_of (writer, i, LDR_RUN_BOLD))
    first = LDR_RUN_ITALIC;
  if ((missing & first) != 0)
    open_format (writer, first, cell);
  missing &= ~first;
  if (missing != 0)
    open_format (writer, missing, cell);
}

static void
change_link (Writer *writer, const char *link)
{
  if (writer->link != NULL)
    close_link (writer);
  if (link != NULL)
    {
      g_string_append_c (writer->out, '[');
      writer->last_plain = -1;
      writer->encode_next = FALSE;
    }
  writer->link = link;
}

/* Closes and opens what stands between the characters before @i and at @i, which may be the end. */
static void
change_formats (Writer *writer, guint i)
{
  static const LdrCell end = { 0 };
  const LdrCell *cell = i < writer->cells->len ? &LDR_CELL (writer->cells, i) : &end;
  LdrRunFlags wanted = cell->flags & (LDR_RUN_BOLD | LDR_RUN_ITALIC), open = 0;
  gboolean same_link = g_strcmp0 (writer->link, cell->link) == 0;
  guint keep = 0;

  writer->just_opened = FALSE;
  while (same_link && keep < writer->n_open && (wanted & writer->open[keep]) != 0)
    keep++;
  close_formats_to (writer, keep);
  if (!same_link)
    change_link (writer, cell->link);
  for (guint k = 0; k < writer->n_open; k++)
    open |= writer->open[k];
  if ((wanted & ~open) == 0)
    return;
  writer->encode_next = FALSE;
  open_formats (writer, i, wanted & ~open);
}

/* Whether the characters from @i on would begin a block, were they left as they are. */
static gboolean
begins_block (GArray *cells, guint i)
{
  guint digits = i;

  if (strchr ("#>-+=~", (int) LDR_CELL (cells, i).c) != NULL && LDR_CELL (cells, i).c < 128)
    return TRUE;
  while (digits < cells->len && g_unichar_isdigit (LDR_CELL (cells, digits).c) && LDR_CELL (cells, digits).c < 128)
    digits++;
  return digits > i && digits < cells->len && (LDR_CELL (cells, digits).c == '.' || LDR_CELL (cells, digits).c == ')');
}

static gboolean
needs_escape (const Writer *writer, guint i)
{
  const LdrCell *cell = &LDR_CELL (writer->cells, i);
  const LdrCell *next = i + 1 < writer->cells->len ? &LDR_CELL (writer->cells, i + 1) : NULL;
  gunichar c = cell->c, after = next != NULL ? next->c : 0;

  if (c >= 128)
    return FALSE;
  if (strchr ("*`[]\\", (int) c) != NULL)
    return TRUE;
  if (c == '_')
    return writer->spelling == LDR_SPELLING_GUARDED || i == 0 || after == 0
           || !g_unichar_isalnum (LDR_CELL (writer->cells, i - 1).c) || !g_unichar_isalnum (after);
  if (c == '<')
    return after < 128 && (g_ascii_isalpha ((char) after) || after == '/' || after == '!' || after == '?');
  if (c == '&')
    return after == '#' || (after < 128 && g_ascii_isalpha ((char) after));
  return c == '!' && next != NULL && (next->picture != NULL || g_strcmp0 (next->link, cell->link) != 0);
}

static void
write_picture (Writer *writer, const LdrRun *run)
{
  g_string_append (writer->out, "![");
  for (const char *p = run->description; *p != '\0'; p++)
    {
      if (g_ascii_ispunct (*p))
        g_string_append_c (writer->out, '\\');
      g_string_append_c (writer->out, strchr ("\n\r\t", *p) != NULL ? ' ' : *p);
    }
  g_string_append_printf (writer->out, "](" LDR_PICTURE_SCHEME "%s)", run->picture);
}

/* A space is taken off both ends of code that has one at each. */
static gboolean
needs_pad (const char *code)
{
  return g_str_has_prefix (code, " ") && g_str_has_suffix (code, " ") && code[strspn (code, " ")] != '\0';
}

/* Writes the code from @i on and returns where it ends. */
static guint
write_code (Writer *writer, guint i)
{
  const LdrCell *first = &LDR_CELL (writer->cells, i);
  g_autoptr (GString) code = g_string_new (NULL);
  guint longest = 0, current = 0;
  const char *pad;

  for (; i < writer->cells->len; i++)
    {
      const LdrCell *cell = &LDR_CELL (writer->cells, i);

      if (cell->picture != NULL || cell->flags != first->flags || g_strcmp0 (cell->link, first->link) != 0)
        break;
      current = cell->c == '`' ? current + 1 : 0;
      longest = MAX (longest, current);
      g_string_append_unichar (code, cell->c);
    }
  pad = longest > 0 || needs_pad (code->str) ? " " : "";
  for (guint n = 0; n <= longest; n++)
    g_string_append_c (writer->out, '`');
  g_string_append (writer->out, pad);
  g_string_append_len (writer->out, code->str, (gssize) code->len);
  g_string_append (writer->out, pad);
  for (guint n = 0; n <= longest; n++)
    g_string_append_c (writer->out, '`');
  return i;
}

static void
write_character (Writer *writer, guint i)
{
  gunichar c = LDR_CELL (writer->cells, i).c;
  gboolean starts = writer->at_line_start && begins_block (writer->cells, i);

  if ((writer->encode_next && is_letter (writer, c)) || (writer->just_opened && g_unichar_isspace (c))
      || (starts && g_unichar_isdigit (c)))
    {
      append_entity (writer->out, c);
      writer->last_plain = -1;
      return;
    }
  if (starts || needs_escape (writer, i))
    g_string_append_c (writer->out, '\\');
  writer->last_plain = (gssize) writer->out->len;
  g_string_append_unichar (writer->out, c);
}

/* The inline text of a block; lines after the first begin with @indent. */
void
ldr_write_inlines (GString *out, const LdrBlock *block, const char *indent, LdrSpelling spelling)
{
  g_autoptr (GArray) cells = ldr_cells_of (block);
  Writer writer = { out, cells, spelling, .last_plain = -1, .at_line_start = TRUE };
  guint i = 0;

  while (i < cells->len)
    {
      const LdrCell *cell = &LDR_CELL (cells, i);

      change_formats (&writer, i);
      if (cell->picture != NULL)
        write_picture (&writer, LDR_CELL (cells, i++).picture);
      else if ((cell->flags & LDR_RUN_CODE) != 0)
        i = write_code (&writer, i);
      else if (cell->c == LDR_LINE_BREAK_CHARACTER)
        {
          g_string_append_printf (out, "\\\n%s", indent);
          writer.last_plain = -1;
          writer.encode_next = FALSE;
          writer.at_line_start = TRUE;
          i++;
          continue;
        }
      else
        {
          write_character (&writer, i++);
          writer.encode_next = writer.at_line_start = FALSE;
          continue;
        }
      writer.last_plain = -1;
      writer.encode_next = writer.at_line_start = FALSE;
    }
  change_formats (&writer, i);
}

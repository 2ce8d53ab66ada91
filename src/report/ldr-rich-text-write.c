/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-rich-text-private.h"

#include <string.h>

#include "model/ldr-picture.h"

#define LINE_BREAK_CHARACTER 0x2028
#define MAX_DEPTH 8
#define MAX_NUMBER 999999999

/* One character with its formatting. The link and the picture are borrowed from the run it came from. */
typedef struct
{
  gunichar c;
  LdrRunFlags flags;
  const char *link;
  const LdrRun *picture;
} Cell;

#define CELL(cells, i) g_array_index ((cells), Cell, (i))

static gboolean
is_text_kind (LdrBlockKind kind)
{
  switch (kind)
    {
    case LDR_BLOCK_PARAGRAPH:
    case LDR_BLOCK_HEADING:
    case LDR_BLOCK_BULLET:
    case LDR_BLOCK_NUMBER:
    case LDR_BLOCK_QUOTE:
      return TRUE;
    case LDR_BLOCK_CODE:
    case LDR_BLOCK_RULE:
    case LDR_BLOCK_RAW:
    }
  return FALSE;
}

static gboolean
is_item (const LdrBlock *block)
{
  return block != NULL && (block->kind == LDR_BLOCK_BULLET || block->kind == LDR_BLOCK_NUMBER);
}

static gboolean
is_punctuation (gunichar c)
{
  return g_unichar_ispunct (c) || (c < 128 && g_ascii_ispunct ((char) c));
}

/* What a paragraph can hold: a line break where there may be one, a space for what else would end a line. */
static gunichar
clean_character (gunichar c, LdrBlockKind kind)
{
  if (c == LINE_BREAK_CHARACTER)
    return kind == LDR_BLOCK_HEADING ? ' ' : c;
  if (c == '\n' || c == '\r' || c == '\f' || c == '\v' || c == '\t' || c == 0x2029)
    return ' ';
  return c == 0xFFFC ? 0xFFFD : c;
}

static GArray *
cells_of (const LdrBlock *block)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (Cell));

  for (guint i = 0; i < block->runs->len; i++)
    {
      const LdrRun *run = g_ptr_array_index (block->runs, i);
      Cell cell = { 0xFFFC, 0, NULL, run };

      if (run->picture != NULL)
        {
          g_array_append_val (cells, cell);
          continue;
        }
      for (const char *p = run->text; *p != '\0'; p = g_utf8_next_char (p))
        {
          cell = (Cell) { clean_character (g_utf8_get_char (p), block->kind), run->flags, run->link, NULL };
          g_array_append_val (cells, cell);
        }
    }
  return cells;
}

static gboolean
is_space (const Cell *cell)
{
  return cell->picture == NULL && (cell->c == LINE_BREAK_CHARACTER || g_unichar_isspace (cell->c));
}

/* Lines neither begin nor end with a space, and a block not with a line break: CommonMark would drop them. */
static void
trim_lines (GArray *cells)
{
  guint kept = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      Cell cell = CELL (cells, i);

      if (cell.c == ' ' && (kept == 0 || CELL (cells, kept - 1).c == LINE_BREAK_CHARACTER))
        continue;
      if (cell.c == LINE_BREAK_CHARACTER)
        {
          while (kept > 0 && CELL (cells, kept - 1).c == ' ')
            kept--;
          if (kept == 0)
            continue;
        }
      CELL (cells, kept++) = cell;
    }
  while (kept > 0 && (CELL (cells, kept - 1).c == ' ' || CELL (cells, kept - 1).c == LINE_BREAK_CHARACTER))
    kept--;
  g_array_set_size (cells, kept);
}

/* A space is formatted only between characters of the same formatting; at the edge of it nobody sees it, and CommonMark
 * cannot say it. */
static void
clear_edge_spaces (GArray *cells)
{
  const Cell *before = NULL;
  guint i = 0;

  while (i < cells->len)
    {
      guint end = i;
      const Cell *after;
      LdrRunFlags flags = 0;
      const char *link = NULL;

      if (!is_space (&CELL (cells, i)))
        {
          before = &CELL (cells, i++);
          continue;
        }
      while (end < cells->len && is_space (&CELL (cells, end)))
        end++;
      after = end < cells->len ? &CELL (cells, end) : NULL;
      if (before != NULL && after != NULL && g_strcmp0 (before->link, after->link) == 0)
        {
          flags = before->flags & after->flags;
          link = before->link;
        }
      for (; i < end; i++)
        {
          Cell *cell = &CELL (cells, i);

          cell->flags &= cell->c == LINE_BREAK_CHARACTER ? flags & ~LDR_RUN_CODE : flags;
          cell->link = link != NULL && g_strcmp0 (cell->link, link) == 0 ? link : NULL;
        }
    }
}

static LdrBlock *
block_of (const LdrBlock *like, GArray *cells)
{
  LdrBlock *block = ldr_block_new (like->kind, like->level);

  block->number = like->number;
  for (guint i = 0; i < cells->len; i++)
    {
      const Cell *cell = &CELL (cells, i);
      char text[7] = { 0 };

      g_unichar_to_utf8 (cell->c, text);
      if (cell->picture != NULL)
        ldr_block_append_picture (block, cell->picture->picture, cell->picture->description);
      else
        ldr_block_append (block, text, cell->flags, cell->link);
    }
  return block;
}

static LdrBlock *
copy_literal (const LdrBlock *block)
{
  LdrBlock *copy = ldr_block_new (block->kind, 0);
  g_autofree char *text = ldr_block_dup_text (block);

  copy->info = g_strdup (block->info);
  ldr_block_append (copy, text, 0, NULL);
  return copy;
}

static gboolean
is_blank_text (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && g_utf8_get_char (p) != LINE_BREAK_CHARACTER)
      return FALSE;
  return TRUE;
}

/* The block as CommonMark can say it, or NULL when there is nothing in it to say. */
static LdrBlock *
normalize_block (const LdrBlock *block)
{
  g_autoptr (GArray) cells = NULL;
  g_autofree char *text = NULL;

  if (block->kind == LDR_BLOCK_RULE)
    return ldr_block_new (LDR_BLOCK_RULE, 0);
  if (!is_text_kind (block->kind))
    {
      text = ldr_block_dup_text (block);
      return is_blank_text (text) ? NULL : copy_literal (block);
    }
  cells = cells_of (block);
  trim_lines (cells);
  clear_edge_spaces (cells);
  return cells->len > 0 ? block_of (block, cells) : NULL;
}

/* Depths grow by one at a time, and numbers count on from the first. */
static void
place_item (LdrBlock *block, const LdrBlock *previous, LdrBlock *last_at[])
{
  int deepest = is_item (previous) ? previous->level + 1 : 0;
  LdrBlock *sibling;

  block->level = CLAMP (block->level, 0, MIN (deepest, MAX_DEPTH));
  if (!is_item (previous))
    memset (last_at, 0, sizeof (LdrBlock *) * (MAX_DEPTH + 1));
  for (int depth = block->level + 1; depth <= MAX_DEPTH; depth++)
    last_at[depth] = NULL;
  sibling = last_at[block->level];
  if (block->kind == LDR_BLOCK_NUMBER && sibling != NULL && sibling->kind == LDR_BLOCK_NUMBER)
    block->number = MIN (sibling->number + 1, MAX_NUMBER);
  else if (block->kind == LDR_BLOCK_NUMBER)
    block->number = CLAMP (block->number, 0, MAX_NUMBER);
  else
    block->number = 0;
  last_at[block->level] = block;
}

/**
 * ldr_rich_text_normalize:
 * @blocks: (element-type LdrBlock): blocks as an editor holds them
 *
 * What is left of blocks when they are written and read again: without empty ones, spaces at the ends of lines and
 * formatting that nobody sees, list items at possible depths, numbers that count on.
 *
 * Returns: (transfer full) (element-type LdrBlock): blocks of their own
 */
GPtrArray *
ldr_rich_text_normalize (GPtrArray *blocks)
{
  GPtrArray *normal = ldr_blocks_new ();
  LdrBlock *last_at[MAX_DEPTH + 1] = { NULL };
  const LdrBlock *previous = NULL;

  for (guint i = 0; i < blocks->len; i++)
    {
      LdrBlock *block = normalize_block (g_ptr_array_index (blocks, i));

      if (block == NULL)
        continue;
      if (is_item (block))
        place_item (block, previous, last_at);
      g_ptr_array_add (normal, block);
      previous = block;
    }
  return normal;
}

/* Where a block's inline text is written to, and what is open there. */
typedef struct
{
  GString *out;
  GArray *cells;
  const char *indent;
  LdrRunFlags open[2];
  guint n_open;
  const char *link;
  gssize last_plain;
  gboolean encode_next;
  gboolean at_line_start;
} Writer;

static const char *
delimiter_of (LdrRunFlags flag)
{
  return flag == LDR_RUN_BOLD ? "**" : "*";
}

static void
append_entity (GString *out, gunichar c)
{
  g_string_append_printf (out, "&#%u;", c);
}

/* Emphasis between a letter and a sign is read only when the letter is written as an entity, which ends with a sign. */
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

static gboolean
ends_with_letter (const Writer *writer)
{
  return writer->last_plain >= 0 && g_unichar_isalnum (g_utf8_get_char (writer->out->str + writer->last_plain));
}

static void
close_formats_to (Writer *writer, guint depth)
{
  if (writer->n_open > depth && !ends_with_letter (writer))
    writer->encode_next = TRUE;
  while (writer->n_open > depth)
    g_string_append (writer->out, delimiter_of (writer->open[--writer->n_open]));
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
open_format (Writer *writer, LdrRunFlags flag, const Cell *next)
{
  gboolean next_is_letter = next->picture == NULL && (next->flags & LDR_RUN_CODE) == 0 && !is_punctuation (next->c);

  if (ends_with_letter (writer) && !next_is_letter)
    encode_last_letter (writer);
  g_string_append (writer->out, delimiter_of (flag));
  writer->open[writer->n_open++] = flag;
  writer->last_plain = -1;
}

/* Closes and opens what stands between the character before and @cell. */
static void
change_formats (Writer *writer, const Cell *cell)
{
  LdrRunFlags wanted = cell->flags & (LDR_RUN_BOLD | LDR_RUN_ITALIC), open = 0;
  guint keep = 0;

  if (g_strcmp0 (writer->link, cell->link) == 0)
    while (keep < writer->n_open && (wanted & writer->open[keep]) != 0)
      keep++;
  close_formats_to (writer, keep);
  if (g_strcmp0 (writer->link, cell->link) != 0)
    {
      if (writer->link != NULL)
        close_link (writer);
      if (cell->link != NULL)
        {
          g_string_append_c (writer->out, '[');
          writer->last_plain = -1;
          writer->encode_next = FALSE;
        }
      writer->link = cell->link;
    }
  for (guint i = 0; i < writer->n_open; i++)
    open |= writer->open[i];
  if ((wanted & ~open) != 0 && writer->encode_next)
    writer->encode_next = FALSE;
  for (LdrRunFlags flag = LDR_RUN_BOLD; flag <= LDR_RUN_ITALIC; flag <<= 1)
    if ((wanted & ~open & flag) != 0)
      open_format (writer, flag, cell);
}

/* Whether the characters from @i on would begin a block, were they left as they are. */
static gboolean
begins_block (GArray *cells, guint i)
{
  guint digits = i;

  if (strchr ("#>-+=~", (int) CELL (cells, i).c) != NULL && CELL (cells, i).c < 128)
    return TRUE;
  while (digits < cells->len && g_unichar_isdigit (CELL (cells, digits).c) && CELL (cells, digits).c < 128)
    digits++;
  return digits > i && digits < cells->len && (CELL (cells, digits).c == '.' || CELL (cells, digits).c == ')');
}

static gboolean
needs_escape (const Writer *writer, guint i)
{
  const Cell *cell = &CELL (writer->cells, i);
  const Cell *next = i + 1 < writer->cells->len ? &CELL (writer->cells, i + 1) : NULL;
  gunichar c = cell->c, after = next != NULL ? next->c : 0;

  if (c >= 128)
    return FALSE;
  if (strchr ("*`[]\\", (int) c) != NULL)
    return TRUE;
  if (c == '_')
    return i == 0 || after == 0 || !g_unichar_isalnum (CELL (writer->cells, i - 1).c) || !g_unichar_isalnum (after);
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

/* Writes the code from @i on and returns where it ends. */
static guint
write_code (Writer *writer, guint i)
{
  const Cell *first = &CELL (writer->cells, i);
  g_autoptr (GString) code = g_string_new (NULL);
  guint longest = 0, current = 0;

  for (; i < writer->cells->len; i++)
    {
      const Cell *cell = &CELL (writer->cells, i);

      if (cell->picture != NULL || cell->flags != first->flags || g_strcmp0 (cell->link, first->link) != 0)
        break;
      current = cell->c == '`' ? current + 1 : 0;
      longest = MAX (longest, current);
      g_string_append_unichar (code, cell->c);
    }
  for (guint n = 0; n <= longest; n++)
    g_string_append_c (writer->out, '`');
  g_string_append (writer->out, longest > 0 ? " " : "");
  g_string_append_len (writer->out, code->str, (gssize) code->len);
  g_string_append (writer->out, longest > 0 ? " " : "");
  for (guint n = 0; n <= longest; n++)
    g_string_append_c (writer->out, '`');
  return i;
}

static void
write_character (Writer *writer, guint i)
{
  gunichar c = CELL (writer->cells, i).c;
  gboolean starts = writer->at_line_start && begins_block (writer->cells, i);

  if (writer->encode_next && g_unichar_isalnum (c))
    {
      append_entity (writer->out, c);
      writer->last_plain = -1;
      return;
    }
  if (starts && g_unichar_isdigit (c))
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
static void
write_inlines (GString *out, const LdrBlock *block, const char *indent)
{
  g_autoptr (GArray) cells = cells_of (block);
  const Cell end = { 0 };
  Writer writer = { out, cells, indent, .last_plain = -1, .at_line_start = TRUE };
  guint i = 0;

  while (i < cells->len)
    {
      const Cell *cell = &CELL (cells, i);

      change_formats (&writer, cell);
      if (cell->picture != NULL)
        write_picture (&writer, CELL (cells, i++).picture);
      else if ((cell->flags & LDR_RUN_CODE) != 0)
        i = write_code (&writer, i);
      else if (cell->c == LINE_BREAK_CHARACTER)
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
  change_formats (&writer, &end);
}

static void
write_code_block (GString *out, const LdrBlock *block)
{
  g_autofree char *text = ldr_block_dup_text (block);
  g_auto (GStrv) lines = g_strsplit (text, LDR_LINE_BREAK, -1);
  g_autofree char *code = g_strjoinv ("\n", lines);
  g_autofree char *fence = NULL;
  gsize longest = 2;

  for (const char *p = code; *p != '\0'; p += MAX (strspn (p, "`"), 1))
    longest = MAX (longest, strspn (p, "`"));
  fence = g_strnfill (longest + 1, '`');
  g_string_append_printf (out, "%s%s\n%s\n%s", fence, block->info != NULL ? block->info : "", code, fence);
}

static void
write_raw (GString *out, const LdrBlock *block)
{
  g_autofree char *text = ldr_block_dup_text (block);
  g_auto (GStrv) lines = g_strsplit (text, LDR_LINE_BREAK, -1);
  g_autofree char *source = g_strjoinv ("\n", lines);

  g_string_append (out, source);
}

/* The width of an item's marker and what stands before it are what its sub-items are indented by; a marker is a
 * function of the item alone, but the indent depends on the items above it, so the caller carries it in @widths. */
static void
write_item (GString *out, const LdrBlock *block, int widths[])
{
  g_autofree char *marker = block->kind == LDR_BLOCK_NUMBER ? g_strdup_printf ("%d. ", block->number) : g_strdup ("- ");
  int before = 0;
  g_autofree char *indent = NULL;

  for (int depth = 0; depth < block->level; depth++)
    before += widths[depth];
  widths[block->level] = (int) strlen (marker);
  indent = g_strnfill ((gsize) (before + widths[block->level]), ' ');
  g_string_append_printf (out, "%*s%s", before, "", marker);
  write_inlines (out, block, indent);
}

static void
write_heading (GString *out, const LdrBlock *block)
{
  gsize start;

  for (int i = 0; i < block->level; i++)
    g_string_append_c (out, '#');
  g_string_append_c (out, ' ');
  start = out->len;
  write_inlines (out, block, "");
  if (out->len > start + 1 && out->str[out->len - 1] == '#' && out->str[out->len - 2] != '\\')
    g_string_insert_c (out, (gssize) out->len - 1, '\\');
}

static void
write_block (GString *out, const LdrBlock *block, int widths[])
{
  switch (block->kind)
    {
    case LDR_BLOCK_PARAGRAPH:
      write_inlines (out, block, "");
      break;
    case LDR_BLOCK_HEADING:
      write_heading (out, block);
      break;
    case LDR_BLOCK_BULLET:
    case LDR_BLOCK_NUMBER:
      write_item (out, block, widths);
      break;
    case LDR_BLOCK_QUOTE:
      g_string_append (out, "> ");
      write_inlines (out, block, "> ");
      break;
    case LDR_BLOCK_CODE:
      write_code_block (out, block);
      break;
    case LDR_BLOCK_RULE:
      g_string_append (out, "---");
      break;
    case LDR_BLOCK_RAW:
      write_raw (out, block);
      break;
    }
}

/* Whether the block is read as it is meant from what is written for it. */
static gboolean
reads_back (const LdrBlock *block)
{
  g_autoptr (GString) alone = g_string_new (NULL);
  g_autoptr (LdrRichText) read = NULL;
  LdrBlock at_top = *block;
  int widths[MAX_DEPTH + 1] = { 0 };

  if (!is_text_kind (block->kind))
    return TRUE;
  if (is_item (block))
    at_top.level = 0;
  write_block (alone, &at_top, widths);
  read = ldr_rich_text_read (alone->str);
  return read->blocks->len == 1 && ldr_block_equal (g_ptr_array_index (read->blocks, 0), &at_top);
}

static LdrBlock *
without_flags (const LdrBlock *block, LdrRunFlags flags, gboolean of_signs_only)
{
  g_autoptr (GArray) cells = cells_of (block);

  for (guint i = 0; i < cells->len; i++)
    if (!of_signs_only || (is_punctuation (CELL (cells, i).c) && (CELL (cells, i).flags & LDR_RUN_CODE) == 0))
      CELL (cells, i).flags &= ~flags;
  clear_edge_spaces (cells);
  return block_of (block, cells);
}

/* There are a few combinations of emphasis that CommonMark has no words for, such as bold that begins with a sign in
 * the middle of a word right after italics. They lose the least that makes them readable; never a character. */
static LdrBlock *
make_readable (LdrBlock *block)
{
  static const struct
  {
    LdrRunFlags flags;
    gboolean of_signs_only;
  } losses[] = {
    { LDR_RUN_BOLD | LDR_RUN_ITALIC, TRUE },
    { LDR_RUN_ITALIC, FALSE },
    { LDR_RUN_BOLD, FALSE },
    { LDR_RUN_BOLD | LDR_RUN_ITALIC, FALSE },
    { LDR_RUN_BOLD | LDR_RUN_ITALIC | LDR_RUN_CODE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (losses) && !reads_back (block); i++)
    {
      LdrBlock *plainer = without_flags (block, losses[i].flags, losses[i].of_signs_only);

      if (reads_back (plainer) || i + 1 == G_N_ELEMENTS (losses))
        {
          ldr_block_free (block);
          return plainer;
        }
      ldr_block_free (plainer);
    }
  return block;
}

static const char *
separator (const LdrBlock *previous, const LdrBlock *block)
{
  if (previous == NULL)
    return "";
  if (is_item (previous) && is_item (block))
    return block->kind == LDR_BLOCK_NUMBER && block->level > previous->level && block->number != 1 ? "\n\n" : "\n";
  if (previous->kind == LDR_BLOCK_QUOTE && block->kind == LDR_BLOCK_QUOTE)
    return "\n>\n";
  return "\n\n";
}

/* How the writing of a document goes on: what was written, and the blocks that are to be read from it. */
typedef struct
{
  GString *out;
  GPtrArray *expected;
  LdrBlock *last_at[MAX_DEPTH + 1];
  int widths[MAX_DEPTH + 1];
  const LdrBlock *previous;
  int last_origin;
  guint n_origins;
  guint n_new;
} Document;

static void
write_new_block (Document *document, const LdrBlock *block)
{
  LdrBlock *normal = normalize_block (block);

  if (normal == NULL)
    return;
  if (is_item (normal))
    place_item (normal, document->previous, document->last_at);
  normal = make_readable (normal);
  if (is_item (normal))
    document->last_at[normal->level] = normal;
  g_string_append (document->out, separator (document->previous, normal));
  write_block (document->out, normal, document->widths);
  g_ptr_array_add (document->expected, normal);
  document->previous = normal;
  document->last_origin = -1;
  document->n_new++;
}

static gboolean
origin_matches (LdrRichText *self, guint index, GPtrArray *blocks, guint at)
{
  const LdrOrigin *origin = &g_array_index (self->origins, LdrOrigin, index);

  if (origin->n_blocks == 0 || at + origin->n_blocks > blocks->len)
    return FALSE;
  for (guint i = 0; i < origin->n_blocks; i++)
    if (!ldr_block_equal (g_ptr_array_index (self->blocks, origin->first + i), g_ptr_array_index (blocks, at + i)))
      return FALSE;
  return TRUE;
}

/* A list that was continued is written anew, or its new items would stand in a list of their own. */
static gboolean
is_continued (LdrRichText *self, guint index, GPtrArray *blocks, guint at)
{
  guint after = at + g_array_index (self->origins, LdrOrigin, index).n_blocks;

  if (after >= blocks->len || !is_item (g_ptr_array_index (blocks, after - 1))
      || !is_item (g_ptr_array_index (blocks, after)))
    return FALSE;
  return index + 1 >= self->origins->len || !origin_matches (self, index + 1, blocks, after);
}

/* The stretch of the source that says the blocks from @at on, sought first where the last one ended. */
static int
find_origin (LdrRichText *self, GPtrArray *blocks, guint at, guint from)
{
  for (guint i = 0; i < self->origins->len; i++)
    {
      guint index = (from + i) % self->origins->len;

      if (origin_matches (self, index, blocks, at) && !is_continued (self, index, blocks, at))
        return (int) index;
    }
  return -1;
}

static void
write_origin (Document *document, LdrRichText *self, int index)
{
  const LdrOrigin *origin = &g_array_index (self->origins, LdrOrigin, index);
  const LdrOrigin *before
      = document->last_origin >= 0 ? &g_array_index (self->origins, LdrOrigin, document->last_origin) : NULL;

  if (document->previous == NULL && index == 0)
    g_string_append (document->out, self->head);
  else if (before != NULL && document->last_origin + 1 == index)
    g_string_append (document->out, before->gap);
  else if (document->previous != NULL)
    g_string_append (document->out, "\n\n");
  g_string_append (document->out, origin->source);
  for (guint i = 0; i < origin->n_blocks; i++)
    {
      const LdrBlock *block = g_ptr_array_index (self->blocks, origin->first + i);
      LdrBlock *copy = ldr_block_new (block->kind, block->level);

      copy->number = block->number;
      copy->info = g_strdup (block->info);
      g_ptr_array_unref (copy->runs);
      copy->runs = g_ptr_array_ref (block->runs);
      g_ptr_array_add (document->expected, copy);
      document->previous = copy;
    }
  document->last_origin = index;
  document->n_origins++;
}

static void
write_document (Document *document, LdrRichText *self, GPtrArray *blocks, gboolean anew)
{
  guint next = 0;

  document->out = g_string_new (NULL);
  document->expected = ldr_blocks_new ();
  document->last_origin = -1;
  for (guint at = 0; at < blocks->len;)
    {
      int origin = anew || self->origins->len == 0 ? -1 : find_origin (self, blocks, at, next);

      if (origin < 0)
        {
          write_new_block (document, g_ptr_array_index (blocks, at++));
          continue;
        }
      write_origin (document, self, origin);
      at += g_array_index (self->origins, LdrOrigin, origin).n_blocks;
      next = ((guint) origin + 1) % self->origins->len;
    }
  if (document->last_origin >= 0 && (guint) document->last_origin + 1 == self->origins->len)
    g_string_append (document->out, g_array_index (self->origins, LdrOrigin, document->last_origin).gap);
  if (blocks->len == 0 && self->origins->len == 0)
    g_string_append (document->out, self->head);
}

/**
 * ldr_rich_text_write:
 * @self: the text that was read
 * @blocks: (element-type LdrBlock): the blocks as they are now
 *
 * Writes blocks as CommonMark. What stands in @self unchanged is written as its source said it, to the letter; what is
 * new or was changed in the simplest way that reads back the same (ldr_rich_text_normalize()). When old and new side by
 * side would be read as something else, all is written anew.
 *
 * Returns: (transfer full): CommonMark
 */
char *
ldr_rich_text_write (LdrRichText *self, GPtrArray *blocks)
{
  Document document = { NULL };

  write_document (&document, self, blocks, FALSE);
  if (document.n_origins > 0 && (document.n_new > 0 || document.n_origins != self->origins->len))
    {
      g_autoptr (LdrRichText) read = ldr_rich_text_read (document.out->str);

      if (!ldr_blocks_equal (read->blocks, document.expected))
        {
          g_string_free (document.out, TRUE);
          g_ptr_array_unref (document.expected);
          document = (Document) { NULL };
          write_document (&document, self, blocks, TRUE);
        }
    }
  g_ptr_array_unref (document.expected);
  return g_string_free_and_steal (document.out);
}

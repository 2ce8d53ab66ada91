/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-rich-text-private.h"

#include <cmark.h>
#include <string.h>

#include "model/ldr-picture.h"

/* Where each line of the source begins; one more at the end. */
typedef struct
{
  const char *source;
  GArray *starts;
} Lines;

static void
origin_clear (LdrOrigin *origin)
{
  g_free (origin->source);
  g_free (origin->gap);
}

static void
lines_init (Lines *lines, const char *source)
{
  gsize start = 0, length = strlen (source);

  lines->source = source;
  lines->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  while (start < length)
    {
      const char *end = strpbrk (source + start, "\r\n");

      g_array_append_val (lines->starts, start);
      if (end == NULL)
        break;
      start = (gsize) (end - source) + (end[0] == '\r' && end[1] == '\n' ? 2 : 1);
    }
  g_array_append_val (lines->starts, length);
}

/* The bytes of lines @from to before @to, counted from 1. */
static char *
lines_slice (const Lines *lines, int from, int to)
{
  int last = (int) lines->starts->len;
  gsize start = g_array_index (lines->starts, gsize, CLAMP (from, 1, last) - 1);
  gsize end = g_array_index (lines->starts, gsize, CLAMP (to, 1, last) - 1);

  return g_strndup (lines->source + start, end > start ? end - start : 0);
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

/* What cannot stand in a line of an editor as itself. */
static gboolean
has_odd_characters (const char *text)
{
  return strstr (text, LDR_LINE_BREAK) != NULL || strstr (text, LDR_OBJECT) != NULL
         || strstr (text, "\342\200\251") != NULL || strpbrk (text, "\r\f\v") != NULL;
}

/* Source as a raw block shows it: its lines with a line break between them, odd characters as a sign. */
static char *
show_source (const char *source)
{
  GString *shown = g_string_new (NULL);

  for (const char *p = source; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n')
        g_string_append (shown, LDR_LINE_BREAK);
      else if (c == 0x2028 || c == 0x2029 || c == 0xFFFC)
        g_string_append_unichar (shown, 0xFFFD);
      else if (c != '\r')
        g_string_append_unichar (shown, c);
      else if (p[1] != '\n')
        g_string_append (shown, LDR_LINE_BREAK);
    }
  return g_string_free_and_steal (shown);
}

static gboolean read_inlines (cmark_node *parent, LdrBlock *block, LdrRunFlags flags, const char *link);

static gboolean
read_picture (cmark_node *node, LdrBlock *block, LdrRunFlags flags, const char *link)
{
  const char *uri = cmark_node_get_url (node);
  const char *title = cmark_node_get_title (node);
  cmark_node *alt = cmark_node_first_child (node);

  if (flags != 0 || link != NULL || uri == NULL || !g_str_has_prefix (uri, LDR_PICTURE_SCHEME)
      || (title != NULL && *title != '\0'))
    return FALSE;
  if (uri[strlen (LDR_PICTURE_SCHEME)] == '\0' || strpbrk (uri, " <>()\\") != NULL)
    return FALSE;
  if (alt != NULL && (cmark_node_get_type (alt) != CMARK_NODE_TEXT || cmark_node_next (alt) != NULL))
    return FALSE;
  ldr_block_append_picture (block, uri + strlen (LDR_PICTURE_SCHEME), alt != NULL ? cmark_node_get_literal (alt) : "");
  return TRUE;
}

static gboolean
read_link (cmark_node *node, LdrBlock *block, LdrRunFlags flags, const char *link)
{
  const char *uri = cmark_node_get_url (node);
  const char *title = cmark_node_get_title (node);

  if (link != NULL || uri == NULL || *uri == '\0' || (title != NULL && *title != '\0'))
    return FALSE;
  return read_inlines (node, block, flags, uri);
}

static gboolean
read_inline (cmark_node *node, LdrBlock *block, LdrRunFlags flags, const char *link)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
      ldr_block_append (block, cmark_node_get_literal (node), flags, link);
      return TRUE;
    case CMARK_NODE_SOFTBREAK:
      ldr_block_append (block, " ", flags, link);
      return TRUE;
    case CMARK_NODE_LINEBREAK:
      ldr_block_append (block, LDR_LINE_BREAK, flags, link);
      return TRUE;
    case CMARK_NODE_CODE:
      ldr_block_append (block, cmark_node_get_literal (node), flags | LDR_RUN_CODE, link);
      return TRUE;
    case CMARK_NODE_EMPH:
      return read_inlines (node, block, flags | LDR_RUN_ITALIC, link);
    case CMARK_NODE_STRONG:
      return read_inlines (node, block, flags | LDR_RUN_BOLD, link);
    case CMARK_NODE_LINK:
      return read_link (node, block, flags, link);
    case CMARK_NODE_IMAGE:
      return read_picture (node, block, flags, link);
    default:
      return FALSE;
    }
}

static gboolean
read_inlines (cmark_node *parent, LdrBlock *block, LdrRunFlags flags, const char *link)
{
  for (cmark_node *node = cmark_node_first_child (parent); node != NULL; node = cmark_node_next (node))
    if (!read_inline (node, block, flags, link))
      return FALSE;
  return TRUE;
}

/* Adds a paragraph or heading, unless there is something in it that a block does not show. */
static gboolean
read_leaf (cmark_node *node, LdrBlockKind kind, int level, int number, GPtrArray *blocks)
{
  LdrBlock *block = ldr_block_new (kind, level);

  block->number = number;
  g_ptr_array_add (blocks, block);
  return read_inlines (node, block, 0, NULL) && block->runs->len > 0;
}

static gboolean
read_list (cmark_node *list, int depth, GPtrArray *blocks)
{
  gboolean ordered = cmark_node_get_list_type (list) == CMARK_ORDERED_LIST;
  int number = ordered ? cmark_node_get_list_start (list) : 0;

  for (cmark_node *item = cmark_node_first_child (list); item != NULL; item = cmark_node_next (item))
    {
      cmark_node *child = cmark_node_first_child (item);

      if (depth > LDR_MAX_DEPTH || child == NULL || cmark_node_get_type (child) != CMARK_NODE_PARAGRAPH
          || !read_leaf (child, ordered ? LDR_BLOCK_NUMBER : LDR_BLOCK_BULLET, depth, number, blocks))
        return FALSE;
      number += ordered ? 1 : 0;
      while ((child = cmark_node_next (child)) != NULL)
        if (cmark_node_get_type (child) != CMARK_NODE_LIST || !read_list (child, depth + 1, blocks))
          return FALSE;
    }
  return TRUE;
}

static gboolean
read_quote (cmark_node *quote, GPtrArray *blocks)
{
  cmark_node *node = cmark_node_first_child (quote);

  if (node == NULL)
    return FALSE;
  for (; node != NULL; node = cmark_node_next (node))
    if (cmark_node_get_type (node) != CMARK_NODE_PARAGRAPH || !read_leaf (node, LDR_BLOCK_QUOTE, 0, 0, blocks))
      return FALSE;
  return TRUE;
}

static gboolean
read_code (cmark_node *node, GPtrArray *blocks)
{
  LdrBlock *block = ldr_block_new (LDR_BLOCK_CODE, 0);
  g_autofree char *literal = g_strdup (cmark_node_get_literal (node));
  const char *info = cmark_node_get_fence_info (node);
  g_auto (GStrv) lines = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (blocks, block);
  if (g_str_has_suffix (literal, "\n"))
    literal[strlen (literal) - 1] = '\0';
  if (is_blank (literal) || (info != NULL && strpbrk (info, "`\\&") != NULL))
    return FALSE;
  lines = g_strsplit (literal, "\n", -1);
  text = g_strjoinv (LDR_LINE_BREAK, lines);
  block->info = g_strdup (info != NULL ? info : "");
  ldr_block_append (block, text, 0, NULL);
  return TRUE;
}

/* Reads one block of the top level; FALSE when it can only be shown as its source. */
static gboolean
read_block (cmark_node *node, GPtrArray *blocks)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_PARAGRAPH:
      return read_leaf (node, LDR_BLOCK_PARAGRAPH, 0, 0, blocks);
    case CMARK_NODE_HEADING:
      {
        LdrBlock *last;
        g_autofree char *text = NULL;

        if (!read_leaf (node, LDR_BLOCK_HEADING, cmark_node_get_heading_level (node), 0, blocks))
          return FALSE;
        last = g_ptr_array_index (blocks, blocks->len - 1);
        text = ldr_block_dup_text (last);
        return strstr (text, LDR_LINE_BREAK) == NULL;
      }
    case CMARK_NODE_LIST:
      return read_list (node, 0, blocks);
    case CMARK_NODE_BLOCK_QUOTE:
      return read_quote (node, blocks);
    case CMARK_NODE_CODE_BLOCK:
      return read_code (node, blocks);
    case CMARK_NODE_THEMATIC_BREAK:
      g_ptr_array_add (blocks, ldr_block_new (LDR_BLOCK_RULE, 0));
      return TRUE;
    default:
      return FALSE;
    }
}

static void
add_raw (GPtrArray *blocks, const char *source)
{
  LdrBlock *block = ldr_block_new (LDR_BLOCK_RAW, 0);
  g_autofree char *shown = show_source (source);

  ldr_block_append (block, shown, 0, NULL);
  g_ptr_array_add (blocks, block);
}

/* Cuts @text into what stands in it and the blank rest after its last line. */
static void
split_gap (const char *text, char **body, char **gap)
{
  gsize end = strlen (text), length;

  while (end > 0 && strchr (" \t\r\n", text[end - 1]) != NULL)
    end--;
  length = end + strcspn (text + end, "\r\n");
  *body = g_strndup (text, length);
  *gap = g_strdup (text + length);
}

/* Adds the lines of one stretch, with their blocks or, when @node is NULL or too much for us, as a raw block. */
static void
add_stretch (LdrRichText *self, const char *text, cmark_node *node)
{
  LdrOrigin origin = { NULL };
  g_autoptr (GPtrArray) blocks = ldr_blocks_new ();

  split_gap (text, &origin.source, &origin.gap);
  if (node == NULL || has_odd_characters (origin.source) || !read_block (node, blocks))
    {
      g_ptr_array_set_size (blocks, 0);
      add_raw (blocks, origin.source);
    }
  origin.first = self->blocks->len;
  origin.n_blocks = blocks->len;
  g_ptr_array_extend_and_steal (self->blocks, g_steal_pointer (&blocks));
  g_array_append_val (self->origins, origin);
}

/* What cmark's tree does not hold (definitions of links, and what it may have left out) is kept as source. */
static void
add_rest (LdrRichText *self, const Lines *lines, int from, int to)
{
  g_autofree char *text = lines_slice (lines, from, to);

  if (!is_blank (text))
    {
      add_stretch (self, text, NULL);
      return;
    }
  if (self->origins->len > 0)
    {
      LdrOrigin *last = &g_array_index (self->origins, LdrOrigin, self->origins->len - 1);
      g_autofree char *before = g_steal_pointer (&last->gap);

      last->gap = g_strconcat (before, text, NULL);
    }
  else
    {
      g_autofree char *before = g_steal_pointer (&self->head);

      self->head = g_strconcat (before, text, NULL);
    }
}

/* The last line of a block: cmark counts blank lines into some. */
static int
last_line_of (cmark_node *node, int next_start)
{
  return CLAMP (cmark_node_get_end_line (node), cmark_node_get_start_line (node), next_start - 1);
}

static void
read_document (LdrRichText *self, const Lines *lines, cmark_node *document)
{
  int line = 1, n_lines = (int) lines->starts->len;

  for (cmark_node *node = cmark_node_first_child (document); node != NULL; node = cmark_node_next (node))
    {
      cmark_node *next = cmark_node_next (node);
      int start = MAX (cmark_node_get_start_line (node), line);
      int end = next != NULL ? cmark_node_get_start_line (next) : n_lines;
      g_autofree char *text = NULL;

      add_rest (self, lines, line, start);
      line = MIN (last_line_of (node, MAX (end, start + 1)) + 1, n_lines);
      text = lines_slice (lines, start, line);
      if (*text != '\0')
        add_stretch (self, text, node);
    }
  add_rest (self, lines, line, n_lines);
}

/* A definition of a link before a paragraph is counted into its lines; the paragraph alone does not say all of them. */
static gboolean
starts_with_definition (const char *source)
{
  const char *p = source + strspn (source, " ");

  return *p == '[' && strstr (p, "]:") != NULL;
}

/* Whether a stretch by itself is read as it was within its document; else only its source tells the truth. */
static gboolean
stands_alone (const LdrRichText *self, const LdrOrigin *origin)
{
  const LdrBlock *first = g_ptr_array_index (self->blocks, origin->first);

  return first->kind == LDR_BLOCK_RAW || !starts_with_definition (origin->source);
}

static void
make_raw (LdrRichText *self, guint index)
{
  LdrOrigin *origin = &g_array_index (self->origins, LdrOrigin, index);
  g_autoptr (GPtrArray) raw = ldr_blocks_new ();
  guint removed = origin->n_blocks;

  add_raw (raw, origin->source);
  g_ptr_array_remove_range (self->blocks, origin->first, removed);
  g_ptr_array_insert (self->blocks, (int) origin->first, g_ptr_array_steal_index (raw, 0));
  origin->n_blocks = 1;
  for (guint i = index + 1; i < self->origins->len; i++)
    g_array_index (self->origins, LdrOrigin, i).first -= removed - 1;
}

static LdrRichText *
rich_text_new (void)
{
  LdrRichText *self = g_new0 (LdrRichText, 1);

  self->head = g_strdup ("");
  self->blocks = ldr_blocks_new ();
  self->origins = g_array_new (FALSE, FALSE, sizeof (LdrOrigin));
  g_array_set_clear_func (self->origins, (GDestroyNotify) origin_clear);
  return self;
}

/**
 * ldr_rich_text_parse:
 * @commonmark: a text
 *
 * As ldr_rich_text_read(), but by cmark whatever is in the text.
 *
 * Returns: (transfer full): the text
 */
LdrRichText *
ldr_rich_text_parse (const char *commonmark)
{
  LdrRichText *self = rich_text_new ();
  cmark_node *document = cmark_parse_document (commonmark, strlen (commonmark), CMARK_OPT_DEFAULT);
  Lines lines;

  cmark_consolidate_text_nodes (document);
  lines_init (&lines, commonmark);
  read_document (self, &lines, document);
  for (guint i = 0; i < self->origins->len; i++)
    if (!stands_alone (self, &g_array_index (self->origins, LdrOrigin, i)))
      make_raw (self, i);
  g_array_unref (lines.starts);
  cmark_node_free (document);
  return self;
}

/**
 * ldr_rich_text_read:
 * @commonmark: a text
 *
 * Reads CommonMark into blocks that can be shown formatted, and remembers its source. Where there is anything in it but
 * words, cmark does.
 *
 * Returns: (transfer full): the text
 */
LdrRichText *
ldr_rich_text_read (const char *commonmark)
{
  g_autoptr (LdrRichText) self = rich_text_new ();

  return ldr_rich_text_read_words (self, commonmark) ? g_steal_pointer (&self) : ldr_rich_text_parse (commonmark);
}

/**
 * ldr_rich_text_free:
 * @self: (transfer full) (nullable): a text
 */
void
ldr_rich_text_free (LdrRichText *self)
{
  if (self == NULL)
    return;
  g_free (self->head);
  g_ptr_array_unref (self->blocks);
  g_array_unref (self->origins);
  g_free (self);
}

/**
 * ldr_rich_text_get_blocks:
 * @self: a text
 *
 * Returns: (transfer none) (element-type LdrBlock): its blocks as they were read, not to be changed
 */
GPtrArray *
ldr_rich_text_get_blocks (LdrRichText *self)
{
  return self->blocks;
}

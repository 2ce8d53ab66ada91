/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-html-blocks.h"

#include <libxml/HTMLparser.h>
#include <string.h>

typedef struct
{
  GPtrArray *blocks;
  LdrBlock *block; /* Of the last of them, the one being filled, or NULL. */
  LdrBlockKind kind;
  int level;
  int number;
  LdrRunFlags flags;
  const char *link;
} Reader;

static gboolean
is_any (const xmlNode *node, const char *const *names)
{
  return node->type == XML_ELEMENT_NODE && g_strv_contains (names, (const char *) node->name);
}

static const char *const skipped[] = { "script", "style", "head", "title", "template", NULL };
static const char *const bold[] = { "b", "strong", NULL };
static const char *const italic[] = { "i", "em", NULL };
static const char *const code[] = { "code", "tt", "kbd", "samp", NULL };
static const char *const headings[] = { "h1", "h2", "h3", "h4", "h5", "h6", NULL };
static const char *const lists[] = { "ul", "ol", NULL };
static const char *const blocks[] = { "p",  "div", "li", "ul", "ol",  "blockquote", "h1",      "h2",     "h3",
                                      "h4", "h5",  "h6", "tr", "pre", "section",    "article", "header", NULL };

/* Runs of white space are one space, and there is none at the beginning of a block. */
static void
add_text (Reader *self, const char *text)
{
  g_autoptr (GString) clean = g_string_new (NULL);
  const LdrRun *last = self->block != NULL && self->block->runs->len > 0
                           ? g_ptr_array_index (self->block->runs, self->block->runs->len - 1)
                           : NULL;
  gboolean space = last == NULL || g_str_has_suffix (last->text, " ") || g_str_has_suffix (last->text, LDR_LINE_BREAK);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0;

      if (is_space && !space)
        g_string_append_c (clean, ' ');
      else if (!is_space && c != 0xFFFC)
        g_string_append_unichar (clean, c);
      space = is_space;
    }
  if (clean->len == 0)
    return;
  if (self->block == NULL)
    {
      self->block = ldr_block_new (self->kind, self->level);
      self->block->number = self->kind == LDR_BLOCK_NUMBER ? ++self->number : 0;
      g_ptr_array_add (self->blocks, self->block);
    }
  ldr_block_append (self->block, clean->str, self->flags, self->link);
}

static void
enter_element (Reader *self, const xmlNode *node)
{
  if (is_any (node, headings))
    {
      self->kind = LDR_BLOCK_HEADING;
      self->level = node->name[1] - '0';
    }
  else if (is_any (node, lists))
    {
      gboolean inside = self->kind == LDR_BLOCK_BULLET || self->kind == LDR_BLOCK_NUMBER;

      self->level = inside ? self->level + 1 : 0;
      self->kind = node->name[0] == 'o' ? LDR_BLOCK_NUMBER : LDR_BLOCK_BULLET;
      self->number = 0;
    }
  else if (strcmp ((const char *) node->name, "blockquote") == 0)
    {
      self->kind = LDR_BLOCK_QUOTE;
      self->level = 0;
    }
  if (is_any (node, bold))
    self->flags |= LDR_RUN_BOLD;
  if (is_any (node, italic))
    self->flags |= LDR_RUN_ITALIC;
  if (is_any (node, code))
    self->flags |= LDR_RUN_CODE;
}

static void
read_node (Reader *self, xmlNode *node)
{
  Reader around = *self;
  gboolean is_block = is_any (node, blocks);
  xmlChar *address = NULL;

  if (node->type == XML_TEXT_NODE)
    add_text (self, (const char *) node->content);
  if (node->type != XML_ELEMENT_NODE || is_any (node, skipped))
    return;
  if (strcmp ((const char *) node->name, "br") == 0)
    {
      if (self->block != NULL)
        ldr_block_append (self->block, LDR_LINE_BREAK, 0, NULL);
      return;
    }
  if (is_block)
    self->block = NULL;
  enter_element (self, node);
  if (strcmp ((const char *) node->name, "a") == 0)
    address = xmlGetProp (node, (const xmlChar *) "href");
  if (address != NULL && g_uri_is_valid ((const char *) address, G_URI_FLAGS_NONE, NULL))
    self->link = (const char *) address;
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    read_node (self, child);
  xmlFree (address);

  self->kind = around.kind;
  self->level = around.level;
  self->flags = around.flags;
  self->link = around.link;
  if (is_any (node, lists))
    self->number = around.number;
  if (is_block)
    self->block = NULL;
}

/**
 * ldr_html_to_blocks:
 * @html: HTML in UTF-8, as it comes from the clipboard
 * @length: its length in bytes
 *
 * Takes over paragraphs, headings, lists, quotes, bold, italic, code, links and line breaks, and of all else the text.
 *
 * Returns: (transfer full) (element-type LdrBlock): its blocks
 */
GPtrArray *
ldr_html_to_blocks (const char *html, gsize length)
{
  Reader reader = { .blocks = ldr_blocks_new (), .kind = LDR_BLOCK_PARAGRAPH };
  xmlDoc *document = NULL;

  if (length <= G_MAXINT)
    document = htmlReadMemory (html, (int) length, NULL, "UTF-8",
                               HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  if (document == NULL)
    return reader.blocks;
  if (xmlDocGetRootElement (document) != NULL)
    read_node (&reader, xmlDocGetRootElement (document));
  xmlFreeDoc (document);

  return reader.blocks;
}

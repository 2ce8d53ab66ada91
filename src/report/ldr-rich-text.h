/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A text as it is shown: a list of blocks, each one line of an editor. CommonMark is read into it by cmark and written
 * back:
 *
 * - writing what was read and not changed gives the source to the letter, since the document remembers the source of
 *   each block (ldr_rich_text_write());
 * - what cannot be shown formatted (HTML, tables of other dialects, quotes with lists in them, …) is a block of the
 * kind LDR_BLOCK_RAW that shows its own source.
 */

/* A line break inside a block: U+2028. In LDR_BLOCK_CODE and LDR_BLOCK_RAW it stands between the lines. */
#define LDR_LINE_BREAK "\342\200\250"

/* The one character of a run that is a picture: U+FFFC. */
#define LDR_OBJECT "\357\277\274"

typedef enum
{
  LDR_BLOCK_PARAGRAPH,
  LDR_BLOCK_HEADING,
  LDR_BLOCK_BULLET,
  LDR_BLOCK_NUMBER,
  LDR_BLOCK_QUOTE,
  LDR_BLOCK_CODE,
  LDR_BLOCK_RULE,
  LDR_BLOCK_RAW,
} LdrBlockKind;

typedef enum
{
  LDR_RUN_BOLD = 1 << 0,
  LDR_RUN_ITALIC = 1 << 1,
  LDR_RUN_CODE = 1 << 2,
} LdrRunFlags;

/**
 * LdrRun:
 * @text: what it shows; for a picture LDR_OBJECT alone
 * @flags: how it is shown
 * @link: (nullable): where it leads
 * @picture: (nullable): for a picture, its id
 * @description: (nullable): for a picture, what is to be seen on it
 *
 * Characters of a block that share their formatting.
 */
typedef struct
{
  char *text;
  LdrRunFlags flags;
  char *link;
  char *picture;
  char *description;
} LdrRun;

/**
 * LdrBlock:
 * @kind: what it is
 * @level: of a heading 1 to 6; of a list item its depth from 0; otherwise 0
 * @number: of an item of a numbered list
 * @info: (nullable): what a code block says of its language
 * @runs: (element-type LdrRun): its contents; a code or raw block has one plain run, a rule none
 */
typedef struct
{
  LdrBlockKind kind;
  int level;
  int number;
  char *info;
  GPtrArray *runs;
} LdrBlock;

typedef struct _LdrRichText LdrRichText;

LdrRichText *ldr_rich_text_read (const char *commonmark);
void ldr_rich_text_free (LdrRichText *self);
GPtrArray *ldr_rich_text_get_blocks (LdrRichText *self);
char *ldr_rich_text_write (LdrRichText *self, GPtrArray *blocks);
GPtrArray *ldr_rich_text_normalize (GPtrArray *blocks);

GPtrArray *ldr_blocks_new (void);
LdrBlock *ldr_block_new (LdrBlockKind kind, int level);
void ldr_block_free (LdrBlock *self);
LdrRun *ldr_block_append (LdrBlock *self, const char *text, LdrRunFlags flags, const char *link);
LdrRun *ldr_block_append_picture (LdrBlock *self, const char *id, const char *description);
char *ldr_block_dup_text (const LdrBlock *self);
gboolean ldr_block_equal (const LdrBlock *a, const LdrBlock *b);
gboolean ldr_blocks_equal (GPtrArray *a, GPtrArray *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrRichText, ldr_rich_text_free)

G_END_DECLS

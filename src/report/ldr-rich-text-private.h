/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-rich-text.h"

G_BEGIN_DECLS

/* A stretch of the source that is given back to the letter while its blocks stay as they were read: a paragraph, a
 * heading, a whole list. What lies after it (blank lines) belongs to it. */
typedef struct
{
  char *source;
  char *gap;
  guint first;
  guint n_blocks;
} LdrOrigin;

struct _LdrRichText
{
  char *head;
  GPtrArray *blocks;
  GArray *origins;
};

#define LDR_MAX_DEPTH 8
#define LDR_LINE_BREAK_CHARACTER 0x2028

/* One character with its formatting. The link and the picture are borrowed from the run it came from. */
typedef struct
{
  gunichar c;
  LdrRunFlags flags;
  const char *link;
  const LdrRun *picture;
} LdrCell;

/* How emphasis is written: as one would by hand, or with a sign of its own for italics and entities for the characters
 * beside it, which is read as it is meant between any characters. */
typedef enum
{
  LDR_SPELLING_PLAIN,
  LDR_SPELLING_GUARDED,
} LdrSpelling;

#define LDR_CELL(cells, i) g_array_index ((cells), LdrCell, (i))

LdrRichText *ldr_rich_text_parse (const char *commonmark);
gboolean ldr_rich_text_read_words (LdrRichText *self, const char *commonmark);
gboolean ldr_text_is_words (const char *text);
gboolean ldr_block_is_text (LdrBlockKind kind);
gboolean ldr_block_is_item (const LdrBlock *block);
gboolean ldr_character_is_punctuation (gunichar c);
GArray *ldr_cells_of (const LdrBlock *block);
LdrBlock *ldr_cells_to_block (const LdrBlock *like, GArray *cells);
LdrBlock *ldr_block_normalize (const LdrBlock *block);
void ldr_item_place (LdrBlock *block, const LdrBlock *previous, LdrBlock *last_at[]);
void ldr_write_inlines (GString *out, const LdrBlock *block, const char *indent, LdrSpelling spelling);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/ldr-rich-text.h"

G_BEGIN_DECLS

/**
 * LdrLine:
 * @block: what the line is; its runs are right only when @fresh
 * @words: how many words it has, when @fresh
 * @fresh: whether the runs were read since the last change
 * @reader: the number of who looked in it last for words to notice, 0 if nobody did
 * @hits: (nullable) (element-type LdrNoticeHit): what was found
 *
 * One line of the editor. Once fresh it never changes: an edit puts another in its place, so that the steps of undo
 * share the lines that they have in common with the text.
 */
typedef struct
{
  grefcount references;
  LdrBlock *block;
  int words;
  gboolean fresh;
  guint reader;
  GArray *hits;
} LdrLine;

LdrLine *ldr_line_new (LdrBlockKind kind, int level);
LdrLine *ldr_line_new_for_block (const LdrBlock *block);
LdrLine *ldr_line_new_stale (const LdrLine *self);
LdrLine *ldr_line_ref (LdrLine *self);
void ldr_line_unref (LdrLine *self);
void ldr_line_settle (LdrLine *self);
gboolean ldr_block_is_list (const LdrBlock *self);
gboolean ldr_block_is_verbatim (const LdrBlock *self);
LdrBlock *ldr_block_dup (const LdrBlock *self);

GPtrArray *ldr_lines_new (void);
GPtrArray *ldr_lines_copy (GPtrArray *lines, guint first, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrLine, ldr_line_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrBlock, ldr_block_free)

G_END_DECLS

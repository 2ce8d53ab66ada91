/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtksourceview/gtksource.h>

#include "report/ldr-rich-text.h"

G_BEGIN_DECLS

#define LDR_TYPE_RICH_BUFFER (ldr_rich_buffer_get_type ())
G_DECLARE_FINAL_TYPE (LdrRichBuffer, ldr_rich_buffer, LDR, RICH_BUFFER, GtkSourceBuffer)

/* A text buffer whose lines are blocks. What a line is stands beside the text, in an array with one element a line; the
 * tags only show it. Anything may change the text (typing, an input method, spelling, a screen reader): the array
 * follows in insert_text and delete_range, and every change is a step of undo.
 *
 * Signals: `edited` (a step was made, undone or done again), `typed (guint character)` (one character was put in, after
 * `edited`), `formats-changed`, `picture-needed (const char *id)`. */

LdrRichBuffer *ldr_rich_buffer_new (void);
void ldr_rich_buffer_load (LdrRichBuffer *self, GPtrArray *blocks);
GPtrArray *ldr_rich_buffer_get_blocks (LdrRichBuffer *self);
GPtrArray *ldr_rich_buffer_copy_blocks (LdrRichBuffer *self, const GtkTextIter *start, const GtkTextIter *end);
const LdrBlock *ldr_rich_buffer_get_block (LdrRichBuffer *self, int line);
void ldr_rich_buffer_set_kind (LdrRichBuffer *self, int line, LdrBlockKind kind, int level);
void ldr_rich_buffer_insert_blocks (LdrRichBuffer *self, GPtrArray *blocks);
int ldr_rich_buffer_count_words (LdrRichBuffer *self);

LdrRunFlags ldr_rich_buffer_get_flags (LdrRichBuffer *self);
void ldr_rich_buffer_toggle_flag (LdrRichBuffer *self, LdrRunFlags flag);
void ldr_rich_buffer_set_link (LdrRichBuffer *self, GtkTextIter *start, GtkTextIter *end, const char *uri);

gboolean ldr_rich_buffer_can_undo (LdrRichBuffer *self);
gboolean ldr_rich_buffer_can_redo (LdrRichBuffer *self);
void ldr_rich_buffer_undo (LdrRichBuffer *self);
void ldr_rich_buffer_redo (LdrRichBuffer *self);

void ldr_rich_buffer_set_texture (LdrRichBuffer *self, const char *id, GdkTexture *texture);
void ldr_rich_buffer_set_picture_width (LdrRichBuffer *self, int width);
void ldr_rich_buffer_set_highlights (LdrRichBuffer *self, const char *const *words);

G_END_DECLS

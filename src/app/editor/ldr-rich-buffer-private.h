/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-editor-undo.h"
#include "ldr-rich-buffer.h"
#include "ldr-rich-line.h"

G_BEGIN_DECLS

struct _LdrRichBuffer
{
  GtkSourceBuffer parent_instance;

  GPtrArray *lines; /* Of LdrLine, one for each line of the buffer. */
  LdrUndo *undo;
  GHashTable *textures; /* From a picture's id to its GdkTexture. */
  GStrv highlights;
  int picture_width;

  LdrRunFlags active; /* What is typed at the cursor becomes. */
  int silent;         /* Above 0 the lines are looked after by the caller, and nothing is a change of the user. */
  gboolean styling;   /* Whether tags of lines may be set. */

  /* The user action that goes on. */
  GPtrArray *before; /* The lines as they were. */
  int cursor_before;
  LdrChange change;
  guint n_changes;
  gunichar character;
  int replaced_offset; /* Where characters were taken out, and the formats of the first of them. */
  LdrRunFlags replaced_flags;
};

void ldr_rich_buffer_get_line_bounds (LdrRichBuffer *self, int line, GtkTextIter *start, GtkTextIter *end);
void ldr_rich_buffer_read_line (LdrRichBuffer *self, int line);
void ldr_rich_buffer_style_lines (LdrRichBuffer *self, int first, int n);
void ldr_rich_buffer_set_flags (LdrRichBuffer *self, int start, int end, LdrRunFlags flags);
void ldr_rich_buffer_insert_runs (LdrRichBuffer *self, GtkTextIter *iter, const LdrBlock *block);
void ldr_rich_buffer_replace_lines (LdrRichBuffer *self, int first, int n, GPtrArray *lines);
void ldr_rich_buffer_refresh (LdrRichBuffer *self);
void ldr_rich_buffer_touch (LdrRichBuffer *self, int line);
void ldr_rich_buffer_follow_cursor (LdrRichBuffer *self);
void ldr_rich_buffer_show_highlights (LdrRichBuffer *self);

G_END_DECLS

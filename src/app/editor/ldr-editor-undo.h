/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-rich-line.h"

G_BEGIN_DECLS

/**
 * LdrChange:
 * @LDR_CHANGE_OTHER: always a step of its own
 * @LDR_CHANGE_TYPED: one character was put in
 * @LDR_CHANGE_ERASED: one character was taken out
 *
 * What a change was, to know whether it belongs to the step before it.
 */
typedef enum
{
  LDR_CHANGE_OTHER,
  LDR_CHANGE_TYPED,
  LDR_CHANGE_ERASED,
} LdrChange;

/**
 * LdrUndoStep:
 * @first: the first line that differs, from 0
 * @before: (element-type LdrLine): the lines that stood there
 * @after: (element-type LdrLine): the lines that came in their place
 * @cursor_before: where the cursor was, in characters
 * @cursor_after: where it went
 * @change: what it was
 * @character: the last character that was typed or erased
 * @moment: when, in microseconds of the monotonic clock
 */
typedef struct
{
  guint first;
  GPtrArray *before;
  GPtrArray *after;
  int cursor_before;
  int cursor_after;
  LdrChange change;
  gunichar character;
  gint64 moment;
} LdrUndoStep;

typedef struct _LdrUndo LdrUndo;

LdrUndo *ldr_undo_new (void);
void ldr_undo_free (LdrUndo *self);
void ldr_undo_clear (LdrUndo *self);
LdrUndoStep *ldr_undo_step_new (GPtrArray *before, GPtrArray *after);
void ldr_undo_step_free (LdrUndoStep *self);
void ldr_undo_record (LdrUndo *self, LdrUndoStep *step);
const LdrUndoStep *ldr_undo_back (LdrUndo *self);
const LdrUndoStep *ldr_undo_forward (LdrUndo *self);
gboolean ldr_undo_can_go_back (LdrUndo *self);
gboolean ldr_undo_can_go_forward (LdrUndo *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrUndo, ldr_undo_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrUndoStep, ldr_undo_step_free)

G_END_DECLS

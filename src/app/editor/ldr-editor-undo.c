/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-editor-undo.h"

/* A pause longer than this ends a step of typing. */
#define PAUSE (2 * G_USEC_PER_SEC)

struct _LdrUndo
{
  GPtrArray *steps;
  guint position; /* How many of the steps are done; the rest can be done again. */
};

LdrUndo *
ldr_undo_new (void)
{
  LdrUndo *self = g_new0 (LdrUndo, 1);

  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_undo_step_free);

  return self;
}

void
ldr_undo_free (LdrUndo *self)
{
  g_ptr_array_unref (self->steps);
  g_free (self);
}

void
ldr_undo_clear (LdrUndo *self)
{
  g_ptr_array_set_size (self->steps, 0);
  self->position = 0;
}

void
ldr_undo_step_free (LdrUndoStep *self)
{
  g_ptr_array_unref (self->before);
  g_ptr_array_unref (self->after);
  g_free (self);
}

/**
 * ldr_undo_step_new:
 * @before: (element-type LdrLine): all lines of the text as it was
 * @after: (element-type LdrLine): all lines as they are; a line that did not change is the same object
 *
 * Finds the lines between the beginning and the end that both have in common.
 *
 * Returns: (transfer full) (nullable): a step, or %NULL when nothing differs
 */
LdrUndoStep *
ldr_undo_step_new (GPtrArray *before, GPtrArray *after)
{
  guint shorter = MIN (before->len, after->len), head = 0, tail = 0;
  LdrUndoStep *step;

  while (head < shorter && before->pdata[head] == after->pdata[head])
    head++;
  while (tail < shorter - head && before->pdata[before->len - 1 - tail] == after->pdata[after->len - 1 - tail])
    tail++;
  if (head + tail == before->len && head + tail == after->len)
    return NULL;
  step = g_new0 (LdrUndoStep, 1);
  step->first = head;
  step->before = ldr_lines_copy (before, head, before->len - head - tail);
  step->after = ldr_lines_copy (after, head, after->len - head - tail);
  step->moment = g_get_monotonic_time ();

  return step;
}

/* Typing goes back word by word: a word and the spaces after it are one step. */
static gboolean
belongs_to (const LdrUndoStep *step, const LdrUndoStep *last)
{
  if (step->change == LDR_CHANGE_OTHER || step->change != last->change || step->first != last->first)
    return FALSE;
  if (last->after->len != 1 || step->before->len != 1 || step->after->len != 1)
    return FALSE;
  if (step->cursor_before != last->cursor_after || step->moment - last->moment > PAUSE)
    return FALSE;

  return !g_unichar_isspace (last->character) || g_unichar_isspace (step->character);
}

/**
 * ldr_undo_record:
 * @step: (transfer full): what was done
 *
 * Keeps a step, as one with the last when both are the typing of one word. What was undone before it is gone.
 */
void
ldr_undo_record (LdrUndo *self, LdrUndoStep *step)
{
  LdrUndoStep *last;

  g_ptr_array_set_size (self->steps, self->position);
  last = self->position > 0 ? g_ptr_array_index (self->steps, self->position - 1) : NULL;
  if (last == NULL || !belongs_to (step, last))
    {
      g_ptr_array_add (self->steps, step);
      self->position++;
      return;
    }
  g_ptr_array_unref (last->after);
  last->after = g_ptr_array_ref (step->after);
  last->cursor_after = step->cursor_after;
  last->character = step->character;
  last->moment = step->moment;
  ldr_undo_step_free (step);
}

gboolean
ldr_undo_can_go_back (LdrUndo *self)
{
  return self->position > 0;
}

gboolean
ldr_undo_can_go_forward (LdrUndo *self)
{
  return self->position < self->steps->len;
}

/**
 * ldr_undo_back:
 *
 * Returns: (transfer none) (nullable): the step to take back, or %NULL when there is none; it counts as taken back
 */
const LdrUndoStep *
ldr_undo_back (LdrUndo *self)
{
  return self->position > 0 ? g_ptr_array_index (self->steps, --self->position) : NULL;
}

/**
 * ldr_undo_forward:
 *
 * Returns: (transfer none) (nullable): the step to do again, or %NULL when there is none; it counts as done
 */
const LdrUndoStep *
ldr_undo_forward (LdrUndo *self)
{
  return self->position < self->steps->len ? g_ptr_array_index (self->steps, self->position++) : NULL;
}

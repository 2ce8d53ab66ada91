/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-list-stack.h"

static LdrListKind
kind_of (LdrDocumentMark mark)
{
  switch (mark)
    {
    case LDR_DOCUMENT_BULLET:
      return LDR_LIST_BULLETS;
    case LDR_DOCUMENT_NUMBER:
      return LDR_LIST_NUMBERS;
    case LDR_DOCUMENT_OPEN:
    case LDR_DOCUMENT_DONE:
      return LDR_LIST_CHECKS;
    }
  g_return_val_if_reached (LDR_LIST_BULLETS);
}

/**
 * ldr_list_stack_close:
 * @self: the open lists
 * @depth: how many of them stay open
 * @tags: how they are closed
 * @data: for @tags
 */
void
ldr_list_stack_close (LdrListStack *self, int depth, const LdrListTags *tags, gpointer data)
{
  while (self->depth > depth)
    {
      tags->close_item (data);
      self->depth--;
      tags->close_list (data, self->kinds[self->depth]);
    }
}

/**
 * ldr_list_stack_add:
 * @self: the open lists
 * @item: the next item
 * @tags: how lists are opened and closed
 * @data: for @tags
 *
 * Opens and closes what is needed so that the item can be written. An item stands at most one level below the one
 * before it.
 */
void
ldr_list_stack_add (LdrListStack *self, const LdrDocumentBlock *item, const LdrListTags *tags, gpointer data)
{
  LdrListKind kind = kind_of (item->mark);
  int level = MIN (item->level, self->depth);
  gboolean restarts;

  ldr_list_stack_close (self, level + 1, tags, data);
  if (self->depth > level && self->kinds[level] != kind)
    ldr_list_stack_close (self, level, tags, data);
  if (self->depth > level)
    tags->close_item (data);
  else
    {
      tags->open_list (data, kind);
      self->kinds[level] = kind;
      self->numbers[level] = 0;
      self->depth = level + 1;
    }
  restarts = kind == LDR_LIST_NUMBERS && item->number != self->numbers[level] + 1;
  self->numbers[level] = item->number;
  tags->open_item (data, item, restarts);
}

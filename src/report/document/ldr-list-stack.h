/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-document-block.h"

G_BEGIN_DECLS

/**
 * LdrListKind:
 * @LDR_LIST_BULLETS: items with bullets
 * @LDR_LIST_NUMBERS: items with numbers
 * @LDR_LIST_CHECKS: items with boxes
 *
 * What a list is.
 */
typedef enum
{
  LDR_LIST_BULLETS,
  LDR_LIST_NUMBERS,
  LDR_LIST_CHECKS,
} LdrListKind;

/**
 * LdrListTags:
 * @open_list: begins a list
 * @close_list: ends a list
 * @open_item: begins an item; @restarts tells that its number does not follow from the one before
 * @close_item: ends an item, with the lists in it
 *
 * How a format writes lists that stand within items.
 */
typedef struct
{
  void (*open_list) (gpointer data, LdrListKind kind);
  void (*close_list) (gpointer data, LdrListKind kind);
  void (*open_item) (gpointer data, const LdrDocumentBlock *item, gboolean restarts);
  void (*close_item) (gpointer data);
} LdrListTags;

/**
 * LdrListStack:
 *
 * The lists that are open, while items come one by one with their depth. Cleared to zero to begin with. While a list
 * is opened or closed it is not counted in @depth; while an item is, it is.
 */
typedef struct
{
  int depth;
  LdrListKind kinds[LDR_DOCUMENT_MAX_DEPTH + 1];
  int numbers[LDR_DOCUMENT_MAX_DEPTH + 1];
} LdrListStack;

void ldr_list_stack_add (LdrListStack *self, const LdrDocumentBlock *item, const LdrListTags *tags, gpointer data);
void ldr_list_stack_close (LdrListStack *self, int depth, const LdrListTags *tags, gpointer data);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "store/ldr-journal.h"

G_BEGIN_DECLS

/**
 * LdrTrashItem:
 * @id: its id
 * @title: what it is called, one line
 * @question: what is asked before it is deleted for good
 * @deleted: when it went to the trash, as a moment
 *
 * Something in the trash.
 */
typedef struct
{
  char *id;
  char *title;
  char *question;
  gint64 deleted;
} LdrTrashItem;

LdrTrashItem *ldr_trash_item_new (const char *id, const char *title, gint64 deleted);
void ldr_trash_item_free (LdrTrashItem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrTrashItem, ldr_trash_item_free)

/**
 * LdrTrashSource:
 * @signal: the journal's signal that tells of a change
 * @list: gives a #GPtrArray of #LdrTrashItem that frees them, in the order in which to show them
 * @restore: takes the one with the id that it is given out of the trash; gives something to g_free()
 * @remove: deletes the one with the id that it is given for good; gives something to g_free()
 * @restored: what is said when one is back, not translated yet
 *
 * What kind of thing lies in a trash, and how to get at it. The functions run on the journal's thread.
 */
typedef struct
{
  const char *signal;
  LdrJournalFunc list;
  LdrJournalFunc restore;
  LdrJournalFunc remove;
  const char *restored;
} LdrTrashSource;

#define LDR_TYPE_TRASH_LIST (ldr_trash_list_get_type ())
G_DECLARE_FINAL_TYPE (LdrTrashList, ldr_trash_list, LDR, TRASH_LIST, AdwBin)

GtkWidget *ldr_trash_list_new (LdrJournal *journal, const LdrTrashSource *source);
void ldr_trash_list_move (LdrTrashList *self, AdwBin *place);

G_END_DECLS

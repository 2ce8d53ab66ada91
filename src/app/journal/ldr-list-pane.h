/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "ldr-entry-list.h"
#include "ldr-journal-page.h"

G_BEGIN_DECLS

#define LDR_TYPE_LIST_PANE (ldr_list_pane_get_type ())
G_DECLARE_FINAL_TYPE (LdrListPane, ldr_list_pane, LDR, LIST_PANE, AdwBin)

/**
 * LdrOpenHow:
 * @LDR_OPEN_PEEK: the selection moved to it
 * @LDR_OPEN_SHOW: it was chosen: where there is room for one pane only, that one is the entry's
 * @LDR_OPEN_WRITE: it was chosen for writing: the text takes the focus
 */
typedef enum
{
  LDR_OPEN_PEEK,
  LDR_OPEN_SHOW,
  LDR_OPEN_WRITE,
} LdrOpenHow;

/* Search, filters and the list of entries. Signals: `entry-selected (const char *id, guint how)`: an entry is to be
 * opened, and how is a #LdrOpenHow; `completed`: the whole list came in behind its head for the first time. */

void ldr_list_pane_set_journal (LdrListPane *self, LdrJournal *journal);
void ldr_list_pane_set_scope (LdrListPane *self, LdrJournalScope scope, const char *tag);
void ldr_list_pane_focus_search (LdrListPane *self);
void ldr_list_pane_search_for (LdrListPane *self, const char *words);
void ldr_list_pane_focus_list (LdrListPane *self);
void ldr_list_pane_select (LdrListPane *self, const char *id);
void ldr_list_pane_select_next (LdrListPane *self, const char *id);
LdrQuery *ldr_list_pane_get_query (LdrListPane *self);
LdrJournalScope ldr_list_pane_get_scope (LdrListPane *self);
const char *ldr_list_pane_get_tag (LdrListPane *self);

G_END_DECLS

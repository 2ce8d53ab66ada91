/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-deleter.h"
#include "ldr-entry-pane.h"
#include "ldr-journal-page.h"
#include "ldr-list-pane.h"

G_BEGIN_DECLS

/* What the page and its actions share. */

struct _LdrJournalPage
{
  AdwBin parent_instance;

  LdrJournal *journal;
  LdrDeleter *deleter;
  GSimpleActionGroup *actions;
  gboolean focus_mode;
  gboolean collapsed;

  /* What is to be opened once the text on the screen is safe: an id, or a new entry. */
  char *wanted_id;
  LdrEntry *wanted_entry;
  LdrOpenHow wanted_how;
  gboolean leaving;
  gboolean first_shown;
  gboolean writing;

  AdwNavigationSplitView *split_view;
  AdwNavigationPage *list_page;
  AdwNavigationPage *entry_page;
  LdrListPane *list_pane;
  LdrEntryPane *entry_pane;
};

LdrEntry *ldr_journal_page_get_entry (LdrJournalPage *self);
void ldr_journal_page_want (LdrJournalPage *self, const char *id, LdrOpenHow how);
void ldr_journal_page_show_entry (LdrJournalPage *self, LdrEntry *entry, LdrOpenHow how);
void ldr_journal_page_focus_entry (LdrJournalPage *self);
void ldr_journal_page_proceed (LdrJournalPage *self);
void ldr_journal_page_leave_entry (LdrJournalPage *self);
void ldr_journal_page_say (LdrJournalPage *self, const char *message);
void ldr_journal_page_add_actions (LdrJournalPage *self);
void ldr_journal_page_update_actions (LdrJournalPage *self);
void ldr_journal_page_restored_cb (LdrJournalPage *self, const char *id);

G_END_DECLS

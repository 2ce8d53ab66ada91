#pragma once

#include <adwaita.h>
#include "app/widgets/ldr-place-page.h"
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_JOURNAL_PAGE (ldr_journal_page_get_type ())
G_DECLARE_FINAL_TYPE (LdrJournalPage, ldr_journal_page, LDR, JOURNAL_PAGE, AdwBin)

/**
 * LdrJournalScope:
 *
 * Which entries the page lists before search and filters narrow them.
 */
typedef enum
{
  LDR_JOURNAL_SCOPE_ALL,
  LDR_JOURNAL_SCOPE_TO_DISCUSS,
  LDR_JOURNAL_SCOPE_TRASH,
} LdrJournalScope;

/* The list of entries beside the entry being written. An #LdrPlacePage. Properties: `journal`,
 * `collapsed` (one pane at a time), `focus-mode`. Toasts go through the widget action `win.toast` with a string,
 * undoable ones through ldr_window_add_toast (see ldr-window.h). */

GtkWidget *ldr_journal_page_new (void);
void ldr_journal_page_set_journal (LdrJournalPage *self, LdrJournal *journal);
void ldr_journal_page_set_scope (LdrJournalPage *self, LdrJournalScope scope);
void ldr_journal_page_set_tag (LdrJournalPage *self, const char *tag);
void ldr_journal_page_new_entry (LdrJournalPage *self);
void ldr_journal_page_open_entry (LdrJournalPage *self, const char *id);
void ldr_journal_page_focus_search (LdrJournalPage *self);
void ldr_journal_page_search_for (LdrJournalPage *self, const char *words);

G_END_DECLS

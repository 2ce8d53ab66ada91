/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/editor/ldr-editor.h"
#include "app/packs/ldr-margin-notes.h"
#include "ldr-entry-meta.h"
#include "ldr-entry-notices.h"
#include "ldr-entry-pane.h"
#include "ldr-entry-pictures.h"
#include "ldr-entry-title.h"
#include "ldr-format-bar.h"
#include "ldr-save-banner.h"

G_BEGIN_DECLS

struct _LdrEntryPane
{
  AdwBin parent_instance;

  LdrJournal *journal;
  LdrDraft *draft;
  LdrEntryPictures *pictures;
  LdrEntryNotices *notices;
  GActionGroup *formats;
  AdwDialog *dialog;
  gboolean narrow;
  gboolean focus_mode;
  gboolean quiet; /* What changes is no work of the user. */

  AdwToolbarView *toolbar_view;
  AdwHeaderBar *header_bar;
  GMenuModel *entry_menu;
  GtkWidget *menu_button;
  GtkWidget *focus_button;
  GtkLabel *save_label;
  GtkStack *stack;

  /* Each of these is NULL until it is first needed there. */
  GtkWidget *top_formats;
  GtkWidget *bottom_formats;

  /* Made with the page, as are `formats`, `pictures` and `notices`; NULL until the first entry is shown. */
  LdrSaveBanner *save_banner;
  AdwBanner *trash_banner;
  GtkScrolledWindow *scroller;
  LdrEntryTitle *title;
  LdrEntryMeta *meta;
  LdrMarginNotes *comments;
  LdrEditor *editor;
  GtkLabel *words_label;
};

gboolean ldr_entry_pane_is_editable (LdrEntryPane *self);
LdrEntry *ldr_entry_pane_collect (LdrEntryPane *self);
void ldr_entry_pane_touch (LdrEntryPane *self);
void ldr_entry_pane_show_words (LdrEntryPane *self);
void ldr_entry_pane_make_page (LdrEntryPane *self);
GtkWidget *ldr_entry_pane_make_formats (LdrEntryPane *self, gboolean bottom);
void ldr_entry_pane_say (LdrEntryPane *self, const char *message);
void ldr_entry_pane_offer (LdrEntryPane *self, AdwToast *toast);
void ldr_entry_pane_open_link (LdrEntryPane *self, const char *uri);
void ldr_entry_pane_describe_picture (LdrEntryPane *self, const char *description);
void ldr_entry_pane_save_picture (LdrEntryPane *self, const char *id, const char *description);
void ldr_entry_pane_take_theirs (LdrEntryPane *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/editor/ldr-editor.h"
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

  GtkWidget *top_formats;
  GtkWidget *bottom_formats;
  GtkWidget *menu_button;
  GtkWidget *focus_button;
  GtkLabel *save_label;
  LdrSaveBanner *save_banner;
  AdwBanner *trash_banner;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  LdrEntryTitle *title;
  LdrEntryMeta *meta;
  LdrEditor *editor;
  GtkLabel *words_label;
};

gboolean ldr_entry_pane_is_editable (LdrEntryPane *self);
LdrEntry *ldr_entry_pane_collect (LdrEntryPane *self);
void ldr_entry_pane_touch (LdrEntryPane *self);
void ldr_entry_pane_say (LdrEntryPane *self, const char *message);
void ldr_entry_pane_open_link (LdrEntryPane *self, const char *uri);
void ldr_entry_pane_describe_picture (LdrEntryPane *self, const char *description);
void ldr_entry_pane_save_picture (LdrEntryPane *self, const char *id, const char *description);
void ldr_entry_pane_take_theirs (LdrEntryPane *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-entry-row.h"
#include "ldr-filter-bar.h"
#include "ldr-list-pane.h"

G_BEGIN_DECLS

struct _LdrListPane
{
  AdwBin parent_instance;

  LdrJournal *journal;
  LdrEntryList *list;
  GtkSingleSelection *selection;
  LdrJournalScope scope;
  char *tag;
  char *selected_id;
  guint wanted_position;
  guint tick_id;
  guint complete_source;
  gboolean quiet;

  AdwWindowTitle *title;
  GtkWidget *sidebar_button;
  GtkWidget *new_button;
  GtkWidget *empty_trash_button;
  GtkWidget *search_box;
  GtkEditable *search;
  LdrFilterBar *filter_bar;
  AdwBanner *trash_banner;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkListView *list_view;
  AdwStatusPage *empty_page;
  GtkWidget *empty_new;
  GtkWidget *empty_clear;
  AdwStatusPage *failed_page;
  GMenuModel *row_menu;
  GtkWidget *menu;
};

LdrEntryItem *ldr_list_pane_get_selected_item (LdrListPane *self);
void ldr_list_pane_emit_selected (LdrListPane *self, LdrEntryItem *item, LdrOpenHow how);
void ldr_list_pane_set_up_row (LdrEntryRow *row, gpointer data);
void ldr_list_pane_set_up_keys (LdrListPane *self);

G_END_DECLS

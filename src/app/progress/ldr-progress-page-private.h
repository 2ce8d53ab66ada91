/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-period-bar.h"
#include "ldr-progress-grid.h"
#include "ldr-progress-page.h"

G_BEGIN_DECLS

/* What the files of the page share. */

struct _LdrProgressPage
{
  AdwBin parent_instance;

  LdrJournal *journal;
  GSettings *settings;
  GCancellable *cancellable;
  LdrProgress *progress;
  LdrPeriodKind kind;
  gboolean stale; /* Something changed while the page was out of sight. */
  guint soon;     /* Something changes now: it is read once that is over. */

  AdwToastOverlay *toasts;
  AdwBreakpointBin *bin;
  AdwBreakpoint *wide;
  GtkWidget *sidebar_button;
  GtkWidget *period_box;
  AdwToggleGroup *period_toggles;
  GtkDropDown *period_choice;
  GtkWidget *acts_box;
  GtkToggleButton *compare_button;
  GtkMenuButton *menu_button;
  GMenuModel *progress_menu;
  LdrPeriodBar *period_bar;
  GtkStack *stack;
  AdwStatusPage *failed_page;
  LdrProgressGrid *grid;
};

/* ldr-progress-page.c */
gboolean ldr_progress_page_get_periods (LdrProgressPage *self, LdrPeriod *period, LdrPeriod *beside);

/* ldr-progress-acts.c */
void ldr_progress_page_install_acts (GtkWidgetClass *widget_class);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "goals/ldr-goals-page.h"
#include "ldr-workspace.h"
#include "packs/ldr-received-page.h"
#include "progress/ldr-progress-page.h"
#include "reflection/ldr-reflection-page.h"
#include "sessions/ldr-sessions-page.h"
#include "styles/ldr-styles-page.h"
#include "today/ldr-today-page.h"

G_BEGIN_DECLS

/* What the files of the workspace share. */

struct _LdrWorkspace
{
  AdwBreakpointBin parent_instance;

  LdrJournal *journal;
  AdwOverlaySplitView *split_view;
  LdrSidebar *sidebar;
  AdwNavigationView *view;
  AdwNavigationPage *places_page;
  GtkStack *places;
  gboolean narrow;
  gboolean sidebar_wanted; /* Whether it comes back after focus mode. */
  GtkWidget *kept_focus;   /* What has the focus again once the page is back on the screen. */

  /* Made when they are first shown; the stack owns them. */
  LdrTodayPage *today;
  LdrJournalPage *page;
  LdrStylesPage *styles;
  LdrGoalsPage *goals;
  LdrSessionsPage *sessions;
  LdrProgressPage *progress;
  LdrReceivedPage *received;

  /* The one that is on the screen, or that was left and is not safe yet; and the one that comes after it. */
  LdrReflectionPage *reflection;
  LdrReflection *next_reflection;
};

/* ldr-workspace.c */
void ldr_workspace_sidebar_changed_cb (LdrWorkspace *self);
void ldr_workspace_leave_sidebar (LdrWorkspace *self);
gboolean ldr_workspace_is_in_focus_mode (LdrWorkspace *self);
gboolean ldr_workspace_is_journal_shown (LdrWorkspace *self);
void ldr_workspace_follow_focus_mode (LdrWorkspace *self, LdrJournalPage *page);

/* ldr-workspace-places.c */
void ldr_workspace_turn_to (LdrWorkspace *self, LdrSidebarPlace place);
void ldr_workspace_place_chosen_cb (LdrWorkspace *self, int place);
void ldr_workspace_tag_chosen_cb (LdrWorkspace *self, const char *tag);
void ldr_workspace_install_place_actions (GtkWidgetClass *widget_class);

/* ldr-workspace-reflect.c */
void ldr_workspace_leave_reflection (LdrWorkspace *self);
void ldr_workspace_ask (LdrWorkspace *self, const char *prompt);
void ldr_workspace_popped_cb (LdrWorkspace *self, AdwNavigationPage *page);

G_END_DECLS

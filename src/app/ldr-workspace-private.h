/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-workspace.h"
#include "reflection/ldr-reflection-page.h"
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

  /* The one that is on the screen, or that was left and is not safe yet; and the one that comes after it. */
  LdrReflectionPage *reflection;
  LdrReflection *next_reflection;
};

/* ldr-workspace.c */
void ldr_workspace_leave_sidebar (LdrWorkspace *self);

/* ldr-workspace-reflect.c */
void ldr_workspace_leave_reflection (LdrWorkspace *self);
void ldr_workspace_popped_cb (LdrWorkspace *self, AdwNavigationPage *page);

G_END_DECLS

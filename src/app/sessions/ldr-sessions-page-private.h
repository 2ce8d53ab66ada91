/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-session-page.h"
#include "ldr-sessions-jobs.h"
#include "ldr-sessions-page.h"
#include "ldr-sessions-trash.h"

G_BEGIN_DECLS

/* What the files of the place of sessions share. */

struct _LdrSessionsPage
{
  AdwBin parent_instance;

  LdrJournal *journal;
  GCancellable *cancellable;
  LdrSessionsNews *news;
  gboolean stale;
  GPtrArray *leaving; /* Session pages that were left and are not safe yet. */

  AdwToastOverlay *toasts;
  AdwNavigationView *view;
  AdwNavigationPage *root;
  GtkWidget *sidebar_button;
  GtkStack *stack;
  AdwStatusPage *failed_page;
  AdwStatusPage *empty_page;
  AdwPreferencesGroup *next_group;
  GtkWidget *none_group;
  AdwPreferencesGroup *planned_group;
  AdwPreferencesGroup *actions_group;
  GtkWidget *past_box;
  AdwBin *trash_place;
  AdwBin *empty_trash_place;

  GtkWidget *next_list;
  GtkWidget *planned_list;
  GtkWidget *actions_list;
  LdrTrashList *trash;
};

/* ldr-sessions-page.c */
void ldr_sessions_page_show_session (LdrSessionsPage *self, const char *id, LdrSessionView view);
LdrSessionPage *ldr_sessions_page_get_open (LdrSessionsPage *self);
void ldr_sessions_page_show_again (LdrSessionsPage *self);
void ldr_sessions_page_add_toast (LdrSessionsPage *self, AdwToast *toast);
void ldr_sessions_page_say (LdrSessionsPage *self, const char *message);

/* ldr-sessions-acts.c */
void ldr_sessions_page_install_actions (GtkWidgetClass *widget_class);

/* ldr-sessions-leave.c */
void ldr_sessions_page_left (LdrSessionsPage *self, AdwNavigationPage *page);
void ldr_sessions_page_flush (LdrPlacePage *page, GTask *task);
void ldr_sessions_page_abandon (LdrPlacePage *page);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-agree-part.h"
#include "ldr-hold-part.h"
#include "ldr-prepare-part.h"
#include "ldr-session-draft.h"
#include "ldr-session-page.h"

G_BEGIN_DECLS

/* What the files of the page of a session share. */

struct _LdrSessionPage
{
  AdwNavigationPage parent_instance;

  LdrJournal *journal;
  char *id;
  LdrSessionView wanted; /* Which part to show once the session is there. */
  GCancellable *cancellable;
  LdrSessionNews *news;
  LdrSessionDraft *draft;
  gboolean stale;
  gboolean take_theirs; /* What is read next replaces what is on the screen. */

  AdwToolbarView *toolbar_view;
  GtkLabel *title_label;
  GtkLabel *short_title_label;
  GtkLabel *facts_label;
  GtkLabel *dot_label;
  GtkLabel *save_label;
  GtkWidget *switcher_bar;
  GtkRevealer *problem_revealer;
  GtkLabel *problem_label;
  GtkWidget *retry_button;
  GtkWidget *keep_mine_button;
  GtkWidget *take_theirs_button;
  GtkStack *stack;
  AdwStatusPage *failed_page;
  AdwViewStack *parts;

  GtkWidget *links_box;
  LdrPreparePart *prepare;
  LdrHoldPart *hold;
  LdrAgreePart *agree;
};

/* ldr-session-page.c */
void ldr_session_page_update (LdrSessionPage *self);
void ldr_session_page_collect (LdrSessionPage *self);

/* ldr-session-acts.c */
void ldr_session_page_install_actions (GtkWidgetClass *widget_class);
void ldr_session_page_update_actions (LdrSessionPage *self);

G_END_DECLS

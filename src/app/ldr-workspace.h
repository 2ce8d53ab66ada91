/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "journal/ldr-journal-page.h"

G_BEGIN_DECLS

#define LDR_TYPE_WORKSPACE (ldr_workspace_get_type ())
G_DECLARE_FINAL_TYPE (LdrWorkspace, ldr_workspace, LDR, WORKSPACE, AdwBreakpointBin)

/* An open journal: the sidebar and the page beside it. Made when a journal opens and destroyed when it locks, so that
 * no widget keeps a word of it. */

GtkWidget *ldr_workspace_new (LdrJournal *journal, GMenuModel *journals_menu);
LdrJournalPage *ldr_workspace_get_page (LdrWorkspace *self);
void ldr_workspace_toggle_sidebar (LdrWorkspace *self);
void ldr_workspace_new_entry (LdrWorkspace *self);
void ldr_workspace_search (LdrWorkspace *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "journal/ldr-journal-page.h"
#include "ldr-sidebar.h"
#include "model/ldr-reflection.h"

G_BEGIN_DECLS

#define LDR_TYPE_WORKSPACE (ldr_workspace_get_type ())
G_DECLARE_FINAL_TYPE (LdrWorkspace, ldr_workspace, LDR, WORKSPACE, AdwBreakpointBin)

/* An open journal: the sidebar and the place beside it, of which each is made when it is first shown. Made when a
 * journal opens and destroyed when it locks, so that no widget keeps a word of it. */

GtkWidget *ldr_workspace_new (LdrJournal *journal, GMenuModel *journals_menu);
LdrJournalPage *ldr_workspace_get_page (LdrWorkspace *self);
void ldr_workspace_show_place (LdrWorkspace *self, LdrSidebarPlace place);
void ldr_workspace_show_received (LdrWorkspace *self, const char *pack_id);
void ldr_workspace_open_entry (LdrWorkspace *self, const char *id);
void ldr_workspace_reflect (LdrWorkspace *self, LdrReflection *reflection);
void ldr_workspace_refresh (LdrWorkspace *self);
void ldr_workspace_toggle_sidebar (LdrWorkspace *self);
void ldr_workspace_new_entry (LdrWorkspace *self);
void ldr_workspace_search (LdrWorkspace *self);

void ldr_workspace_flush_async (LdrWorkspace *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean ldr_workspace_flush_finish (LdrWorkspace *self, GAsyncResult *result, GError **error);
void ldr_workspace_abandon (LdrWorkspace *self);

G_END_DECLS

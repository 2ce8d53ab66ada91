/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_SIDEBAR (ldr_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (LdrSidebar, ldr_sidebar, LDR, SIDEBAR, AdwBin)

/**
 * LdrSidebarPlace:
 *
 * The places of an open journal, in the order of the sidebar.
 */
typedef enum
{
  LDR_SIDEBAR_TODAY,
  LDR_SIDEBAR_JOURNAL,
  LDR_SIDEBAR_STYLES,
  LDR_SIDEBAR_GOALS,
  LDR_SIDEBAR_SESSIONS,
  LDR_SIDEBAR_PROGRESS,
  LDR_SIDEBAR_TO_DISCUSS,
  LDR_SIDEBAR_TRASH,
  LDR_SIDEBAR_RECEIVED,
} LdrSidebarPlace;

#define LDR_N_SIDEBAR_PLACES 9

/* Whose journal is open, its places and its tags, those of entries with their count. Signals:
 * `place-chosen (int place)`, `tag-chosen (const char *tag)`. */

void ldr_sidebar_set_journal (LdrSidebar *self, LdrJournal *journal);
void ldr_sidebar_set_journals_menu (LdrSidebar *self, GMenuModel *menu);
void ldr_sidebar_select (LdrSidebar *self, LdrSidebarPlace place);
gboolean ldr_sidebar_place_from_id (const char *id, LdrSidebarPlace *place);
const char *ldr_sidebar_place_get_title (LdrSidebarPlace place);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "content/ldr-path.h"
#include "ldr-today-describe.h"
#include "ldr-today-drafts.h"

G_BEGIN_DECLS

/* The rows of the page's lists. Each keeps what it stands for. */

GtkWidget *ldr_today_step_row_new (LdrFirstSteps step);
LdrFirstSteps ldr_today_step_row_get_step (GtkListBoxRow *row);
GtkWidget *ldr_today_draft_row_new (LdrTodayDrafts *drafts, LdrReflection *draft, int today);
LdrReflection *ldr_today_draft_row_get_draft (GtkListBoxRow *row);
GtkWidget *ldr_today_path_row_new (LdrPath *path);
LdrPath *ldr_today_path_row_get_path (GtkListBoxRow *row);
GtkWidget *ldr_today_entry_row_new (const LdrSummary *summary, int today);
const char *ldr_today_entry_row_get_id (GtkListBoxRow *row);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "app/widgets/ldr-place-page.h"
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_PROGRESS_PAGE (ldr_progress_page_get_type ())
G_DECLARE_FINAL_TYPE (LdrProgressPage, ldr_progress_page, LDR, PROGRESS_PAGE, AdwBin)

/* The place Progress: charts of everything over one period, or over two beside each other. An #LdrPlacePage. */

GtkWidget *ldr_progress_page_new (LdrJournal *journal);

G_END_DECLS

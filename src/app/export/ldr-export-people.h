/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "ldr-export-jobs.h"
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_EXPORT_PEOPLE (ldr_export_people_get_type ())
G_DECLARE_FINAL_TYPE (LdrExportPeople, ldr_export_people, LDR, EXPORT_PEOPLE, AdwBin)

/* Who is named in what goes out, and what becomes of each name. What is decided here the journal remembers. Signal:
 * `decided (gboolean replaces)`: the pages are others now, and whether a name is to be replaced that may be shown. */

GtkWidget *ldr_export_people_new (void);
void ldr_export_people_set_journal (LdrExportPeople *self, LdrJournal *journal);
void ldr_export_people_show (LdrExportPeople *self, LdrExportPreview *preview);

G_END_DECLS

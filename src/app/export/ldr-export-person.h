/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "ldr-export-jobs.h"
#include "report/export/ldr-export-known.h"

G_BEGIN_DECLS

#define LDR_TYPE_EXPORT_PERSON (ldr_export_person_get_type ())
G_DECLARE_FINAL_TYPE (LdrExportPerson, ldr_export_person, LDR, EXPORT_PERSON, AdwExpanderRow)

/* A row of somebody who is named: how often and where, and what stands for the name. Signal:
 * `said (gpointer known_name)`: an #LdrKnownName that says what its owner wants. */

GtkWidget *ldr_export_person_new (const LdrExportName *name, int today);
void ldr_export_person_show (LdrExportPerson *self, const LdrExportPreview *preview, const LdrExportName *name);
const char *ldr_export_person_get_name (LdrExportPerson *self);
gboolean ldr_export_person_shows (LdrExportPerson *self, const LdrExportName *name);
void ldr_export_person_focus (LdrExportPerson *self);

G_END_DECLS

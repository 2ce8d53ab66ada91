/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "ldr-export-jobs.h"
#include "store/ldr-journal.h"

G_BEGIN_DECLS

/* How wide it is at most, with what is beside the rows. */
#define LDR_EXPORT_FORM_WIDTH 424

#define LDR_TYPE_EXPORT_FORM (ldr_export_form_get_type ())
G_DECLARE_FINAL_TYPE (LdrExportForm, ldr_export_form, LDR, EXPORT_FORM, AdwBin)

/* What goes out, how, and under which names. Signal: `changed ()`, by the user. */

GtkWidget *ldr_export_form_new (void);
void ldr_export_form_set_journal (LdrExportForm *self, LdrJournal *journal);
LdrExportRequest *ldr_export_form_make_request (LdrExportForm *self, int today);
void ldr_export_form_show (LdrExportForm *self, LdrExportPreview *preview);

G_END_DECLS

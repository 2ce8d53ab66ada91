/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "model/ldr-export-record.h"
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_EXPORT_DONE (ldr_export_done_get_type ())
G_DECLARE_FINAL_TYPE (LdrExportDone, ldr_export_done, LDR, EXPORT_DONE, AdwBin)

/* The file that was just saved: where it is, and a handle by which it is dragged elsewhere. */

GtkWidget *ldr_export_done_new (void);
void ldr_export_done_show (
    LdrExportDone *self, LdrJournal *journal, LdrExportRecord *record, const char *path, gboolean left_out);
void ldr_export_done_show_pack (LdrExportDone *self, LdrJournal *journal, LdrExportRecord *record, const char *path);
void ldr_export_done_hide (LdrExportDone *self);
gboolean ldr_export_done_is_shown (LdrExportDone *self);
void ldr_export_done_forget (LdrExportDone *self);
GdkContentProvider *ldr_export_done_make_content (LdrExportDone *self);
void ldr_export_done_note_given (LdrExportDone *self);

G_END_DECLS

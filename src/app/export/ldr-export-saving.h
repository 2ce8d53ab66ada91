/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-export-jobs.h"
#include "model/ldr-export-record.h"

G_BEGIN_DECLS

/* What goes out, each with its line in the journal's log. The functions are for ldr_journal_run_async(). */

/**
 * LdrExportSaving:
 * @preview: what was seen, and now goes out
 * @path: where to
 * @from: (nullable): who sends it, for a session pack; %NULL for a file in the format that was chosen
 * @passphrase: (nullable): what locks a session pack
 * @per_mille: (atomic): how much of it is written, 0 for a session pack
 *
 * A file in the making. Refcounted.
 */
typedef struct
{
  LdrExportPreview *preview;
  char *path;
  char *from;
  char *passphrase;
  int per_mille;
} LdrExportSaving;

LdrExportSaving *ldr_export_saving_new (LdrExportPreview *preview, const char *path);
LdrExportSaving *
ldr_export_saving_new_pack (LdrExportPreview *preview, const char *path, const char *from, const char *passphrase);
LdrExportSaving *ldr_export_saving_ref (LdrExportSaving *self);
void ldr_export_saving_unref (LdrExportSaving *self);
gpointer ldr_export_save_func (LdrStore *store, gpointer saving, GCancellable *cancellable, GError **error);

gpointer ldr_export_note_print_func (LdrStore *store, gpointer preview, GCancellable *cancellable, GError **error);

/**
 * LdrExportGiving:
 * @record: what the log says of a file that was saved
 * @path: where that is
 *
 * A saved file that is given to another program.
 */
typedef struct
{
  LdrExportRecord *record;
  char *path;
} LdrExportGiving;

LdrExportGiving *ldr_export_giving_new (LdrExportRecord *record, const char *path);
void ldr_export_giving_free (LdrExportGiving *self);
gpointer ldr_export_note_giving_func (LdrStore *store, gpointer giving, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrExportSaving, ldr_export_saving_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrExportGiving, ldr_export_giving_free)

G_END_DECLS

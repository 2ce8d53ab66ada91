/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ldr-export-choice.h"
#include "report/document/ldr-pages.h"
#include "report/export/ldr-export-counts.h"
#include "store/ldr-store.h"

G_BEGIN_DECLS

/* What an export asks of the journal's thread. Each function is one for ldr_journal_run_async(). */

#define LDR_TYPE_EXPORT_REQUEST (ldr_export_request_get_type ())

/**
 * LdrExportRequest:
 * @choice: what goes out
 * @flags: whether private notes do, this once
 * @today: on which day
 *
 * What somebody wants to see. Refcounted, never changed once shared.
 */
typedef struct
{
  LdrExportChoice *choice;
  LdrExportFlags flags;
  int today;
} LdrExportRequest;

GType ldr_export_request_get_type (void) G_GNUC_CONST;
LdrExportRequest *ldr_export_request_new (const LdrExportChoice *choice, LdrExportFlags flags, int today);
LdrExportRequest *ldr_export_request_ref (LdrExportRequest *self);
void ldr_export_request_unref (LdrExportRequest *self);

#define LDR_TYPE_EXPORT_PREVIEW (ldr_export_preview_get_type ())

/**
 * LdrExportPreview:
 * @request: what it is a preview of
 * @counts: what each part holds
 * @title: what the document is called, names replaced
 * @names: (element-type LdrExportName): what identifies people, with what was decided
 * @known: (element-type LdrKnownName): what the owner said of names before
 * @pseudonyms: (nullable): what stands for them
 * @pages: (nullable): the very pages; %NULL for a file that has none
 *
 * What would go out. Refcounted, never changed once shared.
 */
typedef struct
{
  LdrExportRequest *request;
  LdrExportCounts *counts;
  char *title;
  GPtrArray *names;
  GPtrArray *known;
  LdrPseudonyms *pseudonyms;
  LdrPages *pages;
} LdrExportPreview;

GType ldr_export_preview_get_type (void) G_GNUC_CONST;
LdrExportPreview *ldr_export_preview_ref (LdrExportPreview *self);
void ldr_export_preview_unref (LdrExportPreview *self);
gpointer ldr_export_preview_func (LdrStore *store, gpointer request, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrExportRequest, ldr_export_request_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrExportPreview, ldr_export_preview_unref)

G_END_DECLS

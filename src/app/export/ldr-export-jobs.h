/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ldr-export-choice.h"
#include "report/document/ldr-pages.h"
#include "report/document/ldr-pseudonyms.h"
#include "report/ldr-export.h"
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
 * @session_days: (element-type int): the days of the sessions in the period, the latest first
 * @n_open: agreed actions that are open
 * @n_done: those that are done
 * @n_dropped: those that were dropped
 * @n_entries: entries of the period that are of the kind that was asked for
 * @n_all_entries: entries of the journal
 * @n_goals: goals of the period
 * @period: the days of which something goes out
 * @has_private_notes: whether there are private notes at all
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
  GArray *session_days;
  guint n_open;
  guint n_done;
  guint n_dropped;
  guint n_entries;
  guint n_all_entries;
  guint n_goals;
  LdrPeriod period;
  gboolean has_private_notes;
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

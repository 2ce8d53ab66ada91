/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-page-row.h"

G_BEGIN_DECLS

/**
 * LdrPlacedRow:
 * @row: a row
 * @top: where it begins, from the top of the text area
 * @repeats: whether it is the head of a table that stands there again
 *
 * A row on a page.
 */
typedef struct
{
  LdrPageRow *row;
  double top;
  gboolean repeats;
} LdrPlacedRow;

/**
 * LdrPage:
 * @number: its number, from 1
 * @rows: (element-type LdrPlacedRow): what stands on it
 *
 * A page of a document.
 */
typedef struct
{
  guint number;
  GArray *rows;
} LdrPage;

/**
 * LdrPageFunc:
 * @page: (transfer full): a page
 * @data: what was given with the function
 * @error: return location for an error
 *
 * Returns: whether to go on
 */
typedef gboolean (*LdrPageFunc) (LdrPage *page, gpointer data, GError **error);

/**
 * LdrPageFlow:
 *
 * Turns blocks into rows and rows into pages. Never holds more than the rows of a page and the next.
 */
typedef struct _LdrPageFlow LdrPageFlow;

void ldr_page_free (LdrPage *self);

LdrPageFlow *ldr_page_flow_new (const LdrTypesetter *typesetter, LdrPageFunc func, gpointer data);
void ldr_page_flow_free (LdrPageFlow *self);
void ldr_page_flow_begin_at (LdrPageFlow *self, guint page, guint block, guint row, int private_depth);
int ldr_page_flow_get_private_depth (const LdrPageFlow *self);
gboolean ldr_page_flow_begin (LdrPageFlow *self, const LdrDocumentMeta *meta, GError **error);
gboolean ldr_page_flow_take (LdrPageFlow *self, LdrDocumentBlock *block, GError **error);
gboolean ldr_page_flow_end (LdrPageFlow *self, GError **error);

/* For what makes rows. */
const LdrTypesetter *ldr_page_flow_get_typesetter (const LdrPageFlow *self);
gboolean ldr_page_flow_add (LdrPageFlow *self, LdrPageRow *row, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrPage, ldr_page_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrPageFlow, ldr_page_flow_free)

G_END_DECLS

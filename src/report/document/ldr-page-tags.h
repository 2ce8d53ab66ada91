/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-page-painter.h"

G_BEGIN_DECLS

/* The structure of a document in its PDF file: what is a heading, an item, a cell. It goes on from page to page. */

LdrPageTags *ldr_page_tags_new (cairo_t *cairo, cairo_surface_t *surface);
void ldr_page_tags_free (LdrPageTags *self);
void ldr_page_tags_begin (LdrPageTags *self);
void ldr_page_tags_end (LdrPageTags *self);
void ldr_page_tags_enter_row (LdrPageTags *self, const LdrPlacedRow *placed, guint page, double x, double y);
void ldr_page_tags_leave_row (LdrPageTags *self, const LdrPlacedRow *placed);
void ldr_page_tags_enter_piece (LdrPageTags *self, const LdrPageRow *row, const LdrPagePiece *piece);
void ldr_page_tags_begin_artifact (LdrPageTags *self);
void ldr_page_tags_end_artifact (LdrPageTags *self);
gboolean ldr_page_tags_begin_link (LdrPageTags *self, const char *uri);
void ldr_page_tags_end_link (LdrPageTags *self);
GPtrArray *ldr_page_tags_get_figures (LdrPageTags *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrPageTags, ldr_page_tags_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-list-stack.h"
#include "ldr-page-flow.h"

G_BEGIN_DECLS

/**
 * LdrPagePainter:
 * @typesetter: what set the texts
 * @header: (nullable): what stands above each page but the first
 * @footer: (nullable): what stands below each page
 * @n_pages: how many pages there are, or 0 where that is not known
 * @tags: (nullable): writes the structure of a document beside its looks
 *
 * What paints pages.
 */
typedef struct _LdrPageTags LdrPageTags;

typedef struct
{
  const LdrTypesetter *typesetter;
  const char *header;
  const char *footer;
  guint n_pages;
  LdrPageTags *tags;
} LdrPagePainter;

void ldr_page_painter_paint (const LdrPagePainter *self, const LdrPage *page, cairo_t *cairo);

G_END_DECLS

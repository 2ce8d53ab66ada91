/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-page-rows.h"

#include "chart/ldr-chart-export.h"
#include "ldr-document-runs.h"

/* What charts have around them, in their units; on a page they stand in line with the text. */
#define CHART_MARGIN 16.0

/* The most of a page that a picture takes. */
#define MOST 0.6

#define SPACE 8.0

static LdrPageRow *
make_row (LdrDocumentBlock *block, double height)
{
  LdrPageRow *row = ldr_page_row_new (block, LDR_TEXT_BODY);

  row->before = SPACE;
  row->height = height;
  return row;
}

static LdrPageRow *
make_picture (const LdrTypesetter *typesetter, LdrDocumentBlock *block)
{
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (block->bytes, NULL);
  LdrPageRow *row;
  double width, height, shrink;

  if (texture == NULL)
    return NULL;
  width = gdk_texture_get_width (texture) * LDR_POINTS_A_PIXEL;
  height = gdk_texture_get_height (texture) * LDR_POINTS_A_PIXEL;
  shrink = MIN (typesetter->body_width / width, typesetter->body_height * MOST / height);
  shrink = MIN (shrink, 1);
  row = make_row (block, height * shrink);
  row->width = width * shrink;
  row->x = typesetter->right_to_left ? typesetter->body_width - row->width : 0;
  row->is_picture = TRUE;
  return row;
}

static LdrPageRow *
make_chart (const LdrTypesetter *typesetter, LdrDocumentBlock *block)
{
  g_autoptr (LdrChartPalette) palette = typesetter->palette == NULL ? ldr_chart_palette_new () : NULL;
  LdrChartSheet sheet = { .palette = palette != NULL ? palette : typesetter->palette,
                          .width = typesetter->body_width / LDR_POINTS_A_UNIT + 2 * CHART_MARGIN,
                          .scale = 1,
                          .right_to_left = typesetter->right_to_left };
  double most = typesetter->body_height * MOST / LDR_POINTS_A_UNIT;
  graphene_size_t size;
  GskRenderNode *node = ldr_chart_export_node (block->chart, &sheet, &size);
  LdrPageRow *row;

  if (size.height - 2 * CHART_MARGIN > most && ldr_chart_has_own_height (block->chart))
    {
      g_clear_pointer (&node, gsk_render_node_unref);
      sheet.height = most;
      node = ldr_chart_export_node (block->chart, &sheet, &size);
    }
  row = make_row (block, (size.height - 2 * CHART_MARGIN) * LDR_POINTS_A_UNIT);
  row->width = typesetter->body_width;
  row->x = -CHART_MARGIN * LDR_POINTS_A_UNIT;
  row->node = node;
  return row;
}

static gboolean
add_words (
    LdrPageFlow *flow, LdrDocumentBlock *block, LdrTextStyle style, const char *words, gboolean keeps, GError **error)
{
  g_autoptr (GPtrArray) runs = ldr_document_runs_new (words, 0);

  return ldr_page_rows_add_text (flow, block, style, runs, 0, keeps, error);
}

/**
 * ldr_page_rows_add_figure:
 * @flow: takes the rows
 * @block: a picture or a chart
 * @after: (out): the space behind it
 * @error: return location for an error
 *
 * Adds its title, the picture and what is to be seen on it, all on one page. Of a picture that cannot be read only the
 * words are there.
 *
 * Returns: whether to go on
 */
gboolean
ldr_page_rows_add_figure (LdrPageFlow *flow, LdrDocumentBlock *block, double *after, GError **error)
{
  const LdrTypesetter *typesetter = ldr_page_flow_get_typesetter (flow);
  LdrPageRow *row
      = block->kind == LDR_DOCUMENT_CHART ? make_chart (typesetter, block) : make_picture (typesetter, block);
  gboolean has_title = block->title != NULL && *block->title != '\0';
  gboolean has_words = block->description != NULL && *block->description != '\0';

  *after = ldr_text_style_get_look (LDR_TEXT_CAPTION)->after;
  if (has_title && !add_words (flow, block, LDR_TEXT_HEAD, block->title, TRUE, error))
    {
      g_clear_pointer (&row, ldr_page_row_unref);
      return FALSE;
    }
  if (row != NULL)
    {
      row->before = has_title ? ldr_text_style_get_look (LDR_TEXT_HEAD)->after : SPACE;
      row->keeps_with_next = has_words;
      if (!ldr_page_flow_add (flow, row, error))
        return FALSE;
    }
  return !has_words || add_words (flow, block, LDR_TEXT_CAPTION, block->description, FALSE, error);
}

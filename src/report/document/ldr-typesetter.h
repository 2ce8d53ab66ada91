/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>
#include "chart/ldr-chart-palette.h"
#include "ldr-document-meta.h"
#include "report/ldr-rich-text.h"

G_BEGIN_DECLS

/**
 * LdrTextStyle:
 * @LDR_TEXT_TITLE: the document's title
 * @LDR_TEXT_SUBTITLE: the line below it
 * @LDR_TEXT_HEADING_1: the heading of a part
 * @LDR_TEXT_HEADING_2: one level below
 * @LDR_TEXT_HEADING_3: two levels below
 * @LDR_TEXT_HEADING_4: anything deeper
 * @LDR_TEXT_BODY: paragraphs and items
 * @LDR_TEXT_QUOTE: somebody else's words
 * @LDR_TEXT_CODE: lines in which each character has its place
 * @LDR_TEXT_CELL: a cell of a table
 * @LDR_TEXT_HEAD: the heading of a column, the title of a chart
 * @LDR_TEXT_CAPTION: the words below a picture
 * @LDR_TEXT_MARGIN: above and below the page
 * @LDR_TEXT_PRIVATE: above private notes
 * @LDR_N_TEXT_STYLES: how many there are
 *
 * How texts look on pages.
 */
typedef enum
{
  LDR_TEXT_TITLE,
  LDR_TEXT_SUBTITLE,
  LDR_TEXT_HEADING_1,
  LDR_TEXT_HEADING_2,
  LDR_TEXT_HEADING_3,
  LDR_TEXT_HEADING_4,
  LDR_TEXT_BODY,
  LDR_TEXT_QUOTE,
  LDR_TEXT_CODE,
  LDR_TEXT_CELL,
  LDR_TEXT_HEAD,
  LDR_TEXT_CAPTION,
  LDR_TEXT_MARGIN,
  LDR_TEXT_PRIVATE,
  LDR_N_TEXT_STYLES,
} LdrTextStyle;

/**
 * LdrTextLook:
 * @size: of the letters, in points
 * @leading: from one line to the next, in points
 * @before: the space above, in points
 * @after: the space below, in points
 * @ink: its colour, 0xRRGGBB
 *
 * The measures of a style. Between two texts stands the larger of the spaces.
 */
typedef struct
{
  double size;
  double leading;
  double before;
  double after;
  guint ink;
} LdrTextLook;

#define LDR_INK_TEXT 0x1d1d20
#define LDR_INK_DIM 0x5e5c64
#define LDR_INK_LINK 0x1a5fb4
#define LDR_INK_LINE 0xc0bfbc
#define LDR_INK_SOFT 0xf3f2f1
#define LDR_INK_PRIVATE 0x813d9c

/**
 * LdrTypesetter:
 * @width: of a page, in points
 * @height: of a page
 * @margin: beside the text
 * @top: above the text
 * @body_width: of the text
 * @body_height: of the text
 * @right_to_left: whether the document is read from the right
 * @palette: (nullable): the colours of charts
 *
 * What sets texts for the pages of one document. Not to be shared by threads.
 */
typedef struct
{
  double width;
  double height;
  double margin;
  double top;
  double body_width;
  double body_height;
  gboolean right_to_left;
  const LdrChartPalette *palette;
  PangoContext *contexts[2];
  PangoFontDescription *fonts[LDR_N_TEXT_STYLES];
} LdrTypesetter;

/**
 * LdrPageLink:
 * @start: the first byte of it in its layout's text
 * @end: the byte behind it
 * @uri: where it leads
 *
 * A link in a text.
 */
typedef struct
{
  gsize start;
  gsize end;
  const char *uri;
} LdrPageLink;

LdrTypesetter *ldr_typesetter_new (const LdrDocumentMeta *meta, const LdrChartPalette *palette);
void ldr_typesetter_free (LdrTypesetter *self);
const LdrTextLook *ldr_text_style_get_look (LdrTextStyle style);
gboolean ldr_typesetter_reads_from_right (const LdrTypesetter *self, const char *text);
PangoLayout *ldr_typesetter_set (
    const LdrTypesetter *self, LdrTextStyle style, GPtrArray *runs, double width, gboolean right_to_left);
PangoLayout *ldr_typesetter_set_text (
    const LdrTypesetter *self, LdrTextStyle style, const char *text, double width, gboolean right_to_left);
PangoLayout *ldr_typesetter_set_part (const LdrTypesetter *self,
                                      LdrTextStyle style,
                                      GPtrArray *runs,
                                      gsize from,
                                      gsize to,
                                      double width,
                                      gboolean right_to_left);
const GArray *ldr_typesetter_get_links (PangoLayout *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrTypesetter, ldr_typesetter_free)

G_END_DECLS

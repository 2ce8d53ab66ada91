/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-typesetter.h"

#include <string.h>

#include "ldr-document-runs.h"

/* Points; lines of some 80 characters. */
#define MARGIN 82.0
#define TOP 74.0
#define BOTTOM 78.0

/* One family for all, as on the screen; what it has not comes from the system's other fonts. */
#define FAMILY "Inter, Adwaita Sans, Cantarell, Noto Sans, DejaVu Sans, sans-serif"
#define FIXED "Adwaita Mono, DejaVu Sans Mono, monospace"

#define TABULAR "tnum=1"

typedef struct
{
  LdrTextLook look;
  PangoWeight weight;
  PangoStyle style;
} Spec;

static const Spec specs[LDR_N_TEXT_STYLES] = {
  [LDR_TEXT_TITLE] = { { 21, 27, 0, 4, LDR_INK_TEXT }, PANGO_WEIGHT_BOLD },
  [LDR_TEXT_SUBTITLE] = { { 10, 15, 0, 20, LDR_INK_DIM }, PANGO_WEIGHT_NORMAL },
  [LDR_TEXT_HEADING_1] = { { 14.5, 19, 24, 6, LDR_INK_TEXT }, PANGO_WEIGHT_BOLD },
  [LDR_TEXT_HEADING_2] = { { 11.5, 16, 16, 4, LDR_INK_TEXT }, PANGO_WEIGHT_BOLD },
  [LDR_TEXT_HEADING_3] = { { 10, 15, 12, 3, LDR_INK_TEXT }, PANGO_WEIGHT_SEMIBOLD },
  [LDR_TEXT_HEADING_4] = { { 10, 15, 10, 3, LDR_INK_DIM }, PANGO_WEIGHT_SEMIBOLD },
  [LDR_TEXT_BODY] = { { 10, 15, 0, 7, LDR_INK_TEXT }, PANGO_WEIGHT_NORMAL },
  [LDR_TEXT_QUOTE] = { { 10, 15, 7, 7, LDR_INK_DIM }, PANGO_WEIGHT_NORMAL },
  [LDR_TEXT_CODE] = { { 8.5, 12.5, 11, 13, LDR_INK_TEXT }, PANGO_WEIGHT_NORMAL },
  [LDR_TEXT_CELL] = { { 9, 12.5, 0, 0, LDR_INK_TEXT }, PANGO_WEIGHT_NORMAL },
  [LDR_TEXT_HEAD] = { { 9, 12.5, 8, 4, LDR_INK_TEXT }, PANGO_WEIGHT_SEMIBOLD },
  [LDR_TEXT_CAPTION] = { { 9, 13, 4, 12, LDR_INK_DIM }, PANGO_WEIGHT_NORMAL },
  [LDR_TEXT_MARGIN] = { { 8, 11, 0, 0, LDR_INK_DIM }, PANGO_WEIGHT_NORMAL },
  [LDR_TEXT_PRIVATE] = { { 8.5, 12, 12, 3, LDR_INK_PRIVATE }, PANGO_WEIGHT_SEMIBOLD },
};

static PangoContext *
make_context (const LdrDocumentMeta *meta, PangoDirection direction)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  /* The same places for letters on paper and in a preview of any size. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (meta->language));
  pango_context_set_base_dir (context, direction);
  return context;
}

/**
 * ldr_typesetter_new:
 * @meta: what the document is
 * @palette: (nullable): the colours of charts, which live as long; %NULL for those of paper
 *
 * Returns: (transfer full): what sets texts for its pages
 */
LdrTypesetter *
ldr_typesetter_new (const LdrDocumentMeta *meta, const LdrChartPalette *palette)
{
  LdrTypesetter *self = g_new0 (LdrTypesetter, 1);

  ldr_paper_get_points (meta->paper, &self->width, &self->height);
  self->margin = MARGIN;
  self->top = TOP;
  self->body_width = self->width - 2 * MARGIN;
  self->body_height = self->height - TOP - BOTTOM;
  self->right_to_left = ldr_document_meta_is_right_to_left (meta);
  self->palette = palette;
  self->contexts[FALSE] = make_context (meta, PANGO_DIRECTION_LTR);
  self->contexts[TRUE] = make_context (meta, PANGO_DIRECTION_RTL);
  for (guint i = 0; i < LDR_N_TEXT_STYLES; i++)
    {
      PangoFontDescription *font = pango_font_description_new ();

      pango_font_description_set_family_static (font, i == LDR_TEXT_CODE ? FIXED : FAMILY);
      pango_font_description_set_absolute_size (font, specs[i].look.size * PANGO_SCALE);
      pango_font_description_set_weight (font, specs[i].weight);
      pango_font_description_set_style (font, specs[i].style);
      self->fonts[i] = font;
    }
  return self;
}

void
ldr_typesetter_free (LdrTypesetter *self)
{
  g_object_unref (self->contexts[FALSE]);
  g_object_unref (self->contexts[TRUE]);
  for (guint i = 0; i < LDR_N_TEXT_STYLES; i++)
    pango_font_description_free (self->fonts[i]);
  g_free (self);
}

/**
 * ldr_text_style_get_look:
 * @style: a style
 *
 * Returns: (transfer none): its measures
 */
const LdrTextLook *
ldr_text_style_get_look (LdrTextStyle style)
{
  return &specs[style].look;
}

/**
 * ldr_typesetter_reads_from_right:
 * @self: a typesetter
 * @text: a text
 *
 * Returns: whether it is read from the right: by its first letter, as the document where it has none
 */
gboolean
ldr_typesetter_reads_from_right (const LdrTypesetter *self, const char *text)
{
  int direction = ldr_document_text_direction (text);

  return direction == 0 ? self->right_to_left : direction < 0;
}

static void
insert (PangoAttrList *attributes, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

static void
add_attributes (PangoAttrList *attributes, const LdrRun *run, LdrTextStyle style, gsize start, gsize end)
{
  if ((run->flags & LDR_RUN_BOLD) != 0 && specs[style].weight < PANGO_WEIGHT_BOLD)
    insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
  if ((run->flags & LDR_RUN_ITALIC) != 0)
    insert (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC), start, end);
  if ((run->flags & LDR_RUN_CODE) != 0)
    {
      insert (attributes, pango_attr_family_new (FIXED), start, end);
      insert (attributes, pango_attr_scale_new (0.9), start, end);
    }
  if (run->link != NULL)
    /* Cuts the line into items there, which are painted by themselves. */
    insert (attributes, pango_attr_foreground_new (0, 0, 0), start, end);
}

static GQuark
links_quark (void)
{
  return g_quark_from_static_string ("ldr-page-links");
}

static void
add_link (PangoLayout *layout, const LdrRun *run, gsize start, gsize end)
{
  GArray *links = g_object_get_qdata (G_OBJECT (layout), links_quark ());
  LdrPageLink link = { start, end, run->link };

  if (links == NULL)
    {
      links = g_array_new (FALSE, FALSE, sizeof (LdrPageLink));
      g_object_set_qdata_full (G_OBJECT (layout), links_quark (), links, (GDestroyNotify) g_array_unref);
    }
  g_array_append_val (links, link);
}

/**
 * ldr_typesetter_get_links:
 * @layout: a text that was set
 *
 * Returns: (transfer none) (nullable) (element-type LdrPageLink): the links in it
 */
const GArray *
ldr_typesetter_get_links (PangoLayout *layout)
{
  return g_object_get_qdata (G_OBJECT (layout), links_quark ());
}

static PangoLayout *
make_layout (const LdrTypesetter *self, LdrTextStyle style, double width, gboolean right_to_left)
{
  PangoLayout *layout = pango_layout_new (self->contexts[right_to_left != FALSE]);

  pango_layout_set_font_description (layout, self->fonts[style]);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, right_to_left ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  return layout;
}

/**
 * ldr_typesetter_set_part:
 * @self: a typesetter
 * @style: how it looks
 * @runs: (element-type LdrRun): a text, which lives as long as the layout
 * @from: the first byte to set
 * @to: the byte behind the last, at most the length
 * @width: how wide lines are, or -1 for one line
 * @right_to_left: whether it is read from the right
 *
 * Returns: (transfer full): that part of the text, set
 */
PangoLayout *
ldr_typesetter_set_part (const LdrTypesetter *self,
                         LdrTextStyle style,
                         GPtrArray *runs,
                         gsize from,
                         gsize to,
                         double width,
                         gboolean right_to_left)
{
  PangoLayout *layout = make_layout (self, style, width, right_to_left);
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < runs->len && at < to; i++)
    {
      const LdrRun *run = g_ptr_array_index (runs, i);
      gsize length = strlen (run->text), start = text->len;

      if (at + length > from)
        {
          gsize first = from > at ? from - at : 0;

          g_string_append_len (text, run->text + first, (gssize) (MIN (length, to - at) - first));
          add_attributes (attributes, run, style, start, text->len);
          if (run->link != NULL)
            add_link (layout, run, start, text->len);
        }
      at += length;
    }
  if (style == LDR_TEXT_CELL)
    pango_attr_list_insert (attributes, pango_attr_font_features_new (TABULAR));
  pango_layout_set_text (layout, text->str, (int) text->len);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

/**
 * ldr_typesetter_set:
 * @self: a typesetter
 * @style: how it looks
 * @runs: (element-type LdrRun): a text, which lives as long as the layout
 * @width: how wide lines are, or -1 for one line
 * @right_to_left: whether it is read from the right
 *
 * Returns: (transfer full): the text, set
 */
PangoLayout *
ldr_typesetter_set (
    const LdrTypesetter *self, LdrTextStyle style, GPtrArray *runs, double width, gboolean right_to_left)
{
  return ldr_typesetter_set_part (self, style, runs, 0, G_MAXSIZE / 2, width, right_to_left);
}

/**
 * ldr_typesetter_set_text:
 * @self: a typesetter
 * @style: how it looks
 * @text: a text
 * @width: how wide lines are, or -1 for one line
 * @right_to_left: whether it is read from the right
 *
 * Returns: (transfer full): the text, set
 */
PangoLayout *
ldr_typesetter_set_text (
    const LdrTypesetter *self, LdrTextStyle style, const char *text, double width, gboolean right_to_left)
{
  PangoLayout *layout = make_layout (self, style, width, right_to_left);

  pango_layout_set_text (layout, text, -1);
  return layout;
}

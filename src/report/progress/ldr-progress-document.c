/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-progress-document.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <math.h>
#include "chart/ldr-chart-export.h"
#include "chart/ldr-chart-text.h"

#define FONT "sans 10"
#define TITLE_SCALE 1.6
#define HEADING_SCALE 1.25
#define WORDS_GAP 4.0
#define GAP 18.0
#define FOOT 24.0
#define PDF_MARGIN 42.0
#define LEAST_ROOM 36.0

/* A chart stands this far within its sheet; the document has a margin of its own. */
#define SHEET_MARGIN 16.0

/* A sheet is measured in units of which 96 make an inch, a page in points of which 72 do. */
#define POINTS_A_UNIT 0.75

/* A chart is shown with its words. A heading has none, and stays with what follows it. */
typedef struct
{
  char *heading;
  LdrProgressChart *chart;
} Part;

typedef struct
{
  guint page;
  double y;
  double scale;
  GskRenderNode *node;
} Placed;

struct _LdrProgressDocument
{
  char *title;
  char *subtitle;
  GPtrArray *parts;
  LdrChartPalette *palette;

  GPtrArray *placed;
  guint n_pages;
  double width;
  double height;
  double margin;
  gboolean right_to_left;
};

static void
part_free (gpointer data)
{
  Part *self = data;

  g_free (self->heading);
  g_clear_pointer (&self->chart, ldr_progress_chart_unref);
  g_free (self);
}

static void
placed_free (gpointer data)
{
  Placed *self = data;

  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_free (self);
}

/**
 * ldr_progress_document_new:
 * @title: what stands above everything, such as whose progress it is
 * @subtitle: (nullable): below that, such as the period
 *
 * Returns: (transfer full): a document without charts
 */
LdrProgressDocument *
ldr_progress_document_new (const char *title, const char *subtitle)
{
  LdrProgressDocument *self = g_new0 (LdrProgressDocument, 1);

  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  self->placed = g_ptr_array_new_with_free_func (placed_free);
  self->palette = ldr_progress_palette_new ();
  return self;
}

void
ldr_progress_document_free (LdrProgressDocument *self)
{
  g_free (self->title);
  g_free (self->subtitle);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->placed);
  ldr_chart_palette_free (self->palette);
  g_free (self);
}

/**
 * ldr_progress_document_add:
 * @self: a document
 * @heading: (nullable): what stands above these charts, such as their period
 * @charts: (element-type LdrProgressChart): some charts; those that have nothing to show are left out
 */
void
ldr_progress_document_add (LdrProgressDocument *self, const char *heading, GPtrArray *charts)
{
  for (guint i = 0; i < charts->len; i++)
    {
      LdrProgressChart *chart = g_ptr_array_index (charts, i);
      Part *part;

      if (chart->chart == NULL)
        continue;
      part = g_new0 (Part, 1);
      part->heading = g_strdup (heading);
      heading = NULL;
      part->chart = ldr_progress_chart_ref (chart);
      g_ptr_array_add (self->parts, part);
    }
}

/* --- Layout ----------------------------------------------------------------------------------------------------------
 */

static PangoContext *
make_context (const LdrProgressDocument *self)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string (FONT);

  pango_context_set_font_description (context, font);
  pango_context_set_base_dir (context, self->right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_font_description_free (font);
  return context;
}

/* Words over the whole width, in points. */
static GskRenderNode *
write_words (const LdrProgressDocument *self, const char *words, double scale, gboolean is_dim, double *height)
{
  const LdrChartLook *look = ldr_chart_palette_get_look (self->palette);
  PangoContext *context = make_context (self);
  g_autoptr (PangoLayout) layout = ldr_chart_text_new (context, words);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  if (!is_dim)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_width (layout, (int) ((self->width - 2 * self->margin) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  ldr_chart_text_paint (layout, 0, 0, is_dim ? &look->dim : &look->text, snapshot);
  *height = ldr_chart_text_get_size (layout).height;
  g_object_unref (context);
  return gtk_snapshot_to_node (snapshot);
}

static void
place (LdrProgressDocument *self, guint page, double y, double scale, GskRenderNode *node)
{
  Placed *placed = g_new0 (Placed, 1);

  *placed = (Placed) { page, y, scale, node };
  g_ptr_array_add (self->placed, placed);
}

static double
place_words (LdrProgressDocument *self, const char *words, double scale, gboolean is_dim, double y)
{
  GskRenderNode *node;
  double height;

  if (words == NULL || *words == '\0')
    return y;
  node = write_words (self, words, scale, is_dim, &height);
  place (self, self->n_pages - 1, y, 1, node);
  return y + height + WORDS_GAP;
}

/* A chart that is higher than a page becomes smaller. */
static double
place_part (LdrProgressDocument *self, const Part *part, double y)
{
  double bottom = self->height - self->margin - FOOT;
  LdrChartSheet sheet = { .palette = self->palette,
                          .width = (self->width - 2 * self->margin) / POINTS_A_UNIT + 2 * SHEET_MARGIN,
                          .scale = 1,
                          .right_to_left = self->right_to_left,
                          .with_words = TRUE };
  graphene_size_t size;
  GskRenderNode *node = ldr_chart_export_node (part->chart->chart, &sheet, &size);
  double height = (size.height - 2 * SHEET_MARGIN) * POINTS_A_UNIT;
  double scale = POINTS_A_UNIT;
  double head = part->heading != NULL ? GAP + TITLE_SCALE * 2 * WORDS_GAP : 0;

  if (y > self->margin && y + head + height > bottom)
    {
      self->n_pages++;
      y = self->margin;
    }
  if (part->heading != NULL)
    y = place_words (self, part->heading, HEADING_SCALE, FALSE, y) + WORDS_GAP;
  if (y + height > bottom)
    {
      double room = MAX (bottom - y, LEAST_ROOM);

      scale *= room / height;
      height = room;
    }
  place (self, self->n_pages - 1, y - SHEET_MARGIN * scale, scale, node);
  return y + height + GAP;
}

/**
 * ldr_progress_document_paginate:
 * @self: a document
 * @width: how wide a page is, in points
 * @height: how high it is, in points
 * @margin: how much is kept free around it, in points
 * @right_to_left: whether one reads from the right
 *
 * Puts the charts on pages, each with its words and never torn apart. It takes no display: gtk_init_check() is enough.
 *
 * Returns: how many pages there are, at least 1
 */
guint
ldr_progress_document_paginate (
    LdrProgressDocument *self, double width, double height, double margin, gboolean right_to_left)
{
  double room = MIN (margin, MIN (width, height) / 4); /* A label printer has little of it. */
  double y = room;

  self->width = width;
  self->height = height;
  self->margin = room;
  self->right_to_left = right_to_left;
  self->n_pages = 1;
  g_ptr_array_set_size (self->placed, 0);
  y = place_words (self, self->title, TITLE_SCALE, FALSE, y);
  y = place_words (self, self->subtitle, 1, TRUE, y) + GAP;
  if (self->parts->len == 0)
    place_words (self, _ ("There is nothing to show in this period."), 1, TRUE, y);
  for (guint i = 0; i < self->parts->len; i++)
    y = place_part (self, g_ptr_array_index (self->parts, i), y);
  return self->n_pages;
}

/* --- Pages -----------------------------------------------------------------------------------------------------------
 */

static void
draw_foot (const LdrProgressDocument *self, guint page, cairo_t *cairo)
{
  /* Translators: at the foot of a page: its number, then how many pages there are */
  g_autofree char *words = g_strdup_printf (_ ("Page %u of %u"), page + 1, self->n_pages);
  double height;
  g_autoptr (GskRenderNode) node = write_words (self, words, 0.85, TRUE, &height);

  cairo_save (cairo);
  cairo_translate (cairo, self->margin, self->height - self->margin - height);
  if (node != NULL)
    gsk_render_node_draw (node, cairo);
  cairo_restore (cairo);
}

/**
 * ldr_progress_document_draw_page:
 * @self: a document after ldr_progress_document_paginate()
 * @page: the number of a page, from 0
 * @cairo: where to draw it, in points from the corner of the page
 *
 * Draws a page, as paths and glyphs only.
 */
void
ldr_progress_document_draw_page (LdrProgressDocument *self, guint page, cairo_t *cairo)
{
  for (guint i = 0; i < self->placed->len; i++)
    {
      const Placed *placed = g_ptr_array_index (self->placed, i);
      double inset = placed->scale == 1 ? 0 : SHEET_MARGIN * placed->scale;
      double free_width = 0;

      if (placed->page != page || placed->node == NULL)
        continue;
      /* What became smaller stands in the middle. */
      if (placed->scale < POINTS_A_UNIT)
        free_width = (self->width - 2 * self->margin) * (1 - placed->scale / POINTS_A_UNIT);
      cairo_save (cairo);
      cairo_translate (cairo, self->margin - inset + free_width / 2, placed->y);
      cairo_scale (cairo, placed->scale, placed->scale);
      gsk_render_node_draw (placed->node, cairo);
      cairo_restore (cairo);
    }
  if (self->n_pages > 1)
    draw_foot (self, page, cairo);
}

static cairo_status_t
append_cb (void *data, const unsigned char *bytes, unsigned int n_bytes)
{
  g_byte_array_append (data, bytes, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * ldr_progress_document_write_pdf:
 * @self: a document
 * @paper: on what
 * @right_to_left: whether one reads from the right
 *
 * Returns: (transfer full): the document as a PDF file
 */
GBytes *
ldr_progress_document_write_pdf (LdrProgressDocument *self, LdrPaper paper, gboolean right_to_left)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t *cairo;
  double width, height;
  guint n_pages;

  ldr_paper_get_points (paper, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, width, height);
  cairo = cairo_create (surface);
  n_pages = ldr_progress_document_paginate (self, width, height, PDF_MARGIN, right_to_left);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  for (guint i = 0; i < n_pages; i++)
    {
      ldr_progress_document_draw_page (self, i, cairo);
      cairo_show_page (cairo);
    }
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-page-sheet.h"

#include <glib/gi18n.h>

/**
 * LdrPageSheet:
 *
 * A page of a document as a sheet of paper: white in light and in dark, since that is what will come out. It fills
 * what room it is given, and has the page's text for those who do not see it.
 */
struct _LdrPageSheet
{
  GtkWidget parent_instance;

  LdrPages *pages;
  guint page;
  /* Asked of the page when somebody listens. */
  char *text;
};

static void accessible_text_init (GtkAccessibleTextInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LdrPageSheet,
                               ldr_page_sheet,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE_TEXT, accessible_text_init))

/* --- The text --- */

static const char *
get_text (LdrPageSheet *self)
{
  if (self->text == NULL)
    self->text = self->pages != NULL ? ldr_pages_dup_text (self->pages, self->page) : g_strdup ("");
  return self->text;
}

/* As the interface wants it: with the zero behind it. */
static GBytes *
cut (const char *text, guint start, guint end)
{
  guint length = (guint) g_utf8_strlen (text, -1);
  guint last = MIN (end, length), first = MIN (start, last);
  char *part = g_utf8_substring (text, (glong) first, (glong) last);

  return g_bytes_new_take (part, strlen (part) + 1);
}

static GBytes *
get_contents (GtkAccessibleText *accessible, unsigned int start, unsigned int end)
{
  return cut (get_text (LDR_PAGE_SHEET (accessible)), start, end);
}

/* Whether a unit of @granularity begins at a place. */
static gboolean
begins_at (const PangoLogAttr *place, gboolean after_break, GtkAccessibleTextGranularity granularity)
{
  switch (granularity)
    {
    case GTK_ACCESSIBLE_TEXT_GRANULARITY_CHARACTER:
      return place->is_cursor_position;
    case GTK_ACCESSIBLE_TEXT_GRANULARITY_WORD:
      return place->is_word_start;
    case GTK_ACCESSIBLE_TEXT_GRANULARITY_SENTENCE:
      return place->is_sentence_start;
    case GTK_ACCESSIBLE_TEXT_GRANULARITY_LINE:
    case GTK_ACCESSIBLE_TEXT_GRANULARITY_PARAGRAPH:
      return after_break;
    default:
      return FALSE;
    }
}

static GBytes *
get_contents_at (GtkAccessibleText *accessible,
                 unsigned int offset,
                 GtkAccessibleTextGranularity granularity,
                 unsigned int *start,
                 unsigned int *end)
{
  const char *text = get_text (LDR_PAGE_SHEET (accessible));
  guint length = (guint) g_utf8_strlen (text, -1), place = 0;
  g_autofree PangoLogAttr *places = g_new0 (PangoLogAttr, length + 1);
  gboolean after_break = TRUE;

  pango_get_log_attrs (text, -1, -1, pango_language_get_default (), places, (int) length + 1);
  offset = MIN (offset, length);
  *start = 0;
  *end = length;
  for (const char *p = text; place <= length; p = g_utf8_next_char (p), place++)
    {
      if (begins_at (&places[place], after_break, granularity))
        {
          if (place > offset)
            {
              *end = place;
              break;
            }
          *start = place;
        }
      after_break = *p == '\n';
    }
  return cut (text, *start, *end);
}

/* It is read and not written: nothing is pointed at, and nothing chosen. */
static unsigned int
get_caret_position (GtkAccessibleText *accessible)
{
  return 0;
}

static gboolean
get_selection (GtkAccessibleText *accessible, gsize *n_ranges, GtkAccessibleTextRange **ranges)
{
  return FALSE;
}

static gboolean
get_attributes (GtkAccessibleText *accessible,
                unsigned int offset,
                gsize *n_ranges,
                GtkAccessibleTextRange **ranges,
                char ***names,
                char ***values)
{
  *n_ranges = 0;
  return FALSE;
}

static void
get_default_attributes (GtkAccessibleText *accessible, char ***names, char ***values)
{
  *names = g_new0 (char *, 1);
  *values = g_new0 (char *, 1);
}

static void
accessible_text_init (GtkAccessibleTextInterface *iface)
{
  iface->get_contents = get_contents;
  iface->get_contents_at = get_contents_at;
  iface->get_caret_position = get_caret_position;
  iface->get_selection = get_selection;
  iface->get_attributes = get_attributes;
  iface->get_default_attributes = get_default_attributes;
}

/* --- The sheet --- */

static void
ldr_page_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LdrPageSheet *self = LDR_PAGE_SHEET (widget);

  if (gtk_widget_get_width (widget) > 0)
    ldr_pages_snapshot (self->pages, self->page, gtk_widget_get_width (widget), snapshot);
}

static void
ldr_page_sheet_dispose (GObject *object)
{
  LdrPageSheet *self = LDR_PAGE_SHEET (object);

  g_clear_pointer (&self->pages, ldr_pages_unref);

  G_OBJECT_CLASS (ldr_page_sheet_parent_class)->dispose (object);
}

static void
ldr_page_sheet_finalize (GObject *object)
{
  g_free (LDR_PAGE_SHEET (object)->text);

  G_OBJECT_CLASS (ldr_page_sheet_parent_class)->finalize (object);
}

static void
ldr_page_sheet_class_init (LdrPageSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_page_sheet_dispose;
  G_OBJECT_CLASS (klass)->finalize = ldr_page_sheet_finalize;
  widget_class->snapshot = ldr_page_sheet_snapshot;
  gtk_widget_class_set_css_name (widget_class, "page-sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
}

static void
ldr_page_sheet_init (LdrPageSheet *self)
{
}

/**
 * ldr_page_sheet_new:
 * @pages: pages of a document that was written to the end
 * @page: which, from 0
 *
 * Returns: (transfer floating): the page on a sheet
 */
GtkWidget *
ldr_page_sheet_new (LdrPages *pages, guint page)
{
  LdrPageSheet *self = g_object_new (LDR_TYPE_PAGE_SHEET, NULL);
  guint n_pages = ldr_pages_get_n_pages (pages);
  g_autofree char *label = NULL;

  g_return_val_if_fail (page < n_pages, NULL);

  self->pages = ldr_pages_ref (pages);
  self->page = page;
  /* Translators: where somebody is in a document: "Page 2 of 7" */
  label = g_strdup_printf (_ ("Page %u of %u"), page + 1, n_pages);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) page + 1,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) n_pages, -1);
  return GTK_WIDGET (self);
}

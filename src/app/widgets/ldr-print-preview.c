/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-print-preview.h"

#include <glib/gi18n.h>

/* How wide the dialog and how high it would like to be. */
#define WIDTH 560
#define HEIGHT 720

#define SPACE 12

/**
 * LdrPrintPreview:
 *
 * The pages that the printer would print, one below the other. They are drawn when they come into sight.
 */
struct _LdrPrintPreview
{
  AdwDialog parent_instance;

  double width;
  double height;
  LdrPrintFunc func;
  gpointer data;
  GDestroyNotify free_data;
};

static guint print_signal;

G_DEFINE_FINAL_TYPE (LdrPrintPreview, ldr_print_preview, ADW_TYPE_DIALOG)

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *picture = gtk_picture_new ();

  gtk_widget_add_css_class (picture, "card");
  gtk_widget_set_margin_start (picture, SPACE);
  gtk_widget_set_margin_end (picture, SPACE);
  gtk_widget_set_margin_top (picture, SPACE / 2);
  gtk_widget_set_margin_bottom (picture, SPACE / 2);
  gtk_list_item_set_child (item, picture);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, LdrPrintPreview *self)
{
  graphene_rect_t sheet = GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  const char *name = gtk_string_object_get_string (gtk_list_item_get_item (item));
  g_autoptr (GdkPaintable) paintable = NULL;
  cairo_t *cairo;

  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &sheet);
  cairo = gtk_snapshot_append_cairo (snapshot, &sheet);
  self->func (self->data, gtk_list_item_get_position (item), cairo, self->width, self->height);
  cairo_destroy (cairo);
  paintable = gtk_snapshot_to_paintable (snapshot, &sheet.size);
  gtk_picture_set_paintable (GTK_PICTURE (gtk_list_item_get_child (item)), paintable);
  gtk_picture_set_alternative_text (GTK_PICTURE (gtk_list_item_get_child (item)), name);
  gtk_list_item_set_accessible_label (item, name);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_picture_set_paintable (GTK_PICTURE (gtk_list_item_get_child (item)), NULL);
}

static void
print_cb (LdrPrintPreview *self)
{
  g_object_ref (self);
  g_signal_emit (self, print_signal, 0);
  adw_dialog_force_close (ADW_DIALOG (self));
  g_object_unref (self);
}

static GtkWidget *
make_list (LdrPrintPreview *self, guint n_pages)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list, *scroller = gtk_scrolled_window_new ();

  for (guint i = 0; i < n_pages; i++)
    gtk_string_list_take (names, g_strdup_printf (_ ("Page %u of %u"), i + 1, n_pages));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (names))), factory);
  /* Pages as high as their width asks for, and white upon what is not. */
  gtk_scrollable_set_vscroll_policy (GTK_SCROLLABLE (list), GTK_SCROLL_NATURAL);
  gtk_widget_remove_css_class (list, "view");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pages"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  return scroller;
}

static void
fill (LdrPrintPreview *self, guint n_pages)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Print…"));

  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (print_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), button);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), bar);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), make_list (self, n_pages));
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Print Preview"));
  adw_dialog_set_content_width (ADW_DIALOG (self), WIDTH);
  adw_dialog_set_content_height (ADW_DIALOG (self), HEIGHT);
  adw_dialog_set_child (ADW_DIALOG (self), view);
}

/**
 * ldr_print_preview_new:
 * @n_pages: how many pages there are
 * @width: how wide the paper is, in points
 * @height: how high
 * @func: draws a page
 * @data: for @func
 * @free_data: gives @data up
 *
 * Returns: (transfer floating): a dialog that shows them
 */
AdwDialog *
ldr_print_preview_new (
    guint n_pages, double width, double height, LdrPrintFunc func, gpointer data, GDestroyNotify free_data)
{
  LdrPrintPreview *self = g_object_new (LDR_TYPE_PRINT_PREVIEW, NULL);

  self->width = width;
  self->height = height;
  self->func = func;
  self->data = data;
  self->free_data = free_data;
  fill (self, n_pages);
  return ADW_DIALOG (self);
}

static void
ldr_print_preview_finalize (GObject *object)
{
  LdrPrintPreview *self = LDR_PRINT_PREVIEW (object);

  self->free_data (self->data);

  G_OBJECT_CLASS (ldr_print_preview_parent_class)->finalize (object);
}

static void
ldr_print_preview_class_init (LdrPrintPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ldr_print_preview_finalize;
  print_signal = g_signal_new ("print", LDR_TYPE_PRINT_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ldr_print_preview_init (LdrPrintPreview *self)
{
}

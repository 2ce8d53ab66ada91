/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-entry-rows.h"

#include "ldr-describe.h"

/* What a factory calls for each row that it makes. */
typedef struct
{
  LdrEntryRowFunc set_up;
  gpointer user_data;
} RowSetup;

static void
setup_row_cb (GtkListItemFactory *factory, GtkListItem *list_item, RowSetup *setup)
{
  GtkWidget *row = ldr_entry_row_new ();

  setup->set_up (LDR_ENTRY_ROW (row), setup->user_data);
  g_object_bind_property (row, "accessible-name", list_item, "accessible-label", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_row_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  ldr_entry_row_set_item (LDR_ENTRY_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
unbind_row_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  ldr_entry_row_set_item (LDR_ENTRY_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
setup_header_cb (GtkListItemFactory *factory, GtkListHeader *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (GtkListItemFactory *factory, GtkListHeader *header)
{
  LdrEntryItem *item = gtk_list_header_get_item (header);
  g_autofree char *month = ldr_day_describe_month (ldr_entry_item_get_day (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), month);
}

static void
free_setup (gpointer data, GClosure *closure)
{
  g_free (data);
}

/**
 * ldr_entry_rows_new:
 * @set_up: called with each row that is made, to add what a press on it does
 * @user_data: for @set_up; it outlives the factory
 *
 * Makes rows for #LdrEntryItem, each read aloud as one sentence.
 *
 * Returns: (transfer full): a new factory
 */
GtkListItemFactory *
ldr_entry_rows_new (LdrEntryRowFunc set_up, gpointer user_data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  RowSetup *setup = g_new0 (RowSetup, 1);

  setup->set_up = set_up;
  setup->user_data = user_data;
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_row_cb), setup, free_setup, G_CONNECT_DEFAULT);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row_cb), NULL);

  return factory;
}

/**
 * ldr_month_headers_new:
 *
 * Makes headings for sections of #LdrEntryItem, one a month.
 *
 * Returns: (transfer full): a new factory
 */
GtkListItemFactory *
ldr_month_headers_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_header_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_header_cb), NULL);

  return factory;
}

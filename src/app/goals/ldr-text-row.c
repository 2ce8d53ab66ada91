/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-text-row.h"

/**
 * LdrTextRow:
 *
 * Looks as an #AdwEntryRow does, with its title small above the text, and grows with it.
 */
struct _LdrTextRow
{
  AdwPreferencesRow parent_instance;

  GtkTextView *view;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (LdrTextRow, ldr_text_row, ADW_TYPE_PREFERENCES_ROW)

static void
changed_cb (LdrTextRow *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static gboolean
ldr_text_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LDR_TEXT_ROW (widget)->view));
}

static void
ldr_text_row_class_init (LdrTextRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = ldr_text_row_grab_focus;
  changed_signal = g_signal_new ("changed", LDR_TYPE_TEXT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ldr_text_row_init (LdrTextRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (NULL);

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  /* Tab goes on, as it does from every other row. */
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_widget_set_size_request (GTK_WIDGET (self->view), -1, 40);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "dimmed");
  gtk_widget_add_css_class (title, "caption");
  g_object_bind_property (self, "title", title, "label", G_BINDING_SYNC_CREATE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self), "text-row");
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/**
 * ldr_text_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
ldr_text_row_new (void)
{
  return g_object_new (LDR_TYPE_TEXT_ROW, NULL);
}

/**
 * ldr_text_row_dup_text:
 * @self: a row
 *
 * Returns: (transfer full): what is written in it
 */
char *
ldr_text_row_dup_text (LdrTextRow *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (LDR_IS_TEXT_ROW (self), NULL);

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/**
 * ldr_text_row_set_text:
 * @self: a row
 * @text: what it is to show
 */
void
ldr_text_row_set_text (LdrTextRow *self, const char *text)
{
  g_return_if_fail (LDR_IS_TEXT_ROW (self));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-line-row.h"

/**
 * LdrLineRow:
 *
 * What an #AdwEntryRow is, for lines that are read more often than written: nothing of it is cut off. It stays one line
 * for whoever reads it: Enter is told, and what is pasted loses its line breaks.
 */
struct _LdrLineRow
{
  AdwPreferencesRow parent_instance;

  GtkWidget *prefixes;
  GtkWidget *suffixes;
  GtkLabel *caption;
  GtkLabel *shape;
  GtkTextView *view;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ENTERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrLineRow, ldr_line_row, ADW_TYPE_PREFERENCES_ROW)

static void
changed_cb (LdrLineRow *self)
{
  g_autofree char *text = ldr_line_row_dup_text (self);

  gtk_label_set_text (self->shape, text);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* A line break that is typed is Enter, whatever input method it came by; those that are pasted become spaces. */
static void
insert_cb (LdrLineRow *self, GtkTextIter *place, char *text, int length, GtkTextBuffer *buffer)
{
  g_autofree char *line = g_strndup (text, (gsize) length);

  if (strpbrk (line, "\r\n") == NULL)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  if (g_str_equal (line, "\n"))
    g_signal_emit (self, signals[SIGNAL_ENTERED], 0);
  else
    gtk_text_buffer_insert (buffer, place, g_strdelimit (line, "\r\n", ' '), -1);
}

/* A click beside the words goes to them too, as in any other row in which one writes. */
static void
pressed_cb (LdrLineRow *self, int n_presses, double x, double y)
{
  GtkWidget *hit = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (hit != NULL && gtk_widget_is_ancestor (GTK_WIDGET (self->view), hit))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
ldr_line_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LDR_LINE_ROW (widget)->view));
}

static void
ldr_line_row_class_init (LdrLineRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = ldr_line_row_grab_focus;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", LDR_TYPE_LINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ENTERED]
      = g_signal_new ("entered", LDR_TYPE_LINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_label (void)
{
  return g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
}

/* A text view cannot say how high it is at a width that it does not have yet. A label can: below the view stands one
 * with the same text, which nobody sees or hears. */
static GtkWidget *
make_shape (LdrLineRow *self)
{
  GtkWidget *overlay = gtk_overlay_new (), *shape = make_label ();

  self->shape = GTK_LABEL (shape);
  gtk_label_set_natural_wrap_mode (self->shape, GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_opacity (shape, 0);
  gtk_widget_set_can_target (shape, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (shape), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), shape);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->view));
  return overlay;
}

static void
make_view (LdrLineRow *self)
{
  GtkTextBuffer *buffer;

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  buffer = gtk_text_view_get_buffer (self->view);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (insert_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
ldr_line_row_init (LdrLineRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkGesture *click = gtk_gesture_click_new ();

  make_view (self);
  self->prefixes = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->suffixes = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->caption = GTK_LABEL (make_label ());
  gtk_widget_set_visible (GTK_WIDGET (self->caption), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "caption");
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->caption));
  gtk_box_append (GTK_BOX (words), make_shape (self));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->prefixes);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), self->suffixes);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "line-row");
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * ldr_line_row_new:
 * @name: what the line is, for a screen reader
 *
 * It emits `changed` when its text does, and `entered` when Enter is pressed in it.
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
ldr_line_row_new (const char *name)
{
  LdrLineRow *self = g_object_new (LDR_TYPE_LINE_ROW, "title", name, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

/**
 * ldr_line_row_add_prefix:
 * @self: a row
 * @widget: what is to stand before its line, after what stands there already
 */
void
ldr_line_row_add_prefix (LdrLineRow *self, GtkWidget *widget)
{
  g_return_if_fail (LDR_IS_LINE_ROW (self));

  gtk_box_append (GTK_BOX (self->prefixes), widget);
}

/**
 * ldr_line_row_add_suffix:
 * @self: a row
 * @widget: what is to stand behind its line, after what stands there already
 */
void
ldr_line_row_add_suffix (LdrLineRow *self, GtkWidget *widget)
{
  g_return_if_fail (LDR_IS_LINE_ROW (self));

  gtk_box_append (GTK_BOX (self->suffixes), widget);
}

/**
 * ldr_line_row_dup_text:
 * @self: a row
 *
 * Returns: (transfer full): what is written in it
 */
char *
ldr_line_row_dup_text (LdrLineRow *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (LDR_IS_LINE_ROW (self), NULL);

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/**
 * ldr_line_row_set_text:
 * @self: a row
 * @text: what it is to show
 */
void
ldr_line_row_set_text (LdrLineRow *self, const char *text)
{
  g_return_if_fail (LDR_IS_LINE_ROW (self));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
}

/**
 * ldr_line_row_set_caption:
 * @self: a row
 * @caption: (nullable): what stands small above the line
 */
void
ldr_line_row_set_caption (LdrLineRow *self, const char *caption)
{
  g_return_if_fail (LDR_IS_LINE_ROW (self));

  gtk_label_set_text (self->caption, caption != NULL ? caption : "");
  gtk_widget_set_visible (GTK_WIDGET (self->caption), caption != NULL);
}

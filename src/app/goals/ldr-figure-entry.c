/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-figure-entry.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * LdrFigureEntry:
 *
 * An entry for a figure. What is no value of the measure is refused, with the reason right below it.
 */
struct _LdrFigureEntry
{
  AdwBin parent_instance;

  LdrMeasure *measure;
  GtkEntry *entry;
  GtkLabel *problem;
  gboolean quiet;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (LdrFigureEntry, ldr_figure_entry, ADW_TYPE_BIN)

static void
show_problem (LdrFigureEntry *self, const char *problem)
{
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  if (problem != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE,
                                      self->problem, NULL, -1);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), problem, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
}

static void
changed_cb (LdrFigureEntry *self)
{
  if (!self->quiet)
    show_problem (self, NULL);
}

static void
submit_cb (LdrFigureEntry *self)
{
  ldr_figure_entry_submit (self);
}

static void
ldr_figure_entry_finalize (GObject *object)
{
  g_clear_pointer (&LDR_FIGURE_ENTRY (object)->measure, ldr_measure_free);

  G_OBJECT_CLASS (ldr_figure_entry_parent_class)->finalize (object);
}

static gboolean
ldr_figure_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LDR_FIGURE_ENTRY (widget)->entry));
}

static void
ldr_figure_entry_class_init (LdrFigureEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ldr_figure_entry_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = ldr_figure_entry_grab_focus;
  chosen_signal = g_signal_new ("chosen", LDR_TYPE_FIGURE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_DOUBLE);
}

static void
ldr_figure_entry_init (LdrFigureEntry *self)
{
}

static GtkWidget *
make_line (LdrFigureEntry *self, const char *name)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *submit = gtk_button_new_with_mnemonic (_ ("_Note It"));

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_input_purpose (self->entry, GTK_INPUT_PURPOSE_NUMBER);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 9);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 9);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (submit_cb), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (submit, "clicked", G_CALLBACK (submit_cb), self);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->entry));
  if (self->measure->unit[0] != '\0')
    {
      GtkWidget *unit = gtk_label_new (self->measure->unit);

      gtk_label_set_ellipsize (GTK_LABEL (unit), PANGO_ELLIPSIZE_END);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, unit, NULL,
                                      -1);
      gtk_box_append (GTK_BOX (line), unit);
    }
  gtk_box_append (GTK_BOX (line), submit);
  return line;
}

/**
 * ldr_figure_entry_new:
 * @measure: of figures
 * @name: what is written in it, for a screen reader
 *
 * Returns: (transfer floating): an empty entry
 */
GtkWidget *
ldr_figure_entry_new (const LdrMeasure *measure, const char *name)
{
  LdrFigureEntry *self = g_object_new (LDR_TYPE_FIGURE_ENTRY, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->measure = ldr_measure_copy (measure);
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_xalign (self->problem, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_box_append (GTK_BOX (box), make_line (self, name));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}

/**
 * ldr_figure_entry_set_value:
 * @self: an entry
 * @value: a value of its measure, or NAN for none
 *
 * Shows a value, without the signal `chosen`.
 */
void
ldr_figure_entry_set_value (LdrFigureEntry *self, double value)
{
  g_autofree char *text = isnan (value) ? g_strdup ("") : ldr_measure_format_number (value);

  g_return_if_fail (LDR_IS_FIGURE_ENTRY (self));

  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text))
    return;
  self->quiet = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->quiet = FALSE;
  show_problem (self, NULL);
}

/**
 * ldr_figure_entry_submit:
 * @self: an entry
 *
 * Takes what is written, as Enter does; what is no value is refused in place.
 *
 * Returns: whether it is a value
 */
gboolean
ldr_figure_entry_submit (LdrFigureEntry *self)
{
  g_autoptr (GError) error = NULL;
  double value;

  g_return_val_if_fail (LDR_IS_FIGURE_ENTRY (self), FALSE);

  if (!ldr_measure_parse_value (self->measure, gtk_editable_get_text (GTK_EDITABLE (self->entry)), &value, &error))
    {
      show_problem (self, error->message);
      return FALSE;
    }
  show_problem (self, NULL);
  g_signal_emit (self, chosen_signal, 0, value);
  return TRUE;
}

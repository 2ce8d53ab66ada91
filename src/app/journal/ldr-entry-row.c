/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-entry-row.h"

#include <glib/gi18n.h>
#include "app/widgets/ldr-style-chip.h"
#include "app/widgets/ldr-two-lines.h"
#include "ldr-describe.h"

/**
 * LdrEntryRow:
 *
 * A row of the list of entries. Built in code and not from a template, because a long list makes some 200 of them
 * before it is shown; chips are made only by rows that need them, and kept for the next entry that the row shows.
 */
struct _LdrEntryRow
{
  AdwBin parent_instance;

  LdrEntryItem *item;
  gulong notify_id;

  GtkWidget *title;
  GtkWidget *discuss;
  GtkWidget *pictures;
  GtkWidget *date;
  GtkWidget *excerpt;
  GtkWidget *chips;
  GPtrArray *chip_pool;
  char *accessible_name;
};

typedef enum
{
  PROP_ACCESSIBLE_NAME = 1,
} LdrEntryRowProperty;

static GParamSpec *properties[PROP_ACCESSIBLE_NAME + 1];

G_DEFINE_FINAL_TYPE (LdrEntryRow, ldr_entry_row, ADW_TYPE_BIN)

static void
show_chips (LdrEntryRow *self, LdrStyleSet styles, LdrStyleSet pitfalls)
{
  guint used = 0;

  for (guint i = 0; i < 2 * LDR_N_STYLES; i++)
    {
      LdrStyle style = i % LDR_N_STYLES;
      gboolean pitfall = i >= LDR_N_STYLES;

      if (((pitfall ? pitfalls : styles) & LDR_STYLE_BIT (style)) == 0)
        continue;
      if (used == self->chip_pool->len)
        {
          GtkWidget *chip = ldr_style_chip_new (style, pitfall);

          g_ptr_array_add (self->chip_pool, chip);
          adw_wrap_box_append (ADW_WRAP_BOX (self->chips), chip);
        }
      ldr_style_chip_set_style (g_ptr_array_index (self->chip_pool, used), style, pitfall);
      gtk_widget_set_visible (g_ptr_array_index (self->chip_pool, used), TRUE);
      used++;
    }
  for (guint i = used; i < self->chip_pool->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->chip_pool, i), FALSE);
  gtk_widget_set_visible (self->chips, used > 0);
}

static void
set_accessible_name (LdrEntryRow *self, const char *name)
{
  if (g_set_str (&self->accessible_name, name))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCESSIBLE_NAME]);
}

static void
show_placeholder (LdrEntryRow *self)
{
  gtk_label_set_attributes (GTK_LABEL (self->title), NULL);
  gtk_label_set_label (GTK_LABEL (self->title), " ");
  ldr_two_lines_set_text (LDR_TWO_LINES (self->excerpt), " \n ", NULL);
  gtk_widget_set_visible (self->excerpt, TRUE);
  gtk_label_set_label (GTK_LABEL (self->date), "");
  gtk_widget_set_visible (self->discuss, FALSE);
  gtk_widget_set_visible (self->pictures, FALSE);
  gtk_widget_set_visible (self->chips, FALSE);
  set_accessible_name (self, _ ("Loading…"));
}

static void
update (LdrEntryRow *self)
{
  const LdrSummary *summary = self->item != NULL ? ldr_entry_item_get_summary (self->item) : NULL;
  g_autoptr (LdrRowDescription) row = NULL;

  if (summary == NULL)
    {
      show_placeholder (self);
      return;
    }

  row = ldr_row_describe (summary);
  gtk_label_set_attributes (GTK_LABEL (self->title), row->title_attributes);
  gtk_label_set_label (GTK_LABEL (self->title), row->title);
  if (row->untitled)
    gtk_widget_add_css_class (self->title, "dimmed");
  else
    gtk_widget_remove_css_class (self->title, "dimmed");
  ldr_two_lines_set_text (LDR_TWO_LINES (self->excerpt), row->excerpt, row->excerpt_attributes);
  gtk_widget_set_visible (self->excerpt, row->excerpt[0] != '\0');
  gtk_label_set_label (GTK_LABEL (self->date), row->date);
  gtk_widget_set_visible (self->discuss, summary->to_discuss);
  gtk_widget_set_visible (self->pictures, summary->has_pictures);
  show_chips (self, summary->styles, summary->pitfalls);
  set_accessible_name (self, row->accessible);
}

static void
ldr_entry_row_dispose (GObject *object)
{
  ldr_entry_row_set_item (LDR_ENTRY_ROW (object), NULL);

  G_OBJECT_CLASS (ldr_entry_row_parent_class)->dispose (object);
}

static void
ldr_entry_row_finalize (GObject *object)
{
  LdrEntryRow *self = LDR_ENTRY_ROW (object);

  g_ptr_array_unref (self->chip_pool);
  g_free (self->accessible_name);

  G_OBJECT_CLASS (ldr_entry_row_parent_class)->finalize (object);
}

static void
ldr_entry_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((LdrEntryRowProperty) prop_id)
    {
    case PROP_ACCESSIBLE_NAME:
      g_value_set_string (value, LDR_ENTRY_ROW (object)->accessible_name);
      break;
    }
}

static void
ldr_entry_row_class_init (LdrEntryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ldr_entry_row_dispose;
  object_class->finalize = ldr_entry_row_finalize;
  object_class->get_property = ldr_entry_row_get_property;

  properties[PROP_ACCESSIBLE_NAME]
      = g_param_spec_string ("accessible-name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static GtkWidget *
make_mark (const char *icon_name, const char *tooltip)
{
  GtkWidget *mark = gtk_image_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (mark, tooltip);
  gtk_widget_add_css_class (mark, "dimmed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);

  return mark;
}

static GtkWidget *
make_label (const char *css_class, gboolean expand)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, expand);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
ldr_entry_row_init (LdrEntryRow *self)
{
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->chip_pool = g_ptr_array_new ();
  self->title = make_label ("heading", TRUE);
  self->discuss = make_mark ("leidraad-discuss-symbolic", _ ("To discuss"));
  self->pictures = make_mark ("image-x-generic-symbolic", _ ("With pictures"));
  self->date = make_label ("caption", FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (self->date), PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (self->date, "dimmed");
  gtk_widget_add_css_class (self->date, "numeric");
  gtk_box_append (GTK_BOX (top), self->title);
  gtk_box_append (GTK_BOX (top), self->discuss);
  gtk_box_append (GTK_BOX (top), self->pictures);
  gtk_box_append (GTK_BOX (top), self->date);

  self->excerpt = ldr_two_lines_new ();
  gtk_widget_add_css_class (self->excerpt, "caption");
  gtk_widget_add_css_class (self->excerpt, "dimmed");

  self->chips = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->chips), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->chips), 4);
  gtk_widget_set_margin_top (self->chips, 2);

  gtk_box_append (GTK_BOX (rows), top);
  gtk_box_append (GTK_BOX (rows), self->excerpt);
  gtk_box_append (GTK_BOX (rows), self->chips);
  gtk_widget_add_css_class (GTK_WIDGET (self), "entry-row");
  adw_bin_set_child (ADW_BIN (self), rows);
}

/**
 * ldr_entry_row_new:
 *
 * Makes a row that shows nothing yet.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
ldr_entry_row_new (void)
{
  return g_object_new (LDR_TYPE_ENTRY_ROW, NULL);
}

/**
 * ldr_entry_row_set_item:
 * @self: a row
 * @item: (nullable): the entry to show, or %NULL to let go of it and of its text
 *
 * Shows another entry and follows it as its summary arrives or changes.
 */
void
ldr_entry_row_set_item (LdrEntryRow *self, LdrEntryItem *item)
{
  g_return_if_fail (LDR_IS_ENTRY_ROW (self));

  if (self->item == item)
    return;

  if (self->item != NULL)
    g_clear_signal_handler (&self->notify_id, self->item);
  g_set_object (&self->item, item);
  if (item != NULL)
    self->notify_id = g_signal_connect_swapped (item, "notify::summary", G_CALLBACK (update), self);
  if (item != NULL || !gtk_widget_in_destruction (GTK_WIDGET (self)))
    update (self);
}

/**
 * ldr_entry_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the entry that the row shows
 */
LdrEntryItem *
ldr_entry_row_get_item (LdrEntryRow *self)
{
  g_return_val_if_fail (LDR_IS_ENTRY_ROW (self), NULL);

  return self->item;
}

/**
 * ldr_entry_row_get_accessible_name:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the whole row in one sentence; also the property `accessible-name`
 */
const char *
ldr_entry_row_get_accessible_name (LdrEntryRow *self)
{
  g_return_val_if_fail (LDR_IS_ENTRY_ROW (self), NULL);

  return self->accessible_name;
}

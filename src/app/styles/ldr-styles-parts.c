/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-styles-parts.h"

#include <glib/gi18n.h>
#include "ldr-styles-describe.h"

/**
 * ldr_parts_label:
 * @text: what it says
 * @css_class: (nullable): a class of the style sheet
 *
 * Returns: (transfer floating): a label that wraps and begins where one begins to read
 */
GtkWidget *
ldr_parts_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_WORD);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * ldr_parts_section:
 * @title: its heading
 * @text: (nullable): its first paragraph
 *
 * Returns: (transfer floating): a vertical box under a heading, to append to
 */
GtkWidget *
ldr_parts_section (const char *title, const char *text)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", title,
                                     "xalign", 0.0f, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (heading, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (box), heading);
  if (text != NULL)
    gtk_box_append (GTK_BOX (box), ldr_parts_label (text, NULL));
  return box;
}

/**
 * ldr_parts_card:
 * @spacing: between what is appended to it
 *
 * Returns: (transfer floating): a vertical box on a surface of its own
 */
GtkWidget *
ldr_parts_card (int spacing)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, spacing);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "style-section");
  return card;
}

/**
 * ldr_parts_bullets:
 * @style: a style
 * @list: one of its lists
 * @label: what the list holds, for a screen reader
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
ldr_parts_bullets (LdrStyle style, LdrStyleList list, const char *label)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_LIST, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  for (guint i = 0; i < ldr_style_get_list_length (style, list); i++)
    {
      const char *text = ldr_style_get_list_text (style, list, i);
      GtkWidget *row
          = g_object_new (GTK_TYPE_BOX, "spacing", 9, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
      GtkWidget *bullet = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      gtk_widget_add_css_class (bullet, "style-bullet");
      gtk_widget_set_valign (bullet, GTK_ALIGN_START);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      gtk_box_append (GTK_BOX (row), bullet);
      gtk_box_append (GTK_BOX (row), ldr_parts_label (text, NULL));
      gtk_widget_set_hexpand (gtk_widget_get_last_child (row), TRUE);
      gtk_box_append (GTK_BOX (box), row);
    }
  return box;
}

/**
 * ldr_parts_symbol:
 * @style: a style
 * @pixel_size: its size
 *
 * Returns: (transfer floating): the style's symbol in its colour; its name always stands beside it
 */
GtkWidget *
ldr_parts_symbol (LdrStyle style, int pixel_size)
{
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                                   ldr_style_get_icon_name (style), "pixel-size", pixel_size, NULL);
  g_autofree char *style_class = g_strconcat ("style-", ldr_style_to_id (style), NULL);

  gtk_widget_add_css_class (image, style_class);
  gtk_widget_add_css_class (image, "style-color");
  return image;
}

/**
 * ldr_parts_button:
 * @label: what it does, with a mnemonic
 * @action: the action that does it
 * @target: (nullable): what it is done to
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
ldr_parts_button (const char *label, const char *action, GVariant *target)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  GtkLabel *text = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  /* Three cards stand side by side, in languages with long words too. */
  gtk_label_set_wrap (text, TRUE);
  gtk_label_set_justify (text, GTK_JUSTIFY_CENTER);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

/**
 * ldr_parts_page:
 * @page: a page without a child
 * @width: how wide its content may become
 * @content: (out): the vertical box to fill
 *
 * Gives a page a header bar and a content that scrolls.
 *
 * Returns: (transfer none): the header bar
 */
GtkWidget *
ldr_parts_page (AdwNavigationPage *page, int width, GtkWidget **content)
{
  GtkWidget *toolbar_view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 36);
  gtk_widget_set_margin_start (box, 15);
  gtk_widget_set_margin_end (box, 15);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), width);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar_view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar_view), scroller);
  adw_navigation_page_set_child (page, toolbar_view);
  *content = box;
  return header;
}

/**
 * ldr_parts_clear:
 * @box: a box
 *
 * Takes everything out of it.
 */
void
ldr_parts_clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* --- Tables --- */

static GtkWidget *
make_cell (const char *text, gboolean heading, gboolean first)
{
  GtkWidget *cell = g_object_new (GTK_TYPE_LABEL, "accessible-role",
                                  heading ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER : GTK_ACCESSIBLE_ROLE_CELL, "label", text,
                                  "xalign", first ? 0.0f : 1.0f, "wrap", heading || first, "natural-wrap-mode",
                                  GTK_NATURAL_WRAP_WORD, "hexpand", first, NULL);

  /* On a narrow screen a long word would rather be broken than push the table out of sight. */
  gtk_label_set_wrap_mode (GTK_LABEL (cell), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (cell), first ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_RIGHT);
  gtk_widget_add_css_class (cell, first ? "table-first" : "numeric");
  if (heading)
    gtk_widget_add_css_class (cell, "caption-heading");
  return cell;
}

static void
add_table_row (GtkWidget *table, const char *const *cells, gboolean heading)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "spacing", 12, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, NULL);
  GPtrArray *groups = g_object_get_data (G_OBJECT (table), "columns");

  gtk_widget_add_css_class (row, "table-row");
  for (guint i = 0; cells[i] != NULL; i++)
    {
      GtkWidget *cell = make_cell (cells[i], heading, i == 0);

      if (i == groups->len)
        g_ptr_array_add (groups, gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL));
      gtk_size_group_add_widget (g_ptr_array_index (groups, i), cell);
      gtk_box_append (GTK_BOX (row), cell);
    }
  gtk_box_append (GTK_BOX (table), row);
}

/**
 * ldr_parts_table:
 * @label: what it shows, for a screen reader
 * @headings: (array zero-terminated=1): of its columns
 *
 * Returns: (transfer floating): a table without rows
 */
GtkWidget *
ldr_parts_table (const char *label, const char *const *headings)
{
  GtkWidget *table = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_TABLE, NULL);

  g_object_set_data_full (G_OBJECT (table), "columns", g_ptr_array_new_with_free_func (g_object_unref),
                          (GDestroyNotify) g_ptr_array_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  add_table_row (table, headings, TRUE);
  return table;
}

/**
 * ldr_parts_table_add:
 * @table: a table of ldr_parts_table()
 * @cells: (array zero-terminated=1): a text for each column
 *
 * Adds a row.
 */
void
ldr_parts_table_add (GtkWidget *table, const char *const *cells)
{
  add_table_row (table, cells, FALSE);
}

/* --- Bars --- */

/* The symbol and the name of a pitfall. */
static GtkWidget *
make_bar_head (LdrStyle pitfall)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = ldr_parts_label (ldr_style_get_pitfall_name (pitfall), NULL);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (head), ldr_parts_symbol (pitfall, 16));
  gtk_box_append (GTK_BOX (head), name);
  return head;
}

static GtkWidget *
make_bar_value (const char *words)
{
  GtkWidget *value = ldr_parts_label (words, "dimmed");

  gtk_widget_add_css_class (value, "numeric");
  gtk_label_set_xalign (GTK_LABEL (value), 1);
  gtk_label_set_justify (GTK_LABEL (value), GTK_JUSTIFY_RIGHT);
  return value;
}

static GtkWidget *
make_bar (LdrStyle pitfall, double mean, const char *words)
{
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, 4);
  g_autofree char *style_class = g_strconcat ("style-", ldr_style_to_id (pitfall), NULL);

  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), mean - 1);
  gtk_widget_add_css_class (bar, "pitfall-bar");
  gtk_widget_add_css_class (bar, style_class);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ldr_style_get_pitfall_name (pitfall), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
  return bar;
}

/**
 * ldr_parts_pitfall_bar:
 * @pitfall: a pitfall
 * @mean: how much it shows, 1 to 5
 * @before: (nullable): how much it showed the time before
 *
 * Returns: (transfer floating): its name, a bar and the same in words
 */
GtkWidget *
ldr_parts_pitfall_bar (LdrStyle pitfall, double mean, const double *before)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *head = make_bar_head (pitfall);
  g_autofree char *words = ldr_exposure_to_text (mean);
  g_autofree char *with_before = NULL;

  if (before != NULL)
    /* Translators: how much a pitfall shows, such as "3.8 of 5, often", and how much it showed the time before */
    with_before = g_strdup_printf (_ ("%s (before: %.1f)"), words, *before);
  gtk_box_append (GTK_BOX (head), make_bar_value (with_before != NULL ? with_before : words));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), make_bar (pitfall, mean, with_before != NULL ? with_before : words));
  return box;
}

/**
 * ldr_parts_has_exposure:
 * @overview: what the journal knows
 *
 * Returns: whether anybody answered on the pitfalls
 */
gboolean
ldr_parts_has_exposure (const LdrStyleOverview *overview)
{
  return overview->latest_pitfalls != NULL || overview->n_pitfall_observers > 0;
}

/**
 * ldr_parts_exposure:
 * @overview: what the journal knows, with answers on the pitfalls
 * @pitfall: a pitfall
 *
 * Returns: (transfer floating): how much it shows in the leader's own eyes and below that in those of observers, as
 * bars and in words; of the two what there is
 */
GtkWidget *
ldr_parts_exposure (const LdrStyleOverview *overview, LdrStyle pitfall)
{
  const double *before = overview->previous_pitfalls != NULL ? &overview->previous_exposure.mean[pitfall] : NULL;
  g_autofree char *words = ldr_exposure_describe_observers (overview, pitfall);
  GtkWidget *box, *bar;

  if (overview->latest_pitfalls != NULL)
    {
      box = ldr_parts_pitfall_bar (pitfall, overview->exposure.mean[pitfall], before);
    }
  else
    {
      box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
      gtk_box_append (GTK_BOX (box), make_bar_head (pitfall));
    }
  if (words == NULL)
    return box;
  bar = make_bar (pitfall, overview->observers_exposure.mean[pitfall], words);
  gtk_widget_add_css_class (bar, "observed");
  gtk_box_append (GTK_BOX (box), make_bar_value (words));
  gtk_box_append (GTK_BOX (box), bar);
  return box;
}

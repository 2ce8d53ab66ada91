/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-today-rows.h"

#include <glib/gi18n.h>
#include "app/widgets/ldr-style-chip.h"

#define KEY "ldr-today-row"

static GtkWidget *
row_new (const char *title, const char *subtitle, int title_lines)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), title_lines);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
add_arrow (GtkWidget *row)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_accessible_update_property (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  gtk_widget_add_css_class (arrow, "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
}

/**
 * ldr_today_step_row_new:
 * @step: one of the first steps
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
ldr_today_step_row_new (LdrFirstSteps step)
{
  const char *title = "", *subtitle = "", *icon = "";
  GtkWidget *row;

  switch (step)
    {
    case LDR_FIRST_STEP_ENTRY:
      icon = "document-edit-symbolic";
      title = _ ("Write a first entry");
      subtitle = _ ("It can be a single line.");
      break;
    case LDR_FIRST_STEP_PROFILE:
      icon = "leidraad-radar-symbolic";
      title = _ ("Find out which style comes naturally");
      subtitle = _ ("Twenty short situations, about five minutes. You can pause.");
      break;
    case LDR_FIRST_STEP_GOAL:
      icon = "leidraad-goals-symbolic";
      title = _ ("Set a first goal");
      subtitle = _ ("Something small to see more of, or less.");
      break;
    case LDR_FIRST_STEP_SHEET:
      icon = "leidraad-lock-symbolic";
      title = _ ("Put the recovery sheet in a safe place");
      subtitle = _ ("It opens the journal if the passphrase is ever forgotten.");
      break;
    }
  row = row_new (title, subtitle, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  add_arrow (row);
  g_object_set_data (G_OBJECT (row), KEY, GINT_TO_POINTER (step));
  return row;
}

LdrFirstSteps
ldr_today_step_row_get_step (GtkListBoxRow *row)
{
  return (LdrFirstSteps) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), KEY));
}

static void
discard_cb (GtkWidget *row, GtkButton *button)
{
  ldr_today_drafts_discard (g_object_get_data (G_OBJECT (button), KEY), g_object_get_data (G_OBJECT (row), KEY));
}

/**
 * ldr_today_draft_row_new:
 * @drafts: what discards a draft
 * @draft: a reflection that is being written
 * @today: today's civil date
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
ldr_today_draft_row_new (LdrTodayDrafts *drafts, LdrReflection *draft, int today)
{
  g_autoptr (LdrTodayRow) text = ldr_draft_describe (draft, today);
  GtkWidget *row = row_new (text->title, text->subtitle, 2);
  GtkWidget *discard = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: %s is the title of a path, or a question */
  g_autofree char *name = g_strdup_printf (_ ("Discard “%s”"), text->title);

  gtk_widget_set_tooltip_text (discard, _ ("Discard"));
  gtk_widget_set_valign (discard, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (discard, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (discard), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (discard), KEY, g_object_ref (drafts), g_object_unref);
  g_object_set_data_full (G_OBJECT (row), KEY, ldr_reflection_ref (draft), (GDestroyNotify) ldr_reflection_unref);
  g_signal_connect_object (discard, "clicked", G_CALLBACK (discard_cb), row, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), discard);
  add_arrow (row);
  return row;
}

LdrReflection *
ldr_today_draft_row_get_draft (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), KEY);
}

/**
 * ldr_today_path_row_new:
 * @path: a path
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
ldr_today_path_row_new (LdrPath *path)
{
  g_autoptr (LdrTodayRow) text = ldr_path_describe (path);
  GtkWidget *row = row_new (text->title, text->subtitle, 0);

  g_object_set_data_full (G_OBJECT (row), KEY, ldr_path_ref (path), (GDestroyNotify) ldr_path_unref);
  add_arrow (row);
  return row;
}

LdrPath *
ldr_today_path_row_get_path (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), KEY);
}

static void
append_chips (GtkWidget *box, LdrStyleSet set, gboolean pitfall)
{
  for (guint style = 0; style < LDR_N_STYLES; style++)
    if (set & LDR_STYLE_BIT (style))
      adw_wrap_box_append (ADW_WRAP_BOX (box), ldr_style_chip_new ((LdrStyle) style, pitfall));
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * ldr_today_entry_row_new:
 * @summary: an entry
 * @today: today's civil date
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
ldr_today_entry_row_new (const LdrSummary *summary, int today)
{
  g_autoptr (LdrTodayRow) text = ldr_recent_describe (summary, today);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *chips = adw_wrap_box_new ();
  g_autofree char *name = g_strdup_printf ("%s, %s", text->title, text->subtitle);

  gtk_box_append (GTK_BOX (box), make_label (text->title, "title"));
  gtk_box_append (GTK_BOX (box), make_label (text->subtitle, "caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dimmed");
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (chips), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (chips), 4);
  append_chips (chips, summary->styles, FALSE);
  append_chips (chips, summary->pitfalls, TRUE);
  gtk_widget_set_margin_top (chips, 3);
  gtk_widget_set_visible (chips, summary->styles != 0 || summary->pitfalls != 0);
  gtk_box_append (GTK_BOX (box), chips);
  gtk_widget_add_css_class (row, "today-entry");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), KEY, g_strdup (summary->id), g_free);
  return row;
}

const char *
ldr_today_entry_row_get_id (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), KEY);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-style-goals.h"

#include <glib/gi18n.h>

#include "app/goals/ldr-goal-row.h"
#include "ldr-styles-parts.h"
#include "store/ldr-store-goals.h"

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, gpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (list), "place.open-goal", "s", ldr_goal_row_get_id (row));
}

static GtkWidget *
make_list (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (list, "row-activated", G_CALLBACK (activated_cb), NULL);
  return list;
}

/**
 * ldr_style_goals_new:
 * @courses: (element-type LdrGoalCourse): goals of @style, in the order in which they are shown
 * @style: a style
 * @pitfall: whether to show those that tame its pitfall, or all others
 * @today: today's civil date
 * @narrow: whether there is little room
 *
 * Returns: (transfer floating): a section with the goals
 */
GtkWidget *
ldr_style_goals_new (GPtrArray *courses, LdrStyle style, gboolean pitfall, int today, gboolean narrow)
{
  const char *title = pitfall ? _ ("Goals with this pitfall") : _ ("Goals with this style");
  GtkWidget *section = ldr_parts_section (title, NULL);
  GtkWidget *list = make_list (title);
  GtkWidget *button = ldr_parts_button (pitfall ? _ ("_Tame This Pitfall…") : _ ("_Grow This Strength…"),
                                        "place.new-goal", g_variant_new ("(ib)", (int) style, pitfall));

  for (guint i = 0; i < courses->len; i++)
    {
      LdrGoalCourse *course = g_ptr_array_index (courses, i);

      if ((course->goal->kind == LDR_GOAL_PITFALL) == pitfall)
        gtk_list_box_append (GTK_LIST_BOX (list), ldr_goal_row_new (course, today, narrow, NULL));
    }
  gtk_box_append (GTK_BOX (section), list);
  gtk_widget_set_visible (list, gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0) != NULL);
  gtk_widget_set_margin_top (button, 6);
  gtk_box_append (GTK_BOX (section), button);
  return section;
}

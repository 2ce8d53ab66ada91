/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-goal-row.h"

#include <adwaita.h>

#include "app/widgets/ldr-style-chip.h"
#include "app/widgets/ldr-words.h"
#include "chart/ldr-sparkline.h"
#include "ldr-goals-describe.h"
#include "report/progress/ldr-progress-words.h"

#define KEY "ldr-goal"

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = ldr_words_new (text, css_class);

  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  return label;
}

/**
 * ldr_goal_line_new:
 * @goal: a goal
 * @subtitle: what is said about it
 * @narrow: whether there is little room
 *
 * Returns: (transfer floating): the chip of its style, with @subtitle beside or below it
 */
GtkWidget *
ldr_goal_line_new (const LdrGoal *goal, GtkWidget *subtitle, gboolean narrow)
{
  /* A wrap box puts what it has to make narrower out of sight where one reads from right to left. */
  GtkWidget *line = narrow ? gtk_box_new (GTK_ORIENTATION_VERTICAL, 3) : adw_wrap_box_new ();
  GtkWidget *chip = NULL;

  if (goal->style >= 0)
    chip = ldr_style_chip_new ((LdrStyle) goal->style, goal->kind == LDR_GOAL_PITFALL);
  if (narrow)
    {
      if (chip != NULL)
        {
          gtk_widget_set_halign (chip, GTK_ALIGN_START);
          gtk_box_append (GTK_BOX (line), chip);
        }
      gtk_box_append (GTK_BOX (line), subtitle);
      return line;
    }
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (line), 9);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (line), 3);
  if (chip != NULL)
    adw_wrap_box_append (ADW_WRAP_BOX (line), chip);
  adw_wrap_box_append (ADW_WRAP_BOX (line), subtitle);
  return line;
}

static GtkWidget *
make_words (const LdrGoal *goal, const LdrGoalRowDescription *description, gboolean narrow)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *subtitle = make_label (description->subtitle, "dimmed");

  gtk_widget_add_css_class (subtitle, "caption");
  gtk_box_append (GTK_BOX (words), make_label (description->title, "heading"));
  gtk_box_append (GTK_BOX (words), ldr_goal_line_new (goal, subtitle, narrow));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  return words;
}

static GtkWidget *
make_sparkline (const LdrGoal *goal, const LdrGoalRowDescription *description)
{
  GtkWidget *sparkline = ldr_sparkline_new ();

  ldr_sparkline_set_points (LDR_SPARKLINE (sparkline), (const LdrChartPoint *) description->points->data,
                            description->points->len);
  ldr_sparkline_set_range (LDR_SPARKLINE (sparkline), description->low, description->high);
  gtk_widget_add_css_class (sparkline, ldr_progress_words_class (goal->style));
  gtk_widget_set_size_request (sparkline, 64, 24);
  gtk_widget_set_valign (sparkline, GTK_ALIGN_CENTER);
  return sparkline;
}

/* The course and where it stands: beside the words, or below them where there is no room. */
static GtkWidget *
make_tail (const LdrGoal *goal, const LdrGoalRowDescription *description, gboolean narrow)
{
  GtkWidget *tail = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *value;

  if (description->points->len > 1)
    {
      GtkWidget *sparkline = make_sparkline (goal, description);

      gtk_widget_set_hexpand (sparkline, narrow);
      gtk_box_append (GTK_BOX (tail), sparkline);
    }
  if (description->value != NULL)
    {
      value = gtk_label_new (description->value);
      gtk_widget_add_css_class (value, "title-4");
      gtk_widget_add_css_class (value, "numeric");
      gtk_label_set_width_chars (GTK_LABEL (value), narrow ? -1 : 4);
      gtk_label_set_xalign (GTK_LABEL (value), 1);
      gtk_box_append (GTK_BOX (tail), value);
    }
  gtk_widget_set_visible (tail, gtk_widget_get_first_child (tail) != NULL);
  return tail;
}

/**
 * ldr_goal_row_new:
 * @course: a goal with its course of late
 * @today: today's civil day
 * @narrow: whether there is little room
 * @handle: (nullable): by what it is dragged
 *
 * Returns: (transfer floating): a row for a #GtkListBox
 */
GtkWidget *
ldr_goal_row_new (LdrGoalCourse *course, int today, gboolean narrow, GtkWidget *handle)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *content = gtk_box_new (narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, narrow ? 6 : 12);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autoptr (LdrGoalRowDescription) description = ldr_goal_row_describe (course, today);

  gtk_box_append (GTK_BOX (content), make_words (course->goal, description, narrow));
  gtk_box_append (GTK_BOX (content), make_tail (course->goal, description, narrow));
  if (handle != NULL)
    gtk_box_append (GTK_BOX (box), handle);
  gtk_box_append (GTK_BOX (box), content);
  gtk_widget_add_css_class (arrow, "dimmed");
  gtk_box_append (GTK_BOX (box), arrow);
  gtk_widget_add_css_class (box, "goal-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, description->accessible, -1);
  g_object_set_data_full (G_OBJECT (row), KEY, g_strdup (course->goal->id), g_free);
  return row;
}

/**
 * ldr_goal_row_get_id:
 * @row: a row of ldr_goal_row_new()
 *
 * Returns: its goal's id
 */
const char *
ldr_goal_row_get_id (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), KEY);
}

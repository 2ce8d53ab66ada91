/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-sessions-parts.h"

#include <glib/gi18n.h>

#include "app/styles/ldr-styles-parts.h"
#include "app/today/ldr-today-describe.h"
#include "chart/ldr-sparkline.h"
#include "ldr-sessions-describe.h"
#include "ldr-sessions-rows.h"

/**
 * ldr_session_column_new:
 * @content: (out): the vertical box to fill
 *
 * Returns: (transfer floating): a column that scrolls
 */
GtkWidget *
ldr_session_column_new (GtkWidget **content)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 36);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 700);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 500);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  *content = box;
  return scroller;
}

/**
 * ldr_session_group_new:
 * @title: its heading
 * @description: (nullable): what stands below it
 * @list: (out) (optional): a list in it
 *
 * Returns: (transfer floating): a group
 */
GtkWidget *
ldr_session_group_new (const char *title, const char *description, GtkWidget **list)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  if (list != NULL)
    {
      *list = ldr_session_list_new (title);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), *list);
    }
  return group;
}

/**
 * ldr_session_symbol_new:
 * @style: a style
 *
 * Returns: (transfer floating): its symbol at the beginning of a row that names it
 */
GtkWidget *
ldr_session_symbol_new (LdrStyle style)
{
  return ldr_parts_symbol (style, 16);
}

/**
 * ldr_session_entry_row_new:
 * @summary: an entry
 * @today: today's civil date
 *
 * Returns: (transfer floating): its row, which opens it for reading
 */
GtkWidget *
ldr_session_entry_row_new (const LdrSummary *summary, int today)
{
  g_autoptr (LdrTodayRow) text = ldr_recent_describe (summary, today);
  GtkWidget *row = ldr_session_plain_row_new (text->title, text->subtitle);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", summary->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "session.read");
  return row;
}

static GtkWidget *
make_sparkline (const LdrGoalCourse *course)
{
  GtkWidget *line = ldr_sparkline_new ();
  g_autofree LdrChartPoint *points = g_new0 (LdrChartPoint, MAX (course->check_ins->len, 1));

  for (guint i = 0; i < course->check_ins->len; i++)
    {
      const LdrCheckIn *check_in = g_ptr_array_index (course->check_ins, i);

      points[i] = (LdrChartPoint) { check_in->day, check_in->value };
    }
  ldr_sparkline_set_points (LDR_SPARKLINE (line), points, course->check_ins->len);
  if (ldr_goal_get_measure (course->goal)->kind == LDR_MEASURE_SCALE)
    ldr_sparkline_set_range (LDR_SPARKLINE (line), 0, LDR_SCALE_MAX);
  if (course->goal->style >= 0)
    {
      g_autofree char *style_class = g_strconcat ("chart-", ldr_style_to_id ((LdrStyle) course->goal->style), NULL);

      gtk_widget_add_css_class (line, style_class);
    }
  gtk_widget_set_valign (line, GTK_ALIGN_CENTER);
  return line;
}

/**
 * ldr_session_goal_row_new:
 * @course: a goal with its last check-ins
 * @today: today's civil date
 *
 * Returns: (transfer floating): its row with its course, which leads to the goal
 */
GtkWidget *
ldr_session_goal_row_new (const LdrGoalCourse *course, int today)
{
  g_autofree char *subtitle = ldr_course_describe (course);
  GtkWidget *row = ldr_session_plain_row_new (ldr_goal_get_statement (course->goal), subtitle);

  if (course->goal->style >= 0)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), ldr_session_symbol_new ((LdrStyle) course->goal->style));
  if (ldr_goal_course_get_last (course, FALSE) != NULL)
    {
      GtkWidget *line = make_sparkline (course);

      ldr_sparkline_set_label (LDR_SPARKLINE (line), subtitle);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), line);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", course->goal->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "place.open-goal");
  return row;
}

static char *
fingerprint_actions (GPtrArray *actions, int today)
{
  GString *string = g_string_new (NULL);

  g_string_append_printf (string, "%d\n", today);
  for (guint i = 0; i < actions->len; i++)
    {
      const LdrAction *action = g_ptr_array_index (actions, i);

      g_string_append_printf (string, "%s\t%s\t%d\t%s\t%d\t%d\n", action->id, action->text, action->owner,
                              action->owner_name, action->due, action->state);
    }
  return g_string_free_and_steal (string);
}

/**
 * ldr_session_fill_actions:
 * @list: a list
 * @actions: (element-type LdrAction): what it is to show
 * @news: what else the journal knows
 *
 * Shows actions in a list, unless it shows them already.
 *
 * Returns: whether its rows are new
 */
gboolean
ldr_session_fill_actions (GtkWidget *list, GPtrArray *actions, const LdrSessionNews *news)
{
  g_autofree char *fingerprint = fingerprint_actions (actions, news->today);

  if (!ldr_session_list_is_new (list, fingerprint))
    return FALSE;
  ldr_session_list_begin (list);
  for (guint i = 0; i < actions->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         ldr_action_row_new (g_ptr_array_index (actions, i), news->info, news->today));
  ldr_session_list_end (list);
  return TRUE;
}

static void
add_widgets (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, g_object_ref (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_widgets (child, type, found);
}

/**
 * ldr_session_find_widgets:
 * @widget: where to look
 * @type: what for
 *
 * Returns: (transfer full) (element-type GtkWidget): all of that type
 */
GPtrArray *
ldr_session_find_widgets (GtkWidget *widget, GType type)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  add_widgets (widget, type, found);
  return found;
}

/**
 * ldr_session_fingerprint_entries:
 * @entries: (element-type LdrSummary): entries
 *
 * Returns: (transfer full): what changes when a list of them has to be made anew
 */
char *
ldr_session_fingerprint_entries (GPtrArray *entries)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const LdrSummary *summary = g_ptr_array_index (entries, i);

      g_string_append_printf (string, "%s\t%d\t%s\t%s\n", summary->id, summary->day, summary->title, summary->excerpt);
    }
  return g_string_free_and_steal (string);
}

/**
 * ldr_session_fingerprint_goals:
 * @goals: (element-type LdrGoalCourse): goals
 *
 * Returns: (transfer full): what changes when a list of them has to be made anew
 */
char *
ldr_session_fingerprint_goals (GPtrArray *goals)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < goals->len; i++)
    {
      const LdrGoalCourse *course = g_ptr_array_index (goals, i);
      const LdrCheckIn *last = ldr_goal_course_get_last (course, TRUE);

      g_string_append_printf (string, "%s\t%" G_GINT64_FORMAT "\t%s\t%" G_GINT64_FORMAT "\n", course->goal->id,
                              course->goal->changed, last != NULL ? last->id : "", last != NULL ? last->moment : 0);
    }
  return g_string_free_and_steal (string);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-goal-parts.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/styles/ldr-styles-parts.h"
#include "chart/ldr-sparkline.h"
#include "ldr-check-in-describe.h"
#include "ldr-goal-row.h"
#include "ldr-goals-describe.h"
#include "model/ldr-moment.h"
#include "model/ldr-strength.h"
#include "report/ldr-coaching-words.h"
#include "report/progress/ldr-progress-words.h"

/* How many check-ins are listed before one asks for more. */
#define FEW 8

/* --- The head --------------------------------------------------------------------------------------------------------
 */

static void
add_chips (GtkWidget *box, const LdrGoal *goal, int today)
{
  g_autofree char *subtitle = ldr_goal_subtitle_describe (goal, today);
  gboolean is_rtl = gtk_widget_get_direction (box) == GTK_TEXT_DIR_RTL;

  gtk_box_append (GTK_BOX (box), ldr_goal_line_new (goal, ldr_parts_label (subtitle, "dimmed"), is_rtl));
}

static void
add_paragraph (GtkWidget *box, const char *title, const char *text)
{
  if (text[0] != '\0')
    gtk_box_append (GTK_BOX (box), ldr_parts_section (title, text));
}

static char *
describe_success_title (const char *leader)
{
  if (leader == NULL)
    return g_strdup (_ ("I will know it works when"));
  /* Translators: the heading above what tells that a goal works; %s is a leader's name */
  return g_strdup_printf (_ ("%s will know it works when"), leader);
}

/**
 * ldr_goal_head_fill:
 * @box: a vertical box
 * @goal: a goal
 * @leader: (nullable): the leader's name if the text is to speak about the leader
 * @today: today's civil day
 *
 * Shows what a goal is and why.
 */
void
ldr_goal_head_fill (GtkWidget *box, const LdrGoal *goal, const char *leader, int today)
{
  g_autofree char *success = describe_success_title (leader);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label",
                                   ldr_goal_get_statement (goal), "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "selectable", FALSE, NULL);

  ldr_parts_clear (box);
  gtk_widget_add_css_class (title, "title-2");
  gtk_accessible_update_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1, -1);
  add_chips (box, goal, today);
  gtk_box_append (GTK_BOX (box), title);
  add_paragraph (box, _ ("Why"), goal->why);
  add_paragraph (box, success, goal->success);
  add_paragraph (box, _ ("The experiment: what if"), goal->hypothesis);
  add_paragraph (box, _ ("What was learned"), goal->learned);
}

/* --- Where it stands -------------------------------------------------------------------------------------------------
 */

/* Returns: the line of the number, for what stands beside it */
static GtkWidget *
add_stat (GtkWidget *wrap_box, const char *name, const char *value)
{
  GtkWidget *stat = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 2,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *number = gtk_label_new (value);
  GtkWidget *caption = ldr_parts_label (name, "caption");
  /* Translators: for a screen reader: what a number is, and the number */
  g_autofree char *label = g_strdup_printf (_ ("%s: %s"), name, value);

  gtk_label_set_xalign (GTK_LABEL (number), 0);
  gtk_widget_add_css_class (number, "title-3");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (caption, "dimmed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (stat), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (line), number);
  gtk_box_append (GTK_BOX (stat), line);
  gtk_box_append (GTK_BOX (stat), caption);
  adw_wrap_box_append (ADW_WRAP_BOX (wrap_box), stat);
  return line;
}

static void
add_strength (GtkWidget *wrap_box, const LdrGoalNews *news, int today)
{
  g_autoptr (GArray) series = ldr_strength_get_series (news->goal, news->check_ins, today);
  g_autofree LdrChartPoint *points = g_new0 (LdrChartPoint, series->len + 1);
  g_autofree char *value = NULL;
  GtkWidget *line, *sparkline;

  if (series->len == 0)
    return;
  for (guint i = 0; i < series->len; i++)
    {
      const LdrStrengthPoint *point = &g_array_index (series, LdrStrengthPoint, i);

      points[i] = (LdrChartPoint) { point->day, point->strength };
    }
  value = ldr_goal_strength_describe (points[series->len - 1].value);
  /* Translators: how steady a goal has become, as a percentage */
  line = add_stat (wrap_box, _ ("Strength"), value);
  gtk_widget_set_tooltip_text (gtk_widget_get_parent (line),
                               _ ("How steady it has become: it grows with every check-in near the target, and a "
                                  "missed day only dents it."));
  sparkline = ldr_sparkline_new ();
  ldr_sparkline_set_points (LDR_SPARKLINE (sparkline), points, series->len);
  ldr_sparkline_set_range (LDR_SPARKLINE (sparkline), 0, 1);
  gtk_widget_add_css_class (sparkline, ldr_progress_words_class (news->goal->style));
  /* No higher than the number, so that all numbers stand on one line. */
  gtk_widget_set_size_request (sparkline, 72, 18);
  gtk_widget_set_valign (sparkline, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), sparkline);
}

/**
 * ldr_goal_stats_fill:
 * @box: a box
 * @news: a goal with its check-ins
 * @today: today's civil day
 *
 * Shows the plain values, with the strength beside them.
 */
void
ldr_goal_stats_fill (GtkWidget *box, const LdrGoalNews *news, int today)
{
  const LdrMeasure *measure = ldr_goal_get_measure (news->goal);
  GtkWidget *wrap_box = adw_wrap_box_new ();
  g_autofree char *now = ldr_goal_value_describe (news->goal, news->check_ins, today);
  g_autofree char *start = ldr_measure_format_value (measure, measure->start);
  g_autofree char *target = ldr_measure_format_value (measure, measure->target);
  g_autofree char *due = ldr_goal_due_describe (news->goal, news->check_ins, today);

  ldr_parts_clear (box);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (wrap_box), 30);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (wrap_box), 12);
  if (now != NULL)
    add_stat (wrap_box, measure->kind == LDR_MEASURE_WEEKLY ? _ ("This week") : _ ("Now"), now);
  if (!isnan (measure->start) && measure->kind != LDR_MEASURE_WEEKLY)
    add_stat (wrap_box, _ ("Start"), start);
  if (measure->kind != LDR_MEASURE_WEEKLY)
    add_stat (wrap_box, _ ("Target"), target);
  else
    add_stat (wrap_box, measure->better > 0 ? _ ("At least a week") : _ ("At most a week"), target);
  add_strength (wrap_box, news, today);
  gtk_box_append (GTK_BOX (box), wrap_box);
  if (due != NULL)
    gtk_box_append (GTK_BOX (box), ldr_parts_label (due, "dimmed"));
}

/* --- The check-ins ---------------------------------------------------------------------------------------------------
 */

/* Days of the week begin with a small letter in many languages, a line does not. */
static char *
format_day (int day)
{
  g_autofree char *date = ldr_day_format (day, C_ ("check-in", "%A %-e %B %Y"));
  g_autofree char *first = g_utf8_substring (date, 0, 1);
  g_autofree char *capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, date + strlen (first), NULL);
}

static void
add_mark (GtkWidget *list, const LdrGoal *goal, const LdrCheckIn *check_in, int today)
{
  const LdrGoalVersion *version = ldr_goal_find_version (goal, check_in->version);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *value = ldr_check_in_describe_value (version->measure, check_in->value);
  g_autofree char *date = format_day (check_in->day);
  GtkWidget *label = gtk_label_new (value);
  GtkWidget *sign = gtk_image_new_from_icon_name ("document-edit-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), date);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), check_in->note);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, ldr_check_in_is_skipped (check_in) ? "dimmed" : "heading");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_widget_add_css_class (sign, "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), sign);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "i", check_in->day);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "goal.edit-check-in");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
add_version (GtkWidget *list, const LdrGoalVersion *version, int today)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *date = ldr_goal_day_describe (version->since, today);
  g_autofree char *measure = ldr_words_describe_measure (version->measure);
  /* Translators: where the wording of a goal changed: first a date, then how it is measured since */
  g_autofree char *subtitle = g_strdup_printf (_ ("Wording since %s, %s"), date, measure);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), version->statement);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (row, "property");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

/**
 * ldr_goal_marks_fill:
 * @box: a vertical box
 * @news: a goal with its check-ins
 * @all: whether all are shown, or only the latest
 * @today: today's civil day
 *
 * Lists check-ins, the latest first; where the wording changed it says so. A row answers to `goal.edit-check-in`.
 */
void
ldr_goal_marks_fill (GtkWidget *box, const LdrGoalNews *news, gboolean all, int today)
{
  GtkWidget *list = gtk_list_box_new ();
  guint n = news->check_ins->len, n_shown = all ? n : MIN (n, FEW);
  int version = ldr_goal_get_version (news->goal)->number;

  ldr_parts_clear (box);
  if (n == 0)
    {
      g_object_ref_sink (list);
      g_object_unref (list);
      gtk_box_append (GTK_BOX (box), ldr_parts_label (_ ("None yet."), "dimmed"));
      return;
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Check-ins"), -1);
  for (guint i = 0; i < n_shown; i++)
    {
      const LdrCheckIn *check_in = g_ptr_array_index (news->check_ins, n - 1 - i);

      for (; version > check_in->version; version--)
        add_version (list, ldr_goal_find_version (news->goal, version), today);
      add_mark (list, news->goal, check_in, today);
    }
  gtk_box_append (GTK_BOX (box), list);
  if (n > n_shown)
    {
      g_autofree char *label = g_strdup_printf (ngettext ("_Show %u Check-in", "_Show All %u Check-ins", n), n);

      gtk_box_append (GTK_BOX (box), ldr_parts_button (label, "goal.show-all", NULL));
    }
}

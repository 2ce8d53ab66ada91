/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-cli-coaching.h"

#include <glib/gi18n.h>

#include "chart/ldr-chart-ticks.h"
#include "ldr-cli.h"
#include "model/ldr-moment.h"
#include "report/ldr-coaching-words.h"
#include "report/ldr-json-goals.h"

/**
 * ldr_cli_print_json_array:
 * @values: what is in it
 * @print: prints one of them as an object
 * @user_data: data for @print
 *
 * Prints an array, each value on a line of its own.
 */
void
ldr_cli_print_json_array (GPtrArray *values, LdrCliPrintFunc print, gpointer user_data)
{
  ldr_cli_print ("[");
  for (guint i = 0; i < values->len; i++)
    {
      ldr_cli_print (i > 0 ? ",\n" : "\n");
      print (g_ptr_array_index (values, i), user_data);
    }
  ldr_cli_print (values->len > 0 ? "\n]\n" : "]\n");
}

/* A text below its heading, if there is any. */
void
ldr_cli_print_text (const char *heading, const char *text)
{
  if (text[0] != '\0')
    ldr_cli_print_format ("\n%s\n%s\n", heading, text);
}

/* Something to tick off. */
void
ldr_cli_print_point (const char *text, gboolean done)
{
  ldr_cli_print_format ("[%s] %s\n", done ? "x" : " ", text);
}

/* What was agreed, by whom and until when. */
void
ldr_cli_print_action (const LdrAction *action, const LdrJournalInfo *info)
{
  g_autofree char *due = action->due != 0 ? ldr_day_to_iso8601 (action->due) : NULL;

  ldr_cli_print_format ("%s  %s  %s", action->id, due != NULL ? due : "          ", action->text);
  ldr_cli_print_format (" (%s%s%s)\n", ldr_words_get_owner (action, info), action->state != LDR_ACTION_OPEN ? ", " : "",
                        action->state != LDR_ACTION_OPEN ? ldr_words_get_action_state (action->state) : "");
}

/* When and where a session is. */
void
ldr_cli_print_session_heading (const LdrSession *session)
{
  g_autoptr (GDateTime) local = ldr_moment_to_local (session->starts);
  /* Translators: the date and time of an entry, as g_date_time_format() takes it. */
  g_autofree char *starts = g_date_time_format (local, _ ("%A %-e %B %Y, %H:%M"));

  ldr_cli_print_format ("%s\n%s · ", starts, ldr_words_get_session_state (session->state));
  ldr_cli_print_format (ngettext ("%d minute", "%d minutes", (gulong) session->minutes), session->minutes);
  ldr_cli_print_format ("%s%s\n", session->location[0] != '\0' ? " · " : "", session->location);
  if (session->deleted != 0)
    ldr_cli_print_format ("%s\n", _ ("In the trash"));
}

/* Where a goal stands: by its last check-in; of times a week, by the week that @today is in. */
static char *
describe_standing (const LdrGoalCourse *course, int today)
{
  const LdrCheckIn *last = ldr_goal_course_get_last (course, FALSE);
  const LdrGoalVersion *version = last != NULL ? ldr_goal_find_version (course->goal, last->version) : NULL;
  GDateWeekday first = (GDateWeekday) (G_DATE_MONDAY + ldr_chart_get_first_weekday ());
  int times;

  if (ldr_goal_get_measure (course->goal)->kind == LDR_MEASURE_WEEKLY)
    {
      times = ldr_goal_count_week (course->goal, course->check_ins, today, first);
      return g_strdup_printf (ngettext ("%d time this week", "%d times this week", (gulong) times), times);
    }
  return version != NULL ? ldr_measure_format_value (version->measure, last->value) : NULL;
}

/* The day of the next check-in that a goal asks for, or 0. */
static int
get_next (const LdrGoal *goal, int today)
{
  LdrRhythm rhythm = ldr_goal_get_rhythm (goal);
  int next = ldr_rhythm_get_next (&rhythm, today);

  while (next != 0 && next < goal->returns && ldr_goal_get_state (goal, next) == LDR_GOAL_PAUSED)
    next = ldr_rhythm_get_next (&rhythm, next);
  return next != 0 && ldr_goal_get_state (goal, next) == LDR_GOAL_ACTIVE ? next : 0;
}

/* A goal on one line with where it stands. */
void
ldr_cli_print_goal_course (const LdrGoalCourse *course, int today)
{
  const LdrGoal *goal = course->goal;
  g_autofree char *value = describe_standing (course, today);
  int next = course->due == 0 ? get_next (goal, today) : 0;
  g_autofree char *measure = ldr_words_describe_measure (ldr_goal_get_measure (goal));

  ldr_cli_print_format ("%s  %s  %s  (%s%s%s", goal->id, ldr_words_get_goal_state (ldr_goal_get_state (goal, today)),
                        ldr_goal_get_statement (goal), value != NULL ? value : "", value != NULL ? "; " : "", measure);
  if (course->due != 0)
    {
      g_autofree char *due = ldr_day_to_iso8601 (course->due);

      ldr_cli_print ("; ");
      /* Translators: of a goal; %s is a date. */
      ldr_cli_print_format (_ ("check-in due since %s"), due);
    }
  if (next != 0)
    {
      g_autofree char *day = ldr_day_to_iso8601 (next);

      ldr_cli_print ("; ");
      /* Translators: of a goal; %s is a date. */
      ldr_cli_print_format (_ ("next check-in on %s"), day);
    }
  ldr_cli_print (")\n");
}

/**
 * ldr_cli_append_goal_course:
 * @out: a text that ends within an object
 * @course: a goal with its course
 * @today: the civil day
 *
 * Appends the members of the goal as an export has them, with its last check-ins; "due", a date, while it waits for
 * one, or "next", the date of the next that it asks for; and of times a week "week", how often it was since Monday.
 */
void
ldr_cli_append_goal_course (GString *out, const LdrGoalCourse *course, int today)
{
  g_autofree char *due = course->due != 0 ? ldr_day_to_iso8601 (course->due) : NULL;
  int next_day = due == NULL ? get_next (course->goal, today) : 0;
  g_autofree char *next = next_day != 0 ? ldr_day_to_iso8601 (next_day) : NULL;

  ldr_json_append_goal (out, course->goal, course->check_ins);
  if (due != NULL)
    g_string_append_printf (out, ",\"due\":\"%s\"", due);
  if (next != NULL)
    g_string_append_printf (out, ",\"next\":\"%s\"", next);
  if (ldr_goal_get_measure (course->goal)->kind == LDR_MEASURE_WEEKLY)
    g_string_append_printf (out, ",\"week\":%d",
                            ldr_goal_count_week (course->goal, course->check_ins, today, G_DATE_MONDAY));
}

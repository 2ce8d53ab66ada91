/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-cli-coaching.h"

#include <glib/gi18n.h>

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

/* A goal on one line with where it stands. */
void
ldr_cli_print_goal_course (const LdrGoalCourse *course, int today)
{
  const LdrGoal *goal = course->goal;
  const LdrCheckIn *last = ldr_goal_course_get_last (course, FALSE);
  const LdrGoalVersion *version = last != NULL ? ldr_goal_find_version (goal, last->version) : NULL;
  g_autofree char *value = version != NULL ? ldr_measure_format_value (version->measure, last->value) : NULL;
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
  ldr_cli_print (")\n");
}

/**
 * ldr_cli_append_goal_course:
 * @out: a text that ends within an object
 * @course: a goal with its course
 *
 * Appends the members of the goal as an export has them, with its last check-ins, and "due", a date, while it waits for
 * one.
 */
void
ldr_cli_append_goal_course (GString *out, const LdrGoalCourse *course)
{
  g_autofree char *due = course->due != 0 ? ldr_day_to_iso8601 (course->due) : NULL;

  ldr_json_append_goal (out, course->goal, course->check_ins);
  if (due != NULL)
    g_string_append_printf (out, ",\"due\":\"%s\"", due);
}

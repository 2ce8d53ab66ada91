/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-progress-course.h"

#include <glib/gi18n.h>
#include <math.h>
#include "ldr-progress-words.h"
#include "model/ldr-trend.h"

/* Which way goals went, in words. */

/* Of more goals than this it is only said how many went which way. */
#define MOST_TOLD 3

static char *
say_value (const LdrCourse *self, double value, gboolean with_unit)
{
  if (self->measure->kind == LDR_MEASURE_WEEKLY && with_unit)
    return g_strdup_printf (ngettext ("%d time a week", "%d times a week", (gulong) value), (int) value);
  return ldr_measure_format_value (self->measure, value);
}

/* Values that are too few to speak of a course are told as they are. */
static char *
say_values (const LdrCourse *self, const char *name, int today)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (self->values->len, g_free, TRUE);
  g_autofree char *list = NULL;

  for (guint i = 0; i < self->values->len; i++)
    g_ptr_array_add (parts, say_value (self, ldr_course_get_value (self, i)->value, FALSE));
  list = ldr_progress_words_list ((const char *const *) parts->pdata);
  if (self->values->len == 1)
    {
      g_autofree char *day = ldr_progress_words_day (ldr_course_get_value (self, 0)->day, today);

      if (self->measure->kind == LDR_MEASURE_WEEKLY)
        /* Translators: the name of a goal, then how many times it was, then the first day of the week of that */
        return g_strdup_printf (C_ ("course", "%s: %s in the week of %s."), name, list, day);
      /* Translators: the name of a goal, then its value and the date of that */
      return g_strdup_printf (C_ ("course", "%s: %s on %s."), name, list, day);
    }
  /* Translators: the name of a goal, then its values one after the other */
  return g_strdup_printf (C_ ("course", "%s: %s."), name, list);
}

static char *
say_middle (const LdrCourse *self, const char *name)
{
  g_autofree double *values = g_new (double, self->values->len);
  g_autofree char *middle = NULL;
  double median;

  for (guint i = 0; i < self->values->len; i++)
    values[i] = ldr_course_get_value (self, i)->value;
  median = ldr_trend_get_median (values, self->values->len);
  /* Of whole numbers a middle between two of them is none. */
  if (self->measure->kind != LDR_MEASURE_FIGURE && median != floor (median))
    {
      g_autofree char *low = say_value (self, floor (median), FALSE);
      g_autofree char *high = say_value (self, ceil (median), TRUE);

      /* Translators: the name of a goal, then two values next to one another */
      return g_strdup_printf (C_ ("course", "%s stayed around %s to %s."), name, low, high);
    }
  middle = say_value (self, median, TRUE);
  /* Translators: the name of a goal, then a value */
  return g_strdup_printf (C_ ("course", "%s stayed around %s."), name, middle);
}

static char *
say_span (const LdrCourse *self, const char *name)
{
  g_autofree char *least = NULL, *most = NULL, *last = NULL;
  double low, high;

  ldr_course_get_range (self, &low, &high);
  least = say_value (self, low, FALSE);
  most = say_value (self, high, TRUE);
  last = say_value (self, ldr_course_get_value (self, self->values->len - 1)->value, FALSE);
  /* Translators: the name of a goal, then its least, its greatest and its last value */
  return g_strdup_printf (C_ ("course", "%s went up and down between %s and %s; the last was %s."), name, least, most,
                          last);
}

/* When a value was, after "since", "between" or "and". */
static char *
say_since (const LdrCourse *self, int day, int today)
{
  g_autofree char *date = ldr_progress_words_day (day, today);

  /* Translators: a week within a sentence, such as "since the week of 1 June"; %s is its first day */
  return self->measure->kind == LDR_MEASURE_WEEKLY ? g_strdup_printf (C_ ("course", "the week of %s"), date)
                                                   : g_steal_pointer (&date);
}

static char *
say_way (const LdrCourse *self, const char *name, int today)
{
  const LdrChartPoint *first = ldr_course_get_value (self, 0);
  const LdrChartPoint *last = ldr_course_get_value (self, self->values->len - 1);
  g_autofree char *from = say_value (self, first->value, FALSE);
  g_autofree char *to = say_value (self, last->value, TRUE);
  g_autofree char *since = say_since (self, first->day, today);
  g_autofree char *until = say_since (self, last->day, today);
  gboolean rose = last->value > first->value;

  if (self->is_over)
    return g_strdup_printf (
        /* Translators: the name of a goal, its first and its last value, the dates of both */
        rose ? C_ ("course", "%s rose from %s to %s between %s and %s.")
             : C_ ("course", "%s fell from %s to %s between %s and %s."),
        name, from, to, since, until);
  return g_strdup_printf (rose
                              /* Translators: the name of a goal, its first and its last value, the date of the first */
                              ? C_ ("course", "%s rose from %s to %s since %s.")
                              : C_ ("course", "%s fell from %s to %s since %s."),
                          name, from, to, since);
}

static char *
describe (const LdrCourse *self, int today)
{
  g_autofree char *name = ldr_progress_words_quote (ldr_goal_get_statement (self->goal));

  switch (self->way)
    {
    case LDR_COURSE_STEADY:
      return say_middle (self, name);
    case LDR_COURSE_UNCLEAR:
      return say_span (self, name);
    case LDR_COURSE_NEARER:
    case LDR_COURSE_AWAY:
      return say_way (self, name, today);
    case LDR_COURSE_UNTOLD:
    case LDR_N_COURSE_WAYS:
      break;
    }
  return say_values (self, name, today);
}

/* On which day a target was reached is told of days with a value each, of which there are some. */
static char *
say_reached (const LdrCourse *self, const char *target, int today)
{
  g_autofree char *day = NULL;

  if (!self->is_over)
    /* Translators: %s is a value such as "8" or "82%" */
    return g_strdup_printf (_ ("The target of %s is reached."), target);
  if (self->reached == 0 || self->values->len == 1 || self->measure->kind == LDR_MEASURE_WEEKLY)
    /* Translators: %s is a value such as "8" or "82%" */
    return g_strdup_printf (_ ("The target of %s was reached."), target);
  day = ldr_progress_words_day (self->reached, today);
  /* Translators: a value such as "8" or "82%", then a date */
  return g_strdup_printf (_ ("The target of %s was reached on %s."), target, day);
}

static char *
describe_target (const LdrCourse *self, int today)
{
  g_autofree char *target = say_value (self, self->measure->target, TRUE);

  if (self->is_reached)
    return say_reached (self, target, today);
  if (self->is_over)
    return g_strdup_printf (self->measure->better > 0
                                /* Translators: %s is a value such as "8" or "82%" */
                                ? _ ("The target was %s or more.")
                                : _ ("The target was %s or less."),
                            target);
  return g_strdup_printf (self->measure->better > 0
                              /* Translators: %s is a value such as "8" or "82%" */
                              ? _ ("The target is %s or more.")
                              : _ ("The target is %s or less."),
                          target);
}

static char *
say_count (LdrCourseWay way, int n)
{
  gulong number = (gulong) n;

  switch (way)
    {
    case LDR_COURSE_STEADY:
      return g_strdup_printf (ngettext ("%d stayed much the same", "%d stayed much the same", number), n);
    case LDR_COURSE_UNCLEAR:
      return g_strdup_printf (ngettext ("%d went up and down", "%d went up and down", number), n);
    case LDR_COURSE_NEARER:
      return g_strdup_printf (ngettext ("%d came nearer to its target", "%d came nearer to their target", number), n);
    case LDR_COURSE_AWAY:
      return g_strdup_printf (ngettext ("%d moved away from its target", "%d moved away from their target", number), n);
    case LDR_COURSE_UNTOLD:
    case LDR_N_COURSE_WAYS:
      break;
    }
  return g_strdup_printf (ngettext ("%d has too few values to tell", "%d have too few values to tell", number), n);
}

/* How many are at their target, and how many of the others went which way, where there are too many to tell of each. */
static char *
count_ways (const GPtrArray *courses, const char *format)
{
  static const LdrCourseWay order[]
      = { LDR_COURSE_NEARER, LDR_COURSE_STEADY, LDR_COURSE_UNCLEAR, LDR_COURSE_AWAY, LDR_COURSE_UNTOLD };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (LDR_N_COURSE_WAYS + 1, g_free, TRUE);
  g_autofree char *list = NULL;
  int n[LDR_N_COURSE_WAYS] = { 0 };
  int n_reached = 0;

  for (guint i = 0; i < courses->len; i++)
    {
      const LdrCourse *it = g_ptr_array_index (courses, i);

      if (it->is_reached)
        n_reached++;
      else
        n[it->way]++;
    }
  if (n_reached > 0)
    g_ptr_array_add (
        parts,
        g_strdup_printf (ngettext ("%d reached its target", "%d reached their target", (gulong) n_reached), n_reached));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (n[order[i]] > 0)
      g_ptr_array_add (parts, say_count (order[i], n[order[i]]));
  list = ldr_progress_words_list ((const char *const *) parts->pdata);
  return g_strdup_printf (format, (int) courses->len, list);
}

/**
 * ldr_courses_describe:
 * @courses: (element-type LdrCourse): one or more
 * @today: today's civil day
 * @format: a sentence about more of them than can be told one by one: with how many there are, as "%d", and how many of
 *   them reached their target or went which way, as "%s"
 *
 * Returns: (transfer full): which way they went, in words
 */
char *
ldr_courses_describe (const GPtrArray *courses, int today, const char *format)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_null_terminated (MOST_TOLD, g_free, TRUE);

  if (courses->len > MOST_TOLD)
    return count_ways (courses, format);
  for (guint i = 0; i < courses->len; i++)
    g_ptr_array_add (sentences, describe (g_ptr_array_index (courses, i), today));
  if (courses->len == 1)
    g_ptr_array_add (sentences, describe_target (g_ptr_array_index (courses, 0), today));
  return g_strjoinv (" ", (char **) sentences->pdata);
}

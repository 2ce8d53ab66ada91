/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-moment.h"

#include <glib/gi18n.h>

#include "ldr-model-error.h"

/* GDateTime's own range: the years 1 to 9999. */
#define MOMENT_MIN (G_GINT64_CONSTANT (-62135596800000))
#define MOMENT_MAX (G_GINT64_CONSTANT (253402300799999))
#define DAY_LENGTH (24 * 60 * 60 * 1000)

/**
 * ldr_moment_now:
 *
 * Returns: this moment, in milliseconds since 1970-01-01T00:00:00Z
 */
gint64
ldr_moment_now (void)
{
  return g_get_real_time () / 1000;
}

/**
 * ldr_moment_from_date_time:
 * @date_time: a date and time in any zone
 *
 * Returns: @date_time in milliseconds since 1970-01-01T00:00:00Z, rounded to the nearest
 */
gint64
ldr_moment_from_date_time (GDateTime *date_time)
{
  g_return_val_if_fail (date_time != NULL, 0);

  return g_date_time_to_unix (date_time) * 1000 + (g_date_time_get_microsecond (date_time) + 500) / 1000;
}

/**
 * ldr_moment_to_local:
 * @moment: milliseconds since 1970-01-01T00:00:00Z; beyond the years 1 to 9999 the nearest end of them is taken
 *
 * Returns: (transfer full): that moment on the clock of this computer
 */
GDateTime *
ldr_moment_to_local (gint64 moment)
{
  /* A day from either end, so that no zone leads out of the range. */
  gint64 clamped = CLAMP (moment, MOMENT_MIN + DAY_LENGTH, MOMENT_MAX - DAY_LENGTH);

  return g_date_time_new_from_unix_local_usec (clamped * 1000);
}

/* Writes @number in that many digits and returns what follows them. */
static char *
put_digits (char *out, int number, int n_digits)
{
  for (int i = n_digits - 1; i >= 0; i--, number /= 10)
    out[i] = (char) ('0' + number % 10);
  return out + n_digits;
}

/* Writes `2026-03-09` and returns what follows it; what stands between the numbers is there already. */
static char *
put_day (char *out, int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  out = put_digits (out, g_date_get_year (&date), 4) + 1;
  out = put_digits (out, g_date_get_month (&date), 2) + 1;
  return put_digits (out, g_date_get_day (&date), 2);
}

/**
 * ldr_moment_to_iso8601:
 * @moment: milliseconds since 1970-01-01T00:00:00Z
 *
 * Returns: (transfer full): as `2026-03-09T08:30:00.000Z`, always with milliseconds and in UTC, so that nothing is lost
 *   and texts sort as moments do
 */
char *
ldr_moment_to_iso8601 (gint64 moment)
{
  /* Counted and written by hand, since exports do it by the hundred thousand and a GDateTime costs ten times as much.
   */
  gint64 since_year_one = CLAMP (moment, MOMENT_MIN, MOMENT_MAX) - MOMENT_MIN;
  int rest = (int) (since_year_one % DAY_LENGTH);
  char *text = g_strdup ("0000-00-00T00:00:00.000Z");
  char *out = put_day (text, (int) (since_year_one / DAY_LENGTH) + 1) + 1;

  out = put_digits (out, rest / 3600000, 2) + 1;
  out = put_digits (out, rest / 60000 % 60, 2) + 1;
  out = put_digits (out, rest / 1000 % 60, 2) + 1;
  put_digits (out, rest % 1000, 3);
  return text;
}

/* Adds what a person leaves out: `2026-03-09` becomes its noon, `2026-03-09 08:30` gets a "T" and seconds. */
static char *
complete_iso8601 (const char *text)
{
  char *complete = g_strstrip (g_strdup (text));
  gsize length = strlen (complete);

  if (length == 10)
    {
      char *noon = g_strconcat (complete, "T12:00:00", NULL);

      g_free (complete);
      return noon;
    }
  if (length > 10 && complete[10] == ' ')
    complete[10] = 'T';
  if (length == 16)
    {
      char *whole = g_strconcat (complete, ":00", NULL);

      g_free (complete);
      return whole;
    }
  return complete;
}

/**
 * ldr_moment_parse:
 * @text: ISO 8601: `2026-03-09T08:30:00.000Z`; without a zone it is this computer's; a date and `08:30` will do; a date
 *   alone means its noon
 * @moment: (out): milliseconds since 1970-01-01T00:00:00Z
 * @error: LDR_MODEL_ERROR_INVALID when it is not a date and time
 *
 * Returns: whether @text was read
 */
gboolean
ldr_moment_parse (const char *text, gint64 *moment, GError **error)
{
  g_autofree char *complete = complete_iso8601 (text);
  g_autoptr (GDateTime) date_time = g_date_time_new_from_iso8601 (complete, NULL);

  /* Only now, since asking for this computer's zone costs more than the reading. */
  if (date_time == NULL)
    {
      g_autoptr (GTimeZone) local = g_time_zone_new_local ();

      date_time = g_date_time_new_from_iso8601 (complete, local);
    }
  if (date_time == NULL)
    {
      g_set_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID,
                   _ ("“%s” is not a date and time such as 2026-03-09 or 2026-03-09T08:30."), text);
      return FALSE;
    }
  *moment = ldr_moment_from_date_time (date_time);
  return TRUE;
}

/**
 * ldr_day_from_date_time:
 * @date_time: a date and time
 *
 * Returns: its civil date, whatever its zone, as days since 0001-01-01 (which is 1)
 */
int
ldr_day_from_date_time (GDateTime *date_time)
{
  GDate date;
  int year, month, day;

  g_return_val_if_fail (date_time != NULL, 0);

  g_date_time_get_ymd (date_time, &year, &month, &day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (int) g_date_get_julian (&date);
}

/**
 * ldr_day_from_moment:
 * @moment: milliseconds since 1970-01-01T00:00:00Z
 *
 * Returns: the civil date of @moment on this computer's clock
 */
int
ldr_day_from_moment (gint64 moment)
{
  g_autoptr (GDateTime) local = ldr_moment_to_local (moment);

  return ldr_day_from_date_time (local);
}

/**
 * ldr_day_today:
 *
 * Returns: today's civil date on this computer's clock
 */
int
ldr_day_today (void)
{
  return ldr_day_from_moment (ldr_moment_now ());
}

/**
 * ldr_day_to_iso8601:
 * @day: days since 0001-01-01, from 1, no later than 9999-12-31
 *
 * Returns: (transfer full): as `2026-03-09`
 */
char *
ldr_day_to_iso8601 (int day)
{
  char *text;

  g_return_val_if_fail (ldr_day_is_valid (day), g_strdup (""));

  text = g_strdup ("0000-00-00");
  put_day (text, day);
  return text;
}

/**
 * ldr_day_is_valid:
 * @day: a number
 *
 * Returns: whether it is a day of the years 1 to 9999
 */
gboolean
ldr_day_is_valid (int day)
{
  return day > 0 && day <= (MOMENT_MAX - MOMENT_MIN) / DAY_LENGTH + 1;
}

/**
 * ldr_day_begins_month:
 * @day: a civil date
 *
 * Returns: whether it is the first of a month
 */
gboolean
ldr_day_begins_month (int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  return g_date_is_first_of_month (&date);
}

/**
 * ldr_day_year_before:
 * @day: a civil date
 *
 * Returns: the same date a year before; of 29 February the 28th
 */
int
ldr_day_year_before (int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  g_date_subtract_years (&date, 1);
  return (int) g_date_get_julian (&date);
}

/**
 * ldr_day_fits_moment:
 * @day: a day
 * @moment: milliseconds since 1970-01-01T00:00:00Z
 *
 * Returns: whether @day can be the civil date of @moment: they are at most a day apart, wherever one is
 */
gboolean
ldr_day_fits_moment (int day, gint64 moment)
{
  const gint64 day_1970 = -MOMENT_MIN / DAY_LENGTH + 1;
  gint64 apart;

  if (!ldr_day_is_valid (day) || moment < MOMENT_MIN || moment > MOMENT_MAX)
    return FALSE;
  apart = moment - ((gint64) day - day_1970) * DAY_LENGTH;
  return apart >= -DAY_LENGTH && apart <= 2 * DAY_LENGTH;
}

/**
 * ldr_day_format:
 * @day: days since 0001-01-01; what is less than 1 counts as 1
 * @format: as g_date_time_format() takes it, with nothing of a clock in it
 *
 * Returns: (transfer full): the date in words
 */
char *
ldr_day_format (int day, const char *format)
{
  g_autoptr (GDateTime) noon = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) MAX (day, 1));
  noon = g_date_time_new_utc (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 12, 0, 0);
  return g_date_time_format (noon, format);
}

/**
 * ldr_day_parse:
 * @text: a date as `2026-03-09`
 * @day: (out): days since 0001-01-01
 * @error: LDR_MODEL_ERROR_INVALID when it is not a date
 *
 * Returns: whether @text was read
 */
gboolean
ldr_day_parse (const char *text, int *day, GError **error)
{
  static const char pattern[] = "0000-00-00";
  gboolean fits = strlen (text) == strlen (pattern);

  for (gsize i = 0; fits && pattern[i] != '\0'; i++)
    fits = pattern[i] == '0' ? g_ascii_isdigit (text[i]) : text[i] == pattern[i];
  if (fits)
    {
      GDateYear year = (GDateYear) g_ascii_strtoll (text, NULL, 10);
      GDateMonth month = (GDateMonth) g_ascii_strtoll (text + 5, NULL, 10);
      GDateDay of_month = (GDateDay) g_ascii_strtoll (text + 8, NULL, 10);

      if (g_date_valid_dmy (of_month, month, year))
        {
          GDate date;

          g_date_clear (&date, 1);
          g_date_set_dmy (&date, of_month, month, year);
          *day = (int) g_date_get_julian (&date);
          return TRUE;
        }
    }
  g_set_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID, _ ("“%s” is not a date such as 2026-03-09."), text);
  return FALSE;
}

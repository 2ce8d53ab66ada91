/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-time-row.h"

#include <glib/gi18n.h>

#define MINUTES_A_DAY (24 * 60)

/**
 * ldr_time_format:
 * @minutes: minutes after midnight, 0 to 1439
 *
 * Returns: (transfer full): the time of the day in the reader's writing
 */
char *
ldr_time_format (int minutes)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2000, 1, 1, minutes / 60, minutes % 60, 0);

  /* Translators: a time of the day, in the writing of g_date_time_format() */
  return g_date_time_format (time, _ ("%H:%M"));
}

/* Reads a number of at most two digits at @p and moves on past it. */
static gboolean
read_number (const char **p, int *number)
{
  int n_digits = 0;

  *number = 0;
  for (; n_digits < 2 && g_unichar_isdigit (g_utf8_get_char (*p)); n_digits++, *p = g_utf8_next_char (*p))
    *number = *number * 10 + g_unichar_digit_value (g_utf8_get_char (*p));
  return n_digits > 0;
}

/**
 * ldr_time_parse:
 * @text: what somebody wrote
 * @minutes: (out): minutes after midnight, 0 to 1439
 *
 * Reads a time of the day: hours, and minutes after any sign or none, such as 17:00, 17.30, 9 and 0930.
 *
 * Returns: whether it is one
 */
gboolean
ldr_time_parse (const char *text, int *minutes)
{
  const char *p = text;
  int hour, minute = 0;

  while (g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  if (!read_number (&p, &hour))
    return FALSE;
  if (*p != '\0' && !g_unichar_isdigit (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  if (*p != '\0' && !read_number (&p, &minute))
    return FALSE;
  while (g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  if (*p != '\0' || hour > 23 || minute > 59)
    return FALSE;
  *minutes = hour * 60 + minute;
  return TRUE;
}

/* What is no time leaves the one that was there: called an error, it would become midnight. */
static int
input_cb (AdwSpinRow *row, double *value)
{
  int minutes;

  if (ldr_time_parse (gtk_editable_get_text (GTK_EDITABLE (row)), &minutes))
    *value = minutes;
  else
    *value = adw_spin_row_get_value (row);
  return TRUE;
}

static gboolean
output_cb (AdwSpinRow *row)
{
  g_autofree char *text = ldr_time_format ((int) adw_spin_row_get_value (row));

  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (row))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), text);
  return TRUE;
}

/**
 * ldr_time_row_set_up:
 * @row: a row
 *
 * Makes @row one in which to choose a time of the day: its value is minutes after midnight. The day goes round.
 */
void
ldr_time_row_set_up (AdwSpinRow *row)
{
  /* Before it has a range, so that the first value is shown as a time. */
  g_signal_connect (row, "input", G_CALLBACK (input_cb), NULL);
  g_signal_connect (row, "output", G_CALLBACK (output_cb), NULL);
  adw_spin_row_set_wrap (row, TRUE);
  adw_spin_row_set_adjustment (row, gtk_adjustment_new (0, 0, MINUTES_A_DAY - 1, 15, 60, 0));
}

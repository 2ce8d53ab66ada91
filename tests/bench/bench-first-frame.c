/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-first-frame.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static gint64 left_out;

/* Takes MICROSECONDS, spent on what is not measured, off the time that will be printed. */
void
bench_leave_out (gint64 microseconds)
{
  left_out += microseconds;
}

/* The process's share of the memory it uses (PSS), in KiB, or 0 where the kernel does not tell. */
static long
proportional_memory (void)
{
  g_autofree char *rollup = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &rollup, NULL, NULL))
    return 0;
  line = strstr (rollup, "\nPss:");
  return line != NULL ? strtol (line + strlen ("\nPss:"), NULL, 10) : 0;
}

/* Prints "WALL-CLOCK-MICROSECONDS PSS" and ends the process at once: what an application does when it is closed is not
 * part of its start. */
void
bench_end_now (void)
{
  printf ("%" G_GINT64_FORMAT " %ld\n", g_get_real_time () - left_out, proportional_memory ());
  fflush (stdout);
  _exit (EXIT_SUCCESS);
}

static void
after_paint_cb (GdkFrameClock *clock,
                gpointer user_data)
{
  bench_end_now ();
}

static void
realize_cb (GtkWidget *window,
            gpointer user_data)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), NULL);
}

/* Ends the process when WINDOW has painted for the first time. */
void
bench_end_at_first_frame (GtkWindow *window)
{
  if (gtk_widget_get_realized (GTK_WIDGET (window)))
    realize_cb (GTK_WIDGET (window), NULL);
  else
    g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
}

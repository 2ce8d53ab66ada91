/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-alarm.h"

#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

/* Without an alarm of the kernel's: how long to wait at most (seconds). */
#define POOR_WAIT 60

typedef struct
{
  int fd;
  GSourceFunc func;
  gpointer user_data;
} Alarm;

static void
alarm_free (gpointer data)
{
  Alarm *alarm = data;

  if (alarm->fd >= 0)
    close (alarm->fd);
  g_free (alarm);
}

static gboolean
ready_cb (int fd, GIOCondition condition, gpointer user_data)
{
  Alarm *alarm = user_data;

  alarm->func (alarm->user_data);
  return G_SOURCE_REMOVE;
}

/* Before the epoch there is no time to wait for. */
static struct itimerspec
spec_of (gint64 moment)
{
  struct itimerspec spec = { 0 };

  spec.it_value.tv_sec = (time_t) MAX (0, moment / 1000);
  spec.it_value.tv_nsec = (long) MAX (1, moment % 1000 * 1000000);
  return spec;
}

/**
 * ldr_alarm_add:
 * @moment: when
 * @func: called once; it must return %G_SOURCE_REMOVE
 * @user_data: for @func
 *
 * Waits for a moment by the clock on the wall. GLib's timers stand still while the computer sleeps and know nothing of
 * a clock that is put right; this one goes off as soon as the moment has come, or has gone by, and also whenever the
 * clock is set, for then all that was planned is to be thought over.
 *
 * Returns: a source, which is gone after @func was called
 */
guint
ldr_alarm_add (gint64 moment, GSourceFunc func, gpointer user_data)
{
  struct itimerspec spec = spec_of (moment);
  Alarm *alarm = g_new (Alarm, 1);

  alarm->fd = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  alarm->func = func;
  alarm->user_data = user_data;
  /* Only a process or a computer at its limits refuses; then it is looked up often. */
  if (alarm->fd < 0 || timerfd_settime (alarm->fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &spec, NULL) != 0)
    {
      alarm_free (alarm);
      return g_timeout_add_seconds (POOR_WAIT, func, user_data);
    }
  return g_unix_fd_add_full (G_PRIORITY_DEFAULT, alarm->fd, G_IO_IN, ready_cb, alarm, alarm_free);
}

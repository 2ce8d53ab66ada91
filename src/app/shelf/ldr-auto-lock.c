/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-auto-lock.h"

#include <gio/gunixfdlist.h>
#include <glib/gi18n.h>
#include <time.h>
#include <unistd.h>

#define LOGIND_NAME "org.freedesktop.login1"
#define LOGIND_PATH "/org/freedesktop/login1"
#define LOGIND_MANAGER "org.freedesktop.login1.Manager"

/* Who locks the screen: GNOME's name for it, and that of the other desktops. */
static const char *const screen_lockers[] = { "org.gnome.ScreenSaver", "org.freedesktop.ScreenSaver" };

/* A timer stands still while the computer sleeps, the clock of idleness does not: look at least this often (seconds).
 */
#define LONGEST_WAIT 60

struct _LdrAutoLock
{
  GObject parent_instance;

  GSettings *settings;
  GtkWindow *window;
  GDBusConnection *system_bus;
  GDBusConnection *session_bus;
  GCancellable *cancellable;
  LdrAutoLockClock clock;
  gint64 last_activity; /* By @clock. */
  guint32 last_seen;    /* The same moment by the clock of the keyboard and the pointer, ms. */
  guint timeout;
  guint sleep_subscription;
  guint screen_subscriptions[2];
  int inhibitor;
  gboolean active;
};

static guint lock_signal;

G_DEFINE_FINAL_TYPE (LdrAutoLock, ldr_auto_lock, G_TYPE_OBJECT)

static void take_inhibitor (LdrAutoLock *self);

static gint64
boot_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_BOOTTIME, &now);
  return now.tv_sec;
}

/**
 * ldr_auto_lock_remaining:
 * @last_activity: when the last key or click came, in seconds of any clock
 * @now: the same clock now
 * @minutes: idle minutes after which to lock, or 0 for never
 *
 * Returns: seconds until it is time, 0 if it is, -1 for never
 */
int
ldr_auto_lock_remaining (gint64 last_activity, gint64 now, guint minutes)
{
  if (minutes == 0)
    return -1;
  return (int) CLAMP (last_activity + (gint64) minutes * 60 - now, 0, (gint64) minutes * 60);
}

/* When the keyboard or the pointer last did something in any window of the application, in ms of a clock of their own
 * that begins again after 49 days. */
static guint32
device_time (LdrAutoLock *self)
{
  GdkDisplay *display = self->window != NULL ? gtk_widget_get_display (GTK_WIDGET (self->window)) : NULL;
  GdkSeat *seat = display != NULL ? gdk_display_get_default_seat (display) : NULL;
  g_autoptr (GList) devices = seat != NULL ? gdk_seat_get_devices (seat, GDK_SEAT_CAPABILITY_ALL) : NULL;
  guint32 latest = self->last_seen;

  if (seat != NULL && gdk_seat_get_keyboard (seat) != NULL)
    devices = g_list_prepend (devices, gdk_seat_get_keyboard (seat));
  if (seat != NULL && gdk_seat_get_pointer (seat) != NULL)
    devices = g_list_prepend (devices, gdk_seat_get_pointer (seat));
  for (GList *l = devices; l != NULL; l = l->next)
    {
      guint32 time = gdk_device_get_timestamp (l->data);

      if (time != GDK_CURRENT_TIME && (latest == GDK_CURRENT_TIME || (gint32) (time - latest) > 0))
        latest = time;
    }
  return latest;
}

/* What is typed into a popover, or into a window of its own such as a dialog for files, does not pass the window. */
static void
take_device_time (LdrAutoLock *self)
{
  guint32 latest = device_time (self);

  if (self->last_seen != GDK_CURRENT_TIME)
    self->last_activity
        = MIN (self->last_activity + (gint64) (guint32) (latest - self->last_seen) / 1000, self->clock ());
  else if (latest != GDK_CURRENT_TIME)
    self->last_activity = self->clock ();
  self->last_seen = latest;
}

static gboolean timeout_cb (gpointer user_data);

static void
schedule (LdrAutoLock *self)
{
  int remaining;

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (!self->active)
    return;

  remaining = ldr_auto_lock_remaining (self->last_activity, self->clock (),
                                       g_settings_get_uint (self->settings, "auto-lock-minutes"));
  if (remaining >= 0)
    self->timeout = g_timeout_add_seconds ((guint) CLAMP (remaining, 1, LONGEST_WAIT), timeout_cb, self);
}

static void
emit_lock (LdrAutoLock *self)
{
  if (self->active)
    g_signal_emit (self, lock_signal, 0);
}

static gboolean
timeout_cb (gpointer user_data)
{
  LdrAutoLock *self = user_data;

  self->timeout = 0;
  if (!ldr_auto_lock_look (self))
    schedule (self);
  return G_SOURCE_REMOVE;
}

static gboolean
event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, LdrAutoLock *self)
{
  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_KEY_PRESS:
    case GDK_BUTTON_PRESS:
    case GDK_MOTION_NOTIFY:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
    case GDK_TOUCH_UPDATE:
    case GDK_PAD_BUTTON_PRESS:
      /* The timer is left alone: when it fires it sees how much longer to wait. */
      self->last_activity = self->clock ();
      self->last_seen = device_time (self);
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
prepare_for_sleep_cb (GDBusConnection *connection,
                      const char *sender,
                      const char *path,
                      const char *interface,
                      const char *signal,
                      GVariant *parameters,
                      gpointer user_data)
{
  LdrAutoLock *self = user_data;
  gboolean going;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    return;

  g_variant_get (parameters, "(b)", &going);
  if (!going)
    take_inhibitor (self);
  else if (self->active && g_settings_get_boolean (self->settings, "lock-on-suspend"))
    emit_lock (self);
  else
    ldr_auto_lock_settle (self);
}

static void
inhibited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrAutoLock) self = user_data;
  g_autoptr (GUnixFDList) fds = NULL;
  g_autoptr (GVariant) reply = NULL;
  int handle;

  reply = g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (source), &fds, result, NULL);
  if (reply == NULL || fds == NULL)
    return;

  g_variant_get (reply, "(h)", &handle);
  ldr_auto_lock_settle (self);
  self->inhibitor = g_unix_fd_list_get (fds, handle, NULL);
  if (!self->active)
    ldr_auto_lock_settle (self);
}

/* Asks for a moment before the computer sleeps, so that the last words are saved and the screen is empty by then. */
static void
take_inhibitor (LdrAutoLock *self)
{
  if (self->system_bus == NULL || !self->active || self->inhibitor >= 0
      || !g_settings_get_boolean (self->settings, "lock-on-suspend"))
    return;

  g_dbus_connection_call_with_unix_fd_list (
      self->system_bus, LOGIND_NAME, LOGIND_PATH, LOGIND_MANAGER, "Inhibit",
      g_variant_new ("(ssss)", "sleep", "Leidraad", _ ("Locking the open journal"), "delay"), G_VARIANT_TYPE ("(h)"),
      G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, self->cancellable, inhibited_cb, g_object_ref (self));
}

static void
bus_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrAutoLock) self = user_data;

  self->system_bus = g_bus_get_finish (result, NULL);
  if (self->system_bus == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;

  self->sleep_subscription = g_dbus_connection_signal_subscribe (
      self->system_bus, LOGIND_NAME, LOGIND_MANAGER, "PrepareForSleep", LOGIND_PATH, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
      prepare_for_sleep_cb, self, NULL);
  take_inhibitor (self);
}

static void
screen_changed (LdrAutoLock *self, gboolean locked)
{
  if (locked && g_settings_get_boolean (self->settings, "lock-on-screen-lock"))
    emit_lock (self);
}

static void
screensaver_cb (GtkApplication *application, GParamSpec *pspec, LdrAutoLock *self)
{
  gboolean locked;

  g_object_get (application, "screensaver-active", &locked, NULL);
  screen_changed (self, locked);
}

static void
active_changed_cb (GDBusConnection *connection,
                   const char *sender,
                   const char *path,
                   const char *interface,
                   const char *signal,
                   GVariant *parameters,
                   gpointer user_data)
{
  gboolean locked;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    return;
  g_variant_get (parameters, "(b)", &locked);
  screen_changed (user_data, locked);
}

/* GTK watches the screen only where a portal or a session manager of GNOME's is running; the desktops themselves tell
 * it everywhere. Hearing it twice does no harm. */
static void
watch_screen (LdrAutoLock *self, GDBusConnection *session_bus)
{
  if (session_bus == NULL)
    return;

  self->session_bus = g_object_ref (session_bus);
  for (gsize i = 0; i < G_N_ELEMENTS (screen_lockers); i++)
    self->screen_subscriptions[i]
        = g_dbus_connection_signal_subscribe (session_bus, screen_lockers[i], screen_lockers[i], "ActiveChanged", NULL,
                                              NULL, G_DBUS_SIGNAL_FLAGS_NONE, active_changed_cb, self, NULL);
}

static void
ldr_auto_lock_dispose (GObject *object)
{
  LdrAutoLock *self = LDR_AUTO_LOCK (object);

  self->active = FALSE;
  ldr_auto_lock_settle (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->sleep_subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->system_bus, g_steal_handle_id (&self->sleep_subscription));
  g_clear_object (&self->system_bus);
  for (gsize i = 0; i < G_N_ELEMENTS (self->screen_subscriptions); i++)
    if (self->screen_subscriptions[i] != 0)
      g_dbus_connection_signal_unsubscribe (self->session_bus, g_steal_handle_id (&self->screen_subscriptions[i]));
  g_clear_object (&self->session_bus);
  g_clear_object (&self->settings);
  g_clear_weak_pointer (&self->window);

  G_OBJECT_CLASS (ldr_auto_lock_parent_class)->dispose (object);
}

static void
ldr_auto_lock_finalize (GObject *object)
{
  g_clear_object (&LDR_AUTO_LOCK (object)->cancellable);

  G_OBJECT_CLASS (ldr_auto_lock_parent_class)->finalize (object);
}

static void
ldr_auto_lock_class_init (LdrAutoLockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ldr_auto_lock_dispose;
  object_class->finalize = ldr_auto_lock_finalize;
  lock_signal = g_signal_new ("lock", LDR_TYPE_AUTO_LOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ldr_auto_lock_init (LdrAutoLock *self)
{
  self->inhibitor = -1;
  self->clock = boot_seconds;
  self->cancellable = g_cancellable_new ();
}

/**
 * ldr_auto_lock_new:
 * @window: the window whose keys and clicks count as activity
 * @settings: the application's settings
 *
 * Makes it, inactive. Without a system bus suspend is not noticed, but the time it took counts as idle.
 *
 * Returns: (transfer full): it
 */
LdrAutoLock *
ldr_auto_lock_new (GtkWindow *window, GSettings *settings)
{
  LdrAutoLock *self = g_object_new (LDR_TYPE_AUTO_LOCK, NULL);
  GtkApplication *application = gtk_window_get_application (window);
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  self->settings = g_object_ref (settings);
  g_set_weak_pointer (&self->window, window);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "event", G_CALLBACK (event_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
  g_signal_connect_object (settings, "changed::auto-lock-minutes", G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
  if (application != NULL)
    {
      g_signal_connect_object (application, "notify::screensaver-active", G_CALLBACK (screensaver_cb), self,
                               G_CONNECT_DEFAULT);
      watch_screen (self, g_application_get_dbus_connection (G_APPLICATION (application)));
    }
  g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, bus_cb, g_object_ref (self));
  return self;
}

/**
 * ldr_auto_lock_set_clock:
 * @self: it
 * @clock: seconds, never fewer than before
 *
 * Measures idleness by another clock, so that it need not be waited for.
 */
void
ldr_auto_lock_set_clock (LdrAutoLock *self, LdrAutoLockClock clock)
{
  g_return_if_fail (LDR_IS_AUTO_LOCK (self));

  self->clock = clock;
  self->last_activity = clock ();
}

/**
 * ldr_auto_lock_look:
 * @self: it
 *
 * Looks at the clock, as it does by itself at least once a minute, and says so when it is time to lock.
 *
 * Returns: whether it is time
 */
gboolean
ldr_auto_lock_look (LdrAutoLock *self)
{
  guint minutes;

  g_return_val_if_fail (LDR_IS_AUTO_LOCK (self), FALSE);

  minutes = g_settings_get_uint (self->settings, "auto-lock-minutes");
  take_device_time (self);
  if (!self->active || ldr_auto_lock_remaining (self->last_activity, self->clock (), minutes) != 0)
    return FALSE;
  emit_lock (self);
  return TRUE;
}

/**
 * ldr_auto_lock_set_active:
 * @self: it
 * @active: whether a journal is open
 *
 * Starts or stops watching.
 */
void
ldr_auto_lock_set_active (LdrAutoLock *self, gboolean active)
{
  g_return_if_fail (LDR_IS_AUTO_LOCK (self));

  self->active = active;
  self->last_activity = self->clock ();
  self->last_seen = device_time (self);
  schedule (self);
  if (active)
    take_inhibitor (self);
}

/**
 * ldr_auto_lock_settle:
 * @self: it
 *
 * The journal is closed, or cannot be: the computer may go to sleep.
 */
void
ldr_auto_lock_settle (LdrAutoLock *self)
{
  g_return_if_fail (LDR_IS_AUTO_LOCK (self));

  if (self->inhibitor >= 0)
    close (self->inhibitor);
  self->inhibitor = -1;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-background.h"

#include <glib/gi18n.h>
#include <libportal-gtk4/portal-gtk4.h>

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

/* A service that says nothing for so long is not there (ms). */
#define PATIENCE 5000

typedef struct
{
  gboolean sandboxed;
  GtkWindow *window;
} Question;

static void
question_free (Question *question)
{
  g_clear_object (&question->window);
  g_free (question);
}

static void
give_answer (GTask *task, LdrBackgroundAnswer answer)
{
  g_task_return_int (task, (gssize) answer);
}

/* --- The portal ------------------------------------------------------------------------------------------------------
 */

static void
portal_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  const Question *question = g_task_get_task_data (task);

  if (xdp_portal_request_background_finish (XDP_PORTAL (source), result, &error))
    {
      /* Too late: nobody wants it any more. */
      if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
        ldr_background_give_up ();
      give_answer (task, LDR_BACKGROUND_ALLOWED);
    }
  else if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    /* A dialog that was put away is a no. */
    give_answer (task, LDR_BACKGROUND_REFUSED);
  else if (question->sandboxed && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_FAILED))
    give_answer (task, LDR_BACKGROUND_REFUSED);
  else
    give_answer (task, question->sandboxed ? LDR_BACKGROUND_NO_PORTAL : LDR_BACKGROUND_WHILE_RUNNING);
}

/* The portal is not told to stop asking: libportal, called off before the portal has answered, uses its call after it
 * freed it. What starts the application when its user logs in: waiting, without a window. Were it started by its name
 * on the bus, as @XDP_BACKGROUND_FLAG_ACTIVATABLE would have it, it would be activated, and show one. */
static void
ask_portal (GTask *task)
{
  const Question *question = g_task_get_task_data (task);
  g_autoptr (XdpPortal) portal = xdp_portal_initable_new (NULL);
  g_autoptr (GPtrArray) command = g_ptr_array_new ();
  XdpParent *parent = NULL;

  if (portal == NULL)
    {
      give_answer (task, question->sandboxed ? LDR_BACKGROUND_NO_PORTAL : LDR_BACKGROUND_WHILE_RUNNING);
      return;
    }
  g_ptr_array_add (command, (gpointer) "leidraad");
  g_ptr_array_add (command, (gpointer) "--gapplication-service");
  if (question->window != NULL)
    parent = xdp_parent_new_gtk (question->window);
  xdp_portal_request_background (portal, parent, _ ("To remind you at the times that you choose"), command,
                                 XDP_BACKGROUND_FLAG_AUTOSTART, NULL, portal_cb, g_object_ref (task));
  g_clear_pointer (&parent, xdp_parent_free);
}

/* --- Who shows notifications -----------------------------------------------------------------------------------------
 *
 * GIO never says whether a notification was shown, so this asks those to whom it would be sent: the portal in a
 * sandbox, otherwise GNOME's own service, otherwise the one that desktops have in common.
 */

static void
shower_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  if (g_task_return_error_if_cancelled (task))
    return;
  if (reply == NULL)
    give_answer (task, LDR_BACKGROUND_NO_NOTIFICATIONS);
  else
    ask_portal (task);
}

static void
ask_shower (GDBusConnection *bus, GTask *task)
{
  const Question *question = g_task_get_task_data (task);

  if (question->sandboxed)
    g_dbus_connection_call (bus, PORTAL_NAME, PORTAL_PATH, "org.freedesktop.DBus.Properties", "Get",
                            g_variant_new ("(ss)", "org.freedesktop.portal.Notification", "version"), NULL,
                            G_DBUS_CALL_FLAGS_NONE, PATIENCE, g_task_get_cancellable (task), shower_cb,
                            g_object_ref (task));
  else
    g_dbus_connection_call (bus, "org.freedesktop.Notifications", "/org/freedesktop/Notifications",
                            "org.freedesktop.Notifications", "GetServerInformation", NULL, NULL, G_DBUS_CALL_FLAGS_NONE,
                            PATIENCE, g_task_get_cancellable (task), shower_cb, g_object_ref (task));
}

static void
has_owner_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  const Question *question = g_task_get_task_data (task);
  gboolean owned = FALSE;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (reply != NULL)
    g_variant_get (reply, "(b)", &owned);
  if (owned && !question->sandboxed)
    ask_portal (task);
  else
    ask_shower (G_DBUS_CONNECTION (source), task);
}

static void
bus_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);

  if (g_task_return_error_if_cancelled (task))
    return;
  if (bus == NULL)
    give_answer (task, LDR_BACKGROUND_NO_NOTIFICATIONS);
  else
    g_dbus_connection_call (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                            "NameHasOwner", g_variant_new ("(s)", "org.gtk.Notifications"), G_VARIANT_TYPE ("(b)"),
                            G_DBUS_CALL_FLAGS_NONE, PATIENCE, g_task_get_cancellable (task), has_owner_cb,
                            g_object_ref (task));
}

/**
 * ldr_background_ask_async:
 * @sandboxed: whether the application is in a sandbox, where it may do nothing without leave
 * @window: (nullable): the window to which a question of the desktop's belongs
 * @cancellable: (nullable): for giving up waiting
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Looks for somebody who shows notifications, and then asks the portal to let the application wait in the background
 * and to start it when its user logs in. The desktop may ask its user.
 */
void
ldr_background_ask_async (
    gboolean sandboxed, GtkWindow *window, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->sandboxed = sandboxed;
  question->window = window != NULL ? g_object_ref (window) : NULL;
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_bus_get (G_BUS_TYPE_SESSION, cancellable, bus_cb, g_steal_pointer (&task));
}

/**
 * ldr_background_ask_finish:
 * @result: what the callback was given
 * @answer: (out): the answer
 * @error: return location; only %G_IO_ERROR_CANCELLED
 *
 * Finishes ldr_background_ask_async().
 *
 * Returns: whether there is an answer
 */
gboolean
ldr_background_ask_finish (GAsyncResult *result, LdrBackgroundAnswer *answer, GError **error)
{
  gssize value = g_task_propagate_int (G_TASK (result), error);

  if (value < 0)
    return FALSE;
  *answer = (LdrBackgroundAnswer) value;
  return TRUE;
}

/**
 * ldr_background_give_up:
 *
 * Tells the portal that the application is no longer to be started when its user logs in. Where there is no portal it
 * never was.
 */
void
ldr_background_give_up (void)
{
  g_autoptr (XdpPortal) portal = xdp_portal_initable_new (NULL);

  if (portal != NULL)
    xdp_portal_request_background (portal, NULL, NULL, NULL, XDP_BACKGROUND_FLAG_NONE, NULL, NULL, NULL);
}

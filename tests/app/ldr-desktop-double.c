/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-desktop-double.h"

#define NOTIFICATIONS "org.freedesktop.Notifications"
#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

#define FIRST_ID 7

struct _LdrDesktopDouble
{
  GDBusConnection *bus;
  LdrPortalDouble portal;
  GArray *objects;      /* (element-type guint) that are on the bus */
  GPtrArray *names;     /* (element-type utf8) of the calls, */
  GPtrArray *arguments; /* and what they brought, printed */
};

static const char interfaces[]
    = "<node><interface name='org.freedesktop.Notifications'>"
      "<method name='GetServerInformation'><arg type='s' direction='out'/><arg type='s' direction='out'/>"
      "<arg type='s' direction='out'/><arg type='s' direction='out'/></method>"
      "<method name='GetCapabilities'><arg type='as' direction='out'/></method>"
      "<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>"
      "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/>"
      "<arg type='a{sv}' direction='in'/><arg type='i' direction='in'/><arg type='u' direction='out'/></method>"
      "<method name='CloseNotification'><arg type='u' direction='in'/></method></interface>"
      "<interface name='org.freedesktop.portal.Background'>"
      "<method name='RequestBackground'><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
      "<arg type='o' direction='out'/></method></interface>"
      "<interface name='org.freedesktop.portal.Notification'><property name='version' type='u' access='read'/>"
      "</interface></node>";

static void
note (LdrDesktopDouble *self, const char *name, GVariant *arguments)
{
  g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_add (self->arguments, g_variant_print (arguments, FALSE));
}

static GVariant *
response_of (LdrPortalDouble portal, GVariant *options)
{
  GVariantBuilder results;
  gboolean autostart = FALSE;

  g_variant_lookup (options, "autostart", "b", &autostart);
  g_variant_builder_init (&results, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&results, "{sv}", "background", g_variant_new_boolean (portal == LDR_PORTAL_YES));
  g_variant_builder_add (&results, "{sv}", "autostart", g_variant_new_boolean (portal == LDR_PORTAL_YES && autostart));
  return g_variant_new ("(ua{sv})",
                        portal == LDR_PORTAL_DISMISSED ? 1u
                        : portal == LDR_PORTAL_FAILS   ? 2u
                                                       : 0u,
                        &results);
}

/* The answer comes later than the call returns, by a signal to whoever asked. */
static void
request_background (LdrDesktopDouble *self, GVariant *arguments, GDBusMethodInvocation *invocation)
{
  const char *caller = g_dbus_method_invocation_get_sender (invocation);
  g_autofree char *name = g_strdelimit (g_strdup (caller + 1), ".", '_');
  g_autoptr (GVariant) options = g_variant_get_child_value (arguments, 1);
  g_autofree char *path = NULL;
  const char *token = "";

  g_variant_lookup (options, "handle_token", "&s", &token);
  path = g_strdup_printf (PORTAL_PATH "/request/%s/%s", name, token);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", path));
  if (self->portal != LDR_PORTAL_SILENT)
    g_dbus_connection_emit_signal (self->bus, caller, path, "org.freedesktop.portal.Request", "Response",
                                   response_of (self->portal, options), NULL);
}

static void
call_cb (GDBusConnection *bus,
         const char *sender,
         const char *path,
         const char *interface,
         const char *method,
         GVariant *arguments,
         GDBusMethodInvocation *invocation,
         gpointer user_data)
{
  LdrDesktopDouble *self = user_data;

  note (self, method, arguments);
  if (g_str_equal (method, "RequestBackground"))
    request_background (self, arguments, invocation);
  else if (g_str_equal (method, "GetServerInformation"))
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(ssss)", "double", "leidraad", "1", "1.2"));
  else if (g_str_equal (method, "GetCapabilities"))
    g_dbus_method_invocation_return_value (invocation, g_variant_new_parsed ("(['actions', 'body'],)"));
  else if (g_str_equal (method, "Notify"))
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", FIRST_ID));
  else
    g_dbus_method_invocation_return_value (invocation, NULL);
}

static GVariant *
get_cb (GDBusConnection *bus,
        const char *sender,
        const char *path,
        const char *interface,
        const char *property,
        GError **error,
        gpointer user_data)
{
  return g_variant_new_uint32 (2);
}

static void export (LdrDesktopDouble *self, GDBusNodeInfo *node, const char *path, const char *interface)
{
  static const GDBusInterfaceVTable vtable = { .method_call = call_cb, .get_property = get_cb };
  g_autoptr (GError) error = NULL;
  guint object = g_dbus_connection_register_object (
      self->bus, path, g_dbus_node_info_lookup_interface (node, interface), &vtable, self, NULL, &error);

  g_assert_no_error (error);
  g_array_append_val (self->objects, object);
}

static void
own (LdrDesktopDouble *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_sync (
      self->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
      g_variant_new ("(su)", name, 4u), G_VARIANT_TYPE ("(u)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  guint answer;

  g_assert_no_error (error);
  g_variant_get (reply, "(u)", &answer);
  g_assert_cmpuint (answer, ==, 1);
}

/* A desktop with that portal, and with or without somebody who shows notifications. */
LdrDesktopDouble *
ldr_desktop_double_new (LdrPortalDouble portal, gboolean notifications)
{
  LdrDesktopDouble *self = g_new0 (LdrDesktopDouble, 1);
  g_autoptr (GDBusNodeInfo) node = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, &error);

  g_assert_no_error (error);
  self->portal = portal;
  self->objects = g_array_new (FALSE, FALSE, sizeof (guint));
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->arguments = g_ptr_array_new_with_free_func (g_free);
  self->bus = g_dbus_connection_new_for_address_sync (
      address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL,
      NULL, &error);
  g_assert_no_error (error);
  node = g_dbus_node_info_new_for_xml (interfaces, &error);
  g_assert_no_error (error);
  if (notifications)
    {
      export (self, node, "/org/freedesktop/Notifications", NOTIFICATIONS);
      own (self, NOTIFICATIONS);
    }
  if (portal != LDR_PORTAL_NONE)
    {
      export (self, node, PORTAL_PATH, "org.freedesktop.portal.Background");
      if (notifications)
        export (self, node, PORTAL_PATH, "org.freedesktop.portal.Notification");
      own (self, PORTAL);
    }
  return self;
}

void
ldr_desktop_double_free (LdrDesktopDouble *self)
{
  /* A call that is on its way finds nobody any more. */
  for (guint i = 0; i < self->objects->len; i++)
    g_dbus_connection_unregister_object (self->bus, g_array_index (self->objects, guint, i));
  g_array_unref (self->objects);
  g_dbus_connection_close_sync (self->bus, NULL, NULL);
  g_object_unref (self->bus);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->arguments);
  g_free (self);
}

/* How often it was called by that method. */
guint
ldr_desktop_double_count (LdrDesktopDouble *self, const char *call)
{
  guint n = 0;

  for (guint i = 0; i < self->names->len; i++)
    n += g_str_equal (g_ptr_array_index (self->names, i), call);
  return n;
}

/* What the last call of that method brought, or %NULL. */
const char *
ldr_desktop_double_get_last (LdrDesktopDouble *self, const char *call)
{
  for (guint i = self->names->len; i > 0; i--)
    if (g_str_equal (g_ptr_array_index (self->names, i - 1), call))
      return g_ptr_array_index (self->arguments, i - 1);
  return NULL;
}

/* The notification on the screen is clicked. */
void
ldr_desktop_double_activate (LdrDesktopDouble *self)
{
  g_dbus_connection_emit_signal (self->bus, NULL, "/org/freedesktop/Notifications", NOTIFICATIONS, "ActionInvoked",
                                 g_variant_new ("(us)", FIRST_ID, "default"), NULL);
}

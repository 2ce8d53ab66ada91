#!/usr/bin/env python3
"""Stand-ins for what a desktop runs beside the program: who sends the computer to sleep, who locks the screen, who shows
notifications, and who lets programs wait in the background.

tests/tour/services.py KIND [NAME]: serves until its standard input ends; every line of it is a command, every line of its
standard output tells what happened.

login1       on the system bus: "sleep" and "wake" announce that, as PrepareForSleep does; who asks for a moment before the
             computer sleeps is told as "asked", and as "ready" once that moment is over
screensaver  on the session bus, called NAME: "lock" and "unlock" announce ActiveChanged
notifications  on the session bus: tells "notify" with all that it was given, as JSON, and "close"; "click" chooses the last one
portal       on the session bus: answers RequestBackground with NAME, "yes" or "no", and tells "background" with what was asked;
             tells "notify" with what it was given to show, as JSON, and "remove"; "click" chooses it, as a portal does
"""

import json
import os
import sys

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

LOGIN = """<node><interface name="org.freedesktop.login1.Manager">
  <method name="Inhibit"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="h" direction="out"/></method>
  <signal name="PrepareForSleep"><arg type="b"/></signal>
</interface></node>"""
SCREEN = """<node><interface name="{name}">
  <method name="GetActive"><arg type="b" direction="out"/></method>
  <signal name="ActiveChanged"><arg type="b"/></signal>
</interface></node>"""
NOTIFICATIONS = """<node><interface name="org.freedesktop.Notifications">
  <method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/>
    <arg type="s" direction="out"/></method>
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/><arg type="a{sv}" direction="in"/>
    <arg type="i" direction="in"/><arg type="u" direction="out"/></method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
</interface></node>"""
PORTAL = """<node><interface name="org.freedesktop.portal.Background">
  <method name="RequestBackground"><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method>
</interface><interface name="org.freedesktop.portal.Notification">
  <method name="AddNotification"><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/></method>
  <method name="RemoveNotification"><arg type="s" direction="in"/></method>
  <property name="version" type="u" access="read"/>
</interface></node>"""
APPLICATION = ("io.github.leidraad.Leidraad", "/io/github/leidraad/Leidraad", "org.freedesktop.Application")
SHOWN = 5


def say(text):
    print(text, flush=True)


def inhibit(connection, sender, path, interface, method, parameters, invocation):
    what, _who, _why, mode = parameters.unpack()
    ours, theirs = os.pipe()
    fds = Gio.UnixFDList.new()
    handle = fds.append(theirs)
    os.close(theirs)
    invocation.return_value_with_unix_fd_list(GLib.Variant("(h)", (handle,)), fds)
    say(f"asked {what} {mode}")

    def over(_fd, _condition):
        os.close(ours)
        say("ready")
        return False

    GLib.unix_fd_add_full(GLib.PRIORITY_DEFAULT, ours, GLib.IOCondition.HUP, over)


def active(connection, sender, path, interface, method, parameters, invocation):
    invocation.return_value(GLib.Variant("(b)", (False,)))


def show(connection, sender, path, interface, method, parameters, invocation):
    answers = {"GetServerInformation": GLib.Variant("(ssss)", ("double", "leidraad", "1", "1.2")),
               "GetCapabilities": GLib.Variant("(as)", (["actions", "body"],)), "Notify": GLib.Variant("(u)", (SHOWN,))}
    if method == "Notify":
        say("notify " + json.dumps(parameters.unpack(), ensure_ascii=False))
    elif method == "CloseNotification":
        say("close")
    invocation.return_value(answers.get(method))


def background(allowed):
    def answer(connection, sender, path, interface, method, parameters, invocation):
        options = parameters.unpack()[1]
        request = f"/org/freedesktop/portal/desktop/request/{sender[1:].replace('.', '_')}/{options['handle_token']}"
        invocation.return_value(GLib.Variant("(o)", (request,)))
        say(f"background {options.get('autostart')} {' '.join(options.get('commandline', []))}".rstrip())
        results = {"background": GLib.Variant("b", allowed), "autostart": GLib.Variant("b", allowed and options.get("autostart"))}
        connection.emit_signal(sender, request, "org.freedesktop.portal.Request", "Response", GLib.Variant("(ua{sv})", (0, results)))
    return answer


def notification(connection, sender, path, interface, method, parameters, invocation):
    invocation.return_value(None)
    if method == "AddNotification":
        say("notify " + json.dumps(parameters.unpack(), ensure_ascii=False))
    else:
        say("remove")


def version(connection, sender, path, interface, name):
    return GLib.Variant("u", 2)


def choose(connection):
    """The portal activates the action that every notification of the application leads to."""
    connection.call(*APPLICATION, "ActivateAction", GLib.Variant("(sava{sv})", ("show-today", [], {})), None,
                    Gio.DBusCallFlags.NONE, -1, None, None)


def main():
    kind, bus, said, commands = sys.argv[1], Gio.BusType.SESSION, "(b)", {}
    if kind == "login1":
        bus, name, path, interface = Gio.BusType.SYSTEM, "org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager"
        xml, signal, commands, answer = LOGIN, "PrepareForSleep", {"sleep": (True,), "wake": (False,)}, inhibit
    elif kind == "notifications":
        name, path = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
        interface, xml, signal, said, answer = name, NOTIFICATIONS, "ActionInvoked", "(us)", show
        commands = {"click": (SHOWN, "default")}
    elif kind == "portal":
        name, path, interface = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Background"
        xml, signal, answer = PORTAL, None, background(sys.argv[2] == "yes")
    else:
        name = interface = sys.argv[2]
        path = "/" + name.replace(".", "/")
        xml, signal, commands, answer = SCREEN.format(name=name), "ActiveChanged", {"lock": (True,), "unlock": (False,)}, active
    connection = Gio.bus_get_sync(bus)
    interfaces = Gio.DBusNodeInfo.new_for_xml(xml).interfaces
    connection.register_object(path, interfaces[0], answer, None, None)
    if kind == "portal":
        connection.register_object(path, interfaces[1], notification, version, None)
    loop = GLib.MainLoop()

    def command(_fd, _condition):
        lines = os.read(0, 4096).decode()
        if not lines:
            loop.quit()
            return False
        for line in lines.split():
            if kind == "portal":
                choose(connection)
                continue
            connection.emit_signal(None, path, interface, signal, GLib.Variant(said, commands[line]))
        connection.flush_sync()
        return True

    GLib.unix_fd_add_full(GLib.PRIORITY_DEFAULT, 0, GLib.IOCondition.IN | GLib.IOCondition.HUP, command)
    Gio.bus_own_name_on_connection(connection, name, Gio.BusNameOwnerFlags.NONE, lambda *_: say("there"), None)
    loop.run()


main()

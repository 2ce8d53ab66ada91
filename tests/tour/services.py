#!/usr/bin/env python3
"""Stand-ins for what a desktop runs beside the program: who sends the computer to sleep, and who locks the screen.

tests/tour/services.py KIND [NAME]: serves until its standard input ends; every line of it is a command, every line of its
standard output tells what happened.

login1       on the system bus: "sleep" and "wake" announce that, as PrepareForSleep does; who asks for a moment before the
             computer sleeps is told as "asked", and as "ready" once that moment is over
screensaver  on the session bus, called NAME: "lock" and "unlock" announce ActiveChanged
"""

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


def main():
    if sys.argv[1] == "login1":
        bus, name, path, interface = Gio.BusType.SYSTEM, "org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager"
        xml, signal, commands, answer = LOGIN, "PrepareForSleep", {"sleep": True, "wake": False}, inhibit
    else:
        name = interface = sys.argv[2]
        bus, path = Gio.BusType.SESSION, "/" + name.replace(".", "/")
        xml, signal, commands, answer = SCREEN.format(name=name), "ActiveChanged", {"lock": True, "unlock": False}, active
    connection = Gio.bus_get_sync(bus)
    connection.register_object(path, Gio.DBusNodeInfo.new_for_xml(xml).interfaces[0], answer, None, None)
    loop = GLib.MainLoop()

    def command(_fd, _condition):
        lines = os.read(0, 4096).decode()
        if not lines:
            loop.quit()
            return False
        for line in lines.split():
            connection.emit_signal(None, path, interface, signal, GLib.Variant("(b)", (commands[line],)))
        connection.flush_sync()
        return True

    GLib.unix_fd_add_full(GLib.PRIORITY_DEFAULT, 0, GLib.IOCondition.IN | GLib.IOCondition.HUP, command)
    Gio.bus_own_name_on_connection(connection, name, Gio.BusNameOwnerFlags.NONE, lambda *_: say("there"), None)
    loop.run()


main()

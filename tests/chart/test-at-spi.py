#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader gets of a chart: what it is and says, the points that somebody walks to, and the table. CHART-WINDOW shows them."""

import os
import subprocess
import sys
import time

# Warnings end the window, as in every test; here they tell that something was gone before it was asked.
DEBUG = os.environ.pop("G_DEBUG", "")

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

SECONDS = 30
TITLE = "Apples & pears"
SUMMARY = "Team player <rose> from 3.1 to 7.4."
NAME = "leidraad-chart-window"

heard = []


def until(probe, what):
    """The first thing that PROBE gives and that counts as true; events are taken in meanwhile."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            found = probe()
        except GLib.Error:
            found = None
        if found:
            return found
        time.sleep(0.05)
    raise SystemExit(f"Bail out! {what} did not appear within {SECONDS} s; heard: {heard}")


def walk(node):
    yield node
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            yield from walk(child)


def application():
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    for i in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(i)
        if child is not None and child.get_name() == NAME and child.get_child_count():
            return child
    return None


def words(root):
    """What all that shows below ROOT is called."""
    root.clear_cache()
    return {node.get_name() for node in walk(root)}


def press(process, key):
    """What is said when a key is pressed on the chart."""
    heard.clear()
    process.stdin.write(key + "\n")
    process.stdin.flush()
    return until(lambda: heard and heard[-1], f"words after {key}")


def check(number, what, holds, seen):
    print(f"{'ok' if holds else 'not ok'} {number} {what}" + ("" if holds else f" # {seen}"), flush=True)
    return holds


def main():
    # The bus of this session, whatever stands in for it in other tests.
    environment = dict(os.environ, GTK_A11Y="atspi", G_DEBUG=DEBUG)
    process = subprocess.Popen([sys.argv[1]], stdin=subprocess.PIPE, text=True, env=environment)
    listener = Atspi.EventListener.new(lambda event: heard.append(str(event.any_data)))
    listener.register("object:announcement")
    print("1..5", flush=True)
    root = until(application, "the window")
    chart = until(lambda: next((n for n in walk(root) if n.get_name() == TITLE and n.get_role_name() in ("image", "img")), None), "the chart")
    fine = [check(1, "the chart says what it shows", chart.get_description() == SUMMARY, chart.get_description())]
    last = press(process, "End")
    fine.append(check(2, "its last point", last.startswith("7 November 2019") and "Integrator: 7.0" in last, last))
    first = press(process, "Home")
    fine.append(check(3, "its first point", "Team player: 6.2" in first, first))
    second = press(process, "Right")
    fine.append(check(4, "the next point", second != first and "10 July 2019" in second, second))
    wanted = {"Day", "Team player", "Integrator", "7.0", "7 Nov 2019"}
    seen = until(lambda: wanted <= words(root) and wanted, "the table")
    fine.append(check(5, "the table", bool(seen), seen))
    listener.deregister("object:announcement")
    process.stdin.close()
    status = process.wait(SECONDS)
    if status or not all(fine):
        raise SystemExit(1)


main()

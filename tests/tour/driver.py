"""Drives Leidraad's real window as a person would: finds its controls through AT-SPI, presses real keys, takes pictures.

Runs inside one D-Bus session with an X display (see tests/tour/run). Nothing in it knows what Leidraad is about.
"""

import os
import signal
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

Atspi.set_timeout(5000, 15000)

# Pixels at most between the size of a window and that of what is in it, where there is no compositor.
FRAME = 16


class NotThere(AssertionError):
    """What was looked for did not appear in time; the message says what the window held instead."""


def walk(node, depth=0):
    """Every accessible below NODE that is showing, NODE first."""
    if node is None or depth > 60:
        return
    yield node
    try:
        count = node.get_child_count()
    except Exception:
        return
    for i in range(count):
        try:
            child = node.get_child_at_index(i)
            if child is None:
                continue
            states = child.get_state_set()
            if not states.contains(Atspi.StateType.SHOWING) and child.get_role_name() not in ("application",):
                continue
        except Exception:
            continue
        yield from walk(child, depth + 1)


def name_of(node):
    """What a control is called; a choice in a menu is called only by the label inside it."""
    try:
        name = node.get_name() or ""
        if name or node.get_role_name() != "menu item":
            return name
        labels = [r.get_target(0) for r in node.get_relation_set() if r.get_relation_type() == Atspi.RelationType.LABELLED_BY]
        text = labels[0].get_text_iface()
        return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text))
    except Exception:
        return ""


def text_of(node):
    """The text of a text control, or what it is called."""
    try:
        text = node.get_text_iface()
        return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text else name_of(node)
    except Exception:
        return name_of(node)


class Application:
    """One running process of the application, and what its windows show."""

    def __init__(self, command, log, environment=None):
        self.command = command
        self.log = open(log, "ab")
        env = dict(os.environ)
        env.update(environment or {})
        known = self._on_the_bus()
        self.process = subprocess.Popen(command, stdout=self.log, stderr=self.log, env=env, start_new_session=True)
        self.root = self._until(lambda: self._appeared(known), 60, "the application on the accessibility bus")

    @staticmethod
    def _on_the_bus():
        """The applications on the accessibility bus, by what tells them apart; one that is just ending is left out."""
        desktop, found = Atspi.get_desktop(0), {}
        for i in range(desktop.get_child_count()):
            try:
                child = desktop.get_child_at_index(i)
                if child is not None:
                    found[child.get_process_id(), name_of(child)] = child
            except GLib.GError:
                continue
        return found

    def _appeared(self, known):
        if self.process.poll() is not None:
            raise NotThere(f"the application ended with status {self.process.returncode}")
        for key, child in self._on_the_bus().items():
            if "eidraad" in key[1] and key not in known and child.get_child_count() > 0:
                return child
        return None

    def _until(self, probe, seconds, what):
        end = time.monotonic() + seconds
        while True:
            try:
                found = probe()
            except NotThere:
                raise
            except Exception:
                found = None
            if found:
                return found
            if time.monotonic() > end:
                raise NotThere(f"{what} did not appear within {seconds} s\n{self.outline() if hasattr(self, 'root') else ''}")
            time.sleep(0.05)

    def outline(self):
        """What the windows hold, one control a line; for messages."""
        lines = []
        try:
            self.root.clear_cache()
            for node in walk(self.root):
                name = name_of(node)
                if name:
                    lines.append(f"  {node.get_role_name()}: {name[:80]}")
        except Exception as error:
            lines.append(f"  ({error})")
        return "\n".join(lines[:150])

    def all(self, role=None, name=None, within=None, fresh=True):
        """What is showing; unless it is to be FRESH, what is known from a look just before is good enough, and much faster."""
        roles = (role,) if isinstance(role, str) else role
        names = (name,) if isinstance(name, str) or callable(name) else name
        root = within or self.root
        if fresh:
            root.clear_cache()
        found = []
        for node in walk(root):
            try:
                if roles and node.get_role_name() not in roles:
                    continue
            except Exception:
                continue
            if names is not None and not any(self._matches(node, n) for n in names):
                continue
            found.append(node)
        return found

    @staticmethod
    def _matches(node, name):
        actual = name_of(node)
        return name(actual) if callable(name) else actual == name

    def find(self, role=None, name=None, seconds=15, within=None):
        return self._until(lambda: next(iter(self.all(role, name, within)), None), seconds, f"{role} {name!r}")

    def names(self, role=None):
        """What the controls that are showing are called."""
        return [name_of(node) for node in self.all(role)]

    def until(self, probe, what, seconds=15):
        """The first thing that PROBE gives and that counts as true."""
        return self._until(probe, seconds, what)

    def focused(self, name, seconds=15):
        """Waits until the control of that name has the focus."""
        def has_it():
            return next((n for n in self.all(None, name) if n.get_state_set().contains(Atspi.StateType.FOCUSED)), None)
        return self._until(has_it, seconds, f"the focus on {name!r}")

    def has(self, role=None, name=None):
        return bool(self.all(role, name))

    def gone(self, role=None, name=None, seconds=15):
        self._until(lambda: not self.has(role, name), seconds, f"the end of {role} {name!r}")

    def click(self, role=None, name=None, seconds=15, within=None):
        node = self.find(role, name, seconds, within)
        try:
            self.press(node)
        except GLib.Error as error:
            # What was found made way for another of the same name before it could be pressed.
            if "does not exist" not in error.message:
                raise
            node = self.find(role, name, seconds, within)
            self.press(node)
        return node

    def checked(self, name):
        """Whether a switch or a toggle is on."""
        on = (Atspi.StateType.CHECKED, Atspi.StateType.PRESSED)
        return any(n.get_state_set().contains(state) for n in self.all(("check box", "toggle button"), name) for state in on)

    def switch(self, name):
        """Turns a switch in a row: of the two that bear its name, the one inside the row can be pressed."""
        def pressable():
            return next((n for n in self.all("check box", name) if n.get_action_iface() and n.get_action_iface().get_n_actions()), None)
        self.press(self._until(pressable, 15, f"switch {name!r}"))

    @staticmethod
    def press(node):
        actions = node.get_action_iface()
        if actions is None or actions.get_n_actions() == 0:
            raise NotThere(f"{node.get_role_name()} {name_of(node)!r} cannot be pressed")
        # It is done when this returns; what follows from it is waited for by whoever wants to see it.
        actions.do_action(0)
        time.sleep(0.05)

    def write(self, role, name, text, seconds=15, within=None):
        """Replaces what the control holds."""
        node = self.find(role, name, seconds, within)
        node.get_editable_text_iface().set_text_contents(text)
        return node

    def append(self, node, text):
        """Adds TEXT at the end of a text control, as an input method does."""
        editable = node.get_editable_text_iface()
        length = Atspi.Text.get_character_count(node.get_text_iface())
        editable.insert_text(length, text, len(text.encode()))

    def until_text(self, probe, seconds=15, what="the text"):
        """Waits until a showing text for which PROBE holds is there."""
        return self._until(lambda: next((n for n in self.all() if probe(text_of(n))), None), seconds, what)

    def click_into(self, node):
        """A click of the pointer in the middle of a control, for what needs the real focus."""
        box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        window = subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True).stdout.strip()
        x, y = box.x + min(box.width // 2, 200), box.y + min(box.height // 2, 30)
        subprocess.run(["xdotool", "mousemove", "--window", window, str(x), str(y), "click", "1"], check=True)
        time.sleep(0.3)

    def at_rest(self, role, name):
        """Waits until a control, such as a dialog that takes another shape, has stopped moving."""
        places = []

        def stands():
            box = self.find(role, name).get_component_iface().get_extents(Atspi.CoordType.WINDOW)
            places.append((box.x, box.y, box.width, box.height))
            time.sleep(0.2)
            return len(places) > 2 and len(set(places[-3:])) == 1

        self._until(stands, 15, f"the end of the movement of {name!r}")

    @staticmethod
    def wheel(clicks):
        """Scrolls down what lies under the pointer."""
        subprocess.run(["xdotool", "click", "--repeat", str(clicks), "--delay", "8", "5"], check=True)
        time.sleep(0.6)

    @staticmethod
    def window():
        """The X window that has the focus, or nothing."""
        return subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True).stdout.strip()

    def size(self):
        """Width and height of the window, in pixels."""
        out = subprocess.run(["xdotool", "getwindowgeometry", "--shell", self.window()], capture_output=True, text=True, check=True).stdout
        values = dict(line.split("=") for line in out.split())
        return int(values["WIDTH"]), int(values["HEIGHT"])

    def key(self, *keys):
        for key in keys:
            subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)
            time.sleep(0.15)

    def type(self, text):
        """Real keys. What is on no key is put on one that is not there otherwise, and stays, so that no key press outlives it."""
        strange = sorted({char for char in text if not char.isascii()})
        keys = "".join(f"key <FK{13 + i}> {{ [ U{ord(char):04X} ] }}; " for i, char in enumerate(strange))
        if strange:
            keymap = ('xkb_keymap { xkb_keycodes { include "evdev+aliases(qwerty)" }; xkb_types { include "complete" }; '
                      'xkb_compat { include "complete" }; xkb_symbols { include "pc+us+inet(evdev)" ' + keys + "}; };")
            subprocess.run(["xkbcomp", "-w0", "-", os.environ["DISPLAY"]], input=keymap, text=True, check=True)
            time.sleep(0.5)
        subprocess.run(["xdotool", "type", "--delay", "12", "--clearmodifiers", "--", text], check=True)
        time.sleep(0.2)

    def resize(self, width, height):
        window = subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True).stdout.strip()
        if window:
            subprocess.run(["xdotool", "windowsize", "--sync", window, str(width), str(height)], check=False)
            self._settle(width, height)

    def _settle(self, width, height):
        """The display's word for a window is not yet the program's: waits until its contents have that size, or do not want it."""
        end = time.monotonic() + 5
        while time.monotonic() < end:
            frame = next(iter(self.all("frame")), None)
            box = frame and frame.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
            if box and abs(box.width - width) <= FRAME and abs(box.height - height) <= FRAME:
                break
            time.sleep(0.1)
        time.sleep(0.3)

    def picture(self, path):
        time.sleep(0.6)
        window = subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True).stdout.strip() or "root"
        subprocess.run(["import", "-window", window, path], check=True)

    def unnamed(self):
        """Focusable, showing controls without a name or a label. What only scrolls or holds others is no control, nor is the list
        inside a row that has a name."""
        found = []
        self.root.clear_cache()
        for node in walk(self.root):
            states = node.get_state_set()
            if not states.contains(Atspi.StateType.FOCUSABLE) or name_of(node) or node.get_role_name() in ("scroll pane", "panel"):
                continue
            relations = [r.get_relation_type() for r in node.get_relation_set()]
            if Atspi.RelationType.LABELLED_BY in relations:
                continue
            if not self._in_named_row(node):
                found.append(node.get_role_name())
        return found

    @staticmethod
    def _in_named_row(node):
        for _ in range(4):
            node = node.get_parent()
            if node is None or node.get_role_name() in ("list item", "combo box") and name_of(node):
                return node is not None
        return False

    def outside(self, fresh=True):
        """What shows words beyond the left or the right side of the window. The place of a control is known but for the padding of
        what holds it, so a few pixels count for nothing."""
        width, spare, found = self.size()[0], 40, []
        for node in self.all(("label", "button", "push button", "heading", "toggle button"), fresh=fresh):
            component = node.get_component_iface()
            box = component and component.get_extents(Atspi.CoordType.WINDOW)
            if box and box.width > 0 and (box.x < -spare or box.x + box.width > width):
                found.append(f"{node.get_role_name()} {name_of(node)!r} from {box.x} to {box.x + box.width}")
        return found

    def kill(self):
        """Ends it as a power cut would: the whole group of processes, at once."""
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()

    def close(self):
        self.key("ctrl+q")
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.kill()
            raise NotThere("the end of the application after Ctrl+Q")

"""The page on which is chosen what goes out of a journal, as a person meets it."""

import os
import subprocess
import time

from gi.repository import Atspi

from driver import text_of

BUTTON = ("button", "push button")
FORMATS = ("pdf", "odt", "html", "md", "csv", "json")
WHOLE_JOURNAL = 3


class ExportPage:
    """APP is unlocked; SAY translates."""

    def __init__(self, app, say=lambda text, context=None: text):
        self.app, self.say = app, say

    def label(self, message, context=None):
        return (self.say(message, context) if context else self.say(message)).replace("_", "")

    def open(self):
        """By the keyboard; all of it is there when this returns."""
        self.app.key("ctrl+shift+e")
        self.app.find("dialog", self.label("Export for Review"))
        self.ready()

    def ready(self):
        """Waits until what is seen is what was asked for."""
        def is_ready():
            button = self.app.find(BUTTON, self.label("_Save…"))
            return button.get_state_set().contains(Atspi.StateType.SENSITIVE)

        time.sleep(0.4)
        self.app.until(is_ready, "pages that can be saved")

    def reach(self, role, name):
        """Scrolls to a row, as one does with the wheel."""
        for _ in range(20):
            row, dialog = self.app.find(role, name), self.dialog()
            box, around = (n.get_component_iface().get_extents(Atspi.CoordType.WINDOW) for n in (row, dialog))
            below, above = box.y + box.height > around.y + around.height - 8, box.y < around.y + 60
            if not below and not above:
                return row
            subprocess.run(["xdotool", "mousemove", "--window", self.app.window(), str(box.x + 60), str(around.y + around.height // 2),
                            "click", "--repeat", "2", "--delay", "8", "5" if below else "4"], check=True)
            time.sleep(0.4)
        raise AssertionError(f"{name} cannot be scrolled to")

    def choose(self, row, place):
        """What stands at a place of a row's choices, from 0."""
        self.app.click_into(self.reach("combo box", self.label(row)))
        time.sleep(0.4)
        self.app.key("Home", *["Down"] * place, "Return")
        self.ready()

    def choose_format(self, suffix):
        self.choose("Format", FORMATS.index(suffix))

    def replace(self, name):
        """Has something else stand for a name."""
        self.app.switch(self.label("Replace %s") % name)
        self.ready()

    def pages(self):
        """What is on the pages that are in sight."""
        return "\n".join(text_of(node) for node in self.app.all("document text", within=self.dialog()))

    def answer(self, title, path):
        """Types a path into the dialog that asks where to save."""
        self.app.find("dialog", self.label(title))
        self.app.key("ctrl+a")
        self.app.type(path)
        self.app.key("Return")

    def point_out(self, title, path, found=None):
        """Gives a path to the dialog that asks which file; what is typed there letter by letter, it finishes by itself. FOUND says
        that it took it, where that leads to another dialog of that title."""
        dialog = self.app.find("dialog", self.label(title))
        self.app.key("ctrl+l")
        self.app.write(("text", "entry"), None, path, within=dialog)
        # It looks at the folder first, and hears nothing until it has.
        for _ in range(10):
            time.sleep(0.7)
            if found() if found else not self.app.has("dialog", self.label(title)):
                return
            self.app.click(BUTTON, lambda name: name in ("Open", "Openen"), within=dialog)
        assert not found, f"{path} was not taken"
        self.app.gone("dialog", self.label(title))

    def save(self, path, left_out=False):
        """Saves what is seen; the file is there when this returns."""
        self.app.click(BUTTON, self.label("_Save…"))
        self.answer("Export", path)
        said = self.say("Exported without private notes. The file is not encrypted: keep it where only you can read it."
                        if left_out else "Exported. The file is not encrypted: keep it where only you can read it.")
        self.app.until_text(lambda shown: shown == said, what=said)
        assert os.path.exists(path), f"{path} is not there"

    def open_log(self):
        self.app.click("toggle button", self.label("More"), within=self.dialog())
        self.app.click("menu item", self.label("_What Went Out"))
        self.app.gone("menu item")
        self.app.find("label", self.label("What Went Out"))

    def dialog(self):
        return self.app.find("dialog", self.label("Export for Review"))

    def close(self):
        """After something was saved."""
        self.app.click(BUTTON, self.label("_Close"), within=self.dialog())
        self.app.gone("dialog", self.label("Export for Review"))

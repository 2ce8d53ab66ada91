"""What locks by itself: sleep, the lock of the screen, idleness. The screen is empty at once and nothing is lost."""

import os
import queue
import subprocess
import sys
import threading

from stage import BUTTON, FIELD

SECRET = "something that nobody else should read"


class Service:
    """A stand-in from tests/tour/services.py."""

    def __init__(self, stage, *arguments):
        self.process = subprocess.Popen([sys.executable, f"{stage.tree}/tests/tour/services.py", *arguments], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        self.lines = queue.Queue()
        threading.Thread(target=lambda: [self.lines.put(line.strip()) for line in self.process.stdout], daemon=True).start()
        stage.afterwards.append(self.end)
        self.hear("there")

    def tell(self, command):
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()

    def said(self, seconds=15):
        """The next thing that it tells."""
        return self.lines.get(timeout=seconds)

    def hear(self, expected, seconds=15):
        said = self.said(seconds)
        assert said == expected, f"{said!r} instead of {expected!r}"

    def quiet(self):
        assert self.lines.empty(), self.lines.get()

    def end(self):
        self.process.stdin.close()
        self.process.wait(10)


def system_bus(stage):
    """A system bus of our own, for what this scene starts."""
    os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = stage.bus()
    stage.afterwards.append(lambda: os.environ.pop("DBUS_SYSTEM_BUS_ADDRESS"))


def writing(stage):
    """An open journal in which something is being written; its path and the program."""
    path = stage.journal("Anna")
    app = stage.start(path)
    stage.unlock(app)
    stage.write(app, "Half", SECRET)
    return path, app


def locked(stage, app, path):
    """Nothing of it shows, and what was written is in the file."""
    app.find(FIELD, "Passphrase")
    stage.says(app, "This journal is locked.")
    assert SECRET not in app.outline() and "Half" not in app.outline() and "First of" not in app.outline(), app.outline()
    assert stage.texts(path)[0].strip() == SECRET


def sleep(stage):
    """Before the computer sleeps the journal is saved and locked, and only then does it sleep."""
    system_bus(stage)
    login = Service(stage, "login1")
    path, app = writing(stage)
    login.hear("asked sleep delay")
    login.tell("sleep")
    login.hear("ready")
    locked(stage, app, path)
    login.tell("wake")
    stage.unlock(app)
    login.hear("asked sleep delay")
    app.key("ctrl+l")
    login.hear("ready")
    login.tell("sleep")
    stage.unlock(app)
    login.hear("asked sleep delay")
    app.close()
    login.hear("ready")
    login.quiet()


def no_sleep(stage):
    """Who does not want that is left alone."""
    system_bus(stage)
    login = Service(stage, "login1")
    stage.settings(lock_on_suspend="false")
    path, app = writing(stage)
    login.tell("sleep")
    login.tell("wake")
    stage.says(app, "Saved")
    assert app.has(BUTTON, "New entry")
    login.quiet()


def dialogs(stage):
    """An open dialog keeps nobody from locking or leaving."""
    path, app = writing(stage)
    app.key("ctrl+comma")
    app.find("page tab", "General")
    app.key("ctrl+l")
    locked(stage, app, path)
    app.gone("page tab", "General")
    stage.unlock(app)
    app.key("ctrl+question")
    app.find("dialog", "Keyboard Shortcuts")
    app.close()


def screen(name):
    def act(stage):
        """The journal locks with the screen; a dialog for files goes too."""
        desktop = Service(stage, "screensaver", name)
        path, app = writing(stage)
        desktop.tell("unlock")
        app.key("ctrl+o")
        app.find("dialog", "Open a Journal")
        desktop.tell("lock")
        locked(stage, app, path)
        app.gone("dialog", "Open a Journal")
        desktop.tell("unlock")
        stage.unlock(app)
        app.close()
    return act


def play(stage):
    stage.play([
        ("going to sleep", sleep), ("going to sleep, not locked", no_sleep), ("the screen locks", screen("org.gnome.ScreenSaver")),
        ("another desktop's screen locks", screen("org.freedesktop.ScreenSaver")),
        ("locking from a dialog", dialogs),
    ])

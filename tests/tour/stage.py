"""Where an act is played: a home that vanishes, a display and a bus of its own, and the program of a build folder.

An act is a list of scenes, each a name and a function that is given the stage. Every scene begins in an empty home and is one
case; what it started is ended after it.
"""

import gettext
import os
import shutil
import subprocess
import tempfile
import time

from driver import Application, text_of

BUTTON = ("button", "push button")
FIELD = ("text", "entry", "password text")
PASSPHRASE = "four horses upon the dike"


def until(probe, seconds=15, what="what was waited for"):
    """The first thing that PROBE gives and that counts as true."""
    end = time.monotonic() + seconds
    while True:
        found = probe()
        if found:
            return found
        assert time.monotonic() < end, f"{what} did not come within {seconds} s"
        time.sleep(0.05)


class Stage:
    def __init__(self, build, cases):
        self.build, self.cases = build, cases
        self.program, self.terminal = f"{build}/src/app/leidraad", f"{build}/src/cli/leidraadctl"
        self.tree = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
        self.top = tempfile.mkdtemp()
        self.log = f"{cases.pictures}/leidraad.log"
        self.started, self.afterwards, self.scene = [], [], 0
        os.environ.update(
            LC_ALL="en_GB.UTF-8", LANGUAGE="en", GSETTINGS_SCHEMA_DIR=f"{build}/data", GSETTINGS_BACKEND="keyfile",
            GDK_BACKEND="x11", GSK_RENDERER="cairo", GDK_DEBUG="no-portals", ADW_DISABLE_PORTAL="1", GIO_USE_VFS="local",
            GDK_DISABLE="gl,vulkan")
        self.empty()

    def empty(self):
        """Another home, in which nobody has been yet."""
        self.scene += 1
        self.home = f"{self.top}/{self.scene}"
        self.data = f"{self.home}/data/leidraad"
        for folder in ("data", "config/glib-2.0/settings", "cache", "tmp"):
            os.makedirs(f"{self.home}/{folder}", mode=0o700)
        os.environ.update(HOME=self.home, XDG_DATA_HOME=f"{self.home}/data", XDG_CONFIG_HOME=f"{self.home}/config",
                          XDG_CACHE_HOME=f"{self.home}/cache", TMPDIR=f"{self.home}/tmp")
        with open(f"{self.home}/passphrase", "w", encoding="utf-8") as file:
            file.write(PASSPHRASE + "\n")

    def bus(self):
        """A bus on which nothing runs and nothing is started, for this scene; its address."""
        bus = subprocess.Popen(["dbus-daemon", f"--config-file={self.tree}/tests/tour/empty-bus.conf", "--nofork", "--print-address"],
                               stdout=subprocess.PIPE, text=True)

        def end():
            bus.kill()
            bus.wait()

        self.afterwards.append(end)
        return bus.stdout.readline().strip()

    def a11y(self):
        """The bus of the accessibility tree, for a program that is on another session bus."""
        reply = subprocess.run(["gdbus", "call", "--session", "-d", "org.a11y.Bus", "-o", "/org/a11y/bus", "-m", "org.a11y.Bus.GetAddress"],
                               capture_output=True, text=True, check=True)
        return {"AT_SPI_BUS_ADDRESS": reply.stdout.split("'")[1]}

    def share(self):
        """A command that has the program it is given find its translations below the home of this scene, in share: where it looks is
        built in, but in a namespace of its own that is another folder."""
        inside = 'mount --bind "$1" /usr/local/share && shift && exec unshare --map-user="$1" --map-group="$2" -- "$3" "$4"'
        return ["unshare", "-rm", "sh", "-c", inside, "sh", f"{self.home}/share", str(os.getuid()), str(os.getgid())]

    def speaking(self, language):
        """What translates a message, and how the program is started in that language."""
        if language == "en":
            return (lambda text, context=None: text), {"environment": {}}
        place = f"locale/{language}/LC_MESSAGES"
        shutil.copytree(f"{self.build}/po/{language}/LC_MESSAGES", f"{self.home}/share/{place}")
        with open(f"{self.home}/share/{place}/leidraad.mo", "rb") as file:
            catalogue = gettext.GNUTranslations(file)
        locale = {"nl": "nl_NL.UTF-8"}[language]
        return (lambda text, context=None: catalogue.pgettext(context, text) if context else catalogue.gettext(text),
                {"command": self.share(), "environment": {"LC_ALL": locale, "LANGUAGE": language}})

    def settings(self, **values):
        """What the application's settings hold before it starts, in GVariant's writing."""
        with open(f"{self.home}/config/glib-2.0/settings/keyfile", "a", encoding="utf-8") as file:
            file.write("[io/github/leidraad/Leidraad]\n" + "".join(f"{k.replace('_', '-')}={v}\n" for k, v in values.items()))

    def start(self, *arguments, command=(), environment=None):
        app = Application([*command, self.program, *arguments], self.log, environment)
        self.started.append(app)
        return app

    def ctl(self, *arguments, stdin="", status=0):
        """Runs leidraadctl and gives what it wrote; its exit status must be STATUS."""
        secret = ("--passphrase-file", f"{self.home}/passphrase")
        run = subprocess.run([self.terminal, *arguments, *secret], input=stdin, capture_output=True, text=True, timeout=60)
        assert run.returncode == status, f"{arguments} ended with {run.returncode}, not {status}: {run.stderr}"
        return run.stdout if status == 0 else run.stderr

    def journal(self, name, folder=None):
        """A journal with one entry, made in the terminal; its path."""
        folder = folder or f"{self.home}/files"
        os.makedirs(folder, exist_ok=True)
        path = f"{folder}/{name}.leidraad"
        self.ctl("create", path, "--leader", name)
        self.ctl("add", path, "--title", f"First of {name}", stdin="It was there before.\n")
        return path

    def texts(self, path):
        """All texts of a journal that is closed, newest first."""
        import json
        return [json.loads(self.ctl("show", path, entry["id"], "--json"))["text"]
                for entry in json.loads(self.ctl("list", path, "--json"))]

    @staticmethod
    def unlock(app, passphrase=PASSPHRASE):
        app.write(FIELD, "Passphrase", passphrase)
        app.click(BUTTON, "Unlock")
        return app.find(BUTTON, "New entry", seconds=30)

    @staticmethod
    def write(app, title, text):
        """A new entry; what is written is not saved yet when this returns."""
        app.key("ctrl+n")
        app.write(FIELD, "Title", title)
        app.append(app.find(FIELD, "Text"), text)

    def again(self, *arguments):
        """A second start, which hands over what it was asked and leaves."""
        subprocess.run([self.program, *arguments], check=True, timeout=30, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    @staticmethod
    def text(app):
        """What the entry says on the screen."""
        return text_of(app.find(FIELD, "Text"))

    @staticmethod
    def says(app, text, seconds=15):
        return app.until_text(lambda shown: shown == text, seconds, repr(text))

    def play(self, scenes):
        for name, function in scenes:
            self.empty()
            self.scene_name = name.replace(",", "").replace(" ", "-")
            self.cases.run(name, lambda function=function: function(self))
            for app in self.started:
                app.kill()
            self.started.clear()
            while self.afterwards:
                self.afterwards.pop()()
        self.cases.run("nothing to warn about", self.quiet)

    def quiet(self):
        with open(self.log, encoding="utf-8", errors="replace") as file:
            bad = [line for line in file if "CRITICAL" in line or "WARNING" in line and "Leidraad" in line]
        assert not bad, "".join(bad[:20])

    def leave(self):
        shutil.rmtree(self.top, ignore_errors=True)

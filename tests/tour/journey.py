"""The main job, done as a person does it: make a journal, write a page, be cut off, come back, find it.

Each step is a case of its own; a step that fails leaves a picture and ends the journey. Which process is driven, and in which
language, is decided by the caller.
"""

import subprocess
import time
import traceback

from driver import text_of

PASSPHRASE = "vier paarden op de dijk"
LEADER = "Sanne de Wit"
TITLE = "De terugbetaling die vier telefoontjes kostte"
PARAGRAPHS = [
    "Vanochtend belde een klant voor de vierde keer over één terugbetaling. Nadia bleef kalm, liet hem uitpraten en schreef "
    "de oorzaak op in plaats van de klacht: het magazijn boekt retouren alleen op dinsdag.",
    "Mijn eerste impuls was om het hele proces op het bord te tekenen. Naïef misschien; zij had één antwoord nodig voor deze "
    "ene man, vandaag. Ik heb meegeluisterd en niets gezegd tot zij mij erbij vroeg. 🙂👍🏽",
    "Wat ik volgende keer anders doe:",
]
LIST = ["eerst het antwoord, dan het proces", "Nadia haar verhaal laten vertellen in de klantminuut", "Joris bellen over de retouren"]
CLOSING = "Morgen om 9.00 uur kijk ik met Mo naar de wachtrij. Coördineren hoeft niet alleen door mij: hij kan dat prima."
ACCENTED, BARE = "Coördineren", "coordineren"

ENTRY_ROLES = ("text", "entry", "password text")


class Cases:
    """Counts what passed and what failed, and says so."""

    def __init__(self, pictures):
        self.passed = self.failed = 0
        self.pictures = pictures

    def picture(self, name):
        subprocess.run(["import", "-window", "root", f"{self.pictures}/{name}.png"], check=False)

    def run(self, name, step, application=None):
        try:
            step()
        except Exception:
            self.failed += 1
            print(f"not ok {name}\n{traceback.format_exc()}", flush=True)
            self.picture(f"failed-{name.replace(' ', '-')}")
            return False
        self.passed += 1
        print(f"ok {name}", flush=True)
        return True

    def summary(self):
        print(f"{self.passed} passed, {self.failed} failed", flush=True)
        return self.failed == 0 and self.passed > 0


class Journey:
    """START () starts a process of the application and gives its driver; SAY translates a message of the interface."""

    def __init__(self, start, say, cases, picture_file, prefix):
        self.start, self.say, self.cases = start, say, cases
        self.picture_file, self.prefix = picture_file, prefix
        self.app = None

    def label(self, message):
        return self.say(message).replace("_", "")

    def picture(self, name):
        self.app.picture(f"{self.cases.pictures}/{self.prefix}-{name}.png")

    def begin(self):
        self.app = self.start()
        self.app.find(name=self.label("_Start a Journal"), role=("button", "push button"), seconds=40)
        self.picture("welcome")

    def create(self):
        app = self.app
        app.click(("button", "push button"), self.label("_Start a Journal"))
        app.write(ENTRY_ROLES, self.label("Name of the leader"), LEADER)
        app.write(ENTRY_ROLES, self.label("Passphrase"), PASSPHRASE)
        app.write(ENTRY_ROLES, self.label("The same again"), PASSPHRASE)
        self.picture("new-journal")
        app.click(("button", "push button"), self.label("Create journal"))
        app.click(("button", "push button"), self.label("_Begin"), seconds=30)
        app.find(("button", "push button"), self.label("New entry"))

    def write(self):
        app = self.app
        # A key goes to the window that has the focus, which the window manager gives a moment after it appeared.
        app._until(app.window, 15, "the window with the focus")
        app.key("ctrl+n")
        title = app.find(ENTRY_ROLES, self.label("Title"))
        title.get_editable_text_iface().set_text_contents(TITLE)
        text = app.find(ENTRY_ROLES, self.label("Text"))
        for paragraph in PARAGRAPHS:
            app.append(text, paragraph + "\n")
        for item in LIST:
            app.append(text, item + "\n")
        app.append(text, CLOSING)
        self.wait_saved()

    def type_keys(self):
        """Real keys, accents and all, into the line that has the focus, and a list made of them."""
        app = self.app
        app.click_into(app.find(ENTRY_ROLES, self.label("Text")))
        app.key("ctrl+End", "Return")
        app.type("- getypt: één café")
        app.key("Return")
        app.type("nog een regel")
        self.wait_saved()
        assert "getypt: één café" in self.text(), self.text()
        assert "- getypt" not in self.text(), "a typed dash and space did not become a list item"

    def paste_picture(self):
        app = self.app
        with open(self.picture_file, "rb") as file:
            clip = subprocess.Popen(["xclip", "-selection", "clipboard", "-t", "image/png", "-i"], stdin=file)
        clip.wait(10)
        app.click_into(app.find(ENTRY_ROLES, self.label("Text")))
        app.key("ctrl+End", "Return", "ctrl+v")
        app._until(lambda: any(self.label("with pictures") in n.get_name() for n in app.all("list item")), 10, "the entry with a picture")
        self.wait_saved()
        self.picture("written")

    def text(self):
        return text_of(self.app.find(ENTRY_ROLES, self.label("Text")))

    def wait_saved(self):
        time.sleep(1.2)
        self.app.until_text(lambda text: text == self.label("Saved"), what="the word that all is saved")

    def kill(self):
        self.app.kill()
        self.app = self.start()
        self.app.find(ENTRY_ROLES, self.label("Passphrase"), seconds=40)
        self.picture("locked")

    def refuse(self):
        app = self.app
        app.write(ENTRY_ROLES, self.label("Passphrase"), "iets anders")
        app.click(("button", "push button"), self.label("Unlock"))
        refusal = " ".join(self.say(part) for part in ("That passphrase does not fit this journal.",
                                                       "Try again, or use the recovery sheet."))
        app.until_text(lambda text: text == refusal, what=repr(refusal))
        self.picture("wrong-passphrase")

    def unlock(self):
        app = self.app
        app.write(ENTRY_ROLES, self.label("Passphrase"), PASSPHRASE)
        app.click(("button", "push button"), self.label("Unlock"))
        app.find(("button", "push button"), self.label("New entry"), seconds=30)
        app.until_text(lambda t: TITLE in t, what="the entry's title in the list")

    def find(self):
        app = self.app
        app.key("ctrl+f")
        app.write(ENTRY_ROLES, self.label("Search entries"), BARE)
        app._until(lambda: len(app.all(("list item",), None)) >= 1, 10, "a hit")
        time.sleep(0.5)
        hits = [n for n in app.all(("list item",)) if TITLE in n.get_name()]
        assert hits, app.outline()
        self.picture("found")
        app.key("Down", "Return")
        app._until(lambda: ACCENTED in self.text(), 10, "the text of the entry")
        read = self.text()
        for line in PARAGRAPHS + LIST + [CLOSING, "getypt: één café", "nog een regel"]:
            assert line in read, f"lost: {line}\nread: {read}"
        app.write(ENTRY_ROLES, self.label("Search entries"), "")

    def lock(self):
        app = self.app
        app.key("ctrl+l")
        app.find(ENTRY_ROLES, self.label("Passphrase"), seconds=20)
        assert TITLE not in app.outline(), "the entry still shows after locking"

    def named(self):
        unnamed = self.app.unnamed()
        assert not unnamed, f"controls without a name: {unnamed}"

    def run(self):
        steps = [
            ("first start", self.begin), ("create a journal", self.create), ("write a page", self.write),
            ("type with real keys", self.type_keys), ("paste a picture", self.paste_picture), ("every control has a name", self.named),
            ("kill and start again", self.kill), ("refuse a wrong passphrase", self.refuse), ("unlock", self.unlock),
            ("find it without its accent", self.find), ("lock", self.lock),
        ]
        return self.play(steps)

    def play(self, steps):
        """Step after step, each a case; after one that fails, those that are left count as failed."""
        for number, (name, step) in enumerate(steps):
            if not self.cases.run(f"{self.prefix} {name}", step):
                if self.app is not None:
                    print(self.app.outline())
                self.cases.failed += len(steps) - number - 1
                return False
        return True

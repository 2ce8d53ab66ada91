"""Session packs, met as two people meet them: a leader sends what is in a journal, a coach reads it in a journal on the same shelf and
writes beside the passages, and what was written comes back to the pages that it is about.

Goes on in two journals that an act made, and that are both locked.
"""

import os
import time

from gi.repository import Atspi

from driver import text_of
from export import WHOLE_JOURNAL, ExportPage
from journey import ENTRY_ROLES

BUTTON = ("button", "push button")
WIDE, NARROW = (1000, 700), (360, 640)
SECRET = "kite above the northern harbour"


class PacksJourney:
    """JOURNEY gives the process that is driven; WORDS are those of the leader and of the coach, PATHS their journals, and HOME is
    where the packs go."""

    def __init__(self, journey, passphrase, words, paths, home):
        self.journey, self.passphrase, self.words = journey, passphrase, words
        self.leader, self.coach = paths
        self.page = ExportPage(journey.app, journey.say)
        self.pack, self.answer = f"{home}/pack.leidraad-pack", f"{home}/answer.leidraad-pack"

    @property
    def app(self):
        return self.journey.app

    def label(self, message, context=None):
        return self.journey.say(message, context).replace("_", "")

    def look(self, name, narrow=False):
        """A picture, and whether every control has a name and fits; in a narrow window too where that is another picture."""
        app = self.app
        self.journey.picture(name)
        assert not app.unnamed(), f"{name}, without a name: {app.unnamed()}"
        if not narrow:
            return
        app.resize(*NARROW)
        self.journey.picture(f"{name}-narrow")
        assert app.size()[0] <= NARROW[0], f"{name}: {app.size()}"
        assert not app.outside(), f"{name}: {app.outside()}"
        app.resize(*WIDE)

    def says(self, text):
        return self.app.until_text(lambda shown: shown == text, what=repr(text))

    def unlock(self):
        app = self.app
        app.write(ENTRY_ROLES, self.label("Passphrase"), self.passphrase)
        app.click(BUTTON, self.label("Unlock"))
        app.find(None, self.label("Question of the day"), seconds=30)

    def go(self, place):
        self.app.click_into(self.app.find("list item", lambda name: name.split(",")[0] == self.label(place)))

    def go_over(self, path):
        """To the other journal, by the shelf."""
        app, name = self.app, os.path.basename(path).removesuffix(".leidraad")
        app.key("ctrl+l")
        app.click(BUTTON, self.label("All journals"))
        app.click_into(app.find("list item", name))
        self.says(name)
        self.unlock()

    # --- Sending -----------------------------------------------------------------------------------------------------

    def lock_pack(self, title, name, path, picture):
        """Says who sends, how it is locked and where it goes."""
        app = self.app
        dialog = app.find("dialog", title)
        assert not self.ready(title), "a pack can be sent without a passphrase"
        if name is not None:
            app.write(ENTRY_ROLES, self.label("Your name, beside the comments"), name, within=dialog)
        app.write(ENTRY_ROLES, self.label("Passphrase"), SECRET, within=dialog)
        app.write(ENTRY_ROLES, self.label("The same again"), SECRET, within=dialog)
        app.until(lambda: self.ready(title), "a pack that can be sent")
        self.look(picture)
        app.click(BUTTON, title, within=app.find("dialog", title))
        # The dialog that asks for the place is called as the one below it.
        app.until(lambda: len(app.all("dialog", title)) == 2, "the dialog that asks for a place")
        time.sleep(0.5)
        app.key("ctrl+a")
        app.type(path)
        app.key("Return")
        app.gone("dialog", title)
        with open(path, "rb") as file:
            assert SECRET.encode() not in file.read(), "the pack holds its own passphrase"

    def ready(self, title):
        button = self.app.find(BUTTON, title, within=self.app.find("dialog", title))
        return button.get_state_set().contains(Atspi.StateType.SENSITIVE)

    def send(self):
        app, page = self.app, self.page
        self.unlock()
        app.resize(*WIDE)
        page.open()
        page.choose("Start from", WHOLE_JOURNAL)
        app.switch(self.label("Charts"))
        page.ready()
        assert self.words["passages"][0] in page.pages(), page.pages()
        app.click("toggle button", self.label("More"), within=page.dialog())
        self.journey.picture("send-menu")
        app.click("menu item", self.label("Send as _Session Pack…"))
        self.lock_pack(self.label("Send as Session Pack"), None, self.pack, "send")
        self.says(self.label("The session pack is locked. Send it, and tell the passphrase by another way."))
        self.look("sent")
        page.open_log()
        app.find("list item", lambda name: self.words["leader"] in name, within=page.dialog())
        app.key("Escape")
        page.close()

    # --- Reading -----------------------------------------------------------------------------------------------------

    def ask(self, path):
        """Has the program ask for the passphrase of a pack."""
        app, field = self.app, self.label("Passphrase of the pack")
        app.key("ctrl+shift+o")
        self.page.point_out("Read a Session Pack", path, lambda: app.has(ENTRY_ROLES, field))

    def give(self, passphrase):
        app = self.app
        app.write(ENTRY_ROLES, self.label("Passphrase of the pack"), passphrase)
        app.click(BUTTON, self.label("Read a Session Pack"), within=app.find("dialog", self.label("Read a Session Pack")))

    def refuse(self):
        """A wrong passphrase leaves everything as it was, and lets one try again."""
        self.go_over(self.coach)
        self.ask(self.pack)
        self.look("read")
        self.give("kite above another harbour")
        self.says(self.label("That passphrase does not fit this pack. Try again, or ask whoever sent it."))
        self.look("refused")
        assert not self.app.has("list item", lambda name: name.split(",")[0] == self.label("Received")), "something came in"

    def toast(self, text):
        """What is said of a pack that was read, and where it leads."""
        app = self.app
        app.gone("dialog", self.label("Read a Session Pack"))
        app.until_text(lambda shown: text(shown), what="the toast")
        show = app.find(BUTTON, self.label("_Show"))
        self.journey.picture("toast")
        app.press(show)

    def read(self):
        app, name = self.app, self.words["leader"]
        self.give(SECRET)
        self.toast(lambda shown: shown.endswith(name) and shown[0].isdigit())
        app.find("list", self.label("Passages"))
        self.says(self.journey.say("From %s, for reading only. Your comments stand beside it.") % name)
        app.until(self.passages, "a passage")
        self.look("pack", narrow=True)

    def passages(self):
        return self.app.all("label", within=self.app.find("list", self.label("Passages")))

    def reach(self, words):
        """Goes on by the keyboard until the passage with these words has the focus."""
        for _ in range(40):
            if any(words in text_of(n) and n.get_state_set().contains(Atspi.StateType.FOCUSED) for n in self.passages()):
                return
            self.app.key("Tab")
        raise AssertionError(f"the keyboard does not lead to {words!r}")

    # --- Comments ----------------------------------------------------------------------------------------------------

    def write_comment(self, text):
        app = self.app
        field = app.find(ENTRY_ROLES, self.label("Your comment"))
        app.until(lambda: field.get_state_set().contains(Atspi.StateType.FOCUSED), "the focus in the comment")
        app.key("ctrl+a")
        app.type(text)
        self.look("comment")
        app.key("ctrl+Return")
        app.gone(ENTRY_ROLES, self.label("Your comment"))
        self.says(text)

    def comment(self):
        """Without the pointer."""
        app = self.app
        for about, text in self.words["comments"].items():
            self.reach(about)
            app.key("ctrl+alt+m")
            self.write_comment(text)
        self.look("commented", narrow=True)

    def card(self, text):
        """What a comment is on."""
        app = self.app
        return app.until(lambda: next((n for n in app.all("article") if any(text_of(m) == text for m in app.all("label", within=n))), None),
                         f"a card that says {text!r}")

    def change(self):
        app, (text, after) = self.app, self.words["change"]
        note = self.card(text)
        app.click(BUTTON, self.label("Change this comment"), within=note)
        self.write_comment(after)
        assert not app.has("label", text), "the comment says what it said before too"

    def delete(self):
        app, (_, text) = self.app, self.words["change"]
        note = self.card(text)
        app.click(BUTTON, self.label("Delete this comment"), within=note)
        app.gone("label", text)
        self.journey.picture("deleted")
        app.click(BUTTON, self.label("_Undo"))
        self.says(text)

    def send_back(self):
        app = self.app
        app.click(BUTTON, self.label("_Send Comments Back…"))
        self.lock_pack(self.label("Send Comments Back"), self.words["coach"], self.answer, "send-back")
        self.says(self.label("The comments are in the file. Send it, and tell the passphrase by another way."))

    def empty(self):
        """A pack that is deleted is back by one click, with what was written beside it."""
        app = self.app
        app.click(BUTTON, lambda name: name in ("Back", "Terug"))
        row = app.find("list item", lambda name: self.words["leader"] in name)
        self.look("received-packs")
        app.click(BUTTON, lambda name: self.words["leader"] in name and name != row.get_name(), within=row)
        self.says(self.label("Nothing received yet"))
        self.look("received-empty")
        app.click(BUTTON, self.label("_Undo"))
        app.find("list item", lambda name: self.words["leader"] in name)

    # --- What came back ----------------------------------------------------------------------------------------------

    def come_back(self):
        app, n = self.app, len(self.words["comments"])
        self.go_over(self.leader)
        self.ask(self.answer)
        self.give(SECRET)
        self.toast(lambda shown: shown.startswith(f"{n} ") and shown.endswith(self.words["coach"]))
        self.shown()
        self.look("received", narrow=True)

    def texts(self):
        """What the comments say that went back."""
        return [self.words["change"][1] if text == self.words["change"][0] else text for text in self.words["comments"].values()]

    def shown(self):
        for text in self.texts():
            self.says(text)

    def margins(self):
        """Each comment stands at what it is about too."""
        app = self.app
        for (place, subject), text in zip(self.words["pages"].items(), self.texts()):
            def leads_there(name, subject=subject):
                return name.startswith(self.label(subject, "comment") + " · ")

            self.go("Received")
            app.click(BUTTON, leads_there)
            app.gone(BUTTON, leads_there)
            if place in ("session", "action"):
                app.click("page tab", self.label("Agree", "part of a session"))
            self.says(text)
            self.look(f"margin-{place}", narrow=place == "entry")

    def done(self):
        app = self.app
        self.go("Received")
        self.shown()
        app.click(BUTTON, self.label("Done", "comment"))
        app.find(BUTTON, self.label("Not Done", "comment"))
        self.look("done")
        app.click(BUTTON, self.label("_Undo"))
        app.gone(BUTTON, self.label("Not Done", "comment"))

    def again(self):
        """Twice is once."""
        app = self.app
        self.ask(self.answer)
        self.give(SECRET)
        self.says(self.label("Nothing new: these comments were here already"))
        self.go("Received")
        n = len(app.until(lambda: app.all(BUTTON, self.label("Done", "comment")), "the comments"))
        assert n == len(self.texts()), f"{n} comments"

    def own(self):
        """What left this journal is not received in it."""
        self.ask(self.pack)
        self.give(SECRET)
        time.sleep(1)
        self.look("own")
        self.app.key("Escape")
        self.app.gone("dialog", self.label("Read a Session Pack"))

    def run(self):
        return self.journey.play([
            ("send a session pack", self.send), ("a pack and a wrong passphrase", self.refuse), ("read it", self.read),
            ("comment by the keyboard", self.comment), ("change a comment", self.change), ("delete one and take it back", self.delete),
            ("send the comments back", self.send_back), ("delete a pack and take it back", self.empty),
            ("read the comments", self.come_back), ("they stand at the pages", self.margins), ("done with one and take it back", self.done),
            ("read them twice", self.again), ("read what left this journal", self.own)])

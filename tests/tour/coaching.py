"""Goals and sessions, met as a person meets them: a goal from a pitfall, a check-in on Today, a session that is planned, prepared,
held through a power cut and agreed on, and the action that comes back in the next one.

Goes on in a journal that tests/tour/journey.py or an act made, and that is locked.
"""

import time

from journey import ENTRY_ROLES
from driver import text_of

GOAL = "Elke dag één vraag teruggeven"
POINT = "Hoe de week ging"
NOTES = "Bram vangt de vragen op, één ochtend per week. Dat gééft lucht."
PRIVATE = "Dit wíst niemand van mij."
ACTION = "Met Bram de ochtend afspreken"
VALUE = "4"

BUTTON = ("button", "push button")


class CoachingJourney:
    """JOURNEY gives the process that is driven; its language, its cases and its pictures are used."""

    def __init__(self, journey, passphrase):
        self.journey, self.passphrase = journey, passphrase

    @property
    def app(self):
        return self.journey.app

    def label(self, message, context=None):
        return self.journey.say(message, context).replace("_", "")

    def unlock(self):
        app = self.app
        app.write(ENTRY_ROLES, self.label("Passphrase"), self.passphrase)
        app.click(BUTTON, self.label("Unlock"))
        app.find(None, self.label("Question of the day"), seconds=30)

    def go(self, place):
        self.app.click_into(self.app.find("list item", self.label(place)))

    def choose(self, row, place):
        """What stands at a place of a row's choices, from 0."""
        app = self.app
        app.click_into(app.find("combo box", self.label(row)))
        time.sleep(0.5)
        app.key("Home", *["Down"] * place, "Return")
        time.sleep(0.5)

    def add(self, row, text):
        """A line typed where one can be added."""
        app = self.app
        app.click_into(app.find(ENTRY_ROLES, self.label(row)))
        app.type(text)
        app.key("Return")

    def goal(self):
        """A pitfall, measured from 0 to 10, asked about every day."""
        app = self.app
        self.go("Goals")
        app.click(BUTTON, self.label("_New Goal"))
        app.find("dialog", self.label("New Goal"))
        self.choose("What for", 1)
        app.write(ENTRY_ROLES, self.label("The goal in one line"), GOAL)
        self.journey.picture("goal-editor")
        app.wheel(30)
        self.choose("Check-ins", 1)
        app.click(BUTTON, self.label("_Save"))
        app.gone("dialog", self.label("New Goal"))
        app.find("heading", GOAL)
        self.journey.picture("goal")
        self.go("Goals")
        self.find_goal()
        self.journey.picture("goals")

    def find_goal(self, probe=lambda name: True):
        return self.app.find("list item", lambda name: name.startswith(GOAL) and probe(name))

    def check_in(self):
        """On Today, by one key; then it is on the goal."""
        app = self.app
        self.go("Today")
        app.find(None, lambda name: name == GOAL)
        app.click(("button", "push button", "radio button", "toggle button"), lambda name: name.split(" ")[0] == VALUE)
        self.journey.picture("checked-in")
        self.go("Goals")
        self.find_goal(lambda name: VALUE in name.rsplit(",", 1)[-1])

    def plan(self):
        app = self.app
        self.go("Sessions")
        app.click(BUTTON, lambda name: name in (self.label("_Plan the First Session"), self.label("Plan session")))
        app.find("dialog", self.label("Plan a Session"))
        self.journey.picture("plan")
        app.click(BUTTON, self.label("_Plan", "session"), within=app.find("dialog", self.label("Plan a Session")))
        app.gone("dialog", self.label("Plan a Session"))
        app.click(BUTTON, self.label("_Prepare", "session"))

    def prepare(self):
        app = self.app
        app.find("page tab", self.label("Prepare", "part of a session"))
        self.add("Add a point", POINT)
        app.find("check box", lambda name: POINT in name)
        app.find("list item", lambda name: GOAL in name)
        self.journey.picture("prepare")

    def hold(self):
        """Notes and private notes; what is said to be saved is there after a power cut."""
        app = self.app
        app.click("page tab", self.label("Hold", "part of a session"))
        app.click(BUTTON, self.label("_Begin", "session"))
        app.write(ENTRY_ROLES, self.label("Private notes, only for you"), PRIVATE)
        app.write(ENTRY_ROLES, self.label("Notes"), NOTES)
        time.sleep(1.2)
        app.until_text(lambda shown: self.label("Saved") in shown, what="the word that all is saved")
        self.journey.picture("hold")
        self.journey.kill()
        self.unlock()
        self.go("Sessions")
        app = self.app
        app.click(BUTTON, lambda name: name in (self.label("_Prepare", "session"), self.label("_Hold", "session")))
        app.click("page tab", self.label("Hold", "part of a session"))
        assert text_of(app.find(ENTRY_ROLES, self.label("Notes"))) == NOTES
        assert text_of(app.find(ENTRY_ROLES, self.label("Private notes, only for you"))) == PRIVATE

    def agree(self):
        app = self.app
        app.click(BUTTON, self.label("_End", "session"))
        app.click("page tab", self.label("Agree", "part of a session"))
        self.add("Add an action", ACTION)
        app.find("check box", lambda name: ACTION in name)
        self.journey.picture("agree")

    def carry_over(self):
        """The next one is planned from here, and begins with what is still open."""
        app = self.app
        app.click(BUTTON, self.label("_Plan", "session"))
        dialog = app.find("dialog", self.label("Plan a Session"))
        app.click(BUTTON, self.label("_Plan", "session"), within=dialog)
        app.gone("dialog", self.label("Plan a Session"))
        self.go("Sessions")
        app.click(BUTTON, self.label("_Prepare", "session"))
        app.find("list", self.label("Still open"))
        app.find("check box", lambda name: ACTION in name)
        self.journey.picture("carried-over")

    def lock(self):
        app = self.app
        app.key("ctrl+l")
        app.find(ENTRY_ROLES, self.label("Passphrase"), seconds=20)
        outline = app.outline()
        assert ACTION not in outline and GOAL not in outline, "it still shows after locking"

    def run(self):
        return self.journey.play([
            ("unlock for goals", self.unlock), ("a goal from a pitfall", self.goal), ("check in on Today", self.check_in),
            ("plan a session", self.plan), ("prepare it", self.prepare), ("hold it through a power cut", self.hold),
            ("agree on an action", self.agree), ("see it carried over", self.carry_over), ("lock over a session", self.lock)])

"""Every place of the open journal, one after another, for those who look at something in each."""

from driver import text_of
from export import ExportPage
from journey import ENTRY_ROLES

BUTTON = ("button", "push button")


class Places:
    """APP is unlocked and on Today; SAY translates; VISIT (name) is called where there is something to look at."""

    def __init__(self, app, say, visit, narrow):
        self.app, self.say, self.visit, self.narrow = app, say, visit, narrow

    def label(self, message, context=None):
        return (self.say(message, context) if context else self.say(message)).replace("_", "")

    def go(self, place):
        """By the sidebar, which lies over the page in a narrow window."""
        if not self.app.has("list item", self.label(place)):
            self.app.key("F9")
        self.app.click_into(self.app.find("list item", self.label(place)))
        if self.narrow:
            self.app.gone("list item", self.label(place))

    def back(self):
        """By the button that libadwaita puts there, in a language that it knows."""
        self.app.click(BUTTON, lambda name: name in ("Back", "Terug"))

    def today(self):
        app = self.app
        card = app.find(None, self.label("Question of the day"))
        app.find(BUTTON, self.label("_Reflect"), within=card)
        self.visit("today")
        app.click(BUTTON, self.label("_Reflect"), within=card)
        question = text_of(app.find("heading", lambda name: name))
        text = app.find(ENTRY_ROLES, question)
        app.append(text, "…")
        self.visit("reflection")
        app.click(BUTTON, self.label("_Next"))
        app.find("heading", self.label("What was at work here?"))
        self.visit("reflection-styles")
        app.click(BUTTON, self.label("_Finish"))
        app.until_text(lambda shown: shown == self.label("Answered"))
        app.click(BUTTON, self.label("All _Paths"))
        app.find("dialog", self.label("Paths"))
        self.visit("paths")
        app.key("Escape")
        app.gone("dialog", self.label("Paths"))

    def journal(self):
        app = self.app
        self.go("Journal")
        app.find(ENTRY_ROLES, self.label("Search entries"))
        self.visit("journal")
        app.key("ctrl+f", "Down", "Return")
        app.find(ENTRY_ROLES, self.label("Text"))
        self.visit("entry")

    def styles(self):
        app = self.app
        self.go("Styles")
        app.find(BUTTON, self.label("Ninja"))
        self.visit("styles")
        app.click(BUTTON, self.label("Ninja"))
        app.until_text(lambda shown: shown == self.label("Strengths"))
        self.visit("style")
        self.back()
        app.click(BUTTON, self.label("_Start the Questionnaire"))
        app.find(BUTTON, self.label("_Begin"))
        self.visit("questionnaire-who")
        app.click(BUTTON, self.label("_Begin"))
        app.until_text(lambda shown: shown == self.say("Situation %d of %d") % (1, 20))
        self.visit("questionnaire")
        self.answer_all()
        app.gone("progress bar", self.label("Progress"))
        self.visit("result")
        self.back()
        app.find(BUTTON, self.label("_All Measurements"))
        self.visit("profile")
        app.click(BUTTON, self.label("_All Measurements"))
        app.gone(BUTTON, self.label("_All Measurements"))
        self.visit("measurements")
        self.back()

    def answer_all(self):
        for number in range(1, 21):
            place = self.say("Situation %d of %d") % (number, 20)
            self.app.until_text(lambda shown, place=place: shown == place, what=place)
            key = "2" if number % 3 else "1"
            self.app.key(key)

    def rows(self, name, context=None):
        """The rows of the list of that name."""
        found = self.app.find("list", self.label(name, context))
        return self.app.until(lambda: self.app.all("list item", within=found), f"a row of {name!r}")

    def fits(self, name, pattern):
        """Whether a name is made of a message with a place for something in it."""
        before, after = self.label(pattern).split("%s")
        return name.startswith(before) and name.endswith(after)

    def choose(self, menu, item):
        """What stands in the menu of a page."""
        self.app.click("toggle button", self.label(menu))
        self.app.click("menu item", self.label(item))

    def dialog(self, title, name):
        """Looks at the dialog that was asked for, and closes it."""
        self.app.find("dialog", self.label(title))
        self.visit(name)
        self.app.at_rest("dialog", self.label(title))
        self.app.key("Escape")
        self.app.gone("dialog", self.label(title))

    def throw_away(self, menu, item):
        """By the menu of a page; the offer to undo it, which lies over the trash, is sent away."""
        self.choose(menu, item)
        toast = self.app.find(BUTTON, self.label("_Undo")).get_parent()
        self.app.press(self.app.all(BUTTON, within=toast)[-1])
        self.app.gone(BUTTON, self.label("_Undo"))

    def trash(self, name):
        """What was just thrown away, below the list."""
        app = self.app
        app.wheel(60)
        app.click_into(app.find("list item", self.label("In the trash")))
        app.find(BUTTON, self.label("Restore"))
        self.visit(name)

    def goals(self):
        app = self.app
        self.go("Goals")
        app.find(BUTTON, self.label("_New Goal"))
        self.rows("Active", "goals")
        self.visit("goals")
        app.click_into(self.rows("Active", "goals")[0])
        app.find(BUTTON, self.label("Edit goal"))
        self.visit("goal")
        app.wheel(60)
        self.rows("Check-ins")
        self.visit("goal-below")
        app.click_into(self.rows("Check-ins")[-1])
        self.dialog("Check-in", "check-in")
        self.throw_away("Goal menu", "_Delete")
        self.trash("goals-trash")
        app.click(BUTTON, self.label("_New Goal"))
        self.dialog("New Goal", "goal-editor")

    def sessions(self):
        app = self.app
        self.go("Sessions")
        app.find(BUTTON, self.label("Plan session"))
        self.rows("Next session")
        self.visit("sessions")
        app.click_into(self.rows("Next session")[0])
        app.find(ENTRY_ROLES, self.label("Add a point"))
        self.visit("prepare")
        app.click("page tab", self.label("Hold", "part of a session"))
        app.find(ENTRY_ROLES, self.label("Private notes, only for you"))
        self.visit("hold")
        app.click("page tab", self.label("Agree", "part of a session"))
        app.find(ENTRY_ROLES, self.label("Add an action"))
        self.visit("agree")
        app.click(BUTTON, lambda name: self.fits(name, "Edit “%s”"))
        self.dialog("Action", "action")
        self.throw_away("Session menu", "Move to _Trash")
        self.trash("sessions-trash")
        app.click(BUTTON, self.label("Plan session"))
        self.dialog("Plan a Session", "plan")

    def progress(self):
        app = self.app
        self.go("Progress")
        app.find("heading", self.label("Key figures"))
        self.visit("progress")
        if app.has("toggle button", self.label("Compare two periods")):
            app.click("toggle button", self.label("Compare two periods"))
        else:
            app.click("toggle button", self.label("All charts"))
            app.click(("menu item", "check menu item"), self.label("_Compare Two Periods"))
        app.find("combo box", self.label("The Period Before"))
        self.visit("progress-compared")

    def others(self):
        app = self.app
        for place in ("To Discuss", "Trash"):
            self.go(place)
            app.find(ENTRY_ROLES, self.label("Search entries"))
            self.visit(place.lower().replace(" ", "-"))

    def dialogs(self):
        app = self.app
        app.key("ctrl+comma")
        app.click("page tab", self.label("Privacy"))
        self.visit("preferences-privacy")
        app.click("page tab", self.label("Reminders"))
        self.visit("preferences-reminders")
        app.click("page tab", self.label("General"))
        self.visit("preferences")
        app.key("Escape")
        app.gone("page tab")
        app.key("ctrl+question")
        app.find("dialog")
        self.visit("shortcuts")
        app.key("Escape")
        app.gone("dialog")

    def export(self):
        """What goes out, the pages where they have a place of their own, and what went out: nothing yet."""
        app, page = self.app, ExportPage(self.app, self.say)
        page.open()
        self.visit("export")
        if app.has("page tab", self.label("Pages")):
            app.click("page tab", self.label("Pages"))
            app.until(page.pages, "the pages")
            self.visit("export-pages")
        page.open_log()
        app.find(None, self.label("Nothing Went Out Yet"))
        self.visit("export-log")
        app.key("Escape")
        app.gone(None, self.label("Nothing Went Out Yet"))
        app.key("Escape")
        app.gone("dialog", self.label("Export for Review"))

    def locked(self):
        app = self.app
        app.key("ctrl+l")
        app.find(ENTRY_ROLES, self.label("Passphrase"))
        self.visit("unlock")
        app.click(BUTTON, self.label("All journals"))
        app.find(BUTTON, self.label("Add a journal"))
        self.visit("shelf")

    def all(self):
        for part in (self.today, self.journal, self.styles, self.goals, self.sessions, self.progress, self.others, self.dialogs,
                     self.export, self.locked):
            part()

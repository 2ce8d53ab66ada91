"""The five styles, met as a person meets them: the question of the day, the questionnaire by its keys, what it says.

Goes on in a journal that tests/tour/journey.py or an act made, and that is locked. How the situations are answered is a rule,
so that what must come out can be counted by hand.
"""

import os
import xml.etree.ElementTree as ElementTree

from journey import ENTRY_ROLES
from driver import text_of

ANSWER = "Coördinatie hielp: één belletje vóór tien uur, en dáárna pas het café."
BARE = "coordinatie"
PAUSE_AFTER = 7

# Every pair of styles meets twice. The one that stands first here is chosen, but for the second time that the data strategist
# and the team player meet; so each style is chosen twice for each that stands below it, and those two five times each.
ORDER = ["integrator", "data-strategist", "team-player", "ninja", "customer-communicator"]
CHOSEN = {"integrator": 8, "data-strategist": 5, "team-player": 5, "ninja": 2, "customer-communicator": 0}
STEADY, PAIRS = 9, 10

BUTTON = ("button", "push button")
HEADING = ("heading",)
TREE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def read_situations(say):
    """What each reaction to the leader says, in the language of the interface, and the style it stands for."""
    found = {}
    for item in ElementTree.parse(f"{TREE}/data/content/natural-style.xml").getroot().iter("item"):
        reactions = {say(reaction.find("to-leader").text): reaction.get("style") for reaction in item.iter("reaction")}
        assert len(reactions) == 2, item.get("id")
        found[say(item.find("to-leader").text)] = reactions
    assert len(found) == 20
    return found


def read_names(say):
    return {style.get("id"): say(style.find("name").text)
            for style in ElementTree.parse(f"{TREE}/data/content/styles.xml").getroot().iter("style")}


class StylesJourney:
    """JOURNEY gives the process that is driven; its language, its cases and its pictures are used."""

    def __init__(self, journey, passphrase):
        self.journey, self.passphrase = journey, passphrase
        self.situations, self.names = read_situations(journey.say), read_names(journey.say)
        self.seen, self.met = [], set()
        self.question = self.next = None

    @property
    def app(self):
        return self.journey.app

    def label(self, message):
        return self.journey.label(message)

    def say(self, message, *values):
        return self.journey.say(message) % values

    def enter(self):
        """After the passphrase comes Today; its question's card."""
        app = self.app
        app.write(ENTRY_ROLES, self.label("Passphrase"), self.passphrase)
        app.click(BUTTON, self.label("Unlock"))
        return app.find(None, self.label("Question of the day"), seconds=30)

    def unlock(self):
        app, card = self.app, self.enter()
        app.find(BUTTON, self.label("_Reflect"), within=card)
        self.question = text_of(app.find(HEADING, lambda name: name, within=card))
        self.journey.picture("today")

    def answer(self):
        """The keyboard is enough: one key to begin, one to go on, one to finish."""
        app = self.app
        app.focused(self.label("_Reflect"))
        app.key("Return")
        text = app.find(ENTRY_ROLES, self.question)
        app.focused(self.question)
        app.type(ANSWER)
        assert text_of(text) == ANSWER, text_of(text)
        app.until_text(lambda shown: shown == self.label("Saved"), what="the word that all is saved")
        self.journey.picture("reflection")
        app.key("ctrl+Return")
        app.find(HEADING, self.label("What was at work here?"))
        for style, name in self.names.items():
            if app.checked(name) != (style == "integrator"):
                app.click("toggle button", name)
        assert [name for name in self.names.values() if app.checked(name)] == [self.names["integrator"]]
        self.journey.picture("reflection-styles")
        app.click(BUTTON, self.label("_Finish"))
        app.until_text(lambda shown: shown == self.label("Kept in your journal"))
        app.until_text(lambda shown: shown == self.label("Answered"))

    def find(self):
        """The answer is an entry, found by a word without its accent."""
        app = self.app
        app.key("ctrl+f")
        app.write(ENTRY_ROLES, self.label("Search entries"), BARE)
        app.until(lambda: [name for name in app.names("list item") if self.question[:30] in name or ANSWER[:20] in name], "the hit")
        app.key("Down", "Return")
        app.until(lambda: ANSWER in text_of(app.find(ENTRY_ROLES, self.label("Text"))), "the text of the entry")
        app.until_text(lambda shown: shown == self.names["integrator"], what="the style of the entry")
        app.write(ENTRY_ROLES, self.label("Search entries"), "")

    def go_to_styles(self):
        app = self.app
        app.click_into(app.find("list item", self.label("Styles")))
        app.find(BUTTON, self.names["integrator"])

    def situation(self, number):
        """The situation on the screen, which must be that one, and what each of the two keys says."""
        app = self.app
        place = self.say("Situation %d of %d", number, len(self.situations))
        app.until_text(lambda shown: shown == place, what=place)
        text = next(t for t in map(text_of, app.all("label")) if t in self.situations)
        keys = {key: next(name[3:] for name in app.names(BUTTON) if name.startswith(f"{key}: ")) for key in "12"}
        assert set(keys.values()) == set(self.situations[text]), (text, keys)
        return text, keys

    def choose(self, number):
        """Answers the situation on the screen as the rule says."""
        text, keys = self.situation(number)
        assert text not in self.seen, f"asked twice: {text}"
        self.seen.append(text)
        styles = self.situations[text]
        pair = sorted(styles.values(), key=ORDER.index)
        wanted = pair[0]
        if pair == ["data-strategist", "team-player"] and tuple(pair) in self.met:
            wanted = pair[1]
        self.met.add(tuple(pair))
        self.app.key(next(key for key, reaction in keys.items() if styles[reaction] == wanted))

    def begin_questionnaire(self):
        """Seven situations, then Escape, and a power cut."""
        app = self.app
        self.go_to_styles()
        app.click(BUTTON, self.label("_Start the Questionnaire"))
        app.focused(self.label("_Begin"))
        app.key("Return")
        for number in range(1, PAUSE_AFTER + 1):
            self.choose(number)
        self.next = self.situation(PAUSE_AFTER + 1)
        self.journey.picture("questionnaire")
        app.key("Escape")
        app.find(BUTTON, self.say("_Continue (%d of %d)", PAUSE_AFTER, len(self.situations)).replace("_", ""))
        app.kill()

    def go_on(self):
        """Exactly there: the same situation, with its reactions on the same sides, and none of the first seven again."""
        self.journey.app = self.journey.start()
        app = self.app
        app.find(ENTRY_ROLES, self.label("Passphrase"), seconds=40)
        self.enter()
        app.until_text(lambda shown: shown == self.label("Answered"), what="the question that was answered")
        self.go_to_styles()
        app.click(BUTTON, self.say("_Continue (%d of %d)", PAUSE_AFTER, len(self.situations)).replace("_", ""))
        assert self.situation(PAUSE_AFTER + 1) == self.next
        app.focused(lambda name: self.next[0] in name)
        app.key("BackSpace")
        back, keys = self.situation(PAUSE_AFTER)
        assert back == self.seen[-1], back
        self.seen.pop()
        # Answered as before: its pair was counted already, and may be the one that is answered otherwise the second time.
        chosen = next(n for n in app.all(BUTTON) if n.get_description() == self.label("Chosen before"))
        app.key(chosen.get_name()[0])
        self.seen.append(back)
        for number in range(PAUSE_AFTER + 1, len(self.situations) + 1):
            self.choose(number)

    def result(self):
        """What was counted by hand, in the words of the result and again on Styles."""
        app = self.app
        favourite = self.say("Your favourite is %s.", self.names["integrator"])
        steady = self.say("A steady picture: when two styles met again, %d times out of %d the choice was the same.", STEADY, PAIRS)
        app.until_text(lambda shown: shown == favourite, what="the favourite")
        app.until_text(lambda shown: shown == steady, what="how steady the answers were")
        self.journey.picture("result")
        app.click(BUTTON, lambda name: name in ("Back", "Terug"))
        app.find(BUTTON, self.names["ninja"])
        app.until_text(lambda shown: shown == favourite, what="the favourite")
        self.journey.picture("styles")
        app.click("radio button", self.label("As a Table"))
        for style, chosen in CHOSEN.items():
            app.find("table row", f"{self.names[style]} {self.say('%d of %d', chosen, 8)}")

    def style_page(self):
        app = self.app
        app.click(BUTTON, self.names["ninja"])
        app.until_text(lambda shown: shown == self.label("Counter-moves for this week"), what="the page of a style")
        self.journey.picture("style")
        unnamed = app.unnamed()
        assert not unnamed, f"controls without a name: {unnamed}"

    def lock(self):
        app = self.app
        app.key("ctrl+l")
        app.find(ENTRY_ROLES, self.label("Passphrase"), seconds=20)
        for word in (self.names["ninja"], ANSWER, self.question):
            assert word not in app.outline(), f"{word!r} still shows after locking"

    def agrees(self, profile, entries):
        """What leidraadctl says of the same journal: its profile, and its entries, each with its text."""
        latest = profile["natural-style"]["latest"]
        assert latest["chosen"] == CHOSEN, latest
        assert latest["offered"] == dict.fromkeys(CHOSEN, 8), latest
        assert latest["favourite"] == "integrator", latest
        assert abs(latest["consistency"] - STEADY / PAIRS) < 1e-9, latest
        assert profile["natural-style"]["previous"] is None, profile
        assert profile["used"]["integrator"] == 1 and sum(profile["used"].values()) == 1, profile
        assert len([entry for entry in entries if ANSWER in entry["text"]]) == 1, entries

    def run(self):
        """Step after step; the first that fails ends it."""
        return self.journey.play([
            ("open on Today", self.unlock), ("answer the question of the day", self.answer),
            ("find the answer without its accent", self.find), ("seven situations and a power cut", self.begin_questionnaire),
            ("go on where it was left", self.go_on), ("see the profile", self.result), ("a style's page", self.style_page),
            ("lock over a style's page", self.lock),
        ])

"""Progress: a screen reader gets what a chart says, its points and its table; points lead to what is behind them; two periods stand
beside each other; all of it is saved, and leidraadctl writes the same values."""

import os
import time
from datetime import date, timedelta

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from driver import text_of  # noqa: E402
from stage import BUTTON, FIELD, until  # noqa: E402

IMAGE = ("image", "img")
STYLES, SESSIONS = "Styles in entries", "Coaching sessions"


def first_of_month(months_ago):
    today = date.today()
    month = today.year * 12 + today.month - 1 - months_ago
    return date(month // 12, month % 12 + 1, 1)


# The six months of which this one is the last.
FIRST, LAST = first_of_month(5), first_of_month(-1) - timedelta(1)


def name_of_months(first, last):
    return f"{first:%B} to {last:%B %Y}" if first.year == last.year else f"{first:%B %Y} to {last:%B %Y}"


class Ears:
    """What a screen reader is told to say."""

    def __init__(self):
        self.heard = []
        self.listener = Atspi.EventListener.new(lambda event: self.heard.append(str(event.any_data)))
        self.listener.register("object:announcement")

    def press(self, app, key):
        """What is said when a key is pressed."""
        self.heard.clear()
        app.key(key)
        return until(self.listen, what=f"words after {key}")

    def listen(self):
        while GLib.MainContext.default().iteration(False):
            pass
        return self.heard and self.heard[-1]

    def close(self):
        self.listener.deregister("object:announcement")


def open_journal(stage):
    path = f"{stage.home}/files/Sanne.leidraad"
    os.makedirs(f"{stage.home}/files")
    stage.ctl("demo", path)
    app = stage.start(path)
    stage.unlock(app)
    app.key("alt+6")
    app.find("toggle button", "Compare two periods")
    return path, app


def walk_to(app, title):
    """By the keyboard alone, from wherever the focus is."""
    for _ in range(60):
        chart = app.find(IMAGE, title)
        if chart.get_state_set().contains(Atspi.StateType.FOCUSED):
            return chart
        app.key("Tab")
    raise AssertionError(f"the focus never came to {title!r}\n{app.outline()}")


def chart_of_styles(stage):
    app, ears = open_journal(stage)[1], Ears()
    chart = walk_to(app, STYLES)
    assert "Most often noted" in chart.get_description(), chart.get_description()
    said = [ears.press(app, "End")]
    # The last weeks of the period may be still to come.
    while "Team player" not in said[-1] and len(said) < 12:
        said.append(ears.press(app, "Left"))
    assert "Team player" in said[-1] and len(set(said)) == len(said), said
    app.picture(f"{stage.cases.pictures}/point.png")
    app.key("Return")
    search = app.find(FIELD, "Search entries")
    words = until(lambda: text_of(search), what="what is searched for")
    assert "style:ninja" in words and "after:" in words and "before:" in words, words
    app.until(lambda: app.all("list item", lambda name: "entry" not in name and len(name) > 20), "an entry behind the point")
    ears.close()


def session_of_point(stage):
    app, ears = open_journal(stage)[1], Ears()
    walk_to(app, SESSIONS)
    said = ears.press(app, "Home")
    assert str(date.today().year) in said or str(date.today().year - 1) in said, said
    app.key("Return")
    app.find("page tab", "Agree")
    ears.close()


def table(stage):
    app = open_journal(stage)[1]
    assert not app.has("table")
    app.click("toggle button", f"More for {STYLES}")
    app.click(("menu item", "check menu item"), "Show as Table")
    app.until_text(lambda text: text == "Data strategist")
    app.gone(IMAGE, STYLES)
    app.picture(f"{stage.cases.pictures}/table.png")


def two_periods(stage):
    app = open_journal(stage)[1]
    app.click("toggle button", "Compare two periods")
    app.find("heading", name_of_months(FIRST, LAST))
    app.find("heading", name_of_months(first_of_month(11), FIRST - timedelta(1)))
    app.until(lambda: len(app.all(IMAGE, STYLES)) == 2, "the chart of both periods")
    app.picture(f"{stage.cases.pictures}/two-periods.png")
    assert not app.unnamed(), app.unnamed()


def save(app, item, title, path):
    app.click("toggle button", "All charts")
    app.click("menu item", item)
    app.find("dialog", title)
    app.key("ctrl+a")
    app.type(path)
    app.key("Return")
    app.gone("dialog", title)
    until(lambda: os.path.exists(path) and os.path.getsize(path) > 0, what=path)
    with open(path, "rb") as file:
        return file.read()


def saved(stage):
    path, app = open_journal(stage)
    app.find(IMAGE, STYLES)
    document = save(app, "Save All Charts (PDF)…", "Save All Charts", f"{stage.home}/charts.pdf")
    assert document.startswith(b"%PDF-") and len(document) > 20000, document[:40]
    values = save(app, "Save All Values (CSV)…", "Save All Values", f"{stage.home}/values.csv")
    app.close()
    stage.ctl("chart", path, "all", "--from", str(FIRST), "--to", str(LAST), "--format", "csv", "-o", f"{stage.home}/theirs.csv")
    with open(f"{stage.home}/theirs.csv", "rb") as file:
        theirs = file.read()
    assert values == theirs and STYLES.encode() in values, (values[:400], theirs[:400])


def locked(stage):
    app = open_journal(stage)[1]
    app.find(IMAGE, STYLES)
    app.key("ctrl+l")
    app.find(FIELD, "Passphrase")
    time.sleep(0.3)
    assert STYLES not in app.outline() and not app.has(IMAGE, STYLES), app.outline()


def first_entry(stage):
    path = f"{stage.home}/new.leidraad"
    stage.ctl("create", path, "--leader", "Mo")
    app = stage.start(path)
    stage.unlock(app)
    app.key("alt+6")
    app.click(BUTTON, "New Entry")
    app.find(FIELD, "Title")


def play(stage):
    stage.play([("what a chart says, its points and the entries behind them", chart_of_styles),
                ("from a point to a session", session_of_point), ("a chart as a table", table),
                ("two periods beside each other", two_periods), ("all charts and values saved", saved),
                ("locked", locked), ("the first step of a new journal", first_entry)])

"""The shelf and what keeps a journal safe: names, the trash, backups, the recovery sheet, export; and what the program says of
itself."""

import json
import os
import re

from export import WHOLE_JOURNAL, ExportPage
from stage import BUTTON, FIELD, PASSPHRASE, until

def menu(app, button, item):
    """Chooses from the menu of a button."""
    app.click(("toggle button",), button)
    app.click(("menu item",), item)


def more(app, name, item):
    menu(app, f"More for {name}", item)


def shelf(stage, *names):
    """A window that shows journals of these names."""
    paths = [stage.journal(name) for name in names]
    app = stage.start(paths[0])
    for path in paths[1:]:
        stage.again(path)
    stage.says(app, names[-1])
    app.click(BUTTON, "All journals")
    for name in names:
        stage.says(app, name)
    return app, paths


def listed(stage):
    with open(f"{stage.data}/shelf.ini", encoding="utf-8") as file:
        return re.findall(r"^path=(.*)$", file.read(), re.M)


def renamed(stage):
    """A journal gets another name, with what a crash left beside it; a name that is taken gets a number."""
    app, (anna, bo) = shelf(stage, "Anna", "Bo")
    folder = os.path.dirname(anna)
    with open(f"{anna}-wal", "wb"):
        pass
    stage.cases.picture("shelf")
    more(app, "Anna", "Rename…")
    app.write(FIELD, "Name", "Bo")
    app.click(BUTTON, "Rename")
    stage.says(app, "Bo 2")
    assert sorted(os.listdir(folder)) == ["Bo 2.leidraad", "Bo 2.leidraad-wal", "Bo.leidraad"], os.listdir(folder)
    assert f"{folder}/Bo 2.leidraad" in listed(stage)
    app.click_into(app.find("list item", "Bo 2"))
    stage.unlock(app)
    app.until_text(lambda t: "First of Anna" in t)


def taken_away(stage):
    """To the trash goes the whole journal, from the shelf only its name; without any the welcome comes back."""
    app, (anna, bo) = shelf(stage, "Anna", "Bo")
    with open(f"{anna}-wal", "wb"):
        pass
    more(app, "Anna", "Move to Trash…")
    stage.says(app, "The journal “Anna” goes to the trash. Its backups stay.")
    app.click(BUTTON, "Move to Trash")
    app.gone(None, "Anna")
    trash = f"{stage.home}/data/Trash/files"
    until(lambda: sorted(os.listdir(trash)) == ["Anna.leidraad", "Anna.leidraad-wal"], what="both files in the trash")
    assert listed(stage) == [bo]
    more(app, "Bo", "Remove from the Shelf…")
    stage.says(app, f"“Bo” is no longer listed here. The file stays where it is and can be opened again:\n{bo}")
    app.click(BUTTON, "Remove")
    app.find(BUTTON, "Start a Journal")
    assert os.path.exists(bo) and listed(stage) == []


def backed_up(stage):
    """A backup from the shelf asks for the passphrase; a damaged journal goes on with it."""
    app, (anna, bo) = shelf(stage, "Anna", "Bo")
    more(app, "Anna", "Back Up Now")
    stage.says(app, "A backup is opened and checked, so it needs the passphrase.")
    stage.unlock(app)
    stage.says(app, "Backup made and checked")
    app.key("ctrl+l")
    stage.says(app, "This journal is locked.")
    with open(anna, "r+b") as file:
        file.seek(4096)
        file.write(os.urandom(8192))
    with open(anna, "rb") as file:
        damaged = file.read()
    app.write(FIELD, "Passphrase", PASSPHRASE)
    app.click(BUTTON, "Unlock")
    app.click(BUTTON, "Go On with a Backup…", seconds=20)
    restore = app.find(BUTTON, lambda name: name.startswith("Restore as of "))
    stage.cases.picture("backups")
    app.press(restore)
    stage.says(app, "The backup takes the place of the file that cannot be opened. That file is kept among the backups.")
    app.click(BUTTON, "Restore")
    stage.says(app, "Passphrase of the Backup")
    app.write(FIELD, "Passphrase", PASSPHRASE, within=app.find("alert", "Passphrase of the Backup"))
    app.click(BUTTON, "Restore")
    stage.says(app, "The backup is restored. Unlock it with the passphrase it had.")
    stage.unlock(app)
    app.until_text(lambda t: "First of Anna" in t)
    backups = [os.path.join(folder, name) for folder, _, names in os.walk(f"{stage.data}/backups") for name in names]
    assert any(open(path, "rb").read() == damaged for path in backups), f"the damaged file was not kept: {backups}"


def recovered(stage):
    """The letters of the recovery sheet, as one would copy them, open the journal when the passphrase is forgotten."""
    anna = stage.journal("Anna")
    app = stage.start(anna)
    stage.unlock(app)
    menu(app, "Main menu", "Recovery Sheet…")
    app.click(("toggle button", "button"), "Show to Copy by Hand")
    shown = app.until_text(lambda t: re.fullmatch(r"[A-Z2-7]{5}([ \n][A-Z2-7]{5}){15}", t.strip()), what="the letters")
    sheet = re.sub(r"\s", "", shown.get_name()).lower()
    stage.cases.picture("recovery")
    app.key("Escape", "ctrl+l")
    app.click(BUTTON, "Use the Recovery Sheet Instead")
    app.write(FIELD, "The letters on the recovery sheet", sheet[:-1] + ("a" if sheet[-1] != "a" else "b"))
    app.click(BUTTON, "Unlock")
    stage.says(app, "Those letters do not fit this journal. Compare them with the sheet, or use the passphrase.")
    app.write(FIELD, "The letters on the recovery sheet", "certainly not")
    app.click(BUTTON, "Unlock")
    stage.says(app, "Those letters do not fit this journal. Compare them with the sheet, or use the passphrase.")
    app.write(FIELD, "The letters on the recovery sheet", sheet)
    app.click(BUTTON, "Unlock")
    app.write(FIELD, "Passphrase", "another four words here", seconds=30)
    app.write(FIELD, "The same again", "another four words here")
    app.click(BUTTON, "Change passphrase")
    app.gone("dialog")
    app.key("ctrl+l")
    stage.unlock(app, "another four words here")


def exported(stage):
    """The whole journal goes where its owner says, to read or to read in again."""
    anna = stage.journal("Anna")
    app = stage.start(anna)
    stage.unlock(app)
    stage.write(app, "Unsaved", "the last words")
    page = ExportPage(app)
    for suffix in ("md", "json"):
        target = f"{stage.home}/export.{suffix}"
        page.open()
        page.choose("Start from", WHOLE_JOURNAL)
        page.choose_format(suffix)
        page.save(target)
        with open(target, encoding="utf-8") as file:
            text = file.read()
        assert "the last words" in text and "It was there before." in text, text
        page.close()
    json.loads(text)


def private(stage):
    """Private notes of sessions stay behind unless the switch is on, and it is off again the next time."""
    anna = stage.journal("Anna")
    session = stage.ctl("session", "add", anna, "--date", "2026-03-09T14:30").strip()
    stage.ctl("session", "note", anna, session, "--part", "free", stdin="What we both know.\n")
    stage.ctl("session", "note", anna, session, "--part", "private", stdin="Only for the writer.\n")
    app = stage.start(anna)
    stage.unlock(app)
    page = ExportPage(app)
    switch = "Private notes of sessions"
    for suffix, taken in (("md", True), ("json", True), ("json", False)):
        target = f"{stage.home}/{taken}.{suffix}"
        page.open()
        assert not app.checked(switch), "it was on already"
        page.choose("Start from", WHOLE_JOURNAL)
        page.choose_format(suffix)
        if taken:
            app.switch(switch)
            until(lambda: app.checked(switch), what="the switch on")
            page.ready()
        stage.cases.picture(f"private-{suffix}-{taken}")
        page.save(target, left_out=not taken)
        with open(target, encoding="utf-8") as file:
            text = file.read()
        assert "What we both know." in text and ("Only for the writer." in text) == taken, text
        page.close()


def told(stage):
    """What the program says of itself: where it comes from, and every key it listens to."""
    app = stage.start()
    menu(app, "Main menu", "About Leidraad")
    app.find("dialog")
    app.until_text(lambda t: t == "Leidraad")
    stage.cases.picture("about")
    app.key("Escape")
    app.gone("dialog")
    app.key("ctrl+question")
    rows = [name for name in (n.get_name() for n in app.find("dialog", "Keyboard Shortcuts") and app.all(("list item", "label"))) if name]
    for title in ("New entry", "Search", "Bold", "Italic", "Numbered list", "Quote", "Heading 3", "Undo", "Preferences", "Quit"):
        assert any(title in row for row in rows), f"{title} is not among {rows}"


def demo(stage):
    """The demo journal comes from the first page, and opens with the passphrase that it tells."""
    app = stage.start()
    app.click(BUTTON, "Look Around First")
    app.find(BUTTON, "New entry", seconds=40)
    app.key("ctrl+l")
    hint = app.until_text(lambda t: t.startswith("This is the demo journal. Its passphrase is “")).get_name()
    passphrase = hint.split("“")[1].split("”")[0]
    with open(f"{stage.home}/passphrase", "w", encoding="utf-8") as file:
        file.write(passphrase + "\n")
    (path,) = listed(stage)
    assert len(json.loads(stage.ctl("list", path, "--limit", "1000", "--json"))) == 120
    stage.unlock(app, passphrase)


def play(stage):
    stage.play([
        ("another name", renamed), ("to the trash and off the shelf", taken_away), ("backup and restore", backed_up),
        ("the recovery sheet", recovered), ("export", exported), ("private notes", private), ("about and shortcuts", told),
        ("the demo journal", demo),
    ])

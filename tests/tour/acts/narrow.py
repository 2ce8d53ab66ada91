"""Everything in a window as narrow as a telephone: write, go back to the list, find it, lock."""

from stage import BUTTON, FIELD, until

WIDTH, HEIGHT = 360, 640


def fits(app):
    width, height = app.size()
    return width <= WIDTH and height <= HEIGHT


def write_and_find(stage):
    """One page at a time: the list, the entry, the way back; and no control without a name."""
    stage.settings(window_width=str(WIDTH), window_height=str(HEIGHT))
    anna = stage.journal("Anna")
    app = stage.start(anna)
    stage.unlock(app)
    assert fits(app), app.size()
    stage.cases.picture("list")
    stage.write(app, "A thought", "from a narrow window")
    stage.says(app, "Saved")
    assert fits(app), app.size()
    assert not app.has(FIELD, "Search entries"), "the list is still beside the entry"
    assert not app.unnamed(), app.unnamed()
    stage.cases.picture("entry")
    app.click(BUTTON, "Back")
    app.write(FIELD, "Search entries", "narrow")
    until(lambda: [n.get_name().split(",")[0] for n in app.all("list item")] == ["A thought"], what="the one hit")
    assert not app.unnamed(), app.unnamed()
    stage.cases.picture("found")
    app.key("Down", "Return")
    app.until_text(lambda t: t == "from a narrow window")
    app.key("ctrl+l")
    app.find(FIELD, "Passphrase")
    stage.cases.picture("locked")
    assert fits(app), app.size()
    assert "from a narrow window" in stage.texts(anna)[0]


def play(stage):
    stage.play([("write and find", write_and_find)])

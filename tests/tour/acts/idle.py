"""Idleness, by the real clock: a journal that is set to lock after a minute does, and what is typed in a menu counts."""

import time

from acts.locks import locked, writing
from stage import BUTTON, FIELD


def idle(stage):
    """A key in a menu, which is a window of its own, puts the lock off by a minute; then it comes, menu and all."""
    stage.settings(auto_lock_minutes="uint32 1")
    path, app = writing(stage)
    stage.says(app, "Saved")
    time.sleep(35)
    app.key("F10")
    app.find("menu item", "Preferences")
    app.key("Down", "Down")
    pressed = time.monotonic()
    time.sleep(40)
    assert app.has(BUTTON, "New entry"), "locked although somebody was there"
    app.find(FIELD, "Passphrase", seconds=45)
    waited = time.monotonic() - pressed
    assert waited > 55, f"locked {waited:.0f} s after the last key"
    app.gone("menu item", "Preferences")
    locked(stage, app, path)


def play(stage):
    stage.play([("a minute without a key", idle)])

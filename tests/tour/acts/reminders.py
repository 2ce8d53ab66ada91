"""Reminders, from the switch in the preferences to the notification that somebody else shows: it says nothing private, comes
while the window is closed and the journal locked, and leads back to it."""

import glob
import json
import os
import subprocess
import time

from acts.locks import Service
from stage import BUTTON, FIELD, until

LEADER = "Wilhelmina"
PLACE = "the room above the workshop"
POINT = "what the night shift said"
RUNNING = "They come while Leidraad runs, also with its window closed. This desktop does not start it when you log in."
ON = "Leidraad waits in the background, also with its window closed, and starts when you log in."
REFUSED = ("Off: the desktop does not let Leidraad wait in the background. You can allow that in the desktop’s own settings, "
           "under Apps.")
NOBODY = "Off: this desktop shows no notifications, so a reminder would not reach you."


def preferences(app):
    app.key("ctrl+comma")
    app.click("page tab", "Reminders")


def windows(app):
    app.root.clear_cache()
    return app.root.get_child_count()


def kept(stage):
    """What stands about reminders outside the journals, or nothing."""
    path = f"{stage.data}/reminders.ini"
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8") as file:
        return file.read()


def shown(desktop, seconds=15):
    """A notification, with title and body; there is nothing private in all that was sent with it."""
    said = desktop.said(seconds)
    assert said.startswith("notify "), said
    for secret in (LEADER, "First of", "It was there before", "/files", ".leidraad\"", "journals"):
        assert secret not in said, f"{secret!r} stands in {said}"
    name, replaces, icon, title, body, actions, hints, timeout = json.loads(said.split(" ", 1)[1])
    assert hints["urgency"] == 1, hints
    return title, body


def coming(stage, identity, seconds):
    """Writes what a journal that was locked has left for a reminder in so many seconds."""
    moment = time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(time.time() + seconds))
    before = time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(time.time() - 1))
    with open(f"{stage.data}/reminders.ini", "w", encoding="utf-8") as file:
        file.write(f"[reminders]\ngiven={before}\n\n[journal-1]\nid={identity}\nmoments={moment};\n")


def in_a_minute():
    """The next full minute that is not too near, in minutes after midnight."""
    now = time.localtime()
    return (now.tm_hour * 60 + now.tm_min + (1 if now.tm_sec < 35 else 2)) % 1440


def reminded(stage):
    """Turned on, the window closed: the reminder comes, and a click on it leads to where the journal is unlocked."""
    desktop = Service(stage, "notifications")
    path = stage.journal(LEADER)
    stage.settings(reflection_weekdays="uint32 127", quiet_hours="false")
    app = stage.start(path)
    stage.unlock(app)
    preferences(app)
    app.switch("Remind me")
    stage.says(app, RUNNING)
    stage.cases.picture("on")
    app.key("Escape")
    app.key("ctrl+q")
    until(lambda: app.process.poll() is not None, what="the end although reminders are on")
    assert LEADER not in kept(stage) and "given=" in kept(stage), kept(stage)

    stage.settings(reminders="true", reflection_at=f"uint32 {in_a_minute()}")
    app = stage.start()
    app.find(FIELD, "Passphrase")
    stage.unlock(app)
    app.key("ctrl+w")
    until(lambda: windows(app) == 0, what="the window closed")
    # It lets go of the journal, and waits.
    until(lambda: "First of" in stage.ctl("list", path), what="the journal in the terminal")
    assert app.process.poll() is None
    assert shown(desktop, 130) == ("Time to look back", "Two minutes are enough.")
    desktop.tell("click")
    app.find(FIELD, "Passphrase")
    stage.unlock(app)
    desktop.quiet()
    preferences(app)
    app.switch("Remind me")
    until(lambda: not kept(stage), what="nothing kept")
    app.key("Escape")
    app.key("ctrl+w")
    until(lambda: app.process.poll() is not None, what="the end with the window")


def waiting(stage):
    """Started at login, without a window: a journal that stays locked is reminded of, once."""
    desktop = Service(stage, "notifications")
    app = stage.start(stage.journal(LEADER))
    stage.unlock(app)
    app.close()
    with open(f"{stage.data}/shelf.ini", encoding="utf-8") as file:
        identity = next(line[3:].strip() for line in file if line.startswith("id="))
    stage.settings(reminders="true", remind_reflection="false", quiet_hours="false")
    coming(stage, identity, 4)
    with open(stage.log, "ab") as log:
        service = subprocess.Popen([stage.program, "--gapplication-service"], stdout=log, stderr=log)
    stage.afterwards.append(service.kill)
    assert shown(desktop) == ("A moment for your journal", "Something in it is waiting for you.")
    # Longer than a service without work would stay.
    time.sleep(12)
    assert service.poll() is None
    desktop.quiet()
    service.terminate()
    assert service.wait(15) == 0

    # A journal that is not on the shelf any more is forgotten.
    coming(stage, "019ab000-0000-7000-8000-000000000000", 3)
    with open(stage.log, "ab") as log:
        service = subprocess.Popen([stage.program, "--gapplication-service"], stdout=log, stderr=log)
    stage.afterwards.append(service.kill)
    until(lambda: "moments" not in kept(stage), what="the journal forgotten")
    time.sleep(4)
    desktop.quiet()
    service.terminate()
    service.wait(15)


def asked(answer, text):
    def act(stage):
        """The portal is asked, and its answer stands at the switch."""
        Service(stage, "notifications")
        portal = Service(stage, "portal", answer)
        app = stage.start()
        app.find(BUTTON, "Start a Journal")
        preferences(app)
        app.switch("Remind me")
        portal.hear("background True leidraad --gapplication-service")
        stage.says(app, text)
        assert app.checked("Remind me") == (answer == "yes")
        assert bool(kept(stage)) == (answer == "yes")
        stage.cases.picture(answer)
        if answer == "yes":
            app.switch("Remind me")
            portal.hear("background False")
            until(lambda: not kept(stage), what="nothing kept")
        portal.quiet()
        app.key("Escape")
        app.close()
    return act


def session(stage):
    """A session is reminded of through the portal, with its journal locked; a click leads to where it is unlocked."""
    portal = Service(stage, "portal", "yes")
    path = stage.journal(LEADER)
    starts = time.strftime("%Y-%m-%dT%H:%M:%S", time.localtime(time.time() + 5 * 60 + 20))
    stage.ctl("session", "add", path, "--date", starts, "--location", PLACE, "--point", POINT)
    stage.settings(reminders="true", remind_reflection="false", quiet_hours="false", sessions_lead="uint32 5")
    app = stage.start(path, environment={"GIO_USE_PORTALS": "1"})
    stage.unlock(app)
    portal.hear("remove")
    app.key("ctrl+l")
    app.find(FIELD, "Passphrase")
    assert "moments=" in kept(stage) and PLACE not in kept(stage), kept(stage)
    app.key("ctrl+w")
    until(lambda: windows(app) == 0, what="the window closed")
    said = portal.said(60)
    assert said.startswith("notify "), said
    for secret in (LEADER, PLACE, POINT, starts[11:16], "session", "Session", "journals", "/files"):
        assert secret not in said, f"{secret!r} stands in {said}"
    shown = json.loads(said.split(" ", 1)[1])[1]
    assert (shown["title"], shown["body"]) == ("A moment for your journal", "Something in it is waiting for you."), shown
    portal.tell("click")
    app.find(FIELD, "Passphrase")
    stage.unlock(app)
    portal.hear("remove")
    app.key("ctrl+q")
    until(lambda: app.process.poll() is not None, what="the end")


def nobody(stage):
    """Where nobody shows notifications the switch goes back and says so."""
    app = stage.start()
    app.find(BUTTON, "Start a Journal")
    preferences(app)
    app.switch("Remind me")
    stage.says(app, NOBODY)
    assert not app.checked("Remind me") and not kept(stage)
    assert not app.unnamed(), app.unnamed()
    app.resize(360, 640)
    stage.says(app, NOBODY)
    stage.cases.picture("nobody")
    app.key("Escape")
    app.close()
    assert not glob.glob(f"{stage.data}/reminders*")


def play(stage):
    stage.play([
        ("a reminder with the window closed", reminded), ("a reminder of a locked journal", waiting),
        ("a session through the portal", session),
        ("the portal says yes", asked("yes", ON)), ("the portal says no", asked("no", REFUSED)),
        ("nobody shows notifications", nobody),
    ])

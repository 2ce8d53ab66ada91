"""What goes out of a journal: seen before, without the names that are to stay, with its line in the log, or not at all."""

import hashlib
import os
import subprocess
import time

from driver import text_of
from export import ExportPage
from stage import BUTTON, FIELD, until

NAME, STAND_IN = "Sanne de Wit", "S. d. W."
NOTES = "Sanne de Wit spoke with Joris about the queue."
WIDE, NARROW = (1250, 880), (360, 640)
FULL = "The disk is full. Your journal itself is in order. Free some space, or choose another disk."
LOCKED = ("The file, or the folder it is in, cannot be written to. Your journal itself is in order. Make it writable, or choose another "
          "folder.")

# Two file systems that only the program sees: one that is small, and one on which nobody writes.
DISKS = ('mount -t tmpfs -o size=64k small "$1" && mount -t tmpfs -o ro locked "$2" && '
         'exec unshare --map-user="$3" --map-group="$4" -- "$5" "$6"')


def journal(stage):
    """A journal in which a session was held yesterday."""
    path = f"{stage.home}/files/Sanne.leidraad"
    os.makedirs(os.path.dirname(path))
    stage.ctl("create", path, "--leader", NAME)
    session = stage.ctl("session", "add", path, "--date", time.strftime("%Y-%m-%dT09:00", time.localtime(time.time() - 86400))).strip()
    stage.ctl("session", "note", path, session, "--part", "free", stdin=NOTES + "\n")
    return path


def begin(stage, size=WIDE, **how):
    path = journal(stage)
    app = stage.start(path, **how)
    app.resize(*size)
    stage.unlock(app)
    page = ExportPage(app)
    page.open()
    return app, page


def saved(stage):
    """A name is replaced by one click, on the pages and in the file; the log tells that file from every other."""
    app, page = begin(stage)
    assert NOTES in page.pages(), page.pages()
    assert not app.unnamed(), app.unnamed()
    page.replace(NAME)
    shown = page.pages()
    assert NAME not in shown and STAND_IN in shown, shown
    stage.cases.picture("replaced")
    target = f"{stage.home}/notes.pdf"
    page.save(target)
    stage.cases.picture("saved")
    written = subprocess.run(["pdftotext", target, "-"], capture_output=True, text=True, check=True).stdout
    assert STAND_IN in written and "Sanne" not in written and "about the queue" in written, written
    with open(target, "rb") as file:
        digits = hashlib.sha256(file.read()).hexdigest()
    page.open_log()
    line = app.find("list item", lambda name: name.startswith(f"Coaching sessions with {STAND_IN}"))
    assert "Initials instead of names" in app.outline(), app.outline()
    stage.cases.picture("log")
    app.click_into(line)
    app.until_text(lambda shown: shown == digits, what="the sum of the file")
    assert not app.unnamed(), app.unnamed()
    check(stage, app, page, target, "This is the file that went out")
    with open(target, "ab") as file:
        file.write(b" ")
    check(stage, app, page, target, "This is another file, or it was changed since")
    stage.cases.picture("line")
    app.key("ctrl+l")
    app.find(FIELD, "Passphrase")
    assert STAND_IN not in app.outline() and digits not in app.outline(), app.outline()


def check(stage, app, page, path, verdict):
    app.click_into(app.find(("list item", *BUTTON), "Check a File…"))
    page.point_out("Check a File", path)
    stage.says(app, verdict)


def printed(stage):
    """What is printed has its line once it went to the printer, which here is a file; what was not printed has none."""
    # Where it goes when nobody says where.
    stage.afterwards.append(lambda folder=os.getcwd(): os.chdir(folder))
    os.chdir(stage.home)
    app, page = begin(stage)
    for answer in ("Cancel", "Print"):
        app.key("ctrl+p")
        app.click_into(app.find("table cell", "Print to File"))
        until(lambda: sensitive(app, "Print"), what="a printer")
        stage.cases.picture("printing")
        app.click(BUTTON, answer, within=app.find("dialog", "Print"))
        app.gone("dialog", "Print")
    stage.says(app, "Sent to the printer")
    paper = subprocess.run(["pdftotext", f"{stage.home}/output.pdf", "-"], capture_output=True, text=True, check=True).stdout
    assert "about the queue" in paper, paper
    page.open_log()
    app.find("list item", lambda name: name.startswith("Coaching sessions with"))
    lines = [name for name in app.names("list item") if name.startswith("Coaching sessions with")]
    assert len(lines) == 1 and "Printed" in app.outline(), lines
    stage.cases.picture("printed")


def sensitive(app, name):
    from gi.repository import Atspi
    return any(n.get_state_set().contains(Atspi.StateType.SENSITIVE) for n in app.all(BUTTON, name))


def failed(stage):
    """Where there is no room, or nobody may write, there is no file and no line, and the page goes on."""
    small, locked = f"{stage.home}/small", f"{stage.home}/locked"
    for folder in (small, locked):
        os.makedirs(folder)
    app, page = begin(stage, command=["unshare", "-rm", "sh", "-c", DISKS, "sh", small, locked, str(os.getuid()), str(os.getgid())])
    inside = f"/proc/{app.process.pid}/root{small}"
    with open(f"{inside}/filler", "wb", buffering=0) as file:
        file.write(b"x" * 61440)
    for folder, why in ((small, FULL), (locked, LOCKED)):
        app.click(BUTTON, "Save…")
        page.answer("Export", f"{folder}/notes.pdf")
        app.find("alert", "Not exported")
        stage.says(app, why)
        stage.cases.picture(f"failed-{os.path.basename(folder)}")
        app.click(BUTTON, lambda name: name in ("Close", "OK"), within=app.find("alert", "Not exported"))
        app.gone("alert", "Not exported")
        left = os.listdir(f"/proc/{app.process.pid}/root{folder}")
        assert left in (["filler"], []), left
    page.save(f"{stage.home}/notes.pdf")
    page.open_log()
    app.find("list item", lambda name: name.startswith("Coaching sessions with"))
    lines = [name for name in app.names("list item") if name.startswith("Coaching sessions with")]
    assert len(lines) == 1, lines


def narrow(stage):
    """In a window as narrow as a telephone: one thing at a time, and the whole title."""
    stage.settings(window_width=str(NARROW[0]), window_height=str(NARROW[1]))
    app, page = begin(stage, NARROW)
    stage.cases.picture("choices")
    assert not app.unnamed(), app.unnamed()
    app.click("page tab", "Pages")
    until(lambda: NOTES in page.pages(), what="the pages")
    stage.cases.picture("pages")
    assert not app.outside(), app.outside()
    page.save(f"{stage.home}/notes.pdf")
    stage.cases.picture("saved")
    assert not app.unnamed(), app.unnamed()
    page.open_log()
    app.click_into(app.find("list item", lambda name: name.startswith("Coaching sessions with")))
    app.find(("list item", *BUTTON), "Check a File…")
    stage.cases.picture("line")
    assert not app.outside(), app.outside()
    width, height = app.size()
    assert width <= NARROW[0] and height <= NARROW[1], app.size()


def play(stage):
    stage.play([("seen, saved and noted", saved), ("printed", printed), ("not at all", failed), ("narrow", narrow)])

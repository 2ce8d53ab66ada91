"""One window, whatever is started a second time; files that are opened, and files that are no journal."""

import os
import subprocess

from stage import BUTTON, FIELD, PASSPHRASE, until

BUSY = "This journal is open in another program. Nothing in it was changed. Close it there, then try again."


def one_window(app):
    app.root.clear_cache()
    assert app.root.get_child_count() == 1, app.outline()
    assert app.process.poll() is None


def raised(stage):
    """A second start brings the window to the front, even when it was put away."""
    app = stage.start()
    app.find(BUTTON, "Start a Journal")
    window = until(app.window, what="the window")
    subprocess.run(["xdotool", "windowminimize", window], check=True)
    until(lambda: app.window() != window, what="the window put away")
    stage.again()
    until(lambda: app.window() == window, what="the window raised")
    one_window(app)


def file_opened(stage):
    """A file on the command line is shown; a second start with another file saves and locks the first one."""
    anna, bo = stage.journal("Anna"), stage.journal("Bo")
    app = stage.start(anna)
    stage.says(app, "Anna")
    stage.unlock(app)
    stage.write(app, "Half", "a thought that was not saved yet")
    stage.again(bo)
    stage.says(app, "Bo")
    assert not app.has(None, "Half"), app.outline()
    stage.unlock(app)
    app.until_text(lambda t: "First of Bo" in t)
    one_window(app)
    assert "a thought that was not saved yet" in stage.texts(anna)[0], stage.texts(anna)
    # The one that is open already is only shown.
    window = app.window()
    subprocess.run(["xdotool", "windowminimize", window], check=True)
    until(lambda: app.window() != window, what="the window put away")
    stage.again(os.path.relpath(bo))
    until(lambda: app.window() == window, what="the window raised")
    assert app.has(BUTTON, "New entry"), app.outline()
    app.close()
    assert app.process.returncode == 0
    assert [text.strip() for text in stage.texts(bo)] == ["It was there before."], stage.texts(bo)


def terminal_refused(stage):
    """leidraadctl keeps its hands off a journal that is open in the window."""
    anna = stage.journal("Anna")
    app = stage.start(anna)
    stage.unlock(app)
    stage.write(app, "Mine", "written in the window")
    app.until_text(lambda t: t == "Saved")
    for command in (("add",), ("list",), ("check",), ("passphrase",), ("import", "--from", "json", "/dev/null")):
        error = stage.ctl(command[0], anna, *command[1:], stdin="from the terminal", status=1)
        assert "open" in error or "busy" in error, error
        assert len(error.strip().splitlines()) == 1, error
    app.append(app.find(FIELD, "Text"), ", and on")
    app.key("ctrl+q")
    until(lambda: app.process.poll() is not None, what="the end")
    assert stage.texts(anna)[0].strip() == "written in the window, and on", stage.texts(anna)


def window_refused(stage):
    """A second process on the same file is told so, and gets it once the first one lets go."""
    anna = stage.journal("Anna")
    first = stage.start(anna)
    stage.unlock(first)
    second = stage.start(anna, environment={"DBUS_SESSION_BUS_ADDRESS": stage.bus(), **stage.a11y()})
    second.write(FIELD, "Passphrase", PASSPHRASE)
    second.click(BUTTON, "Unlock")
    stage.says(second, BUSY)
    stage.cases.picture("busy")
    first.press(first.find(BUTTON, "New entry"))
    first.write(FIELD, "Title", "Undisturbed")
    first.until_text(lambda t: t == "Saved")
    first.kill()
    second.write(FIELD, "Passphrase", PASSPHRASE)
    second.click(BUTTON, "Unlock")
    second.find(BUTTON, "New entry", seconds=30)
    second.until_text(lambda t: "Undisturbed" in t)


def strangers(stage):
    """What is no journal is refused before a passphrase is asked, and does not get on the shelf."""
    files = f"{stage.home}/files"
    anna = stage.journal("Anna")
    with open(f"{files}/notes.txt", "w", encoding="utf-8") as file:
        file.write("Just some notes that I made.\n" * 50)
    open(f"{files}/empty.leidraad", "w").close()
    os.makedirs(f"{files}/folder.leidraad")
    subprocess.run(["sqlcipher", f"{files}/plain.leidraad", "create table t (a); insert into t values (1);"], check=True,
                   capture_output=True)
    app = stage.start(anna)
    stage.says(app, "Anna")
    for name in ("notes.txt", "empty.leidraad", "folder.leidraad", "plain.leidraad"):
        stage.again(f"{files}/{name}")
        said = "This file is not a Leidraad journal. Nothing in it was changed. Choose another file."
        stage.says(app, said)
        app.key("Escape")
        app.gone(None, said)
    stage.again(f"{files}/missing.leidraad")
    stage.says(app, "It is no longer where it was. Nothing in it was changed. Look where it went, or choose a backup.")
    app.key("Escape")
    with open(f"{stage.data}/shelf.ini", encoding="utf-8") as file:
        shelf = file.read()
    assert shelf.count("path=") == 1 and anna in shelf, shelf


def spoilt(stage):
    """A journal of a later version, and one that was cut short, are each called what they are."""
    newer, short = stage.journal("Newer"), stage.journal("Short")
    subprocess.run(["sqlcipher", newer], input=f"PRAGMA key='{PASSPHRASE}';\nPRAGMA user_version=999;\n", text=True, check=True,
                   capture_output=True)
    os.truncate(short, 8192)
    app = stage.start(newer)
    app.write(FIELD, "Passphrase", PASSPHRASE)
    app.click(BUTTON, "Unlock")
    stage.says(app, "A newer version of Leidraad wrote this journal. Nothing in it was changed. Update Leidraad to go on.")
    stage.again(short)
    stage.says(app, "Short")
    app.write(FIELD, "Passphrase", PASSPHRASE)
    app.click(BUTTON, "Unlock")
    stage.says(app, "Part of this journal can no longer be read. Nothing in it was changed. Go on with a backup: choose one "
               "under Backups.")
    app.find(BUTTON, "Go On with a Backup…")
    assert os.path.getsize(short) == 8192


def lent(stage):
    """A file that a portal only lends is copied to the shelf, if its owner wants that."""
    lent_folder = f"{os.environ['XDG_RUNTIME_DIR']}/doc/1234"
    anna = stage.journal("Anna", lent_folder)
    app = stage.start(anna)
    stage.says(app, "Put a Copy on Your Shelf?")
    stage.cases.picture("lent")
    app.click(BUTTON, "Copy and Open")
    stage.unlock(app)
    app.until_text(lambda t: "First of Anna" in t)
    assert os.path.exists(f"{stage.data}/journals/Anna.leidraad")


def play(stage):
    stage.play([
        ("a second start raises the window", raised), ("a file is opened", file_opened),
        ("leidraadctl is refused", terminal_refused), ("a second process is refused", window_refused),
        ("files that are no journal", strangers), ("a newer and a damaged journal", spoilt), ("a file that is only lent", lent),
    ])

"""A disk that is full, a file that is taken away: the text is kept, and can go elsewhere."""

import os
import shutil
import stat

from stage import BUTTON, FIELD, until

TEXT = "Not a word of this may be lost. "
FULL = "Not saved: the disk is full. Your text is still here. Free some space, or save a copy elsewhere."
GONE = ("Not saved: the journal’s file was moved or replaced. Your text is still here. Put the file back, or save a copy "
        "elsewhere.")

# A file system of its own, in a namespace that only the program sees; inside it the program has its own user again.
SMALL = 'mount -t tmpfs -o size=1m small "$1" && exec unshare --map-user="$2" --map-group="$3" -- "$4"'


class Disk:
    """A small disk on which the program keeps a journal; FOLDER is how it is called in there, INSIDE how from here."""

    def __init__(self, stage, name):
        journal = stage.journal(name)
        self.folder = f"{stage.home}/small"
        os.makedirs(self.folder)
        self.app = stage.start(command=["unshare", "-rm", "sh", "-c", SMALL, "sh", self.folder, str(os.getuid()), str(os.getgid())])
        self.app.find(BUTTON, "Start a Journal")
        self.inside = f"/proc/{self.app.process.pid}/root{self.folder}"
        shutil.copy(journal, self.inside)
        os.remove(journal)
        stage.again(f"{self.folder}/{name}.leidraad")
        stage.unlock(self.app)
        self.filler = f"{self.inside}/filler"
        # The disk goes with the program, unless somebody else has it open too.
        self.held = os.open(self.inside, os.O_RDONLY)
        self.home, self.name = stage.home, f"{name}.leidraad"

    def kept(self):
        """The journal as the program left it, on a disk that stays."""
        assert sorted(os.listdir(self.held)) == [self.name], os.listdir(self.held)
        shutil.copy(f"/proc/self/fd/{self.held}/{self.name}", self.home)
        os.close(self.held)
        return f"{self.home}/{self.name}"

    def fill(self):
        with open(self.filler, "wb", buffering=0) as file:
            size = 65536
            while size:
                try:
                    file.write(b"x" * size)
                except OSError:
                    size //= 2


def save_as(app, path):
    """Answers the file dialog that asks where to save."""
    app.find("dialog", "Save a Copy Elsewhere")
    app.key("ctrl+a")
    app.type(path)
    app.key("Return")
    app.gone("dialog", "Save a Copy Elsewhere")


def full(stage):
    """While the disk is full nothing is lost, and locking holds what is not saved; with some space all is saved."""
    disk = Disk(stage, "Anna")
    app = disk.app
    stage.write(app, "Full", TEXT)
    stage.says(app, "Saved")
    disk.fill()
    app.append(app.find(FIELD, "Text"), TEXT * 400)
    stage.says(app, FULL)
    stage.cases.picture("full")
    assert stage.text(app).count(TEXT.strip()) == 401
    app.click(BUTTON, "Save a Copy Elsewhere…")
    copy = f"{stage.home}/copy.md"
    save_as(app, copy)
    until(lambda: os.path.exists(copy) and os.path.getsize(copy), what="the copy")
    with open(copy, encoding="utf-8") as file:
        assert file.read().count(TEXT.strip()) == 401
    assert stat.S_IMODE(os.stat(copy).st_mode) == 0o600
    stage.says(app, "A copy was saved. It is not encrypted.")

    # Locked all the same: not a word shows before the passphrase, and the text is as it was left after it.
    app.key("ctrl+l")
    stage.says(app, "Not saved")
    stage.says(app, "The disk is full. Your text is still here. Free some space, or choose another disk.\n\n"
               "The journal is locked and goes on trying. Unlock it to see the text or save a copy.")
    stage.cases.picture("full-locked")
    app.click(BUTTON, "Close", within=app.find("alert"))
    assert TEXT.strip() not in app.outline() and "Full" not in app.outline(), app.outline()
    stage.unlock(app)
    assert stage.text(app).count(TEXT.strip()) == 401
    os.remove(disk.filler)
    app.click(BUTTON, "Try Again")
    stage.says(app, "Saved")
    app.close()
    kept = disk.kept()
    assert [text.count(TEXT.strip()) for text in stage.texts(kept)] == [401, 0]


def gone(stage):
    """The file is taken away under an open journal, and another one put in its place: that one is not touched."""
    anna, other = stage.journal("Anna"), stage.journal("Other")
    app = stage.start(anna)
    stage.unlock(app)
    stage.write(app, "Gone", TEXT)
    stage.says(app, "Saved")
    os.rename(anna, f"{anna}.away")
    shutil.copy(other, anna)
    with open(anna, "rb") as file:
        stranger = file.read()
    app.append(app.find(FIELD, "Text"), TEXT)
    stage.says(app, GONE)
    stage.cases.picture("gone")
    app.click(BUTTON, "Try Again")
    stage.says(app, GONE)
    with open(anna, "rb") as file:
        assert file.read() == stranger, "the file that took its place was written to"
    copy = f"{stage.home}/copy.md"
    app.click(BUTTON, "Save a Copy Elsewhere…")
    save_as(app, copy)
    until(lambda: os.path.exists(copy) and os.path.getsize(copy), what="the copy")
    os.rename(f"{anna}.away", anna)
    app.click(BUTTON, "Try Again")
    stage.says(app, "Saved")
    app.close()
    assert [text.count(TEXT.strip()) for text in stage.texts(anna)] == [2, 0]


def play(stage):
    stage.play([("a full disk", full), ("a file that is taken away", gone)])

"""Every place in a language of long words, with letters twice as large, and read from right to left: nothing is left in English,
nothing is wider than the window, no control is without a name. The pictures are for looking at."""

import ctypes
import gettext
import re
from datetime import date, timedelta

import pseudo
from places import Places
from stage import BUTTON, FIELD, PASSPHRASE

SIZES = {"wide": (900, 600), "narrow": (360, 640), "narrow for large letters": (420, 640)}

# What is shown in a language of its own: what the writer wrote, what GTK and the locale say, and names.
THEIRS = {"Sanne", "First of Sanne", "It was there before.", "Leidraad", "Avatar of Sanne",
          "PDF", "Markdown", "Minimize", "Maximize", "Restore", "Close", "Back", "Search", "Dismiss", "Show Password",
          "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}
KEYS = re.compile(r"((Shift|Ctrl|Alt)\+)*(\S|Tab|Return|Escape|Delete|Backspace|F\d+)(, |$)")


def prepare(stage, size):
    width, height = SIZES[size]
    stage.settings(window_width=str(width), window_height=str(height))
    path = stage.journal("Sanne")
    stage.ctl("measure", path, "natural-style", "--answers", "-", stdin="".join(f"situation-{i:02d} 1\n" for i in range(1, 21)))
    # In brackets, as what the writer wrote.
    goal = stage.ctl("goal", "add", path, "--statement", "[Give one question back to the team on every single day]", "--kind", "pitfall",
                     "--style", "ninja", "--measure", "scale", "--start", "3", "--target", "8", "--rhythm", "daily",
                     "--step", "[Ask who else could know, before I answer]").strip()
    stage.ctl("goal", "checkin", path, goal, "4", "--date", str(date.today() - timedelta(1)), "--note", "[Twice, and it was quiet]")
    session = stage.ctl("session", "add", path, "--date", f"{date.today() + timedelta(3)}T10:00", "--location", "[A room upstairs]",
                        "--form", "grow", "--point", "[How the week went, and what the team said about it]").strip()
    stage.ctl("session", "agree", path, session, "[Find a colleague who takes over the questions]", "--due", str(date.today()))
    return path


def walk(stage, app, size, say, look):
    """Unlocks and goes everywhere; LOOK (place) says what is wrong there."""
    wrong = []

    def visit(place):
        app.picture(f"{stage.cases.pictures}/{stage.scene_name}-{place}.png")
        width, height = app.size()
        if width > SIZES[size][0] or height > SIZES[size][1]:
            wrong.append(f"{place}: {width}×{height}")
        unnamed = app.unnamed()
        if unnamed:
            wrong.append(f"{place}: without a name: {unnamed}")
        wrong.extend(f"{place}: {what}" for what in app.outside(fresh=False) + look())

    def label(message):
        return say(message).replace("_", "")

    app.write(FIELD, label("Passphrase"), PASSPHRASE)
    app.click(BUTTON, label("Unlock"))
    try:
        Places(app, say, visit, size != "wide").all()
    finally:
        assert not wrong, "\n".join(wrong)


def untranslated(app):
    """The texts that were showing outside of brackets when last looked at."""
    found = []
    for node in app.all(fresh=False):
        text = (node.get_name() or "").strip()
        if not text or "[" in text and "]" in text or text in THEIRS or not re.search(r"[a-zA-Z]{2}", text):
            continue
        if node.get_role_name() in ("application", "frame", "text", "entry", "password text") or KEYS.match(text):
            continue
        found.append(f"{node.get_role_name()} {text!r}")
    return found


def in_pseudo(size):
    def scene(stage):
        path = prepare(stage, size)
        made = pseudo.make(stage.tree, f"{stage.home}/share")
        with open(made, "rb") as file:
            catalogue = gettext.GNUTranslations(file)

        def say(text, context=None):
            return catalogue.pgettext(context, text) if context else catalogue.gettext(text)

        app = stage.start(path, command=stage.share(), environment={"LANGUAGE": pseudo.LANGUAGE})
        walk(stage, app, size, say, lambda: untranslated(app))

    return scene


def set_resolution(dpi):
    """What a desktop tells programs on this display about the size of letters."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XDefaultRootWindow.restype = ctypes.c_ulong
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    text = f"Xft.dpi:\t{dpi}\n".encode()
    # RESOURCE_MANAGER and STRING are two of the names that every display has; 0 replaces.
    x11.XChangeProperty(display, ctypes.c_ulong(x11.XDefaultRootWindow(display)), ctypes.c_ulong(23), ctypes.c_ulong(31), 8, 0, text,
                        len(text))
    x11.XCloseDisplay(display)


def in_large_letters(size):
    size = "narrow for large letters" if size == "narrow" else size

    def scene(stage):
        path = prepare(stage, size)
        set_resolution(192)
        stage.afterwards.append(lambda: set_resolution(96))
        walk(stage, stage.start(path), size, lambda text, context=None: text, list)

    return scene


def from_right_to_left(size):
    def scene(stage):
        path = prepare(stage, size)
        walk(stage, stage.start(path, environment={"GTK_DEBUG": "invert-text-dir"}), size, lambda text, context=None: text, list)

    return scene


def play(stage, size="wide"):
    stage.play([(f"{name}, {size}", make(size)) for name, make in (
        ("in long words", in_pseudo), ("in large letters", in_large_letters), ("from right to left", from_right_to_left))])

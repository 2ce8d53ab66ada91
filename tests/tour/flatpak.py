#!/usr/bin/env python3
"""tests/tour/flatpak.py PICTURES [--check] LANGUAGE: drives the installed Flatpak, inside the session that tests/tour/run made.

Always the tour: the demo journal in one language, light, dark and narrow, with a picture of each place. With --check first
the main job in Dutch and then the five styles and the sessions in the same journal, ended by an export as it was seen and by one
through leidraadctl, all inside the sandbox.
"""

import gettext
import json
import os
import shutil
import subprocess
import sys
import time

from coaching import CoachingJourney
from driver import Application
from export import ExportPage
from journey import ACCENTED, CLOSING, LEADER, LIST, PARAGRAPHS, PASSPHRASE, Cases, Journey
from places import Places
from styles import StylesJourney

ID = "io.github.leidraad.Leidraad"
pictures, check, language = sys.argv[1], "--check" in sys.argv[2:], sys.argv[-1]
os.makedirs(pictures, exist_ok=True)
home = os.environ["HOME"]
location = subprocess.run(["flatpak", "info", "--user", "--show-location", ID], capture_output=True, text=True, check=True).stdout.strip()
manager = subprocess.Popen(["openbox"], stdout=open(f"{pictures}/openbox-{language}.log", "w"), stderr=subprocess.STDOUT)
time.sleep(1)
cases = Cases(pictures)
log = f"{pictures}/leidraad-{language}.log"
open(log, "w").close()


def translation(language):
    if language == "en":
        return lambda text, context=None: text
    with open(f"{location}/files/share/locale/{language}/LC_MESSAGES/leidraad.mo", "rb") as file:
        catalogue = gettext.GNUTranslations(file)
    return lambda text, context=None: catalogue.pgettext(context, text) if context else catalogue.gettext(text)


class Sandboxed(Application):
    def kill(self):
        subprocess.run(["flatpak", "kill", ID], check=False)
        super().kill()


def starter(language, *extra):
    locale = {"en": "en_GB.UTF-8", "nl": "nl_NL.UTF-8"}[language]
    settings = [f"--env=LC_ALL={locale}", f"--env=LANGUAGE={language}", "--env=GSK_RENDERER=cairo", "--env=GDK_DEBUG=no-portals",
                "--env=ADW_DISABLE_PORTAL=1", *extra]
    return lambda: Sandboxed(["flatpak", "run", "--user", *settings, ID], log)


def control(*arguments, stdin=None):
    out = subprocess.run(["flatpak", "run", "--user", "--command=leidraadctl", ID, *arguments], input=stdin, capture_output=True, text=True)
    assert out.returncode == 0, f"leidraadctl {arguments[0]} ended with {out.returncode}: {out.stderr}"
    return out.stdout


def data_folder():
    return f"{home}/.var/app/{ID}/data/leidraad"


def forget():
    shutil.rmtree(f"{home}/.var/app/{ID}", ignore_errors=True)


def kept():
    """The journal that was made, and a file with its passphrase."""
    journal = next(os.path.join(folder, name) for folder, _, names in os.walk(data_folder() + "/journals") for name in names
                   if name.endswith(".leidraad"))
    secret = f"{data_folder()}/passphrase"
    with open(secret, "w", encoding="utf-8") as file:
        file.write(PASSPHRASE + "\n")
    return journal, secret


def exported():
    """The text comes out of the sandbox's journal as it was typed, and the file checks clean."""
    journal, secret = kept()
    control("check", journal, "--passphrase-file", secret)
    listed = json.loads(control("list", journal, "--search", "coordineren", "--json", "--passphrase-file", secret))
    assert len(listed) == 1, listed
    target = f"{data_folder()}/export.md"
    control("export", journal, "--format", "md", "-o", target, "--passphrase-file", secret)
    with open(target, encoding="utf-8") as file:
        text = file.read()
    for line in PARAGRAPHS + LIST + [CLOSING, ACCENTED]:
        assert line.replace("!", "") in text.replace("\\", "").replace("!", ""), f"not exported: {line}\n{text}"
    os.remove(secret)
    os.remove(target)


def seen(coaching):
    """What goes out is on the pages first; a name that is replaced there is not in the file; the journal notes it."""
    coaching.unlock()
    page = ExportPage(coaching.app, coaching.journey.say)
    page.open()
    assert LEADER in page.pages(), page.pages()
    page.replace(LEADER)
    assert LEADER not in page.pages(), page.pages()
    page.choose_format("html")
    target = f"{data_folder()}/notes.html"
    page.save(target, left_out=True)
    with open(target, encoding="utf-8") as file:
        text = file.read()
    assert "<h1" in text and LEADER not in text, text
    os.remove(target)
    page.open_log()
    initials = coaching.label("Initials instead of names")
    coaching.app.until_text(lambda shown: initials in shown, what=initials)
    coaching.journey.picture("log")


def tour(language):
    """The demo journal, place by place; in light colours each place in a narrow window too."""
    say = translation(language)

    def label(message):
        return say(message).replace("_", "")

    def walk_through(scheme):
        app = starter(language, f"--env=ADW_DEBUG_COLOR_SCHEME=prefer-{scheme}")()
        name = f"{pictures}/{language}-{scheme}"

        def visit(place):
            app.picture(f"{name}-{place}.png")
            if scheme == "light":
                app.resize(360, 720)
                app.picture(f"{name}-{place}-narrow.png")
                app.resize(1000, 700)

        try:
            app.click(("button", "push button"), label("_Look Around First"), seconds=40)
            app.find(None, label("Question of the day"), seconds=60)
            app.resize(1000, 700)
            Places(app, say, visit, narrow=False).all()
        finally:
            app.kill()
            forget()

    for scheme in ("light", "dark"):
        cases.run(f"{language} tour, {scheme}", lambda: walk_through(scheme))


def agreed(journey):
    """What leidraadctl, in the sandbox too, says of the styles in the same journal."""
    journal, secret = kept()
    entries = [json.loads(control("show", journal, entry["id"], "--json", "--passphrase-file", secret))
               for entry in json.loads(control("list", journal, "--json", "--passphrase-file", secret))]
    journey.agrees(json.loads(control("profile", journal, "--json", "--passphrase-file", secret)), entries)
    os.remove(secret)


if check:
    picture = f"{home}/picture.png"
    subprocess.run(["import", "-window", "root", "-crop", "200x120+0+0", picture], check=True)
    journey = Journey(starter("nl"), translation("nl"), cases, picture, "nl")
    styles = StylesJourney(journey, PASSPHRASE)
    coaching = CoachingJourney(journey, PASSPHRASE)
    done = journey.run() and styles.run() and coaching.run()
    if done:
        cases.run("nl preview, a name replaced, save and log", lambda: seen(coaching))
    if journey.app is not None:
        journey.app.kill()
    if done:
        cases.run("nl export what was written", exported)
        cases.run("nl leidraadctl agrees about the styles", lambda: agreed(styles))
    forget()
tour(language)
print(f"Pictures: {pictures}")
sys.exit(0 if cases.summary() else 1)

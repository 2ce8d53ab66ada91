#!/usr/bin/env python3
"""tests/tour/driven.py BUILD: drives the program of a build folder through its main job, in English, on an X display of its own."""

import os
import shutil
import subprocess
import sys
import tempfile

if os.environ.get("LEIDRAAD_DRIVEN") is None:
    wrapped = ["dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1280x900x24 -nolisten tcp", sys.executable, *sys.argv]
    os.execvpe(wrapped[0], wrapped, dict(os.environ, LEIDRAAD_DRIVEN="1"))

from driver import Application
from journey import PASSPHRASE, TITLE, Cases, Journey

build = os.path.abspath(sys.argv[1])
pictures = os.path.join(os.path.dirname(build), "driven")
shutil.rmtree(pictures, ignore_errors=True)
os.makedirs(pictures)
home = tempfile.mkdtemp()
tree = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
os.environ.update(
    HOME=home, XDG_DATA_HOME=f"{home}/data", XDG_CONFIG_HOME=f"{home}/config", XDG_CACHE_HOME=f"{home}/cache", LC_ALL="en_GB.UTF-8",
    LANGUAGE="en", GSETTINGS_SCHEMA_DIR=f"{build}/data", GSETTINGS_BACKEND="keyfile", GDK_BACKEND="x11", GSK_RENDERER="cairo",
    GDK_DEBUG="no-portals", ADW_DISABLE_PORTAL="1", GIO_USE_VFS="local", GDK_DISABLE="gl,vulkan", TMPDIR=f"{home}/tmp")
os.makedirs(f"{home}/tmp")
subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

picture = f"{home}/picture.png"
subprocess.run(["convert", "-size", "320x200", "gradient:#57e389-#1c71d8", picture], check=True)
log = f"{pictures}/leidraad.log"


def start():
    return Application([f"{build}/src/app/leidraad"], log)


def words_on_disk():
    """No word of the text stands anywhere outside the encrypted file, and none in the log."""
    for word in ("terugbetaling", "klantminuut", "Nadia", "getypt", PASSPHRASE, TITLE):
        found = subprocess.run(["grep", "-rlaF", word, home, log], capture_output=True, text=True).stdout
        assert not found, f"{word!r} stands in {found}"


def quiet():
    with open(log, encoding="utf-8", errors="replace") as file:
        bad = [line for line in file if "CRITICAL" in line or "WARNING" in line and "Leidraad" in line]
    assert not bad, "".join(bad[:20])


cases = Cases(pictures)
journey = Journey(start, lambda text: text, cases, picture, "en")
if journey.run():
    cases.run("no word outside the journal", words_on_disk)
    cases.run("nothing to warn about", quiet)
if journey.app is not None:
    journey.app.kill()
shutil.rmtree(home, ignore_errors=True)
sys.exit(0 if cases.summary() else 1)

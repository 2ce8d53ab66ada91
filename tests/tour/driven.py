#!/usr/bin/env python3
"""tests/tour/driven.py BUILD [ACT…]: drives the program of a build folder in its real window, in English, without a screen.

Each act (tests/tour/acts) has a display and a bus of its own; some are played at the same time. The last line is
"N passed, N failed".
"""

import importlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

# The longest first, so that the last to end is short; the very first one mostly waits.
ACTS = ["idle", "reminders", "looks", "looks_narrow", "shelf", "styles", "coaching", "progress", "packs", "export", "journey", "starts", "locks", "keyring", "disk", "narrow"]


def play(build, name):
    """One act, inside its own session."""
    from journey import Cases
    from stage import Stage

    pictures = f"{os.path.dirname(build)}/driven/{name}"
    shutil.rmtree(pictures, ignore_errors=True)
    os.makedirs(pictures)
    manager = subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    cases = Cases(pictures)
    stage = Stage(build, cases)
    try:
        importlib.import_module(f"acts.{name}").play(stage)
    finally:
        stage.leave()
        manager.kill()
    return cases.summary()


def send(build, number, name):
    """Plays an act in a session of its own, and gives what it said."""
    runtime = tempfile.mkdtemp()
    session = ["dbus-run-session", "--", "xvfb-run", "-n", str(100 + 10 * number), "-a", "-s", "-screen 0 1280x900x24 -nolisten tcp -noreset"]
    environment = dict(os.environ, LEIDRAAD_ACT=name, XDG_RUNTIME_DIR=runtime, HOME=runtime)
    with open(f"{os.path.dirname(build)}/driven-{name}.log", "w", encoding="utf-8") as log:
        run = subprocess.run([*session, sys.executable, os.path.abspath(__file__), build], env=environment, stdout=subprocess.PIPE,
                             stderr=log, text=True)
    shutil.rmtree(runtime, ignore_errors=True)
    return name, run.stdout


def main():
    build = os.path.abspath(sys.argv[1])
    if "LEIDRAAD_ACT" in os.environ:
        return play(build, os.environ["LEIDRAAD_ACT"])
    chosen = sys.argv[2:] or ACTS
    passed = failed = 0
    with ThreadPoolExecutor(4) as pool:
        for name, said in pool.map(lambda pair: send(build, *pair), enumerate(chosen)):
            count = re.search(r"^(\d+) passed, (\d+) failed$", said, re.M)
            for line in said.splitlines():
                if not re.match(r"\d+ passed, \d+ failed$", line):
                    print(re.sub(r"^(ok|not ok) ", rf"\1 {name}: ", line), flush=True)
            if not count:
                print(f"not ok {name}: it did not come to its end, see driven-{name}.log", flush=True)
            passed += int(count[1]) if count else 0
            failed += int(count[2]) if count else 1
    print(f"{passed} passed, {failed} failed", flush=True)
    return failed == 0 and passed > 0


if __name__ == "__main__":
    sys.exit(0 if main() else 1)

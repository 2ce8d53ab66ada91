"""Goals and sessions, as tests/tour/coaching.py meets them, and what leidraadctl and an export say of them."""

import json
import subprocess

from coaching import ACTION, GOAL, NOTES, PRIVATE, CoachingJourney
from journey import Journey
from stage import PASSPHRASE


def play(stage):
    path = stage.journal("Sanne")

    def agree():
        listed = stage.ctl("goal", "list", path, "--json")
        assert len(json.loads(listed)) == 1 and GOAL in listed, listed
        agenda = stage.ctl("agenda", path)
        assert ACTION in agenda and GOAL in agenda, agenda

    def export():
        target = f"{stage.home}/out.md"
        stage.ctl("export", path, "--format", "md", "-o", target)
        with open(target, encoding="utf-8") as file:
            text = file.read().replace("\\", "")
        assert NOTES in text and ACTION in text and "wíst" not in text, text

    def words_on_disk():
        subprocess.run(["rm", "-f", f"{stage.home}/out.md"], check=True)
        for word in ("gééft", "wíst"):
            found = subprocess.run(["grep", "-rlaF", word, stage.home, stage.log], capture_output=True, text=True).stdout
            assert not found and word in NOTES + PRIVATE, found

    outer = Journey(lambda: stage.start(path), lambda text, context=None: text, stage.cases, None, "en")
    journey = CoachingJourney(outer, PASSPHRASE)
    outer.app = stage.start(path)
    if journey.run():
        outer.app.close()
        stage.cases.run("leidraadctl agrees", agree)
        stage.cases.run("an export without private notes", export)
        stage.cases.run("no word outside the journal", words_on_disk)
        stage.cases.run("nothing to warn about", stage.quiet)
    elif outer.app is not None:
        outer.app.kill()

"""The five styles, as tests/tour/styles.py meets them, and what leidraadctl says of them."""

import json
import subprocess

from journey import Journey
from stage import PASSPHRASE
from styles import ANSWER, StylesJourney


def play(stage):
    path = stage.journal("Sanne")

    def agree():
        entries = [json.loads(stage.ctl("show", path, entry["id"], "--json"))
                   for entry in json.loads(stage.ctl("list", path, "--json"))]
        journey.agrees(json.loads(stage.ctl("profile", path, "--json")), entries)

    def words_on_disk():
        found = subprocess.run(["grep", "-rlaF", "dáárna", stage.home, stage.log], capture_output=True, text=True).stdout
        assert not found and "dáárna" in ANSWER, found

    outer = Journey(lambda: stage.start(path), lambda text: text, stage.cases, None, "en")
    journey = StylesJourney(outer, PASSPHRASE)
    outer.app = stage.start(path)
    if journey.run():
        outer.app.close()
        stage.cases.run("leidraadctl agrees", agree)
        stage.cases.run("no word outside the journal", words_on_disk)
        stage.cases.run("nothing to warn about", stage.quiet)
    elif outer.app is not None:
        outer.app.kill()

"""Session packs, as tests/tour/packs.py meets them, and what leidraadctl says of them."""

import json
import os
import subprocess
import time

from journey import Journey
from packs import SECRET, WIDE, PacksJourney
from stage import PASSPHRASE

WORDS = {
    "en": {
        "leader": "Sanne de Wit",
        "coach": "Ellen",
        "journals": ("Sanne", "Ellen"),
        "notes": "Bram takes the questions for one morning a week. That gives room to think.",
        "action": "Agree on that morning with Bram",
        "entry": ("The refund that took four calls", "Nadia wrote down the cause, and not the complaint."),
        "goal": "Give one question back every day",
        "change": ("What did Nadia do first?", "What did Nadia do that you did not ask for?"),
        "on": ("Which room do you mean?", "Ask Bram what he needs.", "And on a busy day?", "What did Nadia do first?"),
    },
    "nl": {
        "leader": "Sanne de Wit",
        "coach": "Ellen",
        "journals": ("Sanne", "Ellen"),
        "notes": "Bram vangt de vragen op, één ochtend per week. Dat geeft ruimte om na te denken.",
        "action": "Met Bram de ochtend afspreken",
        "entry": ("De terugbetaling die vier telefoontjes kostte", "Nadia schreef de oorzaak op, en niet de klacht."),
        "goal": "Elke dag één vraag teruggeven",
        "change": ("Wat deed Nadia eerst?", "Wat deed Nadia zonder dat jij erom vroeg?"),
        "on": ("Welke ruimte bedoel je?", "Vraag Bram wat hij nodig heeft.", "En op een drukke dag?", "Wat deed Nadia eerst?"),
    },
}


def words_of(language):
    """What both write, and where the comments belong."""
    words = dict(WORDS[language])
    title, text = words["entry"]
    passages = [words["notes"], words["action"], words["goal"], text]
    words["passages"] = [*passages, title]
    words["comments"] = dict(zip(passages, words["on"]))
    words["pages"] = {"session": "Session", "action": "Action", "goal": "Goal", "entry": "Entry"}
    return words


def journals(stage, words):
    """That of the leader, with something of everything, and that of the coach, which is empty."""
    os.makedirs(f"{stage.home}/files")
    leader, coach = (f"{stage.home}/files/{name}.leidraad" for name in words["journals"])
    stage.ctl("create", leader, "--leader", words["leader"])
    stage.ctl("create", coach, "--leader", words["leader"], "--role", "coach")
    yesterday = time.strftime("%Y-%m-%dT09:00", time.localtime(time.time() - 86400))
    session = stage.ctl("session", "add", leader, "--date", yesterday).strip()
    stage.ctl("session", "note", leader, session, "--part", "free", stdin=words["notes"] + "\n")
    stage.ctl("session", "agree", leader, session, words["action"])
    stage.ctl("add", leader, "--title", words["entry"][0], stdin=words["entry"][1] + "\n")
    stage.ctl("goal", "add", leader, "--statement", words["goal"], "--kind", "pitfall", "--style", "ninja", "--measure", "scale",
              "--start", "3", "--target", "8", "--rhythm", "daily")
    return leader, coach


def play(stage, language="en", scheme="light"):
    words = words_of(language)
    paths = journals(stage, words)
    say, how = stage.speaking(language)
    stage.settings(window_width=str(WIDE[0]), window_height=str(WIDE[1]))
    outer = Journey(None, say, stage.cases, None, language)
    how["environment"]["ADW_DEBUG_COLOR_SCHEME"] = f"prefer-{scheme}"
    outer.app = stage.start(paths[1], **how)
    stage.again(paths[0])
    journey = PacksJourney(outer, PASSPHRASE, words, paths, stage.home)

    def agree():
        said = json.loads(stage.ctl("pack", "list", paths[0], "--json"))
        assert not said["packs"] and sorted(c["text"] for c in said["comments"]) == sorted(journey.texts()), said
        assert {c["author"] for c in said["comments"]} == {words["coach"]} and not any(c["lost"] for c in said["comments"]), said
        said = json.loads(stage.ctl("pack", "list", paths[1], "--json"))
        assert len(said["packs"]) == 1 and said["packs"][0]["comment-count"] == len(words["on"]) and not said["comments"], said

    def words_on_disk():
        for word in (*words["passages"], *journey.texts(), words["change"][0], SECRET):
            found = subprocess.run(["grep", "-rlaF", "--", word, stage.home, stage.log], capture_output=True, text=True).stdout
            assert not found, f"{word}: {found}"

    if journey.run():
        outer.app.close()
        stage.cases.run("leidraadctl agrees", agree)
        stage.cases.run("no word outside the journals and the packs", words_on_disk)
        stage.cases.run("nothing to warn about", stage.quiet)
    elif outer.app is not None:
        outer.app.kill()

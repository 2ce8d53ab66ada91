"""The main job, as tests/tour/journey.py does it, and what it leaves behind."""

import subprocess

from journey import PASSPHRASE, TITLE, Journey


def play(stage):
    picture = f"{stage.home}/picture.png"
    subprocess.run(["convert", "-size", "320x200", "gradient:#57e389-#1c71d8", picture], check=True)

    def words_on_disk():
        """No word of the text stands anywhere outside the encrypted file, and none in the log."""
        for word in ("terugbetaling", "klantminuut", "Nadia", "getypt", PASSPHRASE, TITLE):
            found = subprocess.run(["grep", "-rlaF", word, stage.home, stage.log], capture_output=True, text=True).stdout
            assert not found, f"{word!r} stands in {found}"

    journey = Journey(stage.start, lambda text: text, stage.cases, picture, "en")
    if journey.run():
        stage.cases.run("no word outside the journal", words_on_disk)
        stage.cases.run("nothing to warn about", stage.quiet)
    if journey.app is not None:
        journey.app.kill()

"""What acts/packs.py does, in Dutch and in dark colours."""

from acts import packs


def play(stage):
    packs.play(stage, "nl", "dark")

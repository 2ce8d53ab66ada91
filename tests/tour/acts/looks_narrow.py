"""What acts/looks.py does, in a window as narrow as a telephone."""

from acts import looks


def play(stage):
    looks.play(stage, "narrow")

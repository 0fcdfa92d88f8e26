"""./run say."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument("text", help="what to say")
    parser.add_argument("--wav", type=Path, help="write the sound to this file instead")


def run(options: argparse.Namespace) -> int:
    """Speak a text through this machine's loudspeaker, or write it."""
    from launch.qt import core_application
    from launch.speech import speech_maker
    from voice.qt_sink import QtSpeaker
    from voice.say import Said, make, play, write

    made = make(options.text, speech_maker())
    if isinstance(made, Said):
        said = made
    elif options.wav:
        said = write(made, options.wav)
    else:
        with core_application() as wait:
            said = play(made, QtSpeaker(""), wait)
    print(said.sentence, file=sys.stdout if said.ok else sys.stderr)
    return 0 if said.ok else 1

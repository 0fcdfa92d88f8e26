"""./run say."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from launch.cli import Misused


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument("text", help="what to say; in quotes when it has spaces")
    parser.add_argument("--wav", type=Path, help="write the sound to this file instead")
    parser.epilog = (
        "A sentence with a clip is spoken from clips, any other text by the synthesiser. Ends "
        "with 1 when this machine has no sound output or the text cannot be spoken."
    )


def run(options: argparse.Namespace) -> int:
    """Speak a text through this machine's loudspeaker, or write it."""
    from launch.speech import speech_maker
    from voice.pulse_sink import PulseSpeaker
    from voice.say import Said, make, play, write

    if not options.text.strip():
        raise Misused("there is nothing to say; give a text in quotes")
    made = make(options.text, speech_maker())
    if isinstance(made, Said):
        said = made
    elif options.wav:
        said = write(made, options.wav)
        if not said.ok:
            raise Misused(said.sentence)
    else:
        said = play(made, PulseSpeaker())
    print(said.sentence, file=sys.stdout if said.ok else sys.stderr)
    return 0 if said.ok else 1

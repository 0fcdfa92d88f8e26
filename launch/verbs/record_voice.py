"""./run record-voice."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from launch.cli import Misused
from launch.paths import CONFIG, default_state

PACK_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument("--pack", default="hall", help="name of the voice pack; default: hall")
    parser.add_argument("--voice", default="", help="whose voice it is, for the label of the pack")
    parser.add_argument("--config", type=Path, default=CONFIG, help="folder of the hall's settings")
    parser.add_argument("--state", type=Path, default=None, help="state directory")
    parser.add_argument(
        "--microphone", default="", help="part of the input's description; default: the default"
    )
    parser.add_argument(
        "--list", action="store_true", help="only say how far the pack is and what it lacks"
    )
    parser.add_argument("--exit-after-first-paint", action="store_true", help=argparse.SUPPRESS)
    parser.epilog = (
        "Leads through the clips of this hall: digits, windows, series, calls, what the kiosk "
        "says. Every clip is kept at once, so it can be closed at any time and goes on where it "
        'stopped. Stations use the pack with [voice] pack = "NAME" in their file.'
    )


def run(options: argparse.Namespace) -> int:
    """Record a voice pack, or say how far it is."""
    from launch.studio import StudioRun, list_script, run_studio

    if not PACK_NAME.fullmatch(options.pack):
        raise Misused(f"'{options.pack}' is no name for a pack; use letters, digits, - and _")
    studio = StudioRun(
        pack=options.pack,
        voice=options.voice.strip(),
        config=options.config,
        state=options.state or default_state(),
        microphone=options.microphone,
        until_painted=options.exit_after_first_paint,
    )
    return list_script(studio) if options.list else run_studio(studio)

"""Bring the README's pictures out of a tour: ``.venv/bin/python tools/pictures.py TOUR_FOLDER``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"

# The picture's name, the tour's picture it is made from, and its width in pixels.
TAKEN: tuple[tuple[str, str, int], ...] = (
    ("kiosk-home", "screens/*_kiosk_home.png", 540),
    ("kiosk-greeting", "screens/*_kiosk_greeting.png", 540),
    ("kiosk-groups", "screens/*_kiosk_groups.png", 540),
    ("kiosk-ticket", "screens/*_kiosk_ticket.png", 540),
    ("slip", "slips/kiosk-1-printer-slip-001.png", 400),
    ("hall-board-call", "screens/*_board_call.png", 1280),
    ("counter-calling", "screens/*_counter_calling.png", 960),
    ("console", "screens/*_console_serving.png", 960),
    ("guide", "screens/*_guide_told.png", 1280),
    ("guide-papers", "screens/*_guide_deferral.png", 960),
    ("guide-alarm", "screens/*_guide_alarm_steps.png", 960),
    ("guide-camera", "screens/*_guide_camera.png", 960),
    ("counter-faces", "screens/*_counter_faces.png", 960),
)


def main(arguments: Sequence[str]) -> int:
    """Make every picture from one tour folder; 2 when the tour lacks one."""
    if len(arguments) != 1:
        print("usage: tools/pictures.py TOUR_FOLDER", file=sys.stderr)  # noqa: T201 - a tool speaks
        return 2
    tour = Path(arguments[0])
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, pattern, width_px in TAKEN:
        found = sorted(tour.glob(pattern))
        if not found:
            print(f"the tour in {tour} has no {pattern}", file=sys.stderr)  # noqa: T201
            return 2
        _make(found[0], PICTURES / f"{name}.png", width_px)
    return 0


def _make(source: Path, target: Path, width_px: int) -> None:
    with Image.open(source) as picture:
        height_px = round(picture.height * width_px / picture.width)
        small = picture.convert("RGB").resize((width_px, height_px), Image.Resampling.LANCZOS)
    small.quantize(256).save(target, optimize=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

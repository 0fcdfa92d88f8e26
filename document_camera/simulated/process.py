"""The camera process with drawn pages: `python -m document_camera.simulated.process`.

Arguments: the folder of typefaces, the width of the finest picture, the number of the pipe on which
the simulator says its words: lines of JSON, the first one the whole state.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from document_camera.serving import serve

if TYPE_CHECKING:
    from document_camera.qt_source import Feeder


def main() -> int:
    """Serve the simulated camera."""
    fonts, width_px, pipe = sys.argv[1:]

    def feeder() -> Feeder:
        from document_camera.simulated.qt_feed import QtFeed

        return QtFeed(Path(fonts), int(width_px), int(pipe))

    return serve(feeder)


if __name__ == "__main__":
    raise SystemExit(main())

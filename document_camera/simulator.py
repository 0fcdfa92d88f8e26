"""A simulated camera for the driver `uvc`: the camera process with drawn pages in its session.

Everything behind the lens is real: Qt's capture session and sink, MJPEG, the eye, the pipe.
Pictures come through QVideoFrameInput in place of a camera.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import threading
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from devices.child_link import ChildLink
from devices.transport import Simulator, Transport
from document_camera.simulated.faults import WORDS, Faults, after
from document_camera.simulated.sheets import sheets

PRODUCT_ROOT = Path(__file__).resolve().parent.parent
FONTS = PRODUCT_ROOT / "assets" / "fonts"
WIDTH_PX = 3264
MODULE = "document_camera.simulated.process"


class SimulatedCamera:
    """A camera over a desk. Its state outlives the process that shows it."""

    def __init__(self, fonts: Path = FONTS, width_px: int = WIDTH_PX) -> None:
        """`width_px` is that of its finest picture, 4 : 3; a smaller one takes less time."""
        self._command = (sys.executable, "-m", MODULE, str(fonts), str(width_px))
        self._lock = threading.Lock()
        self._state = Faults()
        self._pipe: int | None = None

    @property
    def state(self) -> Faults:
        """What was said to it so far."""
        return self._state

    def connect(self) -> Transport:
        """Start its process; one that was started before is no longer spoken to."""
        reading, writing = os.pipe()
        os.set_inheritable(reading, True)
        try:
            link = ChildLink((*self._command, str(reading)), PRODUCT_ROOT, pass_fds=(reading,))
        except BaseException:
            os.close(writing)
            raise
        finally:
            os.close(reading)
        with self._lock:
            self._close()
            self._pipe = writing
            self._tell({"state": vars(self._state)})
        return link

    def words(self) -> tuple[str, ...]:
        """Return the words it knows."""
        return WORDS

    def control(self, word: str, **arguments: object) -> None:
        """Do what the word says. Raises ValueError or TypeError when that cannot be."""
        with self._lock:
            state = after(self._state, word, arguments)
            if state.page and state.page not in sheets():
                raise ValueError(f"no page '{state.page}'; there are: {', '.join(sheets())}")
            # The process counts these down by itself; one that is started anew does not fail again.
            self._state = replace(state, busy=0, refusals=0)
            self._tell({"word": word, "arguments": arguments})

    def close(self) -> None:
        """Speak to its process no more."""
        with self._lock:
            self._close()

    def _tell(self, line: Mapping[str, object]) -> None:
        if self._pipe is None:
            return
        try:
            os.write(self._pipe, f"{json.dumps(line)}\n".encode())
        except OSError:
            self._close()

    def _close(self) -> None:
        pipe, self._pipe = self._pipe, None
        if pipe is not None:
            with contextlib.suppress(OSError):
                os.close(pipe)

    def __del__(self) -> None:
        """Give the pipe back."""
        self._close()


def build_simulator(options: Mapping[str, object]) -> Simulator:
    """Return a camera over a desk. Options: `fonts` (folder), `width_px`."""
    width = options.get("width_px", WIDTH_PX)
    if not isinstance(width, int):
        raise TypeError("width_px must be a whole number")
    return SimulatedCamera(Path(str(options.get("fonts", FONTS))), width)

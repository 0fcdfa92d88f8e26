"""The thread that draws the simulated camera's pictures, ten a second while somebody looks."""

from __future__ import annotations

import threading
from collections.abc import Callable

from document_camera.offers import Format
from document_camera.simulated.faults import Faults
from document_camera.simulated.stage import Lying, Stage

FRAME_S = 0.1


class Painter:
    """Draws for one opening of the camera at a time; `on_picture` is called in its thread."""

    def __init__(self, stage: Stage, on_picture: Callable[[int, bytes], None]) -> None:
        self._stage = stage
        self._on_picture = on_picture
        self._changed = threading.Condition()
        self._faults = Faults()
        self._for: tuple[int, Format, bool] | None = None
        self._thread = threading.Thread(target=self._run, name="painter", daemon=True)

    def start(self) -> None:
        """Begin; nothing is drawn before `paint`."""
        self._thread.start()

    def show(self, faults: Faults) -> None:
        """Draw it like that from now on."""
        with self._changed:
            self._faults = faults

    def paint(self, opening: int, form: Format, *, bare: bool) -> None:
        """Draw for this opening; `bare` is a camera under which nothing ever lies."""
        with self._changed:
            self._for = (opening, form, bare)
            self._changed.notify_all()

    def rest(self) -> None:
        """Draw nothing."""
        with self._changed:
            self._for = None

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._for is not None)
                wanted, faults = self._for, self._faults
            if wanted is not None and not faults.silent:
                opening, form, bare = wanted
                lying = Lying(black=faults.black)
                if not bare and not faults.black:
                    lying = Lying(faults.page, faults.defect)
                picture = self._stage.picture(faults, lying, form.width_px, form.height_px)
                self._on_picture(opening, picture)
            with self._changed:
                self._changed.wait(FRAME_S)

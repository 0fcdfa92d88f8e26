"""Which handwriting is in memory, so that a story can tell that none was kept."""

from __future__ import annotations

import gc

from hall.kernel.handwriting import Handwriting


def inked() -> list[Handwriting]:
    """Every written sheet in this process."""
    gc.collect()
    return [one for one in gc.get_objects() if isinstance(one, Handwriting) and one.strokes]


class InkWatch:
    """Knows the sheets that were there before: other tests' samples are nobody's ink."""

    def __init__(self) -> None:
        self._before = inked()

    def left(self) -> list[Handwriting]:
        """Written sheets that came since and are still there."""
        return [one for one in inked() if not any(one is known for known in self._before)]

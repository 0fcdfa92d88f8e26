"""Kiosks for stories of faults; each story opens its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.faults.kiosk_at_work import KioskAtWork, kiosk_at_work


@pytest.fixture
def open_kiosk(qtbot: Any, tmp_path: Path) -> Iterator[Callable[..., KioskAtWork]]:
    """Open a kiosk with the options of `kiosk_at_work`; it is closed when the story ends."""
    with ExitStack() as ending:
        yield lambda **options: ending.enter_context(kiosk_at_work(qtbot, tmp_path, **options))


@pytest.fixture
def kiosk(open_kiosk: Callable[..., KioskAtWork]) -> KioskAtWork:
    """A kiosk whose reader runs faster than a real one."""
    return open_kiosk()

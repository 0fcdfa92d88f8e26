"""Qt set-up for every test: no display, and a Qt warning is a failure (pyproject)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.helpers.halls import Telling
    from tests.helpers.ink import InkWatch

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let two harmless lines of the offscreen platform pass; all other warnings still fail."""
    harmless = ("propagateSizeHints", r"does not support raise\(\)")
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(*harmless, extend=True))


@pytest.fixture
def ink() -> InkWatch:
    """What handwriting comes into memory from here on."""
    from tests.helpers.ink import InkWatch

    return InkWatch()


@pytest.fixture(params=["in_process", "on_a_socket"])
def hall(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Telling]:
    """A hall to tell a story to; each story runs in process and against a real process."""
    from tests.helpers.halls import local_telling, remote_telling

    rules = request.node.get_closest_marker("rules")
    changes = dict(rules.kwargs) if rules is not None else {}
    open_one = local_telling if request.param == "in_process" else remote_telling
    with open_one(tmp_path, changes) as telling:
        yield telling

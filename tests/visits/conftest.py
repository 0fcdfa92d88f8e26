"""Stories of visits are told to a hall whose matters ask for papers of every kind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.halls import Telling, local_telling, remote_telling
from tests.visits.papers import WITH_PAPERS, Desk


@pytest.fixture(params=["in_process", "on_a_socket"])
def hall(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Telling]:
    """A hall to tell a story to; each story runs in process and against a real process."""
    rules = request.node.get_closest_marker("rules")
    changes = dict(rules.kwargs) if rules is not None else {}
    open_one = local_telling if request.param == "in_process" else remote_telling
    with open_one(tmp_path, changes, WITH_PAPERS) as telling:
        yield telling


@pytest.fixture
def desk(hall: Telling) -> Desk:
    """The guides' desk of that hall."""
    return Desk(hall)

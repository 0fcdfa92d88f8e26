"""Desks in a real hall in this process; its clock moves with the story."""

from __future__ import annotations

import pytest

from hall.client.local import LocalGateway
from tests.guide_desk.desk import Desk
from tests.helpers.halls import open_local_hall


@pytest.fixture
def open_desk(tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):

        def pass_time(seconds: float) -> None:
            clock.advance(seconds)
            hall.run_due()

        yield lambda **how: Desk(LocalGateway(hall, "guide-1"), pass_time, **how)


@pytest.fixture
def desk(open_desk):
    return open_desk()

"""A desk in a real hall in this process."""

from __future__ import annotations

import pytest

from hall.client.local import LocalGateway
from tests.counter_console.desk import Desk
from tests.helpers.halls import open_local_hall


@pytest.fixture
def desk(tmp_path):
    with open_local_hall(tmp_path) as (hall, _clock):
        yield Desk(LocalGateway(hall, "c1"))

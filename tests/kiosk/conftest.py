"""A visit at a kiosk with a real hall behind it."""

from __future__ import annotations

import pytest

from hall.client.local import LocalGateway
from tests.helpers.halls import open_local_hall
from tests.kiosk.visit import Visit


@pytest.fixture
def visit(tmp_path):
    with open_local_hall(tmp_path) as (hall, _clock):
        yield Visit(LocalGateway(hall, "kiosk-1"))

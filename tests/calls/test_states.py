"""Every cell of the counter's table."""

from typing import get_args

import pytest

from hall.calls import model

ILLEGAL = {("closed", "pause")}
REACHED = {"open": "open", "pause": "paused", "close": "closed"}


@pytest.mark.parametrize("action", get_args(model.Action))
@pytest.mark.parametrize("state", get_args(model.State))
def test_each_cell_of_the_table(state, action):
    expected = None if (state, action) in ILLEGAL else REACHED[action]
    assert model.next_state(state, action) == expected

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest

from guide_desk.in_hand import NEXT_STATE, Action, State, next_state

STATES, ACTIONS = get_args(State), get_args(Action)
# fmt: off
EXPECTED = {
    "asking":   {"given": "printing", "given_no_printer": "by_hand"},
    "printing": {"printed": "printed", "not_printed": "by_hand", "unknown": "unsure"},
    "unsure":   {"printed": "printed", "not_printed": "by_hand", "again": "asking"},
    "printed":  {"again": "asking"},
    "by_hand":  {"again": "asking"},
}
# fmt: on


@pytest.mark.parametrize(("state", "action"), tuple(product(STATES, ACTIONS)))
def test_every_step_of_a_number_in_the_hand(state, action):
    assert next_state(state, action) == EXPECTED[state].get(action)


def test_no_state_is_a_dead_end_and_none_is_out_of_reach():
    assert {state for state, _ in NEXT_STATE} == set(STATES)
    assert set(NEXT_STATE.values()) == set(STATES)

"""Every cell of the ticket's table, legal and illegal."""

from typing import get_args

import pytest

from hall.tickets import model

ALLOWED = {
    "waiting": {"call", "cancel", "carry_over"},
    "called": {
        "recall",
        "miss",
        "park",
        "hold",
        "start",
        "finish",
        "transfer",
        "hand_over",
        "cancel",
    },
    "serving": {"hold", "finish", "transfer", "hand_over", "cancel"},
    "held": {"come_back", "cancel", "carry_over"},
    "missed": {"come_back", "cancel", "carry_over"},
    "parked": {"come_back", "cancel", "carry_over"},
    "finished": set(),
    "cancelled": set(),
    "carried_over": set(),
}
LEADS_TO = {
    "call": "called",
    "miss": "missed",
    "park": "parked",
    "hold": "held",
    "come_back": "waiting",
    "start": "serving",
    "finish": "finished",
    "transfer": "waiting",
    "cancel": "cancelled",
    "carry_over": "carried_over",
}


@pytest.mark.parametrize("action", get_args(model.Action))
@pytest.mark.parametrize("state", get_args(model.State))
def test_each_cell_of_the_table(state, action):
    reached = model.next_state(state, action)
    if action in ALLOWED[state]:
        assert reached == LEADS_TO.get(action, state)
    else:
        assert reached is None


def test_an_ended_number_never_comes_back():
    assert all(
        model.next_state(state, action) is None
        for state in model.ENDED
        for action in get_args(model.Action)
    )

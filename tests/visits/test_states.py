"""Every cell of the tables of a visit, a case and a register entry."""

from typing import get_args

import pytest

from hall.visits import entries, model

BEFORE = ("arrived", "consulting", "prechecking", "filling", "waiting")
WITH_GUIDE = {"consult": "consulting", "precheck": "prechecking", "fill": "filling"}
STEPS = {"receive": "received", "accept": "accepted", "handle": "handling"}
AT_COUNTER = {
    "received": {"precheck", "fill", "wait", "accept", "leave"},
    "accepted": {"handle", "wait", "leave"},
    "handling": {"wait", "leave"},
    "left": set(),
}
REACHED = {**WITH_GUIDE, **STEPS, "wait": "waiting", "leave": "left"}


@pytest.mark.parametrize("action", get_args(model.Action))
@pytest.mark.parametrize("state", get_args(model.State))
def test_each_cell_of_a_visits_table(state, action):
    reached = REACHED[action]
    allowed = reached != state if state in BEFORE else action in AT_COUNTER[state]
    assert model.next_state(state, action) == (reached if allowed else None)


@pytest.mark.parametrize("step", get_args(model.Step))
@pytest.mark.parametrize("stage", get_args(model.Stage))
def test_received_accepted_and_handled_come_one_after_the_other(stage, step):
    expected = {
        ("preparing", "receive"): "received",
        ("received", "accept"): "accepted",
        ("accepted", "handle"): "handling",
    }
    closes = step == "close" and stage != "closed"
    assert model.next_stage(stage, step) == ("closed" if closes else expected.get((stage, step)))


@pytest.mark.parametrize("action", get_args(entries.Action))
@pytest.mark.parametrize("state", get_args(entries.EntryState))
def test_each_cell_of_an_entrys_table(state, action):
    allowed = {
        "remind": ("open",),
        "lapse": ("open", "reminded"),
        "settle": ("open", "reminded", "overdue"),
    }
    reached = {"remind": "reminded", "lapse": "overdue", "settle": "settled"}[action]
    assert entries.next_state(state, action) == (reached if state in allowed[action] else None)


@pytest.mark.parametrize("state", get_args(model.State))
def test_a_call_takes_an_elder_away_from_nobody_who_is_at_work_with_them(state):
    guide, clerk = model.Owner("guide_desk", "guide-1"), model.Owner("clerk", "k1")
    with_guide = state in ("consulting", "prechecking", "filling")
    assert model.owner_when_called(state, guide, clerk) == (guide if with_guide else clerk)
    assert model.owner_when_called(state, None, clerk) == clerk

"""The medicine box: somebody looks, the dates stand on a list, and nobody opens it too late."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from hall.help import box_model
from hall.help.box_messages import (
    BoxChecked,
    BoxStocked,
    CheckBox,
    NoSuchBatch,
    NotForTheBox,
    PastItsDay,
    StockBox,
)

DAY_S = 24 * 3600.0
GUIDE = {"station_id": "guide-1"}


def stocked(hall, expires_on, quantity=3, item_id="plaster"):
    return hall.says(StockBox, item_id=item_id, quantity=quantity, expires_on=expires_on, **GUIDE)


def box(hall):
    return hall.look("guide", "").box


def test_what_is_put_in_stands_on_the_list_with_who_looked(hall):
    said = stocked(hall, "2027-06-30")
    assert isinstance(said, BoxStocked)
    batch = box(hall)[said.batch.id]
    assert (batch.quantity, batch.expires_on, batch.state) == (3, "2027-06-30", "good")
    assert batch.checked_by


def test_a_month_before_its_day_it_is_to_be_replaced_and_after_it_not_used(hall):
    batch_id = stocked(hall, "2026-12-28").batch.id  # the story begins on 2026-11-23
    hall.advance(4 * DAY_S)
    assert box(hall)[batch_id].state == "good"
    hall.advance(2 * DAY_S)
    assert box(hall)[batch_id].state == "soon"
    hall.advance(29 * DAY_S)
    assert box(hall)[batch_id].state == "soon"  # on its last day it is still good
    hall.advance(2 * DAY_S)
    assert box(hall)[batch_id].state == "expired"


def test_what_has_less_than_a_month_is_warned_of_at_once(hall):
    assert box(hall) == {}
    assert stocked(hall, "2026-12-01").batch.state == "soon"


@pytest.mark.parametrize("day", ["2026-11-22", "2019-01-01", "2027-02-30"])
def test_what_is_past_its_day_does_not_go_in(hall, day):
    assert stocked(hall, day) == PastItsDay()
    assert box(hall) == {}


def test_a_thing_the_box_does_not_hold_is_refused(hall):
    assert stocked(hall, "2027-01-01", item_id="car") == NotForTheBox()


def test_who_looks_says_how_much_is_left(hall):
    batch_id = stocked(hall, "2027-06-30").batch.id
    said = hall.says(CheckBox, batch_id=batch_id, quantity=1, **GUIDE)
    assert isinstance(said, BoxChecked)
    assert box(hall)[batch_id].quantity == 1


def test_what_was_taken_out_is_warned_of_no_more(hall):
    batch_id = stocked(hall, "2026-12-28").batch.id
    hall.says(CheckBox, batch_id=batch_id, quantity=0, **GUIDE)
    assert box(hall) == {}
    hall.advance(40 * DAY_S)
    assert box(hall) == {}
    assert hall.says(CheckBox, batch_id=batch_id, quantity=1, **GUIDE) == NoSuchBatch()


def test_two_batches_of_one_thing_have_a_day_each(hall):
    stocked(hall, "2027-06-30")
    stocked(hall, "2026-12-01")
    assert sorted(batch.state for batch in box(hall).values()) == ["good", "soon"]


@pytest.mark.parametrize("action", get_args(box_model.Action))
@pytest.mark.parametrize("state", get_args(box_model.BatchState))
def test_each_cell_of_the_table(state, action):
    leads_to = box_model.next_state(state, action)
    assert leads_to is None or leads_to != state
    assert (state == "gone") <= (leads_to is None)


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2026-11-27", "good"),
        ("2026-11-28", "soon"),
        ("2026-12-28", "soon"),
        ("2026-12-29", "expired"),
    ],
)
def test_how_a_batch_stands_by_its_last_day(today, state):
    assert box_model.state_on(date.fromisoformat(today), date(2026, 12, 28)) == state

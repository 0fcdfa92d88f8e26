from __future__ import annotations

from typing import get_args

import pytest

from counter_console.deeds import DEEDS
from counter_console.key_table import KEY_TABLE, KEYS, SITUATIONS, Key, Situation, next_key
from hall.kernel.messages import Refusal
from hall.tickets.messages import TicketState


def put(desk, situation: Situation) -> None:
    """Bring the counter to where it stands so, with one more person waiting."""
    for _ in range(2):
        desk.others.takes("m-pension")
    if situation != "closed":
        desk.sits()
    if situation.startswith(("called", "serving")):
        desk.press("call")
    if situation.startswith("serving"):
        desk.press("start")
    if situation.endswith("paused"):
        desk.press("pause")
    assert desk.on.situation == situation
    desk.sent.clear()
    desk.answers.clear()


@pytest.mark.parametrize("situation", SITUATIONS)
@pytest.mark.parametrize("key", KEYS)
def test_a_lit_key_does_what_it_says_and_a_dark_one_nothing(desk, situation, key):
    put(desk, situation)
    before = desk.view
    desk.press(key)
    lit = KEY_TABLE[situation][key] != "cannot"
    if key == "transfer":
        assert (desk.view.page == "transfer") == lit
        assert desk.sent == []
    elif lit:
        assert len(desk.sent) == 1
        assert not isinstance(desk.answers[0], Refusal)
    else:
        assert desk.sent == []
        assert desk.view == before


@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_page_shows_every_key_as_the_table_says(desk, situation):
    put(desk, situation)
    shown = {key.action: key.mode for key in desk.view.keys}
    assert shown == KEY_TABLE[situation]
    assert [key.tag for key in desk.view.keys] == [f"F{n}" for n in range(1, 9)]


@pytest.mark.parametrize("situation", SITUATIONS)
def test_at_most_one_key_is_green_and_the_strip_shows_that_one(desk, situation):
    put(desk, situation)
    green = [key for key, mode in KEY_TABLE[situation].items() if mode == "next"]
    assert len(green) <= 1
    assert next_key(situation) == (green[0] if green else None)
    strip = desk.view.strip.key
    assert (strip.action if strip else None) == next_key(situation)


def test_every_key_asks_something_of_the_hall_or_opens_a_page():
    assert set(get_args(Key)) - set(DEEDS) == {"transfer"}


def test_a_morning_by_the_green_key_alone(desk):
    first, second = (desk.others.ticket("m-pension") for _ in range(2))
    desk.sits()
    states: list[TicketState] = []
    for _ in range(6):
        green = next(key for key in desk.view.keys if key.mode == "next")
        desk.press(green.action)
        floor = desk.gateway.snapshot("console", "c1").board.floor
        states.append(floor.tickets[first.id].state if first.id in floor.tickets else "finished")
    assert states == ["called", "serving", "finished", "finished", "finished", "finished"]
    assert second.id not in desk.gateway.snapshot("console", "c1").board.floor.tickets


def test_the_pause_key_says_what_it_does_now(desk):
    desk.sits()
    assert desk.key("key_pause").label == "暂停"
    desk.press("pause")
    assert desk.key("key_pause").label == "恢复"
    desk.press("pause")
    assert desk.on.situation == "free"

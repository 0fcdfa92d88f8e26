"""Somebody who does not hear is called by light: board and counter screen flash, and say no why."""

from __future__ import annotations

import itertools

import msgspec

from counter_display.counter.presenter import CounterPresenter
from counter_display.hall_board.presenter import HallBoardPresenter
from hall.calls.messages import TicketCalled
from tests.counter_display.boards import (
    LOCAL,
    call_event,
    counter_board,
    hall_board,
    ticket,
    words,
)

TWO = [("老013", "c2"), ("老016", "c4")]


def called(number: str, counter_id: str, seq: int) -> TicketCalled:
    event = call_event(number, counter_id, seq).event
    assert isinstance(event, TicketCalled)
    return event


def board_with_flash() -> HallBoardPresenter:
    presenter = HallBoardPresenter(words())
    presenter.board_changed(hall_board(TWO))
    presenter.called(called("老016", "c4", 2), 0.0, "flash")
    return presenter


def counter_with_flash(now_s: float = 100.0, **more) -> CounterPresenter:
    presenter = CounterPresenter(words())
    board = counter_board(ticket("老012", **more), seq=7)
    attention = {"t-老012": "flash"}
    presenter.board_changed(msgspec.structs.replace(board, attention=attention), now_s)
    return presenter


def halves(lit: list[bool]) -> list[int]:
    """The hundredths of a second at which one half gives way to the other."""
    return [place for place in range(1, len(lit)) if lit[place] != lit[place - 1]]


def slow_and_short(changes: list[int]) -> bool:
    """C7: at most once a second (both halves), and for five seconds."""
    apart = all(later - earlier >= 50 for earlier, later in itertools.pairwise(changes))
    return apart and len(changes) >= 4 and max(changes) <= 501


def test_the_whole_board_flashes_slowly_for_five_seconds():
    presenter = board_with_flash()
    bands = [presenter.view(step / 100, LOCAL).band for step in range(700)]
    assert slow_and_short(halves([band is not None and band.lit for band in bands]))
    assert [band is not None and band.whole for band in bands] == [True] * 500 + [False] * 200


def test_then_the_call_stands_in_the_band_for_twice_the_usual_while():
    presenter = board_with_flash()
    for now_s in (5.0, 15.0, 29.9):
        band = presenter.view(now_s, LOCAL).band
        assert band is not None
        assert (band.number.label, band.lit, band.whole) == ("老016", True, False)
    assert presenter.view(30.0, LOCAL).band is None


def test_a_newer_call_waits_until_the_flashing_is_over_and_is_a_marked_row_meanwhile():
    presenter = board_with_flash()
    presenter.called(called("老013", "c2", 3), 2.0)
    flashing = presenter.view(4.0, LOCAL)
    assert flashing.band is not None
    assert flashing.band.number.label == "老016"
    assert [(row.number.label, row.fresh) for row in flashing.rows] == [("老013", True)]
    after = presenter.view(6.0, LOCAL).band
    assert after is not None
    assert (after.number.label, after.whole) == ("老013", False)


def test_waking_at_each_next_change_sees_the_flashing_end():
    presenter = board_with_flash()
    now_s, seen = 0.0, []
    while now_s < 8.0:
        band = presenter.view(now_s, LOCAL).band
        assert band is not None
        seen.append((band.whole, band.lit))
        now_s += max(presenter.next_change_s(now_s, LOCAL), 0.001)
    once = [one for one, _ in itertools.groupby(seen)]
    assert once == [*[(True, True), (True, False)] * 4, (False, True)]


def test_the_counters_screen_flashes_as_slowly_and_then_stands_green():
    presenter = counter_with_flash()
    lit = [presenter.view(100 + step / 100, LOCAL).flooded for step in range(700)]
    assert lit[0]
    assert slow_and_short(halves(lit))
    assert presenter.view(160.0, LOCAL).flooded
    assert 0.0 < presenter.next_change_s(100.1, LOCAL) < 0.63


def test_a_recall_flashes_again():
    presenter = counter_with_flash()
    again = counter_board(ticket("老012"), seq=9)
    attention = {"t-老012": "flash"}
    presenter.board_changed(msgspec.structs.replace(again, attention=attention), 140.0)
    assert not presenter.view(140.7, LOCAL).flooded


def test_when_the_elder_sits_the_screen_is_as_everybodys():
    assert not counter_with_flash(state="serving").view(100.0, LOCAL).flooded


def test_everybody_else_is_called_as_before():
    presenter = CounterPresenter(words())
    presenter.board_changed(counter_board(ticket("老012"), seq=7), 100.0)
    assert not any(presenter.view(100 + step / 10, LOCAL).flooded for step in range(70))
    board = HallBoardPresenter(words())
    board.board_changed(hall_board(TWO))
    board.called(called("老016", "c4", 2), 0.0)
    assert not any(band.whole for step in range(70) if (band := board.view(step / 10, LOCAL).band))


def test_a_board_without_sound_keeps_calls_longer_and_blinks_no_longer():
    presenter = HallBoardPresenter(words())
    presenter.board_changed(hall_board(TWO))
    presenter.sound_works(False)
    presenter.called(called("老016", "c4", 2), 0.0)
    lit = [band.lit for step in range(2900) if (band := presenter.view(step / 100, LOCAL).band)]
    assert len(lit) == 2900
    assert slow_and_short(halves(lit))

from __future__ import annotations

import itertools

import msgspec
import pytest

from counter_display.hall_board.presenter import HallBoardPresenter
from counter_display.hall_board.screens.measures import rows_readable
from tests.counter_display.boards import LOCAL, call_event, hall_board, words
from ui_kit.panel import Panel

FOUR = [("老013", "c2"), ("老009", "c5"), ("老011", "c1"), ("老012", "c3")]


def presenter_with(board, rows: int = 4) -> HallBoardPresenter:
    presenter = HallBoardPresenter(words(), rows)
    presenter.board_changed(board)
    return presenter


def labels(view) -> list[str]:
    return [row.number.label for row in view.rows]


def called(presenter, number: str, counter_id: str, now_s: float, seq: int = 9) -> None:
    presenter.called(call_event(number, counter_id, seq).event, now_s)


def test_four_rows_the_newest_call_first():
    view = presenter_with(hall_board([("普001", "c4"), *FOUR])).view(0.0, LOCAL)
    assert labels(view) == ["老012", "老011", "老009", "老013"]
    assert [row.window for row in view.rows] == ["3", "1", "5", "2"]
    assert view.band is None


def test_a_new_call_stands_in_the_band_for_fifteen_seconds_and_then_in_the_first_row():
    presenter = presenter_with(hall_board([*FOUR, ("老016", "c4")]))
    called(presenter, "老016", "c4", 100.0)
    for now_s in (100.0, 107.0, 114.9):
        view = presenter.view(now_s, LOCAL)
        assert view.band is not None
        assert (view.band.number.label, view.band.window) == ("老016", "4")
        assert labels(view) == ["老012", "老011"]
    view = presenter.view(115.0, LOCAL)
    assert view.band is None
    assert labels(view)[0] == "老016"


def test_the_band_blinks_slower_than_once_a_second_for_five_seconds_then_stands():
    presenter = presenter_with(hall_board([("老016", "c4")]))
    called(presenter, "老016", "c4", 0.0)
    lit = []
    for step in range(1490):
        band = presenter.view(step / 100, LOCAL).band
        assert band is not None
        lit.append(band.lit)
    changes = [step for step in range(1, len(lit)) if lit[step] != lit[step - 1]]
    assert lit[0]
    assert len(changes) >= 4
    assert all(later - earlier >= 50 for earlier, later in itertools.pairwise(changes))
    assert max(changes) <= 501
    assert all(lit[510:])


def test_waking_at_each_next_change_misses_no_blink():
    presenter = presenter_with(hall_board([("老016", "c4")]))
    called(presenter, "老016", "c4", 0.0)
    now_s, seen = 0.0, []
    while now_s < 15.5:
        band = presenter.view(now_s, LOCAL).band
        seen.append(None if band is None else band.lit)
        now_s += max(presenter.next_change_s(now_s, LOCAL), 0.001)
    assert [one for place, one in enumerate(seen) if place == 0 or seen[place - 1] is not one] == [
        True, False, True, False, True, False, True, False, True, None,
    ]  # fmt: skip


def test_of_several_new_calls_the_newest_is_in_the_band_and_the_others_are_marked_rows():
    presenter = presenter_with(hall_board(FOUR))
    called(presenter, "老011", "c1", 10.0, seq=3)
    called(presenter, "老012", "c3", 12.0, seq=4)
    view = presenter.view(13.0, LOCAL)
    assert view.band is not None
    assert view.band.number.label == "老012"
    assert [(row.number.label, row.fresh) for row in view.rows] == [
        ("老011", True), ("老009", False),
    ]  # fmt: skip


def test_a_recall_comes_back_into_the_band():
    presenter = presenter_with(hall_board(FOUR))
    called(presenter, "老012", "c3", 0.0)
    assert presenter.view(20.0, LOCAL).band is None
    called(presenter, "老012", "c3", 21.0)
    assert presenter.view(35.9, LOCAL).band is not None


def test_the_band_ends_when_the_number_is_no_longer_asked_there():
    presenter = presenter_with(hall_board([("老016", "c4")]))
    called(presenter, "老016", "c4", 0.0)
    presenter.board_changed(hall_board([]))
    view = presenter.view(2.0, LOCAL)
    assert view.band is None
    assert view.state == "idle"


def test_calls_missed_while_the_link_was_lost_stand_in_rows_only():
    presenter = presenter_with(hall_board(FOUR[:1]))
    presenter.link_lost(0.0)
    assert presenter.view(2.0, LOCAL).header.mark == "画面可能不是最新，请听广播"
    presenter.link_back()
    presenter.board_changed(hall_board(FOUR))
    view = presenter.view(9.0, LOCAL)
    assert view.band is None
    assert len(view.rows) == 4
    assert not any(row.fresh for row in view.rows)
    assert view.header.mark == ""


def test_the_stale_mark_is_there_within_five_seconds_also_before_the_first_snapshot():
    presenter = HallBoardPresenter(words())
    presenter.link_lost(0.0)
    view = presenter.view(3.0, LOCAL)
    assert (view.state, view.header.mark_kind) == ("starting", "stale")


def test_without_sound_the_board_says_so_and_flashes_longer():
    presenter = presenter_with(hall_board([("老016", "c4")]))
    presenter.sound_works(False)
    called(presenter, "老016", "c4", 0.0)
    view = presenter.view(20.0, LOCAL)
    assert view.header.mark == "喇叭没有声音，请看屏幕"
    assert view.band is not None
    presenter.link_lost(20.0)
    assert presenter.view(22.0, LOCAL).header.mark == "画面可能不是最新，请问工作人员"


def test_a_call_nobody_heard_is_marked():
    board = hall_board(FOUR)
    silent = {
        key: msgspec.structs.replace(one, silent=key == "c3")
        for key, one in board.floor.counters.items()
    }
    floor = msgspec.structs.replace(board.floor, counters=silent)
    view = presenter_with(msgspec.structs.replace(board, floor=floor)).view(0.0, LOCAL)
    assert [row.not_heard for row in view.rows] == ["没播出", "", "", ""]


def test_next_up_shows_two_and_the_counts_say_for_what_people_wait():
    board = hall_board(FOUR, waiting=("老015", "老017", "老018"))
    collecting = msgspec.structs.replace(board.floor.tickets["t-老018"], queue="collect")
    tickets = {**board.floor.tickets, collecting.id: collecting}
    floor = msgspec.structs.replace(board.floor, tickets=tickets)
    tray = presenter_with(msgspec.structs.replace(board, floor=floor)).view(0.0, LOCAL).tray
    assert [number.label for number in tray.next_up] == ["老015", "老017"]
    assert [(one.what, one.count) for one in tray.counts] == [("办事", "2"), ("领证", "1")]


def test_nobody_waits_and_nobody_is_called():
    view = presenter_with(hall_board([], ())).view(0.0, LOCAL)
    assert (view.state, view.tray.nobody) == ("idle", "现在没人等")


def test_a_closed_day_says_when_the_hall_works():
    view = presenter_with(hall_board([], (), day_id=None)).view(0.0, LOCAL)
    assert view.message is not None
    assert view.message.note == "上班时间 8:30 到 17:30"


@pytest.mark.parametrize(
    ("width_mm", "height_mm", "view_mm", "rows"),
    [(1210, 681, 8000, 4), (1210, 681, 6000, 4), (940, 529, 8000, 3), (940, 529, 6000, 4),
     (708, 398, 8000, 2)],
)  # fmt: skip
def test_a_small_panel_far_away_shows_fewer_rows(width_mm, height_mm, view_mm, rows):
    assert rows_readable(Panel(width_mm, height_mm, 1920, 1080, view_mm=view_mm)) == rows

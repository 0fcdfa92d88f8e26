"""Calm cards: what people should know, where no number needs the place."""

from __future__ import annotations

import msgspec

from counter_display.hall_board.presenter import HallBoardPresenter
from hall.boards.hall import HallBoard
from hall.calls.messages import TicketCalled
from hall.kernel.facts import CardFact
from tests.counter_display.boards import AT_0940, LOCAL, call_event, hall_board, words

FOUR = [("老013", "c2"), ("老009", "c5"), ("老011", "c1"), ("老012", "c3")]
CARDS = (
    CardFact(title="现金、银行卡都行", text="您怎么方便怎么来"),
    CardFact(title="帮您办，不收钱"),
    CardFact(title="走不动，我们上门办"),
)
TITLES = [card.title for card in CARDS]


def called(number: str, counter_id: str, seq: int) -> TicketCalled:
    event = call_event(number, counter_id, seq).event
    assert isinstance(event, TicketCalled)
    return event


def with_cards(board: HallBoard, served: tuple[str, ...] = ()) -> HallBoard:
    """A board whose hall has cards; `served` are the counters where somebody sits already."""
    at = AT_0940.isoformat()
    counters = {
        key: msgspec.structs.replace(one, started_at=at) if key in served else one
        for key, one in board.floor.counters.items()
    }
    return msgspec.structs.replace(
        board,
        facts=msgspec.structs.replace(board.facts, cards=CARDS, card_s=30.0),
        floor=msgspec.structs.replace(board.floor, counters=counters),
    )


def presenter_with(board: HallBoard, rows: int = 4) -> HallBoardPresenter:
    presenter = HallBoardPresenter(words(), rows)
    presenter.board_changed(board)
    return presenter


def title(presenter: HallBoardPresenter, now_s: float) -> str:
    card = presenter.view(now_s, LOCAL).card
    return "" if card is None else card.title


def labels(view) -> list[str]:
    return [row.number.label for row in view.rows]


def test_a_card_stands_in_rows_that_are_empty_for_half_a_minute_then_the_next():
    presenter = presenter_with(with_cards(hall_board(FOUR[:2])))
    seen = [title(presenter, now_s) for now_s in (100.0, 129.9, 130.0, 159.9, 160.0, 190.0)]
    assert seen == [TITLES[0], TITLES[0], TITLES[1], TITLES[1], TITLES[2], TITLES[0]]
    assert presenter.next_change_s(190.0, LOCAL) <= 30.0


def test_no_card_while_a_call_is_new_and_then_the_next_one_for_its_whole_while():
    presenter = presenter_with(with_cards(hall_board(FOUR[:1])))
    assert title(presenter, 0.0) == TITLES[0]
    presenter.called(called("老013", "c2", 9), 20.0)
    assert [title(presenter, now_s) for now_s in (20.0, 27.0, 34.9)] == ["", "", ""]
    assert [title(presenter, now_s) for now_s in (35.0, 64.9)] == [TITLES[1]] * 2
    assert title(presenter, 65.0) == TITLES[2]


def test_numbers_that_are_called_never_make_room_for_a_card():
    view = presenter_with(with_cards(hall_board(FOUR))).view(0.0, LOCAL)
    assert (len(view.rows), view.card) == (4, None)


def test_whoever_sits_at_a_counter_already_makes_room_for_a_card():
    board = with_cards(hall_board(FOUR), served=("c2", "c1"))
    view = presenter_with(board).view(0.0, LOCAL)
    assert labels(view) == ["老012", "老011", "老009"]
    assert view.card is not None


def test_an_old_call_nobody_has_followed_stays_and_a_served_number_goes():
    board = with_cards(hall_board(FOUR), served=("c5", "c1", "c3"))
    assert labels(presenter_with(board).view(0.0, LOCAL)) == ["老012", "老011", "老013"]


def test_under_a_new_call_the_served_numbers_have_their_rows():
    presenter = presenter_with(with_cards(hall_board(FOUR), served=("c2", "c5", "c1")))
    presenter.called(called("老012", "c3", 9), 0.0)
    assert labels(presenter.view(1.0, LOCAL)) == ["老011", "老009"]


def test_where_nobody_is_called_people_are_welcomed_first_and_between_the_cards():
    presenter = presenter_with(with_cards(hall_board([])))
    view = presenter.view(0.0, LOCAL)
    assert (view.state, view.card) == ("idle", None)
    assert view.message is not None
    assert [title(presenter, now_s) for now_s in (30.0, 60.0, 90.0, 120.0)] == [*TITLES, ""]
    assert presenter.view(125.0, LOCAL).message is not None


def test_a_closed_hall_says_when_it_opens_and_nothing_else():
    presenter = presenter_with(with_cards(hall_board([], (), day_id=None)))
    assert [title(presenter, now_s) for now_s in (0.0, 100.0)] == ["", ""]


def test_a_small_board_keeps_one_row_for_the_card():
    board = with_cards(hall_board(FOUR[:2]), served=("c2", "c5"))
    view = presenter_with(board, rows=2).view(0.0, LOCAL)
    assert labels(view) == ["老009"]
    assert view.card is not None


def test_a_hall_without_cards_shows_four_numbers_served_or_not():
    board = hall_board(FOUR)
    served = with_cards(board, served=("c2", "c1"))
    view = presenter_with(msgspec.structs.replace(served, facts=board.facts)).view(0.0, LOCAL)
    assert (len(view.rows), view.card) == (4, None)

"""Public screens learn that a call must be seen; why, only staff do."""

from __future__ import annotations

from typing import Any

import msgspec

from hall.boards.catalog import BOARDS
from hall.boards.guide import GuideBoard, unheard_calls
from hall.calls.messages import CallNext, OpenCounter, RecallTicket, StartService
from hall.client.local import LocalGateway
from hall.kernel.gateway import BoardKind
from hall.kernel.messages import Happened
from hall.kernel.wire import happened_text
from hall.store.feeds import entries_after
from hall.tickets.messages import ChangeVisitor
from tests.helpers.halls import Story, open_local_hall, person

SCREENS: tuple[BoardKind, ...] = ("hall", "counter")
OTHERS: tuple[BoardKind, ...] = ("kiosk", "queue")
IDS = {"counter": "c1", "console": "c1", "kiosk": "kiosk-1"}


def texts(hall, kind: BoardKind, seq: int = 0) -> list[str]:
    """What the feed of a board carries, as it stands on the wire."""
    board_type, said = BOARDS[kind], []
    for entry in entries_after(hall, seq):
        if board_type.hears(entry.event, IDS.get(kind, "")):
            people = board_type.people_for(entry.people)
            attention = board_type.attention_for(entry.event, entry.people)
            said.append(
                happened_text(entry.seq, entry.seq - 1, entry.at, entry.body, people, attention)
            )
    return said


def called(story: Story, *needs: str) -> str:
    ticket = story.ticket(surname="王", needs=needs)
    story.says(OpenCounter, counter_id="c1", clerk_id="k1")
    assert story.says(CallNext, counter_id="c1").ticket.id == ticket.id
    return str(ticket.id)


def test_screens_are_told_to_flash_and_nothing_else(tmp_path):
    with open_local_hall(tmp_path) as (hall, _):
        called(Story(LocalGateway(hall)), "hearing")
        for kind in SCREENS:
            carried = texts(hall, kind)
            assert [text for text in carried if '"attention":"flash"' in text] == [
                text for text in carried if '"kind":"TicketCalled"' in text
            ]
            assert not any("hearing" in text or "王" in text for text in carried)


def test_the_snapshot_of_a_screen_that_starts_late_says_so_too(tmp_path):
    with open_local_hall(tmp_path) as (hall, _):
        story = Story(LocalGateway(hall))
        ticket_id = called(story, "hearing")
        for kind in SCREENS:
            board = story.look(kind, IDS.get(kind, ""))
            assert board.attention == {ticket_id: "flash"}
            assert b"hearing" not in msgspec.json.encode(board)


def test_kiosks_and_other_systems_are_told_nothing_of_it(tmp_path):
    with open_local_hall(tmp_path) as (hall, _):
        story = Story(LocalGateway(hall))
        called(story, "hearing")
        for kind in OTHERS:
            assert not any("attention" in text for text in texts(hall, kind))
            assert b"attention" not in msgspec.json.encode(story.look(kind, IDS.get(kind, "")))


def test_nobody_waiting_or_served_is_marked_and_other_needs_do_not_flash(tmp_path):
    with open_local_hall(tmp_path) as (hall, _):
        story = Story(LocalGateway(hall))
        story.ticket(needs=("hearing",))
        assert story.look("hall").attention == {}
        story.says(OpenCounter, counter_id="c1", clerk_id="k1")
        first = story.says(CallNext, counter_id="c1").ticket
        story.says(StartService, counter_id="c1", ticket_id=first.id)
        assert story.look("hall").attention == {}
        story.ticket(needs=("wheelchair",))
        story.says(OpenCounter, counter_id="c2", clerk_id="k2")
        story.says(CallNext, counter_id="c2")
        assert story.look("hall").attention == {}


def test_a_number_left_called_overnight_is_nobody_in_particular_any_more(tmp_path):
    """The counter was left with its number: a screen that stayed on forgets with the hall."""
    with open_local_hall(tmp_path) as (hall, clock):
        story = Story(LocalGateway(hall))
        ticket_id = called(story, "hearing")
        on_screen = {kind: story.gateway.snapshot(kind, IDS.get(kind, "")) for kind in SCREENS}
        for _ in range(2):
            clock.advance(8 * 3600)
            hall.run_due()
        for kind in SCREENS:
            board: Any
            board, board_type = on_screen[kind].board, BOARDS[kind]
            assert board.attention == {ticket_id: "flash"}
            for entry in entries_after(hall, on_screen[kind].seq):
                if board_type.hears(entry.event, IDS.get(kind, "")):
                    happened = Happened(seq=entry.seq, prev=0, at=entry.at, event=entry.event)
                    board = board_type.apply(board, happened)
            assert ticket_id in board.floor.tickets
            assert board.attention == {} == story.look(kind, IDS.get(kind, "")).attention


def test_what_the_guide_hears_while_the_number_is_called_counts_from_the_next_call(tmp_path):
    with open_local_hall(tmp_path) as (hall, _):
        story = Story(LocalGateway(hall))
        ticket_id = called(story)
        before = story.gateway.snapshot("hall")
        visitor = person(needs=("hearing",))
        story.says(
            ChangeVisitor, ticket_id=ticket_id, reason="听不清", visitor=visitor,
            station_id="guide-1",
        )  # fmt: skip
        story.says(RecallTicket, counter_id="c1", ticket_id=ticket_id)
        assert '"attention":"flash"' in texts(hall, "hall", before.seq)[-1]


def test_the_guide_fetches_until_the_elder_sits_at_the_window(tmp_path):
    with open_local_hall(tmp_path) as (hall, _):
        story = Story(LocalGateway(hall))
        ticket_id = called(story, "hearing")
        board: GuideBoard = story.look("guide")
        assert [counter.id for counter in unheard_calls(board)] == ["c1"]
        story.says(StartService, counter_id="c1", ticket_id=ticket_id)
        assert unheard_calls(story.look("guide")) == ()

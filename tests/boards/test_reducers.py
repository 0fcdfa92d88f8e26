"""Every board: the reducer over all events gives what the snapshot query gives."""

import random
from datetime import timedelta
from typing import Any, get_args

import msgspec
import pytest

from hall.boards.catalog import BOARDS
from hall.calls.messages import (
    CallNext,
    CallSpoken,
    CloseCounter,
    FinishService,
    HandOverTicket,
    HoldTicket,
    MissTicket,
    OpenCounter,
    PauseCounter,
    RecallTicket,
    StartService,
    TransferTicket,
)
from hall.client.local import LocalGateway
from hall.help.messages import AcknowledgeHelp, HelpRequested, ReportDevice, RequestHelp
from hall.kernel.gateway import BoardKind
from hall.kernel.messages import Happened
from hall.store.snapshots import take_snapshot
from hall.tickets.messages import CancelTicket, ReportPrint, ReturnTicket
from tests.helpers.halls import Story, open_local_hall

IDS = {"kiosk": "kiosk-1", "counter": "c1", "console": "c1"}


class Morning:
    """Random but repeatable: people come, clerks do whatever clerks do."""

    def __init__(self, story, hall, clock, seed):
        self.story, self.hall, self.clock = story, hall, clock
        self.chance = random.Random(seed)  # noqa: S311 - a story, not a secret
        self.helps, self.tickets = [], ["none"]

    def goes_on(self, steps=150):
        deeds = (self.somebody_comes, self.a_clerk_works, self.a_clerk_calls, self.around_it)
        for _ in range(steps):
            self.chance.choice(deeds)()
            self.clock.advance(self.chance.randrange(60))
            self.hall.run_due()

    def somebody_comes(self):
        taken = self.story.takes(
            self.chance.choice(["m-pension", "m-special", "m-death"]),
            band=self.chance.choice(["under_60", "60_79", "80_plus"]),
            surname=self.chance.choice(["王", "李", "欧阳"]),
            needs=self.chance.choice([(), ("hearing",)]),
        )
        self.tickets.append(taken.ticket.id)

    def a_clerk_calls(self):
        counter = self.chance.choice(["c1", "c2", "c3"])
        if self.chance.random() < 0.3:
            self.story.says(OpenCounter, counter_id=counter, clerk_id="k1")
        self.story.says(CallNext, counter_id=counter)

    def a_clerk_works(self):
        counter = self.chance.choice(["c1", "c2", "c3"])
        ticket_id = hall_counter(self.story, counter) or self.chance.choice(self.tickets)
        wishes: Any = (
            (StartService, {}),
            (FinishService, {}),
            (RecallTicket, {}),
            (MissTicket, {}),
            (HoldTicket, {}),
            (TransferTicket, {"to_counter_id": self.chance.choice(["c1", "c3"])}),
            (HandOverTicket, {"to_counter_id": "c2", "reason": "换班"}),
        )
        command, more = self.chance.choice(wishes)
        self.story.says(command, counter_id=counter, ticket_id=ticket_id, **more)

    def around_it(self):
        ticket_id, counter = self.chance.choice(self.tickets), self.chance.choice(["c1", "c2"])
        status = self.chance.choice(["ready", "paper_out", "offline"])
        wishes = (
            (RequestHelp, {"station_id": "kiosk-1", "help_kind": "help"}),
            (AcknowledgeHelp, {"help_id": self.helps[-1] if self.helps else "none"}),
            (ReportDevice, {"station_id": "kiosk-1", "device_id": "p", "status": status}),
            (ReturnTicket, {"ticket_id": ticket_id, "station_id": "guide-1"}),
            (ReportPrint, {"ticket_id": ticket_id, "station_id": "k", "outcome": "printed"}),
            (CallSpoken, {"station_id": "board-1", "ticket_id": ticket_id, "call_no": 1}),
            (CancelTicket, {"ticket_id": ticket_id, "reason": "回家", "station_id": "guide-1"}),
            (PauseCounter, {"counter_id": counter, "clerk_id": "k1"}),
            (CloseCounter, {"counter_id": counter, "clerk_id": "k1"}),
        )
        command, fields = self.chance.choice(wishes)
        said = self.story.says(command, **fields)
        if isinstance(said, HelpRequested):
            self.helps.append(said.help.id)


def hall_counter(story, counter_id):
    counter = story.gateway.snapshot("queue").board.floor.counters.get(counter_id)
    return counter.ticket_id if counter else None


@pytest.mark.parametrize("seed", range(4))
def test_reducing_all_events_gives_the_snapshot(tmp_path, seed):
    with open_local_hall(tmp_path) as (hall, clock):
        story = Story(LocalGateway(hall, "anybody"))
        empty = {
            kind: take_snapshot(hall.parts.engine, hall.parts.facts, kind, IDS.get(kind, ""))
            for kind in get_args(BoardKind)
        }
        Morning(story, hall, clock, seed).goes_on()
        for kind, board_type in BOARDS.items():
            board = empty[kind].board
            for happened in events_since(hall, empty[kind].seq, staff=board_type.for_staff):
                board = board_type.apply(board, happened)
            snapshot = take_snapshot(
                hall.parts.engine, hall.parts.facts, kind, IDS.get(kind, "")
            ).board
            assert _comparable(board) == _comparable(snapshot), kind


def events_since(hall, seq, *, staff):
    from hall.store.feeds import entries_after

    while entries := entries_after(hall, seq):
        for entry in entries:
            yield Happened(
                seq=entry.seq,
                prev=seq,
                at=entry.at,
                event=entry.event,
                people=entry.people if staff else {},
            )
            seq = entry.seq


def _comparable(board):
    """People who have left the floor may still be known to a reducer; nobody else may."""
    plain = msgspec.to_builtins(board)
    here = {ticket["visitor_id"] for ticket in plain["floor"]["tickets"].values()}
    if "people" in plain:
        plain["people"] = {key: one for key, one in plain["people"].items() if key in here}
    return plain


def test_a_quiet_night_leaves_every_board_empty(tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):
        story = Story(LocalGateway(hall, "anybody"))
        Morning(story, hall, clock, seed=9).goes_on(40)
        for _ in range(3):
            clock.advance(timedelta(hours=8).total_seconds())
            hall.run_due()
        board = msgspec.to_builtins(story.gateway.snapshot("guide").board)
        states = {ticket["state"] for ticket in board["floor"]["tickets"].values()}
        assert states <= {"called", "serving"}
        assert board["people"] == {}

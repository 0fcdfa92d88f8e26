"""Every board: the reducer over all events gives what the snapshot query gives."""

import random
from datetime import timedelta
from typing import Any, get_args

import msgspec
import pytest
from sqlalchemy import select
from sqlmodel import SQLModel

from hall.boards.catalog import BOARDS
from hall.boards.vocabulary import vocabulary
from hall.calls.messages import (
    CallNext,
    CallSpoken,
    CallTicket,
    CloseCounter,
    FinishService,
    HandOverTicket,
    HoldTicket,
    MissTicket,
    OpenCounter,
    PauseCounter,
    RecallTicket,
    StartService,
    TicketCalled,
    TransferTicket,
)
from hall.client.local import LocalGateway
from hall.help.messages import (
    AcknowledgeHelp,
    AssignHelper,
    FinishHelp,
    HelpEvent,
    HelpRequested,
    HelpView,
    ItemLent,
    LendItem,
    NoteHelp,
    ReportDevice,
    RequestHelp,
    ReturnItem,
    TakeBackHelp,
)
from hall.kernel.gateway import BoardKind
from hall.kernel.messages import Happened, Refusal
from hall.records.messages import KeepDetail, KeepPaper, WithdrawConsent
from hall.staff import rows as staff_rows
from hall.staff.messages import CheckedSignIn, KeepSignedIn, SignedIn, SignOut
from hall.store.feeds import entries_after
from hall.store.snapshots import take_snapshot
from hall.tickets.messages import (
    CancelTicket,
    ChangeVisitor,
    CloseDay,
    OpenDay,
    ReportPrint,
    ReprintTicket,
    ReturnTicket,
)
from tests.boards.guiding import Guide
from tests.helpers.halls import Story, open_local_hall, person
from tests.visits.papers import WITH_PAPERS

FORGETFUL = msgspec.structs.replace(WITH_PAPERS, details_days=1)
IDS = {"kiosk": "kiosk-1", "counter": "c1", "console": "c1"}


class Morning:
    """Random but repeatable: people come, clerks do whatever clerks do."""

    def __init__(self, story, hall, clock, seed):
        self.story, self.hall, self.clock = story, hall, clock
        self.chance = random.Random(seed)  # noqa: S311 - a story, not a secret
        self.helps, self.tickets, self.loans = [], ["none"], ["none"]
        self.guide = Guide(story, self.chance)
        with hall.parts.engine.execution_options(writing=True).begin() as connection:
            staff_rows.set_pin(connection, hall.parts.facts.hall_id, "1003", "a hash")

    def goes_on(self, steps=150):
        usual = (self.somebody_comes, self.a_clerk_works, self.a_clerk_calls, self.around_it)
        rare = (
            self.a_short_closing, self.nobody_comes_twice, self.one_clerk_helps_another,
            self.somebody_guesses_a_pin, self.something_is_kept,
        )  # fmt: skip
        deeds = (*usual, *usual, *usual, *usual, *usual, *rare, *[self.the_staff_help] * 3)
        deeds = (*deeds, *[self.guide.at_work] * 8)
        for _ in range(steps):
            self.chance.choice(deeds)()
            self.clock.advance(self.chance.randrange(60))
            self.hall.run_due()

    def somebody_comes(self):
        taken = self.story.takes(
            self.chance.choice(["m-pension", "m-special", "m-death", "m-subsidy"]),
            band=self.chance.choice(["under_60", "60_79", "80_plus"]),
            surname=self.chance.choice(["王", "李", "欧阳"]),
            needs=self.chance.choice([(), ("hearing",)]),
            number=self.chance.choice([None, "410199194005010016", "410199195005010024"]),
            behalf_of=self.chance.choice([None, None, "family"]),
        )
        self.tickets.append(taken.ticket.id)
        self.guide.sends_elsewhere(self.tickets)

    def nobody_comes_twice(self):
        held = hall_counter(self.story, "c1")
        if held is not None:
            at_c1 = {"counter_id": "c1", "ticket_id": held}
            self.story.says(MissTicket, **at_c1)
            self.story.says(ReturnTicket, ticket_id=held, station_id="guide-1")
            self.story.says(CallTicket, reason="找到人了", **at_c1)
            self.story.says(MissTicket, **at_c1)

    def one_clerk_helps_another(self):
        held = hall_counter(self.story, "c1")
        if held is not None and hall_counter(self.story, "c2") is None:
            self.story.says(OpenCounter, counter_id="c2", clerk_id="k2")
            wish = {"ticket_id": held, "to_counter_id": "c2", "reason": "换班"}
            self.story.says(HandOverTicket, counter_id="c1", **wish)

    def a_short_closing(self):
        for command in (CloseDay, OpenDay):
            self.story.says(command, station_id="manager")

    def a_clerk_calls(self):
        counter = self.chance.choice(["c1", "c2", "c3"])
        if self.chance.random() < 0.3:
            self.story.says(OpenCounter, counter_id=counter, clerk_id="k1")
        said = self.story.says(CallNext, counter_id=counter)
        if isinstance(said, TicketCalled) and self.chance.random() < 0.5:
            spoken = {"ticket_id": said.ticket.id, "call_no": said.ticket.call_no}
            self.story.says(CallSpoken, station_id="board-1", **spoken)

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

    def the_staff_help(self):
        help_id = self.helps[-1] if self.helps else "none"
        asked = self.chance.choice(["unwell", "accompany", "collect"])
        who = {"station_id": "guide-1", "staff_number": self.chance.choice(["1001", "1002"])}
        wishes = (
            (RequestHelp, {"station_id": "kiosk-1", "help_kind": asked}),
            (AssignHelper, {"help_id": help_id, "staff_number": "1002"}),
            (FinishHelp, {"help_id": help_id}),
            (LendItem, {"station_id": "guide-1", "item_id": "glasses-1"}),
            (ReturnItem, {"station_id": "guide-1", "loan_id": self.loans[-1]}),
            (CheckedSignIn, {**who, "right": self.chance.random() < 0.8}),
            (SignOut, {"station_id": "guide-1"}),
        )
        command, fields = self.chance.choice(wishes)
        said = self.story.says(command, **fields)
        if isinstance(said, HelpRequested):
            self.helps.append(said.help.id)
            step = "called_120" if asked == "unwell" else "copied"
            self.story.says(NoteHelp, help_id=said.help.id, note=step)
            if self.chance.random() < 0.3:
                self.story.says(TakeBackHelp, help_id=said.help.id, station_id="kiosk-1")
        if isinstance(said, SignedIn):
            self.story.says(KeepSignedIn, station_id="guide-1")
        if isinstance(said, ItemLent):
            self.loans.append(said.loan.id)

    def something_is_kept(self):
        case = {"case_id": self.chance.choice(["case-1", "case-2"])}
        phone = self.story.gateway.seal(b"130 0000 0000", "detail")
        why = {"detail": "phone", "basis": "consent", "purpose": "remind"}
        self.story.says(KeepDetail, blob_id=phone, **case, **why)
        paper = self.story.gateway.seal(b"%PDF-1.7", "paper")
        self.story.says(KeepPaper, blob_id=paper, paper="receipt", **case)
        if self.chance.random() < 0.5:
            self.story.says(WithdrawConsent, **case)

    def somebody_guesses_a_pin(self):
        for _ in range(5):
            self.story.says(CheckedSignIn, station_id="guide-1", staff_number="1003", right=False)

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
            (CallTicket, {"counter_id": counter, "ticket_id": ticket_id, "reason": "孕妇"}),
            (ReprintTicket, {"ticket_id": ticket_id, "station_id": "k"}),
            (
                ChangeVisitor,
                {
                    "ticket_id": ticket_id,
                    "reason": "看过证",
                    "visitor": person(band="80_plus", surname="赵"),
                    "station_id": "guide-1",
                },
            ),
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
    with open_local_hall(tmp_path, WITH_PAPERS) as (hall, clock):
        story = Story(LocalGateway(hall, "anybody"))
        empty = {
            kind: take_snapshot(hall.parts.engine, hall.parts.facts, kind, IDS.get(kind, ""))
            for kind in get_args(BoardKind)
        }
        Morning(story, hall, clock, seed).goes_on()
        for kind, board_type in BOARDS.items():
            board = empty[kind].board
            for happened in heard_since(hall, empty[kind].seq, kind):
                board = board_type.apply(board, happened)
            snapshot = take_snapshot(
                hall.parts.engine, hall.parts.facts, kind, IDS.get(kind, "")
            ).board
            assert _comparable(board) == _comparable(snapshot), kind


def heard_since(hall, seq, kind):
    """What the feed of a board would have brought after a place."""
    board_type, said = BOARDS[kind], seq
    while entries := entries_after(hall, seq):
        for entry in entries:
            seq = entry.seq
            if board_type.hears(entry.event, IDS.get(kind, "")):
                yield Happened(
                    seq=seq,
                    prev=said,
                    at=entry.at,
                    event=entry.event,
                    people=board_type.people_for(entry.people),
                    attention=board_type.attention_for(entry.event, entry.people),
                )
                said = seq


def _comparable(board):
    """People who have left the floor may still be known to a reducer; nobody else may."""
    plain = msgspec.to_builtins(board)
    here = {ticket["visitor_id"] for ticket in plain["floor"]["tickets"].values()}
    if "people" in plain:
        plain["people"] = {key: one for key, one in plain["people"].items() if key in here}
    return plain


def test_a_quiet_night_leaves_every_board_empty(tmp_path):
    with open_local_hall(tmp_path, WITH_PAPERS) as (hall, clock):
        story = Story(LocalGateway(hall, "anybody"))
        Morning(story, hall, clock, seed=9).goes_on(40)
        for _ in range(3):
            clock.advance(timedelta(hours=8).total_seconds())
            hall.run_due()
        board = msgspec.to_builtins(story.gateway.snapshot("guide").board)
        states = {ticket["state"] for ticket in board["floor"]["tickets"].values()}
        assert states <= {"called", "serving"}
        assert board["people"] == {}
        here = [visit["ticket_id"] for visit in board["visits"]["visits"].values()]
        assert set(here) <= set(board["floor"]["tickets"])


def test_the_random_mornings_let_everything_happen_that_can(tmp_path):
    happened: set[str] = set()
    for seed in range(4):
        (tmp_path / str(seed)).mkdir()
        with open_local_hall(tmp_path / str(seed), FORGETFUL) as (hall, clock):
            Morning(Story(LocalGateway(hall, "anybody")), hall, clock, seed).goes_on(500)
            clock.step(3600)
            for _ in range(6):
                clock.advance(8 * 3600)
                hall.run_due()
            happened |= {type(entry.event).__name__ for entry in heard_entries(hall)}
    blobs = {"BlobSealed", "BlobRead", "BlobDeleted", "DayKeyForgotten", "HelpNoteAdded"}
    assert set(vocabulary().events) - blobs <= happened


def heard_entries(hall):
    seq = 0
    while entries := entries_after(hall, seq):
        yield from entries
        seq = entries[-1].seq


def test_every_event_that_can_happen_is_heard_by_somebody_or_by_nobody_on_purpose():
    words = vocabulary()
    deaf = {name for name, event in words.events.items() if not any(_hears(event))}
    on_record_only = {"SignInFailed", "SignInLocked", "PaperKept"}
    blobs = {"BlobSealed", "BlobRead", "BlobDeleted", "DayKeyForgotten"}
    assert deaf == {"ClockStepped", *blobs, *on_record_only}


def _hears(kind):
    """Which boards hear an event of a kind, whoever it is about."""
    station = HelpView(
        id="h",
        station_id="kiosk-1",
        kind="help",
        ticket_id=None,
        state="open",
        requested_at="",
    )
    fields = {"help": station} if issubclass(kind, HelpEvent) else {}
    wanted = {name: fields.get(name) for name in kind.__struct_fields__}
    return [one.hears(kind(**wanted), "kiosk-1") for one in BOARDS.values()]


@pytest.mark.parametrize(
    ("kind", "told"),
    [("help", {"kiosk", "guide"}), ("unwell", {"kiosk", "guide", "console"})],
)
def test_other_systems_and_public_screens_hear_of_nobodys_need(kind, told):
    asked = HelpRequested(
        help=HelpView(
            id="h",
            station_id="kiosk-1",
            kind=kind,
            ticket_id="t",
            state="open",
            requested_at="",
        )
    )
    heard = {board for board, one in BOARDS.items() if one.hears(asked, "kiosk-1")}
    assert heard == told
    assert not BOARDS["kiosk"].hears(asked, "kiosk-2")


def test_a_late_purge_of_yesterday_leaves_todays_people_on_the_boards(tmp_path):
    """The machine was off at closing time, so that yesterday is purged when others wait."""
    with open_local_hall(tmp_path) as (hall, clock):
        Story(LocalGateway(hall)).takes(surname="王")
    clock.advance(23 * 3600)
    with open_local_hall(tmp_path, clock=clock) as (hall, _):
        story = Story(LocalGateway(hall))
        before = {kind: story.gateway.snapshot(kind, IDS.get(kind, "")) for kind in BOARDS}
        story.takes(surname="李")
        clock.advance(2 * 3600 + 60)
        hall.run_due()
        for kind in ("console", "guide"):
            board: Any = before[kind].board
            for happened in heard_since(hall, before[kind].seq, kind):
                board = BOARDS[kind].apply(board, happened)
            assert [one.surname for one in board.people.values()] == ["李"]
            assert _comparable(board) == _comparable(
                story.gateway.snapshot(kind, IDS.get(kind, "")).board
            )


def test_a_refusal_changes_nothing_at_all(tmp_path):
    """A whole random morning: whatever is refused leaves every table as it was."""
    with open_local_hall(tmp_path, WITH_PAPERS) as (hall, clock):
        refused = []

        class Watching(LocalGateway):
            def handle(self, command):
                before = _tables(hall)
                answer = super().handle(command)
                if isinstance(answer.message, Refusal):
                    refused.append(type(answer.message).__name__)
                    assert _tables(hall) == before, command
                return answer

        Morning(Story(Watching(hall, "anybody")), hall, clock, seed=5).goes_on(250)
    assert {"CounterNotOpen", "CounterBusy", "NotYours", "WrongState"} <= set(refused)


def _tables(hall):
    """Everything that is stored, besides the answers themselves."""
    with hall.parts.engine.connect() as connection:
        return {
            table.name: connection.execute(select(table)).all()
            for table in SQLModel.metadata.sorted_tables
            if table.name != "answer"
        }

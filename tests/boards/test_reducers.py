"""Every board: the reducer over all events gives what the snapshot query gives."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import msgspec
import pytest
from sqlalchemy import select
from sqlmodel import SQLModel

from hall.boards.catalog import BOARDS
from hall.boards.vocabulary import vocabulary
from hall.client.local import LocalGateway
from hall.help.messages import (
    HelpEvent,
    HelpRequested,
    HelpView,
)
from hall.kernel.facts import NotDoneRules
from hall.kernel.gateway import BoardKind
from hall.kernel.messages import Happened, Refusal
from hall.store.feeds import entries_after
from hall.store.snapshots import take_snapshot
from tests.boards.morning import open_morning
from tests.helpers.facts import RULES
from tests.helpers.halls import Story, open_local_hall
from tests.visits.papers import WITH_PAPERS

FORGETFUL = msgspec.structs.replace(
    WITH_PAPERS,
    details_days=1,
    feelings=msgspec.structs.replace(WITH_PAPERS.feelings, connected=True),
)
HURRIED = msgspec.structs.replace(
    RULES, not_done=NotDoneRules(classified_days=2), follow_up_after_days=1, messages=True
)
IDS = {"kiosk": "kiosk-1", "counter": "c1", "console": "c1"}


@dataclass(frozen=True)
class Told:
    """What each feed brought since a look at its board, and the board at the end of that.

    `happened` names every event up to here, heard by a board or not.
    """

    heard: dict[BoardKind, list[Happened]]
    boards: dict[BoardKind, Any]
    happened: set[str]


class Watcher:
    """Follows every board of a hall; people are in a feed only while the hall knows them."""

    def __init__(self, hall) -> None:
        self.hall, self.seq = hall, 0

    def looks(self) -> Told:
        heard = {kind: list(heard_since(self.hall, self.seq, kind)) for kind in BOARDS}
        parts = self.hall.parts
        taken = {
            kind: take_snapshot(parts.engine, parts.facts, kind, IDS.get(kind, ""))
            for kind in BOARDS
        }
        self.seq = taken["guide"].seq
        happened = {type(entry.event).__name__ for entry in heard_entries(self.hall)}
        return Told(heard, {kind: one.board for kind, one in taken.items()}, happened)


@pytest.fixture(scope="module", params=range(4))
def told(request, tmp_path_factory):
    """A day as every board has it: before it, in the evening, and some days later."""
    folder = tmp_path_factory.mktemp("hall")
    with open_morning(folder, request.param, FORGETFUL, HURRIED) as morning:
        watcher = Watcher(morning.hall)
        empty = watcher.looks()
        morning.with_everything(150)
        evening = watcher.looks()
        morning.days_pass()
        yield empty, evening, watcher.looks()


def test_reducing_all_events_gives_the_snapshot(told):
    empty, *later = told
    for kind, board_type in BOARDS.items():
        board = empty.boards[kind]
        for then in later:
            assert then.heard[kind]
            for happened in then.heard[kind]:
                board = board_type.apply(board, happened)
            assert _comparable(board) == _comparable(then.boards[kind]), kind


def test_a_told_day_lets_everything_happen_that_can(told):
    *_, days_later = told
    assert days_later.happened == set(vocabulary().events)


def test_a_day_told_again_is_the_same_day(tmp_path):
    """So that what fails here fails again: nothing hangs on ids, threads or the time of a run."""
    days = []
    for name in ("first", "again"):
        folder = tmp_path / name
        folder.mkdir()
        with open_morning(folder, 7, FORGETFUL, HURRIED) as morning:
            morning.with_everything(100)
            days.append([(entry.at, entry.body) for entry in heard_entries(morning.hall)])
    assert days[0] == days[1]


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
    with open_morning(tmp_path, 9) as morning:
        morning.goes_on(40)
        for _ in range(3):
            morning.clock.advance(timedelta(hours=8).total_seconds())
            morning.hall.run_due()
        board = msgspec.to_builtins(morning.story.look("guide"))
        states = {ticket["state"] for ticket in board["floor"]["tickets"].values()}
        assert states <= {"called", "serving"}
        assert board["people"] == {}
        here = [visit["ticket_id"] for visit in board["visits"]["visits"].values()]
        assert set(here) <= set(board["floor"]["tickets"])


def heard_entries(hall):
    seq = 0
    while entries := entries_after(hall, seq):
        yield from entries
        seq = entries[-1].seq


def test_every_event_that_can_happen_is_heard_by_somebody_or_by_nobody_on_purpose():
    words = vocabulary()
    deaf = {name for name, event in words.events.items() if not any(_hears(event))}
    feelings = {"FeelingGiven", "FeelingChanged", "FeelingWasLow", "FeelingAccepted"}
    on_record_only = {*feelings, "SignInFailed", "SignInLocked", "PaperKept", "OtherWayOffered"}
    on_record_only |= {"DetailKeptLonger"}
    blobs = {"BlobSealed", "BlobKeptLonger", "BlobRead", "BlobDeleted", "DayKeyForgotten"}
    messages = {"MessageSent", "MessageNotSent", "MessageGivenUp"}
    assert deaf == {"ClockStepped", *messages, *blobs, *on_record_only}


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
    refused = []

    class Watching(LocalGateway):
        def handle(self, command):
            before = _tables(self._hall)
            answer = super().handle(command)
            if isinstance(answer.message, Refusal):
                refused.append(type(answer.message).__name__)
                assert _tables(self._hall) == before, command
            return answer

    with open_morning(tmp_path, 5, gateway=Watching) as morning:
        morning.goes_on(250)
    assert {"CounterNotOpen", "CounterBusy", "NotYours", "WrongState"} <= set(refused)


def _tables(hall):
    """Everything that is stored, besides the answers themselves."""
    with hall.parts.engine.connect() as connection:
        return {
            table.name: connection.execute(select(table)).all()
            for table in SQLModel.metadata.sorted_tables
            if table.name != "answer"
        }

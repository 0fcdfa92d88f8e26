"""One working day of a hall, told to the hall itself: what is copied later was written by it.

Of ten who come, six need a number only, one has all papers, one is missing some and comes back
with a notice, one hands in a paper later, and one is helped along. Two a day leave with an entry
in the register that stays open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from hall.calls import messages as calls
from hall.help import messages as help_
from hall.kernel.blobs import SealBlob
from hall.kernel.clock import ManualClock
from hall.kernel.gateway import BlobKind
from hall.kernel.hall import Hall
from hall.kernel.messages import Command, Refusal
from hall.kernel.secret import Secret
from hall.records import messages as records
from hall.staff import messages as staff
from hall.tickets import messages as tickets
from hall.visits import messages as visits
from launch.bench.crowd import id_number
from launch.bench.serving import BenchBroken
from launch.bench.year.ids import DayIds

WAKES, OPENS, GOES_HOME = time(8, 0), time(8, 31), time(16, 50)
QUICK, CHECKED, NOTICED, DEFERRED = "EL026", "EL025", "EL025", "EL017"
MAIN_PAPER, LATER_PAPER = "1", "4"
LEFT_OPEN_EVERY = 100
FOLLOWS_AFTER = timedelta(days=150)
SURNAMES = ("Zhao", "Qian", "Sun", "Li", "Zhou")
KIOSK: dict[str, Any] = {"station_id": "kiosk-1"}
GUIDE: dict[str, Any] = {"station_id": "guide-1"}
COUNTERS = (("2", "c01"), ("3", "c02"))
GUIDE_NUMBER, PIN = "1001", "480263"
"""An invented guide of the demo and an invented PIN."""


@dataclass
class Day:
    """A hall of the demo's settings, its clock, and a paper to keep."""

    hall: Hall
    clock: ManualClock
    ids: DayIds
    paper: bytes

    def play(self, number: int, visits_a_day: int) -> None:
        """Live through a day from early morning to the next one; the clock stands at `WAKES`."""
        self.ids.begin(number)
        self._until(OPENS)
        self.says(staff.SignIn, staff_number=GUIDE_NUMBER, pin=Secret(PIN), **GUIDE)
        for status in ("paper_low", "ready"):
            self.says(help_.ReportDevice, device_id="printer", status=status, **KIOSK)
        for counter_id, clerk_id in COUNTERS:
            self.says(calls.OpenCounter, counter_id=counter_id, clerk_id=clerk_id)
        seconds = (_of_day(GOES_HOME) - _of_day(OPENS)).total_seconds() / visits_a_day
        for which in range(visits_a_day):
            counter_id = COUNTERS[which % len(COUNTERS)][0]
            self._comes(which, number * visits_a_day + which, {"counter_id": counter_id})
            self._advance(seconds)
        for counter_id, clerk_id in COUNTERS:
            self.says(calls.CloseCounter, counter_id=counter_id, clerk_id=clerk_id)
        began = self._local().date()
        for hour in (18, 20, 23):
            self._until(time(hour))
        while self._local().date() == began:
            self._advance(3600)
        self._until(WAKES)

    def says(self, kind: type[Command], **fields: object) -> dict[str, Any]:
        """Send a command and return its event; raises BenchBroken when it is refused."""
        told: dict[str, Any] = {"command_id": self.ids(), **fields}
        return self._send(kind(**told), told)

    def greets(self, matter_id: str, person: int) -> dict[str, Any]:
        """Greet somebody and lay out the checklist; returns what every deed about them says."""
        begun = self.says(visits.BeginVisit, visitor=_visitor(person), matter_id=matter_id, **GUIDE)
        at = {"visit_id": begun["visit"]["id"], **GUIDE}
        self.says(visits.MoveVisit, action="precheck", **at)
        return at

    def _comes(self, which: int, person: int, counter: dict[str, Any]) -> None:
        if which % 10 == 6:
            at = self.greets(CHECKED, person)
            self._all_there(at)
            self._handled(at, CHECKED, person, counter)
        elif which % 10 == 7:
            self._comes_back(person, counter)
        elif which % 10 == 8:
            self._hands_in_later(person, counter, stays_open=which % LEFT_OPEN_EVERY == 8)
        elif which % 10 == 9:
            self._is_helped(person, counter)
        else:
            self._served(self._number(QUICK, person), counter)

    def _number(self, matter_id: str, person: int, visit_id: str | None = None) -> str:
        taken = self.says(
            tickets.TakeTicket,
            matter_id=matter_id,
            visitor=_visitor(person),
            visit_id=visit_id,
            **KIOSK,
        )
        self.says(
            tickets.ReportPrint,
            ticket_id=taken["ticket"]["id"],
            outcome="printed",
            status="ready",
            **KIOSK,
        )
        return str(taken["ticket"]["id"])

    def _called(self, ticket_id: str, counter: dict[str, Any]) -> None:
        called = self.says(calls.CallNext, **counter)
        if called["ticket"]["id"] != ticket_id:
            raise BenchBroken("somebody else was called")
        self.says(
            calls.CallSpoken, station_id="board-1", ticket_id=ticket_id, call_no=called["call_no"]
        )

    def _served(self, ticket_id: str, counter: dict[str, Any]) -> None:
        self._called(ticket_id, counter)
        for deed in (calls.StartService, calls.FinishService):
            self.says(deed, ticket_id=ticket_id, **counter)

    def _all_there(self, at: dict[str, Any], *but: str) -> None:
        for item_id in ("1", "2", "3", "4", "5"):
            if item_id not in but:
                self.says(visits.MarkItem, item_id=item_id, mark="ok", **at)

    def _handled(
        self, at: dict[str, Any], matter_id: str, person: int, counter: dict[str, Any]
    ) -> str:
        """Take a number, be called, and have the matter received, accepted and handled."""
        self.says(visits.MoveVisit, action="wait", **at)
        ticket_id = self._number(matter_id, person, at["visit_id"])
        self._called(ticket_id, counter)
        self.says(calls.StartService, ticket_id=ticket_id, **counter)
        for step in ("receive", "accept", "handle"):
            said = self.says(visits.AdvanceCase, step=step, visit_id=at["visit_id"], **counter)
        case_id = str(said["case"]["id"])
        self.says(visits.CloseCase, case_id=case_id, **counter)
        self.says(calls.FinishService, ticket_id=ticket_id, **counter)
        return case_id

    def _comes_back(self, person: int, counter: dict[str, Any]) -> None:
        at = self.greets(NOTICED, person)
        self._all_there(at, MAIN_PAPER)
        code = self._noticed(at)
        self.says(visits.EndVisit, outcome="with_notice", **at)
        self._advance(60)
        again = self.says(visits.OpenByCode, code=code, **GUIDE)
        at = {"visit_id": again["visit"]["id"], **GUIDE}
        self.says(visits.MarkItem, item_id=MAIN_PAPER, mark="ok", **at)
        self._handled(at, NOTICED, person, counter)

    def _noticed(self, at: dict[str, Any]) -> str:
        self.says(visits.MarkItem, item_id=MAIN_PAPER, mark="missing", **at)
        told = self.says(visits.IssueNotice, **at)
        paper = self._sealed("paper", self.paper)
        self.says(
            records.KeepPaper,
            blob_id=paper,
            case_id=told["case"]["id"],
            paper="one_time_notice",
            **GUIDE,
        )
        return str(told["notice"]["code"])

    def _hands_in_later(self, person: int, counter: dict[str, Any], *, stays_open: bool) -> None:
        at = self.greets(DEFERRED, person)
        self._all_there(at, LATER_PAPER)
        case = self.says(visits.MarkItem, item_id=LATER_PAPER, mark="missing", **at)["case"]
        due_on = (self._local().date() + FOLLOWS_AFTER).isoformat()
        self.says(
            visits.DecideItem,
            item_id=LATER_PAPER,
            offer="deferral",
            taken=True,
            due_on=due_on,
            **at,
        )
        phone = self._sealed("detail", f"139 0000 {person % 10000:04d}".encode())
        why = {"basis": "consent", "purpose": "remind"}
        self.says(
            records.KeepDetail, blob_id=phone, case_id=case["id"], detail="phone", **why, **GUIDE
        )
        if stays_open:
            self._noticed(at)
            self.says(visits.EndVisit, outcome="with_notice", **at)
            return
        for entry_id in self._open_entries(case["id"]):
            self.says(visits.ResolveDeferral, entry_id=entry_id, outcome="brought", **GUIDE)
        self._handled(at, DEFERRED, person, counter)

    def _is_helped(self, person: int, counter: dict[str, Any]) -> None:
        ticket_id = self._number(QUICK, person)
        asked = self.says(help_.RequestHelp, help_kind="accompany", ticket_id=ticket_id, **KIOSK)
        along = {"help_id": asked["help"]["id"], **GUIDE}
        self.says(help_.AssignHelper, staff_number="1002", **along)
        self.says(help_.NoteHelp, note="set_out", **along)
        loan = self.says(help_.LendItem, item_id="wheelchair-1", ticket_id=ticket_id, **GUIDE)[
            "loan"
        ]
        self._called(ticket_id, counter)
        self.says(calls.MissTicket, ticket_id=ticket_id, **counter)
        self.says(tickets.ReturnTicket, ticket_id=ticket_id, **KIOSK)
        self._served(ticket_id, counter)
        self.says(help_.FinishHelp, **along)
        self.says(help_.ReturnItem, loan_id=loan["id"], **GUIDE)

    def _sealed(self, kind: BlobKind, data: bytes) -> str:
        command = SealBlob(command_id=self.ids(), blob_kind=kind, data=data, **GUIDE)
        return str(self._send(command, GUIDE)["blob_id"])

    def _open_entries(self, case_id: str) -> list[str]:
        with self.hall.parts.engine.connect() as connection:
            found = connection.exec_driver_sql(
                "SELECT entry_id FROM register_entry WHERE case_id = ?", (case_id,)
            )
            return [str(entry_id) for (entry_id,) in found]

    def _send(self, command: Command, fields: dict[str, Any]) -> dict[str, Any]:
        actor = fields.get("counter_id") or fields.get("station_id") or "guide-1"
        message = self.hall.handle(command, str(actor)).message
        if isinstance(message, Refusal):
            raise BenchBroken(f"{type(command).__name__} was answered by {message}")
        happened: dict[str, Any] = msgspec.to_builtins(message)
        return happened

    def _advance(self, seconds: float) -> None:
        self.clock.advance(seconds)
        self.hall.run_due()

    def _until(self, hour: time) -> None:
        wait_s = (_of_day(hour) - _of_day(self._local().time())).total_seconds()
        if wait_s > 0:
            self._advance(wait_s)

    def _local(self) -> datetime:
        return self.clock.now().utc.astimezone(ZoneInfo(self.hall.parts.facts.timezone))


def working_days(first: date) -> Iterator[date]:
    """Yield Monday to Friday from a day on."""
    day = first
    while True:
        if day.weekday() < 5:
            yield day
        day += timedelta(days=1)


def _visitor(person: int) -> tickets.Visitor:
    number, born = id_number(person)
    return tickets.Visitor(
        id_number=Secret(number),
        surname=Secret(SURNAMES[person % len(SURNAMES)]),
        birth_date=Secret(born.isoformat()),
        sex=2,
    )


def _of_day(hour: time) -> datetime:
    return datetime.combine(date.min, hour)

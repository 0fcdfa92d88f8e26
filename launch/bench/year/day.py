"""One working day of a hall, told to the hall itself: what is copied later was written by it.

Of ten who come, six need a number only, one has all papers, one is missing some and comes back with
a notice, one hands in a paper later, and one is helped along. Two a day leave with an entry in the
register that stays open. Whoever has all papers is pictured with them, every second of these is
rung up afterwards, and of six with a number only two say how it was. Two a day are asked alone
whether it is their own will. Beyond the counter two are visited at home, three get something by
post, one is acted for, one is on the register of what could not be done, and a batch of the
medicine box is used up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from hall.calls import messages as calls
from hall.help import messages as help_
from hall.kernel.clock import ManualClock
from hall.kernel.secret import Secret
from hall.records import messages as records
from hall.staff import messages as staff
from hall.tickets import messages as tickets
from hall.visits import messages as visits
from launch.bench.crowd import id_number
from launch.bench.serving import BenchBroken
from launch.bench.year import caring
from launch.bench.year.hands import GUIDE, KIOSK, Fields, Hands
from launch.bench.year.ids import DayIds

WAKES, OPENS, GOES_HOME = time(8, 0), time(8, 31), time(16, 50)
QUICK, CHECKED, NOTICED, DEFERRED = "EL026", caring.BROUGHT, caring.BROUGHT, "EL017"
PAPERS, MAIN_PAPER, LATER_PAPER = 5, "1", "4"
OF_FREE_WILL, PAPERS_OF_FREE_WILL, FREE_WILL_EVERY = "EL030", 4, 100
"""A matter before which the elder is asked alone."""
LEFT_OPEN_EVERY = 100
FOLLOWS_AFTER = timedelta(days=150)
SURNAMES = ("Zhao", "Qian", "Sun", "Li", "Zhou")
COUNTERS = (("2", "c01"), ("3", "c02"))
PIN = "480263"
"""An invented PIN."""
SCORES = {0: 5, 3: 4}
"""What of ten who came two say of it; one in a hundred finds it bad."""
BAD_SCORE, WHY_BAD = 2, "waited"
RUNG_UP_EVERY, BAD_EVERY = 20, 100
POSTED_A_DAY = 3
ACTED_FOR = 1_000_000
"""The first of the people who are acted for: nobody else has their numbers."""
BOX_ITEM, BOX_GOOD_FOR = "plaster", timedelta(days=300)


@dataclass
class Day(Hands):
    """A hall of the demo's settings, its clock, and a paper to keep."""

    ids: DayIds
    clock: ManualClock
    paper: bytes

    def play(self, number: int, visits_a_day: int) -> None:
        """Live through a day from early morning to the next one; the clock stands at `WAKES`."""
        self.ids.begin(number)
        self._until(OPENS)
        self.says(staff.SignIn, staff_number=caring.GUIDE_NUMBER, pin=Secret(PIN), **GUIDE)
        for status in ("paper_low", "ready"):
            self.says(help_.ReportDevice, device_id="printer", status=status, **KIOSK)
        for counter_id, clerk_id in COUNTERS:
            self.says(calls.OpenCounter, counter_id=counter_id, clerk_id=clerk_id)
        seconds = (_of_day(GOES_HOME) - _of_day(OPENS)).total_seconds() / visits_a_day
        for which in range(visits_a_day):
            counter_id = COUNTERS[which % len(COUNTERS)][0]
            self._comes(which, number * visits_a_day + which, {"counter_id": counter_id})
            self._advance(seconds)
        self._beyond_the_counter()
        self._is_acted_for(ACTED_FOR + number)
        for counter_id, clerk_id in COUNTERS:
            self.says(calls.CloseCounter, counter_id=counter_id, clerk_id=clerk_id)
        began = self.local().date()
        for hour in (18, 20, 23):
            self._until(time(hour))
        while self.local().date() == began:
            self._advance(3600)
        self._until(WAKES)

    def greets(self, matter_id: str, person: int) -> Fields:
        """Greet somebody and lay out the checklist; returns what every deed about them says."""
        begun = self.says(visits.BeginVisit, visitor=_visitor(person), matter_id=matter_id, **GUIDE)
        at = {"visit_id": begun["visit"]["id"], **GUIDE}
        self.says(visits.MoveVisit, action="precheck", **at)
        return at

    def _comes(self, which: int, person: int, counter: Fields) -> None:
        if which % FREE_WILL_EVERY == 10:
            self._is_asked_alone(person, counter)
        elif which % 10 == 6:
            self._has_all_papers(person, counter, rung_up=which % RUNG_UP_EVERY == 6)
        elif which % 10 == 7:
            self._comes_back(person, counter)
        elif which % 10 == 8:
            self._hands_in_later(person, counter, stays_open=which % LEFT_OPEN_EVERY == 8)
        elif which % 10 == 9:
            self._is_helped(person, counter)
        else:
            ticket_id = self._number(QUICK, person)
            self._served(ticket_id, counter)
            if which % BAD_EVERY == 13:
                caring.says_how_it_was(self, ticket_id, BAD_SCORE, WHY_BAD)
            elif which % 10 in SCORES:
                caring.says_how_it_was(self, ticket_id, SCORES[which % 10])

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

    def _called(self, ticket_id: str, counter: Fields) -> None:
        called = self.says(calls.CallNext, **counter)
        if called["ticket"]["id"] != ticket_id:
            raise BenchBroken("somebody else was called")
        self.says(
            calls.CallSpoken, station_id="board-1", ticket_id=ticket_id, call_no=called["call_no"]
        )

    def _served(self, ticket_id: str, counter: Fields) -> None:
        self._called(ticket_id, counter)
        for deed in (calls.StartService, calls.FinishService):
            self.says(deed, ticket_id=ticket_id, **counter)

    def _all_there(self, at: Fields, *but: str, papers: int = PAPERS) -> str:
        """Look at the papers one by one; returns the case's id."""
        for item_id in map(str, range(1, papers + 1)):
            if item_id not in but:
                said = self.says(visits.MarkItem, item_id=item_id, mark="ok", **at)
        return str(said["case"]["id"])

    def _has_all_papers(self, person: int, counter: Fields, *, rung_up: bool) -> None:
        at = self.greets(CHECKED, person)
        case_id = self._all_there(at)
        caring.takes_pictures(self, at)
        if rung_up:
            caring.leaves_telephone(self, case_id)
        self._handled(at, CHECKED, person, counter)

    def _is_asked_alone(self, person: int, counter: Fields) -> None:
        at = self.greets(OF_FREE_WILL, person)
        self._all_there(at, papers=PAPERS_OF_FREE_WILL)
        answers = ("yes",) * visits.INTENTION_QUESTIONS
        self.says(visits.RecordTrueIntention, answers=answers, alone=True, own_will=True, **at)
        self._handled(at, OF_FREE_WILL, person, counter)

    def _handled(self, at: Fields, matter_id: str, person: int, counter: Fields) -> None:
        """Take a number, be called, and have the matter received, accepted and handled."""
        self.says(visits.MoveVisit, action="wait", **at)
        ticket_id = self._number(matter_id, person, at["visit_id"])
        self._called(ticket_id, counter)
        self.says(calls.StartService, ticket_id=ticket_id, **counter)
        for step in ("receive", "accept", "handle"):
            said = self.says(visits.AdvanceCase, step=step, visit_id=at["visit_id"], **counter)
        self.says(visits.CloseCase, case_id=said["case"]["id"], **counter)
        self.says(calls.FinishService, ticket_id=ticket_id, **counter)

    def _comes_back(self, person: int, counter: Fields) -> None:
        at = self.greets(NOTICED, person)
        self._all_there(at, MAIN_PAPER)
        code = self._noticed(at)
        self.says(visits.EndVisit, outcome="with_notice", **at)
        self._advance(60)
        again = self.says(visits.OpenByCode, code=code, **GUIDE)
        at = {"visit_id": again["visit"]["id"], **GUIDE}
        self.says(visits.MarkItem, item_id=MAIN_PAPER, mark="ok", **at)
        self._handled(at, NOTICED, person, counter)

    def _noticed(self, at: Fields) -> str:
        self.says(visits.MarkItem, item_id=MAIN_PAPER, mark="missing", **at)
        told = self.says(visits.IssueNotice, **at)
        paper = self.seals("paper", self.paper)
        self.says(
            records.KeepPaper,
            blob_id=paper,
            case_id=told["case"]["id"],
            paper="one_time_notice",
            **GUIDE,
        )
        return str(told["notice"]["code"])

    def _hands_in_later(self, person: int, counter: Fields, *, stays_open: bool) -> None:
        at = self.greets(DEFERRED, person)
        self._all_there(at, LATER_PAPER)
        case = self.says(visits.MarkItem, item_id=LATER_PAPER, mark="missing", **at)["case"]
        due_on = (self.local().date() + FOLLOWS_AFTER).isoformat()
        self.says(
            visits.DecideItem,
            item_id=LATER_PAPER,
            offer="deferral",
            taken=True,
            due_on=due_on,
            **at,
        )
        caring.keeps(self, case["id"], "remind", {"phone": f"139 0000 {person % 10000:04d}"})
        if stays_open:
            self._noticed(at)
            self.says(visits.EndVisit, outcome="with_notice", **at)
            return
        open_entries = "SELECT entry_id FROM register_entry WHERE case_id = ?"
        for entry_id in self.finds(open_entries, case["id"]):
            self.says(visits.ResolveDeferral, entry_id=entry_id, outcome="brought", **GUIDE)
        self._handled(at, DEFERRED, person, counter)

    def _is_helped(self, person: int, counter: Fields) -> None:
        ticket_id = self._number(QUICK, person)
        asked = self.says(help_.RequestHelp, help_kind="accompany", ticket_id=ticket_id, **KIOSK)
        along = {"help_id": asked["help"]["id"], **GUIDE}
        self.says(help_.AssignHelper, staff_number=caring.HELPER_NUMBER, **along)
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

    def _is_acted_for(self, person: int) -> None:
        begun = self.says(visits.BeginVisit, visitor=_visitor(person), **GUIDE)
        about = caring.hands_over(self, begun["visit"]["id"])
        self.says(visits.EndVisit, visit_id=begun["visit"]["id"], **GUIDE)
        caring.acts(self, about)

    def _beyond_the_counter(self) -> None:
        """What is done for whoever is not here; nothing of it stays open."""
        tomorrow = next(working_days(self.local().date() + timedelta(days=1))).isoformat()
        visits_at_home = [
            caring.books_home_visit(self, tomorrow, half) for half in ("morning", "afternoon")
        ]
        mailings = [caring.asks_for_mailing(self) for _ in range(POSTED_A_DAY)]
        self._advance(60)
        for about in visits_at_home:
            caring.makes_home_visit(self, about)
        for about in mailings:
            caring.mails(self, about)
        caring.rings_up(self)
        caring.refers_bad_ratings(self)
        caring.gets_it_done(self, caring.says_it_is_not_done(self))
        good_until = (self.local().date() + BOX_GOOD_FOR).isoformat()
        caring.uses_up(self, caring.stocks_box(self, BOX_ITEM, good_until))

    def _advance(self, seconds: float) -> None:
        self.clock.advance(seconds)
        self.hall.run_due()

    def _until(self, hour: time) -> None:
        wait_s = (_of_day(hour) - _of_day(self.local().time())).total_seconds()
        if wait_s > 0:
            self._advance(wait_s)


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

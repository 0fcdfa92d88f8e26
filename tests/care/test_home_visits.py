"""Who cannot come is come to: an agreed half day, two members of staff, and nobody knows where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Any, get_args

import msgspec
import pytest

from hall.care.home_visits import model
from hall.care.home_visits.messages import (
    AssignHomeVisit,
    BookHomeVisit,
    CancelHomeVisit,
    ConfirmHomeVisit,
    FindHomeSlots,
    FinishHomeVisit,
    HomeSlotTaken,
    HomeVisitBooked,
    HomeVisitReminded,
    MissHomeVisit,
    MoveHomeVisit,
    NeedsTwoStaff,
    NoGroundSaid,
    NoSuchHomeVisit,
    NotDoneAtHome,
    OfferOtherWay,
    OtherWayOffered,
    StartHomeVisit,
    WrongHomeVisitState,
)
from hall.care.home_visits.model import Slot, free_slots, grounds_of, next_state
from hall.client.local import LocalGateway
from hall.help.messages import NoSuchStaff
from hall.kernel.errors import NoLongerKept
from hall.kernel.facts import HomeVisitFact, MatterSheetFact
from hall.records.messages import KeepDetail
from hall.tickets.messages import NoSuchMatter
from hall.visits.workdays import WorkingDays
from tests.helpers.facts import FACTS, RULES, matter
from tests.helpers.halls import Story, open_local_hall

AT_HOME = MatterSheetFact(home_visit=True)
NOT_AT_HOME = MatterSheetFact(agent_ok=True, mail_ok=True)
HALL = msgspec.structs.replace(
    FACTS,
    matters=(
        matter("m-pension", "领养老金", "pension", sheet=AT_HOME),
        matter("m-medical", "拿发票报医药费", "medical", sheet=NOT_AT_HOME),
    ),
    home_visits=HomeVisitFact(from_age=80, per_half_day=1, days_ahead=10),
)
HOLIDAY_ON_THURSDAY = msgspec.structs.replace(RULES, holidays=("2026-11-26",))
TUESDAY, FRIDAY = "2026-11-24", "2026-11-27"
STREET = "示例县柳树街道78号"
DAY_S = 24 * 3600


@dataclass
class Desk:
    """The guide's desk; it is Monday morning."""

    story: Story
    hall: Any
    clock: Any

    def says(self, kind: Any, **fields: Any) -> Any:
        return self.story.says(kind, station_id="guide-1", **fields)

    def asks(self, **changes: Any) -> Any:
        wish = {"matter_id": "m-pension", "day": TUESDAY, "half": "morning", "channel": "phone",
                "grounds": ("mobility",), **changes}  # fmt: skip
        return self.says(BookHomeVisit, **wish)

    def books(self, **changes: Any) -> str:
        booked = self.asks(**changes)
        assert isinstance(booked, HomeVisitBooked)
        return booked.home_visit.id

    def about(self, kind: Any, visit_id: str, **fields: Any) -> Any:
        return self.says(kind, home_visit_id=visit_id, **fields)

    def open(self) -> dict[str, Any]:
        return dict(self.story.look("guide").home_visits)

    def two_go(self, visit_id: str) -> None:
        self.about(AssignHomeVisit, visit_id, staff_numbers=("1001", "1002"))


@pytest.fixture
def desk(tmp_path):
    with open_local_hall(tmp_path, HALL, HOLIDAY_ON_THURSDAY) as (hall, clock):
        yield Desk(Story(LocalGateway(hall, "guide-1")), hall, clock)


# Who


@pytest.mark.parametrize(
    ("age", "said", "grounds"),
    [
        (85, (), ("age",)),
        (80, (), ("age",)),
        (79, ("mobility",), ("mobility",)),
        (45, ("ill",), ("ill",)),
        (79, (), ()),
        (None, ("age",), ("age",)),
        (70, ("age",), ()),
        (85, ("ill", "mobility"), ("age", "ill", "mobility")),
    ],
)
def test_old_age_or_a_word_about_illness_or_walking_is_enough(age, said, grounds):
    assert grounds_of(said, age, 80) == grounds


def test_somebody_of_79_who_cannot_walk_is_come_to(desk):
    booked = desk.asks(age_years=79, grounds=("mobility",)).home_visit
    assert (booked.state, booked.grounds) == ("booked", ("mobility",))


def test_without_any_reason_the_desk_is_told_to_ask_once_more(desk):
    assert desk.asks(age_years=70, grounds=()) == NoGroundSaid(from_age=80)
    assert desk.open() == {}


def test_a_matter_that_is_not_done_at_home_is_explained_with_another_way(desk):
    said = desk.asks(matter_id="m-medical")
    assert said == NotDoneAtHome(ways=("agency", "mail", "hall"))
    offered = desk.says(OfferOtherWay, matter_id="m-medical", way="agency")
    assert offered == OtherWayOffered(matter_id="m-medical", way="agency")
    assert isinstance(desk.asks(matter_id="m-none"), NoSuchMatter)
    assert isinstance(desk.says(OfferOtherWay, matter_id="m-none", way="mail"), NoSuchMatter)


# When


def test_half_days_with_room_are_offered_on_working_days_only(desk):
    slots = desk.says(FindHomeSlots).slots
    days = [slot.day for slot in slots]
    assert days[0] == TUESDAY
    assert "2026-11-26" not in days, "a holiday"
    assert "2026-11-28" not in days, "a Saturday"
    assert days[-1] <= "2026-12-03"


def test_a_full_half_day_is_not_promised_twice(desk):
    first = desk.books()
    taken = desk.asks()
    assert isinstance(taken, HomeSlotTaken)
    assert (taken.slots[0].day, taken.slots[0].half) == (TUESDAY, "afternoon")
    desk.about(CancelHomeVisit, first)
    assert desk.books() != first


@pytest.mark.parametrize("day", ["2026-11-23", "2026-11-28", "2026-12-24", "2026-99-99"])
def test_nobody_is_promised_a_day_on_which_nobody_comes(desk, day):
    assert isinstance(desk.asks(day=day), HomeSlotTaken)


def test_capacity_counts_each_half_day_by_itself():
    taken = [Slot(TUESDAY, "morning"), Slot(TUESDAY, "morning"), Slot(TUESDAY, "afternoon")]
    found = dict(free_slots(date(2026, 11, 23), 1, 2, taken, WorkingDays()))
    assert found == {Slot(TUESDAY, "afternoon"): 1}


def test_the_reminder_comes_on_the_working_day_before(desk):
    visit_id = desk.books(day=FRIDAY)
    desk.clock.advance(2 * DAY_S - 2 * 3600)  # Wednesday, before the hall opens
    desk.hall.run_due()
    assert not desk.open()[visit_id].reminded
    desk.clock.advance(2 * 3600)
    desk.hall.run_due()
    assert desk.open()[visit_id].reminded, "Thursday is a holiday: Wednesday is the day before"


def test_another_day_is_reminded_of_anew(desk):
    visit_id = desk.books()
    desk.hall.run_due()
    assert desk.open()[visit_id].reminded, "tomorrow: the day before is today"
    desk.about(MoveHomeVisit, visit_id, day=FRIDAY, half="afternoon")
    moved = desk.open()[visit_id]
    assert (moved.day, moved.half, moved.reminded) == (FRIDAY, "afternoon", False)
    desk.clock.advance(3 * DAY_S)
    desk.hall.run_due()
    assert desk.open()[visit_id].reminded
    told = [type(desk.hall.parts.vocabulary.event(body)) for *_, body in desk.hall.events_after(0)]
    assert told.count(HomeVisitReminded) == 2


# By whom


def test_nobody_goes_into_a_home_alone(desk):
    visit_id = desk.books()
    assert desk.about(StartHomeVisit, visit_id) == NeedsTwoStaff(assigned=0)
    desk.about(AssignHomeVisit, visit_id, staff_numbers=("1001", "1001"))
    assert desk.about(StartHomeVisit, visit_id) == NeedsTwoStaff(assigned=1)
    said = desk.about(AssignHomeVisit, visit_id, staff_numbers=("1001", "9999"))
    assert isinstance(said, NoSuchStaff)
    desk.two_go(visit_id)
    assert desk.about(StartHomeVisit, visit_id).home_visit.state == "under_way"


# How it goes on


def test_a_visit_from_the_call_to_its_result(desk):
    visit_id = desk.books()
    desk.two_go(visit_id)
    assert desk.about(ConfirmHomeVisit, visit_id).home_visit.state == "confirmed"
    desk.about(StartHomeVisit, visit_id)
    done = desk.about(FinishHomeVisit, visit_id, result="handled").home_visit
    assert (done.state, done.result) == ("done", "handled")
    assert desk.open() == {}
    assert isinstance(desk.about(CancelHomeVisit, visit_id), NoSuchHomeVisit)


def test_who_was_not_met_stays_on_the_list_until_another_day_is_agreed(desk):
    visit_id = desk.books()
    desk.two_go(visit_id)
    desk.about(StartHomeVisit, visit_id)
    assert desk.about(MissHomeVisit, visit_id).home_visit.state == "not_met"
    assert list(desk.open()) == [visit_id]
    assert desk.about(FinishHomeVisit, visit_id, result="handled") == WrongHomeVisitState(
        state="not_met"
    )
    assert isinstance(desk.asks(), HomeVisitBooked), "its place is free again"
    assert isinstance(
        desk.about(MoveHomeVisit, visit_id, day=TUESDAY, half="morning"), HomeSlotTaken
    )
    desk.about(MoveHomeVisit, visit_id, day=TUESDAY, half="afternoon")
    assert desk.open()[visit_id].state == "booked"


def test_whatever_happens_a_visit_ends_or_can_go_on():
    for state, action in product(get_args(model.State), get_args(model.Action)):
        assert next_state(state, action) in (None, *get_args(model.State))
    on = {state for state, _ in model.NEXT_STATE}
    assert on == set(get_args(model.State)) - model.OVER


# Whose home


def keeps(desk: Desk, visit_id: str) -> str:
    blob_id = desk.story.gateway.seal(STREET.encode(), "detail")
    desk.says(
        KeepDetail, blob_id=blob_id, case_id=visit_id, detail="address", basis="consent",
        purpose="home_visit",
    )  # fmt: skip
    return blob_id


def test_an_address_is_read_on_record_and_gone_after_the_visit(desk, tmp_path):
    visit_id = desk.books()
    blob_id = keeps(desk, visit_id)
    assert desk.story.gateway.unseal(blob_id).decode() == STREET
    raw = b"".join(path.read_bytes() for path in tmp_path.rglob("hall.db*"))
    told = "".join(body for _, _, body in desk.hall.events_after(0))
    assert STREET.encode() not in raw
    assert STREET not in told
    desk.two_go(visit_id)
    desk.about(StartHomeVisit, visit_id)
    desk.about(FinishHomeVisit, visit_id, result="taken_along")
    with pytest.raises(NoLongerKept):
        desk.story.gateway.unseal(blob_id)
    assert desk.story.look("guide").details == {}


def test_an_address_goes_with_a_visit_that_is_called_off(desk):
    visit_id = desk.books()
    blob_id = keeps(desk, visit_id)
    desk.about(CancelHomeVisit, visit_id)
    with pytest.raises(NoLongerKept):
        desk.story.gateway.unseal(blob_id)

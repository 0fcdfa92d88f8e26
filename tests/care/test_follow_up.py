"""A call afterwards is planned for who agreed, tried a few times, and forgets the number."""

from __future__ import annotations

from itertools import product
from typing import Any, get_args

import msgspec
import pytest

from hall.care.follow_up import model
from hall.care.follow_up.messages import (
    FollowUpClosed,
    FollowUpPutOff,
    NoSuchFollowUp,
    RecordFollowUp,
)
from hall.care.follow_up.model import action_of, next_state
from hall.client.local import LocalGateway
from hall.kernel.errors import NoLongerKept
from hall.records.messages import KeepDetail, WithdrawConsent
from hall.visits.messages import BeginVisit, CaseOpened, CloseCase, MoveVisit, OpenCase
from tests.helpers.facts import RULES
from tests.helpers.halls import Story, open_local_hall
from tests.visits.papers import WITH_PAPERS

PHONE = "13900004321"
DAY_S = 24 * 3600
HOLIDAY_ON_TUESDAY = msgspec.structs.replace(
    RULES, follow_up_after_days=1, follow_up_tries=2, holidays=("2026-11-24",)
)


class Office:
    """A hall and its desk."""

    def __init__(self, hall: Any, clock: Any) -> None:
        self.hall, self.clock = hall, clock
        self.story = Story(LocalGateway(hall, "guide-1"))

    def says(self, kind: Any, **fields: Any) -> Any:
        return self.story.says(kind, station_id="guide-1", **fields)

    def case(self) -> str:
        visit = self.says(BeginVisit, matter_id="m-subsidy").visit
        self.says(MoveVisit, visit_id=visit.id, action="precheck")
        return str(self.story.look("guide").visits.visits[visit.id].case_id)

    def agrees(self, case_id: str, **changes: str) -> str:
        blob_id = self.story.gateway.seal(PHONE.encode(), "detail")
        why = {"detail": "phone", "basis": "consent", "purpose": "follow_up", **changes}
        self.says(KeepDetail, blob_id=blob_id, case_id=case_id, **why)
        return blob_id

    def closes(self, case_id: str) -> None:
        self.says(CloseCase, case_id=case_id)

    def calls(self) -> list[Any]:
        return list(self.story.look("guide").follow_ups.values())

    def days_pass(self, days: int) -> None:
        self.clock.advance(days * DAY_S)
        self.hall.run_due()


@pytest.fixture
def office(tmp_path):
    with open_local_hall(tmp_path, WITH_PAPERS, HOLIDAY_ON_TUESDAY) as (hall, clock):
        yield Office(hall, clock)


def test_the_call_is_due_on_the_working_day_the_hall_says(office):
    case_id = office.case()
    blob_id = office.agrees(case_id)
    office.closes(case_id)
    (call,) = office.calls()
    assert (call.due_on, call.state) == ("2026-11-25", "planned"), "Tuesday is a holiday"
    assert office.story.gateway.unseal(blob_id).decode() == PHONE, "kept for the call"
    office.days_pass(1)
    assert office.calls()[0].state == "planned"
    office.days_pass(1)
    assert office.calls()[0].state == "due"


@pytest.mark.parametrize(
    "changes", [{"purpose": "remind"}, {"basis": "duty"}, {"detail": "address"}]
)
def test_whoever_did_not_agree_to_a_call_is_not_rung_up(office, changes):
    case_id = office.case()
    office.agrees(case_id, **changes)
    office.closes(case_id)
    assert office.calls() == []


def test_whoever_left_nothing_is_not_rung_up(office):
    office.closes(office.case())
    assert office.calls() == []


def test_all_else_of_the_case_is_forgotten_at_its_close(office):
    case_id = office.case()
    phone = office.agrees(case_id)
    street = office.story.gateway.seal(b"a street", "detail")
    office.says(
        KeepDetail, blob_id=street, case_id=case_id, detail="address", basis="duty",
        purpose="paper",
    )  # fmt: skip
    office.closes(case_id)
    assert list(office.story.look("guide").details) == [phone]
    with pytest.raises(NoLongerKept):
        office.story.gateway.unseal(street)


def test_the_number_goes_with_the_call(office):
    case_id = office.case()
    blob_id = office.agrees(case_id)
    office.closes(case_id)
    (call,) = office.calls()
    closed = office.says(RecordFollowUp, follow_up_id=call.id, said="wish", wish="home_visit")
    assert isinstance(closed, FollowUpClosed)
    assert (closed.follow_up.outcome, closed.follow_up.wish) == ("wish", "home_visit")
    with pytest.raises(NoLongerKept):
        office.story.gateway.unseal(blob_id)
    again = office.says(RecordFollowUp, follow_up_id=call.id, said="fine")
    assert again == NoSuchFollowUp()


def test_nobody_is_rung_up_again_and_again(office):
    case_id = office.case()
    office.agrees(case_id)
    office.closes(case_id)
    office.days_pass(2)
    (call,) = office.calls()
    put_off = office.says(RecordFollowUp, follow_up_id=call.id, said="no_answer")
    assert isinstance(put_off, FollowUpPutOff)
    assert (put_off.follow_up.due_on, put_off.follow_up.tries) == ("2026-11-26", 1)
    last = office.says(RecordFollowUp, follow_up_id=call.id, said="no_answer")
    assert isinstance(last, FollowUpClosed)
    assert last.follow_up.outcome == "no_answer"


def test_who_takes_the_consent_back_is_not_rung_up(office):
    case_id = office.case()
    office.agrees(case_id)
    office.closes(case_id)
    office.says(WithdrawConsent, case_id=case_id)
    assert office.calls() == []
    office.days_pass(3)
    assert office.calls() == []


def test_every_call_ends():
    for state, action in product(get_args(model.State), get_args(model.Action)):
        assert next_state(state, action) in (None, *get_args(model.State))
    assert {state for state, _ in model.NEXT_STATE} == set(get_args(model.State)) - {"closed"}
    assert [action_of("no_answer", tries, 3) for tries in (1, 2, 3)] == ["miss", "miss", "give_up"]
    assert {action_of(said, 1, 3) for said in ("fine", "wish", "not_wanted")} == {"answer"}


def test_a_telephone_outlives_a_long_case_until_its_call_is_made(office):
    case_id = office.case()
    blob_id = office.agrees(case_id)
    office.days_pass(WITH_PAPERS.details_days - 1)
    office.closes(case_id)
    office.days_pass(7)
    (call,) = office.calls()
    assert (call.state, office.story.gateway.unseal(blob_id).decode()) == ("due", PHONE)
    office.says(RecordFollowUp, follow_up_id=call.id, said="fine")
    with pytest.raises(NoLongerKept):
        office.story.gateway.unseal(blob_id)


def test_a_call_nobody_makes_does_not_keep_the_telephone_for_ever(office):
    case_id = office.case()
    blob_id = office.agrees(case_id)
    office.days_pass(WITH_PAPERS.details_days - 1)
    office.closes(case_id)
    office.days_pass(WITH_PAPERS.details_days + 1)
    with pytest.raises(NoLongerKept):
        office.story.gateway.unseal(blob_id)
    assert not office.story.look("guide").details
    assert not office.calls(), "nobody is asked to ring up without a number"


@pytest.mark.parametrize(("purpose", "lives_on"), [("follow_up", True), ("remind", False)])
def test_only_a_telephone_for_a_call_afterwards_lives_on_with_its_case(office, purpose, lives_on):
    case_id = office.case()
    blob_id = office.agrees(case_id, purpose=purpose)
    office.days_pass(WITH_PAPERS.details_days - 1)
    visit = office.says(BeginVisit, matter_id="m-subsidy").visit
    assert isinstance(office.says(OpenCase, visit_id=visit.id, case_id=case_id), CaseOpened)
    office.days_pass(2)
    assert (blob_id in office.story.look("guide").details) is lives_on
    office.days_pass(WITH_PAPERS.details_days)
    assert not office.story.look("guide").details, "nobody came again"

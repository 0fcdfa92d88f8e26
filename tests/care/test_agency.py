"""A helper acts for an elder: who may, who signs, whose it is, and how it ends."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from hall.care.agency import messages as words
from hall.care.agency import model, refusals
from hall.care.agency.messages import Handed
from hall.kernel.errors import NoLongerKept
from hall.kernel.secret import Secret
from hall.records.messages import KeepDetail
from hall.tickets.messages import NoSuchMatter
from hall.visits.messages import BeginVisit, MoveVisit
from tests.care.mandates import CARD_AND_BOOK, DESK, FACTS, HELPER, Desk
from tests.helpers.halls import open_local_hall, person
from tests.visits.papers import WANG


@pytest.fixture
def desk(tmp_path):
    with open_local_hall(tmp_path, FACTS) as (hall, clock):
        yield Desk(hall, clock)


def test_a_helper_acts_from_the_moment_the_elder_has_signed(desk):
    opened = desk.opens(handed=CARD_AND_BOOK)
    assert isinstance(opened, words.MandateOpened)
    mandate = opened.mandate
    assert (mandate.number, mandate.state, mandate.signer) == ("D2026-0001", "drafted", "principal")
    assert [one.plain for one in mandate.originals] == ["身份证", "户口本"]
    wrong = desk.does(words.AdvanceMandate, mandate, step="submit")
    assert wrong == refusals.MandateWrongState(state="drafted")
    signed = desk.does(words.SignMandate, mandate, signed_by="principal", how="fingerprint")
    assert isinstance(signed, words.MandateSigned)
    assert (signed.mandate.signed_by, signed.mandate.signed_how) == ("principal", "fingerprint")
    assert desk.mandate(mandate).state == "running"


def test_for_who_does_not_understand_it_all_a_guardian_signs(desk):
    mandate = desk.opens(understands=False).mandate
    assert mandate.signer == "guardian"
    alone = desk.does(words.SignMandate, mandate, signed_by="principal", how="signature")
    assert alone == refusals.GuardianMustSign()
    signed = desk.does(words.SignMandate, mandate, signed_by="guardian", how="signature")
    assert signed.mandate.signed_by == "guardian"


def test_nobody_signs_for_who_understands(desk):
    mandate = desk.opens().mandate
    said = desk.does(words.SignMandate, mandate, signed_by="guardian", how="signature")
    assert said == refusals.PrincipalSigns()


@pytest.mark.parametrize(
    ("wish", "answer"),
    [
        ({"agent_number": "1001"}, refusals.NoSuchHelper()),
        ({"agent_number": ""}, refusals.NoSuchHelper()),
        ({"matter_ids": ("m-none",)}, NoSuchMatter(matter_id="m-none")),
        (
            {"matter_ids": ("m-id-card",)},
            refusals.NoAgentForThis(matter_id="m-id-card", home_visit=True),
        ),
        (
            {"matter_ids": ("m-house",), "asked_alone": False},
            refusals.AskAlone(matter_id="m-house"),
        ),
        (
            {"handed": (Handed(matter_id="m-subsidy", material_id="99"),)},
            refusals.NoSuchMaterial(matter_id="m-subsidy", material_id="99"),
        ),
        ({"term_on": "2026-11-20"}, refusals.TermNotPossible(latest_on="2027-01-22")),
        ({"term_on": "2026-02-31"}, refusals.TermNotPossible(latest_on="2027-01-22")),
    ],
)
def test_what_cannot_be_agreed_is_said_and_leaves_nothing(desk, wish, answer):
    assert desk.opens(**wish) == answer
    assert not desk.look("guide").mandates


def test_another_helper_takes_over(desk):
    mandate = desk.signed()
    assert desk.does(words.ChangeAgent, mandate, agent_number="1001") == refusals.NoSuchHelper()
    changed = desk.does(words.ChangeAgent, mandate, agent_number=HELPER)
    assert changed.from_number == HELPER


def test_the_elder_takes_it_back_at_any_time(desk):
    mandate = desk.signed(handed=CARD_AND_BOOK)
    desk.does(words.AdvanceMandate, mandate, step="submit")
    assert isinstance(desk.does(words.WithdrawMandate, mandate), words.MandateWithdrawn)
    assert desk.mandate(mandate).report_state == "none"
    said = desk.does(words.CloseMandate, mandate)
    assert said == refusals.OriginalsStillHere(original_ids=("1", "2"))
    desk.gives_back(mandate, "1", "2")
    assert isinstance(desk.does(words.CloseMandate, mandate), words.MandateClosed)


def test_the_card_of_the_elder_finds_it_again_and_a_closed_one_is_forgotten(desk):
    visit = desk.says(BeginVisit, visitor=person(number=WANG, surname="王"), **DESK).visit
    mandate = desk.signed(visit_id=visit.id)
    asked = {"id_number": Secret(WANG), **DESK}
    found = desk.says(words.FindMandates, **asked)
    assert found == refusals.MandatesFound(mandate_ids=(mandate.id,))
    desk.does(words.WithdrawMandate, mandate)
    desk.does(words.CloseMandate, mandate)
    assert desk.says(words.FindMandates, **asked).mandate_ids == ()
    with desk.hall.parts.engine.connect() as connection:
        left = connection.scalar(text("SELECT count(*) FROM mandate_principal"))
    assert left == 0


def test_it_knows_the_case_it_is_about(desk):
    visit = desk.says(BeginVisit, matter_id="m-subsidy", **DESK).visit
    desk.says(MoveVisit, visit_id=visit.id, action="precheck", **DESK)
    case_id = desk.look("guide").visits.visits[visit.id].case_id
    assert desk.opens(visit_id=visit.id).mandate.case_id == case_id
    other = desk.opens(visit_id=visit.id, matter_ids=("m-relief",)).mandate
    assert other.case_id is None


def test_a_closed_mandate_needs_no_name_and_no_telephone(desk):
    mandate = desk.signed()
    blob_id = desk.gateway.seal(b"139 0000 4321", "detail")
    why = {"detail": "phone", "basis": "duty", "purpose": "report"}
    desk.says(KeepDetail, blob_id=blob_id, case_id=mandate.id, **why, **DESK)
    desk.does(words.WithdrawMandate, mandate)
    desk.does(words.CloseMandate, mandate)
    assert not desk.look("guide").details
    with pytest.raises(NoLongerKept):
        desk.gateway.unseal(blob_id)


def test_a_year_of_closed_mandates_loads_into_no_board(desk):
    for _ in range(4):
        mandate = desk.signed()
        desk.does(words.WithdrawMandate, mandate)
        desk.does(words.CloseMandate, mandate)
    assert desk.look("guide").mandates == {}
    assert desk.opens().mandate.number == "D2026-0005"


def test_a_hall_that_was_off_over_the_day_says_it_late_when_it_wakes(tmp_path):
    with open_local_hall(tmp_path, FACTS) as (hall, clock):
        mandate = Desk(hall, clock).signed()
        Desk(hall, clock).does(words.AdvanceMandate, mandate, step="submit")
    clock.advance(timedelta(days=4).total_seconds())
    with open_local_hall(tmp_path, FACTS, clock=clock) as (hall, _):
        assert Desk(hall, clock).mandate(mandate).report_state == "overdue"


WALKED: tuple[model.Action, ...] = (
    "sign", "submit", "receive", "accept", "finish", "withdraw", "expire",
)  # fmt: skip
LAST: tuple[model.Action, ...] = ("withdraw", "finish", "close", "expire")
ACTIONS = st.lists(st.sampled_from(WALKED))


@given(ACTIONS)
@settings(max_examples=200)
def test_no_path_ends_anywhere_but_where_it_can_be_closed(actions):
    state: model.State = "drafted"
    for action in actions:
        state = model.next_state(state, action) or state
    ends = {after for action in LAST if (after := model.next_state(state, action)) is not None}
    assert ends, "whatever happened, there is a way to the end"
    assert ("closed" in ends) == (state in model.AT_AN_END)


def test_an_original_is_never_out_of_sight():
    """From every state in which it is not back, something leads on."""
    for state in model.STILL_HERE:
        ways = {action for here, action in model.NEXT_ORIGINAL if here == state}
        assert ways, state
    settled = {"given_back", "explained"}
    assert not {here for here, _ in model.NEXT_ORIGINAL} & settled

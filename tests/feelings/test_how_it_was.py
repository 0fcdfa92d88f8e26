"""After a service somebody may say how it was, once, and nobody says it for them."""

from __future__ import annotations

import msgspec
import pytest

from hall.calls.messages import CallNext, FinishService, OpenCounter, StartService
from hall.care.feelings.messages import (
    FeelingChanged,
    FeelingGiven,
    FeelingStands,
    FeelingWasLow,
    FindService,
    GiveFeeling,
    NoSuchReason,
    NoSuchService,
    NotAsked,
    ServiceFound,
)
from hall.kernel.errors import NotAllowed
from hall.kernel.secret import Secret
from tests.helpers.facts import FACTS
from tests.helpers.halls import StoryOfRoles, local_story, open_local_hall, open_remote_hall

WANG = "410199194005010016"
KIOSK = {"station_id": "kiosk-1", "channel": "kiosk"}


def served(hall, matter_id="m-pension", **visitor):
    """Somebody takes a number, is called, served and done; returns the ticket's id."""
    ticket = hall.ticket(matter_id, **visitor)
    hall.opens("c1")
    called = hall.calls("c1").ticket
    assert called.id == ticket.id
    for deed in (StartService, FinishService):
        hall.says(deed, counter_id="c1", ticket_id=ticket.id)
    return ticket.id


def test_wang_says_it_was_good_and_the_hall_keeps_the_number_and_not_the_name(hall):
    ticket_id = served(hall, number=WANG, born="1940-05-01", surname="王")
    said = hall.says(GiveFeeling, ticket_id=ticket_id, score=5, **KIOSK)
    assert isinstance(said, FeelingGiven)
    feeling = said.feeling
    assert (feeling.score, feeling.matter_id, feeling.counter_id) == (5, "m-pension", "c1")
    assert feeling.service_date == "2026-11-23"
    assert "王" not in msgspec.json.encode(said).decode()


def test_a_wrong_finger_is_put_right_once(hall):
    ticket_id = served(hall)
    hall.says(GiveFeeling, ticket_id=ticket_id, score=1, **KIOSK)
    changed = hall.says(GiveFeeling, ticket_id=ticket_id, score=5, **KIOSK)
    assert isinstance(changed, FeelingChanged)
    assert (changed.feeling.score, changed.feeling.version) == (5, 2)
    assert hall.says(GiveFeeling, ticket_id=ticket_id, score=2, **KIOSK) == FeelingStands()


def test_why_it_was_bad_may_follow_and_does_not_use_up_the_correction(hall):
    ticket_id = served(hall)
    hall.says(GiveFeeling, ticket_id=ticket_id, score=2, **KIOSK)
    why = hall.says(
        GiveFeeling, ticket_id=ticket_id, score=2, reasons=("waited", "unclear"), **KIOSK
    )
    assert why.feeling.reasons == ("waited", "unclear")
    assert isinstance(hall.says(GiveFeeling, ticket_id=ticket_id, score=3, **KIOSK), FeelingChanged)


def test_after_some_minutes_it_stands(hall):
    ticket_id = served(hall)
    hall.says(GiveFeeling, ticket_id=ticket_id, score=4, **KIOSK)
    hall.advance(601)
    assert hall.says(GiveFeeling, ticket_id=ticket_id, score=5, **KIOSK) == FeelingStands()


def test_nobody_is_asked_after_a_death_in_the_family(hall):
    ticket_id = served(hall, "m-death", number=WANG, born="1940-05-01")
    assert hall.says(GiveFeeling, ticket_id=ticket_id, score=5, **KIOSK) == NotAsked()
    found = hall.says(FindService, station_id="kiosk-1", id_number=Secret(WANG))
    assert found == NotAsked()


def test_nothing_is_said_of_what_is_not_finished(hall):
    waiting = hall.ticket()
    assert hall.says(GiveFeeling, ticket_id=waiting.id, score=5, **KIOSK) == NoSuchService()


@pytest.mark.parametrize("reasons", [("weather",), ("waited", "waited")])
def test_a_reason_is_one_of_the_halls_and_named_once(hall, reasons):
    ticket_id = served(hall)
    said = hall.says(GiveFeeling, ticket_id=ticket_id, score=2, reasons=reasons, **KIOSK)
    assert said == NoSuchReason()


def test_a_card_on_the_kiosk_finds_the_service_its_holder_just_had(hall):
    ticket_id = served(hall, number=WANG, born="1940-05-01")
    asked = {"station_id": "kiosk-1", "id_number": Secret(WANG)}
    found = hall.says(FindService, **asked)
    assert found == ServiceFound(ticket_id=ticket_id, number="尊001", given=False)
    hall.says(GiveFeeling, ticket_id=ticket_id, score=4, **KIOSK)
    assert hall.says(FindService, **asked).given
    stranger = hall.says(FindService, station_id="kiosk-1", id_number=Secret("410199195005010024"))
    assert stranger == NoSuchService()


def test_a_paper_of_yesterday_is_found_by_its_number(tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):
        story = local_story(hall, "guide-1")
        ticket = story.ticket()
        story.says(OpenCounter, counter_id="c1", clerk_id="k1")
        story.says(CallNext, counter_id="c1")
        for deed in (StartService, FinishService):
            story.says(deed, counter_id="c1", ticket_id=ticket.id)
        for _ in range(4):
            clock.advance(6 * 3600)
            hall.run_due()
        paper = {"station_id": "guide-1", "number": ticket.number}
        assert story.says(FindService, **paper) == NoSuchService()
        assert story.says(FindService, days_before=1, **paper).ticket_id == ticket.id


def test_a_bad_score_is_told_once_so_that_somebody_looks_into_it(tmp_path):
    with open_local_hall(tmp_path) as (hall, _):
        story = local_story(hall)
        ticket = story.ticket()
        story.says(OpenCounter, counter_id="c1", clerk_id="k1")
        story.says(CallNext, counter_id="c1")
        for deed in (StartService, FinishService):
            story.says(deed, counter_id="c1", ticket_id=ticket.id)
        story.says(GiveFeeling, ticket_id=ticket.id, score=2, **KIOSK)
        story.says(GiveFeeling, ticket_id=ticket.id, score=2, reasons=("waited",), **KIOSK)
        story.says(GiveFeeling, ticket_id=ticket.id, score=1, **KIOSK)
        told = [hall.parts.vocabulary.event(body) for *_, body in hall.events_after(0)]
        (low,) = [event for event in told if isinstance(event, FeelingWasLow)]
        assert low.feeling.ticket_id == ticket.id


def test_no_clerk_gives_a_feeling_and_a_guide_only_copies_a_paper(tmp_path):
    facts = msgspec.structs.replace(FACTS, sign_in_required=False)
    with open_remote_hall(tmp_path, facts) as remote:
        story = StoryOfRoles(remote)
        says = GiveFeeling(
            command_id="one", station_id="s", ticket_id="t", score=5, channel="counter_screen"
        )
        for role, channel, may in (
            ("console", "counter_screen", False),
            ("console", "keypad", False),
            ("console", "paper_by_guide", False),
            ("guide", "counter_screen", False),
            ("guide", "paper_by_guide", True),
            ("kiosk", "keypad", False),
            ("kiosk", "kiosk", True),
            ("display", "kiosk", False),
            ("display", "counter_screen", True),
            ("display", "keypad", True),
            ("manager", "kiosk", False),
        ):
            station = story.as_station(role, "s")
            wish = msgspec.structs.replace(says, channel=channel, command_id=f"{role}-{channel}")
            if may:
                assert station.handle(wish).message == NoSuchService()
            else:
                with pytest.raises(NotAllowed):
                    station.handle(wish)

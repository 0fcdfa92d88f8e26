"""Somebody needs a person, or a device needs a hand."""

from typing import get_args

import msgspec
import pytest

from hall.boards.vocabulary import vocabulary
from hall.client.local import LocalGateway
from hall.help import model
from hall.help.messages import (
    AcknowledgeHelp,
    DeviceReported,
    FinishHelp,
    HelpAcknowledged,
    HelpEvent,
    HelpRequested,
    NoSuchHelp,
    NothingNew,
    ReportDevice,
    RequestHelp,
    TakeBackHelp,
)
from hall.tickets.messages import CloseDay
from tests.helpers.facts import RULES
from tests.helpers.halls import Story, open_local_hall


def test_help_is_asked_for_and_answered(hall):
    asked = hall.says(RequestHelp, station_id="kiosk-1", help_kind="help")
    assert isinstance(asked, HelpRequested)
    assert asked.help.id in hall.look("guide", "").helps
    assert asked.help.id in hall.look("kiosk", "kiosk-1").helps
    said = hall.says(AcknowledgeHelp, help_id=asked.help.id, station_id="guide-1")
    assert isinstance(said, HelpAcknowledged)
    assert not hall.look("guide", "").helps
    assert hall.says(AcknowledgeHelp, help_id=asked.help.id) == NoSuchHelp()


@pytest.mark.rules(help_escalate_s=60)
def test_help_nobody_answers_is_asked_of_everybody(hall):
    asked = hall.says(RequestHelp, station_id="kiosk-1", help_kind="unwell")
    hall.advance(61)
    assert hall.look("guide", "").helps[asked.help.id].state == "escalated"


def test_help_that_was_answered_is_not_escalated(hall):
    asked = hall.says(RequestHelp, station_id="kiosk-1", help_kind="collect")
    hall.says(AcknowledgeHelp, help_id=asked.help.id)
    hall.advance(600)
    assert not hall.look("guide", "").helps


def test_another_kiosk_does_not_see_it(hall):
    hall.says(RequestHelp, station_id="kiosk-1", help_kind="help")
    assert not hall.look("kiosk", "kiosk-2").helps


def test_a_device_is_reported_when_that_is_news(hall):
    wish = {"station_id": "kiosk-1", "device_id": "printer", "status": "paper_out"}
    assert isinstance(hall.says(ReportDevice, **wish), DeviceReported)
    assert hall.says(ReportDevice, **wish) == NothingNew()
    assert hall.look("guide", "").devices["kiosk-1/printer"].status == "paper_out"
    back = hall.says(ReportDevice, station_id="kiosk-1", device_id="printer", status="ready")
    assert isinstance(back, DeviceReported)


@pytest.mark.parametrize("action", get_args(model.Action))
@pytest.mark.parametrize("state", get_args(model.State))
def test_each_cell_of_the_table(state, action):
    allowed = {
        ("open", "escalate"): "escalated",
        ("open", "acknowledge"): "acknowledged",
        ("escalated", "acknowledge"): "acknowledged",
        ("open", "finish"): "finished",
        ("escalated", "finish"): "finished",
        ("acknowledged", "finish"): "finished",
        ("open", "take_back"): "taken_back",
        ("escalated", "take_back"): "taken_back",
        ("acknowledged", "take_back"): "taken_back",
        ("open", "let_go"): "unanswered",
        ("escalated", "let_go"): "unanswered",
        ("acknowledged", "let_go"): "finished",
    }
    assert model.next_state(state, action) == allowed.get((state, action))


WAY_TO = {
    "open": (),
    "escalated": ("escalate",),
    "acknowledged": ("acknowledge",),
    "finished": ("finish",),
    "taken_back": ("take_back",),
    "unanswered": ("let_go",),
}


@pytest.mark.parametrize("action", get_args(model.Action))
@pytest.mark.parametrize("state", get_args(model.State))
def test_a_request_goes_where_the_table_says(tmp_path, state, action):
    rules = msgspec.structs.replace(RULES, help_take_back_s=3600.0)
    with open_local_hall(tmp_path, rules=rules) as (hall, clock):
        story = Story(LocalGateway(hall, "guide-1"))
        asked = story.says(RequestHelp, station_id="kiosk-1", help_kind="accompany").help

        def does(what):
            if what == "escalate":
                clock.advance(61)
                hall.run_due()
            elif what == "let_go":
                story.says(CloseDay, station_id="manager")
            elif what == "take_back":
                story.says(TakeBackHelp, help_id=asked.id, station_id="kiosk-1")
            else:
                deed = AcknowledgeHelp if what == "acknowledge" else FinishHelp
                story.says(deed, help_id=asked.id)

        def stands():
            told = (vocabulary().event(body) for _, _, body in hall.events_after(0))
            return [one.help.state for one in told if isinstance(one, HelpEvent)][-1]

        for step in WAY_TO[state]:
            does(step)
        assert stands() == state
        does(action)
        assert stands() == (model.next_state(state, action) or state)


@pytest.mark.parametrize("kind", ["help", "unwell", "accompany", "collect", "not_done"])
def test_every_kind_of_help_reaches_the_guide_with_its_number(hall, kind):
    ticket = hall.ticket()
    asked = hall.says(RequestHelp, station_id="kiosk-1", help_kind=kind, ticket_id=ticket.id)
    seen = hall.look("guide", "").helps[asked.help.id]
    assert (seen.kind, seen.ticket_id, seen.station_id) == (kind, ticket.id, "kiosk-1")
    assert seen.requested_at.startswith("2026-11-23T01:40:00")


def test_a_request_from_before_a_restart_is_still_escalated(tmp_path):
    with open_local_hall(tmp_path) as (first, clock):
        asked = Story(LocalGateway(first)).says(RequestHelp, station_id="k", help_kind="unwell")
    clock.advance(61)
    with open_local_hall(tmp_path, clock=clock) as (again, _):
        board = Story(LocalGateway(again)).look("guide")
        assert board.helps[asked.help.id].state == "escalated"


def test_a_guide_may_answer_after_it_was_asked_of_everybody(hall):
    asked = hall.says(RequestHelp, station_id="kiosk-1", help_kind="unwell")
    hall.advance(61)
    said = hall.says(AcknowledgeHelp, help_id=asked.help.id, station_id="guide-1")
    assert isinstance(said, HelpAcknowledged)
    assert not hall.look("guide", "").helps


def test_two_devices_of_one_name_at_two_stations_are_two(hall):
    for station, status in (("kiosk-1", "paper_out"), ("kiosk-2", "ready")):
        hall.says(ReportDevice, station_id=station, device_id="printer", status=status)
    devices = hall.look("guide", "").devices
    assert (devices["kiosk-1/printer"].status, devices["kiosk-2/printer"].status) == (
        "paper_out",
        "ready",
    )

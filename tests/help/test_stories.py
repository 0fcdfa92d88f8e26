"""Somebody needs a person, or a device needs a hand."""

from typing import get_args

import pytest

from hall.help import model
from hall.help.messages import (
    AcknowledgeHelp,
    DeviceReported,
    HelpAcknowledged,
    HelpRequested,
    NoSuchHelp,
    NothingNew,
    ReportDevice,
    RequestHelp,
)


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
    }
    assert model.next_state(state, action) == allowed.get((state, action))

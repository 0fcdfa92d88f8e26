"""A guide is printed and brought to somebody at a kiosk, glasses too."""

from __future__ import annotations

import pytest

from hall.help.messages import AcknowledgeHelp, RequestHelp
from tests.guide_desk.desk import NO_PAPER


def asks(desk, kind="paper", **fields):
    desk.others.says(RequestHelp, station_id="kiosk-1", help_kind=kind, **fields)
    desk.look()


def goes(desk):
    """Touch the card of the only task."""
    (task,) = desk.tasks
    desk.press(task.key.action, task.key.argument)


def test_one_touch_goes_and_prints_what_is_brought(desk):
    asks(desk, matter_id="m-pension")
    (task,) = desk.tasks
    assert (task.title, task.place) == ("送一张办事指南", "1号取号机 · 领养老金")
    assert task.key.label == "打出来送去"
    goes(desk)
    (paper,) = desk.papers
    assert paper.name == "guide"
    assert "领养老金" in paper.texts()
    assert len(desk.of(AcknowledgeHelp)) == 1
    assert "请拿好送过去" in desk.view.notice


def test_a_paper_that_does_not_come_out_is_not_looked_for_on_the_printer(desk):
    desk.paper = NO_PAPER
    asks(desk, matter_id="m-pension")
    goes(desk)
    assert "没打出来" in desk.view.notice


def test_glasses_are_brought_and_nothing_is_printed(desk):
    asks(desk, "glasses")
    assert desk.tasks[0].key.label == "我去"
    goes(desk)
    assert desk.papers == []


@pytest.mark.parametrize("matter_id", [None, "m-gone"])
def test_without_a_matter_the_guide_still_goes(desk, matter_id):
    asks(desk, matter_id=matter_id)
    goes(desk)
    assert len(desk.of(AcknowledgeHelp)) == 1
    assert desk.papers == []


def test_a_desk_without_such_a_printer_only_goes(open_desk):
    desk = open_desk(printer_id="")
    asks(desk, matter_id="m-pension")
    assert desk.tasks[0].key.label == "我去"
    goes(desk)
    assert desk.papers == []

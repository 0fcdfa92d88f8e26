from __future__ import annotations

from counter_display.resending import Resending
from hall.calls.messages import CallSpoken
from hall.help.messages import ReportDevice, StatusWord
from hall.kernel.messages import Command


def report(command_id: str, status: StatusWord) -> ReportDevice:
    return ReportDevice(
        command_id=command_id, station_id="board-1", device_id="speaker", status=status
    )


def test_a_lost_answer_is_asked_for_again_with_the_same_command():
    sent: list[Command] = []
    resending = Resending(sent.append)
    spoken = CallSpoken(command_id="one", station_id="board-1", ticket_id="t", call_no=1)
    resending.send(spoken)
    resending.not_answered(spoken)
    resending.link_back()
    resending.answered(spoken)
    resending.link_back()
    assert sent == [spoken, spoken]


def test_only_the_last_report_about_a_device_is_sent_again():
    sent: list[Command] = []
    resending = Resending(sent.append)
    lost, found = report("one", "offline"), report("two", "ready")
    resending.send(lost)
    resending.not_answered(lost)
    resending.send(found)
    resending.link_back()
    assert sent == [lost, found]

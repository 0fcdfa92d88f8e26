"""An emergency that is over leaves a record: times by the hall, the rest for the pen."""

from __future__ import annotations

from devices.papers import Paper, PaperText
from guide_desk.cases.views import PaperView
from guide_desk.views import TasksView
from hall.help.messages import AcknowledgeHelp, FinishHelp, NoteHelp, RequestHelp
from hall.help.model import RECORD_S
from hall.records.messages import KeepPaper


def words_on(paper: Paper) -> str:
    texts = (piece for page in paper.pages for piece in page.pieces if isinstance(piece, PaperText))
    return " ".join(piece.text for piece in texts)


def an_alarm(desk, **more: object) -> str:
    """Somebody is ill at a kiosk; a clerk goes, rings up and ends it."""
    asked = desk.others.says(RequestHelp, station_id="kiosk-1", help_kind="unwell", **more)
    help_id = str(asked.help.id)
    desk.waits(20)
    desk.others.says(AcknowledgeHelp, help_id=help_id, station_id="guide-1")
    desk.waits(30)
    for note in ("kept_still", "called_120"):
        desk.others.says(NoteHelp, help_id=help_id, note=note, station_id="guide-1")
    desk.waits(600)
    desk.others.says(FinishHelp, help_id=help_id, station_id="guide-1")
    desk.look()
    return help_id


def opens(desk) -> PaperView:
    (task,) = desk.tasks
    desk.press(task.key.action, task.key.argument)
    page = desk.view.page
    assert isinstance(page, PaperView)
    return page


def test_an_alarm_that_is_over_can_be_printed(desk):
    an_alarm(desk)
    (task,) = desk.tasks
    assert (task.title, task.tone, task.key.label) == ("身体不舒服，处理好了", "done", "打印记录")
    assert desk.rail("tasks").count == ""


def test_the_record_has_the_times_the_hall_noted(desk):
    ticket = desk.others.ticket()
    an_alarm(desk, ticket_id=ticket.id)
    assert opens(desk).head.title == "应急记录表"
    desk.press("record_print")
    (paper,) = desk.papers
    said = words_on(paper)
    for expected in ("09:40:00", "09:40:20", "09:40:50", "09:50:50", "老001", "1号取号机"):
        assert expected in said, expected
    assert "没有随便动他（09:40:50）" in said


def test_what_was_printed_is_put_away_and_not_offered_again(desk):
    an_alarm(desk)
    opens(desk)
    desk.press("record_print")
    assert desk.view.page.keys[0].action == "record_done"
    desk.press("record_done")
    assert isinstance(desk.view.page, TasksView)
    assert desk.tasks == ()


def test_a_printed_record_is_kept_sealed_under_its_alarm(desk):
    help_id = an_alarm(desk)
    opens(desk)
    desk.press("record_print")
    (kept,) = desk.of(KeepPaper)
    assert (kept.case_id, kept.paper) == (help_id, "emergency_record")
    assert desk.gateway.unseal(kept.blob_id).startswith(b"%PDF")


def test_one_that_was_only_looked_at_stays(desk):
    an_alarm(desk)
    opens(desk)
    desk.press("back")
    assert [task.tone for task in desk.tasks] == ["done"]
    desk.waits(RECORD_S)
    assert desk.tasks == ()


def test_a_slip_leaves_no_record(desk):
    desk.press("unwell")
    desk.press("alarm_take_back")
    desk.look()
    assert desk.tasks == ()


def test_the_record_of_an_exercise_says_so(desk):
    asked = desk.others.says(RequestHelp, station_id="guide-2", help_kind="unwell", drill=True)
    desk.look()
    desk.others.says(FinishHelp, help_id=asked.help.id, station_id="guide-2")
    desk.look()
    (task,) = desk.tasks
    assert task.title == "演练做完了"


def test_without_a_printer_it_can_be_read(open_desk):
    desk = open_desk(printer_id="")
    an_alarm(desk)
    page = opens(desk)
    assert [key.action for key in page.keys] == ["back"]


def test_while_it_goes_on_the_record_can_be_read_so_far(desk):
    asked = desk.others.says(RequestHelp, station_id="kiosk-1", help_kind="unwell")
    desk.waits(20)
    desk.others.says(AcknowledgeHelp, help_id=asked.help.id, station_id="guide-1")
    desk.look()
    (task,) = desk.tasks
    assert (task.key.action, task.note.label) == ("alarm_open", "看\n记录")
    desk.press(task.note.action, task.note.argument)
    page = desk.view.page
    assert isinstance(page, PaperView)
    assert page.head.title == "应急记录表"
    desk.press("back")
    assert [task.tone for task in desk.tasks] == ["unwell"]


def test_a_desk_that_was_switched_on_later_has_the_record_too(desk, open_desk):
    an_alarm(desk)
    later = open_desk()
    (task,) = later.tasks
    assert task.tone == "done"
    opens(later)
    later.press("record_print")
    later.press("record_done")
    desk.look()
    assert desk.tasks == (), "printed once, it is offered nowhere"

"""The guide reads what somebody wrote on the kiosk before she goes there."""

from __future__ import annotations

import pytest

from guide_desk.notes import READING_S
from guide_desk.views import NoteView, TasksView
from hall.client.local import LocalGateway
from hall.help.messages import RequestHelp
from hall.kernel.blobs import BlobRead
from hall.kernel.errors import HallUnreachable, NotAllowed
from hall.kernel.handwriting import Handwriting, handwriting_bytes

SHEET = Handwriting(
    width_mm=248.0, height_mm=200.0, pen_mm=3.4, strokes=((1203, 407, 1311, 407, 1523, 419),)
)


def writes(desk, kind: str = "help", station_id: str = "kiosk-1") -> str:
    """Somebody writes at a kiosk; returns the id of the request."""
    kiosk = LocalGateway(desk.hall, station_id)
    blob_id = kiosk.seal(handwriting_bytes(SHEET), "ink")
    said = desk.others.says(
        RequestHelp, station_id=station_id, help_kind=kind, note_blob_id=blob_id
    )
    desk.look()
    return str(said.help.id)


def opened(desk) -> NoteView:
    page = desk.turns_to("tasks").page
    assert isinstance(page, NoteView)
    return page


def on_record(desk) -> list[str]:
    hall = desk.hall
    events = [hall.parts.vocabulary.event(body) for *_, body in hall.events_after(0)]
    return [event.read_by for event in events if isinstance(event, BlobRead)]


def test_a_card_with_a_note_has_a_key_that_opens_it_large(desk):
    help_id = writes(desk)
    (task,) = desk.tasks
    assert (task.note.name, task.note.label) == ("help_1_note", "看\n写的字")
    assert task.key.label == "我去"
    desk.press("read_note", help_id)
    note = opened(desk)
    assert note.sheet == SHEET
    assert note.head.title == "1号取号机旁边的人写的"
    assert on_record(desk) == ["guide-1"]


def test_a_card_without_a_note_has_none(desk):
    desk.others.says(RequestHelp, station_id="kiosk-1", help_kind="help")
    desk.look()
    assert desk.tasks[0].note is None


def test_who_has_read_it_closes_it_and_nothing_stays(ink, desk):
    help_id = writes(desk)
    desk.press("read_note", help_id)
    assert opened(desk).done.label == "看过了"
    desk.press("note_done")
    assert isinstance(desk.view.page, TasksView)
    assert ink.left() == []


def test_reading_it_again_is_on_record_again(desk):
    help_id = writes(desk)
    for _ in range(2):
        desk.press("read_note", help_id)
        desk.press("note_done")
    assert on_record(desk) == ["guide-1", "guide-1"]


def test_a_double_tap_reads_it_once(desk):
    help_id = writes(desk)
    desk.press("read_note", help_id)
    desk.press("read_note", help_id)
    assert len(desk.read) == 1


def test_a_note_that_lies_open_closes_by_itself(desk):
    help_id = writes(desk)
    desk.press("read_note", help_id)
    desk.waits(READING_S - 1)
    assert opened(desk).sheet is not None
    desk.waits(1)
    assert isinstance(desk.view.page, TasksView)


def test_the_note_stays_at_hand_while_she_goes_there(desk):
    help_id = writes(desk)
    desk.press("go", help_id)
    (task,) = desk.tasks
    assert (task.tone, task.key, task.note.name) == ("going", None, "help_1_note")
    desk.press("read_note", help_id)
    assert opened(desk).sheet == SHEET


def test_a_number_in_the_hand_is_still_there_after_a_note(desk):
    desk.takes()
    help_id = writes(desk)
    desk.press("read_note", help_id)
    assert opened(desk)
    desk.press("note_done")
    assert desk.given.number is not None


def test_of_two_notes_the_one_asked_for_last_is_shown(desk):
    first, second = writes(desk), writes(desk, "unwell", "kiosk-2")
    desk.press("read_note", first)
    desk.press("read_note", second)
    assert opened(desk).head.title == "2号取号机旁边的人写的"
    desk.on.note_came("another", handwriting_bytes(SHEET))
    assert opened(desk).head.title == "2号取号机旁边的人写的"


def test_a_note_whose_time_is_over_says_so_and_what_to_do(desk):
    help_id = writes(desk)
    desk.waits(30 * 60)
    desk.turns_to("tasks")
    desk.press("read_note", help_id)
    assert "已经删了，请去问本人" in desk.view.notice
    assert isinstance(desk.view.page, TasksView)
    assert on_record(desk) == []


@pytest.mark.parametrize(
    ("fault", "said"),
    [(HallUnreachable("cut"), "请再点一次"), (NotAllowed("no"), "请找管理员")],
)
def test_a_hall_that_does_not_hand_it_out_is_said_and_it_can_be_asked_again(desk, fault, said):
    help_id = writes(desk)
    desk.fault = fault
    desk.press("read_note", help_id)
    assert said in desk.view.notice
    desk.fault = None
    desk.press("read_note", help_id)
    assert opened(desk).sheet == SHEET


def test_what_is_no_handwriting_is_not_drawn(desk):
    kiosk = LocalGateway(desk.hall, "kiosk-1")
    blob_id = kiosk.seal(b"\x89PNG\r\n\x1a\n", "picture")
    said = desk.others.says(
        RequestHelp, station_id="kiosk-1", help_kind="help", note_blob_id=blob_id
    )
    desk.look()
    desk.press("read_note", said.help.id)
    assert "打不开" in desk.view.notice


def test_while_it_is_on_its_way_that_is_said(desk):
    help_id = writes(desk)
    desk.turns_to("tasks")
    desk.on.press("read_note", help_id)
    note = desk.on.view(desk.utc).page
    assert isinstance(note, NoteView)
    assert (note.sheet, note.head.hint) == (None, "正在打开")


def test_nothing_of_it_is_printed(desk):
    help_id = writes(desk)
    desk.press("read_note", help_id)
    assert "1203" not in str(desk.view)

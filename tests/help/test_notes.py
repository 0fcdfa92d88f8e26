"""Who cannot say it writes it, and the note reaches the guide with the request."""

import pytest

from hall.help.messages import (
    AcknowledgeHelp,
    HelpAcknowledged,
    HelpNoteAdded,
    HelpRequested,
    RequestHelp,
)


def test_a_request_may_carry_a_note(hall):
    asked = hall.says(RequestHelp, station_id="kiosk-1", help_kind="help", note_blob_id="b-1")
    assert isinstance(asked, HelpRequested)
    assert asked.help.note_blob_id == "b-1"
    assert hall.look("guide", "").helps[asked.help.id].note_blob_id == "b-1"


def test_a_note_joins_the_request_that_waits_so_that_one_person_is_one_card(hall):
    asked = hall.says(RequestHelp, station_id="kiosk-1", help_kind="help")
    for blob_id in ("b-1", "b-2"):
        noted = hall.says(RequestHelp, station_id="kiosk-1", help_kind="help", note_blob_id=blob_id)
        assert isinstance(noted, HelpNoteAdded)
        assert noted.help.id == asked.help.id
        for board, station in (("guide", ""), ("kiosk", "kiosk-1")):
            (seen,) = hall.look(board, station).helps.values()
            assert seen.note_blob_id == blob_id


@pytest.mark.rules(help_escalate_s=60)
def test_a_note_does_not_make_who_waits_wait_longer(hall):
    asked = hall.says(RequestHelp, station_id="kiosk-1", help_kind="help")
    hall.advance(40)
    hall.says(RequestHelp, station_id="kiosk-1", help_kind="help", note_blob_id="b-1")
    hall.advance(20)
    seen = hall.look("guide", "").helps[asked.help.id]
    assert (seen.state, seen.note_blob_id) == ("escalated", "b-1")


@pytest.mark.parametrize(("station_id", "help_kind"), [("kiosk-2", "help"), ("kiosk-1", "unwell")])
def test_a_note_never_joins_somebody_elses_request(hall, station_id, help_kind):
    other = hall.says(RequestHelp, station_id=station_id, help_kind=help_kind)
    mine = hall.says(RequestHelp, station_id="kiosk-1", help_kind="help", note_blob_id="b-1")
    assert isinstance(mine, HelpRequested)
    assert hall.look("guide", "").helps[other.help.id].note_blob_id is None


def test_a_note_after_the_guide_has_set_out_calls_again(hall):
    first = hall.says(RequestHelp, station_id="kiosk-1", help_kind="help")
    gone = hall.says(AcknowledgeHelp, help_id=first.help.id, station_id="guide-1")
    assert isinstance(gone, HelpAcknowledged)
    second = hall.says(RequestHelp, station_id="kiosk-1", help_kind="help", note_blob_id="b-1")
    assert isinstance(second, HelpRequested)
    assert second.help.id != first.help.id


def test_who_writes_after_the_guide_has_set_out_stands_on_the_desk_once(hall):
    asks = {"station_id": "kiosk-1", "help_kind": "not_done"}
    first = hall.says(RequestHelp, **asks).help
    hall.says(AcknowledgeHelp, help_id=first.id, station_id="guide-1")
    second = hall.says(RequestHelp, note_blob_id="b-1", follows=first.id, **asks)
    assert isinstance(second, HelpRequested)
    assert list(hall.look("guide", "").helps) == [second.help.id]


def test_who_answers_a_request_still_has_its_note(hall):
    asked = hall.says(RequestHelp, station_id="kiosk-1", help_kind="help", note_blob_id="b-1")
    said = hall.says(AcknowledgeHelp, help_id=asked.help.id, station_id="guide-1")
    assert said.help.note_blob_id == "b-1"

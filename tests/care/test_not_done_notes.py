"""Who says that something could not be done and writes what it was is on the register once."""

from __future__ import annotations

from typing import Any

import pytest

from hall.care.not_done.messages import ReferNotDone
from hall.client.local import LocalGateway
from hall.help.messages import AcknowledgeHelp, HelpRequested, HelpView, RequestHelp
from hall.kernel.errors import NoLongerKept
from hall.kernel.handwriting import Handwriting, handwriting_bytes
from tests.helpers.facts import FACTS
from tests.helpers.halls import Story, open_local_hall

INK = handwriting_bytes(
    Handwriting(width_mm=248.0, height_mm=190.0, pen_mm=2.8, strokes=((1203, 407, 1311, 407),))
)
DESK = {"station_id": "guide-1"}
ASKS = {"station_id": "kiosk-1", "help_kind": "not_done"}


class Kiosk:
    """A kiosk at which somebody writes, and the hall behind it."""

    def __init__(self, hall: Any, clock: Any) -> None:
        self.hall, self.clock = hall, clock
        self.story = Story(LocalGateway(hall, "kiosk-1"))

    def asks(self, **more: Any) -> HelpView:
        said = self.story.says(RequestHelp, **(ASKS | more))
        assert isinstance(said, HelpRequested)
        return said.help

    def asks_and_a_guide_sets_out(self, **more: Any) -> HelpView:
        asked = self.asks(**more)
        self.goes(asked)
        return asked

    def goes(self, asked: HelpView) -> None:
        self.story.says(AcknowledgeHelp, help_id=asked.id, **DESK)

    def writes(self) -> str:
        return self.story.gateway.seal(INK, "ink")

    def register(self) -> list[Any]:
        return list(self.story.look("guide").not_done.values())

    def passes(self, seconds: float) -> None:
        self.clock.advance(seconds)
        self.hall.run_due()


@pytest.fixture
def kiosk(tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):
        yield Kiosk(hall, clock)


def test_what_is_written_after_the_guide_has_set_out_joins_the_entry_and_calls_again(kiosk):
    first = kiosk.asks_and_a_guide_sets_out()
    (before,) = kiosk.register()
    note = kiosk.writes()
    again = kiosk.asks(note_blob_id=note, follows=first.id)
    (entry,) = kiosk.register()
    assert (entry.id, entry.note_blob_id) == (before.id, note)
    (seen,) = kiosk.story.look("guide").helps.values()
    assert (seen.id, seen.note_blob_id) == (again.id, note), "the guide reads it on the way"
    kiosk.goes(again)
    assert [one.number for one in kiosk.register()] == [before.number]


def test_a_note_that_joined_is_kept_for_as_long_as_the_entry_is_open(kiosk):
    first = kiosk.asks_and_a_guide_sets_out()
    note = kiosk.writes()
    kiosk.asks(note_blob_id=note, follows=first.id)
    kiosk.passes(FACTS.handwriting_minutes * 60 + 1)
    (entry,) = kiosk.register()
    assert kiosk.story.gateway.unseal(note) == INK
    kiosk.story.says(ReferNotDone, entry_id=entry.id, to="bank", **DESK)
    with pytest.raises(NoLongerKept):
        kiosk.story.gateway.unseal(note)


def test_cash_that_is_said_after_the_note_is_known_of_the_same_entry(kiosk):
    first = kiosk.asks_and_a_guide_sets_out()
    again = kiosk.asks(note_blob_id=kiosk.writes(), follows=first.id)
    said = kiosk.story.says(RequestHelp, cash_refused=True, **ASKS)
    assert said.help.id == again.id
    (entry,) = kiosk.register()
    assert (entry.reason, entry.state) == ("cash_refused", "classified")


def test_a_note_nobody_answered_in_time_joins_the_entry_that_is_there(kiosk):
    kiosk.asks()
    kiosk.passes(61)
    (entry,) = kiosk.register()
    note = kiosk.writes()
    kiosk.story.says(RequestHelp, note_blob_id=note, **ASKS)
    assert [(one.id, one.note_blob_id) for one in kiosk.register()] == [(entry.id, note)]


@pytest.mark.parametrize("other", [{"station_id": "kiosk-2"}, {"help_kind": "help"}])
def test_a_note_never_joins_what_somebody_else_said(kiosk, other):
    """Whatever a kiosk says it follows: only what the same kiosk asked for the same."""
    kiosk.asks_and_a_guide_sets_out()
    foreign = kiosk.asks_and_a_guide_sets_out(**other)
    mine = kiosk.asks(note_blob_id=kiosk.writes(), follows=foreign.id)
    assert not any(one.note_blob_id for one in kiosk.register())
    kiosk.goes(mine)
    assert sum(one.source_id == mine.id for one in kiosk.register()) == 1


def test_the_next_one_at_the_same_kiosk_has_an_entry_of_their_own(kiosk):
    kiosk.asks_and_a_guide_sets_out()
    kiosk.asks_and_a_guide_sets_out(note_blob_id=kiosk.writes())
    assert [bool(one.note_blob_id) for one in kiosk.register()] == [False, True]


def test_no_note_takes_the_place_of_another(kiosk):
    old, new = kiosk.writes(), kiosk.writes()
    first = kiosk.asks_and_a_guide_sets_out(note_blob_id=old)
    kiosk.goes(kiosk.asks(note_blob_id=new, follows=first.id))
    assert {one.note_blob_id for one in kiosk.register()} == {old, new}


def test_what_is_archived_already_is_opened_anew(kiosk):
    first = kiosk.asks_and_a_guide_sets_out()
    (entry,) = kiosk.register()
    kiosk.story.says(ReferNotDone, entry_id=entry.id, to="bank", **DESK)
    note = kiosk.writes()
    kiosk.goes(kiosk.asks(note_blob_id=note, follows=first.id))
    assert [one.note_blob_id for one in kiosk.register()] == [note]

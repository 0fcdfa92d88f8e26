"""What chance may leave out of a morning, told on purpose: things the house comes to by itself.

Each story begins something of its own, so that it ends the same whatever else went on that day.
"""

from __future__ import annotations

from typing import Any

from hall.calls.messages import CallNext, CallTicket, MissTicket
from hall.care.follow_up.messages import RecordFollowUp
from hall.care.home_visits.messages import BookHomeVisit
from hall.care.mail.messages import AskForMailing, SendMailing
from hall.care.not_done.messages import ClassifyNotDone, OpenNotDone
from hall.care.pictures.messages import KeepPicture
from hall.help.box_messages import StockBox
from hall.help.messages import AcknowledgeHelp, FinishHelp, RequestHelp
from hall.kernel.clock import ManualClock
from hall.kernel.hall import Hall
from hall.kernel.handwriting import Handwriting, handwriting_bytes
from hall.kernel.outbox import queued
from hall.kernel.outbox_messages import NoteDelivery
from hall.records.messages import KeepDetail, KeepPaper
from hall.staff.messages import CheckedSignIn
from hall.tickets.messages import CancelTicket, ReturnTicket
from hall.visits.messages import (
    AdvanceCase,
    BeginVisit,
    CloseCase,
    DecideItem,
    EndVisit,
    MarkItem,
    MoveVisit,
    OpenCase,
    ReleaseVisit,
)
from tests.boards.acting import Helper
from tests.boards.caring import DELIVERIES
from tests.boards.saying import somebody_is_served_and_says_so
from tests.helpers.halls import Story, person
from tests.visits.papers import BANK

DESK: dict[str, Any] = {"station_id": "guide-1"}
KIOSK: dict[str, Any] = {"station_id": "kiosk-1"}
C1: dict[str, Any] = {"counter_id": "c1"}
SUBSIDY = "m-subsidy"
NOTE = handwriting_bytes(
    Handwriting(width_mm=248.0, height_mm=150.0, pen_mm=3.4, strokes=((1203, 407, 1311, 407),))
)
NOBODY_ELSE = "410199194903010034"
"""No other story has this card, so that no older case is opened by it."""
A_WHILE_S = 180.0
"""Longer than a call may go unheard, a call for help unanswered or a visit without an owner."""


class Leaver:
    """Whoever leaves things lying, and lets time pass."""

    def __init__(self, story: Story, hall: Hall, clock: ManualClock) -> None:
        self.story, self.hall, self.clock = story, hall, clock
        self.says = story.says

    def for_a_while(self) -> None:
        """Things that come to their end within minutes; nobody is at the first counter yet."""
        somebody_is_served_and_says_so(self.story)
        self.somebody_is_missed_twice()
        self.somebody_goes_home_from_the_counter()
        self.nobody_owns_a_visit_and_nobody_answers()
        self.somebody_guesses_a_pin()
        self.story.takes()
        self.says(CallNext, **C1)
        self.time_passes(A_WHILE_S)

    def for_days(self) -> None:
        """Things that lie for days."""
        self.an_emergency_is_over()
        self.papers_lie_under_the_camera()
        self.a_paper_is_to_follow()
        self.a_call_is_owed()
        self.messages_go_out()
        for day in ("2026-11-24", "2026-12-24"):
            some = {"item_id": "plaster", "quantity": 3, "expires_on": day}
            self.says(StockBox, **some, **DESK)
        entry = self.says(OpenNotDone, matter_id="m-pension", **DESK).entry
        self.says(ClassifyNotDone, entry_id=entry.id, reason="policy", **DESK)
        self.somebody_writes_what_could_not_be_done()
        Helper(self.story).acts_to_the_end()
        self.says(RequestHelp, help_kind="accompany", **KIOSK)

    def time_passes(self, seconds: float) -> None:
        self.clock.advance(seconds)
        self.hall.run_due()

    def somebody_is_missed_twice(self) -> None:
        self.story.takes()
        at = {**C1, "ticket_id": self.says(CallNext, **C1).ticket.id}
        self.says(MissTicket, **at)
        self.says(ReturnTicket, ticket_id=at["ticket_id"], **DESK)
        self.says(CallTicket, reason="x", **at)
        self.says(MissTicket, **at)

    def somebody_goes_home_from_the_counter(self) -> None:
        self.story.takes()
        called = self.says(CallNext, **C1).ticket
        self.says(CancelTicket, ticket_id=called.id, reason="x", **DESK)

    def nobody_owns_a_visit_and_nobody_answers(self) -> None:
        visit = self.says(BeginVisit, matter_id=SUBSIDY, **DESK).visit
        self.says(ReleaseVisit, visit_id=visit.id, **DESK)
        self.says(RequestHelp, help_kind="help", **KIOSK)
        note = self.story.gateway.seal(NOTE, "ink")
        self.says(RequestHelp, help_kind="help", note_blob_id=note, **KIOSK)

    def somebody_writes_what_could_not_be_done(self) -> None:
        """After the guide has set out already."""
        asks = {"help_kind": "not_done", "station_id": "kiosk-2"}
        first = self.says(RequestHelp, **asks).help
        self.says(AcknowledgeHelp, help_id=first.id, **DESK)
        note = self.story.gateway.seal(NOTE, "ink")
        self.says(RequestHelp, note_blob_id=note, follows=first.id, **asks)

    def somebody_guesses_a_pin(self) -> None:
        for _ in range(5):
            self.says(CheckedSignIn, staff_number="1003", right=False, **DESK)

    def an_emergency_is_over(self) -> None:
        asked = self.says(RequestHelp, help_kind="unwell", station_id="kiosk-2").help
        self.says(FinishHelp, help_id=asked.id, **DESK)
        record = self.story.gateway.seal(b"%PDF-1.7", "paper")
        self.says(KeepPaper, blob_id=record, paper="emergency_record", case_id=asked.id, **DESK)

    def papers_lie_under_the_camera(self) -> None:
        """One is handed in with its case, one lies there when the house closes."""
        for received in (True, False):
            visit = self.says(BeginVisit, matter_id=SUBSIDY, **DESK).visit
            at = {"visit_id": visit.id, **DESK}
            page = self.story.gateway.seal(b"\xff\xd8\xff a page", "picture")
            self.says(KeepPicture, blob_id=page, item_id=BANK, page=1, **at)
            if received:
                self.says(OpenCase, matter_id=SUBSIDY, **at)
                for item_id in "123456":
                    self.says(MarkItem, item_id=item_id, mark="ok", **at)
                self.says(AdvanceCase, step="receive", **at)

    def a_paper_is_to_follow(self) -> None:
        """And the card that opens this case is not shown again."""
        visit = self.says(
            BeginVisit, matter_id=SUBSIDY, visitor=person(number=NOBODY_ELSE), **DESK
        ).visit
        at = {"visit_id": visit.id, **DESK}
        self.says(MoveVisit, action="precheck", **at)
        self.says(MarkItem, item_id=BANK, mark="missing", **at)
        wish = {"item_id": BANK, "offer": "deferral", "taken": True, "due_on": "2026-11-25"}
        self.says(DecideItem, **wish, **at)

    def a_call_is_owed(self) -> None:
        """To two people: one is rung up in vain, the other not at all."""
        before = set(self.story.look("guide").follow_ups)
        for _ in range(2):
            visit = self.says(BeginVisit, matter_id=SUBSIDY, **DESK).visit
            self.says(MoveVisit, visit_id=visit.id, action="precheck", **DESK)
            case_id = self.story.look("guide").visits.visits[visit.id].case_id
            self.keeps_phone(case_id, "follow_up")
            self.says(EndVisit, visit_id=visit.id, **DESK)
            self.says(CloseCase, case_id=case_id, **DESK)
        owed = set(self.story.look("guide").follow_ups) - before
        self.says(RecordFollowUp, follow_up_id=min(owed), said="no_answer", **DESK)

    def messages_go_out(self) -> None:
        """Each ends in another way; and somebody is to be told of a visit to their home."""
        older = self.messages_waiting()
        for _ in DELIVERIES:
            asked = self.says(AskForMailing, matter_id=SUBSIDY, what="card", **DESK).mailing
            self.keeps_phone(asked.id, "mail")
            self.says(SendMailing, mailing_id=asked.id, item_number="XA12345678", **DESK)
        new = [one for one in self.messages_waiting() if one not in older]
        for message_id, delivery in zip(new, DELIVERIES, strict=True):
            self.says(NoteDelivery, message_id=message_id, delivery=delivery)
        self.says(
            BookHomeVisit, matter_id=SUBSIDY, day="2026-11-26", half="afternoon", channel="phone",
            grounds=("age",), **DESK,
        )  # fmt: skip

    def messages_waiting(self) -> list[str]:
        parts = self.hall.parts
        with parts.engine.connect() as connection:
            waiting = queued(connection, parts.facts.hall_id, limit=1000)
        return [one.message_id for one in waiting]

    def keeps_phone(self, case_id: str, purpose: str) -> None:
        phone = self.story.gateway.seal(b"130 0000 0000", "detail")
        why = {"detail": "phone", "basis": "consent", "purpose": purpose}
        self.says(KeepDetail, blob_id=phone, case_id=case_id, **why, **DESK)

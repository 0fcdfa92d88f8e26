"""Random mornings beyond the counter: visits at home, mailings, calls afterwards, messages."""

from __future__ import annotations

import copy
import random
from typing import Any

from hall.care.follow_up.messages import RecordFollowUp
from hall.care.home_visits.messages import (
    AssignHomeVisit,
    BookHomeVisit,
    CancelHomeVisit,
    ConfirmHomeVisit,
    FinishHomeVisit,
    HomeVisitBooked,
    MissHomeVisit,
    MoveHomeVisit,
    OfferOtherWay,
    StartHomeVisit,
)
from hall.care.mail.messages import (
    AskForMailing,
    CancelMailing,
    ReceiveMailing,
    ReturnMailing,
    SendMailing,
)
from hall.kernel.hall import Hall
from hall.kernel.message_port import Delivery
from hall.kernel.outbox import queued
from hall.kernel.outbox_messages import NoteDelivery
from hall.records.messages import KeepDetail
from hall.visits.messages import BeginVisit, CloseCase, EndVisit, MoveVisit
from tests.helpers.halls import Story

DELIVERIES: tuple[Delivery, ...] = ("sent", "not_sent", "refused")
_DAYS = ("2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27")


class Carer:
    """Whoever looks after people who are not in the hall; her chance is her own."""

    def __init__(self, story: Story, hall: Hall, chance: random.Random) -> None:
        self.story, self.hall, self.chance = story, hall, copy.deepcopy(chance)

    def at_work(self) -> None:
        self.chance.choice((self.a_home, self.a_home, self.a_letter, self.a_call, self.a_message))()

    def says(self, kind: Any, **fields: Any) -> Any:
        return self.story.says(kind, station_id="guide-1", **fields)

    def keeps_phone(self, of_id: str, purpose: str) -> None:
        blob_id = self.story.gateway.seal(b"130 0000 0000", "detail")
        why = {"detail": "phone", "basis": "consent", "purpose": purpose}
        self.says(KeepDetail, blob_id=blob_id, case_id=of_id, **why)

    def a_home(self) -> None:
        slot = {"day": self.chance.choice(_DAYS), "half": "morning"}
        booked = self.says(
            BookHomeVisit, matter_id="m-subsidy", channel="phone", grounds=("age",), **slot
        )
        if isinstance(booked, HomeVisitBooked):
            self.keeps_phone(booked.home_visit.id, "home_visit")
            if self.chance.random() < 0.4:
                self.a_whole_visit(booked.home_visit.id)
        self.says(OfferOtherWay, matter_id="m-relief", way="agency")
        for visit_id in self.some(self.board.home_visits):
            two = ("1001", "1002")
            wishes: tuple[tuple[Any, dict[str, Any]], ...] = (
                (ConfirmHomeVisit, {}),
                (AssignHomeVisit, {"staff_numbers": two}),
                (AssignHomeVisit, {"staff_numbers": two}),
                (StartHomeVisit, {}),
                (StartHomeVisit, {}),
                (FinishHomeVisit, {"result": "handled"}),
                (MissHomeVisit, {}),
                (MoveHomeVisit, slot),
                (CancelHomeVisit, {}),
            )
            command, fields = self.chance.choice(wishes)
            self.says(command, home_visit_id=visit_id, **fields)

    def a_whole_visit(self, visit_id: str) -> None:
        about = {"home_visit_id": visit_id}
        self.says(AssignHomeVisit, staff_numbers=("1001", "1002"), **about)
        self.says(ConfirmHomeVisit, **about)
        self.says(StartHomeVisit, **about)
        if self.chance.random() < 0.5:
            self.says(MissHomeVisit, **about)
        else:
            self.says(FinishHomeVisit, result="handled", **about)

    def a_letter(self) -> None:
        asked = self.says(AskForMailing, matter_id="m-subsidy", what="certificate")
        self.keeps_phone(asked.mailing.id, "mail")
        for mailing_id in self.some(self.board.mailings):
            wishes: tuple[tuple[Any, dict[str, Any]], ...] = (
                (SendMailing, {"item_number": "XA12345678"}),
                (ReceiveMailing, {}),
                (ReturnMailing, {}),
                (CancelMailing, {}),
            )
            command, fields = self.chance.choice(wishes)
            self.says(command, mailing_id=mailing_id, **fields)

    def a_call(self) -> None:
        visit = self.says(BeginVisit, matter_id="m-subsidy").visit
        self.says(MoveVisit, visit_id=visit.id, action="precheck")
        case_id = self.board.visits.visits[visit.id].case_id
        self.keeps_phone(case_id, "follow_up")
        self.says(EndVisit, visit_id=visit.id)
        self.says(CloseCase, case_id=case_id)
        for follow_up_id in self.some(self.board.follow_ups):
            said = self.chance.choice(["fine", "no_answer", "no_answer"])
            self.says(RecordFollowUp, follow_up_id=follow_up_id, said=said)

    def a_message(self) -> None:
        with self.hall.parts.engine.connect() as connection:
            waiting = queued(connection, self.hall.parts.facts.hall_id)
        for one in waiting:
            delivery = self.chance.choice(DELIVERIES)
            self.story.says(NoteDelivery, message_id=one.message_id, delivery=delivery)

    @property
    def board(self) -> Any:
        return self.story.look("guide")

    def some(self, entries: dict[str, Any]) -> list[str]:
        return self.chance.sample(sorted(entries), min(2, len(entries)))

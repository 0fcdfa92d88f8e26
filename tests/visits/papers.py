"""A hall whose matters ask for papers of every kind, and a guide who goes through them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec

from hall.calls.messages import FinishService, StartService
from hall.kernel.facts import HallFacts, MaterialFact, MatterSheetFact
from hall.visits.messages import BeginVisit, DecideItem, MarkItem, MoveVisit
from hall.visits.views import CaseView, EntryView, ItemView, VisitView
from tests.helpers.facts import FACTS, matter
from tests.helpers.halls import Telling, person

WANG, LI = "410199194005010016", "410199195005010024"
DESK = {"station_id": "guide-1"}
FORM, CARD, BOOK, BANK, PHOTO, INCOME = "123456"


def paper(plain: str, **flags: bool) -> MaterialFact:
    fact = MaterialFact(plain=plain, copies=1, deferrable=False, shareable=False)
    return msgspec.structs.replace(fact, **flags)


PAPERS = (
    paper("申请表", is_main=True),
    paper("身份证", is_main=True, identity_card=True),
    paper("户口本", is_main=True, shareable=True),
    paper("银行卡", deferrable=True),
    paper("一寸照片", deferrable=True, promise_allowed=True),
    paper("收入证明", shareable=True, promise_allowed=True, deferrable=True),
)
WITH_PAPERS: HallFacts = msgspec.structs.replace(
    FACTS,
    matters=(
        *FACTS.matters,
        matter(
            "m-subsidy",
            "高龄补贴",
            "other",
            days_promised=20,
            materials=PAPERS,
            sheet=MatterSheetFact(home_visit=True, mail_ok=True),
        ),
        matter("m-relief", "低保", "other", social_relief=True, materials=PAPERS),
        matter(
            "m-house",
            "房产过户",
            "other",
            true_intent_check=True,
            days_promised=5,
            materials=PAPERS[:2],
        ),
    ),
)


@dataclass
class Desk:
    """What a guide does at the desk, and what the desk's board shows."""

    hall: Telling

    @property
    def board(self) -> Any:
        return self.hall.look("guide", "").visits

    def visit_of(self, ticket_id: str) -> VisitView:
        found: VisitView | None = self.board.of_ticket(ticket_id)
        assert found is not None
        return found

    def visit(self, visit_id: str) -> VisitView:
        found: VisitView = self.board.visits[visit_id]
        return found

    def case(self, visit_id: str) -> CaseView:
        found: CaseView = self.board.cases[self.visit(visit_id).case_id]
        return found

    def item(self, visit_id: str, item_id: str) -> ItemView:
        return next(item for item in self.case(visit_id).items if item.id == item_id)

    def colours(self, visit_id: str) -> list[str]:
        return [item.colour for item in self.case(visit_id).items]

    def entries(self) -> list[EntryView]:
        return list(self.board.entries.values())

    def says(self, command: type, visit_id: str, **fields: Any) -> Any:
        return self.hall.says(command, visit_id=visit_id, **{**DESK, **fields})

    def greets(self, matter_id: str | None = None, **visitor: Any) -> VisitView:
        who = person(**visitor) if visitor else None
        begun = self.hall.says(BeginVisit, visitor=who, matter_id=matter_id, **DESK)
        found: VisitView = begun.visit
        return found

    def checks(self, matter_id: str = "m-subsidy", **visitor: Any) -> str:
        """Greet somebody and lay out the checklist; returns the visit's id."""
        visit = self.greets(matter_id, **visitor)
        self.says(MoveVisit, visit.id, action="precheck")
        return visit.id

    def finds_missing(self, visit_id: str, *item_ids: str) -> Any:
        for item_id in item_ids:
            said = self.says(MarkItem, visit_id, item_id=item_id, mark="missing")
        return said

    def decides(self, visit_id: str, item_id: str, offer: str, *, taken: bool, **more: Any) -> Any:
        return self.says(DecideItem, visit_id, item_id=item_id, offer=offer, taken=taken, **more)


def serve(hall: Telling, counter_id: str = "c1") -> str:
    """Call the next one and let the elder sit down; returns the ticket's id."""
    ticket = hall.calls(counter_id).ticket
    hall.says(StartService, counter_id=counter_id, ticket_id=ticket.id)
    return str(ticket.id)


def finish(hall: Telling, ticket_id: str, counter_id: str = "c1") -> Any:
    return hall.says(FinishService, counter_id=counter_id, ticket_id=ticket_id)

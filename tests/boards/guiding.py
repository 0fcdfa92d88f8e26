"""A guide of random mornings: greets, goes through papers, and does whatever guides do."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

from hall.calls.messages import MoveTicket
from hall.care.pictures.messages import DropPicture, KeepPicture
from hall.kernel.messages import Command
from hall.visits.messages import (
    AdvanceCase,
    BeginVisit,
    CloseCase,
    DecideAnew,
    DecideItem,
    EndVisit,
    HandOverVisit,
    IssueNotice,
    MarkItem,
    MoveVisit,
    NoticeIssued,
    OpenByCode,
    OpenCase,
    RecordCall,
    RecordPromiseCheck,
    RecordTrueIntention,
    ReferAway,
    ReleaseVisit,
    ResolveDeferral,
)
from hall.visits.views import VisitView
from tests.helpers.halls import Story, person

SUBSIDY = "m-subsidy"
ANSWERS = ("yes", "no", "unclear", "yes", "yes")


class Guide:
    """Random but repeatable, by the chance she is handed."""

    def __init__(self, story: Story, chance: random.Random) -> None:
        self.story, self.chance = story, chance
        self.code = "none"
        self.here: Mapping[str, VisitView] = {}

    def at_work(self) -> None:
        deeds = (
            self.greets,
            self.moves_on,
            self.papers,
            self.papers,
            self.only_the_form_is_missing,
            self.a_card_is_to_follow,
            self.advances,
            self.the_registers,
            self.lays_a_paper_under_the_camera,
        )
        visits = self.here = self.story.look("guide").visits.visits
        with_papers = [key for key, visit in visits.items() if visit.case_id is not None]
        chosen = with_papers if with_papers and self.chance.random() < 0.7 else [*visits, "none"]
        self.chance.choice(deeds)(self.chance.choice(chosen))

    def sends_elsewhere(self, ticket_ids: list[str]) -> None:
        """Now and then somebody who has just come waits for the wrong thing."""
        if len(ticket_ids) % 9 == 0:
            asked = {"ticket_id": ticket_ids[-1], "station_id": "guide-1"}
            self.story.says(MoveTicket, to_matter_id="m-special", **asked)

    def greets(self, visit_id: str) -> None:
        number = self.chance.choice([None, "410199194005010016", "410199195005010024"])
        wishes: Any = (
            (BeginVisit, {"matter_id": "m-subsidy"}),
            (BeginVisit, {"visitor": person(number=number, surname="王")}),
            (OpenByCode, {"code": self.code}),
            (OpenByCode, {"code": self.code, "visit_id": visit_id}),
        )
        self.says(*self.chance.choice(wishes))

    def moves_on(self, visit_id: str) -> None:
        wishes: Any = (
            (MoveVisit, {"action": self.chance.choice(["consult", "precheck", "fill", "wait"])}),
            (HandOverVisit, {"to_kind": "guide_desk"}),
            (HandOverVisit, {"to_kind": "helper", "to_id": "1002", "reason": "陪着"}),
            (ReleaseVisit, {}),
            (ReleaseVisit, {}),
            (EndVisit, {"gives_up_number": self.chance.random() < 0.2}),
            (ReferAway, {"to": "bank", "gives_up_number": self.chance.random() < 0.2}),
        )
        command, fields = self.chance.choice(wishes)
        self.says(command, {"visit_id": visit_id, **fields})

    def papers(self, visit_id: str) -> None:
        board = self.story.look("guide").visits
        case = board.cases.get(getattr(board.visits.get(visit_id), "case_id", None) or "")
        item = self.chance.choice(case.items) if case else None
        if item is None:
            self.says(OpenCase, {"visit_id": visit_id, "matter_id": "m-subsidy"})
            return
        taken = self.chance.random() < 0.6
        wishes: Any = (
            (MarkItem, {"item_id": item.id, "mark": self.chance.choice(["ok", "missing"])}),
            (DecideItem, {"item_id": item.id, "offer": item.offer or "notice", "taken": taken}),
            (IssueNotice, {}),
            (DecideAnew, {"item_id": item.id, "reason": "x"}),
        )
        command, fields = self.chance.choice(wishes)
        said = self.says(command, {"visit_id": visit_id, **fields})
        if isinstance(said, NoticeIssued):
            self.code = said.notice.code

    def only_the_form_is_missing(self, visit_id: str) -> None:
        at = {"visit_id": visit_id}
        for item_id in "23456":
            self.says(MarkItem, {"item_id": item_id, "mark": "ok", **at})
        self.says(MarkItem, {"item_id": "1", "mark": "missing", **at})
        said = self.says(IssueNotice, at)
        if isinstance(said, NoticeIssued):
            self.code = said.notice.code

    def a_card_is_to_follow(self, visit_id: str) -> None:
        self.says(MarkItem, {"visit_id": visit_id, "item_id": "4", "mark": "missing"})
        wish = {"item_id": "4", "offer": "deferral", "taken": True, "due_on": "2026-11-24"}
        self.says(DecideItem, {"visit_id": visit_id, **wish})

    def lays_a_paper_under_the_camera(self, visit_id: str) -> None:
        """Like at a kiosk, before a checklist is laid out, where somebody waits for that."""
        here = self.here.items()
        bare = [key for key, one in here if not one.case_id and one.matter_id == SUBSIDY]
        visit_id = self.chance.choice(bare) if bare else visit_id
        blob_id = self.story.gateway.seal(b"\xff\xd8\xff a page", "picture")
        about = {"blob_id": blob_id, "item_id": self.chance.choice("3456"), "page": 1}
        self.says(KeepPicture, {"visit_id": visit_id, **about})
        if self.chance.random() < 0.2:
            self.says(DropPicture, {"blob_id": blob_id})
        elif self.chance.random() < 0.5:
            self.says(OpenCase, {"visit_id": visit_id, "matter_id": SUBSIDY})

    def the_registers(self, _visit_id: str) -> None:
        entry_id = self.chance.choice([*self.story.look("guide").visits.entries, "none"])
        self.says(RecordCall, {"entry_id": entry_id, "outcome": "no_answer"})
        self.says(ResolveDeferral, {"entry_id": entry_id, "outcome": "brought"})
        self.says(RecordPromiseCheck, {"entry_id": entry_id, "outcome": "untrue"})

    def advances(self, visit_id: str) -> None:
        board = self.story.look("guide").visits
        case_id = getattr(board.visits.get(visit_id), "case_id", None) or "none"
        asked = {"answers": ANSWERS, "alone": True, "own_will": True}
        wishes: Any = (
            (AdvanceCase, {"visit_id": visit_id, "step": "receive"}),
            (AdvanceCase, {"visit_id": visit_id, "step": "accept"}),
            (AdvanceCase, {"visit_id": visit_id, "step": "handle"}),
            (RecordTrueIntention, {"visit_id": visit_id, **asked}),
            (CloseCase, {"case_id": case_id}),
        )
        self.says(*self.chance.choice(wishes))

    def says(self, command: type[Command], fields: dict[str, Any]) -> Any:
        return self.story.says(command, station_id="guide-1", **fields)

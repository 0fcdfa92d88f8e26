"""A guide who goes through papers at her desk, told as a story over a real hall."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from guide_desk.cases.mirror_views import MirrorView
from guide_desk.cases.views import ChecklistView, CodeView, PaperView, VisitsView
from guide_desk.views import GridView
from hall.boards.guide import GuideBoard
from hall.visits.views import CaseView
from tests.guide_desk.desk import Desk
from ui_kit.staff_views import KeyView


@dataclass
class Casework:
    """What the guide sees and does in the area 办事 of her desk."""

    desk: Desk

    @property
    def page(self) -> Any:
        return self.desk.turns_to("cases").page

    @property
    def visits(self) -> VisitsView:
        page = self.page
        assert isinstance(page, VisitsView)
        return page

    @property
    def checklist(self) -> ChecklistView:
        page = self.page
        assert isinstance(page, ChecklistView), page
        return page

    @property
    def paper(self) -> PaperView:
        page = self.page
        assert isinstance(page, PaperView), page
        return page

    @property
    def mirror(self) -> MirrorView:
        return self.desk.view.mirror

    @property
    def keys(self) -> dict[str, KeyView]:
        """Every key of the page by name."""
        page = self.page
        parts = ("rows", "cells", "answers", "foot", "keys", "letters", "turn", "beside")
        found = [one for part in parts for one in getattr(page, part, ())]
        keys = [getattr(one, "key", one) for one in found]
        keys += [getattr(page, one) for one in ("done", "keep") if hasattr(page, one)]
        return {key.name: key for key in keys}

    @property
    def next_key(self) -> str:
        """The words of the one green key."""
        (green,) = [key for key in self.keys.values() if key.mode == "next"]
        return green.label.replace("\n", "")

    @property
    def board(self) -> GuideBoard:
        board = self.desk.gateway.snapshot("guide", "guide-1").board
        assert isinstance(board, GuideBoard)
        return board

    @property
    def case(self) -> CaseView:
        (case,) = self.board.visits.cases.values()
        return case

    def touch(self, name: str) -> Any:
        """Touch a key of the page; it must be one that can be pressed."""
        key = self.keys[name]
        assert key.mode in ("can", "next", "chosen"), key
        self.desk.press(key.action, key.argument)
        return self.page

    def begins(self, matter_id: str = "m-subsidy", group: str = "other") -> ChecklistView:
        """Somebody comes without a number: three touches to their checklist."""
        self.touch("case_new")
        self.touch(f"group_{group}")
        while f"matter_{matter_id}" not in self.keys:
            self.touch("case_next")
        self.touch(f"matter_{matter_id}")
        return self.checklist

    def marks_all_there(self) -> None:
        while self.checklist.title in [one.plain for one in self.checklist.lines]:
            self.touch("item_ok")

    def takes(self) -> None:
        """Take the way that is offered; what follows later, on the day that is offered."""
        self.touch("item_take")
        if "day_take" in self.keys:
            self.touch("day_take")

    def types(self, code: str) -> None:
        """Type a code, turning to the other letters where they are needed."""
        for letter in code:
            if f"code_{letter}" not in self.keys:
                self.touch("code_letters")
            self.touch(f"code_{letter}")
        assert isinstance(self.page, CodeView)

    def labels(self) -> list[str]:
        page = self.page
        assert isinstance(page, GridView)
        return [key.label for key in page.cells]

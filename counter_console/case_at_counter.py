"""The case of whoever is at the counter: its page, and the question asked alone. Pure."""

from __future__ import annotations

from counter_console.panel_view import ask_panel
from counter_console.papers import papers_view, visit_here
from counter_console.views import PageName, PanelView, PapersView
from hall.boards.console import ConsoleBoard
from hall.calls.messages import FinishService
from hall.kernel.messages import Command, Event, Refusal
from hall.visits.messages import AdvanceCase, IntentionAnswer, RecordTrueIntention
from hall.visits.refusals import PapersMissing, TrueIntentionMissing
from ui_kit.asking import Asking
from ui_kit.strings import Strings

OF_A_VISIT: tuple[PageName, ...] = ("papers", "ask")
"""Pages that are about one person: they close when somebody else is at the counter."""


class CaseAtCounter:
    """What is remembered of a case while its number is at the counter."""

    def __init__(self, words: Strings, case_words: Strings) -> None:
        self._words = words
        self.case_words = case_words
        self._asking = Asking()
        self._asked_from: PageName = "papers"
        """Where the last question leads back to."""
        self._visit_id = ""

    @property
    def answers(self) -> tuple[IntentionAnswer, ...]:
        """What the elder has said so far."""
        return self._asking.answers

    def still_here(self, board: ConsoleBoard) -> bool:
        """Tell whether the one whose page lies open is at the counter."""
        visit = visit_here(board)
        return visit is not None and visit.id == self._visit_id

    def papers(self, board: ConsoleBoard, under_way: str) -> PapersView | None:
        """Return the page of the papers."""
        return papers_view(self._words, self.case_words, board, under_way)

    def question(self, under_way: str) -> PanelView:
        """Return what is to be asked now."""
        return ask_panel(self._words, self.case_words, self._asking, under_way)

    def turned(
        self, action: str, argument: str, page: PageName, board: ConsoleBoard | None
    ) -> PageName | None:
        """Return the page a press leads to; None for a press that is not about these pages."""
        visit = visit_here(board) if board is not None else None
        if action == "papers":
            if visit is None:
                return page
            self._visit_id = visit.id
            return "papers"
        if action == "ask":
            return self._ask(board, "papers") or page
        if page == "ask" and action == "ask_answer":
            self._asking = self._asking.told(argument)
            return page
        if page == "ask" and action == "back":
            before = self._asking.back()
            self._asking = before or Asking()
            return page if before is not None else self._asked_from
        return None

    def answered(
        self, command: Command, message: Event | Refusal, board: ConsoleBoard | None
    ) -> tuple[PageName | None, str]:
        """Return where the hall's answer leads, and the key of what is said of it.

        A refusal never ends in a line that only says no: it leads to the page that helps.
        """
        if isinstance(message, TrueIntentionMissing):
            from_desk = isinstance(command, FinishService)
            return self._ask(board, "desk" if from_desk else "papers"), ""
        if isinstance(message, PapersMissing):
            return "papers", ""
        if isinstance(message, Refusal):
            return None, ""
        if isinstance(command, RecordTrueIntention):
            return self._asked_from, "told_asked" if command.own_will else "told_unwilling"
        if isinstance(command, AdvanceCase):
            return None, f"told_{command.step}"
        return None, ""

    def _ask(self, board: ConsoleBoard | None, came_from: PageName) -> PageName | None:
        """Begin the questions; None where nobody is there to be asked."""
        visit = visit_here(board) if board is not None else None
        if visit is None:
            return None
        self._visit_id, self._asking, self._asked_from = visit.id, Asking(), came_from
        return "ask"

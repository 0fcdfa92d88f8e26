"""How the area cases goes on when the hall has done what was asked. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from guide_desk.cases.pages import CasePages
from guide_desk.cases.place import GREETS
from guide_desk.desk import Desk
from hall.boards.visits import due_first
from hall.kernel.messages import Command, Event, Refusal
from hall.visits.messages import (
    CaseAdvanced,
    CaseClosed,
    CaseOpened,
    DecisionUndone,
    EntryCalled,
    EntrySettled,
    ItemDecided,
    ItemMarked,
    MoveVisit,
    NoticeIssued,
    OpenCase,
    TrueIntentionRecorded,
    VisitBegun,
    VisitEnded,
    VisitHandedOver,
    VisitMoved,
)
from hall.visits.model import next_state
from hall.visits.refusals import AlreadyHere, ReasonNeeded
from hall.visits.views import CaseView, VisitView


class Answering:
    """Shows what comes next after each answer."""

    def __init__(self, desk: Desk, on: CasePages) -> None:
        self._desk, self._on = desk, on
        self._ways: dict[type[Event], Callable[[Any], None]] = {
            CaseOpened: self._opened,
            ItemMarked: self._looked_at,
            ItemDecided: self._decided,
            DecisionUndone: self._undone,
            NoticeIssued: self._noticed,
            TrueIntentionRecorded: self._asked,
            CaseAdvanced: self._advanced,
            VisitMoved: self._moved,
            VisitHandedOver: self._handed_over,
            VisitEnded: self._left,
            EntrySettled: self._settled,
            EntryCalled: self._called,
            CaseClosed: self._closed,
        }

    def answered(self, command: Command, message: Event | Refusal) -> None:
        """Go on after an answer; one of another area changes nothing."""
        on = self._on
        on.greeting.ended(command)
        if isinstance(message, VisitBegun) and command.command_id == on.beginning:
            on.beginning = ""
            self._begun(message.visit)
        elif isinstance(message, AlreadyHere) and command.command_id == on.beginning:
            on.open_visit(message.visit.id)
        elif isinstance(message, ReasonNeeded) and on.places.here.name == "items":
            on.places.go("why_anew")
        elif isinstance(message, Event) and type(message) in self._ways:
            self._ways[type(message)](message)

    def refused(self, command: Command) -> None:
        """A page that waited for the hall's yes is left."""
        on = self._on
        on.greeting.ended(command)
        if command.command_id == on.beginning:
            on.beginning = ""
        if isinstance(command, MoveVisit | OpenCase):
            on.stop_waiting()

    def _begun(self, visit: VisitView) -> None:
        """Show the papers; of who laid down a card without any, ask what they came for."""
        on = self._on
        if visit.case_id is not None:
            on.again.add(visit.id)
            self._desk.say("told_again")
        if on.places.here.name not in GREETS:
            return  # the guide has gone on meanwhile: the visit is on the list
        if visit.matter_id is not None:
            on.show_items(visit.id, None)
            on.errands.check(visit.id)
            return
        on.opening = visit.id
        on.places.home()
        on.places.go("visit" if visit.earlier_cases else "groups", visit_id=visit.id)

    def _opened(self, message: CaseOpened) -> None:
        on, visit = self._on, message.visit
        if message.again:
            on.again.add(visit.id)
            self._desk.say("told_again")
        if self._is_at(visit.id) or on.places.here.name == "code":
            on.show_items(visit.id, message.case)
        if next_state(visit.state, "precheck") is not None:
            on.errands.check(visit.id)

    def _looked_at(self, message: ItemMarked | ItemDecided) -> None:
        item = next(one for one in message.case.items if one.id == message.item_id)
        if not item.offer and item.colour != "open":
            self._on.go_on(message.case, item.id)

    def _decided(self, message: ItemDecided) -> None:
        """What was printed before is not all of it any more."""
        if message.taken:
            self._on.shelf.forget_printed(message.case.id)
        self._looked_at(message)

    def _undone(self, message: DecisionUndone) -> None:
        self._on.shelf.forget_printed(message.case.id)
        if self._on.places.here.name == "why_anew":
            self._on.places.back()

    def _noticed(self, message: NoticeIssued) -> None:
        case, notice = message.case, message.notice
        self._on.again.discard(message.visit_id)
        said = [one.plain for one in case.items if one.id in notice.could_have_been_said]
        if said:
            names = self._desk.words.get("list_mark").join(said)
            self._desk.say("could_have_been_said", names=names)
        self._show_paper("one_time_notice", message.visit_id, case)

    def _asked(self, message: TrueIntentionRecorded) -> None:
        del message  # what was said stands on the board
        if self._on.places.here.name == "ask":
            self._on.places.back()

    def _advanced(self, message: CaseAdvanced) -> None:
        self._show_paper("receipt", message.visit.id, message.case)

    def _show_paper(self, name: str, visit_id: str, case: CaseView) -> None:
        on = self._on
        if self._is_at(visit_id) and on.shelf.open(name, case, on.local()):
            on.places.go("paper")

    def _moved(self, message: VisitMoved) -> None:
        if message.visit.state == "waiting":
            self._desk.say("told_waiting", number=message.visit.number)
            self._leave(message.visit.id)

    def _handed_over(self, message: VisitHandedOver) -> None:
        if message.visit.owner_kind is None:
            self._desk.say("told_released")
            self._leave(message.visit.id)
        elif self._on.places.here.name == "visit":
            self._desk.say("told_mine")

    def _left(self, message: VisitEnded) -> None:
        self._desk.say("told_left")
        self._leave(message.visit.id)

    def _is_at(self, visit_id: str) -> bool:
        return self._on.places.here.visit_id == visit_id

    def _leave(self, visit_id: str) -> None:
        """Go back to the list, unless the guide is with somebody else by now."""
        if self._is_at(visit_id):
            self._on.places.home()

    def _settled(self, message: EntrySettled) -> None:
        on, entry = self._on, message.entry
        if on.places.here.entry_id != entry.id:
            return
        others = due_first(self._desk.hall.visits)
        if any(one.case_id == entry.case_id and one.id != entry.id for one in others):
            on.places.back_to("due")
        else:
            on.places.instead("close", case_id=entry.case_id)

    def _called(self, message: EntryCalled) -> None:
        """Somebody was rung up: the number is not needed any more."""
        on = self._on
        if on.places.here.name == "call" and on.places.here.entry_id == message.entry.id:
            on.phone.forget()
            on.places.back()
        self._desk.say("told_called")

    def _closed(self, _message: CaseClosed) -> None:
        self._desk.say("told_closed")
        self._on.places.back_to("due")

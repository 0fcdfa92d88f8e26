"""What a press of each key of the area 办事 does. Pure."""

from __future__ import annotations

from collections.abc import Callable

from guide_desk.cases.asking import Asking
from guide_desk.cases.checklist import SUM
from guide_desk.cases.code_pad import typed_on
from guide_desk.cases.errands import Seen
from guide_desk.cases.pages import CasePages
from guide_desk.cases.place import Place
from guide_desk.desk import Desk
from hall.visits.model import GUIDES_DESK, next_state

Deed = Callable[[str], None]


class Guiding:
    """Leads from page to page, and asks of the hall what the guide wants."""

    def __init__(self, desk: Desk, on: CasePages) -> None:
        self._desk, self._on = desk, on

    def deeds(self) -> dict[str, Deed]:
        """Return what each key does; those of a visit do nothing once it is over."""
        on, go = self._on, self._on.places.go
        of_visit: dict[str, Deed] = {
            "case_check": lambda _: self._check(),
            "case_mine": lambda _: on.errands.mine(self._at.visit_id),
            "case_release": lambda _: on.errands.release(self._at.visit_id),
            "case_choose": lambda _: go("groups"),
            "case_earlier": lambda _: self._earlier(),
            "case_more": lambda _: go("visit"),
            "case_refer": lambda _: go("refer"),
            "refer_to": self._refer,
            "case_leave": lambda _: go("leave"),
            "leave_as": self._leave,
            "case_number": lambda _: go("bands"),
            "case_band": self._number,
            "case_wait": lambda _: on.errands.wait(self._at.visit_id),
            "case_receive": lambda _: on.errands.receive(self._at.visit_id),
            "case_notice": lambda _: on.errands.notice(self._at.visit_id),
            "case_walk": lambda _: on.places.instead("items", item_id=on.first_item()),
            "item_go": lambda item_id: on.places.instead("items", item_id=item_id),
            "item_ok": lambda _: self._mark("ok"),
            "item_missing": lambda _: self._mark("missing"),
            "item_wrong": lambda _: go("faults"),
            "item_fault": self._fault,
            "item_take": self._take,
            "item_decline": lambda offer: self._decide(offer, taken=False),
            "case_ask": lambda _: self._ask(),
            "ask_answer": self._answer,
            "ask_will": self._will,
            "case_papers": lambda _: go("papers"),
            "paper_open": self._paper,
            "paper_by_hand": lambda _: go("by_hand"),
        }
        return {
            "case_visit": self._open_visit,
            "case_turn": lambda number: on.leaf.to(number, self._desk.now_s),
            "case_new": lambda _: go("groups", visit_id=""),
            "case_group": lambda group_id: go("matters", group_id=group_id),
            "case_matter": self._matter,
            "case_code": lambda _: self._ask_code(),
            "code_letter": self.type,
            "code_erase": lambda _: self._erase(),
            "code_open": lambda _: on.errands.by_code(on.code, self._at.visit_id),
            "case_due": lambda _: go("due"),
            "case_entry": lambda entry_id: go("entry", entry_id=entry_id),
            "entry_outcome": self._settle,
            "case_close": lambda _: on.due.close(self._at.case_id),
            "case_keep_open": lambda _: on.places.back_to("due"),
            "paper_print": lambda _: on.shelf.hand.print(),
            "paper_seen": lambda _: on.shelf.hand.seen(),
            "paper_done": lambda _: self._paper_done(),
            **{name: self._while_here(deed) for name, deed in of_visit.items()},
        }

    def back(self) -> bool:
        """Take one step back: the last answer of the questions, else the last page."""
        on = self._on
        if self._at.name == "ask" and (asking := on.asking.back()) is not None:
            on.asking = asking
            return True
        if self._at.name == "paper":
            on.shelf.hand.put_away()
        return on.places.back()

    def type(self, letter: str) -> None:
        """Take a letter of a code, from the page or a keyboard."""
        if self._at.name == "code":
            self._on.code = typed_on(self._on.code, letter)

    @property
    def _at(self) -> Place:
        return self._on.places.here

    def _while_here(self, deed: Deed) -> Deed:
        def done(argument: str) -> None:
            if self._on.visit() is not None:
                deed(argument)

        return done

    # from the list to the checklist

    def _open_visit(self, visit_id: str) -> None:
        on = self._on
        on.places.go("visit", visit_id=visit_id, item_id=SUM)
        if on.lies_open_here():
            on.show_items(visit_id, on.case())

    def _matter(self, matter_id: str) -> None:
        on, visit_id = self._on, self._at.visit_id
        if visit_id:
            on.show_items(visit_id, None)
            on.errands.lay_matter(visit_id, matter_id)
        elif not on.beginning:
            on.beginning = on.errands.begin(matter_id)

    def _check(self) -> None:
        on, visit = self._on, self._on.visit()
        if visit is None:
            return
        case = on.case()
        on.show_items(visit.id, case)
        if visit.owner_kind is None or visit.owner_id == GUIDES_DESK:
            on.errands.mine(visit.id)
        if next_state(visit.state, "precheck") is not None:
            on.errands.check(visit.id)
        elif case is None and visit.matter_id:
            on.errands.lay_matter(visit.id, visit.matter_id)

    def _earlier(self) -> None:
        on, visit = self._on, self._on.visit()
        if visit is None:
            return
        earlier = [one for one in visit.earlier_cases if one != visit.case_id]
        if earlier:
            on.show_items(visit.id, None)
            on.errands.lay_earlier(visit.id, earlier[0])

    def _ask_code(self) -> None:
        self._on.code = ""
        here = self._at
        self._on.places.go("code", visit_id=here.visit_id if here.name == "visit" else "")

    def _erase(self) -> None:
        self._on.code = self._on.code[:-1]

    # the papers, one after the other

    def _mark(self, mark: Seen) -> None:
        self._on.errands.mark(self._at.visit_id, self._at.item_id, mark)

    def _fault(self, fault: str) -> None:
        self._on.errands.mark(self._at.visit_id, self._at.item_id, "incorrect", fault)
        self._on.places.back()

    def _take(self, offer: str) -> None:
        """Take the way that is offered; what goes on the notice is written there with all others."""
        case = self._on.case()
        if offer == "notice" and case is not None:
            self._on.go_on(case, self._at.item_id)
            return
        self._decide(offer, taken=True)

    def _decide(self, offer: str, *, taken: bool) -> None:
        self._on.errands.decide(self._at.visit_id, self._at.item_id, offer, taken=taken)

    # what all of them add up to

    def _refer(self, to: str) -> None:
        self._on.errands.refer(self._at.visit_id, to, number=self._on.number_open())

    def _leave(self, outcome: str) -> None:
        self._on.errands.leave(self._at.visit_id, outcome, number=self._on.number_open())

    def _number(self, band: str) -> None:
        visit = self._on.visit()
        if visit is not None and visit.matter_id:
            self._on.errands.number(visit.id, visit.matter_id, band)

    def _ask(self) -> None:
        self._on.asking = Asking()
        self._on.places.go("ask")

    def _answer(self, answer: str) -> None:
        self._on.asking = self._on.asking.told(answer)

    def _will(self, will: str) -> None:
        on = self._on
        if on.asking.asked_all:
            own_will = will == "willing"
            on.errands.intention(self._at.visit_id, on.asking.answers, own_will=own_will)

    def _paper(self, name: str) -> None:
        case = self._on.case()
        if case is not None and self._on.shelf.open(name, case, self._on.local()):
            self._on.places.go("paper")

    def _paper_done(self) -> None:
        self._on.shelf.hand.put_away()
        self._on.places.back_to("items")

    def _settle(self, outcome: str) -> None:
        entry = self._on.entry()
        if entry is not None:
            self._on.due.settle(entry, outcome)

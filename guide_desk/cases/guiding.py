"""What a press of each key of the area cases does. Pure."""

from __future__ import annotations

from collections.abc import Callable

from devices.ports import IdCard
from guide_desk.cases.card import person_of
from guide_desk.cases.choosing import WHY_ANEW
from guide_desk.cases.code_pad import typed_on
from guide_desk.cases.due_day import first_day, moved
from guide_desk.cases.errands import Seen
from guide_desk.cases.pages import CasePages
from guide_desk.cases.phone import is_whole
from guide_desk.cases.place import CAMERA, GREETS, Place
from guide_desk.desk import Desk
from hall.visits.codes import LENGTH
from hall.visits.model import GUIDES_DESK, next_state
from ui_kit.asking import Asking

Deed = Callable[[str], None]
_ERASE, _ENTER = ("\b", "\x7f"), ("\r", "\n")


class Guiding:
    """Leads from page to page, and asks of the hall what the guide wants."""

    def __init__(self, desk: Desk, on: CasePages, area_id: str) -> None:
        self._desk, self._on, self._area_id = desk, on, area_id

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
            "day_move": self._move_day,
            "day_take": lambda day: self._decide("deferral", taken=True, due_on=day),
            "item_anew": lambda _: self._anew(),
            "anew_why": self._anew_why,
            "case_phone": lambda _: go("phone"),
            "case_ask": lambda _: self._ask(),
            "ask_answer": self._answer,
            "ask_will": self._will,
            "case_papers": lambda _: go("papers"),
            "paper_open": self._paper,
            "paper_by_hand": lambda _: go("by_hand"),
        }
        return {
            "case_visit": self._open_visit,
            "case_ticket": self._open_ticket,
            "case_turn": lambda number: on.leaf.to(number, self._desk.now_s),
            "case_new": lambda _: go("groups", visit_id=""),
            "case_group": lambda group_id: go("matters", group_id=group_id),
            "case_matter": self._matter,
            "case_code": lambda _: self._ask_code(),
            "code_letter": self._letter,
            "code_erase": lambda _: self._erase(),
            "code_open": lambda _: self._open_code(),
            "case_due": lambda _: go("due"),
            "case_entry": lambda entry_id: go("entry", entry_id=entry_id),
            "entry_outcome": self._settle,
            "entry_phone": lambda _: self._call(read=True),
            "entry_called": lambda _: self._call(read=False),
            "call_phone": lambda _: on.phone.read(on.case_id()),
            "call_outcome": self._called,
            "case_near": lambda case_id: go("near", case_id=case_id),
            "phone_yes": lambda _: self._ask_phone(),
            "phone_no": lambda _: self._no_phone(),
            "phone_digit": on.phone.type,
            "phone_erase": lambda _: on.phone.erase(),
            "phone_keep": lambda _: self._keep_phone(),
            "phone_withdraw": lambda _: self._withdraw(),
            "case_close": lambda _: on.due.close(self._at.case_id),
            "case_keep_open": lambda _: on.places.back_to("due"),
            "paper_print": lambda _: on.shelf.hand.print(),
            "paper_seen": lambda _: on.shelf.hand.seen(),
            "paper_fill": lambda _: on.shelf.want_card(),
            "paper_done": lambda _: self._paper_done(),
            **{name: self._while_here(deed) for name, deed in of_visit.items()},
        }

    def back(self) -> bool:
        """Take one step back: the last answer of the questions, else the last page."""
        on = self._on
        if self._at.name == "ask" and (asking := on.asking.back()) is not None:
            on.asking = asking
            return True
        on.phone.forget()
        on.phone.typed = ""
        if self._at.name == "paper":
            on.shelf.hand.put_away()
        if self._at.name in CAMERA:
            on.camera.leave()
        return on.places.back()

    def card(self, card: IdCard) -> bool:
        """Take a card: whom to greet, or whose name a paper bears; tells whether it was wanted."""
        on, held = self._on, self._on.shelf.hand.held
        case = on.case()
        if self._at.name == "paper" and on.shelf.filling and held is not None and case is not None:
            on.shelf.open(held.name, case, on.local(), person_of(self._desk.words, card))
            return True
        if self._at.visit_id or self._at.name not in GREETS:
            return False
        on.beginning = on.greeting.begin(card)
        return True

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
        """Show a visit, also when the key stands in another area."""
        self._on.open_visit(visit_id)
        self._desk.turn_to(self._area_id)

    def _open_ticket(self, ticket_id: str) -> None:
        board = self._desk.board
        visit = board.visits.of_ticket(ticket_id) if board else None
        if visit is not None:
            self._open_visit(visit.id)

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

    def _letter(self, letter: str) -> None:
        self._on.code = typed_on(self._on.code, letter)

    def _erase(self) -> None:
        self._on.code = self._on.code[:-1]

    def typed(self, text: str) -> None:
        """Take a key of a keyboard, or of a scanner that types, while a code is asked for."""
        if self._at.name == "phone_pad":
            self._typed_phone(text)
        if self._at.name != "code":
            return
        if text in _ERASE:
            self._erase()
        elif text in _ENTER:
            self._open_code()
        else:
            self._letter(text)

    def _open_code(self) -> None:
        if len(self._on.code) == LENGTH:
            self._on.errands.by_code(self._on.code, self._at.visit_id)

    # the papers, one after the other

    def _mark(self, mark: Seen) -> None:
        self._on.errands.mark(self._at.visit_id, self._at.item_id, mark)

    def _fault(self, fault: str) -> None:
        self._on.errands.mark(self._at.visit_id, self._at.item_id, "incorrect", fault)
        self._on.places.back()

    def _take(self, offer: str) -> None:
        """Take the way that is offered; a notice is written once, with all that is on it."""
        case = self._on.case()
        if offer == "notice" and case is not None:
            self._on.go_on(case, self._at.item_id)
        elif offer == "deferral" and case is not None:
            day = first_day(self._desk.hall.facts, case.matter_id, self._on.local().date())
            self._on.places.go("due_day", day=day.isoformat())
        else:
            self._decide(offer, taken=True)

    def _decide(self, offer: str, *, taken: bool, due_on: str = "") -> None:
        here = self._at
        self._on.errands.decide(here.visit_id, here.item_id, offer, taken=taken, due_on=due_on)

    def _move_day(self, way: str) -> None:
        facts, today = self._desk.hall.facts, self._on.local().date()
        self._on.places.instead("due_day", day=moved(facts, today, self._at.day, way))

    def _anew(self) -> None:
        """Take back what was decided; once somebody has signed for it, ask why."""
        item = self._on.item()
        if item is not None and self._on.is_signed(item):
            self._on.places.go("why_anew")
        else:
            self._anew_why("")

    def _anew_why(self, why: str) -> None:
        reason = self._desk.words.get(why) if why in WHY_ANEW else ""
        self._on.errands.decide_anew(self._at.visit_id, self._at.item_id, reason)

    # a telephone

    def _ask_phone(self) -> None:
        self._on.phone.typed = ""
        self._on.places.go("phone_pad")

    def _no_phone(self) -> None:
        self._on.phone.asked_no.add(self._on.case_id())
        self._on.places.back()

    def _keep_phone(self) -> None:
        on, case_id = self._on, self._on.case_id()
        if case_id and is_whole(on.phone.typed):
            on.phone.keep(case_id)
            on.places.back()
            on.places.back()
            self._desk.say("told_phone")

    def _withdraw(self) -> None:
        self._on.phone.withdraw(self._on.case_id())

    def _typed_phone(self, text: str) -> None:
        if text in _ERASE:
            self._on.phone.erase()
        elif text in _ENTER:
            self._keep_phone()
        else:
            self._on.phone.type(text)

    def _call(self, *, read: bool) -> None:
        self._on.places.go("call")
        if read:
            self._on.phone.read(self._on.case_id())

    def _called(self, outcome: str) -> None:
        entry = self._on.entry()
        if entry is not None:
            self._on.due.call(entry, outcome)

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

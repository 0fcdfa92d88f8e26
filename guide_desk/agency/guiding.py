"""Every page of the area by its place, and what a press of each key does. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from devices.ports import IdCard
from forms.papers.matters import NOBODY
from forms.papers.values import Person
from guide_desk.agency import beginning, pages
from guide_desk.agency.errands import Errands
from guide_desk.agency.place import Draft, Place, PlaceName, Places
from guide_desk.agency.report_page import PHONE, report_view
from guide_desk.agency.shelf import MANDATE, MandateShelf
from guide_desk.care.details import DetailHand
from guide_desk.care.writing import cleaned, is_enough, write_view
from guide_desk.cases.card import person_of
from guide_desk.company import helpers_of
from guide_desk.desk import Desk
from guide_desk.leaves import Turned
from guide_desk.shell_views import Page
from hall.care.agency.model import MandateKind
from hall.care.agency.views import MandateView

Deed = Callable[[str], None]


class Guiding:
    """Leads from page to page. `opening` is the command of a new mandate, `finding` of a card.

    `found` are the mandates a card has found; None shows all of them. `fresh` was just given: the
    answer comes before the board that has it.
    """

    def __init__(self, desk: Desk, area_id: str) -> None:
        self._desk, self._area_id = desk, area_id
        self.places, self.leaf = Places(), Turned()
        self.errands, self.shelf = Errands(desk), MandateShelf(desk)
        self.details = DetailHand(desk, "report")
        self.opening = self.finding = self.written = ""
        self.found: tuple[str, ...] | None = None
        self.fresh: MandateView | None = None
        self.utc = datetime.min.replace(tzinfo=UTC)
        self._pages: Mapping[PlaceName, Callable[[Place], Page | None]] = {
            "list": lambda _: pages.list_view(
                desk.words, desk.hall, self.today(), self.leaf.number, self.found
            ),
            "whose": lambda _: beginning.whose_view(desk.words, desk.hall, self.leaf.number),
            "groups": lambda _: beginning.groups_view(desk.words, desk.hall.facts),
            "matters": lambda here: beginning.matters_view(
                desk.words, desk.hall.facts, here.group_id, self.leaf.number
            ),
            "who": self._who_page,
            "handed": self._handed_page,
            "asked": lambda _: beginning.asked_view(
                desk.words, under_way=self.errands.opening
            ),
            "mandate": self._of_mandate(self._mandate_page),
            "step": self._of_mandate(
                lambda one: pages.step_view(desk.words, one, busy=self.errands.busy(one.id))
            ),
            "things": self._of_mandate(
                lambda one: pages.things_view(
                    desk.words, desk.hall.facts, one, self.places.here.chosen, self.leaf.number,
                    busy=self.errands.busy(one.id),
                )
            ),
            "lost": self._of_mandate(
                lambda one: pages.lost_view(desk.words, one, self.places.here.original_id)
            ),
            "report": self._of_mandate(self._report_page),
            "write": lambda _: write_view(desk.words, "agency", PHONE, self.written),
            "drop": self._of_mandate(
                lambda one: pages.drop_view(desk.words, drafted=one.state == "drafted")
            ),
            "papers": self._of_mandate(self.shelf.list_page),
            "paper": lambda _: self.shelf.page(),
            "by_hand": self._of_mandate(self.shelf.by_hand_page),
        }  # fmt: skip

    def page(self, utc: datetime) -> Page:
        """Return the page that is shown; one that has nothing to show any more is left."""
        self.utc = utc
        while (page := self._pages[self.places.here.name](self.places.here)) is None:
            self.back()
        return page

    def deeds(self) -> dict[str, Deed]:
        """Return what each key does."""
        on, go = self.places, self.places.go
        of_mandate: dict[str, Callable[[MandateView, str], None]] = {
            "agency_papers": lambda one, _: self._papers(one),
            "agency_signature": lambda one, _: self.errands.sign(one, "signature"),
            "agency_fingerprint": lambda one, _: self.errands.sign(one, "fingerprint"),
            "agency_step": lambda _one, _: go("step"),
            "agency_stepped": lambda one, step: self.errands.step(one.id, step),
            "agency_report": lambda _one, _: go("report"),
            "agency_reported": lambda one, result: self.errands.report(one.id, result),
            "agency_read": lambda one, _: self.details.read((one.id,)),
            "agency_write": lambda _one, _: self._write(),
            "agency_written": lambda one, _: self._wrote(one),
            "agency_things": lambda one, _: on.lay(Place("things", one.id)),
            "agency_thing": self._touch_thing,
            "agency_give_back": lambda one, _: self._give_back(one),
            "agency_lose": lambda one, _: self._lose(one),
            "agency_lost": lambda one, way: self.errands.settle_loss(
                one.id, self.places.here.original_id, way
            ),
            "agency_more": lambda one, _: self._more(one),
            "agency_change": lambda one, _: on.lay(
                Place("who", one.id, draft=Draft(agent_number=one.agent_number))
            ),
            "agency_drop": lambda _one, _: go("drop"),
            "agency_withdraw": lambda one, _: self.errands.withdraw(one.id),
            "agency_close": lambda one, _: self.errands.close(one.id),
            "agency_form": self._form,
            "agency_paper_by_hand": lambda _one, _: go("by_hand"),
        }
        return {
            "agency_open": self.open,
            "agency_turn": lambda number: self.leaf.to(number, self._desk.now_s),
            "agency_new": lambda _: self._begin(),
            "case_agent": self._from_visit,
            "agency_visit": self._visit,
            "agency_groups": lambda _: go("groups"),
            "agency_group": lambda group_id: on.lay(Place("matters", group_id=group_id)),
            "agency_matter": lambda matter_id: self._who(Draft(matter_id=matter_id)),
            "agency_helper": self._helper,
            "agency_by_family": lambda _: self._handed("", "family"),
            "agency_paper": self._paper,
            "agency_handed": lambda _: self._handed_over(),
            "agency_asked": self._asked,
            "agency_edited": self._edited,
            "agency_digit": lambda digit: self._edited(self.written + digit),
            "agency_erase": lambda _: self._edited(self.written[:-1]),
            "agency_paper_print": lambda _: self.shelf.hand.print(),
            "agency_paper_seen": lambda _: self.shelf.hand.seen(),
            "agency_paper_fill": lambda _: self._want_card(),
            "agency_paper_done": lambda _: self._paper_done(),
            **{name: self._with_mandate(deed) for name, deed in of_mandate.items()},
        }

    def open(self, mandate_id: str) -> None:
        """Show a mandate."""
        self.forget()
        self.places.open(mandate_id)

    def back(self) -> bool:
        """Take one step back; what was read of somebody is forgotten with their page."""
        here = self.places.here
        if here.name == "paper":
            self.shelf.hand.put_away()
        if here.name in ("report", "mandate"):
            self.details.forget()
        if here.name == "list" and self.found is not None:
            self.found = None
            return True
        return self.places.back()

    def forget(self) -> None:
        """Put away everything that is about one person."""
        self.details.forget()
        self.shelf.hand.put_away()
        self.found, self.written = None, ""
        self.leaf.back()

    def card(self, card: IdCard) -> bool:
        """Take a card: whose mandates to show, or whose name a paper bears."""
        here, held = self.places.here, self.shelf.hand.held
        mandate = self.mandate()
        if here.name == "paper" and self.shelf.filling and held is not None and mandate is not None:
            person = person_of(self._desk.words, card)
            self.details.keep(mandate.id, "name", card.name)
            self.shelf.open(held.name, mandate, self.local(), person)
            return True
        if here.name == "list":
            self.finding = self.errands.find(card.id_number)
            return True
        return False

    def mandate(self) -> MandateView | None:
        """Return the mandate the page is about."""
        mandate_id = self.places.here.mandate_id
        known = self._desk.hall.mandates.get(mandate_id)
        if known is not None or self.fresh is None:
            return known
        return self.fresh if self.fresh.id == mandate_id else None

    def local(self) -> datetime:
        """Return the time in the hall."""
        return self.utc.astimezone(ZoneInfo(self._desk.hall.facts.timezone))

    def today(self) -> str:
        """Return the date in the hall, ISO."""
        return self.local().date().isoformat()

    # the pages

    def _of_mandate(
        self, page: Callable[[MandateView], Page | None]
    ) -> Callable[[Place], Page | None]:
        def shown(_here: Place) -> Page | None:
            mandate = self.mandate()
            return page(mandate) if mandate is not None else None

        return shown

    def _mandate_page(self, mandate: MandateView) -> Page:
        desk = self._desk
        return pages.mandate_view(
            desk.words, desk.hall.facts, mandate, self.today(),
            printed=(mandate.id, MANDATE) in self.shelf.hand.came_out,
            busy=self.errands.busy(mandate.id),
        )  # fmt: skip

    def _report_page(self, mandate: MandateView) -> Page:
        desk = self._desk
        return report_view(
            desk.words, desk.hall.facts, mandate, self.details.known(mandate.id),
            kept=bool(self.details.kept((mandate.id,))), reading=self.details.waits,
            busy=self.errands.busy(mandate.id),
        )  # fmt: skip

    def _who_page(self, here: Place) -> Page:
        desk = self._desk
        return beginning.helpers_view(
            desk.words, desk.hall.facts, here.draft.agent_number, self.leaf.number,
            family=not here.mandate_id,
        )  # fmt: skip

    def _handed_page(self, here: Place) -> Page | None:
        matter = self._desk.hall.facts.matter(here.draft.matter_id)
        if matter is None:
            return None
        return beginning.handed_view(
            self._desk.words, matter, here.draft, self.leaf.number, more=bool(here.mandate_id)
        )

    # a new mandate

    def _begin(self) -> None:
        self.forget()
        self.places.home()
        here = [one for one in self._desk.hall.visits.visits.values() if one.matter_id]
        self.places.go("whose" if here else "groups")

    def _from_visit(self, visit_id: str) -> None:
        self.forget()
        self.places.home()
        self._visit(visit_id)
        self._desk.turn_to(self._area_id)

    def _visit(self, visit_id: str) -> None:
        visit = self._desk.hall.visits.visits.get(visit_id)
        if visit is not None and visit.matter_id:
            self._who(Draft(visit_id=visit_id, matter_id=visit.matter_id))

    def _who(self, draft: Draft) -> None:
        """Ask who acts, unless the law wants the person themselves."""
        matter = self._desk.hall.facts.matter(draft.matter_id)
        if matter is None or not matter.sheet.agent_ok:
            self._desk.say("agency_herself")
            return
        self.leaf.back()
        self.places.lay(Place("who", draft=draft))

    def _helper(self, number: str) -> None:
        mandate_id = self.places.here.mandate_id
        if all(one.number != number for one in helpers_of(self._desk.hall.facts)):
            return
        if mandate_id:
            self.errands.change(mandate_id, number)
            self.places.open(mandate_id)
        else:
            self._handed(number, "staff")

    def _handed(self, agent_number: str, kind: MandateKind) -> None:
        self.leaf.back()
        draft = replace(self.places.here.draft, agent_number=agent_number, kind=kind)
        self.places.lay(Place("handed", draft=draft))

    def _paper(self, material_id: str) -> None:
        here = self.places.here
        self.places.instead(replace(here, draft=here.draft.turned(material_id)))

    def _handed_over(self) -> None:
        here = self.places.here
        if not here.mandate_id:
            self.places.go("asked")
        elif here.draft.handed:
            self.errands.take(here.mandate_id, here.draft)
            self.places.open(here.mandate_id)

    def _asked(self, answer: str) -> None:
        if answer in beginning.ANSWERS and not self.errands.opening:
            self.opening = self.errands.open(
                self.places.here.draft,
                understands=answer != "guardian",
                asked_alone=answer != "together",
            )

    # one that goes on

    def _with_mandate(self, deed: Callable[[MandateView, str], None]) -> Deed:
        def done(argument: str) -> None:
            mandate = self.mandate()
            if mandate is not None:
                deed(mandate, argument)

        return done

    def _more(self, mandate: MandateView) -> None:
        self.leaf.back()
        draft = Draft(matter_id=mandate.matter_ids[0])
        self.places.lay(Place("handed", mandate.id, draft=draft))

    def _touch_thing(self, mandate: MandateView, original_id: str) -> None:
        one = mandate.original(original_id)
        if one is None:
            return
        if one.state == "held":
            here = self.places.here
            self.places.instead(replace(here, chosen=here.chosen ^ {original_id}))
        elif one.state in ("lost", "told"):
            self.places.lay(Place("lost", mandate.id, original_id=original_id))

    def _give_back(self, mandate: MandateView) -> None:
        for original_id in sorted(self.places.here.chosen, key=int):
            self.errands.give_back(mandate.id, original_id)
        self.places.instead(Place("things", mandate.id))

    def _lose(self, mandate: MandateView) -> None:
        chosen = self.places.here.chosen
        if len(chosen) == 1:
            (original_id,) = chosen
            self.errands.lose(mandate.id, original_id)
            self.places.instead(Place("things", mandate.id))

    def _write(self) -> None:
        self.written = ""
        self.places.go("write")

    def _edited(self, text: str) -> None:
        self.written = cleaned(PHONE, text)

    def _wrote(self, mandate: MandateView) -> None:
        if is_enough(PHONE, self.written):
            self.details.keep(mandate.id, "phone", self.written)
            self.written = ""
            self.places.back()
            self.details.forget()

    # its papers

    def _papers(self, mandate: MandateView) -> None:
        """Show the papers; of one that was not signed yet there is mostly the one to sign."""
        self.details.read((mandate.id,))
        self.places.go("papers")

    def _form(self, mandate: MandateView, name: str) -> None:
        known = self.details.known(mandate.id)
        person = NOBODY
        if known:
            person = Person(name=known.get("name", ""), contact=known.get("phone", ""))
        if self.shelf.open(name, mandate, self.local(), person):
            self.places.go("paper")

    def _want_card(self) -> None:
        self.shelf.filling = self.shelf.may_fill

    def _paper_done(self) -> None:
        self.shelf.hand.put_away()
        self.places.open(self.places.here.mandate_id)

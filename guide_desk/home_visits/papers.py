"""Papers of visits at home: one work order, or everything of a day in one stack. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from devices.papers import Paper
from forms.papers.care_values import HomeVisitDay, HomeVisitOrder, HomeVisitStop
from forms.papers.compose import compose
from forms.papers.loading import FormBook
from forms.papers.matters import application_of, form_of, head_of
from forms.papers.values import CheckedItem, Person
from guide_desk.cases.phone import spaced
from guide_desk.cases.signs import whole_day_words
from guide_desk.home_visits.telling import grounds_words, matter_words, slot_words, staff_words
from hall.care.home_visits.messages import HomeVisitView
from hall.kernel.facts import HallFacts
from hall.records.messages import Detail
from ui_kit.strings import Strings

DAY, ORDER, PACK = "home_visit_day", "home_visit_order", "home_visit_pack"
"""The first two are forms; the third is all of a day in one, named so on the record."""
Known = Mapping[str, Mapping[Detail, str]]
"""Visit -> what was read of it."""


@dataclass(frozen=True)
class PaperTools:
    """What papers are made with; `local` is the time in the hall."""

    book: FormBook
    words: Strings
    facts: HallFacts
    local: datetime


def order_paper(tools: PaperTools, visit: HomeVisitView, known: Mapping[Detail, str]) -> Paper:
    """Return the work order of one visit. Raises FormFault."""
    words, facts = tools.words, tools.facts
    matter, common = facts.matter(visit.matter_id), tools.book.common()
    materials = matter.materials if matter is not None else ()
    values = HomeVisitOrder(
        head=head_of(facts, _today(tools)),
        person=_person(known),
        when=slot_words(words, visit.day, visit.half),
        matter=matter_words(facts, visit),
        why=grounds_words(words, facts, visit),
        staff=staff_words(words, facts, visit),
        mind=known.get("note", ""),
        materials=tuple(
            CheckedItem(one.plain, form_of(one, common.matter))
            for one in materials
            if not one.shareable
        ),
        kit=tuple(CheckedItem(one) for one in facts.home_visits.kit),
    )
    return compose(tools.book, ORDER, values)


def pack_paper(
    tools: PaperTools, day: str, visits: Sequence[HomeVisitView], known: Known, title: str
) -> Paper:
    """Return the day's way, and for each visit its work order and its form to fill in by hand.

    Raises FormFault.
    """
    papers = [_day_paper(tools, day, visits, known)]
    common = tools.book.common()
    for visit in visits:
        told = known.get(visit.id, {})
        papers.append(order_paper(tools, visit, told))
        matter = tools.facts.matter(visit.matter_id)
        if matter is not None:
            head = head_of(tools.facts, _today(tools))
            form = application_of(matter, common.matter, head, _person(told))
            papers.append(compose(tools.book, "blank_form", form))
    return Paper(PACK, title, tuple(page for paper in papers for page in paper.pages))


def _day_paper(tools: PaperTools, day: str, visits: Sequence[HomeVisitView], known: Known) -> Paper:
    words, facts = tools.words, tools.facts
    mark = words.get("list_mark")
    values = HomeVisitDay(
        head=head_of(facts, _today(tools)),
        day=whole_day_words(words, day),
        stops=tuple(_stop(tools, visit, known.get(visit.id, {})) for visit in visits),
        kit=mark.join(facts.home_visits.kit),
    )
    return compose(tools.book, DAY, values)


def _stop(tools: PaperTools, visit: HomeVisitView, known: Mapping[Detail, str]) -> HomeVisitStop:
    words, facts = tools.words, tools.facts
    matter = facts.matter(visit.matter_id)
    materials = matter.materials if matter is not None else ()
    return HomeVisitStop(
        when=words.get(f"half_{visit.half}"),
        name=known.get("name") or words.get("home_no_name"),
        address=known.get("address", ""),
        phone=spaced(known.get("phone", "")),
        matter=matter_words(facts, visit),
        staff=staff_words(words, facts, visit),
        mind=known.get("note", ""),
        bring=words.get("list_mark").join(one.plain for one in materials if not one.shareable),
    )


def _person(known: Mapping[Detail, str]) -> Person:
    return Person(
        name=known.get("name", ""),
        address=known.get("address", ""),
        contact=spaced(known.get("phone", "")),
    )


def _today(tools: PaperTools) -> str:
    return whole_day_words(tools.words, tools.local.date().isoformat())

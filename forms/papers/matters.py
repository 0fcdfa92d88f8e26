"""From the facts of the hall to what guides, lists and applications say of a matter."""

from __future__ import annotations

from collections.abc import Callable

from forms.papers.form import MatterWords
from forms.papers.values import (
    Application,
    BringItem,
    ListedMatter,
    MatterGuide,
    PaperHead,
    Person,
    PublishedList,
)
from hall.kernel.facts import HallFacts, MaterialFact, MatterFact

NOBODY = Person("")
"""The person of a blank application."""


def head_of(facts: HallFacts, date: str, number: str = "", token: str = "") -> PaperHead:
    """Return the head of a paper; `date` is the local date in words, `token` a case's code."""
    return PaperHead(facts.name, facts.zone_name, facts.phone, date, number, token)


def guide_of(matter: MatterFact, words: MatterWords, head: PaperHead) -> MatterGuide:
    """Return how a matter is done: the values of `guide` and `bring_list`."""
    sheet = matter.sheet
    return MatterGuide(
        head=head,
        plain_name=matter.plain_name,
        name=sheet.name,
        condition=sheet.condition,
        materials=_to_bring(matter, words),
        spared=words.list_mark.join(m.plain for m in matter.materials if m.shareable),
        made_here=words.list_mark.join(m.plain for m in matter.materials if _made_here(m, words)),
        where=words.list_mark.join(sheet.accepted_at),
        department=sheet.department,
        days=days_of(matter, words),
        fee=fee_of(matter, words),
        agent=words.agent_yes if sheet.agent_ok else words.agent_no,
        home_visit=words.home_visit_yes if sheet.home_visit else "",
        mail=words.mail_yes if sheet.mail_ok else "",
        result=sheet.result,
        auto_grant=words.auto_grant if matter.auto_grant else "",
    )


def application_of(
    matter: MatterFact, words: MatterWords, head: PaperHead, person: Person = NOBODY
) -> Application:
    """Return an application for a matter, blank or filled from the card."""
    return Application(
        head=head,
        person=person,
        matter=matter.sheet.name,
        department=matter.sheet.department,
        plain_name=matter.plain_name,
        materials=_to_bring(matter, words),
    )


def list_of(
    facts: HallFacts,
    words: MatterWords,
    head: PaperHead,
    version: str,
    belongs: Callable[[MatterFact], bool],
) -> PublishedList:
    """Return the matters that belong to a list, in the order of the kiosk."""
    groups = {group.id: words.groups.get(group.id, group.name) for group in facts.groups}
    rows = tuple(
        ListedMatter(
            group=groups[matter.group],
            plain_name=matter.plain_name,
            name=matter.sheet.name,
            department=matter.sheet.department,
            where=words.list_mark.join(matter.sheet.accepted_at),
            days=days_of(matter, words),
            fee=matter.sheet.fee_text,
            condition=matter.sheet.condition,
            materials=words.list_mark.join(m.name for m in matter.materials if m.promise_allowed),
        )
        for matter in facts.matters
        if belongs(matter)
    )
    return PublishedList(head, version, rows)


LISTS: dict[str, Callable[[MatterFact], bool]] = {
    "matter_list": lambda _matter: True,
    "auto_grant_list": lambda matter: matter.auto_grant,
    "promise_list": lambda matter: any(m.promise_allowed for m in matter.materials),
    "home_visit_list": lambda matter: matter.sheet.home_visit,
}
"""Published list -> which matters belong to it."""


def days_of(matter: MatterFact, words: MatterWords) -> str:
    """Return how long a matter takes, in words."""
    if matter.days_promised is None:
        return words.days_unknown
    if matter.days_promised == 0:
        return words.on_the_spot
    many = words.working_days if matter.days_unit == "working_days" else words.calendar_days
    return many.format(days=matter.days_promised)


def fee_of(matter: MatterFact, words: MatterWords) -> str:
    """Return what a matter costs, and where it costs that cash and cards are both taken."""
    fee = matter.sheet.fee_text
    return words.pay.format(fee=fee) if matter.sheet.costs else fee


def form_of(material: MaterialFact, words: MatterWords) -> str:
    """Return in which form a paper is brought, in plain words."""
    form = words.forms.get(material.form, material.form)
    return form.format(copies=max(1, material.copies))


def _to_bring(matter: MatterFact, words: MatterWords) -> tuple[BringItem, ...]:
    """Return what must be carried, each with what makes it easier, in the order of the ladder."""
    return tuple(
        BringItem(m.plain, form_of(m, words), _relief(m, words))
        for m in matter.materials
        if not m.shareable and not _made_here(m, words)
    )


def _made_here(material: MaterialFact, words: MatterWords) -> bool:
    return not material.shareable and material.form in words.made_here


def _relief(material: MaterialFact, words: MatterWords) -> str:
    if material.promise_allowed:
        return words.promise
    return words.deferrable if material.deferrable else ""

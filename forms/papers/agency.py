"""From a mandate to its papers; what the archive keeps of one shows no whole ID number. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from forms.papers.agency_values import CustodyReceipt, HandedItem, MandatePaper
from forms.papers.form import CommonWords
from forms.papers.values import PaperHead, Person
from hall.care.agency.views import MandateView, OriginalView

_HEAD, _TAIL = 3, 4
"""Characters of an ID number that stay readable in the archive."""

SayDay = Callable[[str], str]
"""Says an ISO date or an ISO time of the hall as people do."""


def mandate_of(
    mandate: MandateView,
    words: CommonWords,
    *,
    head: PaperHead,
    person: Person,
    agent: str,
    badge: str,
    matters: str,
    report_days: int,
    say_day: SayDay,
) -> MandatePaper:
    """Return the mandate with the list of what is handed over; names not known are left blank."""
    family = mandate.kind == "family"
    return MandatePaper(
        head=head,
        person=person,
        agent=agent,
        agent_id_number="" if family else words.agency.badge_instead.format(badge=badge),
        matters=matters,
        until=say_day(mandate.term_on),
        told_every="" if family else words.agency.told_every.format(days=report_days),
        signs=mandate.signer,
        handed=tuple(handed_item(one, words, "") for one in mandate.originals),
    )


def receipt_over_of(
    mandate: MandateView,
    words: CommonWords,
    *,
    head: PaperHead,
    name: str,
    agent: str,
    matters: str,
    say_time: SayDay,
) -> CustodyReceipt:
    """Return the receipt for everything that was handed over and is not back."""
    here = tuple(one for one in mandate.originals if one.state == "held")
    handed = tuple(handed_item(one, words, say_time(one.taken_at)) for one in here)
    return CustodyReceipt(head, name, matters, agent, handed)


def receipt_back_of(
    mandate: MandateView,
    words: CommonWords,
    *,
    head: PaperHead,
    name: str,
    agent: str,
    matters: str,
    say_time: SayDay,
) -> CustodyReceipt:
    """Return the receipt for everything the principal has again, each with its time."""
    back = tuple(one for one in mandate.originals if one.given_back_at)
    handed = tuple(handed_item(one, words, say_time(one.given_back_at or "")) for one in back)
    return CustodyReceipt(head, name, matters, agent, handed)


def handed_item(one: OriginalView, words: CommonWords, when: str) -> HandedItem:
    """Return a thing as a list says it; what no list names has a line for the pen."""
    kinds = words.agency.originals if one.form == "original" else words.agency.copies
    name = one.plain or words.agency.other
    return HandedItem(name, kinds.format(count=one.count), when)


def names_of(matters: Collection[str], words: CommonWords) -> str:
    """Return the matters of a mandate in one line."""
    return words.matter.list_mark.join(matters)


def for_archive(paper: MandatePaper) -> MandatePaper:
    """Return the mandate as it is kept: the signed sheets have the numbers, the archive has not."""
    person = replace(paper.person, id_number=masked_number(paper.person.id_number))
    return replace(paper, person=person, agent_id_number=masked_number(paper.agent_id_number))


def masked_number(number: str) -> str:
    """Return an ID number with its middle hidden; what is no number stays as it is."""
    if len(number) <= _HEAD + _TAIL or not number[:-1].isdecimal():
        return number
    return number[:_HEAD] + "*" * (len(number) - _HEAD - _TAIL) + number[-_TAIL:]

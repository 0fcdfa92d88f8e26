"""From a case of the hall to the papers it gives out; the words for what is wrong are data."""

from __future__ import annotations

from collections.abc import Callable, Collection

from forms.papers.form import CommonWords
from forms.papers.matters import days_of, fee_of, form_of
from forms.papers.values import (
    AcceptanceNotice,
    CheckedItem,
    DeferralNotice,
    DeferredItem,
    MaterialsComplete,
    MissingItem,
    OneTimeNotice,
    PaperHead,
    Person,
    PrivacyNotice,
    PromisedItem,
    PromiseLetter,
    Receipt,
)
from hall.kernel.facts import HallFacts, MaterialFact, MatterFact
from hall.visits.views import CaseView, ItemView


def notice_of(
    case: CaseView,
    item_ids: Collection[str],
    matter: MatterFact,
    words: CommonWords,
    *,
    head: PaperHead,
    name: str,
    adviser: str,
) -> OneTimeNotice:
    """Return the one-time notice of the listed papers of a case."""
    missing = tuple(_missing(one, matter, words) for one in case.items if one.id in item_ids)
    return OneTimeNotice(head, name, matter.plain_name, missing, adviser)


def promise_of(
    case: CaseView,
    matter: MatterFact,
    words: CommonWords,
    *,
    head: PaperHead,
    person: Person,
    item_ids: Collection[str],
) -> PromiseLetter:
    """Return the promise that replaces the listed papers; the choice is left to the pen."""
    promised = tuple(
        PromisedItem(_official(one, matter), words.case.proves)
        for one in case.items
        if one.id in item_ids
    )
    return PromiseLetter(head, person, matter.plain_name, matter.sheet.department, promised)


def deferral_of(
    case: CaseView,
    matter: MatterFact,
    words: CommonWords,
    *,
    head: PaperHead,
    person: Person,
    adviser: str,
    say_day: Callable[[str], str],
) -> DeferralNotice:
    """Return the notice of what may follow; `say_day` says an ISO date as people do."""
    later = [(one, one.due_on) for one in case.items if one.decision == "deferral" and one.due_on]
    return DeferralNotice(
        head=head,
        person=person,
        matter=matter.plain_name,
        mode="accepted" if case.accepted_at else "received",
        deferred=tuple(
            DeferredItem(one.plain, _form(one, matter, words), say_day(due)) for one, due in later
        ),
        last_day=say_day(max(due for _, due in later)) if later else "",
        adviser=adviser,
    )


def complete_of(
    case: CaseView,
    matter: MatterFact,
    words: CommonWords,
    *,
    head: PaperHead,
    name: str,
    next_place: str,
    adviser: str,
    say_day: Callable[[str], str],
) -> MaterialsComplete:
    """Return what was looked at and is in order, each with how."""
    checked = _checked(case, words, say_day)
    return MaterialsComplete(head, name, matter.plain_name, checked, next_place, adviser)


def receipt_of(
    case: CaseView,
    matter: MatterFact,
    words: CommonWords,
    *,
    head: PaperHead,
    name: str,
    place: str,
    clerk: str,
    answer_by: str,
    say_day: Callable[[str], str],
) -> Receipt:
    """Return the receipt for what was taken in; `answer_by` is a day in words."""
    checked = _checked(case, words, say_day)
    return Receipt(head, name, matter.plain_name, checked, place, clerk, answer_by)


def acceptance_of(
    case: CaseView,
    matter: MatterFact,
    words: CommonWords,
    *,
    head: PaperHead,
    name: str,
    clerk: str,
    say_day: Callable[[str], str],
) -> AcceptanceNotice:
    """Return the notice that a case is accepted. The days run from its `accepted_at`."""
    sheet = matter.sheet
    return AcceptanceNotice(
        head=head,
        name=name,
        matter=matter.plain_name,
        department=sheet.department,
        accepted_on=head.date,
        days=days_of(matter, words.matter),
        done_by=say_day(case.promised_on) if case.promised_on else words.matter.days_unknown,
        result=sheet.result,
        fee=fee_of(matter, words.matter),
        clerk=clerk,
    )


def privacy_of(facts: HallFacts, words: CommonWords, head: PaperHead) -> PrivacyNotice:
    """Return the privacy paper with the figures that also drive the deletion."""
    until = words.visit_until_close if facts.forgets_at_close else words.visit_until_opening
    return PrivacyNotice(
        head, until, facts.handwriting_minutes, facts.papers_days, facts.details_days
    )


def _checked(
    case: CaseView, words: CommonWords, say_day: Callable[[str], str]
) -> tuple[CheckedItem, ...]:
    return tuple(
        CheckedItem(one.plain, how)
        for one in case.items
        if (how := _how_settled(one, words, say_day))
    )


def _how_settled(item: ItemView, words: CommonWords, say_day: Callable[[str], str]) -> str:
    """Say why a paper is no longer asked for; empty while it is."""
    if item.mark == "ok":
        return words.case.seen
    if item.decision == "deferral" and item.due_on:
        return words.case.deferred.format(day=say_day(item.due_on))
    settled = {"shared": words.case.shared, "promise": words.case.promised}
    return settled.get(item.decision, "")


def _missing(item: ItemView, matter: MatterFact, words: CommonWords) -> MissingItem:
    wrong = words.case.faults[item.fault or "missing"]
    return MissingItem(name=item.plain, wrong=wrong, remedy=_form(item, matter, words))


def _form(item: ItemView, matter: MatterFact, words: CommonWords) -> str:
    material = _material(item, matter)
    return form_of(material, words.matter) if material else words.case.bring_it


def _official(item: ItemView, matter: MatterFact) -> str:
    material = _material(item, matter)
    return material.name if material and material.name else item.plain


def _material(item: ItemView, matter: MatterFact) -> MaterialFact | None:
    """Find the paper of the list by the name it had when the case was opened."""
    return next((one for one in matter.materials if one.plain == item.plain), None)

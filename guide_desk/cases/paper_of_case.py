"""Which papers a case has by now, and each filled from it. Pure; names are left to the pen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from devices.papers import Paper
from forms.papers.cases import (
    acceptance_of,
    complete_of,
    deferral_of,
    notice_of,
    promise_of,
    receipt_of,
)
from forms.papers.compose import compose
from forms.papers.form import CommonWords
from forms.papers.loading import FormBook
from forms.papers.matters import NOBODY, application_of, guide_of, head_of
from forms.papers.samples import model_application
from forms.papers.values import PaperHead, PaperValues, Person, TrueIntention
from forms.slip_ticket import windows_of
from guide_desk.cases.signs import still_missing, whole_day_words
from hall.kernel.facts import HallFacts, MatterFact
from hall.visits.ladder import Rung
from hall.visits.views import CaseView
from ui_kit.strings import Strings

OF_CASE = (
    "one_time_notice",
    "complete",
    "deferral",
    "promise",
    "receipt",
    "acceptance",
    "true_intention",
)
"""Papers of one case: they go on its record."""
OF_MATTER = ("bring_list", "guide", "blank_form", "filled_sample")
"""Papers of the list, the same for everybody: nothing of them is kept."""
NAMING = frozenset({*OF_CASE, "blank_form"})
"""Papers somebody's name stands on."""


@dataclass(frozen=True)
class PaperDesk:
    """What papers are made with: the forms, the words of the desk, and the hall.

    `adviser` is who stands at the desk, `local` the time in the hall.
    """

    book: FormBook
    words: Strings
    facts: HallFacts
    adviser: str
    local: datetime


def papers_of(case: CaseView, matter: MatterFact) -> tuple[str, ...]:
    """Return the papers that make sense for a case as it stands, those of the case first."""
    there = {
        "one_time_notice": _decided(case, "notice"),
        "complete": not still_missing(case) and all(one.colour != "open" for one in case.items),
        "deferral": _decided(case, "deferral"),
        "promise": _decided(case, "promise"),
        "receipt": case.received_at is not None,
        "acceptance": case.accepted_at is not None,
        "true_intention": matter.true_intent_check,
    }
    return (*(name for name in OF_CASE if there[name]), *OF_MATTER)


@dataclass(frozen=True)
class CasePaper:
    """The case a paper is filled from.

    `person` is as the card says, where the elder wished it; else the pen writes it.
    """

    desk: PaperDesk
    case: CaseView
    matter: MatterFact
    person: Person = NOBODY

    @property
    def common(self) -> CommonWords:
        """The words all papers share."""
        return self.desk.book.common()

    @property
    def listed(self) -> PaperHead:
        """The head of a paper of the list: it belongs to no case."""
        return head_of(self.desk.facts, self.day(self.desk.local.date().isoformat()))

    @property
    def head(self) -> PaperHead:
        """The head of a paper of the case, with the code that opens it again."""
        return replace(self.listed, token=self.case.code or "")

    def day(self, iso: str) -> str:
        """Say an ISO date as it stands on a paper."""
        return whole_day_words(self.desk.words, iso)

    def decided(self, rung: Rung) -> tuple[str, ...]:
        """Return the items for which a way was taken."""
        return tuple(one.id for one in self.case.items if one.decision == rung)


def paper_of(of: CasePaper, name: str) -> Paper:
    """Compose a paper of a case. Raises FormFault for a form that cannot be used."""
    return compose(of.desk.book, name, _VALUES[name](of))


def _notice(of: CasePaper) -> PaperValues:
    number, ids = "", of.decided("notice")
    if of.case.notice is not None:
        number, ids = of.case.notice.number, of.case.notice.item_ids
    head = replace(of.head, number=number)
    return notice_of(
        of.case, ids, of.matter, of.common, head=head, name=of.person.name, adviser=of.desk.adviser
    )


def _complete(of: CasePaper) -> PaperValues:
    windows = windows_of(of.matter.queue, of.desk.facts, of.desk.words)
    return complete_of(
        of.case, of.matter, of.common, head=of.head, name=of.person.name, adviser=of.desk.adviser,
        next_place=windows or of.desk.facts.guide_desk, say_day=of.day,
    )  # fmt: skip


def _deferral(of: CasePaper) -> PaperValues:
    return deferral_of(
        of.case, of.matter, of.common, head=of.head, person=of.person, adviser=of.desk.adviser,
        say_day=of.day,
    )  # fmt: skip


def _promise(of: CasePaper) -> PaperValues:
    ids = of.decided("promise")
    return promise_of(of.case, of.matter, of.common, head=of.head, person=of.person, item_ids=ids)


def _receipt(of: CasePaper) -> PaperValues:
    return receipt_of(
        of.case, of.matter, of.common, head=of.head, name=of.person.name,
        place=of.desk.facts.guide_desk, clerk=of.desk.adviser, say_day=of.day,
        answer_by=of.day(of.case.answer_by) if of.case.answer_by
        else of.common.date_by_hand.strip(),
    )  # fmt: skip


def _acceptance(of: CasePaper) -> PaperValues:
    return acceptance_of(
        of.case, of.matter, of.common, head=of.head, name=of.person.name,
        clerk=of.desk.adviser, say_day=of.day,
    )  # fmt: skip


def _intention(of: CasePaper) -> PaperValues:
    """Return the record of what an elder said; their own words are written with the pen."""
    local = of.desk.local
    time = of.desk.words.get("clock", hour=local.hour, minute=f"{local.minute:02d}")
    return TrueIntention(
        head=of.head,
        person=of.person,
        matter=of.matter.plain_name,
        asked_at=f"{of.head.date} {time}",
        place=of.desk.facts.guide_desk,
        asked_by=of.desk.adviser,
        came_with="",
    )


_VALUES: Mapping[str, Callable[[CasePaper], PaperValues]] = {
    "one_time_notice": _notice,
    "complete": _complete,
    "deferral": _deferral,
    "promise": _promise,
    "receipt": _receipt,
    "acceptance": _acceptance,
    "true_intention": _intention,
    "bring_list": lambda of: guide_of(of.matter, of.common.matter, of.listed),
    "guide": lambda of: guide_of(of.matter, of.common.matter, of.listed),
    "blank_form": lambda of: application_of(of.matter, of.common.matter, of.listed, of.person),
    "filled_sample": lambda of: model_application(of.desk.book, of.matter, of.listed),
}
"""Form -> how it is filled."""


def _decided(case: CaseView, rung: Rung) -> bool:
    return any(one.decision == rung for one in case.items)

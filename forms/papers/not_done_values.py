"""What the papers of what could not be done are filled with; the list of a month names nobody."""

from __future__ import annotations

from dataclasses import dataclass

from forms.papers.values import PaperHead, Quiet


@dataclass(frozen=True, repr=False)
class NotDoneRecord(Quiet):
    """One entry, for the person to sign; what it was about is written by hand."""

    head: PaperHead
    opened: str
    heard: str
    matter: str
    department: str
    window: str
    came: str
    reason: str
    owner: str
    due: str
    result: str = ""
    replied: str = ""
    satisfaction: str = ""


@dataclass(frozen=True, repr=False)
class CountedReason(Quiet):
    """A reason class, and how often it was the reason."""

    reason: str
    count: int


@dataclass(frozen=True, repr=False)
class RepeatedItem(Quiet):
    """A matter and a reason that came back: how often in all, and the numbers of this month."""

    matter: str
    reason: str
    count: int
    numbers: str


@dataclass(frozen=True, repr=False)
class ListedNotDone(Quiet):
    """An entry in the list of a month."""

    number: str
    opened: str
    matter: str
    department: str
    window: str
    came: str
    heard: str
    reason: str
    state: str
    due: str
    result: str
    replied: str
    satisfaction: str


@dataclass(frozen=True, repr=False)
class NotDoneMonth(Quiet):
    """The list of a month: reasons, what came back, every entry; `none` where there is nothing."""

    head: PaperHead
    month: str
    opened: int
    settled: int
    referred: int
    overdue: int
    reasons: tuple[CountedReason, ...]
    repeated: tuple[RepeatedItem, ...]
    entries: tuple[ListedNotDone, ...]
    none: str = ""


NotDoneValues = NotDoneRecord | NotDoneMonth
NotDoneRow = CountedReason | RepeatedItem | ListedNotDone
NOT_DONE_VALUES: tuple[type[NotDoneValues], ...] = (NotDoneRecord, NotDoneMonth)

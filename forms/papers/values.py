"""What each paper is filled with: plain frozen values, handed in by whoever has the case open.

Texts are as people read them: local dates, plain names. An empty text leaves its line or field for
a pen. None of these values says anything in its repr.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


class Quiet:
    """A value that may hold a person: its repr says what it is and nothing of whom."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"


@dataclass(frozen=True, repr=False)
class PaperHead(Quiet):
    """What stands at the top and the foot of every paper.

    `number` is what people read out, `token` a random code that reopens the case; both are empty
    on published papers.
    """

    hall: str
    zone: str
    phone: str
    date: str
    number: str = ""
    token: str = ""


@dataclass(frozen=True, repr=False)
class Person(Quiet):
    """Whom a paper is about, as the card says it and only where the paper needs it."""

    name: str
    sex: str = ""
    ethnicity: str = ""
    birth_date: str = ""
    address: str = ""
    id_number: str = ""
    contact: str = ""


@dataclass(frozen=True, repr=False)
class MissingItem(Quiet):
    """One paper that is missing or wrong. `other_way` says whether a promise or time would do."""

    name: str
    wrong: str
    remedy: str
    where: str = ""
    other_way: str = ""


@dataclass(frozen=True, repr=False)
class CheckedItem(Quiet):
    """One paper that was seen and is in order, or was taken in."""

    name: str
    kind: str = ""
    note: str = ""


@dataclass(frozen=True, repr=False)
class PromisedItem(Quiet):
    """One paper a promise replaces, and what it would have proved."""

    name: str
    proves: str


@dataclass(frozen=True, repr=False)
class DeferredItem(Quiet):
    """One paper that may follow: in which form and until when."""

    name: str
    form: str
    due: str


@dataclass(frozen=True, repr=False)
class ListedMatter(Quiet):
    """A matter as it stands in a published list. `materials` are those the list is about."""

    group: str
    plain_name: str
    name: str
    department: str
    where: str
    days: str
    fee: str
    condition: str = ""
    materials: str = ""


@dataclass(frozen=True, repr=False)
class BringItem(Quiet):
    """One paper to bring, and what makes it easier."""

    plain: str
    form: str
    relief: str = ""


@dataclass(frozen=True, repr=False)
class OneTimeNotice(Quiet):
    """Everything that is missing, told once."""

    head: PaperHead
    name: str
    matter: str
    missing: tuple[MissingItem, ...]
    adviser: str


@dataclass(frozen=True, repr=False)
class MaterialsComplete(Quiet):
    """The papers were seen and are complete."""

    head: PaperHead
    name: str
    matter: str
    materials: tuple[CheckedItem, ...]
    next_place: str
    adviser: str


@dataclass(frozen=True, repr=False)
class PromiseLetter(Quiet):
    """A promise in place of papers. `choice` is the person's; empty leaves it to the pen."""

    head: PaperHead
    person: Person
    matter: str
    department: str
    promised: tuple[PromisedItem, ...]
    choice: Literal["", "promise", "no_promise"] = ""


@dataclass(frozen=True, repr=False)
class DeferralNotice(Quiet):
    """The case is taken although something that is not a main paper is still to come."""

    head: PaperHead
    person: Person
    matter: str
    mode: Literal["accepted", "received"]
    deferred: tuple[DeferredItem, ...]
    last_day: str
    adviser: str


@dataclass(frozen=True, repr=False)
class Receipt(Quiet):
    """What was taken in. Receiving is not yet accepting."""

    head: PaperHead
    name: str
    matter: str
    materials: tuple[CheckedItem, ...]
    place: str
    clerk: str
    answer_by: str


@dataclass(frozen=True, repr=False)
class AcceptanceNotice(Quiet):
    """The case is accepted: the promised days run from `accepted_on`."""

    head: PaperHead
    name: str
    matter: str
    department: str
    accepted_on: str
    days: str
    done_by: str
    result: str
    fee: str
    clerk: str


@dataclass(frozen=True, repr=False)
class PublishedList(Quiet):
    """A list of matters, sorted by group. `version` says which list it is."""

    head: PaperHead
    version: str
    matters: tuple[ListedMatter, ...]


@dataclass(frozen=True, repr=False)
class MatterGuide(Quiet):
    """How one matter is done; an empty text means that there is nothing to say.

    `materials` must be carried; `spared` the authorities share, `made_here` is made in the hall.
    """

    head: PaperHead
    plain_name: str
    name: str
    condition: str
    materials: tuple[BringItem, ...]
    where: str
    department: str
    days: str
    fee: str
    agent: str
    home_visit: str
    mail: str
    result: str
    spared: str = ""
    made_here: str = ""
    auto_grant: str = ""


@dataclass(frozen=True, repr=False)
class Application(Quiet):
    """An application; every field of the person may be empty."""

    head: PaperHead
    person: Person
    matter: str
    department: str
    plain_name: str
    materials: tuple[BringItem, ...]


@dataclass(frozen=True, repr=False)
class TrueIntention(Quiet):
    """What an elder, asked alone, said of their own will."""

    head: PaperHead
    person: Person
    matter: str
    asked_at: str
    place: str
    asked_by: str
    came_with: str
    told_matter: str = ""
    own_wish: str = ""
    pressed: str = ""
    knows_effect: str = ""
    goes_on: str = ""


@dataclass(frozen=True, repr=False)
class EmergencyRecord(Quiet):
    """Times of a sudden illness, as they were recorded; `whom` is a number or a form of address."""

    head: PaperHead
    kind: Literal["real", "drill"]
    place: str
    whom: str
    raised_by: str
    raised_at: str
    seen_at: str
    ambulance_at: str = ""
    box_at: str = ""
    arrived_at: str = ""
    family_at: str = ""
    ended_at: str = ""
    what_happened: str = ""
    staff: str = ""


@dataclass(frozen=True, repr=False)
class LoanRecord(Quiet):
    """A thing lent without deposit."""

    head: PaperHead
    ticket: str
    thing: str
    thing_number: str
    lent_at: str
    lent_by: str


@dataclass(frozen=True, repr=False)
class PrivacyNotice(Quiet):
    """Which personal data are used here, and how long; the figures are the hall's settings.

    `visit_kept` is the sentence about the visit: gone at close, or before the next day opens.
    """

    head: PaperHead
    visit_kept: str
    note_minutes: int
    papers_days: int
    details_days: int


PaperValues = (
    OneTimeNotice
    | MaterialsComplete
    | PromiseLetter
    | DeferralNotice
    | Receipt
    | AcceptanceNotice
    | PublishedList
    | MatterGuide
    | Application
    | TrueIntention
    | EmergencyRecord
    | LoanRecord
    | PrivacyNotice
)

VALUES: Mapping[str, type[PaperValues]] = {
    one.__name__: one
    for one in (
        OneTimeNotice,
        MaterialsComplete,
        PromiseLetter,
        DeferralNotice,
        Receipt,
        AcceptanceNotice,
        PublishedList,
        MatterGuide,
        Application,
        TrueIntention,
        EmergencyRecord,
        LoanRecord,
        PrivacyNotice,
    )
}
"""Name in a form's `values` -> the class."""

PaperRow = MissingItem | CheckedItem | PromisedItem | DeferredItem | ListedMatter | BringItem

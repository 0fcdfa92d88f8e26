"""What the papers of visits at home, of calls afterwards and of mailing are filled with."""

from __future__ import annotations

from dataclasses import dataclass

from forms.papers.values import CheckedItem, PaperHead, Person, Quiet


@dataclass(frozen=True, repr=False)
class HomeVisitStop(Quiet):
    """One home of a day's way, in the order in which they lie on the list.

    `when` is the half of the day, `matter` the plain name. `mind` says what to mind of the person,
    `bring` which papers they are to have at hand.
    """

    when: str
    name: str
    address: str
    phone: str
    matter: str
    staff: str
    mind: str = ""
    bring: str = ""


@dataclass(frozen=True, repr=False)
class HomeVisitDay(Quiet):
    """All homes of one day. `day` is that day in words, `kit` what those who go take along."""

    head: PaperHead
    day: str
    stops: tuple[HomeVisitStop, ...]
    kit: str


@dataclass(frozen=True, repr=False)
class HomeVisitOrder(Quiet):
    """The work order of one visit; what came of it is left to the pen.

    `when` is day and half of the day, `staff` who goes, with badges. `materials` are the papers the
    person is to have at hand, `kit` what those who go take along.
    """

    head: PaperHead
    person: Person
    when: str
    matter: str
    why: str
    staff: str
    mind: str
    materials: tuple[CheckedItem, ...]
    kit: tuple[CheckedItem, ...]
    result: str = ""


@dataclass(frozen=True, repr=False)
class FollowUpRecord(Quiet):
    """One call afterwards. `outcome` is empty before it was made."""

    head: PaperHead
    matter: str
    closed_on: str
    called_at: str
    caller: str
    tries: str
    outcome: str = ""
    wish: str = ""


@dataclass(frozen=True, repr=False)
class MailRecord(Quiet):
    """One mailing. What is not known yet is left to the pen."""

    head: PaperHead
    name: str
    address: str
    contact: str
    matter: str
    what: str
    asked_on: str
    staff: str
    item_number: str = ""
    sent_on: str = ""
    ended: str = ""


CareValues = HomeVisitDay | HomeVisitOrder | FollowUpRecord | MailRecord
CARE_VALUES: tuple[type[CareValues], ...] = (
    HomeVisitDay,
    HomeVisitOrder,
    FollowUpRecord,
    MailRecord,
)
CareRow = HomeVisitStop

"""Words of what is kept of a case. Papers and details themselves are sealed blobs."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from hall.kernel.messages import Command, Event, Refusal
from hall.tickets.messages import Short

Detail = Literal["name", "id_number", "address", "phone", "note"]
"""A `note` says what to mind of a person: hard of hearing, which dialect, who opens the door."""
Basis = Literal["duty", "consent"]
"""Why a detail may be kept: a paper of the case needs it by law, or the person said yes."""
Purpose = Literal["paper", "remind", "report", "mail", "home_visit", "follow_up"]
EMERGENCY_RECORD = "emergency_record"
"""The one paper that belongs to a request for help instead of a case."""
PaperName = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z_]{0,39}$")]


class PaperView(msgspec.Struct, frozen=True, kw_only=True):
    """A paper that was printed; its PDF is the blob of this id. `printed_at` is UTC, ISO 8601.

    `case_id` is the case it belongs to; of the record of an emergency the request for help, of
    papers of a visit at home or of a mailing that visit or mailing.
    """

    blob_id: str
    case_id: str
    paper: str
    printed_at: str


class DetailView(msgspec.Struct, frozen=True, kw_only=True):
    """That a detail is kept, and why; what it says is the blob of this id."""

    blob_id: str
    case_id: str
    detail: Detail
    basis: Basis
    purpose: Purpose


class KeepPaper(Command):
    """A paper of a case, or the record of an emergency, was printed; its PDF is `blob_id`."""

    blob_id: Short
    case_id: Short
    paper: PaperName
    station_id: Short | None = None
    counter_id: Short | None = None


class KeepDetail(Command):
    """A detail is needed for a case; it was sealed as `blob_id`. It takes the place of the last."""

    blob_id: Short
    case_id: Short
    detail: Detail
    basis: Basis
    purpose: Purpose
    station_id: Short | None = None
    counter_id: Short | None = None


class WithdrawConsent(Command):
    """The person does not want it any more: what was kept by consent goes at once."""

    case_id: Short
    station_id: Short | None = None
    counter_id: Short | None = None


class ForgetDetails(Command):
    """Nothing is needed of the person any more: the case is closed, the visit at home was made.

    `but` names purposes that outlive it, `only` those that are over; empty is all.
    """

    case_id: Short
    but: tuple[Purpose, ...] = ()
    only: tuple[Purpose, ...] = ()


class KeepTelephoneLonger(Command):
    """A case goes on or is closed: whoever is to be rung up afterwards can be, when it is time."""

    case_id: Short


class ForgetLostDetails(Command):
    """A sealed blob is over: what lay in it is kept no more, whatever its case does."""


class WriteReminder(Command):
    """A paper is to follow soon; whoever left a telephone for that is written to."""

    case_id: Short
    due_on: Short


class PaperKept(Event):
    """A paper is on record."""

    kept: PaperView


class DetailKept(Event):
    """A detail is on record; `replaced` is the blob that goes for it."""

    kept: DetailView
    replaced: str | None


class DetailsForgotten(Event):
    """These details are gone: consent was withdrawn, the case is closed, or their time is over."""

    case_id: str
    blob_ids: tuple[str, ...]
    withdrawn: bool


class DetailKeptLonger(Event):
    """The time of a detail begins anew, because its case goes on."""

    kept: DetailView


class NothingKept(Refusal):
    """Nothing of that kind is kept of this case."""


class NoSuchSealed(Refusal):
    """No blob of the right kind has this id."""


COMMANDS: tuple[type[Command], ...] = (KeepPaper, KeepDetail, WithdrawConsent)
INTERNAL: tuple[type[Command], ...] = (ForgetDetails, WriteReminder)
EVENTS: tuple[type[Event], ...] = (
    PaperKept,
    DetailKept,
    DetailKeptLonger,
    DetailsForgotten,
)
REFUSALS: tuple[type[Refusal], ...] = (NothingKept, NoSuchSealed)

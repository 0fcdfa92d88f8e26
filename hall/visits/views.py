"""Visits, cases and register entries as staff boards see them. None of them names anybody."""

from __future__ import annotations

from typing import Literal

import msgspec

from hall.visits.entries import CallOutcome, EntryKind, EntryOutcome, EntryState
from hall.visits.ladder import Colour, FaultWord, Mark, Rung
from hall.visits.model import Outcome, OwnerKind, ReferralTarget, Stage, State


class VisitView(msgspec.Struct, frozen=True, kw_only=True):
    """One coming. Times are UTC, ISO 8601.

    `owner_kind` None: nobody is responsible since `unowned_since`; `alarmed` once that was told.
    `counter_id` is the counter that has called the number, also while a guide is still at work
    with the elder. `earlier_cases` are open cases this person's card brought along.
    `outcome` says how a visit ended, `referred_to` whom a matter was sent to. `own_will` is what
    the elder said when asked alone; None while nobody has asked.
    """

    id: str
    state: State
    began_at: str
    station_id: str
    ticket_id: str | None = None
    number: str = ""
    matter_id: str | None = None
    visitor_id: str | None = None
    case_id: str | None = None
    earlier_cases: tuple[str, ...] = ()
    owner_kind: OwnerKind | None = None
    owner_id: str = ""
    unowned_since: str | None = None
    alarmed: bool = False
    counter_id: str | None = None
    outcome: Outcome | Literal[""] = ""
    referred_to: ReferralTarget | Literal[""] = ""
    own_will: bool | None = None


class ItemView(msgspec.Struct, frozen=True, kw_only=True):
    """One paper of a checklist, under the name the list had when the case was opened.

    `fault` says what is wrong with an incorrect one. `offer` is the rung of the ladder that is
    offered now, empty while the paper is there or not yet looked at; `decision` the rung that was
    taken, `declined` those that were not. `colour` is all of it in one word. `due_on` is the day
    until which a deferred paper may follow.
    """

    id: str
    plain: str
    is_main: bool = False
    mark: Mark = "open"
    fault: FaultWord | Literal[""] = ""
    offer: Rung | Literal[""] = ""
    declined: tuple[Rung, ...] = ()
    decision: Rung | Literal[""] = ""
    colour: Colour = "open"
    due_on: str | None = None


class NoticeView(msgspec.Struct, frozen=True, kw_only=True):
    """A one-time notice. `number` is for people, `code` opens the same checklist again.

    `could_have_been_said`: items that an earlier notice of this case ought to have told.
    """

    id: str
    number: str
    code: str
    item_ids: tuple[str, ...]
    issued_at: str
    could_have_been_said: tuple[str, ...] = ()


class CaseView(msgspec.Struct, frozen=True, kw_only=True):
    """One matter of one person. Received, accepted and handling are three things.

    The promised days run from `accepted_at`; `promised_on` is the day they end, None where the
    list promises none. Until `answer_by` the person hears whether what was received is accepted.
    `code` opens the case again, None before the first notice; `notice` is the last one. `papers`
    are forms that were printed and still say what is true. `warned`: the day that counts now is
    near.
    """

    id: str
    matter_id: str
    stage: Stage
    items: tuple[ItemView, ...]
    opened_at: str
    code: str | None = None
    received_at: str | None = None
    accepted_at: str | None = None
    promised_on: str | None = None
    closed_at: str | None = None
    papers: tuple[str, ...] = ()
    answer_by: str | None = None
    warned: bool = False
    notice: NoticeView | None = None


class NearView(msgspec.Struct, frozen=True, kw_only=True):
    """A case whose day comes near; `stage` says which: of the answer, or the promised one."""

    case_id: str
    matter_id: str
    stage: Stage
    due_on: str


class EntryView(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of a register: `due_on` is the last day, an ISO date.

    `calls` counts how often somebody rang up, the last time at `called_at` (UTC, ISO 8601).
    """

    id: str
    kind: EntryKind
    case_id: str
    matter_id: str
    item_id: str
    due_on: str
    state: EntryState
    outcome: EntryOutcome = ""
    calls: int = 0
    called_at: str | None = None
    call_outcome: CallOutcome | Literal[""] = ""

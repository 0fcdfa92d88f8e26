"""Words of a visit: guiding it, going through its papers, accepting it, and what follows later.

The guides' desk sends these with its `station_id`, a clerk with her `counter_id` and only for the
visit at that counter.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from hall.kernel.messages import Command, Event
from hall.tickets.messages import Reason, Short, Visitor
from hall.visits.entries import CallOutcome
from hall.visits.ladder import FaultWord, Rung
from hall.visits.model import OwnerKind, ReferralTarget
from hall.visits.views import CaseView, EntryView, NoticeView, VisitView

Day = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
IntentionAnswer = Literal["yes", "no", "unclear"]
INTENTION_QUESTIONS = 5


class BeginVisit(Command):
    """A guide greets somebody who has no number yet.

    With the card of a person whose case is open, that case is opened.
    """

    station_id: Short
    visitor: Visitor | None = None
    matter_id: Short | None = None


class VisitCommand(Command, kw_only=True):
    """A wish about one visit, from the guides' desk or from the counter where it is."""

    visit_id: Short
    station_id: Short | None = None
    counter_id: Short | None = None


class MoveVisit(VisitCommand):
    """Go on to consulting, checking papers, filling forms, or to the seats.

    `precheck` opens the checklist where there is none yet. The number keeps its place.
    """

    action: Literal["consult", "precheck", "fill", "wait"]


class HandOverVisit(VisitCommand):
    """Somebody else is responsible from now on.

    `to_id` is a guide's station, a clerk, or a helper; empty with `guide_desk`: whoever is there.
    """

    to_kind: OwnerKind
    to_id: Short = ""
    reason: Reason = ""


class ReleaseVisit(VisitCommand):
    """Who is responsible cannot go on, and nobody else is there yet."""

    reason: Reason = ""


class EndVisit(VisitCommand):
    """The person leaves. A number that is still open is given up only when that is said."""

    outcome: Literal["done", "with_notice", "told_auto_grant", "gone"] = "done"
    gives_up_number: bool = False


class ReferAway(VisitCommand):
    """This is no matter of the government, or not of this hall: explained, and sent to whom."""

    to: ReferralTarget
    gives_up_number: bool = False


class OpenCase(VisitCommand):
    """Open a checklist: of a case the person has already, or a new one for a matter."""

    case_id: Short | None = None
    matter_id: Short | None = None


class OpenByCode(Command):
    """Somebody came back with a notice: its code opens the same checklist.

    Without a visit one is begun.
    """

    code: Short
    visit_id: Short | None = None
    station_id: Short | None = None
    counter_id: Short | None = None


class MarkItem(VisitCommand):
    """A paper is there, is missing, or is not right."""

    item_id: Short
    mark: Literal["ok", "missing", "incorrect"]
    fault: FaultWord | Literal[""] = ""


class DecideItem(VisitCommand):
    """Take the rung that is offered for a paper, or decline it so that the next one is offered.

    `offer` is the rung the screen showed. `due_on` edits the last day of a deferral.
    """

    item_id: Short
    offer: Rung
    taken: bool
    due_on: Day | None = None


class DecideAnew(VisitCommand):
    """What was decided for a paper is taken back: every way is offered again.

    Once its paper was printed a reason is needed.
    """

    item_id: Short
    reason: Reason = ""


class IssueNotice(VisitCommand):
    """Put everything that is left for the notice on one paper."""


class RecordTrueIntention(VisitCommand):
    """The elder was asked alone; the answers to the five questions, and what they come to."""

    answers: Annotated[
        tuple[IntentionAnswer, ...],
        msgspec.Meta(min_length=INTENTION_QUESTIONS, max_length=INTENTION_QUESTIONS),
    ]
    alone: bool
    own_will: bool


class AdvanceCase(VisitCommand):
    """The papers were received, the matter is accepted, or it is being handled.

    The promised days run from `accept`.
    """

    step: Literal["receive", "accept", "handle"]


class CloseCase(Command):
    """The matter is done with: decided, or given up."""

    case_id: Short
    station_id: Short | None = None
    counter_id: Short | None = None


class ResolveDeferral(Command):
    """The paper that was to follow came, is not needed, or did not come."""

    entry_id: Short
    outcome: Literal["brought", "waived", "not_brought"]
    station_id: Short | None = None
    counter_id: Short | None = None


class RecordPromiseCheck(Command):
    """What was promised was looked into."""

    entry_id: Short
    outcome: Literal["true", "untrue"]
    station_id: Short | None = None
    counter_id: Short | None = None


class RecordCall(Command):
    """Somebody rang up about an entry, and how it went."""

    entry_id: Short
    outcome: CallOutcome
    station_id: Short | None = None
    counter_id: Short | None = None


class VisitEvent(Event):
    """Something happened to a visit; it carries the visit as it is now."""

    visit: VisitView


class VisitBegun(VisitEvent):
    """Somebody has come."""


class VisitMoved(VisitEvent):
    """It has gone on: another state, another counter, and with them who is responsible."""


class VisitHandedOver(VisitEvent):
    """Somebody else is responsible, or nobody; who was before, and why it was handed over."""

    from_kind: OwnerKind | None
    from_id: str
    reason_text: str


class VisitUnowned(VisitEvent):
    """Nobody has been responsible for too long."""


class VisitEnded(VisitEvent):
    """The person has left; see `outcome`."""


class CaseEvent(Event):
    """Something happened to a case; it carries the case as it is now."""

    case: CaseView


class CaseOpened(CaseEvent):
    """A checklist lies before a visit, new or as it was left the last time."""

    visit: VisitView
    again: bool


class ItemMarked(CaseEvent):
    """A paper was looked at."""

    item_id: str


class ItemDecided(CaseEvent):
    """The rung that was offered for a paper was taken or declined."""

    item_id: str
    offer: Rung
    taken: bool


class DecisionUndone(CaseEvent):
    """What was decided for a paper was taken back; `undone` is empty where ways were declined."""

    item_id: str
    undone: Rung | Literal[""]
    reason_text: str


class PaperPrinted(CaseEvent):
    """A paper of the case was printed; see `papers` of the case."""

    paper: str


class CaseDayNear(CaseEvent):
    """The day until which the case must be answered or done comes near."""


class NoticeIssued(CaseEvent):
    """A one-time notice was written."""

    notice: NoticeView
    visit_id: str


class TrueIntentionRecorded(VisitEvent):
    """The elder was asked alone what they truly want."""

    own_will: bool


class CaseAdvanced(CaseEvent):
    """Received, accepted or being handled; the visit has gone along."""

    visit: VisitView


class CaseClosed(CaseEvent):
    """The matter is done with."""


class CardsForgotten(CaseEvent):
    """No card opens this case any more; the code of a notice does."""


class EntryEvent(Event):
    """Something happened to an entry of a register; it carries the entry as it is now."""

    entry: EntryView


class EntryOpened(EntryEvent):
    """A paper is to follow, or a promise is to be looked into."""


class EntryReminded(EntryEvent):
    """Its last day comes near: somebody rings up."""


class EntryOverdue(EntryEvent):
    """Its last day is over."""


class EntryCalled(EntryEvent):
    """Somebody rang up about it; see `calls` and `call_outcome`."""


class EntrySettled(EntryEvent):
    """It is done with; see `outcome`."""


COMMANDS: tuple[type[Command], ...] = (
    BeginVisit,
    MoveVisit,
    HandOverVisit,
    ReleaseVisit,
    EndVisit,
    ReferAway,
    OpenCase,
    OpenByCode,
    MarkItem,
    DecideItem,
    DecideAnew,
    IssueNotice,
    RecordTrueIntention,
    AdvanceCase,
    CloseCase,
    ResolveDeferral,
    RecordPromiseCheck,
    RecordCall,
)
EVENTS: tuple[type[Event], ...] = (
    VisitBegun,
    VisitMoved,
    VisitHandedOver,
    VisitUnowned,
    VisitEnded,
    CaseOpened,
    ItemMarked,
    ItemDecided,
    DecisionUndone,
    PaperPrinted,
    CaseDayNear,
    NoticeIssued,
    TrueIntentionRecorded,
    CaseAdvanced,
    CaseClosed,
    CardsForgotten,
    EntryOpened,
    EntryReminded,
    EntryOverdue,
    EntryCalled,
    EntrySettled,
)

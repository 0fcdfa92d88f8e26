"""The room of visits: who does what when it is asked of the hall."""

from __future__ import annotations

from hall.kernel.work import Room
from hall.visits import advancing, beginning, checklist, going_on, noticing, registers
from hall.visits.cards import forget_cards
from hall.visits.following import follow
from hall.visits.intake import GreetVisitor
from hall.visits.messages import (
    AdvanceCase,
    BeginVisitOfTicket,
    CheckVisitOwned,
    CloseCase,
    DecideItem,
    EndVisit,
    EndVisits,
    FollowTicket,
    ForgetCards,
    HandOverVisit,
    IssueNotice,
    LapseEntry,
    MarkItem,
    MoveVisit,
    OpenByCode,
    OpenCase,
    RecordPromiseCheck,
    RecordTrueIntention,
    ReferAway,
    ReleaseVisit,
    RemindOfEntry,
    ResolveDeferral,
)
from hall.visits.reactions import REACTIONS


def visits_room() -> Room:
    """Build the room of visits."""
    return Room(
        handlers={
            GreetVisitor: beginning.begin,
            BeginVisitOfTicket: beginning.begin_of_ticket,
            FollowTicket: follow,
            MoveVisit: going_on.move,
            HandOverVisit: going_on.hand_over,
            ReleaseVisit: going_on.release,
            CheckVisitOwned: going_on.check_owned,
            EndVisit: going_on.end_visit,
            ReferAway: going_on.refer_away,
            EndVisits: going_on.end_visits,
            OpenCase: checklist.open_case,
            OpenByCode: checklist.open_by_code,
            MarkItem: checklist.mark,
            DecideItem: checklist.decide,
            IssueNotice: noticing.issue,
            RecordTrueIntention: advancing.record_intention,
            AdvanceCase: advancing.advance,
            CloseCase: advancing.close_case,
            ResolveDeferral: registers.resolve_deferral,
            RecordPromiseCheck: registers.record_promise_check,
            RemindOfEntry: registers.remind,
            LapseEntry: registers.lapse,
            ForgetCards: forget_cards,
        },
        reactions=REACTIONS,
    )

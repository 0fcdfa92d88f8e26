"""The room of visits: who does what when it is asked of the hall."""

from __future__ import annotations

from hall.kernel.work import Room
from hall.visits import (
    advancing,
    beginning,
    checklist,
    deciding,
    going_on,
    noticing,
    papers,
    registers,
    warning,
)
from hall.visits.cards import forget_cards
from hall.visits.following import follow
from hall.visits.inner import (
    BeginVisitOfTicket,
    CheckVisitOwned,
    EndVisits,
    FollowTicket,
    ForgetCards,
    LapseEntry,
    NotePaper,
    RemindOfEntry,
    WarnOfCase,
)
from hall.visits.intake import GreetVisitor
from hall.visits.messages import (
    AdvanceCase,
    CloseCase,
    DecideAnew,
    DecideItem,
    EndVisit,
    HandOverVisit,
    IssueNotice,
    MarkItem,
    MoveVisit,
    OpenByCode,
    OpenCase,
    RecordCall,
    RecordPromiseCheck,
    RecordTrueIntention,
    ReferAway,
    ReleaseVisit,
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
            DecideItem: deciding.decide,
            DecideAnew: deciding.decide_anew,
            IssueNotice: noticing.issue,
            RecordTrueIntention: advancing.record_intention,
            AdvanceCase: advancing.advance,
            CloseCase: advancing.close_case,
            ResolveDeferral: registers.resolve_deferral,
            RecordPromiseCheck: registers.record_promise_check,
            RecordCall: registers.record_call,
            RemindOfEntry: registers.remind,
            LapseEntry: registers.lapse,
            ForgetCards: forget_cards,
            NotePaper: papers.note_paper,
            WarnOfCase: warning.warn,
        },
        reactions=REACTIONS,
    )

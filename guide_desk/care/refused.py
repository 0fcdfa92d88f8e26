"""What is said when the hall did not do what a book of care asked. Pure."""

from __future__ import annotations

from hall.care.follow_up.messages import NoSuchFollowUp
from hall.care.home_visits.messages import (
    HomeSlotTaken,
    NeedsTwoStaff,
    NoGroundSaid,
    NoSuchHomeVisit,
    NotDoneAtHome,
    WrongHomeVisitState,
)
from hall.care.mail.messages import NoSuchMailing, NotByMail, WrongMailingState
from hall.kernel.messages import Refusal

WORDS: dict[type[Refusal], str] = {
    HomeSlotTaken: "refused_home_slot_taken",
    NotDoneAtHome: "refused_not_done_at_home",
    NoGroundSaid: "refused_no_ground",
    NeedsTwoStaff: "refused_needs_two",
    NoSuchHomeVisit: "refused_no_such_home_visit",
    WrongHomeVisitState: "refused_home_wrong_state",
    NoSuchFollowUp: "refused_no_such_call",
    NotByMail: "refused_not_by_mail",
    NoSuchMailing: "refused_no_such_mailing",
    WrongMailingState: "refused_mailing_wrong_state",
}

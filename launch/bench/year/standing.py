"""What lies open at the guides' desk on a morning, in a hall of 200 visits a day."""

from __future__ import annotations

from datetime import timedelta

from hall.care.home_visits.messages import FindHomeSlots, HomeSlotsFound
from hall.kernel.secret import Secret
from hall.staff.messages import SignIn
from hall.visits.messages import CloseCase, EndVisit
from launch.bench.year import caring
from launch.bench.year.day import PIN
from launch.bench.year.hands import GUIDE, Hands

VISITS_AT_HOME, MAILINGS, NOT_DONE, MANDATES = 10, 12, 8, 8
CALLS_AFTERWARDS = 50
"""Ten a day, five working days long."""
BOX_GOOD_FOR = (timedelta(days=20), timedelta(days=300))
"""One batch of each thing is to be replaced soon."""
LIES_OPEN = (
    f"{VISITS_AT_HOME} visits at home, {MAILINGS} mailings, {CALLS_AFTERWARDS} calls afterwards, "
    f"{NOT_DONE} not done and {MANDATES} mandates open, papers of who is at the desk pictured"
)


def begin_what_lies_open(hands: Hands) -> None:
    """Sign in, and begin for people who are not here what is still to be done."""
    hands.says(SignIn, staff_number=caring.GUIDE_NUMBER, pin=Secret(PIN), **GUIDE)
    for slot in hands.asks(FindHomeSlots, HomeSlotsFound, **GUIDE)["slots"][:VISITS_AT_HOME]:
        caring.books_home_visit(hands, slot["day"], slot["half"])
    for begin, count in (
        (caring.asks_for_mailing, MAILINGS),
        (caring.says_it_is_not_done, NOT_DONE),
        (caring.hands_over, MANDATES),
    ):
        for _ in range(count):
            begin(hands)
    for item in hands.hall.parts.facts.box_items:
        for good_for in BOX_GOOD_FOR:
            good_until = hands.local().date() + good_for
            caring.stocks_box(hands, item.id, good_until.isoformat())


def is_to_be_rung_up(hands: Hands, visit_id: str) -> None:
    """End a visit and close its case; whoever it was agreed to be asked how it went."""
    (case_id,) = hands.finds("SELECT case_id FROM visit WHERE visit_id = ?", visit_id)
    caring.leaves_telephone(hands, case_id)
    hands.says(EndVisit, visit_id=visit_id, **GUIDE)
    hands.says(CloseCase, case_id=case_id, **GUIDE)

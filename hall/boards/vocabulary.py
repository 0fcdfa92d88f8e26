"""Every word of every room, for whoever reads or writes them on the wire."""

from __future__ import annotations

from hall.calls import messages as calls
from hall.care.agency import messages as agency
from hall.care.agency import refusals as agency_refusals
from hall.care.feelings import messages as feelings
from hall.care.follow_up import messages as follow_up
from hall.care.home_visits import messages as home_visits
from hall.care.mail import messages as mail
from hall.care.not_done import messages as not_done
from hall.care.pictures import messages as pictures
from hall.help import messages as help_
from hall.kernel import blobs, outbox_messages
from hall.kernel.wire import Vocabulary
from hall.records import messages as records
from hall.staff import messages as staff
from hall.tickets import messages as tickets
from hall.visits import inner as visits_inner
from hall.visits import messages as visits
from hall.visits import refusals as visit_refusals


def vocabulary() -> Vocabulary:
    """Build the vocabulary of the whole hall."""
    return Vocabulary(
        commands=(
            *tickets.COMMANDS,
            *calls.COMMANDS,
            *help_.COMMANDS,
            *visits.COMMANDS,
            *records.COMMANDS,
            *agency.COMMANDS,
            *pictures.COMMANDS,
            *home_visits.COMMANDS,
            *mail.COMMANDS,
            *follow_up.COMMANDS,
            *feelings.COMMANDS,
            *not_done.COMMANDS,
            *staff.COMMANDS,
        ),
        internal=(
            *tickets.INTERNAL,
            *calls.INTERNAL,
            *help_.INTERNAL,
            *visits_inner.INTERNAL,
            *records.INTERNAL,
            *agency.INTERNAL,
            *pictures.INTERNAL,
            *home_visits.INTERNAL,
            *mail.INTERNAL,
            *follow_up.INTERNAL,
            *feelings.INTERNAL,
            *not_done.INTERNAL,
            *staff.INTERNAL,
            *blobs.INTERNAL,
            *outbox_messages.INTERNAL,
        ),
        events=(
            *tickets.EVENTS,
            *calls.EVENTS,
            *help_.EVENTS,
            *visits.EVENTS,
            *records.EVENTS,
            *agency.EVENTS,
            *pictures.EVENTS,
            *home_visits.EVENTS,
            *mail.EVENTS,
            *follow_up.EVENTS,
            *feelings.EVENTS,
            *not_done.EVENTS,
            *staff.EVENTS,
            *blobs.EVENTS,
            *outbox_messages.EVENTS,
        ),
        refusals=(
            *tickets.REFUSALS,
            *calls.REFUSALS,
            *help_.REFUSALS,
            *visit_refusals.REFUSALS,
            *records.REFUSALS,
            *agency_refusals.REFUSALS,
            *pictures.REFUSALS,
            *home_visits.REFUSALS,
            *mail.REFUSALS,
            *follow_up.REFUSALS,
            *feelings.REFUSALS,
            *not_done.REFUSALS,
            *staff.REFUSALS,
            *blobs.REFUSALS,
            *outbox_messages.REFUSALS,
        ),
    )

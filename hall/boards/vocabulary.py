"""Every word of every room, for whoever reads or writes them on the wire."""

from __future__ import annotations

from hall.calls import messages as calls
from hall.help import messages as help_
from hall.kernel import blobs
from hall.kernel.wire import Vocabulary
from hall.records import messages as records
from hall.staff import messages as staff
from hall.tickets import messages as tickets
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
            *staff.COMMANDS,
        ),
        internal=(
            *tickets.INTERNAL,
            *calls.INTERNAL,
            *help_.INTERNAL,
            *visits.INTERNAL,
            *records.INTERNAL,
            *staff.INTERNAL,
            *blobs.INTERNAL,
        ),
        events=(
            *tickets.EVENTS,
            *calls.EVENTS,
            *help_.EVENTS,
            *visits.EVENTS,
            *records.EVENTS,
            *staff.EVENTS,
            *blobs.EVENTS,
        ),
        refusals=(
            *tickets.REFUSALS,
            *calls.REFUSALS,
            *help_.REFUSALS,
            *visit_refusals.REFUSALS,
            *records.REFUSALS,
            *staff.REFUSALS,
            *blobs.REFUSALS,
        ),
    )

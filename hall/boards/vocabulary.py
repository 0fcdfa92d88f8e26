"""Every word of every room, for whoever reads or writes them on the wire."""

from __future__ import annotations

from hall.calls import messages as calls
from hall.help import messages as help_
from hall.kernel import blobs
from hall.kernel.wire import Vocabulary
from hall.tickets import messages as tickets


def vocabulary() -> Vocabulary:
    """Build the vocabulary of the whole hall."""
    return Vocabulary(
        commands=(*tickets.COMMANDS, *calls.COMMANDS, *help_.COMMANDS),
        internal=(*tickets.INTERNAL, *calls.INTERNAL, *help_.INTERNAL, *blobs.INTERNAL),
        events=(*tickets.EVENTS, *calls.EVENTS, *help_.EVENTS, *blobs.EVENTS),
        refusals=(*tickets.REFUSALS, *calls.REFUSALS, *help_.REFUSALS, *blobs.REFUSALS),
    )

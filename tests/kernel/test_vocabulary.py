"""Every word of the hall is one word: no room may take another room's by accident."""

from __future__ import annotations

import msgspec
import pytest

from hall.boards.vocabulary import vocabulary
from hall.kernel.errors import BugError
from hall.kernel.messages import Command, Event, Refusal
from hall.kernel.wire import Vocabulary
from hall.tickets.messages import TakeTicket, TicketTaken

ANOTHER_EVENT = msgspec.defstruct("TicketTaken", [], bases=(Event,), module="another.room")
A_COMMAND = msgspec.defstruct("TakeTicket", [], bases=(Command,), module="another.room")
A_REFUSAL = msgspec.defstruct("TicketTaken", [], bases=(Refusal,), module="another.room")


@pytest.mark.parametrize(
    ("internal", "events", "refusals"),
    [
        ((), (TicketTaken, ANOTHER_EVENT), ()),
        ((A_COMMAND,), (TicketTaken,), ()),
        ((), (TicketTaken,), (A_REFUSAL,)),
    ],
    ids=["two events", "a command and a planned one", "an event and a refusal"],
)
def test_two_rooms_that_say_the_same_word_are_told_when_the_hall_is_built(
    internal, events, refusals
):
    with pytest.raises(BugError, match=r"hall\.tickets\.messages and another\.room both say"):
        Vocabulary((TakeTicket,), internal, events, refusals)


def test_the_words_of_all_rooms_go_together():
    assert vocabulary().commands["TakeTicket"] is TakeTicket

"""What a clerk does with one visitor, for every measurement that needs a counter at work."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from hall.calls.messages import FinishService, StartService, TicketCalled
from hall.kernel.messages import Answer, Command, Event
from hall.store.opening import random_id

E = TypeVar("E", bound=Event)


class BenchBroken(RuntimeError):
    """The measured story went another way; its figures would mean nothing."""


def expected(answer: Answer, kind: type[E]) -> E:
    """Return the answer's event. Raises BenchBroken when the hall answered something else."""
    if not isinstance(answer.message, kind):
        raise BenchBroken(f"{kind.__name__} was expected, the hall answered {answer.message}")
    return answer.message


def serve(handle: Callable[[Command], Answer], called: TicketCalled) -> None:
    """Start and finish the service of a called ticket."""
    for deed in (StartService, FinishService):
        handle(
            deed(command_id=random_id(), counter_id=called.counter_id, ticket_id=called.ticket.id)
        )

"""The door's reduction of somebody a guide greets: index, age band and form of address."""

from __future__ import annotations

from hall.kernel.clock import Moment
from hall.kernel.facts import HallFacts
from hall.kernel.messages import Command
from hall.kernel.privacy import Keyring
from hall.tickets.intake import local_date, reduce_visitor
from hall.tickets.visitors import ReducedVisitor
from hall.visits.messages import BeginVisit


class GreetVisitor(Command):
    """BeginVisit as handlers see it."""

    station_id: str
    visitor: ReducedVisitor | None
    matter_id: str | None


def greet(command: Command, now: Moment, facts: HallFacts, keyring: Keyring) -> Command:
    """Reduce BeginVisit. Raises Malformed for a date that is none."""
    if not isinstance(command, BeginVisit):
        raise TypeError(f"{type(command).__name__} is not BeginVisit")
    visitor = command.visitor
    return GreetVisitor(
        command_id=command.command_id,
        station_id=command.station_id,
        visitor=reduce_visitor(visitor, local_date(now, facts), keyring) if visitor else None,
        matter_id=command.matter_id,
    )

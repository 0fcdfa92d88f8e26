"""What the room of help does when something happened in another room."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hall.help.messages import LetHelpGo
from hall.kernel.messages import Command, Event
from hall.tickets.messages import DayClosed

NewId = Callable[[], str]


def let_go(_event: DayClosed, new_id: NewId) -> tuple[Command, ...]:
    """Nobody waits in a closed hall."""
    return (LetHelpGo(command_id=new_id()),)


REACTIONS: Mapping[type[Event], tuple[Callable[..., tuple[Command, ...]], ...]] = {
    DayClosed: (let_go,),
}

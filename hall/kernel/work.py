"""What a handler gets: one command's place inside the hall's transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

import msgspec
from sqlalchemy import Connection

from hall.kernel.clock import Moment, iso
from hall.kernel.facts import HallFacts, HallRules
from hall.kernel.messages import Command, Event, Refusal
from hall.kernel.statements import LOCK_PLACE, MOVE_PLACE, STORE_DUE, STORE_EVENT

Handler = Callable[..., Event | Refusal]
Reaction = Callable[..., tuple[Command, ...]]


@dataclass(frozen=True)
class Room:
    """One capability's share of the door: what it handles and what it answers events with."""

    handlers: Mapping[type[Command], Handler]
    reactions: Mapping[type[Event], tuple[Reaction, ...]] = field(default_factory=dict)


@dataclass
class Work:
    """One command at work: read and write through `connection`, then `record` what happened."""

    connection: Connection
    facts: HallFacts
    rules: HallRules
    now: Moment
    actor: str
    new_id: Callable[[], str]
    recorded: list[tuple[int, Event]] = field(default_factory=list)
    _seq: int = -1
    _link: str = ""

    @property
    def hall_id(self) -> str:
        """The hall this work belongs to."""
        return self.facts.hall_id

    def seq(self) -> int:
        """Return the last place of the hall; locks it until the transaction ends."""
        if self._seq < 0:
            row = self.connection.execute(LOCK_PLACE, {"hall": self.hall_id}).one()
            self._seq, self._link = row.seq, row.link
        return self._seq

    def record(self, event: Event) -> Event:
        """Store what happened: next `seq`, body and audit link, in this transaction."""
        previous = self.seq()
        seq = previous + 1
        body = msgspec.json.encode(event).decode()
        link = audit_link(self._link, seq, body)
        self.connection.execute(
            STORE_EVENT,
            {
                "hall_id": self.hall_id,
                "seq": seq,
                "at": self.now.iso,
                "actor": self.actor,
                "kind": type(event).__name__,
                "body": body,
                "link": link,
            },
        )
        self.connection.execute(
            MOVE_PLACE,
            {"hall": self.hall_id, "seq": seq, "link": link, "steady_s": self.now.steady_s},
        )
        self._seq, self._link = seq, link
        self.recorded.append((seq, event))
        return event

    def later(self, due_at: datetime, command: Command) -> str:
        """Plan a command for a later time; returns that time as ISO 8601."""
        self.connection.execute(
            STORE_DUE,
            {
                "hall_id": self.hall_id,
                "due_id": command.command_id,
                "due_s": due_at.timestamp(),
                "body": msgspec.json.encode(command).decode(),
            },
        )
        return iso(due_at)


def audit_link(previous: str, seq: int, body: str) -> str:
    """Return the audit link of an event: sha256 over the previous link, its seq and its body."""
    return hashlib.sha256(f"{previous}\n{seq}\n{body}".encode()).hexdigest()

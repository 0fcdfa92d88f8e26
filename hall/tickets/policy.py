"""Who is next: a static place for every ticket, and a choice among the heads of the queues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from hall.tickets.model import PriorityClass


@dataclass(frozen=True)
class Place:
    """Where a ticket stands in its queue: the smaller (tier, place_s) is called first."""

    tier: int
    place_s: float


@dataclass(frozen=True)
class Head:
    """The first waiting ticket of one class in one queue."""

    ticket_id: str
    priority: PriorityClass
    front: int
    tier: int
    place_s: float
    taken_seq: int
    arrived_s: float

    @property
    def order(self) -> tuple[int, int, float, int]:
        """Its rank among heads; a total order, so that two clerks never argue."""
        return (self.front, self.tier, self.place_s, self.taken_seq)


class Policy(Protocol):
    """Decides who is called next. Inside one class and matter it is always the earlier one."""

    def place(self, priority: PriorityClass, arrived_s: float) -> Place:
        """Return the place of a new ticket."""
        ...

    def choose(self, heads: Sequence[Head], now_s: float, calls_made: int) -> Head | None:
        """Return whom to call, given how many calls this counter has made today."""
        ...


@dataclass(frozen=True)
class Fifo:
    """First come, first called."""

    def place(self, priority: PriorityClass, arrived_s: float) -> Place:  # noqa: ARG002 - all equal
        """Return the arrival as the place."""
        return Place(0, arrived_s)

    def choose(self, heads: Sequence[Head], now_s: float, calls_made: int) -> Head | None:  # noqa: ARG002 - order alone decides
        """Return the earliest head."""
        return min(heads, key=lambda head: head.order, default=None)


@dataclass(frozen=True)
class Credit:
    """80 and over and claims first; then by arrival, with a head start for 60 and over.

    Guard: while an ordinary ticket is older than `guard_after_s`, every `guard_every`-th call of
    a counter takes the oldest such ticket, so that nobody starves.
    """

    head_start_s: float
    guard_after_s: float
    guard_every: int

    def place(self, priority: PriorityClass, arrived_s: float) -> Place:
        """Return tier 0 for the very old and claims, tier 1 by credited arrival for the rest."""
        if priority in ("age_80", "claim"):
            return Place(0, arrived_s)
        return Place(1, arrived_s - (self.head_start_s if priority == "age_60" else 0.0))

    def choose(self, heads: Sequence[Head], now_s: float, calls_made: int) -> Head | None:
        """Return the smallest place, or the guarded ordinary ticket on its turn."""
        first = min(heads, key=lambda head: head.order, default=None)
        if first is None or first.front == 0 or (calls_made + 1) % self.guard_every:
            return first
        overdue = [
            head
            for head in heads
            if head.priority == "ordinary" and now_s - head.arrived_s > self.guard_after_s
        ]
        return min(overdue, key=lambda head: head.arrived_s, default=first)

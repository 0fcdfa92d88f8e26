"""What the hall has planned: commands that pass the door when their time has come, once each."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, Engine

from hall.kernel import statements
from hall.kernel.clock import Clock

TRY_AGAIN_S = 60.0
"""A planned command that failed by itself is put off by this; the others do not wait for it."""


class Planned(NamedTuple):
    """A planned command; `due_s` is by the steady clock where `steady`, else UTC in seconds."""

    due_s: float
    planned_seq: int
    due_id: str
    steady: bool
    body: str


class Plans:
    """The table of planned commands of one hall."""

    def __init__(self, engine: Engine, hall_id: str, clock: Clock) -> None:
        self._engine = engine
        self._hall = {"hall": hall_id}
        self._clock = clock

    def first(self) -> Planned | None:
        """Return the command that passes next, by whichever clock it was planned."""
        found = []
        with self._engine.connect() as connection:
            for steady in (False, True):
                asked = {**self._hall, "by_steady": steady}
                row = connection.execute(statements.FIRST_DUE, asked).first()
                if row is not None:
                    found.append(Planned(*row))
        return min(found, key=lambda one: (self.left_s(one), one.planned_seq), default=None)

    def left_s(self, planned: Planned) -> float:
        """Return in how many seconds a command is due; not above 0 when it is."""
        return planned.due_s - self._now_s(planned)

    def strike(self, connection: Connection, planned: Planned) -> bool:
        """Take a command off the table; False when it has passed already."""
        asked = {**self._hall, "due": planned.due_id}
        return connection.execute(statements.FORGET_DUE, asked).rowcount > 0

    def put_off(self, connection: Connection, planned: Planned) -> None:
        """Let a command that failed wait, so that it does not stand in the way of the others."""
        connection.execute(
            statements.PUT_OFF_DUE,
            {
                **self._hall,
                "due": planned.due_id,
                "later_s": self._now_s(planned) + TRY_AGAIN_S,
            },
        )

    def _now_s(self, planned: Planned) -> float:
        now = self._clock.now()
        return now.steady_s if planned.steady else now.utc.timestamp()

"""The one door: every change anyone makes goes through `Hall.handle`."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial

from sqlalchemy import Connection, Engine

from hall.kernel import statements
from hall.kernel.clock import Clock, Moment
from hall.kernel.errors import BugError, StoreFailed
from hall.kernel.facts import HallFacts, HallRules
from hall.kernel.messages import Answer, Command, Event, Refusal
from hall.kernel.plans import Planned, Plans
from hall.kernel.privacy import Keyring
from hall.kernel.wire import Vocabulary
from hall.kernel.work import Handler, Reaction, Room, Work
from hall.kernel.writer import Writer

Intake = Callable[[Command, Moment, HallFacts, Keyring], Command]
Preparation = Callable[[Command], Command]
Woken = Callable[[], object]

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class HallParts:
    """Everything a hall is made of; built by the composition root.

    `intakes` reduce a command that names a person to one that does not. `preparations` turn a
    command into another before it waits at the door: what takes long holds up nobody. `on_step`
    makes the event of a clock that jumped. `afterwards` is done once an event of that kind is
    committed.
    """

    engine: Engine
    clock: Clock
    facts: HallFacts
    rules: HallRules
    keyring: Keyring
    vocabulary: Vocabulary
    rooms: Sequence[Room]
    intakes: Mapping[type[Command], Intake]
    on_step: Callable[[float], Event]
    new_id: Callable[[], str]
    preparations: Mapping[type[Command], Preparation] = field(default_factory=dict)
    afterwards: Mapping[type[Event], Callable[[], object]] = field(default_factory=dict)


class Hall:
    """A hall at work: one writer, an event log, and those who follow it."""

    def __init__(self, parts: HallParts) -> None:
        self.parts = parts
        self._handlers: dict[type[Command], Handler] = {}
        self._reactions: dict[type[Event], list[Reaction]] = {}
        for room in parts.rooms:
            self._handlers.update(room.handlers)
            for event, reactions in room.reactions.items():
                self._reactions.setdefault(event, []).extend(reactions)
        self._woken: list[Woken] = []
        self._woken_lock = threading.Lock()
        self._step_lock = threading.Lock()
        self._afterwards: list[Callable[[], object]] = []
        self._plans = Plans(parts.engine, parts.facts.hall_id, parts.clock)
        self._found_place()
        self._writer = Writer(parts.engine, self._wake)
        self._preparing = ThreadPoolExecutor(1, "hall-preparing")

    def handle(self, command: Command, actor: str = "") -> Answer:
        """Carry out one command, once, and return its answer after the commit.

        `actor` is the station or counter that asks. Raises Malformed, StoreFailed, BugError.
        """
        return self.submit(command, actor).result()

    def submit(self, command: Command, actor: str = "") -> Future[Answer]:
        """Like `handle`, without waiting."""
        preparation = self.parts.preparations.get(type(command))
        if preparation is None:
            return self._submit(command, actor)
        return self._preparing.submit(lambda: self._submit(preparation(command), actor).result())

    def _submit(self, command: Command, actor: str) -> Future[Answer]:
        self._notice_step()
        return self._writer.submit(lambda connection: self._carry_out(connection, command, actor))

    def run_due(self) -> int:
        """Pass every due command through the door, in order; return how many passed.

        One that fails by itself is put off and logged. Raises StoreFailed.
        """
        noticed = self._notice_step()
        if noticed is not None:
            noticed.result()
        passed = 0
        while (planned := self._plans.first()) is not None and self._plans.left_s(planned) <= 0:
            passed += self._pass(planned)
        return passed

    def due_in_s(self) -> float | None:
        """Return in how many seconds the next command is due, None when nothing is planned."""
        planned = self._plans.first()
        return None if planned is None else self._plans.left_s(planned)

    def on_wake(self, woken: Woken) -> Callable[[], None]:
        """Call `woken` after every commit, from the writer's thread; returns how to end that."""
        with self._woken_lock:
            self._woken.append(woken)

        def end() -> None:
            with self._woken_lock:
                if woken in self._woken:
                    self._woken.remove(woken)

        return end

    def events_after(self, seq: int, limit: int = 500) -> list[tuple[int, str, str]]:
        """Return (seq, at, body) of stored events after a place, in order."""
        with self.parts.engine.connect() as connection:
            rows = connection.execute(
                statements.EVENTS_AFTER,
                {"hall": self.parts.facts.hall_id, "after": seq, "most": limit},
            )
            return [(row.seq, row.at, row.body) for row in rows]

    def seq(self) -> int:
        """Return the hall's place."""
        with self.parts.engine.connect() as connection:
            seq: int = connection.execute(
                statements.FIND_PLACE, {"hall": self.parts.facts.hall_id}
            ).scalar_one()
            return seq

    @property
    def ready(self) -> bool:
        """Whether commands are carried out."""
        return self._writer.alive

    def stop(self) -> None:
        """Finish what was submitted, then end."""
        self._preparing.shutdown()
        self._writer.stop()

    def _carry_out(self, connection: Connection, command: Command, actor: str) -> Answer:
        work = self._work(connection, actor)
        work.seq()  # the lock comes first: what is read before it may be old where halls share
        stored = connection.execute(
            statements.FIND_ANSWER,
            {"hall": self.parts.facts.hall_id, "command": command.command_id},
        ).first()
        if stored is not None:
            body = stored.body or self._event_at(connection, stored.seq)
            return self.parts.vocabulary.stored_answer(stored.seq, body)
        answer = self._decide(work, command)
        is_event = isinstance(answer.message, Event)
        connection.execute(
            statements.STORE_ANSWER,
            {
                "hall_id": self.parts.facts.hall_id,
                "command_id": command.command_id,
                "seq": answer.seq,
                "body": "" if is_event else self.parts.vocabulary.encode(answer.message),
            },
        )
        return answer

    def _event_at(self, connection: Connection, seq: int) -> str:
        asked = {"hall": self.parts.facts.hall_id, "after": seq - 1, "most": 1}
        body: str = connection.execute(statements.EVENTS_AFTER, asked).one().body
        return body

    def _work(self, connection: Connection, actor: str) -> Work:
        parts = self.parts
        now = parts.clock.now()
        return Work(connection, parts.facts, parts.rules, now, actor, parts.new_id)

    def _decide(self, work: Work, command: Command) -> Answer:
        intake = self.parts.intakes.get(type(command))
        if intake is not None:
            command = intake(command, work.now, self.parts.facts, self.parts.keyring)
        message = self._dispatch(work, command)
        self._react(work)
        work.write_down()
        happened = {type(event) for _, event in work.recorded}
        self._afterwards += [
            deed for kind, deed in self.parts.afterwards.items() if kind in happened
        ]
        if isinstance(message, Refusal):
            return Answer(work.seq(), message)
        for seq, event in work.recorded:
            if event is message:
                return Answer(seq, event)
        raise BugError(f"{type(command).__name__} answered with an event it did not record")

    def _dispatch(self, work: Work, command: Command) -> Event | Refusal:
        handler = self._handlers.get(type(command))
        if handler is None:
            raise BugError(f"nobody handles {type(command).__name__}")
        return handler(command, work)

    def _react(self, work: Work) -> None:
        seen = 0
        waiting: deque[Command] = deque()
        while True:
            for _, event in work.recorded[seen:]:
                for reaction in self._reactions.get(type(event), ()):
                    waiting.extend(reaction(event, work.new_id))
            seen = len(work.recorded)
            if not waiting:
                return
            self._dispatch(work, waiting.popleft())

    def _pass(self, planned: Planned) -> int:
        try:
            command = self.parts.vocabulary.inside_command(planned.body)
            return self._writer.submit(partial(self._carry_out_due, planned, command)).result()
        except StoreFailed:
            raise
        except Exception:
            log.exception("what was planned as %s failed; it is tried again", planned.due_id)
            self._writer.submit(
                lambda connection: self._plans.put_off(connection, planned)
            ).result()
            return 0

    def _carry_out_due(self, planned: Planned, command: Command, connection: Connection) -> int:
        work = self._work(connection, "due")
        work.seq()
        if not self._plans.strike(connection, planned):
            return 0
        self._decide(work, command)
        return 1

    def _notice_step(self) -> Future[None] | None:
        """Record a jump of the wall clock before whatever comes next."""
        with self._step_lock:
            step_s = self.parts.clock.step_s()
        return self._writer.submit(partial(self._record_step, step_s)) if step_s else None

    def _record_step(self, step_s: float, connection: Connection) -> None:
        work = self._work(connection, "clock")
        work.record(self.parts.on_step(step_s))
        work.write_down()

    def _found_place(self) -> None:
        """Give a new hall its first place; an old one keeps it."""
        hall_id = self.parts.facts.hall_id
        with self.parts.engine.begin() as connection:
            known = connection.execute(statements.FIND_PLACE, {"hall": hall_id})
            if known.first() is None:
                connection.execute(
                    statements.FOUND_PLACE,
                    {"hall_id": hall_id, "seq": 0, "link": "", "steady_s": 0.0},
                )

    def _wake(self) -> None:
        with self._woken_lock:
            woken = tuple(self._woken)
        afterwards, self._afterwards = self._afterwards, []
        for call in (*afterwards, *woken):
            try:
                call()
            except Exception:
                log.exception("somebody who was to be told of a commit failed")

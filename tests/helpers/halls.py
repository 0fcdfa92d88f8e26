"""A hall for stories: in this process, or as a real process on a real socket."""

from __future__ import annotations

import atexit
import functools
import itertools
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

import httpx
import msgspec

from hall.boards.vocabulary import vocabulary
from hall.calls.messages import CallNext, FinishService, OpenCounter, StartService
from hall.client.local import LocalGateway
from hall.client.remote import RemoteGateway
from hall.kernel.clock import ManualClock
from hall.kernel.facts import HallFacts, HallRules
from hall.kernel.gateway import BoardKind, HallGateway
from hall.kernel.hall import Hall
from hall.kernel.messages import Answer, Command
from hall.kernel.privacy import Keyring
from hall.kernel.secret import Secret
from hall.server.roles import ROLES
from hall.store.engine import migrate, open_engine, sqlite_url
from hall.store.keys import DayKeyFiles
from hall.store.opening import open_hall, random_id
from hall.tickets.messages import TakeTicket, TicketView, Visitor
from tests.helpers.facts import FACTS, RULES

MONDAY_0940 = datetime(2026, 11, 23, 1, 40, tzinfo=UTC)
"""09:40 in the hall, a working day."""


@functools.cache
def new_tables() -> bytes:
    """The file of a hall without a past; migrated once for all stories."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(sqlite_url(Path(folder)))
        migrate(engine)
        engine.dispose()
        return (Path(folder) / "hall.db").read_bytes()


def repeatable_ids(seed: int) -> Callable[[], str]:
    """Ids that are the same whenever a story is told again with the same seed."""
    counted = itertools.count()
    return lambda: str(uuid.uuid5(uuid.NAMESPACE_OID, f"{seed}, {next(counted)}"))


@contextmanager
def open_local_hall(
    folder: Path,
    facts: HallFacts = FACTS,
    rules: HallRules = RULES,
    clock: ManualClock | None = None,
    new_id: Callable[[], str] = random_id,
) -> Iterator[tuple[Hall, ManualClock]]:
    """Open a hall in this process over a database file; time stands at 09:40 on a Monday."""
    clock = clock or ManualClock(MONDAY_0940)
    if not (folder / "hall.db").exists():
        (folder / "hall.db").write_bytes(new_tables())
    engine = open_engine(sqlite_url(folder))
    hall = open_hall(engine, clock, facts, rules, Keyring(b"test key", DayKeyFiles(folder)), new_id)
    try:
        yield hall, clock
    finally:
        hall.stop()
        engine.dispose()


@dataclass
class Story:
    """A hall as a story is told about it: people come, clerks call."""

    gateway: HallGateway
    new_id: Callable[[], str] = random_id

    def send(self, command: type[Command], **fields: Any) -> Answer:
        fields.setdefault("command_id", self.new_id())
        return self.gateway.handle(command(**fields))

    def says(self, command: type[Command], **fields: Any) -> Any:
        return self.send(command, **fields).message

    def look(self, kind: BoardKind = "queue", one: str = "") -> Any:
        """Take a board as it stands."""
        return self.gateway.snapshot(kind, one).board

    def takes(
        self, matter_id: str = "m-pension", station_id: str = "kiosk-1", **visitor: Any
    ) -> Any:
        """Somebody takes a number; give `born`, `number`, or nothing for a stranger of 70."""
        return self.says(
            TakeTicket, station_id=station_id, matter_id=matter_id, visitor=person(**visitor)
        )

    def ticket(self, matter_id: str = "m-pension", **visitor: Any) -> TicketView:
        taken: TicketView = self.takes(matter_id, **visitor).ticket
        return taken


def person(
    born: str | None = None,
    number: str | None = None,
    surname: str | None = None,
    band: str | None = None,
    **more: Any,
) -> Visitor:
    """A fictional visitor; without anything a person who says to be 60 to 79."""
    if born is None and band is None:
        band = "60_79"
    return Visitor(
        id_number=Secret(number) if number else None,
        surname=Secret(surname) if surname else None,
        birth_date=Secret(born) if born else None,
        stated_age_band=band,  # type: ignore[arg-type]
        **more,
    )


def local_story(hall: Hall, station_id: str = "kiosk-1") -> Story:
    """Tell a story to a hall in this process."""
    return Story(LocalGateway(hall, station_id))


@functools.cache
def nursery() -> subprocess.Popen[str]:
    """The program that forks hall processes; it has loaded the hall's code already."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.helpers.hall_process"],
        stdin=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )

    def close() -> None:
        assert process.stdin is not None
        process.stdin.close()
        process.wait(10)

    atexit.register(close)
    return process


@dataclass
class RemoteHall:
    """A hall in a process of its own; `words` move its clock."""

    url: str
    pid: int
    words: TextIO

    def gateway(self, role: str, station_id: str) -> RemoteGateway:
        """Reach it as a station: with a credential of that role, bound to that station."""
        return RemoteGateway(self.url, self.token(role, station_id), vocabulary())

    def token(self, role: str, station_id: str) -> str:
        answer = httpx.post(
            f"{self.url}/api/v1/credentials",
            json={"role": role, "station_id": station_id},
            headers={"Authorization": "Bearer private"},
            trust_env=False,
        )
        return str(answer.raise_for_status().json()["token"])

    def advance(self, seconds: float) -> None:
        self._say(f"advance {seconds}")

    def step(self, seconds: float) -> None:
        self._say(f"step {seconds}")

    def kill(self) -> None:
        """Pull the plug."""
        os.kill(self.pid, signal.SIGKILL)

    def _say(self, line: str) -> None:
        print(line, file=self.words, flush=True)
        assert self.words.readline().strip() == "done"


@contextmanager
def open_remote_hall(
    folder: Path, facts: HallFacts = FACTS, rules: HallRules = RULES, port: int = 0
) -> Iterator[RemoteHall]:
    """Start a hall process on a free port of the loopback; it ends with the story."""
    (folder / "facts.json").write_bytes(msgspec.json.encode(facts))
    (folder / "rules.json").write_bytes(msgspec.json.encode(rules))
    (folder / "control.sock").unlink(missing_ok=True)
    starter = nursery().stdin
    assert starter is not None
    print(f"{folder} {port}", file=starter, flush=True)
    with _connected(folder / "control.sock") as control, control.makefile("rw") as words:
        _, bound, pid = words.readline().split()
        remote = RemoteHall(f"http://127.0.0.1:{bound}", int(pid), words)
        try:
            yield remote
        finally:
            with suppress(ProcessLookupError):
                os.kill(int(pid), signal.SIGTERM)


def _connected(path: Path, within_s: float = 20.0) -> socket.socket:
    waiting = threading.Event()
    for _ in range(int(within_s / 0.01)):
        control = socket.socket(socket.AF_UNIX)
        try:
            control.connect(str(path))
        except OSError:
            control.close()
            waiting.wait(0.01)
        else:
            control.settimeout(within_s)
            return control
    raise AssertionError(f"no hall process came up over {path.parent}")


class StoryOfRoles(Story):
    """A story told to a hall process: each command goes through the station that may send it."""

    def __init__(self, remote: RemoteHall) -> None:
        self.remote = remote
        self._gateways: dict[tuple[str, str], RemoteGateway] = {}
        super().__init__(self.as_station("kiosk", "kiosk-1"))

    def send(self, command: type[Command], **fields: Any) -> Answer:
        fields.setdefault("command_id", str(uuid.uuid4()))
        station = fields.get("counter_id") or fields.get("station_id") or "guide-1"
        role = next(
            role
            for role in ("console", "kiosk", "guide", "display", "manager")
            if command in ROLES[role]
            and (role == "console") == (fields.get("counter_id") is not None)
        )
        return self.as_station(role, station).handle(command(**fields))

    def as_station(self, role: str, station_id: str) -> RemoteGateway:
        key = (role, station_id)
        if key not in self._gateways:
            self._gateways[key] = self.remote.gateway(role, station_id)
        return self._gateways[key]


@dataclass
class Telling:
    """A story under way: say things, let time pass, look at boards."""

    story: Story
    advance: Callable[[float], None]
    step: Callable[[float], None]
    look: Callable[[BoardKind, str], Any]

    def says(self, command: type[Command], **fields: Any) -> Any:
        return self.story.says(command, **fields)

    def takes(self, matter_id: str = "m-pension", **visitor: Any) -> Any:
        return self.story.takes(matter_id, **visitor)

    def ticket(self, matter_id: str = "m-pension", **visitor: Any) -> TicketView:
        return self.story.ticket(matter_id, **visitor)

    def opens(self, *counter_ids: str) -> None:
        for counter_id in counter_ids:
            self.says(OpenCounter, counter_id=counter_id, clerk_id=f"k{counter_id[-1]}")

    def calls(self, counter_id: str = "c1") -> Any:
        return self.says(CallNext, counter_id=counter_id)

    def serves(self, counter_id: str = "c1") -> str:
        """Call the next one, serve and finish; returns the number."""
        ticket = self.calls(counter_id).ticket
        self.says(StartService, counter_id=counter_id, ticket_id=ticket.id)
        self.says(FinishService, counter_id=counter_id, ticket_id=ticket.id)
        return str(ticket.number)

    def standing(self, ticket_id: str) -> TicketView | None:
        found: TicketView | None = self.look("queue", "").floor.tickets.get(ticket_id)
        return found


@contextmanager
def local_telling(
    folder: Path, changes: dict[str, Any], facts: HallFacts = FACTS
) -> Iterator[Telling]:
    """Tell a story to a hall in this process."""
    rules = msgspec.structs.replace(RULES, **changes)
    with open_local_hall(folder, facts, rules) as (hall, clock):

        def advance(seconds: float) -> None:
            clock.advance(seconds)
            hall.run_due()

        gateway = LocalGateway(hall, "kiosk-1")
        yield Telling(
            Story(gateway), advance, clock.step, lambda kind, one: gateway.snapshot(kind, one).board
        )


@contextmanager
def remote_telling(
    folder: Path, changes: dict[str, Any], facts: HallFacts = FACTS
) -> Iterator[Telling]:
    """Tell a story to a hall process, each command through the station that may send it."""
    rules = msgspec.structs.replace(RULES, **changes)
    with open_remote_hall(folder, facts, rules) as remote:
        story = StoryOfRoles(remote)

        def look(kind: BoardKind, one: str) -> Any:
            role = {"counter": "display", "hall": "display", "queue": "partner"}.get(kind, kind)
            return story.as_station(role, one or "any").snapshot(kind, one).board

        yield Telling(story, remote.advance, remote.step, look)

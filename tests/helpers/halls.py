"""A hall for stories: in this process, or as a real process on a real socket."""

from __future__ import annotations

import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import msgspec

from hall.boards.vocabulary import vocabulary
from hall.client.local import LocalGateway
from hall.client.remote import RemoteGateway
from hall.kernel.clock import ManualClock
from hall.kernel.facts import HallFacts, HallRules
from hall.kernel.gateway import HallGateway
from hall.kernel.hall import Hall
from hall.kernel.messages import Answer, Command, Event, Refusal
from hall.kernel.privacy import Keyring
from hall.kernel.secret import Secret
from hall.server.roles import ROLES
from hall.store.engine import migrate, open_engine, sqlite_url
from hall.store.opening import open_hall
from hall.tickets.messages import TakeTicket, TicketView, Visitor
from tests.helpers.facts import FACTS, RULES

MONDAY_0940 = datetime(2026, 11, 23, 1, 40, tzinfo=UTC)
"""09:40 in the hall, a working day."""


@contextmanager
def open_local_hall(
    folder: Path,
    facts: HallFacts = FACTS,
    rules: HallRules = RULES,
    clock: ManualClock | None = None,
) -> Iterator[tuple[Hall, ManualClock]]:
    """Open a hall in this process over a database file; time stands at 09:40 on a Monday."""
    clock = clock or ManualClock(MONDAY_0940)
    engine = open_engine(sqlite_url(folder))
    migrate(engine)
    hall = open_hall(engine, clock, facts, rules, Keyring(b"test key"))
    try:
        yield hall, clock
    finally:
        hall.stop()
        engine.dispose()


@dataclass
class Story:
    """A hall as a story is told about it: people come, clerks call."""

    gateway: HallGateway

    def send(self, command: type[Command], **fields: Any) -> Answer:
        fields.setdefault("command_id", str(uuid.uuid4()))
        return self.gateway.handle(command(**fields))

    def says(self, command: type[Command], **fields: Any) -> Event | Refusal:
        return self.send(command, **fields).message

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


@dataclass
class RemoteHall:
    """A hall in a process of its own."""

    process: subprocess.Popen[str]
    url: str

    def gateway(self, role: str, station_id: str) -> RemoteGateway:
        """Reach it as a station: with a credential of that role, bound to that station."""
        token = self.token(role, station_id)
        return RemoteGateway(self.url, token, vocabulary())

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

    def _say(self, line: str) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        assert self.process.stdout.readline().strip() == "done"


@contextmanager
def open_remote_hall(
    folder: Path, facts: HallFacts = FACTS, rules: HallRules = RULES, port: int = 0
) -> Iterator[RemoteHall]:
    """Start a hall process on a free port of the loopback; it ends with the story."""
    (folder / "facts.json").write_bytes(msgspec.json.encode(facts))
    (folder / "rules.json").write_bytes(msgspec.json.encode(rules))
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-m", "tests.helpers.hall_process", str(folder), str(port)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    try:
        assert process.stdout is not None
        _, _, bound = process.stdout.readline().partition(" ")
        yield RemoteHall(process, f"http://127.0.0.1:{int(bound)}")
    finally:
        process.terminate()
        process.wait(10)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()


class StoryOfRoles(Story):
    """A story told to a hall process: each command goes through the station that may send it."""

    def __init__(self, remote: RemoteHall) -> None:
        self.remote = remote
        self._gateways: dict[tuple[str, str], RemoteGateway] = {}
        super().__init__(self._as("kiosk", "kiosk-1"))

    def send(self, command: type[Command], **fields: Any) -> Answer:
        fields.setdefault("command_id", str(uuid.uuid4()))
        station = fields.get("counter_id") or fields.get("station_id") or "guide-1"
        role = next(
            role
            for role in ("console", "kiosk", "guide", "display", "manager")
            if command in ROLES[role]
            and (role == "console") == (fields.get("counter_id") is not None)
        )
        return self._as(role, station).handle(command(**fields))

    def _as(self, role: str, station_id: str) -> RemoteGateway:
        key = (role, station_id)
        if key not in self._gateways:
            self._gateways[key] = self.remote.gateway(role, station_id)
        return self._gateways[key]

    def close(self) -> None:
        for gateway in self._gateways.values():
            gateway.close()

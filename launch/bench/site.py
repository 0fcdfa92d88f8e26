"""A hall to measure: in this process, then as a process of its own over the same state."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hall.boards.vocabulary import vocabulary
from hall.calls.messages import OpenCounter
from hall.client.remote import TIMEOUT_S, RemoteGateway
from hall.client.request import request
from hall.kernel.clock import SteadyClock
from hall.kernel.errors import HallUnreachable
from hall.kernel.facts import HallFacts
from hall.kernel.hall import Hall
from hall.store.engine import migrate, open_engine, sqlite_url
from hall.store.keys import load_keyring
from hall.store.opening import last_steady_s, open_hall, random_id
from hall.tickets.messages import TakeTicket
from launch.bench.crowd import takings
from launch.bench.serving import BenchBroken
from launch.demo.clock import shift_s
from launch.facts import facts_of, rules_of
from launch.joining import credential
from launch.paths import DEMO_CONFIG, PROJECT
from launch.settings import load_hall

STARTED_WITHIN_S = 30.0
LOOK_EVERY_S = 0.02


@dataclass(frozen=True)
class Site:
    """A hall in this process, its clock at 09:40, and people who have not come yet."""

    hall: Hall
    comers: Iterator[TakeTicket]

    @property
    def facts(self) -> HallFacts:
        """What its stations may know."""
        return self.hall.parts.facts

    def busiest_counter(self) -> str:
        """Return the counter that serves the most queues."""
        return max(self.facts.counters, key=lambda counter: len(counter.serves)).id

    def open_counter(self, counter_id: str) -> None:
        """Open a counter with the first clerk."""
        self.hall.handle(
            OpenCounter(
                command_id=random_id(), counter_id=counter_id, clerk_id=self.facts.clerks[0].id
            )
        )

    def fill(self, waiting: int) -> None:
        """Let people take numbers until that many more wait; they share commits."""
        answers = [self.hall.submit(next(self.comers), "kiosk-1") for _ in range(waiting)]
        for answer in answers:
            answer.result()


@contextmanager
def new_state() -> Iterator[Path]:
    """Make a state directory that is removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="silverhall-bench-") as folder:
        yield Path(folder)


@contextmanager
def local_site(state: Path) -> Iterator[Site]:
    """Open a hall of the demo's settings in this process, on a real disk."""
    loaded = load_hall(DEMO_CONFIG)
    facts, rules = facts_of(loaded.settings, loaded.matters), rules_of(loaded.settings)
    engine = open_engine(sqlite_url(state))
    migrate(engine)
    shift = timedelta(seconds=morning_shift_s())
    clock = SteadyClock(last_steady_s(engine, facts.hall_id), shift)
    hall = open_hall(engine, clock, facts, rules, load_keyring(state))
    try:
        yield Site(hall, takings(matter_ids(facts, 0)))
    finally:
        hall.stop()
        engine.dispose()


def matter_ids(facts: HallFacts, counter: int) -> tuple[str, ...]:
    """Return the matters one counter serves."""
    serves = facts.counters[counter].serves
    return tuple(
        matter.id
        for matter in facts.matters
        if matter.queue in serves and not matter.true_intent_check  # asked alone before it ends
    )


@dataclass(frozen=True)
class HallProcess:
    """A hall as it runs in a hall: `./run hall` on the loopback."""

    url: str
    pid: int
    private_token: str

    def token(self, role: str, bound_to: str) -> str:
        """Make a credential for a station."""
        return credential(self.url, self.private_token, role, bound_to)

    def gateway(self, role: str, bound_to: str) -> RemoteGateway:
        """Reach it as a station."""
        return RemoteGateway(self.url, self.token(role, bound_to), vocabulary())


@contextmanager
def hall_process(state: Path) -> Iterator[HallProcess]:
    """Run a hall of the demo's settings over a state directory; it ends afterwards."""
    command = [sys.executable, "-m", "launch", "hall", "--config", str(DEMO_CONFIG)]
    command += ["--state", str(state), "--clock-shift-s", str(morning_shift_s())]
    with subprocess.Popen(command, cwd=PROJECT) as process:  # noqa: S603 - our own module
        try:
            address = _address(state, process)
            token = (state / "keys" / "private.token").read_text(encoding="ascii").strip()
            yield HallProcess(address["url"], process.pid, token)
        finally:
            process.send_signal(signal.SIGTERM)


def resident_mb(pid: int) -> float:
    """Return the resident memory of a process in megabytes (10^6 bytes)."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _address(state: Path, process: subprocess.Popen[bytes]) -> dict[str, str]:
    waiting = threading.Event()
    for _ in range(int(STARTED_WITHIN_S / LOOK_EVERY_S)):
        try:
            address: dict[str, str] = json.loads((state / "hall.json").read_bytes())
            ready = request("GET", f"{address['url']}/readyz", timeout_s=TIMEOUT_S, headers={})
            if ready.status == 200:
                return address
        except (OSError, ValueError, HallUnreachable):
            if process.poll() is not None:
                break
        waiting.wait(LOOK_EVERY_S)
    raise BenchBroken(f"the hall over {state} did not start")


def morning_shift_s() -> float:
    """Return the seconds to add to this machine's clock, so that halls and kiosks see 09:40."""
    return shift_s(datetime.now(UTC), load_hall(DEMO_CONFIG).settings)

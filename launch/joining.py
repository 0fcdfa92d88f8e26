"""How a station finds its hall: a URL with a token, or the embedded hall of its state directory."""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from hall.kernel.errors import HallUnreachable
from hall.kernel.facts import HallFacts
from hall.kernel.gateway import BlobKind, BoardKind, Feed, HallGateway, Snapshot
from hall.kernel.messages import Answer, Command

T = TypeVar("T")
ADDRESS_FILE = "hall.json"
STARTED_WITHIN_S = 20.0
LOOK_EVERY_S = 0.05


@dataclass(frozen=True)
class Joining:
    """What a station needs to join. `hall` is `embedded` or a URL."""

    hall: str
    role: str
    bound_to: str
    state: Path
    config: Path
    token_file: Path | None = None
    shift_s: float = 0.0


class DeferredGateway:
    """A gateway that joins its hall when it is first needed, and again after the hall was lost.

    Joining may take seconds and runs in whatever worker thread asks first; the screen is painted
    long before.
    """

    def __init__(self, join: Callable[[], HallGateway]) -> None:
        self._join = join
        self._lock = threading.Lock()
        self._gateway: HallGateway | None = None
        self.facts: HallFacts | None = None
        """What the last snapshot said of the hall; None until the first."""

    def handle(self, command: Command) -> Answer:
        """Send one command and wait for its answer."""
        return self._with(lambda gateway: gateway.handle(command))

    def snapshot(self, board: BoardKind, board_id: str = "") -> Snapshot:
        """Take a board."""
        taken = self._with(lambda gateway: gateway.snapshot(board, board_id))
        self.facts = getattr(taken.board, "facts", self.facts)
        return taken

    def follow(self, after: int, board: BoardKind, board_id: str = "") -> Feed:
        """Follow what happens after a place."""
        return self._with(lambda gateway: gateway.follow(after, board, board_id))

    def seal(self, data: bytes, kind: BlobKind, blob_id: str = "") -> str:
        """Have bytes kept sealed; with an id made here, once however often it is asked."""
        return self._with(lambda gateway: gateway.seal(data, kind, blob_id))

    def unseal(self, blob_id: str) -> bytes:
        """Return what is in a blob."""
        return self._with(lambda gateway: gateway.unseal(blob_id))

    def _with(self, use: Callable[[HallGateway], T]) -> T:
        with self._lock:
            if self._gateway is None:
                self._gateway = self._join()
            gateway = self._gateway
        try:
            return use(gateway)
        except HallUnreachable:
            with self._lock:
                if self._gateway is gateway:
                    self._gateway = None
            raise


def join_hall(joining: Joining) -> HallGateway:
    """Return a gateway for a station. Raises HallUnreachable, NotAllowed."""
    from hall.boards.vocabulary import vocabulary
    from hall.client.remote import RemoteGateway

    if joining.hall != "embedded":
        return RemoteGateway(joining.hall, _token_of(joining), vocabulary())
    url, private_token = find_or_start(joining)
    token = credential(url, private_token, joining.role, joining.bound_to)
    return RemoteGateway(url, token, vocabulary())


def find_or_start(joining: Joining) -> tuple[str, str]:
    """Return (url, private token) of the hall of a state directory; starts it when none runs."""
    state = joining.state
    state.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (state / "join.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        url = _alive(state)
        if url is None:
            _start(joining)
            url = _await_hall(state)
    return url, (state / "keys" / "private.token").read_text(encoding="ascii").strip()


def _start(joining: Joining) -> None:
    command = [sys.executable, "-m", "launch", "hall", "--embedded"]
    command += ["--config", str(joining.config), "--state", str(joining.state)]
    command += ["--clock-shift-s", str(joining.shift_s)]
    (joining.state / "logs").mkdir(mode=0o700, parents=True, exist_ok=True)
    with (joining.state / "logs" / "hall-start.log").open("ab") as log:
        subprocess.Popen(  # noqa: S603 - our own interpreter and module
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=Path(__file__).parents[1],
            start_new_session=True,
        )


def _await_hall(state: Path) -> str:
    waiting = threading.Event()
    for _ in range(int(STARTED_WITHIN_S / LOOK_EVERY_S)):
        url = _alive(state)
        if url is not None:
            return url
        waiting.wait(LOOK_EVERY_S)
    raise HallUnreachable("the hall of this machine did not start; see logs/hall-start.log")


def _alive(state: Path) -> str | None:
    """Return the URL of a hall that runs and answers."""
    from hall.client.request import request

    try:
        address = json.loads((state / ADDRESS_FILE).read_text(encoding="utf-8"))
        os.kill(address["pid"], 0)
        ready = request("GET", f"{address['url']}/readyz", timeout_s=2.0, headers={})
    except (OSError, ValueError, KeyError, HallUnreachable):
        return None
    return str(address["url"]) if ready.status == 200 else None


def credential(url: str, private_token: str, role: str, bound_to: str) -> str:
    """Have the hall of this machine make a token for a station. Raises HallUnreachable."""
    from hall.client.request import request

    wish = {"role": role, "station_id": bound_to}
    reply = request(
        "POST",
        f"{url}/api/v1/credentials",
        timeout_s=3.0,
        headers={"Authorization": f"Bearer {private_token}", "Content-Type": "application/json"},
        body=json.dumps(wish).encode(),
    )
    if reply.status != 200:
        raise HallUnreachable(f"the hall of this machine gives no credential ({reply.status})")
    return str(json.loads(reply.body)["token"])


def _token_of(joining: Joining) -> str:
    if joining.token_file is None:
        raise HallUnreachable(
            "a station of a distant hall needs a token_file; see docs/settings.md"
        )
    try:
        return joining.token_file.read_text(encoding="ascii").strip()
    except OSError as fault:
        raise HallUnreachable(f"the token file {joining.token_file} cannot be read") from fault

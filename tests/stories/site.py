"""A hall and its stations as the processes they are on a real site, over one state directory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import httpx
import msgspec
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from hall.kernel.messages import Command, encode_hook
from launch.control_client import ControlRefused, StationControl
from launch.demo.clock import shift_s
from launch.demo.placing import Place
from launch.demo.site import STATIONS, DemoSite
from launch.paths import DEMO_CONFIG, PROJECT
from launch.settings import load_hall

KIOSK = next(one for one in STATIONS if one.name == "kiosk")
HALF_SIZE = Place(0, 0, 0.5)
LOOK_EVERY_S = 0.05


@dataclass
class Site:
    """One state directory with its processes; `later_s` is how far its clock was moved on."""

    state: Path
    ending: ExitStack
    later_s: float = 0.0
    processes: DemoSite = field(init=False)

    def __post_init__(self) -> None:
        self._http = self.ending.enter_context(httpx.Client(trust_env=False))
        self._tokens: dict[tuple[str, str], str] = {}
        self.processes = DemoSite(
            self.state, {**os.environ, "QT_QPA_PLATFORM": "offscreen"}, self._shift_s()
        )
        self.ending.callback(self._stop)

    def start_hall(self) -> None:
        """Start the hall as a station would; its clock shows 09:40 and what was added to it."""
        self.processes.shift_s = self._shift_s()
        command = [sys.executable, "-m", "launch", "hall", "--embedded"]
        command += ["--config", str(DEMO_CONFIG), "--state", str(self.state)]
        command += ["--clock-shift-s", str(self._shift_s())]
        with (self.state / "hall-start.log").open("ab") as log:
            self.hall = subprocess.Popen(  # noqa: S603 - our own module
                command, stdout=log, stderr=log, cwd=PROJECT
            )
        address = self.state / "hall.json"
        waiting = threading.Event()
        while not address.exists():
            assert self.hall.poll() is None, (self.state / "hall-start.log").read_text("utf-8")
            waiting.wait(0.01)
        self.url = str(json.loads(address.read_text("utf-8"))["url"])
        key = self.state / "keys" / "private.token"
        self._private_token = key.read_text("ascii").strip()

    def start_kiosk(self) -> Kiosk:
        return Kiosk(self.processes.start(KIOSK, HALF_SIZE), self)

    def end_hall(self) -> None:
        """Tell the hall to end and wait until it has put everything away."""
        self.hall.terminate()
        assert self.hall.wait(10) == 0
        assert not (self.state / "hall.json").exists(), "nobody is sent to a hall that has ended"

    def moves_on(self, seconds: float) -> None:
        """End the hall and start it again some hours later."""
        self.end_hall()
        self.later_s += seconds
        self.start_hall()

    def waits_for(self, true: Callable[[], bool], within_s: float = 10.0) -> None:
        waiting = threading.Event()
        for _ in range(int(within_s / LOOK_EVERY_S)):
            if true():
                return
            waiting.wait(LOOK_EVERY_S)
        raise AssertionError(f"not in time: {true}")

    def token(self, role: str, station_id: str) -> str:
        """A credential, made as the launcher of a station makes one."""
        if (role, station_id) in self._tokens:
            return self._tokens[role, station_id]
        answer = self._http.post(
            f"{self.url}/api/v1/credentials",
            json={"role": role, "station_id": station_id},
            headers={"Authorization": f"Bearer {self._private_token}"},
        )
        token = str(answer.raise_for_status().json()["token"])
        return self._tokens.setdefault((role, station_id), token)

    def says(self, token: str, command: Command) -> str:
        """Send a command and return the answer's text as it went over the wire."""
        answer = self._http.post(
            f"{self.url}/api/v1/commands",
            content=msgspec.json.encode(command, enc_hook=encode_hook),
            headers={"Authorization": f"Bearer {token}"},
        )
        return answer.raise_for_status().text

    def refuses(self, token: str, body: bytes) -> None:
        """Send what cannot be understood; the hall says so and nothing else happens."""
        answer = self._http.post(
            f"{self.url}/api/v1/commands",
            content=body,
            headers={"Authorization": f"Bearer {token}"},
        )
        assert answer.status_code == 422, answer.text

    def looks(self, token: str, board: str, board_id: str) -> str:
        """Return a board's text as it went over the wire."""
        answer = self._http.get(
            f"{self.url}/api/v1/snapshot",
            params={"board": board, "id": board_id},
            headers={"Authorization": f"Bearer {token}"},
        )
        return answer.raise_for_status().text

    def follows(self, token: str, board: str, board_id: str) -> list[str]:
        """Follow a board from the very first event; the texts go on growing."""
        texts: list[str] = []
        address = f"{self.url.replace('http', 'ws', 1)}/api/v1/feed"
        socket = self.ending.enter_context(
            connect(
                f"{address}?after=0&board={board}&id={board_id}",
                additional_headers={"Authorization": f"Bearer {token}"},
                proxy=None,
            )
        )

        def listen() -> None:
            with suppress(ConnectionClosed):
                for text in socket:
                    texts.append(str(text))

        threading.Thread(target=listen, daemon=True).start()
        return texts

    def _shift_s(self) -> float:
        now = datetime.now(UTC)  # noqa: TID251 - a real process has the real clock
        return shift_s(now, load_hall(DEMO_CONFIG).settings) + self.later_s

    def _stop(self) -> None:
        self.processes.stop()
        self.hall.kill()
        self.hall.wait(10)


@dataclass
class Kiosk:
    """A kiosk process with the finger and the eyes of whoever stands there."""

    control: StationControl
    site: Site

    def touch(self, *names: str) -> None:
        """Press each key until its page has turned: one that has just appeared does not listen."""
        for name in names:
            self.control.ask("await", key=name)
            before = self.texts()
            self.site.waits_for(partial(self._turned, name, before))

    def _turned(self, name: str, before: str) -> bool:
        with suppress(ControlRefused):
            self.control.ask("click", name=name)
        return self.texts() != before

    def shows(self, text: str) -> None:
        self.control.ask("await", text=text)

    def texts(self) -> str:
        return "\n".join(self.control.ask("texts")["texts"])

    def device(self, device: str, word: str, **arguments: object) -> None:
        self.control.ask("sim", device=device, word=word, arguments=arguments)

    def first_key(self, beginning: str) -> str:
        """The name of the first key of a kind, once it is shown."""
        self.site.waits_for(lambda: bool(self._keys(beginning)))
        return self._keys(beginning)[0]

    def falls(self, count: int) -> list[Path]:
        """The papers in front of the printer, once there are so many."""
        self.site.waits_for(lambda: len(self.papers()) >= count)
        return self.papers()

    def papers(self) -> list[Path]:
        return sorted((self.site.state / "prints" / "kiosk-1" / "printer").glob("*.png"))

    def _keys(self, beginning: str) -> list[str]:
        return [one for one in self.control.ask("keys")["keys"] if one.startswith(beginning)]

    def pull_the_plug(self) -> None:
        self.control.close()
        self.site.processes.kill("kiosk")
        del self.site.processes.controls["kiosk"]


@contextmanager
def open_site(state: Path) -> Iterator[Site]:
    """Open a site with its hall; everything ends with the story."""
    with ExitStack() as ending:
        site = Site(state, ending)
        site.start_hall()
        yield site

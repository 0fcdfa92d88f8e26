"""How a story is told to running stations: touches, words for simulators, and looking."""

from __future__ import annotations

import json
import re
import threading
from dataclasses import dataclass

from launch.control_client import ControlRefused, StationControl
from launch.demo.journal import Journal
from launch.demo.site import DemoSite

LABEL = re.compile(r"^\D\d{3,4}$")
"""A ticket label as it stands on a screen: the character of its seal and its digits."""

SETTLE_S = 0.5
"""Before a page is photographed: by then the hall has answered and a key has come up again."""

THINK_S = 0.1
"""Between a key that listens and the finger: a page that is about to change has changed."""

ANNOUNCER = "prints/board-1/speaker/spoken.jsonl"
"""Where the announcing station's simulated loudspeaker writes what it played."""

STRIP = "prints/display-3/strip/shown.txt"
"""Where the simulated strip of window 3 writes what it has shown."""

LOOK_EVERY_S = 0.1


@dataclass(frozen=True)
class Tour:
    """The stations under their control sockets, and the journal they are written into."""

    site: DemoSite
    journal: Journal

    @property
    def kiosk(self) -> StationControl:
        """The entrance kiosk."""
        return self.site.controls["kiosk"]

    def touch(self, station: str, name: str, within_s: float = 12.0) -> None:
        """Press a key as soon as it is there and listens."""
        control = self.site.controls[station]
        control.ask("await", key=name, within_s=within_s)
        self.settle(THINK_S)
        control.ask("await", key=name, within_s=within_s)
        control.ask("click", name=name)
        self.journal.note(station, f"press {name}")

    def awaits(self, station: str, text: str, within_s: float = 12.0) -> None:
        """Wait until a station shows a text."""
        self.site.controls[station].ask("await", text=text, within_s=within_s)

    def simulate(self, device: str, word: str, station: str = "kiosk", **arguments: object) -> None:
        """Say a word to a simulated device."""
        self.site.controls[station].ask("sim", device=device, word=word, arguments=arguments)
        self.journal.note(station, f"{device}: {word} {arguments or ''}".strip())

    def spoken(self, label: str, within_s: float = 20.0) -> str:
        """Wait until the announcing station has played a call; return what it said."""
        path = self.site.state / ANNOUNCER
        waiting = threading.Event()
        for _ in range(int(within_s / LOOK_EVERY_S)):
            lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
            for said in map(json.loads, lines):
                if label in said["text"]:
                    return str(said["text"])
            waiting.wait(LOOK_EVERY_S)
        raise ControlRefused(f"nobody said {label}")

    def lamps(self, label: str, within_s: float = 8.0) -> str:
        """Wait until the strip of window 3 shows a number; return the line."""
        path = self.site.state / STRIP
        waiting = threading.Event()
        for _ in range(int(within_s / LOOK_EVERY_S)):
            lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
            if lines and label in lines[-1]:
                return lines[-1]
            waiting.wait(LOOK_EVERY_S)
        raise ControlRefused(f"the strip does not show {label}")

    @staticmethod
    def settle(for_s: float = SETTLE_S) -> None:
        """Wait until what was pressed is to be seen."""
        threading.Event().wait(for_s)


def label_in(texts: list[str]) -> str:
    """Return the ticket label among texts. Raises ControlRefused when none is shown."""
    for text in texts:
        if LABEL.match(text):
            return text
    raise ControlRefused(f"no ticket number is shown; shown: {texts}")

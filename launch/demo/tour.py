"""The tour: a morning's stories played through the real windows and the real wire protocols."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from launch.control_client import ControlRefused, StationControl
from launch.demo.journal import Journal
from launch.demo.site import STATIONS, DemoSite, demo_site

LABEL = re.compile(r"^\D\d{3,4}$")
"""A ticket label as it stands on a screen: the character of its seal and its digits."""

SETTLE_S = 0.75
"""A page ignores fingers for half a second after it appears; so does the scripted one."""


class TourBroken(RuntimeError):
    """A story did not go as it should; the message says where."""


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
        _settle()
        control.ask("click", name=name)
        self.journal.note(station, f"press {name}")

    def awaits(self, station: str, text: str, within_s: float = 12.0) -> None:
        """Wait until a station shows a text."""
        self.site.controls[station].ask("await", text=text, within_s=within_s)

    def simulate(self, device: str, word: str, station: str = "kiosk", **arguments: object) -> None:
        """Say a word to a simulated device."""
        self.site.controls[station].ask("sim", device=device, word=word, arguments=arguments)
        self.journal.note(station, f"{device}: {word} {arguments or ''}".strip())


def play(folder: Path) -> Path:
    """Play every story into a folder and return the journal's path. Raises TourBroken."""
    folder.mkdir(parents=True, exist_ok=True)
    with demo_site(offscreen=True) as site:
        for station in STATIONS:
            site.start(station)
        journal = Journal(folder, site.controls)
        tour = Tour(site, journal)
        try:
            for story in STORIES:
                with _told(story.__name__):
                    story(tour)
        finally:
            _collect(site, folder)
            journal.write()
    _papers(folder)
    return folder / "journal.json"


def everything_is_ready(tour: Tour) -> None:
    """The stations have found their hall; the morning is on the boards."""
    tour.kiosk.ask("await", key="key.start", within_s=20)
    tour.journal.look("kiosk", "the kiosk waits", "kiosk_home")
    tour.awaits("board", ":")
    tour.journal.look("board", "the hall board between two calls", "board_rest")


def a_clerk_sits_down(tour: Tour) -> None:
    """Li Min opens window 3 at her console."""
    tour.touch("console", "clerk_c01")
    tour.site.controls["console"].ask("await", key="key_call", within_s=10)
    tour.journal.look("console", "the clerk has opened the window", "console_open")
    tour.journal.look("counter", "the counter's screen invites", "counter_idle")


def an_elder_takes_a_number(tour: Tour) -> str:
    """A lady of 85 puts her card down, touches three keys and takes her slip."""
    tour.touch("kiosk", "key.start")
    tour.kiosk.ask("await", key="key.no_card", within_s=5)
    tour.journal.look("kiosk", "the kiosk asks for the card", "kiosk_card")
    tour.simulate("reader", "present_card", specimen="elder_85")
    tour.kiosk.ask("await", key="key.continue", within_s=8)
    tour.journal.look("kiosk", "the kiosk greets her", "kiosk_greeting")
    tour.simulate("reader", "take_card")
    tour.kiosk.ask("await", key="key.group.subsidy", within_s=15)
    tour.journal.look("kiosk", "what for?", "kiosk_groups")
    tour.touch("kiosk", "key.group.subsidy")
    tour.kiosk.ask("await", key="key.matter.EL001", within_s=5)
    tour.journal.look("kiosk", "which one?", "kiosk_matters")
    tour.touch("kiosk", "key.matter.EL001")
    tour.kiosk.ask("await", key="key.yes", within_s=5)
    tour.journal.look("kiosk", "is that right?", "kiosk_confirm")
    tour.touch("kiosk", "key.yes")
    tour.kiosk.ask("await", key="key.done", within_s=15)
    _settle()
    texts = tour.journal.look("kiosk", "the slip comes out", "kiosk_ticket")
    return _label(texts)


def a_clerk_calls(tour: Tour) -> None:
    """The clerk presses F1: counter screen, hall board and voice show and say the number."""
    tour.site.controls["console"].ask("key", text="F1")
    tour.journal.note("console", "press F1")
    tour.site.controls["console"].ask("await", key="key_start", within_s=10)
    label = _label(tour.journal.look("console", "the clerk called", "console_called"))
    tour.awaits("counter", label)
    tour.journal.look("counter", f"the counter's screen asks {label}", "counter_calling")
    tour.awaits("board", label)
    tour.journal.look("board", f"the hall board calls {label}", "board_call")
    spoken = _await_spoken(tour.site, label)
    tour.journal.note("board", f"the call was spoken: {spoken}")
    tour.touch("console", "key_start")
    tour.site.controls["console"].ask("await", key="key_finish", within_s=5)
    _settle()
    tour.journal.look("console", "the visitor sits at the counter", "console_serving")
    tour.journal.look("counter", f"{label} is being served", "counter_serving")


def the_paper_runs_out(tour: Tour) -> None:
    """No paper: the number is shown giant, and the guide is told."""
    tour.touch("kiosk", "key.done")
    tour.simulate("printer", "paper_out")
    tour.simulate("reader", "present_card", specimen="elder_66")
    tour.touch("kiosk", "key.continue")
    tour.simulate("reader", "take_card")
    tour.touch("kiosk", "key.group.identity")
    tour.touch("kiosk", "key.matter.EL004")
    tour.touch("kiosk", "key.yes")
    tour.kiosk.ask("await", key="key.remembered", within_s=15)
    _settle()
    label = _label(tour.journal.look("kiosk", "no paper: remember the number", "kiosk_no_paper"))
    tour.awaits("guide", label)
    tour.journal.look("guide", f"the guide sees that {label} has no paper", "guide_no_paper")
    tour.simulate("printer", "paper_in")
    tour.touch("kiosk", "key.remembered")


def somebody_asks_for_help(tour: Tour) -> None:
    """One touch on the amber key; the guide answers."""
    tour.touch("kiosk", "help")
    _settle()
    tour.journal.look("kiosk", "help is coming", "kiosk_help")
    controls = tour.site.controls["guide"]
    controls.ask("await", key="help_1_go", within_s=8)
    tour.journal.look("guide", "the guide sees who asks", "guide_help")
    tour.touch("guide", "help_1_go")
    tour.touch("kiosk", "back")


def what_to_bring(tour: Tour) -> None:
    """Somebody only wants to know which papers to bring."""
    tour.touch("kiosk", "key.what_to_bring")
    tour.touch("kiosk", "key.group.medical")
    tour.touch("kiosk", "key.matter.EL025")
    tour.kiosk.ask("await", key="key.take", within_s=5)
    _settle()
    tour.journal.look("kiosk", "the papers to bring, in large print", "kiosk_bring")
    tour.touch("kiosk", "key.done")


def the_reader_is_gone(tour: Tour) -> None:
    """The reader's cable is pulled: there is another way at once."""
    tour.simulate("reader", "unplug")
    tour.touch("kiosk", "key.start")
    tour.kiosk.ask("await", key="key.no_card", within_s=8)
    _settle()
    tour.journal.look("kiosk", "another way without the reader", "kiosk_reader_gone")
    tour.simulate("reader", "plug")
    tour.touch("kiosk", "key.no_card")
    tour.kiosk.ask("await", key="key.age.80_plus", within_s=5)
    tour.journal.look("kiosk", "the age is asked and believed", "kiosk_age")
    tour.touch("kiosk", "help")
    tour.touch("kiosk", "back")
    tour.touch("kiosk", "back")


def the_guide_takes_a_number(tour: Tour) -> None:
    """Two touches at the guide desk for somebody without a card."""
    tour.touch("guide", "band_80_plus")
    tour.touch("guide", "group_pension")
    _settle()
    tour.journal.look("guide", "a number in two touches", "guide_number")


def the_hall_is_killed(tour: Tour) -> None:
    """The hall process dies: every screen says so, and all come back by themselves."""
    tour.site.kill_hall()
    tour.awaits("board", _stale_words(tour), within_s=6)
    tour.journal.look("board", "the board says that it may be old", "board_stale")
    tour.journal.look("kiosk", "the kiosk leads to the guide desk", "kiosk_hall_gone")
    tour.kiosk.ask("await", key="key.start", within_s=30)
    tour.journal.look("kiosk", "the hall is back", "kiosk_back")


STORIES = (
    everything_is_ready,
    a_clerk_sits_down,
    an_elder_takes_a_number,
    a_clerk_calls,
    the_paper_runs_out,
    somebody_asks_for_help,
    what_to_bring,
    the_reader_is_gone,
    the_guide_takes_a_number,
    the_hall_is_killed,
)


@contextmanager
def _told(story: str) -> Iterator[None]:
    try:
        yield
    except ControlRefused as fault:
        raise TourBroken(f"the story '{story}' stopped: {fault}") from fault


def _label(texts: list[str]) -> str:
    for text in texts:
        if LABEL.match(text):
            return text
    raise ControlRefused(f"no ticket number is shown; shown: {texts}")


def _settle() -> None:
    threading.Event().wait(SETTLE_S)


def _stale_words(tour: Tour) -> str:
    from launch.words import words_of

    del tour
    return words_of("display").get("stale")


def _await_spoken(site: DemoSite, label: str, within_s: float = 20.0) -> str:
    """Wait until the announcing station has written the call; return what it said."""
    import json

    path = site.state / "prints" / "speaker" / "spoken.jsonl"
    waiting = threading.Event()
    for _ in range(int(within_s / 0.1)):
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        for line in lines:
            said = json.loads(line)
            if label in said["text"]:
                return str(said["text"])
        waiting.wait(0.1)
    raise ControlRefused(f"nobody said {label}")


def _collect(site: DemoSite, folder: Path) -> None:
    """Bring the simulated outputs together: slips from the printers, sound from the speakers."""
    for name in ("slips", "voice"):
        (folder / name).mkdir(exist_ok=True)
    for path in sorted((site.state / "prints").rglob("*")):
        if path.suffix in (".png", ".bin"):
            shutil.copy(path, folder / "slips" / f"{path.parent.name}-{path.name}")
        elif path.suffix in (".wav", ".jsonl"):
            shutil.copy(path, folder / "voice" / f"{path.parent.name}-{path.name}")


def _papers(folder: Path) -> None:
    """Write the sample slip as PDF, the way a hall without a slip printer gets it."""
    from forms.slip import compose
    from forms.slip_sample import sample_ticket
    from launch.paths import ASSETS
    from launch.words import table_of
    from printer_drivers.fonts import FontBook
    from printer_drivers.pdf import render_pdf

    words = table_of("slip")
    papers = folder / "papers"
    papers.mkdir(exist_ok=True)
    slip = compose(sample_ticket(words), words)
    (papers / "slip.pdf").write_bytes(render_pdf(slip, FontBook(ASSETS / "fonts")))

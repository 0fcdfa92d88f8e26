"""What a station may know of its devices: small protocols and the values that cross them.

The document camera's, with its pages and verdicts, stands beside: devices/camera_port.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Protocol

SourceOfFault = Literal["card", "person", "reader", "link"]


@dataclass(frozen=True)
class Ready:
    """The device answers and can work."""


@dataclass(frozen=True)
class PaperLow:
    """It still prints; the roll is near its end."""


@dataclass(frozen=True)
class PaperOut:
    """Nothing prints until somebody puts in a new roll."""


@dataclass(frozen=True)
class CoverOpen:
    """The cover stands open."""


@dataclass(frozen=True)
class UserError:
    """A person keeps the device from working, for instance with two cards on the plate."""

    what: str


@dataclass(frozen=True)
class Offline:
    """The link is gone: cable, power or address."""

    why: str


@dataclass(frozen=True)
class Fault:
    """The device itself reports a fault that staff must see to."""

    what: str


@dataclass(frozen=True)
class Unknown:
    """The device does not say. Work goes on; nobody claims that all is well."""


DeviceStatus = Ready | PaperLow | PaperOut | CoverOpen | UserError | Offline | Fault | Unknown

_WORDS: dict[type, str] = {
    Ready: "ready",
    PaperLow: "paper_low",
    PaperOut: "paper_out",
    CoverOpen: "cover_open",
    UserError: "user_error",
    Offline: "offline",
    Fault: "fault",
    Unknown: "unknown",
}


def status_word(status: DeviceStatus) -> str:
    """Return the snake_case word of a status, as it stands in events and on the wire."""
    return _WORDS[type(status)]


@dataclass(frozen=True, repr=False)
class IdCard:
    """One read of one card. Hand on what the visit needs, then drop it.

    Dates are calendar dates of the card; `valid_to` None means that it has no end.
    `sex` is the GB/T 2261.1 code: 0 unknown, 1 male, 2 female, 9 not stated.
    """

    kind: Literal["resident", "permanent_foreigner", "hmt_permit"]
    name: str
    sex: int
    ethnicity: str
    birth_date: date
    address: str
    id_number: str
    issued_by: str
    valid_from: date | None
    valid_to: date | None
    pass_number: str | None = None

    def __repr__(self) -> str:
        """Never print what a card says."""
        return f"IdCard(kind={self.kind!r}, …)"


@dataclass(frozen=True)
class CardSeen:
    """A card was read whole. `epoch` is the reader session it belongs to."""

    card: IdCard
    epoch: int


@dataclass(frozen=True)
class CardUnreadable:
    """A card lies there and cannot be used; `code` is a word of docs/devices.md."""

    code: Literal["lifted", "several_cards", "not_an_id_card", "not_authentic", "bad_data"]
    epoch: int


@dataclass(frozen=True)
class CardTaken:
    """The plate is empty again."""

    epoch: int


CardEvent = CardSeen | CardUnreadable | CardTaken


class CardReader(Protocol):
    """Reads ID cards in a worker of its own and reports from that worker's thread."""

    def start(
        self,
        on_card: Callable[[CardEvent], None],
        on_status: Callable[[DeviceStatus], None],
    ) -> None:
        """Begin to look for cards; both callbacks are called from the worker's thread."""
        ...

    def new_session(self) -> int:
        """Forget whoever was here: later answers carry the returned epoch, older ones are dropped.

        A card that still lies on the plate must be taken away before it is read again.
        """
        ...

    def stop(self) -> None:
        """Stop the worker and close the link; returns when both are done."""
        ...


@dataclass(frozen=True)
class SlipLine:
    """One line of a slip: text, em height in millimetres and how it stands.

    A line feed breaks the line there; one too long for the paper is broken by its width.
    `digits_em_mm` sets the digits of the line larger than its words; `mark` puts the mark of the
    hall before the text.
    """

    text: str
    em_mm: float
    weight: Literal["body", "label", "title"] = "body"
    align: Literal["left", "centre"] = "left"
    gap_above_mm: float = 0.0
    digits_em_mm: float | None = None
    mark: bool = False


@dataclass(frozen=True)
class SlipNumber:
    """The ticket number: the seal with the series' character, then the digits.

    `cap_mm` is the height of the digits; the seal is drawn in proportion (LOOK: 44 % of the em).
    """

    seal: str
    digits: str
    cap_mm: float
    gap_above_mm: float = 0.0


@dataclass(frozen=True)
class SlipRule:
    """A thin line over the whole width."""

    gap_above_mm: float = 0.0
    dashed: bool = False


@dataclass(frozen=True)
class Slip:
    """What one small paper says, before any printer language. Width in millimetres of paper."""

    parts: tuple[SlipLine | SlipNumber | SlipRule, ...]
    width_mm: float = 80.0
    copy_mark: str = ""

    def texts(self) -> tuple[str, ...]:
        """Return every text on the slip in reading order, for journals and tests."""
        return tuple(
            part.text if isinstance(part, SlipLine) else part.seal + part.digits
            for part in self.parts
            if not isinstance(part, SlipRule)
        )


@dataclass(frozen=True)
class PrintOutcome:
    """What is known after a print; `unknown` is honest and never printed again by itself."""

    outcome: Literal["printed", "not_printed", "unknown"]
    status: DeviceStatus


class SlipPrinter(Protocol):
    """Prints slips one after the other in a worker of its own."""

    @property
    def paper_mm(self) -> float:
        """Width of its paper in millimetres: what a slip should be composed for."""
        ...

    def start(self, on_status: Callable[[DeviceStatus], None]) -> None:
        """Open the link and report the status whenever it changes, from the worker's thread."""
        ...

    def print(self, slip: Slip, on_done: Callable[[PrintOutcome], None]) -> None:
        """Queue one slip; `on_done` is called once, from the worker's thread."""
        ...

    def stop(self) -> None:
        """Finish what is being printed, close the link, return when done."""
        ...


@dataclass(frozen=True)
class PaperJob:
    """One rendered A4 paper. `name` is the form's and all a queue or a log may show of it."""

    name: str
    pdf: bytes = field(repr=False)
    copies: int = 1


class PaperPrinter(Protocol):
    """Prints A4 papers one after the other in a worker of its own."""

    def start(self, on_status: Callable[[DeviceStatus], None]) -> None:
        """Look for the printer and report its status whenever it changes."""
        ...

    def print(self, job: PaperJob, on_done: Callable[[PrintOutcome], None]) -> None:
        """Queue one paper; `on_done` is called once. What was not printed never comes out later."""
        ...

    def stop(self) -> None:
        """Finish what is being printed, return when done."""
        ...


@dataclass(frozen=True)
class StripText:
    """What a strip above a counter says: one line of words, and of whom it speaks.

    `number` is the ticket's label and `window` the window's number, both empty where nobody is
    meant. A strip that cannot write a character of `text` shows the number alone.
    """

    text: str
    number: str = ""
    window: str = ""


class CallStrip(Protocol):
    """A strip of lamps above a counter, in a worker of its own. Any thread may ask."""

    def start(self, on_status: Callable[[DeviceStatus], None]) -> None:
        """Open the link and report the status whenever it changes, from the worker's thread."""
        ...

    def show(self, text: StripText) -> None:
        """Show this from now on; returns at once, also before the start.

        Nothing queues up: a strip that was silent gets the newest text only.
        """
        ...

    def stop(self) -> None:
        """Close the link, return when done."""
        ...


@dataclass(frozen=True)
class Sound:
    """Mono 16-bit PCM, ready to play. `text` is what a deaf person reads of it."""

    pcm: bytes = field(repr=False)
    rate_hz: int
    text: str

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return len(self.pcm) / 2 / self.rate_hz


class Speaker(Protocol):
    """Plays sounds one at a time."""

    def start(self, on_status: Callable[[DeviceStatus], None]) -> None:
        """Look for a sound device and report its status."""
        ...

    def play(
        self, sound: Sound, on_started: Callable[[], None], on_ended: Callable[[bool], None]
    ) -> None:
        """Play one sound; `on_ended(True)` only when it was really played to its end."""
        ...

    def silence(self) -> None:
        """Stop what is playing at once; its `on_ended(False)` is called."""
        ...

    def set_volume(self, level: float) -> None:
        """Set the volume from 0.0 to 1.0."""
        ...

    def stop(self) -> None:
        """Close the sound device."""
        ...


class Headphones(Protocol):
    """What a loudspeaker with a second output for headphones offers besides."""

    def use_headphones(self, wanted: bool) -> None:
        """Play to the headphones and not into the room, or no longer because of this.

        What is playing begins once more where it is heard now. Headphones that are known to be
        plugged in are used without being asked for, and known to be pulled out never.
        """
        ...


class Microphone(Protocol):
    """Listens when it is asked to; any thread may ask, callbacks come from a thread of its own.

    It gives mono 16-bit PCM of `rate_hz` in chunks of some hundredths of a second.
    """

    @property
    def rate_hz(self) -> int:
        """Samples a second of what it hears."""
        ...

    def start(self, on_status: Callable[[DeviceStatus], None]) -> None:
        """Look for a microphone and report its status, now and whenever it changes."""
        ...

    def listen(self, on_chunk: Callable[[bytes], None]) -> None:
        """Hand on what is heard from now on; without a microphone nothing ever is.

        A microphone that is lost ends the listening; it does not begin again by itself.
        """
        ...

    def rest(self) -> None:
        """Hear nothing more; a chunk that is on its way may still come."""
        ...

    def stop(self) -> None:
        """Let the device go."""
        ...

"""What stands on the hall board, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from counter_display.values import ClockView, NumberView

State = Literal["starting", "calls", "idle", "closed"]
Mark = Literal["stale", "no_sound"]


@dataclass(frozen=True)
class RowView:
    """One called number and its window; `fresh` while the call is new, `not_heard` the alert."""

    number: NumberView
    window: str
    window_word: str
    fresh: bool = False
    not_heard: str = ""


@dataclass(frozen=True)
class BandView:
    """The newest call; `lit` is the green half of its blinking.

    `whole` while it takes the whole board below the header.
    """

    number: NumberView
    please: str
    window: str
    window_word: str
    lit: bool
    not_heard: str = ""
    whole: bool = False


@dataclass(frozen=True)
class HeaderView:
    """The line at the top; `mark` is a sentence people must know about this picture."""

    zone_name: str
    clock: ClockView
    mark_kind: Mark | None = None
    mark: str = ""


@dataclass(frozen=True)
class CountView:
    """How many wait for one kind of thing."""

    what: str
    count: str
    people: str


@dataclass(frozen=True)
class TrayView:
    """The column at the right; `counts` are hidden while a band covers their place."""

    get_ready: str
    next_up: tuple[NumberView, ...]
    waiting: str
    counts: tuple[CountView, ...]
    nobody: str = ""


@dataclass(frozen=True)
class MessageView:
    """The words in place of the rows while nobody is called."""

    title: str
    note: str


@dataclass(frozen=True)
class CardView:
    """A calm card, in the rows that no number needs."""

    title: str
    text: str


@dataclass(frozen=True)
class HallBoardView:
    """Everything on the board. `rows` are newest first and never include the band's number.

    A `card` stands in the rows below them, and in place of the message.
    """

    state: State
    header: HeaderView
    band: BandView | None
    rows: tuple[RowView, ...]
    tray: TrayView
    message: MessageView | None = None
    card: CardView | None = None

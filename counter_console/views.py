"""What the console shows, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ui_kit.covers.desk import CoversView
from ui_kit.paper_signs import Tone
from ui_kit.staff_views import ChipView, KeyView, NumberView

PageName = Literal[
    "starting", "sign_in", "desk", "transfer", "transfer_matters", "reasons", "papers", "ask"
]


@dataclass(frozen=True)
class HeaderView:
    """Which counter, who sits there, whether the hall answers, what time it is.

    `zone` is the sign of the zone, beside the mark; empty until the hall is known.
    """

    window: str
    clerk: str
    link: str
    linked: bool
    clock: str
    clerk_key: KeyView | None = None
    zone: str = ""


@dataclass(frozen=True)
class StageView:
    """The ticket at the counter, or a sentence where there is none."""

    state: str
    icon: str
    number: NumberView | None = None
    elapsed_word: str = ""
    elapsed: str = ""
    address: str = ""
    age: str = ""
    matter: str = ""
    chips: tuple[ChipView, ...] = ()
    warning: str = ""
    title: str = ""
    note: str = ""
    papers: KeyView | None = None
    """Opens the papers of whoever is here."""


@dataclass(frozen=True)
class WaitingRow:
    """Somebody who waits; `name` is the objectName, `can_call` whether a click may call."""

    name: str
    ticket_id: str
    number: NumberView
    matter: str
    second: str
    icons: tuple[str, ...]
    minutes: str
    can_call: bool


@dataclass(frozen=True)
class QueueView:
    """The right column: who waits for this counter and who was set aside."""

    heading: tuple[str, str, str]
    minutes_word: str
    minutes_unit: str
    rows: tuple[WaitingRow, ...]
    more: str
    nobody: str
    aside_title: str
    aside: tuple[KeyView, ...]


@dataclass(frozen=True)
class PanelView:
    """A question inside the window: a title, groups of keys, and a way back."""

    title: str
    sections: tuple[tuple[str, tuple[KeyView, ...]], ...]
    back: KeyView | None


@dataclass(frozen=True)
class PaperLine:
    """One paper: its sign, its name, how it stands."""

    tone: Tone
    icon: str
    plain: str
    word: str


@dataclass(frozen=True)
class PapersView:
    """The papers of whoever is at the counter, read only, and the steps of the case as keys.

    `more` says how many papers in order are not shown, `sum` what all of them come to.
    """

    title: str
    matter: str
    stage: str
    lines: tuple[PaperLine, ...]
    more: str
    sum: PaperLine
    note: str
    keys: tuple[KeyView, ...]
    back: KeyView


@dataclass(frozen=True)
class StripView:
    """The small strip over other programs."""

    number: NumberView | None
    state: str
    waiting: str
    key: KeyView | None


@dataclass(frozen=True)
class ConsoleView:
    """Everything both windows show. `notice` is one line people must read, else empty."""

    page: PageName
    header: HeaderView
    stage: StageView
    keys: tuple[KeyView, ...]
    queue: QueueView
    panel: PanelView | None
    hint: str
    notice: str
    strip: StripView
    unwell: KeyView
    covers: CoversView = field(default_factory=CoversView)
    papers: PapersView | None = None

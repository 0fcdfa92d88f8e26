"""What the guide's page shows, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hall.kernel.handwriting import Handwriting
from ui_kit.staff_views import KeyView, NumberView

TaskTone = Literal["plain", "late", "unwell", "fetch", "going"]
"""`late` was not answered in time; `fetch` is read only; `going` is one the guide said yes to."""


@dataclass(frozen=True)
class HeaderView:
    """Which desk, whether the hall answers, what time it is."""

    desk: str
    link: str
    linked: bool
    clock: str


@dataclass(frozen=True)
class ArrivedRow:
    """Somebody who waits; `second` says who it is, `icons` what to mind."""

    name: str
    number: NumberView
    matter: str
    second: str
    icons: tuple[str, ...]
    minutes: str


@dataclass(frozen=True)
class UnprintedView:
    """A number whose paper did not surely come out; the key prints it here.

    `second` says whom to look for, or the matter where nobody's name is known.
    """

    number: NumberView
    second: str
    key: KeyView


@dataclass(frozen=True)
class ArrivalsView:
    """The left column: who just arrived, and below them who has no paper."""

    heading: tuple[str, str, str]
    note: str
    rows: tuple[ArrivedRow, ...]
    more: str
    nobody: str
    unprinted_title: str
    unprinted: tuple[UnprintedView, ...]
    unprinted_more: KeyView | None


@dataclass(frozen=True)
class TaskView:
    """Somebody a person must go to; without a key it is read only.

    `note` opens what the person wrote.
    """

    name: str
    tone: TaskTone
    icon: str
    title: str
    place: str
    waited: str
    key: KeyView | None
    note: KeyView | None = None


@dataclass(frozen=True)
class TasksView:
    """The right column: where to go, the most urgent first, and the red key below."""

    heading: tuple[str, str, str]
    tasks: tuple[TaskView, ...]
    more: KeyView | None
    nobody: str
    unwell: KeyView


@dataclass(frozen=True)
class FaultLine:
    """A device that needs a hand: which station and device, and what to do."""

    icon: str
    place: str
    what_to_do: str


@dataclass(frozen=True)
class FaultsView:
    """The foot of the middle: one thin line while all is well."""

    lines: tuple[FaultLine, ...]
    more: str
    in_order: str


@dataclass(frozen=True)
class WordsView:
    """A sentence where there is nothing to press yet."""

    icon: str
    title: str
    note: str


@dataclass(frozen=True)
class TakeView:
    """A number in two touches: an age band and a group, in whichever order."""

    title: str
    hint: str
    bands: tuple[KeyView, ...]
    groups: tuple[KeyView, ...]
    exact: KeyView


@dataclass(frozen=True)
class MattersView:
    """The exact matters of one group."""

    title: str
    matters: tuple[KeyView, ...]
    back: KeyView


@dataclass(frozen=True)
class GivenView:
    """A number in the hand: large, how its paper is, and the ways on. Before it exists, None."""

    icon: str
    state: str
    number: NumberView | None
    matter: str
    facts: str
    note: str
    keys: tuple[KeyView, ...]
    undo: KeyView | None


@dataclass(frozen=True)
class NoteView:
    """What somebody wrote by hand; `waiting` is said while it is on its way."""

    title: str
    waiting: str
    sheet: Handwriting | None
    done: KeyView


MiddleView = WordsView | TakeView | MattersView | GivenView | NoteView


@dataclass(frozen=True)
class GuideView:
    """Everything the page shows. `notice` is one line that must be read, else empty."""

    header: HeaderView
    arrivals: ArrivalsView
    middle: MiddleView
    faults: FaultsView
    tasks: TasksView
    notice: str

"""What the pages of the desk show, as frozen values; `head` is the line over each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guide_desk.shell_views import Head
from hall.kernel.handwriting import Handwriting
from ui_kit.staff_views import KeyView, NumberView

TaskTone = Literal["plain", "late", "unwell", "fetch", "going", "along", "done"]
"""`late` was not answered in time; `fetch` is read only; `going` is one the guide said yes to;
with `along` somebody is on the way with them; of one that is `done` a paper is left to print."""


@dataclass(frozen=True)
class ArrivedRow:
    """Somebody who waits; `second` says who it is, `icons` what to mind. The key opens papers."""

    key: KeyView
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
    """Who just arrived, and beside them who has no paper; both are turned leaf by leaf."""

    head: Head
    rows: tuple[ArrivedRow, ...]
    turn: tuple[KeyView, ...]
    nobody: str
    unprinted: tuple[UnprintedView, ...]
    unprinted_turn: tuple[KeyView, ...]


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
class FaultLine:
    """A device that needs a hand: which station and device, and what to do."""

    icon: str
    place: str
    what_to_do: str


@dataclass(frozen=True)
class FaultsView:
    """Which devices need a hand: one thin line while all is well."""

    lines: tuple[FaultLine, ...]
    more: str
    in_order: str


@dataclass(frozen=True)
class TasksView:
    """Where to go, the most urgent first, and below it which devices need a hand.

    `drill` begins an exercise of the alarm; there is none while anybody needs a person.
    """

    head: Head
    tasks: tuple[TaskView, ...]
    turn: tuple[KeyView, ...]
    nobody: str
    faults: FaultsView
    drill: KeyView | None = None


@dataclass(frozen=True)
class WordsView:
    """A sentence where there is nothing to press yet."""

    head: Head
    icon: str
    title: str
    note: str


@dataclass(frozen=True)
class TakeView:
    """A number in two touches: an age band and a group, in whichever order.

    `beside` holds what is only pressed where it is wanted: the exact matter, what to mind.
    """

    head: Head
    bands: tuple[KeyView, ...]
    groups: tuple[KeyView, ...]
    beside: tuple[KeyView, ...]


@dataclass(frozen=True)
class GridView:
    """Keys of one size in columns, row after row, and keys beside them to turn and to go on."""

    head: Head
    cells: tuple[KeyView, ...]
    beside: tuple[KeyView, ...]
    columns: int = 2


@dataclass(frozen=True)
class StepsView(GridView):
    """Such keys with a second line: who somebody is, when a step was done."""


@dataclass(frozen=True)
class GivenView:
    """A number in the hand: large, how its paper is, and the ways on. Before it exists, None.

    `facts` are lines; `icon` goes with the state.
    """

    head: Head
    icon: str
    number: NumberView | None
    matter: str
    facts: tuple[str, ...]
    note: str
    keys: tuple[KeyView, ...]


@dataclass(frozen=True)
class NoteView:
    """What somebody wrote by hand; None while it is on its way."""

    head: Head
    sheet: Handwriting | None
    done: KeyView

"""What the pages of the area show, and what the elder reads beside them, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field

from guide_desk.shell_views import Head
from ui_kit.paper_signs import Tone
from ui_kit.staff_views import KeyView, NumberView


@dataclass(frozen=True)
class VisitRow:
    """Somebody who is here: number or who it is, what for, and how it stands with whom.

    `alone`: nobody looks after them, for too long.
    """

    key: KeyView
    number: NumberView | None
    who: str
    matter: str
    standing: str
    alone: bool = False


@dataclass(frozen=True)
class VisitsView:
    """Everybody who is here, leaf by leaf; `beside` begins another visit."""

    head: Head
    rows: tuple[VisitRow, ...]
    turn: tuple[KeyView, ...]
    beside: tuple[KeyView, ...]
    nobody: str


@dataclass(frozen=True)
class ItemLine:
    """One paper in one line: its sign, its name, how it stands; `here` while it is talked about."""

    name: str
    tone: Tone
    icon: str
    plain: str
    word: str
    here: bool = False


@dataclass(frozen=True)
class ChecklistView:
    """All papers at the left; at the right the one at hand, or what they add up to.

    `say` are the words for the elder. `answers` are the keys of what is at hand, the likely one
    first; `foot` are those that go on, always at the same place.
    """

    head: Head
    lines: tuple[ItemLine, ...]
    tone: Tone
    icon: str
    title: str
    word: str
    say: str
    answers: tuple[KeyView, ...]
    foot: tuple[KeyView, ...]


@dataclass(frozen=True)
class AskView:
    """One question to the elder, to be read out, and the keys of the answers."""

    head: Head
    question: str
    note: str
    answers: tuple[KeyView, ...]
    foot: tuple[KeyView, ...]


@dataclass(frozen=True)
class CallView(AskView):
    """Somebody is rung up: their number large where it was read, and how it went."""

    number: str = field(default="", repr=False)


@dataclass(frozen=True)
class PhonePadView:
    """A telephone number as far as it was typed, the keys row after row, the one that keeps it."""

    head: Head
    typed: str = field(repr=False)
    keys: tuple[KeyView, ...]
    keep: KeyView


@dataclass(frozen=True)
class CodeView:
    """The code of a notice as far as it was typed, and the letters it may go on with."""

    head: Head
    typed: tuple[str, ...]
    letters: tuple[KeyView, ...]
    beside: tuple[KeyView, ...]


@dataclass(frozen=True)
class PaperView:
    """A paper: its pages as they are printed once it is made, how it is, and the ways on."""

    head: Head
    pdf: bytes | None = field(repr=False)
    pages: int
    icon: str
    state: str
    note: str
    keys: tuple[KeyView, ...]


@dataclass(frozen=True)
class ByHandView:
    """What is to be written by hand where no paper comes: the code large, then line for line."""

    head: Head
    code: str
    code_note: str
    lines: tuple[str, ...]
    done: KeyView

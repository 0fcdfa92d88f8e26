"""What the studio's window is told to show, as frozen values. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ui_kit.staff_views import KeyView

Tone = Literal["rest", "recording", "good", "bad"]
Zone = Literal["soft", "right", "loud"]


@dataclass(frozen=True)
class HeaderView:
    """The line at the top: what this is, whose voice, whether a microphone is there."""

    title: str
    voice: str
    microphone: str
    connected: bool


@dataclass(frozen=True)
class LineView:
    """The line that is read: `words` very large, `place` over it, `hint` under it.

    `state` says what happens now; `notice` takes the place of the hint and must be read.
    """

    place: str
    words: str
    hint: str
    state: str
    icon: str
    tone: Tone
    notice: str = ""


@dataclass(frozen=True)
class WordsView:
    """A page of words: a sign, a title, numbered lines or one line under it."""

    icon: str
    title: str
    lines: tuple[str, ...]
    numbered: bool = False
    notice: str = ""


@dataclass(frozen=True)
class DoneView:
    """The end: what is still a machine's, and how the pack is put to use."""

    icon: str
    title: str
    note: str
    open_title: str
    open_lines: tuple[str, ...]
    more: str
    how: str
    setting: tuple[str, ...]
    notice: str = ""


@dataclass(frozen=True)
class MeterView:
    """The level from 0 to 1, the word for it, and where the zones lie.

    `ends` are the places of the ends of the soft and of the right zone, `labels` the words of the
    three zones.
    """

    level: float
    zone: Zone
    ends: tuple[float, float]
    labels: tuple[str, str, str]


@dataclass(frozen=True)
class ChapterRow:
    """One chapter of the script at the right."""

    name: str
    count: str
    current: bool
    complete: bool


@dataclass(frozen=True)
class SideView:
    """How far it is: a large number in a heading, the chapters, a line at the foot."""

    heading: tuple[str, str, str]
    rows: tuple[ChapterRow, ...]
    note: str


PageView = LineView | WordsView | DoneView


@dataclass(frozen=True)
class StudioView:
    """The whole window. The first of the keys is the large one."""

    header: HeaderView
    page: PageView
    meter: MeterView | None
    keys: tuple[KeyView, ...]
    side: SideView
    hint: str

"""What the shell of the desk shows around the page of an area, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, Protocol

from guide_desk.cases.mirror_views import MirrorView
from ui_kit.covers.desk import CoversView
from ui_kit.staff_views import KeyView

RailTone = Literal["quiet", "call", "unwell"]
"""`call`: somebody waits for a person; `unwell`: somebody feels ill."""


@dataclass(frozen=True)
class Head:
    """The first line of a page, with a sign where there is one. `aside` stands at its right end."""

    title: str
    hint: str = ""
    aside: str = ""
    icon: str = ""


class Page(Protocol):
    """What an area shows: its own frozen values, and the line over them."""

    @property
    def head(self) -> Head:
        """The first line."""
        ...


@dataclass(frozen=True)
class HeaderView:
    """Which desk of which zone, whether the hall answers, what time it is.

    `strip` tells from every other area who waits for a person, with its icon; else empty.
    """

    desk: str
    link: str
    linked: bool
    clock: str
    strip: str = ""
    strip_icon: str = ""
    zone: str = ""


@dataclass(frozen=True)
class RailKeyView:
    """The key of an area: its word, under it why to go there, and how many wait in it."""

    key: KeyView
    count: str = ""
    tone: RailTone = "quiet"


@dataclass(frozen=True)
class RailView:
    """The keys at the foot of every page: the areas, and the red one."""

    areas: tuple[RailKeyView, ...]
    unwell: KeyView


@dataclass(frozen=True)
class GuideView:
    """Everything the window shows, and of which area.

    `notice` is one line that must be read, else empty. `mirror` is for the elder's screen.
    `looks`: the desk's camera is wanted.
    """

    area: str
    header: HeaderView
    page: Page
    rail: RailView
    notice: str
    covers: CoversView = field(default_factory=CoversView)
    mirror: MirrorView = field(default_factory=MirrorView)
    looks: bool = False

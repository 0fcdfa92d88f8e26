"""What a station may know of the camera that looks down at papers, and what crosses to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from devices.ports import DeviceStatus

PageVerdict = Literal["no_paper", "cut_corner", "glare", "blur", "moving", "too_dark", "good"]


@dataclass(frozen=True)
class Picture:
    """A picture in memory: packed RGB, 8 bits a channel, rows from the top without padding."""

    rgb: bytes = field(repr=False)
    width_px: int
    height_px: int


Corner = tuple[float, float]
"""x and y in a picture, each from 0.0 (left, top) to 1.0 (right, bottom)."""


@dataclass(frozen=True)
class Seen:
    """What lies under the camera now: what is wrong with it or `good`, and a small picture.

    `corners` are those of the paper in the picture, from the paper's upper left clockwise; empty
    where no paper was found. The picture is turned as the
    reader sees the page, its longer side at most 640 px.
    """

    verdict: PageVerdict
    picture: Picture
    corners: tuple[Corner, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class PageTaken:
    """One page, upright, cut to its edges and sharpened. It is never written to a disk in clear.

    `corners` are where the paper lay in the camera's picture; empty when no edge was found and
    the page is the whole picture. `dpi` is worked out from the size of A4; 0 when not known.
    """

    jpeg: bytes = field(repr=False)
    width_px: int
    height_px: int
    dpi: int
    corners: tuple[Corner, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class PageNotTaken:
    """No page came of it. `no_camera`: it is gone, was closed meanwhile, or does not answer."""

    why: PageVerdict | Literal["no_camera"]


PageOutcome = PageTaken | PageNotTaken


class DocumentCamera(Protocol):
    """Looks down at one page, with a worker of its own. Any thread may ask.

    Callbacks come from the worker's thread, or at once in the caller's. Ready and UserError
    (`lens_covered`; `coarse`: pages have less than 200 dpi) look and take; Offline (`no_camera`,
    `busy`, `silent`) and Fault (`frozen`, `refused`, …) do not, and are over by themselves when
    the camera is well again.
    """

    def start(self, on_status: Callable[[DeviceStatus], None]) -> None:
        """Look for the camera and report its status whenever it changes."""
        ...

    def watch(self, on_look: Callable[[Seen], None]) -> None:
        """Look from now on: several looks a second; the newest listener counts.

        A camera that was lost goes on looking by itself when it is back.
        """
        ...

    def take(self, on_page: Callable[[PageOutcome], None], *, anyway: bool = False) -> None:
        """Take the page that lies there; `on_page` is called once, within 8 s.

        It waits until the page is still and sharp, and refuses one that is not `good`. `anyway`
        takes what there is. Without a `watch` before, and while a page is being taken: `no_camera`.
        """
        ...

    def rest(self) -> None:
        """Look no more and forget what was seen; a look on its way may still come."""
        ...

    def stop(self) -> None:
        """Let the camera go, return when done."""
        ...


class PageSuggester(Protocol):
    """Guesses which paper a page is, by what is printed on it. A guess is shown as a guess."""

    def suggest(
        self, jpeg: bytes, names: Mapping[str, tuple[str, ...]], on_guess: Callable[[str], None]
    ) -> None:
        """Guess among `names`: key -> what such a paper is called.

        `on_guess` is called once, from a thread of its own, with a key; empty is no guess.
        """
        ...

    def stop(self) -> None:
        """Guess no more; returns when that is so."""
        ...

"""What the elder reads on the second screen, as frozen values. Nothing of it tells of a person."""

from __future__ import annotations

from dataclasses import dataclass, field

from ui_kit.paper_signs import Tone


@dataclass(frozen=True)
class MirrorLine:
    """One paper as the elder reads it."""

    tone: Tone
    icon: str
    plain: str
    word: str
    here: bool = False


@dataclass(frozen=True)
class MirrorView:
    """What the elder reads: the matter, each paper with its sign, what comes next. Of nobody.

    While a paper is pictured there are no lines but the picture: what the camera sees (`live`,
    `good` where it has nothing against it), or the page that was taken.
    """

    title: str = ""
    lines: tuple[MirrorLine, ...] = ()
    next: str = ""
    icon: str = ""
    live: bool = False
    good: bool = False
    jpeg: bytes | None = field(default=None, repr=False)

    @property
    def pictured(self) -> bool:
        """Whether a picture is shown in place of the list."""
        return self.live or self.jpeg is not None

"""What the page of the camera shows, as a frozen value."""

from __future__ import annotations

from dataclasses import dataclass, field

from guide_desk.shell_views import Head
from ui_kit.staff_views import KeyView


@dataclass(frozen=True)
class CameraView:
    """A picture as large as it can be, what is said of it, and up to four ways on.

    `live`: what the camera sees now is drawn; else `jpeg`, or an empty sheet while it is on its
    way. The first key lies over the others. `good`: the camera has nothing against the page.
    `spare`: one more key may still come, and the others do not move for it.
    """

    head: Head
    live: bool
    jpeg: bytes | None = field(repr=False)
    icon: str
    state: str
    note: str
    keys: tuple[KeyView, ...]
    good: bool = False
    spare: bool = False

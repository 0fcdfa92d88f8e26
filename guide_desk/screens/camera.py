"""A paper under the camera: its picture at the left, what is said of it and the ways on beside it.

objectNames: `camera_picture`, `camera_take`, `camera_anyway`, `camera_use`, `camera_next`,
`camera_again`, `camera_move`, `camera_print`, `camera_there`, `camera_more`, `picture_turn`,
`picture_drop`, `back`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from devices.camera_port import Seen
from guide_desk.camera.views import CameraView
from guide_desk.screens.measure import APART, GAP, HEAD, LABEL, PAD, SPACING, TEXT
from guide_desk.screens.page_screen import PageScreen
from ui_kit.fonts import BLACK
from ui_kit.ink import Ink
from ui_kit.key_look import KeyStyle
from ui_kit.page_picture import PagePicture
from ui_kit.staff_views import KeyView
from ui_kit.theme import Theme
from ui_kit.widget import place
from ui_kit.wired_key import Pressed, WiredKey

_PICTURE = 188.0
_ICON = 13.0
_STATE_EM = 10.6


class CameraScreen(PageScreen[CameraView]):
    """The picture is as large as the page allows; the next step is one key."""

    def __init__(self, theme: Theme, pressed: Pressed, parent: QWidget) -> None:
        super().__init__(theme, pressed, parent)
        self.picture = PagePicture(theme, self)
        self.picture.setObjectName("camera_picture")

    def look(self, seen: Seen) -> None:
        """Show what the camera sees now."""
        self.picture.look(seen)

    def leave(self) -> None:
        """Go, and keep nothing of what was shown."""
        self.picture.forget()
        super().leave()

    def keys_of(self, page: CameraView) -> Sequence[KeyView]:
        """Return the ways on."""
        return page.keys

    def make_key(self, view: KeyView) -> WiredKey:
        """Make a key; the way back lies lower."""
        style = KeyStyle.SMALL if view.action == "back" else KeyStyle.KEY
        return WiredKey(self.theme, view, self.pressed, self, em=LABEL, inside=2.0, style=style)

    def words(self, page: CameraView) -> tuple[str, ...]:
        """Return what is said of the paper."""
        return (page.state, page.note)

    def fill(self, page: CameraView) -> None:
        """Show the picture."""
        self.picture.expect(live=page.live, jpeg=page.jpeg)

    def lay(self, page: CameraView) -> None:
        """Lay the picture, the next step, and up to three others below it."""
        place(self.picture, PAD, HEAD, _PICTURE, self.foot - HEAD)
        self.picture.show()
        (_, middle, last) = self.rows()
        left, room = self._right, self.wide - PAD - self._right
        first, others = page.keys[:1], page.keys[1:]
        for view in first:
            self.lay_key(view, left, middle[0], room, middle[1])
        count = max(1, len(others) + page.spare)
        each = (room - (count - 1) * GAP) / count
        for index, view in enumerate(others):
            self.lay_key(view, left + index * (each + GAP), last[0], each, last[1])

    def draw(self, ink: Ink, page: CameraView) -> None:
        """Draw what is said of the paper."""
        left, room = self._right, self.wide - PAD - self._right
        colour = "green" if page.good or not page.live else "ink"
        ink.icon(page.icon, left, HEAD + _ICON / 2, _ICON, colour)
        area = ink.rect(left + _ICON + 4, HEAD, room - _ICON - 4, _ICON)
        ink.words(page.state, area, _STATE_EM, floor=LABEL, weight=BLACK, lines=1)
        under = ink.rect(left, HEAD + _ICON + 2.6, room, TEXT * SPACING * 3)
        ink.words(page.note, under, TEXT + 0.6, floor=TEXT, colour="ink2", lines=3, middle=0)

    @property
    def _right(self) -> float:
        return PAD + _PICTURE + APART

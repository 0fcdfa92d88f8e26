"""What the pages of the area show, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from guide_desk.shell_views import Head
from ui_kit.staff_views import KeyView


@dataclass(frozen=True)
class FacesView:
    """Five faces as keys, the argument of each its score, and keys beside them."""

    head: Head
    faces: tuple[KeyView, ...]
    beside: tuple[KeyView, ...]

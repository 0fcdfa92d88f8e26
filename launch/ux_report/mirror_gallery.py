"""The elder's screen at the guide's desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from launch.ux_report.agency_gallery import agency_mirror_pages
from launch.ux_report.camera_gallery import camera_mirror_pages
from launch.ux_report.case_gallery import mirror_pages
from launch.ux_report.conditions import Condition, Surface
from launch.ux_report.promised_gallery import promised_mirror_pages
from launch.ux_report.site import Site
from launch.ux_report.specimens import PageName
from launch.ux_report.staff_gallery import StaffShower
from ui_kit.theme import Theme

MIRROR_PAGES = {
    **mirror_pages(),
    **camera_mirror_pages(),
    **promised_mirror_pages(),
    **agency_mirror_pages(),
}


@dataclass
class MirrorGallery:
    """All pages of the elder's screen at the guide's desk."""

    site: Site
    surface: Surface = Surface.MIRROR
    room: str = "guide"

    def pages(self) -> Sequence[PageName]:
        """Return every page."""
        return [PageName(self.surface, name, name == "item-later") for name in MIRROR_PAGES]

    def is_there(self, _name: str, _condition: Condition) -> bool:
        """Tell that every page is there."""
        return True

    def shower(self, theme: Theme, language: str) -> StaffShower:
        """Return what shows them on a theme."""
        return StaffShower(self.site, theme, language, MIRROR_PAGES)

"""Joins what papers are made of: the forms of assets, the renderer, a station's printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from launch.paths import ASSETS

if TYPE_CHECKING:
    from devices.paper_desk import PaperDesk
    from forms.papers.loading import FormBook
    from launch.devices import StationDevices
    from printer_drivers.paper_pdf import PaperRenderer


def form_book() -> FormBook:
    """Return the forms of assets/forms; each is read when it is first asked for."""
    from forms.papers.loading import FormBook

    return FormBook(ASSETS / "forms")


def paper_renderer() -> PaperRenderer:
    """Return the renderer with the typefaces of assets/fonts."""
    from printer_drivers.fonts import FontBook
    from printer_drivers.paper_pdf import PaperRenderer

    return PaperRenderer(FontBook(ASSETS / "fonts"))


def paper_desk(devices: StationDevices, *, warm: bool = True) -> PaperDesk:
    """Return the desk a station makes and prints its papers at, with or without a printer."""
    from devices.paper_desk import PaperDesk
    from printer_drivers.page_copy import page_copy

    return PaperDesk(paper_renderer(), devices.papers, page_copy, warm=warm)

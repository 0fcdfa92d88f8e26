"""A guide's desk with everything a hall may give it, for the pages of the proof."""

from __future__ import annotations

from guide_desk.setup import GuideSetup
from launch.papers import form_book
from launch.ux_report.site import Site


def equipped_desk(site: Site, language: str, station_id: str) -> GuideSetup:
    """Return the setup of a desk with a slip printer, a card reader and a printer for papers."""
    return GuideSetup(
        station_id, site.words("guide", language), site.words("devices", language),
        site.words("staff", language), lambda: "id", "printer", reader_id="reader",
        papers_id="papers", forms=form_book(),
    )  # fmt: skip

"""Whether a guide's desk guesses which paper a page is, and what is said where it cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from devices.camera_port import PageSuggester
from document_camera.words.suggester import ReadingSuggester, is_installed
from hall.matters.rules import Broken
from launch.settings.station_schema import StationSettings


def page_suggester(settings: StationSettings) -> PageSuggester | None:
    """Return what guesses; None where it is not wanted or the extra `ocr` is not installed."""
    wanted = settings.guide.suggests_items and is_installed()
    return ReadingSuggester() if wanted else None


def check_suggesting(
    settings: StationSettings, installed: Callable[[], bool] = is_installed
) -> Iterator[Broken]:
    """Say when it is wanted and this machine cannot: the desk then works without it."""
    if settings.guide.suggests_items and not installed():
        yield Broken(
            ("guide", "suggests_items"),
            "pages cannot be read on this machine, so the desk suggests nothing; install the extra"
            " ocr (docs/devices.md).",
        )

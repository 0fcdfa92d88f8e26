"""What must hold of the question how it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from hall.matters.rules import Broken, repeated
from launch.settings.hall_schema import HallSettings

MOST_REASONS = 6
"""As many as an elder looks through (ux rules: at most six choices)."""


def check_feelings(settings: HallSettings) -> Iterator[Broken]:
    """Yield every breach."""
    names = [one.name for one in settings.feeling_reasons]
    for key, words in (("id", [one.id for one in settings.feeling_reasons]), ("name", names)):
        for index in repeated(words):
            sentence = f'"{words[index]}" stands here for the second time.'
            yield Broken(("feeling_reasons", index, key), sentence)
    if len(names) > MOST_REASONS:
        yield Broken(
            ("feeling_reasons", MOST_REASONS, "id"),
            f"more than {MOST_REASONS} is too much to read.",
        )
    asked = settings.feelings
    if asked.system == "folder" and not Path(asked.folder).is_absolute():
        yield Broken(("feelings", "folder"), "needs the whole path of a folder, from the root.")
    if asked.system == "webhook" and not _reachable(asked.url):
        yield Broken(("feelings", "url"), 'needs an address such as "https://hall.example/rate".')


def _reachable(url: str) -> bool:
    try:
        parts = urlsplit(url)
        named = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return named and parts.scheme in ("http", "https") and not (parts.username or parts.password)

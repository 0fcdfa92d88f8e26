"""Which papers of the published list show an identity card: words of the list, kept as data."""

from __future__ import annotations

import tomllib
from functools import cache

from hall.matters.model import Material
from launch.paths import PROJECT

_FILE = PROJECT / "hall" / "matters" / "identity_papers.toml"


def shows_identity(paper: Material) -> bool:
    """Tell whether a paper is an identity card, or one lies among what it asks for."""
    return any(word in f"{paper.name} {paper.plain}" for word in _words())


@cache
def _words() -> tuple[str, ...]:
    return tuple(tomllib.loads(_FILE.read_text(encoding="utf-8"))["words"])

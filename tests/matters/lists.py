"""A small sound list of matters, and the shipped one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from hall.matters.model import Matter, MatterList
from hall.matters.rules import check_list, check_matter
from launch.settings import load_matters

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "config" / "matters.toml"


def sample() -> MatterList:
    return load_matters(ROOT / "tests" / "settings" / "sample" / "matters.toml")


def broken_by(**changes: Any) -> list[tuple[str | int, ...]]:
    """Return the paths of what the first matter breaks after these changes."""
    return [broken.path for broken in check_matter(replace(sample().matters[0], **changes))]


def list_with(*matters: Matter, **changes: Any) -> list[tuple[str | int, ...]]:
    """Return the paths of what the sample breaks with these matters added."""
    base = sample()
    changed = replace(base, matters=base.matters + matters, **changes)
    return [broken.path for broken in check_list(changed)]

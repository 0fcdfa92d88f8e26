"""What one printer model can do, read from profiles.toml."""

from __future__ import annotations

import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

import msgspec

SHIPPED = Path(__file__).with_name("profiles.toml")


class UnknownProfile(ValueError):
    """No printer model has this name; the message names the nearest one."""


class Profile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One model; the keys are explained in profiles.toml."""

    width_dots: int
    paper_mm: int
    cutter: Literal["partial", "none"]
    status: bool
    fence: bool
    near_end: bool
    speed_mm_s: int
    tear_feed_dots: int


def load_profiles(path: Path = SHIPPED) -> dict[str, Profile]:
    """Return all models of a file by name. Raises msgspec.ValidationError, OSError."""
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), type=dict[str, Profile])


def profile_named(name: str, path: Path = SHIPPED) -> Profile:
    """Return one model. Raises UnknownProfile."""
    profiles = load_profiles(path)
    if name not in profiles:
        close = get_close_matches(name, profiles, n=1, cutoff=0.0)
        raise UnknownProfile(f"there is no printer profile '{name}'; did you mean '{close[0]}'?")
    return profiles[name]

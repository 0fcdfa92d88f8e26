"""Options of a driver as they stand in a station file, checked one by one."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches


def refuse_unknown(driver: str, options: Mapping[str, object], known: tuple[str, ...]) -> None:
    """Raise ValueError with a sentence for an option the driver does not have."""
    for name in options:
        if name not in known:
            close = get_close_matches(name, known, n=1, cutoff=0.0)[0]
            raise ValueError(f"the {driver} driver has no option '{name}'; did you mean '{close}'?")


def whole_number(
    options: Mapping[str, object], name: str, otherwise: int, least: int, most: int
) -> int:
    """Return a whole number of an option. Raises ValueError with a sentence."""
    value = options.get(name, otherwise)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise ValueError(f"{name} = {value!r} must be a whole number from {least} to {most}")
    return value


def one_of(options: Mapping[str, object], name: str, known: tuple[str, ...]) -> str:
    """Return one of the known words, the first where nothing is said. Raises ValueError."""
    value = options.get(name, known[0])
    for word in known:
        if value == word:
            return word
    raise ValueError(f"{name} = {value!r} must be one of: {', '.join(known)}")

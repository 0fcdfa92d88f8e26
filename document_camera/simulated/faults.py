"""The words of the simulated camera, and what each changes. No library of pictures is needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

DEFECTS: Mapping[str, Mapping[str, Any]] = {
    "": {"turned_deg": 1.5},
    "rotated": {"turned_deg": 9.0, "fills": 0.76},
    "leaning": {"lean": 0.25, "turned_deg": -2.0, "fills": 0.74},
    "shadow": {"shadow": 0.45},
    "blur": {"blur": 1.4},
    "glare": {"glare": 0.08, "glare_at": (0.55, 0.45)},
    "cut": {"shift": (0.16, 0.05)},
    "moving": {},
    "dark": {"light": 0.2},
}
"""Defect -> what is different in the picture (the fields of scene.Shot)."""
SIMPLE_WORDS = ("take_away", "unplug", "plug", "black", "freeze", "silent", "speak")
WORDS = ("put_page", "busy", "refuse", "cut_at", *SIMPLE_WORDS)


@dataclass(frozen=True)
class Faults:
    """How the simulated camera is. `busy` and `refusals` count the next openings."""

    page: str = ""
    defect: str = ""
    plugged: bool = True
    busy: int = 0
    refusals: int = 0
    black: bool = False
    frozen: bool = False
    silent: bool = False
    cut_at: int | None = None


def after(state: Faults, word: str, arguments: Mapping[str, object]) -> Faults:
    """Return how it is once a word was said. Raises ValueError with a sentence, TypeError."""
    if word not in WORDS:
        raise ValueError(f"the simulated camera does not know '{word}'")
    if word in SIMPLE_WORDS and arguments:
        raise ValueError(f"'{word}' takes nothing")
    match word:
        case "put_page":
            return _with_page(state, **arguments)
        case "busy":
            return replace(state, busy=_number(arguments, "times", 1))
        case "refuse":
            return replace(state, refusals=_number(arguments, "times", 1))
        case "cut_at":
            return replace(state, cut_at=_number(arguments, "count", 2000))
        case _:
            return _SIMPLE[word](state)


_SIMPLE: Mapping[str, Callable[[Faults], Faults]] = {
    "take_away": lambda state: replace(state, page="", defect=""),
    "unplug": lambda state: replace(state, plugged=False),
    "plug": lambda state: replace(state, plugged=True),
    "black": lambda state: replace(state, black=True),
    "freeze": lambda state: replace(state, frozen=True),
    "silent": lambda state: replace(state, silent=True),
    "speak": lambda state: Faults(state.page, state.defect, state.plugged),
}


def _with_page(state: Faults, name: object = "pension_form", defect: object = "") -> Faults:
    if defect not in DEFECTS:
        raise ValueError(f"no defect '{defect}'; there are: {', '.join(filter(None, DEFECTS))}")
    return replace(state, page=str(name), defect=str(defect))


def _number(arguments: Mapping[str, object], name: str, otherwise: int) -> int:
    if set(arguments) - {name}:
        raise ValueError(f"only '{name}' can be said with it")
    value = arguments.get(name, otherwise)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"{name} = {value!r} must be a whole number")
    return value

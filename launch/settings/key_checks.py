"""What must hold of the keys of a station: each is known, free, and does something there is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from counter_console.key_table import KEYS as CONSOLE_DEEDS
from hall.matters.rules import Broken, repeated
from launch.settings.station_schema import StationKind, StationSettings
from ui_kit.key_names import KEYS, MODIFIERS, chord_of

FEELINGS = tuple(f"feeling_{score}" for score in (5, 4, 3, 2, 1))
DEEDS: Mapping[StationKind, tuple[str, ...]] = {
    "kiosk": (),
    "display": FEELINGS,
    "board": (),
    "console": (*CONSOLE_DEEDS, "unwell"),
    "guide": ("unwell",),
}
"""What a key of each kind of station may do. No clerk's station says how it was."""

_TAKEN: Mapping[StationKind, frozenset[str]] = {
    "console": frozenset({*(f"F{one}" for one in range(1, 9)), "F12", "Escape"}),
    "guide": frozenset({*(f"F{one}" for one in range(1, 7)), "Escape"}),
}
"""Keys that mean something on a screen already and never move."""

_TYPED_INTO: tuple[StationKind, ...] = ("console", "guide")


def check_keys(settings: StationSettings) -> Iterator[Broken]:
    """Yield every breach."""
    kind, names = settings.kind, [one.key for one in settings.keys]
    for index in repeated(names):
        yield Broken(("keys", index, "key"), f'"{names[index]}" stands here for the second time.')
    for index, one in enumerate(settings.keys):
        yield from _check_key(("keys", index, "key"), one.key, kind)
        yield from _check_deed(("keys", index, "does"), one.does, kind)


def _check_key(path: tuple[str | int, ...], name: str, kind: StationKind) -> Iterator[Broken]:
    chord = chord_of(name)
    if chord is None:
        *held, key = name.split("+")
        wrong = next((one for one in held if one not in MODIFIERS), None)
        known = tuple(KEYS) if wrong is None else tuple(MODIFIERS)
        yield Broken(path, f'no key is called "{name}".', wrong or key, known)
    elif name in _TAKEN.get(kind, ()):
        yield Broken(path, f'"{name}" is a key of this screen already; F13 to F24 are free.')
    elif chord.typed and kind in _TYPED_INTO:
        yield Broken(path, f'"{name}" is typed into fields here; take F13 to F24, or Ctrl+Alt+.')


def _check_deed(path: tuple[str | int, ...], deed: str, kind: StationKind) -> Iterator[Broken]:
    if deed in DEEDS[kind]:
        return
    if deed in FEELINGS:
        yield Broken(path, "only the screen of a counter asks how it was; staff never say it.")
    elif not DEEDS[kind]:
        yield Broken(path, f'a station of kind "{kind}" has no keys to set.')
    else:
        yield Broken(path, f'no key does "{deed}" here.', deed, DEEDS[kind])

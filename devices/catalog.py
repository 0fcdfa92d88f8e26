"""Which drivers and simulators there are, by name; nothing is imported until it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import Any

ENTRY_POINT_GROUP = "silverhall.drivers"

CARD_READERS: Mapping[str, str] = {"sdt": "id_reader.sdt.driver:build"}
SLIP_PRINTERS: Mapping[str, str] = {
    "escpos": "printer_drivers.escpos.driver:build",
    "pdf": "printer_drivers.pdf:build",
}
PAPER_PRINTERS: Mapping[str, str] = {
    "lp": "printer_drivers.lp:build",
    "pdf_folder": "printer_drivers.pdf_folder:build",
}
CALL_STRIPS: Mapping[str, str] = {
    "onbon": "led_strip.onbon.driver:build",
    "template": "led_strip.template.driver:build",
}
DOCUMENT_CAMERAS: Mapping[str, str] = {"uvc": "document_camera.driver:build"}
SPEAKERS: Mapping[str, str] = {
    "pulse": "voice.pulse_sink:build",
    "wav": "voice.wav_sink:build",
}
SIMULATORS: Mapping[str, str] = {
    "sdt": "id_reader.simulator:build_simulator",
    "escpos": "printer_drivers.simulator:build_simulator",
    "onbon": "led_strip.simulator:build_simulator",
    "template": "led_strip.simulator:build_template_simulator",
    "uvc": "document_camera.simulator:build_simulator",
}

Factory = Callable[..., Any]


class UnknownDriver(ValueError):
    """No driver has this name; the message names the nearest one that exists."""


@dataclass(frozen=True)
class Catalog:
    """Kind of device -> driver name -> "package.module:function".

    The kinds are card_reader, slip_printer, paper_printer, document_camera, call_strip, speaker
    and simulator.
    """

    places: Mapping[str, Mapping[str, str]]

    def names(self, kind: str) -> tuple[str, ...]:
        """Return the driver names of a kind, sorted."""
        return tuple(sorted(self._of(kind)))

    def place(self, kind: str, name: str) -> str:
        """Return "package.module:function" of a driver. Raises UnknownDriver."""
        known = self._of(kind)
        if name not in known:
            raise UnknownDriver(_nearest(f"{kind} driver", name, known))
        return known[name]

    def load(self, kind: str, name: str) -> Factory:
        """Import and return the factory of a driver. Raises UnknownDriver."""
        module, _, function = self.place(kind, name).partition(":")
        try:
            factory: Factory = getattr(import_module(module), function)
        except (ImportError, AttributeError) as error:
            raise UnknownDriver(
                f"the {kind} driver '{name}' does not load from {module}:{function}"
            ) from error
        return factory

    def _of(self, kind: str) -> Mapping[str, str]:
        if kind not in self.places:
            raise UnknownDriver(_nearest("kind of device", kind, self.places))
        return self.places[kind]


def shipped_catalog(outsiders: Iterable[EntryPoint] | None = None) -> Catalog:
    """Return our drivers and those of installed packages.

    An outsider's entry point in the group silverhall.drivers is called "KIND.NAME"; it cannot
    take the name of a shipped driver.
    """
    places: dict[str, dict[str, str]] = {
        "card_reader": dict(CARD_READERS),
        "slip_printer": dict(SLIP_PRINTERS),
        "paper_printer": dict(PAPER_PRINTERS),
        "call_strip": dict(CALL_STRIPS),
        "document_camera": dict(DOCUMENT_CAMERAS),
        "speaker": dict(SPEAKERS),
        "simulator": dict(SIMULATORS),
    }
    found = _installed() if outsiders is None else outsiders
    for point in found:
        kind, _, name = point.name.partition(".")
        if kind in places and name:
            places[kind].setdefault(name, point.value)
    return Catalog(places)


@cache
def _installed() -> tuple[EntryPoint, ...]:
    """Return what installed packages offer; they are searched once in a process."""
    return tuple(entry_points(group=ENTRY_POINT_GROUP))


def _nearest(what: str, name: str, known: Iterable[str]) -> str:
    names = sorted(known)
    close = get_close_matches(name, names, n=1, cutoff=0.0)
    hint = f"; did you mean '{close[0]}'?" if close else ""
    return f"there is no {what} '{name}'{hint} Known: {', '.join(names)}"

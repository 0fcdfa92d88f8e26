"""What the developer's dock offers: pure data, one row a device."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class DockButton:
    """One word for one simulator. `words` is the key of its label in dev_dock.toml."""

    name: str
    words: str
    station: str
    device: str
    word: str
    arguments: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True)
class DockRow:
    """The words one device understands in the dock."""

    title: str
    buttons: tuple[DockButton, ...]


CARDS = ("elder_85", "elder_76", "elder_66", "adult_48", "expired_70", "rare_name_72")


def rows() -> tuple[DockRow, ...]:
    """Return the rows of the dock, from the kiosk's reader to the guide's printer."""
    return (
        DockRow(
            "cards",
            tuple(
                DockButton(
                    f"card_{specimen}",
                    specimen,
                    "kiosk",
                    "reader",
                    "present_card",
                    (("specimen", specimen),),
                )
                for specimen in CARDS
            ),
        ),
        DockRow(
            "reader",
            _plain("kiosk", "reader", ("take_card", "two_cards", "foreign_card", "unplug", "plug")),
        ),
        DockRow(
            "printer",
            _plain(
                "kiosk",
                "printer",
                (
                    "paper_out",
                    "paper_in",
                    "paper_low",
                    "cover_open",
                    "cover_closed",
                    "unplug",
                    "plug",
                ),
            ),
        ),
        DockRow("guide_printer", _plain("guide", "printer", ("paper_out", "paper_in"))),
    )


def _plain(station: str, device: str, words: tuple[str, ...]) -> tuple[DockButton, ...]:
    return tuple(
        DockButton(f"{station}_{device}_{word}", word, station, device, word) for word in words
    )

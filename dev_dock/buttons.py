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


PAGES = (("page_good", ""), ("page_glare", "glare"), ("page_cut", "cut"), ("page_blur", "blur"))
CARDS = ("elder_85", "elder_76", "elder_66", "adult_48", "expired_70", "rare_name_72")


def rows() -> tuple[DockRow, ...]:
    """Return the rows of the dock, from the kiosk's reader to the guide's."""
    return (
        DockRow("cards", _cards("kiosk", CARDS)),
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
        DockRow(
            "guide_reader",
            (*_cards("guide", CARDS[:3]), *_plain("guide", "reader", ("take_card",))),
        ),
        DockRow("camera", _under_camera("kiosk")),
        DockRow("guide_camera", _under_camera("guide")),
    )


def _under_camera(station: str) -> tuple[DockButton, ...]:
    """Return the keys of a camera for papers: a page that lies well, and others that do not."""
    pages = tuple(
        DockButton(
            f"{station}_page_{words}", words, station, "camera", "put_page",
            (("name", "household_book"), ("defect", defect)),
        )
        for words, defect in PAGES
    )  # fmt: skip
    return (*pages, *_plain(station, "camera", ("take_away", "unplug", "plug")))


def _cards(station: str, specimens: tuple[str, ...]) -> tuple[DockButton, ...]:
    prefix = "" if station == "kiosk" else f"{station}_"
    return tuple(
        DockButton(
            f"{prefix}card_{specimen}", specimen, station, "reader", "present_card",
            (("specimen", specimen),),
        )
        for specimen in specimens
    )  # fmt: skip


def _plain(station: str, device: str, words: tuple[str, ...]) -> tuple[DockButton, ...]:
    return tuple(
        DockButton(f"{station}_{device}_{word}", word, station, device, word) for word in words
    )

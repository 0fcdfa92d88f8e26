"""What the pages of the area show, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from guide_desk.shell_views import Head
from ui_kit.staff_views import KeyView, NumberView


@dataclass(frozen=True)
class PadView:
    """A number as far as it was typed, the keys it is typed with, and other ways beside them.

    `keys` are the digits and what follows them, row after row.
    """

    head: Head
    typed: NumberView
    seals: tuple[KeyView, ...]
    keys: tuple[KeyView, ...]
    beside: tuple[KeyView, ...]


@dataclass(frozen=True)
class FoundCard:
    """A number that was found, as a key: its state, its matter, whose it is, what to mind."""

    key: KeyView
    number: NumberView
    state: str
    matter: str
    second: str
    icons: tuple[str, ...] = ()


@dataclass(frozen=True)
class FoundView:
    """What was found, leaf by leaf."""

    head: Head
    cards: tuple[FoundCard, ...]
    beside: tuple[KeyView, ...]
    nobody: str


@dataclass(frozen=True)
class TicketPage:
    """One number: large, what is known of it in lines, and what can be done.

    The line over it says what it is for, and how it stands.
    """

    head: Head
    number: NumberView
    facts: tuple[str, ...]
    deeds: tuple[KeyView, ...]
    back: KeyView

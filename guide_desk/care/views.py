"""Pages that the books of care share, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field

from guide_desk.shell_views import Head
from ui_kit.staff_views import KeyView


@dataclass(frozen=True)
class WriteView:
    """One line that is written: with a keyboard, or digit by digit where there are `keys`.

    `edited` is the action a change of the line is told with. `hint` stands under the line.
    """

    head: Head
    text: str = field(repr=False)
    hint: str
    edited: str
    keys: tuple[KeyView, ...]
    beside: tuple[KeyView, ...]


@dataclass(frozen=True)
class EntryPage:
    """One entry of a book: what is known of it at the left, its deeds at the right, three a row.

    `told` is what is to be read out or minded, larger than the `lines` under it.
    """

    head: Head
    told: tuple[str, ...] = field(repr=False)
    lines: tuple[str, ...] = field(repr=False)
    deeds: tuple[KeyView, ...]

"""A line written at the desk: what may stand in it, and the page it is written on. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guide_desk.care.views import WriteView
from guide_desk.cases.phone import spaced
from guide_desk.shell_views import Head
from ui_kit.staff_views import KeyFaceMode, KeyView
from ui_kit.strings import Strings

Kind = Literal["text", "digits", "item_number"]
MOST = 100
"""Characters a line may have: with three bytes each they fit into a sealed detail."""
LEAST_DIGITS = 7
_MOST_DIGITS = 16
_DIGITS = (("1", "2", "3"), ("4", "5", "6"), ("7", "8", "9"))


@dataclass(frozen=True)
class Line:
    """What is asked for: `id` names its words in the strings, `optional` may be left out."""

    id: str
    kind: Kind = "text"
    optional: bool = False


def cleaned(line: Line, text: str) -> str:
    """Return a text as it may stand in a line."""
    if line.kind == "digits":
        return "".join(one for one in text if one.isdigit() and one.isascii())[:_MOST_DIGITS]
    if line.kind == "item_number":
        return "".join(one for one in text.upper() if one.isascii() and one.isalnum())[:24]
    # The hall keeps one printable line: a wide space of an input method is a space like any other.
    plain = (" " if one.isspace() else one for one in text)
    return "".join(one for one in plain if one.isprintable())[:MOST]


def is_enough(line: Line, text: str) -> bool:
    """Tell whether a line can be left with this."""
    least = {"text": 1, "digits": LEAST_DIGITS, "item_number": 4}[line.kind]
    return len(text.strip()) >= least


def grouped(digits: str) -> str:
    """Return a telephone number as it is read out."""
    return spaced(digits)


def write_view(words: Strings, prefix: str, line: Line, text: str) -> WriteView:
    """Return the page of a line; its deeds begin with the `prefix` of the area."""
    done_mode: KeyFaceMode = "next" if is_enough(line, text) else "cannot"
    done = KeyView(
        f"{prefix}_written", f"{prefix}_written", words.get("key_written"), icon="arrow-right",
        mode=done_mode,
    )  # fmt: skip
    back = KeyView("back", "back", words.get("key_back"), icon="arrow-left")
    return WriteView(
        head=Head(words.get(f"write_{line.id}")),
        text=spaced(text) if line.kind == "digits" else text,
        hint="" if line.kind == "digits" else words.get(f"write_{line.id}_hint"),
        edited=f"{prefix}_edited",
        keys=_pad(words, prefix, text) if line.kind == "digits" else (),
        beside=(done, *_skip(words, prefix, line), back),
    )


def _skip(words: Strings, prefix: str, line: Line) -> tuple[KeyView, ...]:
    if not line.optional:
        return ()
    name = f"{prefix}_unwritten"
    return (KeyView(name, name, words.get(f"key_no_{line.id}")),)


def _pad(words: Strings, prefix: str, text: str) -> tuple[KeyView, ...]:
    full: KeyFaceMode = "cannot" if len(text) >= _MOST_DIGITS else "can"
    ends = (
        KeyView(f"{prefix}_erase", f"{prefix}_erase", words.get("key_find_erase"), icon="backspace",
                mode="can" if text else "cannot"),
        KeyView(f"{prefix}_0", f"{prefix}_digit", "0", "0", mode=full),
        None,
    )  # fmt: skip
    keys: list[KeyView] = []
    for row, end in zip(_DIGITS, ends, strict=True):
        keys += [KeyView(f"{prefix}_{one}", f"{prefix}_digit", one, one, mode=full) for one in row]
        if end is not None:
            keys.append(end)
    return tuple(keys)

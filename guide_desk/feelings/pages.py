"""The pages of a paper about how it was. Pure."""

from __future__ import annotations

from guide_desk.cases.choosing import back_key
from guide_desk.feelings.views import FacesView
from guide_desk.finding.searching import MOST_DIGITS, Typed
from guide_desk.finding.views import PadView
from guide_desk.shell_views import Head
from guide_desk.views import GridView
from hall.care.feelings.messages import MOST_REASONS
from hall.kernel.facts import FeelingsFact, HallFacts
from ui_kit.staff_views import KeyFaceMode, KeyView, NumberView
from ui_kit.strings import Strings

FACES = (5, 4, 3, 2, 1)
_DIGITS = (("1", "2", "3"), ("4", "5", "6"), ("7", "8", "9"))
_LEAST_DIGITS = 3


def label_of(facts: HallFacts, typed: Typed) -> str:
    """Return the number that was typed as slips have it, empty while it is not whole.

    Nobody types the noughts before a number: 12 is 012.
    """
    prefix = next((one.prefix for one in facts.series if one.id == typed.series), "")
    whole = prefix and typed.digits.strip("0")
    return f"{prefix}{int(typed.digits):0{_LEAST_DIGITS}d}" if whole else ""


def number_view(
    words: Strings, facts: HallFacts, typed: Typed, *, yesterday: bool, under_way: bool
) -> PadView:
    """Return where the area begins: the number on the paper, and of which day it is."""
    go: KeyFaceMode = "next" if label_of(facts, typed) else "cannot"
    full: KeyFaceMode = "cannot" if len(typed.digits) >= MOST_DIGITS else "can"
    last = (
        KeyView(
            "feel_erase", "feel_erase", words.get("key_feel_erase"), icon="backspace",
            mode="cannot" if typed.empty else "can",
        ),
        KeyView("feel_0", "feel_digit", "0", "0", mode=full),
        KeyView(
            "feel_go", "feel_go", words.get("key_feel_go"), mode="under_way" if under_way else go
        ),
    )  # fmt: skip
    keys: list[KeyView] = []
    for row, end in zip(_DIGITS, last, strict=True):
        keys += [KeyView(f"feel_{one}", "feel_digit", one, one, mode=full) for one in row]
        keys.append(end)
    seals = tuple(
        KeyView(
            f"feel_seal_{one.id}", "feel_series", one.prefix, one.id,
            mode="chosen" if one.id == typed.series else "can",
        )
        for one in facts.series
    )  # fmt: skip
    beside = (
        _day_key(words, "today", chosen=not yesterday),
        _day_key(words, "before", chosen=yesterday),
        KeyView("feel_paper", "feel_paper", words.get("key_feel_paper"), icon="printer"),
    )
    seal = next((one.prefix for one in facts.series if one.id == typed.series), "")
    head = Head(words.get("feel_title"), words.get("feel_hint"))
    return PadView(head, NumberView(seal, typed.digits), seals, tuple(keys), beside)


def faces_view(words: Strings, number: str, *, under_way: bool) -> FacesView:
    """Return the five faces of the paper."""
    mode: KeyFaceMode = "under_way" if under_way else "can"
    faces = tuple(
        KeyView(f"feel_face_{n}", "feel_face", words.get(f"feel_face_{n}"), str(n), mode=mode)
        for n in FACES
    )
    head = Head(words.get("feel_faces_title", number=number), words.get("feel_faces_hint"))
    return FacesView(head, faces, (back_key(words),))


def why_view(
    words: Strings, feelings: FeelingsFact, chosen: tuple[str, ...], *, under_way: bool
) -> GridView:
    """Return the reasons of the paper; what was ticked there stays down here."""
    full = len(chosen) >= MOST_REASONS

    def mode(reason: str) -> KeyFaceMode:
        if reason in chosen:
            return "chosen"
        return "cannot" if full else "can"

    cells = tuple(
        KeyView(f"feel_why_{one.id}", "feel_why", one.name, one.id, mode=mode(one.id))
        for one in feelings.reasons
    )
    done = KeyView(
        "feel_done", "feel_done", words.get("key_feel_done"), icon="check",
        mode="under_way" if under_way else "next",
    )  # fmt: skip
    head = Head(words.get("feel_why_title"), words.get("feel_why_hint"))
    return GridView(head, cells, (done, back_key(words)), columns=2)


def _day_key(words: Strings, day: str, *, chosen: bool) -> KeyView:
    mode: KeyFaceMode = "chosen" if chosen else "can"
    return KeyView(f"feel_{day}", "feel_day", words.get(f"key_feel_{day}"), day, mode=mode)

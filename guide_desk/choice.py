"""What was touched so far on the way to a number. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import get_args

from guide_desk.leaves import leaf_of, leaf_words, turn_keys
from guide_desk.marks import Marks, mark_words
from guide_desk.shell_views import Head
from guide_desk.views import GridView, TakeView
from hall.kernel.facts import HallFacts, MatterFact
from hall.tickets.messages import AgeBand
from ui_kit.staff_views import KeyFaceMode, KeyView
from ui_kit.strings import Strings

BANDS: tuple[AgeBand, ...] = ("80_plus", "60_79", "under_60")
"""The eldest first: they are whom a guide mostly stands beside."""
MATTERS_A_LEAF, MARKS_IN_WORDS = 6, 2


@dataclass(frozen=True)
class Choice:
    """Age band and matter, each empty until it was touched.

    `exact` asks for one matter of a group instead of its usual one; `listed` is the group whose
    matters are shown. `marks` is what was said of the person, `marking` while that is asked.
    """

    band: AgeBand | None = None
    matter_id: str = ""
    exact: bool = False
    listed: str = ""
    marks: Marks = field(default_factory=Marks)
    marking: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing was touched."""
        return self == Choice()


def band_of(text: str) -> AgeBand | None:
    """Return the age band a key stands for."""
    return next((band for band in get_args(AgeBand) if band == text), None)


def matters_of(facts: HallFacts, group_id: str) -> tuple[MatterFact, ...]:
    """Return the matters of a group in the order of the hall's list: those that have papers."""
    return tuple(matter for matter in facts.matters if matter.group == group_id)


def usual_matter(facts: HallFacts, group_id: str) -> MatterFact | None:
    """Return what a group stands for: the first of its list that follows no death.

    A hall puts what most people come for first, so two touches are right for most of them.
    """
    matters = facts.offered(group_id)
    plain = (matter for matter in matters if not matter.bereavement)
    return next(plain, next(iter(matters), None))


def take_view(words: Strings, facts: HallFacts, choice: Choice, *, linked: bool) -> TakeView:
    """Return the page of the two touches; without the hall it says what to do meanwhile."""
    chosen = facts.matter(choice.matter_id)
    hint = "take_hint"
    if not linked:
        hint = "take_hint_lost"
    elif choice.exact:
        hint = "take_hint_exact"
    elif choice.band:
        hint = "take_hint_group"
    elif chosen is not None:
        hint = "take_hint_band"
    groups = tuple(
        _group_key(words, facts, choice, group.id, group.name, group.icon)
        for group in facts.groups
        if facts.offered(group.id)
    )
    return TakeView(
        head=Head(words.get("take_title"), words.get(hint)),
        bands=tuple(_band_key(words, band, choice) for band in BANDS),
        groups=groups,
        beside=(_exact_key(words, choice), _marks_key(words, choice)),
    )


def matters_view(words: Strings, facts: HallFacts, choice: Choice, leaf_number: int) -> GridView:
    """Return the exact matters of the listed group, leaf by leaf."""
    group = next((one.name for one in facts.groups if one.id == choice.listed), "")
    leaf = leaf_of(facts.offered(choice.listed), leaf_number, MATTERS_A_LEAF)
    matters = tuple(
        KeyView(f"matter_{one.id}", "matter", "\n".join(one.plain_lines) or one.plain_name, one.id)
        for one in leaf.items
    )
    back = KeyView("back", "back", words.get("key_back"), icon="arrow-left")
    return GridView(
        head=Head(words.get("matters_title", group=group), leaf_words(words, leaf)),
        cells=matters,
        beside=(back, *turn_keys(words, "matters", leaf)),
    )


def _exact_key(words: Strings, choice: Choice) -> KeyView:
    mode: KeyFaceMode = "chosen" if choice.exact else "can"
    return KeyView("exact", "exact", words.get("key_exact"), icon="list-numbers", mode=mode)


def _marks_key(words: Strings, choice: Choice) -> KeyView:
    marks = choice.marks
    count = len(marks.needs) + len(marks.claims)
    marked = mark_words(words, marks)
    second = marked if count <= MARKS_IN_WORDS else words.get("marks_count", count=count)
    mode: KeyFaceMode = "chosen" if count else "can"
    return KeyView(
        "marks", "marks", words.get("key_marks"), icon="hand-heart", second=second, mode=mode
    )


def _band_key(words: Strings, band: AgeBand, choice: Choice) -> KeyView:
    mode: KeyFaceMode = "chosen" if choice.band == band else "can"
    return KeyView(f"band_{band}", "band", words.get(f"band_{band}"), band, mode=mode)


def _group_key(
    words: Strings, facts: HallFacts, choice: Choice, group_id: str, name: str, icon: str
) -> KeyView:
    usual = usual_matter(facts, group_id)
    chosen = facts.matter(choice.matter_id)
    here = chosen is not None and chosen.group == group_id
    shown = chosen if here else usual
    second = words.get("group_exact") if choice.exact and not here else ""
    if not second and shown is not None:
        second = "\n".join(shown.plain_lines) or shown.plain_name
    mode: KeyFaceMode = "chosen" if here else "can"
    return KeyView(
        f"group_{group_id}", "group", name, group_id, icon=icon, second=second, mode=mode
    )

"""Which papers of a matter an elder must carry, which wait here, which nobody needs."""

from __future__ import annotations

from collections.abc import Mapping

from hall.kernel.facts import MaterialFact, MatterFact


def to_bring(matter: MatterFact, form_mark: str) -> tuple[MaterialFact, ...]:
    """Return what must be brought: no form the hall prints, nothing the authorities share.

    `form_mark` is the word by which the hall's own forms are known.
    """
    return tuple(
        paper for paper in matter.materials if not paper.shareable and form_mark not in paper.plain
    )


def paper_note(paper: MaterialFact) -> str:
    """Return the key of the words that say in which form a paper is brought."""
    if paper.deferrable:
        return "bring_later"
    return "bring_copy" if paper.copies else "bring_original"


def paper_icon(name: str, marks: Mapping[str, str]) -> str:
    """Return the icon of a paper by its plain name: that of the kind the name mentions first.

    `marks` are the word each kind is known by and its icon; the longer word counts where two begin
    at one place.
    """
    plain = name.lower()
    found = [(plain.find(mark.lower()), -len(mark), icon) for mark, icon in marks.items()]
    return min((one for one in found if one[0] >= 0), default=(0, 0, "file-text"))[2]


def printed_here(matter: MatterFact, form_mark: str) -> bool:
    """Tell whether the hall prints a form for this matter."""
    return any(form_mark in paper.plain for paper in matter.materials)


def looked_up(matter: MatterFact, form_mark: str) -> tuple[MaterialFact, ...]:
    """Return what the hall can look up itself."""
    return tuple(
        paper for paper in matter.materials if paper.shareable and form_mark not in paper.plain
    )

"""Which papers of a matter an elder must carry, which wait here, which nobody needs."""

from __future__ import annotations

from hall.kernel.facts import MaterialFact, MatterFact


def to_bring(matter: MatterFact, form_mark: str) -> tuple[MaterialFact, ...]:
    """Return what must be brought: no form the hall prints, nothing the authorities share.

    `form_mark` is the word by which the hall's own forms are known.
    """
    return tuple(
        paper for paper in matter.materials if not paper.shareable and form_mark not in paper.plain
    )


def printed_here(matter: MatterFact, form_mark: str) -> bool:
    """Tell whether the hall prints a form for this matter."""
    return any(form_mark in paper.plain for paper in matter.materials)


def looked_up(matter: MatterFact, form_mark: str) -> tuple[MaterialFact, ...]:
    """Return what the hall can look up itself."""
    return tuple(
        paper for paper in matter.materials if paper.shareable and form_mark not in paper.plain
    )

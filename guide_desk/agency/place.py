"""Where the guide is in the area, and what a new mandate has by now. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from hall.care.agency.messages import Handed
from hall.care.agency.model import Form, MandateKind

PlaceName = Literal[
    "list", "whose", "groups", "matters", "who", "handed", "asked", "mandate", "step", "things",
    "lost", "report", "write", "drop", "papers", "paper", "by_hand",
]  # fmt: skip
_NEXT_FORM: dict[Form | None, Form | None] = {None: "original", "original": "copy", "copy": None}
"""A key of a paper goes round: the original, a copy, nothing."""


@dataclass(frozen=True)
class Draft:
    """A mandate that is being agreed: whose, what, with whom, and what is handed over.

    `handed` has the papers of the matter by place on its list, and `other`.
    """

    visit_id: str = ""
    matter_id: str = ""
    kind: MandateKind = "staff"
    agent_number: str = ""
    handed: tuple[tuple[str, Form], ...] = ()

    def form_of(self, material_id: str) -> Form | None:
        """Return as what a paper is handed over, None where it is not."""
        return dict(self.handed).get(material_id)

    def turned(self, material_id: str) -> Draft:
        """Return the draft after a touch of the key of a paper."""
        form = _NEXT_FORM[self.form_of(material_id)]
        others = tuple(one for one in self.handed if one[0] != material_id)
        return replace(self, handed=(*others, (material_id, form)) if form else others)

    def list(self) -> tuple[Handed, ...]:
        """Return what is handed over as the hall is told it, in the order it was touched."""
        return tuple(
            Handed(matter_id=self.matter_id, material_id=material_id, form=form)
            for material_id, form in self.handed
        )


@dataclass(frozen=True)
class Place:
    """One page. `chosen` are things that were touched, `original_id` is one that is lost."""

    name: PlaceName = "list"
    mandate_id: str = ""
    group_id: str = ""
    original_id: str = ""
    chosen: frozenset[str] = frozenset()
    draft: Draft = field(default_factory=Draft)


class Places:
    """A pile of pages; the one that is shown lies on top."""

    def __init__(self) -> None:
        self._pile: list[Place] = [Place()]

    @property
    def here(self) -> Place:
        """The page that is shown."""
        return self._pile[-1]

    def go(self, name: PlaceName) -> None:
        """Lay another page about the same on top."""
        self.lay(replace(self.here, name=name))

    def lay(self, place: Place) -> None:
        """Lay a page on top."""
        self._pile.append(place)

    def instead(self, place: Place) -> None:
        """Lay a page in place of the one on top."""
        self._pile[-1] = place

    def back(self) -> bool:
        """Take the page on top away; False when it is the first."""
        if len(self._pile) == 1:
            return False
        self._pile.pop()
        return True

    def open(self, mandate_id: str) -> None:
        """Show one mandate, one step from the list."""
        self._pile = [Place(), Place("mandate", mandate_id)]

    def home(self) -> None:
        """Show the list."""
        self._pile = [Place()]

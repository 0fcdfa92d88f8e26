"""What is said of a person, corrected: how old, what to mind, what gives precedence. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from guide_desk.choice import BANDS, band_of
from guide_desk.finding.describing import person_of
from guide_desk.marks import CLAIM_ICONS, CLAIMS, NEEDS, Marks
from guide_desk.shell_views import Head
from guide_desk.views import GridView
from hall.boards.guide import GuideBoard
from hall.tickets.messages import AgeBand, Claim, Need, TicketView, Visitor
from ui_kit.people import NEED_ICONS
from ui_kit.staff_views import KeyFaceMode, KeyView
from ui_kit.strings import Strings


@dataclass(frozen=True)
class Correction:
    """What was known of a person, and what the guide says instead.

    `other_needs` and `other_claims` have no key here and stay as they are. A band that was not
    touched is not sent: what a card said goes on being what the card said.
    """

    known: AgeBand | None = None
    band: AgeBand | None = None
    before: Marks = field(default_factory=Marks)
    marks: Marks = field(default_factory=Marks)
    other_needs: tuple[Need, ...] = ()
    other_claims: tuple[Claim, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether there is anything to send."""
        return self.band not in (None, self.known) or self.marks != self.before

    def turned(self, mark: str) -> Correction:
        """Return it with another age band, or with one mark more or less."""
        band = band_of(mark)
        if band is not None:
            return replace(self, band=band)
        return replace(self, marks=self.marks.turned(mark))

    def visitor(self, ticket: TicketView) -> Visitor:
        """Return what the hall is told."""
        behalf: Literal["family", "agency"] | None = None
        if ticket.behalf_of:
            behalf = "family" if ticket.behalf_of == "family" else "agency"
        return Visitor(
            stated_age_band=None if self.band == self.known else self.band,
            behalf_of=behalf,
            needs=(*self.marks.needs, *self.other_needs),
            claims=(*self.marks.claims, *self.other_claims),
        )


def correction_of(board: GuideBoard, ticket: TicketView) -> Correction:
    """Return what is known of whoever holds a number, to begin from."""
    person = person_of(board, ticket)
    claims: list[Claim] = [one for one in get_args(Claim) if one == ticket.reason]
    needs: list[Need] = [one for one in get_args(Need) if one in person.needs]
    marks = Marks(
        tuple(one for one in NEEDS if one in needs), tuple(one for one in CLAIMS if one in claims)
    )
    known = band_of(person.age_band) if not ticket.behalf_of else None
    return Correction(
        known=known,
        band=known,
        before=marks,
        marks=marks,
        other_needs=tuple(one for one in needs if one not in NEEDS),
        other_claims=tuple(one for one in claims if one not in CLAIMS),
    )


def correction_view(words: Strings, ticket: TicketView, correction: Correction) -> GridView:
    """Return the page: ages in the first row, needs in the second, precedence in the third."""
    marks = correction.marks
    cells = (
        *(_key(words.get(f"band_{one}"), one, "", chosen=one == correction.band) for one in BANDS),
        *(
            _key(words.get(f"mark_{one}"), one, NEED_ICONS[one], chosen=one in marks.needs)
            for one in NEEDS
        ),
        *(
            _key(words.get(f"claim_{one}"), one, CLAIM_ICONS[one], chosen=one in marks.claims)
            for one in CLAIMS
        ),
    )
    done = KeyView(
        "find_changed", "find_changed", words.get("key_find_changed"), icon="check",
        mode="next" if correction.changed else "cannot",
    )  # fmt: skip
    back = KeyView("back", "back", words.get("key_back"), icon="arrow-left")
    head = Head(words.get("find_change_title", number=ticket.number), words.get("find_change_hint"))
    return GridView(head, cells, (back, done), columns=3)


def _key(label: str, mark: str, icon: str, *, chosen: bool) -> KeyView:
    mode: KeyFaceMode = "chosen" if chosen else "can"
    return KeyView(f"find_{mark}", "find_mark", label, mark, icon=icon, mode=mode)

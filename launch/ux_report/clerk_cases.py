"""Cases at a clerk's counter: papers of every kind, none yet, and the elder asked alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from hall.boards.console import ConsoleBoard
from hall.boards.visits import Visits
from hall.kernel.facts import MatterFact
from hall.visits.ladder import Colour
from hall.visits.model import Stage, State
from hall.visits.views import CaseView, ItemView, VisitView
from launch.ux_report.site import AT, Site

Press = tuple[str, str]

_MIXED: tuple[Colour, ...] = (
    "ok", "missing", "shared", "deferred", "promised", "incorrect", "noticed", "office", "open",
)  # fmt: skip


@dataclass(frozen=True)
class ClerkCase:
    """Whose papers lie open: how each stands, how far the case is, whether one is asked alone."""

    colours: tuple[Colour, ...] = ()
    stage: Stage = "preparing"
    state: State = "waiting"
    asks: bool = False
    own_will: bool | None = None

    def matter(self, site: Site) -> MatterFact:
        """Return what it is about: what is asked alone, else what needs most papers."""
        asked = [one for one in site.facts.matters if one.true_intent_check]
        most = max(site.facts.matters, key=lambda one: (len(one.materials), len(one.plain_name)))
        return asked[0] if self.asks else most

    def laid(self, board: ConsoleBoard) -> ConsoleBoard:
        """Return the board with the visit of its ticket, and the case before it."""
        ticket = board.ticket
        matter = board.facts.matter(ticket.matter_id) if ticket else None
        if ticket is None or matter is None:
            return board
        visit = VisitView(
            id="v", state=self.state, began_at=AT.isoformat(), station_id=board.counter_id,
            ticket_id=ticket.id, number=ticket.number, matter_id=matter.id,
            case_id="c" if self.colours else None, counter_id=board.counter_id,
            own_will=self.own_will,
        )  # fmt: skip
        case = CaseView(
            id="c", matter_id=matter.id, stage=self.stage, items=self._items(matter),
            opened_at=AT.isoformat(),
        )  # fmt: skip
        cases = {"c": case} if self.colours else {}
        return msgspec.structs.replace(board, visits=Visits(visits={"v": visit}, cases=cases))

    def _items(self, matter: MatterFact) -> tuple[ItemView, ...]:
        names = [paper.plain for paper in matter.materials] or [matter.plain_name]
        return tuple(
            ItemView(
                id=str(place), plain=names[place % len(names)], colour=colour,
                fault="not_matching" if colour == "incorrect" else "",
                due_on="2026-12-31" if colour == "deferred" else None,
            )
            for place, colour in enumerate(self.colours)
        )  # fmt: skip


def clerk_cases() -> Iterator[tuple[str, tuple[Press, ...], ClerkCase]]:
    """Give every page: its name, what is pressed, and whose papers lie open."""
    papers, alone = ("papers", "-"), ("ask_answer", "alone")
    whole: tuple[Colour, ...] = ("ok", "ok", "shared", "ok")
    asks = ClerkCase(whole, asks=True)
    yield "serving-papers", (), ClerkCase(_MIXED)
    yield "serving-ask", (), asks
    yield "papers", (papers,), ClerkCase(_MIXED)
    yield "papers-many", (papers,), ClerkCase((*_MIXED, *whole))
    yield "papers-none", (papers,), ClerkCase()
    yield "papers-accepted", (papers,), ClerkCase(whole, "accepted", "accepted")
    yield "papers-ask", (papers,), asks
    yield "papers-unwilling", (papers,), ClerkCase(whole, asks=True, own_will=False)
    yield "ask-alone", (papers, ("ask", "-")), asks
    yield "ask-question", (papers, ("ask", "-"), alone), asks
    yield "ask-will", (papers, ("ask", "-"), alone, *(("ask_answer", "yes"),) * 5), asks

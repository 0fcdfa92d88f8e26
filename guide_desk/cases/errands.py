"""What the area asks of the hall about visits, and which of it is still on its way. Pure."""

from __future__ import annotations

from typing import Literal, get_args

from guide_desk.choice import band_of
from guide_desk.desk import Desk
from hall.kernel.messages import Command
from hall.tickets.messages import TakeTicket, Visitor
from hall.visits.ladder import FaultWord, Rung
from hall.visits.messages import (
    AdvanceCase,
    BeginVisit,
    DecideAnew,
    DecideItem,
    EndVisit,
    HandOverVisit,
    IntentionAnswer,
    IssueNotice,
    MarkItem,
    MoveVisit,
    OpenByCode,
    OpenCase,
    RecordTrueIntention,
    ReferAway,
    ReleaseVisit,
)
from hall.visits.model import ReferralTarget

Seen = Literal["ok", "missing", "incorrect"]
Left = Literal["done", "with_notice", "told_auto_grant", "gone"]

_DEEDS: dict[type[Command], str] = {
    HandOverVisit: "case_mine",
    ReleaseVisit: "case_release",
    IssueNotice: "case_notice",
    AdvanceCase: "case_receive",
    RecordTrueIntention: "case_ask",
    OpenByCode: "case_code",
    OpenCase: "case_check",
}
"""The key whose command is on its way, where it is always the same."""


class Errands:
    """Commands of this desk about visits; each goes again by itself until it is answered."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._new_id, self._station = desk.setup.new_id, desk.setup.station_id

    def begin(self, matter_id: str) -> str:
        """Greet somebody without a number; returns the id of the command."""
        command_id = self._new_id()
        self._desk.send(
            BeginVisit(command_id=command_id, station_id=self._station, matter_id=matter_id)
        )
        return command_id

    def check(self, visit_id: str) -> None:
        """Go through the papers; the checklist is laid out where there is none."""
        self._move(visit_id, "precheck")

    def wait(self, visit_id: str) -> None:
        """Bring the elder to the seats."""
        self._move(visit_id, "wait")

    def lay_matter(self, visit_id: str, matter_id: str) -> None:
        """Lay the checklist of a matter before a visit."""
        self._desk.send(
            OpenCase(
                command_id=self._new_id(), visit_id=visit_id, station_id=self._station,
                matter_id=matter_id,
            )
        )  # fmt: skip

    def lay_earlier(self, visit_id: str, case_id: str) -> None:
        """Lay a checklist the person has already before a visit."""
        self._desk.send(
            OpenCase(
                command_id=self._new_id(), visit_id=visit_id, station_id=self._station,
                case_id=case_id,
            )
        )  # fmt: skip

    def by_code(self, code: str, visit_id: str) -> None:
        """Open the checklist a notice belongs to; without a visit one is begun."""
        self._desk.send(
            OpenByCode(
                command_id=self._new_id(), station_id=self._station, code=code,
                visit_id=visit_id or None,
            )
        )  # fmt: skip

    def mine(self, visit_id: str) -> None:
        """This desk is responsible from now on."""
        self._desk.send(
            HandOverVisit(
                command_id=self._new_id(), visit_id=visit_id, station_id=self._station,
                to_kind="guide_desk", to_id=self._station,
            )
        )  # fmt: skip

    def release(self, visit_id: str) -> None:
        """This desk cannot go on; the guides hear of it when nobody else does."""
        self._desk.send(
            ReleaseVisit(command_id=self._new_id(), visit_id=visit_id, station_id=self._station)
        )

    def mark(self, visit_id: str, item_id: str, mark: Seen, fault: str = "") -> None:
        """Say how a paper is."""
        known: FaultWord | None = next((one for one in get_args(FaultWord) if one == fault), None)
        self._desk.send(
            MarkItem(
                command_id=self._new_id(), visit_id=visit_id, station_id=self._station,
                item_id=item_id, mark=mark, fault=known or "",
            )
        )  # fmt: skip

    def decide(
        self, visit_id: str, item_id: str, offer: str, *, taken: bool, due_on: str = ""
    ) -> None:
        """Take or decline the way that the key showed; `due_on` is the last day, ISO."""
        rung: Rung | None = next((one for one in get_args(Rung) if one == offer), None)
        if rung is None:
            return
        self._desk.send(
            DecideItem(
                command_id=self._new_id(), visit_id=visit_id, station_id=self._station,
                item_id=item_id, offer=rung, taken=taken, due_on=due_on or None,
            )
        )  # fmt: skip

    def decide_anew(self, visit_id: str, item_id: str, reason: str) -> None:
        """Take back what was decided for a paper."""
        self._desk.send(
            DecideAnew(
                command_id=self._new_id(), visit_id=visit_id, station_id=self._station,
                item_id=item_id, reason=reason,
            )
        )  # fmt: skip

    def notice(self, visit_id: str) -> None:
        """Write down everything that is left."""
        self._desk.send(
            IssueNotice(command_id=self._new_id(), visit_id=visit_id, station_id=self._station)
        )

    def receive(self, visit_id: str) -> None:
        """Take the papers in."""
        self._desk.send(
            AdvanceCase(
                command_id=self._new_id(), visit_id=visit_id, station_id=self._station,
                step="receive",
            )
        )  # fmt: skip

    def intention(
        self, visit_id: str, answers: tuple[IntentionAnswer, ...], *, own_will: bool
    ) -> None:
        """Put on record what the elder said alone."""
        self._desk.send(
            RecordTrueIntention(
                command_id=self._new_id(), visit_id=visit_id, station_id=self._station,
                answers=answers, alone=True, own_will=own_will,
            )
        )  # fmt: skip

    def refer(self, visit_id: str, to: str, *, number: bool) -> None:
        """Send somebody to where the matter is done; an open `number` is given up."""
        target: ReferralTarget | None = next(
            (one for one in get_args(ReferralTarget) if one == to), None
        )
        if target is None:
            return
        self._desk.send(
            ReferAway(
                command_id=self._new_id(), visit_id=visit_id, station_id=self._station,
                to=target, gives_up_number=number,
            )
        )  # fmt: skip

    def leave(self, visit_id: str, outcome: str, *, number: bool) -> None:
        """See somebody off; an open `number` is given up."""
        said: Left | None = next((one for one in get_args(Left) if one == outcome), None)
        if said is None:
            return
        self._desk.send(
            EndVisit(
                command_id=self._new_id(), visit_id=visit_id, station_id=self._station,
                outcome=said, gives_up_number=number,
            )
        )  # fmt: skip

    def number(self, visit_id: str, matter_id: str, band: str) -> None:
        """Take a number for a visit that has none."""
        self._desk.send(
            TakeTicket(
                command_id=self._new_id(), station_id=self._station, matter_id=matter_id,
                visitor=Visitor(stated_age_band=band_of(band)), visit_id=visit_id,
            )
        )  # fmt: skip

    def busy(self, visit_id: str) -> frozenset[str]:
        """Return the keys of a visit whose command is on its way."""
        found = set()
        for one in self._desk.outbox.commands():
            if getattr(one, "visit_id", visit_id) not in (visit_id, None):
                continue
            if isinstance(one, MoveVisit):
                found.add("case_wait" if one.action == "wait" else "case_check")
            elif type(one) in _DEEDS:
                found.add(_DEEDS[type(one)])
        return frozenset(found)

    def marking(self, visit_id: str) -> frozenset[str]:
        """Return the papers of a visit about which something is on its way."""
        return frozenset(
            one.item_id
            for one in self._desk.outbox.commands()
            if isinstance(one, MarkItem | DecideItem | DecideAnew) and one.visit_id == visit_id
        )

    def _move(self, visit_id: str, action: str) -> None:
        self._desk.send(
            MoveVisit(
                command_id=self._new_id(), visit_id=visit_id, station_id=self._station,
                action="wait" if action == "wait" else "precheck",
            )
        )  # fmt: skip

"""A guide at the desk on the measured morning: greets, lays out, sees off, opens what is known."""

from __future__ import annotations

from typing import Any

import msgspec

from hall.client.local import LocalGateway
from hall.kernel.messages import Command, Event
from hall.store.opening import random_id
from hall.tickets.messages import Visitor
from hall.visits.messages import BeginVisit, EndVisit, MoveVisit, OpenByCode
from launch.bench.serving import BenchBroken
from launch.bench.site import Site
from launch.bench.year.hands import GUIDE_ID

AT_THE_DESK = "EL003"


class Desk:
    """A guide at work."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._gateway = LocalGateway(site.hall, GUIDE_ID)
        self._open: list[str] = []

    def card(self) -> Visitor:
        """Return the card of somebody who has not come yet."""
        return next(self._site.comers).visitor

    def checks(self, visitor: Visitor) -> str:
        """Greet somebody and lay out the checklist; returns the visit's id."""
        begun = self._says(
            BeginVisit(
                command_id=random_id(), station_id=GUIDE_ID, visitor=visitor, matter_id=AT_THE_DESK
            )
        )
        visit_id = str(begun["visit"]["id"])
        self._says(
            MoveVisit(
                command_id=random_id(), station_id=GUIDE_ID, visit_id=visit_id, action="precheck"
            )
        )
        return visit_id

    def leaves(self, visit_id: str) -> None:
        """See somebody off."""
        self._says(EndVisit(command_id=random_id(), station_id=GUIDE_ID, visit_id=visit_id))

    def comes_again(self, visitor: Visitor) -> None:
        """Greet somebody whose card opens a case."""
        begun = self._says(BeginVisit(command_id=random_id(), station_id=GUIDE_ID, visitor=visitor))
        if begun["visit"]["case_id"] is None:
            raise BenchBroken("the card opened nothing")

    def codes(self, count: int) -> list[str]:
        """Return codes of cases that are still open."""
        with self._site.hall.parts.engine.connect() as connection:
            found = connection.exec_driver_sql(
                "SELECT code FROM visit_case WHERE stage <> 'closed' AND code IS NOT NULL LIMIT ?",
                (count,),
            )
            return [str(code) for (code,) in found]

    def opens(self, code: str) -> None:
        """Open the checklist of a notice."""
        opened = self._says(OpenByCode(command_id=random_id(), station_id=GUIDE_ID, code=code))
        if opened["kind"] != "CaseOpened":
            raise BenchBroken(f"the code opened nothing: {opened}")

    def _says(self, command: Command) -> dict[str, Any]:
        message = self._gateway.handle(command).message
        if not isinstance(message, Event):
            raise BenchBroken(f"the hall answered {message}")
        happened: dict[str, Any] = msgspec.to_builtins(message)
        return happened

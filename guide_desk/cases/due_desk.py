"""Settling what was to follow, and being done with a case. Pure."""

from __future__ import annotations

from typing import get_args

from guide_desk.desk import Desk
from hall.visits.entries import CallOutcome
from hall.visits.messages import CloseCase, RecordCall, RecordPromiseCheck, ResolveDeferral
from hall.visits.views import EntryView


class DueDesk:
    """What the desk asks of the hall about the two registers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def settle(self, entry: EntryView, outcome: str) -> None:
        """Settle an entry; an outcome its register does not know changes nothing."""
        setup = self._desk.setup
        if entry.kind == "deferral" and outcome in ("brought", "waived", "not_brought"):
            self._desk.send(
                ResolveDeferral(
                    command_id=setup.new_id(), station_id=setup.station_id, entry_id=entry.id,
                    outcome="brought" if outcome == "brought" else
                    "waived" if outcome == "waived" else "not_brought",
                )
            )  # fmt: skip
        elif entry.kind == "promise" and outcome in ("true", "untrue"):
            self._desk.send(
                RecordPromiseCheck(
                    command_id=setup.new_id(), station_id=setup.station_id, entry_id=entry.id,
                    outcome="true" if outcome == "true" else "untrue",
                )
            )  # fmt: skip

    def call(self, entry: EntryView, outcome: str) -> None:
        """Note that somebody rang up, and how it went."""
        setup = self._desk.setup
        said = next((one for one in get_args(CallOutcome) if one == outcome), None)
        if said is not None and not self.calling(entry.id):
            self._desk.send(
                RecordCall(
                    command_id=setup.new_id(), station_id=setup.station_id, entry_id=entry.id,
                    outcome=said,
                )
            )  # fmt: skip

    def calling(self, entry_id: str) -> bool:
        """Tell whether a call about an entry is being noted."""
        return any(
            isinstance(one, RecordCall) and one.entry_id == entry_id
            for one in self._desk.outbox.commands()
        )

    def close(self, case_id: str) -> None:
        """Be done with a case."""
        setup = self._desk.setup
        self._desk.send(
            CloseCase(command_id=setup.new_id(), station_id=setup.station_id, case_id=case_id)
        )

    def settling(self, entry_id: str) -> bool:
        """Tell whether an entry is being settled."""
        return any(
            isinstance(one, ResolveDeferral | RecordPromiseCheck) and one.entry_id == entry_id
            for one in self._desk.outbox.commands()
        )

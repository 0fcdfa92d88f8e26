"""Settling what was to follow, and being done with a case. Pure."""

from __future__ import annotations

from guide_desk.desk import Desk
from hall.visits.messages import CloseCase, RecordPromiseCheck, ResolveDeferral
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

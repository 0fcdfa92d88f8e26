"""What the register asks of the hall; each deed is sent once until it is answered. Pure."""

from __future__ import annotations

from guide_desk.desk import Desk
from guide_desk.not_done.place import Draft
from hall.care.not_done.messages import (
    AnswerNotDone,
    ArchiveNotDone,
    CheckNotDone,
    ClassifyNotDone,
    ListNotDone,
    OpenNotDone,
    PassOnNotDone,
    ReferNotDone,
    SettleNotDone,
)
from hall.care.not_done.model import ReasonClass, Reply, Result, Satisfaction
from hall.kernel.messages import Command
from hall.visits.model import ReferralTarget

NEW = "new"
"""Stands for the entry of a command that opens one."""


class NotDoneErrands:
    """Commands of this desk about the register."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._under_way: dict[str, tuple[str, str]] = {}
        """Command -> the entry it is about, and the deed."""

    def busy(self, entry_id: str) -> frozenset[str]:
        """Return the deeds under way for an entry."""
        return frozenset(deed for one, deed in self._under_way.values() if one == entry_id)

    def open(self, draft: Draft, came_times: int, ticket_id: str) -> None:
        """Put something on the register; once until the hall has said its number."""
        self._send(
            NEW,
            "cash" if draft.reason == "cash_refused" else "open",
            OpenNotDone(
                command_id=self._id(),
                station_id=self._station,
                reason=draft.reason,
                group_id=draft.group_id,
                matter_id=draft.matter_id,
                ticket_id=ticket_id,
                came_times=came_times,
            ),
        )

    def classify(self, entry_id: str, draft: Draft, reason: ReasonClass) -> None:
        """Say why it could not be done."""
        self._send(
            entry_id,
            "not_done_classify",
            ClassifyNotDone(
                command_id=self._id(),
                station_id=self._station,
                entry_id=entry_id,
                reason=reason,
                group_id=draft.group_id,
                matter_id=draft.matter_id,
            ),
        )

    def refer(self, entry_id: str, to: ReferralTarget) -> None:
        """Send the person on."""
        about = ReferNotDone(
            command_id=self._id(), station_id=self._station, entry_id=entry_id, to=to
        )
        self._send(entry_id, "not_done_refer", about)

    def pass_on(self, entry_id: str, staff_number: str) -> None:
        """Give it an owner."""
        about = PassOnNotDone(
            command_id=self._id(),
            station_id=self._station,
            entry_id=entry_id,
            staff_number=staff_number,
        )
        self._send(entry_id, "not_done_pass_on", about)

    def settle(self, entry_id: str, result: Result) -> None:
        """Say what came of it."""
        about = SettleNotDone(
            command_id=self._id(), station_id=self._station, entry_id=entry_id, result=result
        )
        self._send(entry_id, "not_done_settle", about)

    def answer(self, entry_id: str, reply: Reply) -> None:
        """Say how the person was told."""
        about = AnswerNotDone(
            command_id=self._id(), station_id=self._station, entry_id=entry_id, reply=reply
        )
        self._send(entry_id, "not_done_answer", about)

    def check(self, entry_id: str, satisfaction: Satisfaction) -> None:
        """Say what the person says of it."""
        about = CheckNotDone(
            command_id=self._id(),
            station_id=self._station,
            entry_id=entry_id,
            satisfaction=satisfaction,
        )
        self._send(entry_id, "not_done_check", about)

    def archive(self, entry_id: str) -> None:
        """Put it away."""
        about = ArchiveNotDone(command_id=self._id(), station_id=self._station, entry_id=entry_id)
        self._send(entry_id, "not_done_archive", about)

    def list(self, month: str) -> None:
        """Ask for the entries of a month."""
        about = ListNotDone(command_id=self._id(), station_id=self._station, month=month)
        self._send(month, month, about)

    def ended(self, command: Command) -> tuple[str, str] | None:
        """Take that a command was answered or will not be; returns what it was about."""
        return self._under_way.pop(command.command_id, None)

    @property
    def _station(self) -> str:
        return self._desk.setup.station_id

    def _id(self) -> str:
        return self._desk.setup.new_id()

    def _send(self, entry_id: str, deed: str, command: Command) -> None:
        if (entry_id, deed) in self._under_way.values():
            return
        self._under_way[command.command_id] = (entry_id, deed)
        self._desk.send(command)

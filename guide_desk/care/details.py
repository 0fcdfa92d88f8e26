"""Name, telephone and address on their way to the hall and back: here only while needed. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import get_args

from guide_desk.desk import Desk
from guide_desk.wishes import ReadNote, SealDetail
from hall.kernel.errors import KnownError
from hall.kernel.messages import Command
from hall.records.messages import Detail, DetailView, KeepDetail, Purpose
from ui_kit.sealing import SealQueue

READING_S = 180.0
"""What was read is forgotten after that: others pass the desk."""


class DetailHand:
    """The details of one book, kept for one purpose; whoever left them wished it.

    Times are steady seconds. Each reading is on record in the hall.
    """

    def __init__(self, desk: Desk, purpose: Purpose) -> None:
        self._desk, self._purpose = desk, purpose
        self._queue = SealQueue(lambda job_id, data: desk.wish(SealDetail(job_id, data)), desk.send)
        self._jobs: dict[str, str] = {}
        """The last job of each entry."""
        self._wanted: dict[str, tuple[str, Detail]] = {}
        self._known: dict[str, dict[Detail, str]] = {}
        self._read_s = 0.0

    def keep(self, entry_id: str, detail: Detail, text: str) -> None:
        """Have a text sealed and kept for an entry."""
        desk = self._desk

        def named(blob_id: str) -> Command:
            return KeepDetail(
                command_id=desk.setup.new_id(),
                station_id=desk.setup.station_id,
                blob_id=blob_id,
                case_id=entry_id,
                detail=detail,
                basis="consent",
                purpose=self._purpose,
            )

        job_id = self._jobs[entry_id] = desk.setup.new_id()
        self._queue.keep(job_id, text.encode(), named, desk.now_s)

    def keeping(self, entry_id: str) -> bool:
        """Tell whether the last text of an entry is still on its way to the hall."""
        named = any(
            isinstance(one, KeepDetail) and one.case_id == entry_id
            for one in self._desk.outbox.commands()
        )
        return named or self._queue.holds(self._jobs.get(entry_id, ""))

    def keep_all(self, entry_id: str, texts: Mapping[str, str]) -> None:
        """Keep each text whose id is that of a detail."""
        for detail in get_args(Detail):
            if detail in texts:
                self.keep(entry_id, detail, texts[detail])

    def sealed(self, job_id: str, blob_id: str) -> None:
        """Take that the hall has a text."""
        self._queue.sealed(job_id, blob_id)

    def not_sealed(self, job_id: str, error: KnownError) -> None:
        """Take that the hall has it not; when it never will, that is said."""
        if self._queue.not_sealed(job_id, error, self._desk.now_s):
            self._desk.say("detail_not_kept")

    def read(self, entry_ids: Collection[str]) -> None:
        """Ask the hall for everything that is kept for these entries."""
        self._read_s = self._desk.now_s
        for one in self.kept(entry_ids):
            self._wanted[one.blob_id] = (one.case_id, one.detail)
            self._desk.wish(ReadNote(one.blob_id))

    def kept(self, entry_ids: Collection[str]) -> tuple[DetailView, ...]:
        """Return which details the hall keeps for these entries."""
        return tuple(
            one
            for one in self._desk.hall.details.values()
            if one.case_id in entry_ids and one.purpose == self._purpose
        )

    @property
    def waits(self) -> bool:
        """Whether something that was asked for has not come."""
        return bool(self._wanted)

    def came(self, blob_id: str, data: bytes) -> bool:
        """Take what was in a blob; tells whether it was asked for here."""
        wanted = self._wanted.pop(blob_id, None)
        if wanted is None:
            return False
        entry_id, detail = wanted
        self._known.setdefault(entry_id, {})[detail] = data.decode(errors="replace")
        self._read_s = self._desk.now_s
        return True

    def failed(self, blob_id: str) -> bool:
        """Take that a blob cannot be read; tells whether it was asked for here."""
        return self._wanted.pop(blob_id, None) is not None

    def known(self, entry_id: str) -> Mapping[Detail, str]:
        """Return what was read of an entry and is not forgotten yet."""
        return self._known.get(entry_id, {})

    def forget(self) -> None:
        """Forget what was read, and what is on its way."""
        self._known.clear()
        self._wanted.clear()

    def tick(self, now_s: float) -> None:
        """Let time pass."""
        self._queue.tick(now_s)
        if now_s - self._read_s >= READING_S:
            self.forget()

"""What the people of a made hall say to it: commands in, what happened out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from hall.kernel.blobs import SealBlob
from hall.kernel.gateway import BlobKind
from hall.kernel.hall import Hall
from hall.kernel.messages import Command, Refusal
from launch.bench.crowd import KIOSK as KIOSK_ID
from launch.bench.serving import BenchBroken

Fields = dict[str, Any]
"""What commands about one thing have in common, or what a message said."""
GUIDE_ID = "guide-1"
KIOSK: Fields = {"station_id": KIOSK_ID}
GUIDE: Fields = {"station_id": GUIDE_ID}


@dataclass
class Hands:
    """People at work in a hall; every command, and every sealed blob, gets its id from `ids`."""

    hall: Hall
    ids: Callable[[], str]

    def says(self, kind: type[Command], **fields: object) -> Fields:
        """Send a command and return its event; raises BenchBroken when it is refused."""
        told: Fields = {"command_id": self.ids(), **fields}
        return self._send(kind(**told), told)

    def asks(self, kind: type[Command], answer: type[Refusal], **fields: object) -> Fields:
        """Ask for what changes nothing and return the answer; raises BenchBroken for another."""
        told: Fields = {"command_id": self.ids(), **fields}
        message = self.hall.handle(kind(**told), GUIDE_ID).message
        if not isinstance(message, answer):
            raise BenchBroken(f"{kind.__name__} was answered by {message}")
        answered: Fields = msgspec.to_builtins(message)
        return answered

    def seals(self, kind: BlobKind, data: bytes) -> str:
        """Have bytes sealed; returns the blob's id."""
        command = SealBlob(command_id=self.ids(), blob_kind=kind, data=data, **GUIDE)
        return str(self._send(command, GUIDE)["blob_id"])

    def finds(self, query: str, *values: str) -> list[str]:
        """Return the first column of rows, where no answer names what is meant."""
        with self.hall.parts.engine.connect() as connection:
            return [str(row[0]) for row in connection.exec_driver_sql(query, values)]

    def local(self) -> datetime:
        """Return what the clock on the wall says."""
        parts = self.hall.parts
        return parts.clock.now().utc.astimezone(ZoneInfo(parts.facts.timezone))

    def _send(self, command: Command, fields: Fields) -> Fields:
        actor = fields.get("counter_id") or fields.get("station_id") or GUIDE_ID
        message = self.hall.handle(command, str(actor)).message
        if isinstance(message, Refusal):
            raise BenchBroken(f"{type(command).__name__} was answered by {message}")
        happened: Fields = msgspec.to_builtins(message)
        return happened

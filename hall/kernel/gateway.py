"""The hall as a screen knows it: one door, one picture, one feed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Protocol

import msgspec

from hall.kernel.messages import Answer, Command, FeedItem

BoardKind = Literal["kiosk", "counter", "hall", "console", "guide", "queue"]


class Snapshot(msgspec.Struct, frozen=True):
    """A board as it stood at `seq`."""

    seq: int
    board: msgspec.Struct


class Feed(Protocol):
    """A running feed: iterate over it in one thread, `close()` it from any."""

    def __iter__(self) -> Iterator[FeedItem]:
        """Yield items until closed; raises HallUnreachable when the link is lost."""
        ...

    def close(self) -> None:
        """End the iteration promptly."""
        ...


class HallGateway(Protocol):
    """All a screen may know of the hall."""

    def handle(self, command: Command) -> Answer:
        """Send one command and wait for its answer.

        Raises HallUnreachable when no answer came (send the same command again: it is carried
        out once), NotAllowed when the credential does not allow it.
        """
        ...

    def snapshot(self, board: BoardKind, board_id: str = "") -> Snapshot:
        """Take a board; `board_id` is the station or counter it is for."""
        ...

    def follow(self, after: int, board: BoardKind, board_id: str = "") -> Feed:
        """Follow what happens after a place."""
        ...

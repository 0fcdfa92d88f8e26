"""The hall as a screen knows it: one door, one picture, one feed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Protocol

import msgspec

from hall.kernel.messages import Answer, Command, FeedItem

BoardKind = Literal["kiosk", "counter", "hall", "console", "guide", "manager", "queue"]
BlobKind = Literal["ink", "picture", "paper", "detail"]
"""`ink` is handwriting in the project's own format (hall.kernel.handwriting), `picture` a PNG
or JPEG, `paper` a printed form as PDF, `detail` one text about a person: a name, a telephone, an
address.
"""


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

    def seal(self, data: bytes, kind: BlobKind, blob_id: str = "") -> str:
        """Have bytes kept sealed for as long as their kind is; returns the blob's id.

        With a `blob_id` made here (uuid4) it may be asked again after a lost answer: the bytes
        are kept once. Raises HallUnreachable, NotAllowed, TooLarge, and Malformed when the bytes
        are not what their kind says or something else has that id.
        """
        ...

    def unseal(self, blob_id: str) -> bytes:
        """Return what is in a blob; who read it is put on record.

        Raises NoLongerKept when its life is over, NotAllowed, HallUnreachable.
        """
        ...

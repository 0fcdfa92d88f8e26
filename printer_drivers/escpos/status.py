"""Status bytes of ESC/POS printers, by our own tables.

DLE EOT 1 to 4: Epson TM-T88III, Citizen CT-S2000 and Samsung SRP-350 manuals agree. A reply has
bits 1 and 4 set and bits 0 and 7 clear; anything else did not come from a status request.
Silence means "not known", never "all is well" and never "broken".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from devices.ports import (
    CoverOpen,
    DeviceStatus,
    Fault,
    PaperLow,
    PaperOut,
    Ready,
    Unknown,
    UserError,
)

PRINTER, OFFLINE_CAUSE, ERROR_CAUSE, PAPER_ROLL = 1, 2, 3, 4
REQUESTS = (PRINTER, OFFLINE_CAUSE, ERROR_CAUSE, PAPER_ROLL)

Flag = Literal[
    "offline",
    "waiting_for_recovery",
    "feed_button",
    "cover_open",
    "stopped_paper_end",
    "error",
    "mechanical",
    "cutter",
    "unrecoverable",
    "overheated",
    "paper_near_end",
    "paper_end",
]

_TABLE: Mapping[int, tuple[tuple[int, Flag], ...]] = {
    PRINTER: ((0x08, "offline"), (0x20, "waiting_for_recovery"), (0x40, "feed_button")),
    OFFLINE_CAUSE: (
        (0x04, "cover_open"),
        (0x08, "feed_button"),
        (0x20, "stopped_paper_end"),
        (0x40, "error"),
    ),
    ERROR_CAUSE: (
        (0x04, "mechanical"),
        (0x08, "cutter"),
        (0x20, "unrecoverable"),
        (0x40, "overheated"),
    ),
    PAPER_ROLL: ((0x0C, "paper_near_end"), (0x60, "paper_end")),
}

# The first flag that is up decides what people are told: a cause before its consequence.
_MEANING: tuple[tuple[Flag, DeviceStatus], ...] = (
    ("cover_open", CoverOpen()),
    ("paper_end", PaperOut()),
    ("stopped_paper_end", PaperOut()),
    ("cutter", Fault("cutter")),
    ("unrecoverable", Fault("unrecoverable")),
    ("overheated", Fault("overheated")),
    ("mechanical", Fault("mechanical")),
    ("error", Fault("error")),
    ("feed_button", UserError("feed_button")),
    ("offline", Fault("off_line")),
    ("waiting_for_recovery", Fault("off_line")),
)


def is_status_reply(byte: int) -> bool:
    """Say whether a byte can be a reply to DLE EOT."""
    return byte & 0x93 == 0x12


def is_fence_reply(byte: int) -> bool:
    """Say whether a byte can be the reply to GS r 1; bit 4 keeps it apart from DLE EOT."""
    return byte & 0x90 == 0


def decode(request: int, byte: int) -> frozenset[Flag] | None:
    """Return the flags of a reply to DLE EOT `request`, None when it is no such reply."""
    if not is_status_reply(byte):
        return None
    return frozenset(flag for mask, flag in _TABLE[request] if byte & mask)


def the_reply(received: bytes) -> int | None:
    """Return the one status reply among received bytes; None when there are none or several."""
    replies = [byte for byte in received if is_status_reply(byte)]
    return replies[0] if len(replies) == 1 else None


def status_of(
    replies: Mapping[int, frozenset[Flag] | None], *, near_end_sensor: bool
) -> DeviceStatus:
    """Return what a round of replies says. A missing reply leaves Unknown unless another tells.

    Without a near-end sensor those bits mean nothing.
    """
    flags: set[Flag] = set()
    for reply in replies.values():
        flags |= reply or frozenset()
    for flag, status in _MEANING:
        if flag in flags:
            return status
    if any(replies.get(request) is None for request in REQUESTS):
        return Unknown()
    if near_end_sensor and "paper_near_end" in flags:
        return PaperLow()
    return Ready()


def stops_printing(status: DeviceStatus) -> bool:
    """Say whether a slip cannot be printed now. Unknown does not stop it."""
    return isinstance(status, PaperOut | CoverOpen | Fault | UserError)


def any_trouble(flags: Iterable[Flag]) -> bool:
    """Say whether flags of a reply tell that printing has stopped."""
    return any(flag != "paper_near_end" for flag in flags)

"""Dots to ESC/POS bytes. Only pictures are sent, so no text can smuggle a command in.

Commands: Epson ESC/POS reference, chapters ESC @, GS v 0, ESC J, GS V, GS r, DLE EOT.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from printer_drivers.escpos.profile import Profile
from printer_drivers.raster import Bitmap

INITIALISE = b"\x1b@"
CUT = b"\x1dV\x42\x00"
FENCE = b"\x1dr\x01"
CHUNK_BYTES = 4096
BAND_LINES_MAX = 256

# DLE EOT, DLE ENQ and DLE DC4 are obeyed wherever they stand, even inside a picture.
_REAL_TIME = re.compile(rb"\x10[\x04\x05\x14]")
_SET_ONE_MORE_DOT = 0x08


@dataclass(frozen=True)
class PrintJob:
    """The bytes of one slip, each piece ending where a command ends, none above 4 kB.

    Between two pieces a status request may be sent without falling into a picture.
    """

    header: bytes
    bands: tuple[bytes, ...]
    tail: bytes

    def whole(self) -> bytes:
        """Return all bytes in order."""
        return self.header + b"".join(self.bands) + self.tail


def encode(bitmap: Bitmap, profile: Profile) -> PrintJob:
    """Return the job of one slip. Raises ValueError when the dots are wider than the head."""
    if bitmap.width_dots > profile.width_dots:
        raise ValueError(f"{bitmap.width_dots} dots do not fit a head of {profile.width_dots}")
    rows = _without_real_time_commands(bitmap.rows)
    row_bytes = bitmap.row_bytes
    lines = min(BAND_LINES_MAX, (CHUNK_BYTES - 8) // row_bytes)
    step = lines * row_bytes
    bands = tuple(_band(rows[at : at + step], row_bytes) for at in range(0, len(rows), step))
    tail = _feed(profile.tear_feed_dots)
    tail += CUT if profile.cutter == "partial" else b""
    tail += FENCE if profile.fence else b""
    return PrintJob(INITIALISE, bands, tail)


def status_request(number: int) -> bytes:
    """Return DLE EOT 1 to 4."""
    return bytes((0x10, 0x04, number))


def recovery(profile: Profile) -> bytes:
    """Return what frees a printer whose last slip was broken off inside a picture.

    A picture still waiting for its dots swallows the zeros as white; outside a picture zeros mean
    nothing. The torn rest is cut off, so that the next slip starts on clean paper.
    """
    return bytes(CHUNK_BYTES) + INITIALISE + (CUT if profile.cutter == "partial" else b"")


def _band(rows: bytes, row_bytes: int) -> bytes:
    lines = len(rows) // row_bytes
    return b"\x1dv0\x00" + row_bytes.to_bytes(2, "little") + lines.to_bytes(2, "little") + rows


def _feed(dots: int) -> bytes:
    feeds, rest = divmod(dots, 255)
    return b"\x1bJ\xff" * feeds + (bytes((0x1B, 0x4A, rest)) if rest else b"")


def _without_real_time_commands(rows: bytes) -> bytes:
    """Blacken one dot wherever the dots would spell a real-time command."""
    return _REAL_TIME.sub(lambda m: bytes((0x10, m[0][1] | _SET_ONE_MORE_DOT)), rows)

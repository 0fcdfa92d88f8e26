"""The paper of the simulated printer: lines of dots, cuts, and the slips that fell out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True)
class CutSlip:
    """One cut paper: the bytes that made it, and its rows of dots (1 = black, 8 to a byte)."""

    data: bytes
    width_dots: int
    rows: tuple[bytes, ...]

    def picture(self) -> Image:
        """Return what a person sees: black on white, one pixel a dot."""
        from PIL import Image

        size = (self.width_dots, max(1, len(self.rows)))
        dots = b"".join(self.rows) or bytes((self.width_dots + 7) // 8)
        return Image.frombytes("1", size, bytes(255 - byte for byte in dots))

    def save(self, folder: Path, number: int) -> tuple[Path, Path]:
        """Write slip-NNN.bin and slip-NNN.png."""
        bytes_path = folder / f"slip-{number:03d}.bin"
        picture_path = folder / f"slip-{number:03d}.png"
        bytes_path.write_bytes(self.data)
        self.picture().save(picture_path)
        return bytes_path, picture_path


class Paper:
    """The roll under the head, `width_dots` wide."""

    def __init__(self, width_dots: int) -> None:
        self.width_dots = width_dots
        self.slips: list[CutSlip] = []
        self.lines_printed = 0
        self._row_bytes = (width_dots + 7) // 8
        self._rows: list[bytes] = []
        self._data = bytearray()
        self._picture_width_bytes = 0
        self._picture_bytes_left = 0
        self._row = bytearray()

    @property
    def lines(self) -> int:
        """Lines since the last cut."""
        return len(self._rows)

    @property
    def wants_dots(self) -> bool:
        """True inside a picture."""
        return self._picture_bytes_left > 0

    def picture_open_after(self, waiting: bytes) -> bool:
        """Say whether a picture is still open once `waiting` bytes are worked off."""
        left = self._picture_bytes_left
        at = 0
        while at < len(waiting):
            if left:
                taken = min(left, len(waiting) - at)
                left -= taken
                at += taken
            elif waiting[at : at + 3] == b"\x1dv0" and at + 8 <= len(waiting):
                left = (waiting[at + 4] + 256 * waiting[at + 5]) * (
                    waiting[at + 6] + 256 * waiting[at + 7]
                )
                at += 8
            else:
                at += 1
        return left > 0

    def keep(self, data: bytes) -> None:
        """Remember bytes as part of the slip being made."""
        if self._data or data.strip(b"\x00"):
            self._data += data

    def begin_picture(self, width_bytes: int, lines: int) -> None:
        """Take the next `width_bytes * lines` bytes as dots."""
        self._picture_width_bytes = width_bytes
        self._picture_bytes_left = width_bytes * lines
        self._row.clear()

    def dots(self, data: bytes) -> int:
        """Print dots; return how many bytes were used. What is wider than the head is lost."""
        used = min(len(data), self._picture_bytes_left)
        self._picture_bytes_left -= used
        self._row += data[:used]
        while len(self._row) >= self._picture_width_bytes:
            row = bytes(self._row[: self._picture_width_bytes])
            del self._row[: self._picture_width_bytes]
            self._add(row[: self._row_bytes].ljust(self._row_bytes, b"\x00"))
        return used

    def feed(self, dots: int) -> None:
        """Move white paper."""
        for _ in range(dots):
            self._add(bytes(self._row_bytes))

    def cut(self, command: bytes) -> CutSlip | None:
        """Let the slip fall; None when there was no paper in front of the knife."""
        if not self._rows:
            self._data.clear()
            return None
        slip = CutSlip(bytes(self._data) + command, self.width_dots, tuple(self._rows))
        self.slips.append(slip)
        self._rows = []
        self._data.clear()
        return slip

    def _add(self, row: bytes) -> None:
        self._rows.append(row)
        self.lines_printed += 1

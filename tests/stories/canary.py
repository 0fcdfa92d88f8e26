"""A made-up elder who would be recognised in any file, and the eyes that look for her."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from stdnum.cn import ric

NAME, SURNAME = "亓官映雪岚", "亓官"
ADDRESS = "河南省测试市测试县金丝雀路七十七号"
BORN = "19430917"


def id_number() -> str:
    """A number with the right check digit; region 410199 is not assigned to any place."""
    body = f"410199{BORN}286"
    return body + ric.calc_check_digit(body + "0")


@dataclass(frozen=True)
class Canary:
    """One text and every form it could hide in."""

    text: str

    def forms(self) -> dict[str, bytes]:
        """Name of the form -> bytes; forms of less than six bytes turn up by chance."""
        plain = self.text.encode()
        percent = quote(self.text).encode()
        found = {"plain": plain, "percent": percent, "percent, small": percent.lower()}
        for coding in ("utf-16-le", "utf-16-be", "gb18030"):
            found[coding] = self.text.encode(coding)
        for coding in ("utf-8", "utf-16-le", "gb18030"):
            raw = self.text.encode(coding)
            found[f"hex of {coding}"] = raw.hex().encode()
            found[f"HEX of {coding}"] = raw.hex().upper().encode()
            for start, piece in enumerate(_base64_pieces(raw)):
                found[f"base64 of {coding}, {start}"] = piece
        found["json"] = json.dumps(self.text)[1:-1].encode()
        return {name: form for name, form in found.items() if len(form) >= 6}

    def found_in(self, data: bytes) -> list[str]:
        """The forms in which this text stands in some bytes."""
        return [name for name, form in self.forms().items() if form in data]


def _base64_pieces(raw: bytes) -> Iterator[bytes]:
    """The middle of the base64 of a text, wherever in a group of three bytes it begins."""
    for before in range(3):
        encoded = base64.b64encode(b"\0" * before + raw + b"\0" * 2)
        start = -(-before * 8 // 6) if before else 0
        yield encoded[start : (before + len(raw)) * 8 // 6]


NEVER = (
    Canary(NAME),
    Canary(NAME.removeprefix(SURNAME)),
    Canary(ADDRESS),
    Canary("金丝雀路"),
    Canary(id_number()),
    Canary(id_number()[6:]),
    Canary(f"{BORN[:4]}-{BORN[4:6]}-{BORN[6:]}"),
)
"""What no file and no text of a hall may hold at any time."""

FORM_OF_ADDRESS = Canary(SURNAME)
"""What only the purgeable table and the staff's boards may hold, until the purge."""


def files_of(state: Path) -> list[Path]:
    """Every file of a state directory but the keys, which are in no backup either."""
    return sorted(
        path for path in state.rglob("*") if path.is_file() and state / "keys" not in path.parents
    )


def traces_in(files: list[Path], *canaries: Canary) -> dict[str, list[str]]:
    """File name -> forms found in its raw bytes; empty when there is no trace."""
    traces = {}
    for path in files:
        data = path.read_bytes()
        forms = [form for canary in canaries for form in canary.found_in(data)]
        if forms:
            traces[path.name] = forms
    return traces

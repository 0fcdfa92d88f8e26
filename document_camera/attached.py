"""How a camera hangs on this machine: socket, number and lasting names, read from /sys and /dev."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

SYSTEM = Path("/sys/class/video4linux")
LINKS = Path("/dev/v4l")
_PORT = re.compile(r"^\d+-\d+(\.\d+)*$")


@dataclass(frozen=True)
class Attachment:
    """Where one node belongs. `ids` in lower case; `links` are its lasting names under /dev/v4l."""

    ids: str = ""
    serial: str = ""
    port: str = ""
    index: int | None = None
    name: str = ""
    links: tuple[str, ...] = ()


def attachments(system: Path = SYSTEM, links: Path = LINKS) -> dict[str, Attachment]:
    """Return how each camera hangs on the machine, by its node (/dev/video0); {} where unknown."""
    found: dict[str, Attachment] = {}
    for entry in sorted(system.glob("video*")) if system.is_dir() else ():
        node = f"/dev/{entry.name}"
        found[node] = _attachment(entry, _links_to(node, links))
    return found


def _attachment(entry: Path, links: tuple[str, ...]) -> Attachment:
    index, name = _text(entry / "index"), _text(entry / "name")
    number = int(index) if index.isdecimal() else None
    device = (entry / "device").resolve()
    for place in (device, *device.parents):
        if _PORT.match(place.name) and (place / "idVendor").exists():
            return Attachment(
                ids=f"{_text(place / 'idVendor')}:{_text(place / 'idProduct')}".lower(),
                serial=_text(place / "serial"),
                port=place.name,
                index=number,
                name=name,
                links=links,
            )
    return Attachment(index=number, name=name, links=links)


def _links_to(node: str, folder: Path) -> tuple[str, ...]:
    if not folder.is_dir():
        return ()
    return tuple(
        str(link)
        for link in sorted(folder.glob("by-*/*"))
        if link.is_symlink() and link.resolve(strict=False).name == Path(node).name
    )


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""

"""Which camera is meant, and which of its formats is used: tables and rules, no device."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qsl, urlsplit

from document_camera.attached import Attachment

SCHEME = "usb-camera"
GOOD_PX = (2339, 1654)
"""A4 that fills the picture at 200 dpi; with a margin of a twelfth the page still has 185."""
LEAST_FPS = 10.0
MOST_PX = 13_000_000
"""A4 at 300 dpi with a margin; more only takes time."""
Pixels = Literal["jpeg", "other"]
_IDS = re.compile(r"^[0-9a-fA-F]{4}:[0-9a-fA-F]{4}$")


@dataclass(frozen=True)
class Format:
    """One way a camera can deliver. Uncompressed formats are `other`: USB 2 slows them down."""

    pixels: Pixels
    width_px: int
    height_px: int
    most_fps: float

    @property
    def is_good(self) -> bool:
        """Whether A4 reaches 200 dpi in it."""
        long, short = sorted((self.width_px, self.height_px), reverse=True)
        return long >= GOOD_PX[0] and short >= GOOD_PX[1]


@dataclass(frozen=True)
class Offer:
    """One camera as the system lists it. On Linux `id` is its node, for instance /dev/video0."""

    id: str
    name: str
    formats: tuple[Format, ...]


@dataclass(frozen=True)
class Wanted:
    """Which camera a station file means; empty fields do not matter.

    `path` is a node or a link to it, `ids` vendor:product in hex, `serial` the maker's number,
    `port` the USB socket (1-1.2), `name` part of the name, `index` which of the camera's own
    pictures where one device has several.
    """

    path: str = ""
    ids: str = ""
    serial: str = ""
    port: str = ""
    name: str = ""
    index: int | None = None


def wanted_by(address: str) -> Wanted:
    """Read usb-camera://, …/dev/v4l/by-path/NAME, …VENDOR:PRODUCT, …?port= ?serial= ?name= ?index=.

    Raises ValueError with a sentence.
    """
    parts = urlsplit(address)
    if parts.scheme != SCHEME:
        raise ValueError(f"'{address}' is no camera: write {SCHEME}://any or {SCHEME}:///dev/…")
    options = dict(parse_qsl(parts.query))
    unknown = sorted(set(options) - {"port", "serial", "name", "index"})
    if unknown:
        raise ValueError(f"a camera is not found by '{unknown[0]}': port, serial, name, index")
    ids = parts.netloc if parts.netloc != "any" else ""
    if ids and not _IDS.match(ids):
        raise ValueError(f"'{ids}' must be 'any' or vendor:product in hex, for instance 1b17:0211")
    index = options.get("index")
    if index is not None and not index.isdecimal():
        raise ValueError(f"'index={index}' must be a whole number")
    return Wanted(
        path=parts.path,
        ids=ids.lower(),
        serial=options.get("serial", ""),
        port=options.get("port", ""),
        name=options.get("name", ""),
        index=None if index is None else int(index),
    )


def chosen(
    offers: Iterable[Offer], wanted: Wanted, attached: dict[str, Attachment]
) -> Offer | None:
    """Return the camera that is meant: the one with the finest picture where several fit.

    Two of the same name are told apart by node, socket or number, never by name. `attached` says
    how each id hangs on the machine; one that is not in it only fits where nothing is asked.
    """
    fitting = [offer for offer in offers if _fits(offer, wanted, attached.get(offer.id))]
    return max(fitting, key=_finest, default=None)


def formats_in_order(offer: Offer) -> tuple[Format, ...]:
    """Return a camera's formats, the one to try first at the head.

    MJPEG at 10 pictures a second and more, as fine as A4 at 300 dpi needs; then MJPEG that is
    slower, then uncompressed, then whatever there is.
    """
    return tuple(sorted(offer.formats, key=_rank))


def _rank(form: Format) -> tuple[bool, int, int]:
    """Return a key: whether A4 is too coarse in it, how it runs, how far from the best size."""
    size = form.width_px * form.height_px
    runs = (form.pixels != "jpeg") * 2 + (form.most_fps < LEAST_FPS)
    away = MOST_PX - size if size <= MOST_PX else size
    return (not form.is_good, runs, away)


def _finest(offer: Offer) -> tuple[int, str]:
    sizes = (form.width_px * form.height_px for form in offer.formats)
    return max(sizes, default=0), offer.id


def _fits(offer: Offer, wanted: Wanted, at: Attachment | None) -> bool:
    asked = (wanted.path, wanted.ids, wanted.serial, wanted.port)
    if wanted.name and wanted.name not in offer.name:
        return False
    if at is None:
        return not any(asked) and wanted.index is None
    return (
        wanted.path in ("", offer.id, *at.links)
        and wanted.ids in ("", at.ids)
        and wanted.serial in ("", at.serial)
        and wanted.port in ("", at.port)
        and wanted.index in (None, at.index)
    )

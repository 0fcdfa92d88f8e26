"""What a station file may say: one machine, its screen and its devices."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from launch.settings.hall_schema import Identifier, Name

StationKind = Literal["kiosk", "display", "board", "console", "guide"]
DevicePort = Literal[
    "card_reader", "slip_printer", "paper_printer", "document_camera", "speaker", "call_strip"
]
Millimetres = Annotated[int, Meta(ge=20, le=20000)]
Pixels = Annotated[int, Meta(ge=240, le=16384)]
OptionValue = str | int | float | bool
PackName = Annotated[
    str,
    Meta(pattern=r"^([A-Za-z0-9][A-Za-z0-9_-]{0,39})?$", description="letters, digits, - and _"),
]


class Panel(Struct, frozen=True):
    """The visible area of the screen and how it stands.

    `mount_mm` is the height of its lower edge above the floor, `view_mm` the distance of the
    eye, `tilt_deg` how far the upper edge leans back from the vertical. No size has a default:
    everything on the screen is worked out from them, and a guess would be small print. `touch`
    says that the screen of a counter is touched; kiosk and guide's desk always are.
    """

    width_mm: Millimetres
    height_mm: Millimetres
    width_px: Pixels
    height_px: Pixels
    mount_mm: Annotated[int, Meta(ge=0, le=6000)]
    view_mm: Millimetres
    tilt_deg: Annotated[int, Meta(ge=0, le=90)]
    touch: bool = False

    @property
    def px_per_mm(self) -> float:
        """Pixels of the glass for one millimetre, measured along its width."""
        return self.width_px / self.width_mm


class Device(Struct, frozen=True):
    """One device: which port it serves, which driver speaks to it and over which link.

    `transport` is a URL of devices/transport.py; empty when the driver needs none.
    `options` belong to the driver.
    """

    id: Identifier
    port: DevicePort
    driver: Name
    transport: str = ""
    options: dict[str, OptionValue] = {}


class HotKey(Struct, frozen=True):
    """A key of a small keypad and what it does; names are those of `ui_kit/key_names.py`."""

    key: Annotated[str, Meta(min_length=1, max_length=30)]
    does: Annotated[str, Meta(min_length=1, max_length=30)]


class KioskTimes(Struct, frozen=True):
    """How patient a kiosk is, in seconds without a touch.

    `idle_s`: until it asks whether anybody is there; `personal_idle_s`: the same on a page
    that shows something personal; `question_s`: how long that question waits.
    """

    idle_s: Annotated[int, Meta(ge=10, le=600)] = 90
    question_s: Annotated[int, Meta(ge=10, le=120)] = 30
    personal_idle_s: Annotated[int, Meta(ge=10, le=600)] = 60


class GuideWork(Struct, frozen=True):
    """What a guide's desk does besides. `suggests_items`: guess which paper a page is."""

    suggests_items: bool = False


class StationVoice(Struct, frozen=True):
    """Whose voice the station speaks with.

    `pack` is a folder of recordings under `voice` in the state directory of this machine, made by
    ./run record-voice; empty is the machine's voice that comes with the product.
    """

    pack: PackName = ""


class StationSettings(Struct, frozen=True):
    """The whole of one station file.

    `hall` is `embedded` or the http(s) URL of the hall; `token_file` is needed for a URL.
    `screen` is the name of the screen output; empty means the first one. `mirror` is the second
    panel of a guide's desk, which faces the elder.
    """

    id: Identifier
    kind: StationKind
    panel: Panel
    hall: Name = "embedded"
    token_file: str = ""
    counter_id: str = ""
    screen: str = ""
    fullscreen: bool = True
    mirror: Panel | None = None
    kiosk: KioskTimes = KioskTimes()
    voice: StationVoice = StationVoice()
    guide: GuideWork = GuideWork()
    devices: tuple[Device, ...] = ()
    keys: tuple[HotKey, ...] = ()

    def device(self, port: DevicePort) -> Device | None:
        """Return the device of this port; None when the station has none."""
        for device in self.devices:
            if device.port == port:
                return device
        return None

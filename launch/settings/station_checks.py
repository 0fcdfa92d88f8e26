"""What must hold inside one station file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from urllib.parse import urlsplit

from hall.matters.rules import Broken, repeated
from launch.settings.key_checks import check_keys
from launch.settings.station_schema import Device, Panel, StationKind, StationSettings

_AT_A_COUNTER: tuple[StationKind, ...] = ("console", "display")
_SPEAKING: tuple[StationKind, ...] = ("kiosk", "board", "display")
_SCHEMES = ("serial", "socket", "tcp", "file", "usb", "usb-camera", "sim")
_CAMERA = "usb-camera://"
_LOOKING: tuple[StationKind, ...] = ("kiosk", "guide")
_ASPECT_TOLERANCE = 0.05
_TOUCHED_FROM_MM = 330
"""Its smallest words are 9.2 mm high then (docs/proof.md, X1)."""

OptionsFault = Callable[[Device], str]


def check_station(
    settings: StationSettings,
    drivers: Mapping[str, Collection[str]] | None,
    options_fault: OptionsFault | None = None,
) -> tuple[Broken, ...]:
    """Return every breach. `drivers` maps a port to driver names; None skips that check.

    Under `simulator` it names the drivers for which a simulator exists. `options_fault` says
    what is wrong with the options of a device whose driver exists; None skips that check.
    """
    return (
        *_check_place(settings),
        *_check_hall(settings),
        *_check_panels(settings),
        *_check_voice(settings),
        *_check_guide(settings),
        *_check_devices(settings),
        *check_keys(settings),
        *(_check_drivers(settings, drivers, options_fault) if drivers is not None else ()),
    )


def _check_place(settings: StationSettings) -> Iterator[Broken]:
    needs_counter = settings.kind in _AT_A_COUNTER
    if needs_counter and not settings.counter_id:
        yield Broken(("counter_id",), f'a station of kind "{settings.kind}" needs its counter.')
    if settings.counter_id and not needs_counter:
        yield Broken(("counter_id",), f'a station of kind "{settings.kind}" has no counter.')


def _check_hall(settings: StationSettings) -> Iterator[Broken]:
    if settings.hall == "embedded":
        return
    try:
        parts = urlsplit(settings.hall)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        yield Broken(
            ("hall",), 'must be "embedded" or an address such as "https://hall.example:8443".'
        )
    elif parts.username or parts.password or parts.query:
        yield Broken(("hall",), "an address here holds no secret; use token_file.")
    if not settings.token_file:
        yield Broken(("token_file",), "is needed where the hall is another machine.")


def _check_panels(settings: StationSettings) -> Iterator[Broken]:
    yield from _check_panel("panel", settings.panel)
    if settings.panel.touch and settings.panel.width_mm < _TOUCHED_FROM_MM:
        sentence = f"a screen that is touched must be {_TOUCHED_FROM_MM} mm wide to be read."
        yield Broken(("panel", "width_mm"), sentence)
    if settings.panel.touch and settings.kind != "display":
        sentence = f'is for the screen of a counter, not for a station of kind "{settings.kind}".'
        yield Broken(("panel", "touch"), sentence)
    if settings.mirror is None:
        return
    yield from _check_panel("mirror", settings.mirror)
    if settings.kind != "guide":
        yield Broken(
            ("mirror",), f'a station of kind "{settings.kind}" has no second panel for the elder.'
        )


def _check_panel(key: str, panel: Panel) -> Iterator[Broken]:
    across, down = panel.width_px / panel.width_mm, panel.height_px / panel.height_mm
    if abs(across - down) > _ASPECT_TOLERANCE * across:
        yield Broken(
            (key, "height_mm"),
            f"pixels would not be square: {across:.2f} per mm across, {down:.2f} down; "
            "measure the lit area.",
        )


def _check_voice(settings: StationSettings) -> Iterator[Broken]:
    if settings.voice.pack and settings.kind not in _SPEAKING:
        yield Broken(("voice", "pack"), f'a station of kind "{settings.kind}" does not speak.')


def _check_guide(settings: StationSettings) -> Iterator[Broken]:
    if not settings.guide.suggests_items:
        return
    key = ("guide", "suggests_items")
    if settings.kind != "guide":
        yield Broken(key, f'a station of kind "{settings.kind}" has no checklist; guide has.')
    elif settings.device("document_camera") is None:
        yield Broken(key, "needs a device of the port document_camera.")


def _check_devices(settings: StationSettings) -> Iterator[Broken]:
    columns = (
        ("id", [device.id for device in settings.devices]),
        ("port", [device.port for device in settings.devices]),
    )
    for key, values in columns:
        for index in repeated(values):
            yield Broken(
                ("devices", index, key), f'"{values[index]}" stands here for the second time.'
            )
    for index, device in enumerate(settings.devices):
        yield from _check_place_of(settings, index, device)
        if not device.transport:
            continue
        scheme, found, rest = device.transport.partition("://")
        if not found or scheme not in _SCHEMES:
            yield Broken(
                ("devices", index, "transport"),
                f'"{device.transport}" is no transport.',
                scheme + "://",
                tuple(name + "://" for name in _SCHEMES),
            )
        elif not rest:
            yield Broken(("devices", index, "transport"), f"says nothing after {scheme}://.")


def _check_place_of(settings: StationSettings, index: int, device: Device) -> Iterator[Broken]:
    """Find a device at a station that has no use for it, and a camera on no camera's cable."""
    if device.port == "call_strip" and settings.kind != "display":
        yield Broken(
            ("devices", index, "port"),
            f'a station of kind "{settings.kind}" has no strip; the display of a counter has.',
        )
    if device.port != "document_camera":
        return
    if settings.kind not in _LOOKING:
        yield Broken(
            ("devices", index, "port"),
            f'a station of kind "{settings.kind}" looks at no papers; kiosk and guide do.',
        )
    if device.driver == "uvc" and not device.transport.startswith((_CAMERA, "sim://")):
        yield Broken(
            ("devices", index, "transport"),
            f"a camera is reached by {_CAMERA}any, by {_CAMERA}/dev/v4l/by-path/… or by sim://.",
        )


def _check_drivers(
    settings: StationSettings,
    drivers: Mapping[str, Collection[str]],
    options_fault: OptionsFault | None,
) -> Iterator[Broken]:
    for index, device in enumerate(settings.devices):
        valid = tuple(drivers.get(device.port, ()))
        if device.driver not in valid:
            yield Broken(
                ("devices", index, "driver"),
                f'no driver "{device.driver}" serves a {device.port}.',
                device.driver,
                valid,
            )
        elif device.transport.startswith("sim://"):
            simulated = tuple(drivers.get("simulator", ()))
            if device.driver not in simulated:
                yield Broken(
                    ("devices", index, "transport"),
                    f'no simulator speaks to the driver "{device.driver}".',
                    device.driver,
                    simulated,
                )
        if device.driver in valid and options_fault is not None:
            sentence = options_fault(device)
            if sentence:
                yield Broken(("devices", index, "options"), sentence)

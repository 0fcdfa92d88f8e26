"""From a station's device settings to drivers, simulated ones included."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from devices.camera_port import DocumentCamera
from devices.catalog import Catalog, shipped_catalog
from devices.ports import CallStrip, CardReader, PaperPrinter, SlipPrinter, Speaker
from devices.transport import Simulator, open_transport
from launch.paths import ASSETS
from launch.settings.station_schema import Device, StationSettings

GIVEN: Mapping[str, tuple[str, ...]] = {
    "wav": ("folder",),
    "pdf": ("folder", "fonts"),
    "pdf_folder": ("folder",),
    "escpos": ("fonts",),
    "uvc": ("address",),
}
"""Options the composition root fills in for a driver."""


@dataclass(frozen=True)
class StationDevices:
    """The devices of one station by port, with their configured ids, and its simulators by name."""

    reader: CardReader | None
    printer: SlipPrinter | None
    papers: PaperPrinter | None
    camera: DocumentCamera | None
    speaker: Speaker | None
    strip: CallStrip | None
    ids: Mapping[str, str]
    simulators: Mapping[str, Simulator]


def build_devices(settings: StationSettings, folder: Path) -> StationDevices:
    """Build the drivers of a station; `folder` takes what simulated outputs write."""
    catalog = shipped_catalog()
    simulators = {
        urlsplit(device.transport).netloc: _simulator(catalog, device, folder)
        for device in settings.devices
        if device.transport.startswith("sim://")
    }
    built = {
        device.port: _driver(catalog, device, simulators, folder) for device in settings.devices
    }
    return StationDevices(
        reader=cast(CardReader | None, built.get("card_reader")),
        printer=cast(SlipPrinter | None, built.get("slip_printer")),
        papers=cast(PaperPrinter | None, built.get("paper_printer")),
        camera=cast(DocumentCamera | None, built.get("document_camera")),
        speaker=cast(Speaker | None, built.get("speaker")),
        strip=cast(CallStrip | None, built.get("call_strip")),
        ids={device.port: device.id for device in settings.devices},
        simulators=simulators,
    )


def options_fault(device: Device) -> str:
    """Return what is wrong with the options of a configured device, empty when nothing is.

    A driver refuses what it cannot use when it is built; building opens nothing.
    """
    try:
        _driver(shipped_catalog(), device, {}, Path())
    except ValueError as refusal:
        sentence = str(refusal)
        return sentence if sentence.endswith(("?", ".")) else f"{sentence}."
    return ""


def _simulator(catalog: Catalog, device: Device, folder: Path) -> Simulator:
    kept: dict[str, object] = {}
    if device.port == "slip_printer":
        from printer_drivers.escpos.profile import profile_named

        profile = profile_named(str(device.options.get("profile", "80mm")))
        kept = {"folder": str(folder / device.id), "width_dots": profile.width_dots}
    elif device.port == "call_strip":
        kept = {"folder": str(folder / device.id)}
    elif device.port == "document_camera":
        kept = {"fonts": str(ASSETS / "fonts")}
    return cast(Simulator, catalog.load("simulator", device.driver)(kept))


def _driver(
    catalog: Catalog, device: Device, simulators: Mapping[str, Simulator], folder: Path
) -> object:
    given = {
        "folder": str(folder / device.id),
        "fonts": str(ASSETS / "fonts"),
        "address": device.transport,
    }
    options: dict[str, object] = {name: given[name] for name in GIVEN.get(device.driver, ())}
    open_link = partial(open_transport, device.transport, simulators)
    return catalog.load(device.port, device.driver)(open_link, {**options, **device.options})

"""How the devices of one station are right now: all started at once, asked, stopped."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from devices.ports import DeviceStatus, Offline
from launch.devices import build_devices

if TYPE_CHECKING:
    from launch.settings.station_schema import DevicePort, StationSettings

PATIENCE_S = 8.0  # a reader that answers nothing is found out after five
NO_ANSWER = Offline("no answer")


class TellsStatus(Protocol):
    """What every device but a card reader offers."""

    def start(self, on_status: Callable[[DeviceStatus], None]) -> None:
        """Look for the device and report its status."""
        ...

    def stop(self) -> None:
        """Let it go."""
        ...


class FirstWord:
    """The first status a device reports, from whatever thread."""

    def __init__(self) -> None:
        self._status: DeviceStatus | None = None
        self._heard = threading.Event()

    def __call__(self, status: DeviceStatus) -> None:
        """Keep the first."""
        if self._status is None:
            self._status = status
            self._heard.set()

    def status(self) -> DeviceStatus:
        """Wait for it."""
        self._heard.wait(PATIENCE_S)
        return self._status or NO_ANSWER


def statuses_now(station: StationSettings) -> Mapping[str, DeviceStatus]:
    """Return the status of each device of a station by its id."""
    words = {device.port: FirstWord() for device in station.devices}
    with tempfile.TemporaryDirectory() as folder:
        built = build_devices(station, Path(folder))
        if built.reader is not None:
            built.reader.start(lambda _event: None, words["card_reader"])
        others: Mapping[DevicePort, TellsStatus | None] = {
            "slip_printer": built.printer,
            "paper_printer": built.papers,
            "document_camera": built.camera,
            "speaker": built.speaker,
            "call_strip": built.strip,
        }
        started = [built.reader, *others.values()]
        for port, device in others.items():
            if device is not None:
                device.start(words[port])
        try:
            return {device.id: words[device.port].status() for device in station.devices}
        finally:
            for one in started:
                if one is not None:
                    one.stop()

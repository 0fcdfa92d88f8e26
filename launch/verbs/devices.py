"""./run devices."""

from __future__ import annotations

import argparse
import queue
import tempfile
from pathlib import Path

from devices.ports import DeviceStatus, status_word
from launch.cli import Misused
from launch.paths import CONFIG

PATIENCE_S = 4.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument("stations", nargs="*", type=Path, help="station files; default: config/*")


def run(options: argparse.Namespace) -> int:
    """List every configured device with its live status, then what is plugged in besides."""
    from launch.check_config import known_drivers
    from launch.settings import ConfigErrors, load_station

    files = options.stations or sorted(CONFIG.glob("station-*.toml"))
    named: set[str] = set()
    for file in files:
        try:
            station = load_station(file, known_drivers())
        except ConfigErrors as fault:
            raise Misused(str(fault)) from fault
        for device in station.devices:
            named.add(device.transport)
        _show(file)
    _show_unknown_ports(named)
    return 0


def _show(file: Path) -> None:
    from launch.devices import build_devices
    from launch.settings import load_station
    from launch.words import table_of

    words = table_of("devices")
    station = load_station(file)
    with tempfile.TemporaryDirectory() as folder:
        built = build_devices(station, Path(folder))
        for device in station.devices:
            status = _status_of(
                {
                    "card_reader": built.reader,
                    "slip_printer": built.printer,
                    "speaker": built.speaker,
                }[device.port]
            )
            word = status_word(status) if status is not None else "offline"
            detail = getattr(status, "why", None) or getattr(status, "what", None) or ""
            print(
                f"{station.id}/{device.id:<10} {device.driver:<8} {device.transport or '-':<36} "
                f"{word:<11} {words[word]} {detail}".rstrip()
            )


def _status_of(device: object) -> DeviceStatus | None:
    """Start a device, wait for its first clear word, stop it."""
    statuses: queue.SimpleQueue[DeviceStatus] = queue.SimpleQueue()
    start = getattr(device, "start", None)
    if start is None:
        return None
    arguments = (lambda _event: None,) if hasattr(device, "new_session") else ()
    start(*arguments, statuses.put)
    try:
        return statuses.get(timeout=PATIENCE_S)
    except queue.Empty:
        return None
    finally:
        device.stop()  # type: ignore[attr-defined]  # every port has it


def _show_unknown_ports(named: set[str]) -> None:
    from serial.tools import list_ports

    for port in list_ports.comports():
        if port.vid is not None and not any(port.device in address for address in named):
            print(f"not configured: {port.device} {port.vid:04x}:{port.pid:04x} {port.description}")

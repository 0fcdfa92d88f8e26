"""./run devices."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from launch.cli import Misused
from launch.paths import CONFIG, default_state

if TYPE_CHECKING:
    from launch.settings.station_schema import StationSettings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument(
        "stations", nargs="*", type=Path, help="station files; default: config/station-*.toml"
    )
    parser.add_argument("--state", type=Path, default=None, help="state directory")
    parser.epilog = (
        "One line a device: station/device, driver, transport, status and what to do about it; "
        "for a station that speaks, whose voice it has and what that voice lacks. "
        "Then one line for everything plugged in that no station file names."
    )


def run(options: argparse.Namespace) -> int:
    """List every configured device with its live status, then what is plugged in besides."""
    from devices.plugged import look_for_unconfigured
    from document_camera.attached import attachments
    from document_camera.plugged import unconfigured_cameras

    files = options.stations or sorted(CONFIG.glob("station-*.toml"))
    stations = [_load(file) for file in files]
    for file, station in zip(files, stations, strict=True):
        _show(station)
        _show_voice(station, options.state or default_state(), file)
    configured = [device.transport for station in stations for device in station.devices]
    cameras = unconfigured_cameras(configured, attachments())
    for thing in (*look_for_unconfigured(configured), *cameras):
        print(f"not configured: {thing.address}  {thing.what}")
    return 0


def _load(file: Path) -> StationSettings:
    from launch.check_config import known_drivers
    from launch.devices import options_fault
    from launch.settings import ConfigErrors, load_station

    try:
        return load_station(file, known_drivers(), options_fault)
    except ConfigErrors as fault:
        raise Misused(str(fault)) from fault


def _show(station: StationSettings) -> None:
    from devices.ports import status_word
    from launch.device_status import statuses_now
    from launch.suggesting import check_suggesting
    from launch.words import table_of

    words = table_of("devices")
    statuses = statuses_now(station)
    for device in station.devices:
        status = statuses[device.id]
        word = status_word(status)
        detail = getattr(status, "why", None) or getattr(status, "what", None)
        print(
            f"{station.id + '/' + device.id:<20} {device.driver:<7} {device.transport or '-':<36} "
            f"{word:<10} {words[word]}{f' ({detail})' if detail else ''}",
            flush=True,
        )
    if not station.devices:
        print(f"{station.id}: has no devices")
    for remark in check_suggesting(station):
        print(f"{station.id}: {remark.sentence}")


def _show_voice(station: StationSettings, state: Path, file: Path) -> None:
    from launch.stations import station_config
    from launch.voice_status import voice_status

    voice = voice_status(station, state, station_config(file))
    if voice is not None:
        pack = station.voice.pack or "-"
        print(
            f"{station.id + '/voice':<20} {'pack':<7} {pack:<36} {voice.word:<10} {voice.sentence}"
        )

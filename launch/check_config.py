"""The verb check-config: every fault of the configuration and every remark, one line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from devices.catalog import shipped_catalog
from launch.devices import options_fault
from launch.settings import ConfigErrors, load_hall, load_matters, load_names, load_station
from launch.settings.cross_checks import Station, check_stations
from launch.settings.hall_schema import HallSettings
from launch.settings.reading import TomlFile
from launch.settings.station_schema import StationSettings
from launch.suggesting import check_suggesting
from launch.voice_channel import check_voice
from launch.workdays import check_calendar

_HALL_FILE, _MATTERS_FILE = "hall.toml", "matters.toml"
_DEVICE_KINDS = (
    "card_reader",
    "slip_printer",
    "paper_printer",
    "document_camera",
    "speaker",
    "call_strip",
    "simulator",
)


def check(paths: Iterable[str]) -> list[str]:
    """Return `file:line: key: sentence` for every fault of these folders and files.

    A folder is looked at with its sub-folders; each that holds hall.toml is one hall with its
    stations. An empty list means that all is well.
    """
    drivers = known_drivers()
    lines: list[str] = []
    for name in paths:
        path = Path(name)
        found = _check_folder(path, drivers) if path.is_dir() else _check_file(path, drivers)
        lines.extend(found)
    return list(dict.fromkeys(lines))


def advise(paths: Iterable[str], today: date | None = None) -> list[str]:
    """Return `file:line: key: warning: sentence` for what works and will not work well.

    Looks at every hall.toml and station file of these folders and files that has no fault. `today`
    is the calendar of this machine where it is left out.
    """
    lines: list[str] = []
    for name in paths:
        path = Path(name)
        inside = sorted(path.rglob("*.toml")) if path.is_dir() else [path]
        for file in inside:
            if file.name == _HALL_FILE:
                lines.extend(_advice(file, today or _today()))
            elif file.name != _MATTERS_FILE and not _is_names(file):
                lines.extend(_station_advice(file))
    return list(dict.fromkeys(lines))


def _today() -> date:
    """Return the date where this machine stands."""
    return datetime.now(UTC).astimezone().date()


def _advice(file: Path, today: date) -> Iterator[str]:
    hall = TomlFile(file)
    settings = hall.decode(HallSettings)
    if settings is not None:
        for remark in (*check_voice(settings), *check_calendar(settings, today)):
            hall.remark(remark)
        yield from map(str, sorted(hall.findings))


def _station_advice(file: Path) -> Iterator[str]:
    station = TomlFile(file)
    settings = station.decode(StationSettings)
    if settings is not None:
        for remark in check_suggesting(settings):
            station.remark(remark)
        yield from map(str, station.findings)


def known_drivers() -> Mapping[str, tuple[str, ...]]:
    """Return the driver names of every device port, and under `simulator` the simulated ones."""
    catalog = shipped_catalog()
    return {kind: catalog.names(kind) for kind in _DEVICE_KINDS}


def _check_folder(folder: Path, drivers: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    files = sorted(folder.rglob("*.toml"))
    if not files:
        yield f"{folder}:1: -: there is no settings file in this folder."
    for inside in sorted({file.parent for file in files}):
        yield from _check_hall_folder(
            inside, [file for file in files if file.parent == inside], drivers
        )


def _check_hall_folder(
    folder: Path, files: list[Path], drivers: Mapping[str, tuple[str, ...]]
) -> Iterator[str]:
    settings: HallSettings | None = None
    if folder / _HALL_FILE in files:
        try:
            hall = load_hall(folder)
            settings = hall.settings
            load_names(folder, hall)
        except ConfigErrors as errors:
            yield from map(str, errors.findings)
    elif folder / _MATTERS_FILE in files:
        yield from _check_file(folder / _MATTERS_FILE, drivers)
    stations: list[Station] = []
    for file in files:
        if file.name in (_HALL_FILE, _MATTERS_FILE) or _is_names(file):
            continue
        try:
            stations.append(Station(file, load_station(file, drivers, options_fault)))
        except ConfigErrors as errors:
            yield from map(str, errors.findings)
    if settings is not None and stations:
        yield from map(str, check_stations(folder / _HALL_FILE, settings, stations))


def _is_names(file: Path) -> bool:
    """Tell whether a file holds names in another language: matters.en.toml beside matters.toml."""
    stem = _MATTERS_FILE.removesuffix("toml")
    return file.name != _MATTERS_FILE and file.name.startswith(stem)


def _check_file(path: Path, drivers: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    try:
        if path.name == _HALL_FILE or _is_names(path):
            load_names(path.parent, load_hall(path.parent))
        elif path.name == _MATTERS_FILE:
            load_matters(path)
        else:
            load_station(path, drivers, options_fault)
    except ConfigErrors as errors:
        yield from map(str, errors.findings)

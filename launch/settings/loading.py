"""The doors of this package: load a hall's folder and its names, load a station's file."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from os.path import normpath
from pathlib import Path
from typing import NamedTuple

from hall.matters.model import Matter, MatterList
from hall.matters.names import MatterNames, check_names
from hall.matters.rules import check_list, check_matter
from launch.settings.findings import ConfigErrors, Finding
from launch.settings.hall_checks import check_hall
from launch.settings.hall_schema import HallIdentity, HallSettings
from launch.settings.reading import TomlFile
from launch.settings.station_checks import OptionsFault, check_station
from launch.settings.station_schema import StationSettings


class LoadedHall(NamedTuple):
    """What the hall is given at its start."""

    settings: HallSettings
    matters: MatterList


def load_hall(folder: Path) -> LoadedHall:
    """Read hall.toml of a folder and its matters. Raises ConfigErrors with every finding."""
    hall_file = TomlFile(folder / "hall.toml")
    settings = hall_file.decode(HallSettings)
    matters_file = TomlFile(_matters_path(hall_file))
    matters = _read_matters(matters_file)
    if settings is not None:
        for broken in check_hall(settings, matters):
            hall_file.broken(broken)
    _raise_if_any([*hall_file.findings, *matters_file.findings])
    if settings is None or matters is None:
        raise AssertionError("a file without a finding was not decoded")
    return LoadedHall(settings, matters)


def load_names(folder: Path, hall: LoadedHall) -> dict[str, MatterNames]:
    """Read the names of the matters in every further language of a hall, by language.

    Raises ConfigErrors with every finding of every file.
    """
    listed = Path(normpath(folder / hall.settings.hall.matters_file))
    findings: list[Finding] = []
    names: dict[str, MatterNames] = {}
    for language in hall.settings.languages:
        file = TomlFile(listed.with_name(f"{listed.stem}.{language.id}.toml"))
        read = file.decode(MatterNames)
        if read is not None:
            names[language.id] = read
            for broken in check_names(read, hall.matters):
                file.broken(broken)
        findings += file.findings
    _raise_if_any(findings)
    return names


def load_matters(path: Path) -> MatterList:
    """Read one list of matters. Raises ConfigErrors with every finding."""
    file = TomlFile(path)
    matters = _read_matters(file)
    _raise_if_any(file.findings)
    if matters is None:
        raise AssertionError("a file without a finding was not decoded")
    return matters


def load_station(
    path: Path,
    drivers: Mapping[str, Collection[str]] | None = None,
    options_fault: OptionsFault | None = None,
) -> StationSettings:
    """Read one station file. Raises ConfigErrors with every finding.

    `drivers` maps a device port to the driver names that serve it, `options_fault` says what
    is wrong with the options of a device; None skips that check.
    """
    file = TomlFile(path)
    settings = file.decode(StationSettings)
    if settings is not None:
        for broken in check_station(settings, drivers, options_fault):
            file.broken(broken)
    _raise_if_any(file.findings)
    if settings is None:
        raise AssertionError("a file without a finding was not decoded")
    return settings


def _matters_path(hall_file: TomlFile) -> Path:
    identity = hall_file.decoder.built.get(("hall",))
    name = identity.matters_file if isinstance(identity, HallIdentity) else "matters.toml"
    return Path(normpath(hall_file.path.parent / name))


def _read_matters(file: TomlFile) -> MatterList | None:
    matters = file.decode(MatterList)
    # A fault in one matter must not hide a broken rule in another.
    for path, built in list(file.decoder.built.items()):
        if isinstance(built, Matter):
            for broken in check_matter(built):
                file.broken(broken, path)
    if matters is not None:
        for broken in check_list(matters):
            file.broken(broken)
    return matters


def _raise_if_any(findings: list[Finding]) -> None:
    if findings:
        raise ConfigErrors(findings)

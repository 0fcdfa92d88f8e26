"""What must hold between a hall and the station files that lie beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from hall.matters.rules import Broken, repeated
from launch.settings.findings import Finding
from launch.settings.hall_schema import HallSettings
from launch.settings.reading import TomlFile
from launch.settings.station_schema import StationSettings

_MAY_ANNOUNCE = ("board", "display")


class Station(NamedTuple):
    """A station file that is right in itself."""

    path: Path
    settings: StationSettings


def check_stations(
    hall_path: Path, hall: HallSettings, stations: Sequence[Station]
) -> tuple[Finding, ...]:
    """Return every breach between hall.toml and its stations, with file and line."""
    hall_file = TomlFile(hall_path)
    hall_file.decode(HallSettings)
    for broken in _check_announcing(hall, stations):
        hall_file.broken(broken)
    findings = list(hall_file.findings)
    counters = tuple(counter.id for counter in hall.counters)
    second = repeated(station.settings.id for station in stations)
    for index, (path, settings) in enumerate(stations):
        file = TomlFile(path)
        file.decode(StationSettings)
        if index in second:
            file.fault(("id",), f'another station file has the id "{settings.id}" already.')
        wanted = settings.counter_id
        if wanted and wanted not in counters:
            file.broken(
                Broken(("counter_id",), f'the hall has no counter "{wanted}".', wanted, counters)
            )
        findings.extend(file.findings)
    return tuple(sorted(findings))


def _check_announcing(hall: HallSettings, stations: Sequence[Station]) -> Iterator[Broken]:
    by_id = {station.settings.id: station.settings for station in stations}
    able = tuple(
        settings.id
        for settings in by_id.values()
        if settings.kind in _MAY_ANNOUNCE and settings.device("speaker") is not None
    )
    for index, zone in enumerate(hall.sound_zones):
        path = ("sound_zones", index, "announcing_station")
        name = zone.announcing_station
        if name not in by_id:
            yield Broken(path, f'there is no station "{name}" in this folder.', name, able)
        elif name not in able:
            yield Broken(
                path, f'"{name}" cannot announce: it needs to be a board or display with a speaker.'
            )

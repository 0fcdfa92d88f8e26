"""Settings of the hall and of its stations: typed, and every fault told with its line."""

from launch.settings.findings import ConfigErrors, Finding
from launch.settings.hall_schema import HallSettings
from launch.settings.loading import LoadedHall, load_hall, load_matters, load_names, load_station
from launch.settings.station_schema import Device, Panel, StationSettings

__all__ = [
    "ConfigErrors",
    "Device",
    "Finding",
    "HallSettings",
    "LoadedHall",
    "Panel",
    "StationSettings",
    "load_hall",
    "load_matters",
    "load_names",
    "load_station",
]

from __future__ import annotations

from itertools import combinations

import pytest

from launch.demo.placing import places_on
from launch.demo.site import STATIONS
from launch.paths import DEMO_CONFIG
from launch.settings import load_station

SCREENS = [(1366, 768), (1920, 1080), (2560, 1440), (3840, 2160), (1280, 1024)]


def rects(width, height):
    """Every window of the demo on a screen: left, top, right, bottom."""
    places = places_on(width, height)
    found = {}
    for station in STATIONS:
        panel = load_station(DEMO_CONFIG / station.file, None).panel
        place = places.stations[station.name]
        found[station.name] = (
            place.x_px,
            place.y_px,
            place.x_px + round(panel.width_px * place.scale),
            place.y_px + round(panel.height_px * place.scale),
        )
    x, y, w, h = places.dock_px
    found["dock"] = (x, y, x + w, y + h)
    return found


@pytest.mark.parametrize("screen", SCREENS)
def test_the_whole_hall_is_seen_at_once(screen):
    for left, top, right, bottom in rects(*screen).values():
        assert left >= 0
        assert top >= 0
        assert right <= screen[0]
        assert bottom <= screen[1]


@pytest.mark.parametrize("screen", SCREENS)
def test_no_window_covers_another(screen):
    for one, other in combinations(rects(*screen).values(), 2):
        beside = one[2] <= other[0] or other[2] <= one[0]
        above = one[3] <= other[1] or other[3] <= one[1]
        assert beside or above

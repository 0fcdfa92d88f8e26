"""Whose voice a station speaks with, in its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from launch.settings import ConfigErrors, load_station

CONFIG = Path(__file__).parents[2] / "config"


def station(tmp_path: Path, kind: str, pack: str) -> Path:
    file = tmp_path / f"station-{kind}.toml"
    before = (CONFIG / f"station-{kind}.toml").read_text(encoding="utf-8")
    file.write_text(before.replace("[panel]", f'[voice]\npack = "{pack}"\n\n[panel]', 1))
    return file


def test_a_machine_speaks_unless_a_pack_is_named():
    assert load_station(CONFIG / "station-kiosk.toml").voice.pack == ""


@pytest.mark.parametrize("kind", ["kiosk", "board"])
def test_a_station_that_speaks_may_name_its_pack(tmp_path, kind):
    assert load_station(station(tmp_path, kind, "hall-2026")).voice.pack == "hall-2026"


@pytest.mark.parametrize("kind", ["console", "guide"])
def test_a_station_that_does_not_speak_has_no_use_for_one(tmp_path, kind):
    with pytest.raises(ConfigErrors, match=f'kind "{kind}" does not speak'):
        load_station(station(tmp_path, kind, "hall"))


@pytest.mark.parametrize("name", ["../keys", "a/b", ".hidden", "大厅", "a b"])
def test_a_pack_is_a_name_and_never_a_path(tmp_path, name):
    with pytest.raises(ConfigErrors, match="letters, digits, - and _"):
        load_station(station(tmp_path, "kiosk", name))

"""A station does not start on a panel that nobody measured: it would have to guess its sizes."""

from __future__ import annotations

import pytest

from tests.verbs.command_line import ROOT, run

MILLIMETRES = ("width_mm", "height_mm", "mount_mm", "view_mm", "tilt_deg")


@pytest.mark.parametrize("verb", ["kiosk", "display", "console", "guide"])
def test_a_station_refuses_with_one_sentence_that_names_what_to_measure(verb, tmp_path):
    file = ROOT / "config" / f"station-{verb}.toml"
    lines = file.read_text(encoding="utf-8").splitlines()
    station = tmp_path / "station.toml"
    for key in MILLIMETRES:
        panel = next(n for n, line in enumerate(lines) if line.startswith(f"{key} "))
        kept = [*lines[:panel], *lines[panel + 1 :]]
        station.write_text("\n".join(kept) + "\n", encoding="utf-8")
        done = run(verb, "--station", station)
        assert done.returncode == 2
        [said] = done.stderr.splitlines()
        assert said.startswith(f"{station}:")
        assert f"panel.{key}: this key is missing; it must be a whole number" in said

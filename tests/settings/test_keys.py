"""Keys of small keypads in a station file: what check-config says of those that cannot be meant."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from launch.check_config import check
from launch.paths import CONFIG


def said_of(tmp_path: Path, station: str, *keys: tuple[str, str], touch: str = "") -> str:
    shutil.copytree(CONFIG / "demo", tmp_path / "demo")
    file = tmp_path / "demo" / station
    text = file.read_text(encoding="utf-8")
    text = text.replace("tilt_deg = 0\n", f"tilt_deg = 0\n{touch}", 1)
    rows = [f'\n[[key]]\nkey = "{key}"\ndoes = "{does}"\n' for key, does in keys]
    file.write_text(text + "".join(rows), encoding="utf-8")
    return "\n".join(check([str(file)]))


def test_a_keypad_for_five_faces_and_one_for_calls_are_sound(tmp_path: Path) -> None:
    faces = [(f"F{12 + n}", f"feeling_{n}") for n in range(1, 6)]
    assert said_of(tmp_path, "counter-3.toml", *faces) == ""


def test_the_clerks_keypad_may_do_what_her_keys_do(tmp_path: Path) -> None:
    deeds = ("call", "recall", "miss", "hold", "start", "finish", "pause", "unwell")
    keys = [(f"F{13 + n}", deed) for n, deed in enumerate(deeds)]
    assert said_of(tmp_path, "console-3.toml", *keys, ("Ctrl+Alt+T", "transfer")) == ""


@pytest.mark.parametrize(
    ("station", "key", "does", "sentence"),
    [
        ("console-3.toml", "F13", "recal", 'no key does "recal" here. Did you mean "recall"?'),
        ("console-3.toml", "F33", "call", 'no key is called "F33".'),
        ("console-3.toml", "Strg+F13", "call", "Valid: Alt, Ctrl, Meta, Shift."),
        ("console-3.toml", "F3", "call", '"F3" is a key of this screen already'),
        ("console-3.toml", "5", "call", '"5" is typed into fields here'),
        ("console-3.toml", "F13", "feeling_5", "staff never say it"),
        ("guide.toml", "F13", "call", 'no key does "call" here.'),
        ("kiosk.toml", "F13", "call", 'a station of kind "kiosk" has no keys to set.'),
    ],
)
def test_a_key_that_cannot_be_meant_is_told_with_its_line(
    tmp_path: Path, station: str, key: str, does: str, sentence: str
) -> None:
    assert sentence in said_of(tmp_path, station, (key, does))


def test_one_key_does_one_thing(tmp_path: Path) -> None:
    said = said_of(tmp_path, "console-3.toml", ("F13", "call"), ("F13", "recall"))
    assert '"F13" stands here for the second time.' in said


def test_only_the_screen_of_a_counter_is_said_to_be_touched(tmp_path: Path) -> None:
    assert "touch = true" in (CONFIG / "demo" / "counter-3.toml").read_text(encoding="utf-8")
    assert said_of(tmp_path, "counter-3.toml") == ""
    shutil.rmtree(tmp_path / "demo")
    said = said_of(tmp_path, "board.toml", touch="touch = true\n")
    assert "is for the screen of a counter" in said


def test_a_screen_too_small_to_be_read_is_not_one_to_touch(tmp_path: Path) -> None:
    shutil.copytree(CONFIG / "demo", tmp_path / "demo")
    file = tmp_path / "demo" / "counter-3.toml"
    text = file.read_text(encoding="utf-8")
    small = text.replace("width_mm = 708", "width_mm = 217").replace("= 398", "= 122")
    file.write_text(small, encoding="utf-8")
    assert "a screen that is touched must be 330 mm wide to be read." in check([str(file)])[0]

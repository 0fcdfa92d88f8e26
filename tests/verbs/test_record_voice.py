"""What whoever records the hall's voice types, and what the installer reads of it."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from launch.cli import main
from launch.voice_script import script_of
from tests.verbs.command_line import ROOT, run
from tests.voice.helpers import tone
from voice.pack_folder import PackAbout, PackFolder
from voice.script import Line

CONFIG = ROOT / "config"
RATE_HZ = 24000


def record(state: Path, lines: tuple[Line, ...], voice: str = "李敏") -> None:
    about = PackAbout(voice, "zh-CN", RATE_HZ)
    pack = PackFolder(state / "voice/hall", about, date(2026, 10, 1))
    for line in lines:
        pack.keep(line, tone(rate_hz=RATE_HZ).pcm)


def stations(folder: Path, pack: str) -> list[Path]:
    """A kiosk and a guide desk of the shipped hall; the kiosk is told its pack."""
    for name in ("hall.toml", "matters.toml"):
        shutil.copy(CONFIG / name, folder)
    kiosk, guide = folder / "station-kiosk.toml", folder / "station-guide.toml"
    words = (CONFIG / "station-kiosk.toml").read_text(encoding="utf-8").split("[[device]]")[0]
    kiosk.write_text(f'{words}\n[voice]\npack = "{pack}"\n', encoding="utf-8")
    words = (CONFIG / "station-guide.toml").read_text(encoding="utf-8").split("[[device]]")[0]
    guide.write_text(words, encoding="utf-8")
    return [kiosk, guide]


def listed(state: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    assert main(["record-voice", "--list", "--config", str(CONFIG), "--state", str(state)]) == 0
    return capsys.readouterr().out.splitlines()


def voice_lines(state: Path, files: list[Path], capsys: pytest.CaptureFixture[str]) -> list[str]:
    assert main(["devices", *map(str, files), "--state", str(state)]) == 0
    return [line for line in capsys.readouterr().out.splitlines() if "/voice" in line]


def test_the_list_names_every_line_a_machine_still_says(tmp_path, capsys):
    script = script_of(CONFIG)
    first, *lines = listed(tmp_path, capsys)
    assert first.endswith(f"0 of {len(script)} clips recorded")
    assert len(lines) == len(script)
    record(tmp_path, script[:-2])
    first, *lines = listed(tmp_path, capsys)
    assert first.endswith(f"{len(script) - 2} of {len(script)} clips recorded")
    assert [line.split()[-1] for line in lines] == [line.words for line in script[-2:]]


def test_the_window_opens_in_a_process_of_its_own_and_leaves_no_pack_behind(tmp_path):
    done = run("record-voice", "--state", tmp_path, "--exit-after-first-paint")
    assert (done.returncode, done.stdout) == (0, "")
    assert not (tmp_path / "voice").exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--pack", "../keys"), "'../keys' is no name for a pack"),
        (("--pack", ""), "'' is no name for a pack"),
        (("--config", "/nowhere/at/all"), "hall.toml"),
    ],
)
def test_what_cannot_be_used_gets_one_sentence(tmp_path, capsys, arguments, sentence):
    assert main(["record-voice", "--list", "--state", str(tmp_path), *arguments]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert sentence in said.err


def test_without_a_screen_it_says_so(tmp_path, capsys, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert "QT_QPA_PLATFORM" not in os.environ
    assert main(["record-voice", "--state", str(tmp_path)]) == 2
    assert "needs a screen" in capsys.readouterr().err


def test_a_pack_of_another_kind_is_not_touched(tmp_path, capsys):
    other = PackFolder(tmp_path / "voice/hall", PackAbout("x", "en", 16000), date(2026, 10, 1))
    other.keep(Line("digit_0", "零", "numbers"), tone().pcm)
    assert main(["record-voice", "--list", "--state", str(tmp_path)]) == 2
    assert "use another name" in capsys.readouterr().err


def test_the_list_of_devices_says_whose_voice_a_station_has(tmp_path, capsys):
    (line,) = voice_lines(tmp_path, stations(tmp_path, ""), capsys)
    assert "kiosk-1/voice" in line
    assert "a machine speaks; record a voice with ./run record-voice" in line


def test_the_list_of_devices_says_where_the_halls_own_voice_is_not_enough(tmp_path, capsys):
    files = stations(tmp_path, "hall")
    script = script_of(CONFIG)
    (missing,) = voice_lines(tmp_path, files, capsys)
    assert "missing" in missing
    assert "hall/manifest.toml is not there" in missing
    record(tmp_path, script[5:])
    (gaps,) = voice_lines(tmp_path, files, capsys)
    assert "李敏, recorded 2026-10-01: 5 clips missing (零, 一, 二, ...)" in gaps
    record(tmp_path, script[:5])
    (whole,) = voice_lines(tmp_path, files, capsys)
    assert f"whole      李敏, recorded 2026-10-01: all {len(script)} clips" in whole

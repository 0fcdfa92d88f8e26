"""A voice pack while it is recorded: whole after every clip."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from tests.voice.helpers import ASSETS, tone
from voice.clips import load_clip_pack
from voice.pack_folder import PackAbout, PackFolder, PackUnfit, manifest_text
from voice.pcm import PACKED
from voice.script import Line
from voice.utterance import Part, Utterance

ABOUT = PackAbout("李敏", "zh-CN", 16000)
MONDAY, TUESDAY = date(2026, 10, 5), date(2026, 10, 6)
ZERO, ONE = Line("digit_0", "零", "numbers"), Line("digit_1", "一", "numbers")
SENTENCE = Line("home_1", "您好，“请坐”。", "prompts")


def pack(folder: Path, about: PackAbout = ABOUT, today: date = MONDAY) -> PackFolder:
    return PackFolder(folder / "hall", about, today)


def test_nothing_is_written_before_the_first_clip(tmp_path):
    made = pack(tmp_path)
    assert not (tmp_path / "hall").exists()
    assert not made.pack.says("零")


def test_after_every_clip_the_folder_is_a_pack_the_stations_can_read(tmp_path):
    made = pack(tmp_path)
    for line in (ZERO, SENTENCE):
        made.keep(line, tone().pcm)
        read = load_clip_pack(tmp_path / "hall")
        assert read.says(line.words)
        assert (read.voice, read.synthetic, read.rate_hz) == ("李敏", False, 16000)
        assert (read.language, read.recorded_on) == ("zh-CN", MONDAY)
    sound = read.join(Utterance((Part("零"), Part("您好，“请坐”。", 100)), "零"))
    assert sound is not None
    assert sound.duration_s == pytest.approx(0.3)


def test_the_manifest_has_the_shape_of_the_shipped_one(tmp_path):
    pack(tmp_path).keep(ZERO, tone().pcm)
    own = tomllib.loads((tmp_path / "hall/manifest.toml").read_text(encoding="utf-8"))
    shipped = tomllib.loads((ASSETS / "voice/synthetic/manifest.toml").read_text(encoding="utf-8"))
    assert set(shipped) <= set(own)
    packed = shipped["clips"]["digit_0"]
    assert own["clips"]["digit_0"] == {**packed, "file": packed["file"].removesuffix(PACKED)}
    assert (own["synthetic"], shipped["synthetic"]) == (False, True)


def test_another_day_it_goes_on_with_what_is_there(tmp_path):
    pack(tmp_path).keep(ZERO, tone().pcm)
    later = pack(tmp_path, PackAbout("", "zh-CN", 16000), TUESDAY)
    assert later.voice == "李敏"
    assert later.pack.says("零")
    later.keep(ONE, tone().pcm)
    read = load_clip_pack(tmp_path / "hall")
    assert read.says("零")
    assert read.recorded_on == TUESDAY


def test_a_clip_recorded_again_replaces_the_old_one(tmp_path):
    made = pack(tmp_path)
    made.keep(ZERO, tone().pcm)
    made.keep(ZERO, tone(duration_s=0.5).pcm)
    assert len(made.pack.clip("零") or b"") == 2 * 8000
    renamed = Line("zero", "零。", "numbers")
    made.keep(renamed, tone().pcm)
    manifest = tomllib.loads((tmp_path / "hall/manifest.toml").read_text(encoding="utf-8"))
    assert list(manifest["clips"]) == ["zero"]


def test_a_sentence_that_was_changed_is_open_again(tmp_path):
    made = pack(tmp_path)
    made.keep(SENTENCE, tone().pcm)
    assert not made.pack.says("您好，请上座。")
    made.keep(Line("home_1", "您好，请上座。", "prompts"), tone().pcm)
    assert not pack(tmp_path).pack.says(SENTENCE.words)
    assert pack(tmp_path).pack.says("您好，请上座。")


def test_a_damaged_clip_counts_as_not_recorded(tmp_path):
    made = pack(tmp_path)
    made.keep(ZERO, tone().pcm)
    made.keep(ONE, tone().pcm)
    (tmp_path / "hall/digit_0.wav").write_bytes(b"RIFF")
    again = pack(tmp_path)
    assert not again.pack.says("零")
    assert again.pack.says("一")


@pytest.mark.parametrize(
    ("about", "why"),
    [
        (PackAbout("李敏", "zh-CN", 24000), "at 16000 Hz"),
        (PackAbout("李敏", "en", 16000), "recorded in zh-CN"),
    ],
)
def test_a_pack_of_another_kind_is_not_mixed_with_this_one(tmp_path, about, why):
    pack(tmp_path).keep(ZERO, tone().pcm)
    with pytest.raises(PackUnfit, match=why):
        pack(tmp_path, about)


def test_the_machines_voice_and_a_damaged_pack_are_left_alone(tmp_path):
    folder = tmp_path / "hall"
    folder.mkdir()
    head = {"synthetic": True, "voice": "espeak", "rate_hz": 16000, "language": "zh-CN"}
    (folder / "manifest.toml").write_text(manifest_text(head, None, {"a": ("零", "a.wav")}))
    with pytest.raises(PackUnfit, match="machine"):
        pack(tmp_path)
    (folder / "manifest.toml").write_text("[clips")
    with pytest.raises(PackUnfit, match="use another name"):
        pack(tmp_path)


def test_a_disk_that_takes_nothing_is_told(tmp_path):
    (tmp_path / "hall").write_text("in the way")
    with pytest.raises(OSError):  # noqa: PT011  whatever the disk says
        pack(tmp_path).keep(ZERO, tone().pcm)

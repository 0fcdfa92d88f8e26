"""The shipped clips, measured: nobody needs to hear them to see that they are slow enough."""

from __future__ import annotations

import lzma
import re
import shutil
import tomllib

import pytest

from launch.voice_script import kiosk_prompts
from tests.voice.helpers import ASSETS, shipped_voice
from voice.clips import ClipPackBroken, load_clip_pack
from voice.failure import NotSynthesised
from voice.finish import LOUDNESS_DB
from voice.loudness import loudness_db
from voice.numbers import read_label
from voice.pcm import read_wav, samples, write_wav
from voice.readings import load_readings
from voice.script import fixed_sentences, lacking
from voice.sentences import in_sentences
from voice.speech import SpeechMaker
from voice.utterance import Part, Utterance

FOLDER = ASSETS / "voice/synthetic"
MANIFEST = tomllib.loads((FOLDER / "manifest.toml").read_text(encoding="utf-8"))
PROMPTS = [*fixed_sentences(kiosk_prompts(), {"guide": "咨询辅导台"})]
READINGS = load_readings()
PACK = load_clip_pack(FOLDER)


def syllables(text: str) -> int:
    return len(re.findall("[\u4e00-\u9fff]", text)) - text.count("会儿")


def seconds_of(text: str) -> float:
    pcm = PACK.clip(text)
    assert pcm is not None, text
    return len(pcm) / 2 / PACK.rate_hz


def test_the_clips_say_themselves_that_they_are_synthetic():
    assert MANIFEST["synthetic"] is True
    assert "cmn-latn-pinyin" in MANIFEST["voice"]


SAME_ALL_DAY = [line for line in PROMPTS if "{" not in line.words]


@pytest.mark.parametrize("line", SAME_ALL_DAY, ids=lambda line: line.name)
def test_instructions_run_at_160_to_180_syllables_a_minute(line):
    per_minute = syllables(line.words) * 60 / seconds_of(line.words)
    assert 160 <= per_minute <= 180, f"{line.words}: {per_minute:.0f}"


def test_whatever_the_kiosk_says_from_fixed_words_is_a_clip():
    """A sentence changed on a screen and not rendered again would be found here."""
    assert len(SAME_ALL_DAY) > 50
    assert lacking(SAME_ALL_DAY, PACK.says) == ()


def test_a_number_is_said_from_clips_inside_the_kiosks_sentences():
    text = "您的号是老年号、零、幺、二，前面还有十五位。老年号、零、幺、二。"
    sound = PACK.join(in_sentences(text))
    assert sound is not None
    assert sound.text == text


def test_every_clip_is_equally_loud_to_the_ear():
    loud = [loudness_db(samples(PACK.clip(key) or b""), PACK.rate_hz) for key in PACK.files]
    assert max(loud) - min(loud) < 1.5
    assert abs(sum(loud) / len(loud) - LOUDNESS_DB) < 0.3


@pytest.mark.parametrize("label", ["老012", "老717", "尊999", "普1000", "优384", "012"])
def test_numbers_run_at_120_to_140_syllables_a_minute(label):
    series = {"老": "老年号", "尊": "尊老号", "优": "优先号", "普": "普通号"}
    words = read_label(label, series, READINGS)
    parts = tuple(Part(word, 260 if index else 0) for index, word in enumerate(words))
    sound = PACK.join(Utterance(parts, label))
    assert sound is not None
    per_minute = syllables("".join(words)) * 60 / sound.duration_s
    assert 120 <= per_minute <= 140, f"{label}: {per_minute:.0f}"


def test_every_clip_is_there_in_one_format_with_headroom_and_not_silent():
    for name, clip in MANIFEST["clips"].items():
        pcm, rate_hz = read_wav(FOLDER / clip["file"])
        peak = max(abs(value) for value in samples(pcm))
        assert rate_hz == MANIFEST["rate_hz"], name
        assert 0.4 * 32768 <= peak <= 0.72 * 32768, f"{name}: peak {peak}"


def test_the_pack_stays_small_although_it_holds_every_sentence_of_the_kiosk():
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 15_000_000


def test_joined_clips_are_one_stream_with_the_pauses_between():
    sound = PACK.join(Utterance((Part("请"), Part("零", 500)), "请 0"))
    assert sound is not None
    assert sound.duration_s == pytest.approx(seconds_of("请") + 0.5 + seconds_of("零"), abs=0.001)


class OnlyText:
    """A synthesiser that remembers what it was asked for and can do nothing."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def speak(self, spoken: str, text: str) -> NotSynthesised:
        self.asked.append(spoken)
        return NotSynthesised(f"cannot speak {text}")


def test_one_missing_clip_sends_the_whole_sentence_to_the_synthesiser():
    free_text = OnlyText()
    maker = SpeechMaker(PACK, free_text, READINGS)
    call = shipped_voice().sentences.call("老012", 41, 1)
    assert maker.from_clips(call.first) is None
    maker.make(call.first)
    assert free_text.asked == ["请老年号、零、幺、二，到四十一号窗口"]


def test_when_the_synthesiser_is_dumb_too_the_number_is_still_heard():
    maker = SpeechMaker(PACK, OnlyText(), READINGS)
    call = shipped_voice().sentences.call("老012", 41, 1)
    sound = maker.make(call.first)
    number = Utterance(call.first.parts[:-1], "")
    assert not isinstance(sound, NotSynthesised)
    alone = PACK.join(number)
    assert alone is not None
    assert sound.pcm == alone.pcm


def test_a_sentence_nobody_can_speak_is_a_value_that_says_why():
    assert SpeechMaker(None, OnlyText(), READINGS).make_text("你好") == NotSynthesised(
        "cannot speak 你好"
    )


@pytest.mark.parametrize("keeps", [0, 20, 3000])
def test_a_damaged_clip_counts_as_missing(tmp_path, keeps):
    shutil.copy(FOLDER / "manifest.toml", tmp_path)
    whole = (FOLDER / "digit_0.wav.xz").read_bytes()
    (tmp_path / "digit_0.wav.xz").write_bytes(whole[:keeps])
    (tmp_path / "digit_1.wav.xz").write_bytes(b"RIFF and no more")
    pack = load_clip_pack(tmp_path)
    assert pack.clip("零") is None
    assert pack.clip("一") is None
    assert pack.clip("二") is None


def test_a_packed_clip_is_bit_for_bit_the_recording(tmp_path):
    pcm, rate_hz = read_wav(FOLDER / "digit_0.wav.xz")
    write_wav(tmp_path / "plain.wav", pcm, rate_hz)
    write_wav(tmp_path / "packed.wav.xz", pcm, rate_hz)
    assert read_wav(tmp_path / "plain.wav") == read_wav(tmp_path / "packed.wav.xz")
    packed = (tmp_path / "packed.wav.xz").read_bytes()
    assert lzma.decompress(packed) == (tmp_path / "plain.wav").read_bytes()


def test_a_folder_without_a_whole_manifest_is_refused_by_name(tmp_path):
    with pytest.raises(ClipPackBroken, match=r"manifest\.toml"):
        load_clip_pack(tmp_path)
    (tmp_path / "manifest.toml").write_text('voice = "x"\n')
    with pytest.raises(ClipPackBroken, match="clips"):
        load_clip_pack(tmp_path)

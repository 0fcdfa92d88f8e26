"""The script of a hall's own voice: everything its stations say, and nothing else."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from launch.voice_script import kiosk_prompts, script_of
from voice.readings import load_readings, load_sentences, load_third_call
from voice.script import Hall, lacking, lines_of

CONFIG = Path(__file__).resolve().parents[2] / "config"
READINGS, SENTENCES, THIRD_CALL = load_readings(), load_sentences(), load_third_call()


def script(hall: Hall, **prompts: str) -> dict[str, str]:
    """Name -> words."""
    lines = lines_of(hall, READINGS, SENTENCES, prompts, THIRD_CALL)
    return {line.name: line.words for line in lines}


def test_the_script_of_the_shipped_hall_is_read_in_twenty_minutes():
    lines = script_of(CONFIG)
    assert 120 <= len(lines) <= 200
    syllables = sum(len(line.key) for line in lines)
    assert syllables / 165 + len(lines) * 3 / 60 < 21


def test_only_a_hall_whose_kiosk_has_a_camera_reads_what_is_said_under_it(tmp_path):
    def lines(more: str = "") -> str:
        for name in ("hall.toml", "matters.toml", "matters.en.toml", "station-kiosk.toml"):
            shutil.copy(CONFIG / name, tmp_path / name)
        with (tmp_path / "station-kiosk.toml").open("a", encoding="utf-8") as kiosk:
            kiosk.write(more)
        return "".join(line.words for line in script_of(tmp_path))

    camera = '\n[[device]]\nid = "camera"\nport = "document_camera"\n'
    assert "镜头" not in lines()
    assert "镜头" in lines(camera)


def test_it_holds_the_halls_own_windows_series_and_matters():
    lines = script_of(CONFIG)
    words = {
        line.chapter: [one.words for one in lines if one.chapter == line.chapter] for line in lines
    }
    assert words["windows"] == [f"到{digit}号窗口" for digit in "一二三四五六"]
    assert words["series"] == ["尊老号", "优先号", "老年号", "普通号", "领证号"]
    assert "补办社保卡" in words["matters"]
    assert len(words["matters"]) == 39 + 1, "the list, and collecting"
    assert words["dialect"] == ["恁的号到啦，抬头看看大屏幕，别慌，慢慢走。"]


def test_a_call_and_a_recall_need_nothing_that_is_not_in_it():
    made = script(Hall(series={"lao": "老年号"}, windows=(3, 12)))
    assert {"请", "不用急", "慢慢走", "到三号窗口", "到十二号窗口"} <= set(made.values())
    assert {READINGS.one_in_codes, *READINGS.digits} <= set(made.values())


def test_each_sentence_of_a_prompt_is_a_line_of_its_own():
    made = script(Hall(), hello="您好。请稍等。")
    assert (made["hello_1"], made["hello_2"]) == ("您好。", "请稍等。")


def test_what_is_the_same_all_day_is_filled_in_and_what_changes_is_cut_out():
    hall = Hall(values={"guide": "辅导台"}, matters={"m1": "老年证"})
    made = script(
        hall, go="请到{guide}。", ask="您要办{matter}，对吗？", slip="您的号是{read}，{ahead}。"
    )
    assert made["go_1"] == "请到辅导台。"
    assert (made["ask_1_1"], made["ask_1_2"]) == ("您要办", "对吗")
    assert made["slip_1_1"] == "您的号是"
    assert made["matter_m1"] == "老年证"


def test_a_sentence_with_something_nobody_can_record_is_left_to_the_machine():
    made = script(Hall(), bring="带{read}样：{papers}。", ask="您要办{matter}，对吗？")
    assert not any(name.startswith(("bring", "ask")) for name in made)


def test_the_same_words_are_read_once():
    lines = lines_of(Hall(), READINGS, SENTENCES, {"a": "请坐。", "b": "请坐！"}, THIRD_CALL)
    keys = [line.key for line in lines]
    assert len(keys) == len(set(keys))
    assert keys.count("请坐") == 1


def test_names_are_fit_for_files():
    lines = script_of(CONFIG)
    assert len({line.name for line in lines}) == len(lines)
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", line.name) for line in lines)


def test_what_a_voice_lacks_is_told_line_by_line():
    lines = lines_of(Hall(), READINGS, SENTENCES, {"a": "请坐。"}, THIRD_CALL)
    left = lacking(lines, lambda words: words != "请坐。")
    assert [line.words for line in left] == ["请坐。"]


def test_what_the_kiosk_says_is_read_from_its_own_words():
    prompts = kiosk_prompts()
    assert prompts["slip"].startswith("您的号是{read}")
    assert prompts["spoken_ahead"] == "前面还有{count}位"
    assert "key_yes" not in prompts

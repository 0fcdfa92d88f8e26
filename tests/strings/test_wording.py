"""Every word an elder reads or hears is short, plain and kind; staff's words are kind as well."""

from __future__ import annotations

import pytest

from launch.settings import load_hall, load_matters
from tests.strings.tables import (
    ROOT,
    VISITORS,
    Words,
    all_words,
    common_characters,
    han_in,
    staff_rooms,
)
from tests.strings.wording import faults, faults_of_choice, latin_faults, staff_faults

EXCUSED = {
    "voice.ticket_taken_wait": "K34 shown whole to somebody who cannot hear it",
}


def told(words: Words, found: list[str]) -> list[str]:
    return [f"{words.place}: {one}" for one in found]


def test_what_visitors_read_and_hear_is_short_plain_and_kind():
    found = {
        words.place: told(words, list(faults(words))) for words in all_words("zh-CN", VISITORS)
    }
    assert [one for place, all_of in found.items() for one in all_of if place not in EXCUSED] == []
    assert not [place for place in EXCUSED if not found[place]], "these need no excuse any more"


@pytest.mark.parametrize("room", staff_rooms())
def test_what_staff_read_is_kind_and_free_of_officialese(room):
    found = [told(words, list(staff_faults(words))) for words in all_words("zh-CN", (room,))]
    assert [one for all_of in found for one in all_of] == []


def test_english_is_short_and_frightens_nobody():
    found = [told(words, list(latin_faults(words))) for words in all_words("en", VISITORS)]
    assert [one for all_of in found for one in all_of] == []


def test_the_published_list_uses_common_characters_and_plain_words():
    matters = load_matters(ROOT / "config" / "matters.toml")
    texts = [text for group in matters.groups for text in (group.name, *group.examples)]
    texts += [matter.plain_name for matter in matters.matters]
    texts += [paper.plain for matter in matters.matters for paper in matter.materials]
    common = common_characters()
    rare = {text: [one for one in han_in(text) if one not in common] for text in texts}
    assert {text: found for text, found in rare.items() if found} == {}
    assert [fault for text in texts for fault in faults_of_choice(text)] == []


@pytest.mark.parametrize("hall", [".", "demo"])
def test_the_shipped_cards_of_the_hall_board_use_common_characters_and_plain_words(hall: str):
    settings, _ = load_hall(ROOT / "config" / hall)
    texts = [text for card in settings.cards for text in (card.title, card.text)]
    common = common_characters()
    rare = {text: [one for one in han_in(text) if one not in common] for text in texts}
    assert {text: found for text, found in rare.items() if found} == {}
    assert [fault for text in texts for fault in faults_of_choice(text)] == []


def test_there_are_3500_common_characters():
    common = common_characters()
    assert len(common) == 3500
    assert set("您请号窗口赡籍警罐") <= common
    assert not set("幺〓囧昶") & common


@pytest.mark.parametrize(
    ("key", "screen", "why"),
    [
        ("card_note", "身份证只用来取号，别的什么也不用", "on the screen"),
        ("key_put_again", "请您再放一次身份证", "on a key"),
        ("card", "请把您的身份证平放在这里", ""),
        ("card", "请把您的身份证平平放在这里", "in a title"),
        ("note", "你好", "always 您"),
        ("note", "受理成功", "says 受理"),
        ("note", "读卡失败", ""),
        ("note", "失败，再试一次", "begins with 失败"),
        ("note", "再试一次，超时了", "begins with 超时"),
        ("note", "请勿喧哗，囧", "囧"),
    ],
)
def test_a_bad_word_would_be_found(key, screen, why):
    found = "\n".join(faults(Words("kiosk", key, screen, f"{screen}。")))
    assert (why in found) if why else not found


def test_a_sentence_too_long_for_one_breath_would_be_found():
    words = Words("kiosk", "card", "请放这里", "请您把您的身份证平平地放在前面亮着绿灯的地方。")
    assert "in one breath" in "\n".join(faults(words))


@pytest.mark.parametrize(
    ("screen", "spoken", "why"),
    [
        ("Invalid card", "", "frightens"),
        ("The printer failed", "", "frightens"),
        ("This line is much too long for one line of a page", "", "in a line"),
        ("Hello", " ".join(["word"] * 23), "words in"),
        ("It is not your fault", "Take your time.", ""),
    ],
)
def test_bad_english_would_be_found(screen, spoken, why):
    found = "\n".join(latin_faults(Words("kiosk", "note", screen, spoken)))
    assert (why in found) if why else not found

"""The text of a resident card, field by field."""

from __future__ import annotations

from datetime import date

import pytest

from id_reader.sdt.numbers import (
    birth_date_of,
    check_digit_is_right,
    date_of,
    sex_of,
    tidy_number,
)
from id_reader.sdt.resident import NotUsable, decode_card, load_words, newest_address
from id_reader.sdt.status import STATUS_TABLE, UNLISTED, Reaction, meaning_of
from id_reader.simulated_card import PLACES, card_of, load_specimens
from tests.id_reader.desk import EXAMPLES, RESIDENT

WORDS = load_words()
PERSON = {
    "name": "测试甲",
    "sex": "1",
    "ethnicity": "01",
    "birth_date": "19320229",
    "address": "河南省测试市测试县幸福路1号",
    "id_number": "41019919320229001X",
    "issued_by": "测试市公安局",
    "valid_from": "20100101",
    "valid_to": "20300101",
}


def decode(**changes: str):
    return decode_card(card_of(PERSON | changes).text, WORDS)


def test_the_published_example_is_read_whole():
    card = decode_card(RESIDENT[14:270], WORDS)

    assert card.kind == "resident"
    assert (card.name, card.sex, card.ethnicity) == ("测试甲", 1, "汉")
    assert card.birth_date.isoformat().replace("-", "") == card.id_number[6:14]
    assert card.address.startswith("河南省")
    assert check_digit_is_right(card.id_number)
    assert card.issued_by.endswith("分局")
    assert card.valid_from == date(2007, 3, 15)
    assert card.valid_to is None
    assert card.pass_number is None


def test_a_card_with_a_last_day():
    assert decode().valid_to == date(2030, 1, 1)


def test_a_card_without_an_end():
    assert decode(valid_to="长期").valid_to is None


@pytest.mark.parametrize("nonsense", ["", "20301301", "长", "2030 101"])
def test_a_nonsense_last_day_is_never_taken_for_no_end(nonsense):
    with pytest.raises(NotUsable, match="bad_data"):
        decode(valid_to=nonsense)


@pytest.mark.parametrize(
    "name",
    ["㛃", "𬱖㛃", "\ue863", "阿不都热合曼·买买提依明", "一二三四五六七八九十一二三四五", "龴〇"],
)
def test_rare_characters_and_long_names_are_kept_as_they_are(name):
    assert decode(name=name).name == name


def test_half_a_character_and_control_characters_become_a_visible_mark():
    text = bytearray(card_of(PERSON).text)
    text[0:4] = b"\x42\xd8\x07\x00"

    assert decode_card(bytes(text), WORDS).name == "\ufffd\ufffd甲"


@pytest.mark.parametrize(
    ("code", "group"), [("11", "满"), ("03", "回"), ("97", "其他"), ("88", "")]
)
def test_the_ethnic_group_has_a_name(code, group):
    assert decode(ethnicity=code).ethnicity == group


def test_the_56_groups_and_the_two_further_codes_have_distinct_names():
    assert len(set(WORDS.ethnic_groups.values())) == len(WORDS.ethnic_groups) == 58


@pytest.mark.parametrize(
    ("code", "sex"), [("1", 1), ("2", 2), ("9", 9), ("0", 0), ("", 0), ("x", 0)]
)
def test_the_sex_code(code, sex):
    assert decode(sex=code).sex == sex


@pytest.mark.parametrize(
    "changes", [{"birth_date": "19310229"}, {"birth_date": ""}, {"id_number": "41019919320229"}]
)
def test_a_birth_date_or_number_that_cannot_be_is_bad_data(changes):
    with pytest.raises(NotUsable, match="bad_data"):
        decode(**changes)


def test_a_wrong_check_digit_or_unknown_region_does_not_refuse_a_card():
    assert decode(id_number="990000193202290011").id_number == "990000193202290011"


@pytest.mark.parametrize("title", [title for title in EXAMPLES if not title.startswith("A")])
def test_other_kinds_of_card_are_not_mistaken_for_a_resident_card(title):
    with pytest.raises(NotUsable, match="not_an_id_card"):
        decode_card(bytes.fromhex(EXAMPLES[title])[14:270], WORDS)


def test_the_newest_of_several_addresses_counts():
    blocks = "旧地址".ljust(35).encode("utf-16-le") + "新地址9号".ljust(35).encode("utf-16-le")

    assert newest_address(blocks) == "新地址9号"


def test_every_shipped_specimen_is_a_sound_card_of_nobody():
    for fields in load_specimens().values():
        card = decode_card(card_of(fields).text, WORDS)
        assert card.name == fields["name"]
        assert card.id_number.startswith("410199")
        assert check_digit_is_right(card.id_number)
        assert birth_date_of(card.id_number) == card.birth_date
        assert sex_of(card.id_number) == card.sex
        assert set(fields) == set(PLACES)


def test_number_rules():
    assert check_digit_is_right("11010519491231002X")
    assert not check_digit_is_right("110105194912310021")
    assert not check_digit_is_right("110105491231002")
    assert tidy_number(" 110105 19491231 002x ") == "11010519491231002X"
    assert birth_date_of("11010519490231002X") is None
    assert birth_date_of("1") is None
    assert sex_of("1") is None
    assert date_of("２０１００１０１") is None


def test_every_row_of_the_status_table_has_its_reaction():
    for code, row in STATUS_TABLE.items():
        assert meaning_of(bytes((0, 0, code))) is row
        assert meaning_of(bytes((1, 0, code))) is (UNLISTED if row.exact else row)
    assert meaning_of(b"\0\0\x77").reaction is Reaction.RESTART

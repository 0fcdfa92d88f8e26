"""What a slip says, in the words of the hall."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest

from devices.ports import SlipLine, SlipNumber
from forms.slip import SlipTicket, break_by_sense, compose, width_em
from forms.slip_sample import BadTicketFile, read_ticket
from tests.printer_drivers.desk import WORDS, slip

MARKS = WORDS["break_after"]


def test_a_slip_says_what_an_elder_needs():
    assert slip(phone="").texts() == (
        "老年人服务专区",
        "老012",
        "困难、不能自理老人的养老补贴",
        "前面还有 5 位",
        "请在1到5号窗口前坐",
        "11月24日 上午9:40",
        "有事找辅导台",
    )


@pytest.mark.parametrize(
    ("ahead", "bereavement", "said"),
    [
        (1, False, "前面还有 1 位"),
        (0, False, "马上就到您"),
        (0, True, "前面没有人，请稍坐"),
        (None, False, "前面还有 100 多位"),
    ],
)
def test_how_many_are_ahead(ahead, bereavement, said):
    assert said in slip(ahead=ahead, bereavement=bereavement).texts()


def test_a_reprint_is_marked_and_the_first_print_is_not():
    assert slip(reprint=True).copy_mark == "补打"
    assert slip().copy_mark == ""


@pytest.mark.parametrize("width_mm", [80.0, 58.0])
@pytest.mark.parametrize("name", ["低保", "家里突然有难，申请救急钱和困难老人的补贴", "很" * 24])
def test_at_most_eight_lines_and_the_number_is_never_small(width_mm, name):
    made = slip(width_mm=width_mm, matter_plain_name=name)
    assert sum(isinstance(p, SlipLine | SlipNumber) for p in made.parts) <= 8
    assert all(p.em_mm >= 4.5 for p in made.parts if isinstance(p, SlipLine))


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("老年证", ("老年证",)),
        ("家里突然有难，申请救急钱和补贴", ("家里突然有难，", "申请救急钱和补贴")),
        ("困难老人养老\n补贴", ("困难老人养老", "补贴")),
        ("80岁以上老人每月领的高龄生活补贴", ("80岁以上老人每月领的", "高龄生活补贴")),
    ],
)
def test_a_long_name_breaks_where_a_reader_breathes(name, lines):
    assert break_by_sense(name, 14.0, MARKS) == lines


def test_a_break_never_falls_into_a_figure():
    for line in break_by_sense("请" * 10 + "12345" + "人" * 9, 14.0, ""):
        assert width_em(line) <= 14.0
        assert ("12345" in line) == any(c.isdecimal() for c in line)


def test_a_slip_has_no_room_for_a_name_or_an_id_number():
    assert not {"name", "surname", "id_number"} & {f.name for f in fields(SlipTicket)}


def test_a_ticket_file_is_read_or_refused_in_one_sentence():
    ticket = {
        "seal": "老", "digits": "012", "matter_plain_name": "低保", "ahead": 0,
        "where": "1号窗口", "guide": "辅导台", "zone": "专区", "taken_at": "上午9:40",
    }  # fmt: skip
    assert read_ticket(json.dumps(ticket).encode()).digits == "012"
    for bad in (b"{}", b"\xff", b'{"digits": 3}'):
        with pytest.raises(BadTicketFile):
            read_ticket(bad)


def test_paper_nobody_sells_is_refused():
    with pytest.raises(ValueError, match="80 and 58"):
        compose(read_ticket(b'{"seal":"","digits":"1","matter_plain_name":"","ahead":1,"where":"",'
                            b'"guide":"","zone":"","taken_at":""}'), WORDS, 70.0)  # fmt: skip

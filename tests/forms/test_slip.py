"""What a slip says, in the words of the hall."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest

from devices.ports import SlipLine, SlipNumber
from forms.breaks import width_em
from forms.slip import SlipTicket, compose
from forms.slip_sample import BadTicketFile, read_ticket
from tests.printer_drivers.desk import WORDS, slip


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


def test_an_english_slip_for_narrow_paper_stays_within_its_lines_too():
    made = slip(
        width_mm=58.0,
        zone="Senior Services",
        matter_plain_name="Care allowance: poor or needing daily care",
        where="windows 1 to 5",
        taken_at="9:40 am, 24 November",
        guide="the Help Desk",
    )
    assert sum(isinstance(p, SlipLine | SlipNumber) for p in made.parts) <= 8
    assert "9:40 am, 24 November" in " ".join(made.texts())


def test_where_to_sit_is_said_more_briefly_before_it_is_broken():
    assert "请在咨询辅导台和8到12号窗口前坐" not in slip(where="咨询辅导台和8到12号窗口").texts()
    assert "在咨询辅导台和8到12号窗口" in slip(where="咨询辅导台和8到12号窗口").texts()
    windows = "1、2、4、6、8、10、12、14、16号窗口"
    said = slip(where=windows, matter_plain_name="家里突然有难，申请救急钱和困难老人的补贴")
    assert f"在{windows}" in "".join(said.texts())


def test_a_telephone_number_is_whole_or_left_out():
    assert "有事打 0371-555-0123" in slip().texts()
    assert "0371-555-0123" in slip(width_mm=58.0, matter_plain_name="低保").texts()
    crowded = slip(width_mm=58.0, matter_plain_name="家里突然有难，申请救急钱")
    assert not any("0371" in text for text in crowded.texts())
    assert "有事找辅导台" in crowded.texts()


def test_when_everything_is_too_long_the_matter_is_cut_with_a_mark_and_the_rest_stays():
    made = slip(
        width_mm=58.0,
        zone="某某某县政务服务中心老年人服务专区",
        matter_plain_name="很" * 40,
        where="咨询辅导台和8到12号窗口",
        guide="一楼进门左手边的咨询辅导台",
    )
    zone, number, matter, ahead, where, where_too, taken_at, asking = made.texts()
    assert (zone[-1], matter[-1], asking[-1]) == ("…", "…", "…")
    assert (number, ahead, taken_at) == ("老012", "前面还有 5 位", "11月24日 上午9:40")
    assert where + where_too == "在咨询辅导台和8到12号窗口"


@pytest.mark.parametrize("width_mm", [80.0, 58.0])
def test_no_line_is_composed_wider_than_the_paper(width_mm):
    for name in ("低保", "家里突然有难，申请救急钱", "A" * 60, "很" * 60):
        made = slip(width_mm=width_mm, matter_plain_name=name, guide="某" * 20, zone="区" * 20)
        for line in (part for part in made.parts if isinstance(part, SlipLine)):
            room_mm = {80.0: 69.0, 58.0: 45.0}[width_mm] - (11.0 if line.mark else 0.0)
            assert all(width_em(row) * line.em_mm <= room_mm for row in line.text.split("\n"))


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

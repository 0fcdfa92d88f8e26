"""What to bring, on a slip to take home."""

from __future__ import annotations

from dataclasses import replace

import pytest

from devices.ports import SlipLine, SlipNumber
from forms.slip_list import ListedPaper, SlipList, compose_list
from printer_drivers.fonts import FontBook
from printer_drivers.layout import Text, lay_out
from tests.printer_drivers.desk import WORDS
from tests.strings.tables import ROOT

PAPERS = SlipList(
    zone="老年人服务专区",
    matter_plain_name="困难、不能自理\n老人的养老补贴",
    papers=(ListedPaper("身份证", "原件和复印件"), ListedPaper("社保卡或银行卡", "忘带能后补")),
    not_needed=("户口本", "低保证"),
    printed_here=True,
    where="1到5号窗口",
    hall="示例县行政服务中心",
    phone="0371-555-0123",
)
PRINTABLE_MM = {80.0: 72.0, 58.0: 48.0}


def texts_of(papers, width_mm=80.0):
    return compose_list(papers, WORDS, width_mm).texts()


def test_the_list_says_what_to_bring_what_not_and_where():
    assert texts_of(PAPERS) == (
        "老年人服务专区",
        "困难、不能自理\n老人的养老补贴",
        "要带2样：",
        "1. 身份证",
        "原件和复印件",
        "2. 社保卡或银行卡",
        "忘带能后补",
        "不用带，我们能查到：",
        "户口本",
        "低保证",
        "申请表，来了给您打",
        "示例县行政服务中心",
        "在1到5号窗口办",
        "有事打 0371-555-0123",
        "这张不是号，来了先取号",
    )


def test_it_holds_no_number():
    assert not any(isinstance(part, SlipNumber) for part in compose_list(PAPERS, WORDS).parts)


@pytest.mark.parametrize("width_mm", [80.0, 58.0])
def test_everything_is_in_large_print_and_nothing_is_cut_off(width_mm):
    least_mm = 4.9 if width_mm == 80.0 else 4.5
    long = ListedPaper("家里人的身份证、户口本和关系证明", "原件和复印件")
    slip = compose_list(replace(PAPERS, papers=(*PAPERS.papers, long)), WORDS, width_mm)
    assert all(part.em_mm >= least_mm for part in slip.parts if isinstance(part, SlipLine))
    page = lay_out(slip, FontBook(ROOT / "assets" / "fonts"), PRINTABLE_MM[width_mm])
    printed = [piece for piece in page.pieces if isinstance(piece, Text)]
    assert all(
        piece.x_mm + piece.run.advance_em * piece.em_mm <= page.width_mm for piece in printed
    )
    whole = "".join(piece.run.text for piece in printed)
    assert "".join(slip.texts()).replace("\n", "").replace(" ", "") == whole.replace(" ", "")


def test_a_narrow_paper_breaks_where_a_reader_breathes():
    assert "这张不是号，\n来了先取号" in texts_of(PAPERS, 58.0)


def test_a_hall_without_a_telephone_prints_no_empty_line():
    bare = replace(PAPERS, phone="", not_needed=(), printed_here=False)
    assert not any("有事打" in text or not text for text in texts_of(bare))


def test_paper_nobody_sells_is_refused():
    with pytest.raises(ValueError, match="80 and 58"):
        compose_list(PAPERS, WORDS, 60.0)

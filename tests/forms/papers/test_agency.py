"""The papers of acting for an elder: free, with a list of what was handed over, and masked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
import pytest

from forms.papers.agency import (
    for_archive,
    mandate_of,
    masked_number,
    receipt_back_of,
    receipt_over_of,
)
from forms.papers.agency_values import HandedItem, MandatePaper
from forms.papers.compose import compose
from forms.papers.matters import NOBODY
from forms.papers.values import PaperHead, Person
from hall.care.agency.views import MandateView, OriginalView
from tests.forms.papers.shelf import BOOK, paper, run_together, texts_on

HEAD = PaperHead("示例县政务大厅", "老年人服务专区", "0370-0000000", "2026年11月23日", "D2026-0001")
ID_NUMBER = "410199194005010016"
HER = Person(name="王桂兰", id_number=ID_NUMBER, contact="138 0000 0000")
MORNING = "2026-11-23T01:40:00+00:00"
WORDS = BOOK.common()


def thing(place: int, **more: Any) -> OriginalView:
    made = OriginalView(
        id=str(place), matter_id="m", plain="身份证", count=1, form="original", state="held",
        taken_at=MORNING,
    )  # fmt: skip
    return msgspec.structs.replace(made, **more)


def mandate(*originals: OriginalView, **more: Any) -> MandateView:
    made = MandateView(
        id="m1", number="D2026-0001", kind="staff", state="drafted", signer="principal",
        matter_ids=("m",), agent_number="1002", asked_alone=True, term_on="2026-12-23",
        opened_at=MORNING, originals=originals,
    )  # fmt: skip
    return msgspec.structs.replace(made, **more)


def filled(seen: MandateView, person: Person = HER) -> MandatePaper:
    return mandate_of(
        seen, WORDS, head=HEAD, person=person, agent="周洁（工号 1002）", badge="002",
        matters="高龄补贴", report_days=5, say_day=lambda day: f"到 {day}",
    )  # fmt: skip


def said(values: Any, name: str = "mandate") -> str:
    pages = compose(BOOK, name, values).pages
    return run_together(tuple(text.text for page in pages for text in texts_on(page)))


def test_the_mandate_says_who_acts_until_when_and_that_it_is_free():
    text = said(filled(mandate(thing(1), thing(2, plain="户口本", form="copy", count=2))))
    for words in ("王桂兰", ID_NUMBER, "周洁（工号1002）", "工牌002", "高龄补贴", "到2026-12-23",
                  "代办不收钱", "每5个工作日", "身份证", "原件1份", "复印件2份"):  # fmt: skip
        assert words in text, words


def test_the_archive_has_the_same_paper_without_whole_numbers():
    paper_of_hers = filled(mandate())
    kept = for_archive(replace(paper_of_hers, agent_id_number="410199195005010024"))
    text = said(kept)
    assert ID_NUMBER not in text
    assert "410***********0016" in text
    assert "410***********0024" in text
    assert "王桂兰" in text


@pytest.mark.parametrize("same", ["", "工牌 002（看胸前）", "1234567"])
def test_what_is_no_long_number_is_not_masked(same):
    assert masked_number(same) == same


def test_a_number_that_ends_with_a_letter_is_masked_too():
    assert masked_number("41019919400501001X") == "410***********001X"


def test_one_of_the_family_writes_their_name_and_number_by_hand():
    values = filled(mandate(kind="family", agent_number=""))
    assert (values.agent_id_number, values.told_every) == ("", "")


def test_the_receipt_over_lists_what_is_here_and_the_receipt_back_what_is_not():
    seen = mandate(
        thing(1), thing(2, plain="", state="given_back", given_back_at=MORNING),
        thing(3, state="lost"),
    )  # fmt: skip
    how: dict[str, Any] = {
        "head": HEAD, "name": "", "agent": "", "matters": "", "say_time": lambda at: at[:10],
    }  # fmt: skip
    over = receipt_over_of(seen, WORDS, **how)
    assert over.handed == (HandedItem("身份证", "原件 1 份", "2026-11-23"),)
    (back,) = receipt_back_of(seen, WORDS, **how).handed
    assert back.name.startswith("另外的材料")


@pytest.mark.parametrize("name", ["mandate", "custody_over", "custody_back"])
def test_the_longest_of_them_fit_on_two_pages_and_say_that_nothing_is_paid(name):
    longest = paper(name, "longest")
    assert len(longest.pages) <= 2
    assert longest.copies == 2
    text = run_together(tuple(one.text for page in longest.pages for one in texts_on(page)))
    assert "代办不收钱" in text


def test_a_mandate_without_a_name_leaves_the_line_to_the_pen():
    assert said(filled(mandate(), NOBODY)).count("王桂兰") == 0

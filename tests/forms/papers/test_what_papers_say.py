"""What law and the county's notice want on paper, and what nobody wants there."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace

import pytest

from devices.papers import PaperBox, PaperCode
from forms.papers.compose import WrongValues, compose
from forms.papers.samples import blank_application
from forms.papers.values import OneTimeNotice, PromiseLetter
from tests.forms.papers.shelf import BOOK, FORMS, NAMES, facts, matter, paper, run_together, values
from tests.strings.tables import common_characters, han_in

REOPENS_A_CASE = {
    "one_time_notice", "complete", "promise", "deferral", "receipt", "acceptance", "true_intention",
}  # fmt: skip
FREE = ("one_time_notice", "complete", "deferral", "guide", "home_visit_list", "blank_form", "loan")


def said(name: str, length: str = "sample") -> str:
    return run_together(paper(name, length).texts())


def test_the_promise_states_the_duty_the_content_and_the_liability_and_leaves_the_choice():
    promise = said("promise")
    for block in ("证明义务", "证明内容", "不实承诺的法律责任"):
        assert block in promise
    assert "您自己定" in promise
    ticks = [
        piece
        for page in paper("promise").pages
        for piece in page.pieces
        if isinstance(piece, PaperBox) and piece.use == "tick"
    ]
    assert [tick.ticked for tick in ticks] == [False, False]


@pytest.mark.parametrize(("choice", "ticked"), [("promise", 0), ("no_promise", 1)])
def test_a_choice_made_at_the_desk_is_ticked(choice, ticked):
    letter = values("promise")
    assert isinstance(letter, PromiseLetter)
    made = compose(BOOK, "promise", replace(letter, choice=choice))
    ticks = [
        piece.ticked
        for page in made.pages
        for piece in page.pieces
        if isinstance(piece, PaperBox) and piece.use == "tick"
    ]
    assert ticks.index(True) == ticked
    assert ticks.count(True) == 1


@pytest.mark.parametrize("name", NAMES)
def test_papers_of_a_case_carry_its_code_to_scan_and_to_read_and_no_other_does(name):
    codes = [p for page in paper(name).pages for p in page.pieces if isinstance(p, PaperCode)]
    assert bool(codes) is (name in REOPENS_A_CASE)
    for code in codes:
        assert code.token == BOOK.common().sample_head["token"]
        assert code.token in said(name)


@pytest.mark.parametrize("name", FREE)
def test_what_is_free_says_so(name):
    assert re.search("不收钱|免费", said(name))


@pytest.mark.parametrize("name", NAMES)
def test_every_paper_names_the_zone_and_its_legal_basis(name):
    assert "老年人服务专区" in said(name)
    assert "依据：" in said(name)


@pytest.mark.parametrize("name", NAMES)
def test_kept_papers_have_a_number_and_published_ones_name_nobody(name):
    form = BOOK.form(name)
    numbered = BOOK.common().sample_head["number"] in said(name)
    if form.retention == "not_kept" and name != "filled_sample":
        assert not numbered
        assert BOOK.common().sample_person["name"] not in said(name)
    elif name not in ("blank_form", "filled_sample"):
        assert numbered


def test_receiving_is_not_accepting():
    assert "收下还不等于受理" in said("receipt")
    assert "从受理这天起算" in said("acceptance")


def test_a_blank_form_holds_nobody():
    blank = compose(BOOK, "blank_form", blank_application(BOOK, matter("EL001")))
    person = BOOK.common().sample_person
    assert not [v for v in person.values() if len(v) > 1 and v in "".join(blank.texts())]


def test_a_list_repeats_its_heading_on_a_new_page():
    assert any("（接上页）" in text for text in paper("matter_list").texts())


def test_every_matter_stands_in_the_list_of_matters():
    listed = said("matter_list")
    names = ["".join(one.sheet.name.split()) for one in facts().matters]
    assert [name for name in names if name not in listed] == []


def test_a_notice_with_twenty_items_is_printed_all_the_same():
    notice = values("one_time_notice", "longest")
    assert isinstance(notice, OneTimeNotice)
    long = compose(BOOK, "one_time_notice", replace(notice, missing=notice.missing * 4))
    assert len(long.pages) > 2
    assert run_together(long.texts()).count("社会保障卡") == 4


def test_papers_are_filled_with_their_own_values():
    with pytest.raises(WrongValues, match="OneTimeNotice"):
        compose(BOOK, "one_time_notice", values("promise"))


@pytest.mark.parametrize("name", NAMES)
def test_a_log_that_shows_values_or_pieces_shows_nobody(name):
    shown = repr(values(name, "longest")) + repr(paper(name, "longest"))
    for text in BOOK.common().longest_person.values():
        assert len(text) < 3 or text not in shown


@pytest.mark.parametrize("file", sorted(FORMS.glob("*.toml")), ids=lambda path: path.stem)
def test_words_of_papers_are_written_in_common_characters(file):
    words = tomllib.loads(file.read_text(encoding="utf-8"))
    for invented in ("sample_person", "longest_person"):
        words.pop(invented, None)
    assert sorted(set(han_in(str(words))) - common_characters()) == []

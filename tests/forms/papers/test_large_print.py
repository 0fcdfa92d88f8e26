"""Every paper of the hall can be read, filled in and signed by somebody of eighty-five."""

from __future__ import annotations

from itertools import pairwise

import pytest

from devices.papers import MM_PER_PT, PaperBox, PaperCode, PaperMark, PaperRule
from forms.papers.form import Fields
from forms.papers.measures import BODY_END_MM, FOOT_MM, LEFT_MM, RIGHT_MM
from tests.forms.papers.shelf import BOOK, NAMES, OF_ONE_MATTER, RENDER, facts, paper, texts_on
from tests.forms.papers.shelf import values as values_of

LENGTHS = ("sample", "longest")
every_paper = pytest.mark.parametrize(
    ("name", "length"), [(name, length) for name in NAMES for length in LENGTHS]
)
SMALLEST_MM = {"tick": (6, 6), "signature": (60, 20), "fingerprint": (30, 30), "field": (20, 12)}


def boxes(name: str, length: str) -> list[PaperBox]:
    pages = paper(name, length).pages
    return [piece for page in pages for piece in page.pieces if isinstance(piece, PaperBox)]


@every_paper
def test_no_text_is_smaller_than_sixteen_points_and_titles_are_large(name, length):
    for page in paper(name, length).pages:
        assert min(text.em_mm for text in texts_on(page)) >= 16 * MM_PER_PT - 1e-6
    title = BOOK.form(name).title
    on_first = texts_on(paper(name, length).pages[0])
    assert [t for t in on_first if t.text in title and t.em_mm >= 24 * MM_PER_PT]


@every_paper
def test_lines_of_one_paragraph_stand_one_and_a_half_ems_apart(name, length):
    for page in paper(name, length).pages:
        for above, below in pairwise(texts_on(page)):
            same = above.x_mm == below.x_mm and above.em_mm == below.em_mm
            step_mm = below.baseline_mm - above.baseline_mm
            if same and above.em_mm < 7.0 and step_mm > 0:
                assert step_mm >= 1.5 * above.em_mm - 1e-6, below.text


@every_paper
def test_boxes_are_large_enough_for_a_hand_that_shakes(name, length):
    for box in boxes(name, length):
        if box.use in SMALLEST_MM:
            wide, high = SMALLEST_MM[box.use]
            assert box.width_mm >= wide, box
            assert box.height_mm >= high - 1e-6, box


@every_paper
def test_a_form_has_two_pages_at_most(name, length):
    most = BOOK.form(name).pages_max
    assert most in (0, 2)
    assert len(paper(name, length).pages) <= (most or 10)


@pytest.mark.parametrize("name", OF_ONE_MATTER)
def test_a_paper_of_any_matter_of_the_list_has_two_pages_at_most(name):
    for matter in facts().matters:
        assert len(paper(name, "longest", matter.id).pages) <= 2, matter.plain_name


@every_paper
def test_nothing_leaves_the_page_or_its_place(name, length):
    for page in paper(name, length).pages:
        for piece in page.pieces:
            if isinstance(piece, PaperBox | PaperMark | PaperCode):
                wide = piece.width_mm if isinstance(piece, PaperBox) else piece.side_mm
                high = piece.height_mm if isinstance(piece, PaperBox) else piece.side_mm
                assert piece.x_mm >= LEFT_MM - 1e-6
                assert piece.x_mm + wide <= RIGHT_MM + 1e-6
                assert piece.y_mm + high <= BODY_END_MM + 1e-6, piece
            elif not isinstance(piece, PaperRule):
                assert RENDER.width_mm(piece) <= piece.room_mm + 1e-6, piece.text
                assert piece.baseline_mm <= BODY_END_MM or piece.baseline_mm > FOOT_MM, piece.text


@every_paper
def test_no_two_texts_lie_on_one_another(name, length):
    for page in paper(name, length).pages:
        placed = [
            (t.x_mm - {"left": 0.0, "centre": 0.5, "right": 1.0}[t.align] * w, w, t)
            for t in texts_on(page)
            for w in (RENDER.width_mm(t),)
        ]
        for index, (x, wide, text) in enumerate(placed):
            for other_x, other_wide, other in placed[index + 1 :]:
                beside = x + wide <= other_x + 0.1 or other_x + other_wide <= x + 0.1
                apart_mm = abs(text.baseline_mm - other.baseline_mm)
                assert beside or apart_mm >= 0.9 * min(text.em_mm, other.em_mm), (
                    text.text,
                    other.text,
                )


@every_paper
def test_no_field_is_empty_but_those_for_a_pen(name, length):
    from forms.papers.facts import facts_of

    facts = facts_of(values_of(name, length))
    for block in BOOK.form(name).block:
        if isinstance(block, Fields):
            empty = [
                field.key
                for field in block.fields
                if field.source != "hand" and not field.optional and not facts[field.key]
            ]
            assert empty == []
    assert not [text for text in paper(name, length).texts() if "{" in text or "}" in text]


@every_paper
def test_each_page_says_whom_to_ask_where_to_complain_and_which_page_it_is(name, length):
    pages = paper(name, length).pages
    head = BOOK.common().longest_head if length == "longest" else BOOK.common().sample_head
    for number, page in enumerate(pages, start=1):
        said = " ".join(page.texts())
        assert head["phone"] in said
        assert "12345" in said
        assert f"第 {number} 页，共 {len(pages)} 页" in said


@every_paper
def test_nobody_signs_on_a_page_that_says_nothing(name, length):
    for page in paper(name, length).pages:
        signed = [p for p in page.pieces if isinstance(p, PaperBox) and p.use == "signature"]
        if signed:
            top_mm = min(box.y_mm for box in signed)
            above = [t for t in texts_on(page) if 25.0 < t.baseline_mm < top_mm - 8.0]
            assert above


@pytest.mark.parametrize("name", NAMES)
def test_the_longest_sample_is_longer_than_the_ordinary_one(name):
    form = BOOK.form(name)
    for key, longest in form.longest.items():
        if isinstance(longest, str) and key not in ("kind", "mode"):
            assert len(longest) >= len(str(form.sample[key])), key

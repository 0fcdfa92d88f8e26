"""The pages of the studio, cell by cell."""

from __future__ import annotations

from typing import get_args

import pytest

from voice_studio.flow import NEXT, Page, Step, after

PAGES: tuple[Page, ...] = get_args(Page)
STEPS: tuple[Step, ...] = get_args(Step)
READ_ALOUD: tuple[Page, ...] = ("reading", "recording", "refused", "good")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("step", STEPS)
def test_a_step_leads_to_a_page_or_means_nothing(page, step):
    to = after(page, step)
    assert to in PAGES or to is None
    assert (to is None) == ((page, step) not in NEXT)


@pytest.mark.parametrize("page", PAGES)
def test_no_page_is_a_dead_end(page):
    assert any(after(page, step) not in (None, page) for step in STEPS)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_can_be_reached(page):
    reached: set[Page] = {"no_microphone"}
    for _ in PAGES:
        reached |= {to for (start, _), to in NEXT.items() if start in reached}
    assert page in reached


@pytest.mark.parametrize("page", ["welcome", "reading", "recording", "refused"])
def test_a_microphone_that_is_pulled_out_is_shown_at_once(page):
    assert after(page, "lost") == "no_microphone"


def test_a_good_take_and_the_end_do_not_need_a_microphone():
    assert after("good", "lost") is None
    assert after("done", "lost") is None


@pytest.mark.parametrize("page", PAGES)
def test_only_a_take_that_passed_can_be_kept(page):
    assert (after(page, "next") is not None) == (page == "good")


@pytest.mark.parametrize("page", PAGES)
def test_a_judgement_counts_only_while_somebody_reads(page):
    for step in ("passed", "failed", "halt"):
        assert (after(page, step) is not None) == (page == "recording")

"""A visitor who reads English chooses it on the home page, for this visit only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from hall.client.local import LocalGateway
from hall.kernel.facts import HallFacts
from kiosk.wishes import Say
from launch.facts import facts_of
from launch.languages import with_languages
from launch.settings import load_hall, load_names
from tests.helpers.halls import open_local_hall
from tests.kiosk.people import card, tongue
from tests.kiosk.visit import Visit, languages_offered, shown
from tests.strings.tables import ROOT, han_in

TONGUES = (tongue("zh-CN"), tongue("en"))


@cache
def shipped_facts() -> HallFacts:
    config = ROOT / "config"
    hall = load_hall(config)
    facts = facts_of(hall.settings, hall.matters)
    return with_languages(facts, hall.settings, load_names(config, hall))


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Visit]:
    """A kiosk of the shipped hall; nobody has chosen anything."""
    with open_local_hall(tmp_path, shipped_facts()) as (hall, _clock):
        yield Visit(LocalGateway(hall, "kiosk-1"), tongues=TONGUES)


def in_chinese(text: str) -> list[str]:
    """What is left to read in Chinese, beside the seal of the number and the visitor's name."""
    return [one for one in han_in(text) if one not in "老王中文"]


def to_the_slip(visit: Visit) -> None:
    visit.put(card())
    visit.touch("continue")
    visit.touch("group", "subsidy")
    visit.touch("matter", "EL001")
    visit.touch("yes")


def test_the_key_is_on_the_home_page_in_the_words_of_who_looks_for_it(told):
    assert languages_offered(told) == ["English"]
    told.touch("language", "en")
    assert languages_offered(told) == ["中文"]
    told.touch("language", "zh-CN")
    assert "取号" in shown(told)


def test_from_there_everything_is_read_and_heard_in_english(told):
    told.touch("language", "en")
    assert told.said[-1].startswith("From here on in English. Hello")
    seen = [shown(told)]
    told.put(card())
    for action, argument in (
        ("continue", ""), ("group", "subsidy"), ("matter", "EL001"), ("yes", ""),
    ):  # fmt: skip
        seen.append(shown(told))
        told.touch(action, argument)
    seen.append(shown(told))
    assert told.page == "slip"
    assert "Mr 王" in seen[1]
    assert [in_chinese(page) for page in seen] == [[]] * len(seen)
    assert [in_chinese(sentence) for sentence in told.said] == [[]] * len(told.said)
    assert {wish.language for wish in told.wishes if isinstance(wish, Say)} == {"en"}


def test_the_slip_is_in_english_and_its_number_is_the_number(told):
    told.touch("language", "en")
    to_the_slip(told)
    slip = told.slips[0]
    assert (slip.seal, slip.digits) == ("老", "001")
    assert slip.matter_plain_name == "Monthly allowance,\naged 80 and over"
    assert slip.taken_at == "9:40 am, 23 November"
    assert (slip.zone, slip.guide) == ("Senior Services", "the Help Desk")
    assert TONGUES[1].slip_words["next_up"] == "You are next"


@pytest.mark.parametrize("asks", ["what_to_bring", "collect", "unwell"])
def test_side_ways_are_in_english_too(told, asks):
    told.touch("language", "en")
    told.touch(asks)
    told.touch("group", "subsidy")
    told.touch("matter", "EL006")
    assert in_chinese(shown(told) + told.said[-1]) == []


def test_after_the_slip_the_next_visitor_is_met_in_chinese(told):
    told.touch("language", "en")
    to_the_slip(told)
    told.touch("done")
    assert told.page == "home"
    assert "取号" in shown(told)
    told.touch("again")
    assert told.said[-1].startswith("您好")


def test_who_walks_away_from_the_home_page_leaves_it_chinese(told):
    told.touch("language", "en")
    told.waits(59)
    assert "Take a" in shown(told)
    told.waits(2)
    assert "取号" in shown(told)


def test_who_walks_away_later_leaves_it_chinese(told):
    told.touch("language", "en")
    told.put(card())
    told.touch("continue")
    told.waits(61)
    assert told.page == "still_there"
    assert "Are you still there?" in shown(told)
    told.waits(31)
    assert "取号" in shown(told)


def test_going_back_to_the_home_page_keeps_the_language(told):
    told.touch("language", "en")
    told.touch("start")
    told.touch("back")
    assert "Take a" in shown(told)


def test_the_dock_speaks_the_language_of_the_visit(told):
    told.touch("language", "en")
    told.touch("slower")
    assert told.said[-1] == "All right, I will speak more slowly."


def test_a_hall_without_english_names_offers_no_english(visit):
    plain = Visit(visit.gateway, tongues=TONGUES)
    assert languages_offered(plain) == []
    plain.touch("language", "en")
    assert plain.said == []
    assert "取号" in shown(plain)


def test_a_language_nobody_knows_changes_nothing(told):
    told.touch("language", "xx")
    assert told.said == []
    assert told.on.comfort.default


def test_facts_without_a_language_stay_as_they_are():
    facts = shipped_facts()
    assert facts.in_language("fr") is facts
    assert facts.in_language("en").guide_desk == "the Help Desk"
    assert facts.in_language("en").phone == facts.phone


def test_every_paper_and_matter_has_english_words():
    facts = shipped_facts().in_language("en")
    texts = [text for matter in facts.matters for text in matter.plain_lines]
    texts += [paper.plain for matter in facts.matters for paper in matter.materials]
    texts += [paper.note for matter in facts.matters for paper in matter.materials]
    texts += [text for group in facts.groups for text in (group.name, *group.examples)]
    assert len(facts.matters) == 39
    assert [text for text in texts if han_in(text)] == []
    assert all(re.match("[A-Z(]|$", matter.plain_name) for matter in facts.matters)

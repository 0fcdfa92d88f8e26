"""Every page for a fault, reached in a kiosk process by the fault itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stories.site import Kiosk, Site, open_site

NINE_HOURS_S = 9 * 3600


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with open_site(tmp_path) as site:
        yield site


def takes_a_number(kiosk: Kiosk, age: str) -> None:
    kiosk.touch("key.start", "key.no_card", f"key.age.{age}", "key.group.pension")
    kiosk.touch(kiosk.first_key("key.matter."), "key.yes")


def has_it_in_mind_and_goes(kiosk: Kiosk) -> None:
    kiosk.shows("请记住这个号")
    kiosk.touch("key.remembered")


def test_a_kiosk_meets_every_fault_in_turn_and_always_has_a_way_forward(site):
    kiosk = site.start_kiosk()
    kiosk.shows("English")  # the hall has answered: the page is whole

    kiosk.device("printer", "paper_out")
    takes_a_number(kiosk, "60_79")
    kiosk.shows("打印纸没了")
    has_it_in_mind_and_goes(kiosk)
    kiosk.device("printer", "paper_in")

    kiosk.device("printer", "cover_open")
    takes_a_number(kiosk, "80_plus")
    kiosk.shows("打印机歇一下")
    has_it_in_mind_and_goes(kiosk)
    kiosk.device("printer", "cover_closed")

    kiosk.device("reader", "unplug")
    kiosk.shows("点一下这里")
    kiosk.touch("key.start")
    kiosk.shows("读证的机器")
    kiosk.touch("key.no_card")
    kiosk.shows("多大岁数")
    kiosk.device("reader", "plug")
    kiosk.touch("back", "back")

    site.hall.kill()
    site.hall.wait(10)
    kiosk.shows("照样办")
    kiosk.shows("取纸号")
    kiosk.touch("help")
    kiosk.shows("请找")


def test_cards_that_cannot_be_used_are_answered_with_what_to_do(site):
    kiosk = site.start_kiosk()
    kiosk.shows("English")
    kiosk.device("reader", "two_cards")
    kiosk.shows("请只放")
    assert "key.no_card" in kiosk.control.ask("keys")["keys"]


def test_in_the_evening_the_kiosk_says_when_the_hall_works(site):
    site.moves_on(NINE_HOURS_S)
    kiosk = site.start_kiosk()
    kiosk.shows("现在不办公")
    kiosk.shows("上班时间")
